/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the files of the window: its parts, and what they call of each other. */
#pragma once

#include "ys-frame.h"
#include "ys-window.h"

G_BEGIN_DECLS

/* What follows once the open workspace is closed. */
typedef enum { YS_AFTER_CLOSE_FIRST, YS_AFTER_CLOSE_OPEN, YS_AFTER_CLOSE_QUIT } YsAfterClose;

struct _YsWindow {
  AdwApplicationWindow parent_instance;
  GSettings *settings;
  GtkStack *stack;         /* one child: what the window shows now */
  YsFrame *frame;          /* unowned, of the stack; NULL unless a workspace is open */
  YsWorkspace *workspace;  /* NULL unless one is open */
  GCancellable *opening;   /* NULL unless one is being opened */
  GFile *next;             /* to be opened once the open one is closed */
  YsAfterClose after_close;
  char *backup;            /* restored into `next` before it is opened; NULL: none */
  gboolean closing, closed;
  gboolean was_maximized;  /* when it was closed last; until it is on screen */
  int width;
};

/* Puts @page in the place of what is shown; the frame goes with it. */
void ys_window_set_page (YsWindow *self, GtkWidget *page);
/* Shows the open workspace @workspace (taken): who is working, then its frame. */
void ys_window_take_workspace (YsWindow *self, YsWorkspace *workspace);
void ys_window_show_frame (YsWindow *self);
/* Saves, closes the workspace off the main loop, then does what @after says. */
void ys_window_close_workspace (YsWindow *self, YsAfterClose after);
/* Offers the backups of @folder, with the @error (nullable) that made it necessary. */
void ys_window_offer_restore (YsWindow *self, const char *folder, const GError *error);
/* Restores what was chosen into the closed @folder, then opens it. */
void ys_window_restore_and_open (YsWindow *self, const char *folder, const char *backup);
/* A folder or package dropped anywhere is opened. */
void ys_window_accept_drops (YsWindow *self);
/* Actions: installed once, and their sensitivity recomputed in one place. */
void ys_window_add_actions (YsWindow *self);
void ys_window_update_actions (YsWindow *self);
/* The workspace was used: first among the recent ones. */
void ys_window_remember_workspace (YsWindow *self);

G_END_DECLS
