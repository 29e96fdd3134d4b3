/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence, its text by page, and citations of the current revision.
 * The files themselves lie in the vault; a row is written only after its file is safe. */
#include "ys-repository-private.h"
#include "ys-facts-parts.h"

void
ys_evidence_row_free (YsEvidenceRow *self)
{
  if (self == NULL)
    return;
  g_free (self->digest);
  g_free (self->title);
  g_free (self->number);
  g_free (self->original_name);
  g_free (self);
}

static gpointer
read_evidence (sqlite3_stmt *row)
{
  YsEvidenceRow *evidence = g_new0 (YsEvidenceRow, 1);

  evidence->digest = ys_column_dup_text (row, 0);
  evidence->title = ys_column_dup_text (row, 1);
  evidence->number = ys_column_dup_text (row, 2);
  evidence->original_name = ys_column_dup_text (row, 3);
  evidence->pages = (guint) sqlite3_column_int64 (row, 4);
  evidence->size = (guint64) sqlite3_column_int64 (row, 5);
  evidence->added_at = sqlite3_column_int64 (row, 6);
  evidence->flags = (guint) sqlite3_column_int64 (row, 7);
  evidence->attachments = (guint) sqlite3_column_int64 (row, 8);
  evidence->personal = (guint) sqlite3_column_int64 (row, 9);
  return evidence;
}

GPtrArray *
ys_evidence_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "evidence-list", ""),
                                read_evidence, (GDestroyNotify) ys_evidence_row_free, error);
}

gboolean
ys_evidence_add (YsConnection *connection, const YsEvidenceRow *row, GError **error)
{
  return ys_connection_run (connection, error, "evidence-add", "ssssiiiiii", row->digest, row->title, row->number,
                            row->original_name, (gint64) row->pages, (gint64) row->size, row->added_at,
                            (gint64) row->flags, (gint64) row->attachments, (gint64) row->personal);
}

gboolean
ys_evidence_retitle (YsConnection *connection, const char *digest, const char *title, const char *number,
                     GError **error)
{
  return ys_connection_run (connection, error, "evidence-retitle", "sss", digest, title, number);
}

gboolean
ys_evidence_delete (YsConnection *connection, const char *digest, GError **error)
{
  return ys_connection_run (connection, error, "page-text-delete", "s", digest)
         && ys_connection_run (connection, error, "evidence-delete", "s", digest);
}

gboolean
ys_page_text_set (YsConnection *connection, const char *digest, guint page, const char *text, GError **error)
{
  return ys_connection_run (connection, error, "page-text-set", "sis", digest, (gint64) page, text);
}

gboolean
ys_page_text_visit (YsConnection *connection, YsPageTextFunc visit, gpointer data, GError **error)
{
  sqlite3_stmt *row = ys_connection_query (connection, error, "page-text-list", "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  while (ys_connection_step (connection, row, &local))
    if (!visit ((const char *) sqlite3_column_text (row, 0), (guint) sqlite3_column_int64 (row, 1),
                (const char *) sqlite3_column_text (row, 2), data))
      {
        ys_connection_done (row);
        break;
      }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gpointer
read_citation (sqlite3_stmt *row)
{
  YsCitation *citation = ys_citation_new ();

  citation->id = ys_column_dup_text (row, 0);
  citation->evidence = ys_column_dup_text (row, 1);
  citation->task = (guint) sqlite3_column_int64 (row, 2);
  citation->point = ys_column_dup_text (row, 3);
  citation->occurrence = ys_column_dup_text (row, 4);
  citation->record = ys_column_dup_text (row, 5);
  citation->pages = ys_column_dup_text (row, 6);
  citation->labels = ys_column_dup_text (row, 7);
  citation->note = ys_column_dup_text (row, 8);
  return citation;
}

GPtrArray *
ys_citation_list (YsConnection *connection, guint revision, GError **error)
{
  return ys_repository_collect (connection,
                                ys_connection_query (connection, error, "citation-list", "i", (gint64) revision),
                                read_citation, (GDestroyNotify) ys_citation_free, error);
}

gboolean
ys_citation_set (YsConnection *connection, guint revision, const YsCitation *citation, GError **error)
{
  return ys_connection_run (connection, error, "citation-set", "sisissssss", citation->id, (gint64) revision,
                            citation->evidence, (gint64) citation->task, citation->point, citation->occurrence,
                            citation->record, citation->pages, citation->labels, citation->note);
}

gboolean
ys_citation_delete (YsConnection *connection, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "citation-delete", "s", id);
}
