/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An appeal's whole way: feedback at the county, filed, withdrawn, sent, seen and answered at the city, answer at home. */
#include "city-fixture.h"

#include "ys-workspace-appeal.h"
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

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/appeal/whole-way", test_whole_way);
  CITY_CASE ("/appeal/only-for-oneself", test_only_for_oneself);
  return g_test_run ();
}
