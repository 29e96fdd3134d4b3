/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a sheet.xml what it states: totals, parts and tasks of its first unit.
 * Reasons and points are for people and other programs; they are recomputed here, not read. */
#include "ys-stated-scores.h"
#include "ys-xml-walk.h"

static void
stated_score_clear (gpointer data)
{
  g_free (((YsStatedScore *) data)->id);
}

static GArray *
new_scores (void)
{
  GArray *scores = g_array_new (FALSE, TRUE, sizeof (YsStatedScore));

  g_array_set_clear_func (scores, stated_score_clear);
  return scores;
}

void
ys_stated_scores_free (YsStatedScores *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_array_unref (self->parts);
  g_array_unref (self->tasks);
  g_free (self);
}

static void
add_score (GArray *scores, YsXmlWalk *walk, const char *id)
{
  YsStatedScore score = { ys_xml_text (walk, id), ys_xml_points (walk, "score") };

  g_array_append_val (scores, score);
}

static void
visit_task (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsStatedScores *self = into;

  if (g_str_equal (name, "task"))
    add_score (self->tasks, walk, "no");
}

static void
visit_part (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsStatedScores *self = into;

  if (!g_str_equal (name, "part"))
    return;
  add_score (self->parts, walk, "id");
  ys_xml_walk_children (walk, visit_task, self);
}

static void
visit_unit (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsStatedScores *self = into;

  if (!g_str_equal (name, "unit") || self->unit != NULL)
    return;
  self->unit = ys_xml_text (walk, "id");
  self->total = ys_xml_points (walk, "total");
  self->base = ys_xml_points (walk, "base");
  self->bonus = ys_xml_points (walk, "bonus");
  self->deduction = ys_xml_points (walk, "deduction");
  ys_xml_walk_children (walk, visit_part, self);
}

static void
visit_sheet (YsXmlWalk *walk, const char *name, gpointer into)
{
  ys_xml_walk_children (walk, visit_unit, into);
}

YsStatedScores *
ys_stated_scores_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_autoptr (YsStatedScores) self = g_new0 (YsStatedScores, 1);

  self->parts = new_scores ();
  self->tasks = new_scores ();
  if (!ys_xml_walk_document (document, file, "sheet", YS_XML_STOP_AT_FIRST, faults, visit_sheet, self)
      || self->unit == NULL)
    return NULL;
  return g_steal_pointer (&self);
}
