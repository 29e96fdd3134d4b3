/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and reads journal.xml; the chain itself is the store's and is not recomputed here. */
#include "ys-package-journal.h"

#include <glib/gi18n-lib.h>

#include "ys-package-element.h"
#include "ys-schema.h"

static void
journal_entry_free (YsPackageJournalEntry *entry)
{
  g_free (entry->person);
  g_free (entry->role);
  g_free (entry->action);
  g_free (entry->subject);
  g_free (entry->before);
  g_free (entry->after);
  g_free (entry->digest);
  g_free (entry->reason);
  g_free (entry);
}

YsPackageJournal *
ys_package_journal_new (void)
{
  YsPackageJournal *self = g_new0 (YsPackageJournal, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)journal_entry_free);
  return self;
}

void
ys_package_journal_free (YsPackageJournal *self)
{
  g_free (self->digest);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

YsPackageJournalEntry *
ys_package_journal_add (YsPackageJournal *self)
{
  YsPackageJournalEntry *entry = g_new0 (YsPackageJournalEntry, 1);

  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
write_entry (YsPackageElement *element, const YsPackageJournalEntry *entry)
{
  ys_package_element_start (element, "entry");
  ys_package_element_number (element, "number", entry->number);
  ys_package_element_time (element, "time", entry->time);
  ys_package_element_text (element, "person", entry->person);
  ys_package_element_text (element, "role", entry->role);
  ys_package_element_text (element, "action", entry->action);
  if (entry->task > 0)
    ys_package_element_number (element, "task", entry->task);
  ys_package_element_text (element, "subject", entry->subject);
  ys_package_element_text (element, "before", entry->before);
  ys_package_element_text (element, "after", entry->after);
  ys_package_element_text (element, "digest", entry->digest);
  if (entry->reason != NULL && *entry->reason != '\0')
    xmlTextWriterWriteElement (element->xml, (const xmlChar *)"reason", (const xmlChar *)entry->reason);
  ys_package_element_end (element);
}

GBytes *
ys_package_journal_to_xml (const YsPackageJournal *self, GError **error)
{
  YsPackageElement element = { NULL, NULL };
  g_autoptr (GBytes) document = NULL;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsPackageJournal) again = NULL;

  ys_package_element_begin (&element, "journal");
  if (self->digest != NULL)
    {
      ys_package_element_number (&element, "number", self->number);
      ys_package_element_text (&element, "digest", self->digest);
    }
  for (guint i = 0; i < self->entries->len; i++)
    write_entry (&element, g_ptr_array_index (self->entries, i));
  document = ys_package_element_finish (&element);
  again = ys_package_journal_from_xml (document, "journal.xml", faults);
  if (again != NULL)
    return g_steal_pointer (&document);
  ys_set_error_from_faults (error, faults);
  return NULL;
}

static void
read_entry (YsXmlReader *reader, YsPackageJournal *journal)
{
  guint n = journal->entries->len;
  const YsPackageJournalEntry *before = n > 0 ? g_ptr_array_index (journal->entries, n - 1) : NULL;
  YsPackageJournalEntry *entry = ys_package_journal_add (journal);

  entry->number = ys_package_element_read_number (reader, "number");
  entry->time = ys_package_element_read_time (reader, "time");
  entry->person = ys_xml_reader_dup_attribute (reader, "person");
  entry->role = ys_xml_reader_dup_attribute (reader, "role");
  entry->action = ys_xml_reader_dup_attribute (reader, "action");
  entry->task = (guint)ys_package_element_read_number (reader, "task");
  entry->subject = ys_xml_reader_dup_attribute (reader, "subject");
  entry->before = ys_xml_reader_dup_attribute (reader, "before");
  entry->after = ys_xml_reader_dup_attribute (reader, "after");
  entry->digest = ys_xml_reader_dup_attribute (reader, "digest");
  if (before != NULL && before->number >= entry->number)
    ys_xml_reader_add_fault (reader, YS_ERROR_VALUE, "number",
                             _ ("The journal's entries do not stand in the order of their numbers."));
}

/* Text may come in several pieces (CDATA). */
static void
read_text (YsXmlReader *reader, YsPackageJournal *journal)
{
  xmlTextReaderPtr xml = ys_xml_reader_peek (reader);
  int type = xmlTextReaderNodeType (xml);
  YsPackageJournalEntry *entry;
  char *longer;

  if ((type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA) || journal->entries->len == 0)
    return;
  entry = g_ptr_array_index (journal->entries, journal->entries->len - 1);
  longer = g_strconcat (entry->reason != NULL ? entry->reason : "",
                        (const char *)xmlTextReaderConstValue (xml), NULL);
  g_free (entry->reason);
  entry->reason = longer;
}

YsPackageJournal *
ys_package_journal_from_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_autoptr (GBytes) schema = ys_schema_get ("journal");
  g_autoptr (YsXmlReader) reader =
      ys_xml_reader_open_bytes (document, file, "journal", schema, YS_XML_STOP_AT_FIRST, faults);
  g_autoptr (YsPackageJournal) journal = ys_package_journal_new ();

  while (ys_xml_reader_next (reader))
    {
      if (ys_xml_reader_is_start (reader, "journal"))
        {
          journal->number = ys_package_element_read_number (reader, "number");
          journal->digest = ys_xml_reader_dup_attribute (reader, "digest");
        }
      else if (ys_xml_reader_is_start (reader, "entry"))
        read_entry (reader, journal);
      else
        read_text (reader, journal);
    }
  return ys_xml_reader_is_complete (reader) ? g_steal_pointer (&journal) : NULL;
}
