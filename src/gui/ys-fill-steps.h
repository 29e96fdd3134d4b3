/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo inside one field while its change is still open: whole texts, a word a step.
 * A commit of an input method is a word; letters typed one after the other join to one (gui.md, rule 3). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YsFillSteps YsFillSteps;

YsFillSteps *ys_fill_steps_new (void);
void ys_fill_steps_free (YsFillSteps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFillSteps, ys_fill_steps_free)

/* Begins anew: @text is what can't be undone any further here. */
void ys_fill_steps_reset (YsFillSteps *self, const char *text);
/* The person changed the text to @text. */
void ys_fill_steps_note (YsFillSteps *self, const char *text);
/* The text before the last step, or after the next one; @caret (nullable) gets the place where it differs, in
 * characters. NULL where there is none. Unowned, valid until the next call. */
const char *ys_fill_steps_move (YsFillSteps *self, gboolean redo, guint *caret);

G_END_DECLS
