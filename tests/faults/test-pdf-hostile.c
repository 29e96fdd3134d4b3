/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real client against a worker that has been taken over (pdf-hostile.c): each attack ends in a clear
 * error of the right kind, and the next document is read by a new worker as if nothing had happened. */
#include "ys-error.h"
#include "ys-pdf-document.h"
#include "ys-pdf-pool.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder;
static const char *hostile_worker;

/* A "document" that tells the hostile worker what to do. */
static YsPdfDocument *
make_document (const char *mode)
{
  g_autofree char *path = g_build_filename (folder, "hostile.pdf", NULL);
  g_autofree char *content = g_strconcat ("%PDF-1.7 ", mode, NULL);
  g_autoptr (GError) error = NULL;
  YsPdfDocument *document;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  document = ys_pdf_document_new_for_path (path, &error);
  g_assert_no_error (error);
  return document;
}

/* A smallest good PDF, read by the real worker. */
static void
assert_goes_on (void)
{
  g_autofree char *path = g_build_filename (folder, "good.pdf", NULL);
  g_autoptr (YsPdfDocument) document = NULL;
  g_autoptr (YsPdfPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  YsPdfView view;

  g_assert_true (g_file_set_contents (path,
                                      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                                      "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                                      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n"
                                      "trailer<</Root 1 0 R/Size 4>>\n%%EOF\n",
                                      -1, NULL));
  g_setenv ("YANSHOU_PDF", g_getenv ("YANSHOU_PDF_REAL"), TRUE);
  document = ys_pdf_document_new_for_path (path, &error);
  g_assert_no_error (error);
  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  g_assert_no_error (error);
  ys_pdf_view_init_page (&view, 0, 72, 72, 1, 0);
  picture = ys_pdf_document_render (document, &view, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (picture->width, ==, 72);
  g_setenv ("YANSHOU_PDF", hostile_worker, TRUE);
}

/* Once the threads have reaped what was killed, there is no child, living or dead. */
static void
assert_no_child_left (void)
{
  siginfo_t child;

  ys_pdf_shut_down ();
  for (guint i = 0; i < 200 && waitid (P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) == 0; i++)
    g_usleep (10000);
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
}

typedef struct
{
  const char *mode;
  YsErrorCode code;
  guint milliseconds; /* limit for the call, where time is what it is about */
} Attack;

static const Attack attacks_on_opening[] = {
  { "loop", YS_ERROR_PDF_LIMIT, 400 },        { "sleep", YS_ERROR_PDF_LIMIT, 400 },
  { "memory", YS_ERROR_PDF_LIMIT, 0 },        { "past-the-end", YS_ERROR_PDF_WORKER, 0 },
  { "flood", YS_ERROR_PDF_WORKER, 0 },        { "die", YS_ERROR_PDF_WORKER, 0 },
  { "abort", YS_ERROR_PDF_WORKER, 0 },        { "half", YS_ERROR_PDF_WORKER, 0 },
  { "garbage", YS_ERROR_PDF_WORKER, 0 },      { "serial", YS_ERROR_PDF_WORKER, 0 },
  { "length", YS_ERROR_PDF_WORKER, 0 },       { "status", YS_ERROR_PDF_WORKER, 0 },
  { "title", YS_ERROR_PDF_WORKER, 0 },        { "no-text", YS_ERROR_PDF_WORKER, 0 },
  { "oversized", YS_ERROR_PDF_WORKER, 0 },    { "many-pages", YS_ERROR_PDF_WORKER, 0 },
  { "die-at-start", YS_ERROR_PDF_WORKER, 0 }, { "unconfined", YS_ERROR_CONFINEMENT, 0 },
};

static void
test_attack_on_opening (gconstpointer data)
{
  const Attack *attack = data;
  g_autoptr (YsPdfDocument) document = make_document (attack->mode);
  g_autoptr (GError) error = NULL;

  ys_pdf_worker_set_time_limit (attack->milliseconds);
  g_assert_false (ys_pdf_document_open (document, NULL, NULL, &error));
  ys_pdf_worker_set_time_limit (0);
  g_test_message ("%s", error->message);
  g_assert_error (error, YS_ERROR, (int)attack->code);
  g_assert_null (ys_pdf_document_dup_info (document));
  assert_goes_on ();
  g_clear_object (&document);
  assert_no_child_left ();
}

static void
ask_pages (YsPdfDocument *document, GError **error)
{
  g_autoptr (GPtrArray) pages = ys_pdf_document_load_pages (document, NULL, error);
  g_assert_true (pages == NULL || pages->len == 1);
}

static void
ask_inspect (YsPdfDocument *document, GError **error)
{
  g_autoptr (YsPdfInfo) info = ys_pdf_document_inspect (document, NULL, error);
}

static void
ask_file (YsPdfDocument *document, GError **error)
{
  g_assert_cmpint (ys_pdf_document_extract (document, 0, NULL, error), ==, -1);
}

static void
ask_picture (YsPdfDocument *document, GError **error)
{
  const YsPdfView view = { .scale = 1, .width = 100, .height = 100 };
  g_autoptr (YsPdfPicture) picture = ys_pdf_document_render (document, &view, NULL, error);
}

static void
ask_text (YsPdfDocument *document, GError **error)
{
  g_autoptr (YsPdfText) text = ys_pdf_document_load_text (document, 0, NULL, error);
}

typedef struct
{
  const char *mode;
  void (*ask) (YsPdfDocument *document, GError **error);
} LaterAttack;

static const LaterAttack later_attacks[] = {
  { "total", ask_file },        { "short", ask_file },     { "no-progress", ask_pages },
  { "backwards", ask_inspect }, { "stride", ask_picture }, { "frames", ask_text },
  { "bytes", ask_text },        { "twice", ask_pages },
};

static void
test_later_attack (gconstpointer data)
{
  const LaterAttack *attack = data;
  g_autoptr (YsPdfDocument) document = make_document (attack->mode);
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  attack->ask (document, &error);
  g_assert_error (error, YS_ERROR, YS_ERROR_PDF_WORKER);
  assert_goes_on ();
  g_clear_object (&document);
  assert_no_child_left ();
}

/* NaN as frames of a text is no reason to refuse it, and must not get through. */
static void
test_frames_are_finite (void)
{
  g_autoptr (YsPdfDocument) document = make_document ("mild");
  g_autoptr (YsPdfText) text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  text = ys_pdf_document_load_text (document, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ys_pdf_text_get_raw (text), ==, "ab");
  g_assert_cmpint ((int)ys_pdf_text_get_frames (text)[1].x2, ==, 0);
}

/* Confinement as such: nothing of the list could be done. Reading elsewhere is forbidden by landlock alone.
 */
static void
test_confinement (void)
{
  g_autoptr (YsPdfDocument) document = make_document ("acts");
  g_autoptr (YsPdfInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  YsConfineReport report;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  info = ys_pdf_document_dup_info (document);
  g_assert_true (ys_pdf_probe (&report, &error));
  g_assert_cmpstr (info->title, ==, report.landlock ? "could:" : "could: read-elsewhere");
  g_assert_false (g_file_test ("/tmp/yanshou-hostile", G_FILE_TEST_EXISTS));
}

static void
test_real_worker_is_confined (void)
{
  YsConfineReport report = { 0 };
  g_autoptr (GError) error = NULL;

  g_setenv ("YANSHOU_PDF", g_getenv ("YANSHOU_PDF_REAL"), TRUE);
  g_assert_true (ys_pdf_probe (&report, &error));
  g_assert_no_error (error);
  g_assert_true (report.limits && report.no_new_privs && report.seccomp);
  g_test_message ("landlock: %s", report.landlock ? "active" : "not in this kernel");
  g_setenv ("YANSHOU_PDF", hostile_worker, TRUE);
}

static void
test_nothing_inherited (void)
{
  g_autoptr (YsPdfDocument) document = make_document ("inherited");
  g_autoptr (YsPdfInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  /* Neither is closed on exec. */
  FILE *left_open = fopen ("/dev/null", "r");

  g_setenv ("YANSHOU_SECRET", "1", TRUE);
  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  info = ys_pdf_document_dup_info (document);
  g_assert_cmpstr (info->title, ==, "came along:");
  fclose (left_open);
}

/* A worker that had served dies: the call is made again in a new one, unnoticed. */
static void
test_restart_unnoticed (void)
{
  g_autoptr (YsPdfDocument) document = make_document ("die-later");
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_pdf_document_open (document, NULL, NULL, &error));
  for (guint i = 0; i < 5; i++)
    {
      ask_pages (document, &error);
      g_assert_no_error (error);
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (100000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel_running (void)
{
  g_autoptr (YsPdfDocument) document = make_document ("sleep");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  const gint64 start = g_get_monotonic_time ();

  g_assert_false (ys_pdf_document_open (document, NULL, cancellable, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_thread_join (thread);
  assert_goes_on ();
}

/* Living children of this process, told by the fourth field of /proc/N/stat. */
static guint
count_children (void)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (processes)))
    {
      g_autofree char *path = g_build_filename ("/proc", name, "stat", NULL);
      g_autofree char *stat = NULL;
      const char *end;
      if (!g_ascii_isdigit (name[0]) || !g_file_get_contents (path, &stat, NULL, NULL)
          || (end = strrchr (stat, ')')) == NULL || end[2] == 'Z')
        continue;
      n += g_ascii_strtoll (end + 4, NULL, 10) == getpid ();
    }
  return n;
}

typedef struct
{
  GMainLoop *loop;
  guint n_left, n_ticks, most_children;
  gint64 last_tick, longest_gap;
} Watch;

static gboolean
tick (gpointer data)
{
  Watch *watch = data;
  const gint64 now = g_get_monotonic_time ();
  watch->longest_gap = MAX (watch->longest_gap, now - watch->last_tick);
  watch->last_tick = now;
  if (watch->n_ticks++ % 10 == 0)
    {
      watch->most_children = MAX (watch->most_children, count_children ());
      watch->last_tick = g_get_monotonic_time ();
    }
  return G_SOURCE_CONTINUE;
}

static void
opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;
  g_autoptr (GError) error = NULL;
  g_assert_false (ys_pdf_document_open_finish (YS_PDF_DOCUMENT (source), result, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_PDF_LIMIT);
  if (--watch->n_left == 0)
    g_main_loop_quit (watch->loop);
}

/* Four hanging documents at once: the loop goes on, and never are there more than two workers. */
static void
test_main_loop_never_blocked (void)
{
  Watch watch = { .loop = g_main_loop_new (NULL, FALSE), .n_left = 4, .last_tick = g_get_monotonic_time () };
  YsPdfDocument *documents[4];
  guint source;

  ys_pdf_worker_set_time_limit (400);
  for (guint i = 0; i < 4; i++)
    {
      documents[i] = make_document ("sleep");
      ys_pdf_document_open_async (documents[i], NULL, NULL, opened, &watch);
    }
  source = g_timeout_add (5, tick, &watch);
  g_main_loop_run (watch.loop);
  ys_pdf_worker_set_time_limit (0);
  g_source_remove (source);
  g_assert_cmpuint (watch.n_ticks, >, 20);
  g_assert_cmpuint (watch.most_children, ==, 2);
  /* Generous, for machines with other work; a blocked loop would show 400 ms. */
  g_assert_cmpint (watch.longest_gap, <, 300 * 1000);
  for (guint i = 0; i < 4; i++)
    g_object_unref (documents[i]);
  g_main_loop_unref (watch.loop);
  assert_no_child_left ();
}

static void
test_no_worker (void)
{
  g_autoptr (YsPdfDocument) document = make_document ("mild");
  g_autoptr (GError) error = NULL;

  g_setenv ("YANSHOU_PDF", "/nowhere/yanshou-pdf", TRUE);
  g_assert_false (ys_pdf_document_open (document, NULL, NULL, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_PDF_WORKER);
  assert_goes_on ();
}

int
main (int argc, char **argv)
{
  g_autofree char *good = NULL, *hostile = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  hostile_worker = g_getenv ("YANSHOU_PDF");
  hostile_worker = g_intern_string (hostile_worker);
  folder = g_dir_make_tmp ("yanshou-hostile-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (attacks_on_opening); i++)
    {
      g_autofree char *name = g_strconcat ("/faults/pdf/opening/", attacks_on_opening[i].mode, NULL);
      g_test_add_data_func (name, &attacks_on_opening[i], test_attack_on_opening);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (later_attacks); i++)
    {
      g_autofree char *name = g_strconcat ("/faults/pdf/later/", later_attacks[i].mode, NULL);
      g_test_add_data_func (name, &later_attacks[i], test_later_attack);
    }
  g_test_add_func ("/faults/pdf/frames-are-finite", test_frames_are_finite);
  g_test_add_func ("/faults/pdf/confinement", test_confinement);
  g_test_add_func ("/faults/pdf/real-worker-is-confined", test_real_worker_is_confined);
  g_test_add_func ("/faults/pdf/nothing-inherited", test_nothing_inherited);
  g_test_add_func ("/faults/pdf/restart-unnoticed", test_restart_unnoticed);
  g_test_add_func ("/faults/pdf/cancel-running", test_cancel_running);
  g_test_add_func ("/faults/pdf/main-loop-never-blocked", test_main_loop_never_blocked);
  g_test_add_func ("/faults/pdf/no-worker", test_no_worker);
  result = g_test_run ();
  good = g_build_filename (folder, "good.pdf", NULL);
  hostile = g_build_filename (folder, "hostile.pdf", NULL);
  g_unlink (good);
  g_unlink (hostile);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
