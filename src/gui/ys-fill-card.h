/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card of the form (完成情况, 指标 …): what all of them offer to the form, and the parts that they share.
 */
#pragma once

#include <gtk/gtk.h>

#include "ys-fill-view.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_CARD (ys_fill_card_get_type ())
G_DECLARE_INTERFACE (YsFillCard, ys_fill_card, YS, FILL_CARD, GtkWidget)

struct _YsFillCardInterface
{
  GTypeInterface parent;
  /* Another task: makes its rows and binds its fields. */
  void (*build) (YsFillCard *self, const YsFillView *view);
  /* New figures of the same task: changes labels in place, touches no field. */
  void (*update) (YsFillCard *self, const YsFillView *view);
  /* The anchor's words, with what is there: "Metrics 2/3". NULL: this task has no such card. Full. */
  char *(*dup_anchor) (YsFillCard *self, const YsFillView *view);
  /* Opens and focuses what belongs to a form key or to "point:ID"; FALSE: not here. Optional: fields of the
   * key. */
  gboolean (*focus_key) (YsFillCard *self, const char *key);
};

void ys_fill_card_build (YsFillCard *self, const YsFillView *view);
void ys_fill_card_update (YsFillCard *self, const YsFillView *view);
char *ys_fill_card_dup_anchor (YsFillCard *self, const YsFillView *view);
gboolean ys_fill_card_focus_key (YsFillCard *self, const char *key);

/* ---- parts ---- */
/* A label with css classes divided by blanks; left-aligned. */
GtkWidget *ys_fill_label (const char *text, const char *classes);
/* A flat button in the accent's colour that leads somewhere. */
GtkWidget *ys_fill_jump (const char *text);
/* The same with a name of its own for screen readers; its text is a label child (the toolkit prefers a button's own
 * label to any name). */
GtkWidget *ys_fill_named_jump (const char *text, const char *name);
/* The line above a card: title, and at its end @end (nullable, taken). */
GtkWidget *ys_fill_card_head (const char *title, GtkWidget *end);
void ys_fill_clear_box (GtkWidget *box);
/* Exactly one of .ok .bad .open .plain on a .chip; hides it where @text is NULL. */
void ys_fill_chip_set (GtkWidget *chip, const char *kind, const char *text);
/* Shows @digest at @page beside the form. */
void ys_fill_show_page (GtkWidget *from, const char *digest, guint page);

G_END_DECLS
