/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two submissions are compared by what a person would see: each task is written out as text, citations are known by what
 * they point at. */
#include "ys-submission-compare.h"

/* Between parts of a text, so that "1"+"23" is not "12"+"3". */
#define SEPARATOR "\x1f"

void
ys_submission_difference_clear (YsSubmissionDifference *self)
{
  g_clear_pointer (&self->tasks, g_array_unref);
}

static void
append (GString *text, const char *part)
{
  g_string_append (text, part != NULL ? part : "");
  g_string_append (text, SEPARATOR);
}

static void
append_number (GString *text, gint64 number)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT SEPARATOR, number);
}

/* What @citation of @task points at. Full. */
static char *
citation_to_text (guint task, const YsCitation *citation)
{
  GString *text = g_string_new (NULL);

  append_number (text, task);
  append (text, citation->evidence);
  append (text, citation->point);
  append (text, citation->pages);
  return g_string_free (text, FALSE);
}

static void
append_figures (GString *text, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const YsRecordedFigure *one = g_ptr_array_index (figures, i);
      g_autofree char *figure = ys_figure_to_text (&one->figure);
      append (text, one->metric);
      append_number (text, one->year);
      append (text, figure);
      append (text, one->source);
    }
}

static void
append_documents (GString *text, const GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const YsIssuedDocument *one = g_ptr_array_index (documents, i);
      append (text, one->document);
      append (text, one->title);
      append (text, one->number);
      append (text, one->issuer);
      append_number (text, one->unnumbered);
      append_number (text, one->date);
    }
}

static void
append_scores (GString *text, const YsItem *item)
{
  for (guint i = 0; i < item->claims->len; i++)
    {
      const YsPointClaim *one = g_ptr_array_index (item->claims, i);
      append (text, one->point);
      append (text, one->reason);
    }
  for (guint i = 0; i < item->self->len; i++)
    {
      const YsSelfScore *one = g_ptr_array_index (item->self, i);
      append (text, one->point);
      append_number (text, one->has_points ? one->points : -1);
      append (text, one->reason);
    }
}

/* All that was recorded of a task, "" for nothing. Full. */
static char *
item_to_text (const YsItem *item)
{
  GString *text = g_string_new (NULL);

  if (item == NULL)
    return g_string_free (text, FALSE);
  append_number (text, item->state);
  append_number (text, item->completed);
  append (text, item->person);
  append (text, item->na_reason);
  append (text, item->effect);
  append (text, item->problem);
  append (text, item->measure);
  append_figures (text, item->figures);
  append_documents (text, item->documents);
  append_scores (text, item);
  for (guint i = 0; i < item->citations->len; i++)
    {
      const YsCitation *one = g_ptr_array_index (item->citations, i);
      g_autofree char *target = citation_to_text (item->task, one);
      append (text, target);
      append (text, one->note);
    }
  return g_string_free (text, FALSE);
}

static GHashTable *
citations_of (const YsSubmission *submission)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; submission != NULL && i < submission->items->len; i++)
    {
      const YsItem *item = g_ptr_array_index (submission->items, i);
      for (guint c = 0; c < item->citations->len; c++)
        g_hash_table_add (all, citation_to_text (item->task, g_ptr_array_index (item->citations, c)));
    }
  return all;
}

/* How many keys of @some are not in @others. */
static guint
count_missing (GHashTable *some, GHashTable *others)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += !g_hash_table_contains (others, key);
  return n;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Adds the tasks of @from that read differently in @other, those that @other lacks too. */
static void
add_tasks (GArray *tasks, const YsSubmission *from, const YsSubmission *other, gboolean only_lacking)
{
  for (guint i = 0; from != NULL && i < from->items->len; i++)
    {
      const YsItem *item = g_ptr_array_index (from->items, i);
      const YsItem *twin = other != NULL ? ys_submission_get_item (other, item->task) : NULL;
      if (only_lacking && twin != NULL)
        continue;
      g_autofree char *text = item_to_text (item);
      g_autofree char *twin_text = item_to_text (twin);
      if (!g_str_equal (text, twin_text))
        g_array_append_val (tasks, item->task);
    }
}

void
ys_submission_compare (const YsSubmission *older, const YsSubmission *newer, YsSubmissionDifference *difference)
{
  g_autoptr (GHashTable) before = citations_of (older), after = citations_of (newer);

  *difference = (YsSubmissionDifference) { .tasks = g_array_new (FALSE, FALSE, sizeof (guint)) };
  add_tasks (difference->tasks, newer, older, FALSE);
  add_tasks (difference->tasks, older, newer, TRUE);
  g_array_sort (difference->tasks, by_number);
  difference->new_citations = count_missing (after, before);
  difference->withdrawn_citations = count_missing (before, after);
  for (guint i = 0; i < newer->evidence->len; i++)
    {
      const YsEvidence *one = g_ptr_array_index (newer->evidence, i);
      difference->new_evidence += older == NULL || ys_submission_get_evidence (older, one->digest) == NULL;
    }
}
