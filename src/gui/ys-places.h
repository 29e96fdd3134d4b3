/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that the window has: one row each, with what the navigation shows and which offices see it. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

typedef GtkWidget *(*YsPlaceMaker) (YsWorkspace *workspace);

typedef struct {
  YsPlaceId id;
  const char *nick;      /* remembered in settings: "desk" */
  const char *title;     /* msgid: translate with _() */
  const char *icon;
  YsPlaceMaker make;
  guint navigation;      /* bit i: YsOfficeKind i has it in the navigation; 0: reached by jumps and the menu only */
} YsPlaceRow;

/* The row of @id, or NULL where its page is not part of this program. */
const YsPlaceRow *ys_places_get (YsPlaceId id);
const YsPlaceRow *ys_places_get_by_nick (const char *nick);
/* The @index-th place in the navigation of @office, from 0; NULL beyond the last. */
const YsPlaceRow *ys_places_get_in_navigation (YsOfficeKind office, guint index);

G_END_DECLS
