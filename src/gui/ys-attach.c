/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From files to evidence: asks which, shows how far it is, asks for passwords, and says of each file that was refused
 * why and what to do. What was attached for a task is opened at once, ready to be cited. */
#include "ys-attach-private.h"
#include "ys-error.h"
#include "ys-place.h"
#include "ys-progress-box.h"
#include "ys-text-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SHOW_PROGRESS_MS 500 /* what is done sooner needs no window */

typedef struct
{
  GtkWidget *from;
  YsWorkspace *workspace;
  guint task;
  GPtrArray *items;
  GCancellable *cancellable;
  GtkWindow *window;
  GtkWidget *progress;
  guint show;
  char *folder; /* to be removed at the end; NULL for none */
} Attaching;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_unlink (file);
    }
  g_rmdir (path);
}

static void
attaching_free (Attaching *self)
{
  g_clear_handle_id (&self->show, g_source_remove);
  g_clear_object (&self->progress);
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_clear_object (&self->window);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->from);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

static void run (Attaching *self);

static GtkWindow *
parent_of (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- what became of them ---- */

static void
tell_refusals (Attaching *self, guint n_refused)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u File Was Not Attached", "%u Files Were Not Attached", n_refused),
                                            n_refused);
  GtkWindow *window = ys_text_window_new (parent_of (self->from), title, 520, 380);

  for (guint i = 0; i < self->items->len; i++)
    {
      const YsAttachItem *item = g_ptr_array_index (self->items, i);

      if (item->error == NULL)
        continue;
      /* what is no PDF is told with its own way out */
      gboolean advised = item->error->domain != YS_ERROR || item->error->code == YS_ERROR_NOT_PDF;
      g_autofree char *text = g_strdup_printf ("%s%s%s", item->error->message, advised ? "" : "\n",
                                               advised ? "" : ys_error_code_advice (item->error->code));
      ys_text_window_add (window, item->name, "strong");
      ys_text_window_add (window, text, NULL);
    }
  gtk_window_present (window);
}

static void
tell_attached (Attaching *self, guint n_new, guint n_already, const YsAttachItem *first)
{
  g_autofree char *words = NULL;

  if (n_new == 0 && n_already == 1)
    words = g_strdup_printf (_ ("“%s” is attached already"), first->name);
  else if (n_new == 0)
    words = g_strdup_printf (ngettext ("%u file is attached already", "%u files are attached already", n_already),
                             n_already);
  else if (n_already == 0)
    words = g_strdup_printf (ngettext ("%u PDF attached", "%u PDFs attached", n_new), n_new);
  else
    words = g_strdup_printf (_ ("%u PDFs attached; %u were attached already"), n_new, n_already);
  ys_tell (self->from, words);
}

static void
tell (Attaching *self)
{
  const YsAttachItem *first = NULL;
  guint n_new = 0, n_already = 0, n_refused = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const YsAttachItem *item = g_ptr_array_index (self->items, i);

      n_refused += item->error != NULL;
      n_already += item->digest != NULL && item->already;
      n_new += item->digest != NULL && !item->already;
      if (item->digest != NULL && first == NULL)
        first = item;
    }
  if (gtk_widget_get_root (self->from) == NULL) /* its page was closed meanwhile */
    return;
  if (first != NULL)
    {
      tell_attached (self, n_new, n_already, first);
      gtk_widget_activate_action (self->from, "place.show-page", "(su)", first->digest, 1);
    }
  if (n_refused > 0)
    tell_refusals (self, n_refused);
}

/* ---- passwords ---- */

static YsAttachItem *
find_locked (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      YsAttachItem *item = g_ptr_array_index (items, i);
      if (g_error_matches (item->error, YS_ERROR, YS_ERROR_PDF_PASSWORD))
        return item;
    }
  return NULL;
}

static void next_step (Attaching *self);

static void
on_password (AdwMessageDialog *dialog, const char *response, Attaching *self)
{
  YsAttachItem *item = find_locked (self->items);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)));

  if (g_str_equal (response, "open") && *typed != '\0')
    {
      g_clear_error (&item->error);
      g_free (item->password);
      item->password = g_strdup (typed);
      run (self);
      return;
    }
  g_clear_error (&item->error);
  ys_set_error (&item->error, YS_ERROR_STATE, item->name, _ ("It is locked with a password, and was left out"));
  next_step (self);
}

static void
ask_password (Attaching *self, const YsAttachItem *item)
{
  GtkWidget *dialog = adw_message_dialog_new (parent_of (self->from), _ ("This PDF Has a Password"), NULL);
  GtkWidget *entry = gtk_password_entry_new ();

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  item->password != NULL ? _ ("The password does not open “%s”.")
                                                         : _ ("“%s” can only be opened with its password. It is kept nowhere, "
                                                              "and asked for again each time the PDF is read."),
                                  item->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Password of this PDF"), -1);
  g_object_set (entry, "activates-default", TRUE, NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "skip", _ ("Leave Out"), "open", _ ("Attach"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "skip");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_password), self);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
next_step (Attaching *self)
{
  const YsAttachItem *locked = find_locked (self->items);

  if (locked != NULL && gtk_widget_get_root (self->from) != NULL)
    {
      ask_password (self, locked);
      return;
    }
  tell (self);
  attaching_free (self);
}

/* ---- running ---- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Attaching *self = data;
  g_autoptr (GPtrArray) items = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  g_clear_handle_id (&self->show, g_source_remove);
  g_clear_object (&self->progress);
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_clear_object (&self->window);
  next_step (self);
}

static gboolean
on_close_request (Attaching *self)
{
  g_cancellable_cancel (self->cancellable);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_show (gpointer data)
{
  Attaching *self = data;

  self->show = 0;
  gtk_window_present (self->window);
  return G_SOURCE_REMOVE;
}

static void
make_window (Attaching *self)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Attaching %u file…", "Attaching %u files…", self->items->len),
                                            self->items->len);

  self->window = g_object_ref_sink (GTK_WINDOW (adw_window_new ()));
  self->progress = g_object_ref_sink (ys_progress_box_new (title, self->cancellable));
  gtk_window_set_title (self->window, title);
  gtk_window_set_transient_for (self->window, parent_of (self->from));
  gtk_window_set_default_size (self->window, 420, -1);
  gtk_widget_set_margin_start (self->progress, 18);
  gtk_widget_set_margin_end (self->progress, 18);
  gtk_widget_set_margin_top (self->progress, 18);
  gtk_widget_set_margin_bottom (self->progress, 18);
  adw_window_set_content (ADW_WINDOW (self->window), self->progress);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (on_close_request), self);
  self->show = g_timeout_add (SHOW_PROGRESS_MS, on_show, self);
}

static void
run (Attaching *self)
{
  make_window (self);
  ys_attach_run_async (self->workspace, self->items, self->progress, self->cancellable, on_done, self);
}

void
ys_attach_items (GtkWidget *from, YsWorkspace *workspace, guint task, GPtrArray *items, const char *folder)
{
  Attaching *self = g_new0 (Attaching, 1);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->task = task;
  self->items = items;
  self->folder = g_strdup (folder);
  self->cancellable = g_cancellable_new ();
  run (self);
}

void
ys_attach_files (GtkWidget *from, YsWorkspace *workspace, guint task, GListModel *files)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_attach_item_free);
  g_autofree char *why = NULL;

  if (!ys_workspace_can_edit (workspace, &why))
    {
      ys_tell (from, why);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_ptr_array_add (items, ys_attach_item_new (g_file_peek_path (file), NULL));
    }
  if (items->len == 0)
    ys_tell (from, _ ("Only files on this computer can be attached; copy them here first."));
  else
    ys_attach_items (from, workspace, task, g_steal_pointer (&items), NULL);
}

/* ---- the dialog ---- */

typedef struct
{
  GtkWidget *from;
  YsWorkspace *workspace;
  guint task;
} Asking;

static void
on_chosen (GtkNativeDialog *dialog, int response, Asking *asking)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      ys_attach_files (asking->from, asking->workspace, asking->task, files);
    }
  g_object_unref (asking->from);
  g_object_unref (asking->workspace);
  g_free (asking);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  else
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

void
ys_attach_with_dialog (GtkWidget *from, YsWorkspace *workspace, guint task)
{
  GtkFileChooserNative *dialog;
  Asking *asking;
  g_autofree char *why = NULL;

  if (!ys_workspace_can_edit (workspace, &why))
    {
      ys_tell (from, why);
      return;
    }
  dialog = gtk_file_chooser_native_new (_ ("Add Evidence"), parent_of (from), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Attach"),
                                        _ ("Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("PDF files"), "pdf");
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), NULL);
  asking = g_new0 (Asking, 1);
  asking->from = g_object_ref (from);
  asking->workspace = g_object_ref (workspace);
  asking->task = task;
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen), asking);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
