/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexical gate and the one XML reader: what passes, what is refused at which line, and in whose words. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "ys-lexical.h"
#include "ys-schema.h"
#include "ys-xml-reader.h"

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Checks @text against the journal's schema and returns its faults. */
static YsFaults *
check (const char *text, gssize length, YsXmlFlags flags, gboolean *sound)
{
  YsFaults *faults = ys_faults_new ();
  g_autoptr (GBytes) document = g_bytes_new (text, length < 0 ? strlen (text) : (gsize)length);
  g_autoptr (GBytes) schema = ys_schema_get ("journal");

  g_assert_nonnull (schema);
  *sound = ys_xml_check (document, "journal.xml", "journal", schema, flags, faults);
  g_assert_true (*sound == (ys_faults_get_n (faults) == 0));
  return faults;
}

static void
assert_refused (const char *text, gssize length, YsErrorCode code, guint line)
{
  gboolean sound;
  g_autoptr (YsFaults) faults = check (text, length, YS_XML_STOP_AT_FIRST, &sound);

  g_assert_false (sound);
  g_assert_cmpstr (ys_error_code_nick (ys_faults_get (faults, 0)->code), ==, ys_error_code_nick (code));
  g_assert_cmpstr (ys_faults_get (faults, 0)->file, ==, "journal.xml");
  if (line > 0)
    g_assert_cmpuint (ys_faults_get (faults, 0)->line, ==, line);
}

#define ENTRY(n)                                                                                           \
  "<entry number=\"" n "\" time=\"2021-12-31T01:02:03Z\" person=\"张三\" action=\"修改\" digest=\"" DIGEST \
  "\"/>\n"

static void
test_sound (void)
{
  gboolean sound;
  g_autoptr (YsFaults) plain =
      check ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<journal format=\"1\">\n" ENTRY ("1")
                 ENTRY ("2") "<!-- > < --><?x > ?></journal>\n",
             -1, YS_XML_STOP_AT_FIRST, &sound);

  g_assert_true (sound);
  {
    g_autoptr (YsFaults) marked =
        check ("\xef\xbb\xbf<journal format='1'/>", -1, YS_XML_STOP_AT_FIRST, &sound);

    g_assert_true (sound);
  }
}

static void
test_encodings (void)
{
  g_autofree char *wide = NULL;
  g_autofree char *gbk = NULL;
  gsize wide_length, gbk_length;

  wide = g_convert ("<journal format='1'/>", -1, "UTF-16", "UTF-8", NULL, &wide_length, NULL);
  gbk = g_convert ("<journal format='1'>\n<!-- 治理现代化 --></journal>", -1, "GB18030", "UTF-8", NULL,
                   &gbk_length, NULL);
  assert_refused (wide, (gssize)wide_length, YS_ERROR_XML_ENCODING, 1);
  assert_refused (gbk, (gssize)gbk_length, YS_ERROR_XML_ENCODING, 2);
  assert_refused ("<?xml version='1.0' encoding='GB18030'?>\n<journal format='1'/>", -1,
                  YS_ERROR_XML_ENCODING, 1);
  assert_refused ("<?xml version='1.0' encoding='UTF-7'?><journal format='1'/>", -1, YS_ERROR_XML_ENCODING,
                  1);
  assert_refused ("<journal format='1'>\xc0\xaf</journal>", -1, YS_ERROR_XML_ENCODING, 1);
  assert_refused ("<journal format='1'>\xed\xa0\x80</journal>", -1, YS_ERROR_XML_ENCODING, 1);
}

static void
test_forbidden (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<journal format='1'");

  assert_refused ("<?xml version='1.0'?>\n<!DOCTYPE journal>\n<journal format='1'/>", -1,
                  YS_ERROR_XML_FORBIDDEN, 2);
  assert_refused ("<!DOCTYPE j [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><journal format='1'/>", -1,
                  YS_ERROR_XML_FORBIDDEN, 1);
  assert_refused ("<journal format='1'>\0</journal>", 31, YS_ERROR_XML_FORBIDDEN, 1);
  for (guint i = 0; i < YS_LEXICAL_MAX_DEPTH + 1; i++)
    g_string_append (deep, "<a>\n");
  assert_refused (deep->str, -1, YS_ERROR_XML_FORBIDDEN, 33);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (wide, " a%u=''", i);
  g_string_append (wide, "/>");
  assert_refused (wide->str, -1, YS_ERROR_XML_FORBIDDEN, 1);
}

/* Fed alone, the gate refuses depth at the 33rd element and no sooner, whatever the block size. */
static void
test_depth (void)
{
  for (guint depth = YS_LEXICAL_MAX_DEPTH; depth <= YS_LEXICAL_MAX_DEPTH + 1; depth++)
    {
      g_autoptr (YsLexical) gate = ys_lexical_new ("x");
      g_autoptr (YsFaults) faults = ys_faults_new ();
      gboolean passed = TRUE;

      for (guint i = 0; i < depth; i++)
        {
          const char *text = "<a b='>/>'><c/><!-- <x> --><![CDATA[<y>]]>";

          for (const char *p = text; *p != '\0'; p++)
            passed = ys_lexical_feed (gate, p, 1, faults);
        }
      g_assert_cmpint (passed, ==, depth == YS_LEXICAL_MAX_DEPTH);
    }
}

static void
test_root_and_version (void)
{
  gboolean sound;
  g_autoptr (YsFaults) other = check ("<catalogue format='1' x='y'/>", -1, YS_XML_STOP_AT_FIRST, &sound);

  g_assert_cmpuint (ys_faults_get_n (other), ==, 1);
  assert_refused ("<catalogue format='1'/>", -1, YS_ERROR_XML_ROOT, 1);
  assert_refused ("<journal format='2' new='x'/>", -1, YS_ERROR_XML_VERSION, 1);
  assert_refused ("<journal/>", -1, YS_ERROR_XML_VERSION, 1);
}

static void
test_schema_faults (void)
{
  gboolean sound;
  /* The parser runs ahead by a block, so the second fault stands well behind the first. */
  const char *text = "<journal format='1'>\n" ENTRY ("1") "<entry/>\n" ENTRY ("2") ENTRY ("3") ENTRY ("4")
      ENTRY ("5") ENTRY ("6") ENTRY ("7") ENTRY ("8") ENTRY ("9") ENTRY ("10") ENTRY ("x") "</journal>";
  g_autoptr (YsFaults) first = check (text, -1, YS_XML_STOP_AT_FIRST, &sound);
  g_autoptr (YsFaults) all = check (text, -1, YS_XML_READ_ALL, &sound);

  g_assert_cmpuint (ys_faults_get (first, 0)->line, ==, 3);
  g_assert_cmpint (ys_faults_get (first, 0)->code, ==, YS_ERROR_XML_SCHEMA);
  g_assert_cmpuint (ys_faults_get_n (first), <=, YS_XML_MAX_FAULTS_OF_READ);
  g_assert_cmpuint (ys_faults_get_n (all), >, ys_faults_get_n (first));
  for (guint i = 0; i < ys_faults_get_n (all); i++)
    {
      /* None of libxml2's own sentences. */
      g_assert_null (strstr (ys_faults_get (all, i)->message, "Element '"));
      g_assert_null (strstr (ys_faults_get (all, i)->message, "facet"));
    }
  g_assert_cmpuint (ys_faults_get (all, ys_faults_get_n (all) - 1)->line, ==, 13);
}

static void
test_not_well_formed (void)
{
  assert_refused ("", -1, YS_ERROR_XML_SYNTAX, 0);
  assert_refused ("<journal format='1'>\n" ENTRY ("1"), -1, YS_ERROR_XML_SYNTAX, 0);
  assert_refused ("<journal format='1'>\n&unknown;</journal>", -1, YS_ERROR_XML_SYNTAX, 2);
  assert_refused ("<journal format='1'>\n<!-- \x0b --></journal>", -1, YS_ERROR_XML_SYNTAX, 2);
}

static void
test_from_descriptor (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("ys-xml-XXXXXX", &path, NULL);
  const char *text = "junk<journal format='1'/>junk";
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) schema = ys_schema_get ("journal");

  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  {
    g_autoptr (YsXmlReader) reader =
        ys_xml_reader_open_fd (fd, 4, strlen (text) - 8, "j", "journal", schema, 0, faults);

    g_assert_true (ys_xml_reader_next (reader));
    g_assert_true (ys_xml_reader_is_start (reader, "journal"));
    g_assert_false (ys_xml_reader_next (reader));
    g_assert_true (ys_xml_reader_is_complete (reader));
  }
  {
    g_autoptr (YsXmlReader) beyond = ys_xml_reader_open_fd (fd, 4, 5000, "j", "journal", schema, 0, faults);

    while (ys_xml_reader_next (beyond))
      continue;
    g_assert_false (ys_xml_reader_is_complete (beyond));
    g_assert_cmpuint (ys_faults_get_n (faults), >, 0);
  }
  close (fd);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/sound", test_sound);
  g_test_add_func ("/xml/encodings", test_encodings);
  g_test_add_func ("/xml/forbidden", test_forbidden);
  g_test_add_func ("/xml/depth", test_depth);
  g_test_add_func ("/xml/root-and-version", test_root_and_version);
  g_test_add_func ("/xml/schema-faults", test_schema_faults);
  g_test_add_func ("/xml/not-well-formed", test_not_well_formed);
  g_test_add_func ("/xml/from-descriptor", test_from_descriptor);
  return g_test_run ();
}
