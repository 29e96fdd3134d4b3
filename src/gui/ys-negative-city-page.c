/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page listens for all of its parts, as that of the county does: one view after each new sheet. List and pane are the
 * county's own classes; what only a city does they ask of the view. */
#include "ys-negative-city-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-deduction-list.h"
#include "ys-negative-view.h"
#include "ys-occurrence-list.h"
#include "ys-occurrence-pane.h"
#include "ys-output-menu.h"
#include "ys-pdf-window.h"
#include "ys-threshold-grid.h"
#include "ys-workspace-form.h"

struct _YsNegativeCityPage
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  AdwFlap *flap;
  GtkWidget *content, *scroller, *show_pane;
  GtkLabel *sum, *parts, *suspected;
  YsThresholdGrid *thresholds;
  YsOccurrenceList *occurrences;
  YsDeductionList *deductions;
  YsOccurrencePane *pane;
  YsOutputMenu *output;
  double scroll;
  guint scroll_idle;
};

static void ys_negative_city_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsNegativeCityPage, ys_negative_city_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_negative_city_page_iface))

/* ---- shown ---- */

static void
show_foot (YsNegativeCityPage *self, const YsNegativeView *view)
{
  YsPoints deduction = 0, thresholds = 0, occurrences = 0, would = 0;
  guint suspected = 0;

  for (guint i = 0; view->sheet != NULL && i < view->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (view->sheet->units, i);
      deduction += unit->deduction;
      ys_sheet_unit_sum_deductions (unit, &thresholds, &occurrences, &would, &suspected);
    }
  g_autofree char *sum = ys_deduction_dup_text (deduction);
  g_autofree char *of_thresholds = ys_deduction_dup_text (thresholds);
  g_autofree char *of_occurrences = ys_deduction_dup_text (occurrences);
  g_autofree char *of_suspected = ys_deduction_dup_text (would);
  g_autofree char *parts = g_strdup_printf (_ ("thresholds %s · occurrences %s"), of_thresholds, of_occurrences);
  g_autofree char *words
      = suspected > 0
            ? g_strdup_printf (_ ("%u suspected, not counted; confirmed one by one they would make %s"), suspected,
                               of_suspected)
            : g_strdup ("");

  gtk_label_set_text (self->sum, sum);
  gtk_label_set_text (self->parts, parts);
  gtk_label_set_text (self->suspected, words);
  if (deduction > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->sum), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "error");
}

static void
update (YsNegativeCityPage *self)
{
  g_autoptr (YsNegativeView) view = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  view = ys_negative_view_new (self->workspace);
  ys_threshold_grid_update (self->thresholds, view);
  ys_occurrence_list_update (self->occurrences, view);
  ys_deduction_list_update (self->deductions, view);
  ys_occurrence_pane_update (self->pane, view);
  show_foot (self, view);
}

static void
on_workspace_changed (YsNegativeCityPage *self, guint what)
{
  if ((what & (YS_CHANGE_EVIDENCE | YS_CHANGE_NEGATIVE | YS_CHANGE_STATE | YS_CHANGE_PEOPLE)) != 0)
    update (self);
}

/* ---- which occurrence ---- */

static void
show_pane (YsNegativeCityPage *self, const char *id)
{
  ys_occurrence_list_select (self->occurrences, id);
  ys_occurrence_pane_show (self->pane, self->workspace, id);
  if (id != NULL)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_selected (YsNegativeCityPage *self, const char *id)
{
  show_pane (self, id);
}

static void
on_register (YsNegativeCityPage *self)
{
  show_pane (self, YS_OCCURRENCE_NEW);
}

static void
on_registered (YsNegativeCityPage *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  show_pane (self, copy);
  ys_occurrence_pane_focus (self->pane); /* the button that had the focus is gone */
  ys_tell (GTK_WIDGET (self), _ ("The occurrence is registered as suspected; it counts once it is confirmed."));
}

static void
on_step (YsNegativeCityPage *self, gboolean backward)
{
  g_autofree char *id = g_strdup (ys_occurrence_list_get_next (self->occurrences, backward));

  if (id != NULL)
    show_pane (self, id);
}

static void
on_close (YsNegativeCityPage *self)
{
  show_pane (self, NULL);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ---- the place ---- */

static gboolean
on_scroll_idle (gpointer data)
{
  YsNegativeCityPage *self = data;

  self->scroll_idle = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), self->scroll);
  return G_SOURCE_REMOVE;
}

/* "filter:open", "filter:suspected", "occurrence.ID.field", "threshold.UNIT.ITEM". */
static void
go_to_key (YsNegativeCityPage *self, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ".", 3);

  if (g_str_has_prefix (key, "filter:"))
    {
      const char *nick = key + strlen ("filter:");
      if (!ys_occurrence_list_set_filter (self->occurrences, nick))
        ys_threshold_grid_focus (self->thresholds, NULL, NULL);
    }
  else if (g_str_equal (parts[0], "occurrence") && parts[1] != NULL)
    show_pane (self, parts[1]);
  else if (g_str_equal (parts[0], "threshold") && g_strv_length (parts) == 3)
    ys_threshold_grid_focus (self->thresholds, parts[1], parts[2]);
}

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsNegativeCityPage *self = YS_NEGATIVE_CITY_PAGE (place);

  update (self);
  if (location->item != NULL && !ys_threshold_grid_focus (self->thresholds, NULL, location->item))
    show_pane (self, location->item);
  if (location->scroll > 0)
    {
      self->scroll = location->scroll;
      if (self->scroll_idle == 0) /* after the rows were laid out */
        self->scroll_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_scroll_idle, self, NULL);
    }
  if (location->key != NULL)
    go_to_key (self, location->key);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsNegativeCityPage *self = YS_NEGATIVE_CITY_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_NEGATIVE);

  here->item = g_strdup (ys_occurrence_pane_get_id (self->pane));
  here->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  return here;
}

static void
settle (YsPlace *place)
{
  ys_workspace_settle_soon (YS_NEGATIVE_CITY_PAGE (place)->workspace, 0, NULL);
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsNegativeCityPage *self = YS_NEGATIVE_CITY_PAGE (place);
  GtkWidget *const panes[] = { self->content, GTK_WIDGET (self->pane) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = focus != NULL && gtk_widget_is_ancestor (focus, panes[1]) ? 1 : 0;
  int next = backward ? at - 1 : at + 1;

  return next >= 0 && next < (int)G_N_ELEMENTS (panes) && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD);
}

/* ---- actions ---- */

static void
on_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_step (YS_NEGATIVE_CITY_PAGE (widget), g_str_equal (name, "place.previous-task"));
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsNegativeCityPage *self = YS_NEGATIVE_CITY_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* A city has no place for PDFs: the page opens in a window of its own. */
static void
on_show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *digest;
  guint page;

  g_variant_get (parameter, "(&su)", &digest, &page);
  ys_pdf_window_present (widget, YS_NEGATIVE_CITY_PAGE (widget)->workspace, 0, digest, page, NULL);
}

static void
on_folded (YsNegativeCityPage *self)
{
  gtk_widget_set_visible (self->show_pane, adw_flap_get_folded (self->flap));
}

/* ---- made and gone ---- */

static void
ys_negative_city_page_dispose (GObject *object)
{
  YsNegativeCityPage *self = YS_NEGATIVE_CITY_PAGE (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_negative_city_page_parent_class)->dispose (object);
}

static void
print (YsPlace *place)
{
  ys_output_menu_print (YS_NEGATIVE_CITY_PAGE (place)->output);
}

static void
ys_negative_city_page_iface (YsPlaceInterface *iface)
{
  iface->print = print;
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->settle = settle;
  iface->next_pane = next_pane;
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, flap);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, content);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, scroller);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, thresholds);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, occurrences);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, deductions);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, sum);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, parts);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, suspected);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, show_pane);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, output);
  gtk_widget_class_bind_template_child (class, YsNegativeCityPage, pane);
  gtk_widget_class_bind_template_callback (class, on_selected);
  gtk_widget_class_bind_template_callback (class, on_register);
  gtk_widget_class_bind_template_callback (class, on_registered);
  gtk_widget_class_bind_template_callback (class, on_step);
  gtk_widget_class_bind_template_callback (class, on_close);
}

static void
ys_negative_city_page_class_init (YsNegativeCityPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_negative_city_page_dispose;
  g_type_ensure (YS_TYPE_THRESHOLD_GRID);
  g_type_ensure (YS_TYPE_OCCURRENCE_LIST);
  g_type_ensure (YS_TYPE_DEDUCTION_LIST);
  g_type_ensure (YS_TYPE_OCCURRENCE_PANE);
  g_type_ensure (YS_TYPE_OUTPUT_MENU);
  gtk_widget_class_install_action (widget_class, "place.next-task", NULL, on_next_action);
  gtk_widget_class_install_action (widget_class, "place.previous-task", NULL, on_next_action);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_install_action (widget_class, "place.show-page", "(su)", on_show_page);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-negative-city-page.ui");
  bind_children (widget_class);
}

static void
ys_negative_city_page_init (YsNegativeCityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (update), self);
}

GtkWidget *
ys_negative_city_page_new (YsWorkspace *workspace)
{
  static const YsOutput outputs[] = { YS_OUTPUT_NEGATIVE, YS_OUTPUT_SCORES };
  YsNegativeCityPage *self = g_object_new (YS_TYPE_NEGATIVE_CITY_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  ys_output_menu_set_up (self->output, workspace, outputs, G_N_ELEMENTS (outputs));
  ys_threshold_grid_build (self->thresholds, workspace);
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
