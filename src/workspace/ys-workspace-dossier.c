/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing a dossier in: the naming package is made once, kept and registered with all that it names.
 * The same content is never said twice; a later dossier names the one that it replaces. */
#include "ys-workspace-dossier-private.h"

#include "ys-package-read.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* ---- finding ---- */

const YsPackageRow *
ys_workspace_peek_package (YsWorkspace *self, const char *id)
{
  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      if (g_strcmp0 (row->id, id) == 0)
        return row;
    }
  return NULL;
}

const YsDossierRow *
ys_workspace_peek_dossier (YsWorkspace *self, const char *package)
{
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      const YsDossierRow *row = g_ptr_array_index (self->dossiers, i);
      if (g_strcmp0 (row->package, package) == 0)
        return row;
    }
  return NULL;
}

const YsDossierRow *
ys_workspace_peek_own_dossier (YsWorkspace *self, const char *city)
{
  for (guint i = 0; i < self->dossiers->len; i++) /* newest first */
    {
      const YsDossierRow *row = g_ptr_array_index (self->dossiers, i);
      const YsPackageRow *package = ys_workspace_peek_package (self, row->package);
      if (package != NULL && !package->incoming && (city == NULL || g_strcmp0 (row->city, city) == 0))
        return row;
    }
  return NULL;
}

YsPackageInfo *
ys_workspace_dup_package (YsWorkspace *self, const char *id)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (self);

  for (guint i = 0; i < packages->len; i++)
    if (g_strcmp0 (((const YsPackageInfo *)g_ptr_array_index (packages, i))->id, id) == 0)
      return g_ptr_array_steal_index (packages, i);
  return NULL;
}

char *
ys_workspace_build_package_path (YsWorkspace *self, const char *name)
{
  return g_build_filename (self->folder, "packages", name, NULL);
}

/* ---- whole ---- */

typedef struct
{
  YsProgressFunc progress;
  gpointer data;
  guint64 before, total;
} Whole;

static void
tell_whole (guint64 done, guint64 total, gpointer data)
{
  const Whole *whole = data;

  if (whole->progress != NULL)
    whole->progress (MIN (whole->before + done, whole->total), whole->total, whole->data);
}

static gboolean
must_be_as_named (YsWorkspace *self, const YsDossierBag *bag, Whole *whole, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ys_workspace_build_package_path (self, bag->file);
  g_autoptr (YsPackageReading) reading = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ys_set_error (error, YS_ERROR_DOSSIER_MISSING, bag->file,
                    _ ("The package \"%s\" is no longer in this workspace; import it again"), bag->file);
      return FALSE;
    }
  reading = ys_package_read (path, tell_whole, whole, cancellable, error);
  if (reading == NULL)
    return FALSE;
  whole->before += bag->size;
  if (ys_package_reading_is_usable (reading)
      && g_strcmp0 (ys_package_reading_get_digest (reading), bag->digest) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_BAG_DIGEST, bag->file,
                _ ("The package \"%s\" was changed in this workspace since it came; nothing is handed on"), bag->file);
  return FALSE;
}

gboolean
ys_dossier_must_be_whole (YsWorkspace *self, const YsDossierIndex *index, YsProgressFunc progress, gpointer data,
                          GCancellable *cancellable, GError **error)
{
  Whole whole = { progress, data, 0, 0 };

  for (guint i = 0; i < index->bags->len; i++)
    whole.total += ((const YsDossierBag *)g_ptr_array_index (index->bags, i))->size;
  for (guint i = 0; i < index->bags->len; i++)
    if (!must_be_as_named (self, g_ptr_array_index (index->bags, i), &whole, cancellable, error))
      return FALSE;
  return TRUE;
}

/* ---- what was said ---- */

char *
ys_dossier_content_of_minting (const YsMinting *minting)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < minting->facts->documents->len; i++)
    {
      const YsPackageDocument *document = g_ptr_array_index (minting->facts->documents, i);
      if (!g_str_equal (document->name, "journal.xml")) /* which grows with everything */
        g_string_append_printf (text, "%s ", document->digest);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
said_setting (const char *city)
{
  return g_strconcat ("dossier.", city, NULL);
}

typedef struct
{
  const char *city;
  char *said;
} Said;

static gboolean
read_said (YsConnection *connection, gpointer data, GError **error)
{
  Said *said = data;
  g_autofree char *name = said_setting (said->city);
  g_autoptr (GError) local = NULL;

  said->said = ys_setting_get (connection, name, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
ys_dossier_said (YsWorkspace *workspace, const char *city, char **content, GError **error)
{
  Said said = { city, NULL };
  gboolean done = ys_store_call (workspace->store, read_said, &said, error);

  *content = said.said;
  return done;
}

gboolean
ys_dossier_register (const YsMinting *minting, const YsDossierIndex *index, const char *about,
                     YsConnection *connection, GError **error)
{
  g_autofree char *content = ys_dossier_content_of_minting (minting);
  g_autofree char *setting = said_setting (index->city);
  const char *id = minting->facts->id;
  YsDossierRow row = { (char *)id, (char *)(about != NULL ? about : id), index->city, index->city_name,
                       minting->facts->round_title };

  if (!ys_minting_register (minting, connection, "待送出", error)
      || !ys_dossier_add (connection, &row, error))
    return FALSE;
  for (guint i = 0; i < index->bags->len; i++)
    {
      const YsDossierBag *bag = g_ptr_array_index (index->bags, i);
      if (!ys_dossier_bag_add (connection, id, bag->id, bag->unit, error))
        return FALSE;
    }
  return ys_setting_set (connection, setting, content, error);
}

/* ---- the check ---- */

void
ys_dossier_check_free (YsDossierCheck *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self->handed_in);
  g_free (self);
}

/* Size of the own package and whether it says something new; only where it could be made at all. */
static gboolean
check_own (YsDossierCheck *check, YsDossierDraft *draft, YsMinting *minting, YsWorkspace *self,
           GError **error)
{
  g_autofree char *said = NULL;
  g_autofree char *content = NULL;
  guint64 size;

  if (!ys_dossier_draft_fill (draft, minting, self, error)
      || (size = ys_package_writer_get_size (minting->writer, error)) == 0)
    return FALSE;
  check->size += size;
  if (size > YS_ZIP_MAX_SIZE)
    g_ptr_array_add (
        check->missing,
        g_strdup (_ ("The city's own package would be larger than 4 GiB; cite fewer or smaller PDFs")));
  if (!ys_dossier_said (self, self->unit, &said, error))
    return FALSE;
  content = ys_dossier_content_of_minting (minting);
  check->changed = check->handed_in != NULL && g_strcmp0 (said, content) != 0;
  return TRUE;
}

static YsDossierCheck *
check (YsWorkspace *self, YsDossierDraft *draft, YsMinting *minting, GError **error)
{
  g_autoptr (YsDossierCheck) result = g_new0 (YsDossierCheck, 1);
  const YsUnitInfo *own = ys_assessment_get_unit (self->assessment, self->unit);
  const YsDossierRow *row;

  result->missing = g_ptr_array_new_with_free_func (g_free);
  if (!ys_dossier_draft_compose (draft, self, error))
    return NULL;
  ys_dossier_draft_list_missing (draft, self, result->missing);
  g_mutex_lock (&self->lock);
  row = ys_workspace_peek_own_dossier (self, self->unit);
  result->handed_in = row != NULL ? g_strdup (row->package) : NULL;
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < draft->lines->len; i++)
    {
      const YsDossierLine *line = g_ptr_array_index (draft->lines, i);
      result->ready += line->missing == NULL;
      result->size += line->size;
    }
  result->lines = g_ptr_array_ref (draft->lines);
  if (own != NULL && own->parent != NULL && !check_own (result, draft, minting, self, error))
    return NULL;
  return g_steal_pointer (&result);
}

YsDossierCheck *
ys_workspace_check_dossier (YsWorkspace *self, GError **error)
{
  g_auto (YsDossierDraft) draft = { 0 };
  g_auto (YsMinting) minting = { 0 };

  return check (self, &draft, &minting, error);
}

/* ---- handing in ---- */

typedef struct
{
  const YsMinting *minting;
  const YsDossierIndex *index;
} HandingIn;

static gboolean
store_handing_in (YsConnection *connection, gpointer data, GError **error)
{
  const HandingIn *handing = data;

  return ys_dossier_register (handing->minting, handing->index, NULL, connection, error);
}

static gboolean
must_be_complete (const YsDossierCheck *check, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();

  if (check->missing->len == 0)
    return TRUE;
  for (guint i = 0; i < check->missing->len; i++)
    ys_faults_add (faults, YS_ERROR_DOSSIER_INCOMPLETE, NULL, 0, NULL, "%s",
                   (char *)g_ptr_array_index (check->missing, i));
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

gboolean
ys_workspace_can_hand_in_dossier (YsWorkspace *self, char **why)
{
  const char *reason = NULL;

  if (ys_workspace_is_read_only (self))
    reason = _ ("This workspace is open for reading only.");
  else if (self->office != YS_OFFICE_CITY)
    reason = _ ("Only a city hands a dossier in");
  else if ((ys_workspace_get_person_roles (self) & YS_ROLE_LEAD) == 0)
    reason = _ ("Only the team lead hands the dossier in.");
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

char *
ys_workspace_hand_in_dossier (YsWorkspace *self, YsProgressFunc progress, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  g_auto (YsDossierDraft) draft = { 0 };
  g_auto (YsMinting) minting = { 0 };
  g_autoptr (YsDossierCheck) complete = check (self, &draft, &minting, error);
  g_autofree char *subject = NULL;

  if (complete == NULL || !must_be_complete (complete, error))
    return NULL;
  if (complete->handed_in != NULL && !complete->changed)
    return g_steal_pointer (&complete->handed_in);
  if (!ys_workspace_must_hold (self, YS_ROLE_LEAD, error)
      || !ys_dossier_must_be_whole (self, draft.index, NULL, NULL, cancellable, error)
      || !ys_minting_write (&minting, self, progress, data, cancellable, error))
    return NULL;
  subject = g_strdup_printf ("%s %u个县区", self->assessment->title, complete->ready);
  HandingIn handing = { &minting, draft.index };
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_PACKAGES,
                      .record = { .action = "上报", .subject = subject, .after = minting.digest } };
  if (ys_workspace_act (self, &action, store_handing_in, &handing, error))
    return g_strdup (minting.facts->id);
  ys_minting_drop (&minting);
  return NULL;
}
