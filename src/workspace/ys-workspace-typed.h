/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are typed and not yet said: an answer, a note, a finding that is being put together. They are kept as the
 * form's drafts are, on disk within a second, so that a crash takes none along; they belong to who types and count nowhere. */
#pragma once

#include "ys-workspace-form.h"

G_BEGIN_DECLS

/* The form key, of task 0, under which the acting person's words are kept while he types: @what ("answer", "note",
 * "title" …) about @about, the id of an opinion or a finding or any other name. To be bound to a field, or given to
 * ys_workspace_type() and ys_workspace_dup_entry(). Full. Memory. */
char *ys_workspace_dup_typed_key (YsWorkspace *self, const char *what, const char *about);
/* Drops what was typed under @key, once it is said or given up. Disk. */
gboolean ys_workspace_forget_typed (YsWorkspace *self, const char *key, GError **error);

G_END_DECLS
