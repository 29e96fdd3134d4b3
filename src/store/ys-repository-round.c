/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city adds to a round and keeps of its end: later due dates, targets and published figures, settlements,
 * and what assessors asked the lead to look at again. */
#include "ys-repository-review.h"

#include "ys-facts-parts.h"
#include "ys-repository-private.h"

/* ---- second looks ---- */

void
ys_second_look_row_free (YsSecondLookRow *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->point);
  g_free (self->assessor);
  g_free (self->reason);
  g_free (self);
}

static gpointer
read_second_look (sqlite3_stmt *row)
{
  YsSecondLookRow *look = g_new0 (YsSecondLookRow, 1);

  look->unit = ys_column_dup_text (row, 0);
  look->revision = (guint) sqlite3_column_int64 (row, 1);
  look->point = ys_column_dup_text (row, 2);
  look->assessor = ys_column_dup_text (row, 3);
  look->reason = ys_column_dup_text (row, 4);
  return look;
}

GPtrArray *
ys_second_look_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "second-look-list", ""),
                                read_second_look, (GDestroyNotify) ys_second_look_row_free, error);
}

gboolean
ys_second_look_set (YsConnection *connection, const YsSecondLookRow *row, GError **error)
{
  return ys_connection_run (connection, error, "second-look-set", "sisss", row->unit, (gint64) row->revision,
                            row->point, row->assessor, row->reason);
}

gboolean
ys_second_look_delete (YsConnection *connection, const char *unit, guint revision, const char *point, GError **error)
{
  return ys_connection_run (connection, error, "second-look-delete", "sis", unit, (gint64) revision, point);
}

/* ---- additions to the assessment ---- */

static gpointer
read_extension (sqlite3_stmt *row)
{
  YsExtension *extension = ys_extension_new ();

  extension->unit = ys_column_dup_text (row, 0);
  extension->task = (guint) sqlite3_column_int64 (row, 1);
  extension->due = ys_date_parse ((const char *) sqlite3_column_text (row, 2));
  extension->reason = ys_column_dup_text (row, 3);
  return extension;
}

GPtrArray *
ys_extension_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "extension-list", ""),
                                read_extension, (GDestroyNotify) ys_extension_free, error);
}

gboolean
ys_extension_set (YsConnection *connection, const YsExtension *extension, GError **error)
{
  g_autofree char *due = ys_date_to_column (extension->due);

  return ys_connection_run (connection, error, "extension-set", "siss", extension->unit, (gint64) extension->task, due,
                            extension->reason);
}

gboolean
ys_extension_delete (YsConnection *connection, const char *unit, guint task, GError **error)
{
  return ys_connection_run (connection, error, "extension-delete", "si", unit, (gint64) task);
}

static gpointer
read_bound (sqlite3_stmt *row)
{
  YsNamedBound *bound = ys_named_bound_new ();
  const char *unit = (const char *) sqlite3_column_text (row, 0);

  bound->unit = unit != NULL && unit[0] != '\0' ? g_strdup (unit) : NULL;
  bound->metric = ys_column_dup_text (row, 1);
  bound->growth = sqlite3_column_int64 (row, 2) != 0;
  ys_decimal_parse ((const char *) sqlite3_column_text (row, 3), &bound->value);
  bound->source = ys_column_dup_text (row, 4);
  return bound;
}

GPtrArray *
ys_named_bound_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "named-bound-list", ""), read_bound,
                                (GDestroyNotify) ys_named_bound_free, error);
}

gboolean
ys_named_bound_set (YsConnection *connection, const YsNamedBound *bound, GError **error)
{
  g_autofree char *value = ys_decimal_to_text (bound->value);

  return ys_connection_run (connection, error, "named-bound-set", "ssiss", bound->unit != NULL ? bound->unit : "",
                            bound->metric, (gint64) bound->growth, value, bound->source);
}

gboolean
ys_named_bound_delete (YsConnection *connection, const char *unit, const char *metric, gboolean growth, GError **error)
{
  return ys_connection_run (connection, error, "named-bound-delete", "ssi", unit != NULL ? unit : "", metric,
                            (gint64) growth);
}

/* ---- settlements ---- */

void
ys_settlement_row_free (YsSettlementRow *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->grade);
  g_free (self->person);
  g_free (self->approver);
  g_free (self->reason);
  g_free (self);
}

static gpointer
read_settlement (sqlite3_stmt *row)
{
  YsSettlementRow *settlement = g_new0 (YsSettlementRow, 1);

  settlement->unit = ys_column_dup_text (row, 0);
  settlement->number = (guint) sqlite3_column_int64 (row, 1);
  settlement->revision = (guint) sqlite3_column_int64 (row, 2);
  ys_points_parse ((const char *) sqlite3_column_text (row, 3), &settlement->total);
  settlement->grade = ys_column_dup_text (row, 4);
  settlement->person = ys_column_dup_text (row, 5);
  settlement->approver = ys_column_dup_text (row, 6);
  settlement->reason = ys_column_dup_text (row, 7);
  settlement->at = sqlite3_column_int64 (row, 8);
  return settlement;
}

GPtrArray *
ys_settlement_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "settlement-list", ""),
                                read_settlement, (GDestroyNotify) ys_settlement_row_free, error);
}

gboolean
ys_settlement_add (YsConnection *connection, const YsSettlementRow *row, GError **error)
{
  g_autofree char *total = ys_points_to_exact (row->total);

  return ys_connection_run (connection, error, "settlement-add", "sisssssi", row->unit, (gint64) row->revision,
                            total, row->grade, row->person, row->approver, row->reason, row->at);
}
