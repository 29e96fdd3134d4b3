/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The total opened: what each part gives, what is added and taken away, step by step, what is still open, and why. */
#include "ys-sheet-window.h"

#include <glib/gi18n-lib.h>

#include "ys-chart-view.h"
#include "ys-negative-view.h"
#include "ys-text-window.h"

/* @deduction: @points are taken away. */
static void
add_points (GtkGrid *grid, int row, const char *name, YsPoints points, const char *possible, gboolean strong,
            gboolean deduction)
{
  g_autofree char *text = deduction ? ys_deduction_dup_text (points) : ys_points_to_display (points);
  GtkWidget *const cells[] = { gtk_label_new (name), gtk_label_new (text), gtk_label_new (possible) };

  gtk_widget_set_hexpand (cells[0], TRUE);
  gtk_label_set_xalign (GTK_LABEL (cells[0]), 0);
  gtk_label_set_xalign (GTK_LABEL (cells[1]), 1);
  gtk_label_set_xalign (GTK_LABEL (cells[2]), 0);
  gtk_widget_add_css_class (cells[1], "num");
  gtk_widget_add_css_class (cells[2], "faint");
  for (int column = 0; column < 3; column++)
    {
      if (strong && column < 2)
        gtk_widget_add_css_class (cells[column], "strong");
      gtk_grid_attach (grid, cells[column], column, row, 1, 1);
    }
}

static GtkWidget *
make_table (const YsSheet *sheet, const YsSheetUnit *unit, YsScoreFigure figure)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *maximum = ys_points_to_short (sheet->standard->maximum);
  g_autofree char *of_maximum = g_strdup_printf ("/%s", maximum);
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);
      g_autofree char *points = ys_points_to_short (part->points);
      g_autofree char *of_points = g_strdup_printf ("/%s", points);
      add_points (GTK_GRID (grid), row++, part->heading->name, part->score[figure], of_points, FALSE, FALSE);
    }
  add_points (GTK_GRID (grid), row++, _("Base"), unit->base_by_figure[figure], of_maximum, TRUE, FALSE);
  /* the sheet keeps the bonus of the figure that it rests on only */
  if (figure == unit->figure)
    add_points (GTK_GRID (grid), row++, _("Bonus"), unit->bonus, "", FALSE, FALSE);
  add_points (GTK_GRID (grid), row++, _("Deduction"), unit->deduction, "", FALSE, TRUE);
  add_points (GTK_GRID (grid), row++, _("Total"), unit->total_by_figure[figure], "", TRUE, FALSE);
  return grid;
}

/* From base to total; only of the figure that the sheet rests on, for it knows the bonus of no other. */
static void
add_waterfall (GtkWindow *window, YsSheet *sheet, const YsSheetUnit *unit)
{
  ys_text_window_add (window, _("From the base to the total"), "h2");
  ys_text_window_add_widget (window, ys_chart_view_new_waterfall (sheet, unit));
}

GtkWindow *
ys_sheet_window_new (GtkWindow *parent, YsSheet *sheet, const YsSheetUnit *unit, YsScoreFigure figure)
{
  static const char *const titles[] = { N_ ("How the computed total comes about"),
                                        N_ ("How the self score comes about"),
                                        N_ ("How the decided total comes about") };
  GtkWindow *window = ys_text_window_new (parent, _ (titles[figure]), 560, 560);

  if (sheet->standard->sample)
    ys_text_window_add (window, _("Sample standard: the scores are for practice only"), "note");
  ys_text_window_add_widget (window, make_table (sheet, unit, figure));
  if (figure == unit->figure)
    add_waterfall (window, sheet, unit);
  for (guint i = 0; i < unit->why->len && figure == unit->figure; i++)
    {
      g_autofree char *text = ys_why_to_text (g_ptr_array_index (unit->why, i));
      ys_text_window_add (window, text, "why");
    }
  for (guint i = 0; i < unit->warnings->len; i++)
    ys_text_window_add (window, g_ptr_array_index (unit->warnings, i), "note");
  if (unit->open->len > 0)
    ys_text_window_add (window, _("Still open"), "h2");
  for (guint i = 0; i < unit->open->len; i++)
    ys_text_window_add (window, g_ptr_array_index (unit->open, i), NULL);
  return window;
}
