/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace as its callers use it: made, opened, typed into, undone, closed and opened again.
 * Each case works in a fresh folder with the shipped plan. */
#include "ys-workspace-form.h"
#include "ys-workspace-keeping.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-submit.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct {
  char *root, *folder;
  YsWorkspace *workspace;
} Fixture;

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->workspace != NULL)
    {
      g_assert_true (ys_workspace_close (fixture->workspace, &error));
      g_assert_no_error (error);
      g_clear_object (&fixture->workspace);
    }
  fixture->workspace = ys_workspace_open (fixture->folder, YS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->workspace);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const YsWorkspaceSetup setup = { .office = YS_OFFICE_COUNTY, .unit = "610302", .person = "李建国" };
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("ys-workspace-XXXXXX", &error);
  fixture->folder = g_build_filename (fixture->root, "渭滨区 50%#", NULL);
  ys_workspace_create (fixture->folder, &setup, &error);
  g_assert_no_error (error);
  open_again (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->root);

  if (fixture->workspace != NULL)
    ys_workspace_close (fixture->workspace, NULL);
  g_clear_object (&fixture->workspace);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->root);
  g_free (fixture->folder);
}

static void
assert_entry (Fixture *fixture, guint task, const char *key, const char *expected)
{
  g_autofree char *text = ys_workspace_dup_entry (fixture->workspace, task, key);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_set_and_reopen (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "state", "completed", "metric.M007", "narrative.effect", NULL };
  const char *const texts[] = { "done", "2020-11-30", "388/400", "群众满意率逐年提高。", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_workspace_set_entries (fixture->workspace, 7, keys, texts, TRUE, &error));
  g_assert_no_error (error);
  open_again (fixture);
  assert_entry (fixture, 7, "state", "done");
  assert_entry (fixture, 7, "metric.M007.numerator", "388");
  assert_entry (fixture, 7, "metric.M007.denominator", "400");
  assert_entry (fixture, 7, "narrative.effect", "群众满意率逐年提高。");
}

static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "state", "completed", NULL };
  const char *const texts[] = { "done", "2022年3月底", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_workspace_set_entries (fixture->workspace, 7, keys, texts, TRUE, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_VALUE);
  g_assert_cmpstr (ys_error_get_where (error), ==, "completed");
  assert_entry (fixture, 7, "state", "");
}

static void
test_unreadable_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  ys_workspace_type (fixture->workspace, 7, "completed", "2022年3月底");
  g_assert_true (ys_workspace_settle (fixture->workspace, 0, NULL, &error));
  g_assert_no_error (error);
  open_again (fixture);
  assert_entry (fixture, 7, "completed", "2022年3月底");
  problem = ys_workspace_dup_entry_problem (fixture->workspace, 7, "completed");
  g_assert_nonnull (problem);
}

static void
test_typing_survives_without_settling (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 3 * G_TIME_SPAN_SECOND;
  g_autoptr (GError) error = NULL;

  ys_workspace_type (fixture->workspace, 7, "narrative.effect", "第一");
  ys_workspace_type (fixture->workspace, 7, "narrative.effect", "第一句");
  g_assert_cmpint (ys_workspace_get_save_state (fixture->workspace, NULL, NULL), ==, YS_SAVE_PENDING);
  while (ys_workspace_get_save_state (fixture->workspace, NULL, NULL) == YS_SAVE_PENDING
         && g_get_monotonic_time () < end)
    g_usleep (20000);
  g_assert_cmpint (ys_workspace_get_save_state (fixture->workspace, NULL, NULL), ==, YS_SAVE_SAVED);
  /* what the disk holds now is what a killed program would find */
  g_autofree char *copy = g_build_filename (fixture->root, "copy", NULL);
  g_autofree char *command = g_strdup_printf ("cp -r '%s' '%s'", fixture->folder, copy);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  g_autoptr (YsWorkspace) found = ys_workspace_open (copy, YS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_autofree char *text = ys_workspace_dup_entry (found, 7, "narrative.effect");
  g_assert_cmpstr (text, ==, "第一句");
  g_autofree char *label = ys_workspace_dup_undo_label (found);
  g_assert_cmpstr (label, ==, "修改第7项成效");
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  guint number = 0;

  ys_workspace_type (fixture->workspace, 7, "person", "王秀英");
  g_assert_true (ys_workspace_settle (fixture->workspace, 7, "person", &error));
  ys_workspace_type (fixture->workspace, 7, "person", "李建国");
  g_assert_true (ys_workspace_settle (fixture->workspace, 7, "person", &error));
  g_assert_true (ys_workspace_undo (fixture->workspace, &number, &key, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (number, ==, 7);
  g_assert_cmpstr (key, ==, "person");
  assert_entry (fixture, 7, "person", "王秀英");
  g_assert_true (ys_workspace_redo (fixture->workspace, NULL, NULL, &error));
  assert_entry (fixture, 7, "person", "李建国");
  g_assert_true (ys_workspace_undo (fixture->workspace, NULL, NULL, &error));
  g_assert_true (ys_workspace_undo (fixture->workspace, NULL, NULL, &error));
  assert_entry (fixture, 7, "person", "");
  g_assert_false (ys_workspace_undo (fixture->workspace, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_NOTHING_TO_UNDO);
  g_autoptr (GPtrArray) journal = ys_workspace_dup_journal (fixture->workspace, 0, 100, NULL, NULL);
  g_assert_cmpuint (journal->len, ==, 7); /* made, two changes, undo, redo, undo, undo */
}

static void
test_score_follows_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSheet) before = ys_workspace_score (fixture->workspace, YS_COMPUTED, FALSE, &error);
  g_assert_no_error (error);
  YsSheetUnit *unit = ys_workspace_get_own_unit (fixture->workspace, before);
  g_assert_nonnull (unit);
  ys_workspace_type (fixture->workspace, 7, "metric.M007.numerator", "３９０");
  ys_workspace_type (fixture->workspace, 7, "metric.M007.denominator", "400");
  g_autoptr (YsSheet) after = ys_workspace_score (fixture->workspace, YS_COMPUTED, FALSE, &error);
  g_assert_no_error (error);
  YsSheetTask *task = ys_sheet_unit_get_task (ys_workspace_get_own_unit (fixture->workspace, after), 7);
  YsSheetTask *old = ys_sheet_unit_get_task (unit, 7);
  g_assert_cmpint (task->sum[YS_COMPUTED], >, old->sum[YS_COMPUTED]); /* 97.5% is above 96% */
}

static void
test_second_holder_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_workspace_open (fixture->folder, YS_OPEN_READ_WRITE, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_BUSY);
}

static void
test_replaced_file_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->folder, "workspace.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = ys_workspace_backup (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  ys_workspace_type (fixture->workspace, 7, "person", "王秀英");
  g_assert_true (ys_workspace_settle (fixture->workspace, 0, NULL, &error));
  g_autofree char *command = g_strdup_printf ("cp '%s' '%s'", copy, database);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  ys_workspace_type (fixture->workspace, 7, "person", "别人");
  g_assert_false (ys_workspace_settle (fixture->workspace, 0, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STORE_CHANGED);
}

static void
test_states_and_roles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_workspace_add_person (fixture->workspace, "王建军", YS_ROLE_APPROVER, &error));
  g_assert_true (ys_workspace_request_approval (fixture->workspace, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ys_workspace_get_state (fixture->workspace), ==, YS_SUBMISSION_PENDING);
  g_assert_false (ys_workspace_can_edit (fixture->workspace, NULL));
  g_assert_true (ys_workspace_take_back (fixture->workspace, "补充材料", &error));
  g_assert_true (ys_workspace_set_person (fixture->workspace, "王建军", &error));
  g_assert_false (ys_workspace_approve (fixture->workspace, &error)); /* an approver alone does not put forward */
  g_assert_error (error, YS_ERROR, YS_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (ys_workspace_can_edit (fixture->workspace, NULL));
  g_assert_true (ys_workspace_set_person (fixture->workspace, "李建国", &error));
  g_assert_true (ys_workspace_approve (fixture->workspace, &error)); /* holds both roles */
  g_assert_cmpint (ys_workspace_get_state (fixture->workspace), ==, YS_SUBMISSION_APPROVED);
}

static void
test_typing_belongs_to_its_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) journal = NULL;

  g_assert_true (ys_workspace_add_person (fixture->workspace, "王建军", YS_ROLE_APPROVER, &error));
  ys_workspace_type (fixture->workspace, 7, "person", "王秀英");
  g_assert_true (ys_workspace_set_person (fixture->workspace, "王建军", &error));
  journal = ys_workspace_dup_journal (fixture->workspace, 0, 1, NULL, NULL);
  g_assert_cmpstr (((YsJournalEntry *) g_ptr_array_index (journal, 0))->person, ==, "李建国");
}

static void
test_free_figures (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "metric.M6H", NULL };
  const char *const unknown[] = { "metric.M005", NULL };
  const char *const texts[] = { "3", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_workspace_set_entries (fixture->workspace, 0, keys, texts, TRUE, &error));
  g_assert_no_error (error);
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (fixture->workspace);
  YsSubmission *submission = g_ptr_array_index (facts->submissions, 0);
  g_assert_cmpuint (submission->figures->len, ==, 1);
  g_assert_cmpint (((YsRecordedFigure *) g_ptr_array_index (submission->figures, 0))->figure.numerator, ==, 3);
  g_assert_false (ys_workspace_set_entries (fixture->workspace, 0, unknown, texts, TRUE, &error));
  g_assert_nonnull (error);
}

static void
test_threshold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ys_workspace_set_threshold (fixture->workspace, "610302", "N1.1", "=95.2", "省级调查", 0, TRUE, &error));
  g_assert_no_error (error);
  g_autoptr (YsSheet) sheet = ys_workspace_score (fixture->workspace, YS_COMPUTED, FALSE, &error);
  YsSheetUnit *unit = ys_workspace_get_own_unit (fixture->workspace, sheet);
  YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, 0);
  g_assert_false (threshold->met);
  g_assert_cmpint (threshold->deduction, ==, 6000); /* 5 once and 1 for the step begun below 96 */
  g_assert_false (ys_workspace_set_threshold (fixture->workspace, "610302", "N1.1", "很高", NULL, 0, TRUE, &error));
  g_clear_error (&error);
  g_assert_true (ys_workspace_set_threshold (fixture->workspace, "610302", "N1.1", "很高", NULL, 0, FALSE, &error));
  text = ys_workspace_dup_threshold (fixture->workspace, "610302", "N1.1", NULL, &problem);
  g_assert_cmpstr (text, ==, "很高");
  g_assert_nonnull (problem);
}

static void
test_verify_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autofree char *copy = ys_workspace_backup (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ys_workspace_verify (fixture->workspace, faults, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  ys_workspace_type (fixture->workspace, 7, "person", "王秀英");
  g_assert_true (ys_workspace_close (fixture->workspace, &error));
  g_clear_object (&fixture->workspace);
  g_assert_true (ys_workspace_restore (fixture->folder, copy, &error));
  g_assert_no_error (error);
  open_again (fixture);
  assert_entry (fixture, 7, "person", "");
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/workspace/set-and-reopen", test_set_and_reopen);
  CASE ("/workspace/all-or-none", test_all_or_none);
  CASE ("/workspace/unreadable-is-kept", test_unreadable_is_kept);
  CASE ("/workspace/typing-survives", test_typing_survives_without_settling);
  CASE ("/workspace/undo-redo", test_undo_redo);
  CASE ("/workspace/score-follows-typing", test_score_follows_typing);
  CASE ("/workspace/second-holder", test_second_holder_is_refused);
  CASE ("/workspace/replaced-file", test_replaced_file_is_noticed);
  CASE ("/workspace/states-and-roles", test_states_and_roles);
  CASE ("/workspace/typing-belongs-to-its-person", test_typing_belongs_to_its_person);
  CASE ("/workspace/free-figures", test_free_figures);
  CASE ("/workspace/threshold", test_threshold);
  CASE ("/workspace/verify-and-restore", test_verify_and_restore);
  return g_test_run ();
}
