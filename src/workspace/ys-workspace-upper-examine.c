/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a dossier: what lies in the folder, whether it is whole, whether its packages fit each other,
 * and whether this workspace may take it in. Reading happens in the confined reader, package by package. */
#include "ys-workspace-upper-private.h"

#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-workspace-opinion-import.h"

#include <glib/gi18n-lib.h>

static void
bag_info_free (gpointer data)
{
  YsDossierBagInfo *bag = data;
  char *const texts[] = { bag->kind, bag->unit, bag->unit_name, bag->file, bag->digest, bag->detail };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (bag);
}

void
ys_dossier_receipt_free (YsDossierReceipt *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->path,
                          self->name,
                          self->id,
                          self->from,
                          self->from_name,
                          self->to,
                          self->to_name,
                          self->city,
                          self->city_name,
                          self->round,
                          self->round_title,
                          self->digest,
                          self->standard,
                          self->complete_detail,
                          self->origin_detail,
                          self->order_detail,
                          self->why_not,
                          self->ask_sender };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_clear_pointer (&self->bags, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->faults, ys_faults_unref);
  g_free (self);
}

/* ---- facts for the page ---- */

static void
add_bag (YsDossierReceipt *receipt, const YsDossierReading *reading, guint index)
{
  const YsDossierBag *named = g_ptr_array_index (ys_dossier_reading_get_index (reading)->bags, index);
  YsPackageReading *bag = NULL;
  YsDossierBagState state = ys_dossier_reading_get_bag (reading, index, &bag);
  const YsPackageFacts *facts = bag != NULL ? ys_package_reading_get_facts (bag) : NULL;
  YsDossierBagInfo *info = g_new0 (YsDossierBagInfo, 1);

  info->kind = g_strdup (ys_package_kind_nick (named->kind));
  info->unit = g_strdup (named->unit);
  info->unit_name = g_strdup (facts != NULL ? facts->from_name : named->unit);
  info->file = g_strdup (named->file);
  info->digest = g_strdup (named->digest);
  info->size = named->size;
  info->evidence = facts != NULL ? facts->evidence->len : 0;
  info->present = state == YS_DOSSIER_BAG_PRESENT;
  info->sound = bag != NULL && ys_package_reading_is_usable (bag);
  if (state == YS_DOSSIER_BAG_MISSING)
    info->detail = g_strdup ("缺少");
  else if (state == YS_DOSSIER_BAG_OTHER)
    info->detail = g_strdup ("与材料清单所列的不一致，被改动或调换过");
  else if (!info->sound)
    info->detail = g_strdup ("内容不完整或被改动过");
  receipt->evidence += info->evidence;
  g_ptr_array_add (receipt->bags, info);
}

static void
fill_head (YsDossierReceipt *receipt, const YsDossierReading *reading)
{
  YsPackageReading *head = ys_dossier_reading_get_head (reading);
  const YsPackageFacts *facts = ys_package_reading_get_facts (head);
  const YsPackageVerdict *verdict = ys_package_reading_get_verdict (head);

  receipt->digest = g_strdup (ys_package_reading_get_digest (head));
  receipt->origin = (YsOriginVerdict)verdict->origin; /* the same words in the same order */
  receipt->order = (YsOrderVerdict)verdict->order;
  receipt->origin_detail = g_strdup (verdict->origin_detail);
  receipt->order_detail = g_strdup (verdict->order_detail);
  receipt->id = g_strdup (facts->id);
  receipt->from = g_strdup (facts->from);
  receipt->from_name = g_strdup (facts->from_name);
  receipt->to = g_strdup (facts->to);
  receipt->to_name = g_strdup (facts->to_name);
  receipt->round = g_strdup (facts->round);
  receipt->round_title = g_strdup (facts->round_title);
  receipt->number = facts->number;
  receipt->made_at = facts->time;
  receipt->evidence = facts->evidence->len;
}

static void
judge_complete (YsDossierReceipt *receipt)
{
  guint missing = 0, damaged = 0;

  for (guint i = 0; i < receipt->bags->len; i++)
    {
      const YsDossierBagInfo *bag = g_ptr_array_index (receipt->bags, i);
      missing += !bag->present;
      damaged += bag->present && !bag->sound;
    }
  if (ys_faults_get_n (receipt->faults) == 0)
    {
      receipt->complete = YS_COMPLETE_SOUND;
      receipt->complete_detail =
          g_strdup_printf ("随附的%u个数据包都在，每个字节都与清单一致", receipt->bags->len);
      return;
    }
  receipt->complete = YS_COMPLETE_DAMAGED;
  if (missing + damaged > 0)
    receipt->complete_detail = g_strdup_printf ("应有%u个数据包，缺少或被调换%u个，内容有误%u个",
                                                receipt->bags->len, missing, damaged);
  else
    receipt->complete_detail = g_strdup ("文件夹中有不属于这份材料的东西，或上报包本身有误");
  receipt->ask_sender = g_strdup_printf ("您单位报来的“%s”（文件夹“%s”）校验没有通过：%"
                                         "s。请从原工作区重新导出整个文件夹，换一个存储介质再送一次，"
                                         "不要改名、解压后重新压缩或增删其中的文件。",
                                         receipt->round_title, receipt->name, receipt->complete_detail);
}

/* ---- do the packages fit each other? ---- */

static gboolean
same_document (const YsPackageReading *one, const YsPackageReading *other, const char *stem)
{
  GBytes *left = ys_package_reading_get_document (one, stem);
  GBytes *right = ys_package_reading_get_document (other, stem);

  return left != NULL && right != NULL && g_bytes_equal (left, right);
}

static void
check_submission (const YsPackageFacts *facts, const YsPackageReading *bag, const YsPackageReading *city,
                  const char *file, YsFaults *faults)
{
  const YsPackageFacts *own = ys_package_reading_get_facts (city);

  if (g_strcmp0 (facts->to, own->from) != 0)
    ys_faults_add (faults, YS_ERROR_PACKAGE_KIND, file, 0, facts->to,
                   _ ("\"%s\" was handed in to %s, not to this city"), file, facts->to_name);
  if (!same_document (bag, city, "catalogue"))
    ys_faults_add (faults, YS_ERROR_DOSSIER_PLAN, file, 0, "catalogue.xml",
                   _ ("The catalogue in \"%s\" is not the city's"), file);
  if (!same_document (bag, city, "standard"))
    ys_faults_add (faults, YS_ERROR_DOSSIER_PLAN, file, 0, "standard.xml",
                   _ ("The scoring standard in \"%s\" is not the city's"), file);
}

/* What the package says of itself against what the dossier says of it, and against the city's plan. */
static void
check_bag (const YsDossierBag *named, const YsPackageReading *bag, const YsPackageReading *city,
           YsFaults *faults)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (bag);
  const YsPackageFacts *own = ys_package_reading_get_facts (city);

  if (facts->kind != named->kind || g_strcmp0 (facts->id, named->id) != 0
      || (named->kind != YS_PACKAGE_OPINION && g_strcmp0 (facts->from, named->unit) != 0))
    ys_faults_add (faults, YS_ERROR_DOSSIER_PLAN, named->file, 0, "package.xml",
                   _ ("\"%s\" says of itself something else than the dossier says of it"), named->file);
  else if (g_strcmp0 (facts->round, own->round) != 0)
    ys_faults_add (faults, YS_ERROR_DOSSIER_PLAN, named->file, 0, facts->round,
                   _ ("\"%s\" belongs to another round (%s)"), named->file, facts->round_title);
  else if (named->kind == YS_PACKAGE_SUBMISSION)
    check_submission (facts, bag, city, named->file, faults);
}

static void
check_bags (const YsDossierReading *reading, YsFaults *faults)
{
  const GPtrArray *bags = ys_dossier_reading_get_index (reading)->bags;
  const YsPackageReading *city = ys_dossier_reading_get_city (reading);
  const YsPackageFacts *head = ys_package_reading_get_facts (ys_dossier_reading_get_head (reading));
  const YsPackageFacts *own = ys_package_reading_get_facts (city);

  if (g_strcmp0 (head->round, own->round) != 0
      || g_strcmp0 (ys_dossier_reading_get_city_index (reading)->assessment, own->round) != 0
      || g_strcmp0 (ys_dossier_reading_get_index (reading)->city, own->from) != 0)
    ys_faults_add (faults, YS_ERROR_DOSSIER_PLAN, "dossier.xml", 0, head->round,
                   _ ("The dossier and the package that names it belong to different rounds or cities"));
  for (guint i = 0; i < bags->len; i++)
    {
      YsPackageReading *bag = NULL;
      if (ys_dossier_reading_get_bag (reading, i, &bag) == YS_DOSSIER_BAG_PRESENT)
        check_bag (g_ptr_array_index (bags, i), bag, city, faults);
    }
}

/* ---- meaning ---- */

static GBytes *
get_document (const char *id, const char *stem, gpointer data)
{
  const YsDossierReading *reading = data;
  const YsPackageReading *city = ys_dossier_reading_get_city (reading);
  const GPtrArray *bags = ys_dossier_reading_get_index (reading)->bags;
  GBytes *document = NULL;

  if (g_strcmp0 (ys_package_reading_get_facts (city)->id, id) == 0)
    document = ys_package_reading_get_document (city, stem);
  for (guint i = 0; i < bags->len && document == NULL; i++)
    {
      YsPackageReading *bag = NULL;
      if (g_strcmp0 (((const YsDossierBag *)g_ptr_array_index (bags, i))->id, id) == 0
          && ys_dossier_reading_get_bag (reading, i, &bag) == YS_DOSSIER_BAG_PRESENT)
        document = ys_package_reading_get_document (bag, stem);
    }
  return document != NULL ? g_bytes_ref (document) : NULL;
}

/* The chain of offices: city to its province, province to the central body, as the city's round says. */
static void
check_offices (const YsDossierReceipt *receipt, const YsAssessment *round, YsFaults *faults)
{
  const YsUnitInfo *city = ys_assessment_get_unit (round, receipt->city);
  const YsUnitInfo *sender = ys_assessment_get_unit (round, receipt->from);

  if (city == NULL || sender == NULL || g_strcmp0 (sender->parent, receipt->to) != 0
      || (sender != city && g_strcmp0 (city->parent, sender->id) != 0))
    ys_faults_add (faults, YS_ERROR_PACKAGE_KIND, "package.xml", 0, receipt->to,
                   _ ("By the city's round its dossier does not go from %s to %s"), receipt->from_name,
                   receipt->to_name);
}

/* What lies beside the counties' packages is held to the same as what comes alone. */
static void
check_opinions (YsWorkspace *self, const YsDossier *dossier, const YsDossierReading *reading, YsFaults *faults)
{
  const YsDossierIndex *index = ys_dossier_reading_get_index (reading);

  for (guint i = 0; i < index->bags->len; i++)
    {
      YsPackageReading *bag = NULL;
      if (ys_dossier_reading_get_bag (reading, i, &bag) == YS_DOSSIER_BAG_PRESENT)
        ys_opinion_check_bag (self, bag, index->city, dossier->standard, dossier->facts->assessment, faults);
    }
}

static void
make_sense (YsWorkspace *self, YsDossierReceipt *receipt, YsDossierReading *reading)
{
  const YsPackageReading *city = ys_dossier_reading_get_city (reading);
  GBytes *sheet = ys_package_reading_get_document (city, "sheet");
  g_autoptr (YsDossier) dossier = NULL;

  check_bags (reading, receipt->faults);
  dossier =
      ys_dossier_build (ys_package_reading_get_facts (city)->id, get_document, reading, receipt->faults);
  if (dossier == NULL)
    return;
  if (sheet != NULL)
    receipt->scores_equal = ys_dossier_compare_scores (dossier, sheet, receipt->faults);
  else
    ys_faults_add (receipt->faults, YS_ERROR_BAG_LAYOUT, "dossier", 0, "sheet",
                   _ ("The city's package holds no %s.xml"), "sheet");
  check_offices (receipt, dossier->facts->assessment, receipt->faults);
  check_opinions (self, dossier, reading, receipt->faults);
  receipt->standard = ys_standard_dup_name (dossier->standard);
  receipt->sample_standard = dossier->standard->sample;
  g_clear_pointer (&receipt->units, g_ptr_array_unref);
  receipt->units = ys_dossier_list_units (dossier->index, dossier->standard);
}

/* ---- may it come in? ---- */

/* Judged among what the same office sent about the same city and round. */
static void
judge_order (YsWorkspace *self, const YsDossierIndex *index, YsPackageReading *head)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (head);
  g_autoptr (GArray) held = g_array_sized_new (FALSE, TRUE, sizeof (YsPackageHeld), 1);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      const YsDossierRow *dossier = g_ptr_array_index (self->dossiers, i);
      const YsPackageRow *row = ys_workspace_peek_package (self, dossier->package);
      if (row == NULL || !row->incoming || g_strcmp0 (dossier->city, index->city) != 0
          || g_strcmp0 (row->sender, facts->from) != 0 || g_strcmp0 (row->round, facts->round) != 0)
        continue;
      YsPackageHeld one = { row->id, row->digest, row->number, row->revision };
      g_array_append_val (held, one);
    }
  ys_package_reading_judge_order (head, (const YsPackageHeld *)held->data, held->len);
  g_mutex_unlock (&self->lock);
}

static const char *
find_refusal (YsWorkspace *self, YsDossierReceipt *receipt)
{
  if (ys_faults_get_n (receipt->faults) > 0)
    {
      receipt->refusal = ys_faults_get (receipt->faults, 0)->code;
      return receipt->complete != YS_COMPLETE_SOUND ? "材料不完整或被改动过" : "材料前后不一致";
    }
  receipt->refusal = YS_ERROR_PACKAGE_KIND;
  if (self == NULL)
    return "没有打开工作区";
  if (self->office != YS_OFFICE_PROVINCE && self->office != YS_OFFICE_CENTRAL)
    return "上报材料由省级和中央接收，本工作区不是";
  if (g_strcmp0 (receipt->to, self->unit) != 0)
    return "收件单位不是本单位";
  if (receipt->origin == YS_ORIGIN_MISMATCH)
    {
      receipt->refusal = YS_ERROR_BAG_DIGEST;
      return "签名与文件不符";
    }
  receipt->refusal = YS_ERROR_READ_ONLY;
  if (ys_workspace_is_read_only (self))
    return "本工作区只读";
  receipt->refusal = YS_ERROR_PACKAGE_ORDER;
  if (receipt->order == YS_ORDER_REPEAT)
    return "同一份材料已经导入过";
  if (receipt->order == YS_ORDER_OLDER)
    return "比已经导入的旧";
  receipt->refusal = YS_ERROR_FAILED;
  return NULL;
}

YsDossierReceipt *
ys_dossier_receipt_new (YsWorkspace *self, const char *path, YsDossierReading *reading)
{
  YsDossierReceipt *receipt = g_new0 (YsDossierReceipt, 1);
  const YsDossierIndex *index = ys_dossier_reading_get_index (reading);
  const YsDossierIndex *city = ys_dossier_reading_get_city_index (reading);
  const YsFaults *faults = ys_dossier_reading_get_faults (reading);
  const char *refusal;

  receipt->path = g_strdup (path);
  receipt->name = g_strdup (ys_dossier_reading_get_name (reading));
  receipt->size = ys_dossier_reading_get_size (reading);
  receipt->city = g_strdup (index->city);
  receipt->city_name = g_strdup (index->city_name);
  receipt->faults = ys_faults_new ();
  receipt->bags = g_ptr_array_new_with_free_func (bag_info_free);
  receipt->units = ys_dossier_list_units (city != NULL ? city : index, NULL);
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      ys_faults_add (receipt->faults, fault->code, fault->file, fault->line, fault->where, "%s",
                     fault->message);
    }
  if (self != NULL)
    judge_order (self, index, ys_dossier_reading_get_head (reading));
  fill_head (receipt, reading);
  for (guint i = 0; i < index->bags->len; i++)
    add_bag (receipt, reading, i);
  judge_complete (receipt);
  if (receipt->complete == YS_COMPLETE_SOUND)
    make_sense (self, receipt, reading);
  refusal = find_refusal (self, receipt);
  receipt->can_import = refusal == NULL;
  receipt->why_not = g_strdup (refusal);
  return receipt;
}

YsDossierReceipt *
ys_workspace_examine_dossier (YsWorkspace *self, const char *path, YsProgressFunc progress, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (YsDossierReading) reading = ys_dossier_read (path, progress, data, cancellable, error);

  return reading != NULL ? ys_dossier_receipt_new (self, path, reading) : NULL;
}
