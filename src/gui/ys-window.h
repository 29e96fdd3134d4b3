/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: first start, opening, who is working, the frame of an open workspace, and closing without loss. */
#pragma once

#include <adwaita.h>

#include "ys-workspace.h"

G_BEGIN_DECLS

#define YS_TYPE_WINDOW (ys_window_get_type ())
G_DECLARE_FINAL_TYPE (YsWindow, ys_window, YS, WINDOW, AdwApplicationWindow)

/* A window that shows the first start. */
YsWindow *ys_window_new (AdwApplication *application);
/* Opens a workspace folder or a package; an open workspace is closed first, saved. */
void ys_window_open (YsWindow *self, GFile *file);
void ys_window_open_folder (YsWindow *self, const char *folder);
void ys_window_open_package (YsWindow *self, const char *path);
/* A folder of packages that one of them names. */
void ys_window_open_dossier (YsWindow *self, const char *path);
/* The first start, with the recent workspaces; a workspace that is open must be closed before. */
void ys_window_show_first (YsWindow *self);

G_END_DECLS
