/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recursive descent over a streamed document, and the typed attributes of its elements.
 * Lines come from the node itself: the parser is already some lines ahead of it. */
#include "ys-xml-walk.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>

#include "ys-schema.h"

gboolean
ys_xml_walk_document (GBytes *document, const char *file, const char *stem, YsXmlFlags flags,
                      YsFaults *faults, YsXmlVisit visit, gpointer into)
{
  g_autoptr (GBytes) schema = ys_schema_get (stem);
  guint before = ys_faults_get_n (faults);
  g_autoptr (YsXmlReader) reader = ys_xml_reader_open_bytes (document, file, stem, schema, flags, faults);
  YsXmlWalk walk = { reader, ys_xml_reader_peek (reader), file, faults };

  while (ys_xml_reader_next (reader))
    {
      if (ys_xml_reader_is_start (reader, stem) && xmlTextReaderDepth (walk.xml) == 0)
        visit (&walk, stem, into);
    }
  return ys_xml_reader_is_complete (reader) && ys_faults_get_n (faults) == before;
}

gboolean
ys_xml_faults_are_mild (YsFaults *faults, guint first)
{
  for (guint i = first; i < ys_faults_get_n (faults); i++)
    {
      YsErrorCode code = ys_faults_get (faults, i)->code;

      if (code != YS_ERROR_XML_SCHEMA && code != YS_ERROR_VALUE)
        return FALSE;
    }
  return TRUE;
}

void
ys_xml_walk_children (YsXmlWalk *walk, YsXmlVisit visit, gpointer into)
{
  int depth = xmlTextReaderDepth (walk->xml);

  if (xmlTextReaderIsEmptyElement (walk->xml))
    return;
  while (ys_xml_reader_next (walk->reader))
    {
      int type = xmlTextReaderNodeType (walk->xml);
      int here = xmlTextReaderDepth (walk->xml);

      if (type == XML_READER_TYPE_END_ELEMENT && here == depth)
        return;
      if (type == XML_READER_TYPE_ELEMENT && here == depth + 1)
        visit (walk, (const char *)xmlTextReaderConstLocalName (walk->xml), into);
    }
}

guint
ys_xml_walk_line (YsXmlWalk *walk)
{
  long line = xmlGetLineNo (xmlTextReaderCurrentNode (walk->xml));

  return line > 0 ? (guint)line : 0;
}

void
ys_xml_walk_fault (YsXmlWalk *walk, const char *where, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ys_faults_add (walk->faults, YS_ERROR_VALUE, walk->file, ys_xml_walk_line (walk), where, "%s", sentence);
}

char *
ys_xml_content (YsXmlWalk *walk)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int depth = xmlTextReaderDepth (walk->xml);

  if (xmlTextReaderIsEmptyElement (walk->xml))
    return g_strdup ("");
  while (ys_xml_reader_next (walk->reader))
    {
      int type = xmlTextReaderNodeType (walk->xml);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (walk->xml) == depth)
        break;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_WHITESPACE
          || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        g_string_append (text, (const char *)xmlTextReaderConstValue (walk->xml));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ys_xml_note (YsXmlWalk *walk)
{
  g_autofree char *text = ys_xml_content (walk);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
ys_xml_text (YsXmlWalk *walk, const char *name)
{
  char *text = ys_xml_reader_dup_attribute (walk->reader, name);

  return text != NULL ? text : g_strdup ("");
}

char *
ys_xml_optional (YsXmlWalk *walk, const char *name)
{
  g_autofree char *text = ys_xml_reader_dup_attribute (walk->reader, name);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

GStrv
ys_xml_list (YsXmlWalk *walk, const char *name)
{
  g_autofree char *text = ys_xml_optional (walk, name);
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  if (text == NULL)
    return NULL;
  words = g_strsplit_set (text, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      g_strv_builder_add (builder, words[i]);
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

/* One fault for a value is enough: the schema has named most of them on this line already. */
static void
bad_value (YsXmlWalk *walk, const char *name, const char *text)
{
  guint n = ys_faults_get_n (walk->faults);
  guint line = ys_xml_walk_line (walk);

  for (guint i = n > 8 ? n - 8 : 0; i < n; i++)
    {
      const YsFault *fault = ys_faults_get (walk->faults, i);

      if (fault->code == YS_ERROR_XML_SCHEMA && fault->line == line)
        return;
    }
  ys_xml_walk_fault (walk, name, _ ("\"%s\" is no value for %s."), text, name);
}

gboolean
ys_xml_has_whole (YsXmlWalk *walk, const char *name, gint64 *whole)
{
  g_autofree char *text = ys_xml_optional (walk, name);

  if (text == NULL)
    return FALSE;
  if (g_ascii_string_to_signed (text, 10, 0, YS_FIGURE_LIMIT, whole, NULL))
    return TRUE;
  bad_value (walk, name, text);
  return FALSE;
}

guint
ys_xml_whole (YsXmlWalk *walk, const char *name)
{
  gint64 whole = 0;

  ys_xml_has_whole (walk, name, &whole);
  return (guint)MIN (whole, G_MAXUINT);
}

gboolean
ys_xml_has_points (YsXmlWalk *walk, const char *name, YsPoints *points)
{
  g_autofree char *text = ys_xml_optional (walk, name);

  if (text == NULL)
    return FALSE;
  if (ys_points_parse (text, points))
    return TRUE;
  bad_value (walk, name, text);
  return FALSE;
}

YsPoints
ys_xml_points (YsXmlWalk *walk, const char *name)
{
  YsPoints points = 0;

  ys_xml_has_points (walk, name, &points);
  return points;
}

gboolean
ys_xml_has_decimal (YsXmlWalk *walk, const char *name, YsDecimal *decimal)
{
  g_autofree char *text = ys_xml_optional (walk, name);

  if (text == NULL)
    return FALSE;
  if (ys_decimal_parse (text, decimal))
    return TRUE;
  bad_value (walk, name, text);
  return FALSE;
}

YsDate
ys_xml_date (YsXmlWalk *walk, const char *name)
{
  g_autofree char *text = ys_xml_optional (walk, name);
  YsDate date;

  if (text == NULL)
    return 0;
  date = ys_date_parse (text);
  if (date == 0)
    bad_value (walk, name, text);
  return date;
}

gboolean
ys_xml_true (YsXmlWalk *walk, const char *name)
{
  g_autofree char *text = ys_xml_optional (walk, name);

  return g_strcmp0 (text, "true") == 0 || g_strcmp0 (text, "1") == 0;
}

guint
ys_xml_choice (YsXmlWalk *walk, const char *name, const char *const *names)
{
  g_autofree char *text = ys_xml_optional (walk, name);

  if (text == NULL)
    return 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], text))
        return i;
    }
  bad_value (walk, name, text);
  return 0;
}
