/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An occurrence as a county puts it together: typed, kept through a crash, registered, changed, undone, withdrawn;
 * and declarations that nothing happened. */
#include "ys-facts-parts.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-submit.h"

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
    g_assert_true (ys_workspace_close (fixture->workspace, NULL));
  g_clear_object (&fixture->workspace);
  fixture->workspace = ys_workspace_open (fixture->folder, YS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const YsWorkspaceSetup setup = { .office = YS_OFFICE_COUNTY, .unit = "610302", .person = "李建国" };
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("ys-occurrence-XXXXXX", &error);
  fixture->folder = g_build_filename (fixture->root, "渭滨区", NULL);
  ys_workspace_create (fixture->folder, &setup, &error);
  g_assert_no_error (error);
  open_again (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->root);

  ys_workspace_close (fixture->workspace, NULL);
  g_clear_object (&fixture->workspace);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->root);
  g_free (fixture->folder);
}

/* Registers one under N6.1 at its middle severity (10 points) and N5.2 at its lightest (5 points). */
static char *
register_one (Fixture *fixture)
{
  static const char *const ticks[][2] = { { "N6.1", "S2" }, { "N5.2", "S1" } };
  g_autoptr (YsOccurrence) occurrence = ys_occurrence_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  occurrence->title = g_strdup ("虢镇建材市场火灾");
  occurrence->date = ys_date_new (2021, 9, 14);
  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      YsTick *tick = ys_tick_new ();
      tick->item = g_strdup (ticks[i][0]);
      tick->severity = g_strdup (ticks[i][1]);
      g_ptr_array_add (occurrence->ticks, tick);
    }
  id = ys_workspace_save_occurrence (fixture->workspace, occurrence, &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_text (Fixture *fixture, const char *id, const char *field, const char *expected)
{
  g_autofree char *key = g_strdup_printf ("occurrence.%s.%s", id, field);
  g_autofree char *text = ys_workspace_dup_entry (fixture->workspace, 0, key);

  g_assert_cmpstr (text, ==, expected);
}

static void
type (Fixture *fixture, const char *id, const char *field, const char *text)
{
  g_autofree char *key = g_strdup_printf ("occurrence.%s.%s", id, field);

  ys_workspace_type (fixture->workspace, 0, key, text);
}

static void
settle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_workspace_settle (fixture->workspace, 0, NULL, &error));
  g_assert_no_error (error);
}

static YsOccurrence *
dup_only (Fixture *fixture)
{
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (fixture->workspace);

  g_assert_cmpuint (facts->ledger->occurrences->len, ==, 1);
  return g_ptr_array_steal_index (facts->ledger->occurrences, 0);
}

static void
test_typed_into_the_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = register_one (fixture);

  assert_text (fixture, id, "title", "虢镇建材市场火灾");
  assert_text (fixture, id, "date", "2021-09-14");
  assert_text (fixture, id, "deaths", "");
  type (fixture, id, "date", "２０２１年９月１６日");
  type (fixture, id, "deaths", "２");
  type (fixture, id, "summary", "三号仓库起火。");
  {
    g_autoptr (YsOccurrence) drafted = dup_only (fixture);
    g_assert_cmpuint (drafted->date, ==, ys_date_new (2021, 9, 16)); /* counts while one types */
    g_assert_cmpstr (drafted->summary, ==, "三号仓库起火。");
  }
  settle (fixture);
  open_again (fixture);
  assert_text (fixture, id, "date", "2021-09-16");
  assert_text (fixture, id, "deaths", "2");
  assert_text (fixture, id, "summary", "三号仓库起火。");
  type (fixture, id, "summary", "");
  settle (fixture);
  assert_text (fixture, id, "summary", "");
}

static void
test_unreadable_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = register_one (fixture);
  g_autofree char *key = g_strdup_printf ("occurrence.%s.date", id);
  g_autoptr (YsOccurrence) before = NULL;

  type (fixture, id, "date", "去年秋天");
  settle (fixture);
  open_again (fixture);
  assert_text (fixture, id, "date", "去年秋天");
  g_autofree char *problem = ys_workspace_dup_entry_problem (fixture->workspace, 0, key);
  g_assert_nonnull (problem);
  before = dup_only (fixture);
  g_assert_cmpuint (before->date, ==, ys_date_new (2021, 9, 14));
  type (fixture, id, "date", "2021/9/20");
  settle (fixture);
  assert_text (fixture, id, "date", "2021-09-20");
  g_autofree char *none = ys_workspace_dup_entry_problem (fixture->workspace, 0, key);
  g_assert_null (none);
  type (fixture, id, "title", "");                 /* never without a title */
  settle (fixture);
  assert_text (fixture, id, "title", "虢镇建材市场火灾");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = register_one (fixture);
  g_autoptr (GError) error = NULL;

  type (fixture, id, "title", "市场火灾");
  settle (fixture);
  g_autofree char *label = ys_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "修改负面情形“虢镇建材市场火灾”标题");
  g_assert_true (ys_workspace_undo (fixture->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, id, "title", "虢镇建材市场火灾");
  g_assert_true (ys_workspace_undo (fixture->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (fixture->workspace);
  g_assert_cmpuint (facts->ledger->occurrences->len, ==, 0);
  g_assert_true (ys_workspace_redo (fixture->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (YsOccurrence) again = dup_only (fixture);
  g_assert_cmpuint (again->ticks->len, ==, 2);
  g_assert_true (ys_workspace_delete_occurrence (fixture->workspace, id, &error));
  g_assert_no_error (error);
  g_assert_true (ys_workspace_undo (fixture->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (YsOccurrence) back = dup_only (fixture);
  g_assert_cmpuint (back->ticks->len, ==, 2);
}

static void
test_new_one_survives_until_registered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = NULL;

  type (fixture, YS_OCCURRENCE_NEW, "title", "还没登记");
  settle (fixture);
  open_again (fixture);
  assert_text (fixture, YS_OCCURRENCE_NEW, "title", "还没登记");
  undo = ys_workspace_dup_undo_label (fixture->workspace); /* nothing was changed yet */
  g_assert_null (undo);
  g_autoptr (YsOccurrence) ticked = ys_occurrence_new ();
  YsTick *tick = ys_tick_new ();
  tick->item = g_strdup ("N5.1");
  g_ptr_array_add (ticked->ticks, tick);
  type (fixture, YS_OCCURRENCE_NEW, "date", "那天");
  g_autofree char *id = ys_workspace_register_occurrence (fixture->workspace, ticked, &error);
  g_assert_no_error (error);
  assert_text (fixture, id, "title", "还没登记");
  assert_text (fixture, id, "date", "那天"); /* kept, though no date */
  assert_text (fixture, YS_OCCURRENCE_NEW, "title", "");
  open_again (fixture);
  assert_text (fixture, YS_OCCURRENCE_NEW, "title", "");
  assert_text (fixture, id, "count", "1");
}

static void
test_what_it_would_deduct (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = register_one (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSheet) sheet = ys_workspace_score (fixture->workspace, YS_COMPUTED, FALSE, &error);
  const YsSheetUnit *unit = ys_workspace_get_own_unit (fixture->workspace, sheet);
  const YsSheetOccurrence *shown = g_ptr_array_index (unit->occurrences, 0);
  g_autofree char *why = ys_sheet_why_to_text (shown->why);

  g_assert_cmpstr (shown->own->id, ==, "N6.1");
  g_assert_null (shown->counted);
  g_assert_cmpint (shown->would_deduct, ==, 10000); /* 10, not 15 */
  g_assert_nonnull (g_strstr_len (why, -1, "另涉及“具有重大负面影响的舆情事件”5.00分，不重复扣"));
}

static void
test_declaring_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = register_one (fixture);
  g_autofree char *why = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_workspace_declare_none (fixture->workspace, "N4.4", TRUE, &error));
  g_assert_true (ys_workspace_is_declared_none (fixture->workspace, "N4.4"));
  g_assert_false (ys_workspace_can_declare_none (fixture->workspace, "N6.1", &why));
  g_assert_nonnull (why);
  g_assert_false (ys_workspace_declare_none (fixture->workspace, "N6.1", TRUE, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (ys_workspace_can_edit_occurrence (fixture->workspace, id, NULL));
  g_assert_true (ys_workspace_delete_occurrence (fixture->workspace, id, &error));
  g_assert_true (ys_workspace_declare_none (fixture->workspace, "N6.1", TRUE, &error));
  g_assert_no_error (error);
}

static const YsCheck *
find_check (const GPtrArray *checks, const char *nick)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      if (g_str_equal (check->nick, nick))
        return check;
    }
  return NULL;
}

static const YsCheck *
get_check (const GPtrArray *checks, const char *nick)
{
  const YsCheck *check = find_check (checks, nick);

  if (check == NULL)
    g_error ("no check %s", nick);
  return check;
}

static void
test_checks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = register_one (fixture);
  g_autoptr (GPtrArray) sound = ys_workspace_dup_checks (fixture->workspace, NULL);
  g_autofree char *key = g_strdup_printf ("occurrence.%s.date", id);

  g_assert_null (find_check (sound, "occurrence-incomplete"));
  g_assert_null (find_check (sound, "unreadable"));
  g_assert_cmpstr (get_check (sound, "undeclared")->what, ==,
                   "负面清单有 12 条既没有登记情形，也没有声明无此情形"); /* 14 event items, two with the fire */
  type (fixture, id, "date", "");
  settle (fixture);
  g_autoptr (GPtrArray) without_date = ys_workspace_dup_checks (fixture->workspace, NULL);
  g_assert_cmpstr (get_check (without_date, "occurrence-incomplete")->item, ==, id);
  type (fixture, id, "date", "去年秋天");
  settle (fixture);
  g_autoptr (GPtrArray) unreadable = ys_workspace_dup_checks (fixture->workspace, NULL);
  g_assert_cmpint (get_check (unreadable, "unreadable")->level, ==, YS_CHECK_MUST);
  g_assert_cmpstr (get_check (unreadable, "unreadable")->key, ==, key);
  g_assert_cmpstr (get_check (unreadable, "unreadable")->what, ==, "负面情形“虢镇建材市场火灾”日期读不懂：“去年秋天”");
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/occurrence/typed-into-the-row", test_typed_into_the_row);
  CASE ("/occurrence/unreadable-is-kept", test_unreadable_is_kept);
  CASE ("/occurrence/undo", test_undo);
  CASE ("/occurrence/new-one", test_new_one_survives_until_registered);
  CASE ("/occurrence/would-deduct", test_what_it_would_deduct);
  CASE ("/occurrence/declaring-none", test_declaring_none);
  CASE ("/occurrence/checks", test_checks);
  return g_test_run ();
}
