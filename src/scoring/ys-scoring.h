/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring, exactly: a pure function from catalogue, standard and facts to sheets (scoring.md). */
#pragma once

#include "ys-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SCORE_DEFAULT = 0,
  YS_SCORE_WITH_REASONS = 1 << 0,    /* fill why, texts, candidates' words; without it only figures */
  YS_SCORE_FIGURE_COMPUTED = 1 << 1, /* at most one of these three: rank and total by that figure, */
  YS_SCORE_FIGURE_SELF = 1 << 2,     /* whatever the states (cli.md --figure) */
  YS_SCORE_FIGURE_DECIDED = 1 << 3,
} YsScoreFlags;

/**
 * ys_score:
 * @standard: sealed
 * @facts: all units of the round that are at hand; the order of its arrays changes nothing
 * @faults: all faults of the facts at once (scoring.md 13)
 *
 * No database, no clock, no widget; may run on any thread. Returns: (transfer full): the sheet, or NULL with
 * @faults.
 */
YsSheet *ys_score (YsStandard *standard, YsFacts *facts, YsScoreFlags flags, YsFaults *faults);

/* What a word of @point is worth, held between its least and most; least or 0 for a word it does not have (rules 2, 3). */
YsPoints ys_score_word_points (const YsPoint *point, const char *word);

/* Combines the scores that all assigned assessors gave to @point (rule 11): @points of YsPoints, sorted here, and among
 * them @leads. FALSE where they lie too far apart, or where only the lead's counts and none is his: it goes to the lead. */
gboolean ys_score_combine (const YsStandard *standard, const YsPoint *point, GArray *points, const GArray *leads,
                           YsPoints *combined);

/* The document of a sheet for `score --json` is written by ys_sheet_to_json(); sheet.xml by exchange. */

G_END_DECLS
