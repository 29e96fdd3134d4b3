/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button 打印导出 in a page's head: what the page can put on paper or into a file.
 * Every office gets the documents of its own; where a document is of one county and the office is above it, the county
 * is chosen in the menu. */
#pragma once

#include "ys-paper.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  YS_OUTPUT_SELF_CHECK, /* 自查报告, to print and as PDF */
  YS_OUTPUT_SCORES,     /* 评分表, as xlsx */
  YS_OUTPUT_CITY,       /* 汇总及排名, to print and as PDF */
  YS_OUTPUT_RANKING,    /* 排名表, as xlsx */
  YS_OUTPUT_NEGATIVE,   /* 负面清单认定书, to print and as PDF */
  YS_OUTPUT_PAPER,      /* the page's own paper, to print and as PDF */
  YS_N_OUTPUTS
} YsOutput;

#define YS_TYPE_OUTPUT_MENU (ys_output_menu_get_type ())
G_DECLARE_FINAL_TYPE (YsOutputMenu, ys_output_menu, YS, OUTPUT_MENU, GtkWidget)

/* Says once what the menu offers, in this order. Ctrl+P prints the first that can be printed without choosing a county;
 * where there is none it opens the menu. */
void ys_output_menu_set_up (YsOutputMenu *self, YsWorkspace *workspace, const YsOutput *outputs, guint n);

/* The page's own paper as it stands now; NULL: there is nothing yet. Full. */
typedef YsPaper *(*YsPaperFunc) (GtkWidget *page);
/* For YS_OUTPUT_PAPER, before ys_output_menu_set_up(). @name: what it is called in the menu; @page is not kept alive. */
void ys_output_menu_set_paper (YsOutputMenu *self, const char *name, YsPaperFunc make, GtkWidget *page);

/* What Ctrl+P does on the page. */
void ys_output_menu_print (YsOutputMenu *self);

G_END_DECLS
