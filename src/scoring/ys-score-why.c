/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons of scoring points by bands and lines, of missing figures and of points that do not apply (rules 2
 * to 4). Each names its metric, document or clause and the citations tied to the point. */
#include "ys-score-explain.h"

void
ys_score_add_citations (const YsScoreUnit *unit, const YsPoint *point, YsWhy *why)
{
  for (guint i = 0; i < unit->citations->len; i++)
    {
      const YsScoreCitation *cited = &g_array_index (unit->citations, YsScoreCitation, i);

      if (cited->present && g_strcmp0 (cited->citation->point, point->id) == 0)
        ys_why_take_input (why, "citation", g_strdup (cited->citation->pages), cited->citation->id);
    }
}

static void
add (YsScoreUnit *unit, YsSheetPoint *sheet, YsWhy *why)
{
  ys_score_add_citations (unit, sheet->point, why);
  ys_sheet_add_why (&sheet->why, why);
}

/* A word that stands although it is open says so first. */
static void
explain_standing (YsSheetPoint *sheet, YsOpen open)
{
  if (open != YS_OPEN_NOT)
    ys_sheet_add_why (&sheet->why,
                      ys_why_new (YS_WHY_STANDS, "open", g_strdup (ys_score_open_text (open)), NULL, NULL));
}

static char *
row_words (const YsBandRow *row, const char *bound, gboolean held)
{
  static const char *const words[][2] = {
    [YS_COMPARE_GE] = { "未到%s档", "达到%s档" },   [YS_COMPARE_GT] = { "未超过%s档", "超过%s档" },
    [YS_COMPARE_LE] = { "超出%s档", "不超过%s档" }, [YS_COMPARE_LT] = { "不低于%s档", "低于%s档" },
    [YS_COMPARE_EQ] = { "不等于%s档", "等于%s档" },
  };
  GString *text;

  if (row->kind == YS_ROW_REPORTED)
    return g_strdup (held ? "有数" : "无数");
  if (row->kind == YS_ROW_WORD)
    return g_strdup (row->word);
  text = g_string_new (words[row->comparator][held ? 1 : 0]);
  g_string_replace (text, "%s", bound, 1);
  return g_string_free (text, FALSE);
}

static char *
bands_text (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsBandsReason *reason)
{
  g_autofree char *held = NULL, *failed = NULL;

  if (reason->held != NULL)
    {
      /* Only a row that compares has a bound. */
      g_autofree char *bound =
          reason->held->kind == YS_ROW_COMPARE
              ? ys_score_bound_text (self, unit, &point->measure, &reason->held->bound, reason->held_bound)
              : NULL;

      held = row_words (reason->held, bound, TRUE);
    }
  if (reason->failed != NULL && reason->failed->kind == YS_ROW_COMPARE)
    {
      g_autofree char *bound =
          ys_score_bound_text (self, unit, &point->measure, &reason->failed->bound, reason->failed_bound);

      failed = row_words (reason->failed, bound, FALSE);
    }
  if (held != NULL && failed != NULL)
    return g_strconcat (held, "、", failed, NULL);
  if (held != NULL)
    return g_steal_pointer (&held);
  return failed != NULL ? g_steal_pointer (&failed) : g_strdup ("");
}

void
ys_score_explain_bands (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsBandsReason *reason,
                        YsPoints score, YsSheetPoint *sheet)
{
  YsWhyCode code = reason->measured->is_word ? YS_WHY_WORD
                   : reason->held != NULL    ? YS_WHY_BAND
                                             : YS_WHY_NO_BAND;
  YsWhy *why =
      ys_why_new (code, "measure", ys_score_measure_name (self, &point->measure, point), NULL, "value",
                  g_strdup (sheet->measure_text), ys_score_measure_id (self, &point->measure), "band",
                  bands_text (self, unit, point, reason), NULL, "score", ys_points_to_display (score), NULL,
                  "full", ys_score_full_text (point), NULL, NULL);

  explain_standing (sheet, reason->measured->open);
  add (unit, sheet, why);
}

void
ys_score_explain_line (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
                       YsExact a, YsExact b, YsPoints score, YsSheetPoint *sheet)
{
  const YsMeasure *measure = &point->measure;

  explain_standing (sheet, measured->open);
  add (unit, sheet,
       ys_why_new (YS_WHY_LINE, "measure", ys_score_measure_name (self, measure, point), NULL, "value",
                   g_strdup (sheet->measure_text), ys_score_measure_id (self, measure), "low_bound",
                   ys_score_bound_text (self, unit, measure, &point->low_bound, a), NULL, "low",
                   ys_points_to_display (point->low_points), NULL, "high_bound",
                   ys_score_bound_text (self, unit, measure, &point->high_bound, b), NULL, "high",
                   ys_points_to_display (point->high_points), NULL, "score", ys_points_to_display (score),
                   NULL, "full", ys_score_full_text (point), NULL, NULL));
}

void
ys_score_explain_open_bound (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsBound *bound,
                             YsSheetPoint *sheet)
{
  YsOpen open = bound->kind >= YS_BOUND_MEAN ? YS_OPEN_GROUP : YS_OPEN_BOUND;

  if (!self->reasons)
    return;
  add (unit, sheet,
       ys_why_new (YS_WHY_OPEN_BOUND, "measure", ys_score_measure_name (self, &point->measure, point), NULL,
                   "value", g_strdup (sheet->measure_text), ys_score_measure_id (self, &point->measure),
                   "bound", g_strdup (ys_score_bound_name (bound->kind)), NULL, "open",
                   g_strdup (ys_score_open_text (open)), NULL, "score",
                   ys_points_to_display (MIN (0, point->least)), NULL, "full", ys_score_full_text (point),
                   NULL, NULL));
}

void
ys_score_explain_missing (YsScore *self, YsScoreUnit *unit, const YsPoint *point, YsOpen open,
                          YsSheetPoint *sheet)
{
  add (unit, sheet,
       ys_why_new (YS_WHY_MISSING, "measure", ys_score_measure_name (self, &point->measure, point),
                   ys_score_measure_id (self, &point->measure), "open", g_strdup (ys_score_open_text (open)),
                   NULL, "score", ys_points_to_display (MIN (0, point->least)), NULL, "full",
                   ys_score_full_text (point), NULL, NULL));
}

static char *
how_counted (const YsSheetPoint *sheet)
{
  g_autofree char *score = ys_points_to_display (sheet->score[YS_COMPUTED]);

  if (sheet->point->na == YS_NA_SHARE)
    return g_strdup_printf ("按分值的%u‰计，得%s分", sheet->point->na_permille, score);
  return g_strdup (sheet->point->na == YS_NA_MEAN ? "按平均分计" : "不计分值和得分");
}

void
ys_score_explain_not_applying (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet)
{
  const YsPoint *point = sheet->point;
  const char *reason = unit->accepted[point->index];

  if ((unit->task_flags[point->task->index] & YS_TASK_APPLICABLE) == 0)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_NA_TASK, NULL));
  else if (reason != NULL)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_NA_CLAIM, "reason", g_strdup (reason), NULL, "how",
                                               how_counted (sheet), NULL, NULL));
  else
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_NA_GROUP, "how", how_counted (sheet), NULL, NULL));
}

void
ys_score_explain_mean (YsScore *self, YsSheetPoint *sheet, guint n)
{
  if (n == 0)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_NA_MEAN_OPEN, NULL));
  else
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_NA_MEAN, "n", g_strdup_printf ("%u", n), NULL, "score",
                                               ys_points_to_display (sheet->score[YS_COMPUTED]), NULL, NULL));
}

void
ys_score_explain_set (YsSheetPoint *sheet, const YsSheetGate *gate)
{
  ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_SET, "title", g_strdup (gate->title), gate->id, "score",
                                             ys_points_to_display (sheet->score[YS_COMPUTED]), NULL, NULL));
}
