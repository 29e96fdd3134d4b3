/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons of points by steps (rule 3): one for each record, each clause and the sum.
 * A record that another of the same matter displaces is named too, with the reason why it does not count. */
#include "ys-score-explain.h"

static const char *
act_word (const YsClause *clause)
{
  return clause->gives ? "加" : "扣";
}

static const char *
clause_title (const YsScore *self, const YsClause *clause)
{
  const YsRecordClause *known =
      clause->clause < self->n_clauses ? g_ptr_array_index (self->standard->clauses, clause->clause) : NULL;

  if (clause->title != NULL)
    return clause->title;
  return known != NULL && known->title != NULL ? known->title : "";
}

void
ys_score_explain_record (YsScore *self, const YsClause *clause, const YsRecord *record, YsExact amount,
                         gboolean dropped, YsSheetPoint *sheet)
{
  const char *note = dropped ? "，同一事项就高不重复，不计" : "";

  if (!dropped && clause->is_range && !record->has_settled)
    note = "，幅度待定，暂按此计";
  ys_sheet_add_why (&sheet->why,
                    ys_why_new (YS_WHY_RECORD, "clause", g_strdup (clause_title (self, clause)), clause->id,
                                "title", g_strdup (record->title), record->id, "count",
                                g_strdup_printf ("%" G_GINT64_FORMAT, record->count), record->id, "factors",
                                ys_score_factors_text (self, record->factors), NULL, "act",
                                g_strdup (act_word (clause)), NULL, "amount",
                                ys_points_to_display (ys_exact_round_points (amount)), record->id, "note",
                                g_strdup (note), NULL, NULL));
}

void
ys_score_explain_record_clause (YsScore *self, const YsClause *clause, YsPoints amount, YsSheetPoint *sheet)
{
  g_autofree char *cap = clause->has_cap ? ys_points_to_display (clause->cap) : NULL;

  ys_sheet_add_why (&sheet->why,
                    ys_why_new (YS_WHY_RECORDS, "clause", g_strdup (clause_title (self, clause)), clause->id,
                                "act", g_strdup (act_word (clause)), NULL, "sum",
                                ys_points_to_display (amount), NULL, "cap",
                                cap != NULL ? g_strdup_printf ("（上限%s分）", cap) : NULL, NULL, NULL));
}

static char *
step_size (const YsMeasure *measure, const YsClause *clause)
{
  g_autofree char *by = ys_decimal_to_text (clause->by);

  if (clause->in_percent)
    return g_strconcat ("界限的", by, "%", NULL);
  return ys_score_number_text (measure, ys_exact_from_decimal (clause->by));
}

void
ys_score_explain_clause (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsClause *clause,
                         const YsMeasured *measured, YsExact bound, YsPoints amount, YsSheetPoint *sheet)
{
  static const char *const partials[] = { "不足一步按一步计", "不满一步不计", "按比例计" };
  const YsMeasure *measure = &point->measure;
  int order = ys_exact_compare (measured->value, bound);
  gboolean past = clause->below ? order < 0 : order > 0;
  YsWhyCode code = !past ? YS_WHY_STEP_NONE : clause->kind == YS_CLAUSE_ONCE ? YS_WHY_ONCE : YS_WHY_STEP;
  YsExact distance = clause->below ? ys_exact_subtract (self->pool, bound, measured->value)
                                   : ys_exact_subtract (self->pool, measured->value, bound);
  YsWhy *why =
      ys_why_new (code, "measure", ys_score_measure_name (self, measure, point), NULL, "value",
                  g_strdup (sheet->measure_text), ys_score_measure_id (self, measure), "side",
                  g_strdup (clause->below ? "低于" : "高于"), NULL, "bound",
                  ys_score_bound_text (self, unit, measure, &clause->bound, bound), NULL, "act",
                  g_strdup (act_word (clause)), NULL, "sum", ys_points_to_display (amount), NULL, NULL);

  if (code == YS_WHY_STEP)
    {
      ys_why_take_input (why, "distance", ys_score_number_text (measure, distance), NULL);
      ys_why_take_input (why, "partial", g_strdup (partials[clause->partial]), NULL);
      ys_why_take_input (why, "by", step_size (measure, clause), NULL);
      ys_why_take_input (why, "amount", ys_points_to_display (clause->amount), NULL);
    }
  ys_sheet_add_why (&sheet->why, why);
}

void
ys_score_explain_steps (YsScore *self, YsScoreUnit *unit, const YsPoint *point, const YsMeasured *measured,
                        YsPoints score, YsSheetPoint *sheet)
{
  g_autofree char *least = ys_points_to_display (point->least), *most = ys_points_to_display (point->most);
  char *held = g_strdup_printf ("限于%s至%s分，", least, most);
  YsWhy *why = ys_why_new (YS_WHY_STEPS, "start", ys_points_to_display (point->start), NULL, "held", held,
                           NULL, "score", ys_points_to_display (score), NULL, "full",
                           ys_score_full_text (point), NULL, NULL);

  if (measured->open != YS_OPEN_NOT)
    ys_sheet_add_why (&sheet->why, ys_why_new (YS_WHY_STANDS, "open",
                                               g_strdup (ys_score_open_text (measured->open)), NULL, NULL));
  ys_score_add_citations (unit, point, why);
  ys_sheet_add_why (&sheet->why, why);
}
