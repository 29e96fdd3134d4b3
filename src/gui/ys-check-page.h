/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 检查报送: the living check list, and the steps that lead to a package. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_CHECK_PAGE (ys_check_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCheckPage, ys_check_page, YS, CHECK_PAGE, GtkBox)

G_END_DECLS
