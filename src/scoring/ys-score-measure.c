/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 2, 取值: what a measure gives for a unit, a word or an exact number, and when it is missing or open.
 */
#include "ys-score.h"

#include <string.h>

static const char *const state_words[] = { "done", "mostly", "partly", "not" };
static const char *const document_words[] = { "proven", "recorded", "none" };

guint
ys_score_word (YsMeasureKind kind, const char *word)
{
  const char *const *words = kind == YS_MEASURE_STATE ? state_words : document_words;
  guint n = kind == YS_MEASURE_STATE ? G_N_ELEMENTS (state_words) : G_N_ELEMENTS (document_words);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (word, words[i]) == 0)
        return i;
    }
  return G_MAXUINT;
}

static YsMeasured
measure_state (const YsScore *self, const YsScoreUnit *unit, const YsTask *task)
{
  const YsItem *item = unit->items[task->index];
  YsMeasured measured = { .is_word = TRUE, .word = YS_STATE_NOT };

  if (item == NULL)
    return measured;
  if (item->state == YS_STATE_NA)
    measured.open = YS_OPEN_CLAIM;
  else
    measured.word = item->state;
  if (item->state == YS_STATE_DONE && item->completed == 0)
    {
      measured.word = YS_STATE_MOSTLY;
      measured.open = YS_OPEN_LATE;
    }
  else if (item->state == YS_STATE_DONE && item->completed > self->assessment->closing)
    measured.word = YS_STATE_MOSTLY;
  return measured;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* @point: the scoring point that measures the document, whose citations prove it. */
static YsMeasured
measure_document (const YsScoreUnit *unit, const YsCatalogueDocument *document, const YsPoint *point)
{
  YsMeasured measured = { .is_word = TRUE, .word = 2 };
  const YsItem *item = document != NULL ? unit->items[document->task->index] : NULL;

  for (guint i = 0; item != NULL && i < item->documents->len; i++)
    {
      const YsIssuedDocument *issued = g_ptr_array_index (item->documents, i);

      if (!g_str_equal (issued->document, document->id))
        continue;

      gboolean numbered =
          issued->unnumbered ? has_text (issued->issuer) : has_text (issued->number) && issued->date != 0;
      gboolean cited = point != NULL && (unit->point_flags[point->index] & YS_POINT_CITED) != 0;

      measured.word = numbered && cited ? 0 : 1;
    }
  return measured;
}

gboolean
ys_score_metric (YsScore *self, const YsScoreUnit *unit, const YsMetric *metric, YsMetricAs as,
                 YsExact *value)
{
  const YsRecordedFigure *figure = unit->figures[metric->index], *before = unit->befores[metric->index];

  if (figure == NULL || ys_figure_is_missing (&figure->figure))
    return FALSE;
  *value = ys_exact_from_figure (&figure->figure, metric->unit);
  if (as != YS_METRIC_AS_GROWTH)
    return TRUE;
  if (before == NULL || ys_figure_is_missing (&before->figure))
    return FALSE;

  YsExact base = ys_exact_from_figure (&before->figure, metric->unit);

  if (ys_exact_sign (base) <= 0)
    return FALSE;

  YsExact change = ys_exact_divide (self->pool, ys_exact_subtract (self->pool, *value, base), base);

  change = ys_exact_multiply (self->pool, ys_exact_from_integer (100), change);
  *value = ys_exact_round_decimal (self->pool, change);
  return TRUE;
}

static YsMeasured
measure_metric (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure)
{
  YsMeasured measured = { .missing = FALSE };

  if (!ys_score_metric (self, unit, measure->metric, measure->as, &measured.value))
    return (YsMeasured){ .missing = TRUE, .open = YS_OPEN_FIGURE };
  if (measure->as == YS_METRIC_AS_PLACE)
    {
      guint place = ys_score_place (self, unit, measure->metric, measured.value);

      if (place == 0)
        return (YsMeasured){ .missing = TRUE, .open = YS_OPEN_GROUP };
      measured.value = ys_exact_from_integer (place);
    }
  return measured;
}

gint64
ys_score_count_records (const YsScoreUnit *unit, guint clause)
{
  const GPtrArray *records = unit->records != NULL && clause != G_MAXUINT ? unit->records[clause] : NULL;
  gint64 sum = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (records, i);

      if (__builtin_add_overflow (sum, record->count, &sum))
        return G_MAXINT64;
    }
  return sum;
}

static YsMeasured
measure_late (const YsScore *self, const YsScoreUnit *unit, const YsMeasure *measure, const YsTask *task)
{
  YsMeasured measured = { .missing = FALSE };
  YsDate due = ys_score_due (unit, task), completed = ys_score_completed (self, unit, task);
  gint64 late = 0;

  if (measure->late_in_months)
    late = ys_date_months_late (due, completed);
  else if (completed > due)
    late = (gint64)completed - due;
  measured.value = ys_exact_from_integer (late);
  if ((unit->task_flags[task->index] & YS_TASK_LATE_OPEN) != 0)
    measured.open = YS_OPEN_LATE;
  return measured;
}

YsMeasured
ys_score_measure (YsScore *self, YsScoreUnit *unit, const YsMeasure *measure, YsTask *own_task,
                  const YsPoint *own_point)
{
  const YsTask *task = measure->task != NULL ? measure->task : own_task;

  switch (measure->kind)
    {
    case YS_MEASURE_STATE:
      return measure_state (self, unit, task);
    case YS_MEASURE_DOCUMENT:
      {
        const YsPoint *point = measure->point != NULL ? measure->point : own_point;
        const YsCatalogueDocument *document = measure->document;

        if (document == NULL && point != NULL)
          document = point->measure.document;
        return measure_document (unit, document, point);
      }
    case YS_MEASURE_METRIC:
      return measure_metric (self, unit, measure);
    case YS_MEASURE_RECORDS:
      return (YsMeasured){ .value = ys_exact_from_integer (ys_score_count_records (unit, measure->clause)) };
    case YS_MEASURE_LATE:
      return measure_late (self, unit, measure, task);
    case YS_MEASURE_WORD:
      return (YsMeasured){ .missing = TRUE, .open = YS_OPEN_WORD };
    case YS_MEASURE_NONE:
    default:
      return (YsMeasured){ .value = ys_exact_from_integer (0) };
    }
}
