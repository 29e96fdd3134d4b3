/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back and forward among places, and what a location keeps on its way through an action. */
#include "ys-history.h"

static YsLocation *
at (guint task, double scroll)
{
  YsLocation *location = ys_location_new_task (task, NULL);

  location->scroll = scroll;
  return location;
}

static void
test_back_and_forward (void)
{
  g_autoptr (YsHistory) history = ys_history_new ();
  g_autoptr (YsLocation) first = at (1, 120), second = at (2, 30), third = at (3, 0);

  g_assert_false (ys_history_can_go (history, FALSE));
  g_assert_null (ys_history_go (history, first, FALSE));
  ys_history_leave (history, first);
  ys_history_leave (history, second);
  g_autoptr (YsLocation) back = ys_history_go (history, third, FALSE);
  g_assert_cmpuint (back->task, ==, 2);
  g_assert_cmpfloat_with_epsilon (back->scroll, 30, 0.001);
  g_autoptr (YsLocation) further = ys_history_go (history, back, FALSE);
  g_assert_cmpuint (further->task, ==, 1);
  g_assert_cmpfloat_with_epsilon (further->scroll, 120, 0.001);
  g_assert_false (ys_history_can_go (history, FALSE));
  g_autoptr (YsLocation) forward = ys_history_go (history, further, TRUE);
  g_assert_cmpuint (forward->task, ==, 2);
  g_assert_true (ys_history_can_go (history, TRUE));
}

static void
test_new_way_forgets_what_lay_ahead (void)
{
  g_autoptr (YsHistory) history = ys_history_new ();
  g_autoptr (YsLocation) first = at (1, 0), second = at (2, 0);

  ys_history_leave (history, first);
  g_autoptr (YsLocation) back = ys_history_go (history, second, FALSE);
  g_assert_true (ys_history_can_go (history, TRUE));
  ys_history_leave (history, back);
  g_assert_false (ys_history_can_go (history, TRUE));
}

static void
test_does_not_grow_for_ever (void)
{
  g_autoptr (YsHistory) history = ys_history_new ();
  guint steps = 0;

  for (guint task = 1; task <= 250; task++)
    {
      g_autoptr (YsLocation) here = at (task, 0);
      ys_history_leave (history, here);
    }
  g_autoptr (YsLocation) here = at (999, 0);
  while (ys_history_can_go (history, FALSE))
    {
      g_autoptr (YsLocation) back = ys_history_go (history, here, FALSE);
      g_assert_cmpuint (back->task, ==, 250 - steps);
      steps++;
    }
  g_assert_cmpuint (steps, ==, 100);
}

static void
test_location_through_an_action (void)
{
  g_autoptr (YsLocation) location = ys_location_new (YS_PLACE_NEGATIVE);
  location->key = g_strdup ("filter:open");
  location->item = g_strdup ("N4.2");
  location->text = g_strdup ("综治");
  location->page = 7;
  location->scroll = 12.5;
  g_autoptr (GVariant) variant = g_variant_ref_sink (ys_location_to_variant (location));
  g_assert_cmpstr (g_variant_get_type_string (variant), ==, "(uussssud)");
  g_autoptr (YsLocation) same = ys_location_from_variant (variant);
  g_assert_cmpint (same->place, ==, YS_PLACE_NEGATIVE);
  g_assert_cmpstr (same->key, ==, "filter:open");
  g_assert_null (same->evidence);
  g_assert_cmpstr (same->item, ==, "N4.2");
  g_assert_cmpstr (same->text, ==, "综治");
  g_assert_cmpuint (same->page, ==, 7);
  g_assert_cmpfloat_with_epsilon (same->scroll, 12.5, 0.001);
}

static void
test_location_of_no_known_place (void)
{
  g_autoptr (GVariant) variant
    = g_variant_ref_sink (g_variant_new ("(uussssud)", 4000u, 0u, "", "", "", "", 0u, 0.0));
  g_autoptr (YsLocation) location = ys_location_from_variant (variant);

  g_assert_cmpint (location->place, <, YS_N_PLACES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/history/new-way", test_new_way_forgets_what_lay_ahead);
  g_test_add_func ("/history/not-for-ever", test_does_not_grow_for_ever);
  g_test_add_func ("/location/action", test_location_through_an_action);
  g_test_add_func ("/location/unknown", test_location_of_no_known_place);
  return g_test_run ();
}
