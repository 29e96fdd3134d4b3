/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions, answers, conclusions and findings come out of the store as they went in, with their citations, and are
 * taken back as long as nothing forgets their steps. */
#include "store-fixture.h"
#include "ys-repository-opinion.h"

#define DIGEST "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"

static YsCitation *
new_citation (const char *id)
{
  YsCitation *citation = ys_citation_new ();

  citation->id = g_strdup (id);
  citation->evidence = g_strdup (DIGEST);
  citation->pages = g_strdup ("1-2");
  return citation;
}

static YsOpinion *
new_opinion (const char *id)
{
  YsOpinion *opinion = ys_opinion_new ();

  opinion->id = g_strdup (id);
  opinion->office = g_strdup ("61");
  opinion->person = g_strdup ("何志远");
  opinion->at = 5 * G_USEC_PER_SEC;
  opinion->unit = g_strdup ("610302");
  opinion->task = 32;
  opinion->revision = 2;
  opinion->verdict = YS_OPINION_QUERY;
  opinion->has_points = TRUE;
  opinion->points = 7400;
  opinion->reason = g_strdup ("请说明");
  return opinion;
}

static gboolean
write_statements (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (YsOpinion) opinion = new_opinion ("q1");
  g_autoptr (YsAnswer) answer = ys_answer_new ();
  g_autoptr (YsFinding) finding = ys_finding_new ();
  YsConclusion conclusion = { (char *) "z1", (char *) "61", (char *) "何志远", (char *) "6103", 9, YS_CONCLUSION_FAIL,
                              (char *) "不实", 0 };

  answer->id = g_strdup ("w1");
  answer->to = g_strdup ("q1");
  answer->office = g_strdup ("610302");
  answer->person = g_strdup ("王秀英");
  answer->text = g_strdup ("已补齐");
  answer->changed = g_strdup ("P32.3");
  g_ptr_array_add (answer->citations, new_citation ("c1"));
  finding->id = g_strdup ("f1");
  finding->office = g_strdup ("6103");
  finding->person = g_strdup ("李建国");
  finding->unit = g_strdup ("610302");
  finding->version = 3;
  finding->severity = YS_FINDING_SUPERVISION;
  finding->state = YS_FINDING_VERIFIED;
  finding->source = YS_FINDING_OF_INSPECTION;
  finding->title = g_strdup ("场所未验收");
  finding->text = g_strdup ("一个镇没有验收");
  finding->due = ys_date_new (2022, 9, 30);
  finding->verified_by = g_strdup ("李建国");
  finding->verified_at = 8;
  g_ptr_array_add (finding->citations, new_citation ("c1"));
  return ys_opinion_set (connection, opinion, error) && ys_answer_set (connection, answer, error)
         && ys_answer_set (connection, answer, error) && ys_conclusion_set (connection, &conclusion, error)
         && ys_finding_set (connection, finding, error) && ys_delivery_add (connection, "f1", 3, "p1", error)
         && ys_delivery_add (connection, "f1", 3, "p1", error) && ys_delivery_add (connection, "q1", 0, "p2", error);
}

static gboolean
check_statements (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (YsOpinions) all = ys_opinions_new ();
  g_autoptr (YsOpinion) opinion = new_opinion ("q1");
  g_autoptr (GPtrArray) findings = ys_finding_list (connection, error);
  g_autoptr (GPtrArray) deliveries = ys_delivery_list (connection, error);

  g_assert_true (ys_opinions_load (connection, all, error));
  g_assert_cmpuint (all->opinions->len, ==, 1);
  g_assert_true (ys_opinion_equal (g_ptr_array_index (all->opinions, 0), opinion));
  const YsAnswer *answer = g_ptr_array_index (all->answers, 0);
  g_assert_cmpstr (answer->to, ==, "q1");
  g_assert_cmpstr (answer->changed, ==, "P32.3");
  g_assert_cmpuint (answer->citations->len, ==, 1);
  g_assert_cmpstr (((YsCitation *) g_ptr_array_index (answer->citations, 0))->pages, ==, "1-2");
  const YsConclusion *conclusion = g_ptr_array_index (all->conclusions, 0);
  g_assert_cmpint (conclusion->verdict, ==, YS_CONCLUSION_FAIL);
  g_assert_cmpstr (conclusion->unit, ==, "6103");
  const YsFinding *finding = g_ptr_array_index (findings, 0);
  g_assert_cmpuint (finding->version, ==, 3);
  g_assert_cmpint (finding->severity, ==, YS_FINDING_SUPERVISION);
  g_assert_cmpint (finding->state, ==, YS_FINDING_VERIFIED);
  g_assert_cmpint (finding->source, ==, YS_FINDING_OF_INSPECTION);
  g_assert_cmpuint (finding->due, ==, ys_date_new (2022, 9, 30));
  g_assert_null (finding->measures);
  g_assert_cmpint (finding->verified_at, ==, 8);
  g_assert_cmpuint (finding->citations->len, ==, 1);
  g_assert_cmpuint (deliveries->len, ==, 2);
  return *error == NULL;
}

static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_store_write (fixture->store, write_statements, NULL, &error));
  g_assert_no_error (error);
  store_reopen (fixture);
  g_assert_true (ys_store_call (fixture->store, check_statements, NULL, &error));
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static gboolean
write_opinion (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (YsOpinion) opinion = new_opinion (data);

  return ys_opinion_set (connection, opinion, error);
}

static gboolean
forget_steps (YsConnection *connection, gpointer data, GError **error)
{
  return ys_connection_run (connection, error, "undo-forget-said", "");
}

static gboolean
count_opinions (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (YsOpinions) all = ys_opinions_new ();

  if (!ys_opinions_load (connection, all, error))
    return FALSE;
  *(guint *) data = all->opinions->len;
  return TRUE;
}

static void
test_undo (StoreFixture *fixture, gconstpointer data)
{
  const YsJournalRecord record = { .person = "何志远", .role = "审核员", .action = "审核意见", .subject = "渭滨区",
                                   .task = 32, .undo_label = "意见", .undo_key = "said.q1" };
  guint number = 0, n = 9;

  g_assert_true (ys_store_change (fixture->store, &record, write_opinion, (gpointer) "q1", NULL));
  g_assert_true (ys_store_undo (fixture->store, FALSE, NULL, "何志远", "审核员", &number, NULL, NULL));
  g_assert_cmpuint (number, ==, 32);
  g_assert_true (ys_store_call (fixture->store, count_opinions, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (store_put (fixture->store, 3, "state", "done", NULL));
  g_assert_true (ys_store_change (fixture->store, &record, write_opinion, (gpointer) "q2", NULL));
  g_assert_true (ys_store_write (fixture->store, forget_steps, NULL, NULL));
  /* what is left to take back is what was done beside it */
  g_autofree char *label = ys_store_dup_undo_label (fixture->store, FALSE, NULL);
  g_assert_cmpstr (label, !=, "意见");
  g_assert_nonnull (label);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_CASE ("/store/opinion/round-trip", test_round_trip);
  STORE_CASE ("/store/opinion/undo", test_undo);
  return g_test_run ();
}
