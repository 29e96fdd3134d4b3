/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit's one tooltip window has no public name: it is reached from a widget put into it for a moment, when the
 * first tooltip is asked for. Where the toolkit is built otherwise, its tooltips stay as they are. */
#include "ys-tooltips.h"

#include <gtk/gtk.h>

static void
mend_label (GtkWidget *label)
{
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

static gboolean
on_query_tooltip (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkTooltip *tooltip = g_value_get_object (&values[n_values - 1]);
  GtkWidget *probe = gtk_image_new ();
  GtkWidget *box;

  gtk_tooltip_set_custom (tooltip, probe);
  box = gtk_widget_get_parent (probe);
  for (GtkWidget *child = box != NULL ? gtk_widget_get_first_child (box) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      mend_label (child);
  gtk_tooltip_set_custom (tooltip, NULL);
  return FALSE; /* once is enough: the window is kept */
}

void
ys_tooltips_mend (void)
{
  GtkWidgetClass *class = g_type_class_ref (GTK_TYPE_WIDGET); /* so that the signal is there */

  g_signal_add_emission_hook (g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET), 0, on_query_tooltip, NULL, NULL);
  g_type_class_unref (class);
}
