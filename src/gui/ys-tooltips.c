/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit's one tooltip window has no public name: it is reached from a widget put into it for a moment, when a
 * tooltip is asked for the first time. Where the toolkit is built otherwise, its tooltips stay as they are. */
#include "ys-tooltips.h"

#include <gtk/gtk.h>

#define MOST_CHARS 72

/* The toolkit counts characters of average, that is Latin, width: twice as many hold as many Chinese ones. */
static void
on_words (GtkLabel *label)
{
  glong wanted = MIN (2 * g_utf8_strlen (gtk_label_get_text (label), -1) + 2, MOST_CHARS);

  if (gtk_label_get_max_width_chars (label) != (int) wanted)
    gtk_label_set_max_width_chars (label, (int) wanted);
}

static void
mend_label (GtkWidget *label)
{
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  g_signal_connect (label, "notify::label", G_CALLBACK (on_words), NULL);
  g_signal_connect (label, "notify::max-width-chars", G_CALLBACK (on_words), NULL);
}

static gboolean
on_query_tooltip (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkTooltip *tooltip = g_value_get_object (&values[n_values - 1]);
  GtkWidget *probe, *box;

  if (g_object_get_data (G_OBJECT (tooltip), "mended") != NULL)
    return TRUE;
  g_object_set_data (G_OBJECT (tooltip), "mended", tooltip);
  probe = gtk_image_new ();
  gtk_tooltip_set_custom (tooltip, probe);
  box = gtk_widget_get_parent (probe);
  for (GtkWidget *child = box != NULL ? gtk_widget_get_first_child (box) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      mend_label (child);
  gtk_tooltip_set_custom (tooltip, NULL);
  return TRUE;
}

void
ys_tooltips_mend (void)
{
  GtkWidgetClass *class = g_type_class_ref (GTK_TYPE_WIDGET); /* so that the signal is there */

  g_signal_add_emission_hook (g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET), 0, on_query_tooltip, NULL, NULL);
  g_type_class_unref (class);
}
