/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: filter and search over all packages, the chosen one in full beside them. The rows are taken anew after
 * a change; what is chosen stays chosen. */
#include "ys-register-page.h"

#include <glib/gi18n-lib.h>

#include "ys-id.h"
#include "ys-register-pane.h"
#include "ys-register-row.h"

enum { FILTER_ALL, FILTER_INCOMING, FILTER_OUTGOING, N_FILTERS };

struct _YsRegisterPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GPtrArray *packages;   /* of YsPackageInfo, newest first */
  GListStore *rows;      /* of YsRegisterRow, all */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection; /* unowned: of the list */
  char *query;           /* folded */
  AdwFlap *flap;
  YsRegisterPane *pane;
  GtkStack *stack;
  GtkListView *list;
  GtkScrolledWindow *scroller;
  GtkWidget *chips, *search, *pane_button;
  GtkWidget *chip[N_FILTERS];
  guint which;
  gboolean silent;       /* the program chooses */
};

static const char *const filter_nicks[] = { "all", "incoming", "outgoing" };

static void ys_register_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsRegisterPage, ys_register_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_register_page_iface))

/* ---- rows ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ys_register_cell_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ys_register_cell_set_row (YS_REGISTER_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static gboolean
is_of_filter (const YsPackageInfo *info, guint which)
{
  return which == FILTER_ALL || info->incoming == (which == FILTER_INCOMING);
}

static gboolean
matches (gpointer row, gpointer data)
{
  YsRegisterPage *self = data;

  return is_of_filter (ys_register_row_get_info (row), self->which)
         && (self->query == NULL || ys_register_row_matches (row, self->query));
}

static void
show_chosen (YsRegisterPage *self)
{
  YsRegisterRow *row = gtk_single_selection_get_selected_item (self->selection);

  ys_register_pane_show (self->pane, self->workspace, row != NULL ? ys_register_row_get_info (row) : NULL,
                         self->packages);
}

static void
on_selected (YsRegisterPage *self)
{
  if (!self->silent)
    show_chosen (self);
}

/* Enter or two clicks bring the pane forth where it is folded away. */
static void
on_activated (YsRegisterPage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
show_state (YsRegisterPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, self->packages->len == 0 ? "nothing"
                                                 : shown == 0             ? "not-found"
                                                                          : "list");
}

static void
show_chips (YsRegisterPage *self)
{
  static const char *const titles[] = { N_ ("All"), N_ ("Received"), N_ ("Sent") };

  for (guint i = 0; i < N_FILTERS; i++)
    {
      guint count = 0;
      for (guint p = 0; p < self->packages->len; p++)
        count += is_of_filter (g_ptr_array_index (self->packages, p), i);
      g_autofree char *label
        = count > 0 ? g_strdup_printf ("%s %u", _ (titles[i]), count) : g_strdup (_ (titles[i]));
      gtk_button_set_label (GTK_BUTTON (self->chip[i]), label);
    }
}

static void
choose (YsRegisterPage *self, const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (YsRegisterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (g_strcmp0 (ys_register_row_get_info (row)->id, id) != 0)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      return;
    }
}

static char *
dup_chosen_id (YsRegisterPage *self)
{
  YsRegisterRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? g_strdup (ys_register_row_get_info (row)->id) : NULL;
}

static void
take_packages (YsRegisterPage *self)
{
  g_autofree char *chosen = dup_chosen_id (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->packages, g_ptr_array_unref);
  self->packages = ys_workspace_dup_packages (self->workspace);
  for (guint i = 0; i < self->packages->len; i++)
    g_ptr_array_add (rows, ys_register_row_new (self->workspace, g_ptr_array_index (self->packages, i)));
  self->silent = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  choose (self, chosen);
  self->silent = FALSE;
  show_chips (self);
  show_state (self);
  show_chosen (self);
}

static void
on_workspace_changed (YsRegisterPage *self, guint what)
{
  if ((what & (YS_CHANGE_PACKAGES | YS_CHANGE_STATE)) != 0)
    take_packages (self);
}

/* ---- filter and search ---- */

static void
apply_filter (YsRegisterPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
on_chip (GtkToggleButton *chip, YsRegisterPage *self)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  for (guint i = 0; i < N_FILTERS; i++)
    if (self->chip[i] == GTK_WIDGET (chip))
      self->which = i;
  apply_filter (self);
}

static void
on_search (YsRegisterPage *self)
{
  g_autofree char *line = ys_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_free (self->query);
  self->query = *line != '\0' ? ys_text_fold (line) : NULL;
  apply_filter (self);
}

static void
on_show_all (YsRegisterPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[FILTER_ALL]), TRUE);
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (place);

  for (guint i = 0; location->key != NULL && i < N_FILTERS; i++)
    {
      g_autofree char *key = g_strconcat ("filter:", filter_nicks[i], NULL);
      if (g_str_equal (location->key, key))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[i]), TRUE);
    }
  if (location->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), location->text);
  if (location->item != NULL)
    on_show_all (self); /* what one goes to must be seen */
  choose (self, location->item);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_REGISTER);

  here->key = g_strconcat ("filter:", filter_nicks[self->which], NULL);
  return here;
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (place);
  GtkWidget *const panes[] = { GTK_WIDGET (self->stack), GTK_WIDGET (self->pane) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int next = (focus != NULL && gtk_widget_is_ancestor (focus, panes[1]) ? 1 : 0) + (backward ? -1 : 1);

  if (next == 1 && adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  return next >= 0 && next < (int) G_N_ELEMENTS (panes) && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD);
}

static void
on_folded (YsRegisterPage *self)
{
  gtk_widget_set_visible (self->pane_button, adw_flap_get_folded (self->flap));
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
ys_register_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->next_pane = next_pane;
}

/* ---- made and gone ---- */

static void
ys_register_page_dispose (GObject *object)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (ys_register_page_parent_class)->dispose (object);
}

static void
ys_register_page_class_init (YsRegisterPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_register_page_dispose;
  g_type_ensure (YS_TYPE_REGISTER_PANE);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, flap);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, pane);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, search);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, pane_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
}

static void
make_list (YsRegisterPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->rows = g_list_store_new (YS_TYPE_REGISTER_ROW);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the list keeps it */
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

static void
ys_register_page_init (YsRegisterPage *self)
{
  self->packages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  for (guint i = 0; i < N_FILTERS; i++)
    {
      self->chip[i] = gtk_toggle_button_new ();
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[i]), GTK_TOGGLE_BUTTON (self->chip[0]));
      gtk_box_append (GTK_BOX (self->chips), self->chip[i]);
      g_signal_connect_object (self->chip[i], "toggled", G_CALLBACK (on_chip), self, 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[FILTER_ALL]), TRUE);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ys_register_page_new (YsWorkspace *workspace)
{
  YsRegisterPage *self = g_object_new (YS_TYPE_REGISTER_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  take_packages (self);
  return GTK_WIDGET (self);
}
