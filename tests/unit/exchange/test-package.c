/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages as a whole: written, passed on, read in the confined reader, judged. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "small-bag.h"
#include "ys-id.h"
#include "ys-package-journal.h"
#include "ys-package-read.h"
#include "ys-package-writer.h"

#define PDF "%PDF-1.7\nfictional\n%%EOF\n"
#define ID "017e4b5a-0000-7000-8000-000000000a1b"
#define TOP "610302-submission-2021-0002-0a1b"
#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A temporary folder with a PDF in it; gone with the fixture. */
typedef struct
{
  char *folder, *pdf, *pdf_id;
} Place;

static Place
place_new (void)
{
  Place place = { g_dir_make_tmp ("ys-package-XXXXXX", NULL), NULL, NULL };

  place.pdf = g_build_filename (place.folder, "evidence.pdf", NULL);
  place.pdf_id = ys_digest_of_bytes (PDF, strlen (PDF));
  g_assert_true (g_file_set_contents (place.pdf, PDF, -1, NULL));
  return place;
}

static void
place_clear (Place *place)
{
  small_bag_remove (place->folder);
  g_free (place->folder);
  g_free (place->pdf);
  g_free (place->pdf_id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static YsPackageFacts *
make_facts (const Place *place)
{
  YsPackageFacts *facts = ys_package_facts_new ();

  facts->id = g_strdup (ID);
  facts->kind = YS_PACKAGE_SUBMISSION;
  facts->year = 2021;
  facts->number = 2;
  facts->revision = 2;
  facts->time = G_GINT64_CONSTANT (1641954720) * G_USEC_PER_SEC; /* 2022-01-12T02:32:00Z */
  facts->person = g_strdup ("张三");
  facts->previous = g_strdup (DIGEST);
  facts->from = g_strdup ("610302");
  facts->from_name = g_strdup ("渭滨区");
  facts->to = g_strdup ("6103");
  facts->to_name = g_strdup ("宝鸡市");
  facts->round = g_strdup ("bj-2021");
  facts->round_title = g_strdup ("2021年度考核");
  facts->journal_number = 7;
  facts->journal_digest = g_strdup (DIGEST);
  ys_package_facts_add_evidence (facts, place->pdf_id, "关于印发《方案》的通知 <1> & \"2\"",
                                 "渭发〔2021〕3号", "通知\x0b.pdf", 1, strlen (PDF));
  return facts;
}

static GBytes *
make_journal (void)
{
  g_autoptr (YsPackageJournal) journal = ys_package_journal_new ();
  YsPackageJournalEntry *entry = ys_package_journal_add (journal);
  GBytes *document;

  entry->number = 7;
  entry->time = G_GINT64_CONSTANT (1641954720) * G_USEC_PER_SEC;
  entry->person = g_strdup ("张三");
  entry->action = g_strdup ("报送");
  entry->digest = g_strdup (DIGEST);
  entry->reason = g_strdup ("第一行\n第二行");
  journal->number = 7;
  journal->digest = g_strdup (DIGEST);
  document = ys_package_journal_to_xml (journal, NULL);
  g_assert_nonnull (document);
  return document;
}

static YsPackageWriter *
make_writer (const Place *place)
{
  YsPackageWriter *writer = ys_package_writer_new (make_facts (place));
  g_autoptr (GBytes) journal = make_journal ();

  ys_package_writer_add_document (writer, "journal", journal);
  ys_package_writer_add_evidence (writer, place->pdf_id, place->pdf);
  return writer;
}

static char *
write_package (const Place *place, char **digest)
{
  g_autoptr (YsPackageWriter) writer = make_writer (place);
  g_autoptr (GError) error = NULL;
  char *path = ys_package_writer_write (writer, place->folder, NULL, digest, &error);

  g_assert_no_error (error);
  return path;
}

static void
assert_no_part (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".part"));
}

static void
test_facts (void)
{
  g_auto (Place) place = place_new ();
  g_autoptr (YsPackageFacts) facts = make_facts (&place);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) document = ys_package_facts_to_xml (facts, NULL);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (YsPackageFacts) read = ys_package_facts_from_xml (document, "package.xml", faults);
  const YsPackageEvidence *evidence = g_ptr_array_index (read->evidence, 0);

  g_assert_cmpstr (evidence->title, ==, "关于印发《方案》的通知 <1> & \"2\"");
  g_assert_cmpstr (evidence->file, ==, "通知 .pdf");
  g_assert_cmpint (read->time, ==, facts->time);
  again = ys_package_facts_to_xml (read, NULL);
  g_assert_true (g_bytes_equal (document, again));
}

static void
test_facts_refused (void)
{
  g_auto (Place) place = place_new ();
  g_autoptr (YsPackageFacts) facts = make_facts (&place);
  g_autoptr (GError) error = NULL;

  g_free (facts->from_name);
  facts->from_name = g_strdup ("渭滨\x01区");
  g_assert_null (ys_package_facts_to_xml (facts, &error));
  g_assert_nonnull (error);
}

static void
test_write_and_read (void)
{
  g_auto (Place) place = place_new ();
  g_autofree char *digest = NULL;
  g_autofree char *path = write_package (&place, &digest);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPackageReading) reading = ys_package_read (path, NULL, NULL, NULL, &error);
  g_autofree char *copy = g_build_filename (place.folder, "copy.pdf", NULL);
  g_autofree char *copied = NULL;
  const YsPackageVerdict *verdict;
  int output;

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (path, "/" TOP ".yanshou.zip"));
  assert_no_part (place.folder);
  g_assert_cmpuint (ys_faults_get_n (ys_package_reading_get_faults (reading)), ==, 0);
  g_assert_true (ys_package_reading_is_usable (reading));
  g_assert_cmpstr (ys_package_reading_get_digest (reading), ==, digest);
  g_assert_cmpstr (ys_package_reading_get_name (reading), ==, TOP);
  g_assert_nonnull (ys_package_reading_get_document (reading, "journal"));
  verdict = ys_package_reading_get_verdict (reading);
  g_assert_cmpint (verdict->complete, ==, YS_PACKAGE_SOUND);
  g_assert_cmpint (verdict->origin, ==, YS_PACKAGE_UNSIGNED);
  g_assert_cmpint (verdict->order, ==, YS_PACKAGE_ORDER_UNCHECKED);
  output = open (copy, O_RDWR | O_CREAT | O_EXCL, 0644);
  g_assert_true (ys_package_reading_copy_evidence (reading, place.pdf_id, output, NULL, &error));
  copied = ys_digest_of_fd (output, NULL);
  g_assert_cmpstr (copied, ==, place.pdf_id);
  close (output);
}

/* The same content gives the same bytes; a second writing over it needs force. */
static void
test_same_bytes (void)
{
  g_auto (Place) place = place_new ();
  g_auto (Place) other = place_new ();
  g_autofree char *path = write_package (&place, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other_path = NULL;
  g_autoptr (YsPackageWriter) writer = make_writer (&place);
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (077);
  gsize first_length, second_length;

  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  tzset ();
  other_path = write_package (&other, NULL);
  g_unsetenv ("TZ");
  tzset ();
  umask (mask);
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  g_assert_true (g_file_get_contents (other_path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
  g_assert_cmpuint (first_length, ==, ys_package_writer_get_size (writer, NULL));
  g_assert_null (ys_package_writer_write (writer, place.folder, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_EXISTS);
}

static void
test_export (void)
{
  g_auto (Place) place = place_new ();
  g_autofree char *digest = NULL;
  g_autofree char *path = write_package (&place, &digest);
  g_autofree char *target = g_build_filename (place.folder, "stick", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *again = NULL;
  g_autofree char *renamed = g_build_filename (target, "报送包（终稿）", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (YsPackageReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  g_assert_cmpint (g_mkdir (target, 0755), ==, 0);
  copy = ys_package_export (path, target, FALSE, NULL, &error);
  g_assert_no_error (error);
  folder = ys_package_export (path, target, TRUE, NULL, &error);
  g_assert_no_error (error);
  again = ys_package_export (path, target, TRUE, NULL, &error);
  g_assert_null (again);
  g_assert_error (error, YS_ERROR, YS_ERROR_EXISTS);
  g_clear_error (&error);
  assert_no_part (target);
  /* The folder may be renamed and is kept as the very archive that it was unpacked from. */
  g_assert_cmpint (g_rename (folder, renamed), ==, 0);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  reading = ys_package_read (renamed, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ys_package_reading_is_usable (reading));
  g_assert_cmpstr (ys_package_reading_get_digest (reading), ==, digest);
  kept = ys_package_reading_keep (reading, target, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  g_assert_true (g_file_get_contents (kept, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
cancel_at_once (guint64 done, guint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel_leaves_nothing (void)
{
  g_auto (Place) place = place_new ();
  g_autofree char *path = write_package (&place, NULL);
  g_autofree char *folder = g_build_filename (place.folder, "out", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  YsPackageOutputOptions options = { .progress = cancel_at_once,
                                     .progress_data = cancellable,
                                     .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_package_export (path, folder, TRUE, &options, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  assert_no_part (place.folder);
}

/* Evidence that changed after it was attached stops the package before it gets its name. */
static void
test_changed_evidence (void)
{
  g_auto (Place) place = place_new ();
  g_autoptr (YsPackageWriter) writer = make_writer (&place);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (place.folder, TOP YS_PACKAGE_SUFFIX, NULL);

  g_assert_true (g_file_set_contents (place.pdf, "%PDF-1.7\nfrictional\n%EOF\n", strlen (PDF), NULL));
  g_assert_null (ys_package_writer_write (writer, place.folder, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_BAG_DIGEST);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_no_part (place.folder);
}

/* Above 4 GiB nothing is begun: no part, no name, and no time spent on reading. */
static void
test_too_large (void)
{
  const gint64 size = G_GINT64_CONSTANT (2) << 30; /* twice that is too much */
  g_auto (Place) place = place_new ();
  YsPackageFacts *facts = make_facts (&place);
  g_autoptr (YsPackageWriter) writer = ys_package_writer_new (facts);
  g_autoptr (GBytes) journal = make_journal ();
  g_autofree char *path = g_build_filename (place.folder, TOP YS_PACKAGE_SUFFIX, NULL);
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  ((YsPackageEvidence *)g_ptr_array_index (facts->evidence, 0))->size = size;
  ys_package_facts_add_evidence (facts, DIGEST, "续", NULL, "续.pdf", 1, size);
  g_assert_cmpint (truncate (place.pdf, size), ==, 0);
  ys_package_writer_add_document (writer, "journal", journal);
  ys_package_writer_add_evidence (writer, place.pdf_id, place.pdf);
  ys_package_writer_add_evidence (writer, DIGEST, place.pdf);
  g_assert_null (ys_package_writer_write (writer, place.folder, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_no_part (place.folder);
}

static void
test_damaged (void)
{
  g_auto (Place) place = place_new ();
  g_autofree char *path = write_package (&place, NULL);
  g_autoptr (YsPackageReading) reading = NULL;
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size - 30), ==, 0);
  reading = ys_package_read (path, NULL, NULL, NULL, NULL);
  g_assert_nonnull (reading);
  g_assert_false (ys_package_reading_is_sound (reading));
  g_assert_false (ys_package_reading_is_usable (reading));
  g_assert_cmpint (ys_package_reading_get_verdict (reading)->complete, ==, YS_PACKAGE_DAMAGED);
  g_assert_cmpint (ys_package_reading_get_verdict (reading)->origin, ==, YS_PACKAGE_ORIGIN_UNCHECKED);
  g_assert_nonnull (ys_package_reading_get_facts (reading));
  g_assert_cmpstr (ys_package_reading_get_facts (reading)->from_name, ==, "渭滨区");
  g_assert_null (ys_package_reading_get_document (reading, "journal"));
}

static void
test_reader_dies (void)
{
  g_auto (Place) place = place_new ();
  g_autofree char *path = write_package (&place, NULL);
  g_autofree char *before = g_strdup (g_getenv ("YANSHOU_READ"));

  for (const char *const *program = (const char *const[]){ "/bin/true", "/bin/false", "/bin/cat", NULL };
       *program != NULL; program++)
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("YANSHOU_READ", *program, TRUE);
      g_assert_null (ys_package_read (path, NULL, NULL, NULL, &error));
      g_assert_error (error, YS_ERROR, YS_ERROR_PACKAGE_READER);
    }
  g_setenv ("YANSHOU_READ", before, TRUE);
}

static void
assert_order (guint number, const char *digest, const char *previous, const YsPackageHeld *held, guint n_held,
              YsPackageOrder expected)
{
  g_autoptr (YsPackageFacts) facts = ys_package_facts_new ();
  YsPackageVerdict verdict = { 0 };

  facts->id = g_strdup (ID);
  facts->number = number;
  facts->previous = g_strdup (previous);
  ys_package_verdict_judge_order (&verdict, facts, digest, held, n_held);
  g_assert_cmpstr (ys_package_order_nick (verdict.order), ==, ys_package_order_nick (expected));
  g_assert_nonnull (verdict.order_detail);
  ys_package_verdict_clear (&verdict);
}

static void
test_order (void)
{
  const YsPackageHeld held[] = { { "x", "d1", 1, 1 }, { "y", "d2", 2, 2 }, { "z", "d4", 4, 4 } };

  assert_order (1, "d1", NULL, held, 0, YS_PACKAGE_NEW);
  assert_order (2, "d2", NULL, held, 0, YS_PACKAGE_GAP);
  assert_order (2, "d2", NULL, held, 3, YS_PACKAGE_REPEAT);
  assert_order (2, "other", NULL, held, 3, YS_PACKAGE_OLDER);
  assert_order (3, "d3", "d2", held, 3, YS_PACKAGE_OLDER);
  assert_order (5, "d5", "d4", held, 3, YS_PACKAGE_NEW);
  assert_order (5, "d5", "forged", held, 3, YS_PACKAGE_GAP);
  assert_order (7, "d7", NULL, held, 3, YS_PACKAGE_GAP);
  assert_order (7, "d7", NULL, NULL, 0, YS_PACKAGE_ORDER_UNCHECKED);
}

/* What is missing between the revisions is named; a date that lies ahead is told beside the judgement. */
static void
test_order_told (void)
{
  const YsPackageHeld held[] = { { "x", "d1", 1, 1 } };
  const struct
  {
    guint number, revision, n_held, days_ahead;
    YsPackageOrder order;
    const char *told; /* NULL: nothing of either */
  } rows[] = {
    { 1, 1, 0, 0, YS_PACKAGE_NEW, NULL },
    { 1, 3, 0, 0, YS_PACKAGE_GAP, "revision 3; 2 revisions" },
    { 2, 2, 1, 0, YS_PACKAGE_NEW, NULL },
    { 2, 1, 1, 0, YS_PACKAGE_NEW, NULL }, /* the same revision sent once more */
    { 2, 4, 1, 0, YS_PACKAGE_GAP, "revision 4; 2 revisions" },
    { 2, 2, 1, 2, YS_PACKAGE_NEW, "later than the clock" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsPackageFacts) facts = ys_package_facts_new ();
      YsPackageVerdict verdict = { 0 };

      facts->id = g_strdup (ID);
      facts->kind = YS_PACKAGE_SUBMISSION;
      facts->number = rows[i].number;
      facts->revision = rows[i].revision;
      facts->time = g_get_real_time () + rows[i].days_ahead * G_TIME_SPAN_DAY;
      ys_package_verdict_judge_order (&verdict, facts, "new", held, rows[i].n_held);
      g_assert_cmpint (verdict.order, ==, rows[i].order);
      g_assert_true (rows[i].told == NULL ? strstr (verdict.order_detail, "revision") == NULL
                                              && strstr (verdict.order_detail, "clock") == NULL
                                          : strstr (verdict.order_detail, rows[i].told) != NULL);
      ys_package_verdict_clear (&verdict);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package/facts", test_facts);
  g_test_add_func ("/package/facts-refused", test_facts_refused);
  g_test_add_func ("/package/write-and-read", test_write_and_read);
  g_test_add_func ("/package/same-bytes", test_same_bytes);
  g_test_add_func ("/package/export", test_export);
  g_test_add_func ("/package/cancel-leaves-nothing", test_cancel_leaves_nothing);
  g_test_add_func ("/package/changed-evidence", test_changed_evidence);
  g_test_add_func ("/package/too-large", test_too_large);
  g_test_add_func ("/package/damaged", test_damaged);
  g_test_add_func ("/package/reader-dies", test_reader_dies);
  g_test_add_func ("/package/order", test_order);
  g_test_add_func ("/package/order-told", test_order_told);
  return g_test_run ();
}
