/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To the printer: whatever is drawn page by page on A4, a report or a page of the window's own. */
#pragma once

#include <gtk/gtk.h>

#include "ys-report.h"

G_BEGIN_DECLS

/* Draws @page, from 0, on @cr, in points from the upper left corner of the sheet. */
typedef void (*YsPrintDraw) (gpointer data, guint page, cairo_t *cr);

/* Opens the print dialog over the window of @from; tells there if it could not be printed. @name: of the print job.
 * Takes @data. */
void ys_print (const char *name, guint pages, YsPrintDraw draw, gpointer data, GDestroyNotify free_data,
               GtkWidget *from);
/* The same for a report, which it takes. */
void ys_print_report (YsReport *report, GtkWidget *from);

G_END_DECLS
