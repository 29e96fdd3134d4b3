/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the city and its counties, fills one task and carries packages between them.
 * Every step is asserted, so that a test says only what it is about. */
#include "city-fixture.h"

#include "ys-facts-parts.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-form.h"

#include <cairo-pdf.h>

YsWorkspace *
city_make (CityFixture *fixture, const char *name, YsOfficeKind office, const char *unit)
{
  const YsWorkspaceSetup setup = { .office = office, .unit = unit, .person = LEAD, .assessment_file = fixture->round };
  g_autofree char *folder = g_build_filename (fixture->root, name, NULL);
  g_autoptr (GError) error = NULL;
  YsWorkspace *workspace;

  ys_workspace_create (folder, &setup, &error);
  g_assert_no_error (error);
  workspace = ys_workspace_open (folder, YS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  return workspace;
}

void
city_set_up (CityFixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("ys-city-XXXXXX", NULL);
  if (data != NULL)
    {
      fixture->round = g_build_filename (fixture->root, "round.xml", NULL);
      g_assert_true (g_file_set_contents (fixture->round, data, -1, NULL));
    }
  fixture->city = city_make (fixture, "city", YS_OFFICE_CITY, CITY);
  fixture->first = city_make (fixture, "first", YS_OFFICE_COUNTY, FIRST);
  fixture->second = city_make (fixture, "second", YS_OFFICE_COUNTY, SECOND);
  CITY_DONE (ys_workspace_add_person (fixture->city, ONE, YS_ROLE_ASSESSOR, error));
  CITY_DONE (ys_workspace_add_person (fixture->city, OTHER, YS_ROLE_ASSESSOR, error));
}

void
city_tear_down (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->root);
  YsWorkspace *const all[] = { fixture->city, fixture->first, fixture->second };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      ys_workspace_close (all[i], NULL);
      g_object_unref (all[i]);
    }
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->root);
  g_free (fixture->round);
}

void
city_act_as (CityFixture *fixture, const char *person)
{
  CITY_DONE (ys_workspace_set_person (fixture->city, person, error));
}

static void
draw_pdf (const char *path, const char *text)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_move_to (cr, 100, 100);
  cairo_set_font_size (cr, 20);
  cairo_show_text (cr, text);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

void
city_fill (CityFixture *fixture, YsWorkspace *county, const char *ratio)
{
  const char *const keys[] = { "state", "completed", "metric.M007", "metric.M007.source", NULL };
  const char *const texts[] = { "done", "2020-11-30", ratio, "县区年度调查", NULL };
  const YsCitationTarget target = { .task = 7 };
  g_autofree char *pdf = g_build_filename (fixture->root, "调查报告.pdf", NULL);
  g_autoptr (GError) error = NULL;

  ys_workspace_set_entries (county, 7, keys, texts, TRUE, &error);
  g_assert_no_error (error);
  draw_pdf (pdf, ys_workspace_get_unit (county));
  g_autofree char *digest = ys_workspace_attach (county, pdf, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *citation = ys_workspace_cite (county, digest, &target, "1", NULL, "调查结论", &error);
  g_assert_no_error (error);
}

char *
city_export (CityFixture *fixture, YsWorkspace *from, const char *to, const char *kind)
{
  g_autofree char *name = g_strdup_printf ("%u.yanshou.zip", fixture->packages++);
  g_autofree char *output = g_build_filename (fixture->root, name, NULL);
  g_autoptr (GError) error = NULL;
  char *path = ys_workspace_export (from, kind, to, output, FALSE, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return path;
}

void
city_carry (CityFixture *fixture, YsWorkspace *from, YsWorkspace *to, const char *kind)
{
  g_autofree char *path = city_export (fixture, from, ys_workspace_get_unit (to), kind);

  CITY_DONE (ys_workspace_import (to, path, NULL, NULL, NULL, error));
}

void
city_hand_in (CityFixture *fixture, YsWorkspace *county)
{
  CITY_DONE (ys_workspace_approve (county, error));
  CITY_DONE (ys_workspace_submit (county, NULL, NULL, NULL, error));
  city_carry (fixture, county, fixture->city, "submission");
}

void
city_send_back (CityFixture *fixture, YsWorkspace *county)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);
  YsReturnReason *reason = ys_return_reason_new ();

  reason->task = 7;
  reason->reason = g_strdup ("请核对");
  g_ptr_array_add (reasons, reason);
  CITY_DONE (ys_workspace_return_submission (fixture->city, ys_workspace_get_unit (county), reasons, error));
  city_carry (fixture, fixture->city, county, "return");
}

void
city_assign (CityFixture *fixture, const char *unit, guint task, const char *person)
{
  city_act_as (fixture, LEAD);
  CITY_DONE (ys_workspace_assign (fixture->city, unit, &task, 1, person, error));
}

void
city_score (CityFixture *fixture, const char *person, const char *unit, const char *point, const char *value,
            const char *reason)
{
  city_act_as (fixture, person);
  CITY_DONE (ys_workspace_save_score (fixture->city, unit, point, value, reason, error));
}

YsSheetUnit *
city_sheet (CityFixture *fixture, const char *unit, YsSheet **sheet)
{
  g_autoptr (GError) error = NULL;

  *sheet = ys_workspace_score (fixture->city, YS_DECIDED, TRUE, &error);
  g_assert_no_error (error);
  return ys_sheet_get_unit (*sheet, unit);
}
