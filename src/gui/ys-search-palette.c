/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small window with one field and what it finds. Arrows move in the list while the field keeps the focus, so that
 * an input method is never disturbed; text in composition searches nothing yet. */
#include "ys-search-palette.h"

#include <glib/gi18n-lib.h>

#include "ys-search-index.h"

#define MOST_SHOWN 40

struct _YsSearchPalette {
  GtkWindow parent_instance;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkWidget *nothing, *scrolled;
  YsSearchIndex *index;
  GPtrArray *found; /* of unowned YsSearchHit */
};

G_DEFINE_FINAL_TYPE (YsSearchPalette, ys_search_palette, GTK_TYPE_WINDOW)

static GtkWidget *
make_row (const YsSearchHit *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (finding->title), *detail = gtk_label_new (finding->detail);
  g_autofree char *name = g_strdup_printf ("%s, %s", finding->title, finding->detail);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 1);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_add_css_class (detail, "small");
  gtk_widget_add_css_class (detail, "quiet");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (finding->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
search (YsSearchPalette *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = ys_search_index_find (self->index, gtk_editable_get_text (GTK_EDITABLE (self->entry)), MOST_SHOWN);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->found, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (self->nothing, self->found->len == 0);
  gtk_widget_set_visible (self->scrolled, self->found->len > 0);
}

static void
take (YsSearchPalette *self, GtkListBoxRow *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (row == NULL)
    return;
  const YsSearchHit *finding = g_ptr_array_index (self->found, gtk_list_box_row_get_index (row));
  g_autoptr (YsLocation) to = finding->location != NULL ? ys_location_copy (finding->location) : NULL;
  const char *action = finding->action;
  gtk_window_close (GTK_WINDOW (self));
  if (to != NULL)
    ys_go (GTK_WIDGET (parent), to);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, NULL);
}

static void
on_row_activated (YsSearchPalette *self, GtkListBoxRow *row)
{
  take (self, row);
}

static void
on_activate (YsSearchPalette *self)
{
  take (self, gtk_list_box_get_selected_row (self->list));
}

/* Scrolls just as far as is needed to see @row. */
static void
reveal (YsSearchPalette *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y,
                               (double) bounds.origin.y + (double) bounds.size.height);
}

static gboolean
on_key (YsSearchPalette *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 0;

  if (key == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    }
  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      reveal (self, row);
    }
  return GDK_EVENT_STOP;
}

static void
ys_search_palette_finalize (GObject *object)
{
  YsSearchPalette *self = YS_SEARCH_PALETTE (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->index, ys_search_index_free);
  G_OBJECT_CLASS (ys_search_palette_parent_class)->finalize (object);
}

static void
ys_search_palette_class_init (YsSearchPaletteClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_search_palette_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-search-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSearchPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, YsSearchPalette, list);
  gtk_widget_class_bind_template_child (widget_class, YsSearchPalette, nothing);
  gtk_widget_class_bind_template_child (widget_class, YsSearchPalette, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
ys_search_palette_init (YsSearchPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
ys_search_palette_new (GtkWindow *parent, YsWorkspace *workspace)
{
  YsSearchPalette *self = g_object_new (YS_TYPE_SEARCH_PALETTE, "transient-for", parent, NULL);

  self->index = ys_search_index_new (workspace);
  search (self);
  return GTK_WINDOW (self);
}
