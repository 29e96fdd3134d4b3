/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting one field of an item from what a person typed, or refusing it with the reason.
 * A refused entry leaves the item as it was; the typed text is the store's to keep. */
#include "ys-entry.h"

#include <glib/gi18n-lib.h>

#include "ys-facts-parts.h"
#include "ys-id.h"

static void
take_text (char **field, const char *text, gboolean one_line)
{
  g_autofree char *clean = one_line ? ys_text_clean_line (text, -1) : ys_text_clean (text, -1);

  g_free (*field);
  *field = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static gboolean
take_date (YsDate *field, const char *text, const char *where, GError **error)
{
  g_autofree char *clean = ys_text_clean_line (text, -1);
  YsDate date = 0;

  if (*clean != '\0')
    date = ys_date_parse_typed (clean);
  if (*clean != '\0' && date == 0)
    {
      ys_set_error (error, YS_ERROR_VALUE, where, _ ("\"%s\" is no date; type it like 2021-12-31."), text);
      return FALSE;
    }
  *field = date;
  return TRUE;
}

static gboolean
set_state (YsItem *item, const char *text, const char *where, GError **error)
{
  g_autofree char *clean = ys_text_clean_line (text, -1);
  YsItemState state = YS_STATE_NOT;
  gboolean known = *clean == '\0' || ys_item_state_from_nick (clean, &state);

  for (guint i = YS_STATE_DONE; !known && i <= YS_STATE_NA; i++)
    {
      state = (YsItemState)i;
      known = g_str_equal (clean, ys_item_state_label (state));
    }
  if (!known)
    {
      ys_set_error (error, YS_ERROR_VALUE, where,
                    _ ("\"%s\" is no state; use done, mostly, partly, not or na."), text);
      return FALSE;
    }
  item->state = state;
  return TRUE;
}

static gboolean
set_plain (YsItem *item, const char *key, const char *text, GError **error)
{
  if (g_str_equal (key, "state"))
    return set_state (item, text, key, error);
  if (g_str_equal (key, "completed"))
    return take_date (&item->completed, text, key, error);
  if (g_str_equal (key, "na_reason"))
    take_text (&item->na_reason, text, FALSE);
  else if (g_str_equal (key, "person"))
    take_text (&item->person, text, TRUE);
  else if (g_str_equal (key, "narrative.effect"))
    take_text (&item->effect, text, FALSE);
  else if (g_str_equal (key, "narrative.problem"))
    take_text (&item->problem, text, FALSE);
  else
    take_text (&item->measure, text, FALSE);
  return TRUE;
}

static void
set_number (YsIssuedDocument *document, const char *text)
{
  take_text (&document->number, text, TRUE);
  document->unnumbered = g_strcmp0 (document->number, YS_ENTRY_UNNUMBERED) == 0;
  if (document->unnumbered)
    g_clear_pointer (&document->number, g_free);
}

static gboolean
set_document (YsItem *item, const YsEntryKey *key, const char *text, const char *where, GError **error)
{
  YsIssuedDocument *document = ys_entry_find_document (item, key->id);
  YsDate date = 0;

  if (g_str_equal (key->field, "date") && !take_date (&date, text, where, error))
    return FALSE;
  if (document == NULL)
    {
      document = ys_issued_document_new ();
      document->document = g_strdup (key->id);
      g_ptr_array_add (item->documents, document);
    }
  if (g_str_equal (key->field, "date"))
    document->date = date;
  else if (g_str_equal (key->field, "title"))
    take_text (&document->title, text, TRUE);
  else if (g_str_equal (key->field, "issuer"))
    take_text (&document->issuer, text, TRUE);
  else
    set_number (document, text);
  if (document->title == NULL && document->number == NULL && !document->unnumbered && document->issuer == NULL
      && document->date == 0)
    g_ptr_array_remove (item->documents, document);
  return TRUE;
}

static gboolean
parse_points (const char *text, const YsPoint *point, gboolean *present, YsPoints *points, const char *where,
              GError **error)
{
  g_autofree char *clean = ys_text_clean_line (text, -1);
  gboolean percent = FALSE;
  g_autofree char *plain = ys_number_normalize (clean, &percent);
  g_autofree char *least = NULL, *most = NULL;

  *present = *clean != '\0';
  if (!*present)
    return TRUE;
  if (plain == NULL || percent || !ys_points_parse (plain, points))
    {
      ys_set_error (error, YS_ERROR_VALUE, where,
                    _ ("\"%s\" is no number of points with at most three decimals."), text);
      return FALSE;
    }
  if (*points >= point->least && *points <= point->most)
    return TRUE;
  least = ys_points_to_short (point->least);
  most = ys_points_to_short (point->most);
  ys_set_error (error, YS_ERROR_VALUE, where, _ ("This point can have from %s to %s points."), least, most);
  return FALSE;
}

static gboolean
set_self (YsItem *item, const YsEntryKey *key, const YsPoint *point, const char *text, const char *where,
          GError **error)
{
  YsSelfScore *score = ys_entry_find_self (item, key->id);
  gboolean present = FALSE;
  YsPoints points = 0;

  if (key->field == NULL && !parse_points (text, point, &present, &points, where, error))
    return FALSE;
  if (score == NULL)
    {
      score = ys_self_score_new ();
      score->point = g_strdup (key->id);
      g_ptr_array_add (item->self, score);
    }
  if (key->field == NULL)
    {
      score->has_points = present;
      score->points = points;
    }
  else
    take_text (&score->reason, text, FALSE);
  if (!score->has_points && score->reason == NULL)
    g_ptr_array_remove (item->self, score);
  return TRUE;
}

static void
set_claim (YsItem *item, const char *point, const char *text)
{
  YsPointClaim *claim = ys_entry_find_claim (item, point);

  if (claim == NULL)
    {
      claim = ys_point_claim_new ();
      claim->point = g_strdup (point);
      g_ptr_array_add (item->claims, claim);
    }
  take_text (&claim->reason, text, FALSE);
  if (claim->reason == NULL)
    g_ptr_array_remove (item->claims, claim);
}

/* A document or point that the form of this task has. */
static gboolean
is_of_task (const YsStandard *standard, const YsTask *task, const YsEntryKey *key)
{
  const YsCatalogueDocument *document;
  const YsPoint *point;

  if (key->kind == YS_ENTRY_PLAIN)
    return task != NULL;
  if (key->kind == YS_ENTRY_METRIC)
    {
      const YsMetric *metric = ys_catalogue_get_metric (standard->catalogue, key->id);

      /* task 0 holds the metrics that belong to no task */
      if (task == NULL)
        return metric != NULL && metric->task_number == 0 && metric->answered_by == YS_ANSWERED_BY_COUNTY;
      return metric != NULL && ys_entry_metric_is_of (standard, task, metric);
    }
  if (key->kind == YS_ENTRY_DOCUMENT)
    {
      document = ys_catalogue_get_document (standard->catalogue, key->id);
      return document != NULL && document->by_county && document->task == task;
    }
  point = ys_standard_get_point (standard, key->id);
  return point != NULL && point->task == task;
}

gboolean
ys_item_set_entry (YsItem *item, const char *key, const char *text, const YsStandard *standard, int data_year,
                   GError **error)
{
  g_return_val_if_fail (item != NULL && key != NULL && text != NULL && standard != NULL, FALSE);

  g_auto (YsEntryKey) parsed = { 0 };
  const YsTask *task = ys_catalogue_get_task (standard->catalogue, item->task);

  if ((task == NULL && item->task != 0) || !ys_entry_key_parse (&parsed, key, data_year)
      || !is_of_task (standard, task, &parsed))
    {
      ys_set_error (error, YS_ERROR_UNKNOWN_REFERENCE, key, _ ("Task %u has no field %s."), item->task, key);
      return FALSE;
    }
  switch (parsed.kind)
    {
    case YS_ENTRY_METRIC:
      return ys_entry_set_figure (item, &parsed, ys_catalogue_get_metric (standard->catalogue, parsed.id),
                                  text, key, error);
    case YS_ENTRY_DOCUMENT:
      return set_document (item, &parsed, text, key, error);
    case YS_ENTRY_SELF:
      return set_self (item, &parsed, ys_standard_get_point (standard, parsed.id), text, key, error);
    case YS_ENTRY_CLAIM:
      set_claim (item, parsed.id, text);
      return TRUE;
    case YS_ENTRY_PLAIN:
    default:
      return set_plain (item, parsed.id, text, error);
    }
}
