/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 督查整改: the list with its queues on the left, one of them in full beside it, what waits to be sent in the
 * foot. Rows that did not change stay as they are, so that place and focus do. */
#include "ys-rectify-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-said-cell.h"
#include "ys-said-pane.h"
#include "ys-said-send.h"
#include "ys-width-watch.h"

#define WIDTH_WIDE 1600
#define LIST_USUAL 344
#define LIST_WIDE 440

struct _YsRectifyPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GListStore *rows;              /* of YsSaidRow, all */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection; /* unowned: of the list */
  GtkListView *list;
  GtkStack *list_stack;
  GtkWidget *chips, *chip[YS_N_SAID_FILTERS], *raise, *column, *conclusion, *empty;
  YsSaidPane *pane;
  YsSaidSend *send;
  YsSaidFilter which;
  gboolean silent;               /* the program chooses */
};

static void ys_rectify_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsRectifyPage, ys_rectify_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_rectify_page_iface))

/* ---- rows ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ys_said_cell_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ys_said_cell_set_row (YS_SAID_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static gboolean
matches (gpointer row, gpointer data)
{
  return ys_said_row_is_of (row, YS_RECTIFY_PAGE (data)->which);
}

static YsSaidRow *
get_chosen (YsRectifyPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_chosen (YsRectifyPage *self)
{
  ys_said_pane_show (self->pane, self->workspace, get_chosen (self));
}

static void
on_selected (YsRectifyPage *self)
{
  if (!self->silent)
    show_chosen (self);
}

static void
on_activated (YsRectifyPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static gboolean
choose (YsRectifyPage *self, const char *key)
{
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (YsSaidRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (g_strcmp0 (ys_said_row_get_key (row), key) != 0)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      return TRUE;
    }
  return FALSE;
}

static void
show_chips (YsRectifyPage *self)
{
  for (guint filter = 0; filter < YS_N_SAID_FILTERS; filter++)
    {
      guint count = 0;
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
        {
          g_autoptr (YsSaidRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
          count += ys_said_row_is_of (row, (YsSaidFilter) filter);
        }
      const char *title = ys_said_filter_title ((YsSaidFilter) filter);
      g_autofree char *label = count > 0 ? g_strdup_printf ("%s %u", title, count) : g_strdup (title);
      gtk_button_set_label (GTK_BUTTON (self->chip[filter]), label);
    }
}

static void
show_stacks (YsRectifyPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->list_stack, shown > 0 || all == 0 ? "list" : "none");
  gtk_widget_set_visible (self->empty, all == 0);
}

/* The newest conclusion on the whole. */
static void
show_conclusion (YsRectifyPage *self)
{
  g_autoptr (GPtrArray) conclusions = ys_workspace_dup_conclusions (self->workspace, NULL);
  const YsConclusion *newest = conclusions->len > 0 ? g_ptr_array_index (conclusions, conclusions->len - 1) : NULL;

  gtk_widget_set_visible (self->conclusion, newest != NULL);
  if (newest == NULL)
    return;
  g_autofree char *time = ys_time_to_display (newest->at);
  const YsUnitInfo *office = ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace), newest->office);
  g_autofree char *text
    = g_strdup_printf (_("Conclusion of %s, %s: %s%s%s"), office != NULL ? office->name : newest->office, time,
                       ys_conclusion_verdict_label (newest->verdict), newest->reason != NULL ? " · " : "",
                       newest->reason != NULL ? newest->reason : "");
  gtk_label_set_text (GTK_LABEL (self->conclusion), text);
}

static gboolean
same_rows (YsRectifyPage *self, const GPtrArray *rows)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (YsSaidRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      if (!ys_said_row_equal (row, g_ptr_array_index (rows, i)))
        return FALSE;
    }
  return TRUE;
}

static void
take_rows (YsRectifyPage *self)
{
  g_autoptr (GPtrArray) rows = ys_said_rows_list (self->workspace);
  YsSaidRow *chosen = get_chosen (self);
  g_autofree char *key = chosen != NULL ? g_strdup (ys_said_row_get_key (chosen)) : NULL;

  if (!same_rows (self, rows))
    {
      self->silent = TRUE;
      g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
      choose (self, key);
      self->silent = FALSE;
    }
  show_chips (self);
  show_stacks (self);
  show_conclusion (self);
  show_chosen (self);
  ys_said_send_update (self->send, self->workspace);
  gtk_widget_set_visible (self->raise, ys_workspace_can_raise_finding (self->workspace, NULL));
}

static void
on_workspace_changed (YsRectifyPage *self, guint what)
{
  if ((what & (YS_CHANGE_OPINIONS | YS_CHANGE_PACKAGES | YS_CHANGE_PEOPLE | YS_CHANGE_STATE)) != 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_rows (self);
}

/* ---- queues ---- */

static void
on_chip (GtkToggleButton *chip, YsRectifyPage *self)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  for (guint i = 0; i < YS_N_SAID_FILTERS; i++)
    if (self->chip[i] == GTK_WIDGET (chip))
      self->which = (YsSaidFilter) i;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_stacks (self);
}

static void
set_filter (YsRectifyPage *self, YsSaidFilter filter)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[filter]), TRUE);
}

static void
on_show_all (YsRectifyPage *self)
{
  set_filter (self, YS_SAID_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_raise (YsRectifyPage *self)
{
  gtk_widget_set_visible (self->empty, FALSE);
  ys_said_pane_raise (self->pane, self->workspace, NULL, 0);
}

static void
on_raised (YsRectifyPage *self, const char *key)
{
  take_rows (self);
  if (!choose (self, key))
    {
      set_filter (self, YS_SAID_ALL);
      choose (self, key);
    }
}

static void
on_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsRectifyPage *self = YS_RECTIFY_PAGE (widget);
  guint at = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (g_str_equal (name, "place.previous-task") ? at > 0 && at < n : at + 1 < n)
    gtk_single_selection_set_selected (self->selection, g_str_equal (name, "place.previous-task") ? at - 1 : at + 1);
}

/* ---- as a place ---- */

/* "new" with unit and task: a finding; "filter:overdue"; "finding:ID", "opinion:UNIT:TASK:ITEM". */
static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsRectifyPage *self = YS_RECTIFY_PAGE (place);
  const char *key = location->key;

  take_rows (self);
  for (guint i = 0; key != NULL && g_str_has_prefix (key, "filter:") && i < YS_N_SAID_FILTERS; i++)
    if (g_str_equal (key + strlen ("filter:"), ys_said_filter_nick ((YsSaidFilter) i)))
      set_filter (self, (YsSaidFilter) i);
  if (g_strcmp0 (key, "new") == 0)
    {
      gtk_widget_set_visible (self->empty, FALSE);
      ys_said_pane_raise (self->pane, self->workspace, location->item, location->task);
    }
  else if (key != NULL && !g_str_has_prefix (key, "filter:") && !choose (self, key))
    {
      set_filter (self, YS_SAID_ALL);
      choose (self, key);
    }
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsRectifyPage *self = YS_RECTIFY_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_RECTIFY);
  YsSaidRow *row = get_chosen (self);

  here->key = row != NULL ? g_strdup (ys_said_row_get_key (row))
                          : g_strconcat ("filter:", ys_said_filter_nick (self->which), NULL);
  return here;
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsRectifyPage *self = YS_RECTIFY_PAGE (place);
  GtkWidget *const panes[] = { self->column, GTK_WIDGET (self->pane) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int next = (focus != NULL && gtk_widget_is_ancestor (focus, panes[1]) ? 1 : 0) + (backward ? -1 : 1);

  return next >= 0 && next < (int) G_N_ELEMENTS (panes) && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD);
}

static void
ys_rectify_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->next_pane = next_pane;
}

/* ---- made and gone ---- */

static void
on_width (GtkWidget *widget, int width)
{
  gtk_widget_set_size_request (YS_RECTIFY_PAGE (widget)->column, width >= WIDTH_WIDE ? LIST_WIDE : LIST_USUAL, -1);
}

static void
ys_rectify_page_dispose (GObject *object)
{
  YsRectifyPage *self = YS_RECTIFY_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_rectify_page_parent_class)->dispose (object);
}

static void
ys_rectify_page_class_init (YsRectifyPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_rectify_page_dispose;
  g_type_ensure (YS_TYPE_SAID_PANE);
  g_type_ensure (YS_TYPE_SAID_SEND);
  gtk_widget_class_install_action (widget_class, "place.next-task", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "place.previous-task", NULL, on_step);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-rectify-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, raise);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, column);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, conclusion);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, empty);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, pane);
  gtk_widget_class_bind_template_child (widget_class, YsRectifyPage, send);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_raise);
  gtk_widget_class_bind_template_callback (widget_class, on_raised);
}

static void
make_list (YsRectifyPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->rows = g_list_store_new (YS_TYPE_SAID_ROW);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the list keeps it */
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

static void
ys_rectify_page_init (YsRectifyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  for (guint i = 0; i < YS_N_SAID_FILTERS; i++)
    {
      self->chip[i] = gtk_toggle_button_new_with_label (ys_said_filter_title ((YsSaidFilter) i));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[i]), GTK_TOGGLE_BUTTON (self->chip[0]));
      gtk_box_append (GTK_BOX (self->chips), self->chip[i]);
      g_signal_connect_object (self->chip[i], "toggled", G_CALLBACK (on_chip), self, 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[YS_SAID_ALL]), TRUE);
  ys_width_watch (GTK_WIDGET (self), on_width);
}

GtkWidget *
ys_rectify_page_new (YsWorkspace *workspace)
{
  YsRectifyPage *self = g_object_new (YS_TYPE_RECTIFY_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  take_rows (self);
  return GTK_WIDGET (self);
}
