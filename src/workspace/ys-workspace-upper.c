/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Received dossiers: which are here, and one of them loaded from what is kept.
 * Everything asked of a loaded one is answered from memory. */
#include "ys-workspace-upper-private.h"

#include <glib/gi18n-lib.h>

/* ---- which are here ---- */

void
ys_dossier_info_free (YsDossierInfo *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->id,          self->head,   self->city, self->city_name, self->round,
                          self->round_title, self->digest, self->from, self->forwarded };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

/* With the lock held: whether a newer one of the same city, round and sender came in. */
static gboolean
is_replaced (YsWorkspace *self, const YsDossierRow *dossier, const YsPackageRow *head)
{
  for (guint i = 0; i < self->dossiers->len; i++) /* newest first */
    {
      const YsDossierRow *other = g_ptr_array_index (self->dossiers, i);
      const YsPackageRow *row = ys_workspace_peek_package (self, other->package);

      if (other == dossier)
        return FALSE;
      if (row != NULL && row->incoming && g_str_equal (other->city, dossier->city)
          && g_str_equal (row->round, head->round) && g_str_equal (row->sender, head->sender))
        return TRUE;
    }
  return FALSE;
}

/* With the lock held. */
static const char *
find_forwarded (YsWorkspace *self, const char *about)
{
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      const YsDossierRow *row = g_ptr_array_index (self->dossiers, i);
      const YsPackageRow *package = ys_workspace_peek_package (self, row->package);
      if (package != NULL && !package->incoming && g_str_equal (row->about, about))
        return row->package;
    }
  return NULL;
}

/* With the lock held. */
static void
count_bags (YsWorkspace *self, YsDossierInfo *info)
{
  for (guint i = 0; i < self->dossier_bags->len; i++)
    {
      const YsDossierBagRow *bag = g_ptr_array_index (self->dossier_bags, i);
      const YsPackageRow *row = ys_workspace_peek_package (self, bag->package);

      if (row == NULL || !g_str_equal (bag->dossier, info->head))
        continue;
      info->packages++;
      info->size += row->size;
    }
}

/* With the lock held; NULL where it was made here. */
static YsDossierInfo *
build_info (YsWorkspace *self, const YsDossierRow *dossier)
{
  const YsPackageRow *head = ys_workspace_peek_package (self, dossier->package);
  const YsPackageRow *own = ys_workspace_peek_package (self, dossier->about);
  YsDossierInfo *info;

  if (head == NULL || own == NULL || !head->incoming)
    return NULL;
  info = g_new0 (YsDossierInfo, 1);
  info->id = g_strdup (dossier->about);
  info->head = g_strdup (dossier->package);
  info->city = g_strdup (dossier->city);
  info->city_name = g_strdup (dossier->city_name);
  info->round = g_strdup (head->round);
  info->round_title = g_strdup (dossier->round_title);
  info->digest = g_strdup (own->digest);
  info->from = g_strdup (head->sender);
  info->number = head->number;
  info->at = head->at;
  info->size = head->size;
  info->replaced = is_replaced (self, dossier, head);
  info->forwarded = g_strdup (find_forwarded (self, dossier->about));
  count_bags (self, info);
  return info;
}

GPtrArray *
ys_workspace_dup_dossiers (YsWorkspace *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_dossier_info_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      YsDossierInfo *info = build_info (self, g_ptr_array_index (self->dossiers, i));
      if (info != NULL)
        g_ptr_array_add (list, info);
    }
  g_mutex_unlock (&self->lock);
  return list;
}

/* ---- loading ---- */

/* "id/stem" → GBytes */
typedef struct
{
  GHashTable *documents;
  GPtrArray *ids;
} Documents;

static gboolean
read_documents (YsConnection *connection, gpointer data, GError **error)
{
  static const char *const stems[] = { "catalogue",   "standard", "assessment", "review",
                                       "occurrences", "dossier",  "submission" };
  Documents *documents = data;

  for (guint i = 0; i < documents->ids->len; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (stems); s++)
      {
        const char *id = g_ptr_array_index (documents->ids, i);
        g_autoptr (GError) local = NULL;
        GBytes *document = ys_received_get (connection, id, stems[s], &local);

        if (document != NULL)
          g_hash_table_insert (documents->documents, g_strdup_printf ("%s/%s", id, stems[s]), document);
        else if (local != NULL)
          {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
          }
      }
  return TRUE;
}

static GBytes *
get_document (const char *id, const char *stem, gpointer data)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", id, stem);
  GBytes *document = g_hash_table_lookup (data, key);

  return document != NULL ? g_bytes_ref (document) : NULL;
}

/* The packages whose documents make the dossier; with @info. NULL where it is not here. Full. */
static GPtrArray *
list_ids (YsWorkspace *self, const char *id, YsDossierInfo **info)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_dossiers (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len && *info == NULL; i++)
    if (g_strcmp0 (((const YsDossierInfo *)g_ptr_array_index (all, i))->id, id) == 0)
      *info = g_ptr_array_steal_index (all, i);
  if (*info == NULL)
    return NULL;
  g_ptr_array_add (ids, g_strdup (id));
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->dossier_bags->len; i++)
    {
      const YsDossierBagRow *bag = g_ptr_array_index (self->dossier_bags, i);
      if (g_str_equal (bag->dossier, (*info)->head) && !g_str_equal (bag->package, id))
        g_ptr_array_add (ids, g_strdup (bag->package));
    }
  g_mutex_unlock (&self->lock);
  return g_steal_pointer (&ids);
}

YsDossier *
ys_workspace_load_dossier (YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (YsDossierInfo) info = NULL;
  g_autoptr (GPtrArray) ids = list_ids (self, id, &info);
  g_autoptr (GHashTable) documents =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  Documents reading = { documents, ids };
  YsDossier *dossier;

  if (ids == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _ ("There is no such dossier here"));
      return NULL;
    }
  if (!ys_store_call (self->store, read_documents, &reading, error))
    return NULL;
  dossier = ys_dossier_build (id, get_document, documents, faults);
  if (dossier != NULL && ys_faults_get_n (faults) == 0)
    {
      dossier->info = g_steal_pointer (&info);
      return dossier;
    }
  ys_dossier_unref (dossier);
  ys_set_error_from_faults (error, faults);
  return NULL;
}

/* ---- asking ---- */

const YsDossierInfo *
ys_dossier_get_info (YsDossier *self)
{
  return self->info;
}

YsStandard *
ys_dossier_get_standard (YsDossier *self)
{
  return self->standard;
}

YsSheet *
ys_dossier_get_sheet (YsDossier *self)
{
  return self->sheet;
}

YsAssessment *
ys_dossier_get_assessment (YsDossier *self)
{
  return self->facts->assessment;
}

const GPtrArray *
ys_dossier_get_units (YsDossier *self)
{
  return self->units;
}

static const YsSubmission *
find_submission (YsDossier *self, const char *unit)
{
  const YsSheetUnit *scored = ys_sheet_get_unit (self->sheet, unit);

  return scored != NULL ? scored->submission : NULL;
}

const YsItem *
ys_dossier_get_item (YsDossier *self, const char *unit, guint task)
{
  const YsSubmission *submission = find_submission (self, unit);

  return submission != NULL ? ys_submission_get_item (submission, task) : NULL;
}

const YsDecision *
ys_dossier_get_decision (YsDossier *self, const char *unit, const char *point)
{
  const YsUnitReview *review = ys_review_get_unit (self->facts->review, unit);

  for (guint i = 0; review != NULL && i < review->decisions->len; i++)
    {
      const YsDecision *decision = g_ptr_array_index (review->decisions, i);
      if (g_strcmp0 (decision->point, point) == 0)
        return decision;
    }
  return NULL;
}

GPtrArray *
ys_dossier_dup_scores (YsDossier *self, const char *unit, const char *point)
{
  const YsUnitReview *review = ys_review_get_unit (self->facts->review, unit);
  GPtrArray *scores = g_ptr_array_new ();

  for (guint i = 0; review != NULL && i < review->scores->len; i++)
    if (g_strcmp0 (((const YsReviewScore *)g_ptr_array_index (review->scores, i))->point, point) == 0)
      g_ptr_array_add (scores, g_ptr_array_index (review->scores, i));
  return scores;
}

static void
add_citations (GPtrArray *list, const GPtrArray *citations, guint task, const char *point)
{
  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      if (citation->task == task && (point == NULL || g_strcmp0 (citation->point, point) == 0))
        g_ptr_array_add (list, (gpointer)citation);
    }
}

GPtrArray *
ys_dossier_dup_citations (YsDossier *self, const char *unit, guint task, const char *point)
{
  const YsItem *item = ys_dossier_get_item (self, unit, task);
  const YsUnitReview *review = ys_review_get_unit (self->facts->review, unit);
  GPtrArray *list = g_ptr_array_new ();

  if (item != NULL)
    add_citations (list, item->citations, task, point);
  if (review != NULL)
    add_citations (list, review->citations, task, point);
  return list;
}

GPtrArray *
ys_dossier_dup_occurrences (YsDossier *self, const char *unit)
{
  const GPtrArray *all = self->facts->ledger->occurrences;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((const YsOccurrence *)g_ptr_array_index (all, i))->unit, unit) == 0)
      g_ptr_array_add (list, g_ptr_array_index (all, i));
  return list;
}

GPtrArray *
ys_dossier_dup_records (YsDossier *self, const char *unit)
{
  const GPtrArray *all = self->facts->ledger->records;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((const YsRecord *)g_ptr_array_index (all, i))->unit, unit) == 0)
      g_ptr_array_add (list, g_ptr_array_index (all, i));
  return list;
}

const char *
ys_dossier_get_evidence_title (YsDossier *self, const char *digest)
{
  return g_hash_table_lookup (self->titles, digest);
}

gboolean
ys_dossier_get_point_score (YsDossier *self, const char *unit, const char *point, YsScoreFigure figure,
                            YsPoints *score)
{
  const YsSheetUnit *scored = ys_sheet_get_unit (self->sheet, unit);
  const YsSheetPoint *one = scored != NULL ? ys_sheet_unit_get_point (scored, point) : NULL;

  if (one == NULL)
    return FALSE;
  *score = one->score[figure];
  return TRUE;
}

gboolean
ys_dossier_get_task_score (YsDossier *self, const char *unit, guint task, YsScoreFigure figure,
                           YsPoints *score)
{
  const YsSheetUnit *scored = ys_sheet_get_unit (self->sheet, unit);
  const YsSheetTask *one = scored != NULL ? ys_sheet_unit_get_task (scored, task) : NULL;

  if (one == NULL)
    return FALSE;
  *score = one->score[figure];
  return TRUE;
}
