/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recorded figures: ratio, count or bare value, as text and as exact rational (scoring.md, 0).
 * What was recorded is kept as it is, also where half of a ratio is absent. */
#include "ys-points.h"

#include <string.h>

#include "ys-fixed.h"

static const struct
{
  const char *nick;
  gint64 factor;
} units[] = {
  [YS_UNIT_PERCENT] = { "percent", 100 }, [YS_UNIT_PERMILLE] = { "permille", 1000 },
  [YS_UNIT_PER10K] = { "per10k", 10000 }, [YS_UNIT_PER100K] = { "per100k", 100000 },
  [YS_UNIT_COUNT] = { "count", 1 },
};

gint64
ys_unit_factor (YsUnit unit)
{
  g_return_val_if_fail ((guint)unit < G_N_ELEMENTS (units), 1);
  return units[unit].factor;
}

const char *
ys_unit_nick (YsUnit unit)
{
  g_return_val_if_fail ((guint)unit < G_N_ELEMENTS (units), NULL);
  return units[unit].nick;
}

gboolean
ys_unit_from_nick (const char *nick, YsUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_strcmp0 (nick, units[i].nick) == 0)
        {
          *unit = (YsUnit)i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
ys_figure_is_missing (const YsFigure *figure)
{
  if (figure == NULL)
    return TRUE;

  switch (figure->kind)
    {
    case YS_FIGURE_RATIO:
      return !figure->has_numerator || !figure->has_denominator || figure->denominator == 0;
    case YS_FIGURE_COUNT:
      return !figure->has_numerator;
    case YS_FIGURE_VALUE:
      return FALSE;
    case YS_FIGURE_NONE:
    default:
      return TRUE;
    }
}

void
ys_figure_to_rational (const YsFigure *figure, YsUnit unit, mpq_ptr rop)
{
  g_return_if_fail (!ys_figure_is_missing (figure));

  if (figure->kind == YS_FIGURE_VALUE)
    {
      ys_rational_set_decimal (rop, figure->value);
      return;
    }

  ys_fixed_to_rational (rop, figure->numerator, 0);
  if (figure->kind == YS_FIGURE_RATIO)
    {
      mpq_t other;

      mpq_init (other);
      ys_fixed_to_rational (other, figure->denominator, 0);
      mpq_div (rop, rop, other);
      ys_fixed_to_rational (other, ys_unit_factor (unit), 0);
      mpq_mul (rop, rop, other);
      mpq_clear (other);
    }
}

static void
append_integer (GString *text, gboolean present, gint64 number)
{
  if (present)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, number);
}

char *
ys_figure_to_text (const YsFigure *figure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (figure == NULL || figure->kind == YS_FIGURE_NONE)
    return g_strdup ("");
  if (figure->kind == YS_FIGURE_VALUE)
    {
      g_autofree char *value = ys_decimal_to_text (figure->value);
      return g_strconcat ("=", value, NULL);
    }

  append_integer (text, figure->has_numerator, figure->numerator);
  if (figure->kind == YS_FIGURE_RATIO && (figure->has_numerator || figure->has_denominator))
    {
      g_string_append_c (text, '/');
      append_integer (text, figure->has_denominator, figure->denominator);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Digits only, so that a sign is refused, and at most YS_FIGURE_LIMIT. */
static gboolean
parse_integer (const char *text, gint64 *number)
{
  if (!g_ascii_isdigit (*text) || strchr (text, '.') != NULL)
    return FALSE;
  return ys_fixed_parse (text, 0, number) && *number <= YS_FIGURE_LIMIT;
}

static gboolean
parse_ratio (const char *text, const char *slash, YsFigure *figure)
{
  g_autofree char *numerator = g_strndup (text, (gsize)(slash - text));
  const char *denominator = slash + 1;

  figure->kind = YS_FIGURE_RATIO;
  figure->has_numerator = *numerator != '\0';
  figure->has_denominator = *denominator != '\0';
  return (figure->has_numerator || figure->has_denominator)
         && (!figure->has_numerator || parse_integer (numerator, &figure->numerator))
         && (!figure->has_denominator || parse_integer (denominator, &figure->denominator));
}

static gboolean
parse_value (const char *text, YsFigure *figure)
{
  const YsDecimal limit = YS_FIGURE_LIMIT * YS_DECIMAL_ONE;

  figure->kind = YS_FIGURE_VALUE;
  return ys_decimal_parse (text, &figure->value) && figure->value >= -limit && figure->value <= limit;
}

gboolean
ys_figure_parse (const char *text, YsFigure *figure)
{
  g_return_val_if_fail (text != NULL && figure != NULL, FALSE);

  YsFigure parsed = { .kind = YS_FIGURE_NONE };
  const char *slash = strchr (text, '/');
  gboolean good;

  if (*text == '\0')
    good = TRUE;
  else if (*text == '=')
    good = parse_value (text + 1, &parsed);
  else if (slash != NULL)
    good = parse_ratio (text, slash, &parsed);
  else
    {
      parsed.kind = YS_FIGURE_COUNT;
      parsed.has_numerator = TRUE;
      good = parse_integer (text, &parsed.numerator);
    }
  if (good)
    *figure = parsed;
  return good;
}
