/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made anew for another cell or person and changed in place for the same one, so that nobody loses a
 * field in use. */
#include "ys-assess-table.h"

#include <glib/gi18n-lib.h>

#include "ys-assess-row.h"
#include "ys-fill-card.h"

typedef enum
{
  SUM_LATE,
  SUM_ALL,
  N_SUMS
} Sum;
enum
{
  COLUMN_POSSIBLE,
  COLUMN_SELF,
  COLUMN_COMPUTED,
  COLUMN_OWN,
  COLUMN_DECIDED,
  N_COLUMNS
};

struct _YsAssessTable
{
  GtkBox parent_instance;
  GtkWidget *rows_box, *sum[N_SUMS], *figure[N_SUMS][N_COLUMNS];
  GPtrArray *rows; /* YsAssessRow, unowned */
  YsAssessRow *current;
  char *described;
};

enum
{
  SIGNAL_COMMIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessTable, ys_assess_table, GTK_TYPE_BOX)

/* ---- typed, not stored ---- */

gboolean
ys_assess_table_collect (YsAssessTable *self, gboolean ask, GPtrArray *changes)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      YsAssessRow *row = g_ptr_array_index (self->rows, i);

      if (!ys_assess_row_collect (row, ask, changes) && ask)
        return FALSE;
    }
  return TRUE;
}

char *
ys_assess_table_dup_open (YsAssessTable *self)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      YsAssessRow *row = g_ptr_array_index (self->rows, i);
      if (ys_assess_row_is_open (row) && !ys_assess_row_is_changed (row))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", ys_assess_row_get_point (row));
    }
  return ids->len > 0 ? g_strdup (ids->str) : NULL;
}

const char *
ys_assess_table_focus_waiting (YsAssessTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      YsAssessRow *row = g_ptr_array_index (self->rows, i);
      if (!ys_assess_row_is_waiting (row))
        continue;
      ys_assess_row_begin (row, NULL);
      return ys_assess_row_get_title (row);
    }
  return NULL;
}

void
ys_assess_table_focus_changed (YsAssessTable *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->rows->len && !found; i++)
    found = ys_assess_row_focus_changed (g_ptr_array_index (self->rows, i));
}

gboolean
ys_assess_table_begin (YsAssessTable *self, const char *digits)
{
  YsAssessRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  for (guint i = self->rows->len; i > 0; i--)
    if (ys_assess_row_is_waiting (g_ptr_array_index (self->rows, i - 1)))
      row = g_ptr_array_index (self->rows, i - 1);
  return row != NULL && ys_assess_row_begin (row, digits);
}

const char *
ys_assess_table_get_current (YsAssessTable *self, const char **title)
{
  YsAssessRow *row = self->current;

  for (guint i = 0; i < self->rows->len && row == NULL; i++)
    row = g_ptr_array_index (self->rows, i);
  if (row == NULL)
    return NULL;
  *title = ys_assess_row_get_title (row);
  return ys_assess_row_get_point (row);
}

/* ---- rows ---- */

static void
on_commit (YsAssessTable *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

static void
on_focus (GtkEventController *focus, YsAssessTable *self)
{
  self->current = YS_ASSESS_ROW (gtk_event_controller_get_widget (focus));
}

static void
add_row (YsAssessTable *self, const YsAssessView *view, const YsAssessPoint *point)
{
  GtkWidget *row = ys_assess_row_new (view, point);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus), self, 0);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "commit", G_CALLBACK (on_commit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows_box), row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (const YsAssessView *view)
{
  GString *text = g_string_new (view->unit->id);

  g_string_append_printf (text, " %u %s", view->task->number, view->person);
  for (guint i = 0; i < view->points->len; i++)
    g_string_append_printf (text, " %s",
                            ((const YsAssessPoint *)g_ptr_array_index (view->points, i))->sheet->point->id);
  return g_string_free (text, FALSE);
}

/* ---- sums ---- */

static void
set_figure (YsAssessTable *self, Sum sum, int column, gboolean known, YsPoints points)
{
  g_autofree char *text = known ? ys_points_to_display (points) : g_strdup ("—");

  gtk_label_set_text (GTK_LABEL (self->figure[sum][column]), text);
}

static void
show_sums (YsAssessTable *self, const YsAssessView *view)
{
  const YsSheetTask *task = view->sheet_task;
  gboolean self_given = FALSE, all_own = view->mine, all_decided = view->points->len > 0;
  YsPoints own = 0;

  for (guint i = 0; i < view->points->len; i++)
    {
      const YsAssessPoint *point = g_ptr_array_index (view->points, i);
      YsPoints points;

      self_given |= point->sheet->has_self;
      all_decided &= point->sheet->is_decided;
      if (point->own != NULL && ys_points_parse (point->own, &points))
        own += points;
      else
        all_own = FALSE;
    }
  set_figure (self, SUM_ALL, COLUMN_POSSIBLE, TRUE, task->points);
  set_figure (self, SUM_ALL, COLUMN_SELF, self_given, task->score[YS_SELF]);
  set_figure (self, SUM_ALL, COLUMN_COMPUTED, TRUE, task->score[YS_COMPUTED]);
  set_figure (self, SUM_ALL, COLUMN_OWN, all_own, own);
  set_figure (self, SUM_ALL, COLUMN_DECIDED, all_decided, task->score[YS_DECIDED]);
  set_figure (self, SUM_LATE, COLUMN_SELF, self_given, -task->late[YS_SELF]);
  set_figure (self, SUM_LATE, COLUMN_COMPUTED, TRUE, -task->late[YS_COMPUTED]);
  set_figure (self, SUM_LATE, COLUMN_DECIDED, all_decided, -task->late[YS_DECIDED]);
  gtk_widget_set_visible (self->sum[SUM_LATE], task->late[YS_COMPUTED] != 0);
}

void
ys_assess_table_show (YsAssessTable *self, const YsAssessView *view)
{
  g_autofree char *now = describe (view);

  gtk_widget_set_visible (GTK_WIDGET (self), view->points->len > 0);
  if (g_strcmp0 (now, self->described) == 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        ys_assess_row_update (g_ptr_array_index (self->rows, i), view, g_ptr_array_index (view->points, i));
    }
  else
    {
      g_free (self->described);
      self->described = g_steal_pointer (&now);
      self->current = NULL;
      g_ptr_array_set_size (self->rows, 0);
      ys_fill_clear_box (self->rows_box);
      for (guint i = 0; i < view->points->len; i++)
        add_row (self, view, g_ptr_array_index (view->points, i));
    }
  if (view->points->len > 0)
    show_sums (self, view);
}

/* ---- made and gone ---- */

/* A line of six columns; the labels of the figures go to @figures (nullable). */
static GtkWidget *
make_line (const char *title, const char *const *texts, const char *classes, GtkWidget **figures)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *label = ys_fill_label (title, classes);

  gtk_widget_add_css_class (line, "score-line");
  gtk_widget_add_css_class (line, "plain");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *figure = ys_fill_label (texts != NULL ? texts[i] : "", classes);

      gtk_widget_add_css_class (figure, "num");
      gtk_label_set_xalign (GTK_LABEL (figure), 1);
      gtk_widget_set_size_request (figure, i >= COLUMN_OWN ? YS_ASSESS_FIELD : YS_ASSESS_COLUMN, -1);
      if (i >= COLUMN_OWN)
        gtk_widget_add_css_class (figure, "as-field");
      gtk_box_append (GTK_BOX (line), figure);
      if (figures != NULL)
        figures[i] = figure;
    }
  return line;
}

static void
ys_assess_table_finalize (GObject *object)
{
  YsAssessTable *self = YS_ASSESS_TABLE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->described);
  G_OBJECT_CLASS (ys_assess_table_parent_class)->finalize (object);
}

static void
ys_assess_table_class_init (YsAssessTableClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_assess_table_finalize;
  signals[SIGNAL_COMMIT] =
      g_signal_new ("commit", YS_TYPE_ASSESS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_assess_table_init (YsAssessTable *self)
{
  const char *const heads[N_COLUMNS] = { _ ("Possible"), _ ("Self"), _ ("Computed"), C_ ("column", "Review"),
                                         _ ("Decided") };
  GtkWidget *head = make_line (_ ("Scoring point"), heads, "small quiet", NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (head, "head");
  self->rows_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->sum[SUM_LATE] = make_line (_ ("Loss for lateness"), NULL, "small quiet", self->figure[SUM_LATE]);
  self->sum[SUM_ALL] = make_line (_ ("Sum of the task"), NULL, "strong", self->figure[SUM_ALL]);
  gtk_widget_add_css_class (self->sum[SUM_ALL], "sum");
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->rows_box);
  gtk_box_append (GTK_BOX (self), self->sum[SUM_LATE]);
  gtk_box_append (GTK_BOX (self), self->sum[SUM_ALL]);
}

GtkWidget *
ys_assess_table_new (void)
{
  return g_object_new (YS_TYPE_ASSESS_TABLE, NULL);
}
