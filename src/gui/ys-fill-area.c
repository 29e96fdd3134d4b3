/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text area of the form. GtkTextView outside a scrolled window neither asks for the height that it finds
 * when laying out its text nor scrolls to its caret; both are done here when the main loop is idle, never
 * inside its signals. */
#include "ys-fill-area.h"

/* Room kept above and below the line one writes in, in pixels. */
#define CARET_MARGIN 12

struct _YsFillArea
{
  GtkTextView parent_instance;
  guint resize_idle, caret_idle;
};

G_DEFINE_FINAL_TYPE (YsFillArea, ys_fill_area, GTK_TYPE_TEXT_VIEW)

static gboolean
on_resize_idle (gpointer data)
{
  YsFillArea *self = data;

  self->resize_idle = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
want_resize (YsFillArea *self)
{
  if (self->resize_idle == 0)
    self->resize_idle = g_idle_add_full (G_PRIORITY_LOW, on_resize_idle, self, NULL);
}

/* ---- the caret ---- */

/* Top of the caret's line in @scroller; FALSE where it can't be told. */
static gboolean
find_caret (YsFillArea *self, GtkWidget *scroller, double *top, int *height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place;
  GtkTextIter iter;
  int y;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, NULL, &y);
  *height = place.height;
  return gtk_widget_translate_coordinates (GTK_WIDGET (self), scroller, 0, y, NULL, top);
}

static gboolean
on_caret_idle (gpointer data)
{
  YsFillArea *self = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double top, beyond;
  int height;

  self->caret_idle = 0;
  if (scroller == NULL || !gtk_widget_has_focus (GTK_WIDGET (self))
      || !find_caret (self, scroller, &top, &height))
    return G_SOURCE_REMOVE;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  beyond = top + height - gtk_widget_get_height (scroller);
  if (top < CARET_MARGIN)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top - CARET_MARGIN);
  else if (beyond > -CARET_MARGIN)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + beyond + CARET_MARGIN);
  return G_SOURCE_REMOVE;
}

static void
on_caret_moved (YsFillArea *self)
{
  if (self->caret_idle == 0 && gtk_widget_has_focus (GTK_WIDGET (self))) /* after the text was laid out */
    self->caret_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_caret_idle, self, NULL);
}

/* ---- text ---- */

void
ys_fill_area_set_text (YsFillArea *self, const char *text, int caret)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  if (caret < 0)
    g_object_get (buffer, "cursor-position", &caret, NULL);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, caret);
  gtk_text_buffer_place_cursor (buffer, &iter);
  want_resize (self);
}

char *
ys_fill_area_dup_text (YsFillArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* ---- made and gone ---- */

static void
ys_fill_area_dispose (GObject *object)
{
  YsFillArea *self = YS_FILL_AREA (object);

  g_clear_handle_id (&self->resize_idle, g_source_remove);
  g_clear_handle_id (&self->caret_idle, g_source_remove);
  G_OBJECT_CLASS (ys_fill_area_parent_class)->dispose (object);
}

static void
ys_fill_area_class_init (YsFillAreaClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_fill_area_dispose;
}

static void
ys_fill_area_init (YsFillArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE); /* the field's own goes a word a step, also in Chinese */
  g_signal_connect (self, "map", G_CALLBACK (want_resize), NULL);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (on_caret_moved), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ys_fill_area_new (void)
{
  return g_object_new (YS_TYPE_FILL_AREA, NULL);
}
