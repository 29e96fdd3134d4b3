/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left column of the window: name and menu of the program, and the office's places with what waits in each. */
#pragma once

#include "ys-overview.h"
#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_NAVIGATION (ys_navigation_get_type ())
G_DECLARE_FINAL_TYPE (YsNavigation, ys_navigation, YS, NAVIGATION, GtkBox)

/* Lists the places of @office; call once. */
void ys_navigation_set_office (YsNavigation *self, YsOfficeKind office);
void ys_navigation_set_place (YsNavigation *self, YsPlaceId place);
/* @summary may be NULL: nothing counted yet. */
void ys_navigation_set_summary (YsNavigation *self, const YsSummary *summary);
/* Icons only, or with words; @wide: the broader column of large screens. */
void ys_navigation_set_width (YsNavigation *self, gboolean folded, gboolean wide);

G_END_DECLS
