/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of the form. Nothing here sets text, attributes or sensitivity while the toolkit tells of a change:
 * an input method composes across those signals, and what is typed next would be lost (case 1). */
#include "ys-entry-field.h"

#include <string.h>

#include "ys-fill-area.h"
#include "ys-fill-clock.h"
#include "ys-fill-problem.h"
#include "ys-fill-steps.h"
#include "ys-points.h"

/* Rest after which an open change becomes one of the journal (packages.md, Typing). */
#define SETTLE_SECONDS 20
/* Typing has to rest this long before a text is called unreadable: half a date is no mistake yet. */
#define PROBLEM_MILLISECONDS 900

struct _YsEntryField
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *key;
  char *shown; /* what stands in the widget */
  YsFillSteps *steps;
  GtkWidget *input, *problem;
  guint task, settle_timer, problem_timer;
  YsEntryPart part;
  gboolean multiline, numeric, points;
  gboolean open;    /* typed since the last settling */
  gboolean showing; /* the program sets the text: the toolkit tells of it in two changes, one of them empty */
};

enum
{
  PROP_MULTILINE = 1,
  N_PROPERTIES
};
enum
{
  SIGNAL_TYPED,
  N_SIGNALS
};
static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsEntryField, ys_entry_field, GTK_TYPE_BOX)

char *
ys_entry_field_dup_text (YsEntryField *self)
{
  if (self->multiline)
    return ys_fill_area_dup_text (YS_FILL_AREA (self->input));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
}

/* Puts @text into the widget as the program's, not as something typed. The caret stays as near as it can. */
static void
show_text (YsEntryField *self, const char *text, int caret)
{
  if (g_strcmp0 (self->shown, text) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  self->showing = TRUE;
  if (self->multiline)
    ys_fill_area_set_text (YS_FILL_AREA (self->input), text, caret);
  else
    {
      int place = caret >= 0 ? caret : gtk_editable_get_position (GTK_EDITABLE (self->input));
      gtk_editable_set_text (GTK_EDITABLE (self->input), text);
      gtk_editable_set_position (GTK_EDITABLE (self->input), place);
    }
  self->showing = FALSE;
}

static gboolean
has_focus (YsEntryField *self)
{
  return (gtk_widget_get_state_flags (self->input) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* ---- what is wrong with the text ---- */

static void
show_problem (YsEntryField *self)
{
  g_autofree char *problem = NULL;

  if (self->key == NULL)
    return;
  problem = ys_workspace_dup_entry_problem (self->workspace, self->task, self->key);
  ys_fill_problem_set_text (self->problem, problem);
  if (problem != NULL)
    gtk_widget_add_css_class (self->input, "doubt");
  else
    gtk_widget_remove_css_class (self->input, "doubt");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
on_problem_timer (gpointer data)
{
  YsEntryField *self = data;

  self->problem_timer = 0;
  show_problem (self);
  return G_SOURCE_REMOVE;
}

/* ---- typing ---- */

static void
settle (YsEntryField *self)
{
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  if (!self->open)
    return;
  self->open = FALSE;
  ys_workspace_settle_soon (self->workspace, self->task, self->key);
}

static gboolean
on_settle_timer (gpointer data)
{
  YsEntryField *self = data;

  self->settle_timer = 0;
  settle (self);
  ys_fill_steps_reset (self->steps, self->shown);
  return G_SOURCE_REMOVE;
}

static void
type (YsEntryField *self, const char *text)
{
  ys_fill_clock_start ();
  self->open = TRUE;
  g_autofree char *before = ys_workspace_dup_entry (self->workspace, self->task, self->key);
  g_autofree char *whole = ys_entry_part_put (before, self->part, text);
  ys_workspace_type (self->workspace, self->task, self->key, whole);
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  self->settle_timer = g_timeout_add_seconds (SETTLE_SECONDS, on_settle_timer, self);
  g_clear_handle_id (&self->problem_timer, g_source_remove);
  self->problem_timer = g_timeout_add (PROBLEM_MILLISECONDS, on_problem_timer, self);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
on_changed (YsEntryField *self)
{
  g_autofree char *text = NULL;

  if (self->key == NULL || self->showing)
    return;
  text = ys_entry_field_dup_text (self);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  ys_fill_steps_note (self->steps, text);
  type (self, text);
}

/* The stored text as it is shown: a number in plain digits where it is one. Full. */
static char *
dup_for_display (YsEntryField *self, const char *stored)
{
  gboolean percent = FALSE;
  g_autofree char *plain = self->numeric ? ys_number_normalize (stored, &percent) : NULL;
  YsPoints points;

  if (self->points && plain != NULL && ys_points_parse (plain, &points))
    return ys_points_to_display (points);
  return plain != NULL ? g_steal_pointer (&plain) : g_strdup (stored);
}

static void
refresh (YsEntryField *self)
{
  g_autofree char *whole = ys_workspace_dup_entry (self->workspace, self->task, self->key);
  g_autofree char *stored = ys_entry_part_get (whole, self->part);
  g_autofree char *text = dup_for_display (self, stored);

  if (g_strcmp0 (text, self->shown) != 0)
    {
      show_text (self, text, -1);
      ys_fill_steps_reset (self->steps, text);
    }
}

static void
on_focus_enter (YsEntryField *self)
{
  ys_fill_steps_reset (self->steps, self->shown);
}

static void
on_focus_leave (YsEntryField *self)
{
  if (self->key == NULL)
    return;
  settle (self);
  g_clear_handle_id (&self->problem_timer, g_source_remove);
  refresh (self);
  show_problem (self);
}

static void
on_workspace_changed (YsEntryField *self, guint what)
{
  if ((what & YS_CHANGE_FORM) == 0 || self->key == NULL || has_focus (self))
    return;
  refresh (self);
  show_problem (self);
}

/* ---- undo ---- */

static gboolean
move (YsEntryField *self, gboolean redo)
{
  guint caret = 0;
  const char *text = self->key != NULL ? ys_fill_steps_move (self->steps, redo, &caret) : NULL;

  if (text == NULL)
    return FALSE;
  show_text (self, text, (int)caret);
  type (self, text);
  return TRUE;
}

gboolean
ys_entry_field_undo_at (GtkWidget *focus, gboolean redo)
{
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, YS_TYPE_ENTRY_FIELD) : NULL;

  return field != NULL && move (YS_ENTRY_FIELD (field), redo);
}

static gboolean
on_undo_key (GtkWidget *widget, GVariant *arguments, gpointer redo)
{
  return move (YS_ENTRY_FIELD (widget), GPOINTER_TO_INT (redo));
}

static void
add_undo_keys (YsEntryField *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    gboolean redo;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, FALSE },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TRUE },
    { GDK_KEY_y, GDK_CONTROL_MASK, TRUE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (on_undo_key, GINT_TO_POINTER (keys[i].redo), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* ---- what others ask of a field ---- */

void
ys_entry_field_bind (YsEntryField *self, YsWorkspace *workspace, guint task, const char *key,
                     const char *name)
{
  g_autofree char *copy = g_strdup (key);

  if (self->key != NULL)
    settle (self);
  if (self->workspace != workspace)
    {
      if (self->workspace != NULL)
        g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_set_object (&self->workspace, workspace);
      g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self,
                               G_CONNECT_SWAPPED);
    }
  self->task = task;
  g_free (self->key);
  self->key = g_steal_pointer (&copy);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  refresh (self);
  ys_fill_steps_reset (self->steps, self->shown);
  show_problem (self);
}

void
ys_entry_field_set_numeric (YsEntryField *self, gboolean numeric)
{
  self->numeric = numeric;
  if (!self->multiline)
    gtk_editable_set_alignment (GTK_EDITABLE (self->input), numeric ? 1 : 0);
  if (numeric)
    gtk_widget_add_css_class (self->input, "num");
}

void
ys_entry_field_set_points (YsEntryField *self, gboolean points)
{
  ys_entry_field_set_numeric (self, points);
  self->points = points;
}

void
ys_entry_field_set_part (YsEntryField *self, YsEntryPart part)
{
  self->part = part;
}

void
ys_entry_field_set_editable (YsEntryField *self, gboolean editable)
{
  if (self->multiline)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->input), editable);
  else
    gtk_editable_set_editable (GTK_EDITABLE (self->input), editable);
}

GtkWidget *
ys_entry_field_get_input (YsEntryField *self)
{
  return self->input;
}

const char *
ys_entry_field_get_key (YsEntryField *self)
{
  return self->key;
}

void
ys_entry_field_enter (YsEntryField *self, const char *text)
{
  show_text (self, text, (int)g_utf8_strlen (text, -1));
  ys_fill_steps_note (self->steps, text);
  type (self, text);
  settle (self);
  show_problem (self);
}

GtkWidget *
ys_entry_field_lift_problem (YsEntryField *self)
{
  GtkWidget *problem = g_object_ref (self->problem);

  gtk_box_remove (GTK_BOX (self), problem);
  return problem;
}

void
ys_entry_field_reveal (YsEntryField *self)
{
  if (self->key != NULL)
    refresh (self);
  gtk_widget_grab_focus (self->input);
}

YsEntryField *
ys_entry_field_find (GtkWidget *root, const char *key)
{
  if (YS_IS_ENTRY_FIELD (root) && g_strcmp0 (YS_ENTRY_FIELD (root)->key, key) == 0)
    return YS_ENTRY_FIELD (root);
  for (GtkWidget *at = gtk_widget_get_first_child (root); at != NULL; at = gtk_widget_get_next_sibling (at))
    {
      YsEntryField *found = ys_entry_field_find (at, key);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* ---- made and gone ---- */

static void
make_input (YsEntryField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (self->multiline)
    {
      GtkTextBuffer *buffer;
      self->input = ys_fill_area_new ();
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
      g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }
  else
    {
      self->input = gtk_entry_new ();
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), FALSE);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->input), 1);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->input), 1); /* its place gives the width */
      g_signal_connect_object (self->input, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_enter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->input, focus);
  gtk_widget_set_hexpand (self->input, TRUE);
  gtk_box_append (GTK_BOX (self), self->input);
}

static void
ys_entry_field_constructed (GObject *object)
{
  YsEntryField *self = YS_ENTRY_FIELD (object);

  G_OBJECT_CLASS (ys_entry_field_parent_class)->constructed (object);
  make_input (self);
  self->problem = ys_fill_problem_new ();
  gtk_box_append (GTK_BOX (self), self->problem);
  add_undo_keys (self);
}

static void
ys_entry_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YS_ENTRY_FIELD (object)->multiline = g_value_get_boolean (value);
}

static void
ys_entry_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, YS_ENTRY_FIELD (object)->multiline);
}

static void
ys_entry_field_dispose (GObject *object)
{
  YsEntryField *self = YS_ENTRY_FIELD (object);

  if (self->workspace != NULL && self->key != NULL)
    settle (self);
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  g_clear_handle_id (&self->problem_timer, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_entry_field_parent_class)->dispose (object);
}

static void
ys_entry_field_finalize (GObject *object)
{
  YsEntryField *self = YS_ENTRY_FIELD (object);

  g_free (self->key);
  g_free (self->shown);
  ys_fill_steps_free (self->steps);
  G_OBJECT_CLASS (ys_entry_field_parent_class)->finalize (object);
}

static void
ys_entry_field_class_init (YsEntryFieldClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = ys_entry_field_constructed;
  object_class->set_property = ys_entry_field_set_property;
  object_class->get_property = ys_entry_field_get_property;
  object_class->dispose = ys_entry_field_dispose;
  object_class->finalize = ys_entry_field_finalize;
  properties[PROP_MULTILINE] = g_param_spec_boolean (
      "multiline", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_TYPED] =
      g_signal_new ("typed", YS_TYPE_ENTRY_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_entry_field_init (YsEntryField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->shown = g_strdup ("");
  self->steps = ys_fill_steps_new ();
}

GtkWidget *
ys_entry_field_new (gboolean multiline)
{
  return g_object_new (YS_TYPE_ENTRY_FIELD, "multiline", multiline, NULL);
}
