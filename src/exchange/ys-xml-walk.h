/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: walking over the elements of a document that ys-xml-reader streams, and taking typed
 * attributes from them. What the schema lets through is well typed; anything else gets a default beside its fault. */
#pragma once

#include "ys-date.h"
#include "ys-points.h"
#include "ys-xml-reader.h"

G_BEGIN_DECLS

typedef struct {
  YsXmlReader *reader;
  xmlTextReaderPtr xml;
  const char *file;
  YsFaults *faults;
} YsXmlWalk;

/* Called while the walk stands on the start of the element @name. It may take the element's attributes first, then
 * its children or its content; what it leaves is skipped. */
typedef void (*YsXmlVisit) (YsXmlWalk *walk, const char *name, gpointer into);

/* Reads @document against the schema @stem, whose root has the same name, and visits the root. FALSE with faults
 * if anything is wrong; what was visited until then may be incomplete. */
gboolean ys_xml_walk_document (GBytes *document, const char *file, const char *stem, YsXmlFlags flags,
                               YsFaults *faults, YsXmlVisit visit, gpointer into);
/* Whether the faults from @first on are only of schema and values, so that the document was read to its end and
 * looking at its meaning can find more. */
gboolean ys_xml_faults_are_mild (YsFaults *faults, guint first);

/* Visits each child element of the current one. */
void ys_xml_walk_children (YsXmlWalk *walk, YsXmlVisit visit, gpointer into);
/* Line of the current element's start tag. */
guint ys_xml_walk_line (YsXmlWalk *walk);
void ys_xml_walk_fault (YsXmlWalk *walk, const char *where, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Text of the current element; ys_xml_note(): NULL where there is none. Free with g_free(). */
char *ys_xml_content (YsXmlWalk *walk);
char *ys_xml_note (YsXmlWalk *walk);
/* Attribute of the current element: "" or NULL where it is absent. Free with g_free(). */
char *ys_xml_text (YsXmlWalk *walk, const char *name);
char *ys_xml_optional (YsXmlWalk *walk, const char *name);
/* Blank-separated list; NULL where it is absent or empty. Free with g_strfreev(). */
GStrv ys_xml_list (YsXmlWalk *walk, const char *name);
/* 0 where it is absent; FALSE for the has-forms. A text that is no such value is a fault. */
gboolean ys_xml_has_whole (YsXmlWalk *walk, const char *name, gint64 *whole);
guint ys_xml_whole (YsXmlWalk *walk, const char *name);
gboolean ys_xml_has_points (YsXmlWalk *walk, const char *name, YsPoints *points);
YsPoints ys_xml_points (YsXmlWalk *walk, const char *name);
gboolean ys_xml_has_decimal (YsXmlWalk *walk, const char *name, YsDecimal *decimal);
YsDate ys_xml_date (YsXmlWalk *walk, const char *name);
gboolean ys_xml_true (YsXmlWalk *walk, const char *name);
/* Index of the attribute's value in the NULL-terminated @names, 0 where it is absent or not among them. */
guint ys_xml_choice (YsXmlWalk *walk, const char *name, const char *const *names);

G_END_DECLS
