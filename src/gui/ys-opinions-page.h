/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 意见 of province and central body: all threads of opinions with the answers that came back. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_OPINIONS_PAGE (ys_opinions_page_get_type ())
G_DECLARE_FINAL_TYPE (YsOpinionsPage, ys_opinions_page, YS, OPINIONS_PAGE, GtkBox)

G_END_DECLS
