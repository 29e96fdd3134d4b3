/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of YsAssessPage: what its files share. */
#pragma once

#include "ys-assess-page.h"
#include "ys-assess-pane.h"
#include "ys-matrix.h"
#include "ys-pane-holder.h"

G_BEGIN_DECLS

struct _YsAssessPage
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  AdwFlap *flap;
  GtkWidget *column, *chips, *search, *part, *search_button, *show_pane, *legend, *none_page, *empty_page;
  GtkStack *stack;
  YsMatrix *matrix;
  GtkScrolledWindow *scroller; /* of the matrix */
  YsAssessPane *pane;
  YsPaneHolder *holder; /* of @pane, in the flap */
  GdkSurface *surface;  /* of the window, once shown */
  guint width_idle;
  GtkWidget *chip[YS_N_MATRIX_FILTERS];
  YsMatrixQuery query;
  YsLocation *wanted; /* to be shown once there are figures */
  gboolean reading, again, has_data, received;
  gboolean wants_focus; /* asked for before there were figures */
};

/* New counts of the queues. */
void ys_assess_page_show_chips (YsAssessPage *self);
/* The matrix, or what is said where there is nothing to show. */
void ys_assess_page_show_stack (YsAssessPage *self);
/* Shows what the chips, the part and the words choose. */
void ys_assess_page_apply_query (YsAssessPage *self);
void ys_assess_page_make_chips (YsAssessPage *self);
void ys_assess_page_make_part_menu (YsAssessPage *self);
/* Callbacks of the template and actions of the head. */
void ys_assess_page_class_add_queue (GtkWidgetClass *widget_class);

G_END_DECLS
