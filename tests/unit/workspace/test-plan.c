/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county begins with the city's plan package, and takes a newer one of the same round.
 * What is no plan, is for somebody else or was changed leaves nothing behind. */
#include "city-fixture.h"

#include "ys-facts-parts.h"

#include <locale.h>
#include <string.h>

static char *
folder_of (CityFixture *fixture)
{
  return g_build_filename (fixture->root, "begun", NULL);
}

static gboolean
begin (CityFixture *fixture, const char *package, const char *unit, GError **error)
{
  const YsWorkspaceSetup setup = { .office = YS_OFFICE_COUNTY, .unit = unit, .plan_package = package, .person = "王秀英" };
  g_autofree char *folder = folder_of (fixture);

  return ys_workspace_create (folder, &setup, error);
}

static YsWorkspace *
open_begun (CityFixture *fixture)
{
  g_autofree char *folder = folder_of (fixture);
  g_autoptr (GError) trouble = NULL;
  YsWorkspace *county = ys_workspace_open (folder, YS_OPEN_READ_WRITE, &trouble);

  g_assert_no_error (trouble);
  return county;
}

static void
close_begun (YsWorkspace *county)
{
  CITY_DONE (ys_workspace_close (county, error));
  g_object_unref (county);
}

static void
test_begins_with_the_plan (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *package = city_export (fixture, fixture->city, FIRST, "plan");
  g_autofree char *unit = NULL;
  g_autoptr (GError) trouble = NULL;

  g_autoptr (YsAssessment) round = ys_workspace_read_plan_package (package, &unit, &trouble);
  g_assert_no_error (trouble);
  g_assert_cmpstr (unit, ==, FIRST);
  g_assert_cmpstr (round->id, ==, ys_workspace_get_assessment (fixture->city)->id);
  CITY_DONE (begin (fixture, package, NULL, error));
  YsWorkspace *county = open_begun (fixture);
  g_assert_cmpstr (ys_workspace_get_unit (county), ==, FIRST);
  g_assert_cmpint (ys_workspace_get_state (county), ==, YS_SUBMISSION_DRAFT);
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (county);
  g_assert_cmpuint (packages->len, ==, 1);
  const YsPackageInfo *info = g_ptr_array_index (packages, 0);
  g_assert_true (info->incoming);
  g_assert_cmpstr (info->kind, ==, "plan");
  g_autofree char *kept = g_build_filename (ys_workspace_get_folder (county), "packages", info->name, NULL);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  /* the same plan again brings nothing */
  CITY_REFUSED (ys_workspace_import (county, package, NULL, NULL, NULL, error), YS_ERROR_PACKAGE_ORDER);
  close_begun (county);
}

static void
test_refused_plans (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *package = city_export (fixture, fixture->city, FIRST, "plan");
  g_autofree char *folder = folder_of (fixture);
  g_autofree char *content = NULL;
  gsize size;

  CITY_REFUSED (begin (fixture, package, SECOND, error), YS_ERROR_PACKAGE_KIND);
  city_fill (fixture, fixture->first, "388/400");
  CITY_DONE (ys_workspace_approve (fixture->first, error));
  CITY_DONE (ys_workspace_submit (fixture->first, NULL, NULL, NULL, error));
  g_autofree char *submission = city_export (fixture, fixture->first, CITY, "submission");
  CITY_REFUSED (begin (fixture, submission, NULL, error), YS_ERROR_PACKAGE_KIND);
  g_assert_true (g_file_get_contents (package, &content, &size, NULL));
  content[size / 2] ^= 1;
  g_autofree char *changed = g_build_filename (fixture->root, "changed.yanshou.zip", NULL);
  g_assert_true (g_file_set_contents (changed, content, (gssize) size, NULL));
  g_autoptr (GError) damage = NULL;
  g_assert_false (begin (fixture, changed, NULL, &damage));
  g_assert_nonnull (damage);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  /* nothing half made beside it either */
  g_autoptr (GDir) dir = g_dir_open (fixture->root, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_null (strstr (name, ".part"));
}

static void
test_newer_plan (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *first = city_export (fixture, fixture->city, FIRST, "plan");

  CITY_DONE (begin (fixture, first, NULL, error));
  YsWorkspace *county = open_begun (fixture);
  city_act_as (fixture, LEAD);
  g_autofree char *same = city_export (fixture, fixture->city, FIRST, "plan");
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (fixture->city);
  g_assert_cmpuint (packages->len, ==, 1); /* nothing was added: the same package again */
  CITY_DONE (ys_workspace_extend (fixture->city, FIRST, 7, ys_date_new (2021, 3, 31), "疫情影响", error));
  g_autofree char *newer = city_export (fixture, fixture->city, FIRST, "plan");
  CITY_DONE (ys_workspace_import (county, newer, NULL, NULL, NULL, error));
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (county);
  const YsExtension *extension = ys_assessment_get_extension (facts->assessment, FIRST, 7);
  g_assert_nonnull (extension);
  g_assert_cmpuint (extension->due, ==, ys_date_new (2021, 3, 31));
  close_begun (county);
  /* and holds after the next start */
  county = open_begun (fixture);
  g_assert_nonnull (ys_assessment_get_extension (ys_workspace_get_assessment (county), FIRST, 7));
  close_begun (county);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/plan/begins", test_begins_with_the_plan);
  CITY_CASE ("/plan/refused", test_refused_plans);
  CITY_CASE ("/plan/newer", test_newer_plan);
  return g_test_run ();
}
