/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of one county: what they say, drawn and attached through the same use case as anybody's.
 * Sentences are made of the county's own names and figures; nothing here is a real office's text. */
#include "ys-sample-evidence.h"
#include "ys-sample-pdf.h"
#include "ys-workspace-evidence.h"

#include <glib/gstdio.h>
#include <string.h>

void
ys_sample_evidence_clear (YsSampleEvidence *self)
{
  for (guint i = 0; i < YS_N_PAPERS; i++)
    g_clear_pointer (&self->digest[i], g_free);
}

char *
ys_sample_abbreviation (const YsSampleCounty *county)
{
  return g_strndup (county->name, (gsize) (g_utf8_next_char (county->name) - county->name));
}

/* ---- what the papers say ---- */

static void
say (GPtrArray *paragraphs, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (GPtrArray *paragraphs, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (paragraphs, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
say_plan (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "各镇（街）党（工）委，区县级各部门：");
  say (text, "现将《%s市域社会治理现代化试点工作实施方案》印发给你们，请结合实际认真贯彻落实。", county->name);
  say (text, "一、总体要求");
  say (text, "坚持党建引领、问题导向、共建共治共享，把试点任务分解到%u个镇（街）和%u个村（社区），做到任务清单化、责任具体化、"
             "进度可核查。", county->towns, county->villages);
  say (text, "二、重点任务");
  say (text, "健全党委领导、政府负责、群团助推、社会协同、公众参与的治理体制；完善矛盾纠纷排查预警和多元化解机制；"
             "推进综治中心、网格、视联网一体运行；提高公共法律服务和社会心理服务水平。");
  say (text, "三、组织保障");
  say (text, "成立由主要领导任组长的领导小组，每季度研究一次，年中督导、年底考评。经费列入本级财政预算。"
             "对工作不力的，依照有关规定通报、约谈、挂牌督办。");
}

static void
say_centres (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "各镇（街）党（工）委：");
  say (text, "为落实市委平安办关于综治中心规范化建设的指导意见，结合本地实际，制定本实施意见。");
  say (text, "一、建设标准");
  say (text, "县、镇两级综治中心做到有机构、有人员、有场所、有经费，设置群众接待、矛盾调处、视联指挥、心理咨询等功能区，"
             "镇（街）中心面积不少于一百二十平方米，专职人员不少于三名。");
  say (text, "二、进度安排");
  say (text, "二〇二〇年十一月底前完成县级中心建设，年底前%u个镇（街）全部建成；打造一至两个示范点，供各镇（街）观摩。",
       county->towns);
  say (text, "三、运行管理");
  say (text, "实行例会、值班、首问负责、联动处置、档案管理五项制度，综治中心与网格中心、村（社区）综合服务管理平台一体运行，"
             "事件按采集、分流、处置、反馈、评价闭环办理。");
}

static void
say_survey (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "受区县委平安办委托，二〇二一年十月至十一月，对全域群众安全感、满意率和平安建设知晓率进行了电话调查。");
  say (text, "一、调查情况");
  say (text, "调查采用分层随机抽样，覆盖%u个镇（街），成功访问四百人，其中城镇二百二十人、农村一百八十人。", county->towns);
  say (text, "二、主要结果");
  say (text, "群众对平安建设的满意人数、知晓人数和心理健康知晓人数见附表。与上年相比，满意率有所提高，"
             "群众反映较多的是电信网络诈骗和夜间噪声。");
  say (text, "三、意见建议");
  say (text, "加大防诈骗宣传力度，增加夜间巡防频次；对群众反映的问题逐件回访。");
}

static void
say_summary (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "二〇二一年，%s按照市委、市政府部署，扎实推进市域社会治理现代化试点，现将工作情况报告如下。", county->name);
  say (text, "一、治理体制更加健全");
  say (text, "区县镇三级平安建设协调机制全部建成，主要领导专题研究四次，分管领导每月调度一次；政法委员全部配备到位，"
             "街道体制改革任务全面完成，社区减负事项清理到位。");
  say (text, "二、工作布局更加完善");
  say (text, "开展治安突出问题整治，常态化推进扫黑除恶；重大决策稳评应评尽评；落实领导干部接访下访，"
             "信访积案化解工作稳步推进，社会矛盾纠纷多元化解机制运行顺畅。");
  say (text, "三、治理方式更加有效");
  say (text, "法律顾问、公职律师制度实现全覆盖；村规民约全部修订；%u个村（社区）全部建立议事协商载体；"
             "雪亮工程与视联网整合运用，网格化服务管理全域覆盖。", county->villages);
  say (text, "四、存在问题和下步打算");
  say (text, "少数镇（街）综治中心场所偏小，专业社工力量不足，部分小区物业矛盾反复。下一步将补齐场所和人员短板，"
             "推进社工与网格队伍融合，健全物业纠纷联调机制。");
}

static void
say_ledger (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "本台账由%s委平安办汇总，数据由各责任部门提供并经分管领导签字确认，统计截止二〇二一年十二月三十一日。", county->name);
  say (text, "各项指标的分子、分母口径与市考核目录一致；人口数采用第七次全国人口普查公报，常住人口%u人。", county->inhabitants);
}

static void
say_minutes (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "时间：二〇二一年七月九日上午；地点：%s委三楼会议室。", county->name);
  say (text, "会议听取了试点工作半年进展情况汇报，研究了综治中心建设、网格员待遇保障、物业党建等事项。");
  say (text, "会议议定：同意安排试点创新专项资金；由组织、民政部门牵头推进社区工作者职业体系建设；"
             "由住建部门会同街道对物业矛盾突出的小区逐一约谈。");
}

static void
say_notice (GPtrArray *text, const YsSampleCounty *county)
{
  say (text, "各镇（街），各有关部门：");
  say (text, "近期，%s委平安办对试点任务落实情况进行了督导检查，现将情况通报如下。", county->name);
  say (text, "一、总体情况");
  say (text, "从检查情况看，多数镇（街）重视程度高、措施实、台账全；个别镇（街）存在佐证材料不规范、数据更新不及时的问题。");
  say (text, "二、整改要求");
  say (text, "存在问题的单位要在十五日内整改到位并书面报告，逾期未整改的予以约谈。");
}

/* ---- tables ---- */

static void
cell (GPtrArray *cells, char *text)
{
  g_ptr_array_add (cells, text);
}

static void
table_of_centres (GPtrArray *cells, const YsSampleCounty *county, YsDice *dice)
{
  for (guint i = 0; i < county->towns; i++)
    {
      gboolean last = county->stage == YS_STAGE_FILLING && i + 1 == county->towns;
      cell (cells, g_strdup_printf ("%u", i + 1));
      cell (cells, ys_sample_town (county, i));
      cell (cells, last ? g_strdup ("—") : g_strdup_printf ("%u", 125 + ys_dice_below (dice, 80)));
      cell (cells, g_strdup_printf ("%u", 2 + ys_dice_below (dice, 4)));
      cell (cells, g_strdup (last ? "改造中" : "合格"));
      cell (cells, last ? g_strdup ("—") : g_strdup_printf ("2020-%02u-%02u", 9 + ys_dice_below (dice, 4),
                                                             1 + ys_dice_below (dice, 28)));
    }
}

static char *
remark_on_centres (const YsSampleCounty *county)
{
  gboolean missing = county->stage == YS_STAGE_FILLING;
  guint ready = county->towns - (missing ? 1 : 0);
  g_autofree char *last = ys_sample_town (county, county->towns - 1);

  return g_strdup_printf ("全域应建镇（街）综治中心%u个，已验收%u个，建成率%u%%；县级综治中心1个，已于2020年9月投入运行。%s%s",
                          county->towns, ready, ready * 100 / county->towns, missing ? last : "",
                          missing ? "因场所改造延期，计划2022年3月底前验收。" : "");
}

static void
table_of_survey (GPtrArray *cells, YsDice *dice)
{
  static const char *const rows[] = { "对平安建设满意", "知晓平安建设", "城市居民心理健康知晓", "农村居民心理健康知晓", "知晓法治宣传" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint yes = 340 + ys_dice_below (dice, 55);
      cell (cells, g_strdup (rows[i]));
      cell (cells, g_strdup ("400"));
      cell (cells, g_strdup_printf ("%u", yes));
      cell (cells, g_strdup_printf ("%u.%02u%%", yes / 4, yes % 4 * 25));
    }
}

static void
table_of_ledger (GPtrArray *cells, const YsSampleCounty *county)
{
  for (guint i = 0; i < county->towns; i++)
    {
      guint villages = county->villages / county->towns + (i < county->villages % county->towns);
      cell (cells, ys_sample_town (county, i));
      cell (cells, g_strdup_printf ("%u", villages));
      cell (cells, g_strdup_printf ("%u", villages * 6));
      cell (cells, g_strdup_printf ("%u", villages * 6));
      cell (cells, g_strdup_printf ("%u", villages));
    }
}

/* ---- drawing and attaching ---- */

typedef struct {
  const char *stem, *title, *head, *number, *date, *table_title;
  gboolean scan;
} Paper;

static const Paper papers[YS_N_PAPERS] = {
  [YS_PAPER_PLAN] = { "实施方案", "%s市域社会治理现代化试点工作实施方案", "中共%s委文件", "%s发〔2020〕12号", "2020年6月28日", NULL, FALSE },
  [YS_PAPER_CENTRES] = { "综治中心", "%s综治中心规范化建设实施意见", "中共%s委政法委员会文件", "%s政法发〔2020〕17号", "2020年6月18日",
                         "%s镇（街）综治中心建设情况表", FALSE },
  [YS_PAPER_SURVEY] = { "调查报告", "%s2021年度平安建设群众满意度调查报告", NULL, NULL, "2021年12月10日", "调查结果统计表", FALSE },
  [YS_PAPER_SUMMARY] = { "工作总结", "%s2021年市域社会治理工作总结", "中共%s委平安办文件", "%s平安办发〔2021〕31号", "2021年12月28日", NULL, FALSE },
  [YS_PAPER_LEDGER] = { "指标台账", "%s试点工作指标统计台账", NULL, NULL, "2021年12月31日", "网格与村（社区）统计表", FALSE },
  [YS_PAPER_MINUTES] = { "会议纪要", "%s委专题会议纪要", "%s委专题会议纪要", "第14期", "2021年7月9日", NULL, TRUE },
  [YS_PAPER_NOTICE] = { "督导通报", "关于试点工作督导检查情况的通报", "中共%s委平安办文件", "%s平安办发〔2021〕22号", "2021年9月15日", NULL, FALSE },
  [YS_PAPER_UNUSED] = { "会议纪要（旧）", "%s委专题会议纪要（修订前）", "%s委专题会议纪要", "第9期", "2021年4月2日", NULL, TRUE },
};

static char *
with_name (const char *pattern, const char *name)
{
  const char *place = pattern != NULL ? strstr (pattern, "%s") : NULL;

  if (place == NULL)
    return g_strdup (pattern);
  return g_strdup_printf ("%.*s%s%s", (int) (place - pattern), pattern, name, place + 2);
}

static void
compose (YsSamplePaper kind, const YsSampleCounty *county, YsDice *dice, GPtrArray *text, YsSampleTable *table)
{
  static const char *const centre_columns[] = { "序号", "镇（街）", "面积（㎡）", "专职人员", "验收", "验收日期", NULL };
  static const char *const survey_columns[] = { "项目", "调查人数", "肯定人数", "比例", NULL };
  static const char *const ledger_columns[] = { "镇（街）", "村（社区）", "网格", "有网格员", "已建载体", NULL };

  switch (kind)
    {
    case YS_PAPER_PLAN:
      say_plan (text, county);
      break;
    case YS_PAPER_CENTRES:
      say_centres (text, county);
      table->columns = centre_columns;
      table_of_centres (table->cells, county, dice);
      break;
    case YS_PAPER_SURVEY:
      say_survey (text, county);
      table->columns = survey_columns;
      table_of_survey (table->cells, dice);
      break;
    case YS_PAPER_SUMMARY:
      say_summary (text, county);
      break;
    case YS_PAPER_LEDGER:
      say_ledger (text, county);
      table->columns = ledger_columns;
      table_of_ledger (table->cells, county);
      break;
    case YS_PAPER_NOTICE:
      say_notice (text, county);
      break;
    case YS_PAPER_MINUTES:
    case YS_PAPER_UNUSED:
    case YS_N_PAPERS:
    default:
      say_minutes (text, county);
      break;
    }
}

static gboolean
draw_paper (YsSamplePaper kind, const YsSampleCounty *county, YsDice *dice, const char *path, GError **error)
{
  const Paper *paper = &papers[kind];
  g_autofree char *short_name = ys_sample_abbreviation (county);
  g_autofree char *title = with_name (paper->title, county->name);
  g_autofree char *head = with_name (paper->head, county->name);
  g_autofree char *number = with_name (paper->number, short_name);
  g_autofree char *sender = g_strdup_printf ("中共%s委政法委员会", county->name);
  g_autofree char *table_title = with_name (paper->table_title, county->name);
  g_autofree char *remark = kind == YS_PAPER_CENTRES ? remark_on_centres (county) : NULL;
  g_autoptr (GPtrArray) text = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  YsSampleTable table = { table_title, NULL, cells, remark };
  YsSampleDocument document = { head, number, title, text, NULL, sender, paper->date, paper->scan };

  compose (kind, county, dice, text, &table);
  if (table.columns != NULL)
    document.table = &table;
  return ys_sample_draw (&document, path, error);
}

gboolean
ys_sample_attach (YsWorkspace *workspace, const YsSampleCounty *county, const char *scratch, YsDice *dice,
                  YsSampleEvidence *evidence, GError **error)
{
  for (YsSamplePaper kind = 0; kind < YS_N_PAPERS; kind++)
    {
      g_autofree char *title = with_name (papers[kind].title, county->name);
      g_autofree char *name = g_strconcat (papers[kind].stem, ".pdf", NULL);
      g_autofree char *path = g_build_filename (scratch, name, NULL);
      g_autoptr (YsEvidenceInfo) info = NULL;

      if (!draw_paper (kind, county, dice, path, error))
        return FALSE;
      evidence->digest[kind] = ys_workspace_attach (workspace, path, title, NULL, NULL, NULL, NULL, NULL, error);
      g_unlink (path);
      if (evidence->digest[kind] == NULL)
        return FALSE;
      info = ys_workspace_dup_evidence_info (workspace, evidence->digest[kind]);
      evidence->pages[kind] = info->pages;
    }
  return TRUE;
}
