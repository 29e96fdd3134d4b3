/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of folded characters, each with the page and the characters it came from. Private to src/evidence. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Matches nothing that anyone can type: hits do not go over it. */
#define YS_PDF_STREAM_WALL ((gunichar)0xFFFF)

typedef struct
{
  gunichar folded;
  guint page, first, last; /* characters of the page, from 0 */
} YsPdfStreamed;

typedef enum
{
  YS_PDF_GAP_NONE,
  YS_PDF_GAP_BLANK,
  YS_PDF_GAP_LINE
} YsPdfGap;

typedef struct
{
  GArray *characters; /* YsPdfStreamed */
  YsPdfGap gap;
  gboolean last_was_radical;
} YsPdfStream;

YsPdfStream *ys_pdf_stream_new (void);
void ys_pdf_stream_free (YsPdfStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPdfStream, ys_pdf_stream_free)

void ys_pdf_stream_add (YsPdfStream *self, gunichar character, guint page, guint index);
void ys_pdf_stream_break (YsPdfStream *self); /* a line ends: words may go on after it */
void ys_pdf_stream_wall (YsPdfStream *self);  /* nothing goes on after it */

G_END_DECLS
