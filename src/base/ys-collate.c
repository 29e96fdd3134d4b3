/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order of names over ICU's Chinese collation: by pinyin, numbers by value, the same under every locale.
 * Packages must be the same byte for byte wherever they are made, and strcoll() is not. */
#include "ys-id.h"

#include <string.h>
#include <unicode/ucol.h>

#include "ys-icu.h"

/* Comparing only reads the collator, so that all threads share it. */
static const UCollator *
pinyin_collator (void)
{
  static gsize once;
  static UCollator *collator;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;

      collator = ucol_open ("zh@collation=pinyin", &status);
      ys_icu_require (status, "collator");
      ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
      ys_icu_require (status, "numeric order");
      g_once_init_leave (&once, 1);
    }
  return collator;
}

int
ys_text_collate (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result = ucol_strcollUTF8 (pinyin_collator (), a, -1, b, -1, &status);

  ys_icu_require (status, "comparison");
  /* UTF-8 bytes are in code point order. */
  return result != UCOL_EQUAL ? (int)result : strcmp (a, b);
}
