/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of checks. A recomputation replaces only the stretch of rows that differs, so that what one is looking at
 * stays where it is while the rest of the form changes. */
#include "ys-check-list.h"

#include <glib/gi18n-lib.h>

#include "ys-check-cell.h"

struct _YsCheckList {
  GtkBox parent_instance;
  GtkWidget *scroller, *list;
  GListStore *shown;  /* of YsCheckRow, heads among them */
  GPtrArray *rows;    /* of YsCheckRow, all lines */
  YsCheckGroup filter;
  double wanted_scroll;
};

G_DEFINE_FINAL_TYPE (YsCheckList, ys_check_list, GTK_TYPE_BOX)

/* ---- rows ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ys_check_cell_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  YsCheckRow *row = gtk_list_item_get_item (item);

  gtk_list_item_set_activatable (item, ys_check_row_get_location (row) != NULL);
  ys_check_cell_set_row (YS_CHECK_CELL (gtk_list_item_get_child (item)), row);
}

static void
on_activate (YsCheckList *self, guint position)
{
  g_autoptr (YsCheckRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (row != NULL && ys_check_row_get_location (row) != NULL)
    ys_go (GTK_WIDGET (self), ys_check_row_get_location (row));
}

/* ---- what is shown ---- */

/* The rows of the filter with their heads. Full. */
static GPtrArray *
dup_wanted (YsCheckList *self)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);
  YsCheckGroup group = YS_N_CHECK_GROUPS;

  for (guint i = 0; i < self->rows->len; i++)
    {
      YsCheckRow *row = g_ptr_array_index (self->rows, i);
      if (self->filter != YS_N_CHECK_GROUPS && ys_check_row_get_group (row) != self->filter)
        continue;
      if (ys_check_row_get_group (row) != group)
        {
          group = ys_check_row_get_group (row);
          g_ptr_array_add (wanted, ys_check_row_new_head (group, ys_check_list_get_count (self, group)));
        }
      g_ptr_array_add (wanted, g_object_ref (row));
    }
  return wanted;
}

static gboolean
is_same (YsCheckList *self, guint position, YsCheckRow *row)
{
  g_autoptr (YsCheckRow) there = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  return there == row || ys_check_row_equal (there, row);
}

static gboolean
on_scroll_idle (gpointer data)
{
  YsCheckList *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (self->wanted_scroll > 0)
    gtk_adjustment_set_value (adjustment, self->wanted_scroll);
  self->wanted_scroll = 0;
  return G_SOURCE_REMOVE;
}

static void
apply_scroll (YsCheckList *self)
{
  if (self->wanted_scroll > 0) /* once the rows have their heights */
    g_idle_add_full (G_PRIORITY_LOW, on_scroll_idle, g_object_ref (self), g_object_unref);
}

static void
refresh (YsCheckList *self)
{
  g_autoptr (GPtrArray) wanted = dup_wanted (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown)), before = 0, after = 0;

  while (before < n && before < wanted->len && is_same (self, before, g_ptr_array_index (wanted, before)))
    before++;
  while (after < n - before && after < wanted->len - before
         && is_same (self, n - 1 - after, g_ptr_array_index (wanted, wanted->len - 1 - after)))
    after++;
  if (n - before - after > 0 || wanted->len - before - after > 0)
    g_list_store_splice (self->shown, before, n - before - after, wanted->pdata + before,
                         wanted->len - before - after);
  if (wanted->len > 0)
    apply_scroll (self);
}

void
ys_check_list_set_rows (YsCheckList *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      YsCheckRow *row = g_ptr_array_index (rows, i);
      YsCheckGroup group = ys_check_row_get_group (row);
      ys_check_row_set_edges (row, i == 0 || ys_check_row_get_group (g_ptr_array_index (rows, i - 1)) != group,
                              i + 1 == rows->len
                                || ys_check_row_get_group (g_ptr_array_index (rows, i + 1)) != group);
    }
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (rows);
  refresh (self);
}

void
ys_check_list_set_filter (YsCheckList *self, YsCheckGroup group)
{
  self->filter = group;
  if (self->rows != NULL)
    refresh (self);
}

guint
ys_check_list_get_count (YsCheckList *self, YsCheckGroup group)
{
  guint count = 0;

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    count += group == YS_N_CHECK_GROUPS || ys_check_row_get_group (g_ptr_array_index (self->rows, i)) == group;
  return count;
}

const GPtrArray *
ys_check_list_get_rows (YsCheckList *self)
{
  return self->rows;
}

double
ys_check_list_get_scroll (YsCheckList *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
}

void
ys_check_list_set_scroll (YsCheckList *self, double scroll)
{
  self->wanted_scroll = scroll;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    apply_scroll (self);
}

/* ---- made and gone ---- */

static void
ys_check_list_dispose (GObject *object)
{
  YsCheckList *self = YS_CHECK_LIST (object);

  g_clear_object (&self->shown);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ys_check_list_parent_class)->dispose (object);
}

static void
ys_check_list_class_init (YsCheckListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_check_list_dispose;
}

static void
ys_check_list_init (YsCheckList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  self->filter = YS_N_CHECK_GROUPS;
  self->shown = g_list_store_new (YS_TYPE_CHECK_ROW);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "checks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Checks"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("List of checks"), -1);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self), self->scroller);
}
