/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of the self-check form: an entry or a text area bound to a form key of a task.
 * What is typed goes to the workspace at once; what others change comes back only while the field has no
 * focus. */
#pragma once

#include <gtk/gtk.h>

#include "ys-entry-part.h"
#include "ys-workspace-form.h"

G_BEGIN_DECLS

#define YS_TYPE_ENTRY_FIELD (ys_entry_field_get_type ())
G_DECLARE_FINAL_TYPE (YsEntryField, ys_entry_field, YS, ENTRY_FIELD, GtkBox)
/* Properties: "multiline" (construct only). Signal "typed" (): the person changed the text. */

GtkWidget *ys_entry_field_new (gboolean multiline);
/* Shows and keeps @key of @task; @name is what a screen reader says. */
void ys_entry_field_bind (YsEntryField *self, YsWorkspace *workspace, guint task, const char *key,
                          const char *name);
/* A number: right-aligned, and shown in plain digits once left; what was typed is stored as it was typed. */
void ys_entry_field_set_numeric (YsEntryField *self, gboolean numeric);
/* Before binding: the field is a part of the figure that the key holds ("390" of "390/400"). */
void ys_entry_field_set_part (YsEntryField *self, YsEntryPart part);
/* A number of points: the same, shown with two decimals. */
void ys_entry_field_set_points (YsEntryField *self, gboolean points);
void ys_entry_field_set_editable (YsEntryField *self, gboolean editable);
/* The GtkEntry or GtkTextView inside. Unowned. */
GtkWidget *ys_entry_field_get_input (YsEntryField *self);
const char *ys_entry_field_get_key (YsEntryField *self);
/* The text as it stands in the field. Full. */
char *ys_entry_field_dup_text (YsEntryField *self);
/* Puts @text in as if it had been typed (a day chosen in the calendar), and closes the change. */
void ys_entry_field_enter (YsEntryField *self, const char *text);
/* Takes the line that says what is wrong out of the field, so that the caller can place it where there is
 * room. Full. */
GtkWidget *ys_entry_field_lift_problem (YsEntryField *self);
/* Takes the text from the workspace even with the focus in the field (after an undo); then focuses it. */
void ys_entry_field_reveal (YsEntryField *self);
/* Undo or redo inside the field that @focus lies in, while its change is open. FALSE: nothing to do here, the
 * window's undo is meant. */
gboolean ys_entry_field_undo_at (GtkWidget *focus, gboolean redo);
/* The field of @key below @root, or NULL. */
YsEntryField *ys_entry_field_find (GtkWidget *root, const char *key);

G_END_DECLS
