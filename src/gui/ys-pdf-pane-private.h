/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the PDF pane: what it is made of, and its actions. */
#pragma once

#include "ys-pdf-canvas.h"
#include "ys-pdf-cite-bar.h"
#include "ys-pdf-find-bar.h"
#include "ys-pdf-open.h"
#include "ys-pdf-pane.h"
#include "ys-pdf-toolbar.h"

G_BEGIN_DECLS

struct _YsPdfPane
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title, *trouble_text, *nothing_text, *password_text;
  GtkMenuButton *which;
  GtkButton *window, *close, *retry, *add;
  YsPdfToolbar *toolbar;
  YsPdfFindBar *find;
  GtkBox *notices;
  GtkStack *stack;
  YsPdfCanvas *canvas;
  GtkPasswordEntry *password;
  YsPdfCiteBar *cite;

  YsWorkspace *workspace;
  GCancellable *opening;
  YsPdfOpened *opened;
  YsPdfTexts *texts;
  char *digest;
  guint task, page; /* page: 1-based, wanted when opened, 0: the first cited */
  char *search_words; /* to be searched once opened */
  gboolean in_window; /* of its own */
};

/* ys-pdf-pane-actions.c: what keys and menus do inside the pane, and Ctrl+E, which works from the form too. */
void ys_pdf_pane_add_actions (GtkWidgetClass *widget_class);
void ys_pdf_pane_add_global_keys (YsPdfPane *self);

G_END_DECLS
