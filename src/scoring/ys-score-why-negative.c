/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons of the negative list (rule 9): every candidate item of an occurrence, the one that counts, figures
 * of threshold items with how far they fall short, the comparison of contained cases, and the caps. */
#include "ys-score-explain.h"

static const char *
severity_name (const YsScore *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->standard->severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (self->standard->severities, i);

      if (g_str_equal (severity->id, id))
        return severity->name;
    }
  return "程度未定，按最重";
}

void
ys_score_show_candidate (YsScore *self, const YsOccurrence *occurrence, const YsTick *tick,
                         const YsNegativeRule *rule, YsPoints amount, YsSheetOccurrence *sheet)
{
  YsSheetCandidate *shown = g_new0 (YsSheetCandidate, 1);
  YsPoints largest = 0;

  shown->item = rule->item;
  shown->deduction = amount;
  for (guint i = 0; i < rule->amounts->len && i < self->standard->severities->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (self->standard->severities, i);
      YsPoints points = g_array_index (rule->amounts, YsPoints, i);

      if (tick->severity == NULL ? points > largest : g_str_equal (tick->severity, severity->id))
        largest = points;
    }
  if (self->reasons)
    shown->why = ys_why_new (YS_WHY_CANDIDATE, "item", g_strdup (rule->item->name), rule->item->id,
                             "severity", g_strdup (severity_name (self, tick->severity)), NULL, "points",
                             ys_points_to_display (largest), NULL, "count",
                             g_strdup_printf ("%" G_GINT64_FORMAT, occurrence->count), occurrence->id,
                             "factors", ys_score_factors_text (self, occurrence->factors), NULL, "amount",
                             ys_points_to_display (amount), NULL, NULL);
  ys_sheet_add (&sheet->candidates, shown, (GDestroyNotify)ys_sheet_candidate_free);
}

/* The items that the occurrence also falls under, with what they would have taken. */
static char *
other_candidates (const YsSheetOccurrence *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (sheet->candidates, i);
      g_autofree char *amount = ys_points_to_display (candidate->deduction);

      if (candidate->item != sheet->own)
        g_string_append_printf (text, "%s“%s”%s分", text->len > 0 ? "、" : "", candidate->item->name, amount);
    }
  if (text->len > 0)
    {
      g_string_prepend (text, "（另涉及");
      g_string_append (text, "，不重复扣）");
    }
  return g_string_free (text, FALSE);
}

static char *
date_in_brackets (YsDate date)
{
  g_autofree char *text = ys_date_to_text (date);

  return date != 0 ? g_strdup_printf ("（%s）", text) : NULL;
}

static YsWhyCode
occurrence_code (const YsScoreOccurrence *resolved, const char *chosen, const YsSheetOccurrence *sheet)
{
  if (sheet->occurrence->merged_into != NULL)
    return YS_WHY_OCCURRENCE_MERGED;
  if (sheet->occurrence->state == YS_VERIFY_CLEARED)
    return YS_WHY_OCCURRENCE_CLEARED;
  if (sheet->occurrence->state == YS_VERIFY_SUSPECTED)
    return sheet->would_be_contained ? YS_WHY_OCCURRENCE_SUSPECTED_CONTAINED : YS_WHY_OCCURRENCE_SUSPECTED;
  if (!sheet->counts)
    return YS_WHY_OCCURRENCE_OUTSIDE;
  if (sheet->contained)
    return YS_WHY_OCCURRENCE_CONTAINED;
  if (resolved->own == NULL)
    return YS_WHY_OCCURRENCE_NO_ITEM;
  if (sheet->candidates->len == 1)
    return YS_WHY_OCCURRENCE_SINGLE;
  return g_strcmp0 (chosen, resolved->own->item->id) == 0 ? YS_WHY_OCCURRENCE_CHOSEN : YS_WHY_OCCURRENCE_ONCE;
}

void
ys_score_explain_occurrence (YsScore *self, const YsScoreOccurrence *resolved, const char *chosen,
                             YsSheetOccurrence *sheet)
{
  const YsOccurrence *occurrence = sheet->occurrence;
  YsWhyCode code = occurrence_code (resolved, chosen, sheet);
  const YsNegativeItem *item =
      code == YS_WHY_OCCURRENCE_CONTAINED || code == YS_WHY_OCCURRENCE_SUSPECTED_CONTAINED
          ? resolved->container->item : sheet->counted;
  gboolean bare_date = code != YS_WHY_OCCURRENCE_MERGED && code != YS_WHY_OCCURRENCE_CLEARED
                       && code != YS_WHY_OCCURRENCE_SUSPECTED
                       && code != YS_WHY_OCCURRENCE_SUSPECTED_CONTAINED;
  YsPoints amount = sheet->has_would_deduct ? sheet->would_deduct : sheet->deduction;
  YsWhy *why = ys_why_new (
      code, "title", g_strdup (occurrence->title), occurrence->id, "date",
      bare_date ? ys_date_to_text (occurrence->date) : date_in_brackets (occurrence->date), occurrence->id,
      "amount", ys_points_to_display (amount), NULL, "others", other_candidates (sheet), NULL, NULL);

  if (item != NULL)
    ys_why_take_input (why, "item", g_strdup (item->name), item->id);
  for (guint i = 0; i < occurrence->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (occurrence->citations, i);

      ys_why_take_input (why, "citation", g_strdup (citation->pages), citation->id);
    }
  ys_sheet_add_why (&sheet->why, why);
}

static char *
item_number (const YsNegativeItem *item, YsExact value)
{
  g_autofree char *number = ys_exact_to_short (value);

  return g_strconcat (number, ys_unit_sign (item->unit), NULL);
}

void
ys_score_explain_threshold_missing (YsScore *self, const YsNegativeRule *rule, YsPoints amount,
                                    YsSheetThreshold *sheet)
{
  ys_sheet_add_why (&sheet->why,
                    ys_why_new (YS_WHY_THRESHOLD_MISSING, "item", g_strdup (rule->item->name), rule->item->id,
                                "amount", ys_points_to_display (amount), NULL, NULL));
}

/* A step without a bound of its own counts on the side where the comparator fails. */
static gboolean
is_below (const YsNegativeRule *rule, const YsClause *clause)
{
  if (clause->has_bound)
    return clause->below;
  return rule->item->comparator == YS_COMPARE_GE || rule->item->comparator == YS_COMPARE_GT;
}

static char *
clauses_text (const YsNegativeRule *rule)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rule->clauses->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (rule->clauses, i);
      g_autofree char *amount = ys_points_to_display (clause->amount);
      g_autofree char *by = ys_decimal_to_text (clause->by);
      g_autofree char *bound =
          ys_decimal_to_text (clause->has_bound ? clause->bound.number : rule->item->target);

      g_string_append (text, i > 0 ? "；" : "（规定：");
      if (clause->kind == YS_CLAUSE_FLAT)
        g_string_append_printf (text, "未达到扣%s分", amount);
      else if (clause->kind == YS_CLAUSE_ONCE)
        g_string_append_printf (text, "%s%s再扣%s分", clause->below ? "低于" : "高于", bound, amount);
      else
        g_string_append_printf (text, "%s%s的，每差%s扣%s分", is_below (rule, clause) ? "低于" : "高于",
                                bound, by, amount);
    }
  if (text->len > 0)
    g_string_append (text, "）");
  return g_string_free (text, FALSE);
}

void
ys_score_explain_threshold (YsScore *self, const YsNegativeRule *rule, const YsThresholdValue *value,
                            YsExact figure, const YsThresholdOutcome *outcome, YsSheetThreshold *sheet)
{
  YsExact target = ys_exact_from_decimal (rule->item->target);
  gboolean holds = ys_score_compares (figure, rule->item->comparator, target);
  gboolean high = rule->item->comparator == YS_COMPARE_GE || rule->item->comparator == YS_COMPARE_GT;
  g_autofree char *recorded = ys_figure_to_text (&value->figure), *places = ys_exact_to_text (figure, 2);
  g_autofree char *sign = item_number (rule->item, target);
  char *shown = value->figure.kind == YS_FIGURE_RATIO
                    ? g_strdup_printf ("%s%s（%s）", places, ys_unit_sign (rule->item->unit), recorded)
                    : item_number (rule->item, figure);
  YsWhyCode code = outcome->fails ? YS_WHY_THRESHOLD_FAILS
                   : holds        ? YS_WHY_THRESHOLD_MET
                                  : YS_WHY_THRESHOLD_HOLDS;
  YsWhy *why =
      ys_why_new (code, "item", g_strdup (rule->item->name), rule->item->id, "value", shown, rule->item->id,
                  "target", g_strconcat (ys_comparator_sign (rule->item->comparator), sign, NULL),
                  rule->item->id, "amount", ys_points_to_display (outcome->deduction), NULL, NULL);

  if (code == YS_WHY_THRESHOLD_HOLDS)
    ys_why_take_input (why, "n", g_strdup_printf ("%" G_GINT64_FORMAT, rule->holds_up_to), NULL);
  if (code == YS_WHY_THRESHOLD_FAILS)
    {
      YsExact distance = high ? ys_exact_subtract (self->pool, target, figure)
                              : ys_exact_subtract (self->pool, figure, target);

      sheet->shortfall = item_number (rule->item, distance);
      ys_why_take_input (why, "shortfall", g_strdup (sheet->shortfall), NULL);
      ys_why_take_input (why, "clauses", clauses_text (rule), NULL);
    }
  ys_sheet_add_why (&sheet->why, why);
}

YsWhy *
ys_score_explain_contained (const YsNegativeRule *rule, const GArray *occurrences,
                            const YsSheetContained *shown, YsPoints reduced)
{
  YsWhyCode code = shown->with_cases_holds ? YS_WHY_CONTAINED_FIGURE : YS_WHY_CONTAINED_OCCURRENCES;
  YsWhy *why =
      ys_why_new (code, "item", g_strdup (rule->item->name), rule->item->id, "with",
                  ys_points_to_display (shown->with_cases), NULL, "reduced", ys_points_to_display (reduced),
                  NULL, "without", ys_points_to_display (shown->without_cases), NULL, NULL);
  GString *titles = g_string_new (NULL);
  gint64 cases = 0;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsScoreOccurrence *one = &g_array_index (occurrences, YsScoreOccurrence, i);

      if (one->container != rule)
        continue;
      cases += one->cases;
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "、" : "", one->occurrence->title);
      ys_why_take_input (why, "occurrence", g_strdup (one->occurrence->title), one->occurrence->id);
    }
  ys_why_take_input (why, "cases", g_strdup_printf ("%" G_GINT64_FORMAT, cases), NULL);
  ys_why_take_input (why, "titles", g_string_free (titles, FALSE), NULL);
  return why;
}

static void
append_cap (GString *text, const char *name, YsPoints cap)
{
  g_autofree char *points = ys_points_to_display (cap);

  g_string_append_printf (text, "，%s最多扣%s分", name, points);
}

/* The caps of items, groups and the whole that hold something back. */
static char *
caps_text (const YsScore *self, const YsPoints *by_item)
{
  GString *text = g_string_new (NULL);
  g_autofree YsPoints *by_group = g_new0 (YsPoints, self->catalogue->groups->len);
  YsPoints sum = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, i);
      gboolean capped = rule->has_cap && by_item[i] > rule->cap;

      by_group[rule->item->group] += capped ? rule->cap : by_item[i];
      if (capped)
        append_cap (text, rule->item->name, rule->cap);
    }
  for (guint i = 0; i < self->standard->group_caps->len; i++)
    {
      const YsGroupCap *cap = g_ptr_array_index (self->standard->group_caps, i);

      if (by_group[cap->group] <= cap->cap)
        continue;
      by_group[cap->group] = cap->cap;
      append_cap (text, ((YsNegativeGroup *)g_ptr_array_index (self->catalogue->groups, cap->group))->name,
                  cap->cap);
    }
  for (guint i = 0; i < self->catalogue->groups->len; i++)
    sum += by_group[i];
  if (self->standard->has_negative_cap && sum > self->standard->negative_cap)
    append_cap (text, "负面清单", self->standard->negative_cap);
  return g_string_free (text, FALSE);
}

void
ys_score_explain_deduction (YsScore *self, YsScoreUnit *unit, const YsPoints *by_item)
{
  YsPoints sum = 0;
  YsWhy *why;

  for (guint i = 0; i < unit->sheet->thresholds->len; i++)
    sum += ((YsSheetThreshold *)g_ptr_array_index (unit->sheet->thresholds, i))->deduction;
  for (guint i = 0; i < unit->sheet->occurrences->len; i++)
    sum += ((YsSheetOccurrence *)g_ptr_array_index (unit->sheet->occurrences, i))->deduction;
  why = ys_why_new (YS_WHY_DEDUCTION, "sum", ys_points_to_display (sum), NULL, "caps",
                    caps_text (self, by_item), NULL, "deduction",
                    ys_points_to_display (unit->sheet->deduction), NULL, NULL);
  for (guint i = 0; i < unit->sheet->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (unit->sheet->occurrences, i);

      if (shown->counts)
        ys_why_take_input (why, "occurrence", ys_points_to_display (shown->deduction), shown->occurrence->id);
    }
  ys_sheet_add_why (&unit->sheet->why, why);
}
