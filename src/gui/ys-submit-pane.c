/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps, scores, the package, and below them the button that the state allows with the reason where it can't be
 * pressed. The rule itself is the workspace's. */
#include "ys-submit-pane.h"

#include <glib/gi18n-lib.h>

#include "ys-feedback-window.h"
#include "ys-register-export.h"
#include "ys-register-words.h"
#include "ys-submit-flow.h"
#include "ys-submit-scores.h"
#include "ys-submit-steps.h"
#include "ys-workspace-appeal.h"

struct _YsSubmitPane {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsSubmitData *data;
  YsSubmitSteps *steps;
  YsSubmitScores *scores;
  GtkLabel *to, *version, *size, *reason;
  GtkWidget *act_button, *take_back_button, *feedback_button;
  GtkStack *foot;
  YsSubmitAct act;
};

G_DEFINE_FINAL_TYPE (YsSubmitPane, ys_submit_pane, GTK_TYPE_BOX)

static char *
dup_version (const YsSubmitData *data, guint revision)
{
  if (data->returned_revision > 0 && data->returned_revision < revision)
    return g_strdup_printf (_("handing-in %u, in the place of %u (returned)"), revision, data->returned_revision);
  return g_strdup_printf (_("handing-in %u"), revision);
}

static void
show_facts (YsSubmitPane *self)
{
  const YsSubmitData *data = self->data;
  const YsUnitInfo *own = ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace),
                                                  ys_workspace_get_unit (self->workspace));
  g_autofree char *to = g_strdup_printf ("%s（%s）", ys_register_unit_name (self->workspace, own->parent), own->parent);
  g_autofree char *version = dup_version (data, ys_workspace_get_revision (self->workspace));
  g_autofree char *bytes = g_format_size (data->package != NULL ? data->package->size : data->size);
  g_autofree char *size
    = g_strdup_printf (data->package != NULL ? ngettext ("%s · %u PDF", "%s · %u PDFs", data->evidence)
                                             : ngettext ("about %s · %u PDF", "about %s · %u PDFs", data->evidence),
                       bytes, data->evidence);

  gtk_label_set_text (self->to, to);
  gtk_label_set_text (self->version, version);
  gtk_label_set_text (self->size, size);
}

static void
show_act (YsSubmitPane *self, guint musts)
{
  g_autofree char *why = NULL;
  gboolean can = FALSE;

  self->act = ys_submit_get_act (self->workspace, musts, &can, &why);
  if (self->act == YS_SUBMIT_EXPORT && self->data->package == NULL)
    can = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->act_button), ys_submit_act_label (self->act));
  gtk_widget_set_sensitive (self->act_button, can);
  gtk_label_set_text (self->reason, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), why != NULL);
  gtk_widget_set_visible (self->feedback_button, ys_workspace_can_appeal (self->workspace, NULL));
  gtk_widget_set_visible (self->take_back_button,
                          ys_workspace_can_step (self->workspace, YS_STEP_TAKE_BACK, NULL));
}

void
ys_submit_pane_show (YsSubmitPane *self, YsWorkspace *workspace, YsSubmitData *data, guint musts)
{
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->data, ys_submit_data_free);
  self->data = data;
  ys_submit_steps_show (self->steps, workspace, data, musts);
  ys_submit_scores_show (self->scores, workspace, data);
  show_facts (self);
  show_act (self, musts);
}

void
ys_submit_pane_focus_act (YsSubmitPane *self)
{
  gtk_widget_grab_focus (self->act_button);
}

static void
on_act (YsSubmitPane *self)
{
  if (self->act == YS_SUBMIT_HAND_IN)
    ys_submit_hand_in (self->foot, self->workspace, self->data);
  else if (self->act == YS_SUBMIT_EXPORT)
    ys_register_export (GTK_WIDGET (self), self->workspace, self->data->package);
  else
    ys_submit_take_step (GTK_WIDGET (self), self->workspace, self->act);
}

static void
on_feedback (YsSubmitPane *self)
{
  ys_feedback_window_present (GTK_WIDGET (self), self->workspace);
}

static void
on_take_back (YsSubmitPane *self)
{
  ys_submit_take_back (GTK_WIDGET (self), self->workspace);
}

/* ---- made and gone ---- */

static void
ys_submit_pane_dispose (GObject *object)
{
  YsSubmitPane *self = YS_SUBMIT_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->data, ys_submit_data_free);
  G_OBJECT_CLASS (ys_submit_pane_parent_class)->dispose (object);
}

static void
ys_submit_pane_class_init (YsSubmitPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_submit_pane_dispose;
  g_type_ensure (YS_TYPE_SUBMIT_STEPS);
  g_type_ensure (YS_TYPE_SUBMIT_SCORES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-submit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, steps);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, scores);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, to);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, version);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, size);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, reason);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, act_button);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, feedback_button);
  gtk_widget_class_bind_template_child (widget_class, YsSubmitPane, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_act);
  gtk_widget_class_bind_template_callback (widget_class, on_feedback);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back);
}

static void
ys_submit_pane_init (YsSubmitPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
