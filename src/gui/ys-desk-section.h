/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card of the desk: a title and lines, each of which leads somewhere. */
#pragma once

#include "ys-chart-view.h"
#include "ys-place.h"

G_BEGIN_DECLS

typedef struct {
  char *icon, *style;         /* style: css class of the icon; both may be NULL */
  char *title, *detail;       /* detail may be NULL: then the line is low */
  char *count;                /* before the figure: "33 / 39", or what one does there; may be NULL */
  gboolean count_is_jump;     /* it is what one does there: 去评审 */
  char *figure, *possible;    /* right: "33.82" and "/40"; may be NULL */
  GtkWidget *chart;           /* YsChartView between words and count; NULL: none. Owned */
  YsLocation *to;             /* NULL: does not lead anywhere */
} YsDeskLine;

/* Takes @title, @detail, @figure and @to. */
YsDeskLine *ys_desk_line_new (const char *icon, const char *style, char *title, char *detail, char *figure,
                              YsLocation *to);
void ys_desk_line_free (YsDeskLine *self);
GPtrArray *ys_desk_lines_new (void);

/* Gives the line a chart; takes it, floating or not. */
void ys_desk_line_take_chart (YsDeskLine *self, GtkWidget *chart);

#define YS_TYPE_DESK_SECTION (ys_desk_section_get_type ())
G_DECLARE_FINAL_TYPE (YsDeskSection, ys_desk_section, YS, DESK_SECTION, GtkBox)

void ys_desk_section_set_title (YsDeskSection *self, const char *title);
/* Small words at the right of the title; NULL: none. */
void ys_desk_section_set_aside (YsDeskSection *self, const char *aside);
/* What the signs of the charts mean, below the lines; NULL: nothing. */
void ys_desk_section_set_note (YsDeskSection *self, const char *note);
/* A way out at the right of the title, named @label. Takes @to. */
void ys_desk_section_set_jump (YsDeskSection *self, const char *label, YsLocation *to);
/* Takes @lines (of YsDeskLine). Where a line has a chart, all lines keep their columns, so that charts have one scale; a
 * line without one has its count in the chart's place. Without any the section is hidden, unless @nothing says what to show instead. Nothing is
 * made anew where the words are the same, so focus stays. */
void ys_desk_section_take_lines (YsDeskSection *self, GPtrArray *lines, const char *nothing);

G_END_DECLS
