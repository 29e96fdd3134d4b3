/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings 问题 and their putting right 督查整改: raised by city or upper office, answered by who has to put them right,
 * verified by who raised them. Answers are given by ys_workspace_answer() and travel as answers to opinions do.
 * Refusals as in ys-workspace-opinion.h. */
#pragma once

#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

/* Of @unit or (NULL) all: what is not verified first, nearest deadline first; of YsFinding. Full. Memory. */
GPtrArray *ys_workspace_dup_findings (YsWorkspace *self, const char *unit);
YsFinding *ys_workspace_dup_finding (YsWorkspace *self, const char *id); /* NULL: unknown. Full. Memory. */
/* Whether its present version has not travelled yet. Memory. */
gboolean ys_workspace_is_finding_unsent (YsWorkspace *self, const char *id);
typedef struct { guint open, answered, verified, overdue, unsent; } YsFindingCounts;
/* overdue: not verified, deadline before @today. */
void ys_workspace_count_findings (YsWorkspace *self, const char *unit, YsDate today, YsFindingCounts *counts);

/* Whether the acting person may raise findings; where not, @why (nullable, full) gets the reason. Memory. */
gboolean ys_workspace_can_raise_finding (YsWorkspace *self, char **why);
/* Raises @given (id NULL) or changes an own one that is not verified: what has travelled gets a new version, which opens it
 * again. id, office, person, time, version and state are set here. Undoable. Returns the id (full). Disk. */
char *ys_workspace_save_finding (YsWorkspace *self, const YsFinding *given, GError **error);
/* A beginning of one from an opinion: unit, task, point, reason. Full. NULL where it is unknown. Memory. */
YsFinding *ys_workspace_new_finding_from_opinion (YsWorkspace *self, const char *opinion);
/* Takes one that has not travelled away. Undoable. Disk. */
gboolean ys_workspace_delete_finding (YsWorkspace *self, const char *id, GError **error);
/* Verifies an own one, with a note. Undoable. Disk. */
gboolean ys_workspace_verify_finding (YsWorkspace *self, const char *id, const char *note, GError **error);
/* City to its county, upper office to the city: findings that it has not got in this version. Package "finding". Disk. */
gboolean ys_workspace_send_findings (YsWorkspace *self, const char *to, GError **error);

G_END_DECLS
