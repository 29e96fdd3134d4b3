/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first start needs: recent workspaces, the folder of a new one, and when a task counts as waiting. */
#include <glib/gstdio.h>

#include "ys-facts-parts.h"
#include "ys-overview.h"
#include "ys-person-words.h"
#include "ys-recent.h"
#include "ys-setup-place.h"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("beginning-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
test_recent (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.yanshou.Yanshou");
  g_autofree char *one = make_folder (), *other = make_folder ();

  ys_recent_add (settings, one, "渭滨区", "2021年度考核", "填报中");
  ys_recent_add (settings, other, "金台区", "2021年度考核", "");
  ys_recent_add (settings, one, "渭滨区", "2021年度考核", "已报送");
  g_autoptr (GPtrArray) both = ys_recent_dup_all (settings);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (((YsRecent *) g_ptr_array_index (both, 0))->folder, ==, one);
  g_assert_cmpstr (((YsRecent *) g_ptr_array_index (both, 0))->state, ==, "已报送");
  g_assert_cmpstr (((YsRecent *) g_ptr_array_index (both, 1))->unit, ==, "金台区");
  /* a stick that is not plugged in is not listed, but not forgotten */
  g_assert_cmpint (g_rmdir (one), ==, 0);
  g_autoptr (GPtrArray) rest = ys_recent_dup_all (settings);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpint (g_mkdir (one, 0700), ==, 0);
  g_autoptr (GPtrArray) again = ys_recent_dup_all (settings);
  g_assert_cmpuint (again->len, ==, 2);
  g_rmdir (one);
  g_rmdir (other);
}

static void
test_folder_of_a_new_one (void)
{
  g_autofree char *folder = ys_setup_dup_default_folder ("渭滨区", 2021);
  g_autofree char *there = make_folder ();
  g_autofree char *second = g_strdup_printf ("%s-2", there);

  g_assert_true (g_str_has_suffix (folder, "/验收/渭滨区2021"));
  g_autofree char *free_one = ys_setup_take_free_folder (g_strdup (there));
  g_assert_cmpstr (free_one, ==, second);
  g_rmdir (there);
  g_autofree char *same = ys_setup_take_free_folder (g_strdup (there));
  g_assert_cmpstr (same, ==, there);
}

static void
test_roles_in_words (void)
{
  g_autofree char *both = ys_person_dup_roles (YS_ROLE_CLERK | YS_ROLE_APPROVER);
  g_autofree char *none = ys_person_dup_roles (0);

  g_assert_cmpstr (both, ==, "填报人、审核人");
  g_assert_cmpstr (none, ==, "");
}

static void
test_what_waits (void)
{
  YsItem *item = ys_item_new ();
  YsSheetTask task = { .has_evidence = FALSE };
  YsDate due = ys_date_new (2020, 12, 31);

  g_assert_true (ys_task_is_unfinished (NULL));
  g_assert_true (ys_task_is_late (NULL, due, due + 1));
  g_assert_false (ys_task_is_late (NULL, due, due));
  g_assert_false (ys_task_is_late (NULL, 0, due));
  g_assert_false (ys_task_lacks_evidence (NULL, &task));
  item->state = YS_STATE_MOSTLY;
  g_assert_true (ys_task_is_unfinished (item));
  g_assert_true (ys_task_lacks_evidence (item, &task));
  item->state = YS_STATE_DONE;
  g_assert_false (ys_task_is_unfinished (item));
  g_assert_false (ys_task_is_late (item, due, due + 400));
  g_assert_true (ys_task_lacks_evidence (item, &task));
  task.has_evidence = TRUE;
  g_assert_false (ys_task_lacks_evidence (item, &task));
  item->state = YS_STATE_NA;
  task.has_evidence = FALSE;
  g_assert_false (ys_task_is_unfinished (item));
  g_assert_false (ys_task_lacks_evidence (item, &task));
  ys_item_free (item);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beginning/recent", test_recent);
  g_test_add_func ("/beginning/folder", test_folder_of_a_new_one);
  g_test_add_func ("/beginning/roles", test_roles_in_words);
  g_test_add_func ("/overview/what-waits", test_what_waits);
  return g_test_run ();
}
