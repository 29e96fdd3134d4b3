/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a received package is, and what was found out about it, in words. */
#pragma once

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

typedef enum { YS_VERDICT_LINE_COMPLETE, YS_VERDICT_LINE_ORIGIN, YS_VERDICT_LINE_ORDER, YS_N_VERDICT_LINES } YsVerdictLine;

typedef struct {
  const char *name, *icon;    /* 完整, 来源, 时序 */
  const char *chip, *style;   /* sign and word; css class "ok", "bad", "open", or NULL */
  char *title, *detail;       /* what was found; full */
} YsVerdictWords;

void ys_verdict_words_clear (YsVerdictWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsVerdictWords, ys_verdict_words_clear)
/* The words of one verdict; @workspace nullable: then the round's closing date is not known. */
void ys_receipt_get_verdict (const YsReceipt *receipt, YsWorkspace *workspace, YsVerdictLine line,
                             YsVerdictWords *words);

/* "渭滨区报来的自查申报". Full. */
char *ys_receipt_dup_title (const YsReceipt *receipt);
/* "第3次报送 · file · size". Full. */
char *ys_receipt_dup_subtitle (const YsReceipt *receipt);
/* "导入第3次报送". Full. */
char *ys_receipt_dup_import_label (const YsReceipt *receipt);
/* "渭滨区（610302）", or the code alone; "" where neither is known. Full. */
char *ys_receipt_dup_office (const char *name, const char *code);
/* One fault with its file, for a list. Full. */
char *ys_receipt_dup_fault (const YsFault *fault);

G_END_DECLS
