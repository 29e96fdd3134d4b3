/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scoring standard in force says of itself. */
#pragma once

#include <gtk/gtk.h>

#include "ys-standard.h"

G_BEGIN_DECLS

GtkWindow *ys_standard_window_new (GtkWindow *parent, const YsStandard *standard);

G_END_DECLS
