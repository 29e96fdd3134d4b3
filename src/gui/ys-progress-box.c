/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress of long work. The working thread leaves its amounts behind a lock, a timer of the page shows them, so
 * that reporting never waits for the screen. */
#include "ys-progress-box.h"

#include <glib/gi18n-lib.h>

#define SHOW_MILLISECONDS 100
/* Before this share of the work nothing is said about the time left: it would only jump. */
#define LEAST_SHARE 0.05

struct _YsProgressBox {
  GtkBox parent_instance;
  GtkLabel *title, *rest;
  GtkProgressBar *bar;
  GtkWidget *stop;
  GCancellable *cancellable;
  GMutex lock;
  guint64 done, total;
  gint64 began;
  guint timer;
  gboolean bytes;
};

G_DEFINE_FINAL_TYPE (YsProgressBox, ys_progress_box, GTK_TYPE_BOX)

void
ys_progress_box_report (guint64 done, guint64 total, gpointer box)
{
  YsProgressBox *self = box;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->lock);
}

/* "about 20 seconds still"; "" while too little is done to tell. Full. */
static char *
dup_time_left (YsProgressBox *self, double share)
{
  double passed = (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  guint seconds;

  if (share <= LEAST_SHARE)
    return g_strdup ("");
  seconds = (guint) (passed * (1 - share) / share) + 1;
  return seconds < 60
           ? g_strdup_printf (ngettext ("about %u second still", "about %u seconds still", seconds), seconds)
           : g_strdup_printf (ngettext ("about %u minute still", "about %u minutes still", (seconds + 59) / 60),
                              (seconds + 59) / 60);
}

static void
show_rest (YsProgressBox *self, guint64 done, guint64 total, double share)
{
  g_autofree char *left = dup_time_left (self, share);
  g_autofree char *done_text = g_format_size (done), *total_text = g_format_size (total);
  g_autofree char *text = self->bytes ? g_strdup_printf ("%s / %s%s%s", done_text, total_text,
                                                         *left != '\0' ? " · " : "", left)
                                      : g_steal_pointer (&left);

  if (!g_cancellable_is_cancelled (self->cancellable))
    gtk_label_set_text (self->rest, text);
}

static gboolean
on_show (gpointer data)
{
  YsProgressBox *self = data;

  g_mutex_lock (&self->lock);
  guint64 done = self->done, total = self->total;
  g_mutex_unlock (&self->lock);
  if (total == 0)
    {
      gtk_progress_bar_pulse (self->bar);
      return G_SOURCE_CONTINUE;
    }
  double share = MIN ((double) done / (double) total, 1.0);
  gtk_progress_bar_set_fraction (self->bar, share);
  show_rest (self, done, total, share);
  return G_SOURCE_CONTINUE;
}

static void
on_stop (GtkButton *button, YsProgressBox *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_text (self->rest, _("Stopping…"));
  g_cancellable_cancel (self->cancellable);
}

static void
ys_progress_box_dispose (GObject *object)
{
  YsProgressBox *self = YS_PROGRESS_BOX (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ys_progress_box_parent_class)->dispose (object);
}

static void
ys_progress_box_finalize (GObject *object)
{
  g_mutex_clear (&YS_PROGRESS_BOX (object)->lock);
  G_OBJECT_CLASS (ys_progress_box_parent_class)->finalize (object);
}

static void
ys_progress_box_class_init (YsProgressBoxClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_progress_box_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_progress_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-progress-box.ui");
  gtk_widget_class_bind_template_child (widget_class, YsProgressBox, title);
  gtk_widget_class_bind_template_child (widget_class, YsProgressBox, rest);
  gtk_widget_class_bind_template_child (widget_class, YsProgressBox, bar);
  gtk_widget_class_bind_template_child (widget_class, YsProgressBox, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
ys_progress_box_init (YsProgressBox *self)
{
  g_mutex_init (&self->lock);
  self->began = g_get_monotonic_time ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->timer = g_timeout_add (SHOW_MILLISECONDS, on_show, self);
}

GtkWidget *
ys_progress_box_new (const char *title, GCancellable *cancellable)
{
  YsProgressBox *self = g_object_new (YS_TYPE_PROGRESS_BOX, NULL);

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_set_object (&self->cancellable, cancellable);
  gtk_widget_set_visible (self->stop, cancellable != NULL);
  return GTK_WIDGET (self);
}

void
ys_progress_box_set_bytes (YsProgressBox *self, gboolean bytes)
{
  self->bytes = bytes;
}

void
ys_progress_box_finish (YsProgressBox *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
