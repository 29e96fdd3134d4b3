/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A header, a progress box in the middle, and the path or name that the work is about. */
#include "ys-busy-page.h"

#include <adwaita.h>

#include "ys-progress-box.h"

#define WIDTH 420

GtkWidget *
ys_busy_page_new (const char *title, const char *detail, GCancellable *cancellable)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = adw_header_bar_new ();
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *progress = ys_progress_box_new (title, cancellable);
  GtkWidget *about = gtk_label_new (detail);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (head), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (about, detail);
  gtk_widget_add_css_class (about, "quiet");
  gtk_widget_set_halign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_widget_set_size_request (middle, WIDTH, -1);
  gtk_box_append (GTK_BOX (middle), progress);
  gtk_box_append (GTK_BOX (middle), about);
  gtk_box_append (GTK_BOX (page), head);
  gtk_box_append (GTK_BOX (page), middle);
  g_object_set_data (G_OBJECT (page), "progress", progress);
  return page;
}

gpointer
ys_busy_page_get_progress (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "progress");
}
