/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head, requirement and table stay above; the cited page takes the rest of the height. */
#include "ys-examine-record.h"

#include <glib/gi18n-lib.h>

#include "ys-cited-page.h"
#include "ys-examine-tables.h"
#include "ys-examine-words.h"
#include "ys-fill-card.h"

struct _YsExamineRecord {
  GtkBox parent_instance;
  GtkWidget *head, *number, *title, *unit, *requirement, *place, *table_scroller;
  YsCitedPage *page;
  YsExamineData *data; /* what is shown rests on it */
  char *shown;         /* the subject */
};

enum { SIGNAL_STEP, SIGNAL_AIMED, SIGNAL_UNIT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsExamineRecord, ys_examine_record, GTK_TYPE_BOX)

static void
on_point (YsExamineRecord *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  ys_cited_page_aim (self->page, ys_examine_row_point (row));
  g_signal_emit (self, signals[SIGNAL_AIMED], 0, ys_examine_row_point (row));
}

static void
on_unit (YsExamineRecord *self, GtkListBoxRow *row)
{
  g_autofree char *unit = g_strdup (ys_examine_row_unit (row));

  g_signal_emit (self, signals[SIGNAL_UNIT], 0, unit);
}

static void
show_head (YsExamineRecord *self, YsExamineRow *row)
{
  const YsQueueEntry *entry = row->entry;
  const char *name = ys_examine_data_get_name (row->data, row->unit);
  const YsTask *task = entry != NULL && entry->task != 0
                         ? ys_catalogue_get_task (ys_dossier_get_standard (row->data->dossier)->catalogue, entry->task)
                         : NULL;
  g_autofree char *number = entry != NULL ? ys_examine_dup_number (row->data, entry) : NULL;

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_widget_set_visible (self->number, number != NULL && *number != '\0');
  gtk_label_set_text (GTK_LABEL (self->title), entry != NULL ? entry->title : name);
  gtk_widget_set_tooltip_text (self->title, entry != NULL ? entry->title : NULL);
  gtk_label_set_text (GTK_LABEL (self->unit), entry != NULL  ? name
                                              : row->is_city ? _ ("all counties")
                                                             : _ ("county as a whole"));
  gtk_label_set_text (GTK_LABEL (self->requirement), task != NULL ? task->requirement : NULL);
  gtk_widget_set_tooltip_text (self->requirement, task != NULL ? task->requirement : NULL);
  gtk_widget_set_visible (self->requirement, task != NULL && task->requirement != NULL);
}

static GtkWidget *
make_table (YsExamineRecord *self, YsExamineRow *row)
{
  GtkWidget *table, *list = NULL;

  if (row->entry != NULL && row->entry->task != 0)
    {
      table = ys_examine_points_new (row->data, row->unit, row->entry->task, &list);
      g_signal_connect_object (list, "row-selected", G_CALLBACK (on_point), self, G_CONNECT_SWAPPED);
      return table;
    }
  if (row->entry != NULL)
    return ys_examine_deduction_new (row->data, row->unit, row->entry->item);
  if (!row->is_city)
    return ys_examine_unit_new (row->data, row->unit);
  table = ys_examine_city_new (row->data, &list);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_unit), self, G_CONNECT_SWAPPED);
  return table;
}

void
ys_examine_record_show (YsExamineRecord *self, YsExamineRow *row)
{
  g_autofree char *now = g_strdup_printf ("%s %u %s", row->unit, ys_examine_row_get_task (row),
                                          ys_examine_row_get_item (row) != NULL ? ys_examine_row_get_item (row) : "");
  gboolean same = g_strcmp0 (now, self->shown) == 0 && self->data != NULL && self->data->dossier == row->data->dossier;
  g_autoptr (YsExamineData) old = self->data;

  self->data = ys_examine_data_ref (row->data);
  if (same && !row->is_city)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  show_head (self, row);
  ys_fill_clear_box (self->place);
  gtk_box_append (GTK_BOX (self->place), make_table (self, row));
  gtk_widget_set_visible (GTK_WIDGET (self->page), row->entry != NULL);
  gtk_widget_set_vexpand (self->table_scroller, row->entry == NULL);
  if (row->entry != NULL)
    ys_cited_page_take (self->page, row->data->dossier,
                        ys_examine_dup_citations (row->data, row->unit, row->entry->task, row->entry->item));
}

void
ys_examine_record_set_pane_button (YsExamineRecord *self, GtkWidget *button)
{
  gtk_box_append (GTK_BOX (self->head), button);
}

/* ---- made and gone ---- */

static void
on_step (GtkWidget *button, YsExamineRecord *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step")));
}

static void
add_step (YsExamineRecord *self, const char *icon, const char *name, const char *tooltip, int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_step), self, 0);
  gtk_box_append (GTK_BOX (self->head), button);
}

static void
ys_examine_record_finalize (GObject *object)
{
  YsExamineRecord *self = YS_EXAMINE_RECORD (object);

  g_clear_pointer (&self->data, ys_examine_data_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (ys_examine_record_parent_class)->finalize (object);
}

static void
ys_examine_record_class_init (YsExamineRecordClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_examine_record_finalize;
  signals[SIGNAL_STEP] = g_signal_new ("step", YS_TYPE_EXAMINE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_INT);
  signals[SIGNAL_AIMED] = g_signal_new ("aimed", YS_TYPE_EXAMINE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_UNIT] = g_signal_new ("unit", YS_TYPE_EXAMINE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_head_line (YsExamineRecord *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->head, "pdf-head");
  self->number = ys_fill_label (NULL, "h1 num quiet");
  self->title = ys_fill_label (NULL, "h1");
  self->unit = ys_fill_label (NULL, "quiet");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->unit, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->number);
  gtk_box_append (GTK_BOX (self->head), self->title);
  gtk_box_append (GTK_BOX (self->head), self->unit);
  add_step (self, "go-previous-symbolic", _ ("Item before"), _ ("Item before (Ctrl+PageUp)"), -1);
  add_step (self, "go-next-symbolic", _ ("Item after"), _ ("Item after (Ctrl+PageDown)"), 1);
  gtk_box_append (GTK_BOX (self), self->head);
}

static void
ys_examine_record_init (YsExamineRecord *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  make_head_line (self);
  self->requirement = ys_fill_label (NULL, "examine-requirement");
  gtk_label_set_wrap (GTK_LABEL (self->requirement), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->requirement), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->requirement), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (self->requirement), 20);
  gtk_label_set_lines (GTK_LABEL (self->requirement), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->requirement), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self), self->requirement);
  self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->table_scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->table_scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->table_scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->table_scroller), 320);
  gtk_widget_set_focusable (self->table_scroller, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Record"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->table_scroller), self->place);
  gtk_box_append (GTK_BOX (self), self->table_scroller);
}

GtkWidget *
ys_examine_record_new (YsWorkspace *workspace)
{
  YsExamineRecord *self = g_object_new (YS_TYPE_EXAMINE_RECORD, NULL);

  self->page = YS_CITED_PAGE (ys_cited_page_new (workspace));
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->page));
  return GTK_WIDGET (self);
}
