/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The navigation: one row a place, with icon, word and count; folded it keeps the icons and tells the rest in tooltips. */
#include "ys-navigation.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-places.h"

#define WIDTH_FOLDED 52
#define WIDTH_USUAL 152
#define WIDTH_WIDE 176

struct _YsNavigation {
  GtkBox parent_instance;
  GtkListBox *list;
  GtkLabel *title;
  GPtrArray *entries; /* Entry */
  gboolean folded;
};

typedef struct {
  const YsPlaceRow *place;
  GtkWidget *row, *label, *count; /* unowned */
} Entry;

G_DEFINE_FINAL_TYPE (YsNavigation, ys_navigation, GTK_TYPE_BOX)

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, YsNavigation *self)
{
  const Entry *entry = g_ptr_array_index (self->entries, gtk_list_box_row_get_index (row));
  g_autoptr (YsLocation) location = ys_location_new (entry->place->id);

  ys_go (GTK_WIDGET (self), location);
}

/* What waits in a place, and how to say it; 0 shows nothing. */
static guint
count_of (YsPlaceId place, const YsSummary *summary)
{
  if (summary == NULL)
    return 0;
  switch (place)
    {
    case YS_PLACE_FILL:
      return summary->unfinished;
    case YS_PLACE_NEGATIVE:
      return summary->open_thresholds + summary->unsettled;
    case YS_PLACE_CHECK:
      return summary->musts + summary->shoulds;
    case YS_PLACE_RECTIFY:
      return summary->said[YS_SAID_TO_ANSWER] + summary->said[YS_SAID_TO_VERIFY];
    case YS_PLACE_ASSESS:
      return summary->review[YS_MATRIX_WAITING];
    case YS_PLACE_EXAMINE:
      return summary->unconcluded;
    case YS_PLACE_OPINIONS:
      return summary->opinions.answered;
    case YS_PLACE_DESK:
    case YS_PLACE_EVIDENCE:
    case YS_PLACE_REGISTER:
    case YS_PLACE_JOURNAL:
    case YS_PLACE_PEOPLE:
    case YS_PLACE_RECEIPT:
    case YS_PLACE_RANKING:
    case YS_PLACE_DOSSIER:
    case YS_PLACE_DOSSIER_RECEIPT:
    case YS_N_PLACES:
    default:
      return 0;
    }
}

static void
name_entry (YsNavigation *self, const Entry *entry, guint count)
{
  g_autofree char *name = count > 0 ? g_strdup_printf (_("%s, %u waiting"), _ (entry->place->title), count)
                                    : g_strdup (_ (entry->place->title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (entry->row, self->folded ? name : NULL);
}

void
ys_navigation_set_summary (YsNavigation *self, const YsSummary *summary)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      guint count = count_of (entry->place->id, summary);
      g_autofree char *text = g_strdup_printf ("%u", count);

      gtk_label_set_text (GTK_LABEL (entry->count), text);
      gtk_widget_set_visible (entry->count, count > 0 && !self->folded);
      name_entry (self, entry, count);
    }
}

void
ys_navigation_set_place (YsNavigation *self, YsPlaceId place)
{
  gtk_list_box_unselect_all (self->list);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->place->id == place)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (entry->row));
    }
}

void
ys_navigation_set_width (YsNavigation *self, gboolean folded, gboolean wide)
{
  self->folded = folded;
  gtk_widget_set_size_request (GTK_WIDGET (self), folded ? WIDTH_FOLDED : wide ? WIDTH_WIDE : WIDTH_USUAL, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !folded);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      gtk_widget_set_visible (entry->label, !folded);
      gtk_widget_set_halign (gtk_widget_get_parent (entry->label), folded ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
      gtk_widget_set_visible (entry->count, !folded && *gtk_label_get_text (GTK_LABEL (entry->count)) != '0');
      gtk_widget_set_tooltip_text (entry->row, folded ? _ (entry->place->title) : NULL);
    }
}

static void
add_entry (YsNavigation *self, const YsPlaceRow *place)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (place->icon);

  entry->place = place;
  entry->row = gtk_list_box_row_new ();
  entry->label = gtk_label_new (_ (place->title));
  entry->count = gtk_label_new ("0");
  gtk_label_set_xalign (GTK_LABEL (entry->label), 0);
  gtk_widget_set_hexpand (entry->label, TRUE);
  gtk_widget_add_css_class (entry->count, "count");
  gtk_widget_set_valign (entry->count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (entry->count, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), entry->label);
  gtk_box_append (GTK_BOX (box), entry->count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry->row), box);
  gtk_list_box_append (self->list, entry->row);
  g_ptr_array_add (self->entries, entry);
  name_entry (self, entry, 0);
}

void
ys_navigation_set_office (YsNavigation *self, YsOfficeKind office)
{
  const YsPlaceRow *place;

  for (guint i = 0; (place = ys_places_get_in_navigation (office, i)) != NULL; i++)
    add_entry (self, place);
}

static void
ys_navigation_finalize (GObject *object)
{
  g_ptr_array_unref (YS_NAVIGATION (object)->entries);
  G_OBJECT_CLASS (ys_navigation_parent_class)->finalize (object);
}

static void
ys_navigation_class_init (YsNavigationClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_navigation_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-navigation.ui");
  gtk_widget_class_bind_template_child (widget_class, YsNavigation, list);
  gtk_widget_class_bind_template_child (widget_class, YsNavigation, title);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ys_navigation_init (YsNavigation *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
