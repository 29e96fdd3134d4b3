/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what the desk shows, on a worker thread. */
#include "ys-desk-data.h"

/* Lines of the journal looked through for tasks, and tasks shown. */
#define LINES_READ 60
#define CHANGES_SHOWN 3

void
ys_desk_data_free (YsDeskData *self)
{
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->returns, g_ptr_array_unref);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  g_free (self);
}

static gboolean
is_known (const GArray *changes, guint task)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, YsDeskChange, i).task == task)
      return TRUE;
  return FALSE;
}

static void
find_changes (GArray *changes, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len && changes->len < CHANGES_SHOWN; i++)
    {
      const YsJournalEntry *entry = g_ptr_array_index (lines, i);
      YsDeskChange change = { entry->task, entry->at };
      if (entry->task != 0 && !is_known (changes, entry->task))
        g_array_append_val (changes, change);
    }
}

static void
find_return (YsDeskData *self, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) transitions = ys_workspace_dup_transitions (workspace);

  for (guint i = 0; i < transitions->len; i++)
    {
      const YsTransition *one = g_ptr_array_index (transitions, i);
      if (one->state != YS_SUBMISSION_RETURNED)
        continue;
      self->returned_at = one->at;
      self->returned_revision = one->revision;
    }
}

gpointer
ys_desk_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  YsDeskData *self = g_new0 (YsDeskData, 1);
  g_autoptr (GPtrArray) lines = ys_workspace_dup_journal (workspace, 0, LINES_READ, NULL, error);

  if (lines == NULL)
    {
      ys_desk_data_free (self);
      return NULL;
    }
  self->changes = g_array_new (FALSE, FALSE, sizeof (YsDeskChange));
  find_changes (self->changes, lines);
  self->sheet = ys_workspace_dup_sheet (workspace);
  self->own = self->sheet != NULL ? ys_workspace_get_own_unit (workspace, self->sheet) : NULL;
  self->packages = ys_workspace_dup_packages (workspace);
  self->returns = ys_workspace_dup_return_reasons (workspace);
  if (ys_workspace_get_office (workspace) == YS_OFFICE_COUNTY)
    find_return (self, workspace);
  return self;
}
