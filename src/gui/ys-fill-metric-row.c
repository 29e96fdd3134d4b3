/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the metrics' table: fields above, formula and cited page below. The kind of figure (two halves, or
 * one value that someone else published) follows what is recorded and can be changed by a small button. */
#include "ys-fill-metric-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-entry-field.h"

/* Of a source at least the word and how it begins is seen. */
#define SOURCE_CHARS 6

enum
{
  COLUMN_NAME,
  COLUMN_NUMERATOR,
  COLUMN_SIGN,
  COLUMN_DENOMINATOR,
  COLUMN_VALUE,
  COLUMN_VERDICT,
  N_COLUMNS
};

struct _YsFillMetricRow
{
  const YsMetric *metric;
  int year;
  gboolean before;        /* the line of the year before */
  YsWorkspace *workspace; /* unowned: outlives the form */
  guint task;
  /* all unowned, of the grid; some NULL in a line of the year before */
  YsEntryField *numerator, *denominator, *published, *source;
  GtkWidget *sign, *value, *target, *chip, *page, *kind, *more, *show_more;
  char *digest;
  guint page_number;
};

YsMetricVerdict
ys_fill_view_get_verdict (const YsFillView *view, const YsMetric *metric, const char **open)
{
  const YsSheetPoint *point = ys_fill_view_get_metric_point (view, metric);
  const YsFigure *figure =
      ys_fill_view_get_figure (view, metric->id, ys_workspace_get_assessment (view->workspace)->year);

  if (open != NULL)
    *open = ys_open_label (point != NULL && point->open[YS_COMPUTED] != YS_OPEN_NOT ? point->open[YS_COMPUTED]
                                                                                    : YS_OPEN_FIGURE);
  if (figure == NULL || ys_figure_is_missing (figure) || point == NULL || !point->has_attained)
    return YS_METRIC_OPEN;
  return point->attained ? YS_METRIC_ATTAINED : YS_METRIC_FAILED;
}

static char *
make_key (const YsFillMetricRow *self, const char *part)
{
  if (self->before)
    return g_strdup_printf ("metric.%s@%d.%s", self->metric->id, self->year, part);
  return g_strdup_printf ("metric.%s.%s", self->metric->id, part);
}

static YsEntryField *
make_field (YsFillMetricRow *self, const YsFillView *view, const char *part, const char *what,
            gboolean numeric)
{
  GtkWidget *field = ys_entry_field_new (FALSE);
  g_autofree char *key = make_key (self, part);
  g_autofree char *year = self->before ? g_strdup_printf (_ ("%d "), self->year) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s %s%s", self->metric->name, year, what);

  ys_entry_field_set_numeric (YS_ENTRY_FIELD (field), numeric);
  ys_entry_field_bind (YS_ENTRY_FIELD (field), view->workspace, view->task->number, key, name);
  return YS_ENTRY_FIELD (field);
}

static void
add_problem (YsEntryField *field, GtkGrid *grid, int *top)
{
  GtkWidget *problem = ys_entry_field_lift_problem (field);

  gtk_grid_attach (grid, problem, COLUMN_NAME, (*top)++, N_COLUMNS, 1);
  g_object_unref (problem);
}

/* ---- two halves, or one value ---- */

static gboolean
has_text (YsFillMetricRow *self, const char *part)
{
  g_autofree char *key = make_key (self, part);
  g_autofree char *text = ys_workspace_dup_entry (self->workspace, self->task, key);

  return *text != '\0';
}

static void
show_kind (YsFillMetricRow *self, gboolean as_value)
{
  gboolean ratio = self->metric->unit != YS_UNIT_COUNT;

  gtk_widget_set_visible (GTK_WIDGET (self->numerator), !as_value);
  gtk_widget_set_visible (GTK_WIDGET (self->published), as_value);
  if (self->denominator != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->denominator), !as_value && ratio);
  if (self->sign != NULL)
    gtk_widget_set_visible (self->sign, !as_value && ratio);
  if (self->kind != NULL)
    gtk_button_set_label (GTK_BUTTON (self->kind),
                          as_value ? _ ("Type numerator and denominator") : _ ("Type a published value"));
}

static void
clear_field (YsFillMetricRow *self, const char *part)
{
  g_autofree char *key = make_key (self, part);

  if (!has_text (self, part))
    return;
  ys_workspace_type (self->workspace, self->task, key, "");
  ys_workspace_settle_soon (self->workspace, self->task, key);
}

static void
on_kind (YsFillMetricRow *self)
{
  gboolean as_value = !gtk_widget_get_visible (GTK_WIDGET (self->published));

  if (as_value)
    {
      clear_field (self, "numerator");
      clear_field (self, "denominator");
    }
  else
    clear_field (self, "value");
  show_kind (self, as_value);
  ys_entry_field_reveal (as_value ? self->published : self->numerator);
}

static void
on_more (YsFillMetricRow *self)
{
  gboolean shown = !gtk_widget_get_visible (self->more);

  gtk_widget_set_visible (self->more, shown);
  if (shown)
    ys_entry_field_reveal (self->source);
}

gboolean
ys_fill_metric_row_focus_key (YsFillMetricRow *self, const char *key)
{
  YsEntryField *const fields[] = { self->numerator, self->denominator, self->published, self->source };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i] == NULL || g_strcmp0 (ys_entry_field_get_key (fields[i]), key) != 0)
        continue;
      if (fields[i] == self->source)
        gtk_widget_set_visible (self->more, TRUE);
      else
        show_kind (self, fields[i] == self->published);
      ys_entry_field_reveal (fields[i]);
      return TRUE;
    }
  return FALSE;
}

static void
on_page (YsFillMetricRow *self)
{
  if (self->digest != NULL)
    ys_fill_show_page (self->page, self->digest, self->page_number);
}

/* ---- made ---- */

static GtkWidget *
make_name (YsFillMetricRow *self)
{
  g_autofree char *before = self->before ? g_strdup_printf (_ ("Year before (%d)"), self->year) : NULL;
  GtkWidget *label =
      ys_fill_label (before != NULL ? before : self->metric->name, before != NULL ? "small quiet" : "name");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
place_fields (YsFillMetricRow *self, GtkGrid *grid, int row, const YsFillView *view)
{
  self->numerator = make_field (self, view, "numerator",
                                self->metric->unit == YS_UNIT_COUNT ? _ ("number") : _ ("numerator"), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->numerator), 56, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->numerator), FALSE);
  gtk_grid_attach (grid, GTK_WIDGET (self->numerator), COLUMN_NUMERATOR, row, 1, 1);
  self->published = make_field (self, view, "value", _ ("published value"), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->published), 56, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->published), FALSE);
  gtk_grid_attach (grid, GTK_WIDGET (self->published), COLUMN_NUMERATOR, row, 3, 1);
  if (self->metric->unit == YS_UNIT_COUNT)
    return;
  self->sign = ys_fill_label ("÷", "quiet");
  gtk_grid_attach (grid, self->sign, COLUMN_SIGN, row, 1, 1);
  self->denominator = make_field (self, view, "denominator", _ ("denominator"), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->denominator), 56, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->denominator), FALSE);
  gtk_grid_attach (grid, GTK_WIDGET (self->denominator), COLUMN_DENOMINATOR, row, 1, 1);
}

static GtkWidget *
make_figure_label (const char *classes)
{
  GtkWidget *label = ys_fill_label ("", classes);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return label;
}

/* "已建成县级综治中心数 ÷ 应建数", the cited page, the button that changes the kind. */
static GtkWidget *
make_second_line (YsFillMetricRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *formula =
      self->metric->denominator != NULL
          ? g_strdup_printf ("%s ÷ %s", self->metric->numerator != NULL ? self->metric->numerator : "",
                             self->metric->denominator)
          : g_strdup (self->metric->numerator != NULL ? self->metric->numerator : "");
  GtkWidget *label = ys_fill_label (formula, "small quiet");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (line), label);
  self->page = ys_fill_jump ("");
  g_signal_connect_swapped (self->page, "clicked", G_CALLBACK (on_page), self);
  gtk_widget_set_visible (self->page, FALSE);
  gtk_box_append (GTK_BOX (line), self->page);
  self->show_more = ys_fill_jump ("");
  g_signal_connect_swapped (self->show_more, "clicked", G_CALLBACK (on_more), self);
  gtk_box_append (GTK_BOX (line), self->show_more);
  return line;
}

static GtkWidget *
make_source_line (YsFillMetricRow *self, const YsFillView *view)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("Source"), "small quiet"));
  self->source = make_field (self, view, "source", _ ("source"), FALSE);
  gtk_widget_add_css_class (ys_entry_field_get_input (self->source), "mini");
  gtk_widget_set_hexpand (GTK_WIDGET (self->source), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->source));
  if (self->metric->unit != YS_UNIT_COUNT)
    {
      self->kind = ys_fill_jump ("");
      g_signal_connect_swapped (self->kind, "clicked", G_CALLBACK (on_kind), self);
      gtk_box_append (GTK_BOX (line), self->kind);
    }
  return line;
}

YsFillMetricRow *
ys_fill_metric_row_new (GtkGrid *grid, int *top, const YsFillView *view, const YsMetric *metric, int year)
{
  YsFillMetricRow *self = g_new0 (YsFillMetricRow, 1);
  int first = *top;

  self->metric = metric;
  self->year = year;
  self->workspace = view->workspace;
  self->task = view->task->number;
  self->before = year != ys_workspace_get_assessment (view->workspace)->year;
  gtk_grid_attach (grid, make_name (self), COLUMN_NAME, first, 1, 1);
  place_fields (self, grid, first, view);
  self->value = make_figure_label (self->before ? "num quiet" : "num strong");
  gtk_grid_attach (grid, self->value, COLUMN_VALUE, first, 1, 1);
  if (!self->before)
    {
      self->chip = gtk_label_new ("");
      gtk_widget_add_css_class (self->chip, "chip");
      gtk_widget_set_halign (self->chip, GTK_ALIGN_END);
      gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
      gtk_grid_attach (grid, self->chip, COLUMN_VERDICT, first, 1, 1);
      gtk_grid_attach (grid, make_second_line (self), COLUMN_NAME, first + 1, 4, 1);
      self->target = make_figure_label ("small quiet num");
      g_autofree char *target = ys_metric_dup_target (metric);
      gtk_label_set_text (GTK_LABEL (self->target), target);
      gtk_widget_set_valign (self->target, GTK_ALIGN_START);
      gtk_grid_attach (grid, self->target, COLUMN_VALUE, first + 1, 1, 1);
      self->more = make_source_line (self, view);
      gtk_widget_set_visible (self->more, FALSE);
      gtk_grid_attach (grid, self->more, COLUMN_NAME, first + 2, N_COLUMNS, 1);
    }
  *top = first + (self->before ? 1 : 3);
  add_problem (self->numerator, grid, top);
  add_problem (self->published, grid, top);
  if (self->denominator != NULL)
    add_problem (self->denominator, grid, top);
  show_kind (self, has_text (self, "value"));
  return self;
}

void
ys_fill_metric_row_free (YsFillMetricRow *self)
{
  if (self == NULL)
    return;
  g_free (self->digest);
  g_free (self);
}

/* ---- new figures ---- */

static void
show_verdict (YsFillMetricRow *self, const YsFillView *view)
{
  const char *open = NULL;

  switch (ys_fill_view_get_verdict (view, self->metric, &open))
    {
    case YS_METRIC_ATTAINED:
      ys_fill_chip_set (self->chip, "ok", _ ("✓ attained"));
      break;
    case YS_METRIC_FAILED:
      ys_fill_chip_set (self->chip, "bad", _ ("✗ failed"));
      break;
    case YS_METRIC_OPEN:
    default:
      ys_fill_chip_set (self->chip, "open", open != NULL ? open : _ ("open"));
    }
}

static void
show_page (YsFillMetricRow *self, const YsFillView *view)
{
  const YsSheetPoint *point = ys_fill_view_get_metric_point (view, self->metric);
  const YsCitation *citation = point != NULL ? ys_fill_view_get_citation (view, point->point->id) : NULL;

  gtk_widget_set_visible (self->page, citation != NULL);
  g_clear_pointer (&self->digest, g_free);
  if (citation == NULL)
    return;
  g_autofree char *pages = ys_citation_dup_pages (citation);
  gtk_button_set_label (GTK_BUTTON (self->page), pages);
  self->digest = g_strdup (citation->evidence);
  self->page_number = ys_citation_get_first_page (citation);
}

/* The recorded source stands in the button that opens it. */
static void
show_source (YsFillMetricRow *self)
{
  g_autofree char *source = ys_entry_field_dup_text (self->source);
  g_autofree char *text =
      *source != '\0' ? g_strdup_printf (_ ("Source: %s"), source) : g_strdup (_ ("Source"));
  g_autofree char *name = g_strdup_printf ("%s %s", self->metric->name, text);

  gtk_button_set_label (GTK_BUTTON (self->show_more), text);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->show_more))),
                           PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->show_more))),
                             *source != '\0' ? SOURCE_CHARS : SOURCE_CHARS / 2);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->show_more))), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ys_fill_metric_row_update (YsFillMetricRow *self, const YsFillView *view)
{
  const YsFigure *figure = ys_fill_view_get_figure (view, self->metric->id, self->year);
  g_autofree char *value = ys_figure_dup_display (figure, self->metric->unit);
  YsEntryField *const fields[] = { self->numerator, self->denominator, self->published, self->source };

  gtk_label_set_text (GTK_LABEL (self->value), value != NULL ? value : "—");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] != NULL)
      ys_entry_field_set_editable (fields[i], view->can_edit);
  if (self->before)
    return;
  if (self->kind != NULL)
    gtk_widget_set_visible (self->kind, view->can_edit);
  show_verdict (self, view);
  show_page (self, view);
  show_source (self);
}
