/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing the workspace: text still being typed is handed over, then saving and closing run off the main loop.
 * Whatever fails is said, and the window stays until the person decides. */
#include "ys-window-private.h"

#include <glib/gi18n-lib.h>

#include "ys-busy-page.h"
#include "ys-error-dialog.h"

static void
go_on (YsWindow *self)
{
  g_autoptr (GFile) next = g_steal_pointer (&self->next);
  g_autofree char *backup = g_steal_pointer (&self->backup);

  self->closing = FALSE;
  g_clear_object (&self->workspace);
  switch (self->after_close)
    {
    case YS_AFTER_CLOSE_QUIT:
      self->closed = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      break;
    case YS_AFTER_CLOSE_OPEN:
      if (backup != NULL)
        ys_window_restore_and_open (self, g_file_peek_path (next), backup);
      else
        ys_window_open (self, next);
      break;
    case YS_AFTER_CLOSE_FIRST:
    default:
      ys_window_show_first (self);
      break;
    }
}

static void
on_failure_answer (AdwMessageDialog *dialog, const char *response, YsWindow *self)
{
  if (g_str_equal (response, "again"))
    ys_window_close_workspace (self, self->after_close);
  else
    go_on (self);
}

static void
ask_after_failure (YsWindow *self, const GError *error)
{
  g_autofree char *text = ys_error_dup_text (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The last changes could not be saved"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "leave", _("_Close All the Same"), "again",
                                    _("_Try Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "again");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "again");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_failure_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (ys_workspace_close (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  YsWindow *self = YS_WINDOW (source);
  g_autoptr (GError) error = NULL;

  self->closing = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    go_on (self);
  else
    ask_after_failure (self, error);
}

void
ys_window_close_workspace (YsWindow *self, YsAfterClose after)
{
  g_autoptr (GTask) task = NULL;

  self->after_close = after;
  if (self->closing)
    return;
  self->closing = TRUE;
  ys_window_remember_workspace (self); /* how far it is by now */
  if (self->frame != NULL && ys_frame_get_place (self->frame) != NULL)
    ys_place_settle (ys_frame_get_place (self->frame));
  ys_window_set_page (self, ys_busy_page_new (_("Saving…"), ys_workspace_get_folder (self->workspace), NULL));
  task = g_task_new (self, NULL, on_closed, NULL);
  g_task_set_task_data (task, g_object_ref (self->workspace), g_object_unref);
  g_task_run_in_thread (task, close_in_thread);
}
