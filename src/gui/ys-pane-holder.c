/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget of one child whose natural width is fixed. AdwClamp does not serve: its own natural width is the
 * child's. */
#include "ys-pane-holder.h"

struct _YsPaneHolder
{
  GtkWidget parent_instance;
  GtkWidget *pane;
  int width;
};

G_DEFINE_FINAL_TYPE (YsPaneHolder, ys_pane_holder, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  YsPaneHolder *self = YS_PANE_HOLDER (widget);

  gtk_widget_measure (self->pane, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, self->width);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (YS_PANE_HOLDER (widget)->pane, width, height, baseline, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

void
ys_pane_holder_set_width (YsPaneHolder *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ys_pane_holder_dispose (GObject *object)
{
  g_clear_pointer (&YS_PANE_HOLDER (object)->pane, gtk_widget_unparent);
  G_OBJECT_CLASS (ys_pane_holder_parent_class)->dispose (object);
}

static void
ys_pane_holder_class_init (YsPaneHolderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_pane_holder_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->get_request_mode = get_request_mode;
}

static void
ys_pane_holder_init (YsPaneHolder *self)
{
}

GtkWidget *
ys_pane_holder_new (GtkWidget *pane, int width)
{
  YsPaneHolder *self = g_object_new (YS_TYPE_PANE_HOLDER, NULL);

  self->pane = pane;
  self->width = width;
  gtk_widget_set_parent (pane, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
ys_status_page_skip_inside (GtkWidget *status_page)
{
  GtkWidget *inside = gtk_widget_get_first_child (status_page);

  if (GTK_IS_SCROLLED_WINDOW (inside))
    gtk_widget_set_focusable (inside, FALSE);
}
