/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk of a city shows: packages received, what waits for assessors, progress by county and by part. */
#pragma once

#include "ys-desk-data.h"
#include "ys-desk-section.h"
#include "ys-desk-totals.h"

G_BEGIN_DECLS

/* How far the counties of the sheet are. */
typedef struct
{
  guint received, scored, settled; /* each includes the next */
  guint points, decided;           /* scoring points of those received, of these decided */
} YsCityProgress;
void ys_desk_city_count (const YsSheet *sheet, YsCityProgress *progress);

/* Puts received, reviewed, settled into the three totals, of how many counties. */
void ys_desk_city_show_totals (YsDeskTotals *totals, const YsSheet *sheet, const YsSummary *summary);

/* Each gives an array of YsDeskLine; full. @summary and @data may be NULL: nothing is known yet. */
/* What waits: submissions, assessors, the lead, settling. */
GPtrArray *ys_desk_city_to_do (const YsSummary *summary, const YsDeskData *data);
/* Each county with its state, how much of it is decided, its total on the scale of grades; last those of which nothing
 * came in. */
GPtrArray *ys_desk_city_counties (YsWorkspace *workspace, const YsDeskData *data);
/* Each part, summed over the counties received. */
GPtrArray *ys_desk_city_parts (const YsDeskData *data);
/* "… 优秀 ≥ 86 · 良好 ≥ 80": what the signs of the counties' bars mean. Full. */
char *ys_desk_city_dup_note (const YsStandard *standard);

G_END_DECLS
