/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opinion.xml and finding.xml into records. Each function takes one kind of element. */
#include "ys-opinion-xml.h"

#include <glib/gi18n-lib.h>

#include "ys-facts-xml-parts.h"

static gint64
read_time (YsXmlWalk *walk, const char *name)
{
  g_autofree char *text = ys_xml_text (walk, name);
  gint64 time = 0;

  if (!ys_time_parse_xml (text, &time))
    ys_xml_walk_fault (walk, name, _ ("\"%s\" is no real time."), text);
  return time;
}

/* Verdicts and the like: the schema has seen to it that the word is one of them. */
#define READ_NICK(walk, attribute, name, into)                     \
  G_STMT_START                                                     \
  {                                                                \
    g_autofree char *nick = ys_xml_text (walk, attribute);         \
    ys_##name##_from_nick (nick, into);                            \
  }                                                                \
  G_STMT_END

static void
read_remark (YsXmlWalk *walk, YsOpinions *opinions)
{
  YsOpinion *opinion = ys_opinion_new ();

  g_ptr_array_add (opinions->opinions, opinion);
  opinion->line = ys_xml_walk_line (walk);
  opinion->id = ys_xml_text (walk, "id");
  opinion->office = ys_xml_text (walk, "office");
  opinion->person = ys_xml_text (walk, "person");
  opinion->at = read_time (walk, "time");
  opinion->unit = ys_xml_text (walk, "unit");
  opinion->task = ys_xml_whole (walk, "task");
  opinion->item = ys_xml_optional (walk, "item");
  opinion->point = ys_xml_optional (walk, "point");
  opinion->pages = ys_xml_optional (walk, "pages");
  opinion->revision = ys_xml_whole (walk, "revision");
  READ_NICK (walk, "verdict", opinion_verdict, &opinion->verdict);
  opinion->has_points = ys_xml_has_points (walk, "points", &opinion->points);
  opinion->reason = ys_xml_note (walk);
}

static void
visit_answer_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsAnswer *answer = into;

  if (g_str_equal (name, "text") && answer->text == NULL)
    answer->text = ys_xml_content (walk);
  else if (g_str_equal (name, "citation"))
    ys_facts_xml_read_citation (walk, answer->citations);
}

static void
read_answer (YsXmlWalk *walk, YsOpinions *opinions)
{
  YsAnswer *answer = ys_answer_new ();

  g_ptr_array_add (opinions->answers, answer);
  answer->line = ys_xml_walk_line (walk);
  answer->id = ys_xml_text (walk, "id");
  answer->office = ys_xml_text (walk, "office");
  answer->person = ys_xml_text (walk, "person");
  answer->at = read_time (walk, "time");
  answer->to = ys_xml_text (walk, "to");
  answer->changed = ys_xml_optional (walk, "changed");
  ys_xml_walk_children (walk, visit_answer_child, answer);
}

static void
read_conclusion (YsXmlWalk *walk, YsOpinions *opinions)
{
  YsConclusion *conclusion = ys_conclusion_new ();

  g_ptr_array_add (opinions->conclusions, conclusion);
  conclusion->line = ys_xml_walk_line (walk);
  conclusion->id = ys_xml_text (walk, "id");
  conclusion->office = ys_xml_text (walk, "office");
  conclusion->person = ys_xml_text (walk, "person");
  conclusion->at = read_time (walk, "time");
  conclusion->unit = ys_xml_text (walk, "unit");
  READ_NICK (walk, "is", conclusion_verdict, &conclusion->verdict);
  conclusion->reason = ys_xml_note (walk);
}

static void
visit_opinion_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsOpinions *opinions = into;

  if (g_str_equal (name, "evidence"))
    ys_facts_xml_read_evidence (walk, opinions->evidence);
  else if (g_str_equal (name, "remark"))
    read_remark (walk, opinions);
  else if (g_str_equal (name, "answer"))
    read_answer (walk, opinions);
  else if (g_str_equal (name, "conclusion"))
    read_conclusion (walk, opinions);
}

static void
visit_opinions (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsOpinions *opinions = into;

  opinions->assessment = ys_xml_text (walk, "assessment");
  ys_xml_walk_children (walk, visit_opinion_child, opinions);
}

YsOpinions *
ys_opinions_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsOpinions) opinions = ys_opinions_new ();

  if (!ys_xml_walk_document (document, file, "opinion", YS_XML_STOP_AT_FIRST, faults, visit_opinions, opinions))
    return NULL;
  return g_steal_pointer (&opinions);
}

/* ---- findings ---- */

static void
visit_problem_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsFinding *finding = into;

  if (g_str_equal (name, "text") && finding->text == NULL)
    finding->text = ys_xml_content (walk);
  else if (g_str_equal (name, "measures") && finding->measures == NULL)
    finding->measures = ys_xml_content (walk);
  else if (g_str_equal (name, "citation"))
    ys_facts_xml_read_citation (walk, finding->citations);
  else if (g_str_equal (name, "verified") && finding->verified_by == NULL)
    {
      finding->verified_by = ys_xml_text (walk, "person");
      finding->verified_at = read_time (walk, "time");
      finding->verified_reason = ys_xml_note (walk);
    }
}

static void
read_problem (YsXmlWalk *walk, YsFindings *findings)
{
  YsFinding *finding = ys_finding_new ();

  g_ptr_array_add (findings->findings, finding);
  finding->line = ys_xml_walk_line (walk);
  finding->id = ys_xml_text (walk, "id");
  finding->office = ys_xml_text (walk, "office");
  finding->person = ys_xml_text (walk, "person");
  finding->at = read_time (walk, "time");
  finding->version = ys_xml_whole (walk, "version");
  finding->unit = ys_xml_text (walk, "unit");
  finding->task = ys_xml_whole (walk, "task");
  finding->point = ys_xml_optional (walk, "point");
  READ_NICK (walk, "source", finding_source, &finding->source);
  finding->opinion = ys_xml_optional (walk, "opinion");
  READ_NICK (walk, "severity", finding_severity, &finding->severity);
  READ_NICK (walk, "state", finding_state, &finding->state);
  finding->title = ys_xml_text (walk, "title");
  finding->owner = ys_xml_optional (walk, "owner");
  finding->due = ys_xml_date (walk, "due");
  ys_xml_walk_children (walk, visit_problem_child, finding);
}

static void
visit_finding_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsFindings *findings = into;

  if (g_str_equal (name, "evidence"))
    ys_facts_xml_read_evidence (walk, findings->evidence);
  else if (g_str_equal (name, "problem"))
    read_problem (walk, findings);
}

static void
visit_findings (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsFindings *findings = into;

  findings->assessment = ys_xml_text (walk, "assessment");
  ys_xml_walk_children (walk, visit_finding_child, findings);
}

YsFindings *
ys_findings_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsFindings) findings = ys_findings_new ();

  if (!ys_xml_walk_document (document, file, "finding", YS_XML_STOP_AT_FIRST, faults, visit_findings, findings))
    return NULL;
  return g_steal_pointer (&findings);
}
