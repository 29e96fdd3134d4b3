/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of counties beside the pane of one. The list is read from the workspace's memory after every change. */
#include "ys-settle-window.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-settle-pane.h"
#include "ys-workspace-city.h"

struct _YsSettleWindow
{
  AdwWindow parent_instance;
  YsWorkspace *workspace;
  GtkWidget *list;
  AdwToastOverlay *toasts;
  YsSettlePane *pane;
};

G_DEFINE_FINAL_TYPE (YsSettleWindow, ys_settle_window, ADW_TYPE_WINDOW)

static const char *
get_unit (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "unit") : NULL;
}

static gboolean
is_county (YsSettleWindow *self, const YsUnitInfo *unit)
{
  return unit->kind == YS_OFFICE_COUNTY && g_strcmp0 (unit->parent, ys_workspace_get_unit (self->workspace)) == 0;
}

/* ---- rows ---- */

static const char *
get_chip_kind (YsSubmissionState state, guint revision)
{
  return revision == 0 ? "open" : state == YS_SUBMISSION_FINAL ? "ok" : state == YS_SUBMISSION_SCORED ? "info" : "plain";
}

static void
show_row (YsSettleWindow *self, GtkListBoxRow *row)
{
  const char *unit = get_unit (row);
  guint revision = 0;
  YsSubmissionState state = ys_workspace_get_unit_state (self->workspace, unit, &revision);
  const YsUnitInfo *info = ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace), unit);
  const char *word = revision == 0 ? _ ("not received") : ys_submission_state_label (state);
  g_autofree char *name = g_strdup_printf ("%s %s", info->name, word);

  ys_fill_chip_set (g_object_get_data (G_OBJECT (row), "chip"), get_chip_kind (state, revision), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_row (YsSettleWindow *self, const YsUnitInfo *unit)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *name = ys_fill_label (unit->name, "name"), *chip = ys_fill_label ("", "chip");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "unit", g_strdup (unit->id), g_free);
  g_object_set_data (G_OBJECT (row), "chip", chip);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  show_row (self, GTK_LIST_BOX_ROW (row));
}

static void
on_workspace_changed (YsSettleWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    show_row (self, row);
  ys_settle_pane_update (self->pane);
}

static void
on_selected (YsSettleWindow *self, GtkListBoxRow *row)
{
  if (row != NULL)
    ys_settle_pane_show (self->pane, self->workspace, get_unit (row));
}

static void
on_told (YsSettleWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

/* The row of @unit, or of the first county that is not settled. */
static void
select_unit (YsSettleWindow *self, const char *unit)
{
  GtkListBoxRow *row, *chosen = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL && chosen == NULL; i++)
    {
      guint revision = 0;
      YsSubmissionState state = ys_workspace_get_unit_state (self->workspace, get_unit (row), &revision);
      if (unit != NULL ? g_strcmp0 (get_unit (row), unit) == 0 : revision > 0 && state != YS_SUBMISSION_FINAL)
        chosen = row;
    }
  if (chosen == NULL)
    chosen = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), chosen);
  if (chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

/* ---- made and gone ---- */

static GtkWidget *
make_list (YsSettleWindow *self)
{
  const GPtrArray *units = ys_workspace_get_assessment (self->workspace)->units;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "lines");
  gtk_widget_add_css_class (self->list, "occurrences");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Counties"), -1);
  for (guint i = 0; i < units->len; i++)
    if (is_county (self, g_ptr_array_index (units, i)))
      add_row (self, g_ptr_array_index (units, i));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_selected), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 220, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Counties"), -1);
  return scroller;
}

static void
build (YsSettleWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->pane = YS_SETTLE_PANE (ys_settle_pane_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  g_signal_connect_object (self->pane, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_widget_set_vexpand (both, TRUE);
  gtk_box_append (GTK_BOX (both), make_list (self));
  gtk_box_append (GTK_BOX (both), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (both), GTK_WIDGET (self->pane));
  adw_toast_overlay_set_child (self->toasts, both);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), all);
}

static void
ys_settle_window_dispose (GObject *object)
{
  g_clear_object (&YS_SETTLE_WINDOW (object)->workspace);
  G_OBJECT_CLASS (ys_settle_window_parent_class)->dispose (object);
}

static void
ys_settle_window_class_init (YsSettleWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_settle_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_settle_window_init (YsSettleWindow *self)
{
}

void
ys_settle_window_present (GtkWidget *from, YsWorkspace *workspace, const char *unit)
{
  YsSettleWindow *self
      = g_object_new (YS_TYPE_SETTLE_WINDOW, "title", _ ("Settle and appeals"), "modal", TRUE, "default-width", 860,
                      "default-height", 600, "transient-for", gtk_widget_get_root (from), NULL);

  self->workspace = g_object_ref (workspace);
  build (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  select_unit (self, unit);
}
