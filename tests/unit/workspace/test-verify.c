/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city verifies what its negative list holds: states with reasons, merging and splitting, likely duplicates, and what
 * may be typed into its ledger. Deductions by hand from the shipped sample: N6.1 middle severity 10, N5.2 lightest 5. */
#include "city-fixture.h"

#include "ys-facts-parts.h"
#include "ys-workspace-city.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"

#include <locale.h>

#define FIRE "虢镇建材市场火灾事故"
#define TALK "虢镇市场火情网络舆情"

/* All threshold figures met, so that only occurrences deduct; the county's submission is there. */
static void
received (CityFixture *fixture)
{
  const char *const figures[][2] = { { "N1.1", "97/100" }, { "N1.2", "95/100" }, { "N4.1", "0/400000" } };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    CITY_DONE (ys_workspace_set_threshold (fixture->city, FIRST, figures[i][0], figures[i][1], "省级调查", 0, TRUE, error));
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
}

/* Suspected, of FIRST. */
static char *
enter (CityFixture *fixture, const char *title, YsDate date, const char *item, const char *severity)
{
  g_autoptr (YsOccurrence) occurrence = ys_occurrence_new ();
  g_autoptr (GError) error = NULL;
  YsTick *tick = ys_tick_new ();
  char *id;

  occurrence->unit = g_strdup (FIRST);
  occurrence->title = g_strdup (title);
  occurrence->date = date;
  tick->item = g_strdup (item);
  tick->severity = g_strdup (severity);
  g_ptr_array_add (occurrence->ticks, tick);
  id = ys_workspace_save_occurrence (fixture->city, occurrence, &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_deduction (CityFixture *fixture, YsPoints expected)
{
  g_autoptr (YsSheet) sheet = NULL;

  g_assert_cmpint (city_sheet (fixture, FIRST, &sheet)->deduction, ==, expected);
}

static YsOccurrence *
dup_occurrence (CityFixture *fixture, const char *id)
{
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (fixture->city);

  for (guint i = 0; i < facts->ledger->occurrences->len; i++)
    if (g_str_equal (((YsOccurrence *) g_ptr_array_index (facts->ledger->occurrences, i))->id, id))
      return g_ptr_array_steal_index (facts->ledger->occurrences, i);
  g_assert_not_reached ();
}

static void
confirm (CityFixture *fixture, const char *id)
{
  CITY_DONE (ys_workspace_set_occurrence_state (fixture->city, id, YS_VERIFY_CONFIRMED, "与应急管理部门核对属实", error));
}

static void
test_states (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;
  g_autofree char *why = NULL;

  received (fixture);
  g_autofree char *fire = enter (fixture, FIRE, ys_date_new (2021, 9, 14), "N6.1", "S2");
  g_autofree char *vague = enter (fixture, "农贸市场聚集", 0, "N5.1", NULL);
  assert_deduction (fixture, 0);
  CITY_REFUSED (ys_workspace_set_occurrence_state (city, fire, YS_VERIFY_CONFIRMED, " ", error), YS_ERROR_VALUE);
  /* without date and severity nothing is confirmed */
  CITY_REFUSED (ys_workspace_set_occurrence_state (city, vague, YS_VERIFY_CONFIRMED, "属实", error), YS_ERROR_FACTS);
  confirm (fixture, fire);
  assert_deduction (fixture, 10000);
  g_assert_false (ys_workspace_can_edit_occurrence (city, fire, &why));
  g_assert_nonnull (why);
  CITY_DONE (ys_workspace_undo (city, NULL, NULL, error));
  assert_deduction (fixture, 0);
  g_assert_true (ys_workspace_can_edit_occurrence (city, fire, NULL));
  CITY_DONE (ys_workspace_redo (city, NULL, NULL, error));
  CITY_DONE (ys_workspace_set_occurrence_state (city, fire, YS_VERIFY_CLEARED, "属另一县区", error));
  assert_deduction (fixture, 0);
  CITY_DONE (ys_workspace_set_occurrence_state (city, fire, YS_VERIFY_SUSPECTED, "补充调查", error));
  g_assert_true (ys_workspace_can_edit_occurrence (city, fire, NULL));
  CITY_REFUSED (ys_workspace_set_occurrence_state (fixture->first, fire, YS_VERIFY_CLEARED, "无", error), YS_ERROR_ROLE);
}

static void
test_merged_counts_once (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;

  received (fixture);
  g_autofree char *fire = enter (fixture, FIRE, ys_date_new (2021, 9, 14), "N6.1", "S2");
  g_autofree char *talk = enter (fixture, TALK, ys_date_new (2021, 9, 15), "N5.2", "S1");
  confirm (fixture, fire);
  confirm (fixture, talk);
  assert_deduction (fixture, 15000);
  g_autoptr (GPtrArray) likely = ys_workspace_dup_duplicates (city, fire);
  g_assert_cmpuint (likely->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (likely, 0), ==, talk);
  CITY_REFUSED (ys_workspace_merge_occurrence (city, talk, fire, NULL, error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_merge_occurrence (city, talk, fire, "同一起火灾引发", error));
  assert_deduction (fixture, 10000); /* the larger of 10 and 5, once */
  g_autoptr (YsOccurrence) kept = dup_occurrence (fixture, fire);
  g_autoptr (YsOccurrence) merged = dup_occurrence (fixture, talk);
  g_assert_cmpuint (kept->ticks->len, ==, 2);
  g_assert_cmpstr (merged->merged_into, ==, fire);
  g_autoptr (GPtrArray) none = ys_workspace_dup_duplicates (city, fire);
  g_assert_cmpuint (none->len, ==, 0);
  CITY_REFUSED (ys_workspace_set_occurrence_state (city, talk, YS_VERIFY_CLEARED, "无", error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_merge_occurrence (city, talk, fire, "再次", error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_merge_occurrence (city, fire, talk, "成环", error), YS_ERROR_STATE);
  CITY_DONE (ys_workspace_split_occurrence (city, talk, "并非同一起", error));
  assert_deduction (fixture, 15000);
  CITY_REFUSED (ys_workspace_split_occurrence (city, talk, "再拆", error), YS_ERROR_STATE);
}

static void
test_merging_is_undone_whole (CityFixture *fixture, gconstpointer data)
{
  received (fixture);
  g_autofree char *fire = enter (fixture, FIRE, ys_date_new (2021, 9, 14), "N6.1", "S2");
  g_autofree char *talk = enter (fixture, TALK, ys_date_new (2021, 9, 15), "N5.2", "S1");
  g_autoptr (YsOccurrence) kept = dup_occurrence (fixture, fire);

  /* stated anew: the later day, the lightest severity, and confirmed at once */
  kept->date = ys_date_new (2021, 9, 15);
  kept->state = YS_VERIFY_CONFIRMED;
  g_free (((YsTick *) g_ptr_array_index (kept->ticks, 0))->severity);
  ((YsTick *) g_ptr_array_index (kept->ticks, 0))->severity = g_strdup ("S1");
  CITY_DONE (ys_workspace_merge_restated (fixture->city, talk, kept, "同一起火灾引发", error));
  assert_deduction (fixture, 5000);
  CITY_DONE (ys_workspace_undo (fixture->city, NULL, NULL, error));
  assert_deduction (fixture, 0);
  g_autoptr (YsOccurrence) first = dup_occurrence (fixture, fire);
  g_autoptr (YsOccurrence) second = dup_occurrence (fixture, talk);
  g_assert_cmpuint (first->ticks->len, ==, 1);
  g_assert_cmpuint (first->date, ==, ys_date_new (2021, 9, 14));
  g_assert_null (second->merged_into);
}

static void
type (CityFixture *fixture, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;

  ys_workspace_type (fixture->city, 0, key, text);
  g_assert_true (ys_workspace_settle (fixture->city, 0, key, &error));
  g_assert_no_error (error);
}

static void
test_typed_at_the_city (CityFixture *fixture, gconstpointer data)
{
  received (fixture);
  g_autofree char *fire = enter (fixture, FIRE, ys_date_new (2021, 9, 14), "N6.1", "S2");
  g_autofree char *key = g_strdup_printf ("occurrence.%s.date", fire);

  type (fixture, key, "2021年9月16日");
  g_autoptr (YsOccurrence) typed = dup_occurrence (fixture, fire);
  g_assert_cmpuint (typed->date, ==, ys_date_new (2021, 9, 16));
  confirm (fixture, fire);
  type (fixture, key, "2021-09-20"); /* what is confirmed is not changed in passing */
  g_autoptr (YsOccurrence) confirmed = dup_occurrence (fixture, fire);
  g_assert_cmpuint (confirmed->date, ==, ys_date_new (2021, 9, 16));
  type (fixture, "threshold." FIRST ".N1.1", "９５/100"); /* one percent short: 5 at once and 1 for the step */
  assert_deduction (fixture, 16000);
  CITY_DONE (ys_workspace_settle_unit (fixture->city, FIRST, "到期", error));
  type (fixture, "threshold." FIRST ".N1.1", "97/100");
  assert_deduction (fixture, 16000);
}

static guint
likeness (const char *one, YsDate first, const char *other, YsDate second)
{
  g_autoptr (YsOccurrence) a = ys_occurrence_new ();
  g_autoptr (YsOccurrence) b = ys_occurrence_new ();

  a->title = g_strdup (one);
  a->date = first;
  b->title = g_strdup (other);
  b->date = second;
  return ys_occurrence_get_likeness (a, b);
}

static void
test_likeness (void)
{
  YsDate day = ys_date_new (2021, 9, 14);

  /* 虢镇 市场 场火 of nine pairs each */
  g_assert_cmpuint (likeness (FIRE, day, TALK, day + 1), ==, 333);
  g_assert_cmpuint (likeness (FIRE, day, TALK, day + 31), ==, 333);
  g_assert_cmpuint (likeness (FIRE, day, TALK, day + 32), ==, 0);
  g_assert_cmpuint (likeness (FIRE, day, TALK, 0), ==, 0);
  g_assert_cmpuint (likeness (FIRE, day, FIRE, 0), ==, 1000);
  g_assert_cmpuint (likeness (FIRE, day, FIRE, day + 93), ==, 0);
  g_assert_cmpuint (likeness (FIRE, day, "村级协管员非法集资案", day), ==, 0);
  g_assert_cmpuint (likeness ("", day, "", day), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/verify/states", test_states);
  CITY_CASE ("/verify/merged", test_merged_counts_once);
  CITY_CASE ("/verify/undone", test_merging_is_undone_whole);
  CITY_CASE ("/verify/typed", test_typed_at_the_city);
  g_test_add_func ("/verify/likeness", test_likeness);
  return g_test_run ();
}
