/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of cells in a list row; its name tells the screen reader all that stands in it. */
#include "ys-ranking-row.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-negative-view.h"
#include "ys-ranking-bar.h"

struct _YsRankingRow
{
  GtkListBoxRow parent_instance;
  char *unit;
  GtkWidget *arrow, *name; /* unowned */
  gboolean open;
};

G_DEFINE_FINAL_TYPE (YsRankingRow, ys_ranking_row, GTK_TYPE_LIST_BOX_ROW)

const char *
ys_ranking_row_get_unit (YsRankingRow *self)
{
  return self->unit;
}

gboolean
ys_ranking_row_get_open (YsRankingRow *self)
{
  return self->open;
}

void
ys_ranking_row_set_open (YsRankingRow *self, gboolean open)
{
  self->open = open;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  if (open)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "open");
      gtk_widget_add_css_class (self->name, "strong");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
      gtk_widget_remove_css_class (self->name, "strong");
    }
}

/* ---- cells ---- */

static GtkWidget *
make_chip (const char *kind, const char *text, const char *tooltip)
{
  GtkWidget *chip = ys_fill_label ("", "chip");

  ys_fill_chip_set (chip, kind, text);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, tooltip);
  return chip;
}

/* Arrow, name, and what one must know of it. */
static GtkWidget *
make_county (YsRankingRow *self, const YsRankingEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = gtk_image_new ();
  self->name = ys_fill_label (entry->info->name, "name");
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_box_append (GTK_BOX (box), self->name);
  if (entry->days_late > 0)
    {
      g_autofree char *tooltip = g_strdup_printf (
          ngettext ("Handed in %u day after the closing date", "Handed in %u days after the closing date",
                    entry->days_late),
          entry->days_late);
      gtk_box_append (GTK_BOX (box), make_chip ("open", _ ("! late"), tooltip));
    }
  if (entry->unit->vetoed)
    gtk_box_append (GTK_BOX (box), make_chip ("bad", _ ("vetoed"), _ ("A gate names the lowest grade: it stands after all others")));
  return box;
}

static void
add_figure (GtkWidget *line, YsRankingColumns *columns, YsRankingColumn column, const char *text, const char *classes)
{
  ys_ranking_columns_add (columns, line, column, ys_ranking_cell (column, text, classes));
}

static GtkWidget *
make_grade (const YsRankingView *view, const YsSheetUnit *unit)
{
  GtkWidget *cell = ys_ranking_cell (YS_RANKING_GRADE, ys_sheet_unit_get_grade_name (view->sheet, unit), "");

  if (unit->moved_by_places)
    gtk_widget_set_tooltip_text (cell, _ ("Found no place in a better grade"));
  return cell;
}

static void
name_row (YsRankingRow *self, const YsRankingView *view, const YsRankingEntry *entry, const char *gap)
{
  const YsSheetUnit *unit = entry->unit;
  g_autofree char *total = ys_points_to_display (unit->total);
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, _ ("Place %u, %s, total %s, %s"), unit->rank, entry->info->name, total,
                          ys_sheet_unit_get_grade_name (view->sheet, unit));
  if (*gap != '\0')
    g_string_append_printf (name, _ (", %s behind"), gap);
  if (entry->days_late > 0)
    g_string_append_printf (name, " · %s", _ ("! late"));
  if (unit->vetoed)
    g_string_append_printf (name, " · %s", _ ("vetoed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

/* "1.10"; empty for the first, and where a veto and not the points made the order. Full. */
static char *
dup_gap (const YsRankingEntry *entry)
{
  if (entry->above == NULL || entry->above->total < entry->unit->total)
    return g_strdup ("");
  return ys_points_to_display (entry->above->total - entry->unit->total);
}

static void
fill (YsRankingRow *self, const YsRankingView *view, const YsRankingEntry *entry, YsRankingColumns *columns)
{
  const YsSheetUnit *unit = entry->unit;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  g_autofree char *rank = g_strdup_printf ("%u", unit->rank), *gap = dup_gap (entry);
  g_autofree char *base = ys_points_to_display (unit->base), *bonus = ys_points_to_display (unit->bonus);
  g_autofree char *deduction = ys_deduction_dup_text (unit->deduction), *total = ys_points_to_display (unit->total);

  gtk_widget_add_css_class (line, "ranking-line");
  add_figure (line, columns, YS_RANKING_RANK, rank, "strong");
  ys_ranking_columns_add (columns, line, YS_RANKING_COUNTY, make_county (self, entry));
  add_figure (line, columns, YS_RANKING_BASE, base, "");
  add_figure (line, columns, YS_RANKING_BONUS, bonus, unit->bonus > 0 ? "" : "faint");
  add_figure (line, columns, YS_RANKING_DEDUCTION, deduction, unit->deduction > 0 ? "error" : "faint");
  add_figure (line, columns, YS_RANKING_TOTAL, total, "strong");
  ys_ranking_columns_add (columns, line, YS_RANKING_GRADE, make_grade (view, unit));
  add_figure (line, columns, YS_RANKING_GAP, gap, "");
  gtk_box_append (GTK_BOX (line), ys_ranking_bar_new (unit, view->most));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  name_row (self, view, entry, gap);
}

GtkWidget *
ys_ranking_row_new (const YsRankingView *view, const YsRankingEntry *entry, YsRankingColumns *columns)
{
  YsRankingRow *self = g_object_new (YS_TYPE_RANKING_ROW, "selectable", FALSE, NULL);

  self->unit = g_strdup (entry->info->id);
  fill (self, view, entry, columns);
  ys_ranking_row_set_open (self, FALSE);
  return GTK_WIDGET (self);
}

static void
ys_ranking_row_finalize (GObject *object)
{
  g_free (YS_RANKING_ROW (object)->unit);
  G_OBJECT_CLASS (ys_ranking_row_parent_class)->finalize (object);
}

static void
ys_ranking_row_class_init (YsRankingRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_ranking_row_finalize;
}

static void
ys_ranking_row_init (YsRankingRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "ranking-row");
}
