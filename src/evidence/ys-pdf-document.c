/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document object: what is asked of the worker, one function for each operation, all of them blocking;
 * the asynchronous forms in ys-pdf-document-async.c call these in a thread. */
#include "ys-pdf-document.h"
#include "ys-pdf-document-private.h"

#include "ys-error.h"
#include "ys-file-kind.h"
#include "ys-id.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (YsPdfDocument, ys_pdf_document, G_TYPE_OBJECT)

static void
free_password (char *password)
{
  if (password)
    explicit_bzero (password, strlen (password));
  g_free (password);
}

static void
ys_pdf_document_dispose (GObject *object)
{
  ys_pdf_pool_leave (object);
  G_OBJECT_CLASS (ys_pdf_document_parent_class)->dispose (object);
}

static void
ys_pdf_document_finalize (GObject *object)
{
  YsPdfDocument *self = YS_PDF_DOCUMENT (object);

  if (self->fd >= 0)
    close (self->fd);
  free_password (self->password);
  g_clear_pointer (&self->info, ys_pdf_info_free);
  g_mutex_clear (&self->mutex);
  g_free (self->name);
  G_OBJECT_CLASS (ys_pdf_document_parent_class)->finalize (object);
}

static void
ys_pdf_document_class_init (YsPdfDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->dispose = ys_pdf_document_dispose;
  object_class->finalize = ys_pdf_document_finalize;
}

static void
ys_pdf_document_init (YsPdfDocument *self)
{
  self->fd = -1;
  g_mutex_init (&self->mutex);
}

/* ---- making one ---- */

static gboolean
check_fd (int fd, const char *name, GError **error)
{
  struct stat status;
  int flags = fcntl (fd, F_GETFL);

  if (flags < 0 || fstat (fd, &status) != 0)
    {
      ys_set_error_from_errno (error, errno, name, _ ("Opening the PDF"));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode) || (flags & O_ACCMODE) != O_RDONLY)
    {
      ys_set_error (error, YS_ERROR_NOT_PDF, name, _ ("This is no ordinary file"));
      return FALSE;
    }
  return ys_file_kind_require_pdf (fd, name, error);
}

YsPdfDocument *
ys_pdf_document_new_for_fd (int fd, const char *name, GError **error)
{
  g_autoptr (YsPdfDocument) self = g_object_new (YS_TYPE_PDF_DOCUMENT, NULL);

  self->name = ys_text_from_filename (name);
  if (!check_fd (fd, self->name, error))
    return NULL;
  self->fd = fcntl (fd, F_DUPFD_CLOEXEC, 3);
  if (self->fd < 0)
    {
      ys_set_error_from_errno (error, errno, self->name, _ ("Opening the PDF"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

YsPdfDocument *
ys_pdf_document_new_for_path (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* NONBLOCK: a FIFO of that name must not hang us; it has no meaning for files. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  YsPdfDocument *self;

  if (fd < 0)
    {
      g_autofree char *shown = ys_text_from_filename (path);
      ys_set_error_from_errno (error, errno, shown, _ ("Opening the PDF"));
      return NULL;
    }
  self = ys_pdf_document_new_for_fd (fd, name, error);
  close (fd);
  return self;
}

/* ---- asking ---- */

gboolean
ys_pdf_document_call (YsPdfDocument *self, YsPdfRequest *request, YsPdfReply *reply,
                      GCancellable *cancellable, GError **error)
{
  YsPdfTenant tenant = { .document = self, .fd = self->fd, .name = self->name };
  char *password;
  gboolean answered;

  g_mutex_lock (&self->mutex);
  password = g_strdup (self->password);
  g_mutex_unlock (&self->mutex);
  tenant.password = password;
  answered = ys_pdf_pool_call (&tenant, request, reply, cancellable, error);
  free_password (password);
  return answered;
}

gpointer
ys_pdf_document_refuse_answer (YsPdfDocument *self, GError **error)
{
  ys_set_error (error, YS_ERROR_PDF_WORKER, self->name,
                _ ("The reading process gave an answer that makes no sense and was ended"));
  ys_pdf_pool_leave (self);
  return NULL;
}

gboolean
ys_pdf_document_open (YsPdfDocument *self, const char *password, GCancellable *cancellable, GError **error)
{
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_OPEN };
  g_auto (YsPdfReply) reply = { 0 };
  g_autofree char *title = NULL;
  YsPdfInfo info = { 0 };

  if (password && strlen (password) >= YS_PDF_MAX_PASSWORD)
    {
      ys_set_error (error, YS_ERROR_PDF_PASSWORD, self->name, _ ("This is not the password of this PDF"));
      return FALSE;
    }
  g_mutex_lock (&self->mutex);
  free_password (self->password);
  self->password = g_strdup (password && password[0] ? password : NULL);
  g_mutex_unlock (&self->mutex);
  if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
    return FALSE;
  if (reply.answer.n_pages < 1 || reply.answer.n_pages > YS_PDF_MAX_PAGES
      || reply.answer.n_attachments > YS_PDF_MAX_ATTACHMENTS)
    return ys_pdf_document_refuse_answer (self, error) != NULL;
  title = ys_text_clean_line (reply.answer.title, -1);
  info.title = title[0] ? title : NULL;
  info.n_pages = reply.answer.n_pages;
  info.n_attachments = reply.answer.n_attachments;
  info.flags = reply.answer.flags & YS_PDF_ALL_FOUND;
  if (password && password[0])
    info.flags |= YS_PDF_PASSWORD_USED | YS_PDF_ENCRYPTED;
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->info, ys_pdf_info_free);
  self->info = ys_pdf_info_copy (&info);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

YsPdfInfo *
ys_pdf_document_dup_info (YsPdfDocument *self)
{
  YsPdfInfo *info;

  g_mutex_lock (&self->mutex);
  info = self->info ? ys_pdf_info_copy (self->info) : NULL;
  g_mutex_unlock (&self->mutex);
  return info;
}

/* The info of an opened document, else an error. */
static YsPdfInfo *
require_info (YsPdfDocument *self, GError **error)
{
  YsPdfInfo *info = ys_pdf_document_dup_info (self);
  if (info == NULL)
    ys_set_error (error, YS_ERROR_STATE, self->name, _ ("The PDF has not been opened"));
  return info;
}

YsPdfInfo *
ys_pdf_document_inspect (YsPdfDocument *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPdfInfo) info = require_info (self, error);
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_INSPECT };

  if (info == NULL)
    return NULL;
  info->n_bad_pages = 0;
  do
    {
      g_auto (YsPdfReply) reply = { 0 };
      guint32 next;
      if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
        return NULL;
      next = reply.answer.next_page;
      if (next != 0 && (next <= request.page || next >= info->n_pages))
        return ys_pdf_document_refuse_answer (self, error);
      info->flags |= reply.answer.flags & YS_PDF_ALL_FOUND;
      info->n_bad_pages += MIN (reply.answer.n_bad_pages, info->n_pages);
      request.page = next;
    }
  while (request.page != 0);
  info->inspected = TRUE;
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->info, ys_pdf_info_free);
  self->info = ys_pdf_info_copy (info);
  g_mutex_unlock (&self->mutex);
  return g_steal_pointer (&info);
}

static void
free_page (gpointer data)
{
  YsPdfPage *page = data;
  g_free (page->label);
  g_free (page);
}

static YsPdfPage *
page_from_record (const YsPdfPageRecord *record, guint index)
{
  YsPdfPage *page = g_new0 (YsPdfPage, 1);
  g_autofree char *label = g_strndup (record->label, sizeof record->label);

  if (isfinite (record->width) && isfinite (record->height) && record->width > 0 && record->height > 0)
    {
      page->width = record->width;
      page->height = record->height;
    }
  page->label = ys_text_clean_line (label, -1);
  if (page->label[0] == '\0')
    {
      g_free (page->label);
      page->label = g_strdup_printf ("%u", index + 1);
    }
  return page;
}

GPtrArray *
ys_pdf_document_load_pages (YsPdfDocument *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPdfInfo) info = require_info (self, error);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (free_page);
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_PAGES };

  if (info == NULL)
    return NULL;
  while (pages->len < info->n_pages)
    {
      g_auto (YsPdfReply) reply = { 0 };
      const YsPdfPageRecord *records;
      request.page = pages->len;
      if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
        return NULL;
      if (reply.answer.n_pages < 1 || reply.answer.n_pages > info->n_pages - pages->len
          || reply.answer.length != reply.answer.n_pages * sizeof *records)
        return ys_pdf_document_refuse_answer (self, error);
      records = g_bytes_get_data (reply.data, NULL);
      for (guint i = 0; i < reply.answer.n_pages; i++)
        g_ptr_array_add (pages, page_from_record (&records[i], pages->len));
    }
  return g_steal_pointer (&pages);
}

void
ys_pdf_view_init_page (YsPdfView *view, guint page, float width, float height, double scale, guint rotation)
{
  const gboolean sideways = rotation == 90 || rotation == 270;
  const double across = sideways ? height : width, down = sideways ? width : height;
  double largest = across > 0 && down > 0 ? sqrt (YS_PDF_MAX_PIXELS / (across * down)) : 1;

  /* Room for rounding up both sides; cairo's own limit on a side. */
  largest = MIN (largest * 0.999, (YS_PDF_MAX_SIDE - 1) / MAX (MAX (across, down), 1));
  *view = (YsPdfView){ .page = page, .rotation = rotation, .scale = CLAMP (scale, 1e-6, largest) };
  view->width = (guint)MAX (1, ceil (across * view->scale));
  view->height = (guint)MAX (1, ceil (down * view->scale));
}

YsPdfPicture *
ys_pdf_document_render (YsPdfDocument *self, const YsPdfView *view, GCancellable *cancellable, GError **error)
{
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_RENDER,
                           .page = view->page,
                           .x = view->x,
                           .y = view->y,
                           .width = view->width,
                           .height = view->height,
                           .rotation = view->rotation,
                           .scale = view->scale };
  g_auto (YsPdfReply) reply = { 0 };
  YsPdfPicture *picture;

  if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
    return NULL;
  if (reply.answer.stride < (guint64)view->width * 4 || reply.answer.stride % 4 != 0
      || reply.answer.length != (guint64)reply.answer.stride * view->height || reply.data == NULL)
    return ys_pdf_document_refuse_answer (self, error);
  picture = g_new0 (YsPdfPicture, 1);
  picture->width = view->width;
  picture->height = view->height;
  picture->stride = reply.answer.stride;
  picture->pixels = g_steal_pointer (&reply.data);
  picture->fonts_missing = (reply.answer.notes & (YS_PDF_NOTE_FONTS_MISSING | YS_PDF_NOTE_MAPS_MISSING)) != 0;
  picture->maps_missing = (reply.answer.notes & YS_PDF_NOTE_MAPS_MISSING) != 0;
  return picture;
}

static gboolean
is_sound_frame (const YsPdfFrameRecord *frame)
{
  return isfinite (frame->x1) && isfinite (frame->y1) && isfinite (frame->x2) && isfinite (frame->y2);
}

YsPdfText *
ys_pdf_document_load_text (YsPdfDocument *self, guint page, GCancellable *cancellable, GError **error)
{
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_TEXT, .page = page };
  g_auto (YsPdfReply) reply = { 0 };
  g_autofree char *text = NULL;
  g_autofree YsPdfFrame *frames = NULL;
  const YsPdfFrameRecord *records;
  const guint8 *data;
  gsize length = 0, frames_length;
  YsPdfFrame box;

  if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
    return NULL;
  data = reply.data ? g_bytes_get_data (reply.data, &length) : NULL;
  frames_length = (gsize)reply.answer.n_characters * sizeof *records;
  if (reply.answer.n_characters > YS_PDF_MAX_CHARACTERS || frames_length > length)
    return ys_pdf_document_refuse_answer (self, error);
  text = g_strndup (data ? (const char *)data + frames_length : "", length - frames_length);
  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) != (glong)reply.answer.n_characters)
    return ys_pdf_document_refuse_answer (self, error);
  records = (const YsPdfFrameRecord *)data;
  frames = g_new0 (YsPdfFrame, reply.answer.n_characters);
  for (guint i = 0; records && i < reply.answer.n_characters; i++)
    {
      if (is_sound_frame (&records[i]))
        frames[i] = (YsPdfFrame){ records[i].x1, records[i].y1, records[i].x2, records[i].y2 };
    }
  box = (YsPdfFrame){ reply.answer.box[0], reply.answer.box[1], reply.answer.box[2], reply.answer.box[3] };
  if (!isfinite (box.x1) || !isfinite (box.y1) || !isfinite (box.x2) || !isfinite (box.y2))
    box = (YsPdfFrame){ 0 };
  return ys_pdf_text_new (page, text, frames, &box);
}

/* ---- the worker as such ---- */

gboolean
ys_pdf_probe (YsConfineReport *report, GError **error)
{
  int fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  g_autoptr (YsPdfWorker) worker = NULL;

  if (fd < 0)
    {
      ys_set_error_from_errno (error, errno, "/dev/null", _ ("Starting the process that reads PDFs"));
      return FALSE;
    }
  worker = ys_pdf_worker_new (fd, "yanshou-pdf", NULL, error);
  close (fd);
  if (worker == NULL)
    return FALSE;
  *report = ys_pdf_worker_get_confinement (worker);
  return TRUE;
}

const char *
ys_pdf_get_worker_path (void)
{
  return ys_pdf_worker_get_path ();
}

void
ys_pdf_shut_down (void)
{
  ys_pdf_pool_shut_down ();
}
