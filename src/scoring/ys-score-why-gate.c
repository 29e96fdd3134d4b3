/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gates in words (rules 4 and 9): what a gate sets and when, and the figure or occurrence by which it holds.
 * The title stands on the sheet whether or not reasons are wanted. */
#include "ys-score-explain.h"

static const char *
grade_name (const YsScore *self, guint grade)
{
  return ((YsGrade *)g_ptr_array_index (self->standard->grades, grade))->name;
}

static const char *
word_label (const YsGate *gate)
{
  static const char *const documents[] = { "已出台有佐证", "已出台无佐证", "未出台" };
  guint word = ys_score_word (gate->measure.kind, gate->word);

  if (gate->measure.kind == YS_MEASURE_STATE)
    return word <= YS_STATE_NOT ? ys_item_state_label ((YsItemState)word) : "";
  return word < G_N_ELEMENTS (documents) ? documents[word] : "";
}

static char *
condition_text (const YsGate *gate)
{
  g_autofree char *number = ys_score_number_text (&gate->measure, ys_exact_from_decimal (gate->bound.number));
  const char *name = ys_score_bound_name (gate->bound.kind);

  if (gate->word != NULL)
    return g_strdup (word_label (gate));
  if (gate->bound.kind == YS_BOUND_NUMBER)
    return g_strconcat (ys_comparator_sign (gate->comparator), number, NULL);
  if (gate->bound.number == 0)
    return g_strconcat (ys_comparator_sign (gate->comparator), name, NULL);
  return g_strconcat (ys_comparator_sign (gate->comparator), name, gate->bound.number > 0 ? "+" : "", number,
                      NULL);
}

static char *
gate_title (const YsScore *self, const YsGate *gate, const char *measure)
{
  g_autofree char *condition = condition_text (gate);

  if (gate->has_grade)
    return g_strdup_printf ("%s%s的，等次最高为%s", measure, condition, grade_name (self, gate->grade));
  if (gate->permille == 0)
    return g_strdup_printf ("%s%s的，不得分", measure, condition);
  if (gate->permille == 1000)
    return g_strdup_printf ("%s%s的，得满分", measure, condition);
  return g_strdup_printf ("%s%s的，得%u‰", measure, condition, gate->permille);
}

YsSheetGate *
ys_score_show_gate (YsScore *self, YsScoreUnit *unit, const YsGate *gate, YsTask *task, const YsPoint *point,
                    gboolean waits)
{
  YsSheetGate *shown = g_new0 (YsSheetGate, 1);
  const YsPoint *looked_at = gate->measure.point != NULL ? gate->measure.point : point;
  g_autofree char *measure = ys_score_measure_name (self, &gate->measure, looked_at);

  shown->id = g_strdup (gate->id);
  shown->title = gate_title (self, gate, measure);
  shown->has_grade = gate->has_grade;
  shown->grade = gate->has_grade ? gate->grade : 0;
  shown->permille = gate->has_permille ? gate->permille : 0;
  if (self->reasons)
    {
      YsMeasured measured = ys_score_measure (self, unit, &gate->measure, task, point);

      shown->why = ys_why_new (waits ? YS_WHY_GATE_WAITS : YS_WHY_GATE, "measure", g_strdup (measure), NULL,
                               "value", ys_score_value_text (self, unit, &gate->measure, &measured),
                               ys_score_measure_id (self, &gate->measure), "title", g_strdup (shown->title),
                               gate->id, NULL);
    }
  return shown;
}

YsSheetGate *
ys_score_show_veto (YsScore *self, const YsNegativeRule *rule, const YsOccurrence *occurrence,
                    const YsThresholdValue *value)
{
  YsSheetGate *shown = g_new0 (YsSheetGate, 1);
  const char *grade = grade_name (self, rule->grade);

  shown->id = g_strdup (rule->item->id);
  shown->has_grade = TRUE;
  shown->grade = rule->grade;
  if (occurrence != NULL)
    shown->title = g_strdup_printf ("发生“%s”的，等次最高为%s", rule->item->name, grade);
  else
    shown->title = g_strdup_printf ("“%s”未达到要求的，等次最高为%s", rule->item->name, grade);
  if (!self->reasons)
    return shown;
  if (occurrence != NULL)
    shown->why = ys_why_new (YS_WHY_VETO_OCCURRENCE, "item", g_strdup (rule->item->name), rule->item->id,
                             "title", g_strdup (occurrence->title), occurrence->id, "date",
                             ys_date_to_text (occurrence->date), NULL, "grade", g_strdup (grade), NULL, NULL);
  else
    shown->why = ys_why_new (YS_WHY_VETO_THRESHOLD, "item", g_strdup (rule->item->name), rule->item->id,
                             "value", ys_figure_to_text (&value->figure), rule->item->id, "grade",
                             g_strdup (grade), NULL, NULL);
  return shown;
}
