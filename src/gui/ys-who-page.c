/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the workspace's people; choosing one says who acts. No passwords: the journal names people, the computer
 * is locked by its own means. */
#include "ys-who-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-person-words.h"
#include "ys-window-private.h"

struct _YsWhoPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GPtrArray *all; /* of YsPerson */
  GtkLabel *unit;
  GtkListBox *people;
};

G_DEFINE_FINAL_TYPE (YsWhoPage, ys_who_page, GTK_TYPE_BOX)

static gpointer
set_person (YsWorkspace *workspace, gpointer name, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_set_person (workspace, name, error));
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsWhoPage) self = data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* a workspace that is open for reading only keeps nobody, and needs nobody */
  if (!GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error))
      && !ys_workspace_is_read_only (self->workspace))
    {
      if (error != NULL)
        ys_tell_error (GTK_WIDGET (self), _("The person could not be chosen"), error);
      return;
    }
  if (YS_IS_WINDOW (root))
    ys_window_show_frame (YS_WINDOW (root));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, YsWhoPage *self)
{
  const YsPerson *person = g_ptr_array_index (self->all, gtk_list_box_row_get_index (row));

  ys_workspace_run_async (self->workspace, set_person, g_strdup (person->name), g_free, NULL, NULL, on_set,
                          g_object_ref (self));
}

static void
ys_who_page_dispose (GObject *object)
{
  YsWhoPage *self = YS_WHO_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (ys_who_page_parent_class)->dispose (object);
}

static void
ys_who_page_class_init (YsWhoPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_who_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-who-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWhoPage, unit);
  gtk_widget_class_bind_template_child (widget_class, YsWhoPage, people);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ys_who_page_init (YsWhoPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_who_page_new (YsWorkspace *workspace)
{
  YsWhoPage *self = g_object_new (YS_TYPE_WHO_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->all = ys_workspace_dup_people (workspace);
  gtk_label_set_text (self->unit, ys_workspace_get_unit_name (workspace));
  for (guint i = 0; i < self->all->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (self->all, i);
      g_autofree char *roles = ys_person_dup_roles (person->roles);
      g_autofree char *name = g_markup_escape_text (person->name, -1);
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), roles);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (self->people, row);
    }
  return GTK_WIDGET (self);
}
