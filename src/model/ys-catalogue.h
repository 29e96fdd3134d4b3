/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue 考核目录: parts, headings, tasks, metrics, documents to issue, negative items, phases.
 * Built once by its reader, then immutable and shared between threads. */
#pragma once

#include "ys-date.h"
#include "ys-error.h"
#include "ys-points.h"

G_BEGIN_DECLS

typedef enum { YS_ANSWERED_BY_COUNTY, YS_ANSWERED_BY_CITY, YS_ANSWERED_BY_DEPARTMENT } YsAnsweredBy;
/* EQ occurs in standards only; FALLING (each year below the last) and REPORT (no target) in catalogues only. */
typedef enum {
  YS_COMPARE_GE, YS_COMPARE_GT, YS_COMPARE_LE, YS_COMPARE_LT, YS_COMPARE_EQ, YS_COMPARE_FALLING, YS_COMPARE_REPORT
} YsComparator;

typedef struct _YsHeading YsHeading;
typedef struct _YsTask YsTask;

/* A heading of level 1 (a part), 2 or 3. */
struct _YsHeading {
  char *id, *name;
  guint level;
  YsHeading *parent;   /* unowned, NULL for a part */
  GPtrArray *children; /* of YsHeading, owned */
  GPtrArray *tasks;    /* of YsTask, unowned, level 3 only */
  guint line;          /* in the file, for faults; also in what follows */
};

/* A document that the plan names. A county's own one (@by_county) may carry out a city's (@implements). */
typedef struct {
  char *id, *title, *implements; /* implements may be NULL */
  gboolean by_county;
  YsTask *task; /* unowned */
  guint line;
} YsCatalogueDocument;

typedef struct {
  char *id, *name, *numerator, *denominator, *note; /* last three may be NULL */
  guint task_number;                                /* 0: belongs to no task */
  YsComparator comparator;
  gboolean has_target;
  YsDecimal target;
  YsUnit unit;
  gboolean high_is_better;
  YsAnsweredBy answered_by;
  guint index; /* place in catalogue->metrics */
  guint line;
} YsMetric;

struct _YsTask {
  guint number;
  char *title, *requirement;
  GStrv leads, responsibles;
  YsDate due;
  gboolean counties; /* whether counties answer for it */
  YsHeading *heading; /* level 3, unowned */
  guint part;         /* index into catalogue->parts */
  GPtrArray *documents; /* of YsCatalogueDocument, owned */
  GPtrArray *metrics;   /* of YsMetric, unowned, in catalogue order */
  guint index;          /* place in catalogue->tasks */
  guint line;
};

typedef struct {
  char *id, *name, *note, *numerator, *denominator; /* note and the last two may be NULL */
  gboolean threshold; /* else an event that must not occur */
  YsComparator comparator; /* threshold: GE GT LE LT */
  YsDecimal target;
  YsUnit unit;
  guint group; /* index into catalogue->groups */
  guint index; /* place in catalogue->items */
  guint line;
} YsNegativeItem;

typedef struct {
  char *id, *name;
  guint line;
} YsNegativeGroup;

typedef struct {
  char *id, *name, *who, *what;
  YsDate first, last;
  GStrv outputs;
  guint line;
} YsPhase;

typedef struct {
  char *id, *title, *plan;
  guint version;
  YsDate issued;
  GStrv notes;
  GPtrArray *phases;    /* of YsPhase */
  GPtrArray *parts;     /* of YsHeading of level 1 */
  GPtrArray *tasks;     /* of YsTask, catalogue order */
  GPtrArray *metrics;   /* of YsMetric */
  GPtrArray *groups;    /* of YsNegativeGroup */
  GPtrArray *items;     /* of YsNegativeItem */
  GHashTable *by_id;    /* id → the struct, private: use the lookups */
} YsCatalogue;

/* An empty catalogue with all arrays made; the reader fills it and calls ys_catalogue_seal(). */
YsCatalogue *ys_catalogue_new (void);
YsCatalogue *ys_catalogue_ref (YsCatalogue *self);
void ys_catalogue_unref (YsCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCatalogue, ys_catalogue_unref)
/* Fills indexes and back pointers and checks meaning (ids unique, references resolve); faults go to @faults with
 * @file and the id as place. */
gboolean ys_catalogue_seal (YsCatalogue *self, const char *file, YsFaults *faults);

YsTask *ys_catalogue_get_task (const YsCatalogue *self, guint number);      /* NULL if unknown */
YsMetric *ys_catalogue_get_metric (const YsCatalogue *self, const char *id);
YsNegativeItem *ys_catalogue_get_item (const YsCatalogue *self, const char *id);
YsCatalogueDocument *ys_catalogue_get_document (const YsCatalogue *self, const char *id);
YsHeading *ys_catalogue_get_heading (const YsCatalogue *self, const char *id);
/* All level 2 headings in order (17 in the first catalogue); array of unowned YsHeading. Full: free the array. */
GPtrArray *ys_catalogue_dup_second_headings (const YsCatalogue *self);

const char *ys_comparator_nick (YsComparator comparator);                   /* "ge" … */
gboolean ys_comparator_from_nick (const char *nick, YsComparator *comparator);
const char *ys_comparator_sign (YsComparator comparator);                   /* "≥" … for people */
/* The same in words for people: "%", "‰", "/万", "/10万", "". */
const char *ys_unit_sign (YsUnit unit);

G_END_DECLS
