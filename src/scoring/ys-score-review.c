/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 11, 认定: the lead's decision, or the combined scores of all assessors assigned to a point.
 * Until one of them holds, the decided figure stands at the computed one, open. */
#include "ys-score.h"
#include "ys-scoring.h"

#include "ys-score-explain.h"

YsPoints
ys_score_word_points (const YsPoint *point, const char *word)
{
  for (guint i = 0; i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);

      if (row->kind == YS_ROW_WORD && g_strcmp0 (row->word, word) == 0)
        return CLAMP (ys_score_row_points (point, row), point->least, point->most);
    }
  return MIN (0, point->least);
}

static const YsReviewScore *
find_score (const GPtrArray *scores, const char *assessor)
{
  for (guint i = 0; scores != NULL && i < scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (scores, i);

      if (g_str_equal (score->assessor, assessor))
        return score;
    }
  return NULL;
}

typedef struct
{
  GArray *points;    /* of YsPoints: all assigned assessors' scores */
  GArray *leads;     /* of YsPoints: those of leads among them */
  gboolean complete; /* at least one is assigned and all have scored */
} Assessed;

/* The scores of all assessors who are assigned to the point's task and not released. */
static void
gather (YsScore *self, const YsScoreUnit *unit, const YsPoint *point, Assessed *assessed, YsSheetPoint *sheet)
{
  const GPtrArray *assignments = unit->review->assignments, *scores = unit->scores[point->index];

  assessed->complete = TRUE;
  for (guint i = 0; i < assignments->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (assignments, i);
      const YsReviewScore *score;
      YsPoints points;

      if (assignment->task != point->task->number || assignment->released)
        continue;
      score = find_score (scores, assignment->assessor);
      if (score == NULL)
        {
          assessed->complete = FALSE;
          continue;
        }
      points = score->has_points ? score->points : ys_score_word_points (point, score->word);
      g_array_append_val (assessed->points, points);
      if (g_hash_table_contains (self->leads, assignment->assessor))
        g_array_append_val (assessed->leads, points);
      if (self->reasons)
        ys_score_explain_assessor (self, score, points, sheet);
    }
  assessed->complete = assessed->complete && assessed->points->len > 0;
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  YsPoints one = *(const YsPoints *)a, other = *(const YsPoints *)b;

  return (one > other) - (one < other);
}

static YsPoints
mean_of (const GArray *points, guint from, guint to)
{
  YsPoints sum = 0;

  for (guint i = from; i < to; i++)
    sum += g_array_index (points, YsPoints, i);
  return ys_exact_round_points (ys_exact_from_ratio (sum, (gint64)(to - from) * YS_POINTS_ONE));
}

gboolean
ys_score_combine (const YsStandard *standard, const YsPoint *point, GArray *points, const GArray *leads,
                  YsPoints *combined)
{
  guint from = 0, to = points->len;
  YsPoints measure = point->points > 0 ? point->points : point->most, spread;

  g_array_sort (points, compare_points);
  if (standard->combine == YS_COMBINE_TRIMMED && to >= 5)
    {
      from++;
      to--;
    }
  spread = g_array_index (points, YsPoints, to - 1) - g_array_index (points, YsPoints, from);
  if (spread * 1000 > (gint64)standard->tolerance * measure)
    return FALSE;
  switch (standard->combine)
    {
    case YS_COMBINE_MEDIAN:
      *combined = mean_of (points, (to - 1) / 2, to / 2 + 1);
      return TRUE;
    case YS_COMBINE_LEAD:
      if (leads->len == 0)
        return FALSE;
      *combined = mean_of (leads, 0, leads->len);
      return TRUE;
    case YS_COMBINE_MEAN:
    case YS_COMBINE_TRIMMED:
    default:
      *combined = mean_of (points, from, to);
      return TRUE;
    }
}

static void
decide (YsSheetPoint *sheet, YsPoints score)
{
  sheet->is_decided = TRUE;
  sheet->score[YS_DECIDED] = score;
  sheet->open[YS_DECIDED] = YS_OPEN_NOT;
}

void
ys_score_review (YsScore *self, YsScoreUnit *unit, YsSheetPoint *sheet)
{
  const YsPoint *point = sheet->point;
  const YsDecision *decision = unit->decisions != NULL ? unit->decisions[point->index] : NULL;

  if (unit->scores != NULL)
    {
      Assessed assessed = { .points = g_array_new (FALSE, FALSE, sizeof (YsPoints)),
                            .leads = g_array_new (FALSE, FALSE, sizeof (YsPoints)) };
      YsPoints combined;

      gather (self, unit, point, &assessed, sheet);
      if (decision == NULL && assessed.complete && ys_score_combine (self->standard, point, assessed.points, assessed.leads, &combined))
        {
          decide (sheet, combined);
          if (self->reasons)
            ys_score_explain_combined (self, assessed.points->len, combined, sheet);
        }
      else if (decision == NULL && assessed.complete && self->reasons)
        ys_score_explain_spread (self, assessed.points, sheet);
      g_array_unref (assessed.points);
      g_array_unref (assessed.leads);
    }
  if (decision != NULL)
    {
      decide (sheet, decision->has_points ? decision->points : ys_score_word_points (point, decision->word));
      if (self->reasons)
        ys_score_explain_decision (self, decision, sheet);
    }
}
