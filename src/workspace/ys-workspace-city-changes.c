/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two revisions of a submission, field by field as the form names them, and its citations.
 * Older revisions are read from the documents as they came. */
#include "ys-workspace-city-revision.h"

#include "ys-facts-xml.h"

#include <glib/gi18n-lib.h>

void
ys_revision_change_free (YsRevisionChange *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
add_change (GPtrArray *changes, guint task, const char *key, char *label, char *before, char *after)
{
  YsRevisionChange *change = g_new0 (YsRevisionChange, 1);

  change->task = task;
  change->key = g_strdup (key);
  change->label = label;
  change->before = before;
  change->after = after;
  g_ptr_array_add (changes, change);
}

/* Appends metric keys of other years than the round's, which the form's list leaves out. */
static void
add_other_years (GPtrArray *keys, const YsItem *item, int data_year)
{
  for (guint i = 0; item != NULL && i < item->figures->len; i++)
    {
      const YsRecordedFigure *figure = g_ptr_array_index (item->figures, i);
      g_autofree char *key = NULL;

      if (figure->year == data_year)
        continue;
      key = g_strdup_printf ("metric.%s@%d", figure->metric, figure->year);
      if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        continue;
      g_ptr_array_add (keys, g_strconcat (key, ".source", NULL));
      g_ptr_array_add (keys, g_steal_pointer (&key));
    }
}

static void
diff_fields (GPtrArray *changes, const YsStandard *standard, int data_year, guint number, const YsItem *from,
             const YsItem *to)
{
  g_auto (GStrv) form = ys_item_dup_keys (standard, number);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; form[i] != NULL; i++)
    g_ptr_array_add (keys, g_strdup (form[i]));
  add_other_years (keys, from, data_year);
  add_other_years (keys, to, data_year);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *before = ys_item_dup_entry (from, key, data_year);
      g_autofree char *after = ys_item_dup_entry (to, key, data_year);

      if (!g_str_equal (before, after))
        add_change (changes, number, key, ys_entry_label (standard, number, key), g_steal_pointer (&before),
                    g_steal_pointer (&after));
    }
}

/* "调查报告 第3-5页 得分点P7.2" */
static char *
describe_citation (const YsSubmission *submission, const YsCitation *citation)
{
  const YsEvidence *evidence = ys_submission_get_evidence (submission, citation->evidence);

  return g_strdup_printf ("%s%s%s%s%s%s", evidence != NULL ? evidence->title : citation->evidence,
                          citation->pages != NULL ? " 第" : "", citation->pages != NULL ? citation->pages : "",
                          citation->pages != NULL ? "页" : "", citation->point != NULL ? " 得分点" : "",
                          citation->point != NULL ? citation->point : "");
}

static GHashTable *
describe_citations (const YsSubmission *submission, const YsItem *item)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; item != NULL && i < item->citations->len; i++)
    g_hash_table_add (set, describe_citation (submission, g_ptr_array_index (item->citations, i)));
  return set;
}

static void
add_missing (GPtrArray *changes, guint number, GHashTable *here, GHashTable *there, gboolean added)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (here), (GCompareFunc) g_strcmp0);

  for (GList *name = names; name != NULL; name = name->next)
    if (!g_hash_table_contains (there, name->data))
      add_change (changes, number, "citation", g_strdup_printf ("第%u项 佐证", number),
                  g_strdup (added ? "" : name->data), g_strdup (added ? name->data : ""));
}

GPtrArray *
ys_submission_diff (const YsStandard *standard, int data_year, const YsSubmission *from, const YsSubmission *to)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_revision_change_free);
  const GPtrArray *tasks = standard->catalogue->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      guint number = ((YsTask *) g_ptr_array_index (tasks, i))->number;
      const YsItem *old = ys_submission_get_item (from, number);
      const YsItem *fresh = ys_submission_get_item (to, number);

      if (old == NULL && fresh == NULL)
        continue;
      g_autoptr (GHashTable) old_citations = describe_citations (from, old);
      g_autoptr (GHashTable) new_citations = describe_citations (to, fresh);
      diff_fields (changes, standard, data_year, number, old, fresh);
      add_missing (changes, number, old_citations, new_citations, FALSE);
      add_missing (changes, number, new_citations, old_citations, TRUE);
    }
  return changes;
}

/* ---- revisions that are here ---- */

typedef struct {
  YsWorkspace *self;
  const char *unit;
  guint revisions[2];
  YsSubmission *submissions[2];
} Reading;

static YsSubmission *
read_revision (YsConnection *connection, const Reading *reading, const GPtrArray *rows, guint revision, GError **error)
{
  const YsCatalogue *catalogue = reading->self->standard->catalogue;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) document = NULL;
  YsSubmission *submission;

  for (guint i = 0; i < rows->len && document == NULL; i++)
    {
      const YsSubmissionRow *row = g_ptr_array_index (rows, i);
      if (row->package != NULL && row->revision == revision && g_strcmp0 (row->unit, reading->unit) == 0)
        document = ys_received_get (connection, row->package, "submission", error);
    }
  if (document == NULL)
    {
      if (error != NULL && *error == NULL)
        ys_set_error (error, YS_ERROR_NOT_FOUND, reading->unit, _("Submission %u of unit %s was not received"), revision,
                      reading->unit);
      return NULL;
    }
  submission = ys_submission_read_xml (document, "submission.xml", catalogue, faults);
  if (submission == NULL)
    ys_set_error_from_faults (error, faults);
  return submission;
}

static gboolean
read_both (YsConnection *connection, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) rows = ys_submission_list (connection, error);
  g_autoptr (GError) local = NULL;

  for (gsize i = 0; rows != NULL && i < 2; i++)
    {
      reading->submissions[i] = read_revision (connection, reading, rows, reading->revisions[i], &local);
      if (reading->submissions[i] != NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return rows != NULL;
}

GPtrArray *
ys_workspace_dup_revision_changes (YsWorkspace *self, const char *unit, guint from, guint to, GError **error)
{
  Reading reading = { self, unit, { from, to }, { NULL, NULL } };
  GPtrArray *changes = NULL;

  if (ys_store_call (self->store, read_both, &reading, error))
    changes = ys_submission_diff (self->standard, self->assessment->year, reading.submissions[0],
                                  reading.submissions[1]);
  for (gsize i = 0; i < 2; i++)
    g_clear_pointer (&reading.submissions[i], ys_submission_unref);
  return changes;
}
