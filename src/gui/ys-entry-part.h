/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole figure is stored as one text ("390/400", "=97.5") and typed in parts.
 * What is no figure at all stands in the published part, so that it is seen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_ENTRY_WHOLE,
  YS_ENTRY_NUMERATOR,
  YS_ENTRY_DENOMINATOR,
  YS_ENTRY_PUBLISHED
} YsEntryPart;

/* The part of @whole, "" where it has none. Full. */
char *ys_entry_part_get (const char *whole, YsEntryPart part);
/* @whole with @text as this part. A text with a division sign in it is taken as the whole. Full. */
char *ys_entry_part_put (const char *whole, YsEntryPart part, const char *text);

G_END_DECLS
