/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passing a dossier on: a folder with every package as it is kept, and the province's naming package for what
 * it forwards to the central body. */
#include "ys-workspace-dossier-private.h"

#include "ys-dossier-folder.h"
#include "ys-facts-xml.h"
#include "ys-workspace-opinion.h"
#include "ys-workspace-upper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- the folder ---- */

/* Names of the packages of a dossier as they are kept, the naming one last; NULL with NOT_FOUND. Full. */
static GPtrArray *
list_names (YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean found;

  g_mutex_lock (&self->lock);
  const YsPackageRow *head = ys_workspace_peek_package (self, id);
  found = head != NULL && ys_workspace_peek_dossier (self, id) != NULL;
  for (guint i = 0; found && i < self->dossier_bags->len; i++)
    {
      const YsDossierBagRow *bag = g_ptr_array_index (self->dossier_bags, i);
      const YsPackageRow *row = ys_workspace_peek_package (self, bag->package);
      if (g_str_equal (bag->dossier, id) && row != NULL)
        g_ptr_array_add (names, g_strdup (row->name));
    }
  if (found)
    g_ptr_array_add (names, g_strdup (head->name));
  g_mutex_unlock (&self->lock);
  if (found)
    return g_steal_pointer (&names);
  ys_set_error (error, YS_ERROR_NOT_FOUND, id, _ ("There is no such dossier here"));
  return NULL;
}

/* @id, or the newest that was made here. Full. */
static char *
resolve_id (YsWorkspace *self, const char *id, GError **error)
{
  char *found = g_strdup (id);

  g_mutex_lock (&self->lock);
  const YsDossierRow *row = id == NULL ? ys_workspace_peek_own_dossier (self, NULL) : NULL;
  if (row != NULL)
    found = g_strdup (row->package);
  g_mutex_unlock (&self->lock);
  if (found == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, NULL, _ ("No dossier was handed in yet; hand it in first"));
  return found;
}

static gboolean
must_be_folder (const char *output, GError **error)
{
  if (g_file_test (output, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_autofree char *shown = g_filename_display_name (output);
  ys_set_error (error, YS_ERROR_NOT_FOUND, shown,
                _ ("A dossier is written into a folder that is there already"));
  return FALSE;
}

char *
ys_workspace_export_dossier (YsWorkspace *self, const char *id, const char *output, gboolean force,
                             YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                             GError **error)
{
  YsPackageOutputOptions options = { force, progress, data, cancellable };
  g_autofree char *head = must_be_folder (output, error) ? resolve_id (self, id, error) : NULL;
  g_autoptr (GPtrArray) names = head != NULL ? list_names (self, head, error) : NULL;
  g_autoptr (YsPackageInfo) info = head != NULL ? ys_workspace_dup_package (self, head) : NULL;
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autofree char *top = NULL;

  if (names == NULL || info == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (sources, ys_workspace_build_package_path (self, g_ptr_array_index (names, i)));
  g_ptr_array_add (sources, NULL);
  top = g_strndup (info->name, strlen (info->name) - strlen (YS_PACKAGE_SUFFIX));
  folder = g_build_filename (output, top, NULL);
  if (!ys_dossier_folder_write (folder, (const char *const *)sources->pdata, &options, error)
      || !ys_workspace_mark_exported (self, info, error))
    return NULL;
  return g_steal_pointer (&folder);
}

/* ---- forwarding ---- */

typedef struct
{
  const char *id;
  YsAssessment *round; /* the city's */
  YsDossierIndex *index;
  const YsMinting *minting;
} Forwarding;

static void
forwarding_clear (Forwarding *self)
{
  g_clear_pointer (&self->round, ys_assessment_unref);
  g_clear_pointer (&self->index, ys_dossier_index_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Forwarding, forwarding_clear)

static gboolean
read_round (YsConnection *connection, gpointer data, GError **error)
{
  Forwarding *forwarding = data;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) document = ys_received_get (connection, forwarding->id, "assessment", error);

  if (document == NULL)
    {
      if (error != NULL && *error == NULL)
        ys_set_error (error, YS_ERROR_NOT_FOUND, forwarding->id, _ ("There is no such dossier here"));
      return FALSE;
    }
  forwarding->round = ys_assessment_read_xml (document, "assessment.xml", faults);
  if (forwarding->round == NULL)
    ys_set_error_from_faults (error, faults);
  return forwarding->round != NULL;
}

static void
index_bag (YsDossierIndex *index, const YsPackageRow *row, const char *unit)
{
  YsDossierBag *bag = ys_dossier_index_add_bag (index);

  ys_package_kind_from_nick (row->kind, &bag->kind);
  bag->unit = g_strdup (unit);
  bag->id = g_strdup (row->id);
  bag->file = g_strdup (row->name);
  bag->digest = g_strdup (row->digest);
  bag->size = row->size;
}

/* With the lock held: the city's own package and all that lies beside it; NULL where it did not come in. */
static YsDossierIndex *
build_index (YsWorkspace *self, const char *id)
{
  const YsDossierRow *dossier = ys_workspace_peek_dossier (self, id);
  const YsPackageRow *own = ys_workspace_peek_package (self, id);
  YsDossierIndex *index;

  if (dossier == NULL || own == NULL || !own->incoming)
    return NULL;
  index = ys_dossier_index_new ();
  index->assessment = g_strdup (own->round);
  index->city = g_strdup (dossier->city);
  index->city_name = g_strdup (dossier->city_name);
  index_bag (index, own, dossier->city);
  for (guint i = 0; i < self->dossier_bags->len; i++)
    {
      const YsDossierBagRow *bag = g_ptr_array_index (self->dossier_bags, i);
      const YsPackageRow *row = ys_workspace_peek_package (self, bag->package);
      if (g_str_equal (bag->dossier, id) && row != NULL)
        index_bag (index, row, bag->unit);
    }
  return index;
}

/* What goes on has been reviewed; what did not pass is not re-examined there, but seen. */
static gboolean
must_be_concluded (YsWorkspace *workspace, const YsDossierIndex *index, GError **error)
{
  g_autoptr (GPtrArray) conclusions = ys_workspace_dup_conclusions (workspace, index->city);

  for (guint i = 0; i < conclusions->len; i++)
    if (g_strcmp0 (((const YsConclusion *)g_ptr_array_index (conclusions, i))->office, workspace->unit) == 0)
      return TRUE;
  ys_set_error (error, YS_ERROR_STATE, index->city,
                _ ("There is no conclusion on %s yet; draw it before forwarding"), index->city_name);
  return FALSE;
}

/* The newest of the city is what stands; an older one stays to be read and goes nowhere. */
static gboolean
must_be_newest (YsWorkspace *workspace, const char *id, GError **error)
{
  g_autoptr (GPtrArray) dossiers = ys_workspace_dup_dossiers (workspace);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      if (g_strcmp0 (info->id, id) != 0 || !info->replaced)
        continue;
      ys_set_error (error, YS_ERROR_PACKAGE_ORDER, id,
                    _ ("%s sent a newer dossier than number %u; forward the newest one"), info->city_name, info->number);
      return FALSE;
    }
  return TRUE;
}

static gboolean
begin (Forwarding *self, YsWorkspace *workspace, YsMinting *minting, GError **error)
{
  const YsUnitInfo *own;

  if (workspace->office != YS_OFFICE_PROVINCE)
    {
      ys_set_error (error, YS_ERROR_ROLE, NULL, _ ("Only a province forwards dossiers"));
      return FALSE;
    }
  g_mutex_lock (&workspace->lock);
  self->index = build_index (workspace, self->id);
  const YsDossierRow *before =
      self->index != NULL ? ys_workspace_peek_own_dossier (workspace, self->index->city) : NULL;
  g_autofree char *replaces = before != NULL ? g_strdup (before->package) : NULL;
  g_mutex_unlock (&workspace->lock);
  if (self->index == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, self->id, _ ("There is no such dossier here"));
      return FALSE;
    }
  if (!must_be_newest (workspace, self->id, error) || !must_be_concluded (workspace, self->index, error)
      || !ys_store_call (workspace->store, read_round, self, error))
    return FALSE;
  own = ys_assessment_get_unit (self->round, workspace->unit);
  if (own == NULL || own->parent == NULL)
    {
      ys_set_error (error, YS_ERROR_UNKNOWN_REFERENCE, workspace->unit,
                    _ ("The city's round does not name whom this goes to"));
      return FALSE;
    }
  if (!ys_minting_begin_in_round (minting, workspace, self->round, YS_PACKAGE_DOSSIER, own->parent, 0, error)
      || !ys_minting_add (minting, "dossier", ys_dossier_index_write_xml (self->index, error))
      || !ys_minting_add_journal (minting, workspace, G_MAXUINT64, error))
    return FALSE;
  minting->facts->replaces = g_steal_pointer (&replaces);
  return TRUE;
}

static gboolean
store_forwarding (YsConnection *connection, gpointer data, GError **error)
{
  const Forwarding *forwarding = data;

  return ys_dossier_register (forwarding->minting, forwarding->index, forwarding->id, connection, error);
}

/* The one that was made before and says the same, or NULL. Full. */
static char *
find_same (YsWorkspace *self, const Forwarding *forwarding, const YsMinting *minting, GError **error)
{
  g_autofree char *said = NULL;
  g_autofree char *content = ys_dossier_content_of_minting (minting);
  char *id = NULL;

  if (!ys_dossier_said (self, forwarding->index->city, &said, error) || g_strcmp0 (said, content) != 0)
    return NULL;
  g_mutex_lock (&self->lock);
  const YsDossierRow *row = ys_workspace_peek_own_dossier (self, forwarding->index->city);
  if (row != NULL)
    id = g_strdup (row->package);
  g_mutex_unlock (&self->lock);
  return id;
}

char *
ys_workspace_forward_dossier (YsWorkspace *self, const char *id, YsProgressFunc progress, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  g_auto (Forwarding) forwarding = { .id = id };
  g_auto (YsMinting) minting = { 0 };
  g_autoptr (GError) local = NULL;
  g_autofree char *same = NULL;

  if (!begin (&forwarding, self, &minting, error) || ys_package_writer_get_size (minting.writer, error) == 0)
    return NULL;
  same = find_same (self, &forwarding, &minting, &local);
  if (same != NULL)
    return g_steal_pointer (&same);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!ys_workspace_must_hold (self, YS_ROLE_REVIEWER, error)
      || !ys_dossier_must_be_whole (self, forwarding.index, NULL, NULL, cancellable, error)
      || !ys_minting_write (&minting, self, progress, data, cancellable, error))
    return NULL;
  forwarding.minting = &minting;
  YsAction action = {
    .role_needed = YS_ROLE_REVIEWER,
    .what = YS_CHANGE_PACKAGES,
    .record = { .action = "转报", .subject = forwarding.index->city_name, .after = minting.digest }
  };
  if (ys_workspace_act (self, &action, store_forwarding, &forwarding, error))
    return g_strdup (minting.facts->id);
  ys_minting_drop (&minting);
  return NULL;
}
