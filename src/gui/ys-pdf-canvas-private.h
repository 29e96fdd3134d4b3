/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the canvas: what it is made of, how it is drawn, and how mouse and keys reach it. */
#pragma once

#include "ys-pdf-canvas.h"
#include "ys-pdf-pictures.h"
#include "ys-pdf-selection.h"

G_BEGIN_DECLS

struct _YsPdfCanvas
{
  GtkWidget parent_instance;
  GtkAdjustment *across, *down;
  GtkScrollablePolicy across_policy, down_policy;

  YsPdfLayout *layout; /* these are NULL without a document */
  YsPdfTexts *texts;
  YsPdfPictures *pictures;
  YsPdfSelection *selection;
  GPtrArray *hits;
  guint current_hit;
  GArray *marks;

  YsPdfFit fit;
  double percent;
  guint rotation;

  /* The place that stays at the view's top when the layout changes: in points below the sheet's top, or, where
   * negative, the gap above it. */
  guint anchor_page;
  double anchor_offset;
  gboolean placing; /* the adjustments are set by the canvas itself */
  gboolean asked;   /* for the anchor's page: it is the one that is read until one scrolls, wherever it lies in view */
  guint page, wanting, telling; /* the last two: sources */

  double press_x, press_y; /* where a drag began, in the view */
};

/* ys-pdf-canvas-draw.c */
void ys_pdf_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* ys-pdf-canvas-input.c: gestures, and the keys of the class. */
void ys_pdf_canvas_add_gestures (YsPdfCanvas *self);
void ys_pdf_canvas_add_keys (GtkWidgetClass *widget_class);
/* ys-pdf-canvas.c */
void ys_pdf_canvas_selection_changed (YsPdfCanvas *self);
/* From a place in the view to a place on the nearest page. */
void ys_pdf_canvas_find_place (YsPdfCanvas *self, double x, double y, guint *page, float *page_x, float *page_y);

G_END_DECLS
