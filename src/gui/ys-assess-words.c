/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for one scoring point. Nothing is said of others' scores beyond what the workspace lets the acting
 * person see. */
#include "ys-assess-words.h"

#include <glib/gi18n-lib.h>

#include "ys-score-rule-text.h"

gboolean
ys_assess_read_points (const char *text, YsPoints *points)
{
  g_autofree char *plain = ys_number_normalize (text, NULL);

  return plain != NULL && ys_points_parse (plain, points);
}

gboolean
ys_assess_is_same_value (const char *one, const char *other)
{
  YsPoints left, right;

  if (ys_assess_read_points (one, &left) && ys_assess_read_points (other, &right))
    return left == right;
  return g_str_equal (one, other);
}

static void
add_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* "周明远 2.00，王敏 2.00": those with a reason have a line of their own. */
static void
add_scores (GString *text, const YsAssessView *view, const YsPointReview *review)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < review->scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (review->scores, i);
      g_autofree char *value = ys_assess_value_dup (score->has_points, score->points, score->word);
      const char *name = ys_assess_view_get_name (view, score->assessor);

      if (g_strcmp0 (score->assessor, view->own_id) == 0)
        continue;
      if (score->reason != NULL && *score->reason != '\0')
        {
          g_autofree char *line = g_strdup_printf (_ ("%s %s: %s"), name, value, score->reason);
          add_line (text, line);
        }
      else
        g_string_append_printf (plain, "%s%s %s", plain->len > 0 ? _ (", ") : "", name, value);
    }
  if (plain->len > 0)
    add_line (text, plain->str);
}

static void
add_old_scores (GString *text, const YsPointReview *review)
{
  for (guint i = 0; i < review->old_scores->len; i++)
    {
      const YsOldScore *old = g_ptr_array_index (review->old_scores, i);
      g_autofree char *line =
          g_strdup_printf (_ ("%s gave %s on handing-in %u; open again, for what it rests on changed"),
                           old->assessor, old->value, old->revision);
      add_line (text, line);
    }
}

char *
ys_assess_dup_note (const YsAssessView *view, const YsAssessPoint *point)
{
  const YsPointReview *review = point->review;
  g_autoptr (GString) text = g_string_new (NULL);

  if (review == NULL)
    return NULL;
  if (review->for_lead)
    {
      g_autofree char *low = ys_points_to_display (review->low), *high = ys_points_to_display (review->high);
      g_autofree char *line =
          g_strdup_printf (_ ("Scores from %s to %s: too far apart, the team lead decides."), low, high);
      add_line (text, line);
    }
  for (guint i = 0; i < review->second_looks->len; i++)
    {
      g_autofree char *line =
          g_strdup_printf (_ ("Second look: %s"), (char *)g_ptr_array_index (review->second_looks, i));
      add_line (text, line);
    }
  add_scores (text, view, review);
  /* why nothing of them is seen; who does not score himself has the count in the column */
  if (review->mine && !review->all_in && review->scored > (review->mine_scored ? 1u : 0u))
    {
      g_autofree char *line = g_strdup_printf (_ ("%u of %u have scored; scores are seen once all are in."),
                                               review->scored, review->assigned);
      add_line (text, line);
    }
  add_old_scores (text, review);
  if (!view->lead && point->decided_reason != NULL && *point->decided_reason != '\0')
    {
      g_autofree char *line = g_strdup_printf (_ ("Decided by the lead: %s"), point->decided_reason);
      add_line (text, line);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
ys_assess_dup_why (const YsAssessView *view, const YsAssessPoint *point)
{
  g_autofree char *rule =
      ys_point_dup_rule_text (ys_workspace_get_standard (view->workspace), point->sheet->point);
  g_autofree char *why = ys_sheet_why_to_text (point->sheet->why);
  const char *measured = point->sheet->measure_text;

  if (measured != NULL)
    return g_strdup_printf (_ ("Rule: %s\nMeasured: %s\n%s"), rule, measured, why);
  return g_strdup_printf (_ ("Rule: %s\n%s"), rule, why);
}

char *
ys_assess_dup_scores (const YsAssessPoint *point)
{
  const YsPointReview *review = point->review;

  if (review == NULL || review->assigned == 0)
    return g_strdup ("—");
  if (!review->all_in)
    return g_strdup_printf ("%u/%u", review->scored, review->assigned);
  if (review->low != review->high)
    {
      g_autofree char *low = ys_points_to_short (review->low), *high = ys_points_to_short (review->high);
      return g_strdup_printf ("%s–%s", low, high);
    }
  if (review->scores->len > 0)
    {
      const YsReviewScore *score = g_ptr_array_index (review->scores, 0);
      return ys_assess_value_dup (score->has_points, score->points, score->word);
    }
  return ys_points_to_display (review->low);
}
