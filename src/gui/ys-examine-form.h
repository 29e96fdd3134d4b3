/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opinion of this office on one subject: verdict, points, reason, what it is aimed at. It is saved as it is typed, as
 * soon as it may be; what may not be saved yet (a query without its reason) stays with its subject while the page is open. */
#pragma once

#include "ys-examine-row.h"

G_BEGIN_DECLS

#define YS_TYPE_EXAMINE_FORM (ys_examine_form_get_type ())
G_DECLARE_FINAL_TYPE (YsExamineForm, ys_examine_form, YS, EXAMINE_FORM, GtkBox)

GtkWidget *ys_examine_form_new (YsWorkspace *workspace);
/* Another subject, or the same with what stands now; hands over first what was typed for the one before. */
void ys_examine_form_show (YsExamineForm *self, YsExamineRow *row);
/* Hands over what was typed, where it may be saved. */
void ys_examine_form_settle (YsExamineForm *self);
/* Chooses a verdict as if it had been pressed; goes to the reason where one is needed. */
void ys_examine_form_choose (YsExamineForm *self, YsOpinionVerdict verdict);
/* Whether there is an opinion that could be saved; else goes to what is missing and says so. */
gboolean ys_examine_form_is_complete (YsExamineForm *self);
/* Aims at a scoring point. */
void ys_examine_form_aim (YsExamineForm *self, const char *point);
/* Puts the focus on the verdict. */
void ys_examine_form_begin (YsExamineForm *self);

G_END_DECLS
