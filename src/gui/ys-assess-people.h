/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who assesses the task of the cell; the lead assigns here, for this task, this county or all of them. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_PEOPLE (ys_assess_people_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessPeople, ys_assess_people, YS, ASSESS_PEOPLE, GtkBox)
/* Signals "assign" (char *person, int scope) with a YsAssessScope, "release" (char *person, char *reason),
 * and "own-unit" (char *person, gboolean own): he belongs to the county of the cell himself 回避, or no
 * longer. */

typedef enum
{
  YS_ASSESS_SCOPE_TASK,
  YS_ASSESS_SCOPE_COUNTY,
  YS_ASSESS_SCOPE_ALL,
  YS_N_ASSESS_SCOPES
} YsAssessScope;

GtkWidget *ys_assess_people_new (void);
void ys_assess_people_show (YsAssessPeople *self, const YsAssessView *view);

G_END_DECLS
