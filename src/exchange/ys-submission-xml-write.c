/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A submission as canonical submission.xml: items by task, figures in the catalogue's order, the rest by id.
 * Mirrors ys-submission-xml.c element by element. */
#include "ys-facts-xml-write.h"
#include "ys-facts-xml.h"

static int
compare_figures (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsRecordedFigure *one = a, *other = b;
  const YsCatalogue *catalogue = data;
  const YsMetric *first = catalogue != NULL ? ys_catalogue_get_metric (catalogue, one->metric) : NULL;
  const YsMetric *second = catalogue != NULL ? ys_catalogue_get_metric (catalogue, other->metric) : NULL;
  int by_id = g_strcmp0 (one->metric, other->metric);

  if (first != NULL && second != NULL && first != second)
    return first->index < second->index ? -1 : 1;
  return by_id != 0 ? by_id : one->year - other->year;
}

static void
write_figures (YsXmlWriter *writer, const GPtrArray *figures, const YsCatalogue *catalogue)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (figures, compare_figures, catalogue);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsRecordedFigure *figure = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "figure");
      ys_xml_writer_text (writer, "metric", figure->metric);
      ys_xml_writer_whole (writer, "year", figure->year);
      ys_facts_xml_write_figure (writer, &figure->figure);
      ys_xml_writer_optional (writer, "source", figure->source);
      ys_xml_writer_end (writer);
    }
}

static void
write_documents (YsXmlWriter *writer, const GPtrArray *documents)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (documents, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsIssuedDocument *document = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "document");
      ys_xml_writer_text (writer, "ref", document->document);
      ys_xml_writer_optional (writer, "title", document->title);
      ys_xml_writer_optional (writer, "number", document->number);
      ys_xml_writer_flag (writer, "unnumbered", document->unnumbered);
      ys_xml_writer_optional (writer, "issuer", document->issuer);
      ys_xml_writer_date (writer, "date", document->date);
      ys_xml_writer_end (writer);
    }
}

static void
write_claims (YsXmlWriter *writer, const GPtrArray *claims)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (claims, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsPointClaim *claim = g_ptr_array_index (sorted, i);

      ys_xml_writer_start (writer, "claim");
      ys_xml_writer_text (writer, "point", claim->point);
      ys_xml_writer_content (writer, claim->reason);
      ys_xml_writer_end (writer);
    }
}

/* A reason typed before its score has nothing to stand at yet and stays with its office. */
static void
write_self (YsXmlWriter *writer, const GPtrArray *self)
{
  g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (self, ys_facts_xml_compare_first, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const YsSelfScore *score = g_ptr_array_index (sorted, i);

      if (!score->has_points)
        continue;
      ys_xml_writer_start (writer, "self");
      ys_xml_writer_text (writer, "point", score->point);
      ys_xml_writer_points (writer, "points", score->points);
      ys_xml_writer_content (writer, score->reason);
      ys_xml_writer_end (writer);
    }
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = ((const YsItem *)a)->task, other = ((const YsItem *)b)->task;

  return one < other ? -1 : one > other;
}

static void
write_item (YsXmlWriter *writer, const YsItem *item, const YsCatalogue *catalogue)
{
  ys_xml_writer_start (writer, "item");
  ys_xml_writer_whole (writer, "task", item->task);
  ys_xml_writer_text (writer, "state", ys_item_state_nick (item->state));
  ys_xml_writer_date (writer, "completed", item->completed);
  ys_xml_writer_optional (writer, "person", item->person);
  ys_xml_writer_optional_element (writer, "na-reason", item->na_reason);
  ys_xml_writer_optional_element (writer, "effect", item->effect);
  ys_xml_writer_optional_element (writer, "problem", item->problem);
  ys_xml_writer_optional_element (writer, "measure", item->measure);
  write_figures (writer, item->figures, catalogue);
  write_documents (writer, item->documents);
  write_claims (writer, item->claims);
  write_self (writer, item->self);
  ys_facts_xml_write_citations (writer, item->citations, FALSE);
  ys_xml_writer_end (writer);
}

GBytes *
ys_submission_write_xml (const YsSubmission *submission, const YsCatalogue *catalogue, GError **error)
{
  g_return_val_if_fail (submission != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();
  g_autoptr (GPtrArray) items = ys_xml_writer_sorted (submission->items, compare_items, NULL);

  ys_xml_writer_start_root (writer, "submission");
  ys_xml_writer_text (writer, "assessment", submission->assessment);
  ys_xml_writer_text (writer, "unit", submission->unit);
  ys_xml_writer_whole (writer, "revision", submission->revision);
  ys_facts_xml_write_evidence (writer, submission->evidence);
  for (guint i = 0; i < items->len; i++)
    write_item (writer, g_ptr_array_index (items, i), catalogue);
  write_figures (writer, submission->figures, catalogue);
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
