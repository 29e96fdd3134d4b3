/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 自查填报: list of tasks, form, and the evidence beside it. The maker is ys_fill_page_new()
 * (ys-place.h). Actions: place.next-task, place.previous-task, place.toggle-evidence, place.show-page
 * (digest, page). */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_PAGE (ys_fill_page_get_type ())
G_DECLARE_FINAL_TYPE (YsFillPage, ys_fill_page, YS, FILL_PAGE, GtkBox)

G_END_DECLS
