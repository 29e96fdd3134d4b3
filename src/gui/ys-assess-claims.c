/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One note for each claim: what is claimed and why, whether it is accepted, and for the lead a reason and a
 * button. */
#include "ys-assess-claims.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

struct _YsAssessClaims
{
  GtkBox parent_instance;
  char *described;
};

enum
{
  SIGNAL_ANSWER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessClaims, ys_assess_claims, GTK_TYPE_BOX)

/* The acceptance of a claim, or NULL. */
static const YsAcceptedClaim *
find_accepted (const YsAssessView *view, const char *point)
{
  for (guint i = 0; view->review != NULL && i < view->review->claims->len; i++)
    {
      const YsAcceptedClaim *claim = g_ptr_array_index (view->review->claims, i);
      if (point != NULL ? g_strcmp0 (claim->point, point) == 0
                        : claim->point == NULL && claim->task == view->task->number)
        return claim;
    }
  return NULL;
}

static void
on_answer (GtkWidget *widget, YsAssessClaims *self)
{
  GtkWidget *note = g_object_get_data (G_OBJECT (widget), "note");
  GtkWidget *entry = g_object_get_data (G_OBJECT (note), "entry");
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*reason == '\0')
    {
      gtk_widget_grab_focus (entry);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_ANSWER], 0, g_object_get_data (G_OBJECT (note), "point"),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (note), "accepted")) == 0, reason);
}

static void
add_answer (YsAssessClaims *self, GtkWidget *note, const char *title, gboolean accepted)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *entry = gtk_entry_new ();
  GtkWidget *button =
      gtk_button_new_with_label (accepted ? C_ ("claim", "Withdraw") : C_ ("claim", "Accept"));
  g_autofree char *name = g_strdup_printf (_ ("%s: reason for the answer"), title);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason, needed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "note", note);
  g_object_set_data (G_OBJECT (button), "note", note);
  g_object_set_data (G_OBJECT (note), "entry", entry);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_answer), self, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_answer), self, 0);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (note), line);
}

static void
add_claim (YsAssessClaims *self, const YsAssessView *view, const char *point, const char *title,
           const char *reason)
{
  const YsAcceptedClaim *accepted = find_accepted (view, point);
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *words = g_strdup_printf (_ ("%s does not apply, the county says: %s"), title, reason);
  g_autofree char *answer = accepted != NULL ? g_strdup_printf (_ ("Accepted: %s"), accepted->reason) : NULL;
  GtkWidget *label = ys_fill_label (words, "");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (note, "note");
  gtk_box_append (GTK_BOX (note), label);
  gtk_box_append (GTK_BOX (note), ys_fill_label (answer != NULL ? answer : _ ("The team lead has to answer."),
                                                 "small quiet"));
  g_object_set_data_full (G_OBJECT (note), "point", g_strdup (point), g_free);
  g_object_set_data (G_OBJECT (note), "accepted", GINT_TO_POINTER (accepted != NULL));
  if (view->may_decide)
    add_answer (self, note, title, accepted != NULL);
  gtk_box_append (GTK_BOX (self), note);
}

static char *
describe (const YsAssessView *view)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %u %d", view->unit->id, view->task->number, view->may_decide);
  if (view->item == NULL)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, " %d %d %u", (int)view->item->state, find_accepted (view, NULL) != NULL,
                          view->item->claims->len);
  for (guint i = 0; i < view->item->claims->len; i++)
    {
      const YsPointClaim *claim = g_ptr_array_index (view->item->claims, i);
      g_string_append_printf (text, "\n%s %d", claim->point, find_accepted (view, claim->point) != NULL);
    }
  return g_string_free (text, FALSE);
}

void
ys_assess_claims_show (YsAssessClaims *self, const YsAssessView *view)
{
  const YsStandard *standard = ys_workspace_get_standard (view->workspace);
  g_autofree char *now = describe (view);

  if (g_strcmp0 (now, self->described) == 0)
    return;
  g_free (self->described);
  self->described = g_steal_pointer (&now);
  ys_fill_clear_box (GTK_WIDGET (self));
  if (view->item != NULL && view->item->state == YS_STATE_NA)
    add_claim (self, view, NULL, _ ("The task"), view->item->na_reason != NULL ? view->item->na_reason : "");
  for (guint i = 0; view->item != NULL && i < view->item->claims->len; i++)
    {
      const YsPointClaim *claim = g_ptr_array_index (view->item->claims, i);
      const YsPoint *point = ys_standard_get_point (standard, claim->point);
      add_claim (self, view, claim->point, point != NULL ? point->title : claim->point,
                 claim->reason != NULL ? claim->reason : "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static void
ys_assess_claims_finalize (GObject *object)
{
  g_free (YS_ASSESS_CLAIMS (object)->described);
  G_OBJECT_CLASS (ys_assess_claims_parent_class)->finalize (object);
}

static void
ys_assess_claims_class_init (YsAssessClaimsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_assess_claims_finalize;
  signals[SIGNAL_ANSWER] = g_signal_new ("answer", YS_TYPE_ASSESS_CLAIMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
ys_assess_claims_init (YsAssessClaims *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
ys_assess_claims_new (void)
{
  return g_object_new (YS_TYPE_ASSESS_CLAIMS, NULL);
}
