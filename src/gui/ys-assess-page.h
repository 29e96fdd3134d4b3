/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 县区评审 of a city: the matrix of tasks and counties, queues above it, the cell's record and
 * scores beside it. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_PAGE (ys_assess_page_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessPage, ys_assess_page, YS, ASSESS_PAGE, GtkBox)

G_END_DECLS
