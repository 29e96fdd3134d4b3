/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid that is made anew when its words change; nothing in it takes the focus. */
#include "ys-occurrence-deduction.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

struct _YsOccurrenceDeduction
{
  GtkBox parent_instance;
  GtkWidget *grid, *why, *how;
  char *shown;
};

G_DEFINE_FINAL_TYPE (YsOccurrenceDeduction, ys_occurrence_deduction, GTK_TYPE_BOX)

static void
attach (GtkWidget *grid, int column, int row, const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_xalign (GTK_LABEL (label), column >= 2 ? 1 : 0);
  if (column == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static const char *
get_severity (const YsOccurrenceView *view, const YsNegativeItem *item)
{
  for (guint i = 0; i < view->occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (view->occurrence->ticks, i);
      if (g_str_equal (tick->item, item->id))
        {
          const char *name = ys_standard_get_severity_name (view->page->standard, tick->severity);
          return name != NULL ? name : _ ("not settled");
        }
    }
  return "";
}

static void
add_candidate (YsOccurrenceDeduction *self, int row, const YsOccurrenceView *view,
               const YsSheetCandidate *candidate)
{
  const YsSheetOccurrence *shown = view->shown;
  gboolean holds = candidate->item == shown->own && !shown->contained && !shown->would_be_contained;
  g_autofree char *title = g_strdup_printf ("%s %s", candidate->item->id, candidate->item->name);
  g_autofree char *amount = ys_deduction_dup_text (candidate->deduction);
  g_autofree char *bracketed = g_strdup_printf ("（%s）", amount);
  const char *counted = !holds                    ? "—"
                        : shown->counted != NULL  ? amount
                        : shown->has_would_deduct ? bracketed
                                                  : "—";
  const char *classes = holds ? "td" : "td struck";

  attach (self->grid, 0, row, title, classes);
  attach (self->grid, 1, row, get_severity (view, candidate->item), classes);
  attach (self->grid, 2, row, amount, holds ? "td num" : "td num struck");
  attach (self->grid, 3, row, counted,
          holds && shown->counted != NULL ? "td num error strong" : "td num quiet");
}

static void
add_sum (YsOccurrenceDeduction *self, int row, const YsSheetOccurrence *shown)
{
  g_autofree char *amount = ys_occurrence_dup_deduction (shown);

  attach (self->grid, 0, row, shown->has_would_deduct ? _ ("If the city confirms it") : _ ("Deducted"),
          "td sum");
  attach (self->grid, 1, row, "", "td sum");
  attach (self->grid, 2, row, "", "td sum");
  attach (self->grid, 3, row, amount, shown->counted != NULL ? "td sum num error" : "td sum num");
}

/* The sentence that holds, and that of contained cases where it has some. */
static char *
dup_why (const YsOccurrenceView *view)
{
  GString *text = g_string_new (NULL);
  g_autofree char *own = ys_sheet_why_to_text (view->shown->why);

  g_string_append (text, own);
  for (guint i = 0; i < view->occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (view->occurrence->ticks, i);
      const YsSheetContained *contained = ys_negative_view_get_contained (view->page, view->occurrence->unit, tick->item);
      g_autofree char *also = view->shown->counts && contained != NULL && contained->why != NULL
                                  ? ys_why_to_text (contained->why)
                                  : NULL;
      if (also != NULL)
        g_string_append_printf (text, "\n%s", also);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_how (const YsSheetOccurrence *shown)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (shown->candidates, i);
      g_autofree char *line = candidate->why != NULL ? ys_why_to_text (candidate->why) : g_strdup ("");
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
make_grid (YsOccurrenceDeduction *self, const YsOccurrenceView *view)
{
  const char *const heads[] = { _ ("Item"), _ ("Severity"), _ ("Would take"), _ ("Counted") };
  GtkWidget *child;
  int row = 1;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (int i = 0; i < 4; i++)
    attach (self->grid, i, 0, heads[i], "th");
  for (guint i = 0; i < view->shown->candidates->len; i++)
    add_candidate (self, row++, view, g_ptr_array_index (view->shown->candidates, i));
  add_sum (self, row, view->shown);
}

void
ys_occurrence_deduction_update (YsOccurrenceDeduction *self, const YsOccurrenceView *view)
{
  g_autofree char *why = view->shown != NULL
                             ? dup_why (view)
                             : g_strdup (_ ("Once it is registered, this shows what each item would "
                                            "take and which one holds."));
  g_autofree char *how = view->shown != NULL ? dup_how (view->shown) : g_strdup ("");
  g_autofree char *now = g_strdup_printf ("%s\n%s\n%s", view->id, why, how);

  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  gtk_widget_set_visible (self->grid, view->shown != NULL);
  if (view->shown != NULL)
    make_grid (self, view);
  gtk_label_set_text (GTK_LABEL (self->why), why);
  gtk_label_set_text (GTK_LABEL (self->how), how);
  gtk_widget_set_visible (self->how, *how != '\0');
}

static GtkWidget *
make_words (const char *classes)
{
  GtkWidget *label = ys_fill_label ("", classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

static void
ys_occurrence_deduction_finalize (GObject *object)
{
  g_free (YS_OCCURRENCE_DEDUCTION (object)->shown);
  G_OBJECT_CLASS (ys_occurrence_deduction_parent_class)->finalize (object);
}

static void
ys_occurrence_deduction_class_init (YsOccurrenceDeductionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_deduction_finalize;
}

static void
ys_occurrence_deduction_init (YsOccurrenceDeduction *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "grid");
  gtk_widget_add_css_class (self->grid, "mid");
  gtk_box_append (GTK_BOX (self), self->grid);
  self->why = make_words ("why");
  gtk_box_append (GTK_BOX (self), self->why);
  self->how = make_words ("small quiet");
  gtk_box_append (GTK_BOX (self), self->how);
}
