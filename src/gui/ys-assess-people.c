/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line with the names, and for the lead a popover: choose for what, then whom. */
#include "ys-assess-people.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

struct _YsAssessPeople
{
  GtkBox parent_instance;
  GtkWidget *names, *menu, *popover, *list, *scope[YS_N_ASSESS_SCOPES], *reason;
  char *described;
};

enum
{
  SIGNAL_ASSIGN,
  SIGNAL_RELEASE,
  SIGNAL_OWN_UNIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessPeople, ys_assess_people, GTK_TYPE_BOX)

static gboolean
is_assigned (const YsAssessView *view, const char *assessor)
{
  for (guint i = 0; assessor != NULL && view->review != NULL && i < view->review->assignments->len; i++)
    {
      const YsAssignment *assignment = g_ptr_array_index (view->review->assignments, i);
      if (assignment->task == view->task->number && !assignment->released
          && g_str_equal (assignment->assessor, assessor))
        return TRUE;
    }
  return FALSE;
}

static void
on_assign (GtkWidget *button, YsAssessPeople *self)
{
  int scope = 0;

  for (int i = 0; i < YS_N_ASSESS_SCOPES; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->scope[i])))
      scope = i;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[SIGNAL_ASSIGN], 0, g_object_get_data (G_OBJECT (button), "person"), scope);
}

static void
on_release (GtkWidget *button, YsAssessPeople *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (*reason == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  g_signal_emit (self, signals[SIGNAL_RELEASE], 0, g_object_get_data (G_OBJECT (button), "person"), reason);
}

static void
on_own_unit (GtkWidget *button, YsAssessPeople *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[SIGNAL_OWN_UNIT], 0, g_object_get_data (G_OBJECT (button), "person"),
                 gtk_widget_has_css_class (button, "becomes-own"));
}

static GtkWidget *
add_button (YsAssessPeople *self, GtkWidget *row, const char *label, const char *name, const char *person,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "lowb");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "person", g_strdup (person), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

/* Whose own county it is does not assess it; the button says what it would make of that. */
static void
add_own_unit (YsAssessPeople *self, GtkWidget *row, const YsAssessView *view, const YsAssessor *assessor,
              gboolean own)
{
  g_autofree char *name =
      g_strdup_printf (own ? _ ("%s no longer stands back from %s") : _ ("%s stands back from %s"),
                       assessor->name, view->unit->name);
  GtkWidget *button = add_button (self, row, own ? _ ("May Assess") : _ ("Stands Back"), name, assessor->name,
                                  G_CALLBACK (on_own_unit));

  gtk_widget_set_tooltip_text (button, name);
  if (!own)
    gtk_widget_add_css_class (button, "becomes-own");
}

static void
add_person (YsAssessPeople *self, const YsAssessView *view, const YsAssessor *assessor)
{
  gboolean own = g_strcmp0 (assessor->unit, view->unit->id) == 0;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text =
      own ? g_strdup_printf (_ ("%s (own county)"), assessor->name) : g_strdup (assessor->name);
  GtkWidget *label = ys_fill_label (text, "");
  g_autofree char *assign = g_strdup_printf (_ ("Assign to %s"), assessor->name);
  g_autofree char *release = g_strdup_printf (_ ("Release %s"), assessor->name);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  add_own_unit (self, row, view, assessor, own);
  if (is_assigned (view, assessor->id))
    add_button (self, row, _ ("Release"), release, assessor->name, G_CALLBACK (on_release));
  add_button (self, row, _ ("Assign"), assign, assessor->name, G_CALLBACK (on_assign));
  gtk_box_append (GTK_BOX (self->list), row);
}

void
ys_assess_people_show (YsAssessPeople *self, const YsAssessView *view)
{
  g_autoptr (GString) names = g_string_new (NULL), described = g_string_new (view->unit->id);

  g_string_append_printf (described, " %u %d", view->task->number, view->lead);
  for (guint i = 0; i < view->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (view->assessors, i);
      gboolean assigned = is_assigned (view, assessor->id);

      if (assigned)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", assessor->name);
      g_string_append_printf (described, "\n%s %d %s", assessor->name, assigned,
                              assessor->unit != NULL ? assessor->unit : "");
    }
  if (g_strcmp0 (described->str, self->described) == 0)
    return;
  g_free (self->described);
  self->described = g_strdup (described->str);
  gtk_label_set_text (GTK_LABEL (self->names), names->len > 0 ? names->str : C_ ("assessors", "nobody yet"));
  gtk_widget_set_tooltip_text (self->names, names->str);
  gtk_widget_set_visible (self->menu, view->lead);
  ys_fill_clear_box (self->list);
  for (guint i = 0; i < view->assessors->len; i++)
    add_person (self, view, g_ptr_array_index (view->assessors, i));
}

/* ---- made and gone ---- */

static void
make_popover (YsAssessPeople *self)
{
  static const char *const scopes[YS_N_ASSESS_SCOPES] = { N_ ("This task of this county"),
                                                          N_ ("All tasks of this county"),
                                                          N_ ("All tasks of all counties") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (int i = 0; i < YS_N_ASSESS_SCOPES; i++)
    {
      self->scope[i] = gtk_check_button_new_with_label (_ (scopes[i]));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->scope[i]), GTK_CHECK_BUTTON (self->scope[0]));
      gtk_box_append (GTK_BOX (box), self->scope[i]);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->scope[YS_ASSESS_SCOPE_COUNTY]), TRUE);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), self->list);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason, needed to release"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason to release"), -1);
  gtk_box_append (GTK_BOX (box), self->reason);
  self->popover = gtk_popover_new ();
  gtk_widget_set_halign (self->popover, GTK_ALIGN_END);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
ys_assess_people_finalize (GObject *object)
{
  g_free (YS_ASSESS_PEOPLE (object)->described);
  G_OBJECT_CLASS (ys_assess_people_parent_class)->finalize (object);
}

static void
ys_assess_people_class_init (YsAssessPeopleClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_assess_people_finalize;
  signals[SIGNAL_ASSIGN] = g_signal_new ("assign", YS_TYPE_ASSESS_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_OWN_UNIT] = g_signal_new ("own-unit", YS_TYPE_ASSESS_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_RELEASE] = g_signal_new ("release", YS_TYPE_ASSESS_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
ys_assess_people_init (YsAssessPeople *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->names = ys_fill_label ("", "small quiet");
  gtk_label_set_ellipsize (GTK_LABEL (self->names), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->names, TRUE);
  make_popover (self);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->menu), _ ("Assign…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), self->popover);
  gtk_widget_add_css_class (self->menu, "jump-menu");
  gtk_box_append (GTK_BOX (self), ys_fill_label (_ ("Assessors:"), "small quiet"));
  gtk_box_append (GTK_BOX (self), self->names);
  gtk_box_append (GTK_BOX (self), self->menu);
}

GtkWidget *
ys_assess_people_new (void)
{
  return g_object_new (YS_TYPE_ASSESS_PEOPLE, NULL);
}
