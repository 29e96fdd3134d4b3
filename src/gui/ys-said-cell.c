/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines. The row of the list that holds the cell carries the name that a screen reader says. */
#include "ys-said-cell.h"

#include "ys-fill-card.h"

struct _YsSaidCell {
  GtkBox parent_instance;
  GtkWidget *title, *chip, *detail;
};

G_DEFINE_FINAL_TYPE (YsSaidCell, ys_said_cell, GTK_TYPE_BOX)

void
ys_said_cell_set_row (YsSaidCell *self, YsSaidRow *row)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", ys_said_row_get_title (row), ys_said_row_get_chip (row),
                                           ys_said_row_get_detail (row));

  gtk_label_set_text (GTK_LABEL (self->title), ys_said_row_get_title (row));
  gtk_widget_set_tooltip_text (self->title, ys_said_row_get_title (row));
  ys_fill_chip_set (self->chip, ys_said_row_get_chip_style (row), ys_said_row_get_chip (row));
  gtk_label_set_text (GTK_LABEL (self->detail), ys_said_row_get_detail (row));
  gtk_widget_set_tooltip_text (self->detail, ys_said_row_get_detail (row));
  if (ys_said_row_is_of (row, YS_SAID_OVERDUE))
    gtk_widget_add_css_class (self->detail, "error");
  else
    gtk_widget_remove_css_class (self->detail, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
ys_said_cell_class_init (YsSaidCellClass *class)
{
}

static void
ys_said_cell_init (YsSaidCell *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->title = ys_fill_label ("", "strong");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->chip = ys_fill_label ("", "chip");
  self->detail = ys_fill_label ("", "small quiet num");
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (first), self->title);
  gtk_box_append (GTK_BOX (first), self->chip);
  gtk_box_append (GTK_BOX (self), first);
  gtk_box_append (GTK_BOX (self), self->detail);
}

GtkWidget *
ys_said_cell_new (void)
{
  return g_object_new (YS_TYPE_SAID_CELL, NULL);
}
