/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons of decided figures (rule 11): who scored how much with which reason, how the scores were combined,
 * or why the lead has to decide. They stand beside the reasons of the computed figure. */
#include "ys-score-explain.h"

static char *
word_text (const char *word)
{
  return word != NULL && *word != '\0' ? g_strdup_printf ("（%s）", word) : NULL;
}

static const char *
assessor_name (const YsScore *self, const char *id)
{
  for (guint i = 0; i < self->facts->review->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->facts->review->assessors, i);

      if (g_str_equal (assessor->id, id))
        return assessor->name != NULL ? assessor->name : id;
    }
  return id;
}

void
ys_score_explain_assessor (YsScore *self, const YsReviewScore *score, YsPoints points, YsSheetPoint *sheet)
{
  gboolean has_reason = score->reason != NULL && *score->reason != '\0';

  ys_sheet_add_why (&sheet->why_decided,
                    ys_why_new (YS_WHY_ASSESSOR, "assessor", g_strdup (assessor_name (self, score->assessor)),
                                score->assessor, "score", ys_points_to_display (points), NULL, "word",
                                word_text (score->word), NULL, "reason",
                                has_reason ? g_strdup_printf ("（%s）", score->reason) : NULL, NULL, NULL));
}

void
ys_score_explain_combined (YsScore *self, guint n, YsPoints combined, YsSheetPoint *sheet)
{
  static const char *const how[] = { "取平均", "去掉最高和最低后取平均", "取中位数", "以组长评分为准" };
  YsCombine combine = self->standard->combine;

  if (combine == YS_COMBINE_TRIMMED && n < 5)
    combine = YS_COMBINE_MEAN;
  ys_sheet_add_why (&sheet->why_decided, ys_why_new (YS_WHY_COMBINED, "n", g_strdup_printf ("%u", n), NULL,
                                                     "how", g_strdup (how[combine]), NULL, "score",
                                                     ys_points_to_display (combined), NULL, NULL));
}

void
ys_score_explain_spread (YsScore *self, const GArray *points, YsSheetPoint *sheet)
{
  g_autofree char *lowest = ys_points_to_display (g_array_index (points, YsPoints, 0));
  g_autofree char *highest = ys_points_to_display (g_array_index (points, YsPoints, points->len - 1));
  char *spread =
      g_strdup_printf ("最低%s分、最高%s分，允许相差分值的%u‰", lowest, highest, self->standard->tolerance);

  if (self->standard->combine == YS_COMBINE_LEAD)
    {
      g_free (spread);
      spread = g_strdup ("以组长评分为准");
    }
  ys_sheet_add_why (&sheet->why_decided, ys_why_new (YS_WHY_SPREAD, "n", g_strdup_printf ("%u", points->len),
                                                     NULL, "spread", spread, NULL, NULL));
}

void
ys_score_explain_decision (YsScore *self, const YsDecision *decision, YsSheetPoint *sheet)
{
  ys_sheet_add_why (&sheet->why_decided,
                    ys_why_new (YS_WHY_DECISION, "score", ys_points_to_display (sheet->score[YS_DECIDED]),
                                NULL, "word", word_text (decision->word), NULL, "reason",
                                g_strdup (decision->reason), NULL, NULL));
}
