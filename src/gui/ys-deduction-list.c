/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a grid in a list box, made anew when their words change. */
#include "ys-deduction-list.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-sheet-window.h"

struct _YsDeductionList
{
  GtkBox parent_instance;
  GtkWidget *list, *nothing;
  YsSheet *sheet; /* the rows are of it */
  char *shown;
};

G_DEFINE_FINAL_TYPE (YsDeductionList, ys_deduction_list, GTK_TYPE_BOX)

void
ys_sheet_unit_sum_deductions (const YsSheetUnit *unit, YsPoints *thresholds, YsPoints *occurrences, YsPoints *would,
                              guint *suspected)
{
  for (guint i = 0; i < unit->thresholds->len; i++)
    *thresholds += ((const YsSheetThreshold *)g_ptr_array_index (unit->thresholds, i))->deduction;
  for (guint i = 0; i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (unit->occurrences, i);
      *occurrences += shown->deduction;
      if (would != NULL && shown->has_would_deduct)
        *would += shown->would_deduct;
      if (suspected != NULL)
        *suspected += shown->has_would_deduct;
    }
}

/* ---- words ---- */

static void
add_part (GString *text, const char *format, YsPoints points)
{
  g_autofree char *amount = ys_deduction_dup_text (points);

  if (points == 0)
    return;
  g_string_append (text, text->len > 0 ? " · " : "");
  g_string_append_printf (text, "%s %s", format, amount);
}

/* "thresholds −6.00 · occurrences −10.00 · caps +2.00". Full. */
static char *
dup_parts (const YsSheetUnit *unit)
{
  GString *text = g_string_new (NULL);
  YsPoints thresholds = 0, occurrences = 0;

  ys_sheet_unit_sum_deductions (unit, &thresholds, &occurrences, NULL, NULL);
  add_part (text, _ ("thresholds"), thresholds);
  add_part (text, _ ("occurrences"), occurrences);
  add_part (text, _ ("given back by caps"), unit->deduction - thresholds - occurrences);
  return g_string_free (text, FALSE);
}

/* Why the negative list limits its grade, one sentence a line; NULL: it does not. Full. */
static char *
dup_vetoes (const YsNegativeView *view, const YsSheetUnit *unit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < unit->vetoes->len; i++)
    {
      const YsSheetGate *gate = g_ptr_array_index (unit->vetoes, i);
      gboolean is_item = ys_catalogue_get_item (view->standard->catalogue, gate->id) != NULL;
      g_autofree char *why = is_item && gate->why != NULL ? ys_why_to_text (gate->why) : NULL;
      if (why != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", why);
    }
  return g_string_free (text, text->len == 0);
}

static gboolean
is_shown (const YsNegativeView *view, const YsSheetUnit *unit)
{
  g_autofree char *vetoes = dup_vetoes (view, unit);

  return unit->deduction != 0 || vetoes != NULL;
}

/* ---- rows ---- */

static GtkWidget *
make_row (const YsNegativeView *view, const YsSheetUnit *unit)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *parts = dup_parts (unit), *vetoes = dup_vetoes (view, unit), *sum = ys_deduction_dup_text (unit->deduction);
  g_autofree char *name = g_strdup_printf ("%s %s：%s", unit->unit->name, sum, parts);
  GtkWidget *county = ys_fill_label (unit->unit->name, "name"), *chip;

  gtk_label_set_width_chars (GTK_LABEL (county), 8);
  gtk_box_append (GTK_BOX (box), county);
  if (*parts != '\0')
    gtk_box_append (GTK_BOX (words), ys_fill_label (parts, "small quiet num"));
  if (vetoes != NULL)
    {
      GtkWidget *why = ys_fill_label (vetoes, "small error");
      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (why), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (words), why);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  if (unit->vetoed)
    {
      chip = ys_fill_label ("", "chip");
      ys_fill_chip_set (chip, "bad", _ ("✗ vetoed"));
      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), chip);
    }
  gtk_box_append (GTK_BOX (box), ys_fill_label (sum, unit->deduction > 0 ? "num strong error" : "num"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "unit", g_strdup (unit->unit->id), g_free);
  return row;
}

static char *
describe (const YsNegativeView *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; view->sheet != NULL && i < view->sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (view->sheet->units, i);
      g_autofree char *parts = dup_parts (unit), *vetoes = dup_vetoes (view, unit);
      if (is_shown (view, unit))
        g_string_append_printf (text, "%s %d %s %s\n", unit->unit->id, unit->vetoed, parts, vetoes);
    }
  return g_string_free (text, FALSE);
}

void
ys_deduction_list_update (YsDeductionList *self, const YsNegativeView *view)
{
  g_autofree char *now = describe (view);
  GtkListBoxRow *row;

  g_clear_pointer (&self->sheet, ys_sheet_unref);
  self->sheet = view->sheet != NULL ? ys_sheet_ref (view->sheet) : NULL;
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  /* in the order of the round, not of merit: the list is looked up */
  for (guint i = 0; i < view->counties->len && self->sheet != NULL; i++)
    {
      const YsUnitInfo *info = g_ptr_array_index (view->counties, i);
      const YsSheetUnit *unit = ys_sheet_get_unit (self->sheet, info->id);
      if (unit != NULL && is_shown (view, unit))
        gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (view, unit));
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->list), *self->shown != '\0');
  gtk_widget_set_visible (self->nothing, *self->shown == '\0');
}

static void
on_activated (YsDeductionList *self, GtkListBoxRow *row)
{
  const YsSheetUnit *unit = ys_sheet_get_unit (self->sheet, g_object_get_data (G_OBJECT (row), "unit"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (unit != NULL)
    gtk_window_present (ys_sheet_window_new (GTK_WINDOW (root), self->sheet, unit, unit->figure));
}

/* ---- made and gone ---- */

static void
ys_deduction_list_finalize (GObject *object)
{
  YsDeductionList *self = YS_DEDUCTION_LIST (object);

  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (ys_deduction_list_parent_class)->finalize (object);
}

static void
ys_deduction_list_class_init (YsDeductionListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_deduction_list_finalize;
}

static void
ys_deduction_list_init (YsDeductionList *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Deduction by county"), NULL));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tight");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "lines");
  gtk_widget_add_css_class (self->list, "occurrences");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Deduction by county"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (card), self->list);
  gtk_box_append (GTK_BOX (self), card);
  self->nothing = ys_fill_label (_ ("Nothing is deducted from any county yet."), "quiet");
  gtk_box_append (GTK_BOX (self), self->nothing);
}
