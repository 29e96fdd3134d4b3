/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three texts of the form. Counts are brought up to date when the main loop is idle, never while the
 * toolkit tells of a change: an input method may be composing. */
#include "ys-fill-text-card.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"

static const struct
{
  const char *key, *title;
} parts[] = {
  { "narrative.effect", N_ ("Results") },
  { "narrative.problem", N_ ("Problems") },
  { "narrative.measure", N_ ("Measures") },
};

struct _YsFillTextCard
{
  GtkBox parent_instance;
  YsEntryField *fields[G_N_ELEMENTS (parts)];
  GtkWidget *counts[G_N_ELEMENTS (parts)];
  guint idle;
};

static void ys_fill_text_card_iface (YsFillCardInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsFillTextCard, ys_fill_text_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_FILL_CARD, ys_fill_text_card_iface))

static void
show_counts (YsFillTextCard *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = ys_entry_field_dup_text (self->fields[i]);
      g_autofree char *count = g_strdup_printf (_ ("%ld characters"), g_utf8_strlen (text, -1));

      gtk_label_set_text (GTK_LABEL (self->counts[i]), count);
    }
}

static gboolean
on_idle (gpointer data)
{
  YsFillTextCard *self = data;

  self->idle = 0;
  show_counts (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (YsFillTextCard *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
build (YsFillCard *card, const YsFillView *view)
{
  YsFillTextCard *self = YS_FILL_TEXT_CARD (card);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    ys_entry_field_bind (self->fields[i], view->workspace, view->task->number, parts[i].key,
                         _ (parts[i].title));
}

static void
update (YsFillCard *card, const YsFillView *view)
{
  YsFillTextCard *self = YS_FILL_TEXT_CARD (card);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    ys_entry_field_set_editable (self->fields[i], view->can_edit);
  show_counts (self);
}

static char *
dup_anchor (YsFillCard *card, const YsFillView *view)
{
  YsFillTextCard *self = YS_FILL_TEXT_CARD (card);
  guint filled = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = ys_entry_field_dup_text (self->fields[i]);
      filled += *text != '\0';
    }
  return g_strdup_printf (_ ("Texts %u/%u"), filled, (guint)G_N_ELEMENTS (parts));
}

static void
add_part (YsFillTextCard *self, gsize i)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->counts[i] = ys_fill_label ("", "small quiet num");
  gtk_box_append (GTK_BOX (part), ys_fill_card_head (_ (parts[i].title), self->counts[i]));
  self->fields[i] = YS_ENTRY_FIELD (ys_entry_field_new (TRUE));
  g_signal_connect_object (self->fields[i], "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_css_classes (box, (const char *[]){ "card", "text-card", NULL });
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fields[i]));
  gtk_box_append (GTK_BOX (part), box);
  gtk_box_append (GTK_BOX (self), part);
}

static void
ys_fill_text_card_dispose (GObject *object)
{
  g_clear_handle_id (&YS_FILL_TEXT_CARD (object)->idle, g_source_remove);
  G_OBJECT_CLASS (ys_fill_text_card_parent_class)->dispose (object);
}

static void
ys_fill_text_card_iface (YsFillCardInterface *iface)
{
  iface->build = build;
  iface->update = update;
  iface->dup_anchor = dup_anchor;
}

static void
ys_fill_text_card_class_init (YsFillTextCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_fill_text_card_dispose;
}

static void
ys_fill_text_card_init (YsFillTextCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (self, i);
}
