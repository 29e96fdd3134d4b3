/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row's data. What is searched is folded once, when the row is made; pinyin initials cost far more, so that
 * they are found when the first word of letters is searched for, and those of a unit once for all tasks. */
#include "ys-task-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-id.h"

struct _YsTaskRow
{
  GObject parent_instance;
  const YsHeading *heading;
  const YsTask *task;
  char *haystack, *initials, *person;
  YsTaskFigures figures;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsTaskRow, ys_task_row, G_TYPE_OBJECT)

const YsTask *
ys_task_row_get_task (YsTaskRow *self)
{
  return self->task;
}

const YsHeading *
ys_task_row_get_heading (YsTaskRow *self)
{
  return self->heading;
}

const YsTaskFigures *
ys_task_row_get_figures (YsTaskRow *self)
{
  return &self->figures;
}

const char *
ys_task_row_get_person (YsTaskRow *self)
{
  return self->person;
}

void
ys_task_row_set_figures (YsTaskRow *self, const YsTaskFigures *figures, const char *person)
{
  if (memcmp (&self->figures, figures, sizeof *figures) == 0 && g_strcmp0 (self->person, person) == 0)
    return;
  self->figures = *figures;
  if (g_strcmp0 (self->person, person) != 0)
    {
      g_free (self->person);
      self->person = g_strdup (person);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* The initials of a unit's name; main loop only. Unowned. */
static const char *
get_unit_initials (const char *unit)
{
  static GHashTable *known;
  char *initials;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  initials = g_hash_table_lookup (known, unit);
  if (initials == NULL)
    {
      initials = ys_text_pinyin_initials (unit);
      g_hash_table_insert (known, g_strdup (unit), initials);
    }
  return initials;
}

static const char *
get_initials (YsTaskRow *self)
{
  GString *all;

  if (self->initials != NULL)
    return self->initials;
  self->initials = ys_text_pinyin_initials (self->task->title);
  all = g_string_new (self->initials);
  for (guint i = 0; self->task->leads[i] != NULL; i++)
    g_string_append_printf (all, "\n%s", get_unit_initials (self->task->leads[i]));
  for (guint i = 0; self->task->responsibles[i] != NULL; i++)
    g_string_append_printf (all, "\n%s", get_unit_initials (self->task->responsibles[i]));
  g_free (self->initials);
  self->initials = g_string_free (all, FALSE);
  return self->initials;
}

static gboolean
word_matches (YsTaskRow *self, const char *word)
{
  g_autofree char *number = NULL;

  if (!is_number (word))
    return strstr (self->haystack, word) != NULL
           || (g_ascii_isalnum (*word) && strstr (get_initials (self), word) != NULL);
  number = g_strdup_printf ("%u", self->task->number);
  return g_str_has_prefix (number, word) || strstr (self->haystack, word) != NULL;
}

gboolean
ys_task_row_matches (YsTaskRow *self, const char *query)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);

  if (self->task == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !word_matches (self, words[i]))
      return FALSE;
  return TRUE;
}

static char *
dup_group_name (YsTaskRow *self)
{
  g_autofree char *got = ys_points_to_display (self->figures.got);
  g_autofree char *possible = ys_points_to_display (self->figures.possible);

  return g_strdup_printf (_ ("%s %s, %u of %u done, %s of %s points"), self->heading->id, self->heading->name,
                          self->figures.done, self->figures.all, got, possible);
}

char *
ys_task_row_dup_name (YsTaskRow *self)
{
  GString *name = g_string_new (NULL);
  g_autofree char *got = NULL;
  g_autofree char *possible = NULL;

  if (self->task == NULL)
    {
      g_string_free (name, TRUE);
      return dup_group_name (self);
    }
  g_string_append_printf (name, _ ("Task %u %s, %s"), self->task->number, self->task->title,
                          ys_item_state_label (self->figures.state));
  if (self->figures.late)
    g_string_append_printf (name, _ (", overdue by %u days"), self->figures.days_late);
  if (self->figures.lacks)
    g_string_append (name, _ (", lacks 1 piece of evidence"));
  else if (self->figures.citations > 0)
    g_string_append_printf (name, _ (", evidence %u"), self->figures.citations);
  if (!self->figures.scored || self->figures.state == YS_STATE_NA)
    return g_string_free (name, FALSE);
  got = ys_points_to_display (self->figures.got);
  possible = ys_points_to_short (self->figures.possible);
  g_string_append_printf (name, _ (", %s of %s points"), got, possible);
  return g_string_free (name, FALSE);
}

static void
ys_task_row_finalize (GObject *object)
{
  YsTaskRow *self = YS_TASK_ROW (object);

  g_free (self->haystack);
  g_free (self->initials);
  g_free (self->person);
  G_OBJECT_CLASS (ys_task_row_parent_class)->finalize (object);
}

static void
ys_task_row_class_init (YsTaskRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_task_row_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", YS_TYPE_TASK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_task_row_init (YsTaskRow *self)
{
  self->person = g_strdup ("");
}

YsTaskRow *
ys_task_row_new (const YsHeading *heading, const YsTask *task)
{
  YsTaskRow *self = g_object_new (YS_TYPE_TASK_ROW, NULL);

  self->heading = heading;
  self->task = task;
  if (task == NULL)
    return self;
  g_autofree char *leads = g_strjoinv ("\n", task->leads);
  g_autofree char *responsibles = g_strjoinv ("\n", task->responsibles);
  g_autofree char *all = g_strjoin ("\n", task->title, task->requirement, leads, responsibles, NULL);
  self->haystack = ys_text_fold (all);
  return self;
}
