/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue as canonical catalogue.xml; its order is the catalogue's and has meaning.
 * Mirrors ys-catalogue-xml.c element by element. */
#include "ys-catalogue-xml.h"
#include "ys-xml-writer.h"

static void
write_texts (YsXmlWriter *writer, const char *element, const GStrv texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    ys_xml_writer_element (writer, element, texts[i]);
}

static void
write_phases (YsXmlWriter *writer, const GPtrArray *phases)
{
  if (phases->len == 0)
    return;
  ys_xml_writer_start (writer, "phases");
  for (guint i = 0; i < phases->len; i++)
    {
      const YsPhase *phase = g_ptr_array_index (phases, i);

      ys_xml_writer_start (writer, "phase");
      ys_xml_writer_text (writer, "id", phase->id);
      ys_xml_writer_text (writer, "name", phase->name);
      ys_xml_writer_date (writer, "first", phase->first);
      ys_xml_writer_date (writer, "last", phase->last);
      ys_xml_writer_text (writer, "who", phase->who);
      ys_xml_writer_text (writer, "what", phase->what);
      write_texts (writer, "output", phase->outputs);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

static void
write_task (YsXmlWriter *writer, const YsTask *task)
{
  ys_xml_writer_start (writer, "task");
  ys_xml_writer_whole (writer, "id", task->number);
  ys_xml_writer_text (writer, "title", task->title);
  ys_xml_writer_date (writer, "due", task->due);
  ys_xml_writer_boolean (writer, "counties", task->counties);
  ys_xml_writer_element (writer, "requirement", task->requirement);
  write_texts (writer, "lead", task->leads);
  write_texts (writer, "responsible", task->responsibles);
  for (guint i = 0; i < task->documents->len; i++)
    {
      const YsCatalogueDocument *document = g_ptr_array_index (task->documents, i);

      ys_xml_writer_start (writer, "document");
      ys_xml_writer_text (writer, "id", document->id);
      ys_xml_writer_text (writer, "title", document->title);
      ys_xml_writer_text (writer, "by", document->by_county ? "county" : "city");
      ys_xml_writer_optional (writer, "implements", document->implements);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

static void
write_heading (YsXmlWriter *writer, const YsHeading *heading)
{
  ys_xml_writer_start (writer, heading->level == 1 ? "part" : "heading");
  ys_xml_writer_text (writer, "id", heading->id);
  ys_xml_writer_text (writer, "name", heading->name);
  for (guint i = 0; i < heading->children->len; i++)
    write_heading (writer, g_ptr_array_index (heading->children, i));
  for (guint i = 0; i < heading->tasks->len; i++)
    write_task (writer, g_ptr_array_index (heading->tasks, i));
  ys_xml_writer_end (writer);
}

static void
write_metric (YsXmlWriter *writer, const YsMetric *metric)
{
  static const char *const by[] = { "county", "city", "department" };

  ys_xml_writer_start (writer, "metric");
  ys_xml_writer_text (writer, "id", metric->id);
  if (metric->task_number != 0)
    ys_xml_writer_whole (writer, "task", metric->task_number);
  ys_xml_writer_text (writer, "name", metric->name);
  ys_xml_writer_text (writer, "comparator", ys_comparator_nick (metric->comparator));
  if (metric->has_target)
    ys_xml_writer_decimal (writer, "target", metric->target);
  ys_xml_writer_text (writer, "unit", ys_unit_nick (metric->unit));
  ys_xml_writer_text (writer, "better", metric->high_is_better ? "high" : "low");
  ys_xml_writer_text (writer, "answered-by", by[metric->answered_by]);
  ys_xml_writer_optional (writer, "numerator", metric->numerator);
  ys_xml_writer_optional (writer, "denominator", metric->denominator);
  ys_xml_writer_optional_element (writer, "note", metric->note);
  ys_xml_writer_end (writer);
}

static void
write_item (YsXmlWriter *writer, const YsNegativeItem *item)
{
  ys_xml_writer_start (writer, "item");
  ys_xml_writer_text (writer, "id", item->id);
  ys_xml_writer_text (writer, "kind", item->threshold ? "threshold" : "event");
  ys_xml_writer_text (writer, "name", item->name);
  if (item->threshold)
    {
      ys_xml_writer_text (writer, "comparator", ys_comparator_nick (item->comparator));
      ys_xml_writer_decimal (writer, "target", item->target);
      ys_xml_writer_text (writer, "unit", ys_unit_nick (item->unit));
    }
  ys_xml_writer_optional (writer, "numerator", item->numerator);
  ys_xml_writer_optional (writer, "denominator", item->denominator);
  ys_xml_writer_optional_element (writer, "note", item->note);
  ys_xml_writer_end (writer);
}

static void
write_negative (YsXmlWriter *writer, const YsCatalogue *catalogue)
{
  if (catalogue->groups->len == 0)
    return;
  ys_xml_writer_start (writer, "negative");
  for (guint i = 0; i < catalogue->groups->len; i++)
    {
      const YsNegativeGroup *group = g_ptr_array_index (catalogue->groups, i);

      ys_xml_writer_start (writer, "group");
      ys_xml_writer_text (writer, "id", group->id);
      ys_xml_writer_text (writer, "name", group->name);
      for (guint j = 0; j < catalogue->items->len; j++)
        {
          const YsNegativeItem *item = g_ptr_array_index (catalogue->items, j);

          if (item->group == i)
            write_item (writer, item);
        }
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

GBytes *
ys_catalogue_write_xml (const YsCatalogue *catalogue, GError **error)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();

  ys_xml_writer_start_root (writer, "catalogue");
  ys_xml_writer_text (writer, "id", catalogue->id);
  ys_xml_writer_whole (writer, "version", catalogue->version);
  ys_xml_writer_text (writer, "title", catalogue->title);
  ys_xml_writer_text (writer, "plan", catalogue->plan);
  ys_xml_writer_date (writer, "issued", catalogue->issued);
  if (catalogue->notes != NULL && catalogue->notes[0] != NULL)
    {
      ys_xml_writer_start (writer, "notes");
      write_texts (writer, "note", catalogue->notes);
      ys_xml_writer_end (writer);
    }
  write_phases (writer, catalogue->phases);
  ys_xml_writer_start (writer, "tasks");
  for (guint i = 0; i < catalogue->parts->len; i++)
    write_heading (writer, g_ptr_array_index (catalogue->parts, i));
  ys_xml_writer_end (writer);
  if (catalogue->metrics->len > 0)
    {
      ys_xml_writer_start (writer, "metrics");
      for (guint i = 0; i < catalogue->metrics->len; i++)
        write_metric (writer, g_ptr_array_index (catalogue->metrics, i));
      ys_xml_writer_end (writer);
    }
  write_negative (writer, catalogue);
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
