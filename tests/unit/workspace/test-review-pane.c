/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the review's window rests on: scores that are typed and not saved, the bounds that a task compares
 * with, and a store that is not closed under running work. */
#include "city-fixture.h"

#include "ys-facts-parts.h"
#include "ys-workspace-form.h"

#include <locale.h>
#include <string.h>

static void
begin (CityFixture *fixture)
{
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  city_assign (fixture, FIRST, 7, ONE);
  city_assign (fixture, FIRST, 7, OTHER);
}

static void
type (CityFixture *fixture, const char *score, const char *reason)
{
  YsTypedScore typed = { (char *)score, (char *)"", (char *)reason };

  ys_workspace_type_score (fixture->city, FIRST, "P7.1", &typed);
}

/* Closed as after a crash or not, the city is opened again. */
static void
reopen (CityFixture *fixture)
{
  g_autoptr (GError) refused = NULL;
  g_autofree char *folder = g_strdup (ys_workspace_get_folder (fixture->city));

  CITY_DONE (ys_workspace_close (fixture->city, error));
  g_clear_object (&fixture->city);
  fixture->city = ys_workspace_open (folder, 0, &refused);
  g_assert_no_error (refused);
}

static void
test_typed_scores_stay (CityFixture *fixture, gconstpointer data)
{
  YsTypedScore *typed;

  begin (fixture);
  city_act_as (fixture, ONE);
  g_assert_null (ys_workspace_dup_typed_score (fixture->city, FIRST, "P7.1"));
  type (fixture, "5", "第一行\n第二行");
  /* closing what is typed in forms saves no score */
  CITY_DONE (ys_workspace_settle (fixture->city, 0, NULL, error));
  reopen (fixture);
  city_act_as (fixture, OTHER);
  g_assert_null (ys_workspace_dup_typed_score (fixture->city, FIRST, "P7.1"));
  city_act_as (fixture, ONE);
  typed = ys_workspace_dup_typed_score (fixture->city, FIRST, "P7.1");
  g_assert_nonnull (typed);
  g_assert_cmpstr (typed->score, ==, "5");
  g_assert_cmpstr (typed->decision, ==, "");
  g_assert_cmpstr (typed->reason, ==, "第一行\n第二行");
  ys_typed_score_free (typed);
  g_autoptr (YsUnitReview) review = ys_workspace_dup_unit_review (fixture->city, FIRST);
  g_assert_cmpuint (review->scores->len, ==, 0);

  CITY_DONE (ys_workspace_forget_typed_score (fixture->city, FIRST, "P7.1", error));
  g_assert_null (ys_workspace_dup_typed_score (fixture->city, FIRST, "P7.1"));
  reopen (fixture);
  city_act_as (fixture, ONE);
  g_assert_null (ys_workspace_dup_typed_score (fixture->city, FIRST, "P7.1"));
}

static void
test_bounds_of_a_task (CityFixture *fixture, gconstpointer data)
{
  const YsStandard *standard = ys_workspace_get_standard (fixture->city);
  YsPoint *point = ys_standard_get_point (standard, "P7.2");
  YsBandRow *best = g_ptr_array_index (point->rows, 0), *next = g_ptr_array_index (point->rows, 1);
  g_autoptr (GPtrArray) none = ys_workspace_dup_task_bounds (fixture->city, FIRST, 7);
  const YsTaskBound *bound;

  g_assert_cmpuint (none->len, ==, 0); /* the shipped standard compares with numbers */
  best->bound.kind = YS_BOUND_OWN;
  next->bound.kind = YS_BOUND_OWN; /* asked for once */
  g_autoptr (GPtrArray) open = ys_workspace_dup_task_bounds (fixture->city, FIRST, 7);
  g_assert_cmpuint (open->len, ==, 1);
  bound = g_ptr_array_index (open, 0);
  g_assert_cmpstr (bound->metric->id, ==, "M007");
  g_assert_false (bound->published || bound->growth);
  g_assert_null (bound->value);

  city_act_as (fixture, LEAD);
  CITY_DONE (ys_workspace_set_bound (fixture->city, SECOND, "M007", FALSE, "90", "另一县区", error));
  CITY_DONE (ys_workspace_set_bound (fixture->city, FIRST, "M007", FALSE, "96.5", "市委政法委通知", error));
  next->bound.kind = YS_BOUND_PUBLISHED;
  g_autoptr (GPtrArray) entered = ys_workspace_dup_task_bounds (fixture->city, FIRST, 7);
  g_assert_cmpuint (entered->len, ==, 2);
  bound = g_ptr_array_index (entered, 0);
  g_assert_cmpstr (bound->value, ==, "96.5");
  g_assert_cmpstr (bound->source, ==, "市委政法委通知");
  bound = g_ptr_array_index (entered, 1);
  g_assert_true (bound->published);
  g_assert_null (bound->value);
}

static void
test_may_be_asked_before (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *not_yet = NULL, *own = NULL, *returned = NULL;

  city_act_as (fixture, LEAD);
  g_assert_false (ys_workspace_can_score (fixture->city, FIRST, &not_yet));
  g_assert_nonnull (not_yet);
  begin (fixture);
  city_act_as (fixture, LEAD);
  g_assert_true (ys_workspace_can_score (fixture->city, FIRST, NULL));
  g_assert_true (ys_workspace_can_decide (fixture->city, FIRST, NULL));
  CITY_DONE (ys_workspace_set_assessor_unit (fixture->city, LEAD, FIRST, error));
  g_assert_false (ys_workspace_can_decide (fixture->city, FIRST, &own));
  g_assert_nonnull (strstr (own, LEAD));
  CITY_DONE (ys_workspace_set_assessor_unit (fixture->city, LEAD, NULL, error));
  city_send_back (fixture, fixture->first);
  g_assert_false (ys_workspace_can_score (fixture->city, FIRST, &returned));
  g_assert_false (ys_workspace_can_decide (fixture->city, FIRST, NULL));
}

/* ---- closing ---- */

static gpointer
score_late (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_usleep (G_USEC_PER_SEC / 5);
  return GINT_TO_POINTER (ys_workspace_save_score (workspace, FIRST, "P7.1", "5", "材料只到十月", error));
}

static void
test_not_closed_under_work (CityFixture *fixture, gconstpointer data)
{
  begin (fixture);
  city_act_as (fixture, ONE);
  ys_workspace_run_async (fixture->city, score_late, NULL, NULL, NULL, NULL, NULL, NULL);
  reopen (fixture);
  city_act_as (fixture, ONE);
  g_autoptr (YsUnitReview) review = ys_workspace_dup_unit_review (fixture->city, FIRST);
  g_assert_cmpuint (review->scores->len, ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/workspace/review-pane/typed-scores-stay", test_typed_scores_stay);
  CITY_CASE ("/workspace/review-pane/bounds-of-a-task", test_bounds_of_a_task);
  CITY_CASE ("/workspace/review-pane/may-be-asked-before", test_may_be_asked_before);
  CITY_CASE ("/workspace/review-pane/not-closed-under-work", test_not_closed_under_work);
  return g_test_run ();
}
