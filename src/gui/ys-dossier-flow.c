/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two long works on a dossier. Stopping either leaves nothing half done: a naming package is registered whole or not
 * at all, and a folder keeps only packages that were read back. */
#include "ys-dossier-flow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-error.h"
#include "ys-progress-box.h"
#include "ys-register-words.h"

typedef struct {
  GtkStack *stack;
  GtkWidget *before, *box, *owner; /* the first two unowned: of the stack */
  YsWorkspace *workspace;
  char *id, *folder;
  gboolean force;
  YsDossierWritten done;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->stack);
  g_clear_object (&work->owner);
  g_clear_object (&work->workspace);
  g_free (work->id);
  g_free (work->folder);
  g_free (work);
}

static Work *
work_new (GtkStack *stack, YsWorkspace *workspace)
{
  Work *work = g_new0 (Work, 1);

  work->stack = g_object_ref (stack);
  work->workspace = g_object_ref (workspace);
  return work;
}

static void
show_progress (Work *work, const char *title, GCancellable *cancellable)
{
  work->before = gtk_stack_get_visible_child (work->stack);
  work->box = ys_progress_box_new (title, cancellable);
  ys_progress_box_set_bytes (YS_PROGRESS_BOX (work->box), TRUE);
  gtk_stack_add_named (work->stack, work->box, "progress");
  gtk_stack_set_visible_child (work->stack, work->box);
}

static void
hide_progress (Work *work)
{
  ys_progress_box_finish (YS_PROGRESS_BOX (work->box));
  gtk_stack_set_visible_child (work->stack, work->before);
  gtk_stack_remove (work->stack, work->box);
}

static GtkWindow *
window_of (Work *work)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (work->stack));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- handing in ---- */

static gpointer
hand_in (YsWorkspace *workspace, gpointer box, GCancellable *cancellable, GError **error)
{
  return ys_workspace_hand_in_dossier (workspace, ys_progress_box_report, box, cancellable, error);
}

static void
on_handed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  hide_progress (work);
  if (id != NULL)
    ys_tell (GTK_WIDGET (work->stack), _("Handed in; now write it to a stick"));
  else if (error != NULL && !g_error_matches (error, YS_ERROR, YS_ERROR_CANCELLED))
    ys_tell_error (GTK_WIDGET (work->stack), _("The dossier could not be handed in"), error);
  work_free (work);
}

static void
on_hand_in_answer (AdwMessageDialog *dialog, const char *response, GtkStack *stack)
{
  g_autoptr (GCancellable) cancellable = NULL;
  Work *work;

  if (!g_str_equal (response, "hand-in"))
    return;
  cancellable = g_cancellable_new ();
  work = work_new (stack, g_object_get_data (G_OBJECT (dialog), "workspace"));
  show_progress (work, _("Making the city's package and reading it back…"), cancellable);
  ys_workspace_run_async (work->workspace, hand_in, g_object_ref (work->box), g_object_unref, g_free, cancellable,
                          on_handed_in, work);
}

void
ys_dossier_hand_in (GtkStack *foot, YsWorkspace *workspace, const YsDossierData *data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (foot));
  g_autofree char *size = g_format_size (data->check->size);
  g_autofree char *goes
    = g_strdup_printf (ngettext ("%u county's package, about %s with the city's own, goes to %s.",
                                 "%u counties' packages, about %s with the city's own, go to %s.", data->check->ready),
                       data->check->ready, size, ys_register_unit_name (workspace, data->to));
  g_autofree char *text
    = g_strconcat (goes, "\n\n",
                   _("Ranking, review, negative list and sheet are sealed as they stand now. Whoever changes something "
                     "later hands a new one in, which takes the place of this one."),
                   NULL);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _("Hand the Dossier In?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not Yet"), "hand-in", _("_Hand In"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "hand-in", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "workspace", g_object_ref (workspace), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_hand_in_answer), foot, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- writing ---- */

static void start_writing (Work *work);

static gpointer
write_folder (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return ys_workspace_export_dossier (workspace, work->id, work->folder, work->force, ys_progress_box_report, work->box,
                                      cancellable, error);
}

static void
on_replace_answer (AdwMessageDialog *dialog, const char *response, Work *work)
{
  if (!g_str_equal (response, "replace"))
    {
      work_free (work);
      return;
    }
  work->force = TRUE;
  start_writing (work);
}

/* Takes @work. */
static void
ask_to_replace (Work *work, const GError *error)
{
  g_autofree char *text
    = g_strdup_printf ("%s\n\n%s", error->message,
                       _("What lies there is replaced by the packages as they are kept here."));
  GtkWidget *dialog = adw_message_dialog_new (window_of (work), _("Replace It?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_replace_answer), work);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  g_object_unref (work->box);
  hide_progress (work);
  if (g_error_matches (error, YS_ERROR, YS_ERROR_EXISTS) && !work->force)
    {
      ask_to_replace (work, error);
      return;
    }
  work->done (work->owner, work->folder, path, error);
  work_free (work);
}

static void
start_writing (Work *work)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  show_progress (work, _("Copying the packages and reading each back…"), cancellable);
  g_object_ref (work->box); /* the working thread reports to it */
  ys_workspace_run_async (work->workspace, write_folder, work, NULL, g_free, cancellable, on_written, work);
}

static void
on_folder_chosen (GtkNativeDialog *dialog, int response, Work *work)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  work->folder = file != NULL ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && work->folder != NULL)
    start_writing (work);
  else
    work_free (work);
  g_object_unref (dialog);
}

void
ys_dossier_write (GtkStack *foot, YsWorkspace *workspace, const char *id, const char *folder, YsDossierWritten done,
                  GtkWidget *owner)
{
  Work *work = work_new (foot, workspace);
  GtkFileChooserNative *dialog;

  work->id = g_strdup (id);
  work->done = done;
  work->owner = g_object_ref (owner);
  if (folder != NULL)
    {
      work->folder = g_strdup (folder);
      start_writing (work);
      return;
    }
  dialog = gtk_file_chooser_native_new (_("Write the Dossier to Which Stick or Folder?"), window_of (work),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Write"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_folder_chosen), work);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
