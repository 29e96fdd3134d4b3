/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Returning a submission. It mints a package for the county, so it can't be taken back and asks first. */
#include "ys-register-return.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-facts-parts.h"
#include "ys-id.h"
#include "ys-place.h"
#include "ys-register-words.h"

gboolean
ys_register_can_return (YsWorkspace *workspace, const YsPackageInfo *info, const GPtrArray *packages)
{
  if (ys_workspace_get_office (workspace) != YS_OFFICE_CITY || ys_workspace_is_read_only (workspace)
      || !info->incoming || g_strcmp0 (info->kind, "submission") != 0)
    return FALSE;
  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *other = g_ptr_array_index (packages, i);
      gboolean newer = other->incoming && g_strcmp0 (other->kind, "submission") == 0
                       && g_strcmp0 (other->from, info->from) == 0 && other->revision > info->revision;
      gboolean returned = !other->incoming && g_strcmp0 (other->kind, "return") == 0
                          && g_strcmp0 (other->to, info->from) == 0 && other->revision == info->revision;
      if (newer || returned)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ys_register_parse_reasons (const char *text)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);
  g_autofree char *clean = ys_text_clean (text, -1);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      YsReturnReason *reason;
      char *end = NULL;
      guint64 task = g_ascii_strtoull (line, &end, 10);
      gboolean of_task = end != line && (*end == ' ' || g_str_has_prefix (end, "　")) && task > 0 && task <= G_MAXUINT;

      if (*line == '\0')
        continue;
      reason = ys_return_reason_new ();
      reason->task = of_task ? (guint) task : 0;
      reason->reason = ys_text_clean_line (of_task ? end : line, -1);
      g_ptr_array_add (reasons, reason);
    }
  return reasons;
}

/* ---- asking and doing ---- */

typedef struct {
  GtkWidget *from;
  char *unit;
  GPtrArray *reasons;
} Returning;

static void
returning_free (gpointer data)
{
  Returning *returning = data;

  g_object_unref (returning->from);
  g_free (returning->unit);
  g_clear_pointer (&returning->reasons, g_ptr_array_unref);
  g_free (returning);
}

static gpointer
do_return (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Returning *returning = data;

  return GINT_TO_POINTER (ys_workspace_return_submission (workspace, returning->unit, returning->reasons, error));
}

static void
on_returned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error) != NULL)
    ys_tell (from, _("Returned; export the package for the county"));
  else if (error != NULL)
    ys_tell_error (from, _("It could not be returned"), error);
}

static char *
dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, Returning *returning)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (dialog), "buffer");
  YsWorkspace *workspace = g_object_get_data (G_OBJECT (dialog), "workspace");
  g_autofree char *text = dup_buffer (buffer);
  GtkWidget *from = returning->from;

  if (!g_str_equal (response, "return"))
    {
      returning_free (returning);
      return;
    }
  returning->reasons = ys_register_parse_reasons (text);
  ys_workspace_run_async (workspace, do_return, returning, returning_free, NULL, NULL, on_returned,
                          g_object_ref (from));
}

static GtkWidget *
make_area (GtkWidget *dialog)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *area = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (area));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (area), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (area), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reasons"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reasons"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), area);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 120);
  gtk_widget_add_css_class (scrolled, "reason");
  g_object_set_data_full (G_OBJECT (dialog), "buffer", g_object_ref (buffer), g_object_unref);
  gtk_window_set_focus (GTK_WINDOW (dialog), area);
  return scrolled;
}

void
ys_register_return (GtkWidget *from, YsWorkspace *workspace, const YsPackageInfo *info)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *title = g_strdup_printf (_("Return handing-in %u of %s?"), info->revision,
                                            ys_register_unit_name (workspace, info->from));
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title,
    _("The county gets a package with the reasons and begins a new draft. One reason a line; a task's number and a "
      "blank in front ties it to that task: 20 no document number."));
  Returning *returning = g_new0 (Returning, 1);

  returning->from = g_object_ref (from);
  returning->unit = g_strdup (info->from);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "return", _("_Return"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_area (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "workspace", g_object_ref (workspace), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer), returning);
  gtk_window_present (GTK_WINDOW (dialog));
}
