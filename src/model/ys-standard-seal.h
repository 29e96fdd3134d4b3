/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model: what the files that seal a standard share.
 * Every function adds the faults it finds and goes on (scoring.md, 13). */
#pragma once

#include "ys-standard.h"

G_BEGIN_DECLS

typedef struct {
  YsStandard *standard;
  YsCatalogue *catalogue;
  const char *file;
  YsFaults *faults;
  GHashTable *ids;       /* all ids of the file, unowned */
  gboolean of_city_task; /* what is checked stands in a task that counties don't answer for */
} YsSealing;

/* How the measure of a rule or gate is looked at. */
typedef enum { YS_MEASURED_NOTHING, YS_MEASURED_WORD, YS_MEASURED_NUMBER, YS_MEASURED_RECORDS } YsMeasured;

/* Takes @id among the ids of the file; a fault if it is there. NULL is none. */
void ys_seal_id (YsSealing *self, const char *id, guint line);
/* A fault where @points are below 0 or above 10,000 points; @what names them in the message, translated. */
void ys_seal_amount (YsSealing *self, const char *where, guint line, const char *what, YsPoints points);
/* A fault where a cap has more decimals than the standard's. */
void ys_seal_decimals (YsSealing *self, const char *where, guint line, const char *what, YsPoints points);
void ys_seal_permille (YsSealing *self, const char *where, guint line, const char *what, guint permille);
/* Index of @id in @array of structs that begin with their id; G_MAXUINT and a fault where it is not there. */
guint ys_seal_find (YsSealing *self, GPtrArray *array, const char *id, const char *where, guint line);

YsMeasured ys_seal_measured (const YsMeasure *measure);
/* Resolves what @measure names; @where is the point or gate. @task: the one it stands in, NULL above tasks and in the
 * bonus; only in a task that counties do not answer for may it measure a metric of the city or a department. */
void ys_seal_measure (YsSealing *self, YsMeasure *measure, const YsTask *task, const char *where, guint line);
/* Rule 2: whether the bound's kind fits the measure, and that its number is not too large. */
void ys_seal_bound (YsSealing *self, const YsMeasure *measure, const YsBound *bound, const char *where,
                    guint line);
/* Whether a state or document can have this word. */
gboolean ys_seal_word_fits (const YsMeasure *measure, const char *word);

/* Pass 1 over a point: ids, clauses, groups, measure. Pass 2: everything that needs all ids. */
void ys_seal_point_ids (YsSealing *self, YsPoint *point, gboolean bonus);
void ys_seal_point (YsSealing *self, YsPoint *point);
void ys_seal_bonus_point (YsSealing *self, YsPoint *point);
void ys_seal_clause (YsSealing *self, const YsPoint *point, const YsClause *clause);
void ys_seal_rows (YsSealing *self, const YsPoint *point);
/* @point and @task: where the gate stands, NULL above them. */
void ys_seal_gates (YsSealing *self, GPtrArray *gates, YsPoint *point, YsTask *task, YsLevel level,
                    const char *where);
void ys_seal_negative (YsSealing *self);

/* @at: a line; 0: of the whole, whose place is the root element. */
#define ys_seal_fault(self, at, where, ...) \
  ys_faults_add ((self)->faults, YS_ERROR_STANDARD, (self)->file, \
                 (at) != 0 ? (at) : (self)->standard->line, where, __VA_ARGS__)

G_END_DECLS
