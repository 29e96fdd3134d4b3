/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The receipt of a package under a header of its own, with the way back to the first start. */
#include "ys-package-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

GtkWidget *
ys_package_page_new (GtkWidget *receipt, const YsLocation *location)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *title = gtk_label_new (_("A received package"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.first");
  gtk_widget_set_tooltip_text (back, _("Back to the Start"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the Start"), -1);
  gtk_widget_add_css_class (title, "h2");
  adw_header_bar_pack_start (ADW_HEADER_BAR (head), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (head), title);
  gtk_box_append (GTK_BOX (box), head);
  gtk_widget_set_vexpand (receipt, TRUE);
  gtk_box_append (GTK_BOX (box), receipt);
  ys_place_show_location (YS_PLACE (receipt), location);
  return box;
}
