/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 负面清单 of a county: threshold figures, occurrences, declarations item by item, and at the right
 * the occurrence that one looks at or puts together. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_NEGATIVE_PAGE (ys_negative_page_get_type ())
G_DECLARE_FINAL_TYPE (YsNegativePage, ys_negative_page, YS, NEGATIVE_PAGE, GtkBox)

G_END_DECLS
