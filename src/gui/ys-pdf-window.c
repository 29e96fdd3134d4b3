/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only a frame around a pane: Escape or the pane's own button closes it. */
#include "ys-pdf-window.h"

#include "ys-pdf-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
ys_pdf_window_present (GtkWidget *from, YsWorkspace *workspace, guint task, const char *digest, guint page,
                       const char *point)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from)), *window = GTK_WINDOW (adw_window_new ());
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (workspace, digest);
  GtkWidget *pane = ys_pdf_pane_new (workspace);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_default_size (window, gtk_widget_get_width (GTK_WIDGET (parent)),
                               gtk_widget_get_height (GTK_WIDGET (parent)));
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_title (window, info != NULL ? info->title : _ ("Evidence"));
  adw_window_set_content (ADW_WINDOW (window), pane);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect_object (pane, "close", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);
  ys_pdf_pane_show (YS_PDF_PANE (pane), task, digest, page);
  ys_pdf_pane_set_target (YS_PDF_PANE (pane), task, point);
  ys_pdf_pane_set_in_window (YS_PDF_PANE (pane));
  gtk_window_present (window);
}
