/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin layer over xmlTextWriter and ys-xml-reader for the two documents that describe a package. */
#include "ys-package-element.h"

#include <glib/gi18n-lib.h>

#include "ys-date.h"

void
ys_package_element_begin (YsPackageElement *self, const char *root)
{
  self->buffer = xmlBufferCreate ();
  self->xml = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterSetIndent (self->xml, 1);
  xmlTextWriterSetIndentString (self->xml, (const xmlChar *)"  ");
  xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", NULL);
  ys_package_element_start (self, root);
  ys_package_element_text (self, "format", "1");
}

void
ys_package_element_start (YsPackageElement *self, const char *name)
{
  xmlTextWriterStartElement (self->xml, (const xmlChar *)name);
}

void
ys_package_element_end (YsPackageElement *self)
{
  xmlTextWriterEndElement (self->xml);
}

void
ys_package_element_text (YsPackageElement *self, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    xmlTextWriterWriteAttribute (self->xml, (const xmlChar *)name, (const xmlChar *)value);
}

void
ys_package_element_number (YsPackageElement *self, const char *name, guint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, value);

  ys_package_element_text (self, name, text);
}

void
ys_package_element_time (YsPackageElement *self, const char *name, gint64 microseconds)
{
  g_autofree char *text = ys_time_to_xml (microseconds);

  ys_package_element_text (self, name, text);
}

GBytes *
ys_package_element_finish (YsPackageElement *self)
{
  GBytes *bytes;

  xmlTextWriterEndDocument (self->xml);
  xmlFreeTextWriter (self->xml);
  bytes = g_bytes_new (xmlBufferContent (self->buffer), (gsize)xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);
  return bytes;
}

guint64
ys_package_element_read_number (YsXmlReader *reader, const char *name)
{
  g_autofree char *text = ys_xml_reader_dup_attribute (reader, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

gint64
ys_package_element_read_time (YsXmlReader *reader, const char *name)
{
  g_autofree char *text = ys_xml_reader_dup_attribute (reader, name);
  gint64 time = 0;

  if (text != NULL && !ys_time_parse_xml (text, &time))
    ys_xml_reader_add_fault (reader, YS_ERROR_VALUE, name, _ ("\"%s\" is no real time."), text);
  return time;
}
