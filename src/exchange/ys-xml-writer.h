/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: canonical XML. UTF-8, two blanks of indentation, attributes in the order of the calls, LF.
 * libxml2's writer succeeds at characters that XML forbids, so every text is looked at first (packages.md). */
#pragma once

#include <libxml/xmlwriter.h>

#include "ys-date.h"
#include "ys-error.h"
#include "ys-points.h"

G_BEGIN_DECLS

typedef struct _YsXmlWriter YsXmlWriter;

YsXmlWriter *ys_xml_writer_new (void);
void ys_xml_writer_free (YsXmlWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsXmlWriter, ys_xml_writer_free)
/* Ends the document: its bytes, or NULL with VALUE where a text was no XML text. */
GBytes *ys_xml_writer_finish (YsXmlWriter *self, GError **error);

void ys_xml_writer_start (YsXmlWriter *self, const char *element);
/* The root, with its attribute format="1". */
void ys_xml_writer_start_root (YsXmlWriter *self, const char *element);
void ys_xml_writer_end (YsXmlWriter *self);
/* An element with a text only; written also where it is empty or NULL. */
void ys_xml_writer_element (YsXmlWriter *self, const char *element, const char *text);
/* The same, left out where @text is NULL or empty. */
void ys_xml_writer_optional_element (YsXmlWriter *self, const char *element, const char *text);
/* Text of the element begun; nothing where it is NULL or empty. */
void ys_xml_writer_content (YsXmlWriter *self, const char *text);

/* Attributes of the element begun. ys_xml_writer_optional() leaves out NULL and "". */
void ys_xml_writer_text (YsXmlWriter *self, const char *name, const char *text);
void ys_xml_writer_optional (YsXmlWriter *self, const char *name, const char *text);
void ys_xml_writer_whole (YsXmlWriter *self, const char *name, gint64 whole);
void ys_xml_writer_points (YsXmlWriter *self, const char *name, YsPoints points);
void ys_xml_writer_decimal (YsXmlWriter *self, const char *name, YsDecimal decimal);
/* Left out where it is no date. */
void ys_xml_writer_date (YsXmlWriter *self, const char *name, YsDate date);
void ys_xml_writer_boolean (YsXmlWriter *self, const char *name, gboolean value);
/* Written only where TRUE. */
void ys_xml_writer_flag (YsXmlWriter *self, const char *name, gboolean value);
/* Blank-separated; left out where it is NULL or empty. */
void ys_xml_writer_list (YsXmlWriter *self, const char *name, const GStrv list);

/* A copy of @array, sorted, for lists whose order has no meaning; it owns nothing. @compare gets elements. */
GPtrArray *ys_xml_writer_sorted (const GPtrArray *array, GCompareDataFunc compare, gconstpointer data);
/* The same for a list of words; NULL where @list is. Free with g_free(), the words are not copied. */
char **ys_xml_writer_sorted_words (const GStrv list);

G_END_DECLS
