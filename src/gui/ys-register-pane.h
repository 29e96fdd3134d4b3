/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One package of the register in full: facts, digest, what it answers, and what can be done with it again. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

#define YS_TYPE_REGISTER_PANE (ys_register_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsRegisterPane, ys_register_pane, YS, REGISTER_PANE, GtkBox)

/* @packages: of YsPackageInfo, the whole register, to name what replaces and answers. @info NULL: nothing chosen. */
void ys_register_pane_show (YsRegisterPane *self, YsWorkspace *workspace, const YsPackageInfo *info,
                            const GPtrArray *packages);

G_END_DECLS
