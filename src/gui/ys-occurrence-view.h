/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One occurrence as its pane shows it, registered or still being put together; and how its ticks are changed.
 * Texts are changed by fields that are bound to form keys ("occurrence.ID.title", ys-workspace-negative.h).
 */
#pragma once

#include <gtk/gtk.h>

#include "ys-negative-view.h"

G_BEGIN_DECLS

typedef struct
{
  const YsNegativeView *page;
  const YsOccurrence *occurrence;
  const YsSheetOccurrence *shown; /* NULL: not registered yet */
  const char *id;                 /* of form keys: YS_OCCURRENCE_NEW where it is not registered yet */
  gboolean can_edit, is_own;
} YsOccurrenceView;

/* "occurrence.ID.FIELD". Full. */
char *ys_occurrence_view_dup_key (const YsOccurrenceView *self, const char *field);

typedef enum
{
  YS_OCCURRENCE_EDIT_UNIT,      /* @value: the county; only of one that is being put together */
  YS_OCCURRENCE_EDIT_ITEM,      /* @id: event item, ticked or not; a ticked one has no severity yet */
  YS_OCCURRENCE_EDIT_SEVERITY,  /* @id: ticked event item; @value: severity, "" for none */
  YS_OCCURRENCE_EDIT_CONTAINER, /* @id: threshold item in whose figure its cases stand */
  YS_OCCURRENCE_EDIT_ALSO,      /* @id: another unit that it concerns */
  YS_OCCURRENCE_EDIT_FACTOR     /* @id: factor of the standard */
} YsOccurrenceEditKind;
typedef struct
{
  YsOccurrenceEditKind kind;
  char *id, *value;
  gboolean on;
} YsOccurrenceEdit;

YsOccurrenceEdit *ys_occurrence_edit_new (YsOccurrenceEditKind kind, const char *id, const char *value,
                                          gboolean on);
void ys_occurrence_edit_free (YsOccurrenceEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOccurrenceEdit, ys_occurrence_edit_free)
void ys_occurrence_edit_apply (const YsOccurrenceEdit *self, YsOccurrence *occurrence);
/* Changes the occurrence of the pane that @from lies in. */
void ys_occurrence_edit_from (GtkWidget *from, YsOccurrenceEditKind kind, const char *id, const char *value,
                              gboolean on);

G_END_DECLS
