/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 完成情况. The wheel changes nothing here: state and person are buttons over lists, the date is an
 * entry with a calendar behind a button (case 9). */
#include "ys-fill-state-card.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-choice.h"

struct _YsFillStateCard
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  guint task;
  YsFillChoice *state, *person;
  YsEntryField *completed, *reason;
  GtkWidget *problem_place, *reason_box, *calendar, *popover;
  gboolean showing; /* the calendar is being set by the program */
};

static void ys_fill_state_card_iface (YsFillCardInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsFillStateCard, ys_fill_state_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_FILL_CARD, ys_fill_state_card_iface))

/* ---- from the workspace to the screen ---- */

/* The state as typed, however it was spelled; unreadable text is shown as it is. */
static void
show_state (YsFillStateCard *self)
{
  g_autofree char *text = ys_workspace_dup_entry (self->workspace, self->task, "state");
  YsItemState state = YS_STATE_NOT;

  for (guint i = YS_STATE_DONE; i <= YS_STATE_NA; i++)
    if (g_strcmp0 (text, ys_item_state_label ((YsItemState)i)) == 0
        || g_strcmp0 (text, ys_item_state_nick ((YsItemState)i)) == 0)
      state = (YsItemState)i;
  ys_fill_choice_set_value (self->state, ys_item_state_nick (state));
  gtk_widget_set_visible (self->reason_box, state == YS_STATE_NA);
}

static void
show_person (YsFillStateCard *self)
{
  g_autofree char *text = ys_workspace_dup_entry (self->workspace, self->task, "person");

  ys_fill_choice_set_value (self->person, text);
}

static void
list_people (YsFillStateCard *self)
{
  g_autoptr (GPtrArray) people = ys_workspace_dup_people (self->workspace);

  ys_fill_choice_clear (self->person);
  for (guint i = 0; i < people->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (people, i);
      ys_fill_choice_add (self->person, person->name, person->name, NULL);
    }
}

static void
on_workspace_changed (YsFillStateCard *self, guint what)
{
  if (self->task == 0 || (what & (YS_CHANGE_FORM | YS_CHANGE_PEOPLE)) == 0)
    return;
  if ((what & YS_CHANGE_PEOPLE) != 0)
    list_people (self);
  show_state (self);
  show_person (self);
}

static void
build (YsFillCard *card, const YsFillView *view)
{
  YsFillStateCard *self = YS_FILL_STATE_CARD (card);

  if (self->workspace == NULL)
    {
      self->workspace = g_object_ref (view->workspace);
      g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_workspace_changed), self,
                               G_CONNECT_SWAPPED);
    }
  self->task = view->task->number;
  list_people (self);
  ys_entry_field_bind (self->completed, view->workspace, self->task, "completed", _ ("Completed on"));
  ys_entry_field_bind (self->reason, view->workspace, self->task, "na_reason",
                       _ ("Why the task does not apply"));
  show_state (self);
  show_person (self);
}

static void
update (YsFillCard *card, const YsFillView *view)
{
  YsFillStateCard *self = YS_FILL_STATE_CARD (card);
  GtkWidget *entry = ys_entry_field_get_input (self->completed);

  ys_entry_field_set_editable (self->completed, view->can_edit);
  ys_entry_field_set_editable (self->reason, view->can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), view->can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->person), view->can_edit);
  gtk_entry_set_icon_sensitive (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, view->can_edit);
}

static char *
dup_anchor (YsFillCard *card, const YsFillView *view)
{
  return g_strdup (_ ("Completed"));
}

static gboolean
focus_key (YsFillCard *card, const char *key)
{
  YsFillStateCard *self = YS_FILL_STATE_CARD (card);

  if (g_str_equal (key, "state")
      || (g_str_equal (key, "na_reason") && !gtk_widget_get_visible (self->reason_box)))
    return gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
  if (g_str_equal (key, "person"))
    return gtk_widget_child_focus (GTK_WIDGET (self->person), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

/* ---- from the person to the workspace ---- */

static void
enter (YsFillStateCard *self, const char *key, const char *text)
{
  ys_workspace_type (self->workspace, self->task, key, text);
  ys_workspace_settle_soon (self->workspace, self->task, key);
}

static void
on_state (YsFillStateCard *self, const char *value)
{
  enter (self, "state", value);
  show_state (self);
  if (g_str_equal (value, ys_item_state_nick (YS_STATE_NA)))
    ys_entry_field_reveal (self->reason);
}

static void
on_person (YsFillStateCard *self, const char *value)
{
  enter (self, "person", value);
  show_person (self);
}

static void
on_calendar_icon (YsFillStateCard *self, GtkEntryIconPosition position)
{
  g_autofree char *text = ys_entry_field_dup_text (self->completed);
  YsDate date = ys_date_parse_typed (text);
  g_autofree char *iso = ys_date_to_text (date != 0 ? date : ys_clock_today ());
  g_autofree char *noon = g_strconcat (iso, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (noon, NULL);
  GdkRectangle place;

  self->showing = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->showing = FALSE;
  gtk_entry_get_icon_area (GTK_ENTRY (ys_entry_field_get_input (self->completed)), position, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_day (YsFillStateCard *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = NULL;

  if (self->showing || !gtk_widget_get_visible (self->popover))
    return;
  day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  text = g_date_time_format (day, "%Y-%m-%d");
  ys_entry_field_enter (self->completed, text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
swallow_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  return TRUE;
}

static void
make_calendar (YsFillStateCard *self)
{
  GtkWidget *entry = ys_entry_field_get_input (self->completed);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                     "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, _ ("Choose a day"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("like 2021-12-31"));
  self->calendar = gtk_calendar_new ();
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (swallow_scroll), NULL);
  gtk_widget_add_controller (self->calendar, scroll);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  gtk_widget_set_parent (self->popover, entry);
  g_signal_connect_object (entry, "icon-press", G_CALLBACK (on_calendar_icon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day), self, G_CONNECT_SWAPPED);
}

/* ---- made and gone ---- */

static void
ys_fill_state_card_dispose (GObject *object)
{
  YsFillStateCard *self = YS_FILL_STATE_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_fill_state_card_parent_class)->dispose (object);
}

static void
ys_fill_state_card_iface (YsFillCardInterface *iface)
{
  iface->build = build;
  iface->update = update;
  iface->dup_anchor = dup_anchor;
  iface->focus_key = focus_key;
}

static void
ys_fill_state_card_class_init (YsFillStateCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_fill_state_card_dispose;
  g_type_ensure (YS_TYPE_FILL_CHOICE);
  g_type_ensure (YS_TYPE_ENTRY_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/yanshou/Yanshou/ys-fill-state-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFillStateCard, state);
  gtk_widget_class_bind_template_child (widget_class, YsFillStateCard, completed);
  gtk_widget_class_bind_template_child (widget_class, YsFillStateCard, person);
  gtk_widget_class_bind_template_child (widget_class, YsFillStateCard, reason);
  gtk_widget_class_bind_template_child (widget_class, YsFillStateCard, reason_box);
  gtk_widget_class_bind_template_child (widget_class, YsFillStateCard, problem_place);
}

static void
ys_fill_state_card_init (YsFillStateCard *self)
{
  GtkWidget *problem;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "readable");
  for (guint i = YS_STATE_DONE; i <= YS_STATE_NA; i++)
    ys_fill_choice_add (self->state, ys_item_state_nick ((YsItemState)i),
                        ys_item_state_label ((YsItemState)i), ys_item_state_icon ((YsItemState)i));
  problem = ys_entry_field_lift_problem (self->completed);
  gtk_box_append (GTK_BOX (self->problem_place), problem);
  g_object_unref (problem);
  make_calendar (self);
  g_signal_connect_object (self->state, "chosen", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "chosen", G_CALLBACK (on_person), self, G_CONNECT_SWAPPED);
}
