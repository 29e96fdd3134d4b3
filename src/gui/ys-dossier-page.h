/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 上报材料: what the city's dossier still lacks, every county's package in it, and the way to the province. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_DOSSIER_PAGE (ys_dossier_page_get_type ())
G_DECLARE_FINAL_TYPE (YsDossierPage, ys_dossier_page, YS, DOSSIER_PAGE, GtkBox)

G_END_DECLS
