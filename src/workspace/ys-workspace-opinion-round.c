/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds that an upper office looks at: each city's dossier brings catalogue, standard and assessment of its own.
 * They are parsed once for each dossier, and handed on while it is the newest. */
#include "ys-workspace-opinion-private.h"

#include "ys-catalogue-xml.h"
#include "ys-dossier-xml.h"
#include "ys-facts-xml.h"
#include "ys-standard-xml.h"
#include "ys-workspace-upper.h"

#include <glib/gi18n-lib.h>

void
ys_opinion_round_free (YsOpinionRound *self)
{
  if (self == NULL)
    return;
  g_free (self->dossier);
  g_free (self->city);
  g_clear_pointer (&self->standard, ys_standard_unref);
  g_clear_pointer (&self->assessment, ys_assessment_unref);
  g_clear_pointer (&self->revisions, g_hash_table_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOpinionRound, ys_opinion_round_free)

static YsOpinionRound *
new_round (const char *dossier, const char *city)
{
  YsOpinionRound *round = g_new0 (YsOpinionRound, 1);

  round->dossier = g_strdup (dossier);
  round->city = g_strdup (city);
  round->revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return round;
}

static YsOpinionRound *
copy_round (const YsOpinionRound *held)
{
  YsOpinionRound *round = new_round (held->dossier, held->city);
  GHashTableIter iter;
  gpointer unit, revision;

  round->standard = ys_standard_ref (held->standard);
  round->assessment = ys_assessment_ref (held->assessment);
  g_hash_table_iter_init (&iter, held->revisions);
  while (g_hash_table_iter_next (&iter, &unit, &revision))
    g_hash_table_insert (round->revisions, g_strdup (unit), revision);
  return round;
}

/* NULL without @error where its documents are not here: this office made it itself. */
static YsOpinionRound *
parse_round (YsConnection *connection, const YsDossierRow *row, GError **error)
{
  static const char *const stems[] = { "catalogue", "standard", "assessment", "dossier" };
  g_autoptr (YsOpinionRound) round = new_round (row->about, row->city);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (YsCatalogue) catalogue = NULL;
  g_autoptr (YsDossierIndex) index = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      GBytes *document = ys_received_get (connection, row->about, stems[i], error);
      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, document);
    }
  catalogue = ys_catalogue_read_xml (g_ptr_array_index (documents, 0), "catalogue.xml", faults);
  if (catalogue != NULL)
    round->standard = ys_standard_read_xml (g_ptr_array_index (documents, 1), "standard.xml", catalogue, faults);
  round->assessment = ys_assessment_read_xml (g_ptr_array_index (documents, 2), "assessment.xml", faults);
  index = ys_dossier_index_read_xml (g_ptr_array_index (documents, 3), "dossier.xml", faults);
  if (round->standard == NULL || round->assessment == NULL || index == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return NULL;
    }
  for (guint i = 0; i < index->units->len; i++)
    {
      const YsDossierUnit *unit = g_ptr_array_index (index->units, i);
      g_hash_table_insert (round->revisions, g_strdup (unit->id), GUINT_TO_POINTER (unit->revision));
    }
  return g_steal_pointer (&round);
}

static const YsOpinionRound *
find_held (const GPtrArray *rounds, const char *dossier)
{
  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const YsOpinionRound *round = g_ptr_array_index (rounds, i);
      if (g_str_equal (round->dossier, dossier))
        return round;
    }
  return NULL;
}

static gboolean
has_city (const GPtrArray *rounds, const char *city)
{
  for (guint i = 0; i < rounds->len; i++)
    if (g_str_equal (((YsOpinionRound *) g_ptr_array_index (rounds, i))->city, city))
      return TRUE;
  return FALSE;
}

GPtrArray *
ys_opinion_rounds_load (YsConnection *connection, const GPtrArray *held, GError **error)
{
  g_autoptr (GPtrArray) rows = ys_dossier_list (connection, error);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_opinion_round_free);

  for (guint i = 0; rows != NULL && i < rows->len; i++) /* newest first */
    {
      const YsDossierRow *row = g_ptr_array_index (rows, i);
      const YsOpinionRound *old = find_held (held, row->about);
      g_autoptr (GError) local = NULL;
      YsOpinionRound *round;

      if (has_city (rounds, row->city))
        continue;
      round = old != NULL ? copy_round (old) : parse_round (connection, row, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (round != NULL)
        g_ptr_array_add (rounds, round);
    }
  return rows != NULL ? g_steal_pointer (&rounds) : NULL;
}

/* ---- asking ---- */

const YsOpinionRound *
ys_workspace_peek_round_of (YsWorkspace *self, const char *unit)
{
  for (guint i = 0; i < self->opinions->rounds->len; i++)
    {
      const YsOpinionRound *round = g_ptr_array_index (self->opinions->rounds, i);
      if (g_str_equal (round->city, unit) || ys_workspace_is_above (self, round->city, unit))
        return round;
    }
  return NULL;
}

void
ys_workspace_dup_round_of (YsWorkspace *self, const char *unit, YsStandard **standard, YsAssessment **assessment)
{
  g_mutex_lock (&self->lock);
  const YsOpinionRound *round = ys_workspace_peek_round_of (self, unit);
  *standard = ys_standard_ref (round != NULL ? round->standard : self->standard);
  *assessment = ys_assessment_ref (round != NULL ? round->assessment : self->assessment);
  g_mutex_unlock (&self->lock);
}

YsSheet *
ys_workspace_dup_reviewed_sheet (YsWorkspace *self, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (YsDossier) dossier = NULL;

  if (!ys_workspace_is_upper (self))
    return ys_workspace_score (self, YS_COMPUTED, FALSE, error);
  dossiers = ys_workspace_dup_dossiers (self);
  for (guint i = 0; i < dossiers->len; i++) /* newest first */
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);

      if (unit != NULL && !g_str_equal (info->city, unit) && !ys_workspace_is_above (self, info->city, unit))
        continue;
      dossier = ys_workspace_load_dossier (self, info->id, error);
      return dossier != NULL ? ys_sheet_ref (ys_dossier_get_sheet (dossier)) : NULL;
    }
  ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("No dossier of this unit came in"));
  return NULL;
}
