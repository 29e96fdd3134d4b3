/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 上报材料清单 on paper: every package of the dossier with size and digest, for who takes the stick over. */
#pragma once

#include "ys-dossier-data.h"
#include "ys-paper.h"

G_BEGIN_DECLS

/* Full. */
YsPaper *ys_dossier_paper_new (YsWorkspace *workspace, const YsDossierData *data);

G_END_DECLS
