/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the strip's looks, made anew for each PDF. */
#include "ys-pdf-notices.h"

#include <glib/gi18n-lib.h>

void
ys_pdf_notices_clear (GtkBox *notices)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (notices))) != NULL)
    gtk_box_remove (notices, child);
}

static GtkWidget *
add_line (GtkBox *notices, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (text);

  gtk_widget_add_css_class (row, "strip");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (notices, row);
  return row;
}

void
ys_pdf_notices_show (GtkBox *notices, const YsPdfInfo *info)
{
  g_auto (GStrv) remarks = ys_pdf_info_dup_remarks (info); /* files inside come first */
  GtkWidget *inside;

  ys_pdf_notices_clear (notices);
  for (guint i = 0; remarks[i] != NULL; i++)
    add_line (notices, remarks[i]);
  if (info->n_attachments == 0)
    return;
  inside = gtk_button_new_with_label (_ ("Attach files inside…"));
  gtk_widget_add_css_class (inside, "jump");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (inside), "pane.inside");
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (GTK_WIDGET (notices))), inside);
}

void
ys_pdf_notices_add_fonts (GtkBox *notices, gboolean maps)
{
  add_line (notices, maps ? _ ("Words may be missing here: this computer lacks the package poppler-data.")
                          : _ ("Words may look different or be missing: this computer lacks a font of this PDF."));
}
