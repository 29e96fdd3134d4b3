/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that must be refused before their meaning is asked, each with its own code and a sentence.
 * Also that a large submission is read as a stream, at the speed of its check against the schema. */
#include <string.h>

#include "small-documents.h"
#include "ys-schema.h"
#include "ys-xml-reader.h"

static void
assert_refused (GBytes *bytes, const char *code, guint line)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  const YsFault *fault;

  g_assert_null (ys_submission_read_xml (bytes, "submission.xml", NULL, faults));
  g_assert_cmpuint (ys_faults_get_n (faults), >, 0);
  fault = ys_faults_get (faults, 0);
  g_test_message ("%u: %s", fault->line, fault->message);
  g_assert_cmpstr (ys_error_code_nick (fault->code), ==, code);
  g_assert_cmpuint (strlen (fault->message), >, 10);
  if (line > 0)
    g_assert_cmpuint (fault->line, ==, line);
}

static void
test_encodings (void)
{
  static const char *const encodings[] = { "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32" };
  g_autofree char *text = small_document_load ("submission");

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length = 0;
      char *encoded = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, length);

      g_assert_nonnull (encoded);
      assert_refused (bytes, "xml-encoding", 0);
    }
}

static void
test_contents (void)
{
  static const struct
  {
    const char *find, *replace, *code;
    guint line;
  } rows[] = {
    { "<submission", "<!DOCTYPE submission [<!ENTITY a \"b\">]><submission", "xml-forbidden", 2 },
    { "<problem>问题</problem>", "<problem>&lol;</problem>", "xml-syntax", 7 },
    { "<problem>问题</problem>", "<problem>\x01</problem>", "xml-syntax", 7 },
    { "<problem>问题</problem>", "<problem>问题</problme>", "xml-syntax", 7 },
    { "</submission>", "", "xml-syntax", 0 },
    { "format=\"1\"", "format=\"2\"", "xml-version", 2 },
    { "<submission format=\"1\"", "<review format=\"1\"", "xml-root", 2 },
    { "state=\"done\"", "state=\"finished\"", "xml-schema", 4 },
    { " person=\"张三\"", " person=\"张三\" colour=\"red\"", "xml-schema", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = small_document_change ("submission", rows[i].find, rows[i].replace);
      g_autoptr (GBytes) bytes = small_document_bytes (text);

      g_test_message ("%s", rows[i].replace);
      assert_refused (bytes, rows[i].code, rows[i].line);
    }
}

/* A document above 64 MiB, though each of its nodes is small. */
static GBytes *
too_large_document (void)
{
  g_autoptr (GString) text =
      g_string_new ("<submission format=\"1\" assessment=\"a\" unit=\"u\" revision=\"1\">");
  g_autofree char *filling = g_strnfill (1000, 'x');

  while (text->len <= 64 * 1024 * 1024)
    g_string_append_printf (text, "<!--%s-->", filling);
  g_string_append (text, "</submission>");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* Many levels, many attributes, or too much of everything would cost minutes in libxml2. */
static void
test_sizes (void)
{
  g_autoptr (GString) deep = g_string_new ("<submission format=\"1\"><item>");
  g_autoptr (GString) wide = g_string_new ("<submission format=\"1\"");
  g_autoptr (GBytes) nested = NULL, attributes = NULL, large = too_large_document ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (wide, " a%u=\"\"", i);
  g_string_append (wide, "/>");
  nested = small_document_bytes (deep->str);
  attributes = small_document_bytes (wide->str);
  assert_refused (attributes, "xml-forbidden", 0);
  assert_refused (large, "xml-forbidden", 0);
  g_assert_false (ys_xml_check (nested, "x.xml", NULL, NULL, YS_XML_READ_ALL, faults));
  g_assert_cmpint (ys_faults_get (faults, 0)->code, ==, YS_ERROR_XML_FORBIDDEN);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
}

static GBytes *
large_submission (gsize size)
{
  g_autoptr (GString) text =
      g_string_new ("<submission format=\"1\" assessment=\"r2021\" unit=\"990301\" revision=\"1\">\n");

  for (guint task = 1; text->len < size; task++)
    {
      g_string_append_printf (
          text, "  <item task=\"%u\" state=\"done\" completed=\"2021-08-01\">\n    <effect>", task);
      for (guint i = 0; i < 60; i++)
        g_string_append (text, "完善机制，压实责任，推动任务落实。");
      g_string_append_printf (
          text, "</effect>\n    <figure metric=\"M%u\" year=\"2021\" numerator=\"388\"/>\n  </item>\n", task);
    }
  g_string_append (text, "</submission>\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
test_large (void)
{
  g_autoptr (GBytes) bytes = large_submission (50 * 1000 * 1000);
  g_autoptr (GBytes) schema = ys_schema_get ("submission");
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gint64 began = g_get_monotonic_time ();
  gint64 checked, read;

  g_assert_true (ys_xml_check (bytes, "s.xml", "submission", schema, YS_XML_STOP_AT_FIRST, faults));
  checked = g_get_monotonic_time () - began;
  began = g_get_monotonic_time ();

  g_autoptr (YsSubmission) submission = ys_submission_read_xml (bytes, "s.xml", NULL, faults);

  read = g_get_monotonic_time () - began;
  g_test_message ("check %.2f s, read %.2f s", (double)checked / G_USEC_PER_SEC,
                  (double)read / G_USEC_PER_SEC);
  g_assert_nonnull (submission);
  g_assert_cmpint (read, <, 3 * checked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/refused/encodings", test_encodings);
  g_test_add_func ("/exchange/refused/contents", test_contents);
  g_test_add_func ("/exchange/refused/sizes", test_sizes);
  g_test_add_func ("/exchange/refused/large", test_large);
  return g_test_run ();
}
