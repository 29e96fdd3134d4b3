/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The self-check form: typing makes drafts, leaving a field closes them into journalled changes, undo takes them back.
 * Nothing here may lose a keystroke: a draft is in the store a second after its first key (packages.md, Typing). */
#include "ys-workspace-private.h"
#include "ys-id.h"
#include "ys-workspace-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* With the lock held: the text that stands. Full. */
static char *
dup_entry_locked (YsWorkspace *self, guint number, const char *key)
{
  if (number == 0 && g_str_has_prefix (key, "occurrence."))
    return ys_workspace_peek_occurrence_text (self, key);
  return g_strdup (ys_workspace_peek_entry (self, number, key));
}

char *
ys_workspace_dup_entry (YsWorkspace *self, guint number, const char *key)
{
  g_mutex_lock (&self->lock);
  char *text = dup_entry_locked (self, number, key);
  g_mutex_unlock (&self->lock);
  return text;
}

char *
ys_workspace_dup_entry_problem (YsWorkspace *self, guint number, const char *key)
{
  g_autofree char *text = ys_workspace_dup_entry (self, number, key);
  g_autoptr (YsItem) item = ys_item_new ();
  g_autoptr (GError) error = NULL;

  if (ys_workspace_key_is_typed (key))
    return NULL;
  if (number == 0 && g_str_has_prefix (key, "occurrence."))
    return ys_occurrence_dup_text_problem (key, text);
  if (number == 0 && g_str_has_prefix (key, "threshold."))
    return ys_workspace_dup_threshold_problem (self, key, text);
  if (text[0] == '\0')
    return NULL;
  item->task = number;
  if (ys_item_set_entry (item, key, text, self->standard, self->assessment->year, &error))
    return NULL;
  return g_strdup (error->message);
}

gboolean
ys_workspace_can_edit (YsWorkspace *self, char **why)
{
  const char *reason = NULL;

  g_mutex_lock (&self->lock);
  if (self->store == NULL || ys_store_is_read_only (self->store))
    reason = _("This workspace is open for reading only.");
  else if (self->office != YS_OFFICE_COUNTY)
    reason = _("The self-check is filled in by the county.");
  else if (self->state == YS_SUBMISSION_PENDING || self->state == YS_SUBMISSION_APPROVED)
    reason = _("The submission is no longer being filled in; take it back first.");
  else if (self->state != YS_SUBMISSION_DRAFT)
    reason = _("The submission was handed in; only a return by the city opens it again.");
  else if ((self->roles & YS_ROLE_CLERK) == 0)
    reason = _("Only a clerk fills in the form.");
  g_mutex_unlock (&self->lock);
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

/* ---- typing ---- */

/* A county fills in its form; the city types into its ledger. What is typed to be said later is asked about then. */
static gboolean
can_type (YsWorkspace *self, guint number, const char *key)
{
  if (ys_workspace_key_is_typed (key))
    return number == 0 && !ys_workspace_is_read_only (self);
  if (self->office == YS_OFFICE_CITY)
    return number == 0 && ys_workspace_can_type_at_city (self, key, NULL);
  return ys_workspace_can_edit (self, NULL);
}

void
ys_workspace_type (YsWorkspace *self, guint number, const char *key, const char *text)
{
  gint64 now = g_get_monotonic_time ();
  char *slot = ys_entry_slot (number, key);
  YsDraft *draft;

  if (!can_type (self, number, key))
    {
      g_free (slot);
      return;
    }
  g_mutex_lock (&self->lock);
  draft = g_hash_table_lookup (self->drafts, slot);
  if (draft == NULL)
    {
      g_autofree char *saved = dup_entry_locked (self, number, key);
      if (g_strcmp0 (saved, text) == 0)
        {
          g_mutex_unlock (&self->lock);
          g_free (slot);
          return;
        }
      draft = g_new0 (YsDraft, 1);
      draft->task = number;
      draft->key = g_strdup (key);
      g_hash_table_insert (self->drafts, g_steal_pointer (&slot), draft);
    }
  g_free (slot);
  g_free (draft->text);
  draft->text = ys_text_clean (text, -1);
  if (!draft->unwritten)
    draft->first_unwritten = now;
  draft->unwritten = TRUE;
  draft->last_key = now;
  self->save_state = YS_SAVE_PENDING;
  g_cond_signal (&self->keeper_wakes);
  g_mutex_unlock (&self->lock);
  if (!ys_review_key_is_score (key) && !ys_workspace_key_is_typed (key)) /* these count once they are saved */
    ys_workspace_want_score (self);
  ys_workspace_emit_save_state (self);
}

/* ---- closing drafts ---- */

typedef struct {
  guint revision, task;
  const char *key, *text;
} Settling;

static gboolean
store_settled (YsConnection *connection, gpointer data, GError **error)
{
  const Settling *settling = data;

  return ys_entry_set (connection, settling->revision, settling->task, settling->key, settling->text, error)
         && ys_draft_delete (connection, settling->task, settling->key, error);
}

static gboolean
drop_draft (YsConnection *connection, gpointer data, GError **error)
{
  const Settling *settling = data;

  return ys_draft_delete (connection, settling->task, settling->key, error);
}

/* Memory after the store: the draft goes unless more was typed meanwhile; @kept is what the entry holds now. */
static void
forget_draft (YsWorkspace *self, const char *slot, const char *settled, const char *kept)
{
  YsDraft *draft;

  g_mutex_lock (&self->lock);
  if (kept[0] != '\0')
    g_hash_table_insert (self->entries, g_strdup (slot), g_strdup (kept));
  else
    g_hash_table_remove (self->entries, slot);
  draft = g_hash_table_lookup (self->drafts, slot);
  if (draft != NULL && g_strcmp0 (draft->text, settled) == 0)
    g_hash_table_remove (self->drafts, slot);
  else if (draft != NULL)
    draft->unwritten = TRUE; /* its row went with the change */
  g_mutex_unlock (&self->lock);
}

static gboolean
settle_one (YsWorkspace *self, const char *slot, guint task, const char *key, const char *text, const char *before,
            GError **error)
{
  g_autofree char *label = ys_entry_label (self->standard, task, key);
  g_autofree char *undo = g_strconcat ("修改", label, NULL);
  Settling settling = { self->revision, task, key, text };
  gboolean county = self->office == YS_OFFICE_COUNTY;
  YsAction action = { .role_needed = county ? YS_ROLE_CLERK : 0,
                      .edits_form = county,
                      .record = { .action = "修改", .subject = label, .task = task, .before = before,
                                  .after = text, .undo_label = undo, .undo_key = key } };
  gboolean done, changed = g_strcmp0 (before, text) != 0;
  const char *kept = text;

  if (task == 0 && g_str_has_prefix (key, "occurrence."))
    done = ys_workspace_settle_occurrence (self, key, text, &kept, &changed, error);
  else if (!changed)
    done = ys_store_write (self->store, drop_draft, &settling, error);
  else
    done = ys_workspace_act (self, &action, store_settled, &settling, error);
  if (!done)
    return FALSE;
  forget_draft (self, slot, text, kept);
  if (changed)
    ys_workspace_emit_changed (self, YS_CHANGE_FORM);
  return TRUE;
}

/* The draft of @wanted, or any one; FALSE where there is none. */
static gboolean
pick_draft (YsWorkspace *self, const char *wanted, char **slot, guint *task, char **key, char **text, char **before)
{
  GHashTableIter iter;
  gpointer name, value;
  gboolean found = FALSE;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->drafts);
  while (!found && g_hash_table_iter_next (&iter, &name, &value))
    {
      const YsDraft *draft = value;
      const char *saved = g_hash_table_lookup (self->entries, name);

      if ((wanted != NULL && g_strcmp0 (wanted, name) != 0) || ys_workspace_draft_stays (draft->key))
        continue;
      found = TRUE;
      *slot = g_strdup (name);
      *task = draft->task;
      *key = g_strdup (draft->key);
      *text = g_strdup (draft->text);
      *before = g_strdup (saved != NULL ? saved : "");
    }
  g_mutex_unlock (&self->lock);
  return found;
}

gboolean
ys_workspace_settle (YsWorkspace *self, guint number, const char *key, GError **error)
{
  g_autofree char *wanted = number != 0 || key != NULL ? ys_entry_slot (number, key) : NULL;

  while (TRUE)
    {
      g_autofree char *slot = NULL;
      g_autofree char *found_key = NULL;
      g_autofree char *text = NULL;
      g_autofree char *before = NULL;
      guint task = 0;

      if (!pick_draft (self, wanted, &slot, &task, &found_key, &text, &before))
        return TRUE;
      if (!settle_one (self, slot, task, found_key, text, before, error))
        return FALSE;
      if (wanted != NULL)
        return TRUE;
    }
}

typedef struct {
  YsWorkspace *self;
  guint number;
  char *key;
} Soon;

static void
soon_free (gpointer data)
{
  Soon *soon = data;

  g_object_unref (soon->self);
  g_free (soon->key);
  g_free (soon);
}

static gboolean
settle_on_store (YsConnection *connection, gpointer data, GError **error)
{
  Soon *soon = data;
  g_autoptr (GError) local = NULL;

  if (!ys_workspace_settle (soon->self, soon->number, soon->key, &local))
    {
      ys_workspace_set_save_state (soon->self, YS_SAVE_FAILED, local);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

void
ys_workspace_settle_soon (YsWorkspace *self, guint number, const char *key)
{
  Soon *soon;

  if (self->store == NULL) /* closed: all drafts were settled before */
    return;
  soon = g_new0 (Soon, 1);
  soon->self = g_object_ref (self);
  soon->number = number;
  soon->key = g_strdup (key);
  ys_store_queue (self->store, settle_on_store, soon, soon_free, NULL);
}

/* ---- several at once ---- */

typedef struct {
  guint revision, task;
  GPtrArray *keys, *texts;
} Setting;

static gboolean
store_entries (YsConnection *connection, gpointer data, GError **error)
{
  const Setting *setting = data;

  for (guint i = 0; i < setting->keys->len; i++)
    if (!ys_entry_set (connection, setting->revision, setting->task, g_ptr_array_index (setting->keys, i),
                       g_ptr_array_index (setting->texts, i), error))
      return FALSE;
  return TRUE;
}

/* Task 0 also holds declarations and threshold values of items that the negative list has. */
static gboolean
is_negative_key (YsWorkspace *self, const char *key)
{
  const char *dot = strchr (key, '.');

  return dot != NULL && (g_str_has_prefix (key, "none.") || g_str_has_prefix (key, "threshold."))
         && ys_catalogue_get_item (self->standard->catalogue, dot + 1) != NULL;
}

/* All keys must be known; with @strict all texts must be readable, and all that is wrong is said at once. */
static gboolean
check_entries (YsWorkspace *self, const Setting *setting, gboolean strict, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsItem) item = ys_item_new ();

  item->task = setting->task;
  for (guint i = 0; i < setting->keys->len; i++)
    {
      const char *key = g_ptr_array_index (setting->keys, i);
      g_autoptr (GError) local = NULL;

      if (setting->task == 0 && is_negative_key (self, key))
        continue;
      if (!ys_item_set_entry (item, key, g_ptr_array_index (setting->texts, i), self->standard,
                              self->assessment->year, &local)
          && (strict || !g_error_matches (local, YS_ERROR, YS_ERROR_VALUE)))
        ys_faults_add (faults, local->code, NULL, 0, key, "%s", local->message);
    }
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

static char *
describe_texts (const Setting *setting)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < setting->keys->len; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (setting->keys, i),
                            (char *) g_ptr_array_index (setting->texts, i));
  return g_string_free (text, FALSE);
}

static char *
describe_before (YsWorkspace *self, const Setting *setting)
{
  GString *text = g_string_new (NULL);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < setting->keys->len; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (setting->keys, i),
                            ys_workspace_peek_entry (self, setting->task, g_ptr_array_index (setting->keys, i)));
  g_mutex_unlock (&self->lock);
  return g_string_free (text, FALSE);
}

gboolean
ys_workspace_set_entries (YsWorkspace *self, guint number, const char *const *keys, const char *const *texts,
                          gboolean strict, GError **error)
{
  g_autoptr (GPtrArray) all_keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all_texts = g_ptr_array_new_with_free_func (g_free);
  Setting setting = { ys_workspace_get_revision (self), number, all_keys, all_texts };
  g_autofree char *label = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (number != 0 && ys_catalogue_get_task (self->standard->catalogue, number) == NULL)
    {
      g_autofree char *where = g_strdup_printf ("%u", number);
      ys_set_error (error, YS_ERROR_NOT_FOUND, where, _("The catalogue has no task %u"), number);
      return FALSE;
    }
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *clean = ys_text_clean (texts[i], -1);
      if (!ys_entry_expand (keys[i], clean, all_keys, all_texts, error))
        return FALSE;
    }
  if (!check_entries (self, &setting, strict, error))
    return FALSE;
  if (!ys_workspace_settle (self, 0, NULL, error))
    return FALSE;
  label = all_keys->len == 1 ? ys_entry_label (self->standard, number, g_ptr_array_index (all_keys, 0))
          : number == 0      ? g_strdup_printf ("其他数据%u处", all_keys->len)
                             : g_strdup_printf ("第%u项%u处", number, all_keys->len);
  undo = g_strconcat ("修改", label, NULL);
  before = describe_before (self, &setting);
  after = describe_texts (&setting);
  YsAction action = { .role_needed = YS_ROLE_CLERK,
                      .edits_form = TRUE,
                      .what = YS_CHANGE_FORM,
                      .record = { .action = "修改", .subject = label, .task = number, .before = before,
                                  .after = after, .undo_label = undo,
                                  .undo_key = g_ptr_array_index (all_keys, 0) } };
  return ys_workspace_act (self, &action, store_entries, &setting, error);
}
