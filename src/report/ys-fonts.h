/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typefaces of official documents, what stands in for those this computer lacks, and characters without a shape.
 * Every line of a report, a chart or a sample document is set here, so that nothing is lost in silence. */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Roles of GB/T 9704: 小标宋 for titles, 黑体 and 楷体 for headings, 仿宋 for text, 宋体 for page numbers. */
typedef enum
{
  YS_FONT_TITLE,
  YS_FONT_HEAD,
  YS_FONT_SUBHEAD,
  YS_FONT_TEXT,
  YS_FONT_PAGE,
  YS_N_FONTS
} YsFontRole;

/* What stands on the paper in the place of a character that no installed font can draw. */
#define YS_FONT_SUBSTITUTE "〓"

typedef struct _YsFonts YsFonts;

/* Looks up the fonts of this computer. One thread at a time; not the main loop's context, so that a report may be set
 * on a worker thread and drawn in the window later. */
YsFonts *ys_fonts_new (void);
void ys_fonts_free (YsFonts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFonts, ys_fonts_free)

/* FALSE: no font here draws Chinese; a report would be nothing but substitutes. */
gboolean ys_fonts_have_chinese (const YsFonts *self);
/* Sets @text in @role at @size points with lines @line points apart (0: as the font says), Chinese, breaking
 * anywhere but not before a comma. Characters without a shape become YS_FONT_SUBSTITUTE and are kept for
 * ys_fonts_dup_missing(). Full. */
PangoLayout *ys_fonts_create_layout (YsFonts *self, YsFontRole role, double size, double line, const char *text);
/* A sentence that names the fonts which stand in for others, or NULL where all wished for are here. Chinese. Full. */
char *ys_fonts_dup_statement (const YsFonts *self);
/* A sentence that lists the characters met so far that could not be drawn, or NULL. Chinese. Full. */
char *ys_fonts_dup_missing (const YsFonts *self);

/* Replaces what @layout has no shape for; @missing (nullable): set of gunichar it is added to. */
void ys_fonts_substitute (PangoLayout *layout, const char *substitute, GHashTable *missing);

G_END_DECLS
