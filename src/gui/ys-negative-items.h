/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part 逐条声明 of the place 负面清单: the event items by group, each with what is registered under it,
 * or with the declaration that nothing of the kind happened. Signal "selected" (char *occurrence). */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

#define YS_TYPE_NEGATIVE_ITEMS (ys_negative_items_get_type ())
G_DECLARE_FINAL_TYPE (YsNegativeItems, ys_negative_items, YS, NEGATIVE_ITEMS, GtkBox)

/* Once, with the open workspace: makes the rows. */
void ys_negative_items_build (YsNegativeItems *self, YsWorkspace *workspace);
void ys_negative_items_update (YsNegativeItems *self, const YsNegativeView *view);
/* Focuses the declaration of the event item, or what is registered under it; FALSE: no such item. */
gboolean ys_negative_items_focus (YsNegativeItems *self, const char *item);

G_END_DECLS
