/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix with 112 tasks and 100 counties in a window, scrolled and moved through; prints for how long the
 * main loop worked at a stretch, at most, in microseconds. The window is real, the figures are made up.
 * Counted is the time of the processor, so that what else the machine does is left out. */
#include "ys-matrix.h"

#include <time.h>

#define TASKS 112
#define COUNTIES 100
#define STEPS 600
#define WATCH_MILLISECONDS 5

typedef struct
{
  GMainLoop *loop;
  YsMatrix *matrix;
  gint64 last, worst;
  int step;
} Bench;

static YsMatrixData *
make_data (void)
{
  YsMatrixData *data = ys_matrix_data_new ();

  for (int i = 0; i < COUNTIES; i++)
    {
      g_autofree char *unit = g_strdup_printf ("99%04d", i), *name = g_strdup_printf ("第%d县", i);
      YsMatrixColumn *column = ys_matrix_data_add_column (data, unit, name);

      column->received = TRUE;
      g_free (column->total);
      column->total = g_strdup ("704.16");
      g_free (column->progress);
      column->progress = g_strdup ("60%");
    }
  for (guint task = 1; task <= TASKS; task++)
    {
      g_autofree char *heading = g_strdup_printf ("II-%u", (task - 1) / 7 + 1);

      if (task % 7 == 1)
        ys_matrix_data_add_row (data, 0, heading, "完善党委领导体制", 63000, 0);
      ys_matrix_data_add_row (data, task, heading, "街道社区与单位党建互联互动", 9000, 0);
    }
  ys_matrix_data_make_cells (data);
  for (guint row = 0; row < data->rows->len; row++)
    for (guint column = 0; column < data->columns->len; column++)
      {
        YsMatrixCell *cell = ys_matrix_data_get_cell (data, row, column);

        cell->applies = cell->review.received = TRUE;
        cell->decided = column % 2 == 0;
        cell->differs = row % 5 == 0;
        cell->review.doubted = column % 7 == 0;
        if (!((YsMatrixRow *)g_ptr_array_index (data->rows, row))->heading)
          ys_matrix_cell_set_points (cell, (row * 37 + column * 11) % 9000);
      }
  ys_matrix_data_sum (data);
  return data;
}

static gint64
processor_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static gboolean
on_watch (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = processor_time ();

  bench->worst = MAX (bench->worst, now - bench->last);
  bench->last = now;
  return G_SOURCE_CONTINUE;
}

/* One thing a person does for each frame: down, across, a page down by the wheel, back to the beginning. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->step == 0) /* the first frames make fonts ready: not what is measured */
    bench->worst = 0;
  if (bench->step % 40 == 39)
    ys_matrix_set_scroll (bench->matrix, (bench->step * 97) % 3000);
  else if (!ys_matrix_step (bench->matrix, bench->step % 3 == 0, bench->step % 3 != 0, FALSE))
    ys_matrix_select (bench->matrix, "990000", 1);
  if (bench->step++ < STEPS)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (bench->loop);
  return G_SOURCE_REMOVE;
}

static gboolean
begin (gpointer user_data)
{
  Bench *bench = user_data;

  gtk_widget_add_tick_callback (GTK_WIDGET (bench->matrix), on_frame, bench, NULL);
  return G_SOURCE_REMOVE;
}

int
main (void)
{
  Bench bench = { 0 };
  GtkWidget *window, *scroller;
  g_autoptr (YsMatrixData) data = NULL;

  gtk_init ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  bench.matrix = YS_MATRIX (ys_matrix_new ());
  data = make_data ();
  ys_matrix_set_data (bench.matrix, data);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (bench.matrix));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  bench.last = processor_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, WATCH_MILLISECONDS, on_watch, &bench, NULL);
  g_timeout_add (1000, begin, &bench);
  g_main_loop_run (bench.loop);
  g_print ("%" G_GINT64_FORMAT "\n", bench.worst);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (bench.loop);
  return 0;
}
