/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a line of the check list is drawn. */
#pragma once

#include "ys-check-row.h"

G_BEGIN_DECLS

#define YS_TYPE_CHECK_CELL (ys_check_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsCheckCell, ys_check_cell, YS, CHECK_CELL, GtkBox)

GtkWidget *ys_check_cell_new (void);
/* Shows @row, a line or the head of a group. */
void ys_check_cell_set_row (YsCheckCell *self, YsCheckRow *row);

G_END_DECLS
