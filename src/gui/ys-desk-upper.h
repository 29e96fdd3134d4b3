/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk of province and central body shows: dossiers that came in, opinions to send, answers that came back. */
#pragma once

#include "ys-desk-data.h"
#include "ys-desk-section.h"

G_BEGIN_DECLS

/* Whether it is a province's or the central body's. */
gboolean ys_desk_is_upper (YsWorkspace *workspace);

/* What stands above everything: how many dossiers, and what is to be done with them; the jump of the main button, NULL
 * where a dossier has to be opened first. All full. */
typedef struct {
  char *figure, *unit, *title, *detail, *label;
  YsLocation *to;
} YsDeskUpperHead;
void ys_desk_upper_get_head (const YsSummary *summary, YsDeskUpperHead *head);
void ys_desk_upper_head_clear (YsDeskUpperHead *head);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsDeskUpperHead, ys_desk_upper_head_clear)

/* Each gives an array of YsDeskLine; full. @summary NULL: nothing is known yet. */
GPtrArray *ys_desk_upper_to_do (const YsSummary *summary);
/* The newest dossier of each city, with the conclusion that this office drew. */
GPtrArray *ys_desk_upper_dossiers (YsWorkspace *workspace);

/* Dossiers, those of them that wait for a conclusion, and opinions, into @summary. */
void ys_desk_upper_count (YsSummary *summary, YsWorkspace *workspace);

G_END_DECLS
