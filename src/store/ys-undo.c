/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo by SQLite changesets: a change is taken back by its inverse, brought again by itself.
 * Both are changes like any other, with an entry in the journal. */
#include "ys-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  gboolean redo;
  const char *of; /* whose changes; NULL: anybody's */
  gint64 id;
  char *label, *key;
  guint task;
  GBytes *changeset;
} Step;

static void
step_clear (Step *step)
{
  g_free (step->label);
  g_free (step->key);
  g_clear_pointer (&step->changeset, g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static gboolean
find_step (YsConnection *connection, gpointer data, GError **error)
{
  Step *step = data;
  sqlite3_stmt *row = ys_connection_query (connection, error, step->redo ? "undo-next" : "undo-last", "s",
                                            step->of);

  if (row == NULL)
    return FALSE;
  if (!ys_connection_step (connection, row, error))
    {
      if (error == NULL || *error == NULL)
        ys_set_error (error, YS_ERROR_NOTHING_TO_UNDO, NULL,
                      step->redo ? _("There is nothing to do again") : _("There is nothing to take back"));
      return FALSE;
    }
  step->id = sqlite3_column_int64 (row, 0);
  step->label = ys_column_dup_text (row, 1);
  step->task = (guint) sqlite3_column_int64 (row, 2);
  step->key = ys_column_dup_text (row, 3);
  step->changeset = ys_column_dup_bytes (row, 4);
  ys_connection_done (row);
  return TRUE;
}

char *
ys_store_dup_undo_label (YsStore *self, gboolean redo, const char *of)
{
  g_auto (Step) step = { .redo = redo, .of = of };

  if (!ys_store_call (self, find_step, &step, NULL))
    return NULL;
  return g_steal_pointer (&step.label);
}

/* A row that was to go and is gone is no conflict: the rows of an occurrence's items go with the occurrence. */
static int
refuse_conflict (void *context, int kind, sqlite3_changeset_iter *iterator)
{
  const char *table = NULL;
  int columns = 0, operation = 0, indirect = 0;

  if (kind == SQLITE_CHANGESET_NOTFOUND
      && sqlite3changeset_op (iterator, &table, &columns, &operation, &indirect) == SQLITE_OK
      && operation == SQLITE_DELETE)
    return SQLITE_CHANGESET_OMIT;
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_step (YsConnection *connection, gpointer data, GError **error)
{
  Step *step = data;
  gsize size;
  const void *forward = g_bytes_get_data (step->changeset, &size);
  void *inverse = NULL;
  int inverse_size = 0;
  int result = SQLITE_OK;

  if (step->redo)
    result = sqlite3changeset_apply (ys_connection_get_handle (connection), (int) size, (void *) forward, NULL,
                                     refuse_conflict, NULL);
  else
    {
      result = sqlite3changeset_invert ((int) size, forward, &inverse_size, &inverse);
      if (result == SQLITE_OK)
        result = sqlite3changeset_apply (ys_connection_get_handle (connection), inverse_size, inverse, NULL,
                                         refuse_conflict, NULL);
      sqlite3_free (inverse);
    }
  if (result == SQLITE_ABORT || (result & 0xff) == SQLITE_CONSTRAINT)
    {
      ys_set_error (error, YS_ERROR_NOTHING_TO_UNDO, step->label,
                    _("What this change touched was changed again since; it can no longer be taken back"));
      return FALSE;
    }
  if (result != SQLITE_OK)
    {
      ys_connection_set_error (connection, error, _("Taking back a change"));
      return FALSE;
    }
  return ys_connection_run (connection, error, "undo-mark", "ii", step->id, (gint64) (step->redo ? 0 : 1));
}

gboolean
ys_store_undo (YsStore *self, gboolean redo, const char *of, const char *person, const char *role, guint *task,
               char **key, GError **error)
{
  g_auto (Step) step = { .redo = redo, .of = of };
  YsJournalRecord record = { .person = person, .role = role, .action = redo ? "重做" : "撤销" };

  if (!ys_store_call (self, find_step, &step, error))
    return FALSE;
  record.subject = step.label;
  record.task = step.task;
  if (!ys_store_change (self, &record, apply_step, &step, error))
    return FALSE;
  if (task != NULL)
    *task = step.task;
  if (key != NULL)
    *key = g_steal_pointer (&step.key);
  return TRUE;
}
