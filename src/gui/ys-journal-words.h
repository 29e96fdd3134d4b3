/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of the journal says about a change, in the words of the form.
 * The journal itself keeps keys and texts as they were entered. */
#pragma once

#include "ys-workspace-keeping.h"

G_BEGIN_DECLS

/* What @entry was about, as "修改 第32项完成日期". Full. Memory only. */
char *ys_journal_dup_subject (const YsJournalEntry *entry);
/* What it was and what it became, a line for each field that differs, and why. "" where it says nothing of that. Full.
 * Memory only. */
char *ys_journal_dup_change (YsWorkspace *workspace, const YsJournalEntry *entry);

G_END_DECLS
