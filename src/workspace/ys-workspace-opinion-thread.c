/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads: opinions and answers on one matter in the order in which they were said, which opinion holds, and what
 * contradicts it. The highest office's newest opinion holds; a lower one that differs is told, not hidden. */
#include "ys-workspace-opinion-private.h"

void
ys_statement_free (YsStatement *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->id,    self->office, self->office_name, self->person, self->text,
                          self->point, self->pages,  self->changed,     self->to };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->citations);
  g_free (self);
}

void
ys_opinion_thread_free (YsOpinionThread *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->unit, self->unit_name, self->item, self->title, self->contradiction, self->gone };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->statements);
  g_free (self);
}

static YsStatement *
new_statement (YsWorkspace *self, const char *id, const char *office, const char *person, gint64 at, const char *text)
{
  YsStatement *statement = g_new0 (YsStatement, 1);

  statement->id = g_strdup (id);
  statement->office = g_strdup (office);
  statement->office_name = ys_workspace_dup_office_name (self, office);
  statement->person = g_strdup (person);
  statement->at = at;
  statement->text = g_strdup (text);
  statement->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_citation_free);
  statement->own = g_strcmp0 (office, self->unit) == 0;
  statement->sent = ys_opinion_desk_has_travelled (self->opinions, id, 0);
  return statement;
}

static YsStatement *
statement_of_opinion (YsWorkspace *self, const YsOpinion *opinion)
{
  YsStatement *statement
    = new_statement (self, opinion->id, opinion->office, opinion->person, opinion->at, opinion->reason);

  statement->is_opinion = TRUE;
  statement->verdict = opinion->verdict;
  statement->has_points = opinion->has_points;
  statement->points = opinion->points;
  statement->point = g_strdup (opinion->point);
  statement->pages = g_strdup (opinion->pages);
  statement->revision = opinion->revision;
  return statement;
}

static YsStatement *
statement_of_answer (YsWorkspace *self, const YsAnswer *answer)
{
  YsStatement *statement = new_statement (self, answer->id, answer->office, answer->person, answer->at, answer->text);

  statement->changed = g_strdup (answer->changed);
  statement->to = g_strdup (answer->to);
  for (guint i = 0; i < answer->citations->len; i++)
    g_ptr_array_add (statement->citations, ys_citation_copy (g_ptr_array_index (answer->citations, i)));
  return statement;
}

/* When it was said, then by id: two clocks need not agree, but the order stays the same everywhere. */
static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const YsStatement *one = *(YsStatement *const *) a, *other = *(YsStatement *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return g_strcmp0 (one->id, other->id);
}

/* With the lock held. */
static void
add_answers (YsWorkspace *self, const char *id, GPtrArray *statements)
{
  const GPtrArray *answers = ys_opinion_desk_list_answers (self->opinions, id);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    g_ptr_array_add (statements, statement_of_answer (self, g_ptr_array_index (answers, i)));
}

GPtrArray *
ys_workspace_dup_answers (YsWorkspace *self, const char *id)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_statement_free);

  g_mutex_lock (&self->lock);
  add_answers (self, id, statements);
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (statements, compare_statements);
  return statements;
}

/* ---- what holds ---- */

static gboolean
is_answered (YsWorkspace *self, const char *id, const char *by)
{
  const GPtrArray *answers = ys_opinion_desk_list_answers (self->opinions, id);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    if (by == NULL || g_strcmp0 (((YsAnswer *) g_ptr_array_index (answers, i))->office, by) == 0)
      return TRUE;
  return FALSE;
}

/* Rounds by office, and the opinion that holds. */
static void
find_standing (YsWorkspace *self, YsOpinionThread *thread)
{
  YsOfficeKind highest = YS_OFFICE_COUNTY;

  for (guint i = 0; i < thread->statements->len; i++)
    {
      YsStatement *statement = g_ptr_array_index (thread->statements, i);
      YsOfficeKind kind;

      if (!statement->is_opinion)
        continue;
      statement->round = 1;
      for (guint before = 0; before < i; before++)
        {
          const YsStatement *earlier = g_ptr_array_index (thread->statements, before);
          if (earlier->is_opinion && g_str_equal (earlier->office, statement->office))
            statement->round = earlier->round + 1;
        }
      kind = ys_workspace_get_kind_of (self, statement->office);
      if (kind <= highest) /* the order of the kinds is from above */
        {
          highest = kind;
          thread->standing = statement;
        }
    }
}

/* The newest opinion of another office that differs from the one that holds. */
static void
find_contradiction (YsOpinionThread *thread)
{
  const YsStatement *standing = thread->standing;

  for (guint i = thread->statements->len; standing != NULL && i > 0; i--)
    {
      const YsStatement *other = g_ptr_array_index (thread->statements, i - 1);
      gboolean newest = TRUE;

      if (!other->is_opinion || g_str_equal (other->office, standing->office))
        continue;
      for (guint later = i; later < thread->statements->len; later++)
        {
          const YsStatement *next = g_ptr_array_index (thread->statements, later);
          newest &= !next->is_opinion || !g_str_equal (next->office, other->office);
        }
      if (!newest
          || (other->verdict == standing->verdict
              && (!other->has_points || !standing->has_points || other->points == standing->points)))
        continue;
      thread->contradiction = g_strdup_printf (
        "%s的意见是%s，%s的意见是%s，两者不一致；以上一级%s的为准", standing->office_name,
        ys_opinion_verdict_label (standing->verdict), other->office_name, ys_opinion_verdict_label (other->verdict),
        standing->office_name);
      return;
    }
}

/* What the opinion that holds looked at may have been replaced since. */
static void
find_gone (YsWorkspace *self, YsOpinionThread *thread)
{
  const YsStatement *standing = thread->standing;
  guint revision = 0;

  const YsOpinionRound *round = ys_workspace_peek_round_of (self, thread->unit);

  if (standing == NULL)
    return;
  if (ys_assessment_get_unit (round != NULL ? round->assessment : self->assessment, thread->unit) == NULL)
    {
      thread->gone = g_strdup ("本轮考核已经没有这个单位");
      return;
    }
  if (self->office == YS_OFFICE_COUNTY)
    revision = self->revision;
  else if (round != NULL)
    revision = GPOINTER_TO_UINT (g_hash_table_lookup (round->revisions, thread->unit));
  else
    for (guint i = 0; self->submissions != NULL && i < self->submissions->len && revision == 0; i++)
      {
        const YsSubmissionRow *row = g_ptr_array_index (self->submissions, i);
        if (row->package != NULL && g_strcmp0 (row->unit, thread->unit) == 0)
          revision = row->revision;
      }
  if (standing->revision != 0 && revision > standing->revision)
    thread->gone = g_strdup_printf ("意见说的是第%u次报送，现在是第%u次", standing->revision, revision);
}

/* ---- threads ---- */

static int
compare_threads (gconstpointer a, gconstpointer b)
{
  const YsOpinionThread *one = *(YsOpinionThread *const *) a, *other = *(YsOpinionThread *const *) b;
  int by_unit = g_strcmp0 (one->unit, other->unit);

  if (by_unit != 0)
    return by_unit;
  if (one->task != other->task)
    return one->task < other->task ? -1 : 1;
  return g_strcmp0 (one->item, other->item);
}

/* With the lock held. */
static void
finish_thread (YsWorkspace *self, YsOpinionThread *thread)
{
  g_ptr_array_sort (thread->statements, compare_statements);
  find_standing (self, thread);
  find_contradiction (thread);
  find_gone (self, thread);
  if (thread->standing == NULL)
    return;
  thread->answered = is_answered (self, thread->standing->id, NULL);
  thread->waiting = !ys_workspace_is_upper (self) && !thread->standing->own
                    && thread->standing->verdict != YS_OPINION_AGREE
                    && !is_answered (self, thread->standing->id, self->unit);
}

/* With the lock held: all that was said of what @about, opinions on one subject, are about. */
static YsOpinionThread *
new_thread (YsWorkspace *self, const GPtrArray *about)
{
  const YsOpinion *first = g_ptr_array_index (about, 0);
  YsOpinionThread *thread = g_new0 (YsOpinionThread, 1);

  thread->unit = g_strdup (first->unit);
  thread->unit_name = ys_workspace_dup_office_name (self, first->unit);
  thread->task = first->task;
  thread->item = g_strdup (first->item);
  thread->title = ys_workspace_dup_subject_title (self, first->unit, first->task, first->item);
  thread->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_statement_free);
  for (guint i = 0; i < about->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (about, i);

      g_ptr_array_add (thread->statements, statement_of_opinion (self, opinion));
      add_answers (self, opinion->id, thread->statements);
    }
  finish_thread (self, thread);
  return thread;
}

GPtrArray *
ys_workspace_dup_opinion_threads (YsWorkspace *self, const char *unit)
{
  GPtrArray *threads = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_opinion_thread_free);
  GHashTableIter iter;
  gpointer about;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->opinions->about);
  while (g_hash_table_iter_next (&iter, NULL, &about))
    if (unit == NULL || g_strcmp0 (((YsOpinion *) g_ptr_array_index ((GPtrArray *) about, 0))->unit, unit) == 0)
      g_ptr_array_add (threads, new_thread (self, about));
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (threads, compare_threads);
  return threads;
}

YsOpinionThread *
ys_workspace_dup_opinion_thread (YsWorkspace *self, const char *unit, guint task, const char *item)
{
  const YsOpinion like = { .unit = (char *) unit, .task = task, .item = (char *) item };
  YsOpinionThread *thread;

  g_mutex_lock (&self->lock);
  const GPtrArray *about = ys_opinion_desk_list_about (self->opinions, &like);
  thread = about != NULL ? new_thread (self, about) : NULL;
  g_mutex_unlock (&self->lock);
  return thread;
}

void
ys_workspace_count_opinions (YsWorkspace *self, const char *unit, YsOpinionCounts *counts)
{
  g_autoptr (GPtrArray) threads = ys_workspace_dup_opinion_threads (self, unit);

  *counts = (YsOpinionCounts) { .threads = threads->len };
  for (guint i = 0; i < threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (threads, i);

      counts->agree += thread->standing->verdict == YS_OPINION_AGREE;
      counts->query += thread->standing->verdict == YS_OPINION_QUERY;
      counts->disagree += thread->standing->verdict == YS_OPINION_DISAGREE;
      counts->answered += thread->answered;
      counts->waiting += thread->waiting;
      counts->contradictions += thread->contradiction != NULL;
      for (guint s = 0; s < thread->statements->len; s++)
        {
          const YsStatement *statement = g_ptr_array_index (thread->statements, s);
          counts->unsent += statement->own && !statement->sent;
        }
    }
}

GPtrArray *
ys_workspace_dup_conclusions (YsWorkspace *self, const char *city)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_conclusion_free);

  g_mutex_lock (&self->lock);
  const GPtrArray *conclusions = self->opinions->said->conclusions;
  for (guint i = 0; i < conclusions->len; i++)
    {
      const YsConclusion *conclusion = g_ptr_array_index (conclusions, i);
      if (city == NULL || g_strcmp0 (conclusion->unit, city) == 0)
        g_ptr_array_add (list, ys_conclusion_copy (conclusion));
    }
  g_mutex_unlock (&self->lock);
  return list;
}
