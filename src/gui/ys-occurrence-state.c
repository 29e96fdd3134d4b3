/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linked toggle buttons above a reason bar. While a reason is asked for the wanted state is marked; what stands comes
 * back when it is left. */
#include "ys-occurrence-state.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-reason-bar.h"

#define N_STATES 3

struct _YsOccurrenceState
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *id;
  GtkWidget *buttons[N_STATES];
  YsReasonBar *bar;
  YsVerification stands, wanted;
  YsPoints deducts, would_deduct;
  gboolean knows_would, showing; /* the deduction if it were confirmed is known; the program marks a button */
};

G_DEFINE_FINAL_TYPE (YsOccurrenceState, ys_occurrence_state, GTK_TYPE_BOX)

static void
mark (YsOccurrenceState *self, YsVerification state)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[state]), TRUE);
  self->showing = FALSE;
}

/* ---- changing it ---- */

typedef struct
{
  char *id, *reason;
  YsVerification state;
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_free (verdict->id);
  g_free (verdict->reason);
  g_free (verdict);
}

static gpointer
set_state (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Verdict *verdict = data;

  return GINT_TO_POINTER (
      ys_workspace_set_occurrence_state (workspace, verdict->id, verdict->state, verdict->reason, error));
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOccurrenceState) self = data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)))
    {
      if (error != NULL)
        ys_reason_bar_refuse (self->bar, error->message);
      return;
    }
  ys_reason_bar_close (self->bar);
  self->stands = self->wanted;
  gtk_widget_grab_focus (self->buttons[self->stands]);
}

static void
on_given (YsOccurrenceState *self, const char *reason)
{
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->id = g_strdup (self->id);
  verdict->reason = g_strdup (reason);
  verdict->state = self->wanted;
  ys_workspace_run_async (self->workspace, set_state, verdict, verdict_free, NULL, NULL, on_set,
                          g_object_ref (self));
}

static void
on_left (YsOccurrenceState *self)
{
  mark (self, self->stands);
  gtk_widget_grab_focus (self->buttons[self->stands]);
}

/* ---- asking ---- */

/* What the wanted state does to the deduction. Full. */
static char *
dup_effect (YsOccurrenceState *self)
{
  YsPoints change = self->wanted == YS_VERIFY_CONFIRMED ? self->would_deduct : self->deducts;
  g_autofree char *points = ys_points_to_display (ABS (change));

  if (self->wanted == YS_VERIFY_CONFIRMED && !self->knows_would)
    return g_strdup (_ ("Confirmed, it deducts once, at the largest of its items."));
  if (self->wanted == YS_VERIFY_CONFIRMED)
    return change >= 0 ? g_strdup_printf (_ ("Confirmed, it deducts %s more."), points)
                       : g_strdup_printf (_ ("Confirmed, it makes the deduction %s smaller."), points);
  if (self->stands == YS_VERIFY_CONFIRMED)
    return g_strdup_printf (_ ("It deducts %s now; then it deducts nothing."), points);
  return g_strdup (self->wanted == YS_VERIFY_CLEARED ? _ ("Cleared, it deducts nothing and stays readable.")
                                                     : _ ("Suspected, it deducts nothing until it is confirmed."));
}

static void
on_toggled (YsOccurrenceState *self, GtkToggleButton *button)
{
  static const char *const accepts[] = { N_ ("Set Back"), N_ ("Confirm"), N_ ("Clear") };
  g_autofree char *what = NULL;

  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_STATES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->wanted = (YsVerification)i;
  if (self->wanted == self->stands)
    {
      ys_reason_bar_close (self->bar);
      return;
    }
  what = dup_effect (self);
  ys_reason_bar_ask (self->bar, what, _ (accepts[self->wanted]));
}

void
ys_occurrence_state_update (YsOccurrenceState *self, const YsOccurrenceView *view)
{
  const YsOccurrence *occurrence = view->occurrence;
  gboolean another = g_strcmp0 (self->id, view->id) != 0;
  gboolean fits = view->page->is_city && view->shown != NULL && occurrence->merged_into == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), fits);
  if (!fits)
    return;
  self->workspace = view->page->workspace;
  self->deducts = view->shown->deduction;
  self->would_deduct = view->shown->would_deduct;
  self->knows_would = view->shown->has_would_deduct;
  if (another || self->stands != occurrence->state)
    ys_reason_bar_close (self->bar);
  if (another)
    {
      g_free (self->id);
      self->id = g_strdup (view->id);
    }
  self->stands = occurrence->state;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    mark (self, self->stands);
  for (guint i = 0; i < N_STATES; i++)
    gtk_widget_set_sensitive (self->buttons[i], view->page->can_edit);
}

/* ---- made and gone ---- */

static GtkWidget *
make_button (YsOccurrenceState *self, YsVerification state)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (ys_verification_icon (state));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 13);
  gtk_widget_add_css_class (icon, ys_verification_class (state));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (ys_verification_label (state)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "seg");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ys_verification_label (state), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

static void
ys_occurrence_state_finalize (GObject *object)
{
  g_free (YS_OCCURRENCE_STATE (object)->id);
  G_OBJECT_CLASS (ys_occurrence_state_parent_class)->finalize (object);
}

static void
ys_occurrence_state_class_init (YsOccurrenceStateClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_state_finalize;
}

static void
ys_occurrence_state_init (YsOccurrenceState *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_set_homogeneous (GTK_BOX (linked), TRUE);
  gtk_widget_add_css_class (linked, "linked");
  self->showing = TRUE;
  for (guint i = 0; i < N_STATES; i++)
    {
      self->buttons[i] = make_button (self, (YsVerification)i);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (linked), self->buttons[i]);
    }
  self->showing = FALSE;
  gtk_box_append (GTK_BOX (self), linked);
  self->bar = YS_REASON_BAR (ys_reason_bar_new ());
  g_signal_connect_swapped (self->bar, "given", G_CALLBACK (on_given), self);
  g_signal_connect_swapped (self->bar, "left", G_CALLBACK (on_left), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
}
