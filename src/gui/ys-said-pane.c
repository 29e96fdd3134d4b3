/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts and statements are made anew after each change; fields stay bound as long as the same thing is shown, so that
 * nobody's typing is disturbed. */
#include "ys-said-pane.h"

#include <glib/gi18n-lib.h>

#include "ys-finding-acts.h"
#include "ys-finding-form.h"
#include "ys-fill-card.h"
#include "ys-receipt-widgets.h"
#include "ys-register-facts.h"
#include "ys-register-words.h"
#include "ys-said-answer.h"
#include "ys-said-cites.h"
#include "ys-said-thread.h"

struct _YsSaidPane {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsSaidRow *row;        /* NULL: nothing chosen */
  YsFinding *finding;    /* of @row; NULL: an opinion */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkWidget *chip, *jump, *note, *facts_place, *facts, *cites, *thread_head, *thread, *raise;
  YsSaidAnswer *answer;
  YsFindingActs *acts;
  YsFindingForm *form;
};

enum { SIGNAL_RAISED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsSaidPane, ys_said_pane, GTK_TYPE_BOX)

/* ---- facts ---- */

static const char *
unit_name (YsSaidPane *self, const char *unit)
{
  return ys_register_unit_name (self->workspace, unit);
}

static void
show_finding_facts (YsSaidPane *self)
{
  const YsFinding *finding = self->finding;
  g_autofree char *due = ys_said_dup_due (finding);
  g_autofree char *time = ys_time_to_display (finding->at);
  g_autofree char *raised
    = g_strdup_printf ("%s · %s %s", unit_name (self, finding->office), finding->person, time);
  g_autofree char *verified = NULL;

  if (finding->verified_by != NULL)
    {
      g_autofree char *at = ys_time_to_display (finding->verified_at);
      verified = g_strdup_printf ("%s %s%s%s", finding->verified_by, at, finding->verified_reason != NULL ? "：" : "",
                                  finding->verified_reason != NULL ? finding->verified_reason : "");
    }
  ys_register_facts_add (self->facts, _("County"), unit_name (self, finding->unit), NULL);
  ys_register_facts_add (self->facts, _("What was found wrong"), finding->text, NULL);
  ys_register_facts_add (self->facts, _("What is to be done"), finding->measures, NULL);
  ys_register_facts_add (self->facts, _("Who sees to it"), finding->owner, NULL);
  ys_register_facts_add (self->facts, _("Deadline"), due, NULL);
  ys_register_facts_add (self->facts, _("Scoring point"), finding->point, NULL);
  ys_register_facts_add (self->facts, _("Comes from"), ys_finding_source_label (finding->source), NULL);
  ys_register_facts_add (self->facts, _("Raised by"), raised, NULL);
  ys_register_facts_add (self->facts, _("State"), ys_finding_state_label (finding->state), NULL);
  ys_register_facts_add (self->facts, _("Verified by"), verified, NULL);
}

/* The doors to the finding's own evidence, in the place of the ones before. */
static void
show_cites (YsSaidPane *self)
{
  GtkWidget *doors
    = self->finding != NULL ? ys_said_cites_new_doors (self->workspace, self->finding->citations) : NULL;

  ys_fill_clear_box (self->cites);
  if (doors != NULL)
    gtk_box_append (GTK_BOX (self->cites), doors);
  gtk_widget_set_visible (self->cites, doors != NULL);
}

/* ---- statements ---- */

static const YsStatement *
find_unsent (const GPtrArray *statements, const char *to)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const YsStatement *statement = g_ptr_array_index (statements, i);
      if (statement->own && !statement->sent && !statement->is_opinion && g_strcmp0 (statement->to, to) == 0)
        return statement;
    }
  return NULL;
}

/* Nobody answers himself. */
static gboolean
is_own (YsSaidPane *self, const GPtrArray *statements)
{
  const char *id = ys_said_row_get_id (self->row);

  if (self->finding != NULL)
    return g_strcmp0 (self->finding->office, ys_workspace_get_unit (self->workspace)) == 0;
  for (guint i = 0; i < statements->len; i++)
    {
      const YsStatement *statement = g_ptr_array_index (statements, i);
      if (g_strcmp0 (statement->id, id) == 0)
        return statement->own;
    }
  return FALSE;
}

static void
show_statements (YsSaidPane *self, const GPtrArray *statements)
{
  ys_fill_clear_box (self->thread);
  gtk_widget_set_visible (self->thread_head, statements->len > 0);
  gtk_widget_set_visible (self->thread, statements->len > 0);
  gtk_box_append (GTK_BOX (self->thread), ys_said_thread_new (self->workspace, statements));
  gtk_widget_set_visible (GTK_WIDGET (self->answer), !is_own (self, statements));
  ys_said_answer_show (self->answer, self->workspace, ys_said_row_get_id (self->row),
                       find_unsent (statements, ys_said_row_get_id (self->row)));
}

static void
show_note (YsSaidPane *self, const YsOpinionThread *thread)
{
  g_autofree char *text = thread == NULL ? NULL
                          : thread->contradiction != NULL && thread->gone != NULL
                            ? g_strdup_printf ("%s。%s。", thread->contradiction, thread->gone)
                            : g_strdup (thread->contradiction != NULL ? thread->contradiction : thread->gone);

  gtk_label_set_text (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

static void
show_finding (YsSaidPane *self)
{
  g_autoptr (GPtrArray) answers = ys_workspace_dup_answers (self->workspace, self->finding->id);

  show_finding_facts (self);
  show_note (self, NULL);
  show_statements (self, answers);
}

static void
show_opinion (YsSaidPane *self)
{
  g_autoptr (YsOpinionThread) thread
    = ys_workspace_dup_opinion_thread (self->workspace, ys_said_row_get_unit (self->row),
                                       ys_said_row_get_task (self->row), ys_said_row_get_item (self->row));

  if (thread == NULL)
    return;
  show_note (self, thread);
  show_statements (self, thread->statements);
}

/* ---- where it is about ---- */

/* The item that it is about: a county's form, the city's review, the negative list. Full; NULL: nowhere. */
static YsLocation *
dup_target (YsSaidPane *self)
{
  gboolean county = ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY;
  guint task = ys_said_row_get_task (self->row);
  YsLocation *to;

  if (ys_said_row_get_item (self->row) != NULL)
    {
      to = ys_location_new (YS_PLACE_NEGATIVE);
      to->item = g_strdup (ys_said_row_get_item (self->row));
      return to;
    }
  if (task == 0)
    return NULL;
  if (county)
    return ys_location_new_task (task, NULL);
  to = ys_location_new (YS_PLACE_ASSESS);
  to->task = task;
  to->item = g_strdup (ys_said_row_get_unit (self->row));
  return to;
}

static void
on_jump (YsSaidPane *self)
{
  g_autoptr (YsLocation) to = self->row != NULL ? dup_target (self) : NULL;

  if (to != NULL)
    ys_go (GTK_WIDGET (self), to);
}

/* ---- shown ---- */

static void
show_row (YsSaidPane *self)
{
  g_autoptr (YsLocation) target = dup_target (self);

  gtk_label_set_text (self->title, ys_said_row_get_title (self->row));
  ys_fill_chip_set (self->chip, ys_said_row_get_chip_style (self->row), ys_said_row_get_chip (self->row));
  gtk_widget_set_visible (self->jump, target != NULL);
  ys_register_facts_clear (self->facts);
  g_clear_pointer (&self->finding, ys_finding_free);
  if (ys_said_row_is_finding (self->row))
    self->finding = ys_workspace_dup_finding (self->workspace, ys_said_row_get_id (self->row));
  gtk_widget_set_visible (self->facts_place, self->finding != NULL);
  gtk_widget_set_visible (self->raise, self->finding == NULL && ys_workspace_can_raise_finding (self->workspace, NULL));
  show_cites (self);
  ys_finding_acts_show (self->acts, self->workspace, self->finding);
  if (self->finding != NULL)
    show_finding (self);
  else if (!ys_said_row_is_finding (self->row))
    show_opinion (self);
}

void
ys_said_pane_show (YsSaidPane *self, YsWorkspace *workspace, YsSaidRow *row)
{
  gboolean other = row == NULL || self->row == NULL
                   || g_strcmp0 (ys_said_row_get_key (self->row), ys_said_row_get_key (row)) != 0;

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->row, row);
  if (row != NULL)
    show_row (self);
  if (other && row != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (other || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") != 0)
    gtk_stack_set_visible_child_name (self->stack, row != NULL ? "said" : "nothing");
}

static void
open_form (YsSaidPane *self, const YsFinding *finding)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  ys_finding_form_show (self->form, self->workspace, finding);
}

void
ys_said_pane_raise (YsSaidPane *self, YsWorkspace *workspace, const char *unit, guint task)
{
  g_autoptr (YsFinding) finding = ys_finding_new ();
  const YsTask *known = task != 0 ? ys_catalogue_get_task (ys_workspace_get_standard (workspace)->catalogue, task) : NULL;

  g_set_object (&self->workspace, workspace);
  finding->unit = g_strdup (unit);
  finding->task = task;
  finding->source = task != 0 ? YS_FINDING_OF_REVIEW : YS_FINDING_OF_INSPECTION;
  finding->title = known != NULL ? g_strdup_printf ("第%u项 %s", task, known->title) : NULL;
  open_form (self, finding);
}

/* From the opinion that is shown. */
static void
on_raise (YsSaidPane *self)
{
  g_autoptr (YsFinding) finding
    = self->row != NULL ? ys_workspace_new_finding_from_opinion (self->workspace, ys_said_row_get_id (self->row)) : NULL;

  if (finding != NULL)
    open_form (self, finding);
}

static void
on_change (YsSaidPane *self)
{
  if (self->finding != NULL)
    open_form (self, self->finding);
}

static void
on_saved (YsSaidPane *self, const char *id)
{
  g_autofree char *key = g_strconcat ("finding:", id, NULL);

  gtk_stack_set_visible_child_name (self->stack, self->row != NULL ? "said" : "nothing");
  g_signal_emit (self, signals[SIGNAL_RAISED], 0, key);
}

static void
on_left (YsSaidPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->row != NULL ? "said" : "nothing");
}

/* ---- made and gone ---- */

static void
ys_said_pane_dispose (GObject *object)
{
  YsSaidPane *self = YS_SAID_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->row);
  g_clear_pointer (&self->finding, ys_finding_free);
  G_OBJECT_CLASS (ys_said_pane_parent_class)->dispose (object);
}

static void
ys_said_pane_class_init (YsSaidPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_said_pane_dispose;
  g_type_ensure (YS_TYPE_SAID_ANSWER);
  g_type_ensure (YS_TYPE_FINDING_ACTS);
  g_type_ensure (YS_TYPE_FINDING_FORM);
  signals[SIGNAL_RAISED] = g_signal_new ("raised", YS_TYPE_SAID_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-said-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, stack);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, title);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, chip);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, jump);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, note);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, facts_place);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, cites);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, thread_head);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, thread);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, raise);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, answer);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, acts);
  gtk_widget_class_bind_template_child (widget_class, YsSaidPane, form);
  gtk_widget_class_bind_template_callback (widget_class, on_jump);
  gtk_widget_class_bind_template_callback (widget_class, on_raise);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
ys_said_pane_init (YsSaidPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = ys_register_facts_new ();
  gtk_box_prepend (GTK_BOX (self->facts_place), self->facts);
}
