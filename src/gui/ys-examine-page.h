/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 审阅 of province and central body: the queue of a city's dossier, the record, and the opinion beside it. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_PAGE (ys_examine_page_get_type ())
G_DECLARE_FINAL_TYPE (YsExaminePage, ys_examine_page, YS, EXAMINE_PAGE, GtkBox)

G_END_DECLS
