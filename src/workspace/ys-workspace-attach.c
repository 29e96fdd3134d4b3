/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attaching a PDF: told by content, read in the confined worker, stored by content, its text kept for search.
 * The row is written last, when the file is safe on disk; a crash before leaves an orphan that is swept later. */
#include "ys-pdf-document.h"
#include "ys-pdf-fold.h"
#include "ys-personal-data.h"
#include "ys-id.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  YsEvidenceRow *row;
  GPtrArray *pages; /* char*, folded, NULL where a page has no text */
} Attaching;

static void
attaching_clear (Attaching *attaching)
{
  ys_evidence_row_free (attaching->row);
  g_clear_pointer (&attaching->pages, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attaching, attaching_clear)

static gboolean
store_evidence (YsConnection *connection, gpointer data, GError **error)
{
  const Attaching *attaching = data;

  if (!ys_evidence_add (connection, attaching->row, error))
    return FALSE;
  for (guint i = 0; i < attaching->pages->len; i++)
    {
      const char *text = g_ptr_array_index (attaching->pages, i);
      if (text != NULL && !ys_page_text_set (connection, attaching->row->digest, i + 1, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Text of every page, for search: numbers of persons are masked before anything is kept (never indexed). */
static gboolean
read_pages (YsPdfDocument *document, guint n_pages, Attaching *attaching, GCancellable *cancellable, GError **error)
{
  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (YsPdfText) text = ys_pdf_document_load_text (document, page, cancellable, &local);

      if (g_cancellable_set_error_if_cancelled (cancellable, NULL))
        {
          ys_set_error (error, YS_ERROR_CANCELLED, NULL, _("Attaching was stopped"));
          return FALSE;
        }
      /* a page that can't be read has no text; it does not make the evidence worthless */
      if (text == NULL || !ys_pdf_text_is_usable (text))
        {
          g_ptr_array_add (attaching->pages, NULL);
          continue;
        }
      g_autofree char *reading = ys_pdf_text_dup_reading (text);
      g_autoptr (GPtrArray) finds = ys_personal_scan (reading);
      g_autofree char *masked = ys_personal_mask (reading);
      attaching->row->personal += finds->len;
      attaching->row->flags |= YS_EVIDENCE_HAS_TEXT;
      g_ptr_array_add (attaching->pages, ys_pdf_fold_text (masked));
    }
  return TRUE;
}

/* What the document is called when nobody says: its own title where that looks like one, else the file's name. */
static char *
choose_title (const char *given, const char *display_name)
{
  if (given != NULL && given[0] != '\0')
    return ys_text_clean_line (given, -1);
  if (g_str_has_suffix (display_name, ".pdf") || g_str_has_suffix (display_name, ".PDF"))
    return g_strndup (display_name, strlen (display_name) - 4);
  return g_strdup (display_name);
}

static gboolean
read_document (YsPdfDocument *document, const char *password, Attaching *attaching, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (YsPdfInfo) info = NULL;

  if (!ys_pdf_document_open (document, password, cancellable, error))
    return FALSE;
  info = ys_pdf_document_inspect (document, cancellable, error);
  if (info == NULL)
    return FALSE;
  attaching->row->pages = info->n_pages;
  attaching->row->attachments = info->n_attachments;
  if (info->flags & YS_PDF_NO_COPYING)
    attaching->row->flags |= YS_EVIDENCE_RESTRICTED;
  if (info->flags & (YS_PDF_JAVASCRIPT | YS_PDF_LAUNCH))
    attaching->row->flags |= YS_EVIDENCE_HAS_SCRIPTS;
  /* what its maker forbids to copy is not indexed; the file says so on screen (未编入检索) */
  if (attaching->row->flags & YS_EVIDENCE_RESTRICTED)
    return TRUE;
  return read_pages (document, info->n_pages, attaching, cancellable, error);
}

static char *
take_known (YsWorkspace *self, const char *digest, gboolean *already)
{
  g_autoptr (YsEvidenceInfo) known = ys_workspace_dup_evidence_info (self, digest);

  if (known == NULL)
    return NULL;
  if (already != NULL)
    *already = TRUE;
  return g_strdup (digest);
}

char *
ys_workspace_attach (YsWorkspace *self, const char *path, const char *title, const char *password, gboolean *already,
                     YsProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_auto (Attaching) attaching = { .row = g_new0 (YsEvidenceRow, 1),
                                   .pages = g_ptr_array_new_with_free_func (g_free) };
  g_auto (YsVaultStored) stored = { 0 };
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *display_name = ys_text_from_filename (base);
  g_autoptr (YsPdfDocument) document = NULL;
  g_autofree char *why = NULL;
  char *known;

  if (already != NULL)
    *already = FALSE;
  if (self->office == YS_OFFICE_COUNTY && !ys_workspace_can_edit (self, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, display_name, "%s", why);
      return NULL;
    }
  document = ys_pdf_document_new_for_path (path, error);
  if (document == NULL || !read_document (document, password, &attaching, cancellable, error)
      || !ys_vault_store_path (self->vault, path, progress, data, cancellable, &stored, error))
    return NULL;
  known = take_known (self, stored.digest, already);
  if (known != NULL)
    return known;
  attaching.row->digest = g_strdup (stored.digest);
  attaching.row->size = stored.size;
  attaching.row->original_name = g_strdup (display_name);
  attaching.row->title = choose_title (title, display_name);
  attaching.row->added_at = ys_clock_now ();
  YsAction action = { .role_needed = self->office == YS_OFFICE_COUNTY ? YS_ROLE_CLERK : 0,
                      .what = YS_CHANGE_EVIDENCE,
                      .edits_form = self->office == YS_OFFICE_COUNTY,
                      .record = { .action = "附加佐证材料", .subject = attaching.row->title,
                                  .after = stored.digest } };
  if (!ys_workspace_act (self, &action, store_evidence, &attaching, error))
    return NULL;
  return g_steal_pointer (&stored.digest);
}

gboolean
ys_evidence_check_file (const char *path, const char *password, char **description, GError **error)
{
  g_autoptr (YsPdfDocument) document = ys_pdf_document_new_for_path (path, error);
  g_autoptr (YsPdfInfo) info = NULL;
  g_auto (GStrv) remarks = NULL;
  g_autofree char *joined = NULL;

  if (document == NULL || !ys_pdf_document_open (document, password, NULL, error)
      || (info = ys_pdf_document_inspect (document, NULL, error)) == NULL)
    return FALSE;
  remarks = ys_pdf_info_dup_remarks (info);
  joined = g_strjoinv (" ", remarks);
  if (description != NULL)
    *description = g_strdup_printf (_("%u pages. %s"), info->n_pages, joined);
  return TRUE;
}
