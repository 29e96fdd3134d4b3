/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card of three buttons; the name of each says its figure and what it rests on. */
#include "ys-desk-totals.h"

struct _YsDeskTotals
{
  GtkBox parent_instance;
  GtkLabel *title, *aside;
  GtkWidget *buttons[YS_DESK_N_TOTALS];
  GtkLabel *names[YS_DESK_N_TOTALS], *figures[YS_DESK_N_TOTALS], *notes[YS_DESK_N_TOTALS];
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsDeskTotals, ys_desk_totals, GTK_TYPE_BOX)

void
ys_desk_totals_set_title (YsDeskTotals *self, const char *title, const char *aside)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->aside, aside);
}

void
ys_desk_totals_set (YsDeskTotals *self, guint which, const char *name, const char *figure, const char *note)
{
  g_autofree char *text = g_strdup_printf ("%s %s, %s", name, figure, note);

  g_return_if_fail (which < YS_DESK_N_TOTALS);
  gtk_label_set_text (self->names[which], name);
  gtk_label_set_text (self->figures[which], figure);
  gtk_label_set_text (self->notes[which], note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes[which]), note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[which]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_clicked (YsDeskTotals *self, GtkWidget *button)
{
  for (guint which = 0; which < YS_DESK_N_TOTALS; which++)
    if (self->buttons[which] == button)
      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, which);
}

static void
ys_desk_totals_class_init (YsDeskTotalsClass *class)
{
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", YS_TYPE_DESK_TOTALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkLabel *
add_label (GtkWidget *box, const char *const *styles)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_css_classes (label, (const char **)styles);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static const char *const quiet[] = { "small", "quiet", "num", NULL };

static GtkWidget *
make_head (YsDeskTotals *self)
{
  static const char *const head[] = { "h2", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_margin_start (box, 2);
  gtk_widget_set_margin_end (box, 2);
  self->title = add_label (box, head);
  self->aside = add_label (box, quiet);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  return box;
}

static void
add_total (YsDeskTotals *self, GtkWidget *card, guint which)
{
  static const char *const big[] = { "big", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->buttons[which] = gtk_button_new ();
  self->names[which] = add_label (box, quiet);
  self->figures[which] = add_label (box, big);
  self->notes[which] = add_label (box, quiet);
  gtk_button_set_child (GTK_BUTTON (self->buttons[which]), box);
  gtk_widget_add_css_class (self->buttons[which], "total");
  g_signal_connect_object (self->buttons[which], "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), self->buttons[which]);
}

static void
ys_desk_totals_init (YsDeskTotals *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), make_head (self));
  gtk_box_append (GTK_BOX (self), card);
  gtk_box_set_homogeneous (GTK_BOX (card), TRUE);
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tight");
  for (guint which = 0; which < YS_DESK_N_TOTALS; which++)
    add_total (self, card, which);
}
