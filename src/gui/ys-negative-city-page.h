/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 负面清单 of a city: figures of all counties, the ledger of occurrences, and one occurrence beside them. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_NEGATIVE_CITY_PAGE (ys_negative_city_page_get_type ())
G_DECLARE_FINAL_TYPE (YsNegativeCityPage, ys_negative_city_page, YS, NEGATIVE_CITY_PAGE, GtkBox)

GtkWidget *ys_negative_city_page_new (YsWorkspace *workspace);

G_END_DECLS
