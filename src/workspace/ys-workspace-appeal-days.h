/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a round in which a county may appeal 申诉期: counted from the day of the feedback package, the whole last day
 * included. Both offices count alike, for a package's id carries the moment at which it was made. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

typedef struct {
  guint days;      /* of the round; 0: no limit, and until is 0 */
  YsDate shown;    /* day of the newest feedback on the present revision; 0: none */
  YsDate until;    /* last day on which the county may appeal; 0: nothing was shown yet */
  gboolean handed; /* that feedback has left the city, or come in at the county */
} YsAppealDays;
/* As things stand for @unit. At the city nothing counts as shown while its review goes on. Memory. */
void ys_workspace_get_appeal_days (YsWorkspace *self, const char *unit, YsAppealDays *days);
/* Whether @day lies behind the last day. */
gboolean ys_appeal_days_are_over (const YsAppealDays *self, YsDate day);
/* With the lock held: whether the appeal @id of @unit on @revision came late 逾期, by the package that carried it and the
 * feedback that was the newest then. FALSE while it has not travelled. */
gboolean ys_workspace_is_appeal_late (YsWorkspace *self, const char *unit, guint revision, const char *id);
/* City: what of appeals stands against settling @unit now: the county was not shown its feedback, may still appeal, or waits
 * for an answer. Of char*, in the reader's language, added to @list. Memory. */
void ys_workspace_add_appeals_against (YsWorkspace *self, const char *unit, GPtrArray *list);

G_END_DECLS
