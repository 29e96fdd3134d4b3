/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables in the middle of 审阅: a task's scoring points, what a deduction is made of, a county's parts, a city's
 * counties. All figures are those of the dossier. */
#pragma once

#include <gtk/gtk.h>

#include "ys-examine-data.h"

G_BEGIN_DECLS

/* 得分点 | 县区记录 | 满分 | 测算 | 自评 | 认定 of a task; a GtkBox. @list gets its GtkListBox (unowned), whose rows carry
 * their scoring point: ys_examine_row_point(). */
GtkWidget *ys_examine_points_new (const YsExamineData *data, const char *unit, guint task, GtkWidget **list);
/* Id of the scoring point of a row of that table. */
const char *ys_examine_row_point (GtkListBoxRow *row);
/* What an occurrence or a threshold is, and how its deduction comes about. */
GtkWidget *ys_examine_deduction_new (const YsExamineData *data, const char *unit, const char *item);
/* A county as a whole: place, totals, its parts with what the city decided. */
GtkWidget *ys_examine_unit_new (const YsExamineData *data, const char *unit);
/* The counties of the city by rank, with how far the review is; @list gets the list, whose rows carry the county. */
GtkWidget *ys_examine_city_new (const YsExamineData *data, GtkWidget **list);
/* Code of the county of a row of that table. */
const char *ys_examine_row_unit (GtkListBoxRow *row);

/* The city's reasons for what it decided on the subject, a line each; full, "" where it took the computed figures
 * without more words. */
char *ys_examine_dup_reasons (const YsExamineData *data, const char *unit, guint task, const char *item);
/* Citations of the subject, of YsCitation, not owned. Full. */
GPtrArray *ys_examine_dup_citations (const YsExamineData *data, const char *unit, guint task, const char *item);

G_END_DECLS
