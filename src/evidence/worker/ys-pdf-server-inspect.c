/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should know about a PDF before relying on it: actions, forms, files inside, pages that can't
 * be read. Nothing found is run; scripts and launches are only named. */
#include "ys-pdf-server.h"

#include "ys-pdf-flags.h"

#include <string.h>
#include <unistd.h>

#define SLICE_MICROSECONDS (2 * G_USEC_PER_SEC)
#define SCAN_CHUNK ((gsize)1 << 20)
#define SCAN_OVERLAP 32
#define SCAN_LIMIT ((goffset)256 << 20)

/* poppler-glib tells nothing of these; their names stand in plain bytes unless an object stream packs them.
 */
static const struct
{
  const char *name;
  guint32 flag;
} plain_names[] = {
  { "/Encrypt", YS_PDF_ENCRYPTED },     { "/Launch", YS_PDF_LAUNCH },
  { "/JavaScript", YS_PDF_JAVASCRIPT }, /* of an action on opening, which poppler leaves out */
  { "/Collection", YS_PDF_PORTFOLIO },  { "/XFA", YS_PDF_HIDDEN_FORM },
};

static guint32
scan_plain_names (void)
{
  g_autofree char *chunk = g_malloc (SCAN_CHUNK);
  guint32 flags = 0;

  for (goffset offset = 0; offset < SCAN_LIMIT;)
    {
      gssize got = pread (YS_PDF_FD_DOCUMENT, chunk, SCAN_CHUNK, offset);
      if (got <= 0)
        break;
      for (gsize i = 0; i < G_N_ELEMENTS (plain_names); i++)
        {
          if (memmem (chunk, (gsize)got, plain_names[i].name, strlen (plain_names[i].name)))
            flags |= plain_names[i].flag;
        }
      if (got <= SCAN_OVERLAP)
        break;
      offset += got - SCAN_OVERLAP;
    }
  return flags;
}

static guint32
flag_of_action (const PopplerAction *action)
{
  if (action == NULL)
    return 0;
  /* The enumeration is poppler's and grows; the other actions stay inside the document. */
  if (action->type == POPPLER_ACTION_LAUNCH || action->type == POPPLER_ACTION_GOTO_REMOTE)
    return YS_PDF_LAUNCH;
  if (action->type == POPPLER_ACTION_URI)
    return YS_PDF_LINKS_OUT;
  return action->type == POPPLER_ACTION_JAVASCRIPT ? YS_PDF_JAVASCRIPT : 0;
}

static guint32
inspect_page (PopplerPage *page)
{
  GList *links = poppler_page_get_link_mapping (page);
  GList *fields = poppler_page_get_form_field_mapping (page);
  guint32 flags = fields ? YS_PDF_FORM : 0;

  for (GList *at = links; at; at = at->next)
    flags |= flag_of_action (((PopplerLinkMapping *)at->data)->action);
  for (GList *at = fields; at; at = at->next)
    flags |= flag_of_action (poppler_form_field_get_action (((PopplerFormFieldMapping *)at->data)->field));
  poppler_page_free_link_mapping (links);
  poppler_page_free_form_field_mapping (fields);
  return flags;
}

void
ys_pdf_server_inspect (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  const gint64 until = g_get_monotonic_time () + SLICE_MICROSECONDS;
  guint32 index = request->page;

  if (self->document == NULL || index >= (guint32)self->n_pages)
    {
      answer->status = YS_PDF_STATUS_REQUEST;
      return;
    }
  if (index == 0)
    {
      answer->flags |= scan_plain_names ();
      if (poppler_document_has_javascript (self->document))
        answer->flags |= YS_PDF_JAVASCRIPT;
    }
  for (; index < (guint32)self->n_pages && (index == request->page || g_get_monotonic_time () < until);
       index++)
    {
      g_autoptr (YsPopplerPage) page = poppler_document_get_page (self->document, (int)index);
      if (page)
        answer->flags |= inspect_page (page);
      else
        answer->n_bad_pages++;
      answer->n_pages++;
    }
  answer->next_page = index < (guint32)self->n_pages ? index : 0;
}

static void
free_attachments (GList *attachments)
{
  g_list_free_full (attachments, g_object_unref);
}

void
ys_pdf_server_attachments (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  YsPdfAttachmentRecord *records = (YsPdfAttachmentRecord *)self->buffer;
  GList *attachments;

  if (self->document == NULL)
    {
      answer->status = YS_PDF_STATUS_REQUEST;
      return;
    }
  attachments = poppler_document_get_attachments (self->document);
  for (GList *at = attachments; at && answer->n_attachments < YS_PDF_MAX_ATTACHMENTS; at = at->next)
    {
      const PopplerAttachment *attachment = at->data;
      YsPdfAttachmentRecord record = { .size = attachment->size };
      ys_pdf_server_copy_text (record.name, sizeof record.name, attachment->name);
      records[answer->n_attachments++] = record;
    }
  answer->length = answer->n_attachments * sizeof (YsPdfAttachmentRecord);
  free_attachments (attachments);
}

typedef struct
{
  guint8 *buffer;
  guint64 offset, length; /* the window wanted, and how much of it is there */
  guint64 total;
  gboolean too_large;
} Extraction;

static gboolean
take_block (const char *block, gsize size, gpointer user_data, GError **error)
{
  Extraction *extraction = user_data;
  const guint64 start = extraction->total;
  const guint64 window_end = extraction->offset + YS_PDF_BUFFER_SIZE;
  guint64 from, until;

  extraction->total += size;
  if (extraction->total > YS_PDF_MAX_ATTACHMENT_SIZE)
    {
      extraction->too_large = TRUE;
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "too large");
      return FALSE;
    }
  from = MAX (start, extraction->offset);
  until = MIN (start + size, window_end);
  if (from < until)
    {
      memcpy (extraction->buffer + (from - extraction->offset), block + (from - start), until - from);
      extraction->length = until - extraction->offset;
    }
  return TRUE;
}

void
ys_pdf_server_extract (YsPdfServer *self, const YsPdfRequest *request, YsPdfAnswer *answer)
{
  Extraction extraction = { .buffer = self->buffer, .offset = request->offset };
  g_autoptr (GError) error = NULL;
  GList *attachments;
  PopplerAttachment *attachment;

  if (self->document == NULL || request->page >= YS_PDF_MAX_ATTACHMENTS
      || request->offset > YS_PDF_MAX_ATTACHMENT_SIZE)
    {
      answer->status = YS_PDF_STATUS_REQUEST;
      return;
    }
  attachments = poppler_document_get_attachments (self->document);
  attachment = g_list_nth_data (attachments, request->page);
  if (attachment == NULL)
    answer->status = YS_PDF_STATUS_REQUEST;
  else if (!poppler_attachment_save_to_callback (attachment, take_block, &extraction, &error))
    answer->status = extraction.too_large ? YS_PDF_STATUS_TOO_LARGE : YS_PDF_STATUS_PAGE_BROKEN;
  answer->length = extraction.length;
  answer->total = extraction.total;
  free_attachments (attachments);
}
