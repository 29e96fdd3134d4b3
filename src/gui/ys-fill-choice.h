/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with the height of an entry that opens a list to choose from. Unlike GtkDropDown the wheel never
 * changes it, and text of one's own can be allowed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FILL_CHOICE (ys_fill_choice_get_type ())
G_DECLARE_FINAL_TYPE (YsFillChoice, ys_fill_choice, YS, FILL_CHOICE, GtkWidget)
/* Properties: "name-of", what a screen reader calls it; "own-text", whether text of one's own can be typed.
 * Signal "chosen" (char *value): the person chose. The caller shows it by ys_fill_choice_set_value(). */

/* Takes all choices away. */
void ys_fill_choice_clear (YsFillChoice *self);
/* @icon may be NULL. */
void ys_fill_choice_add (YsFillChoice *self, const char *value, const char *label, const char *icon);
/* Shows @value; one that is no choice is shown as it is. */
void ys_fill_choice_set_value (YsFillChoice *self, const char *value);

G_END_DECLS
