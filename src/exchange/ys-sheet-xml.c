/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the figures that a sheet.xml states, and comparing them with recomputed ones.
 * Reasons are not compared: they follow from the same facts. */
#include "ys-sheet-xml.h"

#include <glib/gi18n-lib.h>

#include "ys-sheet-xml-write.h"
#include "ys-xml-walk.h"

typedef struct
{
  guint number, line;
  gboolean has[YS_N_FIGURES];
  YsPoints score[YS_N_FIGURES];
} StatedTask;

typedef struct
{
  char *unit;
  guint line;
  YsPoints base, bonus, deduction, total;
  gboolean has_figure[YS_N_FIGURES];
  YsPoints base_by_figure[YS_N_FIGURES], total_by_figure[YS_N_FIGURES];
  GArray *tasks; /* of StatedTask */
} StatedUnit;

struct _YsStatedSheet
{
  char *file;
  GPtrArray *units; /* of StatedUnit */
};

static void
stated_unit_free (gpointer data)
{
  StatedUnit *unit = data;

  g_free (unit->unit);
  g_array_unref (unit->tasks);
  g_free (unit);
}

void
ys_stated_sheet_free (YsStatedSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->units);
  g_free (self->file);
  g_free (self);
}

static void
visit_part_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  StatedUnit *unit = into;
  StatedTask task = { 0 };

  if (!g_str_equal (name, "task"))
    return;
  task.number = ys_xml_whole (walk, "no");
  task.line = ys_xml_walk_line (walk);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    task.has[i] = ys_xml_has_points (walk, ys_sheet_xml_figures[i], &task.score[i]);
  g_array_append_val (unit->tasks, task);
}

static void
read_total (YsXmlWalk *walk, StatedUnit *unit)
{
  g_autofree char *figure = ys_xml_text (walk, "figure");

  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      if (!g_str_equal (figure, ys_sheet_xml_figures[i]))
        continue;
      unit->has_figure[i] = TRUE;
      unit->base_by_figure[i] = ys_xml_points (walk, "base");
      unit->total_by_figure[i] = ys_xml_points (walk, "total");
    }
}

static void
visit_unit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "part"))
    ys_xml_walk_children (walk, visit_part_child, into);
  else if (g_str_equal (name, "total"))
    read_total (walk, into);
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsStatedSheet *sheet = into;
  StatedUnit *unit;

  if (!g_str_equal (name, "unit"))
    return;
  unit = g_new0 (StatedUnit, 1);
  unit->tasks = g_array_new (FALSE, FALSE, sizeof (StatedTask));
  g_ptr_array_add (sheet->units, unit);
  unit->line = ys_xml_walk_line (walk);
  unit->unit = ys_xml_text (walk, "id");
  unit->base = ys_xml_points (walk, "base");
  unit->bonus = ys_xml_points (walk, "bonus");
  unit->deduction = ys_xml_points (walk, "deduction");
  unit->total = ys_xml_points (walk, "total");
  ys_xml_walk_children (walk, visit_unit_child, unit);
}

static void
visit_sheet (YsXmlWalk *walk, const char *name, gpointer into)
{
  ys_xml_walk_children (walk, visit_child, into);
}

YsStatedSheet *
ys_stated_sheet_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsStatedSheet) sheet = g_new0 (YsStatedSheet, 1);

  sheet->file = g_strdup (file);
  sheet->units = g_ptr_array_new_with_free_func (stated_unit_free);
  if (!ys_xml_walk_document (document, file, "sheet", YS_XML_STOP_AT_FIRST, faults, visit_sheet, sheet))
    return NULL;
  return g_steal_pointer (&sheet);
}

typedef struct
{
  const YsStatedSheet *sheet;
  const StatedUnit *unit;
  YsFaults *faults;
} Comparing;

static void
compare (Comparing *self, guint line, const char *what, YsPoints stated, YsPoints recomputed)
{
  g_autofree char *one = NULL, *other = NULL;

  if (stated == recomputed)
    return;
  one = ys_points_to_display (stated);
  other = ys_points_to_display (recomputed);
  ys_faults_add (self->faults, YS_ERROR_PACKAGE_SCORES, self->sheet->file, line, self->unit->unit,
                 _ ("%s of unit %s is stated as %s, but recomputed as %s."), what, self->unit->unit, one,
                 other);
}

static void
compare_task (Comparing *self, const StatedTask *stated, const YsSheetTask *task)
{
  g_autofree char *what = g_strdup_printf (_ ("The score of task %u"), stated->number);

  if (task == NULL)
    {
      ys_faults_add (self->faults, YS_ERROR_PACKAGE_SCORES, self->sheet->file, stated->line, self->unit->unit,
                     _ ("Task %u of unit %s is stated, but not part of the standard."), stated->number,
                     self->unit->unit);
      return;
    }
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      if (stated->has[i])
        compare (self, stated->line, what, stated->score[i], task->score[i]);
    }
}

static void
compare_unit (Comparing *self, const YsSheetUnit *unit)
{
  const StatedUnit *stated = self->unit;

  compare (self, stated->line, _ ("The base"), stated->base, unit->base);
  compare (self, stated->line, _ ("The bonus"), stated->bonus, unit->bonus);
  compare (self, stated->line, _ ("The deduction"), stated->deduction, unit->deduction);
  compare (self, stated->line, _ ("The total"), stated->total, unit->total);
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      if (!stated->has_figure[i])
        continue;
      compare (self, stated->line, _ ("The base"), stated->base_by_figure[i], unit->base_by_figure[i]);
      compare (self, stated->line, _ ("The total"), stated->total_by_figure[i], unit->total_by_figure[i]);
    }
  for (guint i = 0; i < stated->tasks->len; i++)
    {
      const StatedTask *task = &g_array_index (stated->tasks, StatedTask, i);

      compare_task (self, task, ys_sheet_unit_get_task (unit, task->number));
    }
}

gboolean
ys_stated_sheet_compare (const YsStatedSheet *self, const YsSheet *recomputed, YsFaults *faults)
{
  g_return_val_if_fail (self != NULL && recomputed != NULL && faults != NULL, FALSE);

  guint before = ys_faults_get_n (faults);

  for (guint i = 0; i < self->units->len; i++)
    {
      Comparing comparing = { self, g_ptr_array_index (self->units, i), faults };
      const YsSheetUnit *unit = ys_sheet_get_unit (recomputed, comparing.unit->unit);

      if (unit != NULL)
        compare_unit (&comparing, unit);
      else
        ys_faults_add (faults, YS_ERROR_PACKAGE_SCORES, self->file, comparing.unit->line,
                       comparing.unit->unit, _ ("Unit %s is stated, but has no submission."),
                       comparing.unit->unit);
    }
  return ys_faults_get_n (faults) == before;
}
