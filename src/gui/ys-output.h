/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports and workbooks of a workspace, from anywhere in the window: to the printer, or through the file chooser. */
#pragma once

#include <gtk/gtk.h>

#include "ys-report.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

/* @unit: code; NULL: the office's own, or the whole. The report is made on a worker thread from the figures as they stand
 * then; afterwards the print dialog opens over the window of @from. @done (nullable) is called when it has been made or
 * could not be. */
typedef void (*YsOutputDone) (gpointer data);
void ys_output_print_report (GtkWidget *from, YsWorkspace *workspace, YsReportKind kind, const char *unit,
                             YsOutputDone done, gpointer data);
/* Asks for a place first; as ys_save_file(). */
void ys_output_save_report (GtkWidget *from, YsWorkspace *workspace, YsReportKind kind, const char *unit);
/* The score sheet of @unit, or with NULL in an office that is no county the ranking of all. */
void ys_output_save_workbook (GtkWidget *from, YsWorkspace *workspace, const char *unit);

G_END_DECLS
