/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 督查整改: opinions that came down and findings to be put right, at the city and at the county. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_RECTIFY_PAGE (ys_rectify_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRectifyPage, ys_rectify_page, YS, RECTIFY_PAGE, GtkBox)

G_END_DECLS
