/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open workspace: properties, people, signals, and running work off the main loop.
 * Opening and making one stand in ys-workspace-open.c, the form in ys-workspace-form.c. */
#include "ys-workspace-private.h"
#include "ys-workspace-form.h"
#include "ys-workspace-opinion-private.h"

#include <glib/gi18n-lib.h>

enum { SIGNAL_CHANGED, SIGNAL_SHEET_CHANGED, SIGNAL_SAVE_STATE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsWorkspace, ys_workspace, G_TYPE_OBJECT)

static void
draft_free (gpointer data)
{
  YsDraft *draft = data;

  g_free (draft->key);
  g_free (draft->text);
  g_free (draft);
}

static void
ys_workspace_dispose (GObject *object)
{
  YsWorkspace *self = YS_WORKSPACE (object);
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && !ys_workspace_close (self, &error))
    g_warning ("%s", error->message);
  G_OBJECT_CLASS (ys_workspace_parent_class)->dispose (object);
}

static void
ys_workspace_finalize (GObject *object)
{
  YsWorkspace *self = YS_WORKSPACE (object);
  GPtrArray *const arrays[] = { self->people,  self->evidence, self->citations,   self->occurrences, self->records,
                                self->packages, self->transitions, self->returns, self->submissions, self->received,
                                self->received_ledgers, self->assessors, self->reviews, self->second_looks,
                                self->extensions, self->bounds, self->settlements, self->dossiers,
                                self->dossier_bags };

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (arrays[i] != NULL)
      g_ptr_array_unref (arrays[i]);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->present, g_hash_table_unref);
  g_clear_pointer (&self->vault, ys_vault_free);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->standard, ys_standard_unref);
  g_clear_pointer (&self->assessment, ys_assessment_unref);
  g_clear_pointer (&self->effective, ys_assessment_unref);
  g_clear_pointer (&self->feedback_review, ys_review_unref);
  g_clear_pointer (&self->feedback_ledger, ys_ledger_unref);
  g_clear_pointer (&self->opinions, ys_opinion_desk_free);
  g_free (self->folder);
  g_free (self->unit);
  g_free (self->unit_name);
  g_free (self->person);
  g_free (self->save_message);
  g_cond_clear (&self->keeper_wakes);
  g_cond_clear (&self->scorer_wakes);
  g_cond_clear (&self->work_over);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (ys_workspace_parent_class)->finalize (object);
}

static void
ys_workspace_class_init (YsWorkspaceClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = ys_workspace_dispose;
  object_class->finalize = ys_workspace_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", YS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SHEET_CHANGED] = g_signal_new ("sheet-changed", YS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVE_STATE] = g_signal_new ("save-state", YS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
}

static void
ys_workspace_init (YsWorkspace *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->keeper_wakes);
  g_cond_init (&self->scorer_wakes);
  g_cond_init (&self->work_over);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  self->present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->revision = 1;
  self->saved_at = ys_clock_now ();
}

/* ---- telling the window ---- */

typedef struct {
  YsWorkspace *self;
  guint signal, what;
} Telling;

static gboolean
tell (gpointer data)
{
  Telling *telling = data;

  if (telling->signal == SIGNAL_CHANGED)
    g_signal_emit (telling->self, signals[SIGNAL_CHANGED], 0, telling->what);
  else
    g_signal_emit (telling->self, signals[telling->signal], 0);
  return G_SOURCE_REMOVE;
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->self);
  g_free (telling);
}

static void
tell_on_main (YsWorkspace *self, guint signal, guint what)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->self = g_object_ref (self);
  telling->signal = signal;
  telling->what = what;
  /* always later, never inside the caller: a handler may not run in the middle of a keystroke */
  g_idle_add_full (G_PRIORITY_DEFAULT, tell, telling, telling_free);
}

void
ys_workspace_emit_changed (YsWorkspace *self, guint what)
{
  tell_on_main (self, SIGNAL_CHANGED, what);
}

void
ys_workspace_emit_save_state (YsWorkspace *self)
{
  tell_on_main (self, SIGNAL_SAVE_STATE, 0);
}

void
ys_workspace_emit_sheet_changed (YsWorkspace *self)
{
  tell_on_main (self, SIGNAL_SHEET_CHANGED, 0);
}

void
ys_workspace_set_save_state (YsWorkspace *self, YsSaveState state, const GError *error)
{
  g_mutex_lock (&self->lock);
  self->save_state = state;
  g_clear_pointer (&self->save_message, g_free);
  if (error != NULL)
    self->save_message = g_strdup_printf ("%s %s", error->message, ys_error_code_advice (error->code));
  if (state == YS_SAVE_SAVED)
    self->saved_at = ys_clock_now ();
  g_mutex_unlock (&self->lock);
  ys_workspace_emit_save_state (self);
}

YsSaveState
ys_workspace_get_save_state (YsWorkspace *self, gint64 *at, char **message)
{
  g_mutex_lock (&self->lock);
  YsSaveState state = self->save_state;
  if (at != NULL)
    *at = self->saved_at;
  if (message != NULL)
    *message = g_strdup (self->save_message);
  g_mutex_unlock (&self->lock);
  return state;
}

/* ---- what it is ---- */

const char *
ys_workspace_get_folder (YsWorkspace *self)
{
  return self->folder;
}

YsOfficeKind
ys_workspace_get_office (YsWorkspace *self)
{
  return self->office;
}

const char *
ys_workspace_get_unit (YsWorkspace *self)
{
  return self->unit;
}

const char *
ys_workspace_get_unit_name (YsWorkspace *self)
{
  return self->unit_name;
}

gboolean
ys_workspace_is_read_only (YsWorkspace *self)
{
  return self->store == NULL || ys_store_is_read_only (self->store);
}

YsStandard *
ys_workspace_get_standard (YsWorkspace *self)
{
  return self->standard;
}

YsAssessment *
ys_workspace_get_assessment (YsWorkspace *self)
{
  return self->assessment;
}

YsSubmissionState
ys_workspace_get_state (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  YsSubmissionState state = self->state;
  g_mutex_unlock (&self->lock);
  return state;
}

guint
ys_workspace_get_revision (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  guint revision = self->revision;
  g_mutex_unlock (&self->lock);
  return revision;
}

YsSheet *
ys_workspace_dup_sheet (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  YsSheet *sheet = self->sheet != NULL ? ys_sheet_ref (self->sheet) : NULL;
  g_mutex_unlock (&self->lock);
  return sheet;
}

YsSheetUnit *
ys_workspace_get_own_unit (YsWorkspace *self, YsSheet *sheet)
{
  return sheet != NULL ? ys_sheet_get_unit (sheet, self->unit) : NULL;
}

YsFacts *
ys_workspace_dup_facts (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  YsFacts *facts = ys_workspace_build_facts (self);
  g_mutex_unlock (&self->lock);
  return facts;
}

/* ---- work off the main loop ---- */

typedef struct {
  YsWorkspaceFunc func;
  gpointer data;
  GDestroyNotify free_data, free_result;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

void
ys_workspace_wait_for_work (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  while (self->working > 0)
    g_cond_wait (&self->work_over, &self->lock);
  g_mutex_unlock (&self->lock);
}

static void
end_work (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  self->working--;
  g_cond_broadcast (&self->work_over);
  g_mutex_unlock (&self->lock);
}

static void
run_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gpointer result = work->func (YS_WORKSPACE (source), work->data, cancellable, &error);

  end_work (YS_WORKSPACE (source));
  if (error != NULL)
    {
      if (result != NULL && work->free_result != NULL)
        work->free_result (result);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, result, work->free_result);
}

void
ys_workspace_run_async (YsWorkspace *self, YsWorkspaceFunc func, gpointer data, GDestroyNotify free_data,
                        GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  g_mutex_lock (&self->lock);
  self->working++;
  g_mutex_unlock (&self->lock);
  g_task_set_source_tag (task, ys_workspace_run_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run_work);
}

gpointer
ys_workspace_run_finish (YsWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
