/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence: attaching PDFs, citing pages, what is cited where. */
#pragma once

#include "ys-workspace.h"

G_BEGIN_DECLS

typedef struct {
  char *digest, *title, *number;   /* number: document number, may be NULL */
  char *original_name;
  guint pages;
  guint64 size;
  gint64 added_at;
  gboolean present;                /* its file is in the vault */
  gboolean has_text;               /* FALSE: 无可检索文字 */
  gboolean restricted;             /* copying forbidden: 未编入检索 */
  guint attachments;               /* embedded files: 文件包 */
  gboolean has_scripts;            /* flagged, never run */
  guint personal;                  /* places that look like ID or phone numbers */
  guint citations;                 /* how often cited in the current revision */
} YsEvidenceInfo;
void ys_evidence_info_free (YsEvidenceInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsEvidenceInfo, ys_evidence_info_free)

/* All evidence, newest first; of YsEvidenceInfo. Full. */
GPtrArray *ys_workspace_dup_evidence (YsWorkspace *self);
YsEvidenceInfo *ys_workspace_dup_evidence_info (YsWorkspace *self, const char *digest); /* NULL if unknown */
/* Opens the stored PDF read-only for the PDF client; -1 with @error where missing. Disk. */
int ys_workspace_open_evidence (YsWorkspace *self, const char *digest, GError **error);

/* Attaches the PDF at @path (bytes of the file system): told by content, opened in the confined worker, stored once,
 * text read for search. @password nullable, kept nowhere. @already (nullable): it was there before.
 * Returns the digest (full). Disk, worker. */
char *ys_workspace_attach (YsWorkspace *self, const char *path, const char *title, const char *password,
                           gboolean *already, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                           GError **error);
/* Same checks without a workspace (`evidence check`). @description (full): pages, restrictions… Worker. */
gboolean ys_evidence_check_file (const char *path, const char *password, char **description, GError **error);
gboolean ys_workspace_set_evidence_title (YsWorkspace *self, const char *digest, const char *title, const char *number,
                                          GError **error);
/* Takes an uncited evidence out of the list (its file goes 30 days later). Disk. */
gboolean ys_workspace_remove_evidence (YsWorkspace *self, const char *digest, GError **error);

/* Exactly one target: a task (with point NULL), a scoring point, an occurrence or a record. */
typedef struct {
  guint task;
  const char *point, *occurrence, *record;
} YsCitationTarget;
/* Cites @pages ("3-5 7", index in the file; NULL = the whole). Returns the citation's id (full). Disk. */
char *ys_workspace_cite (YsWorkspace *self, const char *digest, const YsCitationTarget *target, const char *pages,
                         const char *labels, const char *note, GError **error);
gboolean ys_workspace_change_citation (YsWorkspace *self, const char *id, const char *pages, const char *labels,
                                       const char *note, GError **error);
gboolean ys_workspace_uncite (YsWorkspace *self, const char *id, GError **error);
/* Of YsCitation, current revision; @task 0 = all. Full. */
GPtrArray *ys_workspace_dup_citations (YsWorkspace *self, guint task, const char *digest);

/* One hit of text search. */
typedef struct { char *digest; guint page; char *snippet; } YsTextHit;
void ys_text_hit_free (YsTextHit *self);
/* Searches all evidence text (folded); at most @limit hits; @unsearchable (nullable, full): digests without text. Disk. */
GPtrArray *ys_workspace_search_text (YsWorkspace *self, const char *query, guint limit, GPtrArray **unsearchable,
                                     GCancellable *cancellable, GError **error);

G_END_DECLS
