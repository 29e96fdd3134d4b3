/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexical gate: what an XML document must keep to before libxml2 sees a byte of it. It runs inside the
 * read callback of ys-xml-reader and knows no names, only encoding, size, depth and document types. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* Bytes from '<' to '>' of one tag. 200,000 attributes in 2 MB cost libxml2 a minute (packages.md). */
#define YS_LEXICAL_MAX_TAG (64 * 1024)
/* Elements inside each other. */
#define YS_LEXICAL_MAX_DEPTH 32
/* Bytes of one document. */
#define YS_LEXICAL_MAX_DOCUMENT (64 * 1024 * 1024)

typedef struct _YsLexical YsLexical;

/* @file: name for faults, valid UTF-8. */
YsLexical *ys_lexical_new (const char *file);
void ys_lexical_free (YsLexical *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLexical, ys_lexical_free)

/**
 * ys_lexical_feed: looks at the next @length bytes of the document.
 *
 * Returns: TRUE if they may pass. At the first thing that is refused one fault with its line is added
 * (XML_ENCODING for anything but UTF-8, naming what it seems to be; XML_FORBIDDEN for NUL, a document type,
 * too large a tag, document or depth) and FALSE comes back, then and ever after.
 */
gboolean ys_lexical_feed (YsLexical *self, const void *data, gsize length, YsFaults *faults);

/* To be called once at the end: FALSE with a fault if the document stops inside a character. What else is
 * unfinished at the end (a tag, a comment) is the parser's to report. */
gboolean ys_lexical_finish (YsLexical *self, YsFaults *faults);

G_END_DECLS
