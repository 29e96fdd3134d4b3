/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the window, and the one place where it is decided which of them can be used now. */
#include "ys-window-private.h"

#include <glib/gi18n-lib.h>

#include "ys-diagnosis-window.h"
#include "ys-entry-field.h"
#include "ys-first-page.h"
#include "ys-help-window.h"
#include "ys-keeping-actions.h"
#include "ys-places.h"
#include "ys-search-palette.h"
#include "ys-standard-window.h"
#include "ys-workspace-form.h"

/* ---- going ---- */

static void
on_go (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;
  g_autoptr (YsLocation) to = ys_location_from_variant (parameter);

  ys_frame_go (self->frame, to);
}

static void
on_history (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ys_frame_go_history (YS_WINDOW (data)->frame, g_str_equal (g_action_get_name (G_ACTION (action)), "forward"));
}

static void
go_to_row (YsWindow *self, const YsPlaceRow *row)
{
  if (row == NULL || row->id == ys_frame_get_place_id (self->frame))
    return;
  g_autoptr (YsLocation) to = ys_location_new (row->id);
  ys_frame_go (self->frame, to);
}

static void
on_place (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_row (data, ys_places_get_by_nick (g_variant_get_string (parameter, NULL)));
}

static void
on_place_number (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  go_to_row (self, ys_places_get_in_navigation (ys_workspace_get_office (self->workspace),
                                                (guint) g_variant_get_int32 (parameter) - 1));
}

static void
on_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ys_frame_next_pane (YS_WINDOW (data)->frame, g_str_equal (g_action_get_name (G_ACTION (action)), "previous-pane"));
}

/* next-task, previous-task, toggle-evidence: the page's own actions of that name. */
static void
on_page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsPlace *place = ys_frame_get_place (YS_WINDOW (data)->frame);
  g_autofree char *name = g_strdup_printf ("place.%s", g_action_get_name (G_ACTION (action)));

  if (place != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (place), name, NULL);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ys_place_print (ys_frame_get_place (YS_WINDOW (data)->frame));
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  gtk_window_present (ys_search_palette_new (GTK_WINDOW (self), self->workspace));
}

/* ---- undo and redo ---- */

typedef struct {
  gboolean redo;
  guint task;
  char *key, *label;
} Undoing;

static void
undoing_free (gpointer data)
{
  Undoing *undoing = data;

  g_free (undoing->key);
  g_free (undoing->label);
  g_free (undoing);
}

static gpointer
undo (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Undoing *undoing = data;

  /* what is still being typed is a change too: it is the one that goes first */
  if (!ys_workspace_settle (workspace, 0, NULL, error))
    return NULL;
  g_autofree char *label
    = undoing->redo ? ys_workspace_dup_redo_label (workspace) : ys_workspace_dup_undo_label (workspace);
  if (undoing->redo ? !ys_workspace_redo (workspace, &undoing->task, &undoing->key, error)
                    : !ys_workspace_undo (workspace, &undoing->task, &undoing->key, error))
    return NULL;
  Undoing *done = g_new0 (Undoing, 1);
  done->redo = undoing->redo;
  done->label = g_steal_pointer (&label);
  done->task = undoing->task;
  done->key = g_steal_pointer (&undoing->key);
  return done;
}

/* At the city a step does not tell of which county it was, so one stays where one is and is told. */
static void
tell_undone (YsWindow *self, const Undoing *done)
{
  g_autofree char *text = g_strdup_printf (done->redo ? _("Done again: %s") : _("Taken back: %s"), done->label);

  ys_tell (GTK_WIDGET (self->stack), text);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsWindow) self = data;
  g_autoptr (GError) error = NULL;
  Undoing *done = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (done == NULL && error != NULL)
    ys_tell_error (GTK_WIDGET (self->stack), _("It could not be taken back"), error);
  if (done != NULL && ys_workspace_get_office (YS_WORKSPACE (source)) != YS_OFFICE_COUNTY)
    tell_undone (self, done);
  else if (done != NULL && (done->task != 0 || done->key != NULL) && self->frame != NULL)
    {
      /* entries without a task are those of the negative list */
      g_autoptr (YsLocation) to = ys_location_new_task (done->task, done->key);
      to->place = done->task != 0 ? YS_PLACE_FILL : YS_PLACE_NEGATIVE;
      if (ys_places_get (to->place) != NULL)
        ys_frame_go (self->frame, to);
    }
  g_clear_pointer (&done, undoing_free);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;
  gboolean redo = g_str_equal (g_action_get_name (G_ACTION (action)), "redo");
  Undoing *undoing;

  /* while a field's change is open, undo is the field's own (gui.md, rule 3) */
  if (ys_entry_field_undo_at (gtk_window_get_focus (GTK_WINDOW (self)), redo))
    return;
  undoing = g_new0 (Undoing, 1);
  undoing->redo = redo;
  ys_place_settle (ys_frame_get_place (self->frame));
  ys_workspace_run_async (self->workspace, undo, undoing, undoing_free, undoing_free, NULL, on_undone,
                          g_object_ref (self));
}

/* ---- who is working ---- */

static gpointer
set_person (YsWorkspace *workspace, gpointer name, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_set_person (workspace, name, error));
}

static void
on_person_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)) && error != NULL)
    ys_tell_error (GTK_WIDGET (self->stack), _("The person could not be changed"), error);
  ys_window_update_actions (self);
}

static void
on_person (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  /* what the person before typed stays theirs */
  ys_place_settle (ys_frame_get_place (self->frame));
  ys_workspace_run_async (self->workspace, set_person, g_variant_dup_string (parameter, NULL), g_free, NULL, NULL,
                          on_person_set, g_object_ref (self));
}

/* ---- the rest ---- */

static void
on_first (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  if (self->workspace != NULL)
    ys_window_close_workspace (self, YS_AFTER_CLOSE_FIRST);
  else
    ys_window_show_first (self);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  ys_first_page_choose (GTK_WINDOW (data), g_str_equal (name, "open-package")   ? YS_OPEN_A_PACKAGE
                                           : g_str_equal (name, "open-dossier") ? YS_OPEN_A_DOSSIER
                                                                                : YS_OPEN_A_WORKSPACE);
}

static void
on_look_dossier (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ys_window_open_dossier (data, g_variant_get_string (parameter, NULL));
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static void
on_fold (GSimpleAction *action, GVariant *state, gpointer data)
{
  YsWindow *self = data;

  g_simple_action_set_state (action, state);
  g_settings_set_boolean (self->settings, "navigation-folded", g_variant_get_boolean (state));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  ys_help_window_present (GTK_WINDOW (self),
                          self->frame != NULL ? (int) ys_frame_get_place_id (self->frame) : -1);
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/yanshou/Yanshou/ys-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, data);
  gtk_window_present (window);
}

static void
on_standard (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  gtk_window_present (ys_standard_window_new (GTK_WINDOW (self), ys_workspace_get_standard (self->workspace)));
}

static void
on_keeping (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "backup"))
    ys_keeping_backup (GTK_WIDGET (self->stack), self->workspace);
  else if (g_str_equal (name, "verify"))
    ys_keeping_verify (GTK_WINDOW (self), self->workspace);
  else if (g_str_equal (name, "restore"))
    ys_window_offer_restore (self, ys_workspace_get_folder (self->workspace), NULL);
  else
    ys_keeping_say_why_read_only (GTK_WINDOW (self), self->workspace);
}

static void
on_diagnosis (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  YsWindow *self = data;

  ys_diagnosis_window_present (GTK_WINDOW (self),
                               self->workspace != NULL ? ys_workspace_get_folder (self->workspace) : NULL);
}

static const GActionEntry actions[] = {
  { .name = "go", .activate = on_go, .parameter_type = "(uussssud)" },
  { .name = "back", .activate = on_history },
  { .name = "forward", .activate = on_history },
  { .name = "place", .activate = on_place, .parameter_type = "s" },
  { .name = "place-number", .activate = on_place_number, .parameter_type = "i" },
  { .name = "next-pane", .activate = on_pane },
  { .name = "previous-pane", .activate = on_pane },
  { .name = "next-task", .activate = on_page_action },
  { .name = "previous-task", .activate = on_page_action },
  { .name = "toggle-evidence", .activate = on_page_action },
  { .name = "print", .activate = on_print },
  { .name = "search", .activate = on_search },
  { .name = "undo", .activate = on_undo },
  { .name = "redo", .activate = on_undo },
  { .name = "person", .activate = on_person, .parameter_type = "s", .state = "''" },
  { .name = "standard", .activate = on_standard },
  { .name = "backup", .activate = on_keeping },
  { .name = "restore", .activate = on_keeping },
  { .name = "verify", .activate = on_keeping },
  { .name = "why-read-only", .activate = on_keeping },
  { .name = "close-workspace", .activate = on_first },
  { .name = "fold-navigation", .state = "false", .change_state = on_fold },
  /* these need no workspace */
  { .name = "first", .activate = on_first },
  { .name = "open-workspace", .activate = on_open },
  { .name = "open-package", .activate = on_open },
  { .name = "open-dossier", .activate = on_open },
  { .name = "look-dossier", .activate = on_look_dossier, .parameter_type = "s" },
  { .name = "close", .activate = on_close },
  { .name = "help", .activate = on_help },
  { .name = "shortcuts", .activate = on_shortcuts },
  { .name = "diagnosis", .activate = on_diagnosis },
};

void
ys_window_add_actions (YsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "fold-navigation")),
                             g_settings_get_value (self->settings, "navigation-folded"));
}

static void
enable (YsWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
ys_window_update_actions (YsWindow *self)
{
  static const char *const of_workspace[] = { "go",     "place",  "place-number",  "next-pane",       "previous-pane",
                                              "search", "standard", "verify",      "why-read-only",   "restore",
                                              "person", "close-workspace", "fold-navigation" };
  gboolean open = self->frame != NULL && !self->closing;
  YsPlace *place = open ? ys_frame_get_place (self->frame) : NULL;
  gboolean writable = open && !ys_workspace_is_read_only (self->workspace);
  g_autofree char *undo_label = writable ? ys_workspace_dup_undo_label (self->workspace) : NULL;
  g_autofree char *redo_label = writable ? ys_workspace_dup_redo_label (self->workspace) : NULL;
  g_autofree char *person = open ? ys_workspace_dup_person (self->workspace) : NULL;
  /* only a county's form is closed while it is approved; the city's steps are allowed or refused one by one */
  gboolean editable = writable && (ys_workspace_get_office (self->workspace) != YS_OFFICE_COUNTY
                                   || ys_workspace_can_edit (self->workspace, NULL));
  GAction *person_action = g_action_map_lookup_action (G_ACTION_MAP (self), "person");

  for (gsize i = 0; i < G_N_ELEMENTS (of_workspace); i++)
    enable (self, of_workspace[i], open);
  enable (self, "back", open && ys_frame_can_go_history (self->frame, FALSE));
  enable (self, "forward", open && ys_frame_can_go_history (self->frame, TRUE));
  enable (self, "undo", editable && place != NULL && undo_label != NULL);
  enable (self, "redo", editable && place != NULL && redo_label != NULL);
  enable (self, "print", place != NULL && ys_place_can_print (place));
  enable (self, "backup", writable);
  enable (self, "next-task", place != NULL);
  enable (self, "previous-task", place != NULL);
  enable (self, "toggle-evidence", place != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (person_action), g_variant_new_string (person != NULL ? person : ""));
}
