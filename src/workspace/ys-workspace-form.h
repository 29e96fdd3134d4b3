/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The self-check form: entries as typed, drafts while typing, undo and redo. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* The text of @key of task @number as it stands (draft before saved), as typed. Full, "" where empty. Memory only. */
char *ys_workspace_dup_entry (YsWorkspace *self, guint number, const char *key);
/* The keys of task @number that hold some text, halves of figures among them, sorted. NULL-terminated, full. Memory. */
GStrv ys_workspace_dup_entry_keys (YsWorkspace *self, guint number);
/* What the form calls @key: 完成日期, 镇级综治中心建设率分子, always Chinese. NULL for a key that it doesn't know. Full.
 * Memory only. */
char *ys_workspace_dup_entry_label (YsWorkspace *self, const char *key);
/* What is wrong with that text (kept, not counted): a message in the reader's language, or NULL. Full. Memory only. */
char *ys_workspace_dup_entry_problem (YsWorkspace *self, guint number, const char *key);

/* A keystroke: keeps @text as draft in memory, rescored at once and written within a second by itself. Never blocks;
 * no journal entry, no undo step yet. */
void ys_workspace_type (YsWorkspace *self, guint number, const char *key, const char *text);
/* Closes open drafts (of one field, or all with @number 0) into journalled, undoable changes: one per field. Disk. */
gboolean ys_workspace_settle (YsWorkspace *self, guint number, const char *key, GError **error);
/* As ys_workspace_settle(), without waiting: queued on the store's thread; failures show in the save state. */
void ys_workspace_settle_soon (YsWorkspace *self, guint number, const char *key);

/* Sets several entries of one task in one change ("item set"): all or none. @keys and @texts NULL-terminated, equally
 * long. With @strict a text that can't be read as a value is refused, else it is kept and shown. Disk. */
gboolean ys_workspace_set_entries (YsWorkspace *self, guint number, const char *const *keys,
                                   const char *const *texts, gboolean strict, GError **error);

/* What undo and redo would do now: "撤销：修改第17项分子" without the verb; NULL where there is nothing. Full. */
char *ys_workspace_dup_undo_label (YsWorkspace *self);
char *ys_workspace_dup_redo_label (YsWorkspace *self);
/* Undoes the last undoable change of this workspace, as a journalled change of its own. @number (nullable) gets the task
 * it touched, 0 for none; @key (nullable, full) the field. Disk. */
gboolean ys_workspace_undo (YsWorkspace *self, guint *number, char **key, GError **error);
gboolean ys_workspace_redo (YsWorkspace *self, guint *number, char **key, GError **error);

G_END_DECLS
