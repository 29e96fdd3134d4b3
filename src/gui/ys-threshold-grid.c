/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two grids side by side whose rows keep one height: the items stay, the counties scroll where there are many. Each cell
 * is a menu button, so that keys and screen readers know it; its popover is made when it is opened. */
#include "ys-threshold-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-fill-card.h"
#include "ys-threshold-popover.h"

#define WIDTH_CELL 48
#define WIDTH_ITEM 150

typedef struct
{
  YsThresholdGrid *owner; /* unowned */
  const YsUnitInfo *unit;
  const YsNegativeItem *item;
  GtkWidget *button, *value, *deduction; /* unowned */
  gboolean open;
} Cell;

struct _YsThresholdGrid
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  GtkWidget *subtitle, *summary, *names, *figures;
  GPtrArray *cells;  /* Cell, by item, then by county */
  GPtrArray *heights; /* GtkSizeGroup, by row */
};

G_DEFINE_FINAL_TYPE (YsThresholdGrid, ys_threshold_grid, GTK_TYPE_BOX)

/* ---- made ---- */

/* 渭滨 of 渭滨区: a column is two characters wide. Full. */
static char *
dup_short_name (const char *name)
{
  glong length = g_utf8_strlen (name, -1);

  return g_utf8_substring (name, 0, length > 2 ? length - 1 : length);
}

static void
attach (YsThresholdGrid *self, GtkWidget *grid, GtkWidget *child, int column, guint row)
{
  while (self->heights->len <= row)
    g_ptr_array_add (self->heights, gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL));
  gtk_size_group_add_widget (g_ptr_array_index (self->heights, row), child);
  gtk_grid_attach (GTK_GRID (grid), child, column, (int)row, 1, 1);
}

static GtkWidget *
make_head (const char *text, const char *tooltip, gboolean right)
{
  GtkWidget *label = ys_fill_label (text, right ? "strong small" : "small quiet"),
            *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_xalign (GTK_LABEL (label), right ? 1 : 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "hcell");
  gtk_widget_set_tooltip_text (box, tooltip);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* What the item asks for: "≥ 96%". Full. */
static char *
dup_demand (const YsNegativeItem *item)
{
  g_autofree char *target = ys_decimal_to_text (item->target);

  return g_strdup_printf ("%s %s%s", ys_comparator_sign (item->comparator), target, ys_unit_sign (item->unit));
}

static GtkWidget *
make_item (const YsNegativeItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_strdup_printf ("%s %s", item->id, item->name);
  g_autofree char *demand = dup_demand (item);
  GtkWidget *name = ys_fill_label (title, "small");

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (name), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 18);
  gtk_widget_add_css_class (box, "cell");
  gtk_widget_add_css_class (box, "rowhead");
  gtk_widget_set_size_request (box, WIDTH_ITEM, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), ys_fill_label (demand, "small quiet num"));
  return box;
}

static void
on_open (GtkMenuButton *button, gpointer data)
{
  Cell *cell = data;
  g_autoptr (YsNegativeView) view = ys_negative_view_new (cell->owner->workspace);

  gtk_menu_button_set_popover (button, ys_threshold_popover_new (view, cell->unit, cell->item));
}

static Cell *
make_cell (YsThresholdGrid *self, const YsUnitInfo *unit, const YsNegativeItem *item)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->owner = self;
  cell->unit = unit;
  cell->item = item;
  cell->button = gtk_menu_button_new ();
  cell->value = ys_fill_label ("", "num");
  cell->deduction = ys_fill_label ("", "small num");
  gtk_label_set_xalign (GTK_LABEL (cell->value), 1);
  gtk_label_set_xalign (GTK_LABEL (cell->deduction), 1);
  gtk_box_append (GTK_BOX (box), cell->value);
  gtk_box_append (GTK_BOX (box), cell->deduction);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (cell->button), box);
  gtk_widget_set_size_request (cell->button, WIDTH_CELL, -1);
  gtk_widget_set_hexpand (cell->button, TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (cell->button), on_open, cell, NULL);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static void
add_row (YsThresholdGrid *self, const YsNegativeView *view, const YsNegativeItem *item, guint row)
{
  attach (self, self->names, make_item (item), 0, row);
  for (guint i = 0; i < view->counties->len; i++)
    attach (self, self->figures, make_cell (self, g_ptr_array_index (view->counties, i), item)->button, (int)i, row);
}

void
ys_threshold_grid_build (YsThresholdGrid *self, YsWorkspace *workspace)
{
  g_autoptr (YsNegativeView) view = ys_negative_view_new (workspace);
  const GPtrArray *items = view->standard->catalogue->items;
  guint row = 1;

  self->workspace = workspace;
  attach (self, self->names, make_head (_ ("Item and demand"), NULL, FALSE), 0, 0);
  for (guint i = 0; i < view->counties->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (view->counties, i);
      g_autofree char *name = dup_short_name (unit->name);
      attach (self, self->figures, make_head (name, unit->name, TRUE), (int)i, 0);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);
      if (item->threshold)
        add_row (self, view, item, row++);
    }
}

/* ---- figures ---- */

static void
set_classes (Cell *cell, const YsSheetThreshold *shown)
{
  const char *state = shown == NULL ? NULL : shown->open ? "open" : shown->met ? NULL : "failed";

  gtk_widget_set_css_classes (cell->button, state != NULL ? (const char *[]){ "cell", "threshold", state, NULL }
                                                          : (const char *[]){ "cell", "threshold", NULL });
}

static void
update_cell (Cell *cell, const YsNegativeView *view)
{
  const YsSheetThreshold *shown = ys_negative_view_get_threshold (view, cell->unit->id, cell->item->id);
  gboolean has_value = shown != NULL && shown->value != NULL && !ys_figure_is_missing (&shown->value->figure);
  g_autofree char *value = has_value ? ys_figure_dup_display (&shown->value->figure, cell->item->unit) : NULL;
  g_autofree char *amount = shown != NULL ? ys_deduction_dup_text (shown->deduction) : NULL;
  const char *below = shown == NULL           ? _ ("not received")
                      : shown->deduction != 0 ? amount
                      : shown->open           ? _ ("to be added")
                                              : "✓";
  g_autofree char *bare = has_value ? g_strdup (value) : g_strdup (shown != NULL ? "…" : "—");
  g_autofree char *name
      = g_strdup_printf ("%s %s %s，%s", cell->unit->name, cell->item->name, has_value ? value : _ ("to be added"),
                         shown == NULL || shown->deduction == 0 ? below : amount);

  if (g_str_has_suffix (bare, ys_unit_sign (cell->item->unit))) /* it stands in the row's head */
    bare[strlen (bare) - strlen (ys_unit_sign (cell->item->unit))] = '\0';
  cell->open = shown != NULL && shown->open;
  gtk_label_set_text (GTK_LABEL (cell->value), bare);
  gtk_label_set_text (GTK_LABEL (cell->deduction), below);
  set_classes (cell, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (cell->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_summary (YsThresholdGrid *self, const YsNegativeView *view)
{
  guint failing = 0, open = 0;
  g_autofree char *year = g_strdup_printf (_ ("figures of %d"), view->assessment->year);
  g_autofree char *text = NULL;

  for (guint i = 0; i < view->counties->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (view->counties, i);
      const YsSheetUnit *of = view->sheet != NULL ? ys_sheet_get_unit (view->sheet, unit->id) : NULL;
      gboolean fails = FALSE;

      for (guint t = 0; of != NULL && t < of->thresholds->len; t++)
        {
          const YsSheetThreshold *threshold = g_ptr_array_index (of->thresholds, t);
          fails |= threshold->deduction > 0 && !threshold->open;
          open += threshold->open;
        }
      failing += fails;
    }
  text = g_strdup_printf (_ ("of %u counties %u lose points, %u figures to be added"), view->counties->len, failing, open);
  gtk_label_set_text (GTK_LABEL (self->subtitle), year);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

void
ys_threshold_grid_update (YsThresholdGrid *self, const YsNegativeView *view)
{
  for (guint i = 0; i < self->cells->len; i++)
    update_cell (g_ptr_array_index (self->cells, i), view);
  show_summary (self, view);
}

gboolean
ys_threshold_grid_focus (YsThresholdGrid *self, const char *unit, const char *item)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      if (item == NULL ? cell->open
                       : g_str_equal (cell->item->id, item) && (unit == NULL || g_str_equal (cell->unit->id, unit)))
        return gtk_widget_child_focus (cell->button, GTK_DIR_TAB_FORWARD);
    }
  return FALSE;
}

/* ---- made and gone ---- */

static void
ys_threshold_grid_finalize (GObject *object)
{
  YsThresholdGrid *self = YS_THRESHOLD_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->heights);
  G_OBJECT_CLASS (ys_threshold_grid_parent_class)->finalize (object);
}

static void
ys_threshold_grid_class_init (YsThresholdGridClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_threshold_grid_finalize;
}

static GtkWidget *
make_title (YsThresholdGrid *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->subtitle = ys_fill_label ("", "small quiet num");
  self->summary = ys_fill_label ("", "small quiet num");
  gtk_widget_set_hexpand (self->subtitle, TRUE);
  gtk_widget_add_css_class (head, "section-head");
  gtk_box_append (GTK_BOX (head), ys_fill_label (_ ("Threshold items"), "h2"));
  gtk_box_append (GTK_BOX (head), self->subtitle);
  gtk_box_append (GTK_BOX (head), self->summary);
  return head;
}

static void
ys_threshold_grid_init (YsThresholdGrid *self)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->heights = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_box_append (GTK_BOX (self), make_title (self));
  self->names = gtk_grid_new ();
  self->figures = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->figures), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->figures);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_hexpand (self->names, FALSE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Threshold items"), -1);
  gtk_widget_add_css_class (both, "matrix");
  gtk_box_append (GTK_BOX (both), self->names);
  gtk_box_append (GTK_BOX (both), scroller);
  gtk_box_append (GTK_BOX (self), both);
}
