/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the pane and their keys, which reach it while it or a part of it has the focus. */
#include "ys-pdf-inside.h"
#include "ys-pdf-pane-private.h"

#include <glib/gi18n-lib.h>

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPdfPane *self = YS_PDF_PANE (widget);

  if (g_str_equal (name, "pane.evidence"))
    ys_pdf_pane_show (self, self->task, g_variant_get_string (parameter, NULL), 0);
  else if (g_str_equal (name, "pane.find"))
    ys_pdf_find_bar_open (self->find);
  else if (g_str_equal (name, "pane.page"))
    ys_pdf_toolbar_ask_page (self->toolbar);
  else if (g_str_equal (name, "pane.zoom"))
    ys_pdf_toolbar_zoom (self->toolbar, g_variant_get_boolean (parameter));
  else if (g_str_equal (name, "pane.fit-text"))
    ys_pdf_toolbar_fit_text (self->toolbar);
  else if (g_str_equal (name, "pane.inside"))
    ys_pdf_inside_offer (widget, self->workspace, self->opened->document, self->task);
  else if (g_str_equal (name, "pane.next-hit"))
    ys_pdf_find_bar_step (self->find, g_variant_get_boolean (parameter));
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPdfPane *self = YS_PDF_PANE (widget);
  g_autofree char *text = ys_pdf_canvas_dup_selected_text (self->canvas);

  if (text == NULL)
    return;
  if ((self->opened->info->flags & YS_PDF_NO_COPYING) != 0)
    ys_tell (widget, _ ("Its maker forbids copying text out of this PDF."));
  else
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* Ctrl+E works from the form too, as long as the pane can be seen. */
static gboolean
on_cite_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPdfPane *self = YS_PDF_PANE (widget);

  if (!gtk_widget_get_mapped (widget) || self->opened == NULL)
    return FALSE;
  ys_pdf_cite_bar_cite (self->cite);
  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "pane.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, control, "pane.page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, control, "pane.zoom", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, control, "pane.zoom", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, control, "pane.zoom", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, control, "pane.zoom", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, control, "pane.zoom", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, control, "pane.fit-text", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "pane.next-hit", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "pane.next-hit", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, control, "pane.copy", NULL);
}

void
ys_pdf_pane_add_actions (GtkWidgetClass *widget_class)
{
  static const char *const plain[] = { "pane.find", "pane.page", "pane.fit-text", "pane.inside" };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i], NULL, on_action);
  gtk_widget_class_install_action (widget_class, "pane.evidence", "s", on_action);
  gtk_widget_class_install_action (widget_class, "pane.zoom", "b", on_action);
  gtk_widget_class_install_action (widget_class, "pane.next-hit", "b", on_action);
  gtk_widget_class_install_action (widget_class, "pane.copy", NULL, on_copy);
  add_keys (widget_class);
}

void
ys_pdf_pane_add_global_keys (YsPdfPane *self)
{
  GtkEventController *global = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (global), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (global),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_e, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_cite_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), global);
}
