/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The negative list as an office keeps it: threshold values and declarations as entries, occurrences and records as rows.
 * What a county declares is suspected until the city confirms it (scoring.md, rule 9). */
#include "ys-workspace-negative.h"
#include "ys-id.h"
#include "ys-workspace-form.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- threshold values ---- */

static gboolean
parse_half (const char *text, gboolean *has, gint64 *number)
{
  g_autofree char *plain = NULL;
  YsFigure figure;

  if (text[0] == '\0')
    return TRUE;
  plain = ys_number_normalize (text, NULL);
  if (plain == NULL || !ys_figure_parse (plain, &figure) || figure.kind != YS_FIGURE_COUNT)
    return FALSE;
  *has = TRUE;
  *number = figure.numerator;
  return TRUE;
}

gboolean
ys_threshold_text_parse (const char *text, const YsNegativeItem *item, YsFigure *figure)
{
  const char *slash = strchr (text, '/');
  g_autofree char *plain = NULL;

  memset (figure, 0, sizeof *figure);
  if (slash == NULL)
    slash = strstr (text, "／");
  if (slash != NULL)
    {
      g_autofree char *upper = g_strndup (text, (gsize) (slash - text));
      figure->kind = YS_FIGURE_RATIO;
      return parse_half (upper, &figure->has_numerator, &figure->numerator)
             && parse_half (slash + (slash[0] == '/' ? 1 : strlen ("／")), &figure->has_denominator,
                            &figure->denominator);
    }
  plain = ys_number_normalize (text[0] == '=' ? text + 1 : text, NULL);
  if (plain == NULL)
    return FALSE;
  if (item->unit == YS_UNIT_COUNT && text[0] != '=')
    return ys_figure_parse (plain, figure);
  figure->kind = YS_FIGURE_VALUE;
  return ys_decimal_parse (plain, &figure->value);
}

typedef struct {
  guint revision;
  const char *key, *text, *source_key, *source;
} ThresholdChange;

static gboolean
store_threshold (YsConnection *connection, gpointer data, GError **error)
{
  const ThresholdChange *change = data;

  return ys_entry_set (connection, change->revision, 0, change->key, change->text, error)
         && (change->source == NULL
             || ys_entry_set (connection, change->revision, 0, change->source_key, change->source, error));
}

static char *
threshold_key (YsWorkspace *self, const char *unit, const char *item)
{
  /* a county has only its own; the city keeps one for each unit */
  return self->office == YS_OFFICE_COUNTY ? g_strconcat ("threshold.", item, NULL)
                                          : g_strconcat ("threshold.", unit, ".", item, NULL);
}

static const YsNegativeItem *
find_threshold (YsWorkspace *self, const char *unit, const char *id, GError **error)
{
  const YsNegativeItem *item = ys_catalogue_get_item (self->standard->catalogue, id);

  if (item == NULL || !item->threshold)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("The negative list has no threshold item %s"), id);
      return NULL;
    }
  if (ys_assessment_get_unit (self->assessment, unit) == NULL
      || (self->office == YS_OFFICE_COUNTY && g_strcmp0 (unit, self->unit) != 0))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("This workspace keeps no figures of unit %s"), unit);
      return NULL;
    }
  return ys_workspace_must_be_unsettled (self, unit, error) ? item : NULL;
}

gboolean
ys_workspace_set_threshold (YsWorkspace *self, const char *unit, const char *item_id, const char *text,
                            const char *source, int year, gboolean strict, GError **error)
{
  const YsNegativeItem *item = find_threshold (self, unit, item_id, error);
  g_autofree char *key = NULL;
  g_autofree char *source_key = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *clean_source = NULL;
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undo = NULL;
  YsFigure figure;

  if (item == NULL)
    return FALSE;
  if (year != 0 && year != self->assessment->year)
    {
      ys_set_error (error, YS_ERROR_VALUE, "year", _("Only figures of the data year %d count in this round"),
                    self->assessment->year);
      return FALSE;
    }
  clean = ys_text_clean_line (text, -1);
  clean_source = source != NULL ? ys_text_clean_line (source, -1) : NULL;
  if (strict && clean[0] != '\0' && !ys_threshold_text_parse (clean, item, &figure))
    {
      ys_set_error (error, YS_ERROR_VALUE, item_id, _("“%s” is no figure; write for example 96/100 or =96.5"), clean);
      return FALSE;
    }
  key = threshold_key (self, unit, item_id);
  source_key = g_strconcat (key, ".source", NULL);
  before = ys_workspace_dup_entry (self, 0, key);
  label = g_strdup_printf ("%s %s", item_id, item->name);
  undo = g_strconcat ("修改", label, NULL);
  ThresholdChange change = { ys_workspace_get_revision (self), key, clean, source_key, clean_source };
  YsAction action = { .what = YS_CHANGE_FORM | YS_CHANGE_NEGATIVE,
                      .edits_form = self->office == YS_OFFICE_COUNTY,
                      .role_needed = self->office == YS_OFFICE_COUNTY ? YS_ROLE_CLERK : 0,
                      .record = { .action = "填阈值", .subject = label, .before = before, .after = clean,
                                  .undo_label = undo, .undo_key = key } };
  return ys_workspace_act (self, &action, store_threshold, &change, error);
}

gboolean
ys_workspace_can_set_threshold (YsWorkspace *self, const char *unit, char **why)
{
  g_autoptr (GError) settled = NULL;

  if (!ys_workspace_can_register_occurrence (self, why))
    return FALSE;
  if (ys_workspace_must_be_unsettled (self, unit, &settled))
    return TRUE;
  if (why != NULL)
    *why = g_strdup (settled->message);
  return FALSE;
}

static char *
dup_problem (const YsNegativeItem *item, const char *text)
{
  YsFigure figure;

  return text[0] != '\0' && item != NULL && !ys_threshold_text_parse (text, item, &figure)
           ? g_strdup (_("This is no figure; it is kept as written and not counted")) : NULL;
}

char *
ys_workspace_dup_threshold_problem (YsWorkspace *self, const char *key, const char *text)
{
  const char *id = key + strlen ("threshold.");
  const YsNegativeItem *item = ys_catalogue_get_item (self->standard->catalogue, id);

  if (item == NULL && strchr (id, '.') != NULL) /* the city's: threshold.UNIT.ITEM */
    item = ys_catalogue_get_item (self->standard->catalogue, strchr (id, '.') + 1);
  return dup_problem (item, text); /* a source is no item, and any text will do */
}

char *
ys_workspace_dup_threshold (YsWorkspace *self, const char *unit, const char *item_id, char **source, char **problem)
{
  const YsNegativeItem *item = ys_catalogue_get_item (self->standard->catalogue, item_id);
  g_autofree char *key = threshold_key (self, unit, item_id);
  g_autofree char *source_key = g_strconcat (key, ".source", NULL);
  char *text = ys_workspace_dup_entry (self, 0, key);

  if (source != NULL)
    *source = ys_workspace_dup_entry (self, 0, source_key);
  if (problem != NULL)
    *problem = dup_problem (item, text);
  return text;
}

/* ---- occurrences ---- */

typedef struct {
  const YsOccurrence *occurrence;
  const char *declared_by, *answer, *id;
  gboolean registers; /* a new one: what was typed for it before is done with */
} OccurrenceChange;

static gboolean
store_occurrence (YsConnection *connection, gpointer data, GError **error)
{
  const OccurrenceChange *change = data;

  return ys_occurrence_set (connection, change->occurrence, change->declared_by, change->answer, error)
         && (!change->registers || ys_occurrence_forget_new (connection, error));
}

static gboolean
remove_occurrence (YsConnection *connection, gpointer data, GError **error)
{
  const OccurrenceChange *change = data;

  return ys_occurrence_delete (connection, change->id, error);
}

YsOccurrenceRow *
ys_workspace_dup_occurrence_row (YsWorkspace *self, const char *id, GError **error)
{
  YsOccurrenceRow *copy = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const YsOccurrenceRow *row = g_ptr_array_index (self->occurrences, i);
      if (g_strcmp0 (row->occurrence->id, id) != 0)
        continue;
      copy = g_new0 (YsOccurrenceRow, 1);
      copy->occurrence = ys_workspace_copy_occurrence (row->occurrence);
      copy->declared_by = g_strdup (row->declared_by);
      copy->answer = g_strdup (row->answer);
      break;
    }
  g_mutex_unlock (&self->lock);
  if (copy == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("There is no such occurrence"));
  return copy;
}

static void
replace_occurrence (YsLedger *ledger, const YsOccurrence *occurrence)
{
  for (guint i = ledger->occurrences->len; i > 0; i--)
    if (g_strcmp0 (((YsOccurrence *) g_ptr_array_index (ledger->occurrences, i - 1))->id, occurrence->id) == 0)
      g_ptr_array_remove_index (ledger->occurrences, i - 1);
  g_ptr_array_add (ledger->occurrences, ys_workspace_copy_occurrence (occurrence));
}

gboolean
ys_workspace_check_occurrence (YsWorkspace *self, const YsOccurrence *occurrence, const YsOccurrence *other, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);

  if (occurrence->unit == NULL || ys_assessment_get_unit (self->assessment, occurrence->unit) == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, "unit", _("Say which county it happened in"));
      return FALSE;
    }
  if (!ys_workspace_must_be_unsettled (self, occurrence->unit, error))
    return FALSE;
  if (occurrence->title == NULL || occurrence->title[0] == '\0')
    {
      ys_set_error (error, YS_ERROR_VALUE, "title", _("An occurrence needs a title"));
      return FALSE;
    }
  if (occurrence->ticks->len == 0)
    {
      ys_set_error (error, YS_ERROR_VALUE, "item", _("Tick at least one item of the negative list"));
      return FALSE;
    }
  replace_occurrence (facts->ledger, occurrence);
  if (other != NULL)
    replace_occurrence (facts->ledger, other);
  if (ys_facts_check (facts, self->standard, faults))
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

char *
ys_workspace_save_occurrence (YsWorkspace *self, const YsOccurrence *given, GError **error)
{
  g_autoptr (YsOccurrence) occurrence = ys_workspace_copy_occurrence (given);
  g_autoptr (YsOccurrenceRow) old = occurrence->id != NULL ? ys_workspace_dup_occurrence_row (self, occurrence->id, NULL) : NULL;
  g_autofree char *undo = NULL;
  g_autofree char *why = NULL;
  gboolean county = self->office == YS_OFFICE_COUNTY;

  if (old != NULL && !ys_workspace_can_edit_occurrence (self, occurrence->id, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, occurrence->id, "%s", why);
      return NULL;
    }
  if (occurrence->id == NULL)
    occurrence->id = ys_id_new ();
  if (county)
    {
      occurrence->state = YS_VERIFY_SUSPECTED;
      g_free (occurrence->unit);
      occurrence->unit = g_strdup (self->unit);
    }
  if (occurrence->count <= 0)
    occurrence->count = 1;
  if (!ys_workspace_check_occurrence (self, occurrence, NULL, error))
    return NULL;
  undo = g_strconcat (old != NULL ? "修改情形：" : "登记情形：", occurrence->title, NULL);
  OccurrenceChange change = { occurrence, old != NULL ? old->declared_by : county ? "county" : "city",
                              old != NULL ? old->answer : NULL, NULL, old == NULL };
  YsAction action = { .what = YS_CHANGE_NEGATIVE,
                      .edits_form = county,
                      .role_needed = county ? YS_ROLE_CLERK : 0,
                      .record = { .action = old != NULL ? "修改负面情形" : "登记负面情形",
                                  .subject = occurrence->title, .after = occurrence->id, .undo_label = undo } };
  if (!ys_workspace_act (self, &action, store_occurrence, &change, error))
    return NULL;
  if (old == NULL)
    ys_workspace_forget_new_occurrence (self);
  return g_strdup (occurrence->id);
}

static gboolean
change_row (YsWorkspace *self, YsOccurrenceRow *row, const char *verb, const char *before, const char *after,
            const char *reason, guint role, GError **error)
{
  OccurrenceChange change = { row->occurrence, row->declared_by, row->answer, NULL };
  YsAction action = { .what = YS_CHANGE_NEGATIVE,
                      .role_needed = role,
                      .record = { .action = verb, .subject = row->occurrence->title, .before = before,
                                  .after = after, .reason = reason } };

  return ys_workspace_act (self, &action, store_occurrence, &change, error);
}

gboolean
ys_workspace_delete_occurrence (YsWorkspace *self, const char *id, GError **error)
{
  g_autoptr (YsOccurrenceRow) row = ys_workspace_dup_occurrence_row (self, id, error);
  g_autofree char *undo = NULL;
  g_autofree char *why = NULL;

  if (row == NULL)
    return FALSE;
  if (self->office != YS_OFFICE_COUNTY || g_strcmp0 (row->declared_by, "county") != 0)
    {
      ys_set_error (error, YS_ERROR_ROLE, id, _("Only what the county itself declared can be withdrawn"));
      return FALSE;
    }
  if (!ys_workspace_can_edit_occurrence (self, id, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, id, "%s", why);
      return FALSE;
    }
  undo = g_strconcat ("撤回情形：", row->occurrence->title, NULL);
  OccurrenceChange change = { .id = id };
  YsAction action = { .what = YS_CHANGE_NEGATIVE,
                      .edits_form = TRUE,
                      .role_needed = YS_ROLE_CLERK,
                      .record = { .action = "撤回负面情形", .subject = row->occurrence->title, .before = id,
                                  .undo_label = undo } };
  return ys_workspace_act (self, &action, remove_occurrence, &change, error);
}

gboolean
ys_workspace_answer_occurrence (YsWorkspace *self, const char *id, const char *answer, GError **error)
{
  g_autoptr (YsOccurrenceRow) row = ys_workspace_dup_occurrence_row (self, id, error);

  if (row == NULL)
    return FALSE;
  g_autofree char *before = g_steal_pointer (&row->answer);
  row->answer = ys_text_clean (answer, -1);
  return change_row (self, row, "答复负面情形", before, row->answer, NULL, YS_ROLE_CLERK, error);
}

char *
ys_workspace_dup_occurrence_answer (YsWorkspace *self, const char *id)
{
  g_autoptr (YsOccurrenceRow) row = ys_workspace_dup_occurrence_row (self, id, NULL);

  return row != NULL ? g_steal_pointer (&row->answer) : NULL;
}

gboolean
ys_workspace_declare_none (YsWorkspace *self, const char *item, gboolean none, GError **error)
{
  g_autofree char *key = g_strconcat ("none.", item, NULL);
  const char *const keys[] = { key, NULL };
  const char *const texts[] = { none ? "1" : "", NULL };

  g_autofree char *why = NULL;

  if (ys_catalogue_get_item (self->standard->catalogue, item) == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, item, _("The negative list has no item %s"), item);
      return FALSE;
    }
  if (none && !ys_workspace_can_declare_none (self, item, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, item, "%s", why);
      return FALSE;
    }
  return ys_workspace_set_entries (self, 0, keys, texts, FALSE, error);
}

gboolean
ys_workspace_is_declared_none (YsWorkspace *self, const char *item)
{
  g_autofree char *key = g_strconcat ("none.", item, NULL);
  g_autofree char *text = ys_workspace_dup_entry (self, 0, key);

  return text[0] != '\0';
}
