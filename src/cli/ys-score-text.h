/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet as text for people: a unit with its parts and tasks, and the list of ranks. */
#pragma once

#include "ys-cli.h"
#include "ys-sheet.h"

G_BEGIN_DECLS

/* One unit onto the answer: total, parts and what is open; with @task or @explain the tasks and the reasons too. @task 0:
 * all. */
void ys_score_text_unit (YsCli *cli, const YsSheet *sheet, const YsSheetUnit *unit, guint task, gboolean explain);
/* A line for each unit, by rank. */
void ys_score_text_ranks (YsCli *cli, const YsSheet *sheet);

G_END_DECLS
