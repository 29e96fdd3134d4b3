/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which packages make a dossier together (schema/004.sql). Packages and documents themselves are in
 * ys-repository.h. All run on the store's thread inside a call or change; FALSE or NULL comes with @error. */
#pragma once

#include "ys-store.h"

G_BEGIN_DECLS

/* @package: id of the package that names the others; @about: id of the city's own one, equal where the city
 * made it. */
typedef struct
{
  char *package, *about, *city, *city_name, *round_title;
} YsDossierRow;
void ys_dossier_row_free (YsDossierRow *self);
/* Newest first. */
GPtrArray *ys_dossier_list (YsConnection *connection, GError **error);
/* The package must stand in the register already. */
gboolean ys_dossier_add (YsConnection *connection, const YsDossierRow *row, GError **error);

/* One package beside it; @unit: whom it is from. */
typedef struct
{
  char *dossier, *package, *unit;
} YsDossierBagRow;
void ys_dossier_bag_row_free (YsDossierBagRow *self);
/* Of all dossiers, by dossier and unit. */
GPtrArray *ys_dossier_bag_list (YsConnection *connection, GError **error);
/* Both must be there already. */
gboolean ys_dossier_bag_add (YsConnection *connection, const char *dossier, const char *package,
                             const char *unit, GError **error);

G_END_DECLS
