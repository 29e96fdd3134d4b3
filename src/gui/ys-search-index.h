/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Ctrl+K can find: tasks, evidence and commands, matched by number, word, unit or pinyin initials. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

typedef struct {
  char *title, *detail, *icon;
  YsLocation *location; /* NULL for a command */
  const char *action;   /* detailed action name of a command */
  guint number;         /* of a task, else 0 */
  char *name, *rest, *initials; /* folded: title, everything else that is searched, pinyin initials of the title */
} YsSearchHit;

typedef struct _YsSearchIndex YsSearchIndex;
/* Works out a few of the pinyin initials, which cost most of an index, beforehand; @next is 0 at first. FALSE once all
 * are there. */
gboolean ys_search_index_prepare (YsWorkspace *workspace, guint *next);
/* Of what @workspace holds now; memory only. */
YsSearchIndex *ys_search_index_new (YsWorkspace *workspace);
void ys_search_index_free (YsSearchIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSearchIndex, ys_search_index_free)
/* The best @limit findings for @query, best first: of unowned YsSearchHit. An empty query lists the commands. Full. */
GPtrArray *ys_search_index_find (YsSearchIndex *self, const char *query, guint limit);

G_END_DECLS
