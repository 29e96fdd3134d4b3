/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a sheet.xml what the city decided for its first unit.
 * Reasons stand in the review beside it; group figures that a county does not have are not recomputed here. */
#include "ys-decided-scores.h"

#include "ys-sheet-xml-write.h"
#include "ys-xml-walk.h"

void
ys_decided_scores_free (YsDecidedScores *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->grade);
  g_hash_table_unref (self->tasks);
  g_hash_table_unref (self->points);
  g_free (self);
}

static void
add_decided (GHashTable *scores, YsXmlWalk *walk, const char *id)
{
  YsPoints decided;

  if (ys_xml_has_points (walk, "decided", &decided))
    g_hash_table_insert (scores, ys_xml_text (walk, id), g_memdup2 (&decided, sizeof decided));
}

static void
visit_task_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "point"))
    add_decided (((YsDecidedScores *)into)->points, walk, "id");
}

static void
visit_part_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (!g_str_equal (name, "task"))
    return;
  add_decided (((YsDecidedScores *)into)->tasks, walk, "no");
  ys_xml_walk_children (walk, visit_task_child, into);
}

static void
visit_unit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "part"))
    ys_xml_walk_children (walk, visit_part_child, into);
}

static void
read_unit (YsXmlWalk *walk, YsDecidedScores *self)
{
  g_autofree char *figure = ys_xml_text (walk, "figure");
  g_autofree char *state = ys_xml_optional (walk, "state");

  self->unit = ys_xml_text (walk, "id");
  self->grade = ys_xml_optional (walk, "grade");
  self->rank = ys_xml_whole (walk, "rank");
  self->base = ys_xml_points (walk, "base");
  self->bonus = ys_xml_points (walk, "bonus");
  self->deduction = ys_xml_points (walk, "deduction");
  self->total = ys_xml_points (walk, "total");
  if (state != NULL)
    ys_submission_state_from_nick (state, &self->state);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      if (g_str_equal (figure, ys_sheet_xml_figures[i]))
        self->figure = (YsScoreFigure)i;
    }
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsDecidedScores *self = into;

  if (!g_str_equal (name, "unit") || self->unit != NULL)
    return;
  read_unit (walk, self);
  ys_xml_walk_children (walk, visit_unit_child, self);
}

static void
visit_sheet (YsXmlWalk *walk, const char *name, gpointer into)
{
  ys_xml_walk_children (walk, visit_child, into);
}

YsDecidedScores *
ys_decided_scores_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsDecidedScores) self = g_new0 (YsDecidedScores, 1);

  self->tasks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!ys_xml_walk_document (document, file, "sheet", YS_XML_STOP_AT_FIRST, faults, visit_sheet, self))
    return NULL;
  return g_steal_pointer (&self);
}
