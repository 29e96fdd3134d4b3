/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress of long work: what is being done, how far, how long still, and a way to stop it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PROGRESS_BOX (ys_progress_box_get_type ())
G_DECLARE_FINAL_TYPE (YsProgressBox, ys_progress_box, YS, PROGRESS_BOX, GtkBox)

/* @cancellable nullable: then there is no button to stop it. */
GtkWidget *ys_progress_box_new (const char *title, GCancellable *cancellable);
/* A YsProgressFunc whose data is the box: may be called on any thread; the work holds a reference to the box. */
void ys_progress_box_report (guint64 done, guint64 total, gpointer box);
/* The amounts are bytes of a file: they are shown too. */
void ys_progress_box_set_bytes (YsProgressBox *self, gboolean bytes);
/* The work is over: the box goes. */
void ys_progress_box_finish (YsProgressBox *self);

G_END_DECLS
