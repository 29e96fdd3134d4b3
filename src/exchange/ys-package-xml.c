/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package.xml out and in. What is written is read back through the same gate and schema before it counts as
 * written, for xmlTextWriter reports success for characters that XML forbids. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-package-element.h"
#include "ys-package-facts.h"
#include "ys-schema.h"

/* ---- writing ---- */

static void
write_pair (YsPackageElement *element, const char *name, const char *key, const char *value,
            const char *text_key, const char *text)
{
  ys_package_element_start (element, name);
  ys_package_element_text (element, key, value);
  ys_package_element_text (element, text_key, text);
  ys_package_element_end (element);
}

static void
write_root_attributes (YsPackageElement *element, const YsPackageFacts *self)
{
  ys_package_element_text (element, "id", self->id);
  ys_package_element_text (element, "kind", ys_package_kind_nick (self->kind));
  ys_package_element_number (element, "year", self->year);
  ys_package_element_number (element, "number", self->number);
  if (self->revision > 0)
    ys_package_element_number (element, "revision", self->revision);
  ys_package_element_time (element, "time", self->time);
  ys_package_element_text (element, "person", self->person);
  ys_package_element_text (element, "replaces", self->replaces);
  ys_package_element_text (element, "previous", self->previous);
  ys_package_element_text (element, "group", self->group);
  if (self->parts > 0)
    {
      ys_package_element_number (element, "part", self->part);
      ys_package_element_number (element, "parts", self->parts);
    }
}

static void
write_receipt (YsPackageElement *element, const YsPackageReceipt *receipt)
{
  ys_package_element_start (element, "receipt");
  ys_package_element_text (element, "package", receipt->package);
  ys_package_element_text (element, "kind", ys_package_kind_nick (receipt->kind));
  ys_package_element_number (element, "number", receipt->number);
  ys_package_element_text (element, "digest", receipt->digest);
  ys_package_element_text (element, "complete", receipt->complete);
  ys_package_element_text (element, "origin", receipt->origin);
  ys_package_element_text (element, "order", receipt->order);
  ys_package_element_text (element, "state", receipt->state);
  ys_package_element_time (element, "time", receipt->time);
  ys_package_element_end (element);
}

static void
write_contents (YsPackageElement *element, const YsPackageFacts *self)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const YsPackageDocument *document = g_ptr_array_index (self->documents, i);

      ys_package_element_start (element, "document");
      ys_package_element_text (element, "name", document->name);
      ys_package_element_text (element, "digest", document->digest);
      ys_package_element_number (element, "size", document->size);
      ys_package_element_end (element);
    }
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsPackageEvidence *evidence = g_ptr_array_index (self->evidence, i);

      ys_package_element_start (element, "evidence");
      ys_package_element_text (element, "id", evidence->id);
      ys_package_element_text (element, "title", evidence->title);
      ys_package_element_text (element, "number", evidence->number);
      ys_package_element_text (element, "file", evidence->file);
      ys_package_element_number (element, "pages", evidence->pages);
      ys_package_element_number (element, "size", evidence->size);
      ys_package_element_end (element);
    }
}

static GBytes *
write_document (const YsPackageFacts *self)
{
  YsPackageElement start = { NULL, NULL };
  YsPackageElement *element = &start;

  ys_package_element_begin (element, "package");
  write_root_attributes (element, self);
  write_pair (element, "from", "unit", self->from, "name", self->from_name);
  write_pair (element, "to", "unit", self->to, "name", self->to_name);
  write_pair (element, "round", "id", self->round, "title", self->round_title);
  if (self->receipt != NULL)
    write_receipt (element, self->receipt);
  if (self->journal_digest != NULL)
    {
      ys_package_element_start (element, "journal");
      ys_package_element_number (element, "number", self->journal_number);
      ys_package_element_text (element, "digest", self->journal_digest);
      ys_package_element_end (element);
    }
  write_contents (element, self);
  return ys_package_element_finish (element);
}

GBytes *
ys_package_facts_to_xml (const YsPackageFacts *self, GError **error)
{
  g_autoptr (GBytes) document = write_document (self);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsPackageFacts) again = ys_package_facts_from_xml (document, "package.xml", faults);

  if (again != NULL)
    return g_steal_pointer (&document);
  ys_set_error_from_faults (error, faults);
  return NULL;
}

/* ---- reading: the schema has been satisfied by every element that is seen here ---- */

static YsPackageKind
read_kind (YsXmlReader *reader)
{
  g_autofree char *nick = ys_xml_reader_dup_attribute (reader, "kind");
  YsPackageKind kind = YS_PACKAGE_PLAN;

  if (!ys_package_kind_from_nick (nick, &kind))
    ys_xml_reader_add_fault (reader, YS_ERROR_PACKAGE_KIND, "kind", _ ("\"%s\" is no kind of package."),
                             nick != NULL ? nick : "");
  return kind;
}

static void
read_root (YsXmlReader *reader, YsPackageFacts *facts)
{
  facts->id = ys_xml_reader_dup_attribute (reader, "id");
  facts->kind = read_kind (reader);
  facts->year = (guint)ys_package_element_read_number (reader, "year");
  facts->number = (guint)ys_package_element_read_number (reader, "number");
  facts->revision = (guint)ys_package_element_read_number (reader, "revision");
  facts->time = ys_package_element_read_time (reader, "time");
  facts->person = ys_xml_reader_dup_attribute (reader, "person");
  facts->replaces = ys_xml_reader_dup_attribute (reader, "replaces");
  facts->previous = ys_xml_reader_dup_attribute (reader, "previous");
  facts->group = ys_xml_reader_dup_attribute (reader, "group");
  facts->part = (guint)ys_package_element_read_number (reader, "part");
  facts->parts = (guint)ys_package_element_read_number (reader, "parts");
}

static void
read_receipt (YsXmlReader *reader, YsPackageFacts *facts)
{
  YsPackageReceipt *receipt = g_new0 (YsPackageReceipt, 1);

  facts->receipt = receipt;
  receipt->package = ys_xml_reader_dup_attribute (reader, "package");
  receipt->kind = read_kind (reader);
  receipt->number = (guint)ys_package_element_read_number (reader, "number");
  receipt->digest = ys_xml_reader_dup_attribute (reader, "digest");
  receipt->complete = ys_xml_reader_dup_attribute (reader, "complete");
  receipt->origin = ys_xml_reader_dup_attribute (reader, "origin");
  receipt->order = ys_xml_reader_dup_attribute (reader, "order");
  receipt->state = ys_xml_reader_dup_attribute (reader, "state");
  receipt->time = ys_package_element_read_time (reader, "time");
}

static void
read_evidence (YsXmlReader *reader, YsPackageFacts *facts)
{
  g_autofree char *id = ys_xml_reader_dup_attribute (reader, "id");
  g_autofree char *title = ys_xml_reader_dup_attribute (reader, "title");
  g_autofree char *number = ys_xml_reader_dup_attribute (reader, "number");
  g_autofree char *file = ys_xml_reader_dup_attribute (reader, "file");
  const YsPackageEvidence *before =
      facts->evidence->len > 0 ? g_ptr_array_index (facts->evidence, facts->evidence->len - 1) : NULL;

  if (before != NULL && strcmp (before->id, id) >= 0)
    {
      ys_xml_reader_add_fault (reader, YS_ERROR_ID_TWICE, id,
                               _ ("The evidence is not listed in order, each once."));
      return;
    }
  ys_package_facts_add_evidence (facts, id, title, number, file,
                                 (guint)ys_package_element_read_number (reader, "pages"),
                                 ys_package_element_read_number (reader, "size"));
}

static void
read_document (YsXmlReader *reader, YsPackageFacts *facts)
{
  YsPackageDocument *document = g_new0 (YsPackageDocument, 1);

  document->name = ys_xml_reader_dup_attribute (reader, "name");
  document->digest = ys_xml_reader_dup_attribute (reader, "digest");
  document->size = ys_package_element_read_number (reader, "size");
  g_ptr_array_add (facts->documents, document);
}

static void
read_element (YsXmlReader *reader, YsPackageFacts *facts)
{
  if (ys_xml_reader_is_start (reader, "package"))
    read_root (reader, facts);
  else if (ys_xml_reader_is_start (reader, "from"))
    {
      facts->from = ys_xml_reader_dup_attribute (reader, "unit");
      facts->from_name = ys_xml_reader_dup_attribute (reader, "name");
    }
  else if (ys_xml_reader_is_start (reader, "to"))
    {
      facts->to = ys_xml_reader_dup_attribute (reader, "unit");
      facts->to_name = ys_xml_reader_dup_attribute (reader, "name");
    }
  else if (ys_xml_reader_is_start (reader, "round"))
    {
      facts->round = ys_xml_reader_dup_attribute (reader, "id");
      facts->round_title = ys_xml_reader_dup_attribute (reader, "title");
    }
  else if (ys_xml_reader_is_start (reader, "receipt"))
    read_receipt (reader, facts);
  else if (ys_xml_reader_is_start (reader, "journal"))
    {
      facts->journal_number = ys_package_element_read_number (reader, "number");
      facts->journal_digest = ys_xml_reader_dup_attribute (reader, "digest");
    }
  else if (ys_xml_reader_is_start (reader, "document"))
    read_document (reader, facts);
  else if (ys_xml_reader_is_start (reader, "evidence"))
    read_evidence (reader, facts);
}

YsPackageFacts *
ys_package_facts_from_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_autoptr (GBytes) schema = ys_schema_get ("package");
  g_autoptr (YsXmlReader) reader =
      ys_xml_reader_open_bytes (document, file, "package", schema, YS_XML_STOP_AT_FIRST, faults);
  g_autoptr (YsPackageFacts) facts = ys_package_facts_new ();

  while (ys_xml_reader_next (reader))
    read_element (reader, facts);
  return ys_xml_reader_is_complete (reader) ? g_steal_pointer (&facts) : NULL;
}
