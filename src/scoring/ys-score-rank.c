/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10, rank within the group and grades with places 名额.
 * Units that do not all fit into a grade's places take the next one together with all ranked behind them. */
#include "ys-score.h"

static gboolean
has_rank (const YsScore *self, const YsSheetUnit *sheet)
{
  const YsScoreFlags chosen = YS_SCORE_FIGURE_COMPUTED | YS_SCORE_FIGURE_SELF | YS_SCORE_FIGURE_DECIDED;

  return !sheet->no_content && ((self->flags & chosen) != 0 || sheet->state >= YS_SUBMISSION_SCORED);
}

/* Before: better. 0: the same rank. */
static int
compare_merit (const YsSheetUnit *one, const YsSheetUnit *other)
{
  if (one->vetoed != other->vetoed)
    return one->vetoed ? 1 : -1;
  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  if (one->deduction != other->deduction)
    return one->deduction < other->deduction ? -1 : 1;
  return (one->base < other->base) - (one->base > other->base);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const YsScoreUnit *one = *(YsScoreUnit *const *)a, *other = *(YsScoreUnit *const *)b;

  return compare_merit (one->sheet, other->sheet);
}

static guint
places_of (const YsGrade *grade, guint n_group)
{
  if (grade->has_places)
    return grade->places;
  if (grade->has_places_permille)
    return (guint)((guint64)n_group * grade->places_permille / 1000);
  return G_MAXUINT;
}

/* @ranked: the group's ranked units in order. Moves those who find no place in @grade to the next one. */
static void
fill_grade (const GPtrArray *ranked, guint grade, guint places)
{
  guint taken = 0;
  gboolean full = FALSE;

  for (guint i = 0; i < ranked->len;)
    {
      guint rank = ((YsScoreUnit *)g_ptr_array_index (ranked, i))->sheet->rank;
      guint end = i, same = 0;

      for (; end < ranked->len; end++)
        {
          const YsSheetUnit *sheet = ((YsScoreUnit *)g_ptr_array_index (ranked, end))->sheet;

          if (sheet->rank != rank)
            break;
          same += sheet->grade == grade ? 1 : 0;
        }
      full = full || taken + same > places;
      for (guint j = i; j < end && full; j++)
        {
          YsSheetUnit *sheet = ((YsScoreUnit *)g_ptr_array_index (ranked, j))->sheet;

          if (sheet->grade == grade)
            {
              sheet->grade++;
              sheet->moved_by_places = TRUE;
            }
        }
      taken += same;
      i = end;
    }
}

static void
rank_group (YsScore *self, guint group)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  guint n_group = 0;

  for (guint i = 0; i < self->n_units; i++)
    {
      if (self->units[i].group != group)
        continue;
      n_group++;
      if (has_rank (self, self->units[i].sheet))
        g_ptr_array_add (ranked, &self->units[i]);
    }
  g_ptr_array_sort (ranked, compare_units);
  for (guint i = 0; i < ranked->len; i++)
    {
      YsSheetUnit *sheet = ((YsScoreUnit *)g_ptr_array_index (ranked, i))->sheet;
      const YsSheetUnit *before = i > 0 ? ((YsScoreUnit *)g_ptr_array_index (ranked, i - 1))->sheet : NULL;

      sheet->has_rank = TRUE;
      sheet->rank = before != NULL && compare_merit (before, sheet) == 0 ? before->rank : i + 1;
    }
  for (guint i = 0; i + 1 < self->standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (self->standard->grades, i);

      if (grade->has_places || grade->has_places_permille)
        fill_grade (ranked, i, places_of (grade, n_group));
    }
}

void
ys_score_grades (YsScore *self)
{
  for (guint group = 0; group <= self->n_groups; group++)
    rank_group (self, group);
  for (guint i = 0; i < self->n_units; i++)
    {
      YsSheetUnit *sheet = self->units[i].sheet;

      if (sheet->has_rank)
        continue;
      sheet->no_rank_reason =
          g_strdup (sheet->no_content ? "无可评内容，不参加排名" : "尚未评审，不参加排名");
    }
}
