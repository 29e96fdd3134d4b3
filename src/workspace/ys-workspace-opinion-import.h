/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinion, answer and finding packages coming in: read, held against what is here, and taken in by the import's change. */
#pragma once

#include "ys-package-read.h"
#include "ys-workspace-opinion-private.h"
#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* What such a package says; empty for other kinds. */
typedef struct {
  YsOpinions *opinions;
  YsFindings *findings;
} YsOpinionContent;
void ys_opinion_content_clear (YsOpinionContent *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsOpinionContent, ys_opinion_content_clear)
gboolean ys_opinion_is_kind (YsPackageKind kind);
/* Why this office takes no package of the kind from @facts' sender; NULL: it does. Chinese. */
const char *ys_opinion_kind_refusal (YsWorkspace *self, const YsPackageFacts *facts);
/* Reads and checks it: what it speaks of is here, nobody speaks for another office, nothing contradicts what is held.
 * FALSE with all faults. Takes the lock. */
gboolean ys_opinion_content_read (YsOpinionContent *self, YsWorkspace *workspace, const YsPackageReading *reading,
                                  GError **error);
/* Inside the change, after the package is registered. */
gboolean ys_opinion_content_store (const YsOpinionContent *self, YsWorkspace *workspace, YsConnection *connection,
                                   const YsPackageFacts *facts, GError **error);
/* Finds all that an opinion package beside the dossier of @city can't say: what the round lacks, what is another office's
 * or about another city, what contradicts what is held in @workspace (NULL: nothing to compare with). Nothing for other
 * kinds. @standard is sealed. Takes the lock. */
void ys_opinion_check_bag (YsWorkspace *workspace, const YsPackageReading *reading, const char *city,
                           const YsStandard *standard, const YsAssessment *round, YsFaults *faults);
/* Inside the change that takes a dossier in: what an opinion package beside it says, once it was checked; nothing for
 * other kinds. */
gboolean ys_opinion_store_bag (const YsPackageReading *reading, YsConnection *connection, GError **error);
/* What importing would change, in sentences, and what is doubtful about it. Takes the lock. */
void ys_opinion_content_list_changes (const YsOpinionContent *self, YsWorkspace *workspace, gboolean is_appeal,
                                      GPtrArray *changes);

G_END_DECLS
