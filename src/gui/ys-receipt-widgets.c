/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, figures, chips and facts, made in one place so that all pages of packages look alike. */
#include "ys-receipt-widgets.h"

static void
add_styles (GtkWidget *widget, const char *styles)
{
  g_auto (GStrv) names = g_strsplit (styles != NULL ? styles : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      gtk_widget_add_css_class (widget, names[i]);
}

GtkWidget *
ys_words_new (const char *text, const char *styles)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  add_styles (label, styles);
  return label;
}

GtkWidget *
ys_copyable_words_new (const char *text, const char *styles)
{
  GtkWidget *label = ys_words_new (text, styles);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

GtkWidget *
ys_figure_new (const char *text, const char *styles)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "num");
  add_styles (label, styles);
  return label;
}

GtkWidget *
ys_chip_new (const char *text, const char *style)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  add_styles (chip, style);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

void
ys_name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ys_box_empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

GtkWidget *
ys_card_new (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_styles (card, "card tight");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  return card;
}

GtkWidget *
ys_card_title_new (const char *title, const char *aside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = ys_words_new (title, "h2");

  gtk_widget_add_css_class (box, "card-head");
  gtk_label_set_wrap (GTK_LABEL (words), FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  if (aside != NULL)
    gtk_box_append (GTK_BOX (box), ys_figure_new (aside, "small quiet"));
  return box;
}

GtkWidget *
ys_grid_add_fact (GtkGrid *grid, int row, const char *name, const char *value)
{
  GtkWidget *label = ys_words_new (name, "quiet small");
  GtkWidget *words = ys_copyable_words_new (value, "num");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (words, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (words, TRUE);
  g_autofree char *said = g_strdup_printf ("%s %s", name, value);
  ys_name_widget (words, said);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, words, 1, row, 1, 1);
  return words;
}
