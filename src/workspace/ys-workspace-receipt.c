/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The receipt page: what is known of a package before anything is imported, judged against this workspace.
 * Reading happens in the confined reader; recomputing here, from the package's own documents (packages.md). */
#include "ys-workspace-receipt.h"
#include "ys-workspace-city.h"
#include "ys-workspace-import-content.h"
#include "ys-workspace-import.h"
#include "ys-workspace-opinion-import.h"
#include "ys-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ys_receipt_free (YsReceipt *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->path, self->name, self->id, self->kind, self->from, self->from_name, self->to,
                          self->to_name, self->round, self->round_title, self->digest, self->complete_detail,
                          self->origin_detail, self->order_detail, self->why_not, self->ask_sender, self->standard };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->score_names); i++)
    g_free (self->score_names[i]);
  g_clear_pointer (&self->faults, ys_faults_unref);
  g_clear_pointer (&self->stated_sheet, ys_sheet_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

/* ---- order ---- */

void
ys_receipt_judge_order (YsWorkspace *self, YsPackageReading *reading)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  /* never without data: an empty register is one to compare with, too */
  g_autoptr (GArray) held = g_array_sized_new (FALSE, TRUE, sizeof (YsPackageHeld), 1);

  if (facts == NULL)
    return;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      YsPackageHeld one = { row->id, row->digest, row->number, row->revision };
      if (row->incoming && g_strcmp0 (row->sender, facts->from) == 0 && g_strcmp0 (row->receiver, facts->to) == 0
          && g_strcmp0 (row->kind, ys_package_kind_nick (facts->kind)) == 0
          && g_strcmp0 (row->round, facts->round) == 0)
        g_array_append_val (held, one);
    }
  ys_package_reading_judge_order (reading, (const YsPackageHeld *) held->data, held->len);
  g_mutex_unlock (&self->lock);
}

/* ---- facts for the page ---- */

/* Evidence lies in a package under its digest; people know it by its title. Full, NULL stays NULL. */
static char *
dup_place (const YsPackageFacts *facts, const char *place)
{
  for (guint i = 0; place != NULL && facts != NULL && i < facts->evidence->len; i++)
    {
      const YsPackageEvidence *one = g_ptr_array_index (facts->evidence, i);
      if (strstr (place, one->id) != NULL)
        return g_strdup_printf ("佐证《%s》（%.8s….pdf）", one->title, one->id);
    }
  return g_strdup (place);
}

static void
fill_facts (YsReceipt *receipt, const YsPackageReading *reading)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  const YsPackageVerdict *verdict = ys_package_reading_get_verdict (reading);
  const YsFaults *faults = ys_package_reading_get_faults (reading);

  receipt->name = g_strdup (ys_package_reading_get_name (reading));
  receipt->digest = g_strdup (ys_package_reading_get_digest (reading));
  receipt->size = ys_package_reading_get_size (reading);
  receipt->files = ys_package_reading_get_n_files (reading);
  receipt->complete = verdict->complete == YS_PACKAGE_SOUND ? YS_COMPLETE_SOUND : YS_COMPLETE_DAMAGED;
  receipt->origin = (YsOriginVerdict) verdict->origin; /* the same words in the same order */
  receipt->order = (YsOrderVerdict) verdict->order;
  receipt->complete_detail = g_strdup (verdict->complete_detail);
  receipt->origin_detail = g_strdup (verdict->origin_detail);
  receipt->order_detail = g_strdup (verdict->order_detail);
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      g_autofree char *file = dup_place (facts, fault->file);
      g_autofree char *where = dup_place (facts, fault->where);
      ys_faults_add (receipt->faults, fault->code, file, fault->line, where, "%s", fault->message);
    }
  if (facts == NULL)
    return;
  receipt->facts_reliable = ys_package_reading_is_sound (reading);
  receipt->id = g_strdup (facts->id);
  receipt->kind = g_strdup (ys_package_kind_nick (facts->kind));
  receipt->from = g_strdup (facts->from);
  receipt->from_name = g_strdup (facts->from_name);
  receipt->to = g_strdup (facts->to);
  receipt->to_name = g_strdup (facts->to_name);
  receipt->round = g_strdup (facts->round);
  receipt->round_title = g_strdup (facts->round_title);
  receipt->number = facts->number;
  receipt->revision = facts->revision;
  receipt->made_at = facts->time;
  receipt->evidence = facts->evidence->len;
}

static void
explain_damage (YsReceipt *receipt)
{
  const char *file = NULL;
  g_autofree char *at = ys_time_to_display (receipt->made_at);

  if (ys_faults_get_n (receipt->faults) > 0)
    {
      const YsFault *first = ys_faults_get (receipt->faults, 0);
      file = first->where != NULL ? first->where : first->file;
    }
  receipt->ask_sender
    = g_strdup_printf ("您单位发来的数据包“%s”%s%s%s校验没有通过%s%s，我们没有导入。请从原工作区重新导出，"
                       "换一个存储介质再送一次，不要改名、解压后重新压缩或修改其中的文件。",
                       receipt->name, receipt->made_at != 0 ? "（" : "", receipt->made_at != 0 ? at : "",
                       receipt->made_at != 0 ? "制作）" : "", file != NULL ? "，问题出在" : "",
                       file != NULL ? file : "");
}

/* ---- may it come in? ---- */

static gboolean
same_document (YsWorkspace *self, const YsPackageReading *reading, const char *stem)
{
  GBytes *stated = ys_package_reading_get_document (reading, stem);
  g_autoptr (GBytes) own = ys_workspace_dup_plan_document (self, stem);

  return stated == NULL || own == NULL || g_bytes_equal (stated, own);
}

/* What only the city of this county can send. */
static const char *
city_refusal (YsWorkspace *self, const YsPackageFacts *facts)
{
  return ys_workspace_is_parent (self, facts->from, self->unit) ? NULL : "只能由本县区所属的市发来";
}

static const char *
kind_refusal (YsWorkspace *self, const YsPackageFacts *facts)
{
  switch (facts->kind)
    {
    case YS_PACKAGE_SUBMISSION:
      return self->office != YS_OFFICE_CITY                        ? "申报包由市里接收，本工作区不是市级工作区"
             : !ys_workspace_is_parent (self, self->unit, facts->from) ? "申报包只能由本市县区报来" : NULL;
    case YS_PACKAGE_RETURN:
      return self->office != YS_OFFICE_COUNTY ? "退回包由县区接收，本工作区不是县区工作区" : city_refusal (self, facts);
    case YS_PACKAGE_RECEIPT:
      return g_str_equal (facts->from, self->unit) ? "回执由收件单位发来，这一份是本单位自己做的" : NULL;
    case YS_PACKAGE_PLAN:
      return self->office != YS_OFFICE_COUNTY ? "方案包由县区接收" : city_refusal (self, facts);
    case YS_PACKAGE_FEEDBACK:
      return self->office != YS_OFFICE_COUNTY ? "反馈包由县区接收，本工作区不是县区工作区" : city_refusal (self, facts);
    case YS_PACKAGE_FINDING:
    case YS_PACKAGE_ANSWER:
    case YS_PACKAGE_APPEAL:
    case YS_PACKAGE_OPINION:
      return ys_opinion_kind_refusal (self, facts);
    case YS_PACKAGE_DOSSIER:
    case YS_N_PACKAGE_KINDS:
    default:
      return "本版本还不能导入这种数据包，可以先查看";
    }
}

/* A return or receipt is about a package that this workspace sent and that is still as it was. */
static const char *
reply_refusal (YsWorkspace *self, const YsPackageFacts *facts)
{
  if (facts->kind == YS_PACKAGE_SUBMISSION)
    return ys_workspace_get_unit_state (self, facts->from, NULL) == YS_SUBMISSION_FINAL
             ? "该单位已经定档，先由组长批准申诉" : NULL;
  if (facts->kind != YS_PACKAGE_RETURN && facts->kind != YS_PACKAGE_RECEIPT && facts->kind != YS_PACKAGE_FEEDBACK)
    return NULL;
  if (self->office != YS_OFFICE_COUNTY)
    return NULL;
  if (facts->revision != ys_workspace_get_revision (self))
    return "它说的不是本工作区当前这一稿";
  YsSubmissionState state = ys_workspace_get_state (self);
  if (state != YS_SUBMISSION_SUBMITTED && state != YS_SUBMISSION_ACCEPTED && state != YS_SUBMISSION_SCORED
      && state != YS_SUBMISSION_FINAL)
    return "当前这一稿还没有报送";
  if (facts->kind != YS_PACKAGE_FEEDBACK && state == YS_SUBMISSION_FINAL)
    return "当前这一稿已经定档";
  return NULL;
}

/* Upper offices need not be units of the round, and know the cities whose dossiers they have. */
static gboolean
knows_sender (YsWorkspace *self, const YsPackageFacts *facts)
{
  return ys_assessment_get_unit (self->assessment, facts->from) != NULL
         || (ys_opinion_is_kind (facts->kind)
             && (ys_workspace_is_above (self, facts->from, self->unit)
                 || ys_workspace_is_above (self, self->unit, facts->from)));
}

static gboolean
knows_round (YsWorkspace *self, const YsPackageFacts *facts)
{
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsAssessment) assessment = NULL;

  ys_workspace_dup_round_of (self, facts->from, &standard, &assessment);
  return g_strcmp0 (facts->round, assessment->id) == 0;
}

static const char *
import_refusal (YsWorkspace *self, const YsReceipt *receipt, const YsPackageReading *reading)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  const char *refusal;

  if (receipt->complete != YS_COMPLETE_SOUND)
    return "内容不完整或被改动过";
  if (facts == NULL || !ys_package_reading_is_usable (reading))
    return "其中的文件不符合格式";
  if (receipt->origin == YS_ORIGIN_MISMATCH)
    return "签名与文件不符";
  if (ys_workspace_is_read_only (self))
    return "本工作区只读";
  if (g_strcmp0 (facts->to, self->unit) != 0)
    return "收件单位不是本单位";
  if (facts->kind == YS_PACKAGE_DOSSIER)
    return "上报材料连同随附的数据包一起导入，请选择它所在的文件夹";
  if (!knows_sender (self, facts))
    return "发件单位不在本轮考核的单位名单里";
  if (!knows_round (self, facts))
    return "不是本工作区的这一轮考核";
  if ((refusal = kind_refusal (self, facts)) != NULL)
    return refusal;
  if (facts->kind == YS_PACKAGE_PLAN
      && !(same_document (self, reading, "catalogue") && same_document (self, reading, "standard")))
    return "目录或评分标准与本工作区的不同；请用这个方案包新建工作区";
  if (receipt->order == YS_ORDER_REPEAT)
    return "同一个数据包已经导入过";
  if (receipt->order == YS_ORDER_OLDER)
    return "比已经导入的旧";
  if (ys_import_clashes (self, reading, NULL))
    return "另有一个数据包用着同样的名称或标识";
  if (receipt->has_scores && !receipt->scores_equal)
    return "所报得分与按包内材料重算的不一致";
  return reply_refusal (self, facts);
}

/* What it says is judged as it will be when it is taken in: what can't be here is told beforehand. */
static void
judge_content (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading)
{
  YsPackageKind kind = ys_package_reading_get_facts (reading)->kind;
  g_auto (YsOpinionContent) said = { 0 };
  g_autoptr (GError) error = NULL;

  if (ys_opinion_is_kind (kind))
    {
      if (ys_opinion_content_read (&said, self, reading, &error))
        ys_opinion_content_list_changes (&said, self, kind == YS_PACKAGE_APPEAL, receipt->changes);
    }
  else if (ys_faults_get_n (receipt->faults) == 0
           && ys_import_check_content (self, reading, &error))
    ys_receipt_list_changes (self, receipt, reading);
  if (error != NULL)
    ys_import_add_error (receipt->faults, error);
  if (ys_faults_get_n (receipt->faults) == 0)
    return;
  receipt->can_import = FALSE;
  receipt->why_not = g_strdup ("其中的内容与本工作区对不上");
}

YsReceipt *
ys_receipt_new_for_reading (YsWorkspace *self, const char *path, YsPackageReading *reading)
{
  YsReceipt *receipt = g_new0 (YsReceipt, 1);
  const char *refusal;

  receipt->path = g_strdup (path);
  receipt->faults = ys_faults_new ();
  receipt->changes = g_ptr_array_new_with_free_func (g_free);
  receipt->differences = g_ptr_array_new_with_free_func (g_free);
  if (self != NULL)
    ys_receipt_judge_order (self, reading);
  fill_facts (receipt, reading);
  if (receipt->complete != YS_COMPLETE_SOUND)
    explain_damage (receipt);
  else if (ys_package_reading_is_usable (reading))
    ys_receipt_recompute (self, receipt, reading);
  refusal = self != NULL ? import_refusal (self, receipt, reading) : "没有打开工作区";
  receipt->can_import = refusal == NULL;
  receipt->why_not = g_strdup (refusal);
  if (self != NULL && receipt->standard != NULL)
    receipt->standard_differs = !same_document (self, reading, "standard");
  if (receipt->can_import)
    judge_content (self, receipt, reading);
  return receipt;
}

YsReceipt *
ys_workspace_examine (YsWorkspace *self, const char *path, YsProgressFunc progress, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPackageReading) reading = ys_package_read (path, progress, data, cancellable, error);

  if (reading == NULL)
    return NULL;
  return ys_receipt_new_for_reading (self, path, reading);
}
