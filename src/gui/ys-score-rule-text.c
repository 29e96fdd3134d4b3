/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a rule, put together from the standard's data. Nothing is computed and nothing is judged here. */
#include "ys-score-rule-text.h"

#include <glib/gi18n-lib.h>

#include "ys-facts.h"

static const char *
bound_name (YsBoundKind kind)
{
  switch (kind)
    {
    case YS_BOUND_OWN:
      return _ ("own target");
    case YS_BOUND_PUBLISHED:
      return _ ("published value");
    case YS_BOUND_BEFORE:
      return _ ("year before");
    case YS_BOUND_MEAN:
      return _ ("group mean");
    case YS_BOUND_BEST:
      return _ ("best of the group");
    case YS_BOUND_WORST:
      return _ ("worst of the group");
    case YS_BOUND_NUMBER:
    default:
      return "";
    }
}

static const char *
measure_sign (const YsMeasure *measure)
{
  if (measure->kind != YS_MEASURE_METRIC)
    return "";
  return measure->as == YS_METRIC_AS_GROWTH  ? "%"
         : measure->as == YS_METRIC_AS_PLACE ? ""
                                             : ys_unit_sign (measure->metric->unit);
}

static char *
dup_bound (const YsBound *bound, const YsMeasure *measure)
{
  g_autofree char *number = ys_decimal_to_text (bound->number);

  if (bound->kind == YS_BOUND_NUMBER)
    return g_strconcat (number, measure_sign (measure), NULL);
  if (bound->number == 0)
    return g_strdup (bound_name (bound->kind));
  return g_strdup_printf ("%s%s%s", bound_name (bound->kind), bound->number > 0 ? "+" : "", number);
}

static const char *
word_label (const YsMeasure *measure, const char *word)
{
  YsItemState state;

  if (measure->kind == YS_MEASURE_STATE && ys_item_state_from_nick (word, &state))
    return ys_item_state_label (state);
  if (measure->kind == YS_MEASURE_DOCUMENT)
    return g_str_equal (word, "proven")     ? _ ("issued and proven")
           : g_str_equal (word, "recorded") ? _ ("issued, not proven")
                                            : _ ("not issued");
  return word;
}

static void
add_points (GString *text, const YsPoint *point, gboolean permille, gint64 amount)
{
  YsPoints points = permille ? point->points * amount / 1000 : amount;
  g_autofree char *shown = ys_points_to_display (points);

  g_string_append_printf (text, _ (" gives %s"), shown);
}

static void
add_row (GString *text, const YsPoint *point, const YsBandRow *row)
{
  g_autofree char *bound = row->kind == YS_ROW_COMPARE ? dup_bound (&row->bound, &point->measure) : NULL;

  if (text->len > 0)
    g_string_append (text, _ ("; "));
  if (row->kind == YS_ROW_COMPARE)
    g_string_append_printf (text, "%s %s", ys_comparator_sign (row->comparator), bound);
  else
    g_string_append (text, row->kind == YS_ROW_REPORTED ? _ ("any figure")
                                                        : word_label (&point->measure, row->word));
  add_points (text, point, row->permille, row->amount);
}

static void
add_state_table (GString *text, const YsStandard *standard, const YsPoint *point)
{
  for (guint i = YS_STATE_DONE; i <= YS_STATE_NOT; i++)
    {
      if (text->len > 0)
        g_string_append (text, _ ("; "));
      g_string_append (text, ys_item_state_label ((YsItemState)i));
      add_points (text, point, TRUE, standard->state_permille[i]);
    }
}

static void
add_bands (GString *text, const YsStandard *standard, const YsPoint *point)
{
  for (guint i = 0; i < point->rows->len; i++)
    add_row (text, point, g_ptr_array_index (point->rows, i));
  if (point->rows->len > 0)
    return;
  if (point->measure.kind == YS_MEASURE_STATE)
    add_state_table (text, standard, point);
  else
    {
      g_string_append (text, _ ("issued and proven"));
      add_points (text, point, TRUE, 1000);
    }
}

static void
add_line (GString *text, const YsPoint *point)
{
  g_autofree char *low_bound = dup_bound (&point->low_bound, &point->measure);
  g_autofree char *high_bound = dup_bound (&point->high_bound, &point->measure);
  g_autofree char *low = ys_points_to_display (point->low_points);
  g_autofree char *high = ys_points_to_display (point->high_points);

  g_string_append_printf (text, _ ("%s gives %s, %s gives %s, in proportion between"), low_bound, low,
                          high_bound, high);
}

static void
add_clause (GString *text, const YsStandard *standard, const YsPoint *point, const YsClause *clause)
{
  g_autofree char *amount = ys_points_to_display (clause->amount);
  g_autofree char *bound = clause->has_bound ? dup_bound (&clause->bound, &point->measure) : g_strdup ("");
  g_autofree char *by = ys_decimal_to_text (clause->by);
  const char *act = clause->gives ? _ ("gives") : _ ("takes");
  const char *side = clause->below ? _ ("below") : _ ("above");

  if (text->len > 0)
    g_string_append (text, _ ("; "));
  if (clause->kind == YS_CLAUSE_RECORD)
    {
      const YsRecordClause *named = clause->clause < standard->clauses->len
                                        ? g_ptr_array_index (standard->clauses, clause->clause)
                                        : NULL;
      g_string_append_printf (text, _ ("each %s %s %s"),
                              named != NULL && named->title != NULL ? named->title : "", act, amount);
    }
  else if (clause->kind == YS_CLAUSE_ONCE)
    g_string_append_printf (text, _ ("%s %s %s %s once"), side, bound, act, amount);
  else
    g_string_append_printf (text, _ ("%s %s each %s%s %s %s"), side, bound, by,
                            clause->in_percent ? "%" : measure_sign (&point->measure), act, amount);
}

char *
ys_point_dup_rule_text (const YsStandard *standard, const YsPoint *point)
{
  GString *text = g_string_new (NULL);

  switch (point->rule)
    {
    case YS_RULE_BANDS:
      add_bands (text, standard, point);
      break;
    case YS_RULE_LINE:
      add_line (text, point);
      break;
    case YS_RULE_STEPS:
      {
        g_autofree char *start = ys_points_to_display (point->start);
        g_string_append_printf (text, _ ("starting from %s points"), start);
        for (guint i = 0; i < point->clauses->len; i++)
          add_clause (text, standard, point, g_ptr_array_index (point->clauses, i));
        break;
      }
    case YS_RULE_MANUAL:
    default:
      g_string_append (text, _ ("an assessor of the city decides"));
    }
  return g_string_free (text, FALSE);
}
