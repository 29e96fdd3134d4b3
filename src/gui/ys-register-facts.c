/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts in two columns: small names, values that can be selected and copied but take no focus of their own. */
#include "ys-register-facts.h"

GtkWidget *
ys_register_facts_new (void)
{
  GtkWidget *facts = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (facts), 8);
  gtk_grid_set_column_spacing (GTK_GRID (facts), 14);
  return facts;
}

void
ys_register_facts_clear (GtkWidget *facts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (facts)) != NULL)
    gtk_grid_remove (GTK_GRID (facts), child);
}

void
ys_register_facts_add (GtkWidget *facts, const char *name, const char *value, const char *style)
{
  GtkWidget *last = gtk_widget_get_last_child (facts), *label, *text;
  int row = 0;

  if (value == NULL || *value == '\0')
    return;
  if (last != NULL)
    {
      gtk_grid_query_child (GTK_GRID (facts), last, NULL, &row, NULL, NULL);
      row++;
    }
  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "fact-name");
  gtk_grid_attach (GTK_GRID (facts), label, 0, row, 1, 1);
  text = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_focusable (text, FALSE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, style != NULL ? style : "num");
  gtk_grid_attach (GTK_GRID (facts), text, 1, row, 1, 1);
}
