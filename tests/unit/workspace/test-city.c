/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city settles its counties: through the whole from submission to feedback, with ranks, ties and a veto, locks,
 * an appeal, and a resubmission whose review carries over where nothing changed.
 * Expected figures are worked by hand from the shipped sample standard, as in test-review.c. */
#include "city-fixture.h"

#include "ys-facts-parts.h"
#include "ys-workspace-city.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-stage.h"

#include <locale.h>

/* Task 7 of @unit scored by both: P7.1 6, P7.2 as given, P7.3 较好. */
static void
score_all (CityFixture *fixture, const char *unit, const char *second)
{
  const char *const people[] = { ONE, OTHER };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      city_assign (fixture, unit, 7, people[i]);
      city_score (fixture, people[i], unit, "P7.1", "6", NULL);
      city_score (fixture, people[i], unit, "P7.2", second, "按测算");
      city_score (fixture, people[i], unit, "P7.3", "较好", "有特色");
    }
  city_act_as (fixture, LEAD);
}

/* The city's threshold figures, all met: nothing is deducted. */
static void
meet_thresholds (CityFixture *fixture, const char *unit)
{
  const char *const figures[][2] = { { "N1.1", "97/100" }, { "N1.2", "95/100" }, { "N4.1", "0/400000" } };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    CITY_DONE (ys_workspace_set_threshold (fixture->city, unit, figures[i][0], figures[i][1], "省级调查", 0, TRUE, error));
}

static void
both_handed_in (CityFixture *fixture)
{
  meet_thresholds (fixture, FIRST);
  meet_thresholds (fixture, SECOND);
  city_fill (fixture, fixture->first, "388/400");
  city_fill (fixture, fixture->second, "388/400");
  city_hand_in (fixture, fixture->first);
  city_hand_in (fixture, fixture->second);
  score_all (fixture, FIRST, "2");
  score_all (fixture, SECOND, "2");
}

static void
test_unfinished (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;

  city_fill (fixture, fixture->first, "388/400");
  CITY_REFUSED (ys_workspace_finish_review (city, FIRST, NULL, error), YS_ERROR_STATE); /* nothing came in */
  city_hand_in (fixture, fixture->first);
  city_assign (fixture, FIRST, 7, ONE);
  city_assign (fixture, FIRST, 7, OTHER);
  city_score (fixture, ONE, FIRST, "P7.2", "2", NULL);
  city_score (fixture, OTHER, FIRST, "P7.2", "1", "样本不足");
  CITY_DONE (ys_workspace_ask_second_look (city, FIRST, "P7.1", "请核对完成时间", error));
  g_autoptr (GPtrArray) unfinished = ys_workspace_dup_unfinished (city, FIRST);
  /* P7.1 and P7.3 not scored; P7.1 asked about, P7.2 too far apart */
  g_assert_cmpuint (unfinished->len, ==, 4);
  CITY_REFUSED (ys_workspace_finish_review (city, FIRST, NULL, error), YS_ERROR_ROLE);
  city_act_as (fixture, LEAD);
  CITY_REFUSED (ys_workspace_finish_review (city, FIRST, NULL, error), YS_ERROR_CHECKS);
  CITY_REFUSED (ys_workspace_settle_unit (city, FIRST, NULL, error), YS_ERROR_CHECKS);
  CITY_DONE (ys_workspace_finish_review (city, FIRST, "余下按测算", error));
  g_assert_cmpint (ys_workspace_get_unit_state (city, FIRST, NULL), ==, YS_SUBMISSION_SCORED);
  /* what nobody decided stands at the computed figure, open */
  g_autoptr (YsSheet) sheet = NULL;
  YsSheetUnit *unit = city_sheet (fixture, FIRST, &sheet);
  g_assert_cmpint (ys_sheet_unit_get_point (unit, "P7.2")->score[YS_DECIDED], ==, 2000);
  g_assert_cmpint (ys_sheet_unit_get_point (unit, "P7.2")->open[YS_DECIDED], ==, YS_OPEN_UNDECIDED);
  /* assessors wait until the lead opens it again, who himself may still decide */
  city_act_as (fixture, ONE);
  CITY_REFUSED (ys_workspace_save_score (city, FIRST, "P7.1", "6", NULL, error), YS_ERROR_STATE);
  city_act_as (fixture, LEAD);
  CITY_DONE (ys_workspace_decide_point (city, FIRST, "P7.2", "1.5", "折中", error));
  CITY_REFUSED (ys_workspace_reopen_review (city, FIRST, NULL, error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_reopen_review (city, FIRST, "补评", error));
  city_score (fixture, ONE, FIRST, "P7.1", "6", NULL);
}

static void
test_ranks (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;

  both_handed_in (fixture);
  CITY_DONE (ys_workspace_finish_review (city, FIRST, NULL, error));
  g_autoptr (GError) trouble = NULL;
  g_autoptr (YsSheet) one = ys_workspace_score (city, YS_COMPUTED, FALSE, &trouble);
  g_assert_no_error (trouble);
  g_assert_true (ys_sheet_get_unit (one, FIRST)->has_rank);
  g_assert_false (ys_sheet_get_unit (one, SECOND)->has_rank);
  CITY_DONE (ys_workspace_settle_unit (city, SECOND, "县区无异议", error));
  g_autoptr (YsSheet) tied = ys_workspace_score (city, YS_COMPUTED, FALSE, &trouble);
  const YsSheetUnit *first = ys_sheet_get_unit (tied, FIRST), *second = ys_sheet_get_unit (tied, SECOND);
  g_assert_cmpint (first->figure, ==, YS_DECIDED);
  g_assert_cmpint (first->total, ==, second->total);
  g_assert_cmpuint (first->rank, ==, 1);
  g_assert_cmpuint (second->rank, ==, 1);
  /* a decision moves the first below */
  CITY_DONE (ys_workspace_decide_point (city, FIRST, "P7.1", "0", "未完成", error));
  g_autoptr (YsSheet) apart = ys_workspace_score (city, YS_COMPUTED, FALSE, &trouble);
  g_assert_cmpuint (ys_sheet_get_unit (apart, FIRST)->rank, ==, 2);
  g_assert_cmpuint (ys_sheet_get_unit (apart, SECOND)->rank, ==, 1);
}

/* An occurrence of @unit under the vetoing item, as a person enters it. */
static gboolean
enter_veto (CityFixture *fixture, const char *unit, GError **error)
{
  g_autoptr (YsOccurrence) occurrence = ys_occurrence_new ();
  YsTick *tick = ys_tick_new ();
  g_autofree char *id = NULL;

  occurrence->unit = g_strdup (unit);
  occurrence->title = g_strdup ("暴力恐怖活动");
  occurrence->date = ys_date_new (2021, 5, 1);
  occurrence->count = 1;
  occurrence->state = YS_VERIFY_CONFIRMED;
  tick->item = g_strdup ("N3.1");
  tick->severity = g_strdup ("S1");
  g_ptr_array_add (occurrence->ticks, tick);
  id = ys_workspace_save_occurrence (fixture->city, occurrence, error);
  return id != NULL;
}

static void
test_vetoed_behind_the_others (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city;
  g_autoptr (GError) failure = NULL;

  both_handed_in (fixture);
  CITY_DONE (ys_workspace_decide_point (city, SECOND, "P7.1", "0", "未完成", error));
  CITY_DONE (enter_veto (fixture, FIRST, error));
  CITY_DONE (ys_workspace_settle_unit (city, FIRST, "县区无异议", error));
  CITY_DONE (ys_workspace_settle_unit (city, SECOND, "县区无异议", error));
  g_autoptr (YsSheet) sheet = ys_workspace_score (city, YS_COMPUTED, FALSE, &failure);
  const YsSheetUnit *first = ys_sheet_get_unit (sheet, FIRST);
  g_assert_true (first->vetoed);
  g_assert_cmpuint (first->rank, ==, 2);
  g_assert_cmpuint (ys_sheet_get_unit (sheet, SECOND)->rank, ==, 1);
  /* what is settled is locked, the negative list too */
  CITY_REFUSED (enter_veto (fixture, FIRST, error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_set_threshold (city, FIRST, "N1.1", "95/100", "抽样", 0, TRUE, error), YS_ERROR_STATE);
}

static void
test_settled_is_locked (CityFixture *fixture, gconstpointer data)
{
  const guint task = 8;
  YsWorkspace *city = fixture->city;

  g_assert_cmpint (ys_workspace_get_stage (city), ==, YS_STAGE_WAITING);
  g_assert_cmpint (ys_workspace_get_stage (fixture->first), ==, YS_STAGE_COUNTY);
  both_handed_in (fixture);
  CITY_DONE (ys_workspace_settle_unit (city, FIRST, "县区无异议", error));
  g_assert_cmpint (ys_workspace_get_stage (city), ==, YS_STAGE_REVIEWING);
  g_autoptr (YsSheet) sheet = NULL;
  YsSheetUnit *unit = city_sheet (fixture, FIRST, &sheet);
  g_autoptr (GPtrArray) settlements = ys_workspace_dup_settlements (city, FIRST);
  g_assert_cmpuint (settlements->len, ==, 1);
  const YsSettlement *settled = g_ptr_array_index (settlements, 0);
  g_assert_cmpint (settled->total, ==, unit->total);
  g_assert_cmpstr (settled->grade, ==, "不合格");
  g_assert_null (settled->approver);
  CITY_REFUSED (ys_workspace_decide_point (city, FIRST, "P7.1", "3", "改分", error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_assign (city, FIRST, &task, 1, ONE, error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_extend (city, FIRST, 7, ys_date_new (2021, 3, 31), "补", error), YS_ERROR_STATE);
  CITY_REFUSED (ys_workspace_set_bound (city, NULL, "M007", FALSE, "95", "统计局", error), YS_ERROR_STATE);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);
  YsReturnReason *reason = ys_return_reason_new ();
  reason->reason = g_strdup ("再报");
  g_ptr_array_add (reasons, reason);
  CITY_REFUSED (ys_workspace_return_submission (city, FIRST, reasons, error), YS_ERROR_STATE);
  g_assert_null (ys_workspace_dup_undo_label (city));
  /* an appeal that was granted opens it, with reason and approver; the next settling keeps old and new */
  CITY_REFUSED (ys_workspace_grant_appeal (city, FIRST, "", "材料有误", error), YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_grant_appeal (city, FIRST, "王秀英", NULL, error), YS_ERROR_VALUE);
  CITY_DONE (ys_workspace_grant_appeal (city, FIRST, "王秀英", "材料有误", error));
  CITY_DONE (ys_workspace_decide_point (city, FIRST, "P7.1", "3", "重新核对", error));
  CITY_DONE (ys_workspace_settle_unit (city, FIRST, "县区无异议", error));
  g_autoptr (GPtrArray) twice = ys_workspace_dup_settlements (city, FIRST);
  g_assert_cmpuint (twice->len, ==, 2);
  const YsSettlement *again = g_ptr_array_index (twice, 1);
  g_assert_cmpstr (again->approver, ==, "王秀英");
  g_assert_cmpstr (again->reason, ==, "材料有误");
  g_assert_cmpint (again->total, <, settled->total);
}

static void
test_feedback (CityFixture *fixture, gconstpointer data)
{
  YsWorkspace *city = fixture->city, *county = fixture->first;
  YsPoints decided = 0;
  g_autoptr (GError) trouble = NULL;

  both_handed_in (fixture);
  g_assert_null (ys_workspace_dup_feedback (county, &trouble));
  g_assert_no_error (trouble);
  /* beforehand: the county sees its sheet */
  city_carry (fixture, city, county, "feedback");
  g_assert_cmpint (ys_workspace_get_state (county), ==, YS_SUBMISSION_ACCEPTED);
  g_autoptr (YsFeedback) before = ys_workspace_dup_feedback (county, &trouble);
  g_assert_no_error (trouble);
  g_assert_true (ys_feedback_get_point (before, "P7.3", &decided));
  g_assert_cmpint (decided, ==, 2400);
  g_assert_cmpuint (before->rank, ==, 0);
  /* the same is not said twice */
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (city);
  g_free (city_export (fixture, city, FIRST, "feedback"));
  g_autoptr (GPtrArray) unchanged = ys_workspace_dup_packages (city);
  g_assert_cmpuint (unchanged->len, ==, packages->len);

  CITY_DONE (enter_veto (fixture, FIRST, error));
  CITY_DONE (ys_workspace_decide_point (city, FIRST, "P7.3", "好", "群众认可", error));
  CITY_DONE (ys_workspace_settle_unit (city, FIRST, "县区无异议", error));
  city_carry (fixture, city, county, "feedback");
  g_assert_cmpint (ys_workspace_get_state (county), ==, YS_SUBMISSION_FINAL);
  g_autoptr (YsFeedback) after = ys_workspace_dup_feedback (county, &trouble);
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetUnit *unit = city_sheet (fixture, FIRST, &sheet);
  g_assert_cmpint (after->state, ==, YS_SUBMISSION_FINAL);
  g_assert_cmpint (after->figure, ==, YS_DECIDED);
  g_assert_cmpint (after->total, ==, unit->total);
  g_assert_cmpint (after->deduction, ==, 5000);
  g_assert_cmpuint (after->rank, ==, 1);
  g_assert_cmpstr (after->grade, ==, "不合格");
  g_assert_true (ys_feedback_get_task (after, 7, &decided));
  g_assert_cmpint (decided, ==, 11000); /* 6 + 2 + 3 */
  g_assert_false (ys_feedback_get_task (after, 8, &decided));
  const YsUnitReview *review = ys_review_get_unit (after->review, FIRST);
  g_assert_cmpstr (((YsDecision *) g_ptr_array_index (review->decisions, 0))->reason, ==, "群众认可");
  /* what the city entered stands at the county, whose own scoring agrees */
  g_autoptr (YsSheet) own = ys_workspace_score (county, YS_DECIDED, TRUE, &trouble);
  g_assert_no_error (trouble);
  g_assert_cmpint (ys_sheet_get_unit (own, FIRST)->total, ==, unit->total);
  g_assert_cmpuint (ys_sheet_get_unit (own, FIRST)->occurrences->len, ==, 1);
  g_assert_false (ys_workspace_can_edit (county, NULL));
  /* another county's feedback is not taken in, nor the older one again */
  g_autofree char *other = city_export (fixture, city, SECOND, "feedback");
  CITY_REFUSED (ys_workspace_import (county, other, NULL, NULL, NULL, error), YS_ERROR_PACKAGE_KIND);
}

static void
test_resubmission_carries_over (CityFixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "metric.M007", NULL };
  const char *const texts[] = { "380/400", NULL };
  YsWorkspace *city = fixture->city;
  g_autoptr (GError) trouble = NULL;

  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  score_all (fixture, FIRST, "2");
  CITY_DONE (ys_workspace_decide_point (city, FIRST, "P7.2", "1.8", "折中", error));
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (city);
  const YsItem *item = ys_submission_get_item (g_ptr_array_index (facts->submissions, 0), 7);
  CITY_DONE (ys_workspace_set_verdict (city, FIRST, ((YsCitation *) g_ptr_array_index (item->citations, 0))->id,
                                       YS_VERDICT_PARTIAL, error));
  city_send_back (fixture, fixture->first);
  CITY_REFUSED (ys_workspace_decide_point (city, FIRST, "P7.2", "1", "退回了", error), YS_ERROR_STATE);
  CITY_DONE (ys_workspace_set_entries (fixture->first, 7, keys, texts, TRUE, error));
  CITY_DONE (ys_workspace_approve (fixture->first, error));
  CITY_DONE (ys_workspace_submit (fixture->first, NULL, NULL, NULL, error));
  g_autofree char *path = city_export (fixture, fixture->first, CITY, "submission");
  YsReceipt *receipt = ys_workspace_examine (city, path, NULL, NULL, NULL, &trouble);
  g_assert_no_error (trouble);
  gboolean told = FALSE;
  for (guint i = 0; i < receipt->changes->len; i++)
    told |= g_str_equal (g_ptr_array_index (receipt->changes, i), "内容有变的任务 1 项：第7项");
  g_assert_true (told);
  g_assert_true (receipt->has_here); /* though a verdict of the review is about the revision before */
  ys_receipt_free (receipt);
  CITY_DONE (ys_workspace_import (city, path, NULL, NULL, NULL, error));

  g_autoptr (GPtrArray) changes = ys_workspace_dup_revision_changes (city, FIRST, 1, 2, &trouble);
  g_assert_no_error (trouble);
  g_assert_cmpuint (changes->len, ==, 1);
  const YsRevisionChange *change = g_ptr_array_index (changes, 0);
  g_assert_cmpuint (change->task, ==, 7);
  g_assert_cmpstr (change->before, ==, "388/400");
  g_assert_cmpstr (change->after, ==, "380/400");
  g_assert_null (ys_workspace_dup_revision_changes (city, FIRST, 1, 3, &trouble));
  g_assert_error (trouble, YS_ERROR, YS_ERROR_NOT_FOUND);

  g_autoptr (YsUnitReview) review = ys_workspace_dup_unit_review (city, FIRST);
  g_assert_cmpuint (review->revision, ==, 2);
  /* the state P7.1 stayed with both scores; the figure P7.2 and the judged P7.3 are open again */
  g_assert_cmpuint (review->scores->len, ==, 2);
  g_assert_cmpstr (((YsReviewScore *) g_ptr_array_index (review->scores, 0))->point, ==, "P7.1");
  g_assert_cmpuint (review->decisions->len, ==, 0);
  g_assert_cmpuint (review->verdicts->len, ==, 1);
  city_act_as (fixture, ONE);
  g_autoptr (YsPointReview) view = ys_workspace_dup_point_review (city, FIRST, "P7.2");
  g_assert_cmpuint (view->scored, ==, 0);
  g_assert_cmpuint (view->old_scores->len, ==, 1); /* his own; the other's is seen when all are in */
  g_assert_cmpstr (((YsOldScore *) g_ptr_array_index (view->old_scores, 0))->value, ==, "2.00分");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/city/unfinished", test_unfinished);
  CITY_CASE ("/city/ranks", test_ranks);
  CITY_CASE ("/city/veto", test_vetoed_behind_the_others);
  CITY_CASE ("/city/locked", test_settled_is_locked);
  CITY_CASE ("/city/feedback", test_feedback);
  CITY_CASE ("/city/resubmission", test_resubmission_carries_over);
  return g_test_run ();
}
