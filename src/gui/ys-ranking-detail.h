/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an opened row of the ranking shows: what costs and what gains against the place above, summing to the gap; the
 * range of the total and what it rests on. Each line leads to what it is made of. */
#pragma once

#include <gtk/gtk.h>

#include "ys-ranking-view.h"

G_BEGIN_DECLS

/* A list row of its own, below that of @entry. */
GtkWidget *ys_ranking_detail_new (const YsRankingView *view, const YsRankingEntry *entry);

G_END_DECLS
