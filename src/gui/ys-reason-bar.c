/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A revealer with an entry and two buttons; the text is cleared each time it opens. */
#include "ys-reason-bar.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

struct _YsReasonBar
{
  GtkBox parent_instance;
  GtkWidget *revealer, *what, *entry, *refusal, *accept, *leave;
};

enum
{
  SIGNAL_GIVEN,
  SIGNAL_LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsReasonBar, ys_reason_bar, GTK_TYPE_BOX)

void
ys_reason_bar_ask (YsReasonBar *self, const char *what, const char *accept)
{
  gtk_label_set_text (GTK_LABEL (self->what), what);
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_grab_focus (self->entry);
}

void
ys_reason_bar_refuse (YsReasonBar *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), message);
  gtk_widget_set_visible (self->refusal, TRUE);
  gtk_widget_grab_focus (self->entry);
}

void
ys_reason_bar_close (YsReasonBar *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_accept (YsReasonBar *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_signal_emit (self, signals[SIGNAL_GIVEN], 0, reason);
}

static void
on_leave (YsReasonBar *self)
{
  ys_reason_bar_close (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_leave (YS_REASON_BAR (widget));
  return TRUE;
}

static GtkWidget *
make_words (const char *classes)
{
  GtkWidget *label = ys_fill_label ("", classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  return label;
}

static void
make_buttons (YsReasonBar *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->leave = gtk_button_new_with_label (_ ("Cancel"));
  self->accept = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  g_signal_connect_swapped (self->leave, "clicked", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept), self);
  gtk_box_append (GTK_BOX (line), self->leave);
  gtk_box_append (GTK_BOX (line), self->accept);
  gtk_box_append (GTK_BOX (box), line);
}

static void
ys_reason_bar_class_init (YsReasonBarClass *class)
{
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, on_escape, NULL);
  signals[SIGNAL_GIVEN] = g_signal_new ("given", YS_TYPE_REASON_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", YS_TYPE_REASON_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_reason_bar_init (YsReasonBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "note");
  self->what = make_words ("strong");
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Reason; it stands in the journal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_accept), self);
  self->refusal = make_words ("small error");
  gtk_box_append (GTK_BOX (box), self->what);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->refusal);
  make_buttons (self, box);
  self->revealer = gtk_revealer_new ();
  gtk_widget_set_hexpand (self->revealer, TRUE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_box_append (GTK_BOX (self), self->revealer);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ys_reason_bar_new (void)
{
  return g_object_new (YS_TYPE_REASON_BAR, NULL);
}
