/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring points and gates of standard.xml into records: measure, rule, bounds, clauses.
 * Here is also asked what a schema cannot say of attributes that exclude or need each other. */
#include "ys-standard-xml-read.h"

#include <glib/gi18n-lib.h>

const char *const ys_standard_xml_bounds[] = {
  "", "own", "published", "before", "mean", "best", "worst", NULL
};
const char *const ys_standard_xml_as[] = { "value", "growth", "place", NULL };
const char *const ys_standard_xml_partial[] = { "started", "full", "exact", NULL };
const char *const ys_standard_xml_na[] = { "out", "share", "mean", NULL };
const char *const ys_standard_xml_combine[] = { "mean", "trimmed", "median", "lead", NULL };
const char *const ys_standard_xml_clauses[] = { "record", "once", "step", "flat", NULL };

gboolean
ys_standard_xml_read_bound (YsXmlWalk *walk, YsBound *bound)
{
  g_autofree char *text = ys_xml_optional (walk, "bound");
  YsDecimal plus = 0;
  gboolean has_plus = ys_xml_has_decimal (walk, "plus", &plus);

  bound->kind = YS_BOUND_NUMBER;
  if (text == NULL)
    return FALSE;
  for (guint i = YS_BOUND_OWN; ys_standard_xml_bounds[i] != NULL; i++)
    {
      if (g_str_equal (text, ys_standard_xml_bounds[i]))
        bound->kind = (YsBoundKind)i;
    }
  if (bound->kind == YS_BOUND_NUMBER)
    {
      ys_xml_has_decimal (walk, "bound", &bound->number);
      if (has_plus)
        ys_xml_walk_fault (walk, "plus", _ ("Something can only be added to a bound that is named."));
    }
  else
    bound->number = plus;
  return TRUE;
}

gboolean
ys_standard_xml_read_measure (YsXmlWalk *walk, const char *name, YsMeasure *measure)
{
  static const char *const kinds[] = {
    "none", "state", "document", "word", "metric", "records", "late", NULL
  };
  static const char *const in[] = { "days", "months", NULL };
  guint kind = 0;

  while (kinds[kind] != NULL && !g_str_equal (kinds[kind], name))
    kind++;
  if (kinds[kind] == NULL)
    return FALSE;
  measure->kind = (YsMeasureKind)kind;
  g_clear_pointer (&measure->reference, g_free);
  g_clear_pointer (&measure->title, g_free);
  measure->as = (YsMetricAs)ys_xml_choice (walk, "as", ys_standard_xml_as);
  measure->late_in_months = ys_xml_choice (walk, "in", in) == 1;
  measure->task_number = ys_xml_whole (walk, "task");
  if (measure->kind == YS_MEASURE_METRIC)
    measure->reference = ys_xml_optional (walk, "ref");
  else if (measure->kind == YS_MEASURE_DOCUMENT)
    {
      measure->reference = ys_xml_optional (walk, "ref");
      if (measure->reference == NULL)
        measure->reference = ys_xml_optional (walk, "point");
    }
  else if (measure->kind == YS_MEASURE_RECORDS)
    {
      g_autofree char *clause = ys_xml_optional (walk, "clause");

      measure->reference = ys_xml_optional (walk, "id");
      measure->title = ys_xml_optional (walk, "title");
      measure->defines_clause = measure->reference != NULL;
      if (measure->defines_clause && clause != NULL)
        ys_xml_walk_fault (walk, clause, _ ("Records either define a clause or name one."));
      else if (clause != NULL)
        measure->reference = g_steal_pointer (&clause);
    }
  return TRUE;
}

static void
visit_gate_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsGate *gate = into;

  ys_standard_xml_read_measure (walk, name, &gate->measure);
}

void
ys_standard_xml_read_gate (YsXmlWalk *walk, GPtrArray *gates)
{
  YsGate *gate = ys_gate_new ();
  g_autofree char *is = ys_xml_optional (walk, "is");
  gint64 permille = 0;
  gboolean has_bound;

  g_ptr_array_add (gates, gate);
  gate->line = ys_xml_walk_line (walk);
  gate->id = ys_xml_optional (walk, "id");
  gate->has_permille = ys_xml_has_whole (walk, "permille", &permille);
  gate->permille = (guint)MIN (permille, G_MAXUINT);
  gate->grade_id = ys_xml_optional (walk, "grade");
  gate->has_grade = gate->grade_id != NULL;
  gate->word = ys_xml_optional (walk, "word");
  has_bound = ys_standard_xml_read_bound (walk, &gate->bound);
  if (is != NULL)
    ys_comparator_from_nick (is, &gate->comparator);
  if ((is != NULL) != has_bound || (gate->word != NULL) == has_bound)
    ys_xml_walk_fault (walk, gate->id, _ ("A gate has either a comparison with its bound, or a word."));
  ys_xml_walk_children (walk, visit_gate_child, gate);
}

static void
read_row (YsXmlWalk *walk, YsPoint *point)
{
  YsBandRow *row = ys_band_row_new ();
  g_autofree char *is = ys_xml_optional (walk, "is");
  YsPoints points = 0;
  gint64 permille = 0;
  gboolean has_points = ys_xml_has_points (walk, "points", &points);
  gboolean has_bound = ys_standard_xml_read_bound (walk, &row->bound);
  gboolean wants_bound;

  g_ptr_array_add (point->rows, row);
  row->line = ys_xml_walk_line (walk);
  row->word = ys_xml_optional (walk, "word");
  row->permille = ys_xml_has_whole (walk, "permille", &permille);
  row->amount = row->permille ? permille : points;
  if (row->permille == has_points)
    ys_xml_walk_fault (walk, point->id, _ ("A row gives either points or permille."));
  if (row->word != NULL)
    row->kind = YS_ROW_WORD;
  else if (g_strcmp0 (is, "reported") == 0)
    row->kind = YS_ROW_REPORTED;
  else
    row->kind = YS_ROW_COMPARE;
  if (row->kind == YS_ROW_COMPARE && is != NULL)
    ys_comparator_from_nick (is, &row->comparator);
  wants_bound = row->kind == YS_ROW_COMPARE;
  if (has_bound != wants_bound || (row->kind == YS_ROW_WORD) == (is != NULL))
    ys_xml_walk_fault (walk, point->id,
                       _ ("A row has a comparison with its bound, or \"reported\", or a word."));
}

static void
visit_row (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "row"))
    read_row (walk, into);
}

static void
visit_line_end (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsPoint *point = into;

  if (g_str_equal (name, "low"))
    {
      point->low_points = ys_xml_points (walk, "points");
      ys_standard_xml_read_bound (walk, &point->low_bound);
    }
  else if (g_str_equal (name, "high"))
    {
      point->high_points = ys_xml_points (walk, "points");
      ys_standard_xml_read_bound (walk, &point->high_bound);
    }
}

gboolean
ys_standard_xml_read_clause (YsXmlWalk *walk, const char *name, GPtrArray *clauses, gboolean threshold)
{
  static const char *const act[] = { "take", "give", NULL };
  static const char *const side[] = { "above", "below", NULL };
  static const char *const in[] = { "unit", "percent", NULL };
  guint kind = 0;
  YsClause *clause;
  g_autofree char *sided = NULL;

  while (ys_standard_xml_clauses[kind] != NULL && !g_str_equal (ys_standard_xml_clauses[kind], name))
    kind++;
  if (ys_standard_xml_clauses[kind] == NULL)
    return FALSE;
  clause = ys_clause_new ();
  g_ptr_array_add (clauses, clause);
  clause->line = ys_xml_walk_line (walk);
  clause->kind = (YsClauseKind)kind;
  clause->id = ys_xml_optional (walk, "id");
  clause->title = ys_xml_optional (walk, "title");
  clause->gives = ys_xml_choice (walk, "act", act) == 1;
  clause->amount = ys_xml_points (walk, "amount");
  clause->is_range = ys_xml_has_points (walk, "to", &clause->amount_to);
  clause->has_cap = ys_xml_has_points (walk, "cap", &clause->cap);
  clause->below = ys_xml_choice (walk, "side", side) == 1;
  clause->has_bound = ys_standard_xml_read_bound (walk, &clause->bound);
  ys_xml_has_decimal (walk, "by", &clause->by);
  clause->in_percent = ys_xml_choice (walk, "in", in) == 1;
  clause->partial = (YsPartial)ys_xml_choice (walk, "partial", ys_standard_xml_partial);
  sided = ys_xml_optional (walk, "side");
  if (threshold && clause->has_bound != (sided != NULL))
    ys_xml_walk_fault (walk, name, _ ("A side and a bound go together."));
  return TRUE;
}

static void
visit_clause (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsPoint *point = into;

  ys_standard_xml_read_clause (walk, name, point->clauses, FALSE);
}

static void
visit_point_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsPoint *point = into;

  if (g_str_equal (name, "gate"))
    ys_standard_xml_read_gate (walk, point->gates);
  else if (g_str_equal (name, "bands"))
    {
      point->rule = YS_RULE_BANDS;
      ys_xml_walk_children (walk, visit_row, point);
    }
  else if (g_str_equal (name, "line"))
    {
      point->rule = YS_RULE_LINE;
      ys_xml_walk_children (walk, visit_line_end, point);
    }
  else if (g_str_equal (name, "steps"))
    {
      point->rule = YS_RULE_STEPS;
      point->start = ys_xml_points (walk, "start");
      ys_xml_walk_children (walk, visit_clause, point);
    }
  else if (g_str_equal (name, "manual"))
    point->rule = YS_RULE_MANUAL;
  else
    ys_standard_xml_read_measure (walk, name, &point->measure);
}

void
ys_standard_xml_read_point (YsXmlWalk *walk, GPtrArray *points)
{
  static const char *const better[] = { "", "high", "low", NULL };
  YsPoint *point = ys_point_new ();
  gint64 share = 0;
  gboolean has_share;

  g_ptr_array_add (points, point);
  point->line = ys_xml_walk_line (walk);
  point->id = ys_xml_text (walk, "id");
  point->title = ys_xml_text (walk, "title");
  point->points = ys_xml_points (walk, "points");
  point->group_ids = ys_xml_list (walk, "groups");
  point->has_least = ys_xml_has_points (walk, "least", &point->least);
  point->has_most = ys_xml_has_points (walk, "most", &point->most);
  switch (ys_xml_choice (walk, "better", better))
    {
    case 1:
      point->better = YS_BETTER_HIGH;
      break;
    case 2:
      point->better = YS_BETTER_LOW;
      break;
    default:
      point->better = YS_BETTER_DEFAULT;
      break;
    }
  point->na = (YsNotApplicable)ys_xml_choice (walk, "na", ys_standard_xml_na);
  has_share = ys_xml_has_whole (walk, "share", &share);
  point->na_permille = (guint)MIN (share, G_MAXUINT);
  if (has_share != (point->na == YS_NA_SHARE))
    ys_xml_walk_fault (walk, point->id, _ ("A share and na=\"share\" go together."));
  point->highest_only = ys_xml_true (walk, "highest-only");
  ys_xml_walk_children (walk, visit_point_child, point);
}
