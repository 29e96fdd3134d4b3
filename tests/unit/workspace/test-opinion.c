/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions that contradict each other, speak for others or of what is not here: taken in whole or not at all.
 * Packages are made by hand, as no workspace of ours would make them. */
#include "city-fixture.h"

#include "ys-id.h"
#include "ys-opinion-xml.h"
#include "ys-package-writer.h"
#include "ys-workspace-finding.h"
#include "ys-workspace-form.h"

#include <string.h>

#define PROVINCE "61"
#define CENTRAL "CN"

/* Ids that sort as they were said. */
#define QUERY_ID "01890000-0000-7000-8000-000000000001"
#define LATER_ID "01890000-0001-7000-8000-000000000002"
#define CENTRAL_ID "01890000-0002-7000-8000-000000000003"
#define ANSWER_ID "01890000-0003-7000-8000-000000000004"
#define FINDING_ID "01890000-0004-7000-8000-000000000005"

/* A package of @kind with @document as its only one. Full. */
static char *
craft (CityFixture *fixture, YsPackageKind kind, const char *from, const char *to, guint number, const char *document)
{
  YsPackageFacts *facts = ys_package_facts_new ();
  g_autoptr (YsPackageWriter) writer = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  const YsAssessment *round = ys_workspace_get_assessment (fixture->city);
  g_autoptr (GError) error = NULL;

  facts->id = ys_id_new ();
  facts->kind = kind;
  facts->year = 2021;
  facts->number = number;
  facts->time = (gint64) 1660000000 * G_USEC_PER_SEC;
  facts->from = g_strdup (from);
  facts->from_name = g_strdup ("发件单位");
  facts->to = g_strdup (to);
  facts->to_name = g_strdup ("收件单位");
  facts->round = g_strdup (round->id);
  facts->round_title = g_strdup (round->title);
  writer = ys_package_writer_new (facts);
  ys_package_writer_add_document (writer, kind == YS_PACKAGE_FINDING ? "finding" : "opinion", bytes);
  char *path = ys_package_writer_write (writer, fixture->root, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

#define OPINION(content) "<opinion format=\"1\" assessment=\"bj-2021\">" content "</opinion>"
#define REMARK(id, office, time, subject, verdict, reason)                                                             \
  "<remark id=\"" id "\" office=\"" office "\" person=\"何志远\" time=\"2022-08-" time "T01:00:00Z\" " subject          \
  " verdict=\"" verdict "\">" reason "</remark>"
#define TASK_7 "unit=\"" FIRST "\" task=\"7\""
#define ANSWER(id, office, to)                                                                                         \
  "<answer id=\"" id "\" office=\"" office "\" person=\"王秀英\" time=\"2022-08-20T01:00:00Z\" to=\"" to                 \
  "\"><text>已补齐</text></answer>"

static void
take_in (CityFixture *fixture, YsWorkspace *workspace, const char *path)
{
  CITY_DONE (ys_workspace_import (workspace, path, NULL, NULL, NULL, error));
}

/* The city holds the province's query on task 7. */
static void
begin (CityFixture *fixture)
{
  g_autofree char *path = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, 1,
                                 OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7, "query", "请说明")));
  take_in (fixture, fixture->city, path);
}

static YsOpinionThread *
thread_of (YsWorkspace *workspace)
{
  YsOpinionThread *thread = ys_workspace_dup_opinion_thread (workspace, FIRST, 7, NULL);

  g_assert_nonnull (thread);
  return thread;
}

/* Refused with @code, already on the page before it; nothing of it is here afterwards. */
static void
assert_refused (CityFixture *fixture, YsWorkspace *workspace, const char *path, YsErrorCode code)
{
  g_autoptr (GPtrArray) before = ys_workspace_dup_packages (workspace), after = NULL;
  g_autoptr (YsReceipt) receipt = ys_workspace_examine (workspace, path, NULL, NULL, NULL, NULL);
  YsOpinionCounts counts, later;

  ys_workspace_count_opinions (workspace, NULL, &counts);
  g_assert_false (receipt->can_import);
  g_assert_nonnull (receipt->why_not);
  CITY_REFUSED (ys_workspace_import (workspace, path, NULL, NULL, NULL, error), code);
  ys_workspace_count_opinions (workspace, NULL, &later);
  g_assert_cmpmem (&counts, sizeof counts, &later, sizeof later);
  after = ys_workspace_dup_packages (workspace);
  g_assert_cmpuint (before->len, ==, after->len);
}

/* ---- contradictions ---- */

static void
test_two_offices (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  begin (fixture);
  {
    g_autoptr (YsOpinionThread) alone = thread_of (fixture->city);
    g_assert_null (alone->contradiction);
    g_assert_cmpstr (alone->standing->office, ==, PROVINCE);
    g_assert_true (alone->waiting);
  }
  path = craft (fixture, YS_PACKAGE_OPINION, CENTRAL, CITY, 1,
                OPINION (REMARK (CENTRAL_ID, CENTRAL, "09", TASK_7, "agree", "")));
  take_in (fixture, fixture->city, path);
  g_autoptr (YsOpinionThread) thread = thread_of (fixture->city);
  /* the higher office holds, whatever was said later; both stay to be seen */
  g_assert_cmpstr (thread->standing->office, ==, CENTRAL);
  g_assert_cmpuint (thread->statements->len, ==, 2);
  g_assert_nonnull (thread->contradiction);
  g_assert_nonnull (strstr (thread->contradiction, "中央政法委的意见是同意，省委政法委的意见是质询"));
  g_assert_false (thread->waiting);
  YsOpinionCounts counts;
  ys_workspace_count_opinions (fixture->city, FIRST, &counts);
  g_assert_cmpuint (counts.contradictions, ==, 1);
  g_assert_cmpuint (counts.agree, ==, 1);
}

static void
test_two_versions (CityFixture *fixture, gconstpointer data)
{
  begin (fixture);
  g_autofree char *changed = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, 2,
                                    OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7, "agree", "")));
  g_autofree char *twice = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, 3,
                                  OPINION (REMARK (LATER_ID, PROVINCE, "12", TASK_7, "agree", "")
                                             REMARK (CENTRAL_ID, PROVINCE, "12", TASK_7, "disagree", "不符")));
  g_autofree char *again = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, 4,
                                  OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7, "query", "请说明")
                                             REMARK (LATER_ID, PROVINCE, "12", TASK_7, "disagree", "不符")));

  assert_refused (fixture, fixture->city, changed, YS_ERROR_OPINION_CONFLICT);
  assert_refused (fixture, fixture->city, twice, YS_ERROR_OPINION_CONFLICT);
  /* what was said before and is said again unchanged is no contradiction */
  take_in (fixture, fixture->city, again);
  g_autoptr (YsOpinionThread) thread = thread_of (fixture->city);
  g_assert_cmpuint (thread->statements->len, ==, 2);
  g_assert_cmpstr (thread->standing->id, ==, LATER_ID);
  g_assert_cmpuint (thread->standing->round, ==, 2);
  g_assert_null (thread->contradiction);
}

/* ---- what is not here, and who may not speak ---- */

static void
test_not_here (CityFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *document;
    YsErrorCode code;
  } rows[] = {
    { OPINION (REMARK (QUERY_ID, PROVINCE, "10", "unit=\"610399\"", "agree", "")), YS_ERROR_OPINION_GONE },
    { OPINION (REMARK (QUERY_ID, PROVINCE, "10", "unit=\"" FIRST "\" task=\"999\"", "agree", "")), YS_ERROR_OPINION_GONE },
    { OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7 " point=\"P1.1\"", "agree", "")), YS_ERROR_OPINION_GONE },
    { OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7 " points=\"99\"", "agree", "")), YS_ERROR_VALUE },
    { OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7, "query", "")), YS_ERROR_VALUE },
    { OPINION (REMARK (QUERY_ID, CENTRAL, "10", TASK_7, "agree", "")), YS_ERROR_OPINION_CONFLICT },
    { OPINION (ANSWER (ANSWER_ID, FIRST, QUERY_ID)), YS_ERROR_OPINION_GONE },
    { OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7, "agree", "") ANSWER (ANSWER_ID, FIRST, QUERY_ID)),
      YS_ERROR_OPINION_CONFLICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, i + 1, rows[i].document);
      g_test_message ("%s", rows[i].document);
      assert_refused (fixture, fixture->city, path, rows[i].code);
    }
}

static void
test_answers (CityFixture *fixture, gconstpointer data)
{
  begin (fixture);
  g_autofree char *gone = craft (fixture, YS_PACKAGE_ANSWER, FIRST, CITY, 1, OPINION (ANSWER (ANSWER_ID, FIRST, LATER_ID)));
  g_autofree char *foreign = craft (fixture, YS_PACKAGE_ANSWER, SECOND, CITY, 1,
                                    OPINION (ANSWER (ANSWER_ID, SECOND, QUERY_ID)));
  g_autofree char *other = craft (fixture, YS_PACKAGE_ANSWER, SECOND, CITY, 2,
                                  OPINION (ANSWER (ANSWER_ID, FIRST, QUERY_ID)));
  g_autofree char *down = craft (fixture, YS_PACKAGE_ANSWER, PROVINCE, CITY, 1,
                                 OPINION (ANSWER (ANSWER_ID, PROVINCE, QUERY_ID)));
  g_autofree char *sound = craft (fixture, YS_PACKAGE_ANSWER, FIRST, CITY, 2, OPINION (ANSWER (ANSWER_ID, FIRST, QUERY_ID)));

  assert_refused (fixture, fixture->city, gone, YS_ERROR_OPINION_GONE);
  assert_refused (fixture, fixture->city, foreign, YS_ERROR_OPINION_CONFLICT);
  assert_refused (fixture, fixture->city, other, YS_ERROR_OPINION_CONFLICT);
  assert_refused (fixture, fixture->city, down, YS_ERROR_PACKAGE_KIND);
  take_in (fixture, fixture->city, sound);
  g_autoptr (YsOpinionThread) thread = thread_of (fixture->city);
  g_assert_true (thread->answered);
  g_assert_true (thread->waiting); /* the city itself has not */
  assert_refused (fixture, fixture->city, sound, YS_ERROR_PACKAGE_ORDER);
}

/* The county's submission was replaced after the opinion looked at it: told, not hidden. */
static void
test_older_revision (CityFixture *fixture, gconstpointer data)
{
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  g_autofree char *path = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, 1,
                                 OPINION (REMARK (QUERY_ID, PROVINCE, "10", TASK_7 " revision=\"1\"", "query", "请说明")));
  take_in (fixture, fixture->city, path);
  {
    g_autoptr (YsOpinionThread) present = thread_of (fixture->city);
    g_assert_null (present->gone);
  }
  city_send_back (fixture, fixture->first);
  city_hand_in (fixture, fixture->first);
  g_autoptr (YsOpinionThread) thread = thread_of (fixture->city);
  g_assert_cmpstr (thread->gone, ==, "意见说的是第1次报送，现在是第2次");
}

/* ---- acting ---- */

static void
test_undo (CityFixture *fixture, gconstpointer data)
{
  begin (fixture);
  city_act_as (fixture, ONE);
  g_autofree char *id = ys_workspace_answer (fixture->city, QUERY_ID, "已核减", "P7.1", NULL, NULL);
  g_assert_nonnull (id);
  CITY_DONE (ys_workspace_undo (fixture->city, NULL, NULL, error));
  {
    g_autoptr (YsOpinionThread) undone = thread_of (fixture->city);
    g_assert_cmpuint (undone->statements->len, ==, 1);
  }
  CITY_DONE (ys_workspace_redo (fixture->city, NULL, NULL, error));
  city_act_as (fixture, LEAD);
  CITY_DONE (ys_workspace_send_answers (fixture->city, NULL, error));
  /* what has travelled is not taken back */
  city_act_as (fixture, ONE);
  CITY_REFUSED (ys_workspace_undo (fixture->city, NULL, NULL, error), YS_ERROR_NOTHING_TO_UNDO);
  g_autoptr (YsOpinionThread) thread = thread_of (fixture->city);
  g_assert_cmpuint (thread->statements->len, ==, 2);
  g_assert_true (((YsStatement *) g_ptr_array_index (thread->statements, 1))->sent);
  g_assert_true (ys_workspace_has_travelled (fixture->city, id));
  /* the register says of the province's package that it is answered, and by which */
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (fixture->city);
  const YsPackageInfo *sent = g_ptr_array_index (packages, 0), *came = g_ptr_array_index (packages, 1);
  g_assert_cmpstr (came->state, ==, "已答复");
  g_assert_cmpstr (came->reply, ==, sent->id);
  /* a further word is a further answer */
  g_autofree char *next = ys_workspace_answer (fixture->city, QUERY_ID, "补充说明", NULL, NULL, NULL);
  g_assert_cmpstr (next, !=, id);
}

static void
test_answer_amiss (CityFixture *fixture, gconstpointer data)
{
  begin (fixture);
  CITY_REFUSED (ys_workspace_answer (fixture->city, LATER_ID, "答", NULL, NULL, error) != NULL, YS_ERROR_OPINION_GONE);
  CITY_REFUSED (ys_workspace_answer (fixture->city, QUERY_ID, " \n", NULL, NULL, error) != NULL, YS_ERROR_VALUE);
  CITY_REFUSED (ys_workspace_answer (fixture->city, QUERY_ID, "答", "P99.9", NULL, error) != NULL, YS_ERROR_OPINION_GONE);
  CITY_REFUSED (ys_workspace_answer (fixture->first, QUERY_ID, "答", NULL, NULL, error) != NULL, YS_ERROR_OPINION_GONE);
  g_autofree char *why = NULL;
  g_assert_false (ys_workspace_can_give_opinion (fixture->city, FIRST, &why));
  g_assert_nonnull (why);
}

/* ---- findings ---- */

static void
test_findings (CityFixture *fixture, gconstpointer data)
{
  g_autoptr (YsFinding) finding = ys_finding_new ();
  YsFindingCounts counts;

  finding->unit = g_strdup (FIRST);
  finding->task = 7;
  finding->severity = YS_FINDING_CRITICISM;
  finding->title = g_strdup ("缺验收");
  finding->text = g_strdup ("一个镇没有验收");
  CITY_REFUSED (ys_workspace_save_finding (fixture->city, finding, error) != NULL, YS_ERROR_VALUE); /* no deadline */
  finding->due = ys_date_new (2022, 9, 30);
  finding->opinion = g_strdup (LATER_ID); /* never said here */
  CITY_REFUSED (ys_workspace_save_finding (fixture->city, finding, error) != NULL, YS_ERROR_OPINION_GONE);
  g_clear_pointer (&finding->opinion, g_free);
  CITY_REFUSED (ys_workspace_save_finding (fixture->first, finding, error) != NULL, YS_ERROR_ROLE);
  g_autofree char *id = ys_workspace_save_finding (fixture->city, finding, NULL);
  g_assert_nonnull (id);
  ys_workspace_count_findings (fixture->city, NULL, ys_date_new (2022, 10, 1), &counts);
  g_assert_cmpuint (counts.open, ==, 1);
  g_assert_cmpuint (counts.overdue, ==, 1);
  g_assert_cmpuint (counts.unsent, ==, 1);
  CITY_REFUSED (ys_workspace_verify_finding (fixture->city, id, NULL, error), YS_ERROR_VALUE); /* nobody answered */
  CITY_DONE (ys_workspace_send_findings (fixture->city, FIRST, error));
  CITY_REFUSED (ys_workspace_send_findings (fixture->city, FIRST, error), YS_ERROR_NOT_FOUND);
  CITY_REFUSED (ys_workspace_delete_finding (fixture->city, id, error), YS_ERROR_STATE);
  city_carry (fixture, fixture->city, fixture->first, "finding");
  g_autofree char *answer = ys_workspace_answer (fixture->first, id, "已验收", NULL, NULL, NULL);
  g_assert_nonnull (answer);
  ys_workspace_count_findings (fixture->first, NULL, ys_date_new (2022, 9, 1), &counts);
  g_assert_cmpuint (counts.answered, ==, 1);
  g_assert_cmpuint (counts.overdue, ==, 0);
  CITY_DONE (ys_workspace_send_answers (fixture->first, NULL, error));
  city_carry (fixture, fixture->first, fixture->city, "answer");
  CITY_DONE (ys_workspace_verify_finding (fixture->city, id, NULL, error));
  g_autoptr (YsFinding) verified = ys_workspace_dup_finding (fixture->city, id);
  g_assert_cmpint (verified->state, ==, YS_FINDING_VERIFIED);
  g_assert_cmpuint (verified->version, ==, 2);
  g_assert_cmpstr (verified->verified_by, ==, LEAD);
}

/* A version that comes behind the one that is here. */
static void
test_older_finding (CityFixture *fixture, gconstpointer data)
{
#define FINDING(version)                                                                                               \
  "<finding format=\"1\" assessment=\"bj-2021\"><problem id=\"" FINDING_ID "\" office=\"" PROVINCE                      \
  "\" person=\"何志远\" time=\"2022-08-10T01:00:00Z\" version=\"" version "\" unit=\"" FIRST                            \
  "\" source=\"review\" severity=\"reminder\" state=\"open\" title=\"缺\"><text>缺</text></problem></finding>"
  g_autofree char *newer = craft (fixture, YS_PACKAGE_FINDING, PROVINCE, CITY, 1, FINDING ("2"));
  g_autofree char *older = craft (fixture, YS_PACKAGE_FINDING, PROVINCE, CITY, 2, FINDING ("1"));

  take_in (fixture, fixture->city, newer);
  assert_refused (fixture, fixture->city, older, YS_ERROR_OPINION_CONFLICT);
  /* the city passes on what the province found, and does not change it */
  CITY_REFUSED (ys_workspace_verify_finding (fixture->city, FINDING_ID, "看过", error), YS_ERROR_ROLE);
  CITY_DONE (ys_workspace_send_findings (fixture->city, FIRST, error));
  city_carry (fixture, fixture->city, fixture->first, "finding");
  g_autoptr (GPtrArray) findings = ys_workspace_dup_findings (fixture->first, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((YsFinding *) g_ptr_array_index (findings, 0))->office, ==, PROVINCE);
}

/* Dates ahead and opinions that did not come are told before importing; neither keeps the package out. */
static void
test_doubts (CityFixture *fixture, gconstpointer data)
{
  g_autofree char *ahead = craft (fixture, YS_PACKAGE_OPINION, PROVINCE, CITY, 1,
                                  "<opinion format=\"1\" assessment=\"bj-2021\"><remark id=\"" QUERY_ID
                                  "\" office=\"" PROVINCE "\" person=\"何志远\" time=\"2199-08-10T01:00:00Z\" " TASK_7
                                  " verdict=\"query\">请说明</remark></opinion>");
  g_autofree char *resting = craft (fixture, YS_PACKAGE_FINDING, PROVINCE, CITY, 1,
                                    "<finding format=\"1\" assessment=\"bj-2021\"><problem id=\"" FINDING_ID
                                    "\" office=\"" PROVINCE "\" person=\"何志远\" time=\"2022-08-10T01:00:00Z\""
                                    " version=\"1\" unit=\"" FIRST "\" source=\"opinion\" opinion=\"" LATER_ID
                                    "\" severity=\"reminder\" state=\"open\" title=\"缺\"><text>缺</text></problem></finding>");
  const char *const paths[] = { ahead, resting }, *const told[] = { "晚于本机今天的日期", "审核意见还没有收到" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      YsReceipt *receipt = ys_workspace_examine (fixture->city, paths[i], NULL, NULL, NULL, NULL);
      gboolean found = FALSE;

      g_assert_true (receipt->can_import);
      for (guint k = 0; k < receipt->changes->len; k++)
        found |= strstr (g_ptr_array_index (receipt->changes, k), told[i]) != NULL;
      g_assert_true (found);
      ys_receipt_free (receipt);
      take_in (fixture, fixture->city, paths[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CITY_CASE ("/opinion/two-offices", test_two_offices);
  CITY_CASE ("/opinion/two-versions", test_two_versions);
  CITY_CASE ("/opinion/not-here", test_not_here);
  CITY_CASE ("/opinion/answers", test_answers);
  CITY_CASE ("/opinion/older-revision", test_older_revision);
  CITY_CASE ("/opinion/undo", test_undo);
  CITY_CASE ("/opinion/answer-amiss", test_answer_amiss);
  CITY_CASE ("/opinion/doubts", test_doubts);
  CITY_CASE ("/finding/way", test_findings);
  CITY_CASE ("/finding/older", test_older_finding);
  return g_test_run ();
}
