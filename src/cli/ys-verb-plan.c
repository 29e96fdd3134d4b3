/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs around a plan: making a workspace for it, checking a catalogue, checking a standard. */
#include "ys-id.h"
#include "ys-verbs.h"
#include "ys-workspace-score-files.h"

#include <glib/gi18n-lib.h>

/* The unit that the new workspace is of: named, or the one that the plan package is for. Full; NULL with @error. */
static char *
dup_init_unit (YsCli *cli, GError **error)
{
  const char *plan = ys_cli_option (cli, "plan");
  g_autoptr (YsAssessment) round = NULL;
  char *unit = NULL;

  if (plan == NULL)
    return g_strdup (ys_cli_need (cli, "unit", error));
  if (ys_cli_has (cli, "catalogue") || ys_cli_has (cli, "standard") || ys_cli_has (cli, "assessment"))
    {
      ys_set_error (error, YS_ERROR_USAGE, "--plan", _ ("A plan package brings catalogue, standard and round itself"));
      return NULL;
    }
  if (ys_cli_has (cli, "unit"))
    return g_strdup (ys_cli_option (cli, "unit"));
  round = ys_workspace_read_plan_package (plan, &unit, error);
  return round != NULL ? unit : NULL;
}

static gboolean
run_init (YsCli *cli, GError **error)
{
  static const char *const offices[] = { "central", "province", "city", "county", NULL }; /* as YsOfficeKind */
  const char *office = ys_cli_need (cli, "office", error);
  g_autofree char *unit = office != NULL ? dup_init_unit (cli, error) : NULL;
  const char *person = ys_cli_option (cli, "person");
  int kind = unit != NULL ? ys_cli_choose (office, "--office", offices, error) : -1;
  YsWorkspaceSetup setup = { .office = (YsOfficeKind) kind, .unit = unit,
                             .catalogue_file = ys_cli_option (cli, "catalogue"),
                             .standard_file = ys_cli_option (cli, "standard"),
                             .assessment_file = ys_cli_option (cli, "assessment"),
                             .plan_package = ys_cli_option (cli, "plan"),
                             .unit_name = ys_cli_option (cli, "name") };
  g_autoptr (GString) name = g_string_new (person);

  if (kind < 0)
    return FALSE;
  if (person == NULL) /* as the role is called in the journal; a name can be added later */
    for (guint role = YS_ROLE_CLERK; role <= YS_ROLE_REVIEWER && name->len == 0; role <<= 1)
      if (ys_roles_of_office (setup.office) & role)
        g_string_append (name, ys_role_label ((YsRole) role));
  setup.person = name->str;
  if (!ys_workspace_create (ys_cli_argument (cli, 0), &setup, error))
    return FALSE;
  g_autofree char *shown = ys_text_from_filename (ys_cli_argument (cli, 0));
  ys_cli_print (cli, _ ("Made the workspace of %s in %s"), unit, shown);
  ys_json_string (&cli->fields, "workspace", shown);
  ys_json_string (&cli->fields, "office", office);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "person", name->str);
  return TRUE;
}

static void
tell_version (YsCli *cli, const char *what, const char *id, guint version, const char *title)
{
  ys_cli_print (cli, _ ("No faults: %s, version %u"), title, version);
  ys_json_begin (&cli->fields, what, '{');
  ys_json_string (&cli->fields, "id", id);
  ys_json_integer (&cli->fields, "version", version);
  ys_json_string (&cli->fields, "title", title);
  ys_json_end (&cli->fields, '}');
}

static gboolean
run_catalogue_check (YsCli *cli, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsCatalogue) catalogue = ys_check_catalogue_file (ys_cli_argument (cli, 0), faults);

  if (catalogue == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  tell_version (cli, "catalogue", catalogue->id, catalogue->version, catalogue->title);
  return TRUE;
}

static gboolean
run_standard_check (YsCli *cli, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsStandard) standard
    = ys_check_standard_file (ys_cli_argument (cli, 0), ys_cli_option (cli, "catalogue"), faults);

  if (standard == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  tell_version (cli, "standard", standard->id, standard->version, standard->title);
  ys_json_boolean (&cli->fields, "sample", standard->sample);
  return TRUE;
}

static const YsVerbOption init_options[] = {
  { "office", YS_OPTION_TEXT, "county|city|province|central", N_ ("whose workspace it is") },
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("its code in the round") },
  { "name", YS_OPTION_TEXT, N_ ("NAME"), N_ ("what a province or the central body is called, where the round does not tell") },
  { "person", YS_OPTION_TEXT, N_ ("NAME"), N_ ("who works in it, with all roles of the office") },
  { "catalogue", YS_OPTION_FILE, N_ ("FILE"), N_ ("another catalogue than the shipped one") },
  { "standard", YS_OPTION_FILE, N_ ("FILE"), N_ ("another scoring standard than the shipped one") },
  { "assessment", YS_OPTION_FILE, N_ ("FILE"), N_ ("another round than the shipped one") },
  { "plan", YS_OPTION_FILE, N_ ("PACKAGE"), N_ ("the city's plan package: catalogue, standard, round and unit") },
  { NULL },
};
static const YsVerbOption check_options[] = {
  { "catalogue", YS_OPTION_FILE, N_ ("FILE"), N_ ("the catalogue it is written for; left out: the shipped one") },
  { NULL },
};

const YsVerb ys_verbs_plan[] = {
  { "init", N_ ("FOLDER"), 1, 1, N_ ("make a new workspace"), init_options, FALSE, run_init },
  { "catalogue check", N_ ("FILE"), 1, 1, N_ ("tell all faults of a catalogue"), NULL, FALSE, run_catalogue_check },
  { "standard check", N_ ("FILE"), 1, 1, N_ ("tell all faults of a scoring standard"), check_options, FALSE,
    run_standard_check },
  { NULL },
};
