/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice button: a menu button over a popover with a list, and under it an entry where text of one's own
 * is allowed. */
#include "ys-fill-choice.h"

#include <glib/gi18n-lib.h>

struct _YsFillChoice
{
  GtkWidget parent_instance;
  GtkWidget *button, *icon, *label, *popover, *list, *own; /* of the button */
  char *name_of, *value;
  GPtrArray *choices; /* Choice */
  gboolean own_text;
};

typedef struct
{
  char *value, *label, *icon;
} Choice;

enum
{
  PROP_NAME_OF = 1,
  PROP_OWN_TEXT,
  N_PROPERTIES
};
enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};
static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsFillChoice, ys_fill_choice, GTK_TYPE_WIDGET)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice->icon);
  g_free (choice);
}

static void
show_value (YsFillChoice *self)
{
  const char *label = self->value, *icon = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);
      if (g_strcmp0 (choice->value, self->value) == 0)
        {
          label = choice->label;
          icon = choice->icon;
        }
    }
  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : "");
  gtk_widget_set_visible (self->icon, icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  name = g_strdup_printf ("%s %s", self->name_of != NULL ? self->name_of : "", label != NULL ? label : "");
  /* the part of a menu button that takes the focus is the toggle inside it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (YsFillChoice *self, const char *value)
{
  g_autofree char *copy = g_strdup (value);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (g_strcmp0 (copy, self->value) != 0)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, copy);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, YsFillChoice *self)
{
  const Choice *choice = g_ptr_array_index (self->choices, gtk_list_box_row_get_index (row));

  gtk_editable_set_text (GTK_EDITABLE (self->own), "");
  choose (self, choice->value);
}

static void
on_own (YsFillChoice *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->own));

  if (*text != '\0')
    choose (self, text);
}

/* What was typed is not lost when the list is closed by a click beside it. */
static void
on_closed (YsFillChoice *self)
{
  on_own (self);
}

static void
on_shown (YsFillChoice *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->own), "");
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int)i);

      if (g_strcmp0 (choice->value, self->value) == 0)
        {
          gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
          gtk_widget_grab_focus (GTK_WIDGET (row));
        }
    }
}

void
ys_fill_choice_clear (YsFillChoice *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->choices, 0);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

void
ys_fill_choice_add (YsFillChoice *self, const char *value, const char *label, const char *icon)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = gtk_list_box_row_new ();

  choice->value = g_strdup (value);
  choice->label = g_strdup (label);
  choice->icon = g_strdup (icon);
  g_ptr_array_add (self->choices, choice);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
ys_fill_choice_set_value (YsFillChoice *self, const char *value)
{
  g_autofree char *copy = g_strdup (value);

  g_free (self->value);
  self->value = g_steal_pointer (&copy);
  show_value (self);
}

/* ---- made and gone ---- */

static void
make_button (YsFillChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->icon = gtk_image_new ();
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), arrow);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_widget_add_css_class (gtk_widget_get_first_child (self->button), "field");
  for (GtkWidget *at = box; at != self->button; at = gtk_widget_get_parent (at))
    gtk_widget_set_halign (at, GTK_ALIGN_FILL); /* the menu button centres what it holds */
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
make_popover (YsFillChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choices"),
                                  -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row), self);
  self->own = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->own), _ ("Another name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another name"), -1);
  g_signal_connect_swapped (self->own, "activate", G_CALLBACK (on_own), self);
  gtk_widget_set_visible (self->own, FALSE);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->own);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_shown), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_closed), self);
}

static void
ys_fill_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsFillChoice *self = YS_FILL_CHOICE (object);

  if (id == PROP_NAME_OF)
    {
      g_free (self->name_of);
      self->name_of = g_value_dup_string (value);
      show_value (self);
      return;
    }
  self->own_text = g_value_get_boolean (value);
  gtk_widget_set_visible (self->own, self->own_text);
}

static void
ys_fill_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YsFillChoice *self = YS_FILL_CHOICE (object);

  if (id == PROP_NAME_OF)
    g_value_set_string (value, self->name_of);
  else
    g_value_set_boolean (value, self->own_text);
}

static void
ys_fill_choice_dispose (GObject *object)
{
  YsFillChoice *self = YS_FILL_CHOICE (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (ys_fill_choice_parent_class)->dispose (object);
}

static void
ys_fill_choice_finalize (GObject *object)
{
  YsFillChoice *self = YS_FILL_CHOICE (object);

  g_free (self->name_of);
  g_free (self->value);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (ys_fill_choice_parent_class)->finalize (object);
}

static void
ys_fill_choice_class_init (YsFillChoiceClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = ys_fill_choice_set_property;
  object_class->get_property = ys_fill_choice_get_property;
  object_class->dispose = ys_fill_choice_dispose;
  object_class->finalize = ys_fill_choice_finalize;
  properties[PROP_NAME_OF] =
      g_param_spec_string ("name-of", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OWN_TEXT] =
      g_param_spec_boolean ("own-text", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", YS_TYPE_FILL_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
ys_fill_choice_init (YsFillChoice *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  make_button (self);
  make_popover (self);
}
