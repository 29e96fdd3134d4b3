/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passing a package on: to a stick or folder, and the hand-over form that goes with it. */
#pragma once

#include <gtk/gtk.h>

#include "ys-paper.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* Asks for a folder and copies the package there, read back before it is called done. Over the window of @from. */
void ys_register_export (GtkWidget *from, YsWorkspace *workspace, const YsPackageInfo *info);

/* What a package is, for paper: always Chinese, whatever the reader's language. */
const char *ys_register_kind_in_chinese (const char *kind);
/* 移交与接收登记表 for a package as it is read back from the register: name, counts, bytes, digest in groups of four,
 * places for stamps. Always Chinese. Full. */
YsPaper *ys_register_form_new (YsWorkspace *workspace, const YsPackageInfo *info, const YsReceipt *read);
/* Reads the package back off the main loop, then prints the form, or keeps it as PDF. */
void ys_register_print_form (GtkWidget *from, YsWorkspace *workspace, const YsPackageInfo *info, gboolean as_pdf);

G_END_DECLS
