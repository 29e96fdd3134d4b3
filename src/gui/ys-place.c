/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface of places, locations in them, and what every page may ask of the window around it.
 * A page reaches the window only through the functions here, so that it can be put into any window. */
#include "ys-place.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-error.h"
#include "ys-error-dialog.h"

/* Time to read a message and to decide. */
#define OFFER_SECONDS 10
#define LOCATION_TYPE "(uussssud)"

enum { SIGNAL_READING_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (YsPlace, ys_place, GTK_TYPE_WIDGET)

static void
ys_place_default_init (YsPlaceInterface *iface)
{
  signals[SIGNAL_READING_CHANGED]
    = g_signal_new ("reading-changed", YS_TYPE_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
ys_place_show_location (YsPlace *self, const YsLocation *location)
{
  g_return_if_fail (YS_IS_PLACE (self));
  if (YS_PLACE_GET_IFACE (self)->show_location != NULL)
    YS_PLACE_GET_IFACE (self)->show_location (self, location);
}

YsLocation *
ys_place_dup_location (YsPlace *self)
{
  g_return_val_if_fail (YS_IS_PLACE (self), NULL);
  return YS_PLACE_GET_IFACE (self)->dup_location != NULL ? YS_PLACE_GET_IFACE (self)->dup_location (self) : NULL;
}

void
ys_place_settle (YsPlace *self)
{
  g_return_if_fail (YS_IS_PLACE (self));
  if (YS_PLACE_GET_IFACE (self)->settle != NULL)
    YS_PLACE_GET_IFACE (self)->settle (self);
}

gboolean
ys_place_next_pane (YsPlace *self, gboolean backward)
{
  g_return_val_if_fail (YS_IS_PLACE (self), FALSE);
  return YS_PLACE_GET_IFACE (self)->next_pane != NULL && YS_PLACE_GET_IFACE (self)->next_pane (self, backward);
}

gboolean
ys_place_can_print (YsPlace *self)
{
  g_return_val_if_fail (YS_IS_PLACE (self), FALSE);
  return YS_PLACE_GET_IFACE (self)->print != NULL;
}

void
ys_place_print (YsPlace *self)
{
  g_return_if_fail (YS_IS_PLACE (self));
  if (YS_PLACE_GET_IFACE (self)->print != NULL)
    YS_PLACE_GET_IFACE (self)->print (self);
}

YsReading *
ys_place_dup_reading (YsPlace *self)
{
  g_return_val_if_fail (YS_IS_PLACE (self), NULL);
  return YS_PLACE_GET_IFACE (self)->dup_reading != NULL ? YS_PLACE_GET_IFACE (self)->dup_reading (self) : NULL;
}

void
ys_place_reading_changed (YsPlace *self)
{
  g_return_if_fail (YS_IS_PLACE (self));
  g_signal_emit (self, signals[SIGNAL_READING_CHANGED], 0);
}

YsReading *
ys_reading_new (char *text, YsLocation *origin, gboolean sample)
{
  YsReading *self = g_new0 (YsReading, 1);

  self->text = text;
  self->origin = origin;
  self->sample = sample;
  return self;
}

void
ys_reading_free (YsReading *self)
{
  g_free (self->text);
  g_clear_pointer (&self->origin, ys_location_free);
  g_free (self);
}

/* ---- locations ---- */

YsLocation *
ys_location_new (YsPlaceId place)
{
  YsLocation *self = g_new0 (YsLocation, 1);

  self->place = place;
  return self;
}

YsLocation *
ys_location_new_task (guint task, const char *key)
{
  YsLocation *self = ys_location_new (YS_PLACE_FILL);

  self->task = task;
  self->key = g_strdup (key);
  return self;
}

YsLocation *
ys_location_copy (const YsLocation *self)
{
  YsLocation *copy = g_memdup2 (self, sizeof *self);

  copy->key = g_strdup (self->key);
  copy->evidence = g_strdup (self->evidence);
  copy->item = g_strdup (self->item);
  copy->text = g_strdup (self->text);
  return copy;
}

void
ys_location_free (YsLocation *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->evidence);
  g_free (self->item);
  g_free (self->text);
  g_free (self);
}

GVariant *
ys_location_to_variant (const YsLocation *self)
{
  return g_variant_new (LOCATION_TYPE, (guint) self->place, self->task, self->key != NULL ? self->key : "",
                        self->evidence != NULL ? self->evidence : "", self->item != NULL ? self->item : "",
                        self->text != NULL ? self->text : "", self->page, self->scroll);
}

static char *
or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

YsLocation *
ys_location_from_variant (GVariant *variant)
{
  YsLocation *self = ys_location_new (YS_PLACE_DESK);
  const char *key, *evidence, *item, *text;
  guint place;

  g_variant_get (variant, "(uu&s&s&s&sud)", &place, &self->task, &key, &evidence, &item, &text, &self->page,
                 &self->scroll);
  self->place = MIN (place, YS_N_PLACES - 1);
  self->key = or_null (key);
  self->evidence = or_null (evidence);
  self->item = or_null (item);
  self->text = or_null (text);
  return self;
}

/* ---- what a page asks of its window ---- */

void
ys_go (GtkWidget *from, const YsLocation *to)
{
  gtk_widget_activate_action_variant (from, "win.go", ys_location_to_variant (to));
}

/* The window that shows messages for @from: a dialog hands them to the window it belongs to. */
static GtkWidget *
find_toasts (GtkWidget *from)
{
  GtkWidget *found = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  while (found == NULL && from != NULL)
    {
      GtkRoot *root = gtk_widget_get_root (from);
      GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

      from = GTK_WIDGET (parent);
      if (ADW_IS_APPLICATION_WINDOW (parent))
        found = adw_application_window_get_content (ADW_APPLICATION_WINDOW (parent));
      if (!ADW_IS_TOAST_OVERLAY (found))
        found = NULL;
    }
  return found;
}

/* libadwaita 1.2 leaves the button that closes a message without a name. */
static void
name_closing_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close the message"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_closing_buttons (child);
}

static void
name_messages (GtkWidget *toasts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (toasts); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (toasts)))
      name_closing_buttons (child);
}

static void
show_toast (GtkWidget *toasts, AdwToast *toast, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *offered;

  /* a message that waits for another to go gets its button only then */
  if (g_object_get_data (G_OBJECT (toasts), "ys-messages") == NULL)
    {
      GListModel *messages = gtk_widget_observe_children (toasts);

      g_object_set_data_full (G_OBJECT (toasts), "ys-messages", messages, g_object_unref);
      g_signal_connect_object (messages, "items-changed", G_CALLBACK (name_messages), toasts, G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (toast, escaped);
  /* what happened last is seen at once; an offer before it was seen already, and must not come back after it */
  offered = g_object_get_data (G_OBJECT (toasts), "ys-offered");
  if (offered != NULL)
    adw_toast_dismiss (offered);
  g_object_set_data_full (G_OBJECT (toasts), "ys-offered",
                          adw_toast_get_button_label (toast) != NULL ? g_object_ref (toast) : NULL, g_object_unref);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

void
ys_tell (GtkWidget *from, const char *message)
{
  GtkWidget *toasts = find_toasts (from);

  if (toasts != NULL)
    show_toast (toasts, adw_toast_new (""), message);
}

typedef struct {
  GWeakRef from;
  YsOfferFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_weak_ref_clear (&offer->from);
  if (offer->free_data != NULL)
    offer->free_data (offer->data);
  g_free (offer);
}

static void
on_offer_taken (AdwToast *toast, Offer *offer)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&offer->from);

  if (from != NULL)
    offer->func (from, offer->data);
}

void
ys_tell_offering (GtkWidget *from, const char *message, const char *offer, YsOfferFunc func, gpointer data,
                  GDestroyNotify free_data)
{
  GtkWidget *toasts = find_toasts (from);
  Offer *offered = g_new0 (Offer, 1);
  AdwToast *toast;

  g_weak_ref_init (&offered->from, from);
  offered->func = func;
  offered->data = data;
  offered->free_data = free_data;
  if (toasts == NULL)
    {
      offer_free (offered);
      return;
    }
  toast = adw_toast_new ("");
  adw_toast_set_button_label (toast, offer);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "offer", offered, offer_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_offer_taken), offered);
  show_toast (toasts, toast, message);
}

void
ys_tell_error (GtkWidget *from, const char *title, const GError *error)
{
  GtkRoot *root = from != NULL ? gtk_widget_get_root (from) : NULL;

  if (g_error_matches (error, YS_ERROR, YS_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_window_present (ys_error_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, error));
}
