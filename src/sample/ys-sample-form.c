/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling in the form of one county, task by task, as its clerks would have done.
 * The first county is left unfinished in the ways that people leave things unfinished, so that every screen has work. */
#include "ys-sample-form.h"
#include "ys-date.h"
#include "ys-sample-figures.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-form.h"

#include <string.h>

/* What the first county has not yet done, by task. */
static const struct { guint task; const char *state; } unfinished[] = {
  { 28, "mostly" }, { 31, "partly" }, { 32, "mostly" }, { 34, "partly" }, { 37, "mostly" },  { 39, "" },
  { 48, "partly" }, { 50, "mostly" }, { 58, "partly" }, { 67, "partly" }, { 76, "mostly" },  { 84, "partly" },
  { 91, "partly" }, { 95, "" },       { 99, "mostly" }, { 104, "partly" }, { 108, "partly" },
};
/* Where it has cited nothing yet. */
static const guint without_evidence[] = { 31, 39, 58, 91, 95, 104 };

typedef struct {
  YsWorkspace *workspace;
  const YsSampleCounty *county;
  const YsSampleEvidence *evidence;
  YsDice *dice;
  const YsTask *task;
  GPtrArray *keys, *texts; /* both with a NULL at the end when set */
} Filling;

void
ys_sample_tick (YsDice *dice)
{
  ys_clock_set_override (ys_clock_now () + (gint64) (120 + ys_dice_below (dice, 500)) * G_USEC_PER_SEC);
}

/* Takes @text. */
static void
set (Filling *filling, const char *key, char *text)
{
  g_ptr_array_add (filling->keys, g_strdup (key));
  g_ptr_array_add (filling->texts, text);
}

static void
set_part (Filling *filling, const char *stem, const char *id, const char *part, char *text)
{
  g_autofree char *key = g_strconcat (stem, ".", id, part, NULL);

  set (filling, key, text);
}

/* ---- state and date ---- */

static const char *
choose_state (Filling *filling)
{
  if (filling->county->stage == YS_STAGE_FILLING && filling->county->diligence > 80)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (unfinished); i++)
        if (unfinished[i].task == filling->task->number)
          return unfinished[i].state;
      return "done";
    }
  if (filling->county->stage == YS_STAGE_FILLING && filling->task->number > 71)
    return ""; /* they have come this far */
  if (ys_dice_chance (filling->dice, filling->county->diligence))
    return "done";
  return ys_dice_chance (filling->dice, 60) ? "mostly" : "partly";
}

static char *
choose_date (Filling *filling)
{
  YsDate due = filling->task->due;
  guint days = 3 + ys_dice_below (filling->dice, 120);
  gboolean late = !ys_dice_chance (filling->dice, 70 + filling->county->diligence / 4);

  return ys_date_to_text (late ? due + days / 2 : due - days);
}

static void
set_state (Filling *filling, const char *state)
{
  set (filling, "state", g_strdup (state));
  if (g_str_equal (state, "done"))
    set (filling, "completed", choose_date (filling));
  else if (filling->county->stage == YS_STAGE_FILLING && filling->task->number == 32)
    set (filling, "completed", g_strdup ("2022年3月底")); /* kept as written: it can't be read as a day */
  set (filling, "person", g_strdup (ys_sample_person (filling->dice)));
}

/* ---- words ---- */

static void
set_words (Filling *filling, const char *state)
{
  static const char *const ways[] = { "建立专班，逐项分解任务", "纳入年度目标责任考核", "每月调度、每季通报", "由分管领导牵头、部门联动推进",
                                      "结合主题教育活动一并落实", NULL };
  static const char *const results[] = { "形成了较为完善的工作机制", "群众反映良好", "任务清单内事项全部落实", "基层负担明显减轻",
                                         "相关做法在全市推进会上作了交流", NULL };
  static const char *const problems[] = { "个别镇（街）重视程度不够，工作进展不平衡。", "专业力量不足，人员流动较大。",
                                          "部门之间信息共享还不够及时。", "经费保障渠道单一，长效机制有待完善。", NULL };
  static const char *const measures[] = { "加强督导检查，对进展慢的镇（街）逐一约谈，限期补齐。", "通过购买服务和定向培训充实力量。",
                                          "打通数据接口，明确责任人和时限。", "将所需经费列入下年度预算，健全考核办法。", NULL };

  set (filling, "narrative.effect",
       g_strdup_printf ("围绕“%s”，%s%s，覆盖%u个镇（街）。%s。", filling->task->title,
                        filling->county->name, ys_dice_pick (filling->dice, ways), filling->county->towns,
                        ys_dice_pick (filling->dice, results)));
  if (!g_str_equal (state, "done") || ys_dice_chance (filling->dice, 35))
    {
      set (filling, "narrative.problem", g_strdup (ys_dice_pick (filling->dice, problems)));
      set (filling, "narrative.measure", g_strdup (ys_dice_pick (filling->dice, measures)));
    }
}

/* ---- figures and documents ---- */

static void
set_figures (Filling *filling)
{
  for (guint i = 0; i < filling->task->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (filling->task->metrics, i);
      gboolean first = filling->county->stage == YS_STAGE_FILLING && filling->task->number == 32;
      gboolean good = first || ys_dice_chance (filling->dice, filling->county->diligence);

      if (metric->answered_by != YS_ANSWERED_BY_COUNTY)
        continue;
      if (filling->county->stage == YS_STAGE_FILLING && filling->task->number == 84)
        continue; /* not yet asked for */
      if (first && g_str_equal (metric->id, "M032B"))
        {
          /* as its table of centres says: all but the last town; nobody wrote down from where */
          set_part (filling, "metric", metric->id, "",
                    g_strdup_printf ("%u/%u", filling->county->towns - 1, filling->county->towns));
          continue;
        }
      set_part (filling, "metric", metric->id, "",
                ys_sample_figure (metric, filling->county, good, FALSE, filling->dice));
      set_part (filling, "metric", metric->id, ".source", g_strdup (ys_sample_source (metric)));
      if (metric->comparator == YS_COMPARE_FALLING || metric->comparator == YS_COMPARE_REPORT)
        set_part (filling, "metric", metric->id, "@2020",
                  ys_sample_figure (metric, filling->county, good, TRUE, filling->dice));
    }
}

static void
set_documents (Filling *filling, const char *state)
{
  g_autofree char *short_name = ys_sample_abbreviation (filling->county);

  for (guint i = 0; i < filling->task->documents->len; i++)
    {
      const YsCatalogueDocument *document = g_ptr_array_index (filling->task->documents, i);
      YsDate date = filling->task->due - 40 - ys_dice_below (filling->dice, 140);

      if (!document->by_county || g_str_equal (state, "")
          || !ys_dice_chance (filling->dice, filling->county->diligence + 8))
        continue;
      set_part (filling, "document", document->id, ".title",
                g_strdup_printf ("%s%s", filling->county->name, document->title));
      if (filling->county->stage != YS_STAGE_FILLING || filling->task->number != 20)
        set_part (filling, "document", document->id, ".number",
                  g_strdup_printf ("%s政法发〔%d〕%u号", short_name, ys_date_get_year (date),
                                   5 + ys_dice_below (filling->dice, 40)));
      set_part (filling, "document", document->id, ".issuer", g_strdup_printf ("中共%s委政法委员会", filling->county->name));
      set_part (filling, "document", document->id, ".date", ys_date_to_text (date));
    }
}

/* ---- self scores ---- */

static void
set_self_scores (Filling *filling)
{
  YsStandard *standard = ys_workspace_get_standard (filling->workspace);
  const YsTaskStandard *task = g_ptr_array_index (standard->by_task, filling->task->index);
  gboolean frank = filling->county->stage == YS_STAGE_FILLING && filling->county->diligence > 80;

  for (guint i = 0; i < task->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (task->items, i);
      gboolean by_hand = point->measure.kind == YS_MEASURE_WORD || point->rule == YS_RULE_MANUAL;

      if (!by_hand && !(frank && (filling->task->number == 32 || filling->task->number == 48) && i < 2))
        continue;
      set_part (filling, "self", point->id, "",
                ys_points_to_short (by_hand ? point->points * 4 / 5 / 100 * 100 : point->points));
      if (!by_hand && filling->task->number == 32)
        set_part (filling, "self", point->id, ".reason", g_strdup ("场所已落实、人员已到位，只差验收，按进度折算。"));
      else if (by_hand && !(frank && filling->task->number % 9 == 0))
        set_part (filling, "self", point->id, ".reason", g_strdup ("工作落实到位，按较好自评。"));
    }
}

/* ---- citations ---- */

static gboolean
cite (Filling *filling, YsSamplePaper paper, const char *point, guint page, const char *note, GError **error)
{
  const YsCitationTarget target = { .task = filling->task->number, .point = point };
  g_autofree char *pages = g_strdup_printf ("%u", MIN (page, filling->evidence->pages[paper]));
  g_autofree char *id = ys_workspace_cite (filling->workspace, filling->evidence->digest[paper], &target, pages, NULL,
                                           note, error);

  return id != NULL;
}

static gboolean
cites_nothing (Filling *filling)
{
  if (filling->county->stage != YS_STAGE_FILLING)
    return !ys_dice_chance (filling->dice, 88 + filling->county->diligence / 10);
  for (gsize i = 0; i < G_N_ELEMENTS (without_evidence); i++)
    if (without_evidence[i] == filling->task->number)
      return TRUE;
  return FALSE;
}

static gboolean
cite_points (Filling *filling, GError **error)
{
  YsStandard *standard = ys_workspace_get_standard (filling->workspace);
  const YsTaskStandard *task = g_ptr_array_index (standard->by_task, filling->task->index);
  gboolean centres = filling->task->number == 32;

  for (guint i = 0; i < task->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (task->items, i);
      gboolean survey = point->measure.metric != NULL && point->measure.metric->denominator != NULL
                        && strstr (point->measure.metric->denominator, "调查人数") != NULL;

      if (point->measure.kind == YS_MEASURE_DOCUMENT
          && !cite (filling, centres ? YS_PAPER_CENTRES : YS_PAPER_PLAN, point->id, 1, "文件全文", error))
        return FALSE;
      if (point->measure.kind == YS_MEASURE_METRIC
          && !cite (filling, centres ? YS_PAPER_CENTRES : survey ? YS_PAPER_SURVEY : YS_PAPER_LEDGER, point->id, 3,
                    "见附表", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_citations (Filling *filling, GError **error)
{
  static const YsSamplePaper general[] = { YS_PAPER_SUMMARY, YS_PAPER_PLAN, YS_PAPER_MINUTES, YS_PAPER_NOTICE };

  if (cites_nothing (filling))
    return TRUE;
  return cite_points (filling, error)
         && cite (filling, general[ys_dice_below (filling->dice, G_N_ELEMENTS (general))], NULL,
                  1 + ys_dice_below (filling->dice, 2), NULL, error);
}

/* ---- one task, all tasks ---- */

static gboolean
fill_task (Filling *filling, GError **error)
{
  const char *state = choose_state (filling);
  gboolean done;

  if (g_str_equal (state, ""))
    return TRUE;
  filling->keys = g_ptr_array_new_with_free_func (g_free);
  filling->texts = g_ptr_array_new_with_free_func (g_free);
  set_state (filling, state);
  set_words (filling, state);
  set_figures (filling);
  set_documents (filling, state);
  set_self_scores (filling);
  g_ptr_array_add (filling->keys, NULL);
  g_ptr_array_add (filling->texts, NULL);
  ys_sample_tick (filling->dice);
  done = ys_workspace_set_entries (filling->workspace, filling->task->number,
                                   (const char *const *) filling->keys->pdata,
                                   (const char *const *) filling->texts->pdata, FALSE, error);
  g_ptr_array_unref (filling->keys);
  g_ptr_array_unref (filling->texts);
  return done && add_citations (filling, error);
}

gboolean
ys_sample_fill (YsWorkspace *workspace, const YsSampleCounty *county, const YsSampleEvidence *evidence, YsDice *dice,
                GError **error)
{
  const GPtrArray *tasks = ys_workspace_get_standard (workspace)->catalogue->tasks;
  Filling filling = { workspace, county, evidence, dice, NULL, NULL, NULL };

  for (guint i = 0; i < tasks->len; i++)
    {
      filling.task = g_ptr_array_index (tasks, i);
      if (filling.task->counties && !fill_task (&filling, error))
        return FALSE;
    }
  return TRUE;
}
