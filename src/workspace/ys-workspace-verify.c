/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city verifies its ledger: occurrences are confirmed, cleared, merged and split, each with a reason in the journal.
 * Merging keeps one record and leaves the other readable; nothing is deleted (scoring.md, rule 9). */
#include "ys-facts-parts.h"
#include "ys-id.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>

static gboolean
must_be_city (YsWorkspace *self, GError **error)
{
  if (self->office == YS_OFFICE_CITY)
    return TRUE;
  ys_set_error (error, YS_ERROR_ROLE, NULL, _("Only the city confirms, clears and merges occurrences"));
  return FALSE;
}

/* ---- storing ---- */

/* One or two rows that change together. */
typedef struct {
  const YsOccurrenceRow *rows[2];
} Verifying;

static gboolean
store_rows (YsConnection *connection, gpointer data, GError **error)
{
  const Verifying *verifying = data;

  for (gsize i = 0; i < G_N_ELEMENTS (verifying->rows) && verifying->rows[i] != NULL; i++)
    {
      const YsOccurrenceRow *row = verifying->rows[i];
      if (!ys_occurrence_set (connection, row->occurrence, row->declared_by, row->answer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify (YsWorkspace *self, Verifying *verifying, const char *verb, const char *before, const char *after,
        const char *reason, GError **error)
{
  const char *title = verifying->rows[0]->occurrence->title;
  g_autofree char *undo = g_strconcat (verb, "：", title, NULL);
  YsAction action = { .what = YS_CHANGE_NEGATIVE,
                      .record = { .action = verb, .subject = title, .before = before, .after = after, .reason = reason,
                                  .undo_label = undo } };

  return ys_workspace_act (self, &action, store_rows, verifying, error);
}

/* ---- state ---- */

gboolean
ys_workspace_set_occurrence_state (YsWorkspace *self, const char *id, YsVerification state, const char *reason,
                                   GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (YsOccurrenceRow) row
    = must_be_city (self, error) && ys_reason_clean (reason, &clean, error) ? ys_workspace_dup_occurrence_row (self, id, error)
                                                                            : NULL;

  if (row == NULL)
    return FALSE;
  if (row->occurrence->merged_into != NULL)
    {
      ys_set_error (error, YS_ERROR_STATE, id, _("“%s” was merged into another one, whose state holds"), row->occurrence->title);
      return FALSE;
    }
  const char *before = ys_verification_label (row->occurrence->state);
  Verifying verifying = { { row, NULL } };
  row->occurrence->state = state;
  return ys_workspace_check_occurrence (self, row->occurrence, NULL, error)
         && verify (self, &verifying, "核实情形", before, ys_verification_label (state), clean, error);
}

/* ---- merging ---- */

static gboolean
has_item (const YsOccurrence *occurrence, const char *item)
{
  for (guint i = 0; i < occurrence->ticks->len; i++)
    if (g_str_equal (((YsTick *) g_ptr_array_index (occurrence->ticks, i))->item, item))
      return TRUE;
  return FALSE;
}

/* What stays is ticked under the items of both. */
static void
take_items (YsOccurrence *into, const YsOccurrence *from)
{
  for (guint i = 0; i < from->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (from->ticks, i);
      YsTick *copy;

      if (has_item (into, tick->item))
        continue;
      copy = ys_tick_new ();
      copy->item = g_strdup (tick->item);
      copy->severity = g_strdup (tick->severity);
      copy->has_cases = tick->has_cases;
      copy->cases = tick->cases;
      g_ptr_array_add (into->ticks, copy);
    }
}

static gboolean
must_be_apart (const YsOccurrence *occurrence, GError **error)
{
  if (occurrence->merged_into == NULL)
    return TRUE;
  ys_set_error (error, YS_ERROR_STATE, occurrence->id, _("“%s” was merged into another one already"), occurrence->title);
  return FALSE;
}

gboolean
ys_workspace_merge_restated (YsWorkspace *self, const char *id, const YsOccurrence *kept, const char *reason,
                             GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (YsOccurrenceRow) merged
    = must_be_city (self, error) && ys_reason_clean (reason, &clean, error) ? ys_workspace_dup_occurrence_row (self, id, error)
                                                                            : NULL;
  g_autoptr (YsOccurrenceRow) into = merged != NULL ? ys_workspace_dup_occurrence_row (self, kept->id, error) : NULL;
  Verifying verifying = { { merged, into } };

  if (into == NULL || !must_be_apart (merged->occurrence, error) || !must_be_apart (into->occurrence, error))
    return FALSE;
  g_autofree char *unit = g_strdup (into->occurrence->unit);
  ys_occurrence_free (into->occurrence);
  into->occurrence = ys_workspace_copy_occurrence (kept);
  g_free (into->occurrence->unit);
  into->occurrence->unit = g_steal_pointer (&unit);
  take_items (into->occurrence, merged->occurrence);
  merged->occurrence->merged_into = g_strdup (kept->id);
  g_autofree char *after = g_strdup_printf ("并入“%s”（%s）", into->occurrence->title, kept->id);
  return ys_workspace_check_occurrence (self, merged->occurrence, into->occurrence, error)
         && verify (self, &verifying, "合并情形", id, after, clean, error);
}

gboolean
ys_workspace_merge_occurrence (YsWorkspace *self, const char *id, const char *into, const char *reason, GError **error)
{
  g_autoptr (YsOccurrenceRow) kept = must_be_city (self, error) ? ys_workspace_dup_occurrence_row (self, into, error) : NULL;

  return kept != NULL && ys_workspace_merge_restated (self, id, kept->occurrence, reason, error);
}

gboolean
ys_workspace_split_occurrence (YsWorkspace *self, const char *id, const char *reason, GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (YsOccurrenceRow) row
    = must_be_city (self, error) && ys_reason_clean (reason, &clean, error) ? ys_workspace_dup_occurrence_row (self, id, error)
                                                                            : NULL;
  Verifying verifying = { { row, NULL } };

  if (row == NULL)
    return FALSE;
  if (row->occurrence->merged_into == NULL)
    {
      ys_set_error (error, YS_ERROR_STATE, id, _("“%s” is merged into none"), row->occurrence->title);
      return FALSE;
    }
  g_autofree char *before = g_strdup_printf ("并入%s", row->occurrence->merged_into);
  g_clear_pointer (&row->occurrence->merged_into, g_free);
  return ys_workspace_check_occurrence (self, row->occurrence, NULL, error)
         && verify (self, &verifying, "拆分情形", before, id, clean, error);
}

/* ---- what may be the same ---- */

/* Two neighbouring characters each, as the search index has them; letters and digits count, signs don't. */
static GHashTable *
dup_pairs (const char *title)
{
  g_autofree char *folded = ys_text_fold (title);
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *before = NULL;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        continue;
      if (before != NULL)
        g_hash_table_add (pairs, g_strndup (before, (gsize) (g_utf8_next_char (at) - before)));
      before = at;
    }
  return pairs;
}

/* Shared pairs in permille of those of the shorter title. */
static guint
compare_titles (const char *one, const char *other)
{
  g_autoptr (GHashTable) first = dup_pairs (one);
  g_autoptr (GHashTable) second = dup_pairs (other);
  guint fewer = MIN (g_hash_table_size (first), g_hash_table_size (second)), shared = 0;
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    shared += g_hash_table_contains (second, pair);
  return fewer > 0 ? shared * 1000 / fewer : 0;
}

/* One thing comes in twice: as it happened and as it was talked of, with some days between and some words in common. The
 * further apart the dates, the more words it takes. */
guint
ys_occurrence_get_likeness (const YsOccurrence *one, const YsOccurrence *other)
{
  guint words = compare_titles (one->title != NULL ? one->title : "", other->title != NULL ? other->title : "");
  guint days = one->date > other->date ? one->date - other->date : other->date - one->date, needed;

  if (one->date == 0 || other->date == 0)
    needed = 400;
  else
    needed = days <= 7 ? 200 : days <= 31 ? 300 : days <= 92 ? 600 : 1001;
  return words >= needed ? words : 0;
}

typedef struct {
  char *id;
  guint likeness;
} Like;

static int
compare_likeness (gconstpointer a, gconstpointer b)
{
  const Like *first = a, *second = b;

  return first->likeness != second->likeness ? (first->likeness > second->likeness ? -1 : 1)
                                             : g_strcmp0 (first->id, second->id);
}

static gboolean
may_be_merged (const YsOccurrence *occurrence)
{
  return occurrence->merged_into == NULL && occurrence->state != YS_VERIFY_CLEARED;
}

GPtrArray *
ys_workspace_dup_duplicates (YsWorkspace *self, const char *id)
{
  g_autoptr (YsOccurrenceRow) of = ys_workspace_dup_occurrence_row (self, id, NULL);
  g_autoptr (GArray) likes = g_array_new (FALSE, FALSE, sizeof (Like));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (of == NULL || !may_be_merged (of->occurrence))
    return ids;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const YsOccurrence *other = ((YsOccurrenceRow *) g_ptr_array_index (self->occurrences, i))->occurrence;
      Like like = { NULL, 0 };

      if (g_str_equal (other->id, id) || g_strcmp0 (other->unit, of->occurrence->unit) != 0 || !may_be_merged (other))
        continue;
      like.likeness = ys_occurrence_get_likeness (of->occurrence, other);
      like.id = like.likeness > 0 ? g_strdup (other->id) : NULL;
      if (like.id != NULL)
        g_array_append_val (likes, like);
    }
  g_mutex_unlock (&self->lock);
  g_array_sort (likes, compare_likeness);
  for (guint i = 0; i < likes->len; i++)
    g_ptr_array_add (ids, g_array_index (likes, Like, i).id);
  return ids;
}
