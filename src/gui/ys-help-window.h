/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help for a place (F1). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the help of @place (YsPlaceId); -1: of the first start. */
void ys_help_window_present (GtkWindow *parent, int place);

G_END_DECLS
