/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A threshold item as two lines of the grid. The whole figure is one entry of task 0; the fields are parts of
 * it, so that a published value and a pair of numbers never stand beside each other. */
#include "ys-threshold-row.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"
#include "ys-fill-problem.h"

enum
{
  COLUMN_NAME,
  COLUMN_NUMERATOR,
  COLUMN_SIGN,
  COLUMN_DENOMINATOR,
  COLUMN_VALUE,
  COLUMN_VERDICT,
  COLUMN_DEDUCTION,
  N_COLUMNS
};

struct _YsThresholdRow
{
  const YsNegativeItem *item;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *key;
  gboolean open;
  /* all unowned, of the grid; without a denominator the published field takes the count */
  YsEntryField *numerator, *denominator, *published, *source;
  GtkWidget *sign, *value, *chip, *deduction, *amount, *kind, *why, *problem;
};

/* Room for a population of seven digits, also in large text. */
static void
set_width (YsEntryField *field)
{
  GtkEditable *input = GTK_EDITABLE (ys_entry_field_get_input (field));

  gtk_editable_set_width_chars (input, 7);
  gtk_editable_set_max_width_chars (input, 7);
}

static YsEntryField *
make_field (YsThresholdRow *self, YsEntryPart part, const char *what)
{
  GtkWidget *field = ys_entry_field_new (FALSE);
  g_autofree char *name = g_strdup_printf ("%s %s", self->item->name, what);

  ys_entry_field_set_part (YS_ENTRY_FIELD (field), part);
  ys_entry_field_set_numeric (YS_ENTRY_FIELD (field), TRUE);
  ys_entry_field_bind (YS_ENTRY_FIELD (field), self->workspace, 0, self->key, name);
  set_width (YS_ENTRY_FIELD (field));
  gtk_widget_set_hexpand (field, FALSE);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  return YS_ENTRY_FIELD (field);
}

/* ---- two numbers, or one value ---- */

static void
show_kind (YsThresholdRow *self, gboolean as_value)
{
  gtk_widget_set_visible (GTK_WIDGET (self->published), as_value);
  if (self->numerator == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->numerator), !as_value);
  gtk_widget_set_visible (GTK_WIDGET (self->denominator), !as_value);
  gtk_widget_set_visible (self->sign, !as_value);
  const char *text = as_value ? _ ("Type numerator and denominator") : _ ("Type a published value");
  g_autofree char *name = g_strdup_printf ("%s %s", self->item->name, text);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->kind))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_published (YsThresholdRow *self)
{
  g_autofree char *text = ys_workspace_dup_entry (self->workspace, 0, self->key);
  g_autofree char *published = ys_entry_part_get (text, YS_ENTRY_PUBLISHED);

  return *published != '\0';
}

/* The other way of writing the figure begins empty: what was typed is taken back by undo. */
static void
on_kind (YsThresholdRow *self)
{
  gboolean as_value = !gtk_widget_get_visible (GTK_WIDGET (self->published));

  ys_workspace_type (self->workspace, 0, self->key, "");
  ys_workspace_settle_soon (self->workspace, 0, self->key);
  show_kind (self, as_value);
  ys_entry_field_reveal (as_value ? self->published : self->numerator);
}

gboolean
ys_threshold_row_focus (YsThresholdRow *self, const char *key)
{
  gboolean published = is_published (self);

  if (g_strcmp0 (ys_entry_field_get_key (self->source), key) == 0)
    {
      ys_entry_field_reveal (self->source);
      return TRUE;
    }
  if (!g_str_equal (key, self->key) && !g_str_equal (key, self->item->id)
      && !(self->open && g_str_equal (key, "open")))
    return FALSE;
  if (published || self->numerator == NULL)
    show_kind (self, TRUE);
  ys_entry_field_reveal (gtk_widget_get_visible (GTK_WIDGET (self->published)) ? self->published
                                                                               : self->numerator);
  return TRUE;
}

/* ---- made ---- */

static GtkWidget *
make_wrapping (const char *text, const char *classes, int width)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
place_fields (YsThresholdRow *self, GtkGrid *grid, int row)
{
  self->published = make_field (self, self->item->denominator != NULL ? YS_ENTRY_PUBLISHED : YS_ENTRY_WHOLE,
                                self->item->denominator != NULL ? _ ("published value") : _ ("number"));
  gtk_grid_attach (grid, GTK_WIDGET (self->published), COLUMN_NUMERATOR, row, 3, 1);
  if (self->item->denominator == NULL)
    return;
  self->numerator = make_field (self, YS_ENTRY_NUMERATOR, _ ("numerator"));
  gtk_grid_attach (grid, GTK_WIDGET (self->numerator), COLUMN_NUMERATOR, row, 1, 1);
  self->sign = ys_fill_label ("÷", "quiet");
  gtk_grid_attach (grid, self->sign, COLUMN_SIGN, row, 1, 1);
  self->denominator = make_field (self, YS_ENTRY_DENOMINATOR, _ ("denominator"));
  gtk_grid_attach (grid, GTK_WIDGET (self->denominator), COLUMN_DENOMINATOR, row, 1, 1);
}

static void
place_source (YsThresholdRow *self, GtkGrid *grid, int row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *key = g_strconcat (self->key, ".source", NULL);
  g_autofree char *name = g_strdup_printf ("%s %s", self->item->name, _ ("source"));

  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("Source"), "small quiet"));
  self->source = YS_ENTRY_FIELD (ys_entry_field_new (FALSE));
  ys_entry_field_bind (self->source, self->workspace, 0, key, name);
  gtk_widget_add_css_class (ys_entry_field_get_input (self->source), "mini");
  gtk_widget_set_hexpand (GTK_WIDGET (self->source), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->source), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (line, GTK_ALIGN_START);
  gtk_widget_set_hexpand (line, FALSE); /* what is left over is the name's */
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->source));
  if (self->item->denominator != NULL)
    {
      self->kind = ys_fill_named_jump ("", "");
      g_signal_connect_swapped (self->kind, "clicked", G_CALLBACK (on_kind), self);
      gtk_box_append (GTK_BOX (line), self->kind);
    }
  gtk_grid_attach (grid, line, COLUMN_NUMERATOR, row, N_COLUMNS - 1, 1);
}

/* The deduction is a door: it opens to how it comes about. */
static void
place_deduction (YsThresholdRow *self, GtkGrid *grid, int row)
{
  GtkWidget *popover = gtk_popover_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->why = make_wrapping ("", "why", 48);
  gtk_popover_set_child (GTK_POPOVER (popover), self->why);
  self->deduction = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->deduction), popover);
  /* a label of the menu button's own would be the name that a screen reader says */
  self->amount = gtk_label_new ("");
  gtk_box_append (GTK_BOX (content), self->amount);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->deduction), content);
  gtk_widget_add_css_class (self->deduction, "figure-door");
  gtk_widget_set_valign (self->deduction, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->deduction, GTK_ALIGN_END);
  gtk_grid_attach (grid, self->deduction, COLUMN_DEDUCTION, row, 1, 1);
}

/* The fields share one text, so one line says what is wrong with it; their own lines are put out of sight. */
static void
place_problem (YsThresholdRow *self, GtkGrid *grid, int row)
{
  YsEntryField *const fields[] = { self->numerator, self->denominator, self->published };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *own = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GtkWidget) problem = fields[i] != NULL ? ys_entry_field_lift_problem (fields[i]) : NULL;
      if (problem != NULL)
        gtk_box_append (GTK_BOX (own), problem);
    }
  gtk_widget_set_visible (own, FALSE);
  self->problem = ys_fill_problem_new ();
  gtk_box_append (GTK_BOX (line), self->problem);
  gtk_box_append (GTK_BOX (line), own);
  gtk_grid_attach (grid, line, COLUMN_NUMERATOR, row, N_COLUMNS - 1, 1);
}

YsThresholdRow *
ys_threshold_row_new (GtkGrid *grid, int *top, YsWorkspace *workspace, const YsNegativeItem *item)
{
  YsThresholdRow *self = g_new0 (YsThresholdRow, 1);
  g_autofree char *title = g_strdup_printf ("%s %s", item->id, item->name);
  g_autofree char *target = ys_decimal_to_text (item->target);
  g_autofree char *formula =
      item->denominator != NULL ? g_strdup_printf ("%s ÷ %s", item->numerator, item->denominator) : NULL;
  g_autofree char *demand = g_strdup_printf ("%s %s%s%s%s", ys_comparator_sign (item->comparator), target,
                                             ys_unit_sign (item->unit), formula != NULL ? " · " : "",
                                             formula != NULL ? formula : "");

  self->item = item;
  self->workspace = workspace;
  self->key = g_strconcat ("threshold.", item->id, NULL);
  gtk_grid_attach (grid, make_wrapping (title, "name", 20), COLUMN_NAME, *top, 1, 1);
  place_fields (self, grid, *top);
  self->value = ys_fill_label ("", "num strong");
  gtk_label_set_xalign (GTK_LABEL (self->value), 1);
  gtk_grid_attach (grid, self->value, COLUMN_VALUE, *top, 1, 1);
  self->chip = gtk_label_new ("");
  gtk_widget_add_css_class (self->chip, "chip");
  gtk_widget_set_halign (self->chip, GTK_ALIGN_END);
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_grid_attach (grid, self->chip, COLUMN_VERDICT, *top, 1, 1);
  place_deduction (self, grid, *top);
  gtk_grid_attach (grid, make_wrapping (demand, "small quiet", 20), COLUMN_NAME, *top + 1, 1, 1);
  place_source (self, grid, *top + 1);
  place_problem (self, grid, *top + 2);
  *top += 3;
  show_kind (self, self->numerator == NULL || is_published (self));
  return self;
}

void
ys_threshold_row_free (YsThresholdRow *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self);
}

/* ---- new figures ---- */

static void
show_value (YsThresholdRow *self, const YsSheetThreshold *shown)
{
  g_autofree char *plain = NULL;

  if (shown == NULL || shown->value == NULL || ys_figure_is_missing (&shown->value->figure))
    {
      gtk_label_set_text (GTK_LABEL (self->value), "—");
      return;
    }
  plain = ys_figure_dup_display (&shown->value->figure, self->item->unit);
  gtk_label_set_text (GTK_LABEL (self->value), plain);
}

static void
show_deduction (YsThresholdRow *self, const YsNegativeView *view, const YsSheetThreshold *shown)
{
  g_autofree char *text = shown != NULL ? ys_deduction_dup_text (shown->deduction) : g_strdup ("—");
  g_autofree char *why = shown != NULL ? ys_sheet_why_to_text (shown->why) : g_strdup ("");
  const YsSheetContained *contained = ys_negative_view_get_contained (view, NULL, self->item->id);
  g_autofree char *also =
      contained != NULL && contained->why != NULL ? ys_why_to_text (contained->why) : g_strdup ("");
  g_autofree char *all = g_strdup_printf ("%s%s%s", why, *also != '\0' ? "\n" : "", also);
  g_autofree char *name = g_strdup_printf (_ ("%s: deduction %s"), self->item->name, text);
  GtkWidget *toggle = gtk_widget_get_first_child (self->deduction);

  gtk_label_set_text (GTK_LABEL (self->amount), text);
  gtk_label_set_text (GTK_LABEL (self->why), all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (shown != NULL && shown->deduction > 0)
    gtk_widget_add_css_class (self->deduction, "costs");
  else
    gtk_widget_remove_css_class (self->deduction, "costs");
}

void
ys_threshold_row_update (YsThresholdRow *self, const YsNegativeView *view)
{
  const YsSheetThreshold *shown = ys_negative_view_get_threshold (view, NULL, self->item->id);
  YsEntryField *const fields[] = { self->numerator, self->denominator, self->published, self->source };
  g_autofree char *problem = ys_workspace_dup_entry_problem (self->workspace, 0, self->key);

  ys_fill_problem_set_text (self->problem, problem);
  self->open = shown == NULL || shown->open;
  ys_fill_chip_set (self->chip,
                    self->open   ? "open"
                    : shown->met ? "ok"
                                 : "bad",
                    self->open   ? _ ("… to be added")
                    : shown->met ? _ ("✓ attained")
                                 : _ ("✗ failed"));
  show_value (self, shown);
  show_deduction (self, view, shown);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] != NULL)
      ys_entry_field_set_editable (fields[i], view->can_edit);
  if (self->kind != NULL)
    gtk_widget_set_visible (self->kind, view->can_edit);
  if (is_published (self) && self->numerator != NULL) /* an undo may have brought the other kind back */
    show_kind (self, TRUE);
}
