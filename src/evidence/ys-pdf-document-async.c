/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The asynchronous forms of YsPdfDocument's operations: a job in the pool's threads, an answer in the main
 * loop. */
#include "ys-pdf-document-private.h"

#include "ys-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* What an operation needs to know; each uses its own part. */
typedef struct
{
  char *password;
  YsPdfView view;
  guint number; /* page or attachment */
} Input;

typedef gpointer (*Operation) (YsPdfDocument *self, const Input *input, GCancellable *cancellable,
                               GError **error);

typedef struct
{
  Input input;
  Operation operation;
  GDestroyNotify free_result;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;
  if (job->input.password)
    explicit_bzero (job->input.password, strlen (job->input.password));
  g_free (job->input.password);
  g_free (job);
}

static void
run (gpointer data)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gpointer result = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    ys_set_error (&error, YS_ERROR_CANCELLED, NULL, _ ("Reading the PDF was cancelled"));
  else
    result = job->operation (g_task_get_source_object (task), &job->input, cancellable, &error);
  if (result)
    g_task_return_pointer (task, result, job->free_result);
  else
    g_task_return_error (task, error);
}

static void
start (YsPdfDocument *self, const Input *input, Operation operation, GDestroyNotify free_result, int priority,
       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->input = *input;
  job->operation = operation;
  job->free_result = free_result;
  g_task_set_source_tag (task, operation);
  g_task_set_priority (task, priority);
  /* Our own error says that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);
  ys_pdf_pool_queue (run, task, priority);
}

static gpointer
finish (YsPdfDocument *self, GAsyncResult *result, Operation operation, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == operation, NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
open_document (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  return ys_pdf_document_open (self, input->password, cancellable, error) ? self : NULL;
}

void
ys_pdf_document_open_async (YsPdfDocument *self, const char *password, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  const Input input = { .password = g_strdup (password) };
  start (self, &input, open_document, NULL, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

gboolean
ys_pdf_document_open_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, open_document, error) != NULL;
}

static gpointer
inspect (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  return ys_pdf_document_inspect (self, cancellable, error);
}

void
ys_pdf_document_inspect_async (YsPdfDocument *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const Input input = { 0 };
  start (self, &input, inspect, (GDestroyNotify)ys_pdf_info_free, G_PRIORITY_LOW, cancellable, callback,
         user_data);
}

YsPdfInfo *
ys_pdf_document_inspect_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, inspect, error);
}

static gpointer
load_pages (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  return ys_pdf_document_load_pages (self, cancellable, error);
}

void
ys_pdf_document_load_pages_async (YsPdfDocument *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  const Input input = { 0 };
  start (self, &input, load_pages, (GDestroyNotify)g_ptr_array_unref, G_PRIORITY_DEFAULT, cancellable,
         callback, user_data);
}

GPtrArray *
ys_pdf_document_load_pages_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, load_pages, error);
}

static gpointer
render (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  return ys_pdf_document_render (self, &input->view, cancellable, error);
}

void
ys_pdf_document_render_async (YsPdfDocument *self, const YsPdfView *view, int priority,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  const Input input = { .view = *view };
  start (self, &input, render, (GDestroyNotify)ys_pdf_picture_free, priority, cancellable, callback,
         user_data);
}

YsPdfPicture *
ys_pdf_document_render_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, render, error);
}

static gpointer
load_text (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  return ys_pdf_document_load_text (self, input->number, cancellable, error);
}

void
ys_pdf_document_load_text_async (YsPdfDocument *self, guint page, int priority, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  const Input input = { .number = page };
  start (self, &input, load_text, (GDestroyNotify)ys_pdf_text_unref, priority, cancellable, callback,
         user_data);
}

YsPdfText *
ys_pdf_document_load_text_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, load_text, error);
}

static gpointer
list_attachments (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  return ys_pdf_document_list_attachments (self, cancellable, error);
}

void
ys_pdf_document_list_attachments_async (YsPdfDocument *self, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data)
{
  const Input input = { 0 };
  start (self, &input, list_attachments, (GDestroyNotify)g_ptr_array_unref, G_PRIORITY_DEFAULT, cancellable,
         callback, user_data);
}

GPtrArray *
ys_pdf_document_list_attachments_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, list_attachments, error);
}

static void
close_extracted (gpointer data)
{
  close (GPOINTER_TO_INT (data));
}

static gpointer
extract (YsPdfDocument *self, const Input *input, GCancellable *cancellable, GError **error)
{
  int fd = ys_pdf_document_extract (self, input->number, cancellable, error);
  /* Descriptor 0 never comes out of memfd_create here: standard input is open. */
  return fd > 0 ? GINT_TO_POINTER (fd) : NULL;
}

void
ys_pdf_document_extract_async (YsPdfDocument *self, guint attachment, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  const Input input = { .number = attachment };
  start (self, &input, extract, close_extracted, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

int
ys_pdf_document_extract_finish (YsPdfDocument *self, GAsyncResult *result, GError **error)
{
  gpointer fd = finish (self, result, extract, error);
  return fd ? GPOINTER_TO_INT (fd) : -1;
}
