/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the upper offices share: a dossier made sense of, whether from a folder or from what is
 * kept. */
#pragma once

#include "ys-dossier-read.h"
#include "ys-workspace-dossier-private.h"
#include "ys-workspace-upper.h"

G_BEGIN_DECLS

struct _YsDossier
{
  gatomicrefcount references;
  YsDossierInfo *info; /* NULL where it was not taken in */
  YsStandard *standard;
  YsFacts *facts;
  YsSheet *sheet;
  YsDossierIndex *index; /* the city's own */
  GPtrArray *units;      /* YsDossierUnitInfo, by rank */
  GHashTable *titles;    /* digest → title */
};

/* data/<@stem>.xml of the package @id, NULL where there is none. Full. */
typedef GBytes *(*YsDossierDocumentFunc) (const char *id, const char *stem, gpointer data);
/* Reads the documents of the city's own package @city and of the counties' it names, and scores them. NULL
 * with
 * @faults. Full. */
YsDossier *ys_dossier_build (const char *city, YsDossierDocumentFunc get, gpointer data, YsFaults *faults);
/* Compares what the city states in its sheet.xml and in its index with what its facts give; each difference
 * is a PACKAGE_SCORES fault. TRUE if there is none. Asked when a dossier comes in, not of what is here
 * already. */
gboolean ys_dossier_compare_scores (YsDossier *self, GBytes *sheet, YsFaults *faults);
/* The counties as @index states them, by rank; grades get their names of @standard (nullable). Full. */
GPtrArray *ys_dossier_list_units (const YsDossierIndex *index, const YsStandard *standard);

/* The page for a reading; @self NULL: judged against nothing. Full. */
YsDossierReceipt *ys_dossier_receipt_new (YsWorkspace *self, const char *path, YsDossierReading *reading);

G_END_DECLS
