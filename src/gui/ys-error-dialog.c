/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of an error: its faults in a list that scrolls, its advice below, and a button that copies all.
 * Long lists keep the buttons on a screen of 768 lines. */
#include "ys-error-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-error.h"

/* Beyond this the list scrolls; enough for some ten faults. */
#define GREATEST_LIST_HEIGHT 320

static void
append_fault (GString *text, const YsFault *fault)
{
  if (fault->file != NULL)
    g_string_append (text, fault->file);
  if (fault->line > 0)
    g_string_append_printf (text, _(", line %u"), fault->line);
  if (fault->where != NULL)
    g_string_append_printf (text, "%s%s", fault->file != NULL ? " · " : "", fault->where);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, fault->message);
}

static char *
fault_to_text (const YsFault *fault)
{
  GString *text = g_string_new (NULL);

  append_fault (text, fault);
  return g_string_free (text, FALSE);
}

static const YsFaults *
faults_of (const GError *error)
{
  return error->domain == YS_ERROR ? ys_error_get_faults (error) : NULL;
}

char *
ys_error_dup_text (const GError *error)
{
  const YsFaults *faults = faults_of (error);
  GString *text = g_string_new (NULL);

  if (faults != NULL && ys_faults_get_n (faults) > 0)
    for (guint i = 0; i < ys_faults_get_n (faults); i++)
      {
        g_autofree char *line = fault_to_text (ys_faults_get (faults, i));
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
      }
  else
    g_string_append (text, error->message);
  if (error->domain == YS_ERROR)
    g_string_append_printf (text, "\n%s", ys_error_code_advice (error->code));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_body (const GError *error)
{
  const YsFaults *faults = faults_of (error);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), GREATEST_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is wrong"), -1);
  gtk_box_append (GTK_BOX (box), scrolled);
  if (faults == NULL || ys_faults_get_n (faults) == 0)
    gtk_box_append (GTK_BOX (list), make_label (error->message, "body"));
  else
    for (guint i = 0; i < ys_faults_get_n (faults); i++)
      {
        g_autofree char *text = fault_to_text (ys_faults_get (faults, i));
        gtk_box_append (GTK_BOX (list), make_label (text, "body"));
      }
  if (error->domain == YS_ERROR)
    gtk_box_append (GTK_BOX (box), make_label (ys_error_code_advice (error->code), "strong"));
  return box;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer text)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), text);
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

GtkWindow *
ys_error_dialog_new (GtkWindow *parent, const char *title, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, title, NULL);
  g_autofree char *text = ys_error_dup_text (error);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_body (error));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "copy", _("_Copy"), "close", _("_Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response),
                         g_strdup_printf ("%s\n%s", title, text), free_text, 0);
  return GTK_WINDOW (dialog);
}
