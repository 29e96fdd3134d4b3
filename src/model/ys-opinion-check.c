/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether opinions and findings make sense in a round: all that can't be is found at once, each with its place.
 * What they speak of must be there; offices above need not be units of the round, and an occurrence is known to the
 * office that recorded it alone, so its id may stand. */
#include "ys-opinion.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const YsStandard *standard;
  const YsAssessment *assessment;
  const char *file;
  YsFaults *faults;
  GHashTable *ids;
  guint first; /* faults that were there before */
} Check;

static void
check_init (Check *check, const YsStandard *standard, const YsAssessment *assessment, const char *file, YsFaults *faults)
{
  check->standard = standard;
  check->assessment = assessment;
  check->file = file;
  check->faults = faults;
  check->ids = g_hash_table_new (g_str_hash, g_str_equal);
  check->first = ys_faults_get_n (faults);
}

static void
check_id (Check *check, char *id, guint line)
{
  if (!g_hash_table_add (check->ids, id))
    ys_faults_add (check->faults, YS_ERROR_ID_TWICE, check->file, line, id, _ ("The id %s stands there twice."), id);
}

/* A document says itself for which round it is; what is being written here does not. */
static void
check_round (Check *check, const char *round)
{
  if (round != NULL && g_strcmp0 (round, check->assessment->id) != 0)
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, 0, round, _ ("This is about another round, %s."),
                   round);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
check_unit (Check *check, const char *unit, guint line)
{
  if (ys_assessment_get_unit (check->assessment, unit) != NULL)
    return TRUE;
  ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, line, unit, _ ("The round has no unit %s."), unit);
  return FALSE;
}

/* The task, and a point of it, are there. */
static void
check_place (Check *check, guint task, const char *point, guint line)
{
  const YsPoint *found = point != NULL ? ys_standard_get_point (check->standard, point) : NULL;
  g_autofree char *where = g_strdup_printf ("%u", task);

  if (task != 0 && ys_catalogue_get_task (check->standard->catalogue, task) == NULL)
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, line, where, _ ("The catalogue has no task %u."),
                   task);
  else if (point != NULL && (found == NULL || (task != 0 && (found->task == NULL || found->task->number != task))))
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, line, point,
                   _ ("There is no scoring point %s in what this speaks of."), point);
}

void
ys_opinion_get_limits (const YsOpinion *self, const YsStandard *standard, YsPoints *least, YsPoints *most)
{
  const YsPoint *point = self->point != NULL ? ys_standard_get_point (standard, self->point) : NULL;
  const YsTask *task = self->task != 0 ? ys_catalogue_get_task (standard->catalogue, self->task) : NULL;

  *least = 0;
  *most = standard->maximum;
  if (self->item != NULL || task == NULL)
    return;
  if (point != NULL)
    {
      *least = point->least;
      *most = point->most;
      return;
    }
  const YsTaskStandard *of_task = g_ptr_array_index (standard->by_task, task->index);
  *most = 0;
  for (guint i = 0; i < of_task->items->len; i++)
    {
      const YsPoint *one = g_ptr_array_index (of_task->items, i);
      *least += one->least;
      *most += one->most;
    }
}

static void
check_words (Check *check, const YsOpinion *opinion)
{
  YsPoints least, most;

  if (opinion->verdict != YS_OPINION_AGREE && is_blank (opinion->reason))
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, opinion->line, "reason",
                   _ ("Querying and disagreeing need a reason."));
  if (!opinion->has_points)
    return;
  ys_opinion_get_limits (opinion, check->standard, &least, &most);
  if (opinion->points >= least && opinion->points <= most)
    return;
  g_autofree char *from = ys_points_to_short (least), *to = ys_points_to_short (most);
  ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, opinion->line, "points",
                 _ ("Points here lie between %s and %s."), from, to);
}

static void
check_opinion (Check *check, const GPtrArray *opinions, guint index)
{
  const YsOpinion *opinion = g_ptr_array_index (opinions, index);
  const YsUnitInfo *unit = ys_assessment_get_unit (check->assessment, opinion->unit);

  check_id (check, opinion->id, opinion->line);
  if (check_unit (check, opinion->unit, opinion->line) && unit->kind != YS_OFFICE_CITY && unit->kind != YS_OFFICE_COUNTY)
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, opinion->line, opinion->unit,
                   _ ("An opinion is about a city or a county."));
  check_place (check, opinion->task, opinion->point, opinion->line);
  if (opinion->item != NULL && ys_catalogue_get_item (check->standard->catalogue, opinion->item) == NULL
      && !ys_id_is_valid (opinion->item))
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, opinion->line, opinion->item,
                   _ ("There is no negative item or occurrence %s."), opinion->item);
  if (opinion->item != NULL && opinion->task != 0)
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, opinion->line, opinion->item,
                   _ ("An opinion is about a task or about a negative item, not both."));
  check_words (check, opinion);
  for (guint i = 0; i < index; i++)
    {
      const YsOpinion *other = g_ptr_array_index (opinions, i);
      /* an earlier round may travel along with a later one; two of one moment contradict each other */
      if (ys_opinion_same_subject (opinion, other) && opinion->at == other->at
          && g_strcmp0 (opinion->office, other->office) == 0 && g_strcmp0 (opinion->id, other->id) != 0)
        ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, check->file, opinion->line, opinion->id,
                       _ ("Two opinions of one office on the same matter."));
    }
}

static void
check_answer (Check *check, const YsAnswer *answer)
{
  check_id (check, answer->id, answer->line);
  if (is_blank (answer->text))
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, answer->line, "text", _ ("An answer needs words."));
  /* what was changed: a scoring point, or a record or appeal by its id */
  if (answer->changed != NULL && ys_standard_get_point (check->standard, answer->changed) == NULL
      && !ys_id_is_valid (answer->changed))
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, check->file, answer->line, answer->changed,
                   _ ("What is named as changed, %s, is not there."), answer->changed);
}

static void
check_conclusion (Check *check, const YsConclusion *conclusion)
{
  check_id (check, conclusion->id, conclusion->line);
  check_unit (check, conclusion->unit, conclusion->line);
  if (conclusion->verdict != YS_CONCLUSION_PASS && is_blank (conclusion->reason))
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, conclusion->line, "reason",
                   _ ("This conclusion needs a reason."));
}

gboolean
ys_opinions_check (const YsOpinions *self, const YsStandard *standard, const YsAssessment *assessment, const char *file,
                   YsFaults *faults)
{
  Check check;

  check_init (&check, standard, assessment, file, faults);
  check_round (&check, self->assessment);
  for (guint i = 0; i < self->opinions->len; i++)
    check_opinion (&check, self->opinions, i);
  for (guint i = 0; i < self->answers->len; i++)
    check_answer (&check, g_ptr_array_index (self->answers, i));
  for (guint i = 0; i < self->conclusions->len; i++)
    check_conclusion (&check, g_ptr_array_index (self->conclusions, i));
  g_hash_table_unref (check.ids);
  return ys_faults_get_n (faults) == check.first;
}

static void
check_finding (Check *check, const YsFinding *finding)
{
  check_id (check, finding->id, finding->line);
  check_unit (check, finding->unit, finding->line);
  check_place (check, finding->task, finding->point, finding->line);
  if (is_blank (finding->title) || is_blank (finding->text))
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, finding->line, "text",
                   _ ("A finding needs a title and says what is wrong."));
  if (finding->severity != YS_FINDING_REMINDER && finding->due == 0)
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, finding->line, "due",
                   _ ("All but a reminder need a deadline."));
  if ((finding->state == YS_FINDING_VERIFIED) != (finding->verified_by != NULL))
    ys_faults_add (check->faults, YS_ERROR_VALUE, check->file, finding->line, "state",
                   _ ("A finding is verified where it says who verified it, and only there."));
}

gboolean
ys_findings_check (const YsFindings *self, const YsStandard *standard, const YsAssessment *assessment, const char *file,
                   YsFaults *faults)
{
  Check check;

  check_init (&check, standard, assessment, file, faults);
  check_round (&check, self->assessment);
  for (guint i = 0; i < self->findings->len; i++)
    check_finding (&check, g_ptr_array_index (self->findings, i));
  g_hash_table_unref (check.ids);
  return ys_faults_get_n (faults) == check.first;
}
