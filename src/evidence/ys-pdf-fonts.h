/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether Chinese whose fonts are not embedded can be shown on this computer: for the diagnosis page and
 * `doctor`. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_PDF_CHINESE_SHOWN,
  YS_PDF_CHINESE_LACKS_MAPS, /* Debian's package poppler-data */
  YS_PDF_CHINESE_LACKS_FONT, /* any Chinese font, e.g. Debian's package fonts-noto-cjk */
} YsPdfChinese;

/* Lets the confined worker draw two Chinese characters of a font that is not embedded, and looks at them.
 * Blocks for some tens of milliseconds. FALSE where no worker could be asked. */
gboolean ys_pdf_check_chinese (YsPdfChinese *result, GError **error);
/* What @result means, translated, as a value beside a name. */
const char *ys_pdf_chinese_get_label (YsPdfChinese result);

G_END_DECLS
