/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way XML is read: streaming, through the lexical gate, against a schema from memory, without
 * network, files, entities or document types. Faults come in our own words with their line. */
#pragma once

#include <libxml/xmlreader.h>

#include "ys-error.h"

G_BEGIN_DECLS

typedef enum
{
  /* Stop at the first node that breaks the schema; for what others sent. */
  YS_XML_STOP_AT_FIRST = 0,
  /* Go on to the end and collect every fault (at most YS_XML_MAX_FAULTS): for one's own catalogue or
   * standard. libxml2 stays silent about what stands behind an unexpected element in the same parent. */
  YS_XML_READ_ALL = 1 << 0,
} YsXmlFlags;

#define YS_XML_MAX_FAULTS 1000
/* Messages kept of one read in STOP_AT_FIRST. */
#define YS_XML_MAX_FAULTS_OF_READ 20

typedef struct _YsXmlReader YsXmlReader;

/**
 * ys_xml_reader_open_bytes: begins reading @document.
 * @file: name for faults, valid UTF-8
 * @root: (nullable): the element that must be the root; another gives XML_ROOT
 * @schema: (nullable): an XSD 1.0 without include or import, e.g. of ys_schema_get(); with NULL only
 *   well-formedness is checked
 * @faults: where faults go; must outlive the reader
 *
 * The root's attribute `format` must be "1" where @root is given, else XML_VERSION and nothing more.
 * Returns: (transfer full): a reader standing before the root element. Never NULL; a schema that does not
 * compile is a fault of the program and aborts.
 */
YsXmlReader *ys_xml_reader_open_bytes (GBytes *document, const char *file, const char *root, GBytes *schema,
                                       YsXmlFlags flags, YsFaults *faults);
/* As ys_xml_reader_open_bytes(), from @size bytes of @fd at @offset by pread; @fd stays the caller's. */
YsXmlReader *ys_xml_reader_open_fd (int fd, guint64 offset, guint64 size, const char *file, const char *root,
                                    GBytes *schema, YsXmlFlags flags, YsFaults *faults);
void ys_xml_reader_free (YsXmlReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsXmlReader, ys_xml_reader_free)

/* Moves to the next node. FALSE at the end and at the first fault (with READ_ALL: at the end, and where the
 * document cannot be parsed any further). */
gboolean ys_xml_reader_next (YsXmlReader *self);
/* TRUE if the whole document was read and no fault was found by this reader. */
gboolean ys_xml_reader_is_complete (const YsXmlReader *self);

/* The libxml2 reader, standing on the current node; owned by @self. */
xmlTextReaderPtr ys_xml_reader_peek (YsXmlReader *self);
/* Where the current node is an element (start or empty) of that name. */
gboolean ys_xml_reader_is_start (YsXmlReader *self, const char *name);
/* 1-based line of the current node. */
guint ys_xml_reader_get_line (YsXmlReader *self);
/* Attribute of the current element, or NULL. Free with g_free(). */
char *ys_xml_reader_dup_attribute (YsXmlReader *self, const char *name);
/* Adds a fault at the current line; @where may be NULL; @format is translated already. Counts like any fault:
 * the document is not complete afterwards. */
void ys_xml_reader_add_fault (YsXmlReader *self, YsErrorCode code, const char *where, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Reads @document to its end. TRUE if it is sound; else faults were added. */
gboolean ys_xml_check (GBytes *document, const char *file, const char *root, GBytes *schema, YsXmlFlags flags,
                       YsFaults *faults);

G_END_DECLS
