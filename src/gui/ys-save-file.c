/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chooser, the writing, the message. The folder is remembered as an address, for names of files are bytes and
 * settings are text. */
#include "ys-save-file.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-config.h"
#include "ys-place.h"
#include "ys-progress-box.h"

#define FOLDER_KEY "export-folder"
/* Who writes to a slow stick sees that it goes on; most files are there before. */
#define PATIENCE_MILLISECONDS 2000

typedef struct
{
  GtkWidget *from;
  char *title, *name, *ending;
  YsSaveFunc func;
  gpointer data;
  GDestroyNotify free_data;
  char *path, *note;
  gboolean force;
  guint patience;
  GtkWindow *busy; /* says that it goes on; NULL: not yet */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  if (saving->free_data != NULL)
    saving->free_data (saving->data);
  g_object_unref (saving->from);
  g_free (saving->title);
  g_free (saving->name);
  g_free (saving->ending);
  g_free (saving->path);
  g_free (saving->note);
  g_free (saving);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- afterwards ---- */

static void
on_folder_opened (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    ys_tell_error (from, _ ("The folder could not be opened"), error);
}

typedef struct
{
  GtkWidget *from;
  GFile *file;
} Shown;

/* A desktop without a file manager that points at files still opens folders. */
static void
on_pointed_at (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autofree Shown *shown = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autoptr (GtkWidget) from = shown->from;
  g_autoptr (GFile) file = shown->file;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  GtkWindow *window = window_of (from);

  if (answer == NULL && uri != NULL && window != NULL)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, on_folder_opened, g_steal_pointer (&from));
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  Shown *shown = data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (shown->file);
  const char *const uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_pointed_at, shown);
  else
    {
      g_object_unref (shown->from);
      g_object_unref (shown->file);
      g_free (shown);
    }
}

static void
open_folder (GtkWidget *from, gpointer path)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->from = g_object_ref (from);
  shown->file = g_file_new_for_path (path);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, shown);
}

static void
tell_note (Saving *saving, const char *name)
{
  g_autofree char *heading = g_strdup_printf (_ ("Kept as %s"), name);
  GtkWidget *dialog = adw_message_dialog_new (window_of (saving->from), heading, saving->note);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- meanwhile ---- */

static gboolean
on_patience_over (gpointer data)
{
  Saving *saving = data;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *title = g_strdup_printf (_ ("Writing %s…"), name);
  GtkWidget *box = ys_progress_box_new (title, NULL);

  saving->patience = 0;
  saving->busy = GTK_WINDOW (adw_window_new ());
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  adw_window_set_content (ADW_WINDOW (saving->busy), box);
  gtk_window_set_title (saving->busy, title);
  gtk_window_set_transient_for (saving->busy, window_of (saving->from));
  gtk_window_set_deletable (saving->busy, FALSE);
  gtk_window_present (saving->busy);
  return G_SOURCE_REMOVE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *message = g_strdup_printf (_ ("Kept as %s"), name);

  g_clear_handle_id (&saving->patience, g_source_remove);
  g_clear_pointer (&saving->busy, gtk_window_destroy);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *title = g_strdup_printf (_ ("%s could not be written"), name);
      ys_tell_error (saving->from, title, error);
      return;
    }
  ys_tell_offering (saving->from, message, _ ("Open Folder"), open_folder, g_strdup (saving->path), g_free);
  if (saving->note != NULL)
    tell_note (saving, name);
}

/* ---- writing ---- */

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (saving->func (saving->data, saving->path, saving->force, &saving->note, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The chooser has asked before a file is replaced, but only for the name as it was typed. */
static void
take_path (Saving *saving, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folded = g_ascii_strdown (path, -1);

  saving->force = g_str_has_suffix (folded, saving->ending);
  saving->path = saving->force ? g_steal_pointer (&path) : g_strconcat (path, saving->ending, NULL);
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (YS_APP_ID);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, FOLDER_KEY, uri);
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, Saving *saving)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      g_autoptr (GTask) task = g_task_new (saving->from, NULL, on_saved, NULL);

      take_path (saving, file);
      remember_folder (file);
      saving->patience = g_timeout_add (PATIENCE_MILLISECONDS, on_patience_over, saving);
      g_task_set_task_data (task, saving, saving_free);
      g_task_run_in_thread (task, save);
    }
  else
    saving_free (saving);
  g_object_unref (dialog);
}

/* ---- asking ---- */

static void
show_chooser (Saving *saving, GFile *folder)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (saving->title, window_of (saving->from),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Keep"), NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autofree char *name = g_strconcat (saving->name, saving->ending, NULL);
  g_autofree char *pattern = g_strconcat ("*", saving->ending, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, pattern);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (chooser, name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The folder may have been on a stick that is gone. */
static void
on_folder_asked (GObject *folder, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (folder), result, NULL);
  gboolean there = info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;

  show_chooser (data, there ? G_FILE (folder) : NULL);
}

GFile *
ys_save_file_dup_folder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (YS_APP_ID);
  g_autofree char *uri = g_settings_get_string (settings, FOLDER_KEY);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*uri != '\0')
    return g_file_new_for_uri (uri);
  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

void
ys_save_file (GtkWidget *from, const char *title, const char *name, const char *ending, YsSaveFunc func,
              gpointer data, GDestroyNotify free_data)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autoptr (GFile) folder = ys_save_file_dup_folder ();

  saving->from = g_object_ref (from);
  saving->title = g_strdup (title);
  saving->name = g_strdelimit (g_strdup (name), "/\\:*?\"<>|", '-'); /* it goes to Windows too */
  saving->ending = g_strdup (ending);
  saving->func = func;
  saving->data = data;
  saving->free_data = free_data;
  g_file_query_info_async (folder, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           NULL, on_folder_asked, saving);
}
