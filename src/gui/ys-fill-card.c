/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface of cards, and the small parts that every card is put together from. */
#include "ys-fill-card.h"

#include "ys-entry-field.h"

G_DEFINE_INTERFACE (YsFillCard, ys_fill_card, GTK_TYPE_WIDGET)

static void
ys_fill_card_default_init (YsFillCardInterface *iface)
{
}

void
ys_fill_card_build (YsFillCard *self, const YsFillView *view)
{
  YS_FILL_CARD_GET_IFACE (self)->build (self, view);
}

void
ys_fill_card_update (YsFillCard *self, const YsFillView *view)
{
  YS_FILL_CARD_GET_IFACE (self)->update (self, view);
}

char *
ys_fill_card_dup_anchor (YsFillCard *self, const YsFillView *view)
{
  return YS_FILL_CARD_GET_IFACE (self)->dup_anchor (self, view);
}

gboolean
ys_fill_card_focus_key (YsFillCard *self, const char *key)
{
  YsEntryField *field;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  if (YS_FILL_CARD_GET_IFACE (self)->focus_key != NULL
      && YS_FILL_CARD_GET_IFACE (self)->focus_key (self, key))
    return TRUE;
  field = ys_entry_field_find (GTK_WIDGET (self), key);
  if (field == NULL)
    return FALSE;
  ys_entry_field_reveal (field);
  return TRUE;
}

GtkWidget *
ys_fill_label (const char *text, const char *classes)
{
  GtkWidget *label = gtk_label_new (text);
  g_auto (GStrv) names = g_strsplit (classes, " ", -1);

  gtk_widget_set_css_classes (label, (const char **)names);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

GtkWidget *
ys_fill_jump (const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "jump");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
ys_fill_named_jump (const char *text, const char *name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "jump");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
ys_fill_card_head (const char *title, GtkWidget *end)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = ys_fill_label (title, "h2");

  gtk_widget_add_css_class (head, "card-head");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (end != NULL)
    gtk_box_append (GTK_BOX (head), end);
  return head;
}

void
ys_fill_clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

void
ys_fill_chip_set (GtkWidget *chip, const char *kind, const char *text)
{
  static const char *const kinds[] = { "ok", "bad", "open", "plain", "info" };

  gtk_widget_set_visible (chip, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (chip), text);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i], kind))
        gtk_widget_add_css_class (chip, kinds[i]);
      else
        gtk_widget_remove_css_class (chip, kinds[i]);
    }
}

void
ys_fill_show_page (GtkWidget *from, const char *digest, guint page)
{
  gtk_widget_activate_action (from, "place.show-page", "(su)", digest, page);
}
