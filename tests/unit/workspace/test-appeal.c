/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An appeal's whole way: feedback at the county, filed, withdrawn, sent, seen and answered at the city, answer at home. */
#include "city-fixture.h"

#include "ys-date.h"
#include "ys-workspace-appeal.h"
#include "ys-workspace-appeal-days.h"
#include "ys-workspace-city.h"
#include "ys-workspace-opinion.h"

#include <locale.h>

static void
fed_back (CityFixture *fixture)
{
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  CITY_REFUSED (ys_workspace_appeal (fixture->first, 7, NULL, NULL, "尚无反馈", error) != NULL, YS_ERROR_STATE);
  CITY_DONE (ys_workspace_settle_unit (fixture->city, FIRST, "到期", error));
  city_carry (fixture, fixture->city, fixture->first, "feedback");
}

static void
test_whole_way (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *county = fixture->first, *city = fixture->city;
  g_autoptr (GError) failure = NULL;

  fed_back (fixture);
  g_assert_true (ys_workspace_can_appeal (county, NULL));
  CITY_REFUSED (ys_workspace_appeal (county, 7, NULL, NULL, " ", error) != NULL, YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_appeal (county, 7, NULL, "99999", "超出满分", error) != NULL, YS_ERROR_VALUE);
  g_autofree char *first = ys_workspace_appeal (county, 7, NULL, "8", "佐证已补交", &failure);
  g_assert_no_error (failure);
  g_autofree char *again = ys_workspace_appeal (county, 7, NULL, "８.５", "佐证已补交，见第3页", &failure);
  g_assert_cmpstr (first, ==, again); /* what was not sent is changed */
  g_autofree char *other = ys_workspace_appeal_item (county, "N1.1", "数值有误", &failure);
  CITY_DONE (ys_workspace_withdraw_appeal (county, other, error));
  CITY_REFUSED (ys_workspace_withdraw_appeal (county, other, error), YS_ERROR_NOT_FOUND);
  CITY_DONE (ys_workspace_send_appeals (county, error));
  CITY_REFUSED (ys_workspace_withdraw_appeal (county, first, error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_send_appeals (county, error), YS_ERROR_NOT_FOUND);
  city_carry (fixture, county, city, "appeal");

  g_autoptr (GPtrArray) seen = ys_workspace_dup_appeals (city, FIRST);
  g_assert_cmpuint (seen->len, ==, 1);
  const YsAppeal *appeal = g_ptr_array_index (seen, 0);
  g_assert_cmpuint (appeal->task, ==, 7);
  g_assert_cmpint (appeal->points, ==, 8500);
  g_assert_cmpstr (appeal->reason, ==, "佐证已补交，见第3页");
  g_assert_null (appeal->answer);

  g_autofree char *answer = ys_workspace_answer (city, appeal->id, "采纳，改为8.50分", NULL, NULL, &failure);
  g_assert_no_error (failure);
  g_assert_nonnull (answer);
  CITY_DONE (ys_workspace_send_opinions (city, FIRST, error));
  city_carry (fixture, city, county, "opinion");
  g_autoptr (GPtrArray) home = ys_workspace_dup_appeals (county, FIRST);
  g_assert_cmpuint (home->len, ==, 1);
  g_assert_cmpstr (((YsAppeal *) g_ptr_array_index (home, 0))->answer, ==, "采纳，改为8.50分");
  CITY_DONE (ys_workspace_grant_appeal (city, FIRST, "市验收领导小组", "佐证已补交", error));
  g_assert_cmpint (ys_workspace_get_unit_state (city, FIRST, NULL), ==, YS_SUBMISSION_SCORED);
}

static void
test_only_for_oneself (CityFixture *fixture, gconstpointer data)
{
  fed_back (fixture);
  CITY_REFUSED (ys_workspace_appeal (fixture->city, 7, NULL, NULL, "市里", error) != NULL, YS_ERROR_ROLE);
  CITY_REFUSED (ys_workspace_send_appeals (fixture->city, error), YS_ERROR_ROLE);
  CITY_REFUSED (ys_workspace_appeal (fixture->second, 7, NULL, NULL, "未报送", error) != NULL, YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_appeal (fixture->first, 999, NULL, NULL, "没有这项", error) != NULL, YS_ERROR_OPINION_GONE);
}

/* ---- the round's days: seven in the shipped round ---- */

static void
set_clock (const char *time)
{
  gint64 now = 0;

  g_assert_true (ys_time_parse_xml (time, &now));
  ys_clock_set_override (now);
}

/* The review is finished on 3 February, its feedback carried to the county. */
static void
shown_in_february (CityFixture *fixture)
{
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  set_clock ("2022-02-03T15:00:00Z");
  CITY_DONE (ys_workspace_finish_review (fixture->city, FIRST, "余下按测算", error));
  city_carry (fixture, fixture->city, fixture->first, "feedback");
  g_assert_cmpint (ys_workspace_get_state (fixture->first), ==, YS_SUBMISSION_SCORED);
}

static void
test_days (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *county = fixture->first;
  YsAppealDays days;
  g_autofree char *why = NULL;
  g_autoptr (GError) failure = NULL;

  ys_workspace_get_appeal_days (county, FIRST, &days);
  g_assert_cmpuint (days.shown, ==, 0);
  shown_in_february (fixture);
  ys_workspace_get_appeal_days (county, FIRST, &days);
  g_assert_cmpuint (days.shown, ==, ys_date_new (2022, 2, 3));
  g_assert_cmpuint (days.until, ==, ys_date_new (2022, 2, 10));
  set_clock ("2022-02-10T23:59:59Z"); /* to the end of that day */
  g_assert_true (ys_workspace_can_appeal (county, NULL));
  g_autofree char *unsent = ys_workspace_appeal (county, 7, NULL, "8", "佐证已补交", &failure);
  g_assert_no_error (failure);
  set_clock ("2022-02-11T00:00:00Z");
  g_assert_false (ys_workspace_can_appeal (county, &why));
  g_assert_nonnull (strstr (why, "2022-02-10"));
  g_assert_nonnull (strstr (why, "2022-02-03"));
  CITY_REFUSED (ys_workspace_appeal (county, 7, NULL, NULL, "迟了", error) != NULL, YS_ERROR_APPEAL_LATE);
  CITY_REFUSED (ys_workspace_appeal_item (county, "N1.1", "迟了", error) != NULL, YS_ERROR_APPEAL_LATE);
  CITY_REFUSED (ys_workspace_send_appeals (county, error), YS_ERROR_APPEAL_LATE);
  CITY_DONE (ys_workspace_withdraw_appeal (county, unsent, error)); /* what goes nowhere may go */
}

static void
assert_against (CityFixture *fixture, guint expected)
{
  g_autoptr (GPtrArray) against = ys_workspace_dup_against_settling (fixture->city, FIRST);

  g_assert_cmpuint (against->len, ==, expected);
  if (expected > 0)
    CITY_REFUSED (ys_workspace_settle_unit (fixture->city, FIRST, NULL, error), YS_ERROR_CHECKS);
}

static void
test_settling_waits (CityFixture *fixture, gconstpointer data)
{
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  assert_against (fixture, 1); /* not shown */
  set_clock ("2022-02-03T15:00:00Z");
  CITY_DONE (ys_workspace_finish_review (fixture->city, FIRST, NULL, error));
  assert_against (fixture, 2); /* not handed out, may appeal */
  city_carry (fixture, fixture->city, fixture->first, "feedback");
  set_clock ("2022-02-10T10:00:00Z");
  assert_against (fixture, 1);
  set_clock ("2022-02-11T00:00:00Z");
  assert_against (fixture, 0);
  CITY_DONE (ys_workspace_settle_unit (fixture->city, FIRST, NULL, error));
}

static void
test_unanswered (CityFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) failure = NULL;

  shown_in_february (fixture);
  g_autofree char *id = ys_workspace_appeal (fixture->first, 7, NULL, "8", "佐证已补交", &failure);
  CITY_DONE (ys_workspace_send_appeals (fixture->first, error));
  set_clock ("2022-02-20T10:00:00Z"); /* the stick takes its time: what was sent in time is in time */
  city_carry (fixture, fixture->first, fixture->city, "appeal");
  g_autoptr (GPtrArray) appeals = ys_workspace_dup_appeals (fixture->city, FIRST);
  g_assert_cmpuint (appeals->len, ==, 1);
  g_assert_false (((YsAppeal *) g_ptr_array_index (appeals, 0))->late);
  assert_against (fixture, 1);
  g_autofree char *answer = ys_workspace_answer (fixture->city, id, "维持", NULL, NULL, &failure);
  g_assert_no_error (failure);
  assert_against (fixture, 0);
}

#define ROUND(days) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<assessment format=\"1\" id=\"two-2021\" title=\"2021年度考核\" catalogue=\"bj-2020\" catalogue-version=\"1\"" \
  " standard=\"sample-2021\" standard-version=\"1\" first=\"2021-01-01\" last=\"2021-12-31\" closing=\"2022-01-25\"" \
  " year=\"2021\"" days ">\n<units>\n<unit id=\"6103\" name=\"宝鸡市\" kind=\"city\"/>\n" \
  "<unit id=\"610302\" name=\"渭滨区\" kind=\"county\" parent=\"6103\" group=\"G1\"/>\n" \
  "<unit id=\"610303\" name=\"金台区\" kind=\"county\" parent=\"6103\" group=\"G1\"/>\n</units>\n</assessment>\n"

/* A county that was given the round before its days were set may send at any time; the city, which set them, marks it. */
static void
test_late (CityFixture *fixture, gconstpointer data)
{
  YsAppealDays days;
  g_autoptr (GError) failure = NULL;

  g_assert_true (g_file_set_contents (fixture->round, ROUND (""), -1, NULL));
  ys_workspace_close (fixture->first, NULL);
  g_object_unref (fixture->first);
  fixture->first = city_make (fixture, "earlier", YS_OFFICE_COUNTY, FIRST);
  shown_in_february (fixture);
  ys_workspace_get_appeal_days (fixture->first, FIRST, &days);
  g_assert_cmpuint (days.until, ==, 0); /* no limit */
  set_clock ("2022-02-14T00:00:00Z"); /* the tenth day was the last */
  g_autofree char *id = ys_workspace_appeal (fixture->first, 7, NULL, "8", "佐证已补交", &failure);
  g_assert_no_error (failure);
  CITY_DONE (ys_workspace_send_appeals (fixture->first, error));
  city_carry (fixture, fixture->first, fixture->city, "appeal");
  g_autoptr (GPtrArray) appeals = ys_workspace_dup_appeals (fixture->city, FIRST);
  g_assert_cmpuint (appeals->len, ==, 1);
  g_assert_true (((YsAppeal *) g_ptr_array_index (appeals, 0))->late);
}

static void
tear_down (CityFixture *fixture, gconstpointer data)
{
  ys_clock_set_override (0);
  city_tear_down (fixture, data);
}

#define DATED_CASE(path, func) g_test_add (path, CityFixture, NULL, city_set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/appeal/whole-way", test_whole_way);
  CITY_CASE ("/appeal/only-for-oneself", test_only_for_oneself);
  DATED_CASE ("/appeal/days", test_days);
  DATED_CASE ("/appeal/settling-waits", test_settling_waits);
  DATED_CASE ("/appeal/unanswered", test_unanswered);
  g_test_add ("/appeal/late", CityFixture, ROUND (" appeal-days=\"10\""), city_set_up, test_late, tear_down);
  return g_test_run ();
}
