/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 应出台文件: the documents that the county itself has to issue, each with title, number, issuer and
 * date. One is shown in two lines and edited in place. */
#pragma once

#include "ys-fill-card.h"

G_BEGIN_DECLS

#define YS_TYPE_FILL_DOCUMENT_CARD (ys_fill_document_card_get_type ())
G_DECLARE_FINAL_TYPE (YsFillDocumentCard, ys_fill_document_card, YS, FILL_DOCUMENT_CARD, GtkBox)

G_END_DECLS
