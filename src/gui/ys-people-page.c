/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and roles: a row for each person with a tick for each role that the office knows, and a row to add one.
 * A tick is set by the workspace's answer, not by the click, so that it never shows what was refused. */
#include "ys-people-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _YsPeoplePage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkListBox *list;
  AdwEntryRow *name;
  GtkBox *roles;
  GtkWidget *add;
  GtkScrolledWindow *scrolled;
  char *shown; /* people and roles as they stand in the list */
};

typedef struct {
  char *name;
  guint roles;
  gboolean add;
} Change;

static void ys_people_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsPeoplePage, ys_people_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_people_page_place_init))

static void refresh (YsPeoplePage *self, gboolean always);

/* ---- changing ---- */

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change);
}

static gpointer
apply (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  gboolean done = change->add ? ys_workspace_add_person (workspace, change->name, change->roles, error)
                              : ys_workspace_set_person_roles (workspace, change->name, change->roles, error);

  return GINT_TO_POINTER (done);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPeoplePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error));

  if (self->workspace == NULL)
    return;
  if (!done && error != NULL)
    ys_tell_error (GTK_WIDGET (self), _("The person could not be changed"), error);
  refresh (self, TRUE);
}

static void
start (YsPeoplePage *self, const char *name, guint roles, gboolean add)
{
  Change *change = g_new0 (Change, 1);

  change->name = g_strdup (name);
  change->roles = roles;
  change->add = add;
  ys_workspace_run_async (self->workspace, apply, change, change_free, NULL, NULL, on_applied, g_object_ref (self));
}

/* The roles ticked in the box of check buttons that @child is part of. */
static guint
ticked (GtkWidget *box)
{
  guint roles = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      roles |= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "role"));
  return roles;
}

static void
on_role_toggled (GtkCheckButton *button, YsPeoplePage *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "person");

  start (self, name, ticked (gtk_widget_get_parent (GTK_WIDGET (button))), FALSE);
}

static void
check_add (YsPeoplePage *self)
{
  gtk_widget_set_sensitive (self->add, ticked (GTK_WIDGET (self->roles)) != 0
                                         && !ys_workspace_is_read_only (self->workspace));
}

static void
on_add (YsPeoplePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (!gtk_widget_get_sensitive (self->add))
    return;
  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      ys_tell (GTK_WIDGET (self), _("Type the person's name first."));
      return;
    }
  start (self, name, ticked (GTK_WIDGET (self->roles)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

/* ---- showing ---- */

static void
append_roles (YsPeoplePage *self, GtkBox *box, const char *person, guint held)
{
  guint all = ys_roles_of_office (ys_workspace_get_office (self->workspace));

  for (guint role = YS_ROLE_CLERK; role <= YS_ROLE_REVIEWER; role <<= 1)
    {
      GtkWidget *tick;
      if ((all & role) == 0)
        continue;
      tick = gtk_check_button_new_with_label (ys_role_label (role));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), (held & role) != 0);
      g_object_set_data (G_OBJECT (tick), "role", GUINT_TO_POINTER (role));
      if (person != NULL)
        {
          g_autofree char *name = g_strdup_printf ("%s, %s", person, ys_role_label (role));
          gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
          g_object_set_data_full (G_OBJECT (tick), "person", g_strdup (person), g_free);
          gtk_widget_set_sensitive (tick, !ys_workspace_is_read_only (self->workspace));
          g_signal_connect_object (tick, "toggled", G_CALLBACK (on_role_toggled), self, 0);
        }
      else
        g_signal_connect_object (tick, "toggled", G_CALLBACK (check_add), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, tick);
    }
}

static void
add_person (YsPeoplePage *self, const YsPerson *person, const char *acting)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = g_markup_escape_text (person->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (g_strcmp0 (person->name, acting) == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("working now"));
  append_roles (self, GTK_BOX (box), person->name, person->roles);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  gtk_list_box_append (self->list, row);
}

/* Which people, roles and acting person the list would show. Full. */
static char *
describe (const GPtrArray *people, const char *acting)
{
  GString *text = g_string_new (acting);

  for (guint i = 0; i < people->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (people, i);
      g_string_append_printf (text, "\n%s\t%u", person->name, person->roles);
    }
  return g_string_free (text, FALSE);
}

static void
refresh (YsPeoplePage *self, gboolean always)
{
  g_autoptr (GPtrArray) people = ys_workspace_dup_people (self->workspace);
  g_autofree char *acting = ys_workspace_dup_person (self->workspace);
  g_autofree char *now = describe (people, acting);
  GtkListBoxRow *row;

  if (!always && g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < people->len; i++)
    add_person (self, g_ptr_array_index (people, i), acting);
  check_add (self);
}

static void
on_changed (YsPeoplePage *self)
{
  refresh (self, FALSE);
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  refresh (YS_PEOPLE_PAGE (place), FALSE);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsLocation *here = ys_location_new (YS_PLACE_PEOPLE);

  here->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (YS_PEOPLE_PAGE (place)->scrolled));
  return here;
}

static void
ys_people_page_place_init (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
}

static void
ys_people_page_dispose (GObject *object)
{
  YsPeoplePage *self = YS_PEOPLE_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (ys_people_page_parent_class)->dispose (object);
}

static void
ys_people_page_class_init (YsPeoplePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_people_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, list);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, name);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, roles);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, add);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
ys_people_page_init (YsPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_people_page_new (YsWorkspace *workspace)
{
  YsPeoplePage *self = g_object_new (YS_TYPE_PEOPLE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  append_roles (self, self->roles, NULL, YS_ROLE_CLERK | YS_ROLE_ASSESSOR | YS_ROLE_REVIEWER);
  refresh (self, TRUE);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
