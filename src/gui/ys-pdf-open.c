/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job on a thread: the descriptor is the vault's, the document is asked for its pages before anyone sees it. */
#include "ys-pdf-open.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  char *digest, *password;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->digest);
  g_free (job->password);
  g_free (job);
}

void
ys_pdf_opened_free (YsPdfOpened *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->document);
  g_clear_pointer (&self->info, ys_pdf_info_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self);
}

static gpointer
open_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (YsPdfOpened) opened = g_new0 (YsPdfOpened, 1);
  g_autoptr (YsEvidenceInfo) evidence = ys_workspace_dup_evidence_info (workspace, job->digest);
  int fd = ys_workspace_open_evidence (workspace, job->digest, error);

  if (fd < 0)
    return NULL;
  opened->document = ys_pdf_document_new_for_fd (fd, evidence != NULL ? evidence->title : job->digest, error);
  close (fd);
  if (opened->document == NULL || !ys_pdf_document_open (opened->document, job->password, cancellable, error))
    return NULL;
  opened->info = ys_pdf_document_dup_info (opened->document);
  opened->pages = ys_pdf_document_load_pages (opened->document, cancellable, error);
  if (opened->pages == NULL)
    return NULL;
  return g_steal_pointer (&opened);
}

void
ys_pdf_open_async (YsWorkspace *workspace, const char *digest, const char *password, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->digest = g_strdup (digest);
  job->password = g_strdup (password);
  ys_workspace_run_async (workspace, open_job, job, job_free, (GDestroyNotify)ys_pdf_opened_free, cancellable,
                          callback, user_data);
}

/* ---- words ---- */

const char *
ys_pdf_page_get_label (GPtrArray *pages, guint page)
{
  const YsPdfPage *of = g_ptr_array_index (pages, page);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  return of->label != NULL && *of->label != '\0' && !g_str_equal (of->label, number) ? of->label : NULL;
}

char *
ys_pdf_page_dup_words (GPtrArray *pages, guint page)
{
  const char *label = ys_pdf_page_get_label (pages, page);

  if (label != NULL)
    return g_strdup_printf (_ ("Page %u (printed %s)"), page + 1, label);
  return g_strdup_printf (_ ("Page %u"), page + 1);
}

char *
ys_pdf_pages_dup_labels (GPtrArray *pages, guint first, guint last)
{
  const YsPdfPage *begin = g_ptr_array_index (pages, first), *end = g_ptr_array_index (pages, last);

  if (ys_pdf_page_get_label (pages, first) == NULL && ys_pdf_page_get_label (pages, last) == NULL)
    return NULL;
  return first == last ? g_strdup (begin->label) : g_strconcat (begin->label, "—", end->label, NULL);
}
