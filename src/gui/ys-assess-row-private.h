/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of YsAssessRow: what its files share. */
#pragma once

#include "ys-assess-row.h"

G_BEGIN_DECLS

typedef enum
{
  FIELD_OWN,
  FIELD_DECIDED,
  N_FIELDS
} Field;

struct _YsAssessRow
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *unit, *point, *title;
  char *stored[N_FIELDS], *stored_reason[N_FIELDS]; /* "" where there is none */
  gboolean may[N_FIELDS];
  gboolean has_computed, for_lead;
  gboolean putting; /* the program puts a text in, nobody types */
  YsPoints computed_points;
  GtkWidget *entry[N_FIELDS], *label[N_FIELDS];
  GtkWidget *line, *toggle, *possible, *self_score, *computed, *note, *words;
  GtkWidget *reason_box, *reason_hint, *reason, *why;
};

/* What is typed for the reason, without blanks around it. Full. */
char *ys_assess_row_dup_reason (YsAssessRow *self);
/* Whether a figure is typed and not stored. */
gboolean ys_assess_row_is_field_changed (YsAssessRow *self, Field field);
/* The field that the reason is for; FALSE where none is asked for. */
gboolean ys_assess_row_find_reasoned (YsAssessRow *self, Field *field);
/* Shows the reason where one is needed or given, and marks what differs. */
void ys_assess_row_show_reason (YsAssessRow *self);
/* Keeps what is typed in the workspace, until it is saved. */
void ys_assess_row_keep_typed (YsAssessRow *self);
/* Makes all parts of the row; @words that may be given instead of points, nullable. */
void ys_assess_row_make (YsAssessRow *self, GStrv words);

G_END_DECLS
