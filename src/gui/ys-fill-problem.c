/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of a problem: a box of sign and words. */
#include "ys-fill-problem.h"

GtkWidget *
ys_fill_problem_new (void)
{
  GtkWidget *problem = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *text = gtk_label_new ("");

  gtk_widget_add_css_class (problem, "problem");
  gtk_image_set_pixel_size (GTK_IMAGE (sign), 14);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (problem), sign);
  gtk_box_append (GTK_BOX (problem), text);
  gtk_widget_set_visible (problem, FALSE);
  return problem;
}

void
ys_fill_problem_set_text (GtkWidget *problem, const char *text)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (problem)), text != NULL ? text : "");
  gtk_widget_set_visible (problem, text != NULL);
}
