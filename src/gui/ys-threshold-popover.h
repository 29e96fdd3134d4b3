/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies behind a threshold figure of a county: verdict, source, how the deduction comes about, contained cases; and
 * the city's own figure, which takes the place of the county's. */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

/* Floating. */
GtkWidget *ys_threshold_popover_new (const YsNegativeView *view, const YsUnitInfo *unit, const YsNegativeItem *item);

G_END_DECLS
