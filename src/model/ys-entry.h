/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model: keys of entries taken apart.
 * A key is a kind, the id of a thing, a year and a field: "metric.M005@2020.source". */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

typedef enum {
  YS_ENTRY_PLAIN, /* state, na_reason, completed, person, narrative.… */
  YS_ENTRY_METRIC, YS_ENTRY_DOCUMENT, YS_ENTRY_SELF, YS_ENTRY_CLAIM
} YsEntryKind;

typedef struct {
  YsEntryKind kind;
  char *id;          /* of metric, document or point; for PLAIN the whole key */
  int year;          /* metric: the year named, else the data year */
  const char *field; /* "source", "numerator", "title", "reason" …; NULL for the thing itself */
} YsEntryKey;

/* FALSE where @key has no such form. Whether the id exists is not asked. */
gboolean ys_entry_key_parse (YsEntryKey *self, const char *key, int data_year);
void ys_entry_key_clear (YsEntryKey *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsEntryKey, ys_entry_key_clear)

YsRecordedFigure *ys_entry_find_figure (const YsItem *item, const char *metric, int year);
YsIssuedDocument *ys_entry_find_document (const YsItem *item, const char *document);
YsSelfScore *ys_entry_find_self (const YsItem *item, const char *point);
YsPointClaim *ys_entry_find_claim (const YsItem *item, const char *point);
/* Whether counties enter the metric in the form of the task. */
gboolean ys_entry_metric_is_of (const YsStandard *standard, const YsTask *task, const YsMetric *metric);

/* Sets one field of a figure; @metric is known. @where is the key. */
gboolean ys_entry_set_figure (YsItem *item, const YsEntryKey *key, const YsMetric *metric, const char *text,
                              const char *where, GError **error);
/* What an official writes where a document has no number. */
#define YS_ENTRY_UNNUMBERED "无文号"

G_END_DECLS
