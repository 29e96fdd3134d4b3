/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards: the thresholds with their summary, and the figures that belong to no task. */
#include "ys-threshold-card.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"
#include "ys-threshold-row.h"

/* A metric without a task: its fields are bound; only what it brings changes with the sheet. */
typedef struct
{
  const YsMetric *metric;
  YsEntryField *fields[3]; /* number or numerator, denominator or NULL, source; unowned */
  GtkWidget *brings;
} Figure;

struct _YsThresholdCard
{
  GtkBox parent_instance;
  GtkWidget *summary, *card, *figures_head, *figures;
  GPtrArray *rows; /* YsThresholdRow */
  GArray *metrics; /* Figure */
};

G_DEFINE_FINAL_TYPE (YsThresholdCard, ys_threshold_card, GTK_TYPE_BOX)

/* ---- thresholds ---- */

static void
add_column_heads (GtkGrid *grid)
{
  const struct
  {
    const char *text;
    float align;
    int column;
  } heads[] = {
    { _ ("Item and demand"), 0, 0 }, { _ ("Numerator"), 1, 1 }, { _ ("Denominator"), 1, 3 },
    { _ ("Value"), 1, 4 },           { _ ("Verdict"), 1, 5 },   { _ ("Deduction"), 1, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      GtkWidget *label = ys_fill_label (heads[i].text, "small quiet");
      gtk_label_set_xalign (GTK_LABEL (label), heads[i].align);
      gtk_grid_attach (grid, label, heads[i].column, 0, 1, 1);
    }
}

static void
build_thresholds (YsThresholdCard *self, YsWorkspace *workspace)
{
  const GPtrArray *items = ys_workspace_get_standard (workspace)->catalogue->items;
  GtkWidget *grid = gtk_grid_new ();
  int top = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  add_column_heads (GTK_GRID (grid));
  for (guint i = 0; i < items->len; i++)
    {
      const YsNegativeItem *item = g_ptr_array_index (items, i);
      if (!item->threshold)
        continue;
      if (self->rows->len > 0)
        {
          GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
          gtk_widget_set_margin_top (rule, 4);
          gtk_widget_set_margin_bottom (rule, 4);
          gtk_grid_attach (GTK_GRID (grid), rule, 0, top++, 7, 1);
        }
      g_ptr_array_add (self->rows, ys_threshold_row_new (GTK_GRID (grid), &top, workspace, item));
    }
  gtk_box_append (GTK_BOX (self->card), grid);
}

/* ---- figures without a task ---- */

static YsEntryField *
make_field (YsWorkspace *workspace, const YsMetric *metric, const char *part, const char *what)
{
  GtkWidget *field = ys_entry_field_new (FALSE);
  g_autofree char *key = g_strdup_printf ("metric.%s.%s", metric->id, part);
  g_autofree char *name = g_strdup_printf ("%s %s", metric->name, what);

  ys_entry_field_set_numeric (YS_ENTRY_FIELD (field), !g_str_equal (part, "source"));
  ys_entry_field_bind (YS_ENTRY_FIELD (field), workspace, 0, key, name);
  return YS_ENTRY_FIELD (field);
}

static void
place_figure (YsThresholdCard *self, Figure *figure, YsWorkspace *workspace)
{
  const YsMetric *metric = figure->metric;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4),
            *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = ys_fill_label (metric->name, "name");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_box_append (GTK_BOX (line), name);
  figure->fields[0] = make_field (workspace, metric, "numerator",
                                  metric->unit == YS_UNIT_COUNT ? _ ("number") : _ ("numerator"));
  if (metric->unit != YS_UNIT_COUNT)
    figure->fields[1] = make_field (workspace, metric, "denominator", _ ("denominator"));
  figure->fields[2] = make_field (workspace, metric, "source", _ ("source"));
  for (int i = 0; i < 3; i++)
    {
      if (figure->fields[i] == NULL)
        continue;
      if (i > 0)
        gtk_box_append (GTK_BOX (line), ys_fill_label (i == 1 ? "÷" : _ ("Source"), "small quiet"));
      gtk_widget_set_size_request (GTK_WIDGET (figure->fields[i]), i == 2 ? 150 : 72, -1);
      gtk_widget_set_hexpand (GTK_WIDGET (figure->fields[i]), FALSE);
      gtk_box_append (GTK_BOX (line), GTK_WIDGET (figure->fields[i]));
    }
  figure->brings = ys_fill_label ("", "small num");
  gtk_label_set_xalign (GTK_LABEL (figure->brings), 1);
  gtk_label_set_width_chars (GTK_LABEL (figure->brings), 10);
  gtk_box_append (GTK_BOX (line), figure->brings);
  gtk_box_append (GTK_BOX (box), line);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GtkWidget) problem =
          figure->fields[i] != NULL ? ys_entry_field_lift_problem (figure->fields[i]) : NULL;
      if (problem != NULL)
        gtk_box_append (GTK_BOX (box), problem);
    }
  gtk_box_append (GTK_BOX (self->figures), box);
}

static void
build_figures (YsThresholdCard *self, YsWorkspace *workspace)
{
  const GPtrArray *metrics = ys_workspace_get_standard (workspace)->catalogue->metrics;

  for (guint i = 0; i < metrics->len; i++)
    {
      Figure figure = { .metric = g_ptr_array_index (metrics, i) };

      if (figure.metric->task_number != 0 || figure.metric->answered_by != YS_ANSWERED_BY_COUNTY)
        continue;
      place_figure (self, &figure, workspace);
      g_array_append_val (self->metrics, figure);
    }
  gtk_widget_set_visible (self->figures_head, self->metrics->len > 0);
  gtk_widget_set_visible (self->figures, self->metrics->len > 0);
}

void
ys_threshold_card_build (YsThresholdCard *self, YsWorkspace *workspace)
{
  build_thresholds (self, workspace);
  build_figures (self, workspace);
}

/* ---- new figures ---- */

/* What the bonus points that measure the metric give: "bonus 6.00", or what is open. */
static char *
dup_brings (const YsNegativeView *view, const YsMetric *metric)
{
  for (guint i = 0; view->unit != NULL && i < view->unit->bonus_details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (view->unit->bonus_details, i);
      g_autofree char *points = NULL;

      if (point->point->measure.metric != metric)
        continue;
      if (point->open[YS_COMPUTED] != YS_OPEN_NOT)
        return g_strdup (ys_open_label (point->open[YS_COMPUTED]));
      points = ys_points_to_display (point->score[YS_COMPUTED]);
      return g_strdup_printf (_ ("bonus %s"), points);
    }
  return g_strdup ("");
}

static void
show_summary (YsThresholdCard *self, const YsNegativeView *view)
{
  guint failed = 0, open = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; view->unit != NULL && i < view->unit->thresholds->len; i++)
    {
      const YsSheetThreshold *threshold = g_ptr_array_index (view->unit->thresholds, i);
      open += threshold->open;
      failed += !threshold->open && !threshold->met;
    }
  text = g_strdup_printf (_ ("%d · of %u items %u failed, %u to be added"), view->assessment->year,
                          self->rows->len, failed, open);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

void
ys_threshold_card_update (YsThresholdCard *self, const YsNegativeView *view)
{
  for (guint i = 0; i < self->rows->len; i++)
    ys_threshold_row_update (g_ptr_array_index (self->rows, i), view);
  for (guint i = 0; i < self->metrics->len; i++)
    {
      const Figure *figure = &g_array_index (self->metrics, Figure, i);
      g_autofree char *brings = dup_brings (view, figure->metric);

      gtk_label_set_text (GTK_LABEL (figure->brings), brings);
      for (gsize f = 0; f < G_N_ELEMENTS (figure->fields); f++)
        if (figure->fields[f] != NULL)
          ys_entry_field_set_editable (figure->fields[f], view->can_edit);
    }
  show_summary (self, view);
}

gboolean
ys_threshold_card_focus (YsThresholdCard *self, const char *key)
{
  YsEntryField *field = ys_entry_field_find (self->figures, key);

  for (guint i = 0; i < self->rows->len; i++)
    {
      YsThresholdRow *row = g_ptr_array_index (self->rows, i);

      if (ys_threshold_row_focus (row, key))
        return TRUE;
    }
  if (field == NULL)
    return FALSE;
  ys_entry_field_reveal (field);
  return TRUE;
}

/* ---- made and gone ---- */

static void
ys_threshold_card_finalize (GObject *object)
{
  YsThresholdCard *self = YS_THRESHOLD_CARD (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->metrics);
  G_OBJECT_CLASS (ys_threshold_card_parent_class)->finalize (object);
}

static void
ys_threshold_card_class_init (YsThresholdCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_threshold_card_finalize;
}

static void
ys_threshold_card_init (YsThresholdCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_threshold_row_free);
  self->metrics = g_array_new (FALSE, TRUE, sizeof (Figure));
  self->summary = ys_fill_label ("", "small quiet num");
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Threshold items"), self->summary));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_box_append (GTK_BOX (self), self->card);
  self->figures_head = ys_fill_card_head (_ ("Other figures"), NULL);
  gtk_widget_set_margin_top (self->figures_head, 6);
  gtk_box_append (GTK_BOX (self), self->figures_head);
  self->figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->figures, "card");
  gtk_box_append (GTK_BOX (self), self->figures);
}
