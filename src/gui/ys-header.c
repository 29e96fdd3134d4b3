/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head of the window: back, unit, round and state; save state, undo and redo with what they would do, search, person.
 * Nothing here is decided, all of it is asked of the workspace after each of its signals. */
#include "ys-header.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-person-words.h"
#include "ys-workspace-form.h"
#include "ys-workspace-stage.h"

/* Characters of a name with one role. */
#define SHORT_PERSON 12

struct _YsHeader {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkLabel *unit, *round, *state, *save_label, *save_detail, *person_label;
  GtkImage *save_icon;
  GtkMenuButton *save_button, *person_button;
  GtkWidget *undo_button, *redo_button;
};

G_DEFINE_FINAL_TYPE (YsHeader, ys_header, GTK_TYPE_BOX)

static void
show_save_state (YsHeader *self)
{
  gint64 at = 0;
  g_autofree char *message = NULL;
  YsSaveState state = ys_workspace_get_save_state (self->workspace, &at, &message);
  g_autofree char *text = NULL, *detail = NULL;

  if (state == YS_SAVE_SAVED)
    {
      g_autofree char *time = ys_time_to_display (at);
      const char *blank = strchr (time, ' ');
      text = g_strdup_printf (_("Saved %s"), blank != NULL ? blank + 1 : time);
      detail = g_strdup_printf (_("Every change is saved by itself, last at %s, in\n%s"), time,
                                ys_workspace_get_folder (self->workspace));
    }
  else
    {
      text = g_strdup (state == YS_SAVE_PENDING ? _("Saving…") : _("Not saved"));
      detail = g_strdup (message != NULL ? message : _("What you typed is being written to the disk."));
    }
  if (ys_workspace_is_read_only (self->workspace))
    {
      g_clear_pointer (&text, g_free);
      text = g_strdup (_("Read only"));
    }
  gtk_label_set_text (self->save_label, text);
  gtk_label_set_text (self->save_detail, detail);
  gtk_image_set_from_icon_name (self->save_icon, state == YS_SAVE_SAVED     ? "object-select-symbolic"
                                                 : state == YS_SAVE_PENDING ? "emblem-synchronizing-symbolic"
                                                                            : "dialog-warning-symbolic");
  if (state == YS_SAVE_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->save_button), "failed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_button), "failed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_undo (GtkWidget *button, const char *verb, char *label)
{
  g_autofree char *what = label != NULL ? g_strdup_printf (_("%s: %s"), verb, label) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_free (label);
}

static void
show_state (YsHeader *self)
{
  YsRoundStage stage = ys_workspace_get_stage (self->workspace);
  g_autofree char *state = NULL;

  if (stage == YS_STAGE_COUNTY)
    state = g_strdup_printf (_("%s · draft %u"),
                             ys_submission_state_label (ys_workspace_get_state (self->workspace)),
                             ys_workspace_get_revision (self->workspace));
  else
    state = g_strdup (ys_round_stage_label (stage));
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->unit, ys_workspace_get_unit_name (self->workspace));
  gtk_label_set_text (self->round, ys_workspace_get_assessment (self->workspace)->title);
}

/* A header bar gives a label that may be shortened no more than its least width: a name with two roles is never cut. */
static void
show_whole_name (YsHeader *self, const char *text)
{
  gboolean is_short = g_utf8_strlen (text, -1) <= SHORT_PERSON;

  gtk_label_set_ellipsize (self->person_label, is_short ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->person_label, is_short ? -1 : SHORT_PERSON + 4);
}

static void
show_person (YsHeader *self)
{
  g_autofree char *person = ys_workspace_dup_person (self->workspace);
  g_autofree char *roles = ys_person_dup_roles (ys_workspace_get_person_roles (self->workspace));
  g_autoptr (GPtrArray) people = ys_workspace_dup_people (self->workspace);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new (), more = g_menu_new ();
  g_autofree char *text = person == NULL    ? g_strdup (_("Nobody chosen"))
                          : *roles != '\0' ? g_strdup_printf ("%s · %s", person, roles)
                                           : g_strdup (person);

  for (guint i = 0; i < people->len; i++)
    {
      const YsPerson *one = g_ptr_array_index (people, i);
      g_autofree char *their_roles = ys_person_dup_roles (one->roles);
      g_autofree char *label = g_strdup_printf ("%s · %s", one->name, their_roles);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.person", "s", one->name);
      g_menu_append_item (names, item);
    }
  g_menu_append (more, _("P_eople and Roles…"), "win.place::people");
  g_menu_append_section (menu, _("Who Is Working"), G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->person_button, G_MENU_MODEL (menu));
  gtk_label_set_text (self->person_label, text);
  show_whole_name (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
refresh (YsHeader *self)
{
  show_state (self);
  show_save_state (self);
  show_person (self);
  show_undo (self->undo_button, _("Undo"), ys_workspace_dup_undo_label (self->workspace));
  show_undo (self->redo_button, _("Redo"), ys_workspace_dup_redo_label (self->workspace));
}

void
ys_header_set_workspace (YsHeader *self, YsWorkspace *workspace)
{
  g_return_if_fail (self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "save-state", G_CALLBACK (show_save_state), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
ys_header_dispose (GObject *object)
{
  YsHeader *self = YS_HEADER (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_header_parent_class)->dispose (object);
}

static void
ys_header_class_init (YsHeaderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_header_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-header.ui");
  gtk_widget_class_bind_template_child (widget_class, YsHeader, unit);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, round);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, state);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, save_label);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, save_detail);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, save_icon);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, save_button);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, person_label);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, person_button);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, undo_button);
  gtk_widget_class_bind_template_child (widget_class, YsHeader, redo_button);
}

static void
ys_header_init (YsHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
