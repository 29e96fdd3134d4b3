/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check list before submitting: what must be put right, what costs points or will be asked back, what is worth a look.
 * Every line leads to the field where it can be mended (gui.md, 检查报送). */
#include "ys-workspace-evidence.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-private.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From how many tasks on one PDF for all of them looks like a sweeping proof. */
#define MANY_TASKS 5

typedef struct {
  YsWorkspace *self;
  YsFacts *facts;
  YsSheet *sheet;
  YsSheetUnit *unit;     /* NULL where the sheet failed */
  YsSubmission *submission;
  GPtrArray *checks;
} Checking;

void
ys_check_free (YsCheck *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->nick, self->item, self->key, self->evidence, self->what, self->why, self->action };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

/* Takes @what and @why. */
static YsCheck *
add (Checking *checking, YsCheckLevel level, const char *nick, guint task, const char *key, char *what, char *why,
     const char *action)
{
  YsCheck *check = g_new0 (YsCheck, 1);

  check->level = level;
  check->nick = g_strdup (nick);
  check->task = task;
  check->key = g_strdup (key);
  check->what = what;
  check->why = why;
  check->action = g_strdup (action);
  g_ptr_array_add (checking->checks, check);
  return check;
}

/* ---- musts ---- */

/* Thresholds have a check of their own, declarations can't be wrong, and what is not registered yet is not sent. */
static gboolean
is_checked_here (guint task, const char *key)
{
  return task != 0 || g_str_has_prefix (key, "metric.")
         || (g_str_has_prefix (key, "occurrence.") && !ys_occurrence_key_is_new (key));
}

static void
check_unreadable (Checking *checking)
{
  YsWorkspace *self = checking->self;
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer slot;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    g_ptr_array_add (slots, g_strdup (slot));
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    if (!g_hash_table_contains (self->entries, slot))
      g_ptr_array_add (slots, g_strdup (slot));
  g_mutex_unlock (&self->lock);

  for (guint i = 0; i < slots->len; i++)
    {
      const char *name = g_ptr_array_index (slots, i);
      guint task = (guint) g_ascii_strtoull (name, NULL, 10);
      const char *key = strchr (name, '\t') + 1;
      g_autofree char *problem = is_checked_here (task, key) ? ys_workspace_dup_entry_problem (self, task, key) : NULL;

      if (problem == NULL)
        continue;
      g_autofree char *text = ys_workspace_dup_entry (self, task, key);
      g_autofree char *label = g_str_has_prefix (key, "occurrence.") ? ys_workspace_dup_occurrence_label (self, key)
                                                                     : ys_entry_label (self->standard, task, key);
      add (checking, YS_CHECK_MUST, "unreadable", task, key, g_strdup_printf ("%s读不懂：“%s”", label, text),
           g_strdup ("原文已保存，但不能计算；请改成规定的写法"), "去修改");
    }
}

static void
check_item (Checking *checking, const YsTask *task, const YsItem *item)
{
  if (item->state == YS_STATE_DONE && item->completed == 0)
    {
      g_autofree char *typed = ys_workspace_dup_entry (checking->self, task->number, "completed");
      if (typed[0] == '\0')
        add (checking, YS_CHECK_MUST, "state-without-date", task->number, "completed",
             g_strdup_printf ("%s已完成，但没有完成日期", task->title), g_strdup ("没有日期只能按基本完成计分，是否逾期也无法判断"),
             "去填日期");
    }
  if (item->state == YS_STATE_NA && (item->na_reason == NULL || item->na_reason[0] == '\0'))
    add (checking, YS_CHECK_MUST, "na-without-reason", task->number, "na_reason",
         g_strdup_printf ("%s：不适用没有写理由", task->title), g_strdup ("标为不适用要说明理由，由市里认可"), "去写理由");
}

static void
check_missing_files (Checking *checking)
{
  g_autoptr (GPtrArray) evidence = ys_workspace_dup_evidence (checking->self);

  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (evidence, i);
      if (info->present || info->citations == 0)
        continue;
      YsCheck *check = add (checking, YS_CHECK_MUST, "missing-file", 0, NULL,
                            g_strdup_printf ("佐证《%s》的文件不见了", info->title),
                            g_strdup_printf ("有 %u 处引用；文件不在工作区，不能报送", info->citations), "去看看");
      check->evidence = g_strdup (info->digest);
    }
}

/* ---- shoulds ---- */

static void
check_figures (Checking *checking, const YsTask *task, const YsItem *item)
{
  for (guint i = 0; i < task->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (task->metrics, i);
      const YsRecordedFigure *found = NULL;
      g_autofree char *key = g_strconcat ("metric.", metric->id, ".numerator", NULL);
      g_autofree char *source_key = g_strconcat ("metric.", metric->id, ".source", NULL);

      if (metric->answered_by != YS_ANSWERED_BY_COUNTY)
        continue;
      for (guint f = 0; item != NULL && f < item->figures->len; f++)
        {
          const YsRecordedFigure *figure = g_ptr_array_index (item->figures, f);
          if (g_strcmp0 (figure->metric, metric->id) == 0 && figure->year == checking->self->assessment->year)
            found = figure;
        }
      if (found == NULL || ys_figure_is_missing (&found->figure))
        add (checking, YS_CHECK_SHOULD, "figure-missing", task->number, key, g_strdup_printf ("%s没有数据", metric->name),
             g_strdup_printf ("缺 %d 年的数据，该项暂按 0 分计", checking->self->assessment->year), "去补数");
      else if (found->source == NULL || found->source[0] == '\0')
        add (checking, YS_CHECK_SHOULD, "figure-without-source", task->number, source_key,
             g_strdup_printf ("%s没有写来源", metric->name), g_strdup ("缺数据来源，市里无法核对"), "去填来源");
      else if (found->figure.kind == YS_FIGURE_RATIO && metric->unit == YS_UNIT_PERCENT
               && found->figure.numerator > found->figure.denominator)
        add (checking, YS_CHECK_HINT, "share-above-100", task->number, key, g_strdup_printf ("%s超过 100%%", metric->name),
             g_strdup_printf ("分子 %" G_GINT64_FORMAT " 大于分母 %" G_GINT64_FORMAT "，请核对", found->figure.numerator,
                              found->figure.denominator),
             "去核对");
    }
}

static void
check_documents (Checking *checking, const YsTask *task, const YsItem *item)
{
  for (guint i = 0; i < task->documents->len; i++)
    {
      const YsCatalogueDocument *document = g_ptr_array_index (task->documents, i);
      const YsIssuedDocument *issued = NULL;
      g_autofree char *key = g_strconcat ("document.", document->id, ".number", NULL);

      if (!document->by_county)
        continue;
      for (guint d = 0; item != NULL && d < item->documents->len; d++)
        if (g_strcmp0 (((YsIssuedDocument *) g_ptr_array_index (item->documents, d))->document, document->id) == 0)
          issued = g_ptr_array_index (item->documents, d);
      if (issued == NULL)
        continue; /* none was issued: the task's state says so already */
      gboolean numbered = (issued->number != NULL && issued->number[0] != '\0')
                          || (issued->unnumbered && issued->issuer != NULL && issued->issuer[0] != '\0');
      if (!numbered || issued->date == 0)
        add (checking, YS_CHECK_SHOULD, "document-without-number", task->number, key,
             g_strdup_printf ("《%s》没有%s", document->title, numbered ? "日期" : "文号"),
             g_strdup ("要求出台的文件要有文号和日期；没有文号的写“无文号”和发文单位"), "去补文号");
    }
}

static void
check_self_scores (Checking *checking, const YsSheetTask *sheet_task)
{
  for (guint i = 0; i < sheet_task->details->len; i++)
    {
      const YsSheetPoint *detail = g_ptr_array_index (sheet_task->details, i);
      guint number = sheet_task->standard->number;
      g_autofree char *key = g_strconcat ("self.", detail->point->id, NULL);
      g_autofree char *reason_key = g_strconcat (key, ".reason", NULL);
      g_autofree char *reason = ys_workspace_dup_entry (checking->self, number, reason_key);

      if (!detail->has_self || detail->score[YS_SELF] <= detail->score[YS_COMPUTED] || reason[0] != '\0')
        continue;
      /* what an assessor gives has no computed score to be above */
      if (detail->open[YS_COMPUTED] == YS_OPEN_WORD || detail->open[YS_COMPUTED] == YS_OPEN_MANUAL)
        continue;
      g_autofree char *own = ys_points_to_display (detail->score[YS_SELF]);
      g_autofree char *computed = ys_points_to_display (detail->score[YS_COMPUTED]);
      g_autofree char *more = ys_points_to_display (detail->score[YS_SELF] - detail->score[YS_COMPUTED]);
      add (checking, YS_CHECK_SHOULD, "self-above-computed", number, reason_key,
           g_strdup_printf ("%s：自评 %s，测算 %s，没有写理由", detail->point->title, own, computed),
           g_strdup_printf ("自评高于测算 %s 分，评审时会要求说明", more), "去说明");
    }
}

/* "最多得该项的 40%，少得 6.00 分": what the missing proof costs now. */
static char *
explain_missing_evidence (Checking *checking, const YsSheetTask *sheet_task)
{
  guint permille = checking->self->standard->evidence_without;
  YsPoints lost = sheet_task->sum[YS_COMPUTED] - sheet_task->late[YS_COMPUTED] - sheet_task->score[YS_COMPUTED];
  g_autofree char *share = ys_points_to_short ((YsPoints) permille * 100);
  g_autofree char *points = ys_points_to_display (MAX (lost, 0));

  if (permille == 0)
    return g_strdup_printf ("没有引用佐证，该项不得分，少得 %s 分", points);
  return g_strdup_printf ("没有引用佐证，最多得该项的 %s%%，少得 %s 分", share, points);
}

static char *
explain_not_started (Checking *checking, const YsTask *task, const YsSheetTask *sheet_task)
{
  const YsExtension *extension = ys_assessment_get_extension (checking->self->assessment, checking->self->unit,
                                                              task->number);
  g_autofree char *due = ys_date_to_text (extension != NULL ? extension->due : task->due);
  g_autofree char *score = ys_points_to_display (sheet_task != NULL ? sheet_task->score[YS_COMPUTED] : 0);
  g_autofree char *full = ys_points_to_short (sheet_task != NULL ? sheet_task->points : 0);

  return g_strdup_printf ("期限 %s，现计 %s/%s", due, score, full);
}

static void
check_task (Checking *checking, const YsTask *task)
{
  const YsItem *item = ys_submission_get_item (checking->submission, task->number);
  const YsSheetTask *sheet_task
    = checking->unit != NULL ? ys_sheet_unit_get_task (checking->unit, task->number) : NULL;

  if (!task->counties)
    return;
  if (item != NULL)
    check_item (checking, task, item);
  if (item != NULL && item->state == YS_STATE_NA)
    return;
  if (sheet_task != NULL && !sheet_task->applicable)
    return;
  if (sheet_task != NULL && !sheet_task->has_evidence && item != NULL && item->state != YS_STATE_NOT)
    add (checking, YS_CHECK_SHOULD, "no-evidence", task->number, "evidence", g_strdup_printf ("%s没有佐证", task->title),
         explain_missing_evidence (checking, sheet_task), "去引用");
  if (item == NULL || item->state == YS_STATE_NOT)
    add (checking, YS_CHECK_SHOULD, "not-started", task->number, "state", g_strdup_printf ("%s未开始", task->title),
         explain_not_started (checking, task, sheet_task), "去填报");
  check_figures (checking, task, item);
  check_documents (checking, task, item);
  if (sheet_task != NULL)
    check_self_scores (checking, sheet_task);
}

static void
check_thresholds (Checking *checking)
{
  const GPtrArray *items = checking->self->standard->catalogue->items;

  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);
      g_autofree char *problem = NULL;
      g_autofree char *text = NULL;

      if (!item->threshold)
        continue;
      text = ys_workspace_dup_threshold (checking->self, checking->self->unit, item->id, NULL, &problem);
      if (text[0] != '\0' && problem == NULL)
        continue;
      YsCheck *check = add (checking, problem != NULL ? YS_CHECK_MUST : YS_CHECK_SHOULD,
                            problem != NULL ? "unreadable-threshold" : "threshold-open", 0, NULL,
                            problem != NULL ? g_strdup_printf ("%s读不懂：“%s”", item->name, text)
                                            : g_strdup_printf ("%s待补", item->name),
                            problem != NULL ? g_strdup ("原文已保存，但不能计算")
                                            : g_strdup_printf ("负面清单阈值，缺 %d 年数据，按未达标扣分显示",
                                                               checking->self->assessment->year),
                            problem != NULL ? "去修改" : "去补数");
      check->item = g_strdup (item->id);
    }
}

/* What the city has to know before it can confirm an occurrence (scoring.md, rule 9). */
static void
check_occurrences (Checking *checking)
{
  const GPtrArray *occurrences = checking->facts->ledger->occurrences;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      gboolean lacks_severity = FALSE;
      YsCheck *check;

      for (guint t = 0; t < occurrence->ticks->len; t++)
        {
          const YsTick *tick = g_ptr_array_index (occurrence->ticks, t);
          const YsNegativeItem *item = ys_catalogue_get_item (checking->self->standard->catalogue, tick->item);
          lacks_severity |= tick->severity == NULL && item != NULL && !item->threshold;
        }
      if (occurrence->state != YS_VERIFY_SUSPECTED || (occurrence->date != 0 && !lacks_severity))
        continue;
      check = add (checking, YS_CHECK_SHOULD, "occurrence-incomplete", 0, NULL,
                   g_strdup_printf ("负面情形“%s”缺%s", occurrence->title,
                                    occurrence->date != 0 ? "程度" : lacks_severity ? "日期和程度" : "日期"),
                   g_strdup ("缺了市里不能认定，会退回来问；程度未定的按最重的估算"), "去补");
      check->item = g_strdup (occurrence->id);
    }
}

/* ---- hints ---- */

static gboolean
is_registered (const Checking *checking, const YsNegativeItem *item)
{
  const GPtrArray *occurrences = checking->facts->ledger->occurrences;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      for (guint t = 0; t < occurrence->ticks->len; t++)
        if (g_str_equal (((const YsTick *) g_ptr_array_index (occurrence->ticks, t))->item, item->id))
          return TRUE;
    }
  return FALSE;
}

static void
check_declarations (Checking *checking)
{
  const GPtrArray *items = checking->self->standard->catalogue->items;
  const YsNegativeItem *first = NULL;
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);
      if (item->threshold || ys_workspace_is_declared_none (checking->self, item->id) || is_registered (checking, item))
        continue;
      first = first != NULL ? first : item;
      count++;
    }
  if (first == NULL)
    return;
  YsCheck *check = add (checking, YS_CHECK_HINT, "undeclared", 0, NULL,
                        g_strdup_printf ("负面清单有 %u 条既没有登记情形，也没有声明无此情形", count),
                        g_strdup ("没有发生的请逐条声明，免得被当作漏报"), "去声明");
  check->item = g_strdup (first->id);
}

static void
check_evidence_hints (Checking *checking)
{
  g_autoptr (GPtrArray) evidence = ys_workspace_dup_evidence (checking->self);
  guint unused = 0;

  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (evidence, i);
      g_autoptr (GPtrArray) citations = ys_workspace_dup_citations (checking->self, 0, info->digest);
      g_autoptr (GHashTable) tasks = g_hash_table_new (NULL, NULL);

      unused += info->citations == 0;
      for (guint c = 0; c < citations->len; c++)
        g_hash_table_add (tasks, GUINT_TO_POINTER (((YsCitation *) g_ptr_array_index (citations, c))->task));
      if (g_hash_table_size (tasks) >= MANY_TASKS)
        {
          YsCheck *check = add (checking, YS_CHECK_HINT, "one-for-many", 0, NULL,
                                g_strdup_printf ("《%s》用于 %u 项任务", info->title, g_hash_table_size (tasks)),
                                g_strdup ("同一份材料证明很多项，评审时可能被质疑"), "去看看");
          check->evidence = g_strdup (info->digest);
        }
      if (info->personal > 0 && info->citations > 0)
        {
          YsCheck *check = add (checking, YS_CHECK_HINT, "personal-data", 0, NULL,
                                g_strdup_printf ("《%s》里有 %u 处像是身份证号或手机号", info->title, info->personal),
                                g_strdup ("报送前请遮盖个人信息，换成遮盖后的文件"), "去看看");
          check->evidence = g_strdup (info->digest);
        }
    }
  if (unused > 0)
    add (checking, YS_CHECK_HINT, "unused-evidence", 0, "filter:unused", g_strdup_printf ("%u 份佐证没有被引用", unused),
         g_strdup ("不会随申报送出"), "去看看");
}

static int
worst_first (gconstpointer a, gconstpointer b)
{
  const YsCheck *first = *(YsCheck *const *) a;
  const YsCheck *second = *(YsCheck *const *) b;

  if (first->level != second->level)
    return (int) first->level - (int) second->level;
  if (first->task != second->task)
    return first->task == 0 ? 1 : second->task == 0 ? -1 : (int) first->task - (int) second->task;
  return g_strcmp0 (first->what, second->what);
}

static void
check_faults (Checking *checking, const GError *error)
{
  const YsFaults *faults = ys_error_get_faults (error);

  for (guint i = 0; faults != NULL && i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      add (checking, YS_CHECK_MUST, "contradiction", 0, NULL, g_strdup (fault->message),
           g_strdup ("填报内容互相矛盾，不能计分"), "去修改");
    }
}

GPtrArray *
ys_workspace_dup_checks (YsWorkspace *self, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);
  g_autoptr (YsSheet) sheet = NULL;
  Checking checking = { .self = self, .facts = facts,
                        .checks = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_check_free) };
  const GPtrArray *tasks = self->standard->catalogue->tasks;

  if (self->office != YS_OFFICE_COUNTY)
    return checking.checks;
  sheet = ys_workspace_score (self, YS_COMPUTED, FALSE, &error);
  if (sheet == NULL)
    check_faults (&checking, error);
  checking.sheet = sheet;
  checking.unit = ys_workspace_get_own_unit (self, sheet);
  checking.submission = g_ptr_array_index (facts->submissions, 0);
  check_unreadable (&checking);
  check_missing_files (&checking);
  for (guint i = 0; i < tasks->len && !g_cancellable_is_cancelled (cancellable); i++)
    check_task (&checking, g_ptr_array_index (tasks, i));
  check_thresholds (&checking);
  check_occurrences (&checking);
  check_declarations (&checking);
  check_evidence_hints (&checking);
  g_ptr_array_sort (checking.checks, worst_first);
  return checking.checks;
}
