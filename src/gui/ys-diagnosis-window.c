/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the workspace room for its diagnosis off the main loop and lists it, with a button that copies all of it. */
#include "ys-diagnosis-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-text-window.h"
#include "ys-workspace-keeping.h"

static void
diagnose_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ys_diagnose (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_copy (GtkButton *button, gpointer text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_button_set_label (button, _("Copied"));
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

static GtkWidget *
make_row (const YsDiagnosis *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (line->name, -1);
  g_autofree char *said = line->advice != NULL && *line->advice != '\0'
                            ? g_strdup_printf ("%s\n%s", line->value, line->advice)
                            : g_strdup (line->value);
  g_autofree char *value = g_markup_escape_text (said, -1);
  GtkWidget *sign = gtk_image_new_from_icon_name (line->ok ? "object-select-symbolic" : "dialog-warning-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (sign, line->ok ? "success" : "warning");
  gtk_widget_set_tooltip_text (sign, line->ok ? _("in order") : _("needs attention"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  return row;
}

static void
on_diagnosed (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *copy = gtk_button_new_with_label (_("Copy All"));
  GString *text = g_string_new (NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Diagnosis"), -1);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const YsDiagnosis *line = g_ptr_array_index (lines, i);
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (line));
      g_string_append_printf (text, "%s\t%s\t%s\n", line->name, line->value, line->ok ? "✓" : line->advice);
    }
  ys_text_window_add_widget (window, list);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy), g_string_free (text, FALSE), free_text, 0);
  ys_text_window_add_widget (window, copy);
}

void
ys_diagnosis_window_present (GtkWindow *parent, const char *folder)
{
  GtkWindow *window = ys_text_window_new (parent, _("Diagnosis"), 620, 560);
  g_autoptr (GTask) task = g_task_new (window, NULL, on_diagnosed, NULL);

  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, diagnose_in_thread);
  gtk_window_present (window);
}
