/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dossier.xml: what a city decided of each county in one line, and which packages lie beside the one that
 * holds it. The decisions with their reasons stand in the review, sheet and occurrences of the same package.
 */
#pragma once

#include "ys-package-facts.h"
#include "ys-points.h"

G_BEGIN_DECLS

/* One settled county. */
typedef struct
{
  char *id, *name, *grade, *person; /* grade: its id; person: who settled it */
  char *unranked;                   /* why it has no place; NULL where it has one */
  guint revision, rank;             /* rank 0: none */
  YsPoints total, base, bonus, deduction;
  gint64 settled; /* microseconds UTC, whole seconds */
  guint line;
} YsDossierUnit;

/* One package beside: a county's submission; in a province's dossier also the city's own one and opinions. */
typedef struct
{
  YsPackageKind kind;
  char *unit, *id, *file, *digest; /* unit: whose it is; digest: of the package */
  guint64 size;
  guint line;
} YsDossierBag;

typedef struct
{
  char *assessment, *city, *city_name; /* the city it is about */
  GPtrArray *units;                    /* YsDossierUnit */
  GPtrArray *bags;                     /* YsDossierBag */
} YsDossierIndex;

YsDossierIndex *ys_dossier_index_new (void);
void ys_dossier_index_free (YsDossierIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDossierIndex, ys_dossier_index_free)
/* Appends an empty one, owned by @self, to be filled with owned texts. */
YsDossierUnit *ys_dossier_index_add_unit (YsDossierIndex *self);
YsDossierBag *ys_dossier_index_add_bag (YsDossierIndex *self);
/* The package beside that has this digest or this file name, or NULL. */
const YsDossierBag *ys_dossier_index_find_bag (const YsDossierIndex *self, const char *digest,
                                               const char *file);

/* Same content, same bytes: units by rank and code, packages by kind and unit. NULL with VALUE where a text
 * holds what XML forbids or the schema refuses. Full. */
GBytes *ys_dossier_index_write_xml (const YsDossierIndex *self, GError **error);
/* Reads and validates; NULL with faults. */
YsDossierIndex *ys_dossier_index_read_xml (GBytes *document, const char *file, YsFaults *faults);

G_END_DECLS
