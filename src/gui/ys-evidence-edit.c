/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking out is asked for because undo does not bring it back; the file stays for thirty days. */
#include "ys-evidence-edit.h"

#include "ys-place.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  YsWorkspace *workspace;
  char *digest, *title, *number;
  GtkWidget *from;
  GtkEditable *title_entry, *number_entry; /* of the dialog */
} Edit;

static Edit *
edit_new (GtkWidget *from, YsWorkspace *workspace, const char *digest)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->workspace = g_object_ref (workspace);
  edit->digest = g_strdup (digest);
  edit->from = g_object_ref (from);
  return edit;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->workspace);
  g_object_unref (edit->from);
  g_free (edit->digest);
  g_free (edit->title);
  g_free (edit->number);
  g_free (edit);
}

static GtkWindow *
parent_of (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);
  if (error != NULL)
    ys_tell_error (from, _ ("The evidence was not changed"), error);
}

/* Takes @edit. */
static void
start (Edit *edit, YsWorkspaceFunc func)
{
  ys_workspace_run_async (edit->workspace, func, edit, edit_free, NULL, NULL, on_done, g_object_ref (edit->from));
}

/* ---- title and number ---- */

static gpointer
rename_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return GINT_TO_POINTER (ys_workspace_set_evidence_title (workspace, edit->digest, edit->title, edit->number, error));
}

static void
on_rename (AdwMessageDialog *dialog, const char *response, Edit *edit)
{
  if (!g_str_equal (response, "change"))
    {
      edit_free (edit);
      return;
    }
  edit->title = g_strdup (gtk_editable_get_text (edit->title_entry));
  edit->number = g_strdup (gtk_editable_get_text (edit->number_entry));
  start (edit, rename_job);
}

static void
on_title_changed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "change", *gtk_editable_get_text (entry) != '\0');
}

static GtkEditable *
add_row (GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

void
ys_evidence_rename (GtkWidget *from, YsWorkspace *workspace, const char *digest)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (workspace, digest);
  GtkWidget *dialog, *list;
  Edit *edit;

  if (info == NULL)
    return;
  edit = edit_new (from, workspace, digest);
  dialog = adw_message_dialog_new (parent_of (from), _ ("Title and Number"),
                                   _ ("Citations, reports and packages show these; the file stays as it is."));
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  edit->title_entry = add_row (list, _ ("Title"), info->title);
  edit->number_entry = add_row (list, _ ("Document number"), info->number);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "change", _ ("Change"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "change");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "change", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (edit->title_entry, "changed", G_CALLBACK (on_title_changed), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (on_rename), edit);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- taking out ---- */

static gpointer
remove_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return GINT_TO_POINTER (ys_workspace_remove_evidence (workspace, edit->digest, error));
}

static void
on_remove (AdwMessageDialog *dialog, const char *response, Edit *edit)
{
  if (g_str_equal (response, "remove"))
    start (edit, remove_job);
  else
    edit_free (edit);
}

void
ys_evidence_remove (GtkWidget *from, YsWorkspace *workspace, const char *digest)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (workspace, digest);
  GtkWidget *dialog;

  if (info == NULL)
    return;
  dialog = adw_message_dialog_new (parent_of (from), _ ("Take It out of the List?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("“%s” is not cited anywhere. Its file is kept for 30 days more; to have it back, attach "
                                     "the PDF again."),
                                  info->title);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Keep"), "remove", _ ("Take Out"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_remove), edit_new (from, workspace, digest));
  gtk_window_present (GTK_WINDOW (dialog));
}
