/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of stated scores. Its title is a door to how the totals come about. */
#include "ys-submit-scores.h"

#include <glib/gi18n-lib.h>

#include "ys-sheet-window.h"

struct _YsSubmitScores {
  GtkBox parent_instance;
  GtkWidget *grid, *detail, *nothing;
  YsSheet *sheet; /* of the computed figure, for the details */
  char *unit;
};

G_DEFINE_FINAL_TYPE (YsSubmitScores, ys_submit_scores, GTK_TYPE_BOX)

static void
on_detail (YsSubmitScores *self)
{
  const YsSheetUnit *own = self->sheet != NULL ? ys_sheet_get_unit (self->sheet, self->unit) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (own != NULL && GTK_IS_WINDOW (root))
    gtk_window_present (ys_sheet_window_new (GTK_WINDOW (root), self->sheet, own, YS_COMPUTED));
}

/* Puts a cell into the table; @text NULL: an empty one. */
static void
attach (YsSubmitScores *self, int column, int row, const char *text, const char *style)
{
  GtkWidget *cell = gtk_label_new (text != NULL ? text : "");
  g_auto (GStrv) names = g_strsplit (style, " ", -1);

  gtk_widget_set_css_classes (cell, (const char **) names);
  gtk_label_set_xalign (GTK_LABEL (cell), column == 0 ? 0 : 1);
  if (column == 0)
    {
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (cell), GTK_NATURAL_WRAP_NONE);
    }
  gtk_grid_attach (GTK_GRID (self->grid), cell, column, row, 1, 1);
}

static void
add_row (YsSubmitScores *self, int row, const char *name, const YsPoints *possible, const YsPoints *computed,
         const YsPoints *own, gboolean sum)
{
  g_autofree char *possible_text = possible != NULL ? ys_points_to_display (*possible) : NULL;
  g_autofree char *computed_text = computed != NULL ? ys_points_to_display (*computed) : g_strdup ("—");
  g_autofree char *own_text = own != NULL ? ys_points_to_display (*own) : g_strdup ("—");

  attach (self, 0, row, name, sum ? "td low sum" : "td low");
  attach (self, 1, row, possible_text, sum ? "td low num sum" : "td low num faint");
  attach (self, 2, row, computed_text, sum ? "td low num sum" : "td low num");
  attach (self, 3, row, own_text, sum ? "td low num sum" : "td low num");
}

static void
fill (YsSubmitScores *self, const YsStandard *standard, const YsSubmitData *data)
{
  static const char *const heads[] = { "", N_ ("Possible"), N_ ("Computed"), N_ ("Self score") };
  const YsSheetUnit *own = data->own, *mine = data->own_self;
  int row = 1;

  for (int column = 0; column < 4; column++)
    attach (self, column, 0, column > 0 ? _ (heads[column]) : "", "th");
  for (guint i = 0; i < own->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (own->parts, i);
      add_row (self, row++, part->heading->name, &part->points, &part->score[YS_COMPUTED],
               mine != NULL ? &part->score[YS_SELF] : NULL, FALSE);
    }
  if (standard->has_bonus)
    add_row (self, row++, _("Bonus"), &standard->bonus_cap, &own->bonus, mine != NULL ? &mine->bonus : NULL, FALSE);
  const YsPoints taken = -own->deduction, taken_self = mine != NULL ? -mine->deduction : 0;
  add_row (self, row++, _("Deduction"), NULL, &taken, mine != NULL ? &taken_self : NULL, FALSE);
  add_row (self, row++, _("Total"), &standard->maximum, &own->total, mine != NULL ? &mine->total : NULL, TRUE);
}

void
ys_submit_scores_show (YsSubmitScores *self, YsWorkspace *workspace, const YsSubmitData *data)
{
  GtkWidget *child;

  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_free (self->unit);
  self->unit = g_strdup (ys_workspace_get_unit (workspace));
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  gtk_widget_set_visible (self->nothing, data->own == NULL);
  gtk_widget_set_visible (self->detail, data->own != NULL);
  if (data->own == NULL)
    return;
  self->sheet = ys_sheet_ref (data->sheet);
  fill (self, ys_workspace_get_standard (workspace), data);
}

/* ---- made and gone ---- */

static void
ys_submit_scores_dispose (GObject *object)
{
  YsSubmitScores *self = YS_SUBMIT_SCORES (object);

  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (ys_submit_scores_parent_class)->dispose (object);
}

static void
ys_submit_scores_class_init (YsSubmitScoresClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_submit_scores_dispose;
}

static void
ys_submit_scores_init (YsSubmitScores *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Scores That Will Be Stated"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (title, "h2");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  self->detail = gtk_button_new_with_label (_("How They Come About"));
  gtk_widget_add_css_class (self->detail, "jump");
  g_signal_connect_swapped (self->detail, "clicked", G_CALLBACK (on_detail), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->detail);
  gtk_box_append (GTK_BOX (self), head);
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "grid");
  gtk_box_append (GTK_BOX (self), self->grid);
  self->nothing = gtk_label_new (_("Nothing can be computed before the contradictions in the list are put right."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "small");
  gtk_box_append (GTK_BOX (self), self->nothing);
}
