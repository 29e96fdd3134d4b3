/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs that look like what offices issue: red heads, numbers, seals, tables; some as scans without text. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* A table: @columns titles, then rows of as many cells, one after the other; NULL-terminated. */
typedef struct {
  const char *title;
  const char *const *columns;
  GPtrArray *cells; /* of char* */
  const char *remark; /* a paragraph below; NULL */
} YsSampleTable;

typedef struct {
  const char *head;     /* 中共澜川区委政法委员会文件; NULL: no red head */
  const char *number;   /* 澜政法发〔2020〕17号; NULL */
  const char *title;
  GPtrArray *paragraphs;/* of char*; one that begins with 一、 and the like is a heading */
  YsSampleTable *table; /* NULL */
  const char *sender;   /* beside the seal */
  const char *date;     /* 2020年6月18日 */
  gboolean scan;        /* as a picture, without text */
} YsSampleDocument;

/* Draws @document as @path: same document, same clock, same bytes. */
gboolean ys_sample_draw (const YsSampleDocument *document, const char *path, GError **error);

G_END_DECLS
