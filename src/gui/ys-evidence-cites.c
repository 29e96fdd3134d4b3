/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is made when it is opened, so that a long list of PDFs costs nothing. */
#include "ys-evidence-cites.h"

#include "ys-place.h"

#include <glib/gi18n-lib.h>

static void
on_go (GtkWidget *button)
{
  YsLocation *to = g_object_get_data (G_OBJECT (button), "location");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  ys_go (button, to);
}

/* "32 综治中心规范化 · 镇级建设率 · 第3页" */
static char *
dup_words (YsWorkspace *workspace, const YsCitation *citation)
{
  YsStandard *standard = ys_workspace_get_standard (workspace);
  const YsTask *task = citation->task != 0 ? ys_catalogue_get_task (standard->catalogue, citation->task) : NULL;
  const YsPoint *point = citation->point != NULL ? ys_standard_get_point (standard, citation->point) : NULL;
  GString *words = g_string_new (NULL);

  if (task != NULL)
    g_string_append_printf (words, "%u %s", task->number, task->title);
  else
    g_string_append (words, _ ("Negative list"));
  if (point != NULL)
    g_string_append_printf (words, " · %s", point->title);
  g_string_append (words, " · ");
  if (citation->pages != NULL && *citation->pages != '\0')
    g_string_append_printf (words, _ ("Page %s"), citation->pages);
  else
    g_string_append (words, _ ("Whole file"));
  return g_string_free (words, FALSE);
}

static YsLocation *
make_location (const YsCitation *citation)
{
  YsLocation *to;

  if (citation->task == 0)
    {
      to = ys_location_new (YS_PLACE_NEGATIVE);
      to->item = g_strdup (citation->occurrence != NULL ? citation->occurrence : citation->record);
      return to;
    }
  to = ys_location_new_task (citation->task, NULL);
  to->key = citation->point != NULL ? g_strconcat ("point:", citation->point, NULL) : NULL;
  return to;
}

static void
on_shown (GtkWidget *popover, YsWorkspace *workspace)
{
  const char *digest = g_object_get_data (G_OBJECT (popover), "digest");
  g_autoptr (GPtrArray) citations = ys_workspace_dup_citations (workspace, 0, digest);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      g_autofree char *words = dup_words (workspace, citation);
      GtkWidget *button = gtk_button_new_with_label (words);

      gtk_widget_add_css_class (button, "jump");
      gtk_widget_add_css_class (button, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      g_object_set_data_full (G_OBJECT (button), "location", make_location (citation),
                              (GDestroyNotify)ys_location_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_go), NULL);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  if (citations->len > 0)
    gtk_widget_grab_focus (gtk_widget_get_first_child (box));
}

GtkWidget *
ys_evidence_cites_new (YsWorkspace *workspace)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "jump-menu");
  g_signal_connect_object (popover, "show", G_CALLBACK (on_shown), workspace, 0);
  return button;
}

void
ys_evidence_cites_set (GtkMenuButton *button, const YsEvidenceInfo *info)
{
  g_autofree char *label = info->citations > 0 ? g_strdup_printf (_ ("Cited %u"), info->citations)
                                               : g_strdup (_ ("Not cited"));
  g_autofree char *name = g_strdup_printf (_ ("%s: where it is cited"), info->title);

  g_object_set_data_full (G_OBJECT (gtk_menu_button_get_popover (button)), "digest", g_strdup (info->digest), g_free);
  gtk_menu_button_set_label (button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (button), info->citations > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
