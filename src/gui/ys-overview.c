/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what waits after each change, on a worker thread, never two countings at once.
 * Everything that shows a count listens here, so that the same thing has the same figure everywhere. */
#include "ys-overview.h"

#include "ys-desk-upper.h"

/* Keystrokes come faster than anyone reads counts. */
#define PAUSE_MILLISECONDS 250

struct _YsOverview {
  GObject parent_instance;
  YsWorkspace *workspace; /* unowned: it owns this */
  GCancellable *cancellable;
  YsSummary *summary;
  guint pause;
  gboolean counting, again;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsOverview, ys_overview, G_TYPE_OBJECT)

static void start (YsOverview *self);

static void
ys_summary_free (gpointer data)
{
  YsSummary *summary = data;

  g_clear_pointer (&summary->checks, g_ptr_array_unref);
  g_free (summary);
}

/* ---- one rule for counts and filters ---- */

gboolean
ys_task_is_unfinished (const YsItem *item)
{
  return item == NULL || (item->state != YS_STATE_DONE && item->state != YS_STATE_NA);
}

gboolean
ys_task_is_late (const YsItem *item, YsDate due, YsDate day)
{
  return ys_task_is_unfinished (item) && due != 0 && due < day;
}

gboolean
ys_task_lacks_evidence (const YsItem *item, const YsSheetTask *task)
{
  return item != NULL && item->state != YS_STATE_NOT && item->state != YS_STATE_NA && !task->has_evidence;
}

YsDate
ys_task_get_due (YsWorkspace *workspace, const YsTask *task)
{
  YsAssessment *assessment = ys_workspace_get_assessment (workspace);
  YsExtension *extension
    = ys_assessment_get_extension (assessment, ys_workspace_get_unit (workspace), task->number);

  return extension != NULL ? extension->due : task->due;
}

YsDate
ys_workspace_get_counting_day (YsWorkspace *workspace)
{
  YsDate closing = ys_workspace_get_assessment (workspace)->closing, today = ys_clock_today ();

  return closing != 0 && closing < today ? closing : today;
}

/* ---- counting, on a worker thread ---- */

static void
count_task (YsSummary *summary, YsWorkspace *workspace, const YsSubmission *submission, const YsSheetTask *task,
            YsDate day)
{
  const YsTask *known = task->standard->task;
  const YsItem *item = submission != NULL ? ys_submission_get_item (submission, known->number) : NULL;
  YsDate due = ys_task_get_due (workspace, known);

  summary->tasks++;
  summary->by_state[item != NULL ? item->state : YS_STATE_NOT]++;
  if (ys_task_is_unfinished (item))
    {
      summary->unfinished++;
      if (summary->first_unfinished == 0)
        summary->first_unfinished = known->number;
    }
  if (ys_task_is_late (item, due, day))
    {
      summary->late++;
      if (day - due > summary->latest_days)
        {
          summary->latest_days = day - due;
          summary->latest_task = known->number;
        }
    }
  if (ys_task_lacks_evidence (item, task))
    summary->without_evidence++;
}

static void
count_own (YsSummary *summary, YsWorkspace *workspace, const YsSheetUnit *own)
{
  YsDate day = ys_workspace_get_counting_day (workspace);

  for (guint i = 0; i < own->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (own->parts, i);
      for (guint j = 0; j < part->tasks->len; j++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, j);
          if (task->applicable)
            count_task (summary, workspace, own->submission, task, day);
        }
    }
  for (guint i = 0; i < own->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (own->thresholds, i);
      if (!threshold->open)
        continue;
      summary->open_thresholds++;
      if (summary->open_threshold == NULL)
        summary->open_threshold = threshold->item->name;
    }
  summary->occurrences = own->occurrences->len;
}

static void
count_city (YsSummary *summary, YsWorkspace *workspace, const YsSheet *sheet)
{
  YsAssessment *assessment = ys_workspace_get_assessment (workspace);

  for (guint i = 0; i < assessment->units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (assessment->units, i);
      summary->units += unit->kind == YS_OFFICE_COUNTY && g_strcmp0 (unit->parent, ys_workspace_get_unit (workspace)) == 0;
    }
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (sheet->units, i);
      summary->received += unit->submission != NULL;
      for (guint j = 0; j < unit->occurrences->len; j++)
        {
          const YsSheetOccurrence *one = g_ptr_array_index (unit->occurrences, j);
          summary->unsettled += one->occurrence->state == YS_VERIFY_SUSPECTED && one->occurrence->merged_into == NULL;
        }
      for (guint j = 0; j < unit->thresholds->len; j++)
        summary->open_thresholds += ((const YsSheetThreshold *) g_ptr_array_index (unit->thresholds, j))->open;
    }
}

static void
count_checks (YsSummary *summary, YsWorkspace *workspace, GCancellable *cancellable)
{
  summary->checks = ys_workspace_dup_checks (workspace, cancellable);
  for (guint i = 0; summary->checks != NULL && i < summary->checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (summary->checks, i);
      summary->musts += check->level == YS_CHECK_MUST;
      summary->shoulds += check->level == YS_CHECK_SHOULD;
      summary->hints += check->level == YS_CHECK_HINT;
    }
}

static gpointer
count (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsSheet) sheet = ys_workspace_dup_sheet (workspace);
  YsSummary *summary = g_new0 (YsSummary, 1);
  YsSheetUnit *own = sheet != NULL ? ys_workspace_get_own_unit (workspace, sheet) : NULL;

  if (own != NULL)
    count_own (summary, workspace, own);
  else if (sheet != NULL)
    count_city (summary, workspace, sheet);
  if (sheet != NULL && ys_workspace_get_office (workspace) == YS_OFFICE_CITY)
    ys_matrix_count (workspace, sheet, summary->review);
  if (ys_workspace_get_office (workspace) == YS_OFFICE_COUNTY || ys_workspace_get_office (workspace) == YS_OFFICE_CITY)
    ys_said_rows_count (workspace, summary->said);
  if (ys_desk_is_upper (workspace))
    ys_desk_upper_count (summary, workspace);
  if (ys_workspace_get_office (workspace) == YS_OFFICE_COUNTY)
    count_checks (summary, workspace, cancellable);
  return summary;
}

/* ---- when to count ---- */

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOverview) self = data;
  YsSummary *summary = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  self->counting = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&summary, ys_summary_free);
      return;
    }
  if (summary != NULL)
    {
      g_clear_pointer (&self->summary, ys_summary_free);
      self->summary = summary;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  if (self->again)
    start (self);
}

static gboolean
on_pause_over (gpointer data)
{
  YsOverview *self = data;

  self->pause = 0;
  if (self->counting)
    {
      self->again = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->again = FALSE;
  self->counting = TRUE;
  ys_workspace_run_async (self->workspace, count, NULL, NULL, ys_summary_free, self->cancellable, on_counted,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
start (YsOverview *self)
{
  if (self->pause == 0 && !g_cancellable_is_cancelled (self->cancellable))
    self->pause = g_timeout_add (self->summary != NULL ? PAUSE_MILLISECONDS : 0, on_pause_over, self);
}

static void
ys_overview_dispose (GObject *object)
{
  YsOverview *self = YS_OVERVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
  G_OBJECT_CLASS (ys_overview_parent_class)->dispose (object);
}

static void
ys_overview_finalize (GObject *object)
{
  YsOverview *self = YS_OVERVIEW (object);

  g_clear_pointer (&self->summary, ys_summary_free);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ys_overview_parent_class)->finalize (object);
}

static void
ys_overview_class_init (YsOverviewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = ys_overview_dispose;
  object_class->finalize = ys_overview_finalize;
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", YS_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_overview_init (YsOverview *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
dispose_and_unref (gpointer data)
{
  g_object_run_dispose (data);
  g_object_unref (data);
}

YsOverview *
ys_overview_of (YsWorkspace *workspace)
{
  static const char key[] = "ys-overview";
  YsOverview *self = g_object_get_data (G_OBJECT (workspace), key);

  if (self != NULL)
    return self;
  self = g_object_new (YS_TYPE_OVERVIEW, NULL);
  self->workspace = workspace;
  g_object_set_data_full (G_OBJECT (workspace), key, self, dispose_and_unref);
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

const YsSummary *
ys_overview_get_summary (YsOverview *self)
{
  return self->summary;
}
