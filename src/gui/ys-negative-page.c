/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page listens to the workspace for all of its parts: one view is taken after each new sheet, and every
 * part is shown from it. */
#include "ys-negative-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-negative-city-page.h"
#include "ys-negative-items.h"
#include "ys-negative-view.h"
#include "ys-occurrence-list.h"
#include "ys-occurrence-pane.h"
#include "ys-output-menu.h"
#include "ys-sheet-window.h"
#include "ys-threshold-card.h"
#include "ys-workspace-form.h"

struct _YsNegativePage
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  AdwFlap *flap;
  GtkWidget *content, *why_not, *scroller, *show_pane;
  GtkLabel *sum, *parts, *suspected;
  YsThresholdCard *thresholds;
  YsOccurrenceList *occurrences;
  YsNegativeItems *items;
  YsOccurrencePane *pane;
  YsOutputMenu *output;
  double scroll;
  guint scroll_idle;
};

static void ys_negative_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsNegativePage, ys_negative_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_negative_page_iface))

/* ---- shown ---- */

static void
show_foot (YsNegativePage *self, const YsNegativeView *view)
{
  YsPoints thresholds = 0, occurrences = 0, would = 0;
  guint suspected = 0;

  for (guint i = 0; view->unit != NULL && i < view->unit->thresholds->len; i++)
    thresholds += ((const YsSheetThreshold *)g_ptr_array_index (view->unit->thresholds, i))->deduction;
  for (guint i = 0; i < view->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (view->occurrences, i);
      occurrences += shown->deduction;
      suspected += shown->has_would_deduct;
      would += shown->has_would_deduct ? shown->would_deduct : 0;
    }
  g_autofree char *sum = ys_deduction_dup_text (view->unit != NULL ? view->unit->deduction : 0);
  g_autofree char *of_thresholds = ys_deduction_dup_text (thresholds);
  g_autofree char *of_occurrences = ys_deduction_dup_text (occurrences);
  g_autofree char *of_suspected = ys_deduction_dup_text (would);
  g_autofree char *parts =
      g_strdup_printf (_ ("thresholds %s · occurrences %s"), of_thresholds, of_occurrences);
  g_autofree char *words =
      suspected > 0 ? g_strdup_printf (
          _ ("%u suspected, not counted; confirmed one by one they would make %s"), suspected, of_suspected)
                    : g_strdup ("");

  gtk_label_set_text (self->sum, sum);
  gtk_label_set_text (self->parts, parts);
  gtk_label_set_text (self->suspected, words);
  if (view->unit != NULL && view->unit->deduction > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->sum), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "error");
}

/* Where the points go, from the base to the total. */
static void
on_show_total (YsNegativePage *self)
{
  g_autoptr (YsNegativeView) view = ys_negative_view_new (self->workspace);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (view->unit != NULL && GTK_IS_WINDOW (root))
    gtk_window_present (ys_sheet_window_new (GTK_WINDOW (root), view->sheet, view->unit, view->unit->figure));
}

static void
update (YsNegativePage *self)
{
  g_autoptr (YsNegativeView) view = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  view = ys_negative_view_new (self->workspace);
  /* what the strip says is not said again */
  gtk_widget_set_visible (self->why_not,
                          view->why_not != NULL && !ys_workspace_is_read_only (self->workspace)
                              && ys_workspace_get_state (self->workspace) == YS_SUBMISSION_DRAFT);
  gtk_label_set_text (GTK_LABEL (self->why_not), view->why_not != NULL ? view->why_not : "");
  ys_threshold_card_update (self->thresholds, view);
  ys_occurrence_list_update (self->occurrences, view);
  ys_negative_items_update (self->items, view);
  ys_occurrence_pane_update (self->pane, view);
  show_foot (self, view);
}

/* What the sheet brings is shown when the sheet comes; the rest at once. */
static void
on_workspace_changed (YsNegativePage *self, guint what)
{
  if ((what & (YS_CHANGE_FORM | YS_CHANGE_EVIDENCE | YS_CHANGE_NEGATIVE | YS_CHANGE_STATE | YS_CHANGE_PEOPLE))
      != 0)
    update (self);
}

/* ---- which occurrence ---- */

static void
show_pane (YsNegativePage *self, const char *id)
{
  ys_occurrence_list_select (self->occurrences, id);
  ys_occurrence_pane_show (self->pane, self->workspace, id);
  if (id != NULL)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_selected (YsNegativePage *self, const char *id)
{
  show_pane (self, id);
}

static void
on_register (YsNegativePage *self)
{
  show_pane (self, YS_OCCURRENCE_NEW);
}

static void
on_registered (YsNegativePage *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  show_pane (self, copy);
  ys_occurrence_pane_focus (self->pane); /* the button that had the focus is gone */
  ys_tell (GTK_WIDGET (self), _ ("The occurrence is registered; it counts once the city has confirmed it."));
}

static void
on_withdrawn (YsNegativePage *self)
{
  show_pane (self, NULL);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  ys_tell (GTK_WIDGET (self), _ ("The occurrence is withdrawn; Ctrl+Z brings it back."));
}

static void
on_step (YsNegativePage *self, gboolean backward)
{
  g_autofree char *id = g_strdup (ys_occurrence_list_get_next (self->occurrences, backward));

  if (id != NULL)
    show_pane (self, id);
}

static void
on_close (YsNegativePage *self)
{
  show_pane (self, NULL);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ---- the place ---- */

static gboolean
on_scroll_idle (gpointer data)
{
  YsNegativePage *self = data;

  self->scroll_idle = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                            self->scroll);
  return G_SOURCE_REMOVE;
}

static void
go_to_key (YsNegativePage *self, const char *key)
{
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (key, "filter:"))
    {
      const char *nick = key + strlen ("filter:");
      if (!ys_occurrence_list_set_filter (self->occurrences, nick))
        ys_threshold_card_focus (self->thresholds, nick);
      return;
    }
  if (g_str_has_prefix (key, "occurrence."))
    {
      parts = g_strsplit (key, ".", 3);
      show_pane (self, parts[1]);
      return;
    }
  if (!ys_threshold_card_focus (self->thresholds, key) && g_str_has_prefix (key, "none."))
    ys_negative_items_focus (self->items, key + strlen ("none."));
}

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsNegativePage *self = YS_NEGATIVE_PAGE (place);

  if (location->item != NULL && !ys_threshold_card_focus (self->thresholds, location->item)
      && !ys_negative_items_focus (self->items, location->item))
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
  YsNegativePage *self = YS_NEGATIVE_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_NEGATIVE);

  here->item = g_strdup (ys_occurrence_pane_get_id (self->pane));
  here->scroll =
      gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  return here;
}

static void
settle (YsPlace *place)
{
  ys_workspace_settle_soon (YS_NEGATIVE_PAGE (place)->workspace, 0, NULL);
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsNegativePage *self = YS_NEGATIVE_PAGE (place);
  GtkWidget *const panes[] = { self->content, GTK_WIDGET (self->pane) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = focus != NULL && gtk_widget_is_ancestor (focus, panes[1]) ? 1 : 0;
  int next = backward ? at - 1 : at + 1;

  return next >= 0 && next < (int)G_N_ELEMENTS (panes)
         && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD);
}

static void
print (YsPlace *place)
{
  ys_output_menu_print (YS_NEGATIVE_PAGE (place)->output);
}

/* ---- actions ---- */

static void
on_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_step (YS_NEGATIVE_PAGE (widget), g_str_equal (name, "place.previous-task"));
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsNegativePage *self = YS_NEGATIVE_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
on_show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_EVIDENCE);
  const char *digest;

  g_variant_get (parameter, "(&su)", &digest, &to->page);
  to->evidence = g_strdup (digest);
  ys_go (widget, to);
}

static void
on_folded (YsNegativePage *self)
{
  gtk_widget_set_visible (self->show_pane, adw_flap_get_folded (self->flap));
}

/* ---- made and gone ---- */

static void
ys_negative_page_dispose (GObject *object)
{
  YsNegativePage *self = YS_NEGATIVE_PAGE (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_negative_page_parent_class)->dispose (object);
}

static void
ys_negative_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->settle = settle;
  iface->next_pane = next_pane;
  iface->print = print;
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, YsNegativePage, flap);
  gtk_widget_class_bind_template_child (class, YsNegativePage, content);
  gtk_widget_class_bind_template_child (class, YsNegativePage, why_not);
  gtk_widget_class_bind_template_child (class, YsNegativePage, scroller);
  gtk_widget_class_bind_template_child (class, YsNegativePage, thresholds);
  gtk_widget_class_bind_template_child (class, YsNegativePage, occurrences);
  gtk_widget_class_bind_template_child (class, YsNegativePage, items);
  gtk_widget_class_bind_template_child (class, YsNegativePage, sum);
  gtk_widget_class_bind_template_child (class, YsNegativePage, parts);
  gtk_widget_class_bind_template_child (class, YsNegativePage, suspected);
  gtk_widget_class_bind_template_child (class, YsNegativePage, show_pane);
  gtk_widget_class_bind_template_child (class, YsNegativePage, pane);
  gtk_widget_class_bind_template_child (class, YsNegativePage, output);
  gtk_widget_class_bind_template_callback (class, on_selected);
  gtk_widget_class_bind_template_callback (class, on_register);
  gtk_widget_class_bind_template_callback (class, on_registered);
  gtk_widget_class_bind_template_callback (class, on_withdrawn);
  gtk_widget_class_bind_template_callback (class, on_step);
  gtk_widget_class_bind_template_callback (class, on_close);
  gtk_widget_class_bind_template_callback (class, on_show_total);
}

static void
ys_negative_page_class_init (YsNegativePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_negative_page_dispose;
  g_type_ensure (YS_TYPE_THRESHOLD_CARD);
  g_type_ensure (YS_TYPE_OCCURRENCE_LIST);
  g_type_ensure (YS_TYPE_NEGATIVE_ITEMS);
  g_type_ensure (YS_TYPE_OCCURRENCE_PANE);
  g_type_ensure (YS_TYPE_OUTPUT_MENU);
  gtk_widget_class_install_action (widget_class, "place.next-task", NULL, on_next_action);
  gtk_widget_class_install_action (widget_class, "place.previous-task", NULL, on_next_action);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_install_action (widget_class, "place.show-page", "(su)", on_show_page);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/yanshou/Yanshou/ys-negative-page.ui");
  bind_children (widget_class);
}

static void
ys_negative_page_init (YsNegativePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (update), self);
}

GtkWidget *
ys_negative_page_new (YsWorkspace *workspace)
{
  static const YsOutput outputs[] = { YS_OUTPUT_NEGATIVE, YS_OUTPUT_SCORES };
  YsNegativePage *self;

  if (ys_workspace_get_office (workspace) == YS_OFFICE_CITY)
    return ys_negative_city_page_new (workspace);
  self = g_object_new (YS_TYPE_NEGATIVE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  ys_output_menu_set_up (self->output, workspace, outputs, G_N_ELEMENTS (outputs));
  ys_threshold_card_build (self->thresholds, workspace);
  ys_negative_items_build (self->items, workspace);
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
