/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, opening and closing a workspace folder.
 * A new one is built beside its place and moved there whole; an opened one turns drafts it finds into changes. */
#include "ys-workspace-private.h"
#include "ys-catalogue-xml.h"
#include "ys-data.h"
#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-workspace-form.h"
#include "ys-workspace-keeping.h"
#include "ys-workspace-plan-package.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* ---- making ---- */

typedef struct {
  const YsWorkspaceSetup *setup;
  const char *unit;       /* of @setup, or whom the plan package is for */
  GBytes *catalogue, *standard, *assessment;
  YsPackageReading *plan; /* NULL: the plan came as files */
  char *kept;             /* the plan's bag in packages/ */
  const char *unit_name;
  gboolean names_itself;  /* no unit of the round: the name is kept as a setting */
} Making;

static void
making_clear (Making *making)
{
  g_clear_pointer (&making->catalogue, g_bytes_unref);
  g_clear_pointer (&making->standard, g_bytes_unref);
  g_clear_pointer (&making->assessment, g_bytes_unref);
  g_clear_pointer (&making->plan, ys_package_reading_free);
  g_clear_pointer (&making->kept, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static GBytes *
load_document (const char *file, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *content;
  gsize size;

  if (file == NULL)
    return ys_data_load_bytes (name, error);
  if (!g_file_get_contents (file, &content, &size, &local))
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), file, _("Reading the file"));
      return NULL;
    }
  return g_bytes_new_take (content, size);
}

/* The three documents, from the plan package or from files. */
static gboolean
load_documents (Making *making, GError **error)
{
  const YsWorkspaceSetup *setup = making->setup;

  making->unit = setup->unit;
  if (setup->plan_package == NULL)
    return (making->catalogue = load_document (setup->catalogue_file, "catalogue.xml", error)) != NULL
           && (making->standard = load_document (setup->standard_file, "standard.xml", error)) != NULL
           && (making->assessment = load_document (setup->assessment_file, "assessment.xml", error)) != NULL;
  making->plan = ys_plan_package_open (setup->plan_package, setup->unit, error);
  if (making->plan == NULL)
    return FALSE;
  making->unit = ys_package_reading_get_facts (making->plan)->to;
  making->catalogue = g_bytes_ref (ys_package_reading_get_document (making->plan, "catalogue"));
  making->standard = g_bytes_ref (ys_package_reading_get_document (making->plan, "standard"));
  making->assessment = g_bytes_ref (ys_package_reading_get_document (making->plan, "assessment"));
  return TRUE;
}

/* The upper offices open dossiers of many rounds, none of which need be their own: their code tells who they are. */
static gboolean
is_upper_code (YsOfficeKind office, const char *code)
{
  if (office == YS_OFFICE_CENTRAL)
    return g_strcmp0 (code, "CN") == 0;
  return office == YS_OFFICE_PROVINCE && code != NULL && strlen (code) == 2 && g_ascii_isdigit (code[0])
         && g_ascii_isdigit (code[1]);
}

/* The unit must be one of the round's, of the right kind; an upper office may be none of it. */
static gboolean
take_unit (Making *making, const YsAssessment *assessment, GError **error)
{
  const YsWorkspaceSetup *setup = making->setup;
  const YsUnitInfo *unit = ys_assessment_get_unit (assessment, making->unit);

  if (unit == NULL && is_upper_code (setup->office, making->unit))
    {
      g_autofree char *name = setup->unit_name != NULL ? ys_text_clean_line (setup->unit_name, -1) : NULL;
      making->unit_name = g_intern_string (name != NULL && name[0] != '\0' ? name : ys_office_kind_label (setup->office));
      making->names_itself = TRUE;
      return TRUE;
    }
  if (unit == NULL)
    ys_set_error (error, YS_ERROR_UNKNOWN_REFERENCE, making->unit, _("The round names no unit %s"), making->unit);
  else if (unit->kind != setup->office)
    ys_set_error (error, YS_ERROR_VALUE, making->unit, _("Unit %s is not of this kind of office (%s)"), making->unit,
                  ys_office_kind_label (unit->kind));
  else
    {
      making->unit_name = g_intern_string (unit->name);
      return TRUE;
    }
  return FALSE;
}

/* Reads and checks the three documents together, and finds the unit in them. */
static gboolean
load_plan (Making *making, GError **error)
{
  const YsWorkspaceSetup *setup = making->setup;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsCatalogue) catalogue = NULL;
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsAssessment) assessment = NULL;

  if (!load_documents (making, error))
    return FALSE;
  catalogue = ys_catalogue_read_xml (making->catalogue, setup->catalogue_file ? setup->catalogue_file : "catalogue.xml", faults);
  if (catalogue != NULL)
    standard = ys_standard_read_xml (making->standard, setup->standard_file ? setup->standard_file : "standard.xml",
                                     catalogue, faults);
  assessment = ys_assessment_read_xml (making->assessment,
                                       setup->assessment_file ? setup->assessment_file : "assessment.xml", faults);
  if (catalogue == NULL || standard == NULL || assessment == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  return take_unit (making, assessment, error);
}

static gboolean
store_beginning (YsConnection *connection, gpointer data, GError **error)
{
  Making *making = data;
  const YsWorkspaceSetup *setup = making->setup;
  guint roles = setup->roles != 0 ? setup->roles : ys_roles_of_office (setup->office);
  g_autofree char *id = ys_id_new ();
  YsTransitionRow draft = { .revision = 1, .state = YS_SUBMISSION_DRAFT, .at = ys_clock_now () };

  if (!ys_setting_set (connection, "id", id, error)
      || !ys_setting_set (connection, "office", ys_office_kind_nick (setup->office), error)
      || !ys_setting_set (connection, "unit", making->unit, error)
      || (making->names_itself && !ys_setting_set (connection, "unit-name", making->unit_name, error))
      || !ys_plan_set (connection, "catalogue", making->catalogue, error)
      || !ys_plan_set (connection, "standard", making->standard, error)
      || !ys_plan_set (connection, "assessment", making->assessment, error)
      || !ys_person_set (connection, setup->person, roles, error)
      || !ys_setting_set (connection, "person", setup->person, error))
    return FALSE;
  if (making->plan != NULL)
    {
      g_autofree char *name = g_path_get_basename (making->kept);
      if (!ys_plan_package_register (making->plan, connection, name, error))
        return FALSE;
    }
  return setup->office != YS_OFFICE_COUNTY
         || (ys_submission_set (connection, making->unit, 1, YS_SUBMISSION_DRAFT, NULL, error)
             && ys_transition_add (connection, making->unit, &draft, error));
}

static gboolean
make_folders (const char *folder, GError **error)
{
  static const char *const names[] = { "evidence", "packages", "backup", "staging" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      if (g_mkdir_with_parents (path, 0755) != 0)
        {
          ys_set_error_from_errno (error, errno, path, _("Making the workspace"));
          return FALSE;
        }
    }
  return TRUE;
}

/* TRUE if @folder is not there or is an empty folder. */
static gboolean
is_free (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  dir = g_dir_open (folder, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;
  ys_set_error (error, YS_ERROR_EXISTS, folder, _("There is something in this folder already"));
  return FALSE;
}

/* @kept: the plan's bag in it, or NULL. */
static void
remove_new (const char *folder, const char *kept)
{
  static const char *const names[] = { "evidence", "packages", "backup", "staging", "workspace.db",
                                       "workspace.db-journal", "lock", "ballast" };

  if (kept != NULL)
    g_unlink (kept);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

/* The plan's bag is kept as it came, like every other one. */
static gboolean
keep_plan (const char *folder, Making *making, GError **error)
{
  g_autofree char *packages = g_build_filename (folder, "packages", NULL);
  const YsPackageOutputOptions options = { 0 };

  if (making->plan != NULL)
    making->kept = ys_package_reading_keep (making->plan, packages, &options, error);
  return making->plan == NULL || making->kept != NULL;
}

static gboolean
fill_new (const char *folder, Making *making, GError **error)
{
  const YsWorkspaceSetup *setup = making->setup;
  YsJournalRecord record = { .person = setup->person, .role = ys_office_kind_label (setup->office),
                             .action = "新建工作区", .subject = making->unit_name };
  YsStore *store;
  gboolean done;

  if (!make_folders (folder, error) || !keep_plan (folder, making, error))
    return FALSE;
  store = ys_store_open (folder, YS_STORE_CREATE, setup->person, error);
  if (store == NULL)
    return FALSE;
  done = ys_store_change (store, &record, store_beginning, making, error);
  ys_store_close (store);
  if (done && setup->ballast)
    ys_store_make_ballast (folder);
  return done;
}

gboolean
ys_workspace_create (const char *folder, const YsWorkspaceSetup *setup, GError **error)
{
  g_auto (Making) making = { .setup = setup };
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *clean = setup->person != NULL ? ys_text_clean_line (setup->person, -1) : NULL;
  g_autofree char *part = NULL;

  if (clean == NULL || clean[0] == '\0')
    {
      ys_set_error (error, YS_ERROR_VALUE, "person", _("A workspace needs the name of who works in it"));
      return FALSE;
    }
  if (!is_free (folder, error) || !load_plan (&making, error))
    return FALSE;
  if (g_mkdir_with_parents (parent, 0755) != 0)
    {
      ys_set_error_from_errno (error, errno, parent, _("Making the workspace"));
      return FALSE;
    }
  part = g_strdup_printf ("%s.part-%d", folder, (int) g_random_int_range (100000, 999999));
  if (!fill_new (part, &making, error))
    {
      remove_new (part, making.kept);
      return FALSE;
    }
  g_rmdir (folder);
  if (g_rename (part, folder) != 0)
    {
      ys_set_error_from_errno (error, errno, folder, _("Making the workspace"));
      remove_new (part, making.kept);
      return FALSE;
    }
  return TRUE;
}

/* ---- opening ---- */

typedef struct {
  YsWorkspace *self;
  GBytes *catalogue, *standard, *assessment;
} Opening;

static gboolean
read_identity (YsConnection *connection, gpointer data, GError **error)
{
  Opening *opening = data;
  YsWorkspace *self = opening->self;
  g_autofree char *office = ys_setting_get (connection, "office", error);

  self->unit = office != NULL ? ys_setting_get (connection, "unit", error) : NULL;
  g_autoptr (GError) local = NULL;

  self->person = self->unit != NULL ? ys_setting_get (connection, "person", error) : NULL;
  self->unit_name = ys_setting_get (connection, "unit-name", &local); /* most have none */
  if (local != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (office == NULL || self->unit == NULL || !ys_office_kind_from_nick (office, &self->office))
    {
      if (error != NULL && *error == NULL)
        ys_set_error (error, YS_ERROR_STORE_DAMAGED, self->folder, _("The store does not say whose workspace this is"));
      return FALSE;
    }
  return (opening->catalogue = ys_plan_get (connection, "catalogue", error)) != NULL
         && (opening->standard = ys_plan_get (connection, "standard", error)) != NULL
         && (opening->assessment = ys_plan_get (connection, "assessment", error)) != NULL;
}

static gboolean
read_plan (YsWorkspace *self, GError **error)
{
  Opening opening = { .self = self };
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gboolean read = ys_store_call (self->store, read_identity, &opening, error);
  g_autoptr (GBytes) catalogue_bytes = opening.catalogue;
  g_autoptr (GBytes) standard_bytes = opening.standard;
  g_autoptr (GBytes) assessment_bytes = opening.assessment;
  g_autoptr (YsCatalogue) catalogue = NULL;

  if (!read)
    return FALSE;
  catalogue = ys_catalogue_read_xml (catalogue_bytes, "catalogue.xml", faults);
  if (catalogue != NULL)
    self->standard = ys_standard_read_xml (standard_bytes, "standard.xml", catalogue, faults);
  self->assessment = ys_assessment_read_xml (assessment_bytes, "assessment.xml", faults);
  if (self->standard == NULL || self->assessment == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  const YsUnitInfo *unit = ys_assessment_get_unit (self->assessment, self->unit);
  if (self->unit_name == NULL)
    self->unit_name = g_strdup (unit != NULL ? unit->name : self->unit);
  return TRUE;
}

static char *
describe_holder (void)
{
  const char *user = g_get_real_name ();

  if (user == NULL || user[0] == '\0' || g_str_equal (user, "Unknown"))
    user = g_get_user_name ();
  return g_strdup_printf ("%s（%s）", g_get_prgname () != NULL ? g_get_prgname () : "yanshou", user);
}

/* Drafts that a killed program left behind become changes of whoever works here: a clerk, or they are kept. Where that
 * fails (a full disk) they are kept too, and shown; the keeper tries again, and the strip tells it. */
static void
settle_found_drafts (YsWorkspace *self)
{
  g_autoptr (GError) local = NULL;

  if (g_hash_table_size (self->drafts) > 0 && ys_workspace_can_edit (self, NULL)
      && !ys_workspace_settle (self, 0, NULL, &local))
    ys_workspace_set_save_state (self, YS_SAVE_FAILED, local);
}

YsWorkspace *
ys_workspace_open (const char *folder, YsOpenFlags flags, GError **error)
{
  g_autoptr (YsWorkspace) self = g_object_new (YS_TYPE_WORKSPACE, NULL);
  g_autofree char *holder = describe_holder ();
  YsStoreFlags store_flags = (flags & YS_OPEN_READ_ONLY) != 0 ? YS_STORE_READ_ONLY : 0;

  self->store = ys_store_open (folder, store_flags, holder, error);
  if (self->store == NULL)
    return NULL;
  self->folder = g_strdup (ys_store_get_folder (self->store));
  self->vault = ys_vault_open (self->folder, error);
  if (self->vault == NULL || !read_plan (self, error) || !ys_workspace_reload (self, YS_CHANGE_ALL, error))
    {
      g_clear_pointer (&self->store, ys_store_close);
      return NULL;
    }
  if ((flags & YS_OPEN_BACKUP) != 0 && !ys_workspace_is_read_only (self))
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *copy = ys_workspace_backup (self, NULL, &local);
      /* no room for a copy is no reason to keep people from their work; the strip tells it */
      if (copy == NULL)
        ys_workspace_set_save_state (self, YS_SAVE_SAVED, local);
      ys_store_make_ballast (self->folder);
    }
  ys_workspace_start_helpers (self);
  settle_found_drafts (self);
  ys_workspace_want_score (self);
  return g_steal_pointer (&self);
}

gboolean
ys_workspace_close (YsWorkspace *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean saved = TRUE;

  if (self->store == NULL)
    return TRUE;
  ys_workspace_wait_for_work (self); /* before the scorer goes, for which one may wait */
  ys_workspace_stop_helpers (self);
  if (!ys_store_is_read_only (self->store))
    {
      saved = ys_workspace_write_drafts (self, error);
      /* on a full disk what was typed stays a draft, which the next start makes a change */
      if (saved && ys_workspace_can_edit (self, NULL) && !ys_workspace_settle (self, 0, NULL, &local))
        saved = g_error_matches (local, YS_ERROR, YS_ERROR_NO_SPACE);
      if (!saved && local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
    }
  g_clear_pointer (&self->store, ys_store_close);
  return saved;
}
