/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 引用…: a button whose popover offers the workspace's PDFs by title, takes the pages, and can add a PDF from outside.
 * It cites nothing itself: whoever holds it does, off the main loop. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

#define YS_TYPE_CITE_MENU (ys_cite_menu_get_type ())
G_DECLARE_FINAL_TYPE (YsCiteMenu, ys_cite_menu, YS, CITE_MENU, GtkBox)

/* What was chosen: a PDF of the workspace by its @digest, or one outside by its @path (bytes of the file system); @pages as
 * typed, NULL for the whole file; @target: one of those set, NULL for the first. */
typedef struct
{
  const char *digest, *path, *pages, *target;
} YsCiteChoice;

/* @label: on the button; @name: for the screen reader. Signal "chosen" (const YsCiteChoice *), valid while it runs. */
GtkWidget *ys_cite_menu_new (const char *label, const char *name);
/* The workspace whose PDFs are offered; unowned, outlives the menu. */
void ys_cite_menu_set_workspace (YsCiteMenu *self, YsWorkspace *workspace);
/* What it may be cited for, the first, whose id is "", being the default. */
void ys_cite_menu_set_targets (YsCiteMenu *self, const char *const *ids, const char *const *titles);

G_END_DECLS
