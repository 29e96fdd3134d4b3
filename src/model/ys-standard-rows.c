/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of bands: that each fits its measure and can be reached (scoring.md, rule 3 and 13).
 * Rows are compared over all numbers, a bound only with bounds of its kind. */
#include <glib/gi18n-lib.h>

#include "ys-standard-seal.h"

/* What the rows before cover of the numbers beside one kind of bound: an end below, an end above, single
 * numbers between. Nothing else can come of ge, gt, le, lt and eq. */
typedef struct
{
  gboolean has_low, has_high, all;
  gboolean low_closed, high_closed; /* whether the ends belong to it */
  YsDecimal low, high;              /* all up to low, all from high */
  GHashTable *numbers;              /* of gint64 */
} Coverage;

static gboolean
covers_number (const Coverage *self, YsDecimal number)
{
  return self->all || (self->has_low && (number < self->low || (number == self->low && self->low_closed)))
         || (self->has_high && (number > self->high || (number == self->high && self->high_closed)))
         || g_hash_table_contains (self->numbers, &number);
}

static gboolean
covers_row (const Coverage *self, YsComparator comparator, YsDecimal number)
{
  if (self->all)
    return TRUE;
  switch (comparator)
    {
    case YS_COMPARE_GE:
      return self->has_high && (self->high < number || (self->high == number && self->high_closed));
    case YS_COMPARE_GT:
      return self->has_high && self->high <= number;
    case YS_COMPARE_LE:
      return self->has_low && (self->low > number || (self->low == number && self->low_closed));
    case YS_COMPARE_LT:
      return self->has_low && self->low >= number;
    case YS_COMPARE_EQ:
      return covers_number (self, number);
    case YS_COMPARE_FALLING:
    case YS_COMPARE_REPORT:
    default:
      return FALSE;
    }
}

static void
add_number (Coverage *self, YsDecimal number)
{
  YsDecimal *key = g_new (YsDecimal, 1);

  *key = number;
  g_hash_table_add (self->numbers, key);
}

/* Ends take in single numbers that stand beside them, and meet where nothing is left between. */
static void
settle (Coverage *self)
{
  if (self->has_low && !self->low_closed)
    self->low_closed = covers_number (self, self->low);
  if (self->has_high && !self->high_closed)
    self->high_closed = covers_number (self, self->high);
  if (self->has_low && self->has_high)
    self->all =
        self->low > self->high || (self->low == self->high && (self->low_closed || self->high_closed));
}

static void
cover_row (Coverage *self, YsComparator comparator, YsDecimal number)
{
  gboolean closed = comparator == YS_COMPARE_GE || comparator == YS_COMPARE_LE;

  if (comparator == YS_COMPARE_EQ)
    add_number (self, number);
  else if (comparator == YS_COMPARE_GE || comparator == YS_COMPARE_GT)
    {
      self->has_high = TRUE;
      self->high = number;
      self->high_closed = closed;
    }
  else
    {
      self->has_low = TRUE;
      self->low = number;
      self->low_closed = closed;
    }
  settle (self);
}

static void
unreachable (YsSealing *self, const YsPoint *point, const YsBandRow *row)
{
  ys_seal_fault (self, row->line, point->id,
                 _ ("Point %s: this row can never be reached; the rows before it hold first."), point->id);
}

static void
seal_word_row (YsSealing *self, const YsPoint *point, const YsBandRow *row, GHashTable *words)
{
  if (row->kind != YS_ROW_WORD || row->word == NULL || *row->word == '\0')
    ys_seal_fault (self, row->line, point->id,
                   _ ("Point %s: its measure is a word, so every row names a word."), point->id);
  else if (!ys_seal_word_fits (&point->measure, row->word))
    ys_seal_fault (self, row->line, point->id, _ ("Point %s: \"%s\" is no word of its measure."), point->id,
                   row->word);
  else if (!g_hash_table_add (words, row->word))
    unreachable (self, point, row);
}

static void
seal_word_rows (YsSealing *self, const YsPoint *point)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  if (point->measure.kind == YS_MEASURE_WORD && point->rows->len == 0)
    ys_seal_fault (self, point->line, point->id, _ ("Point %s: words are the rows, but there are none."),
                   point->id);
  for (guint i = 0; i < point->rows->len; i++)
    seal_word_row (self, point, g_ptr_array_index (point->rows, i), words);
}

static void
seal_number_rows (YsSealing *self, const YsPoint *point)
{
  Coverage coverage[YS_BOUND_WORST + 1] = { 0 };
  gboolean all = FALSE;

  if (point->rows->len == 0)
    ys_seal_fault (self, point->line, point->id, _ ("Point %s: bands on a number need rows."), point->id);
  for (guint i = 0; i < G_N_ELEMENTS (coverage); i++)
    coverage[i].numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);
      Coverage *kind = &coverage[row->bound.kind];

      if (row->kind == YS_ROW_WORD)
        {
          ys_seal_fault (self, row->line, point->id,
                         _ ("Point %s: its measure is a number, but the row names a word."), point->id);
          continue;
        }
      if (row->kind == YS_ROW_COMPARE)
        ys_seal_bound (self, &point->measure, &row->bound, point->id, row->line);
      if (all || (row->kind == YS_ROW_COMPARE && covers_row (kind, row->comparator, row->bound.number)))
        unreachable (self, point, row);
      else if (row->kind == YS_ROW_REPORTED)
        all = TRUE;
      else
        {
          cover_row (kind, row->comparator, row->bound.number);
          all = kind->all;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (coverage); i++)
    g_hash_table_unref (coverage[i].numbers);
}

void
ys_seal_rows (YsSealing *self, const YsPoint *point)
{
  switch (ys_seal_measured (&point->measure))
    {
    case YS_MEASURED_WORD:
      seal_word_rows (self, point);
      break;
    case YS_MEASURED_NUMBER:
      seal_number_rows (self, point);
      break;
    case YS_MEASURED_NOTHING:
    case YS_MEASURED_RECORDS:
    default:
      ys_seal_fault (self, point->line, point->id, _ ("Point %s: bands need a measure to look at."),
                     point->id);
      break;
    }
  for (guint i = 0; i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);

      if (row->amount > YS_POINTS_MAX || row->amount < -YS_POINTS_MAX)
        ys_seal_fault (self, row->line, point->id, _ ("Point %s: the row gives more than 10,000 points."),
                       point->id);
    }
}
