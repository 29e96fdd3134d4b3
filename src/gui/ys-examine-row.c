/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and their cells. A cell follows its row, so that a new opinion changes two labels and moves nothing. */
#include "ys-examine-row.h"

#include <glib/gi18n-lib.h>

#include "ys-examine-words.h"
#include "ys-fill-card.h"

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsExamineRow, ys_examine_row, G_TYPE_OBJECT)

static void
ys_examine_row_finalize (GObject *object)
{
  g_clear_pointer (&YS_EXAMINE_ROW (object)->data, ys_examine_data_unref);
  G_OBJECT_CLASS (ys_examine_row_parent_class)->finalize (object);
}

static void
ys_examine_row_class_init (YsExamineRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_examine_row_finalize;
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", YS_TYPE_EXAMINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_examine_row_init (YsExamineRow *self)
{
}

YsExamineRow *
ys_examine_row_new (YsExamineData *data, const char *unit, const YsQueueEntry *entry)
{
  YsExamineRow *self = g_object_new (YS_TYPE_EXAMINE_ROW, NULL);

  self->data = ys_examine_data_ref (data);
  self->unit = unit;
  self->entry = entry;
  self->is_city = ys_examine_data_get_unit (data, unit) == NULL;
  return self;
}

guint
ys_examine_row_get_task (YsExamineRow *self)
{
  return self->entry != NULL ? self->entry->task : 0;
}

const char *
ys_examine_row_get_item (YsExamineRow *self)
{
  return self->entry != NULL ? self->entry->item : NULL;
}

gboolean
ys_examine_row_is (YsExamineRow *self, const char *unit, guint task, const char *item)
{
  return g_strcmp0 (self->unit, unit) == 0 && ys_examine_row_get_task (self) == task
         && g_strcmp0 (ys_examine_row_get_item (self), item) == 0;
}

void
ys_examine_row_renew (YsExamineRow *self, YsExamineRow *newer)
{
  g_autoptr (YsExamineData) old = self->data;

  self->data = ys_examine_data_ref (newer->data);
  self->unit = newer->unit;
  self->entry = newer->entry;
  self->open = newer->open;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- cell ---- */

struct _YsExamineCell {
  GtkBox parent_instance;
  YsExamineRow *row;
  GtkWidget *arrow, *sign, *number, *title, *detail, *mark, *figure;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (YsExamineCell, ys_examine_cell, GTK_TYPE_BOX)

/* The list's own row takes the focus, so it has the name too. */
static void
set_name (YsExamineCell *self, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_entry (YsExamineCell *self, const YsQueueEntry *entry)
{
  const char *class = NULL, *mark = ys_examine_mark (entry, &class);
  g_autofree char *number = ys_examine_dup_number (self->row->data, entry), *detail = ys_examine_dup_detail (entry);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s %s, %s%s%s"), ys_examine_data_get_name (self->row->data, entry->unit),
                                           number, entry->title, detail, mark != NULL ? ", " : "", mark != NULL ? mark : "");

  gtk_label_set_text (GTK_LABEL (self->sign), entry->has_opinion ? ys_examine_verdict_sign (entry->verdict) : NULL);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->title), entry->title);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_label_set_text (GTK_LABEL (self->mark), mark);
  gtk_widget_set_visible (self->mark, mark != NULL);
  gtk_widget_set_css_classes (self->mark, (const char *[]){ "count", class, NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), entry->title);
  set_name (self, name);
}

static void
show_unit (YsExamineCell *self)
{
  YsExamineRow *row = self->row;
  const YsDossierUnitInfo *info = ys_examine_data_get_unit (row->data, row->unit);
  g_autofree char *total = info != NULL ? ys_points_to_display (info->total) : NULL;
  YsExamineCounts counts;

  ys_examine_data_count (row->data, row->is_city ? NULL : row->unit, &counts);
  g_autofree char *done = g_strdup_printf ("%u/%u", counts.agree + counts.query + counts.disagree, counts.all);
  g_autofree char *figure = total != NULL ? g_strdup_printf ("%s  %s", done, total) : g_strdup (done);
  g_autofree char *name = g_strdup_printf (row->is_city ? _ ("%s, conclusion and counties, %s looked at")
                                                        : _ ("%s, county as a whole, %s looked at"),
                                           ys_examine_data_get_name (row->data, row->unit), done);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), row->open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_text (GTK_LABEL (self->title), ys_examine_data_get_name (row->data, row->unit));
  gtk_label_set_text (GTK_LABEL (self->figure), figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  set_name (self, name);
}

static void
show_row (YsExamineCell *self)
{
  gboolean unit = self->row->entry == NULL;

  gtk_widget_set_visible (self->arrow, unit && !self->row->is_city);
  gtk_widget_set_visible (self->figure, unit);
  gtk_widget_set_visible (self->sign, !unit);
  gtk_widget_set_visible (self->number, !unit);
  gtk_widget_set_visible (self->detail, !unit);
  gtk_widget_set_visible (self->mark, !unit);
  gtk_widget_set_css_classes (GTK_WIDGET (self), unit ? (const char *[]){ "examine-cell", "unit", NULL }
                                                      : (const char *[]){ "examine-cell", NULL });
  if (unit)
    show_unit (self);
  else
    show_entry (self, self->row->entry);
}

void
ys_examine_cell_set_row (YsExamineCell *self, YsExamineRow *row)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->changed = g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), self);
  show_row (self);
}

static void
ys_examine_cell_dispose (GObject *object)
{
  ys_examine_cell_set_row (YS_EXAMINE_CELL (object), NULL);
  G_OBJECT_CLASS (ys_examine_cell_parent_class)->dispose (object);
}

static void
ys_examine_cell_class_init (YsExamineCellClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_examine_cell_dispose;
}

static GtkWidget *
add_label (GtkWidget *box, const char *classes, int width, float xalign)
{
  GtkWidget *label = ys_fill_label (NULL, classes);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_size_request (label, width, -1);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
ys_examine_cell_init (YsExamineCell *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (self), self->arrow);
  self->sign = add_label (GTK_WIDGET (self), "strong", 12, 0.5f);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1); /* the name says it */
  self->number = add_label (GTK_WIDGET (self), "num quiet", 34, 1);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), lines);
  self->title = add_label (lines, "", -1, 0);
  self->detail = add_label (lines, "small quiet num", -1, 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  self->mark = add_label (GTK_WIDGET (self), "count", -1, 0.5f);
  self->figure = add_label (GTK_WIDGET (self), "num", -1, 1);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
}

GtkWidget *
ys_examine_cell_new (void)
{
  return g_object_new (YS_TYPE_EXAMINE_CELL, NULL);
}

/* ---- cells of a list ---- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ys_examine_cell_new ());
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  ys_examine_cell_set_row (YS_EXAMINE_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  ys_examine_cell_set_row (YS_EXAMINE_CELL (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
ys_examine_cell_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

gboolean
ys_examine_cell_focus (GtkWidget *list, YsExamineRow *row)
{
  for (GtkWidget *at = gtk_widget_get_first_child (list); at != NULL; at = gtk_widget_get_next_sibling (at))
    {
      GtkWidget *cell = gtk_widget_get_first_child (at);
      if (YS_IS_EXAMINE_CELL (cell) && YS_EXAMINE_CELL (cell)->row == row)
        return gtk_widget_grab_focus (at);
    }
  return FALSE;
}
