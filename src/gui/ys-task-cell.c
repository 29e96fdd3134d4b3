/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sign, number, title, 逾期, clip with count or 缺, person, points. Widths follow screens/README.md: points
 * got are right-aligned at 33 px, possible ones left-aligned at 22, so that decimals line up. */
#include "ys-task-cell.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-view.h"

struct _YsTaskCell
{
  GtkBox parent_instance;
  YsTaskRow *row;
  GtkWidget *sign, *number, *title, *late, *clip, *count, *person, *got, *possible, *progress;
  gboolean wide;
};

G_DEFINE_FINAL_TYPE (YsTaskCell, ys_task_cell, GTK_TYPE_BOX)

static void
show_group (YsTaskCell *self)
{
  const YsTaskFigures *figures = ys_task_row_get_figures (self->row);
  const YsHeading *heading = ys_task_row_get_heading (self->row);
  g_autofree char *title = g_strdup_printf ("%s %s", heading->id, heading->name);
  g_autofree char *progress = g_strdup_printf ("%u/%u", figures->done, figures->all);
  g_autofree char *got = ys_points_to_display (figures->got);
  g_autofree char *possible = ys_points_to_display (figures->possible);
  g_autofree char *points = g_strdup_printf ("%s/%s", got, possible);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign),
                                figures->collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, heading->name);
  gtk_label_set_text (GTK_LABEL (self->progress), progress);
  gtk_label_set_text (GTK_LABEL (self->got), figures->scored ? points : "");
}

static void
show_points (YsTaskCell *self, const YsTaskFigures *figures)
{
  g_autofree char *got = ys_points_to_display (figures->got);
  g_autofree char *short_points = ys_points_to_short (figures->possible);
  g_autofree char *possible = g_strconcat ("/", short_points, NULL);
  gboolean counts = figures->scored && figures->applicable && figures->state != YS_STATE_NA;

  if (counts)
    {
      gtk_label_set_text (GTK_LABEL (self->got), got);
      gtk_label_set_text (GTK_LABEL (self->possible), possible);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->got), figures->scored ? _ ("n/a") : "");
  gtk_label_set_text (GTK_LABEL (self->possible), "");
}

static void
show_evidence (YsTaskCell *self, const YsTaskFigures *figures)
{
  g_autofree char *count = g_strdup_printf ("%u", figures->citations);
  gboolean shown = figures->lacks || figures->citations > 0;

  gtk_widget_set_opacity (self->clip, shown ? 1 : 0);
  gtk_label_set_text (GTK_LABEL (self->count), !shown ? "" : figures->lacks ? _ ("none") : count);
  if (figures->lacks)
    {
      gtk_widget_add_css_class (self->clip, "lacking");
      gtk_widget_add_css_class (self->count, "lacking");
    }
  else
    {
      gtk_widget_remove_css_class (self->clip, "lacking");
      gtk_widget_remove_css_class (self->count, "lacking");
    }
}

static void
show_task (YsTaskCell *self)
{
  const YsTaskFigures *figures = ys_task_row_get_figures (self->row);
  const YsTask *task = ys_task_row_get_task (self->row);
  g_autofree char *number = g_strdup_printf ("%u", task->number);
  g_autofree char *late = g_strdup_printf (_ ("Overdue by %u days"), figures->days_late);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), ys_item_state_icon (figures->state));
  gtk_widget_set_tooltip_text (self->sign, ys_item_state_label (figures->state));
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->title), task->title);
  gtk_widget_set_tooltip_text (self->title, task->title);
  gtk_widget_set_visible (self->late, figures->late);
  gtk_widget_set_tooltip_text (self->late, late);
  gtk_label_set_text (GTK_LABEL (self->person), ys_task_row_get_person (self->row));
  show_evidence (self, figures);
  show_points (self, figures);
}

static void
show (YsTaskCell *self)
{
  g_autofree char *name = ys_task_row_dup_name (self->row);
  gboolean group = ys_task_row_get_task (self->row) == NULL;
  GtkWidget *const of_task[] = { self->number, self->clip, self->count, self->possible };

  for (gsize i = 0; i < G_N_ELEMENTS (of_task); i++)
    gtk_widget_set_visible (of_task[i], !group);
  gtk_widget_set_visible (self->person, !group && self->wide);
  gtk_widget_set_visible (self->progress, group);
  if (group)
    gtk_widget_set_visible (self->late, FALSE);
  gtk_widget_set_size_request (self->got, group ? -1 : 36, -1);
  if (group)
    show_group (self);
  else
    show_task (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL) /* the list's own row takes the focus */
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ys_task_cell_set_row (YsTaskCell *self, YsTaskRow *row)
{
  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_signal_connect_object (row, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

YsTaskRow *
ys_task_cell_get_row (YsTaskCell *self)
{
  return self->row;
}

void
ys_task_cell_set_wide (YsTaskCell *self, gboolean wide)
{
  if (self->wide == wide)
    return;
  self->wide = wide;
  if (self->row != NULL)
    show (self);
}

/* ---- made and gone ---- */

static GtkWidget *
add_label (YsTaskCell *self, const char *classes, int width, float align)
{
  GtkWidget *label = gtk_label_new ("");
  g_auto (GStrv) names = g_strsplit (classes, " ", -1);

  gtk_widget_set_css_classes (label, (const char **)names);
  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
ys_task_cell_dispose (GObject *object)
{
  ys_task_cell_set_row (YS_TASK_CELL (object), NULL);
  G_OBJECT_CLASS (ys_task_cell_parent_class)->dispose (object);
}

static void
ys_task_cell_class_init (YsTaskCellClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_task_cell_dispose;
}

static void
ys_task_cell_init (YsTaskCell *self)
{
  self->sign = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->sign), 16);
  gtk_widget_set_size_request (self->sign, 16, -1);
  gtk_widget_set_margin_end (self->sign, 8);
  gtk_box_append (GTK_BOX (self), self->sign);
  self->number = add_label (self, "num quiet", 25, 1);
  gtk_widget_set_margin_end (self->number, 5);
  self->title = add_label (self, "task-title", -1, 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->late = add_label (self, "count late", -1, 0.5f);
  gtk_label_set_text (GTK_LABEL (self->late), _ ("overdue"));
  gtk_widget_set_margin_start (self->late, 6);
  self->clip = gtk_image_new_from_icon_name ("ys-evidence-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->clip), 13);
  gtk_widget_add_css_class (self->clip, "faint");
  gtk_widget_set_margin_start (self->clip, 6);
  gtk_box_append (GTK_BOX (self), self->clip);
  self->count = add_label (self, "num small quiet", 16, 0);
  self->person = add_label (self, "small quiet", 52, 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->person), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->person), 4);
  gtk_widget_set_margin_start (self->person, 6);
  self->progress = add_label (self, "num", -1, 1);
  gtk_widget_set_margin_start (self->progress, 8);
  self->got = add_label (self, "num", 36, 1);
  gtk_widget_set_margin_start (self->got, 8);
  self->possible = add_label (self, "num small faint", 22, 0);
}

GtkWidget *
ys_task_cell_new (void)
{
  return g_object_new (YS_TYPE_TASK_CELL, NULL);
}
