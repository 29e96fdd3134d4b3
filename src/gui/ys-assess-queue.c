/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of 县区评审: chips of the queues, the part, the search; and what is shown where nothing is left.
 * The counts of the queues are the overview's, so that chips and navigation never differ. */
#include "ys-assess-page-private.h"

#include <glib/gi18n-lib.h>

#include "ys-overview.h"

static const char *const chip_titles[YS_N_MATRIX_FILTERS] = { N_ ("All"), N_ ("Mine"), N_ ("To review"),
                                                              N_ ("Spread"), N_ ("Doubted") };
static const char *const chip_tooltips[YS_N_MATRIX_FILTERS] = {
  N_ ("All tasks of all counties"), N_ ("Assigned to you"), N_ ("Not scored yet"),
  N_ ("For the team lead: scores far apart, a second look asked for, or a claim to be answered"),
  N_ ("Evidence judged insufficient or not matching")
};

void
ys_assess_page_show_chips (YsAssessPage *self)
{
  const YsSummary *summary = ys_overview_get_summary (ys_overview_of (self->workspace));

  for (guint i = 0; i < YS_N_MATRIX_FILTERS; i++)
    {
      guint count = summary != NULL ? summary->review[i] : 0;
      g_autofree char *label =
          count > 0 ? g_strdup_printf ("%s %u", _ (chip_titles[i]), count) : g_strdup (_ (chip_titles[i]));
      gtk_button_set_label (GTK_BUTTON (self->chip[i]), label);
    }
  self->query.has_own = summary != NULL && summary->review[YS_MATRIX_MINE] > 0;
}

void
ys_assess_page_show_stack (YsAssessPage *self)
{
  const char *page = "matrix";

  if (!self->has_data)
    page = "reading";
  else if (!self->received)
    page = "empty";
  else if (ys_matrix_get_n_shown (self->matrix) == 0)
    page = "none";
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->legend, g_str_equal (page, "matrix"));
}

void
ys_assess_page_apply_query (YsAssessPage *self)
{
  self->query.words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  ys_matrix_set_query (self->matrix, &self->query);
  ys_assess_page_show_stack (self);
}

/* A queue begins with its first cell, unless one is in it already. */
static void
go_into_queue (YsAssessPage *self)
{
  const YsMatrixCell *cell = ys_matrix_get_cell (self->matrix);

  if (self->query.filter != YS_MATRIX_ALL
      && (cell == NULL || !ys_review_cell_passes (&cell->review, self->query.has_own, self->query.filter)))
    ys_matrix_next (self->matrix, self->query.filter);
}

static void
on_chip (GtkToggleButton *chip, YsAssessPage *self)
{
  for (guint i = 0; i < YS_N_MATRIX_FILTERS; i++)
    if (self->chip[i] == GTK_WIDGET (chip) && gtk_toggle_button_get_active (chip) && self->query.filter != i)
      {
        self->query.filter = (YsMatrixFilter)i;
        ys_assess_page_apply_query (self);
        go_into_queue (self);
      }
}

static void
on_search (YsAssessPage *self)
{
  ys_assess_page_apply_query (self);
}

static void
on_stop_search (YsAssessPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

static void
on_search_toggled (YsAssessPage *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search_button));

  gtk_widget_set_visible (self->search, active);
  if (active)
    gtk_widget_grab_focus (self->search);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static const char *
part_name (YsAssessPage *self)
{
  const GPtrArray *parts = ys_workspace_get_standard (self->workspace)->catalogue->parts;

  return self->query.part < 0 ? _ ("All parts")
                              : ((const YsHeading *)g_ptr_array_index (parts, self->query.part))->name;
}

static void
set_part (YsAssessPage *self, int part)
{
  self->query.part = part;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->part), part_name (self));
  ys_assess_page_apply_query (self);
}

static void
on_part (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_part (YS_ASSESS_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
on_show_all (YsAssessPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[YS_MATRIX_ALL]), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), FALSE);
  set_part (self, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

/* ---- made ---- */

void
ys_assess_page_make_chips (YsAssessPage *self)
{
  for (guint i = 0; i < YS_N_MATRIX_FILTERS; i++)
    {
      self->chip[i] = gtk_toggle_button_new_with_label (_ (chip_titles[i]));
      gtk_widget_set_tooltip_text (self->chip[i], _ (chip_tooltips[i]));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[i]), GTK_TOGGLE_BUTTON (self->chip[0]));
      gtk_box_append (GTK_BOX (self->chips), self->chip[i]);
      g_signal_connect_object (self->chip[i], "toggled", G_CALLBACK (on_chip), self, 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[YS_MATRIX_ALL]), TRUE);
}

void
ys_assess_page_make_part_menu (YsAssessPage *self)
{
  const GPtrArray *parts = ys_workspace_get_standard (self->workspace)->catalogue->parts;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("All parts"), "assess.part(-1)");
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *action = g_strdup_printf ("assess.part(%u)", i);
      g_menu_append (menu, ((const YsHeading *)g_ptr_array_index (parts, i))->name, action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->part), G_MENU_MODEL (menu));
  set_part (self, -1);
}

void
ys_assess_page_class_add_queue (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_install_action (widget_class, "assess.part", "i", on_part);
}
