/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gates of a standard: what they set, and that what they look at is named and fits (scoring.md, rule 4 and
 * 13). A gate above a task names the task, one above a point the point, since there is none of its own. */
#include <glib/gi18n-lib.h>

#include "ys-standard-seal.h"

typedef struct
{
  YsPoint *point; /* where the gate stands, NULL above a point */
  YsTask *task;   /* NULL above a task */
  YsLevel level;
  const char *where;
} Place;

static void
seal_effect (YsSealing *self, YsGate *gate, const Place *place)
{
  if (gate->has_permille == gate->has_grade)
    ys_seal_fault (self, gate->line, place->where, _ ("%s: a gate sets either a permille or a grade."),
                   place->where);
  if (gate->has_permille)
    ys_seal_permille (self, place->where, gate->line, _ ("permille of the gate"), gate->permille);
  if (gate->has_grade)
    gate->grade = ys_seal_find (self, self->standard->grades, gate->grade_id, place->where, gate->line);
}

static void
seal_task_named (YsSealing *self, YsGate *gate, const Place *place)
{
  YsMeasure *measure = &gate->measure;

  if (measure->task_number == 0)
    {
      measure->task = place->task;
      if (place->level > YS_LEVEL_TASK)
        ys_seal_fault (self, gate->line, place->where,
                       _ ("%s: a gate above a task names the task whose state or lateness it looks at."),
                       place->where);
      return;
    }
  measure->task = ys_catalogue_get_task (self->catalogue, measure->task_number);
  if (measure->task == NULL)
    ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, gate->line, place->where,
                   _ ("%s looks at task %u, which the catalogue lacks."), place->where, measure->task_number);
}

static void
seal_document_named (YsSealing *self, YsGate *gate, const Place *place)
{
  YsMeasure *measure = &gate->measure;

  measure->point =
      measure->reference != NULL ? ys_standard_get_point (self->standard, measure->reference) : place->point;
  if (measure->point == NULL && measure->reference == NULL)
    ys_seal_fault (self, gate->line, place->where,
                   _ ("%s: a gate above a point names the point whose document it looks at."), place->where);
  else if (measure->point == NULL)
    ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, gate->line, place->where,
                   _ ("%s names %s, which this standard does not define."), place->where, measure->reference);
  else if (measure->point->measure.kind != YS_MEASURE_DOCUMENT)
    ys_seal_fault (self, gate->line, place->where,
                   _ ("%s looks at the document of point %s, which measures none."), place->where,
                   measure->point->id);
  else
    measure->document = ys_catalogue_get_document (self->catalogue, measure->point->measure.reference);
}

static void
seal_condition (YsSealing *self, YsGate *gate, const Place *place)
{
  if (ys_seal_measured (&gate->measure) == YS_MEASURED_WORD)
    {
      if (gate->word == NULL || !ys_seal_word_fits (&gate->measure, gate->word))
        ys_seal_fault (self, gate->line, place->where,
                       _ ("%s: a gate on a state or document names one of its words."), place->where);
      return;
    }
  if (gate->word != NULL || gate->comparator > YS_COMPARE_EQ)
    ys_seal_fault (self, gate->line, place->where, _ ("%s: a gate on a number compares it with a bound."),
                   place->where);
  else
    ys_seal_bound (self, &gate->measure, &gate->bound, place->where, gate->line);
}

static void
seal_gate (YsSealing *self, YsGate *gate, const Place *place)
{
  gate->level = place->level;
  ys_seal_id (self, gate->id, gate->line);
  seal_effect (self, gate, place);
  switch (gate->measure.kind)
    {
    case YS_MEASURE_STATE:
    case YS_MEASURE_LATE:
      seal_task_named (self, gate, place);
      break;
    case YS_MEASURE_DOCUMENT:
      seal_document_named (self, gate, place);
      break;
    case YS_MEASURE_METRIC:
      ys_seal_measure (self, &gate->measure, place->task, place->where, gate->line);
      break;
    case YS_MEASURE_RECORDS:
      if (gate->measure.reference == NULL || gate->measure.defines_clause)
        ys_seal_fault (self, gate->line, place->where,
                       _ ("%s: a gate on records names a clause that stands elsewhere."), place->where);
      else
        ys_seal_measure (self, &gate->measure, place->task, place->where, gate->line);
      break;
    case YS_MEASURE_WORD:
      ys_seal_fault (self, gate->line, place->where, _ ("%s: a gate cannot look at an assessor's word."),
                     place->where);
      return;
    case YS_MEASURE_NONE:
    default:
      ys_seal_fault (self, gate->line, place->where, _ ("%s: a gate must look at something."), place->where);
      return;
    }
  seal_condition (self, gate, place);
}

void
ys_seal_gates (YsSealing *self, GPtrArray *gates, YsPoint *point, YsTask *task, YsLevel level,
               const char *where)
{
  Place place = { point, task, level, where };

  for (guint i = 0; i < gates->len; i++)
    seal_gate (self, g_ptr_array_index (gates, i), &place);
}
