/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From form to package: the check list, approval, submission, return; packages in and out. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

/* ---- check list 报送前检查 (gui.md) ---- */
typedef enum { YS_CHECK_MUST, YS_CHECK_SHOULD, YS_CHECK_HINT } YsCheckLevel;
typedef struct {
  YsCheckLevel level;
  char *nick;          /* kind of check, stable: "state-without-date" … */
  guint task;          /* 0: none */
  char *item;          /* negative item or NULL */
  char *key;           /* form key to jump to, or NULL */
  char *evidence;      /* digest or NULL */
  char *what, *why;    /* Chinese sentences: what is wrong, why it matters */
  char *action;        /* what one does there: 去补文号 */
} YsCheck;
void ys_check_free (YsCheck *self);
/* All checks, worst first, by task. Computed from memory and the sheet; @cancellable for a run in the background. */
GPtrArray *ys_workspace_dup_checks (YsWorkspace *self, GCancellable *cancellable);

/* ---- states ---- */
typedef enum { YS_STEP_REQUEST, YS_STEP_APPROVE, YS_STEP_TAKE_BACK, YS_STEP_SUBMIT } YsStep;
/* Whether the acting person may take @step now; where not, @why gets the reason (full, reader's language). Memory. */
gboolean ys_workspace_can_step (YsWorkspace *self, YsStep step, char **why);
/* draft → pending 待审核. Refused with CHECKS while something must be put right. Disk. */
gboolean ys_workspace_request_approval (YsWorkspace *self, GError **error);
/* pending → approved; from draft passes through pending by itself where one person holds both roles. Disk. */
gboolean ys_workspace_approve (YsWorkspace *self, GError **error);
gboolean ys_workspace_take_back (YsWorkspace *self, const char *reason, GError **error);
/* approved → submitted: mints the package and keeps it in the workspace. Disk, long. */
gboolean ys_workspace_submit (YsWorkspace *self, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                              GError **error);
typedef struct {
  guint revision;
  YsSubmissionState state;
  char *person, *reason; /* may be NULL */
  gint64 at;
} YsTransition;
void ys_transition_free (YsTransition *self);
GPtrArray *ys_workspace_dup_transitions (YsWorkspace *self); /* oldest first; full */
/* Reasons of the last return: of YsReturnReason; empty where there is none. Full. */
GPtrArray *ys_workspace_dup_return_reasons (YsWorkspace *self);
/* City: returns a received submission with reasons (of YsReturnReason); mints the return package. Disk. */
gboolean ys_workspace_return_submission (YsWorkspace *self, const char *unit, GPtrArray *reasons, GError **error);

/* ---- packages ---- */
typedef struct {
  char *id, *kind, *from, *to, *round, *digest, *name; /* name: file name of the package */
  gboolean incoming;
  guint number, revision;
  guint64 size;
  gint64 at;
  char *state;          /* Chinese: 已导出, 已送达, 已导入, 已退回 … */
  char *replaces;       /* id or NULL */
  char *reply;          /* id of the package that answers it, or NULL */
} YsPackageInfo;
void ys_package_info_free (YsPackageInfo *self);
YsPackageInfo *ys_package_info_copy (const YsPackageInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPackageInfo, ys_package_info_free)
GPtrArray *ys_workspace_dup_packages (YsWorkspace *self); /* newest first; full */
/* What submit would write: files and bytes, for the page before it. Memory. */
guint64 ys_workspace_estimate_package (YsWorkspace *self, guint *files);
/* Copies the minted package of @kind ("submission", "return", "plan", "receipt"…) for @to (NULL: the only one; newest)
 * to @output: a file, or a folder that gets the package's own name. Verified after writing. Never over an existing
 * one without @force. Returns the path written (full). Disk, long. */
char *ys_workspace_export (YsWorkspace *self, const char *kind, const char *to, const char *output, gboolean as_folder,
                           gboolean force, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                           GError **error);
/* The same for the package @id of the register, whichever way it went: byte for byte as it is kept. */
char *ys_workspace_export_package (YsWorkspace *self, const char *id, const char *output, gboolean as_folder,
                                   gboolean force, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                                   GError **error);

/* A receipt page: all that is known of a package before anything is imported. */
typedef enum { YS_COMPLETE_SOUND, YS_COMPLETE_DAMAGED } YsCompleteVerdict;
typedef enum { YS_ORIGIN_REGISTERED, YS_ORIGIN_UNREGISTERED, YS_ORIGIN_UNSIGNED, YS_ORIGIN_MISMATCH, YS_ORIGIN_UNCHECKED } YsOriginVerdict;
typedef enum { YS_ORDER_NEW, YS_ORDER_REPEAT, YS_ORDER_OLDER, YS_ORDER_GAP, YS_ORDER_UNCHECKED } YsOrderVerdict;
typedef struct {
  char *path, *name, *id, *kind, *from, *from_name, *to, *to_name, *round, *round_title, *digest; /* NULL where unknown */
  guint number, revision;
  guint replaces;                  /* revision of a submission that is here already and gives way; 0: none */
  gint64 replaces_at;              /* when that was imported */
  gint64 made_at;
  guint64 size;
  guint files, evidence;
  gboolean facts_reliable;         /* FALSE: 取自数据包，未必可靠 */
  YsCompleteVerdict complete;
  YsOriginVerdict origin;
  YsOrderVerdict order;
  char *complete_detail, *origin_detail, *order_detail; /* Chinese sentences */
  YsFaults *faults;                /* what is wrong, at which file */
  YsSheet *stated_sheet;           /* NULL; figures as the package states them are in the fields below */
  gboolean has_scores;
  YsPoints stated[6], recomputed[6]; /* part 1..3 at most, bonus, deduction, total of the computed figure */
  YsPoints possible[6], self[6];   /* 满分 (0: none) and 自评 beside them, of the recomputed sheet */
  char *score_names[6];            /* NULL beyond the last */
  char *standard;                  /* Chinese: title and version of the package's standard, NULL where unknown */
  gboolean standard_differs;       /* from this workspace's own */
  gboolean scores_equal;
  gboolean has_here;
  YsPoints here_total;             /* with this workspace's present facts (second line) */
  GPtrArray *changes;              /* char*: what importing would change, Chinese; empty where nothing */
  GPtrArray *differences;          /* char*: each field and citation that differs from what is replaced, Chinese */
  gboolean can_import;
  char *why_not;                   /* Chinese, where it can't */
  char *ask_sender;                /* Chinese paragraph to copy to the sender, where damaged */
} YsReceipt;
void ys_receipt_free (YsReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReceipt, ys_receipt_free)
/* Reads the package at @path (zip or folder) in the confined reader and judges it against this workspace; @self NULL:
 * against nothing (order unchecked). Never changes anything. NULL only if it can't be looked at at all. Disk, long. */
YsReceipt *ys_workspace_examine (YsWorkspace *self, const char *path, YsProgressFunc progress, gpointer data,
                                 GCancellable *cancellable, GError **error);
/* Imports it as one transaction; refused unless can_import. Disk, long. */
gboolean ys_workspace_import (YsWorkspace *self, const char *path, YsProgressFunc progress, gpointer data,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
