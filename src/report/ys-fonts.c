/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing typefaces and setting text in them.
 * Sizes are points and glyphs are not fitted to a grid: the same text breaks alike on every screen and printer. */
#include "ys-fonts.h"

#include <string.h>

typedef struct
{
  const char *wanted;           /* as the rules of official documents call it */
  const char *const families[11]; /* by preference; the first few are the wanted one under its names */
  guint n_wanted;               /* how many of them are the wanted one */
  PangoWeight stand_in_weight;  /* of one that stands in */
} Typeface;

static const Typeface typefaces[YS_N_FONTS] = {
  [YS_FONT_TITLE] = { "方正小标宋简体",
                      { "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05",
                        "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "SimSun", "AR PL UMing CN",
                        "serif" },
                      4,
                      PANGO_WEIGHT_BOLD },
  [YS_FONT_HEAD] = { "黑体",
                     { "黑体", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC",
                       "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "sans" },
                     2,
                     PANGO_WEIGHT_MEDIUM },
  [YS_FONT_SUBHEAD] = { "楷体_GB2312",
                        { "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "AR PL UKai CN", "Noto Serif CJK SC",
                          "Source Han Serif SC", "Noto Serif SC", "serif" },
                        4,
                        PANGO_WEIGHT_SEMIBOLD },
  [YS_FONT_TEXT] = { "仿宋_GB2312",
                     { "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "Noto Serif CJK SC",
                       "Source Han Serif SC", "Noto Serif SC", "SimSun", "AR PL UMing CN", "serif" },
                     4,
                     PANGO_WEIGHT_NORMAL },
  [YS_FONT_PAGE] = { "宋体",
                     { "宋体", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC",
                       "AR PL UMing CN", "serif" },
                     2,
                     PANGO_WEIGHT_NORMAL },
};

struct _YsFonts
{
  PangoContext *context;
  PangoFontDescription *descriptions[YS_N_FONTS];
  gboolean stands_in[YS_N_FONTS];
  const char *substitute;
  gboolean have_chinese;
  GHashTable *missing; /* set of gunichar */
};

/* Whether the font that answers to @family is that family, not what the system offers in its place. */
static gboolean
is_installed (PangoContext *context, const char *family)
{
  PangoFontDescription *description = pango_font_description_new ();
  PangoFontDescription *found;
  PangoFont *font;
  gboolean same;

  pango_font_description_set_family (description, family);
  font = pango_context_load_font (context, description);
  pango_font_description_free (description);
  if (font == NULL)
    return FALSE;
  found = pango_font_describe (font);
  same = g_ascii_strcasecmp (pango_font_description_get_family (found), family) == 0;
  pango_font_description_free (found);
  g_object_unref (font);
  return same;
}

static void
choose (YsFonts *self, YsFontRole role)
{
  const Typeface *typeface = &typefaces[role];
  guint i = 0;

  /* the last one is generic: the system always has an answer */
  while (typeface->families[i + 1] != NULL && !is_installed (self->context, typeface->families[i]))
    i++;
  self->stands_in[role] = i >= typeface->n_wanted;
  self->descriptions[role] = pango_font_description_new ();
  pango_font_description_set_family_static (self->descriptions[role], typeface->families[i]);
  if (self->stands_in[role])
    pango_font_description_set_weight (self->descriptions[role], typeface->stand_in_weight);
}

static gboolean
can_draw (YsFonts *self, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  gboolean can;

  pango_layout_set_font_description (layout, self->descriptions[YS_FONT_TEXT]);
  pango_layout_set_text (layout, text, -1);
  can = pango_layout_get_unknown_glyphs_count (layout) == 0;
  g_object_unref (layout);
  return can;
}

YsFonts *
ys_fonts_new (void)
{
  YsFonts *self = g_new0 (YsFonts, 1);
  PangoFontMap *map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (map);
  g_object_unref (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  for (guint role = 0; role < YS_N_FONTS; role++)
    choose (self, (YsFontRole)role);
  self->have_chinese = can_draw (self, "验收");
  self->substitute = can_draw (self, YS_FONT_SUBSTITUTE) ? YS_FONT_SUBSTITUTE : "?";
  self->missing = g_hash_table_new (NULL, NULL);
  return self;
}

void
ys_fonts_free (YsFonts *self)
{
  if (self == NULL)
    return;
  for (guint role = 0; role < YS_N_FONTS; role++)
    pango_font_description_free (self->descriptions[role]);
  g_hash_table_unref (self->missing);
  g_object_unref (self->context);
  g_free (self);
}

gboolean
ys_fonts_have_chinese (const YsFonts *self)
{
  return self->have_chinese;
}

/* Byte offsets of the characters of @layout that have no shape. */
static GHashTable *
find_unknown (PangoLayout *layout)
{
  GHashTable *unknown = g_hash_table_new (NULL, NULL);

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *)line->data)->runs; run != NULL; run = run->next)
      {
        const PangoGlyphItem *item = run->data;

        for (int i = 0; i < item->glyphs->num_glyphs; i++)
          if ((item->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            g_hash_table_add (unknown, GINT_TO_POINTER (item->item->offset + item->glyphs->log_clusters[i]));
      }
  return unknown;
}

void
ys_fonts_substitute (PangoLayout *layout, const char *substitute, GHashTable *missing)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (GHashTable) unknown = NULL;
  g_autoptr (GString) replaced = NULL;

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;
  unknown = find_unknown (layout);
  replaced = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize length = (gsize)(g_utf8_next_char (at) - at);

      if (!g_hash_table_contains (unknown, GINT_TO_POINTER ((int)(at - text))))
        {
          g_string_append_len (replaced, at, (gssize)length);
          continue;
        }
      g_string_append (replaced, substitute);
      if (missing != NULL)
        g_hash_table_add (missing, GUINT_TO_POINTER (g_utf8_get_char (at)));
    }
  pango_layout_set_text (layout, replaced->str, -1);
}

PangoLayout *
ys_fonts_create_layout (YsFonts *self, YsFontRole role, double size, double line, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_copy (self->descriptions[role]);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (line > 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((int)(line * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_text (layout, text, -1);
  ys_fonts_substitute (layout, self->substitute, self->missing);
  return layout;
}

char *
ys_fonts_dup_statement (const YsFonts *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean told[YS_N_FONTS] = { FALSE };

  for (guint role = 0; role < YS_N_FONTS; role++)
    {
      const char *family = pango_font_description_get_family (self->descriptions[role]);

      if (!self->stands_in[role] || told[role])
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", typefaces[role].wanted);
      for (guint other = role + 1; other < YS_N_FONTS; other++)
        if (self->stands_in[other]
            && strcmp (family, pango_font_description_get_family (self->descriptions[other])) == 0)
          {
            g_string_append_printf (names, "、%s", typefaces[other].wanted);
            told[other] = TRUE;
          }
      g_string_append_printf (names, "（以%s代替）", family);
    }
  if (names->len == 0)
    return NULL;
  return g_strdup_printf ("字体：本机未安装%s。", names->str);
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  guint first = GPOINTER_TO_UINT (*(const gpointer *)a), second = GPOINTER_TO_UINT (*(const gpointer *)b);

  return first < second ? -1 : first > second;
}

char *
ys_fonts_dup_missing (const YsFonts *self)
{
  guint n = 0;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->missing, &n);
  g_autoptr (GString) list = g_string_new (NULL);

  if (n == 0)
    return NULL;
  qsort (keys, n, sizeof *keys, compare_characters);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%sU+%04X", i > 0 ? "、" : "", GPOINTER_TO_UINT (keys[i]));
  return g_strdup_printf ("缺字：有%u个字符本机字库没有，文中以“%s”代替：%s。", n, self->substitute, list->str);
}
