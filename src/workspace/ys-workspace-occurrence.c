/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An occurrence as a form: its texts are typed under keys like those of a task, saved as drafts while one types, and
 * closed into the row of the occurrence. What can't be read stays beside the row as it was typed (gui.md, rule 4). */
#include "ys-workspace-negative.h"
#include "ys-id.h"
#include "ys-workspace-form.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREFIX "occurrence."

static const struct {
  const char *field, *label;
} fields[] = {
  { "title", "标题" }, { "date", "日期" },       { "summary", "概况" },
  { "count", "次数" }, { "deaths", "死亡人数" }, { "cases", "案件数" },
  { "answer", "答复" },
};

/* ---- keys ---- */

gboolean
ys_occurrence_key_split (const char *key, char **id, const char **field)
{
  const char *dot = strrchr (key, '.');

  if (!g_str_has_prefix (key, PREFIX) || dot < key + strlen (PREFIX))
    return FALSE;
  *id = g_strndup (key + strlen (PREFIX), (gsize) (dot - key - strlen (PREFIX)));
  *field = dot + 1;
  return TRUE;
}

gboolean
ys_occurrence_key_is_new (const char *key)
{
  return g_str_has_prefix (key, PREFIX YS_OCCURRENCE_NEW ".");
}

/* "负面情形“虢镇火灾”日期". Full. */
static char *
label_field (const YsOccurrence *occurrence, const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return g_strdup_printf ("负面情形“%s”%s", occurrence->title, fields[i].label);
  return g_strdup (occurrence->title);
}

/* ---- texts of a row ---- */

/* The tick of the threshold item whose figure contains this occurrence; NULL: it is in none. */
static YsTick *
find_container (const YsOccurrence *occurrence)
{
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      YsTick *tick = g_ptr_array_index (occurrence->ticks, i);
      if (tick->has_cases)
        return tick;
    }
  return NULL;
}

/* Full; NULL: there is no such field. */
static char *
dup_field (const YsOccurrenceRow *row, const char *field)
{
  const YsOccurrence *occurrence = row->occurrence;
  const char *text = NULL;

  if (g_str_equal (field, "date"))
    return ys_date_to_text (occurrence->date);
  if (g_str_equal (field, "count"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, occurrence->count);
  if (g_str_equal (field, "deaths"))
    return occurrence->has_deaths ? g_strdup_printf ("%" G_GINT64_FORMAT, occurrence->deaths) : g_strdup ("");
  if (g_str_equal (field, "cases"))
    {
      const YsTick *container = find_container (occurrence);
      return container != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, container->cases) : g_strdup ("");
    }
  if (g_str_equal (field, "title"))
    text = occurrence->title;
  else if (g_str_equal (field, "summary"))
    text = occurrence->summary;
  else if (g_str_equal (field, "answer"))
    text = row->answer;
  else
    return NULL;
  return g_strdup (text != NULL ? text : "");
}

static gboolean
parse_number (const char *text, gint64 least, gint64 *number)
{
  g_autofree char *plain = ys_number_normalize (text, NULL);
  YsFigure figure;

  if (plain == NULL || !ys_figure_parse (plain, &figure) || figure.kind != YS_FIGURE_COUNT || figure.numerator < least)
    return FALSE;
  *number = figure.numerator;
  return TRUE;
}

static gboolean
take_date (YsOccurrence *occurrence, const char *text)
{
  YsDate date = ys_date_parse_typed (text);

  if (date == 0 && text[0] != '\0')
    return FALSE;
  occurrence->date = date;
  return TRUE;
}

static gboolean
take_deaths (YsOccurrence *occurrence, const char *text)
{
  gint64 number = 0;

  if (text[0] != '\0' && !parse_number (text, 0, &number))
    return FALSE;
  occurrence->has_deaths = text[0] != '\0';
  occurrence->deaths = number;
  return TRUE;
}

static gboolean
take_cases (YsOccurrence *occurrence, const char *text)
{
  YsTick *container = find_container (occurrence);
  gint64 number = 0;

  if (!parse_number (text, 1, &number))
    return FALSE;
  if (container != NULL)
    container->cases = number;
  return TRUE;
}

static gboolean
take_title (YsOccurrence *occurrence, const char *text)
{
  g_autofree char *line = ys_text_clean_line (text, -1);

  if (line[0] == '\0')
    return FALSE;
  g_free (occurrence->title);
  occurrence->title = g_steal_pointer (&line);
  return TRUE;
}

/* Puts @text into the row; FALSE, with the row unchanged, where it can't be read as what the field holds. */
static gboolean
take_field (YsOccurrenceRow *row, const char *field, const char *text)
{
  YsOccurrence *occurrence = row->occurrence;

  if (g_str_equal (field, "title"))
    return take_title (occurrence, text);
  if (g_str_equal (field, "date"))
    return take_date (occurrence, text);
  if (g_str_equal (field, "count"))
    return parse_number (text, 1, &occurrence->count);
  if (g_str_equal (field, "deaths"))
    return take_deaths (occurrence, text);
  if (g_str_equal (field, "cases"))
    return take_cases (occurrence, text);
  char **kept = g_str_equal (field, "answer") ? &row->answer : &occurrence->summary;
  g_free (*kept);
  *kept = ys_text_clean (text, -1);
  return TRUE;
}

/* ---- reading ---- */

static const YsOccurrenceRow *
find_row (YsWorkspace *self, const char *id)
{
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const YsOccurrenceRow *row = g_ptr_array_index (self->occurrences, i);
      if (g_strcmp0 (row->occurrence->id, id) == 0)
        return row;
    }
  return NULL;
}

char *
ys_workspace_peek_occurrence_text (YsWorkspace *self, const char *key)
{
  g_autofree char *slot = ys_entry_slot (0, key);
  const YsDraft *draft = g_hash_table_lookup (self->drafts, slot);
  const char *kept = g_hash_table_lookup (self->entries, slot);
  g_autofree char *id = NULL;
  const char *field = NULL;
  const YsOccurrenceRow *row;
  char *text = NULL;

  if (draft != NULL || kept != NULL)
    return g_strdup (draft != NULL ? draft->text : kept);
  row = ys_occurrence_key_split (key, &id, &field) ? find_row (self, id) : NULL;
  if (row != NULL)
    text = dup_field (row, field);
  return text != NULL ? text : g_strdup ("");
}

char *
ys_occurrence_dup_text_problem (const char *key, const char *text)
{
  g_autofree char *id = NULL;
  const char *field = NULL;
  YsOccurrenceRow row = { ys_occurrence_new (), NULL, NULL };
  gboolean readable;

  if (!ys_occurrence_key_split (key, &id, &field))
    {
      ys_occurrence_free (row.occurrence);
      return NULL;
    }
  readable = take_field (&row, field, text);
  ys_occurrence_free (row.occurrence);
  g_free (row.answer);
  if (readable || (text[0] == '\0' && ys_occurrence_key_is_new (key)))
    return NULL;
  if (g_str_equal (field, "title"))
    return g_strdup (_("An occurrence needs a title"));
  if (g_str_equal (field, "date"))
    return g_strdup (_("This is no date; write it like 2021-12-31. It is kept as written and not counted."));
  return g_strdup (_("This is no whole number; it is kept as written and not counted."));
}

char *
ys_workspace_dup_occurrence_label (YsWorkspace *self, const char *key)
{
  g_autofree char *id = NULL;
  const char *field = NULL;
  g_autoptr (YsOccurrenceRow) row =
      ys_occurrence_key_split (key, &id, &field) ? ys_workspace_dup_occurrence_row (self, id, NULL) : NULL;

  return row != NULL ? label_field (row->occurrence, field) : g_strdup (key);
}

void
ys_workspace_apply_occurrence_drafts (YsWorkspace *self, YsOccurrence *occurrence)
{
  YsOccurrenceRow row = { occurrence, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = g_strconcat (PREFIX, occurrence->id, ".", fields[i].field, NULL);
      g_autofree char *slot = ys_entry_slot (0, key);
      const YsDraft *draft = g_hash_table_lookup (self->drafts, slot);

      if (draft != NULL)
        take_field (&row, fields[i].field, draft->text);
    }
  g_free (row.answer);
}

/* ---- closing drafts ---- */

typedef struct {
  guint revision;
  const char *key, *kept; /* @kept: unreadable text, NULL: the row holds it */
  const YsOccurrenceRow *row;
} Closing;

static gboolean
store_closed (YsConnection *connection, gpointer data, GError **error)
{
  const Closing *closing = data;
  const YsOccurrenceRow *row = closing->row;

  return (closing->kept != NULL || row == NULL
          || ys_occurrence_set (connection, row->occurrence, row->declared_by, row->answer, error))
         && ys_entry_set (connection, closing->revision, 0, closing->key, closing->kept, error)
         && ys_draft_delete (connection, 0, closing->key, error);
}

gboolean
ys_workspace_settle_occurrence (YsWorkspace *self, const char *key, const char *text, const char **kept,
                                gboolean *changed, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undo = NULL;
  const char *field = NULL;
  Closing closing = { ys_workspace_get_revision (self), key, NULL, NULL };

  *changed = FALSE;
  *kept = "";
  g_autoptr (YsOccurrenceRow) row =
      ys_occurrence_key_split (key, &id, &field) ? ys_workspace_dup_occurrence_row (self, id, NULL) : NULL;
  if (row == NULL) /* withdrawn meanwhile */
    return ys_store_write (self->store, store_closed, &closing, error);
  before = dup_field (row, field);
  label = label_field (row->occurrence, field);
  closing.row = row;
  if (!take_field (row, field, text) && text[0] != '\0')
    *kept = closing.kept = text;
  after = closing.kept != NULL ? g_strdup (text) : dup_field (row, field);
  undo = g_strconcat ("修改", label, NULL);
  if (g_strcmp0 (before, after) == 0)
    return ys_store_write (self->store, store_closed, &closing, error);
  gboolean county = self->office == YS_OFFICE_COUNTY;
  YsAction action = { .role_needed = county ? YS_ROLE_CLERK : 0,
                      .edits_form = county,
                      .what = YS_CHANGE_NEGATIVE,
                      .record = { .action = "修改负面情形", .subject = label, .before = before, .after = after,
                                  .undo_label = undo, .undo_key = key } };
  *changed = TRUE;
  return ys_workspace_act (self, &action, store_closed, &closing, error);
}

/* ---- the text of a new one, once it is registered ---- */

gboolean
ys_occurrence_forget_new (YsConnection *connection, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = g_strconcat (PREFIX YS_OCCURRENCE_NEW ".", fields[i].field, NULL);
      if (!ys_draft_delete (connection, 0, key, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_new_draft (gpointer slot, gpointer draft, gpointer data)
{
  return ys_occurrence_key_is_new (((YsDraft *) draft)->key);
}

void
ys_workspace_forget_new_occurrence (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  g_hash_table_foreach_remove (self->drafts, is_new_draft, NULL);
  g_mutex_unlock (&self->lock);
}

/* Texts under YS_OCCURRENCE_NEW into @occurrence; those that can't be read come as field and text, by turns. */
static GPtrArray *
take_new_texts (YsWorkspace *self, YsOccurrence *occurrence)
{
  GPtrArray *unreadable = g_ptr_array_new_with_free_func (g_free);
  YsOccurrenceRow row = { occurrence, NULL, NULL };

  g_mutex_lock (&self->lock);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = g_strconcat (PREFIX YS_OCCURRENCE_NEW ".", fields[i].field, NULL);
      g_autofree char *text = ys_workspace_peek_occurrence_text (self, key);

      if (text[0] == '\0' || take_field (&row, fields[i].field, text))
        continue;
      g_ptr_array_add (unreadable, g_strdup (fields[i].field));
      g_ptr_array_add (unreadable, g_steal_pointer (&text));
    }
  g_mutex_unlock (&self->lock);
  g_free (row.answer);
  return unreadable;
}

char *
ys_workspace_register_occurrence (YsWorkspace *self, const YsOccurrence *ticked, GError **error)
{
  g_autoptr (YsOccurrence) occurrence = ys_workspace_copy_occurrence (ticked);
  g_autoptr (GPtrArray) unreadable = take_new_texts (self, occurrence);
  char *id = ys_workspace_save_occurrence (self, occurrence, error);

  for (guint i = 0; id != NULL && i < unreadable->len; i += 2)
    {
      g_autofree char *key = g_strconcat (PREFIX, id, ".", (char *) g_ptr_array_index (unreadable, i), NULL);
      ys_workspace_type (self, 0, key, g_ptr_array_index (unreadable, i + 1));
      ys_workspace_settle_soon (self, 0, key);
    }
  return id;
}

/* ---- what is allowed ---- */

gboolean
ys_workspace_is_own_occurrence (YsWorkspace *self, const char *id)
{
  const char *own = self->office == YS_OFFICE_COUNTY ? "county" : "city";

  g_mutex_lock (&self->lock);
  const YsOccurrenceRow *row = find_row (self, id);
  gboolean is_own = row != NULL && g_strcmp0 (row->declared_by, own) == 0;
  g_mutex_unlock (&self->lock);
  return is_own;
}

gboolean
ys_workspace_can_register_occurrence (YsWorkspace *self, char **why)
{
  const char *reason = NULL;

  if (self->office == YS_OFFICE_COUNTY)
    return ys_workspace_can_edit (self, why);
  if (ys_workspace_is_read_only (self))
    reason = _("This workspace is open for reading only.");
  else if (self->office != YS_OFFICE_CITY)
    reason = _("The negative list is kept by the city and its counties.");
  else if (ys_workspace_get_person_roles (self) == 0)
    reason = _("Choose first who is working.");
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

static const char *
refusal_at_county (const YsOccurrence *occurrence, const char *declared_by)
{
  if (g_strcmp0 (declared_by, "county") != 0)
    return _("The city entered this one; answer it instead");
  return occurrence->state != YS_VERIFY_SUSPECTED ? _("The city has decided on this one; answer it instead") : NULL;
}

/* What was decided is not changed in passing: a reason takes the decision back first. */
static const char *
refusal_at_city (const YsOccurrence *occurrence)
{
  if (occurrence->merged_into != NULL)
    return _("It was merged into another one; split it again to change it");
  if (occurrence->state == YS_VERIFY_CONFIRMED)
    return _("It is confirmed; set it back to suspected to change its facts");
  return occurrence->state == YS_VERIFY_CLEARED ? _("It is cleared; set it back to suspected to change its facts") : NULL;
}

gboolean
ys_workspace_can_edit_occurrence (YsWorkspace *self, const char *id, char **why)
{
  g_autofree char *unit = NULL;
  g_autoptr (GError) settled = NULL;
  const char *reason = NULL;

  if (!ys_workspace_can_register_occurrence (self, why))
    return FALSE;
  g_mutex_lock (&self->lock);
  const YsOccurrenceRow *row = find_row (self, id);
  if (row != NULL)
    {
      unit = g_strdup (row->occurrence->unit);
      reason = self->office == YS_OFFICE_COUNTY ? refusal_at_county (row->occurrence, row->declared_by)
                                                : refusal_at_city (row->occurrence);
    }
  g_mutex_unlock (&self->lock);
  if (unit != NULL && !ys_workspace_must_be_unsettled (self, unit, &settled))
    reason = settled->message;
  if (reason != NULL && why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

gboolean
ys_workspace_can_type_at_city (YsWorkspace *self, const char *key, char **why)
{
  g_autofree char *id = NULL;
  const char *field = NULL;
  g_auto (GStrv) parts = g_strsplit (key, ".", 3); /* of a figure: threshold, unit, item */

  if (ys_occurrence_key_split (key, &id, &field))
    return !g_str_equal (field, "answer") && ys_workspace_can_edit_occurrence (self, id, why);
  if (ys_review_key_is_score (key)) /* a score being typed: whether it may be saved is asked then */
    return (self->roles & (YS_ROLE_ASSESSOR | YS_ROLE_LEAD)) != 0;
  if (!g_str_has_prefix (key, "threshold."))
    return FALSE;
  return ys_workspace_can_set_threshold (self, parts[1], why);
}

gboolean
ys_workspace_can_declare_none (YsWorkspace *self, const char *item, char **why)
{
  gboolean happened = FALSE;

  if (!ys_workspace_can_edit (self, why))
    return FALSE;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = ((YsOccurrenceRow *) g_ptr_array_index (self->occurrences, i))->occurrence;

      for (guint t = 0; occurrence->state != YS_VERIFY_CLEARED && t < occurrence->ticks->len; t++)
        happened |= g_str_equal (((YsTick *) g_ptr_array_index (occurrence->ticks, t))->item, item);
    }
  g_mutex_unlock (&self->lock);
  if (happened && why != NULL)
    *why = g_strdup (_("Something is registered under this item; withdraw it first"));
  return !happened;
}
