/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences for what is wrong with a PDF, from what the worker answered. */
#include "ys-pdf-pool.h"

#include "ys-error.h"

#include <glib/gi18n-lib.h>

static void
set_locked_error (gboolean unknown_lock, gboolean had_password, const char *name, GError **error)
{
  if (unknown_lock)
    ys_set_error (error, YS_ERROR_PDF_ENCRYPTION, name,
                  _ ("This PDF is encrypted in a way that only its maker's program knows"));
  else if (had_password)
    ys_set_error (error, YS_ERROR_PDF_PASSWORD, name, _ ("This is not the password of this PDF"));
  else
    ys_set_error (error, YS_ERROR_PDF_PASSWORD, name, _ ("This PDF opens with a password only"));
}

static void
set_too_large_error (const YsPdfRequest *request, const char *name, GError **error)
{
  if (request->operation == YS_PDF_OPERATION_EXTRACT)
    ys_set_error (error, YS_ERROR_TOO_LARGE, name, _ ("The file inside this PDF is larger than 512 MB"));
  else
    ys_set_error (error, YS_ERROR_TOO_LARGE, name, _ ("This PDF states more than %u pages"),
                  YS_PDF_MAX_PAGES);
}

static void
set_part_error (const YsPdfRequest *request, const char *name, GError **error)
{
  if (request->operation == YS_PDF_OPERATION_EXTRACT)
    ys_set_error (error, YS_ERROR_PDF_BROKEN, name, _ ("The file inside this PDF is damaged"));
  else
    ys_set_error (error, YS_ERROR_PDF_BROKEN, name, _ ("Page %u of this PDF is damaged and cannot be shown"),
                  request->page + 1);
}

void
ys_pdf_set_error_from_status (const YsPdfReply *reply, const YsPdfRequest *request, const char *name,
                              gboolean had_password, GError **error)
{
  switch ((YsPdfStatus)reply->answer.status)
    {
    case YS_PDF_STATUS_BROKEN:
      ys_set_error (error, YS_ERROR_PDF_BROKEN, name,
                    _ ("This PDF is damaged or incomplete: no page of it can be read"));
      return;
    case YS_PDF_STATUS_PAGE_BROKEN:
      set_part_error (request, name, error);
      return;
    case YS_PDF_STATUS_PASSWORD:
      set_locked_error (reply->answer.notes & YS_PDF_NOTE_UNKNOWN_LOCK, had_password, name, error);
      return;
    case YS_PDF_STATUS_TOO_LARGE:
      set_too_large_error (request, name, error);
      return;
    case YS_PDF_STATUS_MEMORY:
      ys_set_error (error, YS_ERROR_PDF_LIMIT, name, _ ("Reading this PDF needs too much memory"));
      return;
    case YS_PDF_STATUS_REQUEST:
      ys_set_error (error, YS_ERROR_NOT_FOUND, name, _ ("This PDF has no such page or file inside"));
      return;
    case YS_PDF_STATUS_OK:
    case YS_PDF_STATUS_UNCONFINED:
    default:
      ys_set_error (error, YS_ERROR_PDF_WORKER, name,
                    _ ("The reading process gave an answer that makes no sense and was ended"));
    }
}
