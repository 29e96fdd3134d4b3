/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo inside a field: a word a step, whether letters come one by one or an input method commits a word at
 * once. */
#include "ys-fill-steps.h"

static void
type (YsFillSteps *steps, GString *text, const char *letters)
{
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_string_append_unichar (text, g_utf8_get_char (at));
      ys_fill_steps_note (steps, text->str);
    }
}

static void
test_letters_join_to_words (void)
{
  g_autoptr (YsFillSteps) steps = ys_fill_steps_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint caret = 0;

  type (steps, text, "one two");
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, &caret), ==, "one ");
  g_assert_cmpuint (caret, ==, 4);
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, NULL), ==, "one");
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, NULL), ==, "");
  g_assert_null (ys_fill_steps_move (steps, FALSE, NULL));
  g_assert_cmpstr (ys_fill_steps_move (steps, TRUE, NULL), ==, "one");
  g_assert_cmpstr (ys_fill_steps_move (steps, TRUE, NULL), ==, "one ");
}

static void
test_a_commit_is_a_step (void)
{
  g_autoptr (YsFillSteps) steps = ys_fill_steps_new ();
  guint caret = 0;

  ys_fill_steps_reset (steps, "社会");
  ys_fill_steps_note (steps, "社会治理");
  ys_fill_steps_note (steps, "社会治理现代化");
  ys_fill_steps_note (steps, "社会治理的现代化");
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, &caret), ==, "社会治理现代化");
  g_assert_cmpuint (caret, ==, 4);
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, NULL), ==, "社会治理");
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, NULL), ==, "社会");
  g_assert_null (ys_fill_steps_move (steps, FALSE, NULL));
}

static void
test_what_is_typed_after_an_undo_ends_redo (void)
{
  g_autoptr (YsFillSteps) steps = ys_fill_steps_new ();

  ys_fill_steps_note (steps, "治理");
  ys_fill_steps_move (steps, FALSE, NULL);
  ys_fill_steps_note (steps, "综治");
  g_assert_null (ys_fill_steps_move (steps, TRUE, NULL));
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, NULL), ==, "");
}

static void
test_erasing_is_one_step (void)
{
  g_autoptr (YsFillSteps) steps = ys_fill_steps_new ();

  ys_fill_steps_reset (steps, "12345");
  ys_fill_steps_note (steps, "1234");
  ys_fill_steps_note (steps, "123");
  ys_fill_steps_note (steps, "12");
  g_assert_cmpstr (ys_fill_steps_move (steps, FALSE, NULL), ==, "12345");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fill-steps/letters-join-to-words", test_letters_join_to_words);
  g_test_add_func ("/fill-steps/a-commit-is-a-step", test_a_commit_is_a_step);
  g_test_add_func ("/fill-steps/typed-after-undo", test_what_is_typed_after_an_undo_ends_redo);
  g_test_add_func ("/fill-steps/erasing-is-one-step", test_erasing_is_one_step);
  return g_test_run ();
}
