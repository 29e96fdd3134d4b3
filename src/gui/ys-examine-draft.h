/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opinion as it stands in the fields of the form, and as the workspace holds it. */
#pragma once

#include "ys-examine-job.h"
#include "ys-examine-row.h"

G_BEGIN_DECLS

#define YS_NO_VERDICT (-1)

/* @aim: "point|pages", "" for the whole. */
typedef struct { int verdict; char *points, *reason, *aim; } YsExamineDraft;
void ys_examine_draft_clear (YsExamineDraft *draft);
void ys_examine_draft_free (gpointer draft);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsExamineDraft, ys_examine_draft_clear)
/* Points are alike where they mean the same. */
gboolean ys_examine_draft_equal (const YsExamineDraft *one, const YsExamineDraft *other);
/* What this office said of @row and did not send yet; without a verdict where there is nothing. */
void ys_examine_draft_read (YsWorkspace *workspace, YsExamineRow *row, YsExamineDraft *draft);
/* The change that makes @draft stand. Full. */
YsSaying *ys_examine_saying_of (YsExamineRow *row, const YsExamineDraft *draft);
/* Names the subject of @row, for keeping what belongs to it. Full. */
char *ys_examine_dup_subject (YsExamineRow *row);
/* The aim at a scoring point, with the page that is cited for it. Full. */
char *ys_examine_dup_aim (YsExamineRow *row, const char *point);
gboolean ys_examine_is_blank (const char *text);

G_END_DECLS
