/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How text is brought to one form for searching, character by character, so that a hit can be led back to the
 * characters on the page. The result equals base's ys_text_fold() for each character. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ideograph that a Kangxi or CJK radical stands for; any other character unchanged. */
gunichar ys_pdf_fold_radical (gunichar character);
/* Whether blanks and line ends between these two are no part of the words: at least one is Chinese. */
gboolean ys_pdf_fold_joins (gunichar before, gunichar after);
/* Up to four characters into @folded for one (ﬁ gives f, i); their number. */
guint ys_pdf_fold_character (gunichar character, gunichar folded[4]);
/* Text for searching: folded, blanks dropped beside Chinese and single elsewhere, one character for one sign
 * that is stored as radical and character, words joined that a hyphen divides at a line's end. For stored
 * text and queries alike: a query is in a text where its searchable form is a part of the text's. */
char *ys_pdf_fold_text (const char *text);

G_END_DECLS
