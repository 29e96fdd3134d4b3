/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet as one JSON document, field by field as cli.md fixes them; new fields may be added, none renamed.
 * Points are strings with three places, figures are written as they were recorded. */
#include "ys-sheet-json.h"

static const char *const figure_nicks[YS_N_FIGURES] = { "computed", "self", "decided" };

static void
write_strings (YsJson *json, const char *name, const GPtrArray *strings)
{
  ys_json_begin (json, name, '[');
  for (guint i = 0; i < strings->len; i++)
    ys_json_string (json, NULL, g_ptr_array_index (strings, i));
  ys_json_end (json, ']');
}

static void
write_gates (YsJson *json, const char *name, const GPtrArray *gates, const YsStandard *standard)
{
  ys_json_begin (json, name, '[');
  for (guint i = 0; i < gates->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (gates, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "id", gate->id);
      ys_json_string (json, "title", gate->title);
      if (gate->has_grade)
        ys_json_string (json, "grade", ((YsGrade *)g_ptr_array_index (standard->grades, gate->grade))->id);
      else
        ys_json_integer (json, "permille", gate->permille);
      if (gate->why != NULL)
        ys_json_take_string (json, "why", ys_why_to_text (gate->why));
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
}

static const char *
measure_nick (YsMeasureKind kind)
{
  static const char *const nicks[] = { "none", "state", "document", "word", "metric", "records", "late" };

  return nicks[kind];
}

static void
write_why (YsJson *json, const char *name, const GPtrArray *why)
{
  ys_json_take_string (json, name, ys_sheet_why_to_text (why));
}

static void
write_inputs (YsJson *json, const GPtrArray *why)
{
  ys_json_begin (json, "reasons", '[');
  for (guint i = 0; i < why->len; i++)
    {
      const YsWhy *one = g_ptr_array_index (why, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "code", ys_why_get_nick (one));
      ys_json_string (json, "rule", ys_why_get_rule (one));
      ys_json_begin (json, "inputs", '[');
      for (guint j = 0; j < one->inputs->len; j++)
        {
          const YsWhyInput *input = g_ptr_array_index (one->inputs, j);

          ys_json_begin (json, NULL, '{');
          ys_json_string (json, "name", input->name);
          ys_json_string (json, "text", input->text);
          ys_json_string (json, "record", input->record_id);
          ys_json_end (json, '}');
        }
      ys_json_end (json, ']');
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
}

/* What a gate sets, and what counts without applying, stands in all three figures, whoever scored. */
static gboolean
stands_in_all (const YsSheetPoint *point)
{
  return point->gates->len > 0 || (point->counts && !point->applies);
}

static void
write_point (YsJson *json, const YsSheetPoint *point, const YsStandard *standard, gboolean with_reasons)
{
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "id", point->point->id);
  ys_json_string (json, "kind", measure_nick (point->point->measure.kind));
  ys_json_points (json, "points", point->point->points);
  ys_json_boolean (json, "applies", point->applies);
  ys_json_points (json, "computed", point->score[YS_COMPUTED]);
  if (point->has_self || stands_in_all (point))
    ys_json_points (json, "self", point->score[YS_SELF]);
  else
    ys_json_null (json, "self");
  if (point->is_decided || stands_in_all (point))
    ys_json_points (json, "decided", point->score[YS_DECIDED]);
  else
    ys_json_null (json, "decided");
  ys_json_begin (json, "open", '{');
  for (guint i = 0; i < YS_N_FIGURES; i++)
    ys_json_string (json, figure_nicks[i], ys_open_nick (point->open[i]));
  ys_json_end (json, '}');
  write_gates (json, "gates", point->gates, standard);
  write_gates (json, "waiting", point->waiting, standard);
  if (with_reasons)
    {
      ys_json_string (json, "value", point->measure_text);
      write_why (json, "why", point->why);
      if (point->why_decided->len > 0)
        write_why (json, "why_decided", point->why_decided);
      write_inputs (json, point->why);
    }
  ys_json_end (json, '}');
}

/* Whether a person gave the task a figure of this kind: at least one of its points has a score of his. */
static gboolean
has_figure (const YsSheetTask *task, YsScoreFigure figure)
{
  for (guint i = 0; i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);

      if (figure == YS_COMPUTED || (figure == YS_SELF ? point->has_self : point->is_decided))
        return TRUE;
    }
  return figure == YS_COMPUTED;
}

static void
write_task (YsJson *json, const YsSheetTask *task, const YsSheetUnit *unit, const YsSheet *sheet)
{
  ys_json_begin (json, NULL, '{');
  ys_json_integer (json, "no", task->standard->number);
  ys_json_boolean (json, "applicable", task->applicable);
  ys_json_points (json, "points", task->standard->points);
  ys_json_points (json, "applicable_points", task->points);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      if (has_figure (task, (YsScoreFigure)i))
        ys_json_points (json, figure_nicks[i], task->score[i]);
      else
        ys_json_null (json, figure_nicks[i]);
    }
  ys_json_points (json, "sum", task->sum[unit->figure]);
  ys_json_integer (json, "months", task->months);
  ys_json_points (json, "late", task->late[unit->figure]);
  ys_json_boolean (json, "evidence_cap", task->evidence_cap[unit->figure]);
  ys_json_points (json, "score", task->score[unit->figure]);
  ys_json_begin (json, "points_detail", '[');
  for (guint i = 0; i < task->details->len; i++)
    write_point (json, g_ptr_array_index (task->details, i), sheet->standard, sheet->with_reasons);
  ys_json_end (json, ']');
  write_gates (json, "gates", task->gates, sheet->standard);
  write_gates (json, "waiting", task->waiting, sheet->standard);
  if (sheet->with_reasons)
    {
      ys_json_string (json, "brings", task->brings);
      write_why (json, "why", task->why);
    }
  ys_json_end (json, '}');
}

static void
write_parts (YsJson *json, const YsSheetUnit *unit, const YsSheet *sheet, guint only)
{
  ys_json_begin (json, "parts", '[');
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "id", part->heading->id);
      ys_json_points (json, "points", part->points - part->share);
      ys_json_points (json, "share", MAX (0, part->share));
      ys_json_points (json, "score", part->score[unit->figure]);
      write_gates (json, "gates", part->gates, sheet->standard);
      write_gates (json, "waiting", part->waiting, sheet->standard);
      if (sheet->with_reasons)
        write_why (json, "why", part->why);
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
  ys_json_begin (json, "tasks", '[');
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, j);

          if (only == 0 || task->standard->number == only)
            write_task (json, task, unit, sheet);
        }
    }
  ys_json_end (json, ']');
  ys_json_begin (json, "bonus_detail", '[');
  for (guint i = 0; i < unit->n_bonus_points; i++)
    write_point (json, &unit->bonus_points[i], sheet->standard, sheet->with_reasons);
  ys_json_end (json, ']');
}

static void
write_occurrence (YsJson *json, const YsSheetOccurrence *shown, gboolean with_reasons)
{
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "id", shown->occurrence->id);
  ys_json_string (json, "state", ys_verification_nick (shown->occurrence->state));
  ys_json_boolean (json, "counts", shown->counts);
  ys_json_begin (json, "candidates", '[');
  for (guint i = 0; i < shown->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (shown->candidates, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "item", candidate->item->id);
      ys_json_points (json, "deduction", candidate->deduction);
      if (candidate->why != NULL)
        ys_json_take_string (json, "why", ys_why_to_text (candidate->why));
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
  ys_json_string (json, "counted", shown->counted != NULL ? shown->counted->id : NULL);
  ys_json_points (json, "deduction", shown->deduction);
  ys_json_boolean (json, "contained", shown->contained);
  if (shown->has_would_deduct)
    ys_json_points (json, "would_deduct", shown->would_deduct);
  ys_json_string (json, "merged_into", shown->occurrence->merged_into);
  if (with_reasons)
    write_why (json, "why", shown->why);
  ys_json_end (json, '}');
}

static void
write_thresholds (YsJson *json, const YsSheetUnit *unit, gboolean with_reasons)
{
  ys_json_begin (json, "thresholds", '[');
  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "item", threshold->item->id);
      if (threshold->value != NULL)
        ys_json_take_string (json, "value", ys_figure_to_text (&threshold->value->figure));
      else
        ys_json_null (json, "value");
      ys_json_boolean (json, "met", threshold->met);
      ys_json_boolean (json, "open", threshold->open);
      ys_json_points (json, "deduction", threshold->deduction);
      if (with_reasons)
        {
          ys_json_string (json, "shortfall", threshold->shortfall);
          write_why (json, "why", threshold->why);
        }
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
}

/* The strictest veto that a negative item gave; NULL where none holds. */
static const char *
negative_veto (const YsSheetUnit *unit, const YsCatalogue *catalogue)
{
  const YsSheetGate *strictest = NULL;

  for (guint i = 0; i < unit->vetoes->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (unit->vetoes, i);

      if (gate->id != NULL && ys_catalogue_get_item (catalogue, gate->id) != NULL
          && (strictest == NULL || gate->grade > strictest->grade))
        strictest = gate;
    }
  return strictest != NULL ? strictest->id : NULL;
}

static void
write_negative (YsJson *json, const YsSheetUnit *unit, const YsSheet *sheet)
{
  ys_json_begin (json, "negative", '{');
  ys_json_string (json, "veto", negative_veto (unit, sheet->standard->catalogue));
  ys_json_begin (json, "occurrences", '[');
  for (guint i = 0; i < unit->occurrences->len; i++)
    write_occurrence (json, g_ptr_array_index (unit->occurrences, i), sheet->with_reasons);
  ys_json_end (json, ']');
  write_thresholds (json, unit, sheet->with_reasons);
  ys_json_begin (json, "contained", '[');
  for (guint i = 0; i < unit->contained->len; i++)
    {
      const YsSheetContained *contained = g_ptr_array_index (unit->contained, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "item", contained->item->id);
      ys_json_points (json, "with_cases", contained->with_cases);
      ys_json_points (json, "without_cases", contained->without_cases);
      ys_json_string (json, "held", contained->with_cases_holds ? "with_cases" : "without_cases");
      if (contained->why != NULL)
        ys_json_take_string (json, "why", ys_why_to_text (contained->why));
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
  ys_json_end (json, '}');
}

static void
write_unit (YsJson *json, const YsSheetUnit *unit, const YsSheet *sheet, guint task)
{
  const YsStandard *standard = sheet->standard;
  const YsGrade *grade = g_ptr_array_index (standard->grades, unit->grade);

  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "unit", unit->submission->unit);
  ys_json_string (json, "name", unit->unit != NULL ? unit->unit->name : NULL);
  if (unit->has_rank)
    ys_json_integer (json, "rank", unit->rank);
  else
    ys_json_null (json, "rank");
  ys_json_string (json, "no_rank_reason", unit->no_rank_reason);
  ys_json_string (json, "group", unit->unit != NULL ? unit->unit->group_id : NULL);
  ys_json_string (json, "state", ys_submission_state_nick (unit->state));
  ys_json_string (json, "figure", figure_nicks[unit->figure]);
  ys_json_points (json, "total", unit->total);
  ys_json_string (json, "grade", grade->id);
  ys_json_string (json, "grade_name", grade->name);
  ys_json_boolean (json, "vetoed", unit->vetoed);
  ys_json_points (json, "base", unit->base);
  ys_json_points (json, "bonus", unit->bonus);
  ys_json_points (json, "deduction", unit->deduction);
  ys_json_begin (json, "range", '{');
  ys_json_points (json, "low", unit->low);
  ys_json_points (json, "high", unit->high);
  ys_json_integer (json, "open_points", unit->open_points);
  ys_json_end (json, '}');
  write_parts (json, unit, sheet, task);
  write_negative (json, unit, sheet);
  write_gates (json, "vetoes", unit->vetoes, standard);
  write_gates (json, "gates", unit->gates, standard);
  write_gates (json, "waiting", unit->waiting, standard);
  write_strings (json, "open", unit->open);
  write_strings (json, "warnings", unit->warnings);
  if (sheet->with_reasons)
    {
      write_why (json, "why", unit->why);
      write_inputs (json, unit->why);
    }
  ys_json_end (json, '}');
}

char *
ys_sheet_to_json (const YsSheet *self)
{
  return ys_sheet_part_to_json (self, NULL, 0);
}

char *
ys_sheet_part_to_json (const YsSheet *self, const char *unit, guint task)
{
  const YsCatalogue *catalogue = self->standard->catalogue;
  YsJson json = { .text = g_string_new (NULL) };

  ys_json_begin (&json, NULL, '{');
  ys_json_boolean (&json, "ok", TRUE);
  ys_json_boolean (&json, "sample", self->standard->sample);
  ys_json_begin (&json, "catalogue", '{');
  ys_json_string (&json, "id", catalogue->id);
  ys_json_integer (&json, "version", catalogue->version);
  ys_json_end (&json, '}');
  ys_json_begin (&json, "standard", '{');
  ys_json_string (&json, "id", self->standard->id);
  ys_json_integer (&json, "version", self->standard->version);
  ys_json_string (&json, "title", self->standard->title);
  ys_json_end (&json, '}');
  ys_json_begin (&json, "units", '[');
  for (guint i = 0; i < self->units->len; i++)
    {
      const YsSheetUnit *one = g_ptr_array_index (self->units, i);

      if (unit == NULL || g_str_equal (one->submission->unit, unit))
        write_unit (&json, one, self, task);
    }
  ys_json_end (&json, ']');
  ys_json_end (&json, '}');
  return g_string_free (json.text, FALSE);
}

void
ys_faults_write_json (const YsFaults *faults, YsJson *json)
{
  ys_json_begin (json, "errors", '[');
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      char *where = g_strdup (fault->where != NULL ? fault->where : fault->file);

      if (fault->file != NULL && fault->line > 0)
        {
          g_free (where);
          where = g_strdup_printf ("%s:%u", fault->file, fault->line);
        }
      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "code", ys_error_code_nick (fault->code));
      ys_json_take_string (json, "where", where);
      ys_json_string (json, "message", fault->message);
      ys_json_string (json, "advice", ys_error_code_advice (fault->code));
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
}

char *
ys_faults_to_json (const YsFaults *faults)
{
  YsJson json = { .text = g_string_new (NULL) };

  ys_json_begin (&json, NULL, '{');
  ys_json_boolean (&json, "ok", FALSE);
  ys_faults_write_json (faults, &json);
  ys_json_end (&json, '}');
  return g_string_free (json.text, FALSE);
}
