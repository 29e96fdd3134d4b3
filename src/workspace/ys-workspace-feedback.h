/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feedback packages 反馈 inside the workspace: minted by the city, taken in by the county. */
#pragma once

#include "ys-workspace-mint.h"

G_BEGIN_DECLS

/* ---- city ---- */
/* Writes the feedback for @unit as it would stand in @state: its sheet, its review, its occurrences. @said: what the newest
 * one says (ys_feedback_read_said); the same is not written again, then @self has no path. NULL: write in any case. Disk. */
gboolean ys_feedback_mint (YsMinting *self, YsWorkspace *workspace, const char *unit, YsSubmissionState state,
                           const char *said, GError **error);
/* What the newest feedback for @unit says, as one text to compare; NULL in @content: none was made. Full. Disk. */
gboolean ys_feedback_read_said (YsWorkspace *self, const char *unit, char **content, GError **error);
/* Inside the change: the row of the register, and what was said, so that the same is not said twice. */
gboolean ys_feedback_register (const YsMinting *self, YsConnection *connection, const char *unit, GError **error);

/* ---- county ---- */
/* A feedback's documents, read and held against what the workspace has: together they must make sense. */
typedef struct {
  YsReview *review;
  YsLedger *ledger;
} YsFeedbackContent;
void ys_feedback_content_clear (YsFeedbackContent *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsFeedbackContent, ys_feedback_content_clear)
/* FALSE with all faults. Takes the lock. */
gboolean ys_feedback_content_read (YsFeedbackContent *self, YsWorkspace *workspace, GBytes *review, GBytes *occurrences,
                                   GError **error);
/* Inside the change: the city's word on occurrences and records takes the place of the county's. */
gboolean ys_feedback_content_store (const YsFeedbackContent *self, YsConnection *connection, GError **error);
/* On the store's thread: the newest feedback on @revision among @packages (newest first) into @review and @ledger, both
 * NULL where there is none. FALSE with @error where it can't be read. */
gboolean ys_feedback_load (YsConnection *connection, const GPtrArray *packages, guint revision,
                           const YsCatalogue *catalogue, YsReview **review, YsLedger **ledger, GError **error);
/* With the lock held: what the city said becomes part of the county's facts. */
void ys_feedback_add_to_facts (YsWorkspace *self, YsFacts *facts);

G_END_DECLS
