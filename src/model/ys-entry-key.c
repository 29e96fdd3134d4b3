/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of entries: taking them apart, listing those of a task, and the present text behind one.
 * The same keys serve forms, command line and the comparison of revisions. */
#include "ys-entry.h"

#include <string.h>

static const char *const plain_keys[] = {
  "state", "na_reason", "completed", "person", "narrative.effect", "narrative.problem", "narrative.measure",
  NULL
};
static const char *const metric_fields[] = { "source", "numerator", "denominator", "value", NULL };
static const char *const document_fields[] = { "title", "number", "issuer", "date", NULL };
static const char *const self_fields[] = { "reason", NULL };

/* Cuts ".field" off @id where it ends so; ids may have points in them. */
static const char *
cut_field (char *id, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      gsize length = strlen (id), field = strlen (fields[i]);

      if (length > field + 1 && id[length - field - 1] == '.' && g_str_equal (id + length - field, fields[i]))
        {
          id[length - field - 1] = '\0';
          return fields[i];
        }
    }
  return NULL;
}

static gboolean
cut_year (char *id, int *year)
{
  char *at = strchr (id, '@');
  gint64 number;

  if (at == NULL)
    return TRUE;
  if (strlen (at) != 5 || !g_ascii_string_to_signed (at + 1, 10, 1900, 2999, &number, NULL))
    return FALSE;
  *at = '\0';
  *year = (int)number;
  return TRUE;
}

gboolean
ys_entry_key_parse (YsEntryKey *self, const char *key, int data_year)
{
  *self = (YsEntryKey){ .kind = YS_ENTRY_PLAIN, .year = data_year };
  if (g_strv_contains (plain_keys, key))
    self->id = g_strdup (key);
  else if (g_str_has_prefix (key, "metric."))
    {
      self->kind = YS_ENTRY_METRIC;
      self->id = g_strdup (key + strlen ("metric."));
      self->field = cut_field (self->id, metric_fields);
      if (!cut_year (self->id, &self->year))
        return FALSE;
    }
  else if (g_str_has_prefix (key, "document."))
    {
      self->kind = YS_ENTRY_DOCUMENT;
      self->id = g_strdup (key + strlen ("document."));
      self->field = cut_field (self->id, document_fields);
      return self->field != NULL;
    }
  else if (g_str_has_prefix (key, "self."))
    {
      self->kind = YS_ENTRY_SELF;
      self->id = g_strdup (key + strlen ("self."));
      self->field = cut_field (self->id, self_fields);
    }
  else if (g_str_has_prefix (key, "claim."))
    {
      self->kind = YS_ENTRY_CLAIM;
      self->id = g_strdup (key + strlen ("claim."));
    }
  return self->id != NULL && *self->id != '\0';
}

void
ys_entry_key_clear (YsEntryKey *self)
{
  g_clear_pointer (&self->id, g_free);
}

YsRecordedFigure *
ys_entry_find_figure (const YsItem *item, const char *metric, int year)
{
  for (guint i = 0; i < item->figures->len; i++)
    {
      YsRecordedFigure *figure = g_ptr_array_index (item->figures, i);

      if (figure->year == year && g_strcmp0 (figure->metric, metric) == 0)
        return figure;
    }
  return NULL;
}

YsIssuedDocument *
ys_entry_find_document (const YsItem *item, const char *id)
{
  for (guint i = 0; i < item->documents->len; i++)
    {
      YsIssuedDocument *document = g_ptr_array_index (item->documents, i);

      if (g_strcmp0 (document->document, id) == 0)
        return document;
    }
  return NULL;
}

YsSelfScore *
ys_entry_find_self (const YsItem *item, const char *point)
{
  for (guint i = 0; i < item->self->len; i++)
    {
      YsSelfScore *score = g_ptr_array_index (item->self, i);

      if (g_strcmp0 (score->point, point) == 0)
        return score;
    }
  return NULL;
}

YsPointClaim *
ys_entry_find_claim (const YsItem *item, const char *point)
{
  for (guint i = 0; i < item->claims->len; i++)
    {
      YsPointClaim *claim = g_ptr_array_index (item->claims, i);

      if (g_strcmp0 (claim->point, point) == 0)
        return claim;
    }
  return NULL;
}

gboolean
ys_entry_metric_is_of (const YsStandard *standard, const YsTask *task, const YsMetric *metric)
{
  const YsTaskStandard *in_standard;

  if (metric->answered_by != YS_ANSWERED_BY_COUNTY)
    return FALSE;
  if (metric->task_number != 0)
    return metric->task_number == task->number;
  /* A metric of no task is entered where a scoring point measures it. */
  in_standard =
      task->index < standard->by_task->len ? g_ptr_array_index (standard->by_task, task->index) : NULL;
  for (guint i = 0; in_standard != NULL && i < in_standard->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (in_standard->items, i);

      if (point->measure.metric == metric)
        return TRUE;
    }
  return FALSE;
}

static void
add_fields (GStrvBuilder *keys, const char *kind, const char *id, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat (kind, ".", id, *fields[i] != '\0' ? "." : "", fields[i], NULL);

      g_strv_builder_add (keys, key);
    }
}

GStrv
ys_item_dup_keys (const YsStandard *standard, guint number)
{
  static const char *const of_metric[] = { "", "source", NULL };
  static const char *const of_self[] = { "", "reason", NULL };
  static const char *const of_claim[] = { "", NULL };
  g_return_val_if_fail (standard != NULL && standard->catalogue != NULL, NULL);

  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const YsTask *task = ys_catalogue_get_task (standard->catalogue, number);
  const YsTaskStandard *in_standard =
      task != NULL ? g_ptr_array_index (standard->by_task, task->index) : NULL;

  if (task == NULL)
    return g_strv_builder_end (keys);
  g_strv_builder_addv (keys, (const char **)plain_keys);
  for (guint i = 0; i < standard->catalogue->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (standard->catalogue->metrics, i);

      if (ys_entry_metric_is_of (standard, task, metric))
        add_fields (keys, "metric", metric->id, of_metric);
    }
  for (guint i = 0; i < task->documents->len; i++)
    {
      const YsCatalogueDocument *document = g_ptr_array_index (task->documents, i);

      if (document->by_county)
        add_fields (keys, "document", document->id, document_fields);
    }
  for (guint i = 0; in_standard != NULL && i < in_standard->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (in_standard->items, i);

      add_fields (keys, "self", point->id, of_self);
      add_fields (keys, "claim", point->id, of_claim);
    }
  return g_strv_builder_end (keys);
}

static char *
dup_plain (const YsItem *item, const char *key)
{
  const struct
  {
    const char *key, *text;
  } texts[] = {
    { "na_reason", item->na_reason },       { "person", item->person },
    { "narrative.effect", item->effect },   { "narrative.problem", item->problem },
    { "narrative.measure", item->measure }, { "state", ys_item_state_nick (item->state) },
  };

  if (g_str_equal (key, "completed"))
    return ys_date_to_text (item->completed);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (key, texts[i].key))
        return g_strdup (texts[i].text);
    }
  return NULL;
}

static char *
dup_figure (const YsItem *item, const YsEntryKey *key)
{
  const YsRecordedFigure *recorded = ys_entry_find_figure (item, key->id, key->year);
  const YsFigure *figure = recorded != NULL ? &recorded->figure : NULL;

  if (figure == NULL)
    return NULL;
  if (key->field == NULL)
    return ys_figure_to_text (figure);
  if (g_str_equal (key->field, "source"))
    return g_strdup (recorded->source);
  if (g_str_equal (key->field, "value"))
    return figure->kind == YS_FIGURE_VALUE ? ys_decimal_to_text (figure->value) : NULL;
  if (g_str_equal (key->field, "numerator"))
    return figure->has_numerator ? g_strdup_printf ("%" G_GINT64_FORMAT, figure->numerator) : NULL;
  return figure->has_denominator ? g_strdup_printf ("%" G_GINT64_FORMAT, figure->denominator) : NULL;
}

static char *
dup_document (const YsItem *item, const YsEntryKey *key)
{
  const YsIssuedDocument *document = ys_entry_find_document (item, key->id);

  if (document == NULL)
    return NULL;
  if (g_str_equal (key->field, "date"))
    return ys_date_to_text (document->date);
  if (g_str_equal (key->field, "title"))
    return g_strdup (document->title);
  if (g_str_equal (key->field, "issuer"))
    return g_strdup (document->issuer);
  return g_strdup (document->unnumbered ? YS_ENTRY_UNNUMBERED : document->number);
}

static char *
dup_self (const YsItem *item, const YsEntryKey *key)
{
  const YsSelfScore *score = ys_entry_find_self (item, key->id);

  if (score == NULL)
    return NULL;
  if (key->field != NULL)
    return g_strdup (score->reason);
  return score->has_points ? ys_points_to_short (score->points) : NULL;
}

char *
ys_item_dup_entry (const YsItem *item, const char *key, int data_year)
{
  g_auto (YsEntryKey) parsed = { 0 };
  char *text = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  if (item != NULL && ys_entry_key_parse (&parsed, key, data_year))
    {
      const YsPointClaim *claim;

      switch (parsed.kind)
        {
        case YS_ENTRY_METRIC:
          text = dup_figure (item, &parsed);
          break;
        case YS_ENTRY_DOCUMENT:
          text = dup_document (item, &parsed);
          break;
        case YS_ENTRY_SELF:
          text = dup_self (item, &parsed);
          break;
        case YS_ENTRY_CLAIM:
          claim = ys_entry_find_claim (item, parsed.id);
          text = claim != NULL ? g_strdup (claim->reason) : NULL;
          break;
        case YS_ENTRY_PLAIN:
        default:
          text = dup_plain (item, parsed.id);
          break;
        }
    }
  return text != NULL ? text : g_strdup ("");
}
