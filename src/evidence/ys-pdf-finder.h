/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in the text of a document: over line, column and page ends, whatever form the characters
 * have. */
#pragma once

#include "ys-pdf-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint page;
  YsPdfFrame frame;
} YsPdfPlace;

/* @places: one for each line (and page) that the hit covers, in reading order. @snippet: the line around it
 * in normal characters, with the hit from byte @start, @length bytes long. */
typedef struct
{
  GArray *places; /* YsPdfPlace, at least one */
  char *snippet;
  guint start, length;
} YsPdfHit;

void ys_pdf_hit_free (YsPdfHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfHit, ys_pdf_hit_free)

typedef struct _YsPdfFinder YsPdfFinder;

YsPdfFinder *ys_pdf_finder_new (void);
void ys_pdf_finder_free (YsPdfFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfFinder, ys_pdf_finder_free)

/* Adds the next page; pages come in order. Keeps a reference to @text. */
void ys_pdf_finder_add (YsPdfFinder *self, YsPdfText *text);
/* Pages whose text can't be searched (see ys_pdf_text_is_usable()): to be said beside every result. */
guint ys_pdf_finder_get_n_unusable (const YsPdfFinder *self);
/* The hits in reading order, at most @max: array of YsPdfHit. An empty query finds nothing. */
GPtrArray *ys_pdf_finder_find (YsPdfFinder *self, const char *query, guint max);
/* The text in its searchable form, for an index: what ys_pdf_fold_text() makes of a query is part of it where
 * the query hits. Runs that nothing goes over are divided by line feeds. */
char *ys_pdf_finder_dup_searchable (YsPdfFinder *self);

G_END_DECLS
