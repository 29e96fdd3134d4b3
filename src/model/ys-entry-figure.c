/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as people type them: ratio, count or published value, whole or in halves (cli.md, item set).
 * 0, nothing, and half of a ratio stay different things; nothing is guessed. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-entry.h"
#include "ys-facts-parts.h"
#include "ys-id.h"

/* Full-width solidus and equals sign, which a Chinese engine types, to ASCII; blanks around cut. */
static char *
narrow_signs (const char *text)
{
  g_autofree char *clean = ys_text_clean_line (text, -1);
  g_autoptr (GString) narrow = g_string_new (clean);

  g_string_replace (narrow, "／", "/", 0);
  g_string_replace (narrow, "＝", "=", 0);
  return g_string_free (g_steal_pointer (&narrow), FALSE);
}

/* Whether nothing but blanks is there. */
static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return TRUE;
}

/* A whole number from 0 to the limit; nothing typed gives @present FALSE. */
static gboolean
parse_half (const char *text, gboolean *present, gint64 *number, const char *where, GError **error)
{
  gboolean percent = FALSE;
  g_autofree char *plain = NULL;

  *present = !is_blank (text);
  if (!*present)
    return TRUE;
  plain = ys_number_normalize (text, &percent);
  if (plain != NULL && !percent && g_ascii_string_to_signed (plain, 10, 0, YS_FIGURE_LIMIT, number, NULL))
    return TRUE;
  ys_set_error (error, YS_ERROR_VALUE, where, _ ("\"%s\" is no whole number from 0 to 10^12."), text);
  return FALSE;
}

static gboolean
parse_value (const char *text, YsUnit unit, YsDecimal *value, const char *where, GError **error)
{
  const YsDecimal limit = YS_FIGURE_LIMIT * YS_DECIMAL_ONE;
  gboolean percent = FALSE;
  g_autofree char *plain = ys_number_normalize (text, &percent);

  if (plain == NULL)
    ys_set_error (error, YS_ERROR_VALUE, where, _ ("\"%s\" is no number."), text);
  else if (percent && unit != YS_UNIT_PERCENT)
    ys_set_error (error, YS_ERROR_VALUE, where, _ ("This figure is not in percent."));
  else if (!ys_decimal_parse (plain, value) || *value > limit || *value < -limit)
    ys_set_error (error, YS_ERROR_VALUE, where, _ ("\"%s\" is too large or has more than four decimals."),
                  text);
  else
    return TRUE;
  return FALSE;
}

/* "NUM/DEN", "NUM" for a count, "=V". */
static gboolean
parse_whole (const char *typed, const YsMetric *metric, YsFigure *figure, const char *where, GError **error)
{
  g_autofree char *text = narrow_signs (typed);
  char *slash = strchr (text, '/');

  if (is_blank (text))
    return TRUE;
  if (*text == '=')
    {
      figure->kind = YS_FIGURE_VALUE;
      return parse_value (text + 1, metric->unit, &figure->value, where, error);
    }
  if (metric->unit == YS_UNIT_COUNT)
    {
      figure->kind = YS_FIGURE_COUNT;
      if (slash == NULL)
        return parse_half (text, &figure->has_numerator, &figure->numerator, where, error);
      ys_set_error (error, YS_ERROR_VALUE, where, _ ("This figure is a count; it has no denominator."));
      return FALSE;
    }
  if (slash == NULL)
    {
      ys_set_error (error, YS_ERROR_VALUE, where,
                    _ ("Type numerator/denominator, or = and the published value; \"%s\" is neither."),
                    typed);
      return FALSE;
    }
  *slash = '\0';
  figure->kind = YS_FIGURE_RATIO;
  if (!parse_half (text, &figure->has_numerator, &figure->numerator, where, error)
      || !parse_half (slash + 1, &figure->has_denominator, &figure->denominator, where, error))
    return FALSE;
  if (!figure->has_numerator && !figure->has_denominator)
    figure->kind = YS_FIGURE_NONE;
  return TRUE;
}

/* One half or the value alone; the other parts of @figure stay. */
static gboolean
parse_part (const char *field, const char *text, const YsMetric *metric, YsFigure *figure, const char *where,
            GError **error)
{
  gboolean is_count = metric->unit == YS_UNIT_COUNT;
  gboolean has_value = figure->kind == YS_FIGURE_VALUE;
  gboolean is_denominator = g_str_equal (field, "denominator");

  if (g_str_equal (field, "value"))
    has_value = !is_blank (text);
  if (g_str_equal (field, "value") && has_value
      && !parse_value (text, metric->unit, &figure->value, where, error))
    return FALSE;
  if (is_denominator && is_count && !is_blank (text))
    {
      ys_set_error (error, YS_ERROR_VALUE, where, _ ("This figure is a count; it has no denominator."));
      return FALSE;
    }
  if (is_denominator && !parse_half (text, &figure->has_denominator, &figure->denominator, where, error))
    return FALSE;
  if (g_str_equal (field, "numerator")
      && !parse_half (text, &figure->has_numerator, &figure->numerator, where, error))
    return FALSE;
  if (has_value && (figure->has_numerator || figure->has_denominator))
    {
      ys_set_error (error, YS_ERROR_VALUE, where,
                    _ ("A figure is either numerator and denominator or a published value, not both."));
      return FALSE;
    }
  if (has_value)
    figure->kind = YS_FIGURE_VALUE;
  else if (!figure->has_numerator && !figure->has_denominator)
    figure->kind = YS_FIGURE_NONE;
  else
    figure->kind = is_count ? YS_FIGURE_COUNT : YS_FIGURE_RATIO;
  return TRUE;
}

gboolean
ys_entry_set_figure (YsItem *item, const YsEntryKey *key, const YsMetric *metric, const char *text,
                     const char *where, GError **error)
{
  YsRecordedFigure *recorded = ys_entry_find_figure (item, key->id, key->year);
  YsFigure figure = recorded != NULL ? recorded->figure : (YsFigure){ .kind = YS_FIGURE_NONE };
  gboolean is_source = g_strcmp0 (key->field, "source") == 0;
  g_autofree char *source = is_source ? ys_text_clean_line (text, -1) : NULL;

  if (key->field == NULL)
    figure = (YsFigure){ .kind = YS_FIGURE_NONE };
  if (key->field == NULL && !parse_whole (text, metric, &figure, where, error))
    return FALSE;
  if (key->field != NULL && !is_source && !parse_part (key->field, text, metric, &figure, where, error))
    return FALSE;
  if (recorded == NULL)
    {
      recorded = ys_recorded_figure_new ();
      recorded->metric = g_strdup (key->id);
      recorded->year = key->year;
      g_ptr_array_add (item->figures, recorded);
    }
  recorded->figure = figure;
  if (is_source)
    {
      g_free (recorded->source);
      recorded->source = *source != '\0' ? g_steal_pointer (&source) : NULL;
    }
  if (figure.kind == YS_FIGURE_NONE && recorded->source == NULL)
    g_ptr_array_remove (item->figures, recorded);
  return TRUE;
}
