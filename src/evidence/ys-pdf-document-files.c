/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files inside a PDF: their list, and their content as files in memory. */
#include "ys-pdf-document-private.h"

#include "ys-error.h"
#include "ys-id.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

GPtrArray *
ys_pdf_document_list_attachments (YsPdfDocument *self, GCancellable *cancellable, GError **error)
{
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_ATTACHMENTS };
  g_auto (YsPdfReply) reply = { 0 };
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_pdf_attachment_free);
  const YsPdfAttachmentRecord *records;

  if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
    return NULL;
  if (reply.answer.n_attachments > YS_PDF_MAX_ATTACHMENTS
      || reply.answer.length != reply.answer.n_attachments * sizeof *records)
    return ys_pdf_document_refuse_answer (self, error);
  records = reply.data ? g_bytes_get_data (reply.data, NULL) : NULL;
  for (guint i = 0; records && i < reply.answer.n_attachments; i++)
    {
      YsPdfAttachment *attachment = g_new0 (YsPdfAttachment, 1);
      g_autofree char *name = g_strndup (records[i].name, sizeof records[i].name);
      attachment->name = ys_text_clean_line (name, -1);
      attachment->size = records[i].size;
      g_ptr_array_add (attachments, attachment);
    }
  return g_steal_pointer (&attachments);
}

static gboolean
append_to_file (YsPdfDocument *self, int fd, GBytes *bytes, GError **error)
{
  gsize length, done = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (done < length)
    {
      gssize written = write (fd, data + done, length - done);
      if (written < 0 && errno != EINTR)
        {
          ys_set_error_from_errno (error, errno, self->name, _ ("Taking a file out of the PDF"));
          return FALSE;
        }
      done += written > 0 ? (gsize)written : 0;
    }
  return TRUE;
}

/* A window is full or the last one, and the size stays what it was: else a hostile worker could go on for
 * ever. */
static gboolean
is_sound_window (const YsPdfAnswer *answer, guint64 offset, guint64 total)
{
  return answer->total <= YS_PDF_MAX_ATTACHMENT_SIZE && (offset == 0 || answer->total == total)
         && answer->length == MIN (answer->total - offset, YS_PDF_BUFFER_SIZE);
}

static gboolean
extract_into (YsPdfDocument *self, guint attachment, int fd, GCancellable *cancellable, GError **error)
{
  YsPdfRequest request = { .operation = YS_PDF_OPERATION_EXTRACT, .page = attachment };
  guint64 total = 0;

  do
    {
      g_auto (YsPdfReply) reply = { 0 };
      if (!ys_pdf_document_call (self, &request, &reply, cancellable, error))
        return FALSE;
      if (!is_sound_window (&reply.answer, request.offset, total))
        return ys_pdf_document_refuse_answer (self, error) != NULL;
      if (reply.data && !append_to_file (self, fd, reply.data, error))
        return FALSE;
      total = reply.answer.total;
      request.offset += reply.answer.length;
    }
  while (request.offset < total);
  return TRUE;
}

int
ys_pdf_document_extract (YsPdfDocument *self, guint attachment, GCancellable *cancellable, GError **error)
{
  int fd = memfd_create ("yanshou-attachment", MFD_CLOEXEC);
  g_autofree char *again = g_strdup_printf ("/proc/self/fd/%d", fd);
  int readable = -1;

  if (fd >= 0 && !extract_into (self, attachment, fd, cancellable, error))
    {
      close (fd);
      return -1;
    }
  /* Handed out for reading only, from its start, as a file that was opened would be. */
  if (fd >= 0)
    readable = open (again, O_RDONLY | O_CLOEXEC);
  if (readable < 0)
    ys_set_error_from_errno (error, errno, self->name, _ ("Taking a file out of the PDF"));
  if (fd >= 0)
    close (fd);
  return readable;
}
