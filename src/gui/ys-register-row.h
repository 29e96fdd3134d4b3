/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One package of the register, as an element of a list model and as its line on screen. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

#define YS_TYPE_REGISTER_ROW (ys_register_row_get_type ())
G_DECLARE_FINAL_TYPE (YsRegisterRow, ys_register_row, YS, REGISTER_ROW, GObject)

YsRegisterRow *ys_register_row_new (YsWorkspace *workspace, const YsPackageInfo *info);
const YsPackageInfo *ys_register_row_get_info (YsRegisterRow *self);
/* Whether all of @folded, folded search text, stands somewhere in the row. */
gboolean ys_register_row_matches (YsRegisterRow *self, const char *folded);

#define YS_TYPE_REGISTER_CELL (ys_register_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsRegisterCell, ys_register_cell, YS, REGISTER_CELL, GtkBox)

GtkWidget *ys_register_cell_new (void);
void ys_register_cell_set_row (YsRegisterCell *self, YsRegisterRow *row);

G_END_DECLS
