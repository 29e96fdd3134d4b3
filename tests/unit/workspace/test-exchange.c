/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A submission's way and back: county, package, city, receipt, return, new revision.
 * Both workspaces are real; the package travels as a file between them. */
#include "ys-workspace-evidence.h"
#include "ys-workspace-form.h"
#include "ys-workspace-keeping.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-submit.h"
#include "ys-facts-parts.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>

typedef struct {
  char *root;
  YsWorkspace *county, *city;
} Fixture;

static YsWorkspace *
make (Fixture *fixture, const char *name, YsOfficeKind office, const char *unit)
{
  const YsWorkspaceSetup setup = { .office = office, .unit = unit, .person = "李建国" };
  g_autofree char *folder = g_build_filename (fixture->root, name, NULL);
  g_autoptr (GError) error = NULL;
  YsWorkspace *workspace;

  ys_workspace_create (folder, &setup, &error);
  g_assert_no_error (error);
  workspace = ys_workspace_open (folder, YS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  return workspace;
}

static void
draw_pdf (const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_move_to (cr, 100, 100);
  cairo_set_font_size (cr, 20);
  cairo_show_text (cr, "Survey report 2021");
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("ys-exchange-XXXXXX", NULL);
  fixture->county = make (fixture, "county", YS_OFFICE_COUNTY, "610302");
  fixture->city = make (fixture, "city", YS_OFFICE_CITY, "6103");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->root);

  ys_workspace_close (fixture->county, NULL);
  ys_workspace_close (fixture->city, NULL);
  g_clear_object (&fixture->county);
  g_clear_object (&fixture->city);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->root);
}

static void
fill (Fixture *fixture)
{
  const char *const keys[] = { "state", "completed", "metric.M007", "metric.M007.source", NULL };
  const char *const texts[] = { "done", "2020-11-30", "388/400", "县区年度调查", NULL };
  const YsCitationTarget target = { .task = 7 };
  g_autofree char *pdf = g_build_filename (fixture->root, "调查 报告#1.pdf", NULL);
  g_autoptr (GError) error = NULL;

  ys_workspace_set_entries (fixture->county, 7, keys, texts, TRUE, &error);
  g_assert_no_error (error);
  draw_pdf (pdf);
  g_autofree char *digest = ys_workspace_attach (fixture->county, pdf, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *citation = ys_workspace_cite (fixture->county, digest, &target, "1", NULL, "调查结论", &error);
  g_assert_no_error (error);
  ys_workspace_set_threshold (fixture->county, "610302", "N1.1", "96/100", "县区年度调查", 0, TRUE, &error);
  g_assert_no_error (error);
}

static char *
submit_and_export (Fixture *fixture, const char *name, gboolean as_folder)
{
  g_autofree char *output = g_build_filename (fixture->root, name, NULL);
  g_autoptr (GError) error = NULL;
  char *path;

  ys_workspace_approve (fixture->county, &error);
  g_assert_no_error (error);
  ys_workspace_submit (fixture->county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  path = ys_workspace_export (fixture->county, "submission", "6103", output, as_folder, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
import (YsWorkspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;

  ys_workspace_import (workspace, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_change (const YsReceipt *receipt, const char *line)
{
  for (guint i = 0; i < receipt->changes->len; i++)
    if (g_str_equal (g_ptr_array_index (receipt->changes, i), line))
      return;
  for (guint i = 0; i < receipt->changes->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (receipt->changes, i));
  g_test_message ("missing: %s", line);
  g_test_fail ();
}

static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsReceipt *receipt;

  fill (fixture);
  g_autofree char *path = submit_and_export (fixture, "one.yanshou.zip", data != NULL);
  g_assert_cmpint (ys_workspace_get_state (fixture->county), ==, YS_SUBMISSION_SUBMITTED);
  g_assert_false (ys_workspace_can_edit (fixture->county, NULL));

  receipt = ys_workspace_examine (fixture->city, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (receipt->complete, ==, YS_COMPLETE_SOUND);
  g_assert_cmpint (receipt->order, ==, YS_ORDER_NEW);
  g_assert_true (receipt->has_scores);
  g_assert_true (receipt->scores_equal);
  g_assert_cmpint (receipt->stated[5], ==, receipt->recomputed[5]);
  g_assert_cmpstr (receipt->why_not, ==, NULL);
  g_assert_cmpuint (receipt->replaces, ==, 0);
  assert_change (receipt, "填报任务 1 项");
  assert_change (receipt, "新增佐证材料 1 份、引用 1 处");
  ys_receipt_free (receipt);
  import (fixture->city, path);

  /* the city sees the same figures */
  g_autoptr (YsSheet) county_sheet = ys_workspace_score (fixture->county, YS_COMPUTED, TRUE, &error);
  g_autoptr (YsSheet) city_sheet = ys_workspace_score (fixture->city, YS_COMPUTED, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_sheet_get_unit (county_sheet, "610302")->total, ==, ys_sheet_get_unit (city_sheet, "610302")->total);
  g_assert_cmpint (ys_sheet_get_unit (county_sheet, "610302")->base, >, 0);
  g_assert_cmpint (ys_sheet_get_unit (county_sheet, "610302")->base, ==, ys_sheet_get_unit (city_sheet, "610302")->base);

  /* the same again is refused */
  g_assert_false (ys_workspace_import (fixture->city, path, NULL, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_PACKAGE_ORDER);
  g_clear_error (&error);

  /* receipt home */
  g_autofree char *receipt_path = g_build_filename (fixture->root, "receipt.yanshou.zip", NULL);
  g_autofree char *written = ys_workspace_export (fixture->city, "receipt", "610302", receipt_path, FALSE, FALSE, NULL,
                                                  NULL, NULL, &error);
  g_assert_no_error (error);
  import (fixture->county, written);
  g_assert_cmpint (ys_workspace_get_state (fixture->county), ==, YS_SUBMISSION_ACCEPTED);
}

static void
test_return_begins_a_revision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);
  YsReturnReason *reason = ys_return_reason_new ();
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_autofree char *first = submit_and_export (fixture, "one.yanshou.zip", FALSE);
  import (fixture->city, first);
  reason->task = 7;
  reason->reason = g_strdup ("请补充调查方式");
  g_ptr_array_add (reasons, reason);
  ys_workspace_return_submission (fixture->city, "610302", reasons, &error);
  g_assert_no_error (error);
  g_autofree char *output = g_build_filename (fixture->root, "return.yanshou.zip", NULL);
  g_autofree char *written = ys_workspace_export (fixture->city, "return", "610302", output, FALSE, FALSE, NULL, NULL,
                                                  NULL, &error);
  g_assert_no_error (error);
  import (fixture->county, written);
  g_assert_cmpuint (ys_workspace_get_revision (fixture->county), ==, 2);
  g_assert_cmpint (ys_workspace_get_state (fixture->county), ==, YS_SUBMISSION_DRAFT);
  g_autofree char *source = ys_workspace_dup_entry (fixture->county, 7, "metric.M007.source");
  g_assert_cmpstr (source, ==, "县区年度调查");
  g_autoptr (GPtrArray) citations = ys_workspace_dup_citations (fixture->county, 7, NULL);
  g_assert_cmpuint (citations->len, ==, 1);
  g_autoptr (GPtrArray) back = ys_workspace_dup_return_reasons (fixture->county);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpstr (((YsReturnReason *) g_ptr_array_index (back, 0))->reason, ==, "请补充调查方式");

  const char *const keys[] = { "metric.M007.source", NULL }, *const texts[] = { "县区年度调查，电话访问", NULL };
  ys_workspace_set_entries (fixture->county, 7, keys, texts, TRUE, &error);
  g_assert_no_error (error);
  g_autofree char *second = submit_and_export (fixture, "two.yanshou.zip", FALSE);
  YsReceipt *receipt = ys_workspace_examine (fixture->city, second, NULL, NULL, NULL, &error);
  g_assert_cmpint (receipt->order, ==, YS_ORDER_NEW);
  g_assert_cmpuint (receipt->revision, ==, 2);
  g_assert_cmpuint (receipt->replaces, ==, 1);
  assert_change (receipt, "申报状态：退回 → 已受理");
  assert_change (receipt, "内容有变的任务 1 项：第7项");
  g_assert_cmpuint (receipt->differences->len, ==, 1);
  const char *difference = g_ptr_array_index (receipt->differences, 0);
  g_assert_true (g_str_has_suffix (difference, "：县区年度调查 → 县区年度调查，电话访问"));
  assert_change (receipt, "新增佐证材料 0 份、引用 0 处");
  assert_change (receipt, "负面情形没有变化");
  /* what the first one said gives way: the city knows nothing else, so its line shows the same total */
  g_assert_true (receipt->has_here);
  g_assert_cmpint (receipt->here_total, ==, receipt->stated[5]);
  ys_receipt_free (receipt);
  import (fixture->city, second);
  receipt = ys_workspace_examine (fixture->city, first, NULL, NULL, NULL, &error);
  g_assert_false (receipt->can_import);
  ys_receipt_free (receipt);
}

static void
test_changed_byte_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize size;

  fill (fixture);
  g_autofree char *path = submit_and_export (fixture, "one.yanshou.zip", FALSE);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  content[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  g_free (content);
  YsReceipt *receipt = ys_workspace_examine (fixture->city, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (receipt->complete, ==, YS_COMPLETE_DAMAGED);
  g_assert_false (receipt->can_import);
  g_assert_cmpuint (ys_faults_get_n (receipt->faults), >, 0);
  g_assert_nonnull (receipt->ask_sender);
  ys_receipt_free (receipt);
  g_assert_false (ys_workspace_import (fixture->city, path, NULL, NULL, NULL, &error));
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (fixture->city);
  g_assert_cmpuint (packages->len, ==, 0);
}

static void
test_verify_finds_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_autofree char *path = submit_and_export (fixture, "one.yanshou.zip", FALSE);
  g_assert_true (ys_workspace_verify (fixture->county, faults, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (fixture->county);
  const YsPackageInfo *info = g_ptr_array_index (packages, 0);
  g_autofree char *kept = g_build_filename (ys_workspace_get_folder (fixture->county), "packages", info->name, NULL);
  g_autofree char *command = g_strdup_printf ("truncate -s -1 '%s'", kept);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_assert_false (ys_workspace_verify (fixture->county, faults, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ys_faults_get_n (faults), ==, 1);
}

#define CASE(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/exchange/there-and-back", test_there_and_back, NULL);
  CASE ("/exchange/there-and-back-as-folder", test_there_and_back, "folder");
  CASE ("/exchange/return", test_return_begins_a_revision, NULL);
  CASE ("/exchange/changed-byte", test_changed_byte_is_refused, NULL);
  CASE ("/exchange/verify", test_verify_finds_changes, NULL);
  return g_test_run ();
}
