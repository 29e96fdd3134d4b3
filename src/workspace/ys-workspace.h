/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open workspace folder: who works in it, what it holds, and the signals that tell of changes.
 * All functions of src/workspace are synchronous and thread safe unless they end in _async; those that touch the
 * disk say so and must not be called on the main loop: use ys_workspace_run_async(). */
#pragma once

#include <gio/gio.h>
#include "ys-sheet.h"

G_BEGIN_DECLS

#define YS_TYPE_WORKSPACE (ys_workspace_get_type ())
G_DECLARE_FINAL_TYPE (YsWorkspace, ys_workspace, YS, WORKSPACE, GObject)
/* Signals, all emitted on the main context:
 *  "changed" (guint what: YsChange flags)   after each committed change, and after an undo
 *  "sheet-changed" ()                       a new sheet is there: ys_workspace_dup_sheet()
 *  "save-state" ()                          see ys_workspace_get_save_state() */

typedef enum {
  YS_CHANGE_FORM = 1 << 0, YS_CHANGE_EVIDENCE = 1 << 1, YS_CHANGE_NEGATIVE = 1 << 2, YS_CHANGE_PEOPLE = 1 << 3,
  YS_CHANGE_STATE = 1 << 4, YS_CHANGE_PACKAGES = 1 << 5, YS_CHANGE_REVIEW = 1 << 6, YS_CHANGE_OPINIONS = 1 << 7,
  YS_CHANGE_ALL = 0xffff
} YsChange;

typedef enum { YS_ROLE_CLERK = 1 << 0, YS_ROLE_APPROVER = 1 << 1, YS_ROLE_ASSESSOR = 1 << 2, YS_ROLE_LEAD = 1 << 3,
               YS_ROLE_REVIEWER = 1 << 4 } YsRole;
const char *ys_role_nick (YsRole role);          /* "clerk", "approver", "assessor", "lead", "reviewer" */
gboolean ys_role_from_nick (const char *nick, YsRole *role);
const char *ys_role_label (YsRole role);         /* 填报人, 审核人, 评审员, 组长, 审核员 */
guint ys_roles_of_office (YsOfficeKind kind);    /* all roles that an office knows */

/* What `init` and the first-start assistant ask. Files NULL = the shipped ones. */
typedef struct {
  YsOfficeKind office;
  const char *unit;
  const char *catalogue_file, *standard_file, *assessment_file;
  const char *plan_package; /* a county: the city's plan package in place of the three files; @unit may then be NULL */
  const char *unit_name;    /* province, central: what it is called where the round does not name it; NULL: as its kind */
  const char *person;       /* NULL: "填报人" of the unit… must be given in the window */
  guint roles;              /* of that person; 0 = all roles of the office */
  gboolean ballast;         /* make the 16 MiB ballast file (a person opens it), not for sample */
} YsWorkspaceSetup;

/* The round of @assessment_file (NULL: the shipped one), to choose a unit from before there is a workspace. Full. Disk. */
YsAssessment *ys_workspace_read_round (const char *assessment_file, GError **error);
/* The round that the city's plan package at @path brings, and the unit that it is for (full). NULL with the faults of
 * the package, or PACKAGE_KIND where it is no plan. Full. Disk. */
YsAssessment *ys_workspace_read_plan_package (const char *path, char **unit, GError **error);
/* Makes a workspace in @folder, which must not exist or be empty; nothing is left behind on failure. Disk. */
gboolean ys_workspace_create (const char *folder, const YsWorkspaceSetup *setup, GError **error);

typedef enum { YS_OPEN_READ_WRITE = 0, YS_OPEN_READ_ONLY = 1 << 0, YS_OPEN_BACKUP = 1 << 1 /* one backup copy first */
} YsOpenFlags;
/* Opens @folder: lock, checks, migration, drafts found become changes. Disk.
 * A newer store, or a place that can't be written, opens read-only where @flags has READ_ONLY, else is an error. */
YsWorkspace *ys_workspace_open (const char *folder, YsOpenFlags flags, GError **error);
/* Saves what is pending, closes the store, frees the lock. Also done on last unref. Disk. */
gboolean ys_workspace_close (YsWorkspace *self, GError **error);

const char *ys_workspace_get_folder (YsWorkspace *self);
YsOfficeKind ys_workspace_get_office (YsWorkspace *self);
const char *ys_workspace_get_unit (YsWorkspace *self);       /* code */
const char *ys_workspace_get_unit_name (YsWorkspace *self);
gboolean ys_workspace_is_read_only (YsWorkspace *self);
YsStandard *ys_workspace_get_standard (YsWorkspace *self);   /* unowned; its catalogue through it */
YsAssessment *ys_workspace_get_assessment (YsWorkspace *self);

/* ---- people; who acts ---- */
typedef struct { char *name; guint roles; } YsPerson;
GPtrArray *ys_workspace_dup_people (YsWorkspace *self); /* of YsPerson, by name order; full */
/* The acting person, NULL until chosen. */
char *ys_workspace_dup_person (YsWorkspace *self);
guint ys_workspace_get_person_roles (YsWorkspace *self);
gboolean ys_workspace_set_person (YsWorkspace *self, const char *name, GError **error);
/* As ys_workspace_set_person() for as long as the workspace is open: the next start finds who was there before. */
gboolean ys_workspace_act_as (YsWorkspace *self, const char *name, GError **error);
gboolean ys_workspace_add_person (YsWorkspace *self, const char *name, guint roles, GError **error);
gboolean ys_workspace_set_person_roles (YsWorkspace *self, const char *name, guint roles, GError **error);

/* ---- state of the own submission (county) ---- */
YsSubmissionState ys_workspace_get_state (YsWorkspace *self);
guint ys_workspace_get_revision (YsWorkspace *self);
/* Whether the form may be changed now; where not, @why (nullable, full) gets the reason in the reader's language. */
gboolean ys_workspace_can_edit (YsWorkspace *self, char **why);

/* ---- facts and sheet as they stand, drafts included ---- */
YsFacts *ys_workspace_dup_facts (YsWorkspace *self);
/* Keeps a sheet at hand from now on: made in the background after every change, told by "sheet-changed". */
void ys_workspace_keep_scored (YsWorkspace *self);
/* The newest of these, with reasons; a county's is of its own unit. NULL before the first scoring ended. */
YsSheet *ys_workspace_dup_sheet (YsWorkspace *self);
/* The county's own unit on @sheet, or NULL. */
YsSheetUnit *ys_workspace_get_own_unit (YsWorkspace *self, YsSheet *sheet);
/* Scores now, on this thread, with drafts. */
YsSheet *ys_workspace_score (YsWorkspace *self, YsScoreFigure figure, gboolean figure_given, GError **error);

typedef enum { YS_SAVE_SAVED, YS_SAVE_PENDING, YS_SAVE_FAILED } YsSaveState;
/* @at: when last saved; @message (nullable, full): why it failed and what to do. */
YsSaveState ys_workspace_get_save_state (YsWorkspace *self, gint64 *at, char **message);

/* ---- running things off the main loop ---- */
typedef gpointer (*YsWorkspaceFunc) (YsWorkspace *self, gpointer data, GCancellable *cancellable, GError **error);
/* Runs @func on a worker thread; @callback on this main context. @free_result for a result nobody took. */
void ys_workspace_run_async (YsWorkspace *self, YsWorkspaceFunc func, gpointer data, GDestroyNotify free_data,
                             GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gpointer ys_workspace_run_finish (YsWorkspace *self, GAsyncResult *result, GError **error);


/* How far long work is: @done of @total in @unit-less amounts (bytes mostly); called on the working thread. */
typedef void (*YsProgressFunc) (guint64 done, guint64 total, gpointer data);

G_END_DECLS
