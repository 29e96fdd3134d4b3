/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons of a unit's base, bonus, total, grade and rank (rules 8 and 10).
 * The rank says what set the unit apart from the one before it. */
#include "ys-score-explain.h"

static void
explain_base (const YsScore *self, YsSheetUnit *sheet)
{
  YsPoints sum = 0;

  if (sheet->no_content)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_NO_CONTENT, NULL));
  else
    ys_sheet_add_why (&sheet->why,
                      ys_why_new (YS_WHY_BASE, "base", ys_points_to_display (sheet->base), NULL, NULL));
  if (!self->standard->has_bonus)
    return;
  for (guint i = 0; i < sheet->n_bonus_points; i++)
    sum += sheet->bonus_points[i].score[YS_COMPUTED];
  ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_BONUS, "sum", ys_points_to_display (sum), NULL, "cap",
                                             ys_points_to_display (self->standard->bonus_cap), NULL, "bonus",
                                             ys_points_to_display (sheet->bonus), NULL, NULL));
}

static void
explain_total (const YsScore *self, YsSheetUnit *sheet)
{
  YsPoints total = MAX (0, MIN (sheet->base + sheet->bonus, self->standard->maximum) - sheet->deduction);

  ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_TOTAL, "base", ys_points_to_display (sheet->base), NULL,
                                             "bonus", ys_points_to_display (sheet->bonus), NULL, "maximum",
                                             ys_points_to_display (self->standard->maximum), NULL,
                                             "deduction", ys_points_to_display (sheet->deduction), NULL,
                                             "total", ys_points_to_display (total), NULL, NULL));
  for (guint i = 0; i < sheet->gates->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (sheet->gates, i);

      ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_TOTAL_GATE, "title", g_strdup (gate->title), gate->id,
                                                 "total", ys_points_to_display (sheet->total), NULL, NULL));
    }
}

static const char *
grade_name (const YsScore *self, guint grade)
{
  return ((YsGrade *)g_ptr_array_index (self->standard->grades, grade))->name;
}

static const YsSheetGate *
strictest (const YsSheetUnit *sheet)
{
  const YsSheetGate *found = NULL;

  for (guint i = 0; i < sheet->vetoes->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (sheet->vetoes, i);

      if (found == NULL || gate->grade > found->grade)
        found = gate;
    }
  return found;
}

static void
explain_grade (const YsScore *self, YsSheetUnit *sheet)
{
  const YsSheetGate *gate = strictest (sheet);
  YsWhyCode code = YS_WHY_GRADE;
  YsWhy *why;

  if (sheet->moved_by_places)
    code = YS_WHY_GRADE_PLACES;
  else if (gate != NULL && gate->grade == sheet->grade)
    code = YS_WHY_GRADE_LIMITED;
  why = ys_why_new (code, "total", ys_points_to_display (sheet->total), NULL, "grade",
                    g_strdup (grade_name (self, sheet->grade)), NULL, NULL);
  if (code == YS_WHY_GRADE_LIMITED && gate != NULL)
    {
      ys_why_take_input (why, "title", g_strdup (gate->title), gate->id);
      ys_why_take_input (why, "limit", g_strdup (grade_name (self, gate->grade)), NULL);
    }
  ys_sheet_add_why (&sheet->why, why);
  if (!sheet->has_rank)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_GRADE_PROVISIONAL, NULL));
}

/* The ranked unit of the same group that stands just before this one, by rank. */
static const YsSheetUnit *
unit_before (const YsScore *self, const YsScoreUnit *unit, guint *n_ranked, guint *n_same)
{
  const YsSheetUnit *before = NULL;

  for (guint i = 0; i < self->n_units; i++)
    {
      const YsSheetUnit *other = self->units[i].sheet;

      if (self->units[i].group != unit->group || !other->has_rank)
        continue;
      *n_ranked += 1;
      *n_same += other->rank == unit->sheet->rank ? 1 : 0;
      if (other->rank < unit->sheet->rank && (before == NULL || other->rank > before->rank))
        before = other;
    }
  return before;
}

static const char *
rank_reason (const YsSheetUnit *sheet, const YsSheetUnit *before, guint n_same)
{
  if (sheet->vetoed && (before == NULL || !before->vetoed))
    return "（一票否决，排在其他单位之后）";
  if (n_same > 1)
    return "（总分、扣分、基础分均相同，名次并列）";
  if (before == NULL || before->total != sheet->total)
    return "";
  return before->deduction != sheet->deduction ? "（与上一名总分相同，扣分较多）"
                                               : "（与上一名总分、扣分相同，基础分较低）";
}

static void
explain_rank (const YsScore *self, const YsScoreUnit *unit)
{
  YsSheetUnit *sheet = unit->sheet;
  guint n_ranked = 0, n_same = 0;
  const YsSheetUnit *before;
  g_autofree char *group = NULL;

  if (!sheet->has_rank)
    {
      ys_sheet_add_why (&sheet->why,
                        ys_why_new (YS_WHY_NO_RANK, "reason", g_strdup (sheet->no_rank_reason), NULL, NULL));
      return;
    }
  before = unit_before (self, unit, &n_ranked, &n_same);
  if (unit->group < self->n_groups)
    group = g_strconcat (((YsUnitGroup *)g_ptr_array_index (self->standard->groups, unit->group))->name, "的",
                         NULL);
  ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_RANK, "group", g_strdup (group), NULL, "n",
                                             g_strdup_printf ("%u", n_ranked), NULL, "rank",
                                             g_strdup_printf ("%u", sheet->rank), NULL, "reason",
                                             g_strdup (rank_reason (sheet, before, n_same)),
                                             before != NULL ? before->submission->unit : NULL, NULL));
}

static void
explain_range (YsSheetUnit *sheet)
{
  if (sheet->open_points == 0 && sheet->low == sheet->high)
    return;
  ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_RANGE, "n", g_strdup_printf ("%u", sheet->open_points),
                                             NULL, "low", ys_points_to_display (sheet->low), NULL, "high",
                                             ys_points_to_display (sheet->high), NULL, NULL));
}

void
ys_score_explain_unit (YsScore *self, YsScoreUnit *unit)
{
  if (!self->reasons)
    return;
  ys_score_explain_parts (self, unit);
  explain_base (self, unit->sheet);
  explain_total (self, unit->sheet);
  explain_grade (self, unit->sheet);
  explain_rank (self, unit);
  explain_range (unit->sheet);
  ys_score_list_open (self, unit);
}
