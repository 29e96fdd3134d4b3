/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A received package looked at before anything is imported: where it comes from, three verdicts, its figures done anew,
 * and what importing would change. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_RECEIPT_PAGE (ys_receipt_page_get_type ())
G_DECLARE_FINAL_TYPE (YsReceiptPage, ys_receipt_page, YS, RECEIPT_PAGE, GtkBox)

G_END_DECLS
