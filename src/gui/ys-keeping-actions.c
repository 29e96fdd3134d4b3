/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backup, verification and the reason for reading only, run off the main loop. */
#include "ys-keeping-actions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-progress-box.h"
#include "ys-text-window.h"
#include "ys-workspace-keeping.h"

/* ---- backup ---- */

static gpointer
backup (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return ys_workspace_backup (workspace, NULL, error);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (path == NULL)
    {
      if (error != NULL)
        ys_tell_error (from, _("The backup could not be made"), error);
      return;
    }
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *message = g_strdup_printf (_("Backed up to %s"), shown);
  ys_tell (from, message);
}

void
ys_keeping_backup (GtkWidget *from, YsWorkspace *workspace)
{
  ys_workspace_run_async (workspace, backup, NULL, NULL, g_free, NULL, on_backed_up, g_object_ref (from));
}

/* ---- verification ---- */

typedef struct {
  YsProgressBox *box; /* unowned: the window keeps it until the answer has come */
  YsFaults *faults;
} Verifying;

static void
verifying_free (gpointer data)
{
  Verifying *verifying = data;

  ys_faults_unref (verifying->faults);
  g_free (verifying);
}

static gpointer
verify (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Verifying *verifying = data;
  g_autoptr (GError) local = NULL;
  gboolean sound = ys_workspace_verify (workspace, verifying->faults, ys_progress_box_report, verifying->box,
                                        cancellable, &local);

  /* faults found are a result, not a failure to look */
  if (!sound && ys_faults_get_n (verifying->faults) == 0)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return ys_faults_ref (verifying->faults);
}

static void
show_faults (GtkWindow *window, YsFaults *faults)
{
  guint n = ys_faults_get_n (faults);

  if (n == 0)
    {
      ys_text_window_add (window, _("Everything is whole: database, journal, sealed records, evidence and packages."),
                          "strong");
      return;
    }
  g_autofree char *count = g_strdup_printf (ngettext ("%u thing is wrong:", "%u things are wrong:", n), n);
  ys_text_window_add (window, count, "strong");
  for (guint i = 0; i < n; i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      g_autofree char *text = g_strdup_printf ("%s%s%s\n%s", fault->file != NULL ? fault->file : "",
                                               fault->where != NULL ? " · " : "",
                                               fault->where != NULL ? fault->where : "", fault->message);
      ys_text_window_add (window, text, "note");
    }
  ys_text_window_add (window, ys_error_code_advice (ys_faults_get (faults, 0)->code), NULL);
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFaults) faults = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  ys_progress_box_finish (g_object_get_data (G_OBJECT (window), "progress"));
  if (faults != NULL)
    show_faults (window, faults);
  else if (error != NULL)
    ys_text_window_add (window, error->message, "strong");
}

static gboolean
on_close_request (GtkWindow *window, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
  return GDK_EVENT_PROPAGATE;
}

void
ys_keeping_verify (GtkWindow *parent, YsWorkspace *workspace)
{
  GtkWindow *window = ys_text_window_new (parent, _("Verify Workspace"), 560, 420);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *box = ys_progress_box_new (_("Reading everything again and comparing it with what was recorded…"),
                                        cancellable);
  Verifying *verifying = g_new0 (Verifying, 1);

  verifying->box = YS_PROGRESS_BOX (box);
  verifying->faults = ys_faults_new ();
  ys_text_window_add_widget (window, box);
  g_object_set_data_full (G_OBJECT (window), "progress", g_object_ref (box), g_object_unref);
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_close_request), cancellable, 0);
  ys_workspace_run_async (workspace, verify, verifying, verifying_free, (GDestroyNotify) ys_faults_unref, cancellable,
                          on_verified, g_object_ref (window));
  gtk_window_present (window);
}

void
ys_keeping_say_why_read_only (GtkWindow *parent, YsWorkspace *workspace)
{
  g_autofree char *why = NULL;
  GtkWidget *dialog;

  ys_workspace_can_edit (workspace, &why);
  dialog = adw_message_dialog_new (parent, _("Why this workspace is read only"), why);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
