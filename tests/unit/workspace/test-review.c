/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's review: who may score what, reasons, blindness, spread, the lead's decisions, verdicts, claims, additions.
 * Expected figures are worked by hand from the shipped sample standard: P7.1 6 points for done; P7.2 2 points above 96%,
 * 1.4 from 94%, 0.8 from 90%; P7.3 3 points by word (好 3, 较好 2.4, 一般 1.8); scores combine by mean within 200‰. */
#include "city-fixture.h"
#include "ys-workspace-city.h"

#include "ys-facts-parts.h"
#include "ys-workspace-form.h"
#include "ys-workspace-keeping.h"

#include <locale.h>

static void
begin (CityFixture *fixture)
{
  city_fill (fixture, fixture->first, "388/400"); /* 97%: P7.2 2 points */
  city_hand_in (fixture, fixture->first);
  city_assign (fixture, FIRST, 7, ONE);
  city_assign (fixture, FIRST, 7, OTHER);
}

static void
test_who_may (CityFixture *fixture, gconstpointer data)
{
  const guint task = 7, city_task = 44;

  city_assign (fixture, FIRST, 7, ONE); /* also before anything came in */
  CITY_REFUSED (ys_workspace_save_score (fixture->city, FIRST, "P7.1", "6", NULL, error), YS_ERROR_NOT_FOUND);
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  /* not assigned */
  city_act_as (fixture, OTHER);
  CITY_REFUSED (ys_workspace_save_score (fixture->city, FIRST, "P7.1", "6", NULL, error), YS_ERROR_ROLE);
  /* only the lead assigns */
  CITY_REFUSED (ys_workspace_assign (fixture->city, FIRST, &task, 1, OTHER, error), YS_ERROR_ROLE);
  city_act_as (fixture, LEAD);
  CITY_REFUSED (ys_workspace_assign (fixture->city, FIRST, &task, 1, "无此人", error), YS_ERROR_NOT_FOUND);
  CITY_REFUSED (ys_workspace_assign (fixture->city, FIRST, &city_task, 1, ONE, error), YS_ERROR_NOT_FOUND);
  /* nobody reviews his own unit */
  CITY_DONE (ys_workspace_set_assessor_unit (fixture->city, OTHER, FIRST, error));
  CITY_REFUSED (ys_workspace_assign (fixture->city, FIRST, &task, 1, OTHER, error), YS_ERROR_ROLE);
  CITY_REFUSED (ys_workspace_set_assessor_unit (fixture->city, ONE, FIRST, error), YS_ERROR_STATE);
  /* a county has no review */
  CITY_REFUSED (ys_workspace_save_score (fixture->first, FIRST, "P7.1", "6", NULL, error), YS_ERROR_ROLE);
  /* who was released no longer scores, and can be taken on again */
  CITY_REFUSED (ys_workspace_release (fixture->city, FIRST, 7, ONE, " ", error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_release (fixture->city, FIRST, 7, ONE, "出差", error));
  city_act_as (fixture, ONE);
  CITY_REFUSED (ys_workspace_save_score (fixture->city, FIRST, "P7.1", "6", NULL, error), YS_ERROR_ROLE);
  city_assign (fixture, FIRST, 7, ONE);
  city_score (fixture, ONE, FIRST, "P7.1", "6", NULL);
}

static void
test_reasons_and_limits (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;

  begin (fixture);
  city_act_as (fixture, ONE);
  CITY_DONE (ys_workspace_save_score (city, FIRST, "P7.1", "６", NULL, error)); /* the computed one, full width */
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.1", "5", NULL, error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.1", "5", " \n", error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.1", "6.5", "超过", error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.1", "-1", "倒扣", error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.1", "好", "不是词", error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.9", "1", "没有", error), YS_ERROR_NOT_FOUND);
  CITY_DONE (ys_workspace_save_score (city, FIRST, "P7.1", "5", "材料只到十月", error));
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.3", "较好", NULL, error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_save_score (city, FIRST, "P7.3", "较好", "有特色", error));
  g_autoptr (YsUnitReview) review = ys_workspace_dup_unit_review (city, FIRST);
  g_assert_cmpuint (review->scores->len, ==, 2);
  const YsReviewScore *score = g_ptr_array_index (review->scores, 0);
  g_assert_cmpstr (score->point, ==, "P7.1");
  g_assert_cmpint (score->points, ==, 5000);
  g_assert_false (score->computed);
  g_assert_cmpstr (score->reason, ==, "材料只到十月");
  /* his own step can be taken back, and nobody else's */
  city_act_as (fixture, OTHER);
  g_assert_null (ys_workspace_dup_undo_label (city));
  city_act_as (fixture, ONE);
  CITY_DONE (ys_workspace_undo (city, NULL, NULL, error));
  g_autoptr (YsUnitReview) fewer = ys_workspace_dup_unit_review (city, FIRST);
  g_assert_cmpuint (fewer->scores->len, ==, 1);
}

/* The entry of @person about @action in the journal as who acts may read it. Full. */
static YsJournalEntry *
find_entry (YsWorkspace *city, const char *person, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ys_workspace_dup_journal (city, 0, 100, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const YsJournalEntry *entry = g_ptr_array_index (entries, i);
      if (g_str_equal (entry->person, person) && g_str_equal (entry->action, action))
        return g_ptr_array_steal_index (entries, i);
    }
  g_assert_not_reached ();
}

static void
test_blind_until_all_are_in (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;
  YsJournalEntry *entry;

  begin (fixture);
  city_score (fixture, ONE, FIRST, "P7.3", "较好", "有特色");
  city_act_as (fixture, OTHER);
  YsPointReview *view = ys_workspace_dup_point_review (city, FIRST, "P7.3");
  g_assert_cmpuint (view->assigned, ==, 2);
  g_assert_cmpuint (view->scored, ==, 1);
  g_assert_true (view->mine);
  g_assert_false (view->mine_scored || view->all_in);
  g_assert_cmpuint (view->scores->len, ==, 0);
  ys_point_review_free (view);
  g_autoptr (YsUnitReview) seen = ys_workspace_dup_unit_review (city, FIRST);
  g_assert_cmpuint (seen->scores->len, ==, 0);
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (city);
  g_assert_cmpuint (ys_review_get_unit (facts->review, FIRST)->scores->len, ==, 0);
  entry = find_entry (city, ONE, "评分");
  g_assert_cmpstr (entry->after, ==, "全部评完后可见");
  g_assert_null (entry->reason);
  ys_journal_entry_free (entry);

  city_score (fixture, OTHER, FIRST, "P7.3", "好", "群众认可");
  view = ys_workspace_dup_point_review (city, FIRST, "P7.3");
  g_assert_true (view->all_in && view->mine_scored);
  g_assert_cmpuint (view->scores->len, ==, 2);
  g_assert_cmpint (view->low, ==, 2400);
  g_assert_cmpint (view->high, ==, 3000);
  g_assert_false (view->for_lead); /* 0.6 of 3 is 200‰, which is not above it */
  ys_point_review_free (view);
  entry = find_entry (city, ONE, "评分");
  g_assert_cmpstr (entry->after, ==, "较好");
  g_assert_cmpstr (entry->reason, ==, "有特色");
  ys_journal_entry_free (entry);
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetPoint *point = ys_sheet_unit_get_point (city_sheet (fixture, FIRST, &sheet), "P7.3");
  g_assert_true (point->is_decided);
  g_assert_cmpint (point->score[YS_DECIDED], ==, 2700);
  g_assert_cmpint (point->score[YS_COMPUTED], ==, 0);
}

static void
test_spread_goes_to_the_lead (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;

  begin (fixture);
  city_score (fixture, ONE, FIRST, "P7.2", "2", NULL);
  city_score (fixture, OTHER, FIRST, "P7.2", "1", "样本不足");
  g_autoptr (GPtrArray) waiting = ys_workspace_dup_points_for_lead (city, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  const YsPointForLead *one = g_ptr_array_index (waiting, 0);
  g_assert_cmpstr (one->unit, ==, FIRST);
  g_assert_cmpstr (one->point, ==, "P7.2");
  g_assert_true (one->spread);
  g_assert_cmpint (one->low, ==, 1000);
  g_assert_cmpint (one->high, ==, 2000);
  CITY_REFUSED (ys_workspace_decide_point (city, FIRST, "P7.2", "1.5", "折中", error), YS_ERROR_ROLE);
  city_act_as (fixture, LEAD);
  CITY_REFUSED (ys_workspace_decide_point (city, FIRST, "P7.2", "1.5", NULL, error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_decide_point (city, FIRST, "P7.2", "2.5", "超过", error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_decide_point (city, FIRST, "P7.2", "1.5", "折中", error));
  g_autoptr (GPtrArray) none = ys_workspace_dup_points_for_lead (city, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_autoptr (YsSheet) sheet = NULL;
  YsSheetUnit *unit = city_sheet (fixture, FIRST, &sheet);
  g_assert_cmpint (ys_sheet_unit_get_point (unit, "P7.2")->score[YS_DECIDED], ==, 1500);
  g_assert_cmpint (ys_sheet_unit_get_point (unit, "P7.2")->score[YS_COMPUTED], ==, 2000);
  CITY_DONE (ys_workspace_withdraw_decision (city, FIRST, "P7.2", "重评", error));
  g_autoptr (GPtrArray) again = ys_workspace_dup_points_for_lead (city, FIRST);
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_accept_computed (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;
  guint accepted = 0;

  begin (fixture);
  city_act_as (fixture, ONE);
  CITY_DONE (ys_workspace_save_score (city, FIRST, "P7.1", "5", "材料只到十月", error));
  CITY_DONE (ys_workspace_accept_computed (city, FIRST, NULL, &accepted, error));
  /* P7.1 he scored himself, P7.3 is a word: P7.2 alone is left */
  g_assert_cmpuint (accepted, ==, 1);
  YsPointReview *view = ys_workspace_dup_point_review (city, FIRST, "P7.2");
  g_assert_cmpuint (view->scores->len, ==, 1);
  const YsReviewScore *score = g_ptr_array_index (view->scores, 0);
  g_assert_true (score->computed);
  g_assert_cmpint (score->points, ==, 2000);
  ys_point_review_free (view);
  CITY_REFUSED (ys_workspace_accept_computed (city, FIRST, NULL, &accepted, error), YS_ERROR_NOT_FOUND);
  g_autoptr (YsSheet) sheet = NULL;
  city_sheet (fixture, FIRST, &sheet);
  g_autoptr (GArray) cells = ys_workspace_dup_review_cells (city, sheet, FIRST);
  const YsTask *task = ys_catalogue_get_task (sheet->standard->catalogue, 7);
  const YsReviewCell *cell = &g_array_index (cells, YsReviewCell, task->index);
  g_assert_true (cell->received && cell->mine);
  g_assert_cmpuint (cell->points, ==, 3);
  g_assert_cmpuint (cell->decided, ==, 0);
  g_assert_cmpuint (cell->to_score, ==, 1);
  g_assert_false (cell->closed);
  city_act_as (fixture, LEAD);
  CITY_DONE (ys_workspace_settle_unit (city, FIRST, "到期", error));
  g_autoptr (GArray) after = ys_workspace_dup_review_cells (city, sheet, FIRST);
  g_assert_true (g_array_index (after, YsReviewCell, task->index).closed); /* nothing of a settled county waits */
}

static void
test_verdicts (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;

  begin (fixture);
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (city);
  const YsItem *item = ys_submission_get_item (g_ptr_array_index (facts->submissions, 0), 7);
  const char *citation = ((YsCitation *) g_ptr_array_index (item->citations, 0))->id;

  city_act_as (fixture, ONE);
  CITY_REFUSED (ys_workspace_set_verdict (city, FIRST, "nothing", YS_VERDICT_PARTIAL, error), YS_ERROR_NOT_FOUND);
  CITY_DONE (ys_workspace_set_verdict (city, FIRST, citation, YS_VERDICT_MISMATCHED, error));
  g_autoptr (YsSheet) sheet = NULL;
  YsSheetTask *task = ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &sheet), 7);
  /* the only citation is none: decided 0, computed untouched (rule 7) */
  g_assert_cmpint (task->score[YS_DECIDED], ==, 0);
  g_assert_cmpint (task->score[YS_COMPUTED], ==, 8000);
  /* the lead's verdict holds, though he is assigned to nothing */
  city_act_as (fixture, LEAD);
  CITY_DONE (ys_workspace_set_verdict (city, FIRST, citation, YS_VERDICT_SUFFICIENT, error));
  g_autoptr (YsSheet) after = NULL;
  g_assert_cmpint (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &after), 7)->score[YS_DECIDED], ==, 8000);
  CITY_DONE (ys_workspace_clear_verdict (city, FIRST, citation, error));
  g_autoptr (YsSheet) cleared = NULL;
  g_assert_cmpint (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &cleared), 7)->score[YS_DECIDED], ==, 0);
}

static void
test_claims (CityFixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "state", "na_reason", NULL };
  const char *const texts[] = { "na", "没有街道", NULL };
  YsWorkspace *city = fixture->city;

  CITY_DONE (ys_workspace_set_entries (fixture->first, 8, keys, texts, TRUE, error));
  begin (fixture);
  city_act_as (fixture, LEAD);
  CITY_REFUSED (ys_workspace_accept_claim (city, FIRST, 7, NULL, "没有申请", error), YS_ERROR_NOT_FOUND);
  CITY_REFUSED (ys_workspace_accept_claim (city, FIRST, 8, NULL, NULL, error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_accept_claim (city, FIRST, 8, NULL, "经核实没有街道", error));
  g_autoptr (YsSheet) sheet = NULL;
  g_assert_false (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &sheet), 8)->applicable);
  CITY_DONE (ys_workspace_refuse_claim (city, FIRST, 8, NULL, "有一个街道", error));
  g_autoptr (YsSheet) after = NULL;
  g_assert_true (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &after), 8)->applicable);
}

static void
test_additions_to_the_round (CityFixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "completed", NULL };
  const char *const texts[] = { "2021-02-28", NULL };
  YsWorkspace *city = fixture->city;
  const YsTask *task = ys_catalogue_get_task (ys_workspace_get_standard (city)->catalogue, 7);

  city_fill (fixture, fixture->first, "388/400");
  CITY_DONE (ys_workspace_set_entries (fixture->first, 7, keys, texts, TRUE, error));
  city_hand_in (fixture, fixture->first);
  g_autoptr (YsSheet) before = NULL;
  g_assert_cmpint (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &before), 7)->late[YS_COMPUTED], >, 0);
  CITY_REFUSED (ys_workspace_extend (city, FIRST, 7, task->due, "不晚", error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_extend (city, FIRST, 7, ys_date_new (2021, 3, 31), "", error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_extend (city, FIRST, 7, ys_date_new (2021, 3, 31), "疫情影响", error));
  g_autoptr (YsSheet) after = NULL;
  g_assert_cmpint (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &after), 7)->late[YS_COMPUTED], ==, 0);
  CITY_REFUSED (ys_workspace_set_bound (city, NULL, "M007", FALSE, "95.5", NULL, error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_set_bound (city, NULL, "M007", FALSE, "95.5", "市统计局", error));
  CITY_DONE (ys_workspace_set_bound (city, FIRST, "M007", FALSE, "98", "责任书", error));
  g_autoptr (YsAssessment) assessment = ys_workspace_dup_effective_assessment (city);
  g_assert_cmpuint (assessment->published->len, ==, 1);
  g_assert_cmpint (((YsNamedBound *) g_ptr_array_index (assessment->published, 0))->value, ==, 955000);
  g_assert_cmpuint (assessment->targets->len, ==, 1);
  CITY_DONE (ys_workspace_set_bound (city, FIRST, "M007", FALSE, "", NULL, error));
  CITY_DONE (ys_workspace_extend (city, FIRST, 7, 0, "撤回", error));
  g_autoptr (YsSheet) back = NULL;
  g_assert_cmpint (ys_sheet_unit_get_task (city_sheet (fixture, FIRST, &back), 7)->late[YS_COMPUTED], >, 0);
  /* what was issued stays as it came */
  g_assert_cmpuint (ys_workspace_get_assessment (city)->published->len, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/review/who-may", test_who_may);
  CITY_CASE ("/review/reasons-and-limits", test_reasons_and_limits);
  CITY_CASE ("/review/blind", test_blind_until_all_are_in);
  CITY_CASE ("/review/spread", test_spread_goes_to_the_lead);
  CITY_CASE ("/review/accept-computed", test_accept_computed);
  CITY_CASE ("/review/verdicts", test_verdicts);
  CITY_CASE ("/review/claims", test_claims);
  CITY_CASE ("/review/additions", test_additions_to_the_round);
  return g_test_run ();
}
