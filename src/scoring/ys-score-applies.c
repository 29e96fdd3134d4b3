/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What applies to a unit: tasks, scoring points and the citations tied to them (rules 4, 5 and 7).
 * Known before any rule acts, so that gates and group figures can look at any task or point. */
#include "ys-score.h"

#include <string.h>

YsDate
ys_score_due (const YsScoreUnit *unit, const YsTask *task)
{
  const YsExtension *extension = unit->extensions != NULL ? unit->extensions[task->index] : NULL;

  return extension != NULL ? extension->due : task->due;
}

gboolean
ys_score_done_in_time (const YsScore *self, const YsScoreUnit *unit, const YsTask *task)
{
  const YsItem *item = unit->items[task->index];

  return item != NULL && item->state == YS_STATE_DONE && item->completed != 0
         && item->completed <= self->assessment->closing;
}

YsDate
ys_score_completed (const YsScore *self, const YsScoreUnit *unit, const YsTask *task)
{
  return ys_score_done_in_time (self, unit, task) ? unit->items[task->index]->completed
                                                  : self->assessment->closing;
}

static gboolean
task_applies (YsScore *self, YsScoreUnit *unit, const YsTask *task)
{
  if (!task->counties || (unit->task_flags[task->index] & YS_TASK_CLAIMED) != 0)
    return FALSE;
  return ys_score_due (unit, task) <= self->assessment->closing || ys_score_done_in_time (self, unit, task);
}

static gboolean
point_applies (YsScore *self, const YsScoreUnit *unit, const YsPoint *point)
{
  if (unit->accepted[point->index] != NULL)
    return FALSE;
  return point->groups == 0
         || (unit->group < self->n_groups && (point->groups & ((guint64)1 << unit->group)) != 0);
}

void
ys_score_index_applies (YsScore *self, YsScoreUnit *unit)
{
  for (guint i = 0; i < self->n_tasks; i++)
    {
      const YsTask *task = g_ptr_array_index (self->catalogue->tasks, i);
      const YsItem *item = unit->items[i];

      if (item != NULL && item->state == YS_STATE_DONE && item->completed == 0)
        unit->task_flags[i] |= YS_TASK_LATE_OPEN;
      if (!task_applies (self, unit, task))
        continue;
      unit->task_flags[i] |= YS_TASK_APPLICABLE;
      unit->task_months[i] =
          ys_date_months_late (ys_score_due (unit, task), ys_score_completed (self, unit, task));
      for (guint j = self->first_point[i]; j < self->first_point[i + 1]; j++)
        {
          const YsPoint *point = g_ptr_array_index (self->standard->points, j);

          if (point_applies (self, unit, point))
            {
              unit->point_flags[j] |= YS_POINT_APPLIES | YS_POINT_COUNTS;
              if (point->measure.kind == YS_MEASURE_LATE)
                unit->task_flags[i] |= YS_TASK_NO_LATE_LOSS;
            }
          else if (point->na != YS_NA_OUT)
            unit->point_flags[j] |= YS_POINT_COUNTS;
          if ((unit->point_flags[j] & YS_POINT_COUNTS) == 0)
            continue;
          unit->task_flags[i] |= YS_TASK_COUNTS;
          unit->task_points[i] += point->points;
        }
      unit->part_tasks[task->part] += unit->task_points[i];
    }
}

/* Digests are random, 64 hex digits each (checked with the facts): some of them hash as well as all. */
static guint
hash_digest (gconstpointer key)
{
  guint64 first, last;

  memcpy (&first, key, sizeof first);
  memcpy (&last, (const char *)key + 56, sizeof last);
  first = (first ^ (last << 3)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint)(first >> 32);
}

static gboolean
equal_digests (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, 64) == 0;
}

/* Digest → 1 where the file is there, 0 where it is not. NULL for no evidence. */
static GHashTable *
index_evidence (const GPtrArray *evidence)
{
  GHashTable *index;

  if (evidence == NULL || evidence->len == 0)
    return NULL;
  index = g_hash_table_new (hash_digest, equal_digests);
  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidence *one = g_ptr_array_index (evidence, i);

      g_hash_table_insert (index, one->digest, GUINT_TO_POINTER (one->present ? 1 : 0));
    }
  return index;
}

/* A verdict packed for a hash table: worse ones larger, a lead's above all others'. */
#define PACK_VERDICT(verdict, lead) (1u + (guint)(verdict) + ((lead) ? 8u : 0u))
#define UNPACK_VERDICT(packed) ((YsVerdict)(((packed)-1u) & 7u))

/* Citation id → the verdict that holds: the lead's, else the worst (rule 7). NULL for none. */
static GHashTable *
index_verdicts (YsScore *self, const YsUnitReview *review)
{
  GHashTable *index;

  if (review == NULL || review->verdicts->len == 0)
    return NULL;
  index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < review->verdicts->len; i++)
    {
      const YsCitationVerdict *verdict = g_ptr_array_index (review->verdicts, i);
      gboolean lead = g_hash_table_contains (self->leads, verdict->assessor);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (index, verdict->citation));
      guint packed = PACK_VERDICT (verdict->verdict, lead);

      g_hash_table_insert (index, verdict->citation, GUINT_TO_POINTER (MAX (known, packed)));
    }
  return index;
}

typedef struct
{
  GHashTable *own, *city, *verdicts; /* each may be NULL */
} EvidenceIndex;

/* Whether the file of a citation is there, looking first where the citation itself was recorded. */
static gboolean
is_present (const EvidenceIndex *index, const YsCitation *citation)
{
  GHashTable *lists[] = { citation->by_city ? index->city : index->own,
                          citation->by_city ? index->own : index->city };
  gpointer present;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (lists[i] != NULL && g_hash_table_lookup_extended (lists[i], citation->evidence, NULL, &present))
        return GPOINTER_TO_UINT (present) != 0;
    }
  return FALSE;
}

static void
tie (YsScore *self, YsScoreUnit *unit, const EvidenceIndex *index, const YsCitation *citation,
     guint task_number)
{
  const YsPoint *point =
      citation->point != NULL ? ys_standard_get_point (self->standard, citation->point) : NULL;
  const YsTask *task = point != NULL ? point->task : ys_catalogue_get_task (self->catalogue, task_number);
  YsScoreCitation cited = { .citation = citation };

  if (task == NULL)
    return;

  guint verdict =
      index->verdicts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index->verdicts, citation->id)) : 0;

  cited.task = task->index;
  cited.present = is_present (index, citation);
  cited.tied = point == NULL || (unit->point_flags[point->index] & YS_POINT_APPLIES) != 0;
  cited.judged = verdict != 0;
  cited.verdict = cited.judged ? UNPACK_VERDICT (verdict) : YS_VERDICT_SUFFICIENT;
  g_array_append_val (unit->citations, cited);
  if (!cited.present)
    return;
  if (point != NULL)
    unit->point_flags[point->index] |= YS_POINT_CITED;
  if (!cited.tied)
    return;
  unit->task_flags[task->index] |= YS_TASK_EVIDENCE;
  if (cited.verdict < YS_VERDICT_INSUFFICIENT)
    unit->task_flags[task->index] |= YS_TASK_EVIDENCE_DECIDED;
}

static int
compare_citations (gconstpointer a, gconstpointer b)
{
  const YsScoreCitation *one = a, *other = b;

  return g_strcmp0 (one->citation->id, other->citation->id);
}

void
ys_score_index_citations (YsScore *self, YsScoreUnit *unit)
{
  EvidenceIndex index = { .own = index_evidence (unit->submission->evidence),
                          .city = index_evidence (unit->review != NULL ? unit->review->evidence : NULL),
                          .verdicts = index_verdicts (self, unit->review) };

  unit->citations = g_array_new (FALSE, FALSE, sizeof (YsScoreCitation));
  for (guint i = 0; i < unit->submission->items->len; i++)
    {
      const YsItem *item = g_ptr_array_index (unit->submission->items, i);

      for (guint j = 0; j < item->citations->len; j++)
        tie (self, unit, &index, g_ptr_array_index (item->citations, j), item->task);
    }
  for (guint i = 0; unit->review != NULL && i < unit->review->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (unit->review->citations, i);

      tie (self, unit, &index, citation, citation->task);
    }
  if (self->reasons)
    g_array_sort (unit->citations, compare_citations);
  g_clear_pointer (&index.own, g_hash_table_unref);
  g_clear_pointer (&index.city, g_hash_table_unref);
  g_clear_pointer (&index.verdicts, g_hash_table_unref);
}
