/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right side of 上报材料: where the dossier stands, what is handed in, and the button that comes next. */
#pragma once

#include <gtk/gtk.h>

#include "ys-dossier-data.h"

G_BEGIN_DECLS

#define YS_TYPE_DOSSIER_PANE (ys_dossier_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsDossierPane, ys_dossier_pane, YS, DOSSIER_PANE, GtkBox)

/* @data is read until the next call. */
void ys_dossier_pane_show (YsDossierPane *self, YsWorkspace *workspace, const YsDossierData *data);
void ys_dossier_pane_focus_act (YsDossierPane *self);

G_END_DECLS
