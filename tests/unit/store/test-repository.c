/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repositories: what goes into the store comes out of it after it was closed, and nothing (NULL) differs from
 * 0 and from an empty text. */
#include "store-fixture.h"
#include "ys-facts-parts.h"
#include "ys-id.h"

#include <string.h>

/* Writes with @write, opens the store again, checks with @read. */
static void
round_trip (StoreFixture *fixture, YsStoreFunc write, YsStoreFunc read)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_store_write (fixture->store, write, NULL, &error));
  g_assert_no_error (error);
  store_reopen (fixture);
  g_assert_true (ys_store_call (fixture->store, read, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

/* ---- office ---- */

static const char document[] = "<?xml version=\"1.0\"?>\n<a>\xe4\xb8\xad\0\r\n</a>"; /* any bytes, a NUL among them */

static gboolean
write_office (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (document, sizeof document);

  return ys_setting_set (connection, "unit", "610302", error) && ys_setting_set (connection, "unit", "610303", error)
         && ys_plan_set (connection, "catalogue", content, error) && ys_person_set (connection, "王秀英", 1, error)
         && ys_person_set (connection, "李建国", 1, error) && ys_person_set (connection, "李建国", 3, error);
}

static gboolean
read_office (YsConnection *connection, gpointer data, GError **error)
{
  g_autofree char *unit = ys_setting_get (connection, "unit", error);
  g_autoptr (GBytes) content = ys_plan_get (connection, "catalogue", error);
  g_autoptr (GPtrArray) people = ys_person_list (connection, error);
  g_autoptr (GError) missing = NULL;

  g_assert_cmpstr (unit, ==, "610303");
  g_assert_null (ys_setting_get (connection, "nothing", error));
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), document, sizeof document);
  g_assert_null (ys_plan_get (connection, "standard", &missing));
  g_assert_error (missing, YS_ERROR, YS_ERROR_STORE_DAMAGED);
  g_assert_cmpuint (people->len, ==, 2);
  for (guint i = 0; i < people->len; i++)
    {
      const YsPersonRow *person = g_ptr_array_index (people, i);
      g_assert_cmpuint (person->roles, ==, g_str_equal (person->name, "李建国") ? 3 : 1);
    }
  return *error == NULL;
}

static void
test_office (StoreFixture *fixture, gconstpointer data)
{
  round_trip (fixture, write_office, read_office);
}

/* ---- submissions ---- */

static gboolean
write_submissions (YsConnection *connection, gpointer data, GError **error)
{
  YsTransitionRow first = { 1, YS_SUBMISSION_DRAFT, NULL, NULL, 10 };
  YsTransitionRow second = { 1, YS_SUBMISSION_RETURNED, (char *) "周明远", (char *) "缺文号", 5 }; /* an earlier clock */
  YsReturnReason whole = { 0, (char *) "全部补盖章" };
  YsReturnReason task = { 7, (char *) "缺文号" };

  return ys_submission_set (connection, "610302", 1, YS_SUBMISSION_SUBMITTED, "package-1", error)
         && ys_submission_set (connection, "610302", 1, YS_SUBMISSION_RETURNED, NULL, error)
         && ys_submission_set (connection, "610302", 2, YS_SUBMISSION_DRAFT, NULL, error)
         && ys_transition_add (connection, "610302", &first, error)
         && ys_transition_add (connection, "610302", &second, error)
         && ys_return_add (connection, "610302", 1, &whole, error) && ys_return_add (connection, "610302", 1, &task, error);
}

static gboolean
read_submissions (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) submissions = ys_submission_list (connection, error);
  g_autoptr (GPtrArray) transitions = ys_transition_list (connection, "610302", error);
  g_autoptr (GPtrArray) returns = ys_return_list (connection, "610302", error);

  g_assert_cmpuint (submissions->len, ==, 2);
  const YsSubmissionRow *newest = g_ptr_array_index (submissions, 0);
  const YsSubmissionRow *older = g_ptr_array_index (submissions, 1);
  g_assert_cmpuint (newest->revision, ==, 2);
  g_assert_null (newest->package);
  g_assert_cmpint (older->state, ==, YS_SUBMISSION_RETURNED);
  g_assert_cmpstr (older->package, ==, "package-1"); /* NULL left it */
  g_assert_cmpuint (transitions->len, ==, 2);
  const YsTransitionRow *first = g_ptr_array_index (transitions, 0);
  const YsTransitionRow *second = g_ptr_array_index (transitions, 1);
  g_assert_cmpint (first->state, ==, YS_SUBMISSION_DRAFT); /* in the order they were made, whatever the clock said */
  g_assert_null (first->person);
  g_assert_cmpstr (second->reason, ==, "缺文号");
  g_assert_cmpuint (returns->len, ==, 2);
  g_assert_cmpuint (((YsReturnReason *) g_ptr_array_index (returns, 0))->task, ==, 0);
  return *error == NULL;
}

static void
test_submissions (StoreFixture *fixture, gconstpointer data)
{
  round_trip (fixture, write_submissions, read_submissions);
}

/* ---- entries and drafts ---- */

static gboolean
write_entries (YsConnection *connection, gpointer data, GError **error)
{
  YsDraftRow draft = { 7, (char *) "person", (char *) "", (char *) "李建国", 99 }; /* a field that was emptied */

  return ys_entry_set (connection, 1, 7, "metric.M007.numerator", "0", error)
         && ys_entry_set (connection, 1, 7, "metric.M007.denominator", "", error)
         && ys_entry_set (connection, 1, 7, "person", "王秀英", error)
         && ys_entry_set (connection, 1, 8, "person", "要删的", error) && ys_entry_set (connection, 1, 8, "person", NULL, error)
         && ys_entry_copy (connection, 1, 2, error) && ys_entry_set (connection, 2, 7, "person", "新的", error)
         && ys_draft_set (connection, &draft, error);
}

static gboolean
read_entries (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) first = ys_entry_list (connection, 1, error);
  g_autoptr (GPtrArray) second = ys_entry_list (connection, 2, error);
  g_autoptr (GPtrArray) drafts = ys_draft_list (connection, error);

  g_assert_cmpuint (first->len, ==, 2); /* an empty text is no row, 0 is one */
  g_assert_cmpstr (((YsEntryRow *) g_ptr_array_index (first, 0))->text, ==, "0");
  g_assert_cmpstr (((YsEntryRow *) g_ptr_array_index (first, 1))->text, ==, "王秀英"); /* the older revision stays */
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpstr (((YsEntryRow *) g_ptr_array_index (second, 1))->text, ==, "新的");
  g_assert_cmpuint (drafts->len, ==, 1);
  const YsDraftRow *draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->text, ==, "");
  g_assert_cmpint (draft->at, ==, 99);
  return ys_draft_delete (connection, 7, "person", error);
}

static void
test_entries (StoreFixture *fixture, gconstpointer data)
{
  g_assert_true (ys_store_write (fixture->store, write_entries, NULL, NULL));
  store_reopen (fixture);
  g_assert_true (ys_store_write (fixture->store, read_entries, NULL, NULL));
}

/* ---- evidence ---- */

static gboolean
write_evidence (YsConnection *connection, gpointer data, GError **error)
{
  YsEvidenceRow row = { .digest = (char *) "aa", .title = (char *) "通知", .original_name = (char *) "a b#.pdf", .pages = 350,
                        .flags = YS_EVIDENCE_HAS_TEXT | YS_EVIDENCE_HAS_SCRIPTS, .attachments = 2, .personal = 3,
                        .size = G_GUINT64_CONSTANT (5000000000), .added_at = 77 };
  YsCitation whole = { .id = (char *) "c1", .evidence = (char *) "aa", .task = 7 };
  YsCitation part = { .id = (char *) "c2", .evidence = (char *) "aa", .occurrence = (char *) "o1", .pages = (char *) "3-5 7",
                      .labels = (char *) "iii", .note = (char *) "见第三页" };

  return ys_evidence_add (connection, &row, error) && ys_evidence_retitle (connection, "aa", "关于…的通知", "〔2021〕3号", error)
         && ys_page_text_set (connection, "aa", 2, "正文", error) && ys_citation_set (connection, 1, &whole, error)
         && ys_citation_set (connection, 1, &part, error) && ys_citation_set (connection, 2, &whole, error);
}

static gboolean
count_text (const char *digest, guint page, const char *text, gpointer data)
{
  g_assert_cmpstr (digest, ==, "aa");
  g_assert_cmpuint (page, ==, 2);
  g_assert_cmpstr (text, ==, "正文");
  ++*(guint *) data;
  return TRUE;
}

static gboolean
read_evidence (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) evidence = ys_evidence_list (connection, error);
  g_autoptr (GPtrArray) citations = ys_citation_list (connection, 1, error);
  guint texts = 0;

  g_assert_cmpuint (evidence->len, ==, 1);
  const YsEvidenceRow *row = g_ptr_array_index (evidence, 0);
  g_assert_cmpstr (row->title, ==, "关于…的通知");
  g_assert_cmpstr (row->number, ==, "〔2021〕3号");
  g_assert_cmpstr (row->original_name, ==, "a b#.pdf");
  g_assert_true (row->size == G_GUINT64_CONSTANT (5000000000));
  g_assert_cmpuint (row->flags, ==, YS_EVIDENCE_HAS_TEXT | YS_EVIDENCE_HAS_SCRIPTS);
  g_assert_cmpuint (row->pages + row->attachments + row->personal, ==, 355);
  g_assert_cmpuint (citations->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      gboolean whole = g_str_equal (citation->id, "c1");
      g_assert_cmpstr (citation->pages, ==, whole ? NULL : "3-5 7");
      g_assert_cmpstr (citation->occurrence, ==, whole ? NULL : "o1");
      g_assert_cmpuint (citation->task, ==, whole ? 7 : 0);
    }
  g_assert_true (ys_page_text_visit (connection, count_text, &texts, error));
  g_assert_cmpuint (texts, ==, 1);
  return *error == NULL;
}

static void
test_evidence (StoreFixture *fixture, gconstpointer data)
{
  round_trip (fixture, write_evidence, read_evidence);
}

/* ---- negative list ---- */

static gboolean
write_negative (YsConnection *connection, gpointer data, GError **error)
{
  const char *factors[] = { "F1", "F2", NULL };
  g_autoptr (YsOccurrence) full = ys_occurrence_new ();
  g_autoptr (YsOccurrence) bare = ys_occurrence_new ();
  g_autoptr (YsRecord) record = ys_record_new ();
  YsTick *tick = ys_tick_new ();

  full->id = g_strdup ("o1"), full->unit = g_strdup ("610302"), full->title = g_strdup ("事件");
  full->date = ys_date_new (2021, 4, 12), full->count = 2, full->has_deaths = TRUE, full->deaths = 0;
  full->state = YS_VERIFY_CONFIRMED, full->factors = g_strdupv ((char **) factors);
  tick->item = g_strdup ("N4.3"), tick->severity = g_strdup ("S1"), tick->has_cases = TRUE, tick->cases = 0;
  g_ptr_array_add (full->ticks, tick);
  bare->id = g_strdup ("o2"), bare->unit = g_strdup ("610302"), bare->title = g_strdup ("无日期的"), bare->count = 1;
  record->id = g_strdup ("r1"), record->unit = g_strdup ("610302"), record->clause = g_strdup ("B1");
  record->title = g_strdup ("表彰"), record->count = 1, record->has_settled = TRUE, record->settled = 1500;
  return ys_occurrence_set (connection, full, "county", NULL, error)
         && ys_occurrence_set (connection, full, "county", "已整改", error) /* its ticks are not doubled */
         && ys_occurrence_set (connection, bare, "city", NULL, error) && ys_record_set (connection, record, error);
}

static gboolean
read_negative (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) occurrences = ys_occurrence_list (connection, error);
  g_autoptr (GPtrArray) records = ys_record_list (connection, error);

  g_assert_cmpuint (occurrences->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const YsOccurrenceRow *row = g_ptr_array_index (occurrences, i);
      const YsOccurrence *occurrence = row->occurrence;
      if (g_str_equal (occurrence->id, "o2"))
        {
          g_assert_cmpuint (occurrence->date, ==, 0);
          g_assert_false (occurrence->has_deaths);
          g_assert_null (row->answer);
          continue;
        }
      g_assert_cmpuint (occurrence->date, ==, ys_date_new (2021, 4, 12));
      g_assert_true (occurrence->has_deaths);
      g_assert_cmpint (occurrence->deaths, ==, 0);
      g_assert_cmpuint (g_strv_length (occurrence->factors), ==, 2);
      g_assert_cmpstr (row->answer, ==, "已整改");
      g_assert_cmpuint (occurrence->ticks->len, ==, 1);
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, 0);
      g_assert_true (tick->has_cases && tick->cases == 0);
      g_assert_cmpstr (tick->severity, ==, "S1");
    }
  g_assert_cmpuint (records->len, ==, 1);
  const YsRecord *record = g_ptr_array_index (records, 0);
  g_assert_true (record->has_settled);
  g_assert_cmpint (record->settled, ==, 1500);
  g_assert_cmpuint (record->date, ==, 0);
  g_assert_null (record->level);
  return *error == NULL;
}

static void
test_negative (StoreFixture *fixture, gconstpointer data)
{
  round_trip (fixture, write_negative, read_negative);
}

/* ---- packages ---- */

static gboolean
write_packages (YsConnection *connection, gpointer data, GError **error)
{
  YsPackageRow row = { .id = (char *) "p1", .kind = (char *) "submission", .sender = (char *) "610302",
                       .receiver = (char *) "6103", .round = (char *) "bj-2021", .digest = (char *) "d1",
                       .name = (char *) "a.zip", .state = (char *) "待送出", .number = 1, .revision = 1, .size = 7, .at = 100 };
  YsPackageRow later = row;
  g_autoptr (GBytes) content = g_bytes_new_static (document, sizeof document);

  later.id = (char *) "p2", later.incoming = TRUE, later.at = 50; /* the clock was set back meanwhile */
  later.replaces = (char *) "p1";
  return ys_package_add (connection, &row, error) && ys_package_add (connection, &later, error)
         && ys_package_set_state (connection, "p1", "已退回", "p2", error)
         && ys_received_set (connection, "p2", "review", content, error);
}

static gboolean
read_packages (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) packages = ys_package_list (connection, error);
  g_autoptr (GBytes) content = ys_received_get (connection, "p2", "review", error);

  g_assert_cmpuint (packages->len, ==, 2);
  const YsPackageRow *newest = g_ptr_array_index (packages, 0);
  const YsPackageRow *older = g_ptr_array_index (packages, 1);
  g_assert_cmpstr (newest->id, ==, "p2"); /* by sequence, not by clock */
  g_assert_true (newest->incoming);
  g_assert_cmpstr (newest->replaces, ==, "p1");
  g_assert_cmpstr (older->state, ==, "已退回");
  g_assert_cmpstr (older->reply, ==, "p2");
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), document, sizeof document);
  g_assert_null (ys_received_get (connection, "p2", "sheet", error));
  return *error == NULL;
}

static void
test_packages (StoreFixture *fixture, gconstpointer data)
{
  round_trip (fixture, write_packages, read_packages);
}

/* ---- journal ---- */

static void
test_journal_pages (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      /* newest first by number, though the clock ran backwards */
      ys_clock_set_override ((gint64) (100 - i) * G_USEC_PER_SEC);
      g_assert_true (store_put (fixture->store, i, "person", "王秀英", &error));
    }
  ys_clock_set_override (0);
  g_assert_cmpuint (store_count_journal (fixture->store), ==, 5);
  g_assert_cmpuint (store_count_faults (fixture->store, NULL), ==, 0);
}

static gboolean
read_journal_pages (YsConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) first = ys_journal_list (connection, 0, 2, error);
  g_autoptr (GPtrArray) next = ys_journal_list (connection, 4, 10, error);

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_true (((YsJournalRow *) g_ptr_array_index (first, 0))->number == 5);
  g_assert_cmpuint (next->len, ==, 3);
  g_assert_true (((YsJournalRow *) g_ptr_array_index (next, 0))->number == 3);
  return TRUE;
}

static void
test_journal_list (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 1; i <= 5; i++)
    g_assert_true (store_put (fixture->store, i, "person", "王秀英", NULL));
  g_assert_true (ys_store_call (fixture->store, read_journal_pages, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_CASE ("/repository/office", test_office);
  STORE_CASE ("/repository/submissions", test_submissions);
  STORE_CASE ("/repository/entries", test_entries);
  STORE_CASE ("/repository/evidence", test_evidence);
  STORE_CASE ("/repository/negative", test_negative);
  STORE_CASE ("/repository/packages", test_packages);
  STORE_CASE ("/repository/journal-clock", test_journal_pages);
  STORE_CASE ("/repository/journal-list", test_journal_list);
  return g_test_run ();
}
