/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own sentences for the errors of libxml2's parser and schema validator, chosen by code; names, values and
 * the list of expected elements are taken out of its (never localised) text. */
#include "ys-xml-message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *element, *attribute, *value, *expected;
} MessageParts;

static void
message_parts_clear (MessageParts *parts)
{
  g_free (parts->element);
  g_free (parts->attribute);
  g_free (parts->value);
  g_free (parts->expected);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MessageParts, message_parts_clear)

/* What stands between @before and @after in @text, at most 60 characters of it; NULL if absent. */
static char *
dup_between (const char *text, const char *before, const char *after)
{
  const char *start = text != NULL ? strstr (text, before) : NULL;
  const char *end;
  g_autofree char *whole = NULL;

  if (start == NULL)
    return NULL;
  start += strlen (before);
  end = strstr (start, after);
  if (end == NULL)
    return NULL;
  whole = g_utf8_make_valid (start, end - start);
  if (g_utf8_strlen (whole, -1) > 60)
    {
      g_autofree char *cut = g_utf8_substring (whole, 0, 60);

      return g_strconcat (cut, "…", NULL);
    }
  return g_steal_pointer (&whole);
}

static MessageParts
take_apart (const xmlError *error)
{
  MessageParts parts = { 0 };

  parts.element = dup_between (error->message, "Element '", "'");
  parts.attribute = dup_between (error->message, "attribute '", "'");
  parts.value = dup_between (error->message, "value '", "' ");
  parts.expected = dup_between (error->message, "Expected is one of ( ", " )");
  if (parts.expected == NULL)
    parts.expected = dup_between (error->message, "Expected is ( ", " )");
  if (parts.attribute == NULL && (error->code == XML_SCHEMAV_CVC_COMPLEX_TYPE_4))
    parts.attribute = dup_between (error->message, "The attribute '", "'");
  return parts;
}

/* The thing a value stands in: "attribute points of <point>" or "<point>". */
static char *
place_of (const MessageParts *parts)
{
  const char *element = parts->element != NULL ? parts->element : "?";

  if (parts->attribute != NULL)
    return g_strdup_printf (_ ("attribute %s of <%s>"), parts->attribute, element);
  return g_strdup_printf ("<%s>", element);
}

static char *
element_content_sentence (const MessageParts *parts, const xmlError *error)
{
  gboolean missing = strstr (error->message, "Missing child") != NULL;
  const char *element = parts->element != NULL ? parts->element : "?";

  if (missing)
    return parts->expected != NULL
               ? g_strdup_printf (_ ("<%s> is not complete; here must stand: %s."), element, parts->expected)
               : g_strdup_printf (_ ("<%s> is not complete."), element);
  /* libxml2 says nothing more about the rest of the same parent; who mends the file should know. */
  return parts->expected != NULL
             ? g_strdup_printf (
                 _ ("<%s> may not stand here; allowed here: %s. What follows it here was not checked."),
                 element, parts->expected)
             : g_strdup_printf (_ ("<%s> may not stand here. What follows it here was not checked."),
                                element);
}

static char *
key_sentence (const char *element, const char *message)
{
  g_autofree char *key = dup_between (message, "key-sequence [", "]");

  if (key == NULL)
    return g_strdup_printf (_ ("<%s> repeats a key that must be unique, or names one that does not exist."),
                            element);
  if (strstr (message, "Duplicate") != NULL)
    return g_strdup_printf (_ ("<%s> repeats what must stand only once: %s."), element, key);
  return g_strdup_printf (_ ("<%s> names what does not exist: %s."), element, key);
}

static char *
value_sentence (const MessageParts *parts, int code)
{
  g_autofree char *place = place_of (parts);
  const char *value = parts->value != NULL ? parts->value : "";

  switch (code)
    {
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      return g_strdup_printf (_ ("\"%s\" in %s is none of the allowed words."), value, place);
    case XML_SCHEMAV_CVC_PATTERN_VALID:
      return g_strdup_printf (_ ("\"%s\" in %s is not written in the required form."), value, place);
    case XML_SCHEMAV_CVC_LENGTH_VALID:
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
      return g_strdup_printf (_ ("\"%s\" in %s is too short or too long."), value, place);
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
      return g_strdup_printf (_ ("\"%s\" in %s is too small or too large."), value, place);
    case XML_SCHEMAV_CVC_TOTALDIGITS_VALID:
    case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
      return g_strdup_printf (_ ("\"%s\" in %s has too many digits."), value, place);
    default:
      return g_strdup_printf (_ ("\"%s\" in %s is not a valid value."), value, place);
    }
}

static char *
schema_sentence (const MessageParts *parts, const xmlError *error)
{
  const char *element = parts->element != NULL ? parts->element : "?";
  const char *attribute = parts->attribute != NULL ? parts->attribute : "?";

  switch (error->code)
    {
    case XML_SCHEMAV_ELEMENT_CONTENT:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
      return element_content_sentence (parts, error);
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      return g_strdup_printf (_ ("<%s> lacks the attribute %s."), element, attribute);
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
      return g_strdup_printf (_ ("<%s> may not have the attribute %s."), element, attribute);
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
      return g_strdup_printf (_ ("<%s> may not hold text or elements here."), element);
    case XML_SCHEMAV_CVC_ELT_1:
      return g_strdup_printf (_ ("<%s> is not known as the root of such a file."), element);
    case XML_SCHEMAV_CVC_IDC:
      return key_sentence (element, error->message);
    default:
      return value_sentence (parts, error->code);
    }
}

static char *
parser_sentence (const xmlError *error)
{
  switch (error->code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_END:
      return g_strdup (_ ("The document is empty, or text stands outside its root element."));
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
      return g_strdup (_ ("A tag is not closed, or is closed under another name; the file may be cut off."));
    case XML_ERR_INVALID_CHAR:
      return g_strdup (_ ("A character stands here that XML does not allow."));
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
      return g_strdup (
          _ ("A name is missing or \"&\" does not begin a known character; write &amp; for \"&\"."));
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup (_ ("An attribute is given twice."));
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_LT_IN_ATTRIBUTE:
    case XML_ERR_SPACE_REQUIRED:
      return g_strdup (_ ("An attribute is not written as name=\"value\"."));
    case XML_ERR_RESERVED_XML_NAME:
      return g_strdup (_ ("The XML declaration must be the very beginning of the document."));
    default:
      return g_strdup (_ ("This is not well-formed XML."));
    }
}

void
ys_xml_message_add (YsFaults *faults, const char *file, const xmlError *error)
{
  g_auto (MessageParts) parts = take_apart (error);
  guint line = error->line > 0 ? (guint)error->line : 0;
  g_autofree char *sentence = NULL;
  g_autofree char *where = NULL;

  if (error->domain != XML_FROM_SCHEMASV)
    {
      sentence = parser_sentence (error);
      ys_faults_add (faults, YS_ERROR_XML_SYNTAX, file, line, NULL, "%s", sentence);
      return;
    }
  sentence = schema_sentence (&parts, error);
  if (parts.element != NULL)
    where = parts.attribute != NULL ? g_strdup_printf ("%s/@%s", parts.element, parts.attribute)
                                    : g_strdup (parts.element);
  ys_faults_add (faults, YS_ERROR_XML_SCHEMA, file, line, where, "%s", sentence);
}
