/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of 审阅 and 意见 that several of their parts share. */
#pragma once

#include "ys-examine-data.h"

G_BEGIN_DECLS

/* Sign and word, translated: "✓ agree", and the css class of its chip: "ok", "open", "bad". */
const char *ys_examine_verdict_label (YsOpinionVerdict verdict);
const char *ys_examine_verdict_class (YsOpinionVerdict verdict);
const char *ys_examine_verdict_sign (YsOpinionVerdict verdict);
const char *ys_examine_conclusion_label (YsConclusionVerdict verdict);
const char *ys_examine_conclusion_class (YsConclusionVerdict verdict);

/* "N6.1" or "" for what has no number; full. */
char *ys_examine_dup_number (const YsExamineData *data, const YsQueueEntry *entry);
/* "认定 7.40 / 10 · 抽查": the second line of a row. Full. */
char *ys_examine_dup_detail (const YsQueueEntry *entry);
/* Why it is worth a look, one word for the row's chip; NULL: nothing stands out. @class gets its css class. */
const char *ys_examine_mark (const YsQueueEntry *entry, const char **class);
/* The day of a time, "2022-08-11". Full. */
char *ys_examine_dup_day (gint64 microseconds);

/* What a filter of the queue is called, and what it lets through; translated. */
const char *ys_examine_filter_title (YsQueueFilter filter);
const char *ys_examine_filter_tooltip (YsQueueFilter filter);

G_END_DECLS
