/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row an item. Of a registered occurrence the ticked ones are shown and the others behind a button; one
 * that is being put together shows them all. */
#include "ys-occurrence-ticks.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"
#include "ys-fill-choice.h"

typedef struct
{
  const YsNegativeItem *item;
  GtkWidget *line, *check;
  YsFillChoice *severity; /* event items */
  GtkWidget *cases_box;   /* threshold items */
  YsEntryField *cases;
} Row;

struct _YsOccurrenceTicks
{
  GtkBox parent_instance;
  GtkWidget *list, *others, *none_yet;
  GPtrArray *rows; /* Row */
  gboolean showing, all;
};

G_DEFINE_FINAL_TYPE (YsOccurrenceTicks, ys_occurrence_ticks, GTK_TYPE_BOX)

/* ---- what the person does ---- */

/* The item that a check or a choice stands for. */
static const YsNegativeItem *
get_item (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "item");
}

static void
on_tick (GtkCheckButton *check, YsOccurrenceTicks *self)
{
  const YsNegativeItem *item = get_item (check);

  if (!self->showing)
    ys_occurrence_edit_from (GTK_WIDGET (self),
                             item->threshold ? YS_OCCURRENCE_EDIT_CONTAINER : YS_OCCURRENCE_EDIT_ITEM,
                             item->id, NULL, gtk_check_button_get_active (check));
}

static void
on_severity (YsFillChoice *choice, const char *value, YsOccurrenceTicks *self)
{
  ys_occurrence_edit_from (GTK_WIDGET (self), YS_OCCURRENCE_EDIT_SEVERITY, get_item (choice)->id, value,
                           TRUE);
}

static void
show_rows (YsOccurrenceTicks *self)
{
  gboolean any = FALSE, hidden = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      gboolean ticked = gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check));

      gtk_widget_set_visible (row->line, ticked || self->all);
      any |= ticked;
      hidden |= !ticked && !self->all;
    }
  gtk_widget_set_visible (self->none_yet, !any);
  gtk_widget_set_visible (self->others, hidden);
}

static void
on_others (YsOccurrenceTicks *self)
{
  self->all = TRUE;
  show_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check)))
        {
          gtk_widget_grab_focus (row->check);
          return;
        }
    }
}

/* ---- rows ---- */

static GtkWidget *
make_check (YsOccurrenceTicks *self, const YsNegativeItem *item)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *text = item->threshold
                              ? g_strdup_printf (_ ("%s its cases stand in %s"), item->id, item->name)
                              : g_strdup_printf ("%s %s", item->id, item->name);
  GtkWidget *label = ys_fill_label (text, "name");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (check), "item", (gpointer)item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_tick), self, 0);
  return check;
}

/* The severities of the standard, each with what it deducts under the item. */
static YsFillChoice *
make_severity (YsOccurrenceTicks *self, const YsStandard *standard, const YsNegativeItem *item)
{
  const YsNegativeRule *rule = g_ptr_array_index (standard->negative, item->index);
  g_autofree char *name = g_strdup_printf (_ ("%s severity"), item->id);
  YsFillChoice *choice = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", name, NULL);

  ys_fill_choice_add (choice, "", _ ("not settled"), NULL);
  for (guint i = 0; i < standard->severities->len && i < rule->amounts->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (standard->severities, i);
      g_autofree char *amount = ys_deduction_dup_text (g_array_index (rule->amounts, YsPoints, i));
      g_autofree char *text = g_strdup_printf ("%s %s", severity->name, amount);
      ys_fill_choice_add (choice, severity->id, text, NULL);
    }
  gtk_widget_set_size_request (GTK_WIDGET (choice), 120, -1);
  gtk_widget_set_valign (GTK_WIDGET (choice), GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (choice), "item", (gpointer)item);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (on_severity), self, 0);
  return choice;
}

static GtkWidget *
make_cases (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  row->cases = YS_ENTRY_FIELD (ys_entry_field_new (FALSE));
  ys_entry_field_set_numeric (row->cases, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (row->cases), 56, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (row->cases), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->cases));
  gtk_box_append (GTK_BOX (box), ys_fill_label (_ ("cases"), "small quiet"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
add_row (YsOccurrenceTicks *self, const YsStandard *standard, const YsNegativeItem *item)
{
  Row *row = g_new0 (Row, 1);

  row->item = item;
  row->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  row->check = make_check (self, item);
  gtk_box_append (GTK_BOX (row->line), row->check);
  if (item->threshold)
    {
      row->cases_box = make_cases (row);
      gtk_box_append (GTK_BOX (row->line), row->cases_box);
    }
  else
    {
      row->severity = make_severity (self, standard, item);
      gtk_box_append (GTK_BOX (row->line), GTK_WIDGET (row->severity));
    }
  gtk_box_append (GTK_BOX (self->list), row->line);
  g_ptr_array_add (self->rows, row);
}

/* Only figures that must stay below something and have a numerator contain cases (scoring.md, rule 9). */
static gboolean
can_contain (const YsNegativeItem *item)
{
  return item->threshold && item->numerator != NULL
         && (item->comparator == YS_COMPARE_LE || item->comparator == YS_COMPARE_LT);
}

static void
make_rows (YsOccurrenceTicks *self, const YsStandard *standard)
{
  const GPtrArray *items = standard->catalogue->items;

  for (int threshold = 0; threshold <= 1; threshold++)
    for (guint i = 0; i < items->len; i++)
      {
        const YsNegativeItem *item = g_ptr_array_index (items, i);
        if (threshold ? can_contain (item) : !item->threshold)
          add_row (self, standard, item);
      }
}

/* ---- shown ---- */

static const YsTick *
find_tick (const YsOccurrence *occurrence, const char *item)
{
  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);
      if (g_str_equal (tick->item, item))
        return tick;
    }
  return NULL;
}

void
ys_occurrence_ticks_build (YsOccurrenceTicks *self, const YsOccurrenceView *view)
{
  g_autofree char *key = ys_occurrence_view_dup_key (view, "cases");

  if (self->rows->len == 0)
    make_rows (self, view->page->standard);
  self->all = view->shown == NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = g_strdup_printf (_ ("%s number of cases"), row->item->name);
      if (row->cases != NULL)
        ys_entry_field_bind (row->cases, view->page->workspace, 0, key, name);
    }
}

void
ys_occurrence_ticks_update (YsOccurrenceTicks *self, const YsOccurrenceView *view)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      const YsTick *tick = find_tick (view->occurrence, row->item->id);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), tick != NULL);
      gtk_widget_set_sensitive (row->check, view->can_edit);
      if (row->severity != NULL)
        {
          ys_fill_choice_set_value (row->severity,
                                    tick != NULL && tick->severity != NULL ? tick->severity : "");
          gtk_widget_set_visible (GTK_WIDGET (row->severity), tick != NULL);
          gtk_widget_set_sensitive (GTK_WIDGET (row->severity), view->can_edit);
        }
      if (row->cases != NULL)
        {
          gtk_widget_set_visible (row->cases_box, tick != NULL);
          ys_entry_field_set_editable (row->cases, view->can_edit);
        }
    }
  self->showing = FALSE;
  show_rows (self);
  if (!view->can_edit)
    gtk_widget_set_visible (self->others, FALSE);
}

/* ---- made and gone ---- */

static void
ys_occurrence_ticks_finalize (GObject *object)
{
  g_ptr_array_unref (YS_OCCURRENCE_TICKS (object)->rows);
  G_OBJECT_CLASS (ys_occurrence_ticks_parent_class)->finalize (object);
}

static void
ys_occurrence_ticks_class_init (YsOccurrenceTicksClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_ticks_finalize;
}

static void
ys_occurrence_ticks_init (YsOccurrenceTicks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->none_yet = ys_fill_label (_ ("Tick every item that it falls under; it deducts once, at the largest."),
                                  "small quiet");
  gtk_label_set_wrap (GTK_LABEL (self->none_yet), TRUE);
  gtk_box_append (GTK_BOX (self), self->none_yet);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self), self->list);
  self->others = ys_fill_jump (_ ("Other items…"));
  gtk_widget_set_halign (self->others, GTK_ALIGN_START);
  g_signal_connect_swapped (self->others, "clicked", G_CALLBACK (on_others), self);
  gtk_box_append (GTK_BOX (self), self->others);
}
