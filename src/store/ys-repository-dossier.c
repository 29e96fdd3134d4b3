/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of dossiers and of the packages beside them.
 * Nothing is ever taken out again: a later dossier is a row of its own. */
#include "ys-repository-dossier.h"

#include "ys-repository-private.h"

void
ys_dossier_row_free (YsDossierRow *self)
{
  if (self == NULL)
    return;
  g_free (self->package);
  g_free (self->about);
  g_free (self->city);
  g_free (self->city_name);
  g_free (self->round_title);
  g_free (self);
}

static gpointer
read_dossier (sqlite3_stmt *row)
{
  YsDossierRow *dossier = g_new0 (YsDossierRow, 1);

  dossier->package = ys_column_dup_text (row, 0);
  dossier->about = ys_column_dup_text (row, 1);
  dossier->city = ys_column_dup_text (row, 2);
  dossier->city_name = ys_column_dup_text (row, 3);
  dossier->round_title = ys_column_dup_text (row, 4);
  return dossier;
}

GPtrArray *
ys_dossier_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "dossier-list", ""),
                                read_dossier, (GDestroyNotify)ys_dossier_row_free, error);
}

gboolean
ys_dossier_add (YsConnection *connection, const YsDossierRow *row, GError **error)
{
  return ys_connection_run (connection, error, "dossier-add", "sssss", row->package, row->about, row->city,
                            row->city_name, row->round_title);
}

void
ys_dossier_bag_row_free (YsDossierBagRow *self)
{
  if (self == NULL)
    return;
  g_free (self->dossier);
  g_free (self->package);
  g_free (self->unit);
  g_free (self);
}

static gpointer
read_bag (sqlite3_stmt *row)
{
  YsDossierBagRow *bag = g_new0 (YsDossierBagRow, 1);

  bag->dossier = ys_column_dup_text (row, 0);
  bag->package = ys_column_dup_text (row, 1);
  bag->unit = ys_column_dup_text (row, 2);
  return bag;
}

GPtrArray *
ys_dossier_bag_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "dossier-bag-list", ""),
                                read_bag, (GDestroyNotify)ys_dossier_bag_row_free, error);
}

gboolean
ys_dossier_bag_add (YsConnection *connection, const char *dossier, const char *package, const char *unit,
                    GError **error)
{
  return ys_connection_run (connection, error, "dossier-bag-add", "sss", dossier, package, unit);
}
