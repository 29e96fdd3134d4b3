/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One print operation for all: pages are laid out already, the printer only gets them drawn. */
#include "ys-print.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-save-file.h"

typedef struct
{
  YsPrintDraw draw;
  gpointer data;
  GDestroyNotify free_data;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  job->draw (job->data, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* ---- what was chosen last, as long as the program runs ---- */

static GtkPrintSettings *chosen;

/* Printer and quality as last time; where it goes to a file, its name and folder anew. Full. */
static GtkPrintSettings *
dup_settings (const char *name)
{
  GtkPrintSettings *settings = chosen != NULL ? gtk_print_settings_copy (chosen) : gtk_print_settings_new ();
  g_autoptr (GFile) folder = ys_save_file_dup_folder ();
  g_autofree char *path = g_file_get_path (folder);

  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  if (path != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, path);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_ALL);
  return settings;
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&chosen, gtk_print_operation_get_print_settings (operation));
      ys_tell (from, _ ("Handed to the printer"));
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    ys_tell_error (from, _ ("It could not be printed"), error);
}

void
ys_print (const char *name, guint pages, YsPrintDraw draw, gpointer data, GDestroyNotify free_data, GtkWidget *from)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GtkPrintSettings) settings = dup_settings (name);
  GtkRoot *root = gtk_widget_get_root (from);
  Job *job = g_new0 (Job, 1);

  job->draw = draw;
  job->data = data;
  job->free_data = free_data;
  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the pages have margins of their own */
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) pages);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), job, job_free, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), from, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
draw_report (gpointer data, guint page, cairo_t *cr)
{
  ys_report_draw_page (data, page, cr);
}

static void
free_report (gpointer data)
{
  ys_report_free (data);
}

void
ys_print_report (YsReport *report, GtkWidget *from)
{
  ys_print (ys_report_get_title (report), ys_report_count_pages (report), draw_report, report, free_report, from);
}
