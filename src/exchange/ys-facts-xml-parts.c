/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence, citations and figures as elements, alike in submission, ledger and review.
 * A figure is kept exactly as recorded: 0, nothing, and half of a ratio are different things. */
#include "ys-facts-xml-parts.h"

#include <glib/gi18n-lib.h>

void
ys_facts_xml_read_evidence (YsXmlWalk *walk, GPtrArray *array)
{
  YsEvidence *evidence = ys_evidence_new ();
  gint64 size = 0;

  g_ptr_array_add (array, evidence);
  evidence->line = ys_xml_walk_line (walk);
  evidence->digest = ys_xml_text (walk, "id");
  evidence->title = ys_xml_text (walk, "title");
  evidence->number = ys_xml_optional (walk, "number");
  evidence->pages = ys_xml_whole (walk, "pages");
  ys_xml_has_whole (walk, "size", &size);
  evidence->size = (guint64)size;
  evidence->present = ys_xml_true (walk, "present");
}

YsCitation *
ys_facts_xml_read_citation (YsXmlWalk *walk, GPtrArray *citations)
{
  YsCitation *citation = ys_citation_new ();

  g_ptr_array_add (citations, citation);
  citation->line = ys_xml_walk_line (walk);
  citation->id = ys_xml_text (walk, "id");
  citation->evidence = ys_xml_text (walk, "evidence");
  citation->task = ys_xml_whole (walk, "task");
  citation->point = ys_xml_optional (walk, "point");
  citation->pages = ys_xml_optional (walk, "pages");
  citation->labels = ys_xml_optional (walk, "labels");
  citation->note = ys_xml_note (walk);
  return citation;
}

void
ys_facts_xml_read_figure (YsXmlWalk *walk, const char *where, gboolean is_count, gboolean is_known,
                          YsFigure *figure)
{
  gboolean has_value = ys_xml_has_decimal (walk, "value", &figure->value);

  figure->has_numerator = ys_xml_has_whole (walk, "numerator", &figure->numerator);
  figure->has_denominator = ys_xml_has_whole (walk, "denominator", &figure->denominator);
  if (has_value && (figure->has_numerator || figure->has_denominator))
    ys_xml_walk_fault (walk, where, _ ("Figure %s is both a value and a numerator or denominator."), where);
  if (is_known && is_count && figure->has_denominator)
    ys_xml_walk_fault (walk, where, _ ("Figure %s is a count, so it has no denominator."), where);
  if (has_value)
    figure->kind = YS_FIGURE_VALUE;
  else if (!figure->has_numerator && !figure->has_denominator)
    figure->kind = YS_FIGURE_NONE;
  else if (figure->has_denominator || (is_known && !is_count))
    figure->kind = YS_FIGURE_RATIO;
  else
    figure->kind = YS_FIGURE_COUNT;
}
