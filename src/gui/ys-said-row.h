/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of 督查整改: a thread of opinions on one subject, or a finding. Counts of the place are made here and nowhere
 * else, so that chips, navigation and desk never differ. */
#pragma once

#include "ys-place.h"
#include "ys-workspace-finding.h"

G_BEGIN_DECLS

/* The queues of the place. */
typedef enum {
  YS_SAID_ALL, YS_SAID_TO_ANSWER, YS_SAID_TO_VERIFY, YS_SAID_OVERDUE, YS_SAID_UNSENT, YS_N_SAID_FILTERS
} YsSaidFilter;
const char *ys_said_filter_nick (YsSaidFilter filter);   /* "all", "answer", "verify", "overdue", "unsent" */
const char *ys_said_filter_title (YsSaidFilter filter);  /* translated */

#define YS_TYPE_SAID_ROW (ys_said_row_get_type ())
G_DECLARE_FINAL_TYPE (YsSaidRow, ys_said_row, YS, SAID_ROW, GObject)

/* All threads and findings of the workspace, what waits first; of YsSaidRow. Full. Memory. */
GPtrArray *ys_said_rows_list (YsWorkspace *workspace);
/* How many rows each queue has. Memory. */
void ys_said_rows_count (YsWorkspace *workspace, guint counts[YS_N_SAID_FILTERS]);

/* "finding:ID" or "opinion:UNIT:TASK:ITEM": stable, for locations. */
const char *ys_said_row_get_key (YsSaidRow *self);
gboolean ys_said_row_is_finding (YsSaidRow *self);
const char *ys_said_row_get_id (YsSaidRow *self);        /* of the finding; of the opinion that holds */
const char *ys_said_row_get_unit (YsSaidRow *self);
guint ys_said_row_get_task (YsSaidRow *self);
const char *ys_said_row_get_item (YsSaidRow *self);      /* negative item or occurrence; NULL */
const char *ys_said_row_get_title (YsSaidRow *self);
const char *ys_said_row_get_chip (YsSaidRow *self);      /* severity or verdict, with its sign */
const char *ys_said_row_get_chip_style (YsSaidRow *self); /* "ok", "bad", "open", "plain" */
const char *ys_said_row_get_detail (YsSaidRow *self);    /* who, deadline, state */
gboolean ys_said_row_is_of (YsSaidRow *self, YsSaidFilter filter);
/* The same in all that is shown. */
gboolean ys_said_row_equal (YsSaidRow *self, YsSaidRow *other);

/* Sign with word, and the class of the chip, of a verdict and of a severity. Full. */
char *ys_said_dup_verdict_chip (YsOpinionVerdict verdict, const char **style);
char *ys_said_dup_severity_chip (YsFindingSeverity severity, const char **style);
/* "期限 2022-01-31，逾期 3 天"; NULL where there is no deadline. Full. */
char *ys_said_dup_due (const YsFinding *finding);

G_END_DECLS
