/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures, scrolling and the current cell. Only what is in view is drawn, so the size of the round does not
 * matter. */
#include "ys-matrix-private.h"

#include <string.h>

#define ROW_HEAD_USUAL 218
#define ROW_HEAD_WIDE 300
#define ROW_HEAD_LEAST 198
#define WIDTH_WIDE 1100 /* of the widget */
/* So many columns are shown whole (the pane beside folds for them), unless large words need more than a small
 * screen has. */
#define COLUMNS_WHOLE 12
#define WIDTH_ASKED 812
#define COLUMN_LEAST 51
#define COLUMN_MOST 96
#define ROW_LEAST 33
#define USUAL_LINE 20 /* height of a line at the usual size of words */

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};
enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_TYPED,
  SIGNAL_TOTAL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (YsMatrix, ys_matrix, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- measures ---- */

static void
measure_words (YsMatrix *self)
{
  int width, height;

  g_clear_object (&self->layout);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "000.00"); /* a total */
  pango_layout_set_attributes (self->layout, self->attributes[0]);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  self->line_height = height;
  self->row_height = MAX (ROW_LEAST, height + 12);
  self->head_height = 3 * height + 8;
  self->least_column = MAX (COLUMN_LEAST, width + 9);
}

int
ys_matrix_get_n_columns (YsMatrix *self)
{
  return self->data != NULL ? (int)self->data->columns->len : 0;
}

static void
measure_columns (YsMatrix *self, int width)
{
  int usual = (width >= WIDTH_WIDE ? ROW_HEAD_WIDE : ROW_HEAD_USUAL) * MAX (self->line_height, USUAL_LINE)
              / USUAL_LINE;
  int n = MAX (ys_matrix_get_n_columns (self), 1);

  /* rather than scroll for a few pixels the titles are shortened */
  if (usual + n * self->least_column > width && ROW_HEAD_LEAST + n * self->least_column <= width)
    usual = width - n * self->least_column;
  self->row_head = MIN (usual, width / 2);
  self->column_width =
      CLAMP ((width - self->row_head) / n, self->least_column, MAX (COLUMN_MOST, self->least_column));
}

void
ys_matrix_get_cell_area (YsMatrix *self, int row, int column, GdkRectangle *area)
{
  area->x =
      self->row_head + column * self->column_width - (int)gtk_adjustment_get_value (self->adjustments[0]);
  area->y = row == YS_MATRIX_HEADS ? 0
                                   : self->head_height + row * self->row_height
                                         - (int)gtk_adjustment_get_value (self->adjustments[1]);
  area->width = self->column_width;
  area->height = row == YS_MATRIX_HEADS ? self->head_height : self->row_height;
}

gboolean
ys_matrix_find_cell (YsMatrix *self, double x, double y, int *row, int *column)
{
  *column = x < self->row_head ? -1
                               : (int)(x - self->row_head + gtk_adjustment_get_value (self->adjustments[0]))
                                     / self->column_width;
  *row =
      y < self->head_height
          ? YS_MATRIX_HEADS
          : (int)(y - self->head_height + gtk_adjustment_get_value (self->adjustments[1])) / self->row_height;
  return *column < ys_matrix_get_n_columns (self) && *row < (int)self->rows->len;
}

static void
configure (YsMatrix *self, int width, int height)
{
  double across = MAX (width - self->row_head, 1), down = MAX (height - self->head_height, 1);
  double full[2] = { ys_matrix_get_n_columns (self) * self->column_width,
                     self->rows->len * (double)self->row_height };
  double page[2] = { across, down };
  double step[2] = { self->column_width, self->row_height };

  for (int i = 0; i < 2; i++)
    gtk_adjustment_configure (self->adjustments[i], gtk_adjustment_get_value (self->adjustments[i]), 0,
                              MAX (full[i], page[i]), step[i], MAX (page[i] - step[i], step[i]), page[i]);
}

static void
allocate_cursor (YsMatrix *self)
{
  GdkRectangle area;
  int least;

  gtk_widget_set_child_visible (self->cursor, self->column >= 0);
  if (self->column < 0)
    return;
  ys_matrix_get_cell_area (self, self->row, self->column, &area);
  gtk_widget_measure (self->cursor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->cursor, &area, -1);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsMatrix *self = YS_MATRIX (widget);

  measure_columns (self, width);
  configure (self, width, height);
  allocate_cursor (self);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  YsMatrix *self = YS_MATRIX (widget);
  int columns = CLAMP (ys_matrix_get_n_columns (self), 4, COLUMNS_WHOLE);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? MIN (ROW_HEAD_LEAST + columns * self->least_column, WIDTH_ASKED)
                 : self->head_height + 3 * self->row_height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? ROW_HEAD_USUAL + ys_matrix_get_n_columns (self) * self->least_column
                 : self->head_height + 12 * self->row_height;
  *natural = MAX (*minimum, *natural);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ys_matrix_parent_class)->css_changed (widget, change);
  measure_words (YS_MATRIX (widget));
  gtk_widget_queue_resize (widget);
}

/* The desktop's text size or fonts changed. */
static void
system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ys_matrix_parent_class)->system_setting_changed (widget, setting);
  measure_words (YS_MATRIX (widget));
  gtk_widget_queue_resize (widget);
}

/* ---- signals ---- */

void
ys_matrix_emit_selected (YsMatrix *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

void
ys_matrix_emit_activated (YsMatrix *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

void
ys_matrix_emit_total (YsMatrix *self, const char *unit)
{
  g_signal_emit (self, signals[SIGNAL_TOTAL], 0, unit);
}

void
ys_matrix_emit_typed (YsMatrix *self, const char *digits)
{
  g_signal_emit (self, signals[SIGNAL_TYPED], 0, digits);
}

double
ys_matrix_get_scroll (YsMatrix *self)
{
  return gtk_adjustment_get_value (self->adjustments[1]);
}

void
ys_matrix_set_scroll (YsMatrix *self, double scroll)
{
  gtk_adjustment_set_value (self->adjustments[1], scroll);
}

/* ---- scrollable ---- */

static void
on_scrolled (YsMatrix *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (YsMatrix *self, int which, GtkAdjustment *adjustment)
{
  if (self->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[which], on_scrolled, self);
  g_clear_object (&self->adjustments[which]);
  self->adjustments[which] =
      g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->adjustments[which], "value-changed", G_CALLBACK (on_scrolled), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsMatrix *self = YS_MATRIX (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id == PROP_VADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YsMatrix *self = YS_MATRIX (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* ---- made and gone ---- */

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YS_MATRIX (widget)->cursor);
}

static void
ys_matrix_dispose (GObject *object)
{
  YsMatrix *self = YS_MATRIX (object);

  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_scrolled, self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_pointer (&self->cursor, gtk_widget_unparent);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (ys_matrix_parent_class)->dispose (object);
}

static void
ys_matrix_finalize (GObject *object)
{
  YsMatrix *self = YS_MATRIX (object);

  ys_matrix_data_unref (self->data);
  g_array_unref (self->rows);
  g_hash_table_unref (self->folded);
  g_free (self->words);
  for (guint i = 0; i < G_N_ELEMENTS (self->attributes); i++)
    pango_attr_list_unref (self->attributes[i]);
  G_OBJECT_CLASS (ys_matrix_parent_class)->finalize (object);
}

static void
ys_matrix_class_init (YsMatrixClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = set_property;
  object_class->get_property = get_property;
  object_class->dispose = ys_matrix_dispose;
  object_class->finalize = ys_matrix_finalize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = ys_matrix_draw;
  widget_class->css_changed = css_changed;
  widget_class->system_setting_changed = system_setting_changed;
  widget_class->grab_focus = grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_SELECTED] =
      g_signal_new ("selected", YS_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", YS_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", YS_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOTAL] = g_signal_new ("total", YS_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
make_attributes (YsMatrix *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->attributes); i++)
    {
      self->attributes[i] = pango_attr_list_new ();
      pango_attr_list_insert (self->attributes[i], pango_attr_font_features_new ("tnum"));
    }
  pango_attr_list_insert (self->attributes[1], pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (self->attributes[2], pango_attr_scale_new (0.82));
  pango_attr_list_insert (self->attributes[2], pango_attr_weight_new (PANGO_WEIGHT_BOLD));
}

static void
ys_matrix_init (YsMatrix *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->query.part = -1;
  self->column = -1;
  make_attributes (self);
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  self->cursor =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, "focusable", TRUE, NULL);
  gtk_widget_add_css_class (self->cursor, "picked");
  gtk_widget_set_parent (self->cursor, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "matrix");
  measure_words (self);
  self->column_width = self->least_column;
  self->row_head = ROW_HEAD_USUAL;
  ys_matrix_add_input (self);
}

GtkWidget *
ys_matrix_new (void)
{
  return g_object_new (YS_TYPE_MATRIX, NULL);
}
