/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head of the form. The requirement shows two lines and unfolds; the button for it stands there only where
 * there is more than two lines of it. */
#include "ys-fill-head.h"

#include <glib/gi18n-lib.h>

#include "ys-overview.h"

struct _YsFillHead
{
  GtkBox parent_instance;
  GtkLabel *number, *title, *requirement, *lead, *responsible_name, *unit_count, *unit_names, *due,
      *pill_text, *evidence_text;
  GtkWidget *unfold, *units, *pill, *pill_sign, *evidence;
  guint idle;
};

G_DEFINE_FINAL_TYPE (YsFillHead, ys_fill_head, GTK_TYPE_BOX)

/* ---- the requirement ---- */

static gboolean
on_idle (gpointer data)
{
  YsFillHead *self = data;
  gboolean unfolded = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfold));

  self->idle = 0;
  gtk_widget_set_visible (self->unfold,
                          unfolded || pango_layout_is_ellipsized (gtk_label_get_layout (self->requirement)));
  return G_SOURCE_REMOVE;
}

static void
look_whether_cut (YsFillHead *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_unfold (YsFillHead *self)
{
  gboolean unfolded = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfold));

  gtk_label_set_lines (self->requirement, unfolded ? -1 : 2);
  gtk_label_set_ellipsize (self->requirement, unfolded ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_button_set_icon_name (GTK_BUTTON (self->unfold), unfolded ? "pan-up-symbolic" : "pan-down-symbolic");
}

void
ys_fill_head_width_changed (YsFillHead *self)
{
  look_whether_cut (self);
}

/* ---- task ---- */

static void
show_units (YsFillHead *self, const YsTask *task)
{
  guint n = g_strv_length (task->responsibles);
  g_autofree char *leads = g_strjoinv ("、", task->leads);
  g_autofree char *names = g_strjoinv ("\n", task->responsibles);
  g_autofree char *label = n == 1 ? g_strdup (task->responsibles[0]) : g_strdup_printf (_ ("%u units"), n);

  gtk_label_set_text (self->lead, leads);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lead), leads);
  gtk_label_set_text (self->unit_names, names);
  gtk_label_set_text (self->unit_count, label);
  gtk_widget_set_visible (self->units, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->responsible_name), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->units)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Responsible units"), -1);
}

void
ys_fill_head_build (YsFillHead *self, const YsFillView *view)
{
  g_autofree char *number = g_strdup_printf ("%u", view->task->number);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unfold), FALSE);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, view->task->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), view->task->title);
  gtk_label_set_text (self->requirement, view->task->requirement);
  show_units (self, view->task);
  look_whether_cut (self);
}

static void
show_due (YsFillHead *self, const YsFillView *view)
{
  YsDate due = ys_task_get_due (view->workspace, view->task);
  YsDate day = ys_workspace_get_counting_day (view->workspace);
  gboolean unfinished = ys_task_is_unfinished (view->item), late = ys_task_is_late (view->item, due, day);
  g_autofree char *date = ys_date_to_text (due);
  g_autofree char *text = late         ? g_strdup_printf (_ ("overdue %u days"), day - due)
                          : unfinished ? g_strdup_printf (_ ("%u days left"), due > day ? due - day : 0)
                                       : NULL;

  gtk_label_set_text (self->due, date);
  gtk_widget_set_visible (self->pill, text != NULL);
  gtk_label_set_text (self->pill_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->pill_sign, late);
  if (late)
    gtk_widget_add_css_class (self->pill, "bad");
  else
    gtk_widget_remove_css_class (self->pill, "bad");
}

void
ys_fill_head_update (YsFillHead *self, const YsFillView *view)
{
  g_autofree char *evidence = g_strdup_printf (_ ("Evidence %u"), view->citations->len);

  show_due (self, view);
  gtk_label_set_text (self->evidence_text, evidence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence), GTK_ACCESSIBLE_PROPERTY_LABEL, evidence,
                                  -1);
}

void
ys_fill_head_set_folded (YsFillHead *self, gboolean folded)
{
  gtk_widget_set_visible (self->evidence, folded);
}

/* ---- made and gone ---- */

static void
ys_fill_head_dispose (GObject *object)
{
  g_clear_handle_id (&YS_FILL_HEAD (object)->idle, g_source_remove);
  G_OBJECT_CLASS (ys_fill_head_parent_class)->dispose (object);
}

static void
ys_fill_head_class_init (YsFillHeadClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_fill_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-fill-head.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, number);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, title);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, requirement);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, unfold);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, lead);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, responsible_name);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, units);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, unit_count);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, unit_names);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, due);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, pill);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, pill_sign);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, pill_text);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, evidence);
  gtk_widget_class_bind_template_child (widget_class, YsFillHead, evidence_text);
}

static void
ys_fill_head_init (YsFillHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->unfold, "toggled", G_CALLBACK (on_unfold), self, G_CONNECT_SWAPPED);
}
