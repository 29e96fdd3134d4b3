/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conclusion on a city: pass, pass once put right, fail, with its reason; and sending all that was said. */
#pragma once

#include <gtk/gtk.h>

#include "ys-examine-data.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_CONCLUSION (ys_examine_conclusion_get_type ())
G_DECLARE_FINAL_TYPE (YsExamineConclusion, ys_examine_conclusion, YS, EXAMINE_CONCLUSION, GtkBox)

GtkWidget *ys_examine_conclusion_new (YsWorkspace *workspace);
/* The conclusion on @city, that of the dossier of @data, as it stands now. */
void ys_examine_conclusion_show (YsExamineConclusion *self, const YsExamineData *data, const char *city);
void ys_examine_conclusion_settle (YsExamineConclusion *self);
/* Puts the focus on it. */
void ys_examine_conclusion_begin (YsExamineConclusion *self);

G_END_DECLS
