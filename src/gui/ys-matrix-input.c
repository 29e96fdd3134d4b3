/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and mouse of the matrix, and what its cells are called: for a screen reader and for the tooltip alike.
 */
#include "ys-matrix-private.h"

#include <glib/gi18n-lib.h>

/* ---- names ---- */

static void
add (GString *text, const char *more)
{
  if (more != NULL)
    g_string_append_printf (text, "%s%s", _ (", "), more);
}

static char *
dup_task_name (const YsMatrixColumn *column, const YsMatrixRow *row, const YsMatrixCell *cell)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%s, task %u, %s"), column->name, row->number, row->title);
  if (!cell->review.received)
    add (text, _ ("nothing came in"));
  else if (!cell->applies)
    add (text, _ ("does not apply"));
  else
    {
      g_autofree char *figure = g_strdup_printf (_ ("%s of %s"), cell->text, row->points);
      add (text, figure);
      add (text, cell->decided ? _ ("decided") : _ ("computed, still to be decided"));
    }
  if (cell->differs)
    add (text, _ ("self and computed differ"));
  if (cell->review.doubted)
    add (text, _ ("evidence doubted"));
  if (cell->review.claimed)
    add (text, _ ("said not to apply, to be answered"));
  if (cell->review.for_lead > 0)
    add (text, _ ("waits for the team lead"));
  return g_string_free (text, FALSE);
}

char *
ys_matrix_dup_name (YsMatrix *self, int row, int column)
{
  const YsMatrixColumn *of = g_ptr_array_index (self->data->columns, column);
  const YsMatrixRow *line = ys_matrix_get_row (self, row);
  const YsMatrixCell *cell = ys_matrix_get_cell_at (self, row, column);

  if (line == NULL)
    return of->received
               ? g_strdup_printf (_ ("%s, total %s, decided so far %s"), of->name, of->total, of->progress)
               : g_strdup_printf (_ ("%s, nothing came in"), of->name);
  if (!line->heading)
    return dup_task_name (of, line, cell);
  return g_strdup_printf (_ ("%s, %s %s, %s of %s, %s"), of->name, line->id, line->title,
                          cell->text[0] != '\0' ? cell->text : "—", line->points,
                          g_hash_table_contains (self->folded, line->id) ? _ ("folded") : _ ("unfolded"));
}

static gboolean
on_query_tooltip (YsMatrix *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  int row, column;

  if (keyboard || self->data == NULL || !ys_matrix_find_cell (self, x, y, &row, &column))
    return FALSE;
  if (column >= 0)
    text = ys_matrix_dup_name (self, row, column);
  else if (row >= 0)
    text = g_strdup (ys_matrix_get_row (self, row)->title);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* ---- keys ---- */

static int
rows_of_page (YsMatrix *self)
{
  return MAX (1, (int)gtk_adjustment_get_page_size (self->adjustments[1]) / self->row_height - 1);
}

/* Arrows, Home, End, pages; with Ctrl to the edge. */
static gboolean
move_by_key (YsMatrix *self, guint key, gboolean far)
{
  const int all = (int)self->rows->len + ys_matrix_get_n_columns (self);
  int columns = 0, rows = 0;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      columns = far ? -all : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      columns = far ? all : 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      rows = far ? -all : -1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      rows = far ? all : 1;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      columns = -all;
      rows = far ? -all : 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      columns = all;
      rows = far ? all : 0;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      rows = -rows_of_page (self);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      rows = rows_of_page (self);
      break;
    default:
      return FALSE;
    }
  ys_matrix_step (self, columns, rows, FALSE);
  return TRUE;
}

static gboolean
on_key (YsMatrix *self, guint key, guint code, GdkModifierType state)
{
  gunichar typed = gdk_keyval_to_unicode (key);
  gboolean far = (state & GDK_CONTROL_MASK) != 0;
  const YsMatrixRow *row;

  if (self->data == NULL || self->column < 0 || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (far && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)) /* the window's: previous and next task */
    return GDK_EVENT_PROPAGATE;
  if (move_by_key (self, key, far))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter
      || (key == GDK_KEY_space && !far))
    {
      ys_matrix_activate_current (self);
      return GDK_EVENT_STOP;
    }
  row = ys_matrix_get_row (self, self->row);
  if (far || row == NULL || row->heading || !(g_unichar_isdigit (typed) || typed == '.'))
    return GDK_EVENT_PROPAGATE;
  char text[8] = { 0 };
  g_unichar_to_utf8 (typed, text);
  ys_matrix_emit_typed (self, text);
  return GDK_EVENT_STOP;
}

/* ---- mouse ---- */

static void
on_press (YsMatrix *self, int n_press, double x, double y)
{
  const YsMatrixRow *of;
  int row, column;

  if (self->data == NULL || !ys_matrix_find_cell (self, x, y, &row, &column))
    return;
  of = ys_matrix_get_row (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (column < 0 && of == NULL)
    return;
  if (column < 0 && of->heading)
    {
      ys_matrix_fold (self, of->id);
      return;
    }
  ys_matrix_move (self, row, column < 0 ? MAX (self->column, 0) : column);
  if ((of == NULL && n_press == 1) || (of != NULL && n_press == 2))
    ys_matrix_activate_current (self);
}

void
ys_matrix_add_input (YsMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
