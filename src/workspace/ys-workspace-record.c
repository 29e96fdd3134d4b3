/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records 加减分记录 as an office keeps them: things that happened once and that a clause counts.
 * What a county enters the city confirms, selects and settles (ys-workspace-review-record.c). */
#include "ys-id.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>

static gboolean
store_record (YsConnection *connection, gpointer data, GError **error)
{
  return ys_record_set (connection, data, error);
}

static gboolean
remove_record (YsConnection *connection, gpointer data, GError **error)
{
  return ys_record_delete (connection, data, error);
}

gboolean
ys_workspace_check_record (YsWorkspace *self, const YsRecord *record, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);

  if (!ys_workspace_must_be_unsettled (self, record->unit, error))
    return FALSE;
  for (guint i = facts->ledger->records->len; i > 0; i--)
    if (g_strcmp0 (((YsRecord *) g_ptr_array_index (facts->ledger->records, i - 1))->id, record->id) == 0)
      g_ptr_array_remove_index (facts->ledger->records, i - 1);
  g_ptr_array_add (facts->ledger->records, ys_workspace_copy_record (record));
  if (ys_facts_check (facts, self->standard, faults))
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

char *
ys_workspace_save_record (YsWorkspace *self, const YsRecord *given, GError **error)
{
  g_autoptr (YsRecord) record = ys_workspace_copy_record (given);
  gboolean county = self->office == YS_OFFICE_COUNTY;
  g_autofree char *undo = NULL;

  if (record->id == NULL)
    record->id = ys_id_new ();
  if (county)
    {
      /* the city confirms and selects; settled amounts are an assessor's */
      record->state = YS_VERIFY_SUSPECTED;
      record->selected = record->has_settled = FALSE;
      g_free (record->unit);
      record->unit = g_strdup (self->unit);
    }
  if (record->count <= 0)
    record->count = 1;
  if (!ys_workspace_check_record (self, record, error))
    return NULL;
  undo = g_strconcat ("登记记录：", record->title, NULL);
  YsAction action = { .what = YS_CHANGE_NEGATIVE,
                      .edits_form = county,
                      .role_needed = county ? YS_ROLE_CLERK : 0,
                      .record = { .action = "登记加减分记录", .subject = record->title, .after = record->id,
                                  .undo_label = undo } };
  if (!ys_workspace_act (self, &action, store_record, record, error))
    return NULL;
  return g_strdup (record->id);
}

static char *
dup_unit_of_record (YsWorkspace *self, const char *id)
{
  char *unit = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->records->len && unit == NULL; i++)
    {
      const YsRecord *record = g_ptr_array_index (self->records, i);
      if (g_strcmp0 (record->id, id) == 0)
        unit = g_strdup (record->unit);
    }
  g_mutex_unlock (&self->lock);
  return unit;
}

gboolean
ys_workspace_delete_record (YsWorkspace *self, const char *id, GError **error)
{
  YsAction action = { .what = YS_CHANGE_NEGATIVE,
                      .edits_form = self->office == YS_OFFICE_COUNTY,
                      .role_needed = self->office == YS_OFFICE_COUNTY ? YS_ROLE_CLERK : 0,
                      .record = { .action = "删除加减分记录", .subject = id, .undo_label = "删除记录" } };

  g_autofree char *unit = dup_unit_of_record (self, id);
  return (unit == NULL || ys_workspace_must_be_unsettled (self, unit, error))
         && ys_workspace_act (self, &action, remove_record, (gpointer) id, error);
}
