/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list and records: threshold values, occurrences, records that clauses count. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* Threshold value as typed ("N/D", "=V", halves kept as typed), its source. @year 0 = data year. Unreadable text is kept
 * where @strict is FALSE. Undoable. Disk. */
gboolean ys_workspace_set_threshold (YsWorkspace *self, const char *unit, const char *item, const char *text,
                                     const char *source, int year, gboolean strict, GError **error);
/* Whether the figures of @unit may be set now; where not, @why (nullable, full) gets the reason. At the city one also types
 * them, under "threshold.UNIT.ITEM" and the same with ".source" as entries of task 0; they take the place of the county's. */
gboolean ys_workspace_can_set_threshold (YsWorkspace *self, const char *unit, char **why);
/* As typed, "" where none; full. */
char *ys_workspace_dup_threshold (YsWorkspace *self, const char *unit, const char *item, char **source, char **problem);

/* ---- occurrences ----
 * The texts of a county's occurrence are typed like those of a task (ys-workspace-form.h), as entries of task 0:
 * "occurrence.ID.title|date|summary|count|deaths|cases|answer". They are saved while one types, counted at once, and closed
 * into the occurrence; what can't be read is kept as typed and not counted. Under the id YS_OCCURRENCE_NEW they are
 * those of one that is still being put together: kept as drafts, and dropped once it is registered. */
#define YS_OCCURRENCE_NEW "new"

/* Stores @occurrence whole (new where its id is NULL: gets one). A county's is suspected, whatever it says; undoable.
 * Returns its id (full). Disk. */
char *ys_workspace_save_occurrence (YsWorkspace *self, const YsOccurrence *occurrence, GError **error);
/* Registers a new one with what @ticked holds and the texts that were typed for it under YS_OCCURRENCE_NEW. Returns
 * its id (full). Undoable. Disk. */
char *ys_workspace_register_occurrence (YsWorkspace *self, const YsOccurrence *ticked, GError **error);
/* With ticks and citations. Full. */
YsOccurrence *ys_workspace_copy_occurrence (const YsOccurrence *occurrence);
/* Whether this office entered it itself, and not one above or below. */
gboolean ys_workspace_is_own_occurrence (YsWorkspace *self, const char *id);
/* Whether a new one may be registered now; where not, @why (nullable, full) gets the reason. */
gboolean ys_workspace_can_register_occurrence (YsWorkspace *self, char **why);
/* Whether its facts may be changed now, by a county also withdrawn; where not, @why (nullable, full) gets the reason. At
 * the city what was confirmed or cleared is set back to suspected first, with a reason. */
gboolean ys_workspace_can_edit_occurrence (YsWorkspace *self, const char *id, char **why);
/* County: withdraws a declared one that was not yet submitted. Disk. */
gboolean ys_workspace_delete_occurrence (YsWorkspace *self, const char *id, GError **error);
/* County: answer to what the city entered about it; kept and shown beside it in this workspace. Disk. */
gboolean ys_workspace_answer_occurrence (YsWorkspace *self, const char *id, const char *answer, GError **error);
char *ys_workspace_dup_occurrence_answer (YsWorkspace *self, const char *id);
/* ---- the city verifies ----
 * Undoable by who did it, until the unit is settled. Refused with ROLE (not the city), NOT_FOUND, VALUE (reason missing),
 * STATE (settled, merged), or all faults of what would contradict itself. */
/* Confirms, clears or sets back to suspected, with a reason; confirming needs date and severities. Disk. */
gboolean ys_workspace_set_occurrence_state (YsWorkspace *self, const char *id, YsVerification state,
                                            const char *reason, GError **error);
/* @id is the same thing as @into, which stays and is ticked under the items of both. Disk. */
gboolean ys_workspace_merge_occurrence (YsWorkspace *self, const char *id, const char *into, const char *reason,
                                        GError **error);
/* The same with what stays stated anew: dates, severities, count and verification of @kept, whose id and unit are those of
 * one that is there (scoring.md, rule 9, Merging). Disk. */
gboolean ys_workspace_merge_restated (YsWorkspace *self, const char *id, const YsOccurrence *kept, const char *reason,
                                      GError **error);
/* Takes the merging of @id back: it stands for itself again, as it was; what it was merged into keeps what it was
 * ticked under. Disk. */
gboolean ys_workspace_split_occurrence (YsWorkspace *self, const char *id, const char *reason, GError **error);
/* Others of the same county that may be the same thing as @id, likeliest first: ids. Cleared and merged ones are none.
 * Full. Memory. */
GPtrArray *ys_workspace_dup_duplicates (YsWorkspace *self, const char *id);
/* How alike the titles and dates of two of one county are: 0 not at all, else the more the likelier. */
guint ys_occurrence_get_likeness (const YsOccurrence *one, const YsOccurrence *other);

/* County: declares for @item that nothing of the kind happened (or takes that back). Undoable. Disk. */
gboolean ys_workspace_can_declare_none (YsWorkspace *self, const char *item, char **why);
gboolean ys_workspace_declare_none (YsWorkspace *self, const char *item, gboolean none, GError **error);
gboolean ys_workspace_is_declared_none (YsWorkspace *self, const char *item);

/* Records 加减分记录, same manner. */
char *ys_workspace_save_record (YsWorkspace *self, const YsRecord *record, GError **error);
gboolean ys_workspace_delete_record (YsWorkspace *self, const char *id, GError **error);

G_END_DECLS
