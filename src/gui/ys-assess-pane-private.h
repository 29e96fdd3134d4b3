/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of YsAssessPane: what its files share. */
#pragma once

#include "ys-assess-claims.h"
#include "ys-assess-evidence.h"
#include "ys-assess-job.h"
#include "ys-assess-pane.h"
#include "ys-assess-people.h"
#include "ys-assess-record.h"
#include "ys-assess-round.h"
#include "ys-assess-table.h"

G_BEGIN_DECLS

struct _YsAssessPane
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *unit;
  guint task;
  gboolean mine; /* the acting person may score here */
  GtkLabel *unit_label, *number, *title, *doubted, *problem;
  GtkLabel *closed; /* why nothing may be changed here */
  GtkStack *stack;
  GtkBox *record_place, *evidence_place, *table_place;
  GtkWidget *nothing_page, *look_button, *look_reason, *computed_button, *next_button;
  GtkLabel *look_title;
  GtkPopover *look_popover;
  GtkScrolledWindow *scroller;
  YsAssessRecord *record;
  YsAssessClaims *claims;
  YsAssessPeople *people;
  YsAssessRound *round;
  YsAssessEvidence *evidence;
  YsAssessTable *table;
};

/* Hands over a single change; takes it. */
void ys_assess_pane_run_one (YsAssessPane *self, YsAssessChange *change);
/* Makes changes of what the parts of the pane tell: verdicts, answers to claims, assignments, additions to
 * the round. */
void ys_assess_pane_connect_changes (YsAssessPane *self);

G_END_DECLS
