/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city settles on a record: its amount where the clause gives a range, and whether a bonus record was selected.
 * Both stand at the record itself, as the facts have it (scoring.md, 3 and 10). */
#include "ys-workspace-review-private.h"

#include "ys-id.h"

#include <glib/gi18n-lib.h>

/* A copy of the record, with its unit free to be changed; NULL with @error. */
static YsRecord *
begin_record (YsReviewing *reviewing, YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (YsRecord) record = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->records->len && record == NULL; i++)
    {
      const YsRecord *one = g_ptr_array_index (self->records, i);
      if (g_strcmp0 (one->id, id) == 0)
        record = ys_workspace_copy_record (one);
    }
  g_mutex_unlock (&self->lock);
  if (record == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("There is no such record"));
      return NULL;
    }
  return ys_reviewing_begin (reviewing, self, record->unit, YS_REVIEWING_ACCEPTED | YS_REVIEWING_SCORED, error)
           ? g_steal_pointer (&record) : NULL;
}

static gboolean
store_record (YsConnection *connection, gpointer data, GError **error)
{
  return ys_record_set (connection, data, error);
}

static char *
settled_label (const YsRecord *record)
{
  return record->has_settled ? ys_point_value_label (TRUE, record->settled, NULL) : NULL;
}

gboolean
ys_workspace_settle_record (YsWorkspace *self, const char *id, const char *value, const char *reason, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsRecord) record = begin_record (&reviewing, self, id, error);
  g_autofree char *plain = ys_number_normalize (value != NULL ? value : "", NULL);
  g_autofree char *clean = NULL;

  if (record == NULL || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  g_autofree char *before = settled_label (record);
  record->has_settled = value != NULL && value[0] != '\0';
  if (record->has_settled && (plain == NULL || !ys_points_parse (plain, &record->settled)))
    {
      ys_set_error (error, YS_ERROR_VALUE, "value", _("“%s” is no amount of points"), value);
      return FALSE;
    }
  g_free (record->settled_reason);
  record->settled_reason = record->has_settled ? g_strdup (clean) : NULL;
  if (!ys_workspace_check_record (self, record, error))
    return FALSE;
  g_autofree char *after = settled_label (record);
  g_autofree char *subject = g_strdup_printf ("%s %s", reviewing.info->name, record->title);
  g_autofree char *undo = g_strdup_printf ("核定加减分：%s", record->title);
  YsAction action = { .role_needed = YS_ROLE_ASSESSOR | YS_ROLE_LEAD,
                      .what = YS_CHANGE_NEGATIVE | YS_CHANGE_REVIEW,
                      .record = { .action = "核定加减分", .subject = subject, .before = before, .after = after,
                                  .reason = clean, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_record, record, error);
}

gboolean
ys_workspace_select_record (YsWorkspace *self, const char *id, gboolean selected, const char *reason, GError **error)
{
  g_auto (YsReviewing) reviewing = { 0 };
  g_autoptr (YsRecord) record = begin_record (&reviewing, self, id, error);
  const YsRecordClause *clause = record != NULL ? ys_standard_get_clause (self->standard, record->clause) : NULL;
  g_autofree char *clean = NULL;

  if (record == NULL || !ys_reason_clean (reason, &clean, error))
    return FALSE;
  if (clause == NULL || !clause->bonus)
    {
      ys_set_error (error, YS_ERROR_VALUE, id, _("This record counts when it is confirmed; only bonus records are selected"));
      return FALSE;
    }
  const char *before = record->selected ? "入选" : "未入选";
  record->selected = selected;
  if (!ys_workspace_check_record (self, record, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s %s", reviewing.info->name, record->title);
  g_autofree char *undo = g_strdup_printf ("加分入选：%s", record->title);
  YsAction action = { .role_needed = YS_ROLE_LEAD,
                      .what = YS_CHANGE_NEGATIVE | YS_CHANGE_REVIEW,
                      .record = { .action = "加分入选", .subject = subject, .before = before,
                                  .after = selected ? "入选" : "未入选", .reason = clean, .undo_label = undo } };
  return ys_workspace_act (self, &action, store_record, record, error);
}
