/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits in a workspace, counted once for all of the window: navigation, strip, desk and filters show these counts.
 * Counted off the main loop after every change. */
#pragma once

#include "ys-matrix-data.h"
#include "ys-said-row.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* A county's tasks are those that apply to it; days overdue count to the closing date (gui.md, 工作台). */
typedef struct {
  guint tasks, by_state[5];      /* by YsItemState; a task without an item is YS_STATE_NOT */
  guint unfinished;              /* neither done nor not applicable */
  guint late;                    /* unfinished and past their due date */
  guint latest_task, latest_days;/* the one that is overdue longest; 0: none */
  guint without_evidence;        /* begun, and nothing cited */
  guint open_thresholds, occurrences;
  const char *open_threshold;    /* name of the first, of the catalogue; NULL */
  guint first_unfinished;        /* number of the task; 0: none */
  guint musts, shoulds, hints;
  GPtrArray *checks;             /* of YsCheck, as ys_workspace_dup_checks() */
  guint received, units;         /* city: submissions received, of so many units */
  guint unsettled;               /* city: suspected occurrences */
  guint said[YS_N_SAID_FILTERS]; /* city and county: opinions and findings in each queue of 督查整改 */
  guint review[YS_N_MATRIX_FILTERS]; /* city: tasks of counties in each queue of the review */
  guint dossiers, unconcluded;   /* province, central: newest dossiers, of these without a conclusion */
  struct { guint agree, query, disagree, answered, contradictions, unsent; } opinions; /* province, central: threads; unsent: opinions */
} YsSummary;

/* Whether a task belongs to `unfinished`, `late`, `without_evidence`: the same rule that the counts follow.
 * @item NULL: nothing recorded. @due: with the unit's extension; @day: today, or the closing date where that is over. */
gboolean ys_task_is_unfinished (const YsItem *item);
gboolean ys_task_is_late (const YsItem *item, YsDate due, YsDate day);
gboolean ys_task_lacks_evidence (const YsItem *item, const YsSheetTask *task);
/* The due date that holds for the workspace's own unit, and the day up to which lateness counts now. */
YsDate ys_task_get_due (YsWorkspace *workspace, const YsTask *task);
YsDate ys_workspace_get_counting_day (YsWorkspace *workspace);

#define YS_TYPE_OVERVIEW (ys_overview_get_type ())
G_DECLARE_FINAL_TYPE (YsOverview, ys_overview, YS, OVERVIEW, GObject)
/* Signal "changed" (): new counts. */

/* The one overview of @workspace, made at the first call; unowned, lives as long as the workspace. Main loop only. */
YsOverview *ys_overview_of (YsWorkspace *workspace);
/* The newest counts; NULL until the first ones are there. Valid until the next "changed". */
const YsSummary *ys_overview_get_summary (YsOverview *self);

G_END_DECLS
