/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of tasks. All rows are made once; what is shown of them lies in a GListStore that this hands
 * through. */
#include "ys-task-model.h"

#include <string.h>

#include "ys-id.h"
#include "ys-overview.h"
#include "ys-workspace-evidence.h"

struct _YsTaskModel
{
  GObject parent_instance;
  YsWorkspace *workspace; /* unowned: outlives its pages */
  GPtrArray *groups;      /* Group */
  GListStore *shown;
  YsTaskFilter filter;
  char *query; /* folded */
  guint counts[YS_N_TASK_FILTERS];
};

typedef struct
{
  YsTaskRow *row;
  GPtrArray *tasks; /* YsTaskRow */
} Group;

enum
{
  SIGNAL_COUNTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void ys_task_model_iface (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsTaskModel, ys_task_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ys_task_model_iface))

static const char *const nicks[] = { "all", "unfinished", "late", "evidence", "mine" };

const char *
ys_task_filter_nick (YsTaskFilter filter)
{
  return nicks[filter];
}

gboolean
ys_task_filter_from_nick (const char *nick, YsTaskFilter *filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      {
        *filter = (YsTaskFilter)i;
        return TRUE;
      }
  return FALSE;
}

/* ---- what is shown ---- */

static gboolean
fits (YsTaskModel *self, YsTaskRow *row, YsTaskFilter filter)
{
  const YsTaskFigures *figures = ys_task_row_get_figures (row);

  switch (filter)
    {
    case YS_TASK_FILTER_UNFINISHED:
      return figures->applicable && figures->unfinished;
    case YS_TASK_FILTER_LATE:
      return figures->applicable && figures->late;
    case YS_TASK_FILTER_LACKS:
      return figures->applicable && figures->lacks;
    case YS_TASK_FILTER_MINE:
      return figures->mine;
    case YS_TASK_FILTER_ALL:
    case YS_N_TASK_FILTERS:
    default:
      return TRUE;
    }
}

static gboolean
is_collapsed (YsTaskModel *self, const Group *group)
{
  /* what was searched for is shown, folded or not */
  return ys_task_row_get_figures (group->row)->collapsed && *self->query == '\0';
}

static void
show (YsTaskModel *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);
      guint head = rows->len, found = 0;

      g_ptr_array_add (rows, group->row);
      for (guint j = 0; j < group->tasks->len; j++)
        {
          YsTaskRow *row = g_ptr_array_index (group->tasks, j);
          if (!fits (self, row, self->filter) || !ys_task_row_matches (row, self->query))
            continue;
          found++;
          if (!is_collapsed (self, group))
            g_ptr_array_add (rows, row);
        }
      if (found == 0)
        g_ptr_array_set_size (rows, (int)head);
    }
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), rows->pdata,
                       rows->len);
}

void
ys_task_model_set_filter (YsTaskModel *self, YsTaskFilter filter, const char *query)
{
  g_free (self->query);
  self->query = ys_text_fold (query);
  g_strstrip (self->query);
  self->filter = filter;
  show (self);
}

guint
ys_task_model_get_count (YsTaskModel *self, YsTaskFilter filter)
{
  return self->counts[filter];
}

guint
ys_task_model_find (YsTaskModel *self, guint number)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YsTaskRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      if (ys_task_row_get_task (row) != NULL && ys_task_row_get_task (row)->number == number)
        return i;
    }
  return G_MAXUINT;
}

guint
ys_task_model_find_group (YsTaskModel *self, YsTaskRow *row)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YsTaskRow) other = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      if (ys_task_row_get_task (other) == NULL
          && ys_task_row_get_heading (other) == ys_task_row_get_heading (row))
        return i;
    }
  return G_MAXUINT;
}

guint
ys_task_model_get_next (YsTaskModel *self, guint number, gboolean backward)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint at = ys_task_model_find (self, number);

  if (at == G_MAXUINT)
    at = backward ? n : G_MAXUINT;
  while (backward ? at > 0 : at + 1 < n || at == G_MAXUINT)
    {
      at = backward ? at - 1 : at + 1;
      if (at >= n)
        break;
      g_autoptr (YsTaskRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), at);
      if (ys_task_row_get_task (row) != NULL)
        return ys_task_row_get_task (row)->number;
    }
  return 0;
}

void
ys_task_model_set_collapsed (YsTaskModel *self, YsTaskRow *group, gboolean collapsed)
{
  YsTaskFigures figures = *ys_task_row_get_figures (group);
  guint at = ys_task_model_find_group (self, group), n = 0;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (figures.collapsed == collapsed || at == G_MAXUINT)
    return;
  figures.collapsed = collapsed;
  ys_task_row_set_figures (group, &figures, "");
  while (TRUE)
    {
      g_autoptr (YsTaskRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), at + 1 + n);
      if (row == NULL || ys_task_row_get_task (row) == NULL)
        break;
      n++;
    }
  for (guint i = 0; !collapsed && i < self->groups->len; i++)
    {
      const Group *one = g_ptr_array_index (self->groups, i);
      for (guint j = 0; one->row == group && j < one->tasks->len; j++)
        if (fits (self, g_ptr_array_index (one->tasks, j), self->filter)
            && ys_task_row_matches (g_ptr_array_index (one->tasks, j), self->query))
          g_ptr_array_add (rows, g_ptr_array_index (one->tasks, j));
    }
  g_list_store_splice (self->shown, at + 1, n, rows->pdata, rows->len);
}

/* ---- figures ---- */

typedef struct
{
  const YsSheetUnit *unit;
  GHashTable *citations; /* task → number of citations */
  char *person;
  YsDate day;
} Source;

static void
count_citation (GHashTable *counts, guint task)
{
  guint so_far = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (task)));

  g_hash_table_insert (counts, GUINT_TO_POINTER (task), GUINT_TO_POINTER (so_far + 1));
}

static void
source_init (Source *source, YsTaskModel *self, YsSheet *sheet)
{
  g_autoptr (GPtrArray) citations = ys_workspace_dup_citations (self->workspace, 0, NULL);

  source->unit = sheet != NULL ? ys_workspace_get_own_unit (self->workspace, sheet) : NULL;
  source->citations = g_hash_table_new (NULL, NULL);
  source->person = ys_workspace_dup_person (self->workspace);
  source->day = ys_workspace_get_counting_day (self->workspace);
  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      const YsPoint *point =
          citation->point != NULL
              ? ys_standard_get_point (ys_workspace_get_standard (self->workspace), citation->point)
              : NULL;

      if (citation->task != 0)
        count_citation (source->citations, citation->task);
      else if (point != NULL && point->task != NULL)
        count_citation (source->citations, point->task->number);
    }
}

static void
update_task (YsTaskModel *self, YsTaskRow *row, const Source *source, YsTaskFigures *group)
{
  const YsTask *task = ys_task_row_get_task (row);
  const YsSubmission *submission = source->unit != NULL ? source->unit->submission : NULL;
  const YsItem *item = submission != NULL ? ys_submission_get_item (submission, task->number) : NULL;
  const YsSheetTask *scored =
      source->unit != NULL ? ys_sheet_unit_get_task (source->unit, task->number) : NULL;
  YsDate due = ys_task_get_due (self->workspace, task);
  const char *person = item != NULL && item->person != NULL ? item->person : "";
  YsTaskFigures figures;

  memset (&figures, 0, sizeof figures); /* padding too: rows are compared whole */
  figures.state = item != NULL ? item->state : YS_STATE_NOT;
  figures.unfinished = ys_task_is_unfinished (item);
  figures.late = ys_task_is_late (item, due, source->day);
  figures.days_late = figures.late ? source->day - due : 0;
  figures.citations =
      GPOINTER_TO_UINT (g_hash_table_lookup (source->citations, GUINT_TO_POINTER (task->number)));
  figures.mine = source->person != NULL && g_str_equal (person, source->person);
  figures.scored = scored != NULL;
  if (scored != NULL)
    {
      figures.applicable = scored->applicable;
      figures.lacks = ys_task_lacks_evidence (item, scored);
      figures.got = scored->score[YS_COMPUTED];
      figures.possible = scored->points;
    }
  ys_task_row_set_figures (row, &figures, person);
  group->all += figures.applicable;
  group->done += figures.applicable && !figures.unfinished;
  group->got += figures.got;
  group->possible += figures.possible;
  group->scored |= figures.scored;
}

void
ys_task_model_update (YsTaskModel *self)
{
  g_autoptr (YsSheet) sheet = ys_workspace_dup_sheet (self->workspace);
  guint before[YS_N_TASK_FILTERS];
  Source source = { 0 };

  memcpy (before, self->counts, sizeof before);
  memset (self->counts, 0, sizeof self->counts);
  source_init (&source, self, sheet);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);
      YsTaskFigures sums;

      memset (&sums, 0, sizeof sums);
      sums.collapsed = ys_task_row_get_figures (group->row)->collapsed;
      for (guint j = 0; j < group->tasks->len; j++)
        {
          YsTaskRow *row = g_ptr_array_index (group->tasks, j);
          update_task (self, row, &source, &sums);
          for (guint filter = 0; filter < YS_N_TASK_FILTERS; filter++)
            self->counts[filter] += fits (self, row, (YsTaskFilter)filter);
        }
      ys_task_row_set_figures (group->row, &sums, "");
    }
  g_hash_table_unref (source.citations);
  g_free (source.person);
  if (memcmp (before, self->counts, sizeof before) != 0)
    g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
  return YS_TYPE_TASK_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (YS_TASK_MODEL (model)->shown));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (YS_TASK_MODEL (model)->shown), position);
}

static void
ys_task_model_iface (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- made and gone ---- */

static void
group_free (gpointer data)
{
  Group *group = data;

  g_object_unref (group->row);
  g_ptr_array_unref (group->tasks);
  g_free (group);
}

static void
ys_task_model_finalize (GObject *object)
{
  YsTaskModel *self = YS_TASK_MODEL (object);

  g_ptr_array_unref (self->groups);
  g_object_unref (self->shown);
  g_free (self->query);
  G_OBJECT_CLASS (ys_task_model_parent_class)->finalize (object);
}

static void
ys_task_model_class_init (YsTaskModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_task_model_finalize;
  signals[SIGNAL_COUNTED] =
      g_signal_new ("counted", YS_TYPE_TASK_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_task_model_init (YsTaskModel *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->shown = g_list_store_new (YS_TYPE_TASK_ROW);
  self->query = g_strdup ("");
  g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (g_list_model_items_changed), self);
}

static void
add_group (YsTaskModel *self, const YsHeading *heading, const YsCatalogue *catalogue)
{
  Group *group = g_new0 (Group, 1);

  group->row = ys_task_row_new (heading, NULL);
  group->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < catalogue->tasks->len; i++)
    {
      const YsTask *task = g_ptr_array_index (catalogue->tasks, i);
      if (task->counties && task->heading->parent == heading)
        g_ptr_array_add (group->tasks, ys_task_row_new (heading, task));
    }
  g_ptr_array_add (self->groups, group);
}

YsTaskModel *
ys_task_model_new (YsWorkspace *workspace)
{
  YsTaskModel *self = g_object_new (YS_TYPE_TASK_MODEL, NULL);
  const YsCatalogue *catalogue = ys_workspace_get_standard (workspace)->catalogue;
  g_autoptr (GPtrArray) headings = ys_catalogue_dup_second_headings (catalogue);

  self->workspace = workspace;
  for (guint i = 0; i < headings->len; i++)
    add_group (self, g_ptr_array_index (headings, i), catalogue);
  ys_task_model_update (self);
  show (self);
  return self;
}
