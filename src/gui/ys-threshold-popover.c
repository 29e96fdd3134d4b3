/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words from the sheet, and two fields bound to the entries that the city keeps for the county. */
#include "ys-threshold-popover.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"

static GtkWidget *
add_words (GtkWidget *box, const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_head (GtkWidget *box, const YsSheetThreshold *shown, const YsUnitInfo *unit, const YsNegativeItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *chip = ys_fill_label ("", "chip");
  g_autofree char *title = g_strdup_printf ("%s · %s %s", unit->name, item->id, item->name);
  GtkWidget *name = ys_fill_label (title, "h2");

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  ys_fill_chip_set (chip, shown == NULL || shown->open ? "open" : shown->met ? "ok" : "bad",
                    shown == NULL || shown->open ? _ ("… to be added")
                    : shown->met                 ? _ ("✓ attained")
                                                 : _ ("✗ failed"));
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), chip);
  gtk_box_append (GTK_BOX (box), line);
}

/* "96.42% · 2021 · source（by the county）" */
static void
add_value (GtkWidget *box, const YsSheetThreshold *shown, const YsNegativeItem *item)
{
  const YsThresholdValue *value = shown != NULL ? shown->value : NULL;
  const char *source = value != NULL && value->source != NULL && *value->source != '\0' ? value->source
                                                                                        : _ ("no source given");
  g_autofree char *figure = NULL, *text = NULL;

  if (value == NULL || ys_figure_is_missing (&value->figure))
    return;
  figure = ys_figure_dup_display (&value->figure, item->unit);
  text = g_strdup_printf ("%s · %d · %s（%s）", figure, value->year, source,
                          value->by_city ? _ ("figure of the city") : _ ("figure of the county"));
  add_words (box, text, "num");
}

static void
add_reasons (GtkWidget *box, const YsNegativeView *view, const YsSheetThreshold *shown, const YsUnitInfo *unit,
             const YsNegativeItem *item)
{
  const YsSheetContained *contained = ys_negative_view_get_contained (view, unit->id, item->id);
  g_autofree char *why = shown != NULL ? ys_sheet_why_to_text (shown->why) : NULL;
  g_autofree char *also = contained != NULL && contained->why != NULL ? ys_why_to_text (contained->why) : NULL;

  if (why != NULL)
    add_words (box, why, "why");
  else
    add_words (box, _ ("This county has not handed in; its deduction is worked out then."), "small quiet");
  if (also != NULL)
    add_words (box, also, "why");
}

static YsEntryField *
add_field (GtkGrid *grid, int row, const char *title, YsWorkspace *workspace, const char *key, const YsUnitInfo *unit,
           const YsNegativeItem *item)
{
  GtkWidget *field = ys_entry_field_new (FALSE);
  g_autofree char *name = g_strdup_printf ("%s %s %s", unit->name, item->name, title);

  ys_entry_field_bind (YS_ENTRY_FIELD (field), workspace, 0, key, name);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (grid, ys_fill_label (title, "small quiet"), 0, row, 1, 1);
  gtk_grid_attach (grid, field, 1, row, 1, 1);
  return YS_ENTRY_FIELD (field);
}

static void
add_fields (GtkWidget *box, const YsNegativeView *view, const YsUnitInfo *unit, const YsNegativeItem *item)
{
  g_autofree char *key = g_strdup_printf ("threshold.%s.%s", unit->id, item->id);
  g_autofree char *source_key = g_strconcat (key, ".source", NULL), *why = NULL;
  gboolean can = ys_workspace_can_set_threshold (view->workspace, unit->id, &why);
  GtkWidget *grid = gtk_grid_new ();
  YsEntryField *figure, *source;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  figure = add_field (GTK_GRID (grid), 0, _ ("The city's figure"), view->workspace, key, unit, item);
  gtk_entry_set_placeholder_text (GTK_ENTRY (ys_entry_field_get_input (figure)),
                                  item->unit == YS_UNIT_COUNT ? _ ("like 3") : _ ("like 390/400 or =97.5"));
  source = add_field (GTK_GRID (grid), 1, _ ("Source"), view->workspace, source_key, unit, item);
  ys_entry_field_set_editable (figure, can);
  ys_entry_field_set_editable (source, can);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), grid);
  add_words (box, can ? _ ("Takes the place of the county's figure; left empty, the county's counts. Saved as you type.") : why,
             "small quiet");
}

GtkWidget *
ys_threshold_popover_new (const YsNegativeView *view, const YsUnitInfo *unit, const YsNegativeItem *item)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  const YsSheetThreshold *shown = ys_negative_view_get_threshold (view, unit->id, item->id);

  gtk_widget_set_size_request (box, 360, -1);
  add_head (box, shown, unit, item);
  add_value (box, shown, item);
  add_reasons (box, view, shown, unit, item);
  add_fields (box, view, unit, item);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
