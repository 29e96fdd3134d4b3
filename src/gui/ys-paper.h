/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain official page: a title, paragraphs and table rows on A4, to be printed or kept as PDF.
 * What is put on it is always Chinese. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  YS_PAPER_PLAIN = 0,
  YS_PAPER_STRONG = 1 << 0,
  YS_PAPER_CENTERED = 1 << 1,
  YS_PAPER_SMALL = 1 << 2,
  YS_PAPER_RULED = 1 << 3 /* with lines around each cell */
} YsPaperStyle;

typedef struct _YsPaper YsPaper;

/* @name: of the print job, and proposed as the name of the PDF; without ending. */
YsPaper *ys_paper_new (const char *name);
YsPaper *ys_paper_ref (YsPaper *self);
void ys_paper_unref (YsPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPaper, ys_paper_unref)

void ys_paper_add_title (YsPaper *self, const char *text);
void ys_paper_add_text (YsPaper *self, const char *text, YsPaperStyle style);
/* A row of @n cells; @shares: their widths, which sum to 1. It is at least @least_height points high. */
void ys_paper_add_row (YsPaper *self, const double *shares, const char *const *cells, guint n, YsPaperStyle style,
                       double least_height);

/* Opens the print dialog over the window of @from. */
void ys_paper_print (YsPaper *self, GtkWidget *from);
/* Asks for a place and keeps it there as PDF; see ys_save_file(). */
void ys_paper_save_with_dialog (YsPaper *self, GtkWidget *from);
/* Writes it as PDF, whole or not at all. Disk. */
gboolean ys_paper_save (YsPaper *self, const char *path, GError **error);

G_END_DECLS
