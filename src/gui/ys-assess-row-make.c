/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the row of a scoring point, and what keys and clicks do in them. */
#include "ys-assess-row-private.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-area.h"
#include "ys-fill-card.h"

#define TITLE_LINES 2

/* ---- typing ---- */

static void
on_commit (YsAssessRow *self)
{
  Field field;
  g_autofree char *reason = ys_assess_row_dup_reason (self);

  if ((ys_assess_row_is_field_changed (self, FIELD_OWN)
       || ys_assess_row_is_field_changed (self, FIELD_DECIDED))
      && ys_assess_row_find_reasoned (self, &field) && *reason == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  g_signal_emit_by_name (self, "commit");
}

static void
on_typed (YsAssessRow *self)
{
  if (self->putting)
    return;
  ys_assess_row_keep_typed (self);
  ys_assess_row_show_reason (self);
}

/* Enter ends the reason; with Shift it begins a line. */
static gboolean
on_reason_key (YsAssessRow *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  on_commit (self);
  return GDK_EVENT_STOP;
}

static void
on_word (GtkButton *button, YsAssessRow *self)
{
  Field field = self->may[FIELD_OWN] ? FIELD_OWN : FIELD_DECIDED;

  gtk_editable_set_text (GTK_EDITABLE (self->entry[field]), gtk_button_get_label (button));
  on_commit (self);
}

static void
on_toggled (YsAssessRow *self)
{
  gtk_widget_set_visible (self->why, !gtk_widget_get_visible (self->why));
  ys_assess_row_show_reason (self);
}

/* Once left, a figure stands as it is stored: "5" as "5.00". */
static void
on_left (GtkEventController *focus, YsAssessRow *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (focus);
  Field field = entry == self->entry[FIELD_OWN] ? FIELD_OWN : FIELD_DECIDED;

  if (!self->may[field] || ys_assess_row_is_field_changed (self, field))
    return;
  self->putting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (entry), self->stored[field]);
  self->putting = FALSE;
}

/* ---- parts ---- */

static GtkWidget *
make_figure (const char *classes, int width)
{
  GtkWidget *label = ys_fill_label ("", classes);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_size_request (label, width, -1);
  return label;
}

static void
make_field (YsAssessRow *self, Field field, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry[field] = entry;
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (entry, focus);
  self->label[field] =
      make_figure (field == FIELD_OWN ? "num quiet as-field" : "num strong as-field", YS_ASSESS_FIELD);
  gtk_widget_add_css_class (entry, "mini");
  gtk_widget_add_css_class (entry, "num");
  gtk_widget_set_margin_top (entry,
                             3); /* in the middle like the rest of the line, or Tab would come here first */
  gtk_widget_set_margin_bottom (entry, 3);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 4);
  gtk_widget_set_size_request (entry, YS_ASSESS_FIELD, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_commit), self, G_CONNECT_SWAPPED);
}

static void
make_line (YsAssessRow *self)
{
  GtkWidget *title = ys_fill_label (self->title, "");
  g_autofree char *own = g_strdup_printf (_ ("%s: score"), self->title);
  g_autofree char *decided = g_strdup_printf (_ ("%s: decision"), self->title);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (self->line, "score-line");
  gtk_widget_add_css_class (self->line, "plain");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (title), TITLE_LINES);
  self->toggle = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->toggle), title);
  gtk_widget_add_css_class (self->toggle, "score-toggle");
  gtk_widget_set_hexpand (self->toggle, TRUE);
  gtk_widget_set_tooltip_text (self->toggle, self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  g_signal_connect_object (self->toggle, "clicked", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  self->possible = make_figure ("num faint", YS_ASSESS_COLUMN);
  self->self_score = make_figure ("num", YS_ASSESS_COLUMN);
  self->computed = make_figure ("num quiet", YS_ASSESS_COLUMN);
  make_field (self, FIELD_OWN, own);
  make_field (self, FIELD_DECIDED, decided);
  GtkWidget *const parts[] = {
    self->toggle,           self->possible,         self->self_score,           self->computed,
    self->label[FIELD_OWN], self->entry[FIELD_OWN], self->label[FIELD_DECIDED], self->entry[FIELD_DECIDED]
  };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (self->line), parts[i]);
  gtk_box_append (GTK_BOX (self), self->line);
}

static void
make_reason (YsAssessRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s: reason"), self->title);

  self->reason_hint = ys_fill_label ("", "small problem");
  gtk_box_append (GTK_BOX (head), ys_fill_label (_ ("Reason for the change"), "small strong"));
  gtk_box_append (GTK_BOX (head), self->reason_hint);
  self->reason = ys_fill_area_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->reason), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->reason), FALSE);
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_reason_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->reason, keys);
  gtk_widget_add_css_class (frame, "reason");
  gtk_box_append (GTK_BOX (frame), self->reason);
  self->reason_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->reason_box, "score-why");
  gtk_box_append (GTK_BOX (self->reason_box), head);
  gtk_box_append (GTK_BOX (self->reason_box), frame);
  gtk_box_append (GTK_BOX (self), self->reason_box);
}

/* Words that may be given instead of points. */
static void
make_words (YsAssessRow *self, GStrv words)
{
  self->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (self->words, "score-why");
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (words[i]);
      g_autofree char *name = g_strdup_printf (_ ("%s: %s"), self->title, words[i]);

      gtk_widget_add_css_class (button, "lowb");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_word), self, 0);
      gtk_box_append (GTK_BOX (self->words), button);
    }
  gtk_box_append (GTK_BOX (self), self->words);
}

static GtkWidget *
make_text (YsAssessRow *self, const char *classes)
{
  GtkWidget *label = ys_fill_label ("", classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_end (label, 8);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

void
ys_assess_row_make (YsAssessRow *self, GStrv words)
{
  make_line (self);
  make_words (self, words);
  make_reason (self);
  self->note = make_text (self, "small quiet");
  self->why = make_text (self, "small why");
  gtk_widget_set_visible (self->why, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)), "changed",
                           G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
}
