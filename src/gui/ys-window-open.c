/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a workspace or a package in the window, off the main loop, and what is offered when it can't be opened.
 * A workspace that came after the person had given up is closed again, unseen. */
#include "ys-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-busy-page.h"
#include "ys-dossier-receipt-page.h"
#include "ys-error.h"
#include "ys-error-dialog.h"
#include "ys-package-page.h"
#include "ys-places.h"

typedef struct {
  char *folder;
  YsOpenFlags flags;
} Opening;

static void begin (YsWindow *self, const char *folder, YsOpenFlags flags);

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->folder);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkspace) workspace = ys_workspace_open (opening->folder, opening->flags, &error);

  if (workspace == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (g_cancellable_is_cancelled (cancellable))
    {
      if (!ys_workspace_close (workspace, &error))
        g_warning ("%s", error->message);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Stopped."));
    }
  else
    g_task_return_pointer (task, g_steal_pointer (&workspace), g_object_unref);
}

static void
on_read_only_answer (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const char *folder = data;

  if (g_str_equal (response, "read"))
    begin (YS_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), folder, YS_OPEN_READ_ONLY);
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

static void
offer_read_only (YsWindow *self, const char *folder, const GError *error)
{
  g_autofree char *text = ys_error_dup_text (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Open for reading only?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "read", _("_Read Only"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_read_only_answer), g_strdup (folder), free_text, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_failure (YsWindow *self, const char *folder, YsOpenFlags flags, const GError *error)
{
  gboolean asked_read_only = (flags & YS_OPEN_READ_ONLY) != 0;

  if (g_error_matches (error, YS_ERROR, YS_ERROR_STORE_DAMAGED))
    ys_window_offer_restore (self, folder, error);
  else if (!asked_read_only
           && (g_error_matches (error, YS_ERROR, YS_ERROR_STORE_NEWER)
               || g_error_matches (error, YS_ERROR, YS_ERROR_READ_ONLY)
               || g_error_matches (error, YS_ERROR, YS_ERROR_NO_PERMISSION)
               || g_error_matches (error, YS_ERROR, YS_ERROR_STORE_FILESYSTEM)))
    offer_read_only (self, folder, error);
  else
    ys_tell_error (GTK_WIDGET (self->stack), _("The workspace could not be opened"), error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  YsWindow *self = YS_WINDOW (source);
  const Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  YsWorkspace *workspace = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->opening == g_task_get_cancellable (G_TASK (result)))
    g_clear_object (&self->opening);
  if (workspace != NULL && (self->workspace != NULL || self->opening != NULL))
    {
      g_object_unref (workspace);
      return;
    }
  if (workspace != NULL)
    {
      ys_window_take_workspace (self, workspace);
      return;
    }
  if (self->opening == NULL && self->workspace == NULL)
    ys_window_show_first (self);
  tell_failure (self, opening->folder, opening->flags, error);
}

static void
begin (YsWindow *self, const char *folder, YsOpenFlags flags)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening = g_new0 (Opening, 1);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_autofree char *shown = g_filename_display_name (folder);
  ys_window_set_page (self, ys_busy_page_new (_("Opening the workspace…"), shown, self->opening));
  opening->folder = g_strdup (folder);
  opening->flags = flags;
  task = g_task_new (self, self->opening, on_opened, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

void
ys_window_open_folder (YsWindow *self, const char *folder)
{
  if (self->workspace != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      g_set_object (&self->next, file);
      ys_window_close_workspace (self, YS_AFTER_CLOSE_OPEN);
      return;
    }
  begin (self, folder, YS_OPEN_BACKUP);
}

/* Shows what lies at @path in @place: in the frame, or by itself where no workspace is open. */
static void
look_at (YsWindow *self, YsPlaceId place, const char *path)
{
  const YsPlaceRow *row = ys_places_get (place);
  g_autoptr (YsLocation) to = ys_location_new (place);

  to->key = g_strdup (path);
  if (self->frame != NULL)
    ys_frame_go (self->frame, to);
  else if (row == NULL)
    ys_tell (GTK_WIDGET (self->stack), _("This page is not part of this program."));
  else
    ys_window_set_page (self, ys_package_page_new (row->make (NULL), to));
}

void
ys_window_open_package (YsWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  /* the package that names others is looked at with them; one that was renamed says so on its own page */
  look_at (self, strstr (name, "-dossier-") != NULL ? YS_PLACE_DOSSIER_RECEIPT : YS_PLACE_RECEIPT, path);
}

void
ys_window_open_dossier (YsWindow *self, const char *path)
{
  look_at (self, YS_PLACE_DOSSIER_RECEIPT, path);
}

void
ys_window_open (YsWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = g_file_get_uri (file);
      ys_set_error (&error, YS_ERROR_NOT_FOUND, uri, _("This is no file of this computer."));
      ys_tell_error (GTK_WIDGET (self->stack), _("It could not be opened"), error);
    }
  else if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *bag = g_build_filename (path, "bagit.txt", NULL);
      if (g_file_test (bag, G_FILE_TEST_EXISTS))
        ys_window_open_package (self, path);
      else if (ys_dossier_is_folder (path))
        ys_window_open_dossier (self, path);
      else
        ys_window_open_folder (self, path);
    }
  else
    ys_window_open_package (self, path);
}

/* ---- dropped ---- */

/* Folders and packages; PDFs are taken by the pages that know what to do with them. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, YsWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL && files->next == NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL || (!g_str_has_suffix (path, ".yanshou.zip") && !g_file_test (path, G_FILE_TEST_IS_DIR)))
    return FALSE;
  ys_window_open (self, files->data);
  return TRUE;
}

void
ys_window_accept_drops (YsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
