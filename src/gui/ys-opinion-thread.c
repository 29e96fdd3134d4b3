/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One block for each statement, with a rule between; what contradicts and what no longer holds is said above them. */
#include "ys-opinion-thread.h"

#include <glib/gi18n-lib.h>

#include "ys-examine-words.h"
#include "ys-fill-card.h"
#include "ys-receipt-widgets.h"

static GtkWidget *
make_head (const YsStatement *one)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *day;
  g_autofree char *who = g_strdup_printf ("%s · %s", one->office_name != NULL ? one->office_name : one->office, one->person);
  g_autofree char *when = ys_examine_dup_day (one->at);
  GtkWidget *name = ys_fill_label (who, "strong");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  day = ys_fill_label (when, "small quiet num");
  gtk_widget_set_hexpand (day, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), day);
  gtk_box_append (GTK_BOX (head), one->is_opinion ? ys_chip_new (ys_examine_verdict_label (one->verdict),
                                                                 ys_examine_verdict_class (one->verdict))
                                                  : ys_chip_new (_ ("↩ Answer"), "info"));
  return head;
}

/* Round, points, aim of an opinion; what was changed because of it of an answer. NULL: nothing beside the words. */
static char *
dup_aside (const YsStatement *one)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (one->is_opinion && one->round > 1)
    g_ptr_array_add (parts, g_strdup_printf (_ ("round %u"), one->round));
  if (one->has_points)
    {
      g_autofree char *points = ys_points_to_display (one->points);
      g_ptr_array_add (parts, g_strdup_printf (_ ("holds %s right"), points));
    }
  if (one->point != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("aimed at %s"), one->point));
  if (one->pages != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("page %s"), one->pages));
  if (one->changed != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("changed: %s"), one->changed));
  if (!one->sent && one->own)
    g_ptr_array_add (parts, g_strdup (C_ ("opinion", "not sent yet")));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_statement (const YsStatement *one)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *aside = dup_aside (one);

  gtk_widget_add_css_class (box, "round");
  gtk_box_append (GTK_BOX (box), make_head (one));
  if (one->text != NULL)
    {
      GtkWidget *text = ys_copyable_words_new (one->text, NULL);
      g_autofree char *name = g_strdup_printf ("%s %s", one->office_name != NULL ? one->office_name : one->office, one->text);
      gtk_label_set_max_width_chars (GTK_LABEL (text), 24);
      ys_name_widget (text, name);
      gtk_box_append (GTK_BOX (box), text);
    }
  if (aside != NULL)
    gtk_box_append (GTK_BOX (box), ys_words_new (aside, "small quiet num"));
  return box;
}

static void
add_note (GtkWidget *box, const char *text)
{
  GtkWidget *note;

  if (text == NULL)
    return;
  note = ys_words_new (text, "note");
  gtk_label_set_max_width_chars (GTK_LABEL (note), 24);
  gtk_box_append (GTK_BOX (box), note);
}

GtkWidget *
ys_opinion_thread_view_new (const YsOpinionThread *thread, gboolean earlier)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  add_note (box, thread->contradiction);
  add_note (box, thread->gone);
  for (guint i = 0; i < thread->statements->len; i++)
    {
      const YsStatement *one = g_ptr_array_index (thread->statements, i);
      if (!earlier || !one->own || one->sent)
        gtk_box_append (GTK_BOX (box), make_statement (one));
    }
  if (gtk_widget_get_first_child (box) != NULL)
    return box;
  g_object_ref_sink (box);
  g_object_unref (box);
  return NULL;
}
