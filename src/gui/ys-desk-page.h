/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 工作台: what matters now for this office, each line a jump. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_DESK_PAGE (ys_desk_page_get_type ())
G_DECLARE_FINAL_TYPE (YsDeskPage, ys_desk_page, YS, DESK_PAGE, GtkBox)

G_END_DECLS
