/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing opinion.xml and finding.xml. Sorted by id, which sorts by time: a thread reads from above. */
#include "ys-facts-xml-write.h"
#include "ys-opinion-xml.h"

static void
write_time (YsXmlWriter *writer, const char *name, gint64 time)
{
  g_autofree char *text = ys_time_to_xml (time);

  ys_xml_writer_text (writer, name, text);
}

static void
write_who (YsXmlWriter *writer, const char *id, const char *office, const char *person, gint64 at)
{
  ys_xml_writer_text (writer, "id", id);
  ys_xml_writer_text (writer, "office", office);
  ys_xml_writer_text (writer, "person", person);
  write_time (writer, "time", at);
}

static void
write_opinion (YsXmlWriter *writer, const YsOpinion *opinion)
{
  ys_xml_writer_start (writer, "remark");
  write_who (writer, opinion->id, opinion->office, opinion->person, opinion->at);
  ys_xml_writer_text (writer, "unit", opinion->unit);
  if (opinion->task != 0)
    ys_xml_writer_whole (writer, "task", opinion->task);
  ys_xml_writer_optional (writer, "item", opinion->item);
  ys_xml_writer_optional (writer, "point", opinion->point);
  ys_xml_writer_optional (writer, "pages", opinion->pages);
  if (opinion->revision != 0)
    ys_xml_writer_whole (writer, "revision", opinion->revision);
  ys_xml_writer_text (writer, "verdict", ys_opinion_verdict_nick (opinion->verdict));
  if (opinion->has_points)
    ys_xml_writer_points (writer, "points", opinion->points);
  ys_xml_writer_content (writer, opinion->reason);
  ys_xml_writer_end (writer);
}

static void
write_answer (YsXmlWriter *writer, const YsAnswer *answer)
{
  ys_xml_writer_start (writer, "answer");
  write_who (writer, answer->id, answer->office, answer->person, answer->at);
  ys_xml_writer_text (writer, "to", answer->to);
  ys_xml_writer_optional (writer, "changed", answer->changed);
  ys_xml_writer_element (writer, "text", answer->text);
  ys_facts_xml_write_citations (writer, answer->citations, FALSE);
  ys_xml_writer_end (writer);
}

static void
write_conclusion (YsXmlWriter *writer, const YsConclusion *conclusion)
{
  ys_xml_writer_start (writer, "conclusion");
  write_who (writer, conclusion->id, conclusion->office, conclusion->person, conclusion->at);
  ys_xml_writer_text (writer, "unit", conclusion->unit);
  ys_xml_writer_text (writer, "is", ys_conclusion_verdict_nick (conclusion->verdict));
  ys_xml_writer_content (writer, conclusion->reason);
  ys_xml_writer_end (writer);
}

#define WRITE_ALL(writer, array, write)                                                                       \
  G_STMT_START                                                                                                \
  {                                                                                                           \
    g_autoptr (GPtrArray) sorted = ys_xml_writer_sorted (array, ys_facts_xml_compare_first, NULL);            \
    for (guint written = 0; written < sorted->len; written++)                                                 \
      write (writer, g_ptr_array_index (sorted, written));                                                    \
  }                                                                                                           \
  G_STMT_END

GBytes *
ys_opinions_write_xml (const YsOpinions *opinions, GError **error)
{
  g_return_val_if_fail (opinions != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();

  ys_xml_writer_start_root (writer, "opinion");
  ys_xml_writer_text (writer, "assessment", opinions->assessment);
  ys_facts_xml_write_evidence (writer, opinions->evidence);
  WRITE_ALL (writer, opinions->opinions, write_opinion);
  WRITE_ALL (writer, opinions->answers, write_answer);
  WRITE_ALL (writer, opinions->conclusions, write_conclusion);
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}

static void
write_finding (YsXmlWriter *writer, const YsFinding *finding)
{
  ys_xml_writer_start (writer, "problem");
  write_who (writer, finding->id, finding->office, finding->person, finding->at);
  ys_xml_writer_whole (writer, "version", finding->version);
  ys_xml_writer_text (writer, "unit", finding->unit);
  if (finding->task != 0)
    ys_xml_writer_whole (writer, "task", finding->task);
  ys_xml_writer_optional (writer, "point", finding->point);
  ys_xml_writer_text (writer, "source", ys_finding_source_nick (finding->source));
  ys_xml_writer_optional (writer, "opinion", finding->opinion);
  ys_xml_writer_text (writer, "severity", ys_finding_severity_nick (finding->severity));
  ys_xml_writer_text (writer, "state", ys_finding_state_nick (finding->state));
  ys_xml_writer_text (writer, "title", finding->title);
  ys_xml_writer_optional (writer, "owner", finding->owner);
  ys_xml_writer_date (writer, "due", finding->due);
  ys_xml_writer_element (writer, "text", finding->text);
  ys_xml_writer_optional_element (writer, "measures", finding->measures);
  if (finding->verified_by != NULL)
    {
      ys_xml_writer_start (writer, "verified");
      ys_xml_writer_text (writer, "person", finding->verified_by);
      write_time (writer, "time", finding->verified_at);
      ys_xml_writer_content (writer, finding->verified_reason);
      ys_xml_writer_end (writer);
    }
  ys_facts_xml_write_citations (writer, finding->citations, FALSE);
  ys_xml_writer_end (writer);
}

GBytes *
ys_findings_write_xml (const YsFindings *findings, GError **error)
{
  g_return_val_if_fail (findings != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();

  ys_xml_writer_start_root (writer, "finding");
  ys_xml_writer_text (writer, "assessment", findings->assessment);
  ys_facts_xml_write_evidence (writer, findings->evidence);
  WRITE_ALL (writer, findings->findings, write_finding);
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
