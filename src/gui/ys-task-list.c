/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of tasks. GtkListView has no sections in 4.8: groups are rows of their own, and the one that the
 * topmost row belongs to lies over the list, found by looking what is drawn there, so that no row height is
 * assumed. */
#include "ys-task-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-task-cell.h"

struct _YsTaskList
{
  GtkBox parent_instance;
  GSettings *settings;
  YsTaskModel *model;
  GtkSingleSelection *selection; /* of the list */
  GtkWidget *search, *chips, *scroller, *list, *sticky, *nothing, *show_all;
  GtkWidget *chip[YS_N_TASK_FILTERS];
  YsTaskCell *sticky_cell;
  YsTaskFilter filter;
  guint number, sticky_idle;
  gboolean wide, silent;  /* silent: the program selects */
  gboolean scroll_awaited; /* the selected row is to be seen once the list has its height */
};

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsTaskList, ys_task_list, GTK_TYPE_BOX)

/* ---- rows ---- */

static void
on_setup (YsTaskList *self, GtkListItem *item)
{
  GtkWidget *cell = ys_task_cell_new ();

  ys_task_cell_set_wide (YS_TASK_CELL (cell), self->wide);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (YsTaskList *self, GtkListItem *item)
{
  YsTaskCell *cell = YS_TASK_CELL (gtk_list_item_get_child (item));
  YsTaskRow *row = gtk_list_item_get_item (item);
  gboolean group = ys_task_row_get_task (row) == NULL;
  GtkWidget *widget = gtk_widget_get_parent (GTK_WIDGET (cell));

  gtk_list_item_set_selectable (item, !group);
  if (group)
    gtk_widget_add_css_class (widget, "group");
  else
    gtk_widget_remove_css_class (widget, "group");
  ys_task_cell_set_row (cell, row);
}

static void
on_unbind (YsTaskList *self, GtkListItem *item)
{
  ys_task_cell_set_row (YS_TASK_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
make_factory (YsTaskList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* ---- the group at the top ---- */

static YsTaskRow *
find_topmost (YsTaskList *self)
{
  GtkWidget *at = gtk_widget_pick (self->list, 24, 2, GTK_PICK_DEFAULT);

  while (at != NULL && at != self->list)
    {
      GtkWidget *child = gtk_widget_get_first_child (at);

      if (YS_IS_TASK_CELL (at))
        return ys_task_cell_get_row (YS_TASK_CELL (at));
      if (YS_IS_TASK_CELL (child)) /* the padding of the row was hit */
        return ys_task_cell_get_row (YS_TASK_CELL (child));
      at = gtk_widget_get_parent (at);
    }
  return NULL;
}

/* The row before comes into view too, for the topmost lies under the group. */
static void
scroll_to (YsTaskList *self, guint position)
{
  if (position == G_MAXUINT)
    return;
  if (position > 0)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position - 1);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static gboolean
on_sticky_idle (gpointer data)
{
  YsTaskList *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  YsTaskRow *top = find_topmost (self);
  guint at = top != NULL ? ys_task_model_find_group (self->model, top) : G_MAXUINT;

  self->sticky_idle = 0;
  if (self->scroll_awaited && gtk_widget_get_height (self->list) > 0)
    {
      self->scroll_awaited = FALSE;
      scroll_to (self, ys_task_model_find (self->model, self->number));
    }
  if (at != G_MAXUINT && gtk_adjustment_get_value (adjustment) > 0)
    {
      g_autoptr (YsTaskRow) group = g_list_model_get_item (G_LIST_MODEL (self->model), at);
      ys_task_cell_set_row (self->sticky_cell, group);
    }
  gtk_widget_set_visible (self->sticky, at != G_MAXUINT && gtk_adjustment_get_value (adjustment) > 0);
  return G_SOURCE_REMOVE;
}

static void
on_scrolled (YsTaskList *self)
{
  if (self->sticky_idle == 0) /* after the list has laid out its rows anew */
    self->sticky_idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_sticky_idle, self, NULL);
}

static void
toggle_group (YsTaskList *self, YsTaskRow *group)
{
  gboolean collapsed = ys_task_row_get_figures (group)->collapsed;

  self->silent = TRUE;
  ys_task_model_set_collapsed (self->model, group, !collapsed);
  gtk_single_selection_set_selected (self->selection, ys_task_model_find (self->model, self->number));
  self->silent = FALSE;
  on_scrolled (self);
}

static void
on_sticky_clicked (YsTaskList *self)
{
  YsTaskRow *group = ys_task_cell_get_row (self->sticky_cell);

  if (group == NULL)
    return;
  scroll_to (self, ys_task_model_find_group (self->model, group));
  toggle_group (self, group);
}

/* ---- choosing ---- */

static void
select_number (YsTaskList *self, guint number)
{
  self->number = number;
  g_settings_set_int (self->settings, "selected-task", (int)number);
}

static void
on_selected (YsTaskList *self)
{
  YsTaskRow *row = gtk_single_selection_get_selected_item (self->selection);
  const YsTask *task = row != NULL ? ys_task_row_get_task (row) : NULL;

  if (self->silent || task == NULL || task->number == self->number)
    return;
  select_number (self, task->number);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, task->number);
}

static void
on_activated (YsTaskList *self, guint position)
{
  g_autoptr (YsTaskRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row != NULL && ys_task_row_get_task (row) == NULL)
    toggle_group (self, row);
}

/* One click folds a group; the list itself activates by two. */
static void
on_pressed (YsTaskList *self, int n, double x, double y, GtkGestureClick *click)
{
  GtkWidget *at = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = NULL;

  for (; at != NULL && at != self->list && cell == NULL; at = gtk_widget_get_parent (at))
    cell = YS_IS_TASK_CELL (at)                                ? at
           : YS_IS_TASK_CELL (gtk_widget_get_first_child (at)) ? gtk_widget_get_first_child (at)
                                                               : NULL;
  if (cell == NULL || ys_task_cell_get_row (YS_TASK_CELL (cell)) == NULL
      || ys_task_row_get_task (ys_task_cell_get_row (YS_TASK_CELL (cell))) != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  toggle_group (self, ys_task_cell_get_row (YS_TASK_CELL (cell)));
}

guint
ys_task_list_select (YsTaskList *self, guint number)
{
  guint position;

  if (number == 0)
    number = (guint)g_settings_get_int (self->settings, "selected-task");
  position = ys_task_model_find (self->model, number);
  if (position == G_MAXUINT && self->number != number)
    { /* hidden by filter, search or folding: what one goes to must be seen */
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      ys_task_list_set_filter (self, YS_TASK_FILTER_ALL);
      position = ys_task_model_find (self->model, number);
    }
  if (position == G_MAXUINT)
    {
      number = ys_task_model_get_next (self->model, 0, FALSE);
      position = ys_task_model_find (self->model, number);
    }
  self->silent = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->silent = FALSE;
  select_number (self, number);
  self->scroll_awaited = gtk_widget_get_height (self->list) == 0;
  scroll_to (self, position);
  return number;
}

void
ys_task_list_step (YsTaskList *self, gboolean backward)
{
  guint next = ys_task_model_get_next (self->model, self->number, backward);

  if (next == 0)
    return;
  ys_task_list_select (self, next);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, next);
}

/* ---- filtering ---- */

static void
apply_filter (YsTaskList *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));

  self->silent = TRUE;
  ys_task_model_set_filter (self->model, self->filter, query);
  gtk_single_selection_set_selected (self->selection, ys_task_model_find (self->model, self->number));
  self->silent = FALSE;
  if (query[strspn (query, " ")] != '\0') /* what was found is seen from its beginning */
    scroll_to (self, 0);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0);
  on_scrolled (self);
}

void
ys_task_list_set_filter (YsTaskList *self, YsTaskFilter filter)
{
  self->filter = filter;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[filter]), TRUE);
  g_settings_set_string (self->settings, "fill-filter", ys_task_filter_nick (filter));
  apply_filter (self);
}

static void
on_chip (GtkToggleButton *chip, YsTaskList *self)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  for (guint i = 0; i < YS_N_TASK_FILTERS; i++)
    if (self->chip[i] == GTK_WIDGET (chip) && self->filter != (YsTaskFilter)i)
      ys_task_list_set_filter (self, (YsTaskFilter)i);
}

/* Enter takes the first that was found. */
static void
on_search_entered (YsTaskList *self)
{
  guint first = ys_task_model_get_next (self->model, 0, FALSE);

  if (first == 0)
    return;
  ys_task_list_select (self, first);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, first);
}

static gboolean
on_search_key (YsTaskList *self, guint key, guint code, GdkModifierType modifiers)
{
  return key == GDK_KEY_Down && gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
on_show_all (YsTaskList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ys_task_list_set_filter (self, YS_TASK_FILTER_ALL);
}

static void
show_counts (YsTaskList *self)
{
  static const char *const titles[] = { N_ ("All"), N_ ("Unfinished"), N_ ("Overdue"), N_ ("No evidence"),
                                        N_ ("Mine") };

  for (guint i = 0; i < YS_N_TASK_FILTERS; i++)
    {
      guint count = ys_task_model_get_count (self->model, (YsTaskFilter)i);
      g_autofree char *text =
          i > 0 && count > 0 ? g_strdup_printf ("%s %u", _ (titles[i]), count) : g_strdup (_ (titles[i]));

      gtk_button_set_label (GTK_BUTTON (self->chip[i]), text);
    }
}

void
ys_task_list_update (YsTaskList *self)
{
  ys_task_model_update (self->model);
}

void
ys_task_list_set_wide (YsTaskList *self, gboolean wide)
{
  self->wide = wide;
  /* the list makes and drops its rows as it likes: those are asked that are there now */
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (YS_IS_TASK_CELL (gtk_widget_get_first_child (row)))
      ys_task_cell_set_wide (YS_TASK_CELL (gtk_widget_get_first_child (row)), wide);
}

void
ys_task_list_set_workspace (YsTaskList *self, YsWorkspace *workspace)
{
  g_autofree char *nick = g_settings_get_string (self->settings, "fill-filter");
  YsTaskFilter filter = YS_TASK_FILTER_ALL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->model = ys_task_model_new (workspace);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the list keeps it */
  show_counts (self);
  ys_task_filter_from_nick (nick, &filter);
  ys_task_list_set_filter (self, filter);
}

/* ---- made and gone ---- */

static void
make_chips (YsTaskList *self)
{
  for (guint i = 0; i < YS_N_TASK_FILTERS; i++)
    {
      self->chip[i] = gtk_toggle_button_new ();
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[i]), GTK_TOGGLE_BUTTON (self->chip[0]));
      g_signal_connect_object (self->chip[i], "toggled", G_CALLBACK (on_chip), self, 0);
      gtk_box_append (GTK_BOX (self->chips), self->chip[i]);
    }
}

static void
make_sticky (YsTaskList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->sticky_cell = YS_TASK_CELL (ys_task_cell_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->sticky_cell), TRUE);
  gtk_box_append (GTK_BOX (self->sticky), GTK_WIDGET (self->sticky_cell));
  g_signal_connect_object (click, "released", G_CALLBACK (on_sticky_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->sticky, GTK_EVENT_CONTROLLER (click));
}

static void
ys_task_list_dispose (GObject *object)
{
  YsTaskList *self = YS_TASK_LIST (object);

  g_clear_handle_id (&self->sticky_idle, g_source_remove);
  if (self->model != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ys_task_list_parent_class)->dispose (object);
}

static void
ys_task_list_class_init (YsTaskListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_task_list_dispose;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", YS_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-task-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, search);
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, chips);
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, list);
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, sticky);
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, nothing);
  gtk_widget_class_bind_template_child (widget_class, YsTaskList, show_all);
}

static void
ys_task_list_init (YsTaskList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->settings = g_settings_new ("io.github.yanshou.Yanshou");
  gtk_widget_init_template (GTK_WIDGET (self));
  make_chips (self);
  make_sticky (self);
  g_autoptr (GtkListItemFactory) factory = make_factory (self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (apply_filter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_object (self->show_all, "clicked", G_CALLBACK (on_show_all), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  ys_task_list_set_wide (self, FALSE);
}
