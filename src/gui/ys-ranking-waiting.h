/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county without a place: what it lacks, how far its review is, and what it stands at for now. */
#pragma once

#include <gtk/gtk.h>

#include "ys-ranking-view.h"

G_BEGIN_DECLS

GtkWidget *ys_ranking_waiting_row_new (const YsRankingView *view, const YsRankingEntry *entry);

G_END_DECLS
