/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the pages that are in view or near it, made by the worker in the background.
 * What is scrolled past is cancelled; what is far away is forgotten. */
#pragma once

#include "ys-pdf-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PDF_PICTURES (ys_pdf_pictures_get_type ())
G_DECLARE_FINAL_TYPE (YsPdfPictures, ys_pdf_pictures, YS, PDF_PICTURES, GObject)
/* Signals: "changed" (guint page): there is a picture, or the reason why there is none.
 * "fonts-missing" (gboolean maps): a font, or with @maps poppler-data, is missing on this computer; once. */

YsPdfPictures *ys_pdf_pictures_new (YsPdfDocument *document);
/* Has @view made unless it is there or on its way; the picture of another view of the page stays till then. */
void ys_pdf_pictures_want (YsPdfPictures *self, const YsPdfView *view, int priority);
/* Cancels and forgets all but pages @first to @last. */
void ys_pdf_pictures_keep (YsPdfPictures *self, guint first, guint last);
/* NULL while there is none. Unowned. */
GdkTexture *ys_pdf_pictures_get (YsPdfPictures *self, guint page);
/* Why the page can't be shown; NULL where it can or is not known yet. Unowned. */
const GError *ys_pdf_pictures_get_error (YsPdfPictures *self, guint page);

G_END_DECLS
