/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xmlTextWriter into memory, with one manner of writing each kind of value.
 * The first text that XML forbids ends the work: finishing then gives the error and no bytes. */
#include "ys-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ys-id.h"

struct _YsXmlWriter
{
  xmlTextWriterPtr writer;
  xmlBufferPtr buffer;
  char *bad; /* where a text was no XML text */
};

/* Memory is all that a write to memory can lack, and GLib ends the program without it too. */
static void
must (int result)
{
  if (result < 0)
    g_error ("out of memory while writing XML");
}

YsXmlWriter *
ys_xml_writer_new (void)
{
  YsXmlWriter *self = g_new0 (YsXmlWriter, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  must (self->writer != NULL ? 0 : -1);
  must (xmlTextWriterSetIndent (self->writer, 1));
  must (xmlTextWriterSetIndentString (self->writer, BAD_CAST "  "));
  must (xmlTextWriterStartDocument (self->writer, NULL, "UTF-8", NULL));
  return self;
}

void
ys_xml_writer_free (YsXmlWriter *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_free (self->bad);
  g_free (self);
}

GBytes *
ys_xml_writer_finish (YsXmlWriter *self, GError **error)
{
  must (xmlTextWriterEndDocument (self->writer));
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  if (self->bad != NULL)
    {
      ys_set_error (error, YS_ERROR_VALUE, self->bad, _ ("The text of %s holds characters that XML forbids."),
                    self->bad);
      return NULL;
    }
  return g_bytes_new (xmlBufferContent (self->buffer), (gsize)xmlBufferLength (self->buffer));
}

static gboolean
is_safe (YsXmlWriter *self, const char *name, const char *text)
{
  if (ys_text_is_xml_safe (text))
    return TRUE;
  if (self->bad == NULL)
    self->bad = g_strdup (name);
  return FALSE;
}

void
ys_xml_writer_start (YsXmlWriter *self, const char *element)
{
  must (xmlTextWriterStartElement (self->writer, BAD_CAST element));
}

void
ys_xml_writer_start_root (YsXmlWriter *self, const char *element)
{
  ys_xml_writer_start (self, element);
  ys_xml_writer_text (self, "format", "1");
}

void
ys_xml_writer_end (YsXmlWriter *self)
{
  must (xmlTextWriterEndElement (self->writer));
}

void
ys_xml_writer_content (YsXmlWriter *self, const char *text)
{
  if (text != NULL && *text != '\0' && is_safe (self, "text", text))
    must (xmlTextWriterWriteString (self->writer, BAD_CAST text));
}

void
ys_xml_writer_element (YsXmlWriter *self, const char *element, const char *text)
{
  ys_xml_writer_start (self, element);
  if (text != NULL && *text != '\0' && is_safe (self, element, text))
    must (xmlTextWriterWriteString (self->writer, BAD_CAST text));
  ys_xml_writer_end (self);
}

void
ys_xml_writer_optional_element (YsXmlWriter *self, const char *element, const char *text)
{
  if (text != NULL && *text != '\0')
    ys_xml_writer_element (self, element, text);
}

void
ys_xml_writer_text (YsXmlWriter *self, const char *name, const char *text)
{
  if (text == NULL)
    text = "";
  if (is_safe (self, name, text))
    must (xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST text));
}

void
ys_xml_writer_optional (YsXmlWriter *self, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    ys_xml_writer_text (self, name, text);
}

void
ys_xml_writer_whole (YsXmlWriter *self, const char *name, gint64 whole)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, whole);
  ys_xml_writer_text (self, name, text);
}

void
ys_xml_writer_points (YsXmlWriter *self, const char *name, YsPoints points)
{
  g_autofree char *text = ys_points_to_short (points);

  ys_xml_writer_text (self, name, text);
}

void
ys_xml_writer_decimal (YsXmlWriter *self, const char *name, YsDecimal decimal)
{
  g_autofree char *text = ys_decimal_to_text (decimal);

  ys_xml_writer_text (self, name, text);
}

void
ys_xml_writer_date (YsXmlWriter *self, const char *name, YsDate date)
{
  g_autofree char *text = ys_date_to_text (date);

  ys_xml_writer_optional (self, name, text);
}

void
ys_xml_writer_boolean (YsXmlWriter *self, const char *name, gboolean value)
{
  ys_xml_writer_text (self, name, value ? "true" : "false");
}

void
ys_xml_writer_flag (YsXmlWriter *self, const char *name, gboolean value)
{
  if (value)
    ys_xml_writer_text (self, name, "true");
}

void
ys_xml_writer_list (YsXmlWriter *self, const char *name, const GStrv list)
{
  g_autofree char *text = list != NULL ? g_strjoinv (" ", list) : NULL;

  ys_xml_writer_optional (self, name, text);
}

typedef struct
{
  GCompareDataFunc compare;
  gconstpointer data;
} Order;

static int
compare_through (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;

  return order->compare (*(gpointer const *)a, *(gpointer const *)b, (gpointer)order->data);
}

GPtrArray *
ys_xml_writer_sorted (const GPtrArray *array, GCompareDataFunc compare, gconstpointer data)
{
  GPtrArray *sorted = g_ptr_array_sized_new (array->len);
  Order order = { compare, data };

  for (guint i = 0; i < array->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (array, i));
  g_ptr_array_sort_with_data (sorted, compare_through, &order);
  return sorted;
}

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

char **
ys_xml_writer_sorted_words (const GStrv list)
{
  char **sorted;
  gsize n;

  if (list == NULL)
    return NULL;
  n = g_strv_length (list);
  sorted = g_memdup2 (list, (n + 1) * sizeof *list);
  qsort (sorted, n, sizeof *sorted, compare_words);
  return sorted;
}
