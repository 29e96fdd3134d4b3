/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence as it lies on the desk: lists, titles, and citations that tie pages to what they prove.
 * Attaching stands in ys-workspace-attach.c, searching in ys-workspace-search.c. */
#include "ys-workspace-evidence.h"
#include "ys-id.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ys_evidence_info_free (YsEvidenceInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->digest);
  g_free (self->title);
  g_free (self->number);
  g_free (self->original_name);
  g_free (self);
}

static guint
count_of (const GPtrArray *citations, const char *digest)
{
  guint count = 0;

  for (guint i = 0; citations != NULL && i < citations->len; i++)
    count += g_strcmp0 (((const YsCitation *) g_ptr_array_index (citations, i))->evidence, digest) == 0;
  return count;
}

static YsEvidenceInfo *
describe (YsWorkspace *self, const YsEvidenceRow *row)
{
  YsEvidenceInfo *info = g_new0 (YsEvidenceInfo, 1);

  info->digest = g_strdup (row->digest);
  info->title = g_strdup (row->title);
  info->number = g_strdup (row->number);
  info->original_name = g_strdup (row->original_name);
  info->pages = row->pages;
  info->size = row->size;
  info->added_at = row->added_at;
  info->present = g_hash_table_contains (self->present, row->digest);
  info->has_text = (row->flags & YS_EVIDENCE_HAS_TEXT) != 0;
  info->restricted = (row->flags & YS_EVIDENCE_RESTRICTED) != 0;
  info->has_scripts = (row->flags & YS_EVIDENCE_HAS_SCRIPTS) != 0;
  info->attachments = row->attachments;
  info->personal = row->personal;
  info->citations = count_of (self->citations, row->digest);
  for (guint i = 0; self->reviews != NULL && i < self->reviews->len; i++) /* what the city cites for its counties */
    info->citations += count_of (((const YsUnitReview *) g_ptr_array_index (self->reviews, i))->citations, row->digest);
  return info;
}

GPtrArray *
ys_workspace_dup_evidence (YsWorkspace *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_evidence_info_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (list, describe (self, g_ptr_array_index (self->evidence, i)));
  g_mutex_unlock (&self->lock);
  return list;
}

YsEvidenceInfo *
ys_workspace_dup_evidence_info (YsWorkspace *self, const char *digest)
{
  YsEvidenceInfo *info = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len && info == NULL; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (g_strcmp0 (row->digest, digest) == 0)
        info = describe (self, row);
    }
  g_mutex_unlock (&self->lock);
  return info;
}

int
ys_workspace_open_evidence (YsWorkspace *self, const char *digest, GError **error)
{
  return ys_vault_open_file (self->vault, digest, error);
}

/* ---- titles, taking out ---- */

typedef struct {
  const char *digest, *title, *number;
} Retitle;

static gboolean
store_title (YsConnection *connection, gpointer data, GError **error)
{
  const Retitle *change = data;

  return ys_evidence_retitle (connection, change->digest, change->title, change->number, error);
}

static gboolean
forget_evidence (YsConnection *connection, gpointer data, GError **error)
{
  return ys_evidence_delete (connection, data, error);
}

gboolean
ys_workspace_set_evidence_title (YsWorkspace *self, const char *digest, const char *title, const char *number,
                                 GError **error)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self, digest);
  g_autofree char *clean = ys_text_clean_line (title, -1);
  g_autofree char *clean_number = number != NULL && number[0] != '\0' ? ys_text_clean_line (number, -1) : NULL;
  Retitle change = { digest, clean, clean_number };

  if (info == NULL || clean[0] == '\0')
    {
      ys_set_error (error, info == NULL ? YS_ERROR_NOT_FOUND : YS_ERROR_VALUE, digest,
                    info == NULL ? _("There is no such evidence") : _("Evidence needs a title"));
      return FALSE;
    }
  YsAction action = { .role_needed = YS_ROLE_CLERK,
                      .what = YS_CHANGE_EVIDENCE,
                      .edits_form = TRUE,
                      .record = { .action = "修改佐证标题", .subject = clean, .before = info->title, .after = clean } };
  return ys_workspace_act (self, &action, store_title, &change, error);
}

gboolean
ys_workspace_remove_evidence (YsWorkspace *self, const char *digest, GError **error)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self, digest);

  if (info == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, digest, _("There is no such evidence"));
      return FALSE;
    }
  if (info->citations > 0)
    {
      ys_set_error (error, YS_ERROR_STATE, info->title, _("This evidence is cited %u times; take the citations back first"),
                    info->citations);
      return FALSE;
    }
  gboolean county = self->office == YS_OFFICE_COUNTY;
  YsAction action = { .role_needed = county ? YS_ROLE_CLERK : 0,
                      .what = YS_CHANGE_EVIDENCE,
                      .edits_form = county,
                      .record = { .action = "移出佐证材料", .subject = info->title, .before = digest } };
  return ys_workspace_act (self, &action, forget_evidence, (gpointer) digest, error);
}

/* ---- citations ---- */

typedef struct {
  guint revision;
  const YsCitation *citation;
} CitationChange;

static gboolean
store_citation (YsConnection *connection, gpointer data, GError **error)
{
  const CitationChange *change = data;

  return ys_citation_set (connection, change->revision, change->citation, error);
}

static gboolean
forget_citation (YsConnection *connection, gpointer data, GError **error)
{
  return ys_citation_delete (connection, data, error);
}

/* "3-5 7" within the file: numbers from 1, ranges forward. Canonical text, or NULL with @error. */
static char *
parse_pages (const char *pages, guint n_pages, GError **error)
{
  g_autofree char *clean = ys_text_clean_line (pages, -1);
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_strdelimit (clean, ",;", ' ');
  words = g_strsplit (clean, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *end = NULL;
      guint64 first, last;

      if (words[i][0] == '\0')
        continue;
      first = last = g_ascii_strtoull (words[i], &end, 10);
      if (end != words[i] && *end == '-')
        {
          const char *second = end + 1;
          last = g_ascii_strtoull (second, &end, 10);
          if (end == second)
            first = 0;
        }
      if (*end != '\0' || first < 1 || last < first)
        {
          ys_set_error (error, YS_ERROR_VALUE, "pages", _("“%s” names no pages; write for example 3-5 or 7"), words[i]);
          return NULL;
        }
      if (last > n_pages)
        {
          ys_set_error (error, YS_ERROR_VALUE, "pages", _("This PDF has %u pages, page %s does not exist"), n_pages,
                        words[i]);
          return NULL;
        }
      g_ptr_array_add (parts, first == last ? g_strdup_printf ("%u", (guint) first)
                                            : g_strdup_printf ("%u-%u", (guint) first, (guint) last));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

static char *
dup_optional (const char *text)
{
  return text != NULL && text[0] != '\0' ? ys_text_clean (text, -1) : NULL;
}

static gboolean
knows_record (YsWorkspace *self, const char *id)
{
  gboolean known = FALSE;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->records->len && !known; i++)
    known = g_strcmp0 (((YsRecord *) g_ptr_array_index (self->records, i))->id, id) == 0;
  g_mutex_unlock (&self->lock);
  return known;
}

static gboolean
set_target (YsWorkspace *self, YsCitation *citation, const YsCitationTarget *target, GError **error)
{
  const YsPoint *point = target->point != NULL ? ys_standard_get_point (self->standard, target->point) : NULL;

  if (target->point != NULL && (point == NULL || point->task == NULL))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, target->point, _("The standard has no scoring point %s"), target->point);
      return FALSE;
    }
  citation->task = point != NULL ? point->task->number : target->task;
  citation->point = g_strdup (target->point);
  citation->occurrence = g_strdup (target->occurrence);
  citation->record = g_strdup (target->record);
  if (citation->task != 0 && ys_catalogue_get_task (self->standard->catalogue, citation->task) == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, "task", _("The catalogue has no task %u"), citation->task);
      return FALSE;
    }
  if (citation->task == 0 && citation->occurrence == NULL && citation->record == NULL)
    {
      ys_set_error (error, YS_ERROR_VALUE, "target", _("Say what the pages are cited for"));
      return FALSE;
    }
  if (citation->task != 0 && self->office != YS_OFFICE_COUNTY)
    {
      ys_set_error (error, YS_ERROR_ROLE, "task", _("Pages are cited for a task by its county; the city adds its own in the review"));
      return FALSE;
    }
  citation->by_city = self->office == YS_OFFICE_CITY;
  if (target->record != NULL && !knows_record (self, target->record))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, target->record, _("There is no such record"));
      return FALSE;
    }
  g_autoptr (YsOccurrenceRow) row
    = target->occurrence != NULL ? ys_workspace_dup_occurrence_row (self, target->occurrence, error) : NULL;
  return target->occurrence == NULL
         || (row != NULL && ys_workspace_must_be_unsettled (self, row->occurrence->unit, error));
}

static gboolean
save_citation (YsWorkspace *self, const YsCitation *citation, const char *title, const char *verb, GError **error)
{
  CitationChange change = { ys_workspace_get_revision (self), citation };
  g_autofree char *subject = citation->task != 0 ? g_strdup_printf ("第%u项 《%s》", citation->task, title)
                                                 : g_strdup_printf ("《%s》", title);
  g_autofree char *undo = g_strconcat (verb, subject, NULL);
  gboolean county = self->office == YS_OFFICE_COUNTY;
  YsAction action = { .role_needed = county ? YS_ROLE_CLERK : 0,
                      .what = YS_CHANGE_EVIDENCE,
                      .edits_form = county,
                      .record = { .action = verb, .subject = subject, .task = citation->task,
                                  .after = citation->pages, .undo_label = undo } };

  return ys_workspace_act (self, &action, store_citation, &change, error);
}

char *
ys_workspace_cite (YsWorkspace *self, const char *digest, const YsCitationTarget *target, const char *pages,
                   const char *labels, const char *note, GError **error)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self, digest);
  g_autoptr (YsCitation) citation = ys_citation_new ();

  if (info == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, digest, _("There is no such evidence"));
      return NULL;
    }
  citation->id = ys_id_new ();
  citation->evidence = g_strdup (digest);
  citation->labels = dup_optional (labels);
  citation->note = dup_optional (note);
  if (!set_target (self, citation, target, error))
    return NULL;
  if (pages != NULL && pages[0] != '\0' && (citation->pages = parse_pages (pages, info->pages, error)) == NULL)
    return NULL;
  if (!save_citation (self, citation, info->title, "引用", error))
    return NULL;
  return g_strdup (citation->id);
}

GPtrArray *
ys_workspace_dup_citations (YsWorkspace *self, guint task, const char *digest)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_citation_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (self->citations, i);
      if ((task == 0 || citation->task == task) && (digest == NULL || g_strcmp0 (citation->evidence, digest) == 0))
        g_ptr_array_add (list, ys_citation_copy (citation));
    }
  g_mutex_unlock (&self->lock);
  return list;
}

static YsCitation *
find_citation (YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_citations (self, 0, NULL);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((YsCitation *) g_ptr_array_index (all, i))->id, id) == 0)
      return g_ptr_array_steal_index (all, i);
  ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("There is no such citation"));
  return NULL;
}

gboolean
ys_workspace_change_citation (YsWorkspace *self, const char *id, const char *pages, const char *labels,
                              const char *note, GError **error)
{
  g_autoptr (YsCitation) citation = find_citation (self, id, error);
  g_autoptr (YsEvidenceInfo) info = NULL;
  g_autofree char *parsed = NULL;

  if (citation == NULL)
    return FALSE;
  info = ys_workspace_dup_evidence_info (self, citation->evidence);
  if (pages != NULL && pages[0] != '\0'
      && (parsed = parse_pages (pages, info != NULL ? info->pages : 0, error)) == NULL)
    return FALSE;
  g_free (citation->pages);
  g_free (citation->labels);
  g_free (citation->note);
  citation->pages = g_steal_pointer (&parsed);
  citation->labels = dup_optional (labels);
  citation->note = dup_optional (note);
  return save_citation (self, citation, info != NULL ? info->title : citation->evidence, "修改引用", error);
}

gboolean
ys_workspace_uncite (YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (YsCitation) citation = find_citation (self, id, error);
  g_autoptr (YsEvidenceInfo) info = NULL;
  g_autofree char *undo = NULL;

  if (citation == NULL)
    return FALSE;
  g_autoptr (YsOccurrenceRow) row
    = citation->occurrence != NULL ? ys_workspace_dup_occurrence_row (self, citation->occurrence, NULL) : NULL;
  if (row != NULL && !ys_workspace_must_be_unsettled (self, row->occurrence->unit, error))
    return FALSE;
  info = ys_workspace_dup_evidence_info (self, citation->evidence);
  undo = g_strdup_printf ("取消引用《%s》", info != NULL ? info->title : "");
  gboolean county = self->office == YS_OFFICE_COUNTY;
  YsAction action = { .role_needed = county ? YS_ROLE_CLERK : 0,
                      .what = YS_CHANGE_EVIDENCE,
                      .edits_form = county,
                      .record = { .action = "取消引用", .subject = info != NULL ? info->title : citation->evidence,
                                  .task = citation->task, .before = citation->pages, .undo_label = undo } };
  return ys_workspace_act (self, &action, forget_citation, (gpointer) id, error);
}
