/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line: number, what and why below it, what one does about it. A head: chip, count, hint. The row of the list that
 * holds it carries its name, and the classes that make the rows of a group look like one card. */
#include "ys-check-cell.h"

#include <glib/gi18n-lib.h>

struct _YsCheckCell {
  GtkBox parent_instance;
  GtkWidget *head, *chip, *count, *hint;
  GtkWidget *line, *number, *what, *why, *action, *arrow;
};

G_DEFINE_FINAL_TYPE (YsCheckCell, ys_check_cell, GTK_TYPE_BOX)

static const struct {
  const char *sign, *style;
} chips[] = {
  [YS_CHECK_GROUP_RETURNED] = { "↩", "open" },
  [YS_CHECK_GROUP_MUST] = { "✗", "bad" },
  [YS_CHECK_GROUP_SHOULD] = { "!", "open" },
  [YS_CHECK_GROUP_HINT] = { "i", "plain" },
};

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_head (YsCheckCell *self, YsCheckRow *row)
{
  YsCheckGroup group = ys_check_row_get_group (row);
  guint n = ys_check_row_get_count (row);
  g_autofree char *chip = g_strdup_printf ("%s %s", chips[group].sign, ys_check_group_title (group));
  g_autofree char *count = g_strdup_printf (ngettext ("%u line", "%u lines", n), n);

  gtk_label_set_text (GTK_LABEL (self->chip), chip);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    gtk_widget_remove_css_class (self->chip, chips[i].style);
  gtk_widget_add_css_class (self->chip, chips[group].style);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->hint), ys_check_group_hint (group));
}

static void
show_line (YsCheckCell *self, YsCheckRow *row)
{
  const char *action = ys_check_row_get_action (row);

  gtk_label_set_text (GTK_LABEL (self->number), ys_check_row_get_number (row));
  gtk_label_set_text (GTK_LABEL (self->what), ys_check_row_get_what (row));
  gtk_label_set_text (GTK_LABEL (self->why), ys_check_row_get_why (row));
  gtk_label_set_text (GTK_LABEL (self->action), action != NULL ? action : "");
  gtk_widget_set_visible (self->arrow, action != NULL);
}

void
ys_check_cell_set_row (YsCheckCell *self, YsCheckRow *row)
{
  gboolean head = ys_check_row_is_head (row);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = ys_check_row_dup_name (row);

  gtk_widget_set_visible (self->head, head);
  gtk_widget_set_visible (self->line, !head);
  if (head)
    show_head (self, row);
  else
    show_line (self, row);
  set_class (parent, "group", head);
  set_class (parent, "line", !head);
  set_class (parent, "first", !head && ys_check_row_is_first (row));
  set_class (parent, "last", !head && ys_check_row_is_last (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- made ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *style, float align, gboolean wraps)
{
  GtkWidget *label = gtk_label_new ("");
  g_auto (GStrv) names = g_strsplit (style, " ", -1);

  gtk_widget_set_css_classes (label, (const char **) names);
  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
make_line (YsCheckCell *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->line, "check-line");
  gtk_widget_set_hexpand (self->line, TRUE);
  self->number = add_label (self->line, "small quiet num", 1, FALSE);
  gtk_widget_set_size_request (self->number, 40, -1);
  gtk_widget_set_margin_end (self->number, 10);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->line), words);
  self->what = add_label (words, "what", 0, TRUE);
  self->why = add_label (words, "small quiet", 0, TRUE);
  self->action = add_label (self->line, "jump", 1, FALSE);
  gtk_widget_set_margin_start (self->action, 12);
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->arrow), 12);
  gtk_widget_add_css_class (self->arrow, "faint");
  gtk_widget_set_margin_start (self->arrow, 8);
  gtk_box_append (GTK_BOX (self->line), self->arrow);
  gtk_box_append (GTK_BOX (self), self->line);
}

static void
ys_check_cell_class_init (YsCheckCellClass *class)
{
}

static void
ys_check_cell_init (YsCheckCell *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->head, "check-head");
  self->chip = add_label (self->head, "chip", 0.5f, FALSE);
  self->count = add_label (self->head, "strong", 0, FALSE);
  self->hint = add_label (self->head, "small quiet", 0, FALSE);
  gtk_box_append (GTK_BOX (self), self->head);
  make_line (self);
}

GtkWidget *
ys_check_cell_new (void)
{
  return g_object_new (YS_TYPE_CHECK_CELL, NULL);
}
