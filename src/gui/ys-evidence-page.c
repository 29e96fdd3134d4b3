/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One model for list and grid. Choosing a PDF shows it beside; words in the search field show hits instead of the lists. */
#include "ys-evidence-page.h"

#include "ys-evidence-cell.h"
#include "ys-evidence-edit.h"
#include "ys-evidence-model.h"
#include "ys-evidence-results.h"
#include "ys-evidence-thumbnails.h"
#include "ys-pdf-pane.h"
#include "ys-width-watch.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* From this width of the window up the page beside is broader. */
#define WIDTH_WIDE 1600
#define PANE_USUAL 390
#define PANE_WIDE 620

struct _YsEvidencePage
{
  GtkBox parent_instance;
  GtkWidget *column;
  GtkLabel *count;
  GtkSearchEntry *search;
  GtkBox *chips;
  GtkToggleButton *as_list, *as_grid;
  GtkButton *add, *add_first, *show_pane;
  GtkStack *stack;
  GtkListView *list;
  GtkGridView *grid;
  YsEvidenceResults *results;
  AdwFlap *flap;
  YsPdfPane *pane; /* of the flap */

  YsWorkspace *workspace;
  GSettings *settings;
  GListStore *entries;
  GtkCustomFilter *passes;
  GtkSingleSelection *selection;
  YsEvidenceThumbnails *thumbnails;
  GtkWidget *chip[YS_N_EVIDENCE_FILTERS];
  YsEvidenceFilter filter;
  guint task;      /* that one came for, 0 for none */
  gboolean going;  /* the selection is set by the page itself */
};

static void ys_evidence_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsEvidencePage, ys_evidence_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_evidence_page_iface))

/* ---- what is listed ---- */

static gboolean
passes (gpointer item, gpointer data)
{
  return ys_evidence_entry_passes (item, YS_EVIDENCE_PAGE (data)->filter);
}

static void
show_counts (YsEvidencePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autofree char *count = g_strdup_printf (ngettext ("%u PDF", "%u PDFs", n), n);

  gtk_label_set_text (self->count, count);
  for (guint filter = 0; filter < YS_N_EVIDENCE_FILTERS; filter++)
    {
      guint passing = ys_evidence_model_count (self->entries, (YsEvidenceFilter)filter);
      g_autofree char *label = filter == YS_EVIDENCE_ALL || passing == 0
                                   ? g_strdup (ys_evidence_filter_label ((YsEvidenceFilter)filter))
                                   : g_strdup_printf ("%s %u", ys_evidence_filter_label ((YsEvidenceFilter)filter), passing);
      gtk_button_set_label (GTK_BUTTON (self->chip[filter]), label);
    }
}

static void
show_stack (YsEvidencePage *self)
{
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  gboolean grid = gtk_toggle_button_get_active (self->as_grid);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (searching)
    gtk_stack_set_visible_child_name (self->stack, "results");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  else
    gtk_stack_set_visible_child_name (self->stack, grid ? "grid" : "list");
}

static void
reload (YsEvidencePage *self)
{
  self->going = TRUE;
  ys_evidence_model_update (self->entries, self->workspace);
  self->going = FALSE;
  show_counts (self);
  gtk_filter_changed (GTK_FILTER (self->passes), GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

/* ---- choosing ---- */

static void
select_digest (YsEvidencePage *self, const char *digest)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (YsEvidenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (ys_evidence_entry_get_info (entry)->digest, digest) != 0)
        continue;
      self->going = TRUE;
      gtk_single_selection_set_selected (self->selection, i);
      self->going = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      gtk_widget_activate_action (GTK_WIDGET (self->grid), "list.scroll-to-item", "u", i);
    }
}

static void
show_pdf (YsEvidencePage *self, const char *digest, guint page)
{
  ys_pdf_pane_show (self->pane, self->task, digest, page);
  if (self->task != 0)
    ys_pdf_pane_set_target (self->pane, self->task, NULL);
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_selected (YsEvidencePage *self)
{
  YsEvidenceEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (self->going || entry == NULL || adw_flap_get_folded (self->flap)) /* there Enter or a click opens it */
    return;
  show_pdf (self, ys_evidence_entry_get_info (entry)->digest, 1);
}

static void
on_activated (YsEvidencePage *self, guint position)
{
  g_autoptr (YsEvidenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  show_pdf (self, ys_evidence_entry_get_info (entry)->digest, 1);
}

static void
on_hit (YsEvidencePage *self, const char *digest, guint page)
{
  show_pdf (self, digest, MAX (page, 1));
  if (page > 0)
    ys_pdf_pane_search (self->pane, gtk_editable_get_text (GTK_EDITABLE (self->search)), page);
}

static void
set_filter (YsEvidencePage *self, YsEvidenceFilter filter)
{
  self->filter = filter;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[filter]), TRUE);
  gtk_filter_changed (GTK_FILTER (self->passes), GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
on_chip (GtkToggleButton *chip, YsEvidencePage *self)
{
  for (guint i = 0; i < YS_N_EVIDENCE_FILTERS; i++)
    if (self->chip[i] == GTK_WIDGET (chip) && gtk_toggle_button_get_active (chip) && self->filter != i)
      {
        gtk_editable_set_text (GTK_EDITABLE (self->search), "");
        set_filter (self, (YsEvidenceFilter)i);
      }
}

static void
on_list_unsearchable (YsEvidencePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  set_filter (self, YS_EVIDENCE_NO_TEXT);
}

static void
on_search (YsEvidencePage *self)
{
  ys_evidence_results_search (self->results, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  show_stack (self);
}

/* Only the view that can be seen has the model: the other one would make its cells, and their pictures, too. */
static void
share_model (YsEvidencePage *self)
{
  gboolean grid = gtk_toggle_button_get_active (self->as_grid);

  gtk_list_view_set_model (self->list, grid ? NULL : GTK_SELECTION_MODEL (self->selection));
  gtk_grid_view_set_model (self->grid, grid ? GTK_SELECTION_MODEL (self->selection) : NULL);
}

static void
on_view (YsEvidencePage *self)
{
  gboolean grid = gtk_toggle_button_get_active (self->as_grid);

  g_settings_set_string (self->settings, "evidence-view", grid ? "grid" : "list");
  share_model (self);
  show_stack (self);
}

/* ---- attaching ---- */

static guint
get_task (gpointer data)
{
  return 0; /* here nothing is attached for a task */
}

static void
on_add (YsEvidencePage *self)
{
  ys_attach_with_dialog (GTK_WIDGET (self), self->workspace, 0);
}

/* ---- place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (place);
  YsEvidenceFilter filter = YS_EVIDENCE_ALL;
  gboolean filtered = location->key != NULL && g_str_has_prefix (location->key, "filter:")
                      && ys_evidence_filter_from_nick (location->key + strlen ("filter:"), &filter);

  reload (self);
  self->task = location->task;
  if (filtered || location->evidence != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), location->text != NULL ? location->text : "");
      set_filter (self, filter);
    }
  if (location->evidence == NULL)
    return;
  select_digest (self, location->evidence);
  show_pdf (self, location->evidence, location->page);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_EVIDENCE);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  here->task = self->task;
  here->key = g_strconcat ("filter:", ys_evidence_filter_nick (self->filter), NULL);
  here->evidence = g_strdup (ys_pdf_pane_get_digest (self->pane));
  here->page = ys_pdf_pane_get_page (self->pane);
  here->text = *words != '\0' ? g_strdup (words) : NULL;
  return here;
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (place);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_pane = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane));

  if (!backward && !in_pane && adw_flap_get_reveal_flap (self->flap))
    return gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
  if (backward && in_pane)
    return gtk_widget_child_focus (self->column, GTK_DIR_TAB_FORWARD);
  return FALSE;
}

/* ---- actions ---- */

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
on_show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (widget);
  const char *digest;
  guint page;

  g_variant_get (parameter, "(&su)", &digest, &page);
  set_filter (self, YS_EVIDENCE_ALL);
  select_digest (self, digest);
  show_pdf (self, digest, page);
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (widget);

  if (g_str_equal (name, "evidence.rename"))
    ys_evidence_rename (widget, self->workspace, g_variant_get_string (parameter, NULL));
  else
    ys_evidence_remove (widget, self->workspace, g_variant_get_string (parameter, NULL));
}

static void
on_close_pane (YsEvidencePage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
on_width (GtkWidget *widget, int width)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (widget);

  gtk_widget_set_size_request (GTK_WIDGET (self->pane), width >= WIDTH_WIDE ? PANE_WIDE : PANE_USUAL, -1);
}

static void
on_revealed (YsEvidencePage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->show_pane), !adw_flap_get_reveal_flap (self->flap)
                                                            && ys_pdf_pane_get_digest (self->pane) != NULL);
}

static void
on_workspace_changed (YsEvidencePage *self, guint what)
{
  if ((what & YS_CHANGE_EVIDENCE) != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

/* ---- made and gone ---- */

static void
ys_evidence_page_dispose (GObject *object)
{
  YsEvidencePage *self = YS_EVIDENCE_PAGE (object);

  if (self->thumbnails != NULL)
    ys_evidence_thumbnails_stop (self->thumbnails);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->selection);
  g_clear_object (&self->passes);
  g_clear_object (&self->entries);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_evidence_page_parent_class)->dispose (object);
}

static void
ys_evidence_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->next_pane = next_pane;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, column);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, count);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, search);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, as_list);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, as_grid);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, add);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, add_first);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, show_pane);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, list);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, grid);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, results);
  gtk_widget_class_bind_template_child (widget_class, YsEvidencePage, flap);
}

static void
ys_evidence_page_class_init (YsEvidencePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_evidence_page_dispose;
  g_type_ensure (YS_TYPE_EVIDENCE_RESULTS);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_install_action (widget_class, "place.show-page", "(su)", on_show_page);
  gtk_widget_class_install_action (widget_class, "evidence.rename", "s", on_edit);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "s", on_edit);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-evidence-page.ui");
  bind_children (widget_class);
}

static void
make_chips (YsEvidencePage *self)
{
  for (guint i = 0; i < YS_N_EVIDENCE_FILTERS; i++)
    {
      self->chip[i] = gtk_toggle_button_new ();
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[i]), i > 0 ? GTK_TOGGLE_BUTTON (self->chip[0]) : NULL);
      g_signal_connect (self->chip[i], "toggled", G_CALLBACK (on_chip), self);
      gtk_box_append (self->chips, self->chip[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[YS_EVIDENCE_ALL]), TRUE);
}

static void
make_model (YsEvidencePage *self)
{
  GtkFilterListModel *filtered;

  self->entries = g_list_store_new (YS_TYPE_EVIDENCE_ENTRY);
  self->passes = gtk_custom_filter_new (passes, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)),
                                        g_object_ref (GTK_FILTER (self->passes)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
}

static void
connect_controls (YsEvidencePage *self)
{
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "chosen", G_CALLBACK (on_hit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "list-unsearchable", G_CALLBACK (on_list_unsearchable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->as_grid, "toggled", G_CALLBACK (on_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_first, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_revealed), self, G_CONNECT_SWAPPED);
}

static void
ys_evidence_page_init (YsEvidencePage *self)
{
  g_autofree char *view = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.yanshou.Yanshou");
  view = g_settings_get_string (self->settings, "evidence-view");
  gtk_toggle_button_set_active (g_str_equal (view, "grid") ? self->as_grid : self->as_list, TRUE);
  make_model (self);
  make_chips (self);
  connect_controls (self);
}

GtkWidget *
ys_evidence_page_new (YsWorkspace *workspace)
{
  YsEvidencePage *self = g_object_new (YS_TYPE_EVIDENCE_PAGE, NULL);
  g_autoptr (GtkListItemFactory) rows = NULL, tiles = NULL;

  self->workspace = g_object_ref (workspace);
  self->thumbnails = ys_evidence_thumbnails_new (workspace);
  rows = ys_evidence_cell_factory_new (workspace, NULL);
  tiles = ys_evidence_cell_factory_new (workspace, self->thumbnails);
  gtk_list_view_set_factory (self->list, rows);
  gtk_grid_view_set_factory (self->grid, tiles);
  ys_evidence_results_set_workspace (self->results, workspace);
  self->pane = YS_PDF_PANE (ys_pdf_pane_new (workspace));
  gtk_widget_add_css_class (GTK_WIDGET (self->pane), "pane");
  gtk_widget_add_css_class (GTK_WIDGET (self->pane), "pane-edge-left");
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), PANE_USUAL, -1);
  g_signal_connect_object (self->pane, "close", G_CALLBACK (on_close_pane), self, G_CONNECT_SWAPPED);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->pane));
  adw_flap_set_reveal_flap (self->flap, FALSE);
  share_model (self);
  ys_width_watch (GTK_WIDGET (self), on_width);
  ys_attach_accept (self->column, workspace, get_task, self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (reload), self);
  return GTK_WIDGET (self);
}
