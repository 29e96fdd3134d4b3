/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line that opens where something was asked for and takes the reason for it: Enter does it, Escape leaves it.
 * What was refused stands below the field, which keeps its text. Signals: "given" (char *reason), "left" (). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_REASON_BAR (ys_reason_bar_get_type ())
G_DECLARE_FINAL_TYPE (YsReasonBar, ys_reason_bar, YS, REASON_BAR, GtkBox)

GtkWidget *ys_reason_bar_new (void);
/* Opens it: @what will happen, in words; @accept on the button that does it. */
void ys_reason_bar_ask (YsReasonBar *self, const char *what, const char *accept);
/* Says why it was not done. */
void ys_reason_bar_refuse (YsReasonBar *self, const char *message);
/* Closes it without telling. */
void ys_reason_bar_close (YsReasonBar *self);

G_END_DECLS
