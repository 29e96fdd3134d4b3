/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One task as the form shows it. Everything is looked up here, so that a card only puts words into labels. */
#include "ys-fill-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

YsFillView *
ys_fill_view_new (YsWorkspace *workspace, guint number)
{
  YsStandard *standard = ys_workspace_get_standard (workspace);
  const YsTask *task = ys_catalogue_get_task (standard->catalogue, number);
  YsFillView *self;

  if (task == NULL)
    return NULL;
  self = g_new0 (YsFillView, 1);
  self->workspace = g_object_ref (workspace);
  self->standard = standard;
  self->task = task;
  self->in_standard = g_ptr_array_index (standard->by_task, task->index);
  self->sheet = ys_workspace_dup_sheet (workspace);
  self->unit = self->sheet != NULL ? ys_workspace_get_own_unit (workspace, self->sheet) : NULL;
  if (self->unit != NULL)
    self->sheet_task = ys_sheet_unit_get_task (self->unit, number);
  if (self->unit != NULL && self->unit->submission != NULL)
    self->item = ys_submission_get_item (self->unit->submission, number);
  self->citations = ys_workspace_dup_citations (workspace, number, NULL);
  self->can_edit = ys_workspace_can_edit (workspace, NULL);
  return self;
}

void
ys_fill_view_free (YsFillView *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  g_free (self);
}

YsItemState
ys_fill_view_get_state (const YsFillView *self)
{
  return self->item != NULL ? self->item->state : YS_STATE_NOT;
}

/* Ids between @prefix and @suffix of the form's keys. */
static GStrv
dup_ids (const YsFillView *self, const char *prefix, const char *suffix)
{
  g_auto (GStrv) keys = ys_item_dup_keys (self->standard, self->task->number);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (!g_str_has_prefix (keys[i], prefix) || !g_str_has_suffix (keys[i], suffix))
        continue;
      g_autofree char *id =
          g_strndup (keys[i] + strlen (prefix), strlen (keys[i]) - strlen (prefix) - strlen (suffix));
      g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

GStrv
ys_fill_view_dup_metrics (const YsFillView *self)
{
  return dup_ids (self, "metric.", ".source");
}

GStrv
ys_fill_view_dup_documents (const YsFillView *self)
{
  return dup_ids (self, "document.", ".title");
}

/* ---- what the rules ask ---- */

static gboolean
point_needs_before (const YsPoint *point)
{
  if (point->measure.as == YS_METRIC_AS_GROWTH)
    return TRUE;
  for (guint i = 0; i < point->rows->len; i++)
    if (((const YsBandRow *)g_ptr_array_index (point->rows, i))->bound.kind == YS_BOUND_BEFORE)
      return TRUE;
  for (guint i = 0; i < point->clauses->len; i++)
    if (((const YsClause *)g_ptr_array_index (point->clauses, i))->bound.kind == YS_BOUND_BEFORE)
      return TRUE;
  return point->rule == YS_RULE_LINE
         && (point->low_bound.kind == YS_BOUND_BEFORE || point->high_bound.kind == YS_BOUND_BEFORE);
}

static gboolean
gates_need_before (const GPtrArray *gates, const YsMetric *metric)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const YsGate *gate = g_ptr_array_index (gates, i);

      if (gate->measure.metric == metric
          && (gate->measure.as == YS_METRIC_AS_GROWTH || gate->bound.kind == YS_BOUND_BEFORE))
        return TRUE;
    }
  return FALSE;
}

gboolean
ys_fill_view_needs_before (const YsFillView *self, const YsMetric *metric)
{
  for (guint i = 0; self->in_standard != NULL && i < self->in_standard->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (self->in_standard->items, i);

      if (point->measure.metric == metric && point_needs_before (point))
        return TRUE;
      if (gates_need_before (point->gates, metric))
        return TRUE;
    }
  return self->in_standard != NULL && gates_need_before (self->in_standard->gates, metric);
}

static const YsSheetPoint *
find_point (const YsFillView *self, const YsMetric *metric, const YsCatalogueDocument *document)
{
  for (guint i = 0; self->sheet_task != NULL && i < self->sheet_task->details->len; i++)
    {
      const YsSheetPoint *detail = g_ptr_array_index (self->sheet_task->details, i);
      const YsMeasure *measure = &detail->point->measure;

      if ((metric != NULL && measure->metric == metric)
          || (document != NULL && measure->document == document))
        return detail;
    }
  return NULL;
}

const YsSheetPoint *
ys_fill_view_get_metric_point (const YsFillView *self, const YsMetric *metric)
{
  return find_point (self, metric, NULL);
}

const YsSheetPoint *
ys_fill_view_get_document_point (const YsFillView *self, const YsCatalogueDocument *document)
{
  return find_point (self, NULL, document);
}

const YsFigure *
ys_fill_view_get_figure (const YsFillView *self, const char *metric, int year)
{
  for (guint i = 0; self->item != NULL && i < self->item->figures->len; i++)
    {
      const YsRecordedFigure *figure = g_ptr_array_index (self->item->figures, i);

      if (figure->year == year && g_str_equal (figure->metric, metric))
        return &figure->figure;
    }
  return NULL;
}

const YsCitation *
ys_fill_view_get_citation (const YsFillView *self, const char *point)
{
  for (guint i = 0; i < self->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (self->citations, i);

      if (point == NULL || g_strcmp0 (citation->point, point) == 0)
        return citation;
    }
  return NULL;
}

/* ---- words ---- */

char *
ys_figure_dup_display (const YsFigure *figure, YsUnit unit)
{
  const char *sign = ys_unit_sign (unit);
  char *text;

  if (figure == NULL || ys_figure_is_missing (figure))
    return NULL;
  if (figure->kind == YS_FIGURE_VALUE)
    {
      g_autofree char *value = ys_decimal_to_text (figure->value);
      return g_strconcat (value, sign, NULL);
    }
  mpq_t value;
  mpq_init (value);
  ys_figure_to_rational (figure, unit, value);
  g_autofree char *plain = ys_rational_to_text (value, unit == YS_UNIT_COUNT ? 0 : 2);
  mpq_clear (value);
  text = g_strconcat (plain, sign, NULL);
  return text;
}

char *
ys_metric_dup_target (const YsMetric *metric)
{
  g_autofree char *target = NULL;

  if (!metric->has_target)
    return g_strdup (metric->comparator == YS_COMPARE_REPORT ? "" : ys_comparator_sign (metric->comparator));
  target = ys_decimal_to_text (metric->target);
  return g_strdup_printf ("%s %s%s", ys_comparator_sign (metric->comparator), target,
                          ys_unit_sign (metric->unit));
}

char *
ys_citation_dup_pages (const YsCitation *citation)
{
  if (citation->pages == NULL || *citation->pages == '\0')
    return g_strdup (_ ("Whole file"));
  return g_strdup_printf (_ ("Page %s"), citation->pages);
}

guint
ys_citation_get_first_page (const YsCitation *citation)
{
  guint64 page = citation->pages != NULL ? g_ascii_strtoull (citation->pages, NULL, 10) : 1;

  return (guint)CLAMP (page, 1, G_MAXUINT16);
}

const char *
ys_item_state_icon (YsItemState state)
{
  static const char *const icons[] = {
    [YS_STATE_DONE] = "ys-state-done-symbolic",     [YS_STATE_MOSTLY] = "ys-state-mostly-symbolic",
    [YS_STATE_PARTLY] = "ys-state-partly-symbolic", [YS_STATE_NOT] = "ys-state-not-symbolic",
    [YS_STATE_NA] = "ys-state-na-symbolic",
  };

  return icons[state];
}
