/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search over everything (Ctrl+K): type, choose, be there. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace.h"

G_BEGIN_DECLS

#define YS_TYPE_SEARCH_PALETTE (ys_search_palette_get_type ())
G_DECLARE_FINAL_TYPE (YsSearchPalette, ys_search_palette, YS, SEARCH_PALETTE, GtkWindow)

/* A window over @parent, which it leads to what is chosen. */
GtkWindow *ys_search_palette_new (GtkWindow *parent, YsWorkspace *workspace);

G_END_DECLS
