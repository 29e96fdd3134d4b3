/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's summary 全市汇总: ranking, those not ranked with the reason, parts side by side, deductions, what is open. */
#include "ys-chart-sheet.h"
#include "ys-date.h"
#include "ys-report-private.h"

#define TABLE_SIZE 10.0

static const char *
grade_name (const YsReport *self, const YsSheetUnit *unit)
{
  return ((YsGrade *)g_ptr_array_index (self->sheet->standard->grades, unit->grade))->name;
}

/* "86.00至91.50" where something is open, else "". */
static char *
range_text (const YsSheetUnit *unit)
{
  g_autofree char *low = ys_points_to_display (unit->low), *high = ys_points_to_display (unit->high);

  return unit->high > unit->low ? g_strdup_printf ("%s至%s", low, high) : g_strdup ("");
}

/* The gap to the ranked unit before @index in the same group, or "". */
static char *
gap_text (const YsReport *self, guint index)
{
  const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, index);
  const YsSheetUnit *above;

  if (index == 0)
    return g_strdup ("");
  above = g_ptr_array_index (self->sheet->units, index - 1);
  if (!above->has_rank || above->vetoed != unit->vetoed || above->total < unit->total
      || g_strcmp0 (above->unit != NULL ? above->unit->group_id : NULL,
                    unit->unit != NULL ? unit->unit->group_id : NULL)
             != 0)
    return g_strdup ("");
  return ys_points_to_display (above->total - unit->total);
}

static const YsFolioColumn rank_columns[]
    = { { "名次", 0.8, YS_FOLIO_CENTRE, FALSE },  { "县区", 1.4, YS_FOLIO_LEFT, FALSE },
        { "基础分", 1.2, YS_FOLIO_RIGHT, FALSE }, { "加分", 1, YS_FOLIO_RIGHT, FALSE },
        { "扣分", 1.1, YS_FOLIO_RIGHT, FALSE },   { "总分", 1.2, YS_FOLIO_RIGHT, FALSE },
        { "等次", 1.1, YS_FOLIO_CENTRE, FALSE },  { "上差", 1, YS_FOLIO_RIGHT, FALSE },
        { "可能范围", 2.2, YS_FOLIO_CENTRE, FALSE } };

static void
add_rank_row (YsReport *self, guint index)
{
  const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, index);
  g_autofree char *rank = unit->has_rank ? g_strdup_printf ("%u", unit->rank) : g_strdup ("—");
  g_autofree char *base = ys_points_to_display (unit->base), *bonus = ys_points_to_display (unit->bonus);
  g_autofree char *deduction = ys_report_deduction (unit->deduction), *total = ys_points_to_display (unit->total);
  g_autofree char *gap = unit->has_rank ? gap_text (self, index) : g_strdup ("");
  g_autofree char *range = range_text (unit);
  g_autofree char *grade = g_strconcat (grade_name (self, unit), unit->vetoed ? "（一票否决）" : "", NULL);

  ys_folio_add_row (self->folio, unit->has_rank ? YS_FOLIO_ROW_PLAIN : YS_FOLIO_ROW_GREY,
                    (const char *const[]){ rank, ys_report_unit_name (unit), base, bonus, deduction, total, grade, gap,
                                           range });
}

static guint
count_ranked (const YsSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->units->len; i++)
    n += ((YsSheetUnit *)g_ptr_array_index (sheet->units, i))->has_rank;
  return n;
}

static void
add_ranking (YsReport *self, guint ranked)
{
  ys_report_add_heading (self, 1, "一、排名");
  if (ranked == 0)
    ys_folio_add (self->folio, YS_FOLIO_TEXT, "还没有完成评审的县区，暂无排名。");
  if (ranked > 0)
    {
      ys_folio_begin_table (self->folio, rank_columns, G_N_ELEMENTS (rank_columns), TABLE_SIZE);
      for (guint i = 0; i < self->sheet->units->len; i++)
        if (((YsSheetUnit *)g_ptr_array_index (self->sheet->units, i))->has_rank)
          add_rank_row (self, i);
      ys_folio_end_table (self->folio);
      ys_folio_add (self->folio, YS_FOLIO_NOTE, "按认定分在组内排名；同分的，扣分少的在前，再看基础分。上差：与上一名的差距。");
    }
  ys_report_add_counties_chart (self);
}

/* "尚未评审，不参加排名（已受理）", full; NULL of one that is ranked. */
static char *
reason_text (const YsSheetUnit *unit)
{
  if (unit->has_rank)
    return NULL;
  return g_strdup_printf ("%s（%s）", unit->no_rank_reason != NULL ? unit->no_rank_reason : "未参加排名",
                          ys_submission_state_label (unit->state));
}

/* Why they are not ranked: all of one reason in one sentence, in the order of their first. */
static void
add_reasons (YsReport *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      char *reason = reason_text (g_ptr_array_index (self->sheet->units, i));
      g_autoptr (GString) line = NULL;

      if (reason == NULL || !g_hash_table_add (told, reason))
        continue;
      line = g_string_new (reason);
      for (guint j = i; j < self->sheet->units->len; j++)
        {
          const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, j);
          g_autofree char *same = reason_text (unit);

          if (g_strcmp0 (same, reason) == 0)
            g_string_append_printf (line, "%s%s", j == i ? "：" : "、", ys_report_unit_name (unit));
        }
      g_string_append (line, "。");
      ys_folio_add (self->folio, YS_FOLIO_SMALL, line->str);
    }
}

static void
add_unranked (YsReport *self)
{
  ys_report_add_heading (self, 1, "二、未排名的县区");
  if (count_ranked (self->sheet) == self->sheet->units->len)
    {
      ys_folio_add (self->folio, YS_FOLIO_TEXT, "所有县区均已排名。");
      return;
    }
  ys_folio_begin_table (self->folio, rank_columns, G_N_ELEMENTS (rank_columns), TABLE_SIZE);
  for (guint i = 0; i < self->sheet->units->len; i++)
    if (!((YsSheetUnit *)g_ptr_array_index (self->sheet->units, i))->has_rank)
      add_rank_row (self, i);
  ys_folio_end_table (self->folio);
  add_reasons (self);
}

static gboolean
is_given (const YsSheet *sheet, const char *id)
{
  for (guint i = 0; i < sheet->units->len; i++)
    if (g_strcmp0 (((YsSheetUnit *)g_ptr_array_index (sheet->units, i))->submission->unit, id) == 0)
      return TRUE;
  return FALSE;
}

/* Counties of the round of which nothing has come in. */
static void
add_absent (YsReport *self)
{
  const GPtrArray *units = self->sheet->facts->assessment->units;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);

      if (unit->kind == YS_OFFICE_COUNTY && !is_given (self->sheet, unit->id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", unit->name);
    }
  if (names->len == 0)
    return;
  g_string_prepend (names, "尚未收到自查申报的：");
  g_string_append (names, "。");
  ys_folio_add (self->folio, YS_FOLIO_SMALL, names->str);
}

/* The parts of all counties side by side. */
static void
add_parts (YsReport *self)
{
  const GPtrArray *parts = self->sheet->standard->parts;
  guint n = MIN (parts->len, YS_FOLIO_MAX_COLUMNS - 2);
  YsFolioColumn columns[YS_FOLIO_MAX_COLUMNS] = { { "县区", 1.4, YS_FOLIO_LEFT, FALSE } };
  char *titles[YS_FOLIO_MAX_COLUMNS] = { NULL };

  ys_report_add_heading (self, 1, "三、各部分得分");
  for (guint i = 0; i < n; i++)
    {
      const YsPartStandard *part = g_ptr_array_index (parts, i);
      const YsHeading *heading = ys_catalogue_get_heading (self->sheet->standard->catalogue, part->id);
      g_autofree char *points = ys_points_to_short (part->points);

      titles[i] = g_strdup_printf ("%s（%s）", heading->name, points);
      columns[i + 1] = (YsFolioColumn){ titles[i], 1.4, YS_FOLIO_RIGHT, FALSE };
    }
  columns[n + 1] = (YsFolioColumn){ "基础分", 1.2, YS_FOLIO_RIGHT, FALSE };
  ys_folio_begin_table (self->folio, columns, n + 2, TABLE_SIZE);
  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, i);
      const char *cells[YS_FOLIO_MAX_COLUMNS] = { ys_report_unit_name (unit) };
      char *texts[YS_FOLIO_MAX_COLUMNS] = { NULL };

      for (guint j = 0; j < n; j++)
        cells[j + 1] = texts[j] = ys_points_to_display (
            ((YsSheetPart *)g_ptr_array_index (unit->parts, j))->score[unit->figure]);
      cells[n + 1] = texts[n] = ys_points_to_display (unit->base);
      ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN, cells);
      for (guint j = 0; j <= n; j++)
        g_free (texts[j]);
    }
  ys_folio_end_table (self->folio);
  for (guint i = 0; i < n; i++)
    g_free (titles[i]);
  ys_report_add_bars_chart (self);
}

/* Everything that deducts, county by county. */
static void
add_deductions (YsReport *self)
{
  static const YsFolioColumn columns[] = { { "县区", 1.2, YS_FOLIO_LEFT, FALSE },
                                           { "扣分事由", 4.6, YS_FOLIO_LEFT, FALSE },
                                           { "条目", 1, YS_FOLIO_CENTRE, FALSE },
                                           { "扣分", 1, YS_FOLIO_RIGHT, FALSE } };
  g_autoptr (GString) none = g_string_new (NULL);

  ys_report_add_heading (self, 1, "四、负面清单扣分");
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, i);
      const char *name = ys_report_unit_name (unit);
      g_autofree char *sum = ys_report_deduction (unit->deduction);

      for (guint j = 0; j < unit->thresholds->len; j++)
        {
          const YsSheetThreshold *threshold = g_ptr_array_index (unit->thresholds, j);
          g_autofree char *deduction = ys_report_deduction (threshold->deduction);

          if (threshold->deduction > 0)
            ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                              (const char *const[]){ name, threshold->item->name, threshold->item->id, deduction });
        }
      for (guint j = 0; j < unit->occurrences->len; j++)
        {
          const YsSheetOccurrence *shown = g_ptr_array_index (unit->occurrences, j);
          g_autofree char *deduction = ys_report_deduction (shown->deduction);

          if (shown->deduction > 0)
            ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                              (const char *const[]){ name, shown->occurrence->title,
                                                     shown->counted != NULL ? shown->counted->id : "", deduction });
        }
      if (unit->deduction > 0)
        ys_folio_add_row (self->folio, YS_FOLIO_ROW_STRONG, (const char *const[]){ name, "扣分合计", "", sum });
      else
        g_string_append_printf (none, "%s%s", none->len > 0 ? "、" : "", name);
    }
  ys_folio_end_table (self->folio);
  if (none->len == 0)
    return;
  g_string_prepend (none, "没有扣分的：");
  g_string_append (none, "。");
  ys_folio_add (self->folio, YS_FOLIO_SMALL, none->str);
}

/* How much is open in each county, and what its suspected occurrences would cost. */
static void
add_open (YsReport *self)
{
  static const YsFolioColumn columns[] = { { "县区", 1.2, YS_FOLIO_LEFT, FALSE },
                                           { "待定得分点", 1, YS_FOLIO_RIGHT, FALSE },
                                           { "待补阈值", 1, YS_FOLIO_RIGHT, FALSE },
                                           { "待核实情形", 1, YS_FOLIO_RIGHT, FALSE },
                                           { "逐起认定再扣", 1.4, YS_FOLIO_RIGHT, FALSE } };

  ys_report_add_heading (self, 1, "五、待定和待核实");
  ys_folio_begin_table (self->folio, columns, G_N_ELEMENTS (columns), TABLE_SIZE);
  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (self->sheet->units, i);
      guint thresholds = 0, suspected = 0;
      YsPoints would = 0;
      g_autofree char *points = g_strdup_printf ("%u", unit->open_points);
      g_autofree char *missing = NULL, *waiting = NULL, *cost = NULL;

      for (guint j = 0; j < unit->thresholds->len; j++)
        thresholds += ((YsSheetThreshold *)g_ptr_array_index (unit->thresholds, j))->open;
      for (guint j = 0; j < unit->occurrences->len; j++)
        {
          const YsSheetOccurrence *shown = g_ptr_array_index (unit->occurrences, j);

          suspected += shown->has_would_deduct;
          would += shown->has_would_deduct ? shown->would_deduct : 0;
        }
      missing = g_strdup_printf ("%u", thresholds);
      waiting = g_strdup_printf ("%u", suspected);
      cost = ys_report_deduction (would);
      ys_folio_add_row (self->folio, YS_FOLIO_ROW_PLAIN,
                        (const char *const[]){ ys_report_unit_name (unit), points, missing, waiting, cost });
    }
  ys_folio_end_table (self->folio);
}

void
ys_report_add_city (YsReport *self)
{
  const YsAssessment *assessment = self->sheet->facts->assessment;
  g_autofree char *closing = ys_date_to_text (assessment->closing);
  guint ranked = count_ranked (self->sheet), counties = 0;
  g_autofree char *scope = NULL;

  for (guint i = 0; i < assessment->units->len; i++)
    counties += ((YsUnitInfo *)g_ptr_array_index (assessment->units, i))->kind == YS_OFFICE_COUNTY;
  scope = g_strdup_printf ("本次考核共%u个县区，报送截止%s，已收到%u个县区的自查申报，%u个已排名。", counties, closing,
                           self->sheet->units->len, ranked);
  ys_folio_add (self->folio, YS_FOLIO_TITLE, self->title);
  ys_folio_add (self->folio, YS_FOLIO_TEXT, scope);
  add_ranking (self, ranked);
  add_unranked (self);
  add_absent (self);
  add_parts (self);
  add_deductions (self);
  add_open (self);
}
