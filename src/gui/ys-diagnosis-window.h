/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnosis: whether everything that the program needs is there and in force. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Looks into @folder too (nullable: no workspace is open). */
void ys_diagnosis_window_present (GtkWindow *parent, const char *folder);

G_END_DECLS
