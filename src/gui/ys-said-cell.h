/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a YsSaidRow looks in the list: title with its chip, below it who, deadline and state. */
#pragma once

#include <gtk/gtk.h>

#include "ys-said-row.h"

G_BEGIN_DECLS

#define YS_TYPE_SAID_CELL (ys_said_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsSaidCell, ys_said_cell, YS, SAID_CELL, GtkBox)

GtkWidget *ys_said_cell_new (void);
void ys_said_cell_set_row (YsSaidCell *self, YsSaidRow *row);

G_END_DECLS
