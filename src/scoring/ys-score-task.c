/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules 5 to 7: the sum of a task's points, what comes off for lateness, the cap without evidence, and the
 * gates on the task. The three figures differ here only in the scores they bring and in whose verdicts hold.
 */
#include "ys-score.h"

static YsPoints
late_loss (YsScore *self, const YsScoreUnit *unit, guint task, const YsScoreRun *run, YsPoints sum)
{
  guint flags = unit->task_flags[task];
  guint64 permille =
      MIN ((guint64)unit->task_months[task] * self->standard->late_month, self->standard->late_cap);

  if (sum <= 0 || (flags & YS_TASK_NO_LATE_LOSS) != 0)
    return 0;
  if (run->forgives_late && (flags & YS_TASK_LATE_OPEN) != 0)
    return 0;
  return ys_score_permille (sum, (guint)permille);
}

YsPoints
ys_score_task (YsScore *self, YsScoreUnit *unit, guint task, const YsScoreRun *run, YsSheetTask *sheet)
{
  guint flags = unit->task_flags[task];
  guint evidence = run->figure == YS_DECIDED ? YS_TASK_EVIDENCE_DECIDED : YS_TASK_EVIDENCE;
  YsPoints sum = 0, loss, score;
  gboolean capped = (flags & YS_TASK_APPLICABLE) != 0 && (flags & evidence) == 0;

  if (sheet != NULL)
    sheet->evidence_cap[run->figure] = capped;
  if ((flags & YS_TASK_COUNTS) == 0)
    return 0;
  for (guint i = self->first_point[task]; i < self->first_point[task + 1]; i++)
    {
      if ((unit->point_flags[i] & YS_POINT_COUNTS) != 0)
        sum += run->scores[i];
    }
  loss = late_loss (self, unit, task, run, sum);
  score = sum - loss;
  if (capped)
    score = MIN (score, ys_score_permille (unit->task_points[task], self->standard->evidence_without));
  if (unit->task_gates[task] != YS_NO_GATE)
    score = ys_score_permille (unit->task_points[task], (guint)unit->task_gates[task]);
  if (sheet != NULL)
    {
      sheet->sum[run->figure] = sum;
      sheet->late[run->figure] = loss;
      sheet->score[run->figure] = score;
    }
  return score;
}
