/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting right the text of old Chinese PDFs that pass GBK bytes off as Latin letters ("¹ØÓÚ" for 关于).
 * Private to src/evidence. */
#pragma once

#include "ys-pdf-info.h"

G_BEGIN_DECLS

/* @characters and @frames, @n each, are changed in place where the page as a whole reads as such a text: two
 * Latin letters become one Chinese character, whose frame covers both. Returns the new number; @n where
 * nothing was done. */
guint ys_pdf_repair_gbk (gunichar *characters, YsPdfFrame *frames, guint n);

G_END_DECLS
