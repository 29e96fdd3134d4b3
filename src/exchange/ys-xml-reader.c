/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xmlReaderForIO() behind the lexical gate, with a streaming XSD and without anything that could reach out of
 * the document. */
#include "ys-xml-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libxml/catalog.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>
#include <string.h>
#include <unistd.h>

#include "ys-lexical.h"
#include "ys-xml-message.h"

struct _YsXmlReader
{
  GBytes *document; /* NULL where a descriptor is read */
  char *file;
  char *root;
  YsLexical *gate;
  xmlSchemaPtr schema;
  xmlTextReaderPtr reader;
  YsFaults *faults;  /* the caller's */
  YsFaults *pending; /* of the current read */
  guint n_faults;
  int fd;
  guint64 offset, left;
  YsXmlFlags flags;
  gboolean gate_refused, at_root, ended, stopped;
};

static xmlParserInputPtr
load_nothing (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

/* libxml2 writes some of its own troubles to standard error; what matters comes as a structured error. */
static void
say_nothing (void *context, const char *message, ...)
{
}

static void
initialise_once (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  xmlInitParser ();
  xmlCatalogSetDefaults (XML_CATA_ALLOW_NONE);
  xmlSetExternalEntityLoader (load_nothing);
  g_once_init_leave (&done, 1);
}

static int
fill_from_fd (YsXmlReader *self, char *buffer, int length)
{
  gsize wanted = MIN (self->left, (guint64)length);
  gssize n;

  do
    n = pread (self->fd, buffer, wanted, (off_t)self->offset);
  while (n < 0 && errno == EINTR);
  if (n >= 0 && (n > 0 || wanted == 0))
    return (int)n;
  self->gate_refused = TRUE;
  ys_faults_add (self->faults, YS_ERROR_IO, self->file, 0, NULL,
                 _ ("The document cannot be read to its end."));
  self->n_faults++;
  return -1;
}

/* The read callback: nothing reaches libxml2 that the gate has not passed. */
static int
read_through_gate (void *context, char *buffer, int length)
{
  YsXmlReader *self = context;
  gsize n;

  if (self->gate_refused)
    return -1;
  if (self->document != NULL)
    {
      n = MIN (self->left, (guint64)length);
      /* An empty document has no data to point at. */
      if (n > 0)
        memcpy (buffer, (const char *)g_bytes_get_data (self->document, NULL) + self->offset, n);
    }
  else
    {
      int got = fill_from_fd (self, buffer, length);

      if (got < 0)
        return -1;
      n = (gsize)got;
    }
  self->offset += n;
  self->left -= n;
  if (n == 0 ? ys_lexical_finish (self->gate, self->faults)
             : ys_lexical_feed (self->gate, buffer, n, self->faults))
    return (int)n;
  self->gate_refused = TRUE;
  self->n_faults++;
  return -1;
}

static void
collect (void *data, xmlErrorPtr error)
{
  YsXmlReader *self = data;
  guint limit = self->flags & YS_XML_READ_ALL ? YS_XML_MAX_FAULTS : YS_XML_MAX_FAULTS_OF_READ;

  if (self->gate_refused || error->level < XML_ERR_ERROR)
    return;
  if (self->n_faults + ys_faults_get_n (self->pending) < limit)
    ys_xml_message_add (self->pending, self->file, error);
}

static xmlSchemaPtr
compile_schema (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlSchemaParserCtxtPtr context = xmlSchemaNewMemParserCtxt (data, (int)length);
  xmlSchemaPtr schema = xmlSchemaParse (context);

  xmlSchemaFreeParserCtxt (context);
  if (schema == NULL)
    g_error ("a shipped schema does not compile");
  return schema;
}

static YsXmlReader *
open_common (const char *file, const char *root, GBytes *schema, YsXmlFlags flags, YsFaults *faults)
{
  YsXmlReader *self = g_new0 (YsXmlReader, 1);

  initialise_once ();
  /* Of the thread, not of the process. */
  xmlSetGenericErrorFunc (NULL, say_nothing);
  self->file = g_strdup (file);
  self->root = g_strdup (root);
  self->gate = ys_lexical_new (file);
  self->faults = faults;
  self->pending = ys_faults_new ();
  self->flags = flags;
  self->fd = -1;
  self->at_root = TRUE;
  if (schema != NULL)
    self->schema = compile_schema (schema);
  return self;
}

static void
start (YsXmlReader *self)
{
  self->reader =
      xmlReaderForIO (read_through_gate, NULL, self, NULL, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  /* NULL comes where the gate refuses the very first bytes; the fault is there already. */
  if (self->reader == NULL)
    {
      self->stopped = TRUE;
      return;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, collect, self);
  if (self->schema != NULL)
    xmlTextReaderSetSchema (self->reader, self->schema);
}

YsXmlReader *
ys_xml_reader_open_bytes (GBytes *document, const char *file, const char *root, GBytes *schema,
                          YsXmlFlags flags, YsFaults *faults)
{
  YsXmlReader *self = open_common (file, root, schema, flags, faults);

  self->document = g_bytes_ref (document);
  self->left = g_bytes_get_size (document);
  start (self);
  return self;
}

YsXmlReader *
ys_xml_reader_open_fd (int fd, guint64 offset, guint64 size, const char *file, const char *root,
                       GBytes *schema, YsXmlFlags flags, YsFaults *faults)
{
  YsXmlReader *self = open_common (file, root, schema, flags, faults);

  self->fd = fd;
  self->offset = offset;
  self->left = size;
  start (self);
  return self;
}

void
ys_xml_reader_free (YsXmlReader *self)
{
  /* The reader uses the schema and the gate until it is freed. */
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->schema, xmlSchemaFree);
  ys_lexical_free (self->gate);
  ys_faults_unref (self->pending);
  g_clear_pointer (&self->document, g_bytes_unref);
  g_free (self->file);
  g_free (self->root);
  g_free (self);
}

/* Another root or version says more than the schema's complaints about it, so it replaces them. */
static gboolean
check_root (YsXmlReader *self)
{
  const char *name = (const char *)xmlTextReaderConstName (self->reader);
  g_autofree char *format = NULL;

  if (xmlTextReaderNodeType (self->reader) != XML_READER_TYPE_ELEMENT)
    return TRUE;
  self->at_root = FALSE;
  if (self->root == NULL)
    return TRUE;
  format = ys_xml_reader_dup_attribute (self, "format");
  if (g_strcmp0 (name, self->root) == 0 && g_strcmp0 (format, "1") == 0)
    return TRUE;
  ys_faults_unref (self->pending);
  self->pending = ys_faults_new ();
  if (g_strcmp0 (name, self->root) != 0)
    ys_xml_reader_add_fault (self, YS_ERROR_XML_ROOT, NULL, _ ("This file is a <%s>; expected is <%s>."),
                             name, self->root);
  else
    ys_xml_reader_add_fault (self, YS_ERROR_XML_VERSION, NULL,
                             _ ("The format of this file is \"%s\"; this program reads format 1."),
                             format != NULL ? format : "");
  return FALSE;
}

/* Moves the faults of this read to the caller's list. */
static void
settle (YsXmlReader *self)
{
  self->n_faults += ys_faults_get_n (self->pending);
  ys_faults_steal_all (self->faults, self->pending);
}

/* A plugged schema cuts the parser's own errors off from the handler; the thread's last error still has them.
 */
static void
collect_parser_error (YsXmlReader *self)
{
  const xmlError *error = xmlGetLastError ();

  if (self->gate_refused || ys_faults_get_n (self->pending) > 0)
    return;
  if (error != NULL)
    ys_xml_message_add (self->pending, self->file, error);
  else
    ys_xml_reader_add_fault (self, YS_ERROR_XML_SYNTAX, NULL, _ ("This is not well-formed XML."));
}

gboolean
ys_xml_reader_next (YsXmlReader *self)
{
  int result;

  if (self->stopped || self->ended)
    return FALSE;
  xmlResetLastError ();
  result = xmlTextReaderRead (self->reader);
  if (result < 0)
    collect_parser_error (self);
  if (result == 1 && self->at_root && !check_root (self))
    result = -1;
  settle (self);
  self->stopped = result < 0 || (self->n_faults > 0 && !(self->flags & YS_XML_READ_ALL))
                  || self->n_faults >= YS_XML_MAX_FAULTS;
  self->ended = result == 0;
  return result == 1 && !self->stopped;
}

gboolean
ys_xml_reader_is_complete (const YsXmlReader *self)
{
  return self->ended && !self->stopped && self->n_faults == 0;
}

xmlTextReaderPtr
ys_xml_reader_peek (YsXmlReader *self)
{
  return self->reader;
}

gboolean
ys_xml_reader_is_start (YsXmlReader *self, const char *name)
{
  return xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT
         && g_strcmp0 ((const char *)xmlTextReaderConstName (self->reader), name) == 0;
}

guint
ys_xml_reader_get_line (YsXmlReader *self)
{
  xmlNodePtr node = self->reader != NULL ? xmlTextReaderCurrentNode (self->reader) : NULL;
  long line = node != NULL ? xmlGetLineNo (node) : 0;

  return line > 0 ? (guint)line : 0;
}

char *
ys_xml_reader_dup_attribute (YsXmlReader *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

void
ys_xml_reader_add_fault (YsXmlReader *self, YsErrorCode code, const char *where, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ys_faults_add (self->faults, code, self->file, ys_xml_reader_get_line (self), where, "%s", sentence);
  self->n_faults++;
}

gboolean
ys_xml_check (GBytes *document, const char *file, const char *root, GBytes *schema, YsXmlFlags flags,
              YsFaults *faults)
{
  g_autoptr (YsXmlReader) reader = ys_xml_reader_open_bytes (document, file, root, schema, flags, faults);

  while (ys_xml_reader_next (reader))
    continue;
  return ys_xml_reader_is_complete (reader);
}
