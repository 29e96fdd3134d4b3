/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each statement: who and when, its verdict, the words, what they are aimed at. What has not travelled says so. */
#include "ys-said-thread.h"

#include <glib/gi18n-lib.h>

#include "ys-receipt-widgets.h"
#include "ys-said-cites.h"
#include "ys-said-row.h"

static void
add_verdict (GtkWidget *head, const YsStatement *statement)
{
  const char *style;
  g_autofree char *chip = ys_said_dup_verdict_chip (statement->verdict, &style);
  g_autofree char *points = statement->has_points ? ys_points_to_display (statement->points) : NULL;
  g_autofree char *right = points != NULL ? g_strdup_printf (_("holds %s right"), points) : NULL;

  if (right != NULL)
    gtk_box_append (GTK_BOX (head), ys_figure_new (right, "small num"));
  gtk_box_append (GTK_BOX (head), ys_chip_new (chip, style));
}

/* "第2轮 · 针对 P7.1 第3页 · 第1次报送"; NULL where it says nothing. Full. */
static char *
dup_aim (const YsStatement *statement)
{
  GString *text = g_string_new (NULL);

  if (statement->is_opinion && statement->round > 1)
    g_string_append_printf (text, _("round %u"), statement->round);
  if (statement->point != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", _("aimed at"), statement->point);
  if (statement->pages != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", _("pages"), statement->pages);
  if (statement->revision > 0)
    {
      g_autofree char *revision = g_strdup_printf (_("handing-in %u"), statement->revision);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", revision);
    }
  if (statement->changed != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", _("changed because of it:"), statement->changed);
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static GtkWidget *
make_statement (YsWorkspace *workspace, const YsStatement *statement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *time = ys_time_to_display (statement->at);
  g_autofree char *who = g_strdup_printf ("%s · %s", statement->office_name, statement->person);
  g_autofree char *aim = dup_aim (statement);
  GtkWidget *when = ys_words_new (time, "small quiet num");
  GtkWidget *doors = ys_said_cites_new_doors (workspace, statement->citations);

  gtk_widget_add_css_class (box, "statement");
  gtk_box_append (GTK_BOX (head), ys_words_new (who, "strong"));
  gtk_widget_set_hexpand (when, TRUE);
  gtk_box_append (GTK_BOX (head), when);
  if (statement->own && !statement->sent)
    gtk_box_append (GTK_BOX (head), ys_chip_new (_("… not sent"), "open"));
  if (statement->is_opinion)
    add_verdict (head, statement);
  else
    gtk_box_append (GTK_BOX (head), ys_chip_new (_("↩ answer"), "info"));
  gtk_box_append (GTK_BOX (box), head);
  if (statement->text != NULL)
    gtk_box_append (GTK_BOX (box), ys_copyable_words_new (statement->text, NULL));
  if (aim != NULL)
    gtk_box_append (GTK_BOX (box), ys_words_new (aim, "small quiet"));
  if (doors != NULL)
    gtk_box_append (GTK_BOX (box), doors);
  return box;
}

GtkWidget *
ys_said_thread_new (YsWorkspace *workspace, const GPtrArray *statements)
{
  GtkWidget *card = ys_card_new ();

  for (guint i = 0; i < statements->len; i++)
    gtk_box_append (GTK_BOX (card), make_statement (workspace, g_ptr_array_index (statements, i)));
  return card;
}
