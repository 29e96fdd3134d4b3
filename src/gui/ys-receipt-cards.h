/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the receipt page, made from what was found out about a package. */
#pragma once

#include "ys-receipt-words.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each gives a title with its card, or NULL where the package has nothing of the kind. @workspace nullable. */
GtkWidget *ys_receipt_card_verdicts (const YsReceipt *receipt, YsWorkspace *workspace);
GtkWidget *ys_receipt_card_scores (const YsReceipt *receipt);
GtkWidget *ys_receipt_card_facts (const YsReceipt *receipt);
/* @done: they have happened. */
GtkWidget *ys_receipt_card_changes (const YsReceipt *receipt, gboolean done);
/* What to do where it can't be imported. */
GtkWidget *ys_receipt_card_advice (const YsReceipt *receipt);

/* One line of a card of verdicts; @faults (nullable) are listed below its words. */
GtkWidget *ys_receipt_verdict_new (const YsVerdictWords *words, const YsFaults *faults);

G_END_DECLS
