/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a backup copy in the place of the store: choosing one, restoring off the main loop, opening again.
 * What was there is kept beside it, and the dialog says so. */
#include "ys-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "ys-busy-page.h"
#include "ys-error-dialog.h"
#include "ys-workspace-keeping.h"

typedef struct {
  YsWindow *self;
  char *folder, *backup;
  char *message; /* why it is offered; NULL: the person asked for it */
  GtkListBox *list;
  GPtrArray *backups;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_free (restoring->folder);
  g_free (restoring->backup);
  g_free (restoring->message);
  g_clear_pointer (&restoring->backups, g_ptr_array_unref);
  g_free (restoring);
}

static void
restoring_free_closure (gpointer data, GClosure *closure)
{
  restoring_free (data);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restoring *restoring = data;
  GError *error = NULL;

  if (ys_workspace_restore (restoring->folder, restoring->backup, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  YsWindow *self = YS_WINDOW (source);
  const Restoring *restoring = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      ys_window_open_folder (self, restoring->folder);
      return;
    }
  ys_window_show_first (self);
  ys_tell_error (GTK_WIDGET (self->stack), _("The backup could not be restored"), error);
}

void
ys_window_restore_and_open (YsWindow *self, const char *folder, const char *backup)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_restored, NULL);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->folder = g_strdup (folder);
  restoring->backup = g_strdup (backup);
  ys_window_set_page (self, ys_busy_page_new (_("Restoring the backup…"), folder, NULL));
  g_task_set_task_data (task, restoring, restoring_free);
  g_task_run_in_thread (task, restore_in_thread);
}

/* ---- choosing ---- */

static void
on_answer (AdwMessageDialog *dialog, const char *response, Restoring *restoring)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (restoring->list);
  YsWindow *self = restoring->self;

  if (!g_str_equal (response, "restore") || row == NULL)
    return;
  const char *backup = g_ptr_array_index (restoring->backups, gtk_list_box_row_get_index (row));
  if (self->workspace == NULL)
    {
      ys_window_restore_and_open (self, restoring->folder, backup);
      return;
    }
  g_autoptr (GFile) folder = g_file_new_for_path (restoring->folder);
  g_set_object (&self->next, folder);
  g_free (self->backup);
  self->backup = g_strdup (backup);
  ys_window_close_workspace (self, YS_AFTER_CLOSE_OPEN);
}

static void
add_backup (GtkListBox *list, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf about;
  g_autofree char *time
    = g_stat (path, &about) == 0 ? ys_time_to_display ((gint64) about.st_mtime * G_USEC_PER_SEC) : g_strdup ("");
  const char *number = strrchr (name, '-');
  g_autofree char *text
    = number != NULL ? g_strdup_printf (_("%s, up to line %u of the journal"), time, (guint) atoi (number + 1))
                     : g_strdup_printf ("%s · %s", time, name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_box_append (list, label);
  gtk_widget_add_css_class (gtk_widget_get_parent (label), "low");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static GtkWidget *
make_choice (Restoring *restoring)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  restoring->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (restoring->list), "lines");
  gtk_accessible_update_property (GTK_ACCESSIBLE (restoring->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Restore a backup"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Restore a backup"), -1);
  for (guint i = 0; i < restoring->backups->len; i++)
    add_backup (restoring->list, g_ptr_array_index (restoring->backups, i));
  gtk_list_box_select_row (restoring->list, gtk_list_box_get_row_at_index (restoring->list, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (restoring->list));
  return scrolled;
}

static void
ask (Restoring *restoring)
{
  const char *consequence = _("The backup takes the place of what is there now; that is kept beside it. What was "
                              "changed since the backup is then missing.");
  g_autofree char *text
    = restoring->message != NULL ? g_strdup_printf ("%s\n\n%s", restoring->message, consequence) : g_strdup (consequence);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (restoring->self), _("Restore a backup?"), text);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_choice (restoring));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore", _("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answer), restoring, restoring_free_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ys_workspace_dup_backups (((Restoring *) data)->folder),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Restoring *restoring = data;

  restoring->backups = g_task_propagate_pointer (G_TASK (result), NULL);
  if (restoring->backups != NULL && restoring->backups->len > 0)
    {
      ask (restoring);
      return;
    }
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (source), _("There is no backup of this workspace"),
    restoring->message != NULL ? restoring->message : _("One is made each time the workspace is opened."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  restoring_free (restoring);
}

void
ys_window_offer_restore (YsWindow *self, const char *folder, const GError *error)
{
  g_autoptr (GTask) task = NULL;
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->self = self;
  restoring->folder = g_strdup (folder);
  restoring->message = error != NULL ? ys_error_dup_text (error) : NULL;
  task = g_task_new (self, NULL, on_listed, restoring);
  g_task_set_task_data (task, restoring, NULL);
  g_task_run_in_thread (task, list_in_thread);
}
