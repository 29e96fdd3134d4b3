/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of measures, values and bounds, as they stand in reasons; always Chinese.
 * Only texts for reading are made here: no rule rests on them. */
#include "ys-score-explain.h"

const char *
ys_score_open_text (YsOpen open)
{
  const char *label = ys_open_label (open);

  return label != NULL ? label : "";
}

const char *
ys_score_bound_name (YsBoundKind kind)
{
  switch (kind)
    {
    case YS_BOUND_OWN:
      return "本单位目标";
    case YS_BOUND_PUBLISHED:
      return "公布值";
    case YS_BOUND_BEFORE:
      return "上期值";
    case YS_BOUND_MEAN:
      return "组内平均值";
    case YS_BOUND_BEST:
      return "组内最好值";
    case YS_BOUND_WORST:
      return "组内最差值";
    case YS_BOUND_NUMBER:
    default:
      return "";
    }
}

const char *
ys_score_measure_id (const YsScore *self, const YsMeasure *measure)
{
  if (measure->kind == YS_MEASURE_METRIC)
    return measure->metric->id;
  if (measure->kind == YS_MEASURE_RECORDS && measure->clause < self->n_clauses)
    return ((YsRecordClause *)g_ptr_array_index (self->standard->clauses, measure->clause))->id;
  return measure->kind == YS_MEASURE_DOCUMENT && measure->document != NULL ? measure->document->id : NULL;
}

static char *
clause_name (const YsScore *self, guint index)
{
  const YsRecordClause *clause;

  if (index >= self->n_clauses)
    return g_strdup ("");
  clause = g_ptr_array_index (self->standard->clauses, index);
  return g_strdup (clause->title != NULL ? clause->title : clause->point->title);
}

char *
ys_score_measure_name (const YsScore *self, const YsMeasure *measure, const YsPoint *own_point)
{
  const YsCatalogueDocument *document = measure->document;

  switch (measure->kind)
    {
    case YS_MEASURE_STATE:
      return g_strdup ("任务进展");
    case YS_MEASURE_DOCUMENT:
      if (document == NULL && own_point != NULL)
        document = own_point->measure.document;
      return document != NULL ? g_strdup_printf ("文件“%s”", document->title) : g_strdup ("文件");
    case YS_MEASURE_METRIC:
      if (measure->as == YS_METRIC_AS_GROWTH)
        return g_strconcat (measure->metric->name, "增幅", NULL);
      if (measure->as == YS_METRIC_AS_PLACE)
        return g_strconcat (measure->metric->name, "名次", NULL);
      return g_strdup (measure->metric->name);
    case YS_MEASURE_RECORDS:
      return clause_name (self, measure->clause);
    case YS_MEASURE_LATE:
      return g_strdup ("逾期");
    case YS_MEASURE_WORD:
    case YS_MEASURE_NONE:
    default:
      return g_strdup (own_point != NULL && own_point->title != NULL ? own_point->title : "评定");
    }
}

char *
ys_score_number_text (const YsMeasure *measure, YsExact value)
{
  g_autofree char *number = ys_exact_to_short (value);

  switch (measure->kind)
    {
    case YS_MEASURE_METRIC:
      if (measure->as == YS_METRIC_AS_PLACE)
        return g_strdup_printf ("第%s名", number);
      return g_strconcat (
          number, measure->as == YS_METRIC_AS_GROWTH ? "%" : ys_unit_sign (measure->metric->unit), NULL);
    case YS_MEASURE_RECORDS:
      return g_strconcat (number, "次", NULL);
    case YS_MEASURE_LATE:
      return g_strconcat (number, measure->late_in_months ? "个月" : "天", NULL);
    case YS_MEASURE_NONE:
    case YS_MEASURE_STATE:
    case YS_MEASURE_DOCUMENT:
    case YS_MEASURE_WORD:
    default:
      return g_steal_pointer (&number);
    }
}

static char *
figure_text (const YsScoreUnit *unit, const YsMeasure *measure, const YsMeasured *measured)
{
  const YsRecordedFigure *recorded = unit->figures[measure->metric->index];
  const YsRecordedFigure *before = unit->befores[measure->metric->index];
  g_autofree char *text = recorded != NULL ? ys_figure_to_text (&recorded->figure) : NULL;
  g_autofree char *number = ys_score_number_text (measure, measured->value);

  if (measure->as == YS_METRIC_AS_GROWTH && before != NULL && text != NULL)
    {
      g_autofree char *earlier = ys_figure_to_text (&before->figure);

      return g_strdup_printf ("%s（%s→%s）", number, earlier[0] == '=' ? earlier + 1 : earlier,
                              text[0] == '=' ? text + 1 : text);
    }
  if (measure->as == YS_METRIC_AS_VALUE && recorded != NULL && recorded->figure.kind == YS_FIGURE_RATIO)
    {
      g_autofree char *ratio = ys_exact_to_text (measured->value, 2);

      return g_strdup_printf ("%s%s（%s）", ratio, ys_unit_sign (measure->metric->unit), text);
    }
  return g_steal_pointer (&number);
}

char *
ys_score_value_text (YsScore *self, const YsScoreUnit *unit, const YsMeasure *measure,
                     const YsMeasured *measured)
{
  static const char *const documents[] = { "已出台有佐证", "已出台无佐证", "未出台" };

  if (measured->missing || measure->kind == YS_MEASURE_NONE)
    return NULL;
  if (measure->kind == YS_MEASURE_STATE)
    return g_strdup (ys_item_state_label ((YsItemState)measured->word));
  if (measure->kind == YS_MEASURE_DOCUMENT)
    return g_strdup (documents[MIN (measured->word, 2)]);
  if (measure->kind == YS_MEASURE_METRIC)
    return figure_text (unit, measure, measured);
  if (measure->kind == YS_MEASURE_RECORDS && measure->clause >= self->n_clauses)
    return NULL;
  return ys_score_number_text (measure, measured->value);
}

char *
ys_score_bound_text (YsScore *self, const YsScoreUnit *unit, const YsMeasure *measure, const YsBound *bound,
                     YsExact value)
{
  g_autofree char *number = ys_score_number_text (measure, value);
  g_autofree char *plus = NULL;

  if (bound->kind == YS_BOUND_NUMBER)
    return g_steal_pointer (&number);
  if (bound->number != 0)
    {
      g_autofree char *amount = ys_decimal_to_text (ABS (bound->number));

      plus = g_strconcat (bound->number > 0 ? "加" : "减", amount, "即", NULL);
    }
  if (bound->kind >= YS_BOUND_MEAN)
    return g_strdup_printf ("%s%s%s（%u个单位）", ys_score_bound_name (bound->kind), plus != NULL ? plus : "",
                            number, ys_score_group_figures (self, unit->group, measure)->numbers->len);
  return g_strconcat (ys_score_bound_name (bound->kind), plus != NULL ? plus : "", number, NULL);
}

char *
ys_score_factors_text (const YsScore *self, const GStrv factors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; factors != NULL && factors[i] != NULL; i++)
    {
      for (guint j = 0; j < self->standard->factors->len; j++)
        {
          const YsFactor *factor = g_ptr_array_index (self->standard->factors, j);

          if (g_str_equal (factor->id, factors[i]))
            g_string_append_printf (text, "、%s×%u‰", factor->name, factor->permille);
        }
    }
  return g_string_free (text, FALSE);
}

char *
ys_score_full_text (const YsPoint *point)
{
  g_autofree char *points = ys_points_to_display (point->points), *most = ys_points_to_display (point->most);

  if (point->task == NULL)
    return g_strdup_printf ("最多%s分", most);
  if (point->most > point->points)
    return g_strdup_printf ("满分%s分，超额最多%s分", points, most);
  return g_strdup_printf ("满分%s分", points);
}
