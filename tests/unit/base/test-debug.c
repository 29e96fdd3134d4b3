/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debug topics: only the chosen ones write, each line with its topic.
 * The build runs this with YANSHOU_DEBUG=store,pdf. */
#include <glib.h>

#include "ys-debug.h"

static void
test_enabled (void)
{
  g_assert_true (ys_debug_enabled (YS_DEBUG_STORE));
  g_assert_true (ys_debug_enabled (YS_DEBUG_PDF));
  g_assert_false (ys_debug_enabled (YS_DEBUG_GUI));
}

static void
test_lines (void)
{
  if (g_test_subprocess ())
    {
      ys_debug (YS_DEBUG_STORE, "opened %d", 3);
      ys_debug (YS_DEBUG_GUI, "not asked for");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*.?????? store: opened 3\n*");
  g_test_trap_assert_stderr_unmatched ("*not asked for*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/debug/enabled", test_enabled);
  g_test_add_func ("/base/debug/lines", test_lines);
  return g_test_run ();
}
