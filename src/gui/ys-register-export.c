/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of packages for other offices. "It is safe to unplug" is said only after the copy was read back from the device
 * and found whole, which the workspace does. */
#include "ys-register-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-error.h"
#include "ys-error-dialog.h"
#include "ys-place.h"
#include "ys-progress-box.h"
#include "ys-register-words.h"
#include "ys-text-window.h"

typedef struct {
  GtkWidget *from;
  YsWorkspace *workspace;
  char *id, *folder;
  gboolean unpacked, force;
  GtkWindow *window;   /* shows progress, then the result */
  YsProgressBox *box;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->from);
  g_clear_object (&export->workspace);
  g_clear_object (&export->window);
  g_clear_object (&export->box);
  g_free (export->id);
  g_free (export->folder);
  g_free (export);
}

static void start (Export *export);

static gpointer
copy (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;

  return ys_workspace_export_package (workspace, export->id, export->folder, export->unpacked, export->force,
                                      ys_progress_box_report, export->box, cancellable, error);
}

static void
on_replace_answer (AdwMessageDialog *dialog, const char *response, Export *export)
{
  if (!g_str_equal (response, "replace"))
    {
      export_free (export);
      return;
    }
  export->force = TRUE;
  start (export);
}

/* Takes @export. */
static void
ask_to_replace (Export *export)
{
  GtkRoot *root = gtk_widget_get_root (export->from);
  g_autofree char *folder = g_filename_display_name (export->folder);
  g_autofree char *text
    = g_strdup_printf (_("In %s there is something of the same name already. It is replaced by the package as it is kept here."),
                       folder);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Replace It?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_replace_answer), export);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_done (Export *export, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_("Written to %s, read back and found whole."), shown);

  ys_text_window_add (export->window, _("It is safe to unplug"), "h1");
  ys_text_window_add (export->window, text, NULL);
  ys_text_window_add (export->window,
                      _("Take the stick off the desktop first, then unplug it. Do not rename the file and do not pack it again."),
                      "small");
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  ys_progress_box_finish (export->box);
  if (path != NULL)
    {
      show_done (export, path);
      export_free (export);
      return;
    }
  if (gtk_widget_get_visible (GTK_WIDGET (export->window))) /* closing it stops the copying too */
    gtk_window_destroy (export->window);
  if (g_error_matches (error, YS_ERROR, YS_ERROR_EXISTS) && !export->force)
    {
      ask_to_replace (export);
      return;
    }
  if (error != NULL)
    ys_tell_error (export->from, _("The package could not be written"), error);
  export_free (export);
}

static gboolean
on_close_request (GtkWindow *window, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
  return GDK_EVENT_PROPAGATE;
}

static void
start (Export *export)
{
  GtkRoot *root = gtk_widget_get_root (export->from);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_clear_object (&export->window);
  g_clear_object (&export->box);
  export->window = g_object_ref (ys_text_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                     _("Export Package"), 480, 260));
  gtk_window_set_modal (export->window, FALSE);
  export->box = g_object_ref (YS_PROGRESS_BOX (
    ys_progress_box_new (_("Copying the package and reading it back…"), cancellable)));
  ys_progress_box_set_bytes (export->box, TRUE);
  ys_text_window_add_widget (export->window, GTK_WIDGET (export->box));
  g_signal_connect_object (export->window, "close-request", G_CALLBACK (on_close_request), cancellable, 0);
  ys_workspace_run_async (export->workspace, copy, export, NULL, g_free, cancellable, on_copied, export);
  gtk_window_present (export->window);
}

static void
on_folder_chosen (GtkNativeDialog *dialog, int response, Export *export)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *unpacked = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), "unpacked");

  export->folder = file != NULL ? g_file_get_path (file) : NULL;
  export->unpacked = g_strcmp0 (unpacked, "true") == 0;
  if (response == GTK_RESPONSE_ACCEPT && export->folder != NULL)
    start (export);
  else
    export_free (export);
  g_object_unref (dialog);
}

void
ys_register_export (GtkWidget *from, YsWorkspace *workspace, const YsPackageInfo *info)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_("Export to Which Stick or Folder?"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Export"), NULL);
  Export *export = g_new0 (Export, 1);

  export->from = g_object_ref (from);
  export->workspace = g_object_ref (workspace);
  export->id = g_strdup (info->id);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (dialog), "unpacked", _("As an unpacked folder"), NULL, NULL);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (dialog), "unpacked", "false");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_folder_chosen), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- hand-over form ---- */

typedef struct {
  GtkWidget *from;
  YsWorkspace *workspace;
  YsPackageInfo *info;
  gboolean as_pdf;
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->from);
  g_object_unref (printing->workspace);
  ys_package_info_free (printing->info);
  g_free (printing);
}

static gpointer
read_back (YsWorkspace *workspace, gpointer path, GCancellable *cancellable, GError **error)
{
  return ys_workspace_examine (workspace, path, NULL, NULL, cancellable, error);
}

static void
on_read_back (GObject *source, GAsyncResult *result, gpointer data)
{
  Printing *printing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsReceipt) receipt = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (receipt != NULL && receipt->complete == YS_COMPLETE_SOUND
      && g_strcmp0 (receipt->digest, printing->info->digest) == 0)
    {
      g_autoptr (YsPaper) paper = ys_register_form_new (printing->workspace, printing->info, receipt);
      if (printing->as_pdf)
        ys_paper_save_with_dialog (paper, printing->from);
      else
        ys_paper_print (paper, printing->from);
    }
  else
    {
      if (error == NULL && receipt != NULL)
        ys_set_error (&error, YS_ERROR_BAG_DIGEST, printing->info->name, "%s",
                      receipt->complete_detail != NULL ? receipt->complete_detail : "");
      if (error != NULL)
        ys_tell_error (printing->from, _("No form for a package that is not whole"), error);
    }
  printing_free (printing);
}

void
ys_register_print_form (GtkWidget *from, YsWorkspace *workspace, const YsPackageInfo *info, gboolean as_pdf)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->from = g_object_ref (from);
  printing->workspace = g_object_ref (workspace);
  printing->info = ys_package_info_copy (info);
  printing->as_pdf = as_pdf;
  ys_workspace_run_async (workspace, read_back, ys_register_dup_path (workspace, info), g_free,
                          (GDestroyNotify) ys_receipt_free, NULL, on_read_back, printing);
}
