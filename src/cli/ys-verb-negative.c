/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on the negative list and on records: threshold values, occurrences and their verification, records of clauses. */
#include "ys-cli-private.h"
#include "ys-facts-parts.h"
#include "ys-workspace-negative.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- thresholds ---- */

static gboolean
run_threshold_set (YsCli *cli, GError **error)
{
  g_autofree char *unit = ys_cli_dup_text (ys_cli_argument (cli, 1), error);
  g_autofree char *item = unit != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 2), error) : NULL;
  g_autofree char *value = item != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 3), error) : NULL;
  const char *source = value != NULL ? ys_cli_need (cli, "source", error) : NULL;
  guint64 year = 0;
  YsWorkspace *workspace;

  if (source == NULL || !ys_cli_number (cli, "year", 1900, 2999, &year, error)
      || (workspace = ys_cli_open (cli, TRUE, error)) == NULL
      || !ys_workspace_set_threshold (workspace, unit, item, value, source, (int) year, TRUE, error))
    return FALSE;
  g_autofree char *kept = ys_workspace_dup_threshold (workspace, unit, item, NULL, NULL);
  ys_cli_print (cli, "%s %s = %s", unit, item, kept);
  ys_json_string (&cli->fields, "unit", unit);
  ys_json_string (&cli->fields, "item", item);
  ys_json_string (&cli->fields, "value", kept);
  return TRUE;
}

/* ---- what occurrences and records share ---- */

static gboolean
take_date (YsCli *cli, YsDate *date, GError **error)
{
  const char *text = ys_cli_option (cli, "date");

  *date = text != NULL ? ys_date_parse_typed (text) : 0;
  if (text == NULL || *date != 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_USAGE, "--date", _ ("“%s” is no date; write it like 2021-12-31"), text);
  return FALSE;
}

static gboolean
take_count (YsCli *cli, const char *option, gint64 *count, GError **error)
{
  guint64 number = (guint64) *count;

  if (!ys_cli_number (cli, option, 0, 1000000000, &number, error))
    return FALSE;
  *count = (gint64) number;
  return TRUE;
}

static GStrv
dup_list (YsCli *cli, const char *option)
{
  const char *text = ys_cli_option (cli, option);

  return text != NULL ? g_strsplit (text, ",", -1) : NULL;
}

/* Whose it is: a county's own, or the unit that the city names. */
static char *
dup_unit (YsCli *cli, YsWorkspace *workspace, GError **error)
{
  const char *unit = ys_cli_option (cli, "unit");

  if (unit == NULL && ys_workspace_get_office (workspace) != YS_OFFICE_COUNTY)
    return g_strdup (ys_cli_need (cli, "unit", error));
  return g_strdup (unit != NULL ? unit : ys_workspace_get_unit (workspace));
}

static void
write_list (YsJson *json, const char *name, const GStrv list)
{
  ys_json_begin (json, name, '[');
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    ys_json_string (json, NULL, list[i]);
  ys_json_end (json, ']');
}

/* ---- occurrences ---- */

/* "N5.1=S1" ticks an event with its severity, "N4.1=3" a threshold item with its cases. */
static gboolean
add_tick (YsOccurrence *occurrence, const YsCatalogue *catalogue, const char *text, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *id = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
  const YsNegativeItem *item = ys_catalogue_get_item (catalogue, id);
  g_autoptr (YsTick) tick = ys_tick_new ();
  guint64 cases = 0;

  if (item == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, id, _ ("The negative list has no item %s"), id);
      return FALSE;
    }
  tick->item = g_strdup (id);
  if (sign != NULL && !item->threshold)
    tick->severity = g_strdup (sign + 1);
  else if (sign != NULL)
    {
      if (!ys_cli_parse_number (sign + 1, id, 0, 1000000000, &cases, error))
        return FALSE;
      tick->has_cases = TRUE;
      tick->cases = (gint64) cases;
    }
  g_ptr_array_add (occurrence->ticks, g_steal_pointer (&tick));
  return TRUE;
}

static gboolean
fill_occurrence (YsCli *cli, YsWorkspace *workspace, YsOccurrence *occurrence, GError **error)
{
  const YsCatalogue *catalogue = ys_workspace_get_standard (workspace)->catalogue;

  occurrence->count = 1;
  if (!take_date (cli, &occurrence->date, error) || !take_count (cli, "count", &occurrence->count, error)
      || !take_count (cli, "deaths", &occurrence->deaths, error)
      || !(occurrence->unit = dup_unit (cli, workspace, error)))
    return FALSE;
  occurrence->has_deaths = ys_cli_has (cli, "deaths");
  occurrence->title = g_strdup (ys_cli_option (cli, "title"));
  occurrence->summary = g_strdup (ys_cli_option (cli, "summary"));
  occurrence->factors = dup_list (cli, "factors");
  occurrence->also = dup_list (cli, "also");
  for (guint i = 1; i < cli->arguments->len; i++)
    {
      g_autofree char *text = ys_cli_dup_text (ys_cli_argument (cli, i), error);

      if (text == NULL || !add_tick (occurrence, catalogue, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_occurrence_add (YsCli *cli, GError **error)
{
  g_autoptr (YsOccurrence) occurrence = ys_occurrence_new ();
  YsWorkspace *workspace = ys_cli_need (cli, "title", error) != NULL ? ys_cli_open (cli, TRUE, error) : NULL;
  g_autofree char *id = NULL;

  if (workspace == NULL || !fill_occurrence (cli, workspace, occurrence, error)
      || (id = ys_workspace_save_occurrence (workspace, occurrence, error)) == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Registered %s: %s"), occurrence->title, id);
  ys_json_string (&cli->fields, "id", id);
  return TRUE;
}

static gboolean
set_state (YsCli *cli, YsVerification state, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *id = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  YsWorkspace *workspace = id != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_set_occurrence_state (workspace, id, state, reason, error))
    return FALSE;
  ys_cli_print (cli, "%s: %s", id, ys_verification_label (state));
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "state", ys_verification_nick (state));
  return TRUE;
}

static gboolean
run_occurrence_confirm (YsCli *cli, GError **error)
{
  return set_state (cli, YS_VERIFY_CONFIRMED, error);
}

static gboolean
run_occurrence_clear (YsCli *cli, GError **error)
{
  return set_state (cli, YS_VERIFY_CLEARED, error);
}

static gboolean
run_occurrence_suspect (YsCli *cli, GError **error)
{
  return set_state (cli, YS_VERIFY_SUSPECTED, error);
}

static gboolean
run_occurrence_split (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *id = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  YsWorkspace *workspace = id != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_split_occurrence (workspace, id, reason, error))
    return FALSE;
  ys_cli_print (cli, _ ("%s stands for itself again"), id);
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "merged_into", NULL);
  return TRUE;
}

static gboolean
run_occurrence_merge (YsCli *cli, GError **error)
{
  const char *reason = ys_cli_need (cli, "reason", error);
  g_autofree char *id = reason != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 1), error) : NULL;
  g_autofree char *into = id != NULL ? ys_cli_dup_text (ys_cli_argument (cli, 2), error) : NULL;
  YsWorkspace *workspace = into != NULL ? ys_cli_open (cli, TRUE, error) : NULL;

  if (workspace == NULL || !ys_workspace_merge_occurrence (workspace, id, into, reason, error))
    return FALSE;
  ys_cli_print (cli, _ ("%s is the same as %s, which stays"), id, into);
  ys_json_string (&cli->fields, "id", id);
  ys_json_string (&cli->fields, "merged_into", into);
  return TRUE;
}

static void
write_occurrence (YsCli *cli, const YsOccurrence *occurrence)
{
  YsJson *json = &cli->fields;
  g_autofree char *date = ys_date_to_text (occurrence->date);

  ys_cli_print (cli, "%s  %s  %s  %s（%s）", occurrence->id, date, occurrence->unit, occurrence->title,
                ys_verification_label (occurrence->state));
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "id", occurrence->id);
  ys_json_string (json, "unit", occurrence->unit);
  ys_json_string (json, "title", occurrence->title);
  ys_json_string (json, "summary", occurrence->summary);
  ys_json_string (json, "date", *date != '\0' ? date : NULL);
  ys_json_integer (json, "count", occurrence->count);
  if (occurrence->has_deaths)
    ys_json_integer (json, "deaths", occurrence->deaths);
  ys_json_string (json, "state", ys_verification_nick (occurrence->state));
  ys_json_string (json, "merged_into", occurrence->merged_into);
  write_list (json, "factors", occurrence->factors);
  write_list (json, "also", occurrence->also);
  ys_json_begin (json, "items", '[');
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);

      ys_json_begin (json, NULL, '{');
      ys_json_string (json, "item", tick->item);
      ys_json_string (json, "severity", tick->severity);
      if (tick->has_cases)
        ys_json_integer (json, "cases", tick->cases);
      ys_json_end (json, '}');
    }
  ys_json_end (json, ']');
  ys_json_end (json, '}');
}

static gboolean
run_occurrence_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (YsFacts) facts = workspace != NULL ? ys_workspace_dup_facts (workspace) : NULL;
  const char *unit = ys_cli_option (cli, "unit");

  if (facts == NULL)
    return FALSE;
  ys_json_begin (&cli->fields, "occurrences", '[');
  for (guint i = 0; i < facts->ledger->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (facts->ledger->occurrences, i);

      if (unit == NULL || g_strcmp0 (occurrence->unit, unit) == 0)
        write_occurrence (cli, occurrence);
    }
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

/* ---- records ---- */

static gboolean
run_record_add (YsCli *cli, GError **error)
{
  g_autoptr (YsRecord) record = ys_record_new ();
  YsWorkspace *workspace = ys_cli_need (cli, "title", error) != NULL ? ys_cli_open (cli, TRUE, error) : NULL;
  g_autofree char *id = NULL;

  record->count = 1;
  if (workspace == NULL || !take_date (cli, &record->date, error) || !take_count (cli, "count", &record->count, error)
      || !(record->clause = ys_cli_dup_text (ys_cli_argument (cli, 1), error))
      || !(record->unit = dup_unit (cli, workspace, error)))
    return FALSE;
  record->title = g_strdup (ys_cli_option (cli, "title"));
  record->level = g_strdup (ys_cli_option (cli, "level"));
  record->matter = g_strdup (ys_cli_option (cli, "matter"));
  record->factors = dup_list (cli, "factors");
  id = ys_workspace_save_record (workspace, record, error);
  if (id == NULL)
    return FALSE;
  ys_cli_print (cli, _ ("Registered %s: %s"), record->title, id);
  ys_json_string (&cli->fields, "id", id);
  return TRUE;
}

static void
write_record (YsCli *cli, const YsRecord *record)
{
  YsJson *json = &cli->fields;
  g_autofree char *date = ys_date_to_text (record->date);

  ys_cli_print (cli, "%s  %s  %s  %s  %s（%s）", record->id, date, record->unit, record->clause, record->title,
                ys_verification_label (record->state));
  ys_json_begin (json, NULL, '{');
  ys_json_string (json, "id", record->id);
  ys_json_string (json, "unit", record->unit);
  ys_json_string (json, "clause", record->clause);
  ys_json_string (json, "title", record->title);
  ys_json_string (json, "level", record->level);
  ys_json_string (json, "matter", record->matter);
  ys_json_string (json, "date", *date != '\0' ? date : NULL);
  ys_json_integer (json, "count", record->count);
  ys_json_string (json, "state", ys_verification_nick (record->state));
  ys_json_boolean (json, "selected", record->selected);
  if (record->has_settled)
    ys_json_points (json, "settled", record->settled);
  write_list (json, "factors", record->factors);
  ys_json_end (json, '}');
}

static gboolean
run_record_list (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  g_autoptr (YsFacts) facts = workspace != NULL ? ys_workspace_dup_facts (workspace) : NULL;
  const char *unit = ys_cli_option (cli, "unit");

  if (facts == NULL)
    return FALSE;
  ys_json_begin (&cli->fields, "records", '[');
  for (guint i = 0; i < facts->ledger->records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (facts->ledger->records, i);

      if (unit == NULL || g_strcmp0 (record->unit, unit) == 0)
        write_record (cli, record);
    }
  ys_json_end (&cli->fields, ']');
  return TRUE;
}

static const YsVerbOption threshold_options[] = {
  { "source", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("where the figure is from") },
  { "year", YS_OPTION_NUMBER, N_ ("YEAR"), N_ ("left out: the data year of the round") },
  { NULL },
};
static const YsVerbOption occurrence_options[] = {
  { "title", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("what happened, in a few words") },
  { "date", YS_OPTION_TEXT, "2021-12-31", N_ ("when") },
  { "summary", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("what happened, in full") },
  { "count", YS_OPTION_NUMBER, N_ ("N"), N_ ("how often; left out: once") },
  { "deaths", YS_OPTION_NUMBER, N_ ("N"), N_ ("how many died") },
  { "factors", YS_OPTION_TEXT, "ID,ID", N_ ("what makes it weigh more or less") },
  { "also", YS_OPTION_TEXT, N_ ("CODE,CODE"), N_ ("other units that it concerns") },
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("whose it is; a county's is its own") },
  { NULL },
};
static const YsVerbOption reason_options[] = {
  { "reason", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("why; it stands in the journal") },
  { NULL },
};
static const YsVerbOption unit_options[] = {
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("only this unit") },
  { NULL },
};
static const YsVerbOption record_options[] = {
  { "title", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("what it is, in a few words") },
  { "date", YS_OPTION_TEXT, "2021-12-31", N_ ("when") },
  { "level", YS_OPTION_TEXT, N_ ("ID"), N_ ("the level of the clause that it reaches") },
  { "matter", YS_OPTION_TEXT, N_ ("TEXT"), N_ ("the matter; of one matter only the best record counts") },
  { "count", YS_OPTION_NUMBER, N_ ("N"), N_ ("how often; left out: once") },
  { "factors", YS_OPTION_TEXT, "ID,ID", N_ ("what makes it weigh more or less") },
  { "unit", YS_OPTION_TEXT, N_ ("CODE"), N_ ("whose it is; a county's is its own") },
  { NULL },
};

const YsVerb ys_verbs_negative[] = {
  { "threshold set", N_ ("WORKSPACE UNIT ITEM VALUE"), 4, 4, N_ ("set the figure of a threshold item (n/d or =value)"),
    threshold_options, TRUE, run_threshold_set },
  { "occurrence add", N_ ("WORKSPACE ITEM[=SEVERITY|CASES]…"), 2, 0, N_ ("register what the negative list names"),
    occurrence_options, TRUE, run_occurrence_add },
  { "occurrence confirm", N_ ("WORKSPACE ID"), 2, 2, N_ ("city: it did happen, and counts"), reason_options, TRUE,
    run_occurrence_confirm },
  { "occurrence clear", N_ ("WORKSPACE ID"), 2, 2, N_ ("city: it is none of what the list names"), reason_options, TRUE,
    run_occurrence_clear },
  { "occurrence merge", N_ ("WORKSPACE ID INTO"), 3, 3, N_ ("city: it is the same as another one, which stays"),
    reason_options, TRUE, run_occurrence_merge },
  { "occurrence suspect", N_ ("WORKSPACE ID"), 2, 2, N_ ("city: take a decision back; it is being verified again"),
    reason_options, TRUE, run_occurrence_suspect },
  { "occurrence split", N_ ("WORKSPACE ID"), 2, 2, N_ ("city: take a merging back"), reason_options, TRUE,
    run_occurrence_split },
  { "occurrence list", N_ ("WORKSPACE"), 1, 1, N_ ("list what is registered"), unit_options, FALSE, run_occurrence_list },
  { "record add", N_ ("WORKSPACE CLAUSE"), 2, 2, N_ ("register what a clause of the standard counts"), record_options,
    TRUE, run_record_add },
  { "record list", N_ ("WORKSPACE"), 1, 1, N_ ("list the records"), unit_options, FALSE, run_record_list },
  { NULL },
};
