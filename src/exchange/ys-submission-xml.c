/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission.xml into records: evidence, items, and figures that belong to no task.
 * Each function takes one kind of element. */
#include "ys-facts-xml-parts.h"
#include "ys-facts-xml.h"

typedef struct
{
  YsSubmission *submission;
  const YsCatalogue *catalogue;
  YsItem *item; /* the one being read */
} Reading;

static void
read_figure (YsXmlWalk *walk, const Reading *reading, GPtrArray *figures)
{
  YsRecordedFigure *figure = ys_recorded_figure_new ();
  const YsMetric *metric;

  g_ptr_array_add (figures, figure);
  figure->line = ys_xml_walk_line (walk);
  figure->metric = ys_xml_text (walk, "metric");
  figure->year = (int)ys_xml_whole (walk, "year");
  metric = reading->catalogue != NULL ? ys_catalogue_get_metric (reading->catalogue, figure->metric) : NULL;
  ys_facts_xml_read_figure (walk, figure->metric, metric != NULL && metric->unit == YS_UNIT_COUNT,
                            metric != NULL, &figure->figure);
  figure->source = ys_xml_optional (walk, "source");
}

static void
read_document (YsXmlWalk *walk, YsItem *item)
{
  YsIssuedDocument *document = ys_issued_document_new ();

  g_ptr_array_add (item->documents, document);
  document->line = ys_xml_walk_line (walk);
  document->document = ys_xml_text (walk, "ref");
  document->title = ys_xml_optional (walk, "title");
  document->number = ys_xml_optional (walk, "number");
  document->unnumbered = ys_xml_true (walk, "unnumbered");
  document->issuer = ys_xml_optional (walk, "issuer");
  document->date = ys_xml_date (walk, "date");
}

static void
read_claim (YsXmlWalk *walk, YsItem *item)
{
  YsPointClaim *claim = ys_point_claim_new ();

  g_ptr_array_add (item->claims, claim);
  claim->line = ys_xml_walk_line (walk);
  claim->point = ys_xml_text (walk, "point");
  claim->reason = ys_xml_note (walk);
}

static void
read_self (YsXmlWalk *walk, YsItem *item)
{
  YsSelfScore *score = ys_self_score_new ();

  g_ptr_array_add (item->self, score);
  score->line = ys_xml_walk_line (walk);
  score->point = ys_xml_text (walk, "point");
  score->has_points = ys_xml_has_points (walk, "points", &score->points);
  score->reason = ys_xml_note (walk);
}

static void
take_text (YsXmlWalk *walk, char **text)
{
  g_free (*text);
  *text = ys_xml_note (walk);
}

static void
visit_item_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  YsItem *item = reading->item;

  if (g_str_equal (name, "na-reason"))
    take_text (walk, &item->na_reason);
  else if (g_str_equal (name, "effect"))
    take_text (walk, &item->effect);
  else if (g_str_equal (name, "problem"))
    take_text (walk, &item->problem);
  else if (g_str_equal (name, "measure"))
    take_text (walk, &item->measure);
  else if (g_str_equal (name, "figure"))
    read_figure (walk, reading, item->figures);
  else if (g_str_equal (name, "document"))
    read_document (walk, item);
  else if (g_str_equal (name, "claim"))
    read_claim (walk, item);
  else if (g_str_equal (name, "self"))
    read_self (walk, item);
  else if (g_str_equal (name, "citation"))
    ys_facts_xml_read_citation (walk, item->citations)->task = item->task;
}

static void
read_item (YsXmlWalk *walk, Reading *reading)
{
  YsItem *item = ys_item_new ();
  g_autofree char *state = ys_xml_text (walk, "state");

  g_ptr_array_add (reading->submission->items, item);
  item->line = ys_xml_walk_line (walk);
  item->task = ys_xml_whole (walk, "task");
  item->state = YS_STATE_NOT;
  ys_item_state_from_nick (state, &item->state);
  item->completed = ys_xml_date (walk, "completed");
  item->person = ys_xml_optional (walk, "person");
  reading->item = item;
  ys_xml_walk_children (walk, visit_item_child, reading);
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;

  if (g_str_equal (name, "evidence"))
    ys_facts_xml_read_evidence (walk, reading->submission->evidence);
  else if (g_str_equal (name, "item"))
    read_item (walk, reading);
  else if (g_str_equal (name, "figure"))
    read_figure (walk, reading, reading->submission->figures);
}

static void
visit_submission (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;

  reading->submission->line = ys_xml_walk_line (walk);
  reading->submission->assessment = ys_xml_text (walk, "assessment");
  reading->submission->unit = ys_xml_text (walk, "unit");
  reading->submission->revision = ys_xml_whole (walk, "revision");
  ys_xml_walk_children (walk, visit_child, reading);
}

YsSubmission *
ys_submission_read_xml (GBytes *document, const char *file, const YsCatalogue *catalogue, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsSubmission) submission = ys_submission_new ();
  Reading reading = { submission, catalogue, NULL };

  submission->file = g_strdup (file);
  if (!ys_xml_walk_document (document, file, "submission", YS_XML_STOP_AT_FIRST, faults, visit_submission,
                             &reading))
    return NULL;
  return g_steal_pointer (&submission);
}
