/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that could be a county's: denominators from its people, towns and villages, numerators around the target.
 * Whole numbers throughout; a share never exceeds its whole. */
#include "ys-sample-figures.h"

#include <string.h>

static gboolean
speaks_of (const char *text, const char *word)
{
  return text != NULL && strstr (text, word) != NULL;
}

static gint64
denominator_of (const YsMetric *metric, const YsSampleCounty *county, YsDice *dice)
{
  const char *text = metric->denominator;

  if (speaks_of (text, "调查人数"))
    return 400;
  if (speaks_of (text, "建成区常住") || speaks_of (text, "在册"))
    return speaks_of (text, "在册") ? county->inhabitants / 220 : county->inhabitants * 2 / 5;
  if (speaks_of (text, "农村地区常住"))
    return county->inhabitants * 3 / 5;
  if (speaks_of (text, "人口"))
    return county->inhabitants;
  if (speaks_of (text, "县级综治中心") || speaks_of (text, "县级单位"))
    return 1;
  if (speaks_of (text, "三级综治中心"))
    return county->towns + 1;
  if (speaks_of (text, "城市社区"))
    return county->villages / 4 + 1;
  if (speaks_of (text, "镇"))
    return county->towns;
  if (speaks_of (text, "网格") && !speaks_of (text, "社区"))
    return county->villages * 6;
  if (speaks_of (text, "村"))
    return county->villages;
  if (speaks_of (text, "月份"))
    return 12;
  return 40 + ys_dice_below (dice, 160);
}

/* Thousandths of the whole (of the unit's factor) that the county reaches. */
static gint64
aim_of (const YsMetric *metric, gboolean good, gboolean before, YsDice *dice)
{
  gint64 target = metric->has_target ? metric->target : 0;

  switch (metric->comparator)
    {
    case YS_COMPARE_FALLING: /* cases for ten thousand people: 40 to 60, fewer than last year where good */
      return (before == good ? 560000 : 470000) + (gint64) ys_dice_below (dice, 30000);
    case YS_COMPARE_REPORT:
      return (metric->unit == YS_UNIT_PERMILLE ? 45000 : 900000) + (before == good ? 0 : 14000)
             + (gint64) ys_dice_below (dice, 6000);
    case YS_COMPARE_GE:
    case YS_COMPARE_GT:
    case YS_COMPARE_LE:
    case YS_COMPARE_LT:
    case YS_COMPARE_EQ:
    default:
      return good ? target + target * (gint64) (1 + ys_dice_below (dice, 12)) / 300
                  : target - target * (gint64) (2 + ys_dice_below (dice, 10)) / 100;
    }
}

char *
ys_sample_figure (const YsMetric *metric, const YsSampleCounty *county, gboolean good, gboolean before, YsDice *dice)
{
  gint64 factor = ys_unit_factor (metric->unit);
  gint64 aim = aim_of (metric, good, before, dice);
  gint64 denominator, numerator;

  if (metric->unit == YS_UNIT_COUNT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, good ? aim / YS_DECIMAL_ONE + 1 : MAX (0, aim / YS_DECIMAL_ONE));
  denominator = denominator_of (metric, county, dice);
  numerator = (denominator * aim + factor * YS_DECIMAL_ONE - 1) / (factor * YS_DECIMAL_ONE);
  if (!good && numerator > 0 && denominator < 30)
    numerator = denominator * aim / (factor * YS_DECIMAL_ONE);
  if (metric->comparator != YS_COMPARE_FALLING)
    numerator = MIN (numerator, denominator);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, numerator, denominator);
}

const char *
ys_sample_source (const YsMetric *metric)
{
  if (speaks_of (metric->denominator, "调查人数"))
    return "2021年度群众满意度调查报告";
  if (speaks_of (metric->denominator, "人口"))
    return "统计公报与部门台账";
  return "试点工作指标统计台账";
}
