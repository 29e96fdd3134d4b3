/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What 审阅 shows, gathered off the main loop: the dossier of one city, its queue, and how far each county is. */
#pragma once

#include "ys-workspace-opinion.h"
#include "ys-workspace-upper.h"

G_BEGIN_DECLS

/* Immutable, reference counted. */
typedef struct {
  GPtrArray *dossiers; /* YsDossierInfo, newest first; empty where none came in */
  YsDossier *dossier;  /* NULL where none came in */
  gboolean current;    /* it is the newest of its city; an older one can only be read */
  GPtrArray *queue;    /* YsQueueEntry of all its counties, NULL without a dossier */
} YsExamineData;

YsExamineData *ys_examine_data_ref (YsExamineData *self);
void ys_examine_data_unref (YsExamineData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsExamineData, ys_examine_data_unref)

/* What is wanted: dossier @id, else the newest that has the city or county @unit, else the newest (both NULL). @held
 * (nullable, taken): a dossier that is loaded already, used again where it is still the one. */
typedef struct { char *id, *unit; YsDossier *held; } YsExamineWish;
YsExamineWish *ys_examine_wish_new (const char *id, const char *unit, YsDossier *held);
void ys_examine_wish_free (gpointer wish);
/* A YsWorkspaceFunc that takes a YsExamineWish and gives a YsExamineData. Disk. */
gpointer ys_examine_data_read (YsWorkspace *workspace, gpointer wish, GCancellable *cancellable, GError **error);

/* The county's line of the dossier, NULL where @unit is the city itself. */
const YsDossierUnitInfo *ys_examine_data_get_unit (const YsExamineData *self, const char *unit);
/* Name of a county of the dossier or of its city. */
const char *ys_examine_data_get_name (const YsExamineData *self, const char *unit);

/* "云泽市", and of several dossiers of one city which round and number. Full. */
char *ys_examine_data_dup_label (const YsExamineData *self, const YsDossierInfo *info);
/* Whether the acting person may give an opinion on @unit now; where not, @why (nullable, full) gets the reason. */
gboolean ys_examine_data_can_speak (const YsExamineData *self, YsWorkspace *workspace, const char *unit, char **why);

/* Entries of @unit (NULL: all) by what this office says of them now. */
typedef struct { guint all, agree, query, disagree; } YsExamineCounts;
void ys_examine_data_count (const YsExamineData *self, const char *unit, YsExamineCounts *counts);
/* Whether number, title, pinyin initials or county of @entry have @words, which are folded. */
gboolean ys_examine_data_matches (const YsExamineData *self, const YsQueueEntry *entry, const char *words);

G_END_DECLS
