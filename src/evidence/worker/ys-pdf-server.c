/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, page sizes, pictures and text in the PDF worker; the only code, with its sibling for inspecting,
 * that knows poppler. Whatever poppler hands back is bounded here before it goes into the buffer. */
#include "ys-pdf-server.h"

#include "ys-pdf-flags.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

/* Operations over many pages stop after this time and say where to go on: the client's limit is for one page.
 */
#define SLICE_MICROSECONDS (2 * G_USEC_PER_SEC)

void
ys_pdf_server_copy_text (char *field, gsize size, const char *text)
{
  const char *end;

  memset (field, 0, size);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  end = text + strlen (text);
  if ((gsize)(end - text) >= size)
    end = g_utf8_find_prev_char (text, text + size);
  memcpy (field, text, (gsize)(end - text));
}

/* Takes its own descriptor: poppler closes the one that it is given. */
static PopplerDocument *
open_plainly (GError **error)
{
  int fd = dup (YS_PDF_FD_DOCUMENT);
  if (fd < 0)
    {
      g_set_error_literal (error, POPPLER_ERROR, POPPLER_ERROR_OPEN_FILE, "no descriptor left");
      return NULL;
    }
  return poppler_document_new_from_fd (fd, NULL, error);
}

/* By way of a stream, because poppler 22.12 tries a password twice, as Latin-1 and as UTF-8, and between the
 * two loses the file when it was given a descriptor, and crashes when it was given bytes. */
static PopplerDocument *
open_with_password (const char *password, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (YS_PDF_FD_DOCUMENT, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (mapped == NULL)
    return NULL;
  bytes = g_mapped_file_get_bytes (mapped);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  return poppler_document_new_from_stream (stream, (goffset)g_bytes_get_size (bytes), password, NULL, error);
}

void
ys_pdf_server_open (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (YsPopplerPage) first = NULL;
  PopplerPermissions permissions;

  g_clear_object (&self->document);
  self->document =
      request->password[0] ? open_with_password (request->password, &error) : open_plainly (&error);
  if (self->document == NULL)
    {
      gboolean locked = g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
      answer->status = locked ? YS_PDF_STATUS_PASSWORD : YS_PDF_STATUS_BROKEN;
      return;
    }
  self->n_pages = poppler_document_get_n_pages (self->document);
  /* A document whose first page is not there, or that counts none, is of no use as evidence. */
  if (self->n_pages > 0)
    first = poppler_document_get_page (self->document, 0);
  if (first == NULL)
    {
      answer->status = YS_PDF_STATUS_BROKEN;
      return;
    }
  if ((guint)self->n_pages > YS_PDF_MAX_PAGES)
    {
      answer->status = YS_PDF_STATUS_TOO_LARGE;
      return;
    }
  permissions = poppler_document_get_permissions (self->document);
  if (permissions != POPPLER_PERMISSIONS_FULL)
    answer->flags |= YS_PDF_ENCRYPTED;
  if (!(permissions & POPPLER_PERMISSIONS_OK_TO_PRINT))
    answer->flags |= YS_PDF_NO_PRINTING;
  if (!(permissions & POPPLER_PERMISSIONS_OK_TO_COPY))
    answer->flags |= YS_PDF_NO_COPYING;
  title = poppler_document_get_title (self->document);
  ys_pdf_server_copy_text (answer->title, sizeof answer->title, title);
  answer->n_pages = (guint)self->n_pages;
  answer->n_attachments = MIN (poppler_document_get_n_attachments (self->document), YS_PDF_MAX_ATTACHMENTS);
}

/* The page, or NULL with a status in @answer. */
static PopplerPage *
get_page (YsPdfServer *self, guint32 index, YsPdfAnswer *answer)
{
  PopplerPage *page = NULL;

  if (self->document == NULL || index >= (guint32)self->n_pages)
    answer->status = YS_PDF_STATUS_REQUEST;
  else if ((page = poppler_document_get_page (self->document, (int)index)) == NULL)
    answer->status = YS_PDF_STATUS_PAGE_BROKEN;
  return page;
}

/* Sizes that can't be drawn count as 0: infinite, negative, or none. */
static void
get_size (PopplerPage *page, double *width, double *height)
{
  poppler_page_get_size (page, width, height);
  if (!isfinite (*width) || !isfinite (*height) || *width <= 0 || *height <= 0)
    *width = *height = 0;
}

void
ys_pdf_server_pages (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  YsPdfPageRecord *records = (YsPdfPageRecord *)self->buffer;
  const guint32 limit = MIN ((guint32)self->n_pages, YS_PDF_BUFFER_SIZE / sizeof (YsPdfPageRecord));
  const gint64 until = g_get_monotonic_time () + SLICE_MICROSECONDS;
  guint32 index = request->page;

  if (self->document == NULL || index >= limit)
    {
      answer->status = YS_PDF_STATUS_REQUEST;
      return;
    }
  for (; index < limit && (index == request->page || g_get_monotonic_time () < until); index++)
    {
      YsPdfPageRecord record = { 0 };
      g_autoptr (YsPopplerPage) page = poppler_document_get_page (self->document, (int)index);
      if (page)
        {
          g_autofree char *label = poppler_page_get_label (page);
          double width, height;
          get_size (page, &width, &height);
          record.width = (float)width;
          record.height = (float)height;
          ys_pdf_server_copy_text (record.label, sizeof record.label, label);
        }
      records[answer->n_pages++] = record;
    }
  answer->length = answer->n_pages * sizeof (YsPdfPageRecord);
  answer->next_page = index < limit ? index : 0;
}

static void
turn (cairo_t *cairo, guint32 rotation, double width, double height)
{
  if (rotation == 90)
    cairo_translate (cairo, height, 0);
  else if (rotation == 180)
    cairo_translate (cairo, width, height);
  else if (rotation == 270)
    cairo_translate (cairo, 0, width);
  cairo_rotate (cairo, rotation * G_PI / 180.0);
}

static gboolean
is_drawable (const YsPdfRequest *request)
{
  return request->width > 0 && request->height > 0 && request->width <= YS_PDF_MAX_SIDE
         && request->height <= YS_PDF_MAX_SIDE
         && (guint64)request->width * request->height <= YS_PDF_MAX_PIXELS && isfinite (request->scale)
         && request->scale > 0 && request->scale < 1000 && request->rotation % 90 == 0
         && request->rotation < 360;
}

void
ys_pdf_server_render (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  g_autoptr (YsPopplerPage) page = get_page (self, request->page, answer);
  int stride;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cairo;
  cairo_status_t status;

  if (page == NULL)
    return;
  get_size (page, &width, &height);
  if (width <= 0 || !is_drawable (request))
    {
      answer->status = width <= 0 ? YS_PDF_STATUS_PAGE_BROKEN : YS_PDF_STATUS_REQUEST;
      return;
    }
  stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, (int)request->width);
  answer->stride = (guint32)stride;
  answer->length = (guint64)stride * request->height;
  memset (self->buffer, 0xff, answer->length); /* white paper */
  surface = cairo_image_surface_create_for_data (self->buffer, CAIRO_FORMAT_ARGB32, (int)request->width,
                                                 (int)request->height, stride);
  cairo = cairo_create (surface);
  cairo_translate (cairo, -request->x, -request->y);
  cairo_scale (cairo, request->scale, request->scale);
  turn (cairo, request->rotation, width, height);
  poppler_page_render (page, cairo);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    answer->status = status == CAIRO_STATUS_NO_MEMORY ? YS_PDF_STATUS_MEMORY : YS_PDF_STATUS_PAGE_BROKEN;
}

/* The smallest box around the frames of visible characters. FALSE if there is none. */
static gboolean
surround (const char *text, const YsPdfFrameRecord *frames, guint32 n_frames, float box[4])
{
  gboolean any = FALSE;
  const char *at = text;

  for (guint32 i = 0; i < n_frames && *at; i++, at = g_utf8_next_char (at))
    {
      const YsPdfFrameRecord *frame = &frames[i];
      if (g_unichar_isspace (g_utf8_get_char (at)) || frame->x2 <= frame->x1 || frame->y2 <= frame->y1)
        continue;
      box[0] = any ? MIN (box[0], frame->x1) : frame->x1;
      box[1] = any ? MIN (box[1], frame->y1) : frame->y1;
      box[2] = any ? MAX (box[2], frame->x2) : frame->x2;
      box[3] = any ? MAX (box[3], frame->y2) : frame->y2;
      any = TRUE;
    }
  return any;
}

static void
fill_box (PopplerPage *page, const char *text, const YsPdfFrameRecord *frames, guint32 n_frames, float box[4])
{
  PopplerRectangle drawn;

  if (surround (text, frames, n_frames, box) || !poppler_page_get_bounding_box (page, &drawn))
    return;
  box[0] = (float)drawn.x1;
  box[1] = (float)drawn.y1;
  box[2] = (float)drawn.x2;
  box[3] = (float)drawn.y2;
}

void
ys_pdf_server_text (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  g_autoptr (YsPopplerPage) page = get_page (self, request->page, answer);
  YsPdfFrameRecord *frames = (YsPdfFrameRecord *)self->buffer;
  g_autofree char *text = NULL;
  g_autofree PopplerRectangle *rectangles = NULL;
  guint n_rectangles = 0;
  glong n_characters;
  gsize bytes;

  if (page == NULL)
    return;
  text = poppler_page_get_text (page);
  if (text == NULL)
    text = g_strdup ("");
  n_characters = g_utf8_validate (text, -1, NULL) ? g_utf8_strlen (text, -1) : 0;
  n_characters = MIN (n_characters, (glong)YS_PDF_MAX_CHARACTERS);
  bytes = (gsize)(g_utf8_offset_to_pointer (text, n_characters) - text);
  text[bytes] = '\0';
  if (!poppler_page_get_text_layout (page, &rectangles, &n_rectangles))
    n_rectangles = 0;
  for (guint i = 0; i < (guint)n_characters; i++)
    {
      YsPdfFrameRecord frame = { 0 };
      if (i < n_rectangles)
        frame = (YsPdfFrameRecord){ (float)rectangles[i].x1, (float)rectangles[i].y1, (float)rectangles[i].x2,
                                    (float)rectangles[i].y2 };
      frames[i] = frame;
    }
  answer->n_characters = (guint32)n_characters;
  memcpy (frames + n_characters, text, bytes);
  answer->length = (guint64)n_characters * sizeof (YsPdfFrameRecord) + bytes;
  fill_box (page, text, frames, answer->n_characters, answer->box);
}
