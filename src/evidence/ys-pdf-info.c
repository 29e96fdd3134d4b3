/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying, freeing and wording of what is known about a PDF. */
#include "ys-pdf-info.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (YsPdfInfo, ys_pdf_info, ys_pdf_info_copy, ys_pdf_info_free)
G_DEFINE_BOXED_TYPE (YsPdfPicture, ys_pdf_picture, ys_pdf_picture_copy, ys_pdf_picture_free)

YsPdfInfo *
ys_pdf_info_copy (const YsPdfInfo *self)
{
  YsPdfInfo *copy = g_memdup2 (self, sizeof *self);
  copy->title = g_strdup (self->title);
  return copy;
}

void
ys_pdf_info_free (YsPdfInfo *self)
{
  g_free (self->title);
  g_free (self);
}

YsPdfPicture *
ys_pdf_picture_copy (const YsPdfPicture *self)
{
  YsPdfPicture *copy = g_memdup2 (self, sizeof *self);
  g_bytes_ref (copy->pixels);
  return copy;
}

void
ys_pdf_picture_free (YsPdfPicture *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}

void
ys_pdf_attachment_free (YsPdfAttachment *self)
{
  g_free (self->name);
  g_free (self);
}

static const struct
{
  YsPdfFlags flag;
  const char *remark;
} remarks[] = {
  { YS_PDF_PASSWORD_USED, N_ ("Opens with a password only; the password is not stored") },
  { YS_PDF_NO_COPYING, N_ ("Its maker forbids copying text, so it is not included in searches") },
  { YS_PDF_NO_PRINTING, N_ ("Its maker forbids printing") },
  { YS_PDF_JAVASCRIPT, N_ ("Contains scripts; they are never run") },
  { YS_PDF_LAUNCH, N_ ("Wants to start programs or open other files; that is never done") },
  { YS_PDF_LINKS_OUT, N_ ("Contains web addresses; they are never opened") },
  { YS_PDF_FORM, N_ ("Contains form fields; they are shown as they were saved") },
  { YS_PDF_HIDDEN_FORM, N_ ("Contains a form that only its maker's program shows in full") },
};

static void
take (GStrvBuilder *builder, char *remark)
{
  g_strv_builder_add (builder, remark);
  g_free (remark);
}

char **
ys_pdf_info_dup_remarks (const YsPdfInfo *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->n_attachments > 0 && self->flags & YS_PDF_PORTFOLIO)
    take (builder,
          g_strdup_printf (ngettext ("A portfolio with %u file inside; the pages are only its cover",
                                     "A portfolio with %u files inside; the pages are only its cover",
                                     self->n_attachments),
                           self->n_attachments));
  else if (self->n_attachments > 0)
    take (builder,
          g_strdup_printf (ngettext ("Has %u file inside", "Has %u files inside", self->n_attachments),
                           self->n_attachments));
  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      if (self->flags & remarks[i].flag)
        g_strv_builder_add (builder, _ (remarks[i].remark));
    }
  if (self->n_bad_pages > 0)
    take (builder,
          g_strdup_printf (ngettext ("%u page cannot be read", "%u pages cannot be read", self->n_bad_pages),
                           self->n_bad_pages));
  return g_strv_builder_end (builder);
}
