/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier takes long to load and does not change, so it is kept from one reading to the next; the queue is made anew,
 * for opinions change. */
#include "ys-examine-data.h"

#include <glib/gi18n-lib.h>

#include "ys-id.h"

static void
data_clear (gpointer data)
{
  YsExamineData *self = data;

  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, ys_dossier_unref);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
}

YsExamineData *
ys_examine_data_ref (YsExamineData *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ys_examine_data_unref (YsExamineData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

YsExamineWish *
ys_examine_wish_new (const char *id, const char *unit, YsDossier *held)
{
  YsExamineWish *wish = g_new0 (YsExamineWish, 1);

  wish->id = g_strdup (id);
  wish->unit = g_strdup (unit);
  wish->held = held;
  return wish;
}

void
ys_examine_wish_free (gpointer data)
{
  YsExamineWish *wish = data;

  g_free (wish->id);
  g_free (wish->unit);
  g_clear_pointer (&wish->held, ys_dossier_unref);
  g_free (wish);
}

/* The wanted dossier, else the newest of the wanted unit, else the newest. A county's code begins with its city's. */
static const YsDossierInfo *
choose (const GPtrArray *dossiers, const YsExamineWish *wish)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      if (g_strcmp0 (info->id, wish->id) == 0)
        return info;
    }
  for (guint i = 0; wish->unit != NULL && i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      if (info->city != NULL && g_str_has_prefix (wish->unit, info->city))
        return info;
    }
  return dossiers->len > 0 ? g_ptr_array_index (dossiers, 0) : NULL;
}

/* Opinions rest on the newest dossier of a city, whichever round that is. */
static gboolean
is_newest (const GPtrArray *dossiers, const YsDossierInfo *one)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      if (g_strcmp0 (info->city, one->city) == 0)
        return info == one;
    }
  return TRUE;
}

gpointer
ys_examine_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const YsExamineWish *wish = data;
  g_autoptr (YsExamineData) self = g_atomic_rc_box_new0 (YsExamineData);
  const YsDossierInfo *info;

  self->dossiers = ys_workspace_dup_dossiers (workspace);
  info = choose (self->dossiers, wish);
  if (info == NULL)
    return g_steal_pointer (&self);
  self->current = is_newest (self->dossiers, info);
  self->dossier = wish->held != NULL && g_strcmp0 (ys_dossier_get_info (wish->held)->id, info->id) == 0
                    ? ys_dossier_ref (wish->held)
                    : ys_workspace_load_dossier (workspace, info->id, error);
  if (self->dossier == NULL)
    return NULL;
  self->queue = ys_workspace_dup_opinion_queue (workspace, ys_dossier_get_sheet (self->dossier), NULL, YS_QUEUE_ALL);
  return g_steal_pointer (&self);
}

const YsDossierUnitInfo *
ys_examine_data_get_unit (const YsExamineData *self, const char *unit)
{
  const GPtrArray *units = ys_dossier_get_units (self->dossier);

  for (guint i = 0; i < units->len; i++)
    {
      const YsDossierUnitInfo *info = g_ptr_array_index (units, i);
      if (g_strcmp0 (info->unit, unit) == 0)
        return info;
    }
  return NULL;
}

const char *
ys_examine_data_get_name (const YsExamineData *self, const char *unit)
{
  const YsDossierUnitInfo *info = ys_examine_data_get_unit (self, unit);

  if (info != NULL)
    return info->name != NULL ? info->name : info->unit;
  return ys_dossier_get_info (self->dossier)->city_name;
}

char *
ys_examine_data_dup_label (const YsExamineData *self, const YsDossierInfo *info)
{
  guint of_city = 0;

  for (guint i = 0; i < self->dossiers->len; i++)
    of_city += g_strcmp0 (((const YsDossierInfo *) g_ptr_array_index (self->dossiers, i))->city, info->city) == 0;
  if (of_city < 2)
    return g_strdup (info->city_name);
  return g_strdup_printf (info->replaced ? _ ("%s · %s · No. %u, replaced") : _ ("%s · %s · No. %u"),
                          info->city_name, info->round_title != NULL ? info->round_title : info->round, info->number);
}

gboolean
ys_examine_data_can_speak (const YsExamineData *self, YsWorkspace *workspace, const char *unit, char **why)
{
  if (self->current)
    return ys_workspace_can_give_opinion (workspace, unit, why);
  if (why != NULL)
    *why = g_strdup (_ ("A newer dossier of this city is here; this one can only be read."));
  return FALSE;
}

void
ys_examine_data_count (const YsExamineData *self, const char *unit, YsExamineCounts *counts)
{
  *counts = (YsExamineCounts){ 0 };
  for (guint i = 0; i < self->queue->len; i++)
    {
      const YsQueueEntry *entry = g_ptr_array_index (self->queue, i);

      if (unit != NULL && !g_str_equal (entry->unit, unit))
        continue;
      counts->all++;
      counts->agree += entry->has_opinion && entry->verdict == YS_OPINION_AGREE;
      counts->query += entry->has_opinion && entry->verdict == YS_OPINION_QUERY;
      counts->disagree += entry->has_opinion && entry->verdict == YS_OPINION_DISAGREE;
    }
}

gboolean
ys_examine_data_matches (const YsExamineData *self, const YsQueueEntry *entry, const char *words)
{
  g_autofree char *number = entry->task != 0 ? g_strdup_printf ("%u", entry->task) : g_strdup (entry->item);
  g_autofree char *text
    = g_strdup_printf ("%s %s %s", number, entry->title, ys_examine_data_get_name (self, entry->unit));
  g_autofree char *folded = ys_text_fold (text), *initials = ys_text_pinyin_initials (entry->title);
  return g_str_equal (number, words) || g_strstr_len (folded, -1, words) != NULL
         || g_strstr_len (initials, -1, words) != NULL;
}
