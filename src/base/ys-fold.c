/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text folded for searching: NFKC, one case, one width, invisible characters away.
 * PDFs of some office programs hold radicals where ideographs are meant; they look alike, and both must be
 * found. */
#include "ys-id.h"

#include <unicode/unorm2.h>

#include "ys-icu.h"

/* Kangxi radicals (U+2F00 on) become ideographs by NFKC itself. Of the radicals before them NFKC leaves these
 * alone, though they look like the ideograph; from Unicode's EquivalentUnifiedIdeograph.txt. */
static const struct
{
  gunichar radical, ideograph;
} radicals[] = {
  { 0x2e8e, 0x5140 /* 兀 */ }, { 0x2e9c, 0x65e5 /* 日 */ }, { 0x2e9d, 0x6708 /* 月 */ },
  { 0x2ea0, 0x6c11 /* 民 */ }, { 0x2ec1, 0x864e /* 虎 */ }, { 0x2ec4, 0x897f /* 西 */ },
  { 0x2ec5, 0x89c1 /* 见 */ }, { 0x2ec6, 0x89d2 /* 角 */ }, { 0x2ec9, 0x8d1d /* 贝 */ },
  { 0x2ecb, 0x8f66 /* 车 */ }, { 0x2ed3, 0x957f /* 长 */ }, { 0x2ed4, 0x95e8 /* 门 */ },
  { 0x2ed8, 0x9752 /* 青 */ }, { 0x2ed9, 0x97e6 /* 韦 */ }, { 0x2eda, 0x9875 /* 页 */ },
  { 0x2edb, 0x98ce /* 风 */ }, { 0x2edc, 0x98de /* 飞 */ }, { 0x2edd, 0x98df /* 食 */ },
  { 0x2ee2, 0x9a6c /* 马 */ }, { 0x2ee3, 0x9aa8 /* 骨 */ }, { 0x2ee4, 0x9b3c /* 鬼 */ },
  { 0x2ee5, 0x9c7c /* 鱼 */ }, { 0x2ee6, 0x9e1f /* 鸟 */ }, { 0x2ee7, 0x5364 /* 卤 */ },
  { 0x2ee8, 0x9ea6 /* 麦 */ }, { 0x2ee9, 0x9ec4 /* 黄 */ }, { 0x2eea, 0x9efe /* 黾 */ },
  { 0x2eec, 0x9f50 /* 齐 */ }, { 0x2eee, 0x9f7f /* 齿 */ }, { 0x2ef0, 0x9f99 /* 龙 */ },
};

static gunichar
ideograph_of (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (radicals); i++)
    {
      if (radicals[i].radical == c)
        return radicals[i].ideograph;
    }
  return c;
}

/* @text made valid, with the radicals of the table replaced. */
static char *
radicals_to_ideographs (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) replaced = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (replaced, ideograph_of (g_utf8_get_char (at)));
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

char *
ys_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = radicals_to_ideographs (text);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance (&status);
  glong wide_length;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (valid, -1, NULL, &wide_length, NULL);

  ys_icu_require (status, "normalizer");

  const UChar *source = (const UChar *)wide;
  int32_t length = unorm2_normalize (normalizer, source, (int32_t)wide_length, NULL, 0, &status);

  if (status != U_BUFFER_OVERFLOW_ERROR)
    ys_icu_require (status, "normalization");
  status = U_ZERO_ERROR;

  g_autofree UChar *folded = g_new0 (UChar, (gsize)length + 1);

  length = unorm2_normalize (normalizer, source, (int32_t)wide_length, folded, length + 1, &status);
  ys_icu_require (status, "normalization");
  return g_utf16_to_utf8 ((const gunichar2 *)folded, length, NULL, NULL, NULL);
}
