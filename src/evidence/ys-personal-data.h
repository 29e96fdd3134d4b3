/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding numbers of persons in text: identity cards (GB 11643) and mobile telephones. Finds them to warn;
 * nothing here returns, logs or keeps such a number whole. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_PERSONAL_ID_CARD,     /* 18 digits, date and check digit right */
  YS_PERSONAL_ID_CARD_OLD, /* 15 digits, date right: without a check digit, so perhaps something else */
  YS_PERSONAL_PHONE,
} YsPersonalKind;

/* @start, @length: bytes in the text; @masked: first and last digits for showing, "610302**********01". */
typedef struct
{
  YsPersonalKind kind;
  gsize start, length;
  char *masked;
} YsPersonalFind;

void ys_personal_find_free (YsPersonalFind *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPersonalFind, ys_personal_find_free)

/* All finds in @text (UTF-8) from left to right: array of YsPersonalFind. Full-width digits, x for X, and
 * single blanks or hyphens between groups count; a number that is part of a longer one does not. */
GPtrArray *ys_personal_scan (const char *text);
/* Translated name of the kind, for lists. */
const char *ys_personal_kind_get_label (YsPersonalKind kind);
/* A copy of @text in which every find is masked: for an index or a message. */
char *ys_personal_mask (const char *text);

G_END_DECLS
