/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers and readers of package.xml and journal.xml share: an indented document in memory,
 * attributes of numbers and times. */
#pragma once

#include <libxml/xmlwriter.h>

#include "ys-xml-reader.h"

G_BEGIN_DECLS

/* A document under construction; free the result of ys_package_element_finish() instead. */
typedef struct
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr xml;
} YsPackageElement;

/* Begins a document with @root and its attribute format="1". */
void ys_package_element_begin (YsPackageElement *self, const char *root);
void ys_package_element_start (YsPackageElement *self, const char *name);
void ys_package_element_end (YsPackageElement *self);
/* NULL and "" are not written. */
void ys_package_element_text (YsPackageElement *self, const char *name, const char *value);
void ys_package_element_number (YsPackageElement *self, const char *name, guint64 value);
void ys_package_element_time (YsPackageElement *self, const char *name, gint64 microseconds);
GBytes *ys_package_element_finish (YsPackageElement *self);

/* Attributes of the current element, which has satisfied the schema; 0 where absent. */
guint64 ys_package_element_read_number (YsXmlReader *reader, const char *name);
/* Adds a fault where the text is no real time (the 30th of February). */
gint64 ys_package_element_read_time (YsXmlReader *reader, const char *name);

G_END_DECLS
