/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model: what the files that check facts share.
 * Every function adds the faults it finds and goes on (scoring.md, 13). */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

typedef struct {
  const YsFacts *facts;
  const YsStandard *standard;
  const YsCatalogue *catalogue;
  YsFaults *faults;
  GHashTable *units;       /* id → YsUnitInfo of the assessment */
  GHashTable *submissions; /* unit → YsSubmission */
  GHashTable *occurrences; /* id → YsOccurrence */
  GHashTable *assessors;   /* id → YsAssessor */
  GHashTable *thresholds;  /* "unit item" → YsThresholdValue of the data year that holds: the city's before the county's */
} YsChecking;

/* A place in a file. */
typedef struct {
  const char *file;
  guint line;
  const char *where;
} YsPlace;

void ys_check_fault (YsChecking *self, YsErrorCode code, const YsPlace *place, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
#define ys_check_facts(self, place, ...) ys_check_fault (self, YS_ERROR_FACTS, place, __VA_ARGS__)

/* Adds @key to @seen; a fault and FALSE where it is there. The set owns its keys. */
gboolean ys_check_once (YsChecking *self, GHashTable *seen, const YsPlace *place, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
GHashTable *ys_check_new_set (void);
/* The same where thousands are checked: @key itself is looked for, @seen does not own it, and @format (marked with N_)
 * is translated and filled in only for a fault. */
gboolean ys_check_key_once (YsChecking *self, GHashTable *seen, gconstpointer key, const YsPlace *place,
                            const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Unknown names are faults; FALSE or NULL then. */
gboolean ys_check_unit (YsChecking *self, const YsPlace *place, const char *unit);
YsTask *ys_check_task (YsChecking *self, const YsPlace *place, guint number);
YsMetric *ys_check_metric (YsChecking *self, const YsPlace *place, const char *id);
/* A scoring point that people score: bonus points are none (rule 10). */
YsPoint *ys_check_point (YsChecking *self, const YsPlace *place, const char *id);
/* A reason that must be there; @what names the thing, translated. */
void ys_check_reason (YsChecking *self, const YsPlace *place, const char *what, const char *reason);
/* From least to most of the point. */
void ys_check_limits (YsChecking *self, const YsPlace *place, const YsPoint *point, YsPoints points);
/* Either points within the limits or a word of the point. */
void ys_check_points_or_word (YsChecking *self, const YsPlace *place, const YsPoint *point, gboolean has_points,
                              YsPoints points, const char *word);
/* That a figure can be, in @unit. */
void ys_check_figure (YsChecking *self, const YsPlace *place, const YsFigure *figure, YsUnit unit);
void ys_check_factors (YsChecking *self, const YsPlace *place, const GStrv factors);
/* @evidence: digests known, owned elsewhere; @ids: citations seen so far. */
void ys_check_citation (YsChecking *self, const char *file, const YsCitation *citation, GHashTable *evidence,
                        GHashTable *ids);
/* Adds digests to @known; a digest twice in one list is a fault. */
void ys_check_evidence (YsChecking *self, const char *file, const GPtrArray *evidence, GHashTable *known);
void ys_check_assessment (YsChecking *self);
void ys_check_submission (YsChecking *self, const YsSubmission *submission);
void ys_check_ledger (YsChecking *self);
void ys_check_merges (YsChecking *self);
void ys_check_contained (YsChecking *self);
void ys_check_review (YsChecking *self);

G_END_DECLS
