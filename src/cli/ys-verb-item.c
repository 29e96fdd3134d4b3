/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs on one task of the self-check form: its fields shown under the keys by which they are set.
 * The store keeps figures in halves as they are typed; here they are whole ("388/400", "=95.2"). */
#include "ys-cli-private.h"
#include "ys-facts-parts.h"
#include "ys-workspace-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const halves[] = { ".numerator", ".denominator", ".value" };

static YsTask *
find_task (YsWorkspace *workspace, guint64 number, GError **error)
{
  YsTask *task = ys_catalogue_get_task (ys_workspace_get_standard (workspace)->catalogue, (guint) number);
  g_autofree char *where = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  if (task == NULL)
    ys_set_error (error, YS_ERROR_NOT_FOUND, where, _ ("The catalogue has no task %s"), where);
  return task;
}

/* Task 0 holds the metrics that belong to no task. */
static gboolean
take_number (YsCli *cli, YsWorkspace *workspace, guint64 *number, YsTask **task, GError **error)
{
  *task = NULL;
  if (!ys_cli_parse_number (ys_cli_argument (cli, 1), NULL, 0, 9999, number, error))
    return FALSE;
  return *number == 0 || (*task = find_task (workspace, *number, error)) != NULL;
}

/* ---- show ---- */

/* "metric.M7.numerator" → "metric.M7"; other keys as they are. */
static char *
whole_key (const char *key)
{
  if (g_str_has_prefix (key, "metric."))
    for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
      if (g_str_has_suffix (key, halves[i]))
        return g_strndup (key, strlen (key) - strlen (halves[i]));
  return g_strdup (key);
}

static gboolean
is_figure (const char *key)
{
  return g_str_has_prefix (key, "metric.") && !g_str_has_suffix (key, ".source");
}

static char *
dup_part (YsWorkspace *workspace, guint number, const char *key, const char *half)
{
  g_autofree char *whole = g_strconcat (key, half, NULL);

  return ys_workspace_dup_entry (workspace, number, whole);
}

/* Counts have no denominator; a ratio without one keeps its stroke, or it would read as a count. */
static gboolean
is_count (YsWorkspace *workspace, const char *key)
{
  const char *begin = key + strlen ("metric.");
  g_autofree char *id = g_strndup (begin, strcspn (begin, "@"));
  const YsMetric *metric = ys_catalogue_get_metric (ys_workspace_get_standard (workspace)->catalogue, id);

  return metric == NULL || metric->unit == YS_UNIT_COUNT;
}

/* As it would be set: who typed half a figure reads back that half. */
static char *
dup_figure (YsWorkspace *workspace, guint number, const char *key)
{
  g_autofree char *numerator = dup_part (workspace, number, key, halves[0]);
  g_autofree char *denominator = dup_part (workspace, number, key, halves[1]);
  g_autofree char *value = dup_part (workspace, number, key, halves[2]);

  if (*value != '\0')
    return g_strconcat ("=", value, NULL);
  if (*denominator == '\0' && (*numerator == '\0' || is_count (workspace, key)))
    return g_steal_pointer (&numerator);
  return g_strconcat (numerator, "/", denominator, NULL);
}

static void
add_key (GPtrArray *keys, const char *key)
{
  g_autofree char *whole = whole_key (key);

  if (!g_ptr_array_find_with_equal_func (keys, whole, g_str_equal, NULL))
    g_ptr_array_add (keys, g_steal_pointer (&whole));
}

/* The metrics that belong to no task and that counties answer. */
static void
add_free_metrics (GPtrArray *keys, const YsCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (catalogue->metrics, i);

      if (metric->task_number != 0 || metric->answered_by != YS_ANSWERED_BY_COUNTY)
        continue;
      g_ptr_array_add (keys, g_strconcat ("metric.", metric->id, NULL));
      g_ptr_array_add (keys, g_strconcat ("metric.", metric->id, ".source", NULL));
    }
}

/* The keys of the form in its order, then others that hold something (figures of other years). Of task 0 only metrics. */
static GPtrArray *
list_keys (YsWorkspace *workspace, guint number)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) form = number != 0 ? ys_item_dup_keys (ys_workspace_get_standard (workspace), number) : NULL;
  g_auto (GStrv) held = ys_workspace_dup_entry_keys (workspace, number);

  if (number == 0)
    add_free_metrics (keys, ys_workspace_get_standard (workspace)->catalogue);
  for (guint i = 0; form != NULL && form[i] != NULL; i++)
    add_key (keys, form[i]);
  for (guint i = 0; held[i] != NULL; i++)
    if (number != 0 || g_str_has_prefix (held[i], "metric."))
      add_key (keys, held[i]);
  return keys;
}

/* What can be read as a value is shown as such ("2021年6月30日" is 2021-06-30), what can't as it was typed. */
static char *
dup_shown (YsWorkspace *workspace, guint number, const char *key)
{
  g_autoptr (YsItem) scratch = ys_item_new ();
  g_autofree char *typed = is_figure (key) ? dup_figure (workspace, number, key)
                                           : ys_workspace_dup_entry (workspace, number, key);
  int year = ys_workspace_get_assessment (workspace)->year;

  scratch->task = number;
  if (*typed == '\0'
      || !ys_item_set_entry (scratch, key, typed, ys_workspace_get_standard (workspace), year, NULL))
    return g_steal_pointer (&typed);
  return ys_item_dup_entry (scratch, key, year);
}

static void
show_items (YsCli *cli, YsWorkspace *workspace, guint number)
{
  g_autoptr (GPtrArray) keys = list_keys (workspace, number);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *text = dup_shown (workspace, number, key);

      ys_json_string (&cli->fields, key, text);
      if (*text != '\0')
        ys_cli_print (cli, "%s=%s", key, text);
    }
}

static gboolean
run_show (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, FALSE, error);
  guint64 number;
  YsTask *task;

  if (workspace == NULL || !take_number (cli, workspace, &number, &task, error))
    return FALSE;
  ys_json_integer (&cli->fields, "task", (gint64) number);
  if (task != NULL)
    {
      ys_cli_print (cli, "# %u %s", task->number, task->title);
      ys_json_string (&cli->fields, "title", task->title);
    }
  show_items (cli, workspace, (guint) number);
  return TRUE;
}

/* ---- set ---- */

static gboolean
split_pairs (YsCli *cli, GPtrArray *keys, GPtrArray *texts, GError **error)
{
  for (guint i = 2; i < cli->arguments->len; i++)
    {
      g_autofree char *pair = ys_cli_dup_text (ys_cli_argument (cli, i), error);
      const char *sign = pair != NULL ? strchr (pair, '=') : NULL;

      if (pair == NULL)
        return FALSE;
      if (sign == NULL || sign == pair)
        {
          ys_set_error (error, YS_ERROR_USAGE, pair, _ ("A field is written KEY=VALUE"));
          return FALSE;
        }
      g_autofree char *key = g_strndup (pair, (gsize) (sign - pair));
      if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        {
          ys_set_error (error, YS_ERROR_USAGE, key, _ ("This field was given twice"));
          return FALSE;
        }
      g_ptr_array_add (keys, g_steal_pointer (&key));
      g_ptr_array_add (texts, g_strdup (sign + 1));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (texts, NULL);
  return TRUE;
}

/* The fault of an unknown key names the nearest that the task has. */
static void
add_fault (YsFaults *faults, YsWorkspace *workspace, guint number, const char *key, const GError *error)
{
  g_autoptr (GPtrArray) known = list_keys (workspace, number);
  const char *nearest = NULL;

  g_ptr_array_add (known, NULL);
  if (error->code == YS_ERROR_UNKNOWN_REFERENCE)
    nearest = ys_cli_nearest (key, (const char *const *) known->pdata);
  if (nearest != NULL)
    ys_faults_add (faults, (YsErrorCode) error->code, NULL, 0, key, _ ("%s The nearest is “%s”"), error->message, nearest);
  else
    ys_faults_add (faults, (YsErrorCode) error->code, NULL, 0, key, "%s", error->message);
}

/* Everything that is wrong is told at once, under the keys that were typed, before anything is set. */
static gboolean
check_pairs (YsWorkspace *workspace, guint number, const GPtrArray *keys, const GPtrArray *texts, GError **error)
{
  g_autoptr (YsItem) scratch = ys_item_new ();
  g_autoptr (YsFaults) faults = ys_faults_new ();
  int year = ys_workspace_get_assessment (workspace)->year;

  scratch->task = number;
  for (guint i = 0; i + 1 < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autoptr (GError) local = NULL;

      if (!ys_item_set_entry (scratch, key, g_ptr_array_index (texts, i), ys_workspace_get_standard (workspace), year, &local))
        add_fault (faults, workspace, number, key, local);
    }
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

static gboolean
run_set (YsCli *cli, GError **error)
{
  YsWorkspace *workspace = ys_cli_open (cli, TRUE, error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint64 number;
  YsTask *task;

  if (workspace == NULL || !take_number (cli, workspace, &number, &task, error)
      || !split_pairs (cli, keys, texts, error) || !check_pairs (workspace, (guint) number, keys, texts, error)
      || !ys_workspace_set_entries (workspace, (guint) number, (const char *const *) keys->pdata,
                                    (const char *const *) texts->pdata, TRUE, error))
    return FALSE;
  ys_cli_print (cli, _ ("Task %u: %u fields set"), (guint) number, keys->len - 1);
  ys_json_integer (&cli->fields, "task", (gint64) number);
  show_items (cli, workspace, (guint) number);
  return TRUE;
}

const YsVerb ys_verbs_item[] = {
  { "item show", N_ ("WORKSPACE N"), 2, 2, N_ ("show the fields of one task"), NULL, FALSE, run_show },
  { "item set", N_ ("WORKSPACE N KEY=VALUE…"), 3, 0, N_ ("set fields of one task: all or none; an empty value clears"),
    NULL, TRUE, run_set },
  { NULL },
};
