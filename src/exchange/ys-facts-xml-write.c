/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing evidence, citations and figures, and the whole assessment.xml.
 * Order by id, so that the same content gives the same bytes wherever it was gathered. */
#include "ys-facts-xml-write.h"

#include "ys-facts-xml.h"

int
ys_facts_xml_compare_first (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

void
ys_facts_xml_write_evidence (YsXmlWriter *writer, const GPtrArray *array)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsEvidence *evidence = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "evidence");
      ys_xml_writer_text (writer, "id", evidence->digest);
      ys_xml_writer_text (writer, "title", evidence->title);
      ys_xml_writer_optional (writer, "number", evidence->number);
      ys_xml_writer_whole (writer, "pages", evidence->pages);
      ys_xml_writer_whole (writer, "size", (gint64)evidence->size);
      ys_xml_writer_boolean (writer, "present", evidence->present);
      ys_xml_writer_end (writer);
    }
}

void
ys_facts_xml_write_citations (YsXmlWriter *writer, const GPtrArray *array, gboolean with_task)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "citation");
      ys_xml_writer_text (writer, "id", citation->id);
      ys_xml_writer_text (writer, "evidence", citation->evidence);
      if (with_task && citation->task != 0)
        ys_xml_writer_whole (writer, "task", citation->task);
      ys_xml_writer_optional (writer, "point", citation->point);
      ys_xml_writer_optional (writer, "pages", citation->pages);
      ys_xml_writer_optional (writer, "labels", citation->labels);
      ys_xml_writer_content (writer, citation->note);
      ys_xml_writer_end (writer);
    }
}

void
ys_facts_xml_write_figure (YsXmlWriter *writer, const YsFigure *figure)
{
  if (figure->kind == YS_FIGURE_VALUE)
    ys_xml_writer_decimal (writer, "value", figure->value);
  if (figure->kind != YS_FIGURE_RATIO && figure->kind != YS_FIGURE_COUNT)
    return;
  if (figure->has_numerator)
    ys_xml_writer_whole (writer, "numerator", figure->numerator);
  if (figure->has_denominator && figure->kind == YS_FIGURE_RATIO)
    ys_xml_writer_whole (writer, "denominator", figure->denominator);
}

static int
compare_bounds (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsNamedBound *one = a, *other = b;
  int by_unit = g_strcmp0 (one->unit, other->unit);
  int by_metric = g_strcmp0 (one->metric, other->metric);

  return by_unit != 0 ? by_unit : by_metric != 0 ? by_metric : (int)one->growth - (int)other->growth;
}

static void
write_bounds (YsXmlWriter *writer, const char *element, const GPtrArray *bounds)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (bounds, compare_bounds, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsNamedBound *bound = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, element);
      ys_xml_writer_optional (writer, "unit", bound->unit);
      ys_xml_writer_text (writer, "metric", bound->metric);
      ys_xml_writer_text (writer, "of", bound->growth ? "growth" : "value");
      ys_xml_writer_decimal (writer, "value", bound->value);
      ys_xml_writer_optional (writer, "source", bound->source);
      ys_xml_writer_end (writer);
    }
}

static int
compare_extensions (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsExtension *one = a, *other = b;
  int by_unit = g_strcmp0 (one->unit, other->unit);

  return by_unit != 0 ? by_unit : one->task < other->task ? -1 : one->task > other->task;
}

static void
write_extensions (YsXmlWriter *writer, const GPtrArray *extensions)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (extensions, compare_extensions, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsExtension *extension = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "extension");
      ys_xml_writer_text (writer, "unit", extension->unit);
      ys_xml_writer_whole (writer, "task", extension->task);
      ys_xml_writer_date (writer, "due", extension->due);
      ys_xml_writer_content (writer, extension->reason);
      ys_xml_writer_end (writer);
    }
}

static void
write_units (YsXmlWriter *writer, const GPtrArray *units)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (units, ys_facts_xml_compare_first, NULL);

  ys_xml_writer_start (writer, "units");
  for (guint i = 0; i < sorted->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "unit");
      ys_xml_writer_text (writer, "id", unit->id);
      ys_xml_writer_text (writer, "name", unit->name);
      ys_xml_writer_text (writer, "kind", ys_office_kind_nick (unit->kind));
      ys_xml_writer_optional (writer, "parent", unit->parent);
      ys_xml_writer_optional (writer, "group", unit->group_id);
      ys_xml_writer_optional_element (writer, "note", unit->note);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

GBytes *
ys_assessment_write_xml (const YsAssessment *assessment, GError **error)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();

  ys_xml_writer_start_root (writer, "assessment");
  ys_xml_writer_text (writer, "id", assessment->id);
  ys_xml_writer_text (writer, "title", assessment->title);
  ys_xml_writer_text (writer, "catalogue", assessment->catalogue_id);
  ys_xml_writer_whole (writer, "catalogue-version", assessment->catalogue_version);
  ys_xml_writer_text (writer, "standard", assessment->standard_id);
  ys_xml_writer_whole (writer, "standard-version", assessment->standard_version);
  ys_xml_writer_date (writer, "first", assessment->first);
  ys_xml_writer_date (writer, "last", assessment->last);
  ys_xml_writer_date (writer, "closing", assessment->closing);
  ys_xml_writer_whole (writer, "year", assessment->year);
  ys_xml_writer_optional (writer, "phase", assessment->phase);
  if (assessment->appeal_days > 0)
    ys_xml_writer_whole (writer, "appeal-days", assessment->appeal_days);
  write_units (writer, assessment->units);
  write_bounds (writer, "target", assessment->targets);
  write_bounds (writer, "published", assessment->published);
  write_extensions (writer, assessment->extensions);
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
