/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 人员: who works with the workspace, and in what role. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_PEOPLE_PAGE (ys_people_page_get_type ())
G_DECLARE_FINAL_TYPE (YsPeoplePage, ys_people_page, YS, PEOPLE_PAGE, GtkBox)

G_END_DECLS
