/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of name and value; texts are folded to their first lines, for the pane is narrow. */
#include "ys-assess-record.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-overview.h"

#define TEXT_LINES 2 /* of a text that is not unfolded */
#define TEXT_LONG 40 /* characters that these lines hold */

struct _YsAssessRecord
{
  GtkBox parent_instance;
  GtkWidget *state_icon, *state, *late, *grid, *unfold;
  GPtrArray *texts; /* GtkLabel, of the grid: long ones */
  char *shown;      /* unit and task */
  int row;
};

G_DEFINE_FINAL_TYPE (YsAssessRecord, ys_assess_record, GTK_TYPE_BOX)

static GtkWidget *
make_wrapping (const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* A line; the chip at its end is optional. */
static void
add_line (YsAssessRecord *self, const char *name, const char *value, const char *kind, const char *verdict)
{
  GtkWidget *title = ys_fill_label (name, "fact-name"), *text = make_wrapping (value, "num");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 7);
  gtk_label_set_width_chars (GTK_LABEL (title), 4);
  gtk_widget_set_tooltip_text (title, name);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), title, 0, self->row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), text, 1, self->row, 1, 1);
  if (verdict != NULL)
    {
      GtkWidget *chip = ys_fill_label (verdict, "chip");
      gtk_widget_add_css_class (chip, kind);
      gtk_widget_set_valign (chip, GTK_ALIGN_START);
      gtk_widget_set_halign (chip, GTK_ALIGN_END);
      gtk_grid_attach (GTK_GRID (self->grid), chip, 2, self->row, 1, 1);
    }
  self->row++;
}

/* "13 ÷ 15 = 86.67%", or the value alone. */
static char *
dup_figure (const YsRecordedFigure *recorded, const YsMetric *metric)
{
  g_autofree char *value = ys_figure_dup_display (&recorded->figure, metric->unit);
  const YsFigure *figure = &recorded->figure;

  if (value == NULL)
    return ys_figure_to_text (figure);
  if (figure->kind == YS_FIGURE_RATIO)
    return g_strdup_printf ("%" G_GINT64_FORMAT " ÷ %" G_GINT64_FORMAT " = %s", figure->numerator,
                            figure->denominator, value);
  return g_strdup (value);
}

static const YsSheetPoint *
find_point (const YsAssessView *view, const YsMetric *metric)
{
  for (guint i = 0; view->sheet_task != NULL && i < view->sheet_task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (view->sheet_task->details, i);
      if (point->point->measure.metric == metric)
        return point;
    }
  return NULL;
}

static void
add_figures (YsAssessRecord *self, const YsAssessView *view)
{
  const YsCatalogue *catalogue = ys_workspace_get_standard (view->workspace)->catalogue;
  int year = ys_workspace_get_assessment (view->workspace)->year;

  for (guint i = 0; i < view->item->figures->len; i++)
    {
      const YsRecordedFigure *recorded = g_ptr_array_index (view->item->figures, i);
      const YsMetric *metric = ys_catalogue_get_metric (catalogue, recorded->metric);
      g_autofree char *value = metric != NULL ? dup_figure (recorded, metric) : NULL, *name = NULL;
      const YsSheetPoint *point = metric != NULL ? find_point (view, metric) : NULL;
      gboolean judged = recorded->year == year && point != NULL && point->has_attained;

      if (metric == NULL)
        continue;
      name = recorded->year == year ? g_strdup (metric->name)
                                    : g_strdup_printf (_ ("%s (%d)"), metric->name, recorded->year);
      add_line (self, name, value, judged && point->attained ? "ok" : "bad",
                !judged           ? NULL
                : point->attained ? _ ("✓ attained")
                                  : _ ("✗ failed"));
    }
}

static void
add_documents (YsAssessRecord *self, const YsItem *item)
{
  for (guint i = 0; i < item->documents->len; i++)
    {
      const YsIssuedDocument *document = g_ptr_array_index (item->documents, i);
      g_autofree char *date = document->date != 0 ? ys_date_to_text (document->date) : NULL;
      const char *number = document->number != NULL ? document->number
                           : document->unnumbered   ? _ ("no number")
                                                    : NULL;
      g_autoptr (GString) text = g_string_new (document->title != NULL ? document->title : "");

      if (number != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", number);
      if (date != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", date);
      add_line (self, _ ("Document"), text->str, NULL, NULL);
    }
}

static void
show_texts (YsAssessRecord *self)
{
  gboolean whole = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfold));

  for (guint i = 0; i < self->texts->len; i++)
    {
      gtk_label_set_lines (g_ptr_array_index (self->texts, i), whole ? -1 : TEXT_LINES);
      gtk_label_set_ellipsize (g_ptr_array_index (self->texts, i),
                               whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
    }
  gtk_widget_set_visible (self->unfold, self->texts->len > 0);
}

static void
add_text (YsAssessRecord *self, const char *name, const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = make_wrapping (text, "");
  if (g_utf8_strlen (text, -1) > TEXT_LONG)
    g_ptr_array_add (self->texts, label);
  gtk_grid_attach (GTK_GRID (self->grid), ys_fill_label (name, "fact-name"), 0, self->row, 1, 1);
  gtk_widget_set_valign (gtk_grid_get_child_at (GTK_GRID (self->grid), 0, self->row), GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), label, 1, self->row, 2, 1);
  self->row++;
}

static void
clear_grid (YsAssessRecord *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->texts, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->row = 0;
}

static void
show_state (YsAssessRecord *self, const YsAssessView *view)
{
  YsItemState state = view->item != NULL ? view->item->state : YS_STATE_NOT;
  YsDate completed = view->item != NULL ? view->item->completed : 0;
  YsDate day = completed != 0 && !ys_task_is_unfinished (view->item)
                   ? completed
                   : ys_workspace_get_counting_day (view->workspace);
  g_autofree char *date = completed != 0 ? ys_date_to_text (completed) : NULL;
  g_autofree char *text = date != NULL ? g_strdup_printf ("%s %s", ys_item_state_label (state), date)
                                       : g_strdup (ys_item_state_label (state));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), ys_item_state_icon (state));
  gtk_label_set_text (GTK_LABEL (self->state), text);
  if (state != YS_STATE_NA && view->due != 0 && day > view->due)
    {
      g_autofree char *late = g_strdup_printf (_ ("overdue %u days"), (guint)(day - view->due));
      gtk_label_set_text (GTK_LABEL (self->late), late);
    }
  gtk_widget_set_visible (self->late, state != YS_STATE_NA && view->due != 0 && day > view->due);
}

void
ys_assess_record_show (YsAssessRecord *self, const YsAssessView *view)
{
  g_autofree char *now = g_strdup_printf ("%s %u", view->unit->id, view->task->number);

  if (g_strcmp0 (now, self->shown) != 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unfold), FALSE);
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  clear_grid (self);
  show_state (self, view);
  if (view->item == NULL)
    {
      add_line (self, _ ("Record"), _ ("The county recorded nothing."), NULL, NULL);
      show_texts (self);
      return;
    }
  add_figures (self, view);
  add_documents (self, view->item);
  add_text (self, _ ("Results"), view->item->effect);
  add_text (self, _ ("Problems"), view->item->problem);
  add_text (self, _ ("Measures"), view->item->measure);
  add_text (self, _ ("In charge"), view->item->person);
  show_texts (self);
}

static void
ys_assess_record_finalize (GObject *object)
{
  YsAssessRecord *self = YS_ASSESS_RECORD (object);

  g_ptr_array_unref (self->texts);
  g_free (self->shown);
  G_OBJECT_CLASS (ys_assess_record_parent_class)->finalize (object);
}

static void
ys_assess_record_class_init (YsAssessRecordClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_assess_record_finalize;
}

static void
ys_assess_record_init (YsAssessRecord *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6),
            *title = ys_fill_label (_ ("Recorded by the county"), "h2");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->state_icon = g_object_new (GTK_TYPE_IMAGE, "hexpand", TRUE, "halign", GTK_ALIGN_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->state = ys_fill_label ("", "num");
  self->late = ys_fill_label ("", "count late");
  gtk_widget_set_valign (self->late, GTK_ALIGN_CENTER);
  self->texts = g_ptr_array_new ();
  self->unfold = gtk_toggle_button_new_with_label (_ ("whole texts"));
  gtk_widget_add_css_class (self->unfold, "jump");
  gtk_widget_set_valign (self->unfold, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->unfold, "toggled", G_CALLBACK (show_texts), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->unfold);
  gtk_box_append (GTK_BOX (head), self->state_icon);
  gtk_box_append (GTK_BOX (head), self->state);
  gtk_box_append (GTK_BOX (head), self->late);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->grid);
}

GtkWidget *
ys_assess_record_new (void)
{
  return g_object_new (YS_TYPE_ASSESS_RECORD, NULL);
}
