/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The upper offices 省、中央: dossiers of cities, read before they are taken in, taken in whole, and then
 * looked at: counties with their ranking, every decided score with its reasons, evidence at its pages. */
#pragma once

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* ---- before taking in: the page of a dossier ---- */
/* One package that the dossier names. */
typedef struct
{
  char *kind, *unit, *unit_name, *file, *digest; /* unit: whose it is; digest as the dossier names it */
  guint64 size;
  guint evidence;   /* PDFs in it; 0 where it is missing */
  gboolean present; /* the named one lies there */
  gboolean sound;   /* and every byte of it is as it should be */
  char *detail; /* Chinese, where it is not: 缺少, 与材料清单所列的不一致, 内容被改动过 */
} YsDossierBagInfo;
/* One county as the city decided it. */
typedef struct
{
  char *unit, *name, *grade, *person; /* grade: its name; person: who settled it */
  char *unranked;                     /* why it has no place, NULL where it has one */
  guint revision, rank;               /* rank 0: none */
  YsPoints total, base, bonus, deduction;
  gint64 settled; /* when */
} YsDossierUnitInfo;
void ys_dossier_unit_info_free (YsDossierUnitInfo *self);

/* All that is known of a dossier before anything is taken in; texts NULL where unknown. */
typedef struct
{
  char *path, *name; /* name: of the folder */
  char *id, *from, *from_name, *to, *to_name, *city, *city_name, *round, *round_title, *digest;
  char *standard;           /* Chinese: title and version of the city's standard */
  gboolean sample_standard; /* 示范标准 */
  guint number, evidence;   /* evidence: PDFs in all packages */
  gint64 made_at;
  guint64 size;               /* bytes of all packages */
  YsCompleteVerdict complete; /* of the whole: damaged also where one is missing or strange */
  YsOriginVerdict origin;     /* of the package that names the others */
  YsOrderVerdict order;
  char *complete_detail, *origin_detail, *order_detail; /* Chinese sentences */
  GPtrArray *bags;       /* YsDossierBagInfo: the naming one is not among them */
  GPtrArray *units;      /* YsDossierUnitInfo, by rank; as the dossier states it */
  YsFaults *faults;      /* all that is wrong, each with the package and the place in it */
  gboolean scores_equal; /* what is stated is what its facts give; FALSE where that could not be asked */
  gboolean can_import;
  char *why_not;       /* Chinese, where it can't */
  char *ask_sender;    /* Chinese paragraph to copy to the sender, where something is missing or damaged */
  YsErrorCode refusal; /* with why_not: what importing fails with */
} YsDossierReceipt;
void ys_dossier_receipt_free (YsDossierReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDossierReceipt, ys_dossier_receipt_free)
/* Reads the folder @path (or that of the package file @path) whole, in the confined reader, and judges it
 * against this workspace; @self NULL: against nothing. Never changes anything. NULL only if it can't be
 * looked at at all: NOT_FOUND, DOSSIER_MISSING (no package names others), CANCELLED, a machine's error. Disk,
 * long. */
YsDossierReceipt *ys_workspace_examine_dossier (YsWorkspace *self, const char *path, YsProgressFunc progress,
                                                gpointer data, GCancellable *cancellable, GError **error);
/* Takes all its packages in, as one transaction: they are kept as they came, their PDFs go into the vault,
 * and the receipt for the sender is made (ys_workspace_export() with "receipt"). Refused unless can_import:
 * with all faults, PACKAGE_KIND (for another office), PACKAGE_ORDER (repeated, older), DOSSIER_PLAN (another
 * round, catalogue or standard in one of them), PACKAGE_SCORES. Returns the id of the city's own package, by
 * which the dossier goes from here on (full). Disk, long. */
char *ys_workspace_import_dossier (YsWorkspace *self, const char *path, YsProgressFunc progress,
                                   gpointer data, GCancellable *cancellable, GError **error);

/* ---- what is here ---- */
typedef struct
{
  char *id;   /* of the city's own package */
  char *head; /* of the package it came with: @id, or what a province made */
  char *city, *city_name, *round, *round_title, *digest;
  char *from;             /* who sent it: the city, at the central body the province */
  guint number, packages; /* packages: beside the naming one */
  gint64 at;              /* when it was taken in */
  guint64 size;
  gboolean replaced; /* a newer one of the same city and round is here */
  char *forwarded;   /* id of what was made for the central body about it, NULL: not yet */
} YsDossierInfo;
void ys_dossier_info_free (YsDossierInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDossierInfo, ys_dossier_info_free)
/* Received dossiers, newest first; of YsDossierInfo. Told anew by "changed" with YS_CHANGE_PACKAGES. Full.
 * Memory. */
GPtrArray *ys_workspace_dup_dossiers (YsWorkspace *self);

/* A received dossier, loaded: immutable, thread safe, reference counted. */
typedef struct _YsDossier YsDossier;
/* Reads and scores the dossier @id from what is kept. NOT_FOUND, or the faults of what no longer makes sense.
 * Full. Disk, long. */
YsDossier *ys_workspace_load_dossier (YsWorkspace *self, const char *id, GError **error);
YsDossier *ys_dossier_ref (YsDossier *self);
void ys_dossier_unref (YsDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDossier, ys_dossier_unref)

/* Owned by @self, like all that follows unless it says full. */
const YsDossierInfo *ys_dossier_get_info (YsDossier *self);
/* The city's standard, its catalogue through it; it need not be this workspace's. */
YsStandard *ys_dossier_get_standard (YsDossier *self);
/* All counties with their three figures, reasons, occurrences: the decided ones are the city's. Its facts
 * hold the submissions, the ledger and the review. */
YsSheet *ys_dossier_get_sheet (YsDossier *self);
YsAssessment *ys_dossier_get_assessment (YsDossier *self);
/* The counties of the dossier by rank; of YsDossierUnitInfo. */
const GPtrArray *ys_dossier_get_units (YsDossier *self);
/* What county @unit wrote under task @task, or NULL. */
const YsItem *ys_dossier_get_item (YsDossier *self, const char *unit, guint task);
/* The city's decision on a point with its reason, NULL where the assessors' scores stand. */
const YsDecision *ys_dossier_get_decision (YsDossier *self, const char *unit, const char *point);
/* Assessors' scores of a point with their reasons; of YsReviewScore, not owned. Full. */
GPtrArray *ys_dossier_dup_scores (YsDossier *self, const char *unit, const char *point);
/* Citations of the task (@point NULL: all of it), the county's then the city's; of YsCitation, not owned. The
 * PDF is opened by its digest with ys_workspace_open_evidence(), pages are those of the file. Full. */
GPtrArray *ys_dossier_dup_citations (YsDossier *self, const char *unit, guint task, const char *point);
/* Occurrences, and records, of the county; of YsOccurrence, of YsRecord, not owned. Full. */
GPtrArray *ys_dossier_dup_occurrences (YsDossier *self, const char *unit);
GPtrArray *ys_dossier_dup_records (YsDossier *self, const char *unit);
/* Title of a PDF that is cited in it, NULL where none is known. */
const char *ys_dossier_get_evidence_title (YsDossier *self, const char *digest);
/* A scoring point's, a task's score in a figure of a county; FALSE where there is none. */
gboolean ys_dossier_get_point_score (YsDossier *self, const char *unit, const char *point,
                                     YsScoreFigure figure, YsPoints *score);
gboolean ys_dossier_get_task_score (YsDossier *self, const char *unit, guint task, YsScoreFigure figure,
                                    YsPoints *score);

G_END_DECLS
