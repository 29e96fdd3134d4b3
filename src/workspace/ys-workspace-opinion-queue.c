/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queue of a reviewing office: tasks and deductions of each county with what makes them worth a look.
 * The sample is drawn by a digest, so that nobody chooses it and everybody can draw it again. */
#include "ys-workspace-opinion-private.h"

#include "ys-id.h"

#include <string.h>

/* One in so many tasks is sampled. */
#define SAMPLE_OF 10

const char *
ys_queue_filter_nick (YsQueueFilter filter)
{
  static const char *const nicks[] = { "all", "deduction", "high", "doubtful", "sampled" };

  return nicks[filter];
}

void
ys_queue_entry_free (YsQueueEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->item);
  g_free (self->title);
  g_free (self);
}

static gboolean
is_sampled (const char *round, const char *unit, guint task)
{
  g_autofree char *text = g_strdup_printf ("%s %s %u", round, unit, task);
  g_autofree char *digest = ys_digest_of_bytes (text, strlen (text));

  /* the first 32 bits: even enough over ten */
  digest[8] = '\0';
  return g_ascii_strtoull (digest, NULL, 16) % SAMPLE_OF == 0;
}

/* ---- what is doubted ---- */

/* Whether the newest review judges a citation of the task insufficient or mismatched. */
static gboolean
is_doubted (const YsUnitReview *review, const YsSubmission *submission, guint task)
{
  const YsItem *item = submission != NULL ? ys_submission_get_item (submission, task) : NULL;

  for (guint c = 0; item != NULL && review != NULL && c < item->citations->len; c++)
    {
      const YsCitation *citation = g_ptr_array_index (item->citations, c);
      for (guint v = 0; v < review->verdicts->len; v++)
        {
          const YsCitationVerdict *verdict = g_ptr_array_index (review->verdicts, v);
          if (g_strcmp0 (verdict->citation, citation->id) == 0
              && (verdict->verdict == YS_VERDICT_INSUFFICIENT || verdict->verdict == YS_VERDICT_MISMATCHED))
            return TRUE;
        }
    }
  return FALSE;
}

/* ---- entries ---- */

/* With the lock held: what this office said of it. */
static void
fill_opinion (YsWorkspace *self, YsQueueEntry *entry)
{
  const YsOpinion like = { .unit = entry->unit, .task = entry->task, .item = entry->item };
  const YsOpinion *newest = ys_opinion_desk_get_newest (self->opinions, self->unit, &like);
  const GPtrArray *about = ys_opinion_desk_list_about (self->opinions, &like);

  if (newest == NULL)
    return;
  entry->has_opinion = TRUE;
  entry->verdict = newest->verdict;
  entry->sent = ys_opinion_desk_has_travelled (self->opinions, newest->id, 0);
  for (guint i = 0; i < about->len; i++)
    entry->round += g_strcmp0 (((YsOpinion *) g_ptr_array_index (about, i))->office, self->unit) == 0;
  entry->answered = ys_opinion_desk_list_answers (self->opinions, newest->id) != NULL;
}

static YsQueueEntry *
new_entry (const YsSheetUnit *unit, guint task, const char *item, const char *title)
{
  YsQueueEntry *entry = g_new0 (YsQueueEntry, 1);

  entry->unit = g_strdup (unit->unit->id);
  entry->task = task;
  entry->item = g_strdup (item);
  entry->title = g_strdup (title);
  return entry;
}

/* Twice the mean of the tasks that apply to the unit. */
static YsPoints
high_from (const YsSheetUnit *unit)
{
  YsPoints sum = 0;
  guint n = 0;

  for (guint p = 0; p < unit->parts->len; p++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, p);
      for (guint t = 0; t < part->tasks->len; t++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, t);
          sum += task->points;
          n += task->points > 0;
        }
    }
  return n > 0 ? 2 * sum / n : G_MAXINT64;
}

static void
add_tasks (const YsSheet *sheet, const YsSheetUnit *unit, GPtrArray *queue)
{
  const YsUnitReview *review
    = sheet->facts->review != NULL ? ys_review_get_unit (sheet->facts->review, unit->unit->id) : NULL;
  YsPoints high = high_from (unit);

  for (guint p = 0; p < unit->parts->len; p++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, p);
      for (guint t = 0; t < part->tasks->len; t++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, t);
          const YsTask *in_catalogue = task->standard->task;
          YsQueueEntry *entry;

          if (!task->applicable || task->points == 0)
            continue;
          entry = new_entry (unit, in_catalogue->number, NULL, in_catalogue->title);
          entry->possible = task->points;
          entry->decided = task->score[YS_DECIDED];
          entry->is_decided = TRUE;
          for (guint d = 0; d < task->details->len; d++)
            {
              const YsSheetPoint *point = g_ptr_array_index (task->details, d);
              entry->is_decided &= !point->applies || point->is_decided;
            }
          entry->high = task->points >= high;
          entry->doubtful = is_doubted (review, unit->submission, in_catalogue->number)
                            || (!task->has_evidence && task->sum[YS_DECIDED] > 0);
          entry->sampled = is_sampled (sheet->facts->assessment->id, entry->unit, entry->task);
          g_ptr_array_add (queue, entry);
        }
    }
}

static void
add_deductions (const YsSheetUnit *unit, GPtrArray *queue)
{
  for (guint i = 0; i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *occurrence = g_ptr_array_index (unit->occurrences, i);
      YsQueueEntry *entry;

      if (!occurrence->counts || (occurrence->deduction == 0 && !occurrence->contained))
        continue;
      entry = new_entry (unit, 0, occurrence->occurrence->id, occurrence->occurrence->title);
      entry->deduction = entry->is_decided = TRUE;
      entry->decided = occurrence->deduction;
      g_ptr_array_add (queue, entry);
    }
  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);
      YsQueueEntry *entry;

      if (threshold->deduction == 0)
        continue;
      entry = new_entry (unit, 0, threshold->item->id, threshold->item->name);
      entry->deduction = TRUE;
      entry->is_decided = !threshold->open;
      entry->decided = threshold->deduction;
      g_ptr_array_add (queue, entry);
    }
}

gboolean
ys_queue_entry_passes (const YsQueueEntry *entry, YsQueueFilter filter)
{
  switch (filter)
    {
    case YS_QUEUE_DEDUCTION:
      return entry->deduction;
    case YS_QUEUE_HIGH:
      return entry->high;
    case YS_QUEUE_DOUBTFUL:
      return entry->doubtful;
    case YS_QUEUE_SAMPLED:
      return entry->sampled;
    case YS_QUEUE_ALL:
    default:
      return TRUE;
    }
}

GPtrArray *
ys_workspace_dup_opinion_queue (YsWorkspace *self, YsSheet *sheet, const char *unit, YsQueueFilter filter)
{
  GPtrArray *queue = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_queue_entry_free);

  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *one = g_ptr_array_index (sheet->units, i);

      if (unit != NULL && g_strcmp0 (one->unit->id, unit) != 0)
        continue;
      add_tasks (sheet, one, queue);
      add_deductions (one, queue);
    }
  for (guint i = queue->len; i > 0; i--)
    if (!ys_queue_entry_passes (g_ptr_array_index (queue, i - 1), filter))
      g_ptr_array_remove_index (queue, i - 1);
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < queue->len; i++)
    fill_opinion (self, g_ptr_array_index (queue, i));
  g_mutex_unlock (&self->lock);
  return queue;
}
