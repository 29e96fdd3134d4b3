/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two helpers in the background: the keeper writes drafts in time, the scorer makes new sheets.
 * Both sleep until something is typed; neither touches the main loop. */
#include "ys-workspace-private.h"
#include "ys-debug.h"
#include "ys-workspace-form.h"

#include <glib/gi18n-lib.h>

/* packages.md, Typing: the draft row at most a second after the first unsaved key; the change closed after 20 s of
 * rest. A little earlier, so that the commit itself fits in. */
#define DRAFT_AFTER (700 * G_TIME_SPAN_MILLISECOND)
#define SETTLE_AFTER (20 * G_TIME_SPAN_SECOND)
#define RETRY_AFTER (5 * G_TIME_SPAN_SECOND)

/* ---- drafts ---- */

static gboolean
store_drafts (YsConnection *connection, gpointer data, GError **error)
{
  GPtrArray *rows = data;

  for (guint i = 0; i < rows->len; i++)
    if (!ys_draft_set (connection, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
collect_unwritten (YsWorkspace *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_draft_row_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      YsDraft *draft = value;
      if (!draft->unwritten)
        continue;
      YsDraftRow *row = g_new0 (YsDraftRow, 1);
      row->task = draft->task;
      row->key = g_strdup (draft->key);
      row->text = g_strdup (draft->text);
      row->person = g_strdup (self->person);
      row->at = ys_clock_now ();
      g_ptr_array_add (rows, row);
    }
  return rows;
}

gboolean
ys_workspace_write_drafts (YsWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  gboolean rest = FALSE;

  g_mutex_lock (&self->lock);
  rows = collect_unwritten (self);
  g_mutex_unlock (&self->lock);
  if (rows->len == 0)
    return TRUE;
  if (!ys_store_write (self->store, store_drafts, rows, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDraftRow *row = g_ptr_array_index (rows, i);
      g_autofree char *slot = ys_entry_slot (row->task, row->key);
      YsDraft *draft = g_hash_table_lookup (self->drafts, slot);
      if (draft == NULL)
        continue;
      if (g_strcmp0 (draft->text, row->text) == 0)
        draft->unwritten = FALSE;
      else
        {
          draft->first_unwritten = g_get_monotonic_time ();
          rest = TRUE;
        }
    }
  g_mutex_unlock (&self->lock);
  if (!rest)
    ys_workspace_set_save_state (self, YS_SAVE_SAVED, NULL);
  return TRUE;
}

/* With the lock held: when the next draft is due, and the slot of one that has rested long enough. */
static gint64
next_due (YsWorkspace *self, gint64 now, gboolean *write, guint *task, char **key)
{
  gint64 due = G_MAXINT64;
  GHashTableIter iter;
  gpointer value;

  *write = FALSE;
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const YsDraft *draft = value;
      if (!draft->unwritten && ys_workspace_draft_stays (draft->key))
        continue;
      gint64 at = draft->unwritten ? draft->first_unwritten + DRAFT_AFTER : draft->last_key + SETTLE_AFTER;

      due = MIN (due, at);
      if (at > now)
        continue;
      if (draft->unwritten)
        *write = TRUE;
      else if (*key == NULL)
        {
          *task = draft->task;
          *key = g_strdup (draft->key);
        }
    }
  return due;
}

static gpointer
keep (gpointer data)
{
  YsWorkspace *self = data;

  g_mutex_lock (&self->lock);
  while (!self->closing)
    {
      g_autofree char *key = NULL;
      g_autoptr (GError) error = NULL;
      guint task = 0;
      gboolean write = FALSE;
      gint64 due = next_due (self, g_get_monotonic_time (), &write, &task, &key);

      if (!write && key == NULL)
        {
          if (due == G_MAXINT64)
            g_cond_wait (&self->keeper_wakes, &self->lock);
          else
            g_cond_wait_until (&self->keeper_wakes, &self->lock, due);
          continue;
        }
      g_mutex_unlock (&self->lock);
      gboolean done = write ? ys_workspace_write_drafts (self, &error) : ys_workspace_settle (self, task, key, &error);
      if (!done)
        ys_workspace_set_save_state (self, YS_SAVE_FAILED, error);
      g_mutex_lock (&self->lock);
      if (!done && !self->closing)
        g_cond_wait_until (&self->keeper_wakes, &self->lock, g_get_monotonic_time () + RETRY_AFTER);
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* ---- sheets ---- */

YsScoreFlags
ys_score_flags_of_figure (YsScoreFigure figure, gboolean given)
{
  if (!given)
    return YS_SCORE_WITH_REASONS;
  if (figure == YS_SELF)
    return YS_SCORE_WITH_REASONS | YS_SCORE_FIGURE_SELF;
  return YS_SCORE_WITH_REASONS | (figure == YS_DECIDED ? YS_SCORE_FIGURE_DECIDED : YS_SCORE_FIGURE_COMPUTED);
}

YsSheet *
ys_workspace_score (YsWorkspace *self, YsScoreFigure figure, gboolean figure_given, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);
  YsSheet *sheet = ys_score (self->standard, facts, ys_score_flags_of_figure (figure, figure_given), faults);

  if (sheet == NULL)
    ys_set_error_from_faults (error, faults);
  return sheet;
}

static gpointer
score (gpointer data)
{
  YsWorkspace *self = data;

  g_mutex_lock (&self->lock);
  while (!self->closing)
    {
      if (!self->score_wanted || !self->keeps_scored)
        {
          g_cond_wait (&self->scorer_wakes, &self->lock);
          continue;
        }
      self->score_wanted = FALSE;
      g_mutex_unlock (&self->lock);

      g_autoptr (GError) error = NULL;
      gint64 began = g_get_monotonic_time ();
      YsSheet *sheet = ys_workspace_score (self, YS_COMPUTED, FALSE, &error);
      ys_debug (YS_DEBUG_SCORING, "sheet in %" G_GINT64_FORMAT " µs%s%s", g_get_monotonic_time () - began,
                error != NULL ? ": " : "", error != NULL ? error->message : "");

      g_mutex_lock (&self->lock);
      if (sheet == NULL)
        continue; /* the check list names the faults; the last sheet stays */
      YsSheet *old = self->sheet;
      self->sheet = sheet;
      g_mutex_unlock (&self->lock);
      g_clear_pointer (&old, ys_sheet_unref);
      ys_workspace_emit_sheet_changed (self);
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* Sets what the scorer waits for. */
static void
wake_scorer (YsWorkspace *self, gboolean *reason)
{
  g_mutex_lock (&self->lock);
  *reason = TRUE;
  g_cond_signal (&self->scorer_wakes);
  g_mutex_unlock (&self->lock);
}

void
ys_workspace_want_score (YsWorkspace *self)
{
  wake_scorer (self, &self->score_wanted);
}

void
ys_workspace_keep_scored (YsWorkspace *self)
{
  wake_scorer (self, &self->keeps_scored);
}

void
ys_workspace_start_helpers (YsWorkspace *self)
{
  self->keeper = g_thread_new ("keeper", keep, self);
  self->scorer = g_thread_new ("scorer", score, self);
}

void
ys_workspace_stop_helpers (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  g_cond_broadcast (&self->keeper_wakes);
  g_cond_broadcast (&self->scorer_wakes);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->keeper, g_thread_join);
  g_clear_pointer (&self->scorer, g_thread_join);
}
