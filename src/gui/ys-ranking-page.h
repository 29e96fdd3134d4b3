/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 认定排名: the counties in order, how each total comes about, and what lies between one and the next. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_RANKING_PAGE (ys_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRankingPage, ys_ranking_page, YS, RANKING_PAGE, GtkBox)

G_END_DECLS
