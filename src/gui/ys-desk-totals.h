/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three large figures of the desk, each a door: a county's three totals, a city's counties received, scored, settled. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_DESK_N_TOTALS 3
#define YS_TYPE_DESK_TOTALS (ys_desk_totals_get_type ())
G_DECLARE_FINAL_TYPE (YsDeskTotals, ys_desk_totals, YS, DESK_TOTALS, GtkBox)
/* Signal "activated" (guint which) */

/* @aside: small words at the right of the title. */
void ys_desk_totals_set_title (YsDeskTotals *self, const char *title, const char *aside);
/* @which: 0 to 2. @note: small words below the figure. */
void ys_desk_totals_set (YsDeskTotals *self, guint which, const char *name, const char *figure, const char *note);

G_END_DECLS
