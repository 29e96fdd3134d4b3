/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF says of itself that a person should know before relying on it. Shared by the worker, which finds
 * it, and everyone who shows it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing of this is ever run or opened. Those marked * are complete only after inspecting. */
typedef enum
{
  YS_PDF_ENCRYPTED = 1 << 0,   /* * */
  YS_PDF_NO_PRINTING = 1 << 1, /* its maker forbids printing */
  YS_PDF_NO_COPYING = 1 << 2, /* its maker forbids copying text; such a text is not indexed (未编入检索) */
  YS_PDF_JAVASCRIPT = 1 << 3,    /* * */
  YS_PDF_LAUNCH = 1 << 4,        /* * wants to start programs or open other files */
  YS_PDF_LINKS_OUT = 1 << 5,     /* * web addresses */
  YS_PDF_FORM = 1 << 6,          /* * form fields */
  YS_PDF_PORTFOLIO = 1 << 7,     /* * 文件包: its pages are only the cover of the files inside */
  YS_PDF_HIDDEN_FORM = 1 << 8,   /* * XFA: what it holds, only its maker's program shows in full */
  YS_PDF_PASSWORD_USED = 1 << 9, /* opened with a password that a person typed; it is never stored */
} YsPdfFlags;

G_END_DECLS
