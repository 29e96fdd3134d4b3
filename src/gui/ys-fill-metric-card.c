/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 指标: head of the columns, then the rows; the period and what is attained stand in the card's
 * title. */
#include "ys-fill-metric-card.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-metric-row.h"

struct _YsFillMetricCard
{
  GtkBox parent_instance;
  GtkWidget *summary, *card, *grid;
  GPtrArray *rows; /* YsFillMetricRow */
};

static void ys_fill_metric_card_iface (YsFillCardInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsFillMetricCard, ys_fill_metric_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_FILL_CARD, ys_fill_metric_card_iface))

typedef struct
{
  guint all, attained, failed;
} Count;

static Count
count (const YsFillView *view)
{
  g_auto (GStrv) ids = ys_fill_view_dup_metrics (view);
  Count found = { 0 };

  for (; ids[found.all] != NULL; found.all++)
    {
      const YsMetric *metric = ys_catalogue_get_metric (view->standard->catalogue, ids[found.all]);
      YsMetricVerdict verdict = ys_fill_view_get_verdict (view, metric, NULL);

      found.attained += verdict == YS_METRIC_ATTAINED;
      found.failed += verdict == YS_METRIC_FAILED;
    }
  return found;
}

static void
add_column_heads (GtkGrid *grid)
{
  const struct
  {
    const char *text;
    float align;
    int column;
  } heads[] = {
    { _ ("Metric"), 0, 0 },           { _ ("Numerator"), 1, 1 }, { _ ("Denominator"), 1, 3 },
    { _ ("Value and target"), 1, 4 }, { _ ("Verdict"), 1, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      GtkWidget *label = ys_fill_label (heads[i].text, "small quiet");
      gtk_label_set_xalign (GTK_LABEL (label), heads[i].align);
      gtk_grid_attach (grid, label, heads[i].column, 0, 1, 1);
    }
}

static void
build (YsFillCard *card, const YsFillView *view)
{
  YsFillMetricCard *self = YS_FILL_METRIC_CARD (card);
  g_auto (GStrv) ids = ys_fill_view_dup_metrics (view);
  int year = ys_workspace_get_assessment (view->workspace)->year, top = 1;

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), ids[0] != NULL);
  if (self->grid != NULL)
    gtk_box_remove (GTK_BOX (self->card), self->grid);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_box_append (GTK_BOX (self->card), self->grid);
  add_column_heads (GTK_GRID (self->grid));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const YsMetric *metric = ys_catalogue_get_metric (view->standard->catalogue, ids[i]);

      g_ptr_array_add (self->rows, ys_fill_metric_row_new (GTK_GRID (self->grid), &top, view, metric, year));
      if (ys_fill_view_needs_before (view, metric))
        g_ptr_array_add (self->rows,
                         ys_fill_metric_row_new (GTK_GRID (self->grid), &top, view, metric, year - 1));
    }
}

static void
update (YsFillCard *card, const YsFillView *view)
{
  YsFillMetricCard *self = YS_FILL_METRIC_CARD (card);
  Count found = count (view);
  int year = ys_workspace_get_assessment (view->workspace)->year;
  g_autofree char *text =
      g_strdup_printf (_ ("%d · %u attained, %u failed"), year, found.attained, found.failed);

  gtk_label_set_text (GTK_LABEL (self->summary), text);
  for (guint i = 0; i < self->rows->len; i++)
    ys_fill_metric_row_update (g_ptr_array_index (self->rows, i), view);
}

static char *
dup_anchor (YsFillCard *card, const YsFillView *view)
{
  Count found = count (view);

  return found.all > 0 ? g_strdup_printf (_ ("Metrics %u/%u"), found.attained, found.all) : NULL;
}

static gboolean
focus_key (YsFillCard *card, const char *key)
{
  YsFillMetricCard *self = YS_FILL_METRIC_CARD (card);

  for (guint i = 0; i < self->rows->len; i++)
    if (ys_fill_metric_row_focus_key (g_ptr_array_index (self->rows, i), key))
      return TRUE;
  return FALSE;
}

static void
ys_fill_metric_card_finalize (GObject *object)
{
  g_ptr_array_unref (YS_FILL_METRIC_CARD (object)->rows);
  G_OBJECT_CLASS (ys_fill_metric_card_parent_class)->finalize (object);
}

static void
ys_fill_metric_card_iface (YsFillCardInterface *iface)
{
  iface->build = build;
  iface->update = update;
  iface->dup_anchor = dup_anchor;
  iface->focus_key = focus_key;
}

static void
ys_fill_metric_card_class_init (YsFillMetricCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_fill_metric_card_finalize;
}

static void
ys_fill_metric_card_init (YsFillMetricCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_fill_metric_row_free);
  self->summary = ys_fill_label ("", "small quiet num");
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Metrics"), self->summary));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_box_append (GTK_BOX (self), self->card);
}
