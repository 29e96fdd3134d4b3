/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 上报材料: the city hands its dossier in to the province, a province forwards one to the central body.
 * Handing in makes the naming package once; writing it out makes a folder with all packages, as often as one
 * likes. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* ---- is it complete? (city) ---- */
/* One county of the round. */
typedef struct
{
  char *unit, *name;
  YsSubmissionState state; /* draft: nothing came in */
  guint revision, rank;    /* 0: none */
  gboolean has_total;      /* scored at all */
  YsPoints total;          /* decided where it is scored, else computed */
  char *grade, *unranked;  /* names; why it has no place; NULL where there is none */
  char *package, *digest;  /* file name of what it handed in, its digest; NULL where nothing came in */
  guint64 size;
  char *missing; /* what keeps it out of the dossier, in the reader's language; NULL: it is ready */
} YsDossierLine;
typedef struct
{
  GPtrArray *lines;   /* YsDossierLine, in the order of the round */
  GPtrArray *missing; /* char*: all that is missing, in the reader's language; empty: it can be handed in */
  guint ready;        /* counties that are */
  guint64 size;       /* bytes of all packages, the city's own one among them */
  char *handed_in;    /* id of the newest dossier made here, NULL: none yet */
  gboolean changed;   /* it would say something else now */
} YsDossierCheck;
void ys_dossier_check_free (YsDossierCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDossierCheck, ys_dossier_check_free)
/* Scores, looks for every package, and tells what is missing: counties not received, not settled, without a
 * place, whose total is no longer what was settled; packages that are gone; an own package above 4 GiB. NULL
 * with ROLE where this is no city. Full. Disk, long. */
YsDossierCheck *ys_workspace_check_dossier (YsWorkspace *self, GError **error);

/* ---- handing in ---- */
/* Whether the acting person may hand a dossier in; where not, @why (nullable, full) gets the reason in the
 * reader's language. What is missing is the check's to tell. Memory. */
gboolean ys_workspace_can_hand_in_dossier (YsWorkspace *self, char **why);
/* City, lead: makes the naming package (dossier.xml with the ranking and every county's package by digest and
 * file name; review, occurrences, sheet, plan, the city's own PDFs) for the province, unless the newest one
 * says the same: then nothing is made. Refused with DOSSIER_INCOMPLETE and all that is missing, TOO_LARGE
 * above 4 GiB. Returns the id of the package in the register (full). Disk, long. */
char *ys_workspace_hand_in_dossier (YsWorkspace *self, YsProgressFunc progress, gpointer data,
                                    GCancellable *cancellable, GError **error);
/* Province: makes the naming package for the central body about the received dossier @id (YsDossierInfo);
 * what it names are the city's package and all beside it, byte for byte, opinions that were joined to it
 * since among them. As above, the same is not said twice. STATE until the province has drawn its conclusion
 * (ys-workspace-opinion.h), NOT_FOUND, ROLE. Full. Disk, long. */
char *ys_workspace_forward_dossier (YsWorkspace *self, const char *id, YsProgressFunc progress, gpointer data,
                                    GCancellable *cancellable, GError **error);

/**
 * ys_workspace_export_dossier: writes the dossier of the naming package @id (NULL: the newest that was made
 * here) as a folder of its own name into the folder @output.
 *
 * Each package is copied byte for byte as it is kept, read back and verified. Interrupted or cancelled, what
 * is whole stays, and the same call completes it; no half file ever has its final name. @force replaces files
 * that differ. Errors: NOT_FOUND, EXISTS, DOSSIER_STRANGE, NO_SPACE, CANCELLED, and what the kept packages
 * may have suffered. Returns: (transfer full): the folder written. Disk, long.
 */
char *ys_workspace_export_dossier (YsWorkspace *self, const char *id, const char *output, gboolean force,
                                   YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
