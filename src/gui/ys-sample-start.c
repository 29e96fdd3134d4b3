/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the sample in the person's data folder, once, with progress and a way to stop it; then opens its first county.
 * What one tries there stays for the next time. */
#include "ys-sample-start.h"

#include <glib/gi18n-lib.h>

#include "ys-busy-page.h"
#include "ys-progress-box.h"
#include "ys-sample.h"
#include "ys-window-private.h"

#define COUNTIES YS_SAMPLE_MAX_COUNTIES
#define SEED 1

typedef struct {
  char *folder;
  GtkWidget *page;    /* unowned: the answer holds it until it has come */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->folder);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Making *making = data;
  GError *error = NULL;

  if (ys_sample_make (making->folder, COUNTIES, SEED, ys_progress_box_report, ys_busy_page_get_progress (making->page),
                      cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_first_county (YsWindow *window, const char *folder)
{
  g_autofree char *county = g_build_filename (folder, ys_sample_first_county (), NULL);

  ys_window_open_folder (window, county);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  YsWindow *window = YS_WINDOW (source);
  g_autoptr (GtkWidget) page = data;
  const Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      open_first_county (window, making->folder);
      return;
    }
  ys_window_show_first (window);
  ys_tell_error (GTK_WIDGET (window->stack), _("The sample could not be made"), error);
}

void
ys_sample_start (YsWindow *window)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "yanshou", "sample", NULL);
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GTask) task = NULL;
  Making *making;
  GtkWidget *page;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      open_first_county (window, folder);
      return;
    }
  cancellable = g_cancellable_new ();
  page = ys_busy_page_new (_("Making the sample…"), folder, cancellable);
  ys_window_set_page (window, page);
  making = g_new0 (Making, 1);
  making->folder = g_strdup (folder);
  making->page = page;
  task = g_task_new (window, cancellable, on_made, g_object_ref (page));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_in_thread);
}
