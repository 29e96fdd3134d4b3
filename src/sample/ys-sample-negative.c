/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list and the records of one county: invented troubles of an invented place.
 * What a county declares is suspected; the city of the sample confirms some of it. */
#include "ys-facts-parts.h"
#include "ys-sample-form.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"

#include <string.h>

/* One occurrence that a county declares. Items: id, then severity, or a number of cases for a threshold item. */
typedef struct {
  const char *county, *title, *summary, *date;
  const char *items[5];
  guint deaths;
} Trouble;

static const Trouble troubles[] = {
  { "990103", "柳林街道农贸市场拆迁引发群体聚集", "约六十人聚集，经现场劝导当日散去，诉求已纳入信访事项办理。", "2021-05-18",
    { "N5.1", "S1", "N5.2", "S1" }, 0 },
  { "990104", "东岭镇石料加工企业坍塌事故", "作业面坍塌，三人死亡，事故调查报告已批复。", "2021-08-02", { "N6.1", "S2" }, 3 },
  { "990121", "清河镇一案致三人死亡命案", "因婚姻家庭纠纷引发，案件当日侦破。", "2021-03-27", { "N4.1", "1", "N4.3", "S1" }, 3 },
  { "990122", "跨省网络赌博团伙案", "涉案人员在辖区租住房屋作案，社会影响较大。", "2021-09-14", { "N4.4", "S1", "N4.6", "S1" }, 0 },
  { "990125", "北湾镇饮用水源污染事件", "上游企业偷排引起，供水中断十一小时。", "2021-06-30", { "N6.2", "S1" }, 0 },
  { "990125", "北湾镇水源地水质异常舆情", "网络转载较多，市里已作回应。", "2021-07-01", { "N5.2", "S1" }, 0 },
  { "990128", "村级协管员非法集资案", "涉及群众四十余人，案件在办。", "2021-11-09", { "N4.5", "S1" }, 0 },
};

static void
add_ticks (YsOccurrence *occurrence, const Trouble *trouble)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (trouble->items) && trouble->items[i] != NULL; i += 2)
    {
      YsTick *tick = ys_tick_new ();
      tick->item = g_strdup (trouble->items[i]);
      if (trouble->items[i + 1][0] == 'S')
        tick->severity = g_strdup (trouble->items[i + 1]);
      else
        {
          tick->has_cases = TRUE;
          tick->cases = (gint64) g_ascii_strtoull (trouble->items[i + 1], NULL, 10);
        }
      g_ptr_array_add (occurrence->ticks, tick);
    }
}

static gboolean
declare_troubles (YsWorkspace *workspace, const YsSampleCounty *county, YsDice *dice, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      const Trouble *trouble = &troubles[i];
      g_autoptr (YsOccurrence) occurrence = NULL;
      g_autofree char *id = NULL;

      if (!g_str_equal (trouble->county, county->code))
        continue;
      occurrence = ys_occurrence_new ();
      occurrence->unit = g_strdup (county->code);
      occurrence->title = g_strdup (trouble->title);
      occurrence->summary = g_strdup (trouble->summary);
      occurrence->date = ys_date_parse (trouble->date);
      occurrence->count = 1;
      occurrence->has_deaths = trouble->deaths > 0;
      occurrence->deaths = trouble->deaths;
      add_ticks (occurrence, trouble);
      ys_sample_tick (dice);
      id = ys_workspace_save_occurrence (workspace, occurrence, error);
      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_thresholds (YsWorkspace *workspace, const YsSampleCounty *county, YsDice *dice, GError **error)
{
  gboolean good = county->diligence >= 80;
  gboolean first = county->stage == YS_STAGE_FILLING;
  guint safe = good ? 386 + ys_dice_below (dice, 12) : 372 + ys_dice_below (dice, 10);
  guint known = good ? 378 + ys_dice_below (dice, 18) : 366 + ys_dice_below (dice, 10);
  guint cases = g_str_equal (county->code, "990121") ? 3 : ys_dice_below (dice, 3);
  g_autofree char *safety = g_strdup_printf ("%u/400", safe);
  g_autofree char *knowledge = g_strdup_printf ("%u/400", known);
  g_autofree char *homicides = g_strdup_printf ("%u/%u", cases, county->inhabitants);
  const char *source = "2021年度省级公众安全感调查";

  ys_sample_tick (dice);
  return ys_workspace_set_threshold (workspace, county->code, "N1.1", safety, source, 0, TRUE, error)
         /* the survey of the unfinished one has not come yet */
         && (first || ys_workspace_set_threshold (workspace, county->code, "N1.2", knowledge, source, 0, TRUE, error))
         && ys_workspace_set_threshold (workspace, county->code, "N4.1", homicides, "公安机关年度统计", 0, TRUE, error);
}

static gboolean
has_trouble (const char *county, const char *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    for (guint t = 0; g_str_equal (troubles[i].county, county) && t < G_N_ELEMENTS (troubles[i].items)
                      && troubles[i].items[t] != NULL; t += 2)
      if (g_str_equal (troubles[i].items[t], item))
        return TRUE;
  return FALSE;
}

static gboolean
declare_nothing (YsWorkspace *workspace, const YsSampleCounty *county, GError **error)
{
  const GPtrArray *items = ys_workspace_get_standard (workspace)->catalogue->items;

  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);
      if (!item->threshold && !has_trouble (county->code, item->id)
          && !ys_workspace_declare_none (workspace, item->id, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_records (YsWorkspace *workspace, const YsSampleCounty *county, YsDice *dice, GError **error)
{
  static const struct { const char *clause, *title, *date, *level; guint chance; } awards[] = {
    { "C-B5.2", "全省平安建设先进集体", "2021-04-22", "省级", 40 },
    { "C-B5.3", "全市市域社会治理工作先进单位", "2021-12-20", "市级", 65 },
    { "C-B2.1", "网格“码上议”特色亮点", "2021-10-15", "市级", 70 },
    { "C-B3.1", "多元解纷典型案例", "2021-11-03", "市级", 45 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (awards); i++)
    {
      g_autoptr (YsRecord) record = NULL;
      g_autofree char *id = NULL;

      if (!ys_dice_chance (dice, awards[i].chance))
        continue;
      record = ys_record_new ();
      record->unit = g_strdup (county->code);
      record->clause = g_strdup (awards[i].clause);
      record->title = g_strdup (awards[i].title);
      record->level = g_strdup (awards[i].level);
      record->date = ys_date_parse (awards[i].date);
      record->count = 1;
      ys_sample_tick (dice);
      id = ys_workspace_save_record (workspace, record, error);
      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_sample_fill_negative (YsWorkspace *workspace, const YsSampleCounty *county, YsDice *dice, GError **error)
{
  const char *const keys[] = { "metric.M6H", NULL };
  const char *const texts[] = { "2", NULL };

  if (!set_thresholds (workspace, county, dice, error) || !declare_troubles (workspace, county, dice, error)
      || !add_records (workspace, county, dice, error)
      || !ys_workspace_set_entries (workspace, 0, keys, texts, FALSE, error))
    return FALSE;
  return county->stage == YS_STAGE_FILLING || declare_nothing (workspace, county, error);
}
