/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What importing a package would change, in sentences. A submission is compared with the one that it replaces. */
#include "ys-facts-xml.h"
#include "ys-submission-compare.h"
#include "ys-workspace-city-revision.h"
#include "ys-workspace-receipt.h"

#include <glib/gi18n-lib.h>

/* Numbers of tasks written out in one line. */
#define TASKS_NAMED 12

static void
add (YsReceipt *receipt, char *line)
{
  g_ptr_array_add (receipt->changes, line);
}

/* The submission of @unit that is here, or NULL; with when its package came. Full. */
static YsSubmission *
dup_held (YsWorkspace *self, const char *unit, gint64 *at)
{
  YsSubmission *held = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; self->received != NULL && i < self->received->len; i++)
    {
      YsSubmission *one = g_ptr_array_index (self->received, i);
      if (g_strcmp0 (one->unit, unit) == 0)
        held = ys_submission_ref (one);
    }
  for (guint i = 0; held != NULL && i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      if (row->incoming && g_strcmp0 (row->sender, unit) == 0 && g_strcmp0 (row->kind, "submission") == 0
          && row->revision == held->revision)
        *at = row->at;
    }
  g_mutex_unlock (&self->lock);
  return held;
}

/* The state of the held @revision of @unit. */
static YsSubmissionState
state_of (YsWorkspace *self, const char *unit, guint revision)
{
  YsSubmissionState state = YS_SUBMISSION_ACCEPTED;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->submissions->len; i++)
    {
      const YsSubmissionRow *row = g_ptr_array_index (self->submissions, i);
      if (g_strcmp0 (row->unit, unit) == 0 && row->revision == revision)
        state = row->state;
    }
  g_mutex_unlock (&self->lock);
  return state;
}

static void
add_tasks (YsReceipt *receipt, const GArray *tasks)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < MIN (tasks->len, TASKS_NAMED); i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? "、" : "", g_array_index (tasks, guint, i));
  if (tasks->len == 0)
    add (receipt, g_strdup ("各项任务的内容没有变化"));
  else
    add (receipt, g_strdup_printf ("内容有变的任务 %u 项：第%s项%s", tasks->len, numbers->str,
                                   tasks->len > TASKS_NAMED ? "等" : ""));
  g_string_free (numbers, TRUE);
}

/* Occurrences that the package declares and this workspace does not hold. */
static guint
count_new_occurrences (YsWorkspace *self, const YsPackageReading *reading)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsLedger) ledger = ys_ledger_new ();
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  if (!ys_ledger_read_xml (ledger, ys_package_reading_get_document (reading, "occurrences"), "occurrences.xml",
                           self->standard->catalogue, faults))
    return 0;
  for (guint i = 0; i < facts->ledger->occurrences->len; i++)
    g_hash_table_add (known, ((YsOccurrence *) g_ptr_array_index (facts->ledger->occurrences, i))->id);
  for (guint i = 0; i < ledger->occurrences->len; i++)
    n += !g_hash_table_contains (known, ((YsOccurrence *) g_ptr_array_index (ledger->occurrences, i))->id);
  return n;
}

/* Field by field, as the form names them. */
static void
list_differences (YsWorkspace *self, YsReceipt *receipt, const YsSubmission *held, const YsSubmission *incoming)
{
  g_autoptr (GPtrArray) changes = ys_submission_diff (self->standard, self->assessment->year, held, incoming);

  for (guint i = 0; i < changes->len; i++)
    {
      const YsRevisionChange *change = g_ptr_array_index (changes, i);
      g_ptr_array_add (receipt->differences,
                       g_strdup_printf ("%s：%s → %s", change->label, *change->before != '\0' ? change->before : "（空）",
                                        *change->after != '\0' ? change->after : "（空）"));
    }
}

static void
add_replacement (YsWorkspace *self, YsReceipt *receipt, const YsSubmission *held,
                 const YsSubmissionDifference *difference)
{
  YsSubmissionState state = state_of (self, receipt->from, held->revision);

  receipt->replaces = held->revision;
  add (receipt, g_strdup_printf ("收下%s第%u次报送，替换第%u次；第%u次保留，可以查阅", receipt->from_name, receipt->revision,
                                 held->revision, held->revision));
  add (receipt, g_strdup_printf ("申报状态：%s → %s", ys_submission_state_label (state),
                                 ys_submission_state_label (YS_SUBMISSION_ACCEPTED)));
  add_tasks (receipt, difference->tasks);
}

static void
list_submission (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading)
{
  g_auto (YsSubmissionDifference) difference = { 0 };
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsSubmission) held = dup_held (self, receipt->from, &receipt->replaces_at);
  g_autoptr (YsSubmission) incoming
    = ys_submission_read_xml (ys_package_reading_get_document (reading, "submission"), "submission.xml",
                              self->standard->catalogue, faults);
  guint occurrences = count_new_occurrences (self, reading);

  if (incoming == NULL)
    return;
  ys_submission_compare (held, incoming, &difference);
  if (held != NULL)
    {
      add_replacement (self, receipt, held, &difference);
      list_differences (self, receipt, held, incoming);
    }
  else
    add (receipt, g_strdup_printf ("收下%s第%u次报送，状态改为已受理", receipt->from_name, receipt->revision));
  if (held == NULL)
    add (receipt, g_strdup_printf ("填报任务 %u 项", difference.tasks->len));
  add (receipt, g_strdup_printf ("新增佐证材料 %u 份、引用 %u 处", difference.new_evidence, difference.new_citations));
  if (difference.withdrawn_citations > 0)
    add (receipt, g_strdup_printf ("撤回的引用 %u 处", difference.withdrawn_citations));
  add (receipt, occurrences > 0 ? g_strdup_printf ("新增负面情形 %u 起，列为待核实", occurrences)
                                : g_strdup ("负面情形没有变化"));
  if (receipt->standard_differs)
    add (receipt, g_strdup ("包内评分标准与本工作区的不同：得分以本工作区的标准为准"));
}

void
ys_receipt_list_changes (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);

  if (facts->kind == YS_PACKAGE_SUBMISSION)
    list_submission (self, receipt, reading);
  else if (facts->kind == YS_PACKAGE_RETURN)
    {
      add (receipt, g_strdup_printf ("第%u次报送改为退回", facts->revision));
      add (receipt, g_strdup_printf ("开始第%u稿，内容照抄上一稿，可以修改", facts->revision + 1));
    }
  else if (facts->kind == YS_PACKAGE_FEEDBACK)
    add (receipt, g_strdup_printf ("收下市里对第%u次报送的评审和认定", facts->revision));
  else if (facts->kind == YS_PACKAGE_PLAN)
    add (receipt, g_strdup ("换用这份方案中的考核设置：延期、本单位目标、公布值"));
  else
    add (receipt, g_strdup_printf ("第%u次报送记为市里已受理", facts->revision));
}
