/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assessment.xml into records, and what a document is by its root.
 * Each function takes one kind of element. */
#include <glib/gi18n-lib.h>

#include "ys-facts-xml-parts.h"
#include "ys-facts-xml.h"

static void
visit_unit_note (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsUnitInfo *unit = into;

  g_free (unit->note);
  unit->note = ys_xml_note (walk);
}

static void
visit_unit (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsUnitInfo *unit = ys_unit_info_new ();
  g_autofree char *kind = ys_xml_text (walk, "kind");

  g_ptr_array_add (into, unit);
  unit->line = ys_xml_walk_line (walk);
  unit->id = ys_xml_text (walk, "id");
  unit->name = ys_xml_text (walk, "name");
  ys_office_kind_from_nick (kind, &unit->kind);
  unit->parent = ys_xml_optional (walk, "parent");
  unit->group_id = ys_xml_optional (walk, "group");
  ys_xml_walk_children (walk, visit_unit_note, unit);
}

static void
read_bound (YsXmlWalk *walk, GPtrArray *array)
{
  static const char *const of[] = { "value", "growth", NULL };
  YsNamedBound *bound = ys_named_bound_new ();

  g_ptr_array_add (array, bound);
  bound->line = ys_xml_walk_line (walk);
  bound->unit = ys_xml_optional (walk, "unit");
  bound->metric = ys_xml_text (walk, "metric");
  bound->growth = ys_xml_choice (walk, "of", of) == 1;
  ys_xml_has_decimal (walk, "value", &bound->value);
  bound->source = ys_xml_optional (walk, "source");
}

static void
read_extension (YsXmlWalk *walk, GPtrArray *array)
{
  YsExtension *extension = ys_extension_new ();

  g_ptr_array_add (array, extension);
  extension->line = ys_xml_walk_line (walk);
  extension->unit = ys_xml_text (walk, "unit");
  extension->task = ys_xml_whole (walk, "task");
  extension->due = ys_xml_date (walk, "due");
  extension->reason = ys_xml_content (walk);
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsAssessment *assessment = into;

  if (g_str_equal (name, "units"))
    ys_xml_walk_children (walk, visit_unit, assessment->units);
  else if (g_str_equal (name, "target"))
    read_bound (walk, assessment->targets);
  else if (g_str_equal (name, "published"))
    read_bound (walk, assessment->published);
  else if (g_str_equal (name, "extension"))
    read_extension (walk, assessment->extensions);
}

static void
visit_assessment (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsAssessment *assessment = into;

  assessment->id = ys_xml_text (walk, "id");
  assessment->title = ys_xml_text (walk, "title");
  assessment->catalogue_id = ys_xml_text (walk, "catalogue");
  assessment->catalogue_version = ys_xml_whole (walk, "catalogue-version");
  assessment->standard_id = ys_xml_text (walk, "standard");
  assessment->standard_version = ys_xml_whole (walk, "standard-version");
  assessment->first = ys_xml_date (walk, "first");
  assessment->last = ys_xml_date (walk, "last");
  assessment->closing = ys_xml_date (walk, "closing");
  assessment->year = (int)ys_xml_whole (walk, "year");
  assessment->phase = ys_xml_optional (walk, "phase");
  assessment->line = ys_xml_walk_line (walk);
  assessment->appeal_days = ys_xml_whole (walk, "appeal-days");
  ys_xml_walk_children (walk, visit_child, assessment);
}

YsAssessment *
ys_assessment_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsAssessment) assessment = ys_assessment_new ();

  assessment->file = g_strdup (file);
  if (!ys_xml_walk_document (document, file, "assessment", YS_XML_STOP_AT_FIRST, faults, visit_assessment,
                             assessment))
    return NULL;
  return g_steal_pointer (&assessment);
}

static const char *const kinds[] = {
  [YS_DOCUMENT_CATALOGUE] = "catalogue",
  [YS_DOCUMENT_STANDARD] = "standard",
  [YS_DOCUMENT_ASSESSMENT] = "assessment",
  [YS_DOCUMENT_SUBMISSION] = "submission",
  [YS_DOCUMENT_OCCURRENCES] = "occurrences",
  [YS_DOCUMENT_REVIEW] = "review",
  [YS_DOCUMENT_SHEET] = "sheet",
  [YS_DOCUMENT_PACKAGE] = "package",
  [YS_DOCUMENT_JOURNAL] = "journal",
  [YS_DOCUMENT_FINDING] = "finding",
  [YS_DOCUMENT_OPINION] = "opinion",
  [YS_DOCUMENT_DOSSIER] = "dossier",
};

const char *
ys_document_kind_nick (YsDocumentKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

YsDocumentKind
ys_document_kind_detect (GBytes *document, const char *file, YsFaults *faults)
{
  g_autoptr (YsXmlReader) reader =
      ys_xml_reader_open_bytes (document, file, NULL, NULL, YS_XML_STOP_AT_FIRST, faults);

  while (ys_xml_reader_next (reader))
    {
      const char *name = (const char *)xmlTextReaderConstName (ys_xml_reader_peek (reader));

      if (xmlTextReaderNodeType (ys_xml_reader_peek (reader)) != XML_READER_TYPE_ELEMENT)
        continue;
      for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
        {
          if (g_str_equal (name, kinds[i]))
            return (YsDocumentKind)i;
        }
      ys_faults_add (faults, YS_ERROR_XML_ROOT, file, 1, NULL, _ ("<%s> is no document of this program."),
                     name);
      break;
    }
  return YS_DOCUMENT_UNKNOWN;
}
