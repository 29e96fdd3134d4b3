/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the window: where one is, as whom, in what state, and whether all is saved. */
#pragma once

#include "ys-workspace.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_HEADER (ys_header_get_type ())
G_DECLARE_FINAL_TYPE (YsHeader, ys_header, YS, HEADER, GtkBox)

/* Shows @workspace and follows its signals; call once. */
void ys_header_set_workspace (YsHeader *self, YsWorkspace *workspace);

G_END_DECLS
