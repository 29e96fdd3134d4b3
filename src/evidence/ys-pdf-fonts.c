/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a PDF of our own, in the real worker and as confined as ever, and looking whether two characters
 * come out different: a missing font draws the same empty box for both. */
#include "ys-pdf-fonts.h"

#include "ys-error.h"
#include "ys-pdf-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SIDE 32u /* of each character's square, points and pixels */

/* 治 in the left square and 理 in the right one. Without a cross-reference table: the reader makes one up. */
static const char probe[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 64 32]/Contents 4 0 R/Resources<</Font<</F 5 0 "
    "R>>>>>>endobj\n"
    "4 0 obj<</Length 34>>stream\nBT /F 32 Tf 0 5 Td <6CBB7406> Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 "
    "R]>>endobj\n"
    "6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R/DW 1000"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj\n"
    "7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>endobj\n"
    "trailer<</Root 1 0 R/Size 8>>\n%%EOF\n";

/* The probe as a file in memory, opened for reading; -1 on error. */
static int
open_probe (GError **error)
{
  int writable = memfd_create ("yanshou-fonts", MFD_CLOEXEC), fd = -1;
  g_autofree char *again = g_strdup_printf ("/proc/self/fd/%d", writable);

  if (writable >= 0 && write (writable, probe, sizeof probe - 1) == (gssize)sizeof probe - 1)
    fd = open (again, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    ys_set_error_from_errno (error, errno, "yanshou-pdf", _ ("Starting the process that reads PDFs"));
  if (writable >= 0)
    close (writable);
  return fd;
}

static gboolean
squares_differ (const YsPdfPicture *picture)
{
  const guint8 *pixels = g_bytes_get_data (picture->pixels, NULL);

  for (guint y = 0; y < SIDE; y++)
    {
      const guint8 *row = pixels + (gsize)y * picture->stride;
      if (memcmp (row, row + SIDE * 4, SIDE * 4) != 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
ys_pdf_check_chinese (YsPdfChinese *result, GError **error)
{
  int fd = open_probe (error);
  g_autoptr (YsPdfDocument) document = NULL;
  g_autoptr (YsPdfPicture) picture = NULL;
  const YsPdfView view = { .scale = 1, .width = 2 * SIDE, .height = SIDE };

  if (fd < 0)
    return FALSE;
  document = ys_pdf_document_new_for_fd (fd, "yanshou-pdf", error);
  close (fd);
  if (document == NULL || !ys_pdf_document_open (document, NULL, NULL, error))
    return FALSE;
  picture = ys_pdf_document_render (document, &view, NULL, error);
  if (picture == NULL)
    return FALSE;
  *result = YS_PDF_CHINESE_SHOWN;
  if (picture->maps_missing)
    *result = YS_PDF_CHINESE_LACKS_MAPS;
  else if (picture->fonts_missing || !squares_differ (picture))
    *result = YS_PDF_CHINESE_LACKS_FONT;
  return TRUE;
}

const char *
ys_pdf_chinese_get_label (YsPdfChinese result)
{
  switch (result)
    {
    case YS_PDF_CHINESE_LACKS_MAPS:
      return _ ("not shown where fonts are not embedded: poppler-data is missing");
    case YS_PDF_CHINESE_LACKS_FONT:
      return _ ("not shown where fonts are not embedded: there is no Chinese font");
    case YS_PDF_CHINESE_SHOWN:
    default:
      return _ ("shown, also where fonts are not embedded");
    }
}
