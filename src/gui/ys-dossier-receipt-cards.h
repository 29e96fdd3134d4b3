/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the page of a dossier, made from what was found out about it. */
#pragma once

#include "ys-workspace-upper.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "宝鸡市报来的上报材料", "第1号 · folder · size". Full. */
char *ys_dossier_dup_title (const YsDossierReceipt *receipt);
char *ys_dossier_dup_subtitle (const YsDossierReceipt *receipt);

/* Each gives a title with its card, or NULL where there is nothing of the kind. @workspace nullable. */
GtkWidget *ys_dossier_card_verdicts (const YsDossierReceipt *receipt, YsWorkspace *workspace);
/* Every package that it names, what is missing or strange first. */
GtkWidget *ys_dossier_card_packages (const YsDossierReceipt *receipt);
GtkWidget *ys_dossier_card_facts (const YsDossierReceipt *receipt);
/* The counties by rank, as the dossier states them. */
GtkWidget *ys_dossier_card_units (const YsDossierReceipt *receipt);
GtkWidget *ys_dossier_card_advice (const YsDossierReceipt *receipt);

G_END_DECLS
