/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane collects what was typed and hands it to the workspace in one go; what is refused stands above the
 * buttons, with the field as it was typed. */
#include "ys-assess-pane-private.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-pane-holder.h"
#include "ys-place.h"

#define CUT_OUT_USUAL 100
#define CUT_OUT_WIDE 430

typedef enum
{
  AFTER_STAY,
  AFTER_FIELD,
  AFTER_COMPUTED,
  AFTER_NEXT
} After;

enum
{
  SIGNAL_STEP,
  SIGNAL_NEXT,
  SIGNAL_BACK,
  SIGNAL_CLOSE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessPane, ys_assess_pane, GTK_TYPE_BOX)

/* ---- changes ---- */

typedef struct
{
  YsAssessPane *pane;
  After after;
  char *unit;
  guint task;
} Running;

static void
running_free (Running *running)
{
  g_object_unref (running->pane);
  g_free (running->unit);
  g_free (running);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

static void
tell_problem (YsAssessPane *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
go_on (YsAssessPane *self, After after, const YsAssessDone *done)
{
  const char *open;

  if (after == AFTER_COMPUTED)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u point scored as computed", "%u points scored as computed", done->accepted),
          done->accepted);
      ys_tell (GTK_WIDGET (self), text);
    }
  if (after == AFTER_STAY)
    return;
  if (after == AFTER_NEXT && !self->mine)
    {
      g_signal_emit (self, signals[SIGNAL_NEXT], 0);
      return;
    }
  open = ys_assess_table_focus_waiting (self->table);
  if (after == AFTER_NEXT && open != NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("%s is not scored yet: type a score, or take the computed one."), open);
      tell_problem (self, text);
    }
  else if (after == AFTER_NEXT)
    g_signal_emit (self, signals[SIGNAL_NEXT], 0);
  else if (open == NULL)
    gtk_widget_grab_focus (self->next_button);
}

/* What was refused in a cell that one has left stays there as typed, so a word in passing is enough. */
static void
tell_of_elsewhere (YsAssessPane *self, const Running *running, const GError *error)
{
  const YsUnitInfo *unit =
      self->workspace != NULL
          ? ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace), running->unit)
          : NULL;
  g_autofree char *text = NULL;

  if (unit == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  text = g_strdup_printf (_ ("%s, task %u is not saved, what was typed is kept: %s"), unit->name,
                          running->task, error->message);
  ys_tell (GTK_WIDGET (self), text);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Running) running = data;
  g_autoptr (GError) error = NULL;
  YsAssessPane *self = running->pane;
  YsAssessDone done = { 0 };
  gboolean sound = ys_assess_run_finish (YS_WORKSPACE (source), result, &done, &error);
  gboolean here =
      self->workspace != NULL && self->task == running->task && g_strcmp0 (self->unit, running->unit) == 0;

  if (!sound && !here)
    tell_of_elsewhere (self, running, error);
  if (!here)
    return;
  ys_assess_pane_update (self);
  tell_problem (self, sound ? NULL : error->message);
  if (sound)
    go_on (self, running->after, &done);
  else if (running->after != AFTER_STAY)
    ys_assess_table_focus_changed (self->table);
}

/* Takes @changes. */
static void
run (YsAssessPane *self, GPtrArray *changes, After after)
{
  Running *running;

  tell_problem (self, NULL);
  if (changes->len == 0)
    {
      const YsAssessDone nothing = { 0 };
      g_ptr_array_unref (changes);
      go_on (self, after, &nothing);
      return;
    }
  running = g_new0 (Running, 1);
  running->pane = g_object_ref (self);
  running->after = after;
  running->unit = g_strdup (self->unit);
  running->task = self->task;
  ys_assess_run_async (self->workspace, changes, on_run, running);
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func (ys_assess_change_free);
}

static void
commit (YsAssessPane *self, After after)
{
  g_autoptr (GPtrArray) changes = new_changes ();

  if (ys_assess_table_collect (self->table, TRUE, changes))
    run (self, g_steal_pointer (&changes), after);
}

void
ys_assess_pane_settle (YsAssessPane *self)
{
  g_autoptr (GPtrArray) changes = new_changes ();

  ys_assess_table_collect (self->table, FALSE, changes);
  if (changes->len > 0)
    run (self, g_steal_pointer (&changes), AFTER_STAY);
}

static void
on_commit (YsAssessPane *self)
{
  commit (self, AFTER_FIELD);
}

static void
on_computed (YsAssessPane *self)
{
  g_autoptr (GPtrArray) changes = new_changes ();
  g_autofree char *open = NULL;

  if (!ys_assess_table_collect (self->table, TRUE, changes))
    return;
  open = ys_assess_table_dup_open (self->table);
  if (open == NULL && changes->len == 0)
    {
      ys_tell (GTK_WIDGET (self), _ ("Everything here is scored already."));
      return;
    }
  if (open != NULL)
    g_ptr_array_add (changes, ys_assess_change_new (YS_ASSESS_COMPUTED, self->unit, open, NULL, NULL));
  run (self, g_steal_pointer (&changes), AFTER_COMPUTED);
}

static void
on_next (YsAssessPane *self)
{
  commit (self, AFTER_NEXT);
}

void
ys_assess_pane_run_one (YsAssessPane *self, YsAssessChange *change)
{
  GPtrArray *changes = new_changes ();

  g_ptr_array_add (changes, change);
  run (self, changes, AFTER_STAY);
}

/* ---- second look ---- */

static void
on_look_shown (YsAssessPane *self)
{
  const char *title = NULL;
  g_autofree char *text = NULL;

  if (ys_assess_table_get_current (self->table, &title) == NULL)
    return;
  text = g_strdup_printf (_ ("Ask the team lead to look at: %s"), title);
  gtk_label_set_text (self->look_title, text);
  gtk_editable_set_text (GTK_EDITABLE (self->look_reason), "");
}

static void
on_look (YsAssessPane *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->look_reason))));
  const char *title, *point = ys_assess_table_get_current (self->table, &title);

  if (*reason == '\0' || point == NULL)
    {
      gtk_widget_grab_focus (self->look_reason);
      return;
    }
  gtk_popover_popdown (self->look_popover);
  ys_assess_pane_run_one (self, ys_assess_change_new (YS_ASSESS_LOOK, self->unit, point, NULL, reason));
}

/* A finding about the cell: its form opens in 督查整改. */
static void
on_raise (YsAssessPane *self)
{
  g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_RECTIFY);

  to->key = g_strdup ("new");
  to->item = g_strdup (self->unit);
  to->task = self->task;
  ys_go (GTK_WIDGET (self), to);
}

/* ---- shown ---- */

static void
show_buttons (YsAssessPane *self, const YsAssessView *view)
{
  const char *why = view->may_score         ? NULL
                    : view->why_not != NULL ? view->why_not
                                            : _ ("You are not assigned to this task.");

  self->mine = view->may_score;
  gtk_widget_set_sensitive (self->computed_button, view->may_score);
  gtk_widget_set_sensitive (self->look_button, view->may_score);
  gtk_widget_set_tooltip_text (self->computed_button,
                               view->may_score ? _ ("Take the computed score for what is still open") : why);
  gtk_widget_set_tooltip_text (self->look_button, why);
  gtk_button_set_label (GTK_BUTTON (self->next_button), view->may_score    ? _ ("Score, Next")
                                                        : view->may_decide ? _ ("Decide, Next")
                                                                           : C_ ("cell", "Next"));
  gtk_label_set_text (self->closed, view->why_not != NULL ? view->why_not : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), view->review != NULL && view->why_not != NULL);
}

/* Whether a verdict casts doubt on the task's evidence. */
static gboolean
is_doubted (const YsAssessView *view)
{
  for (guint i = 0; i < view->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (view->citations, i);
      YsVerdict verdict;
      if (ys_assess_view_get_verdict (view, citation->id, &verdict)
          && (verdict == YS_VERDICT_INSUFFICIENT || verdict == YS_VERDICT_MISMATCHED))
        return TRUE;
    }
  return FALSE;
}

void
ys_assess_pane_update (YsAssessPane *self)
{
  g_autoptr (YsAssessView) view = NULL;
  g_autofree char *number = NULL;

  if (self->unit == NULL || self->task == 0)
    return;
  view = ys_assess_view_new (self->workspace, self->unit, self->task);
  number = g_strdup_printf (C_ ("cell", "task %u"), self->task);
  gtk_label_set_text (self->unit_label, view->unit->name);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, view->task->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), view->task->requirement);
  gtk_widget_set_visible (GTK_WIDGET (self->doubted), is_doubted (view));
  ys_assess_people_show (self->people, view);
  gtk_stack_set_visible_child_name (self->stack, view->review != NULL ? "cell" : "nothing");
  if (view->review != NULL)
    {
      ys_assess_record_show (self->record, view);
      ys_assess_claims_show (self->claims, view);
      ys_assess_round_show (self->round, view);
      ys_assess_evidence_show (self->evidence, view);
      ys_assess_table_show (self->table, view);
    }
  show_buttons (self, view);
}

void
ys_assess_pane_show (YsAssessPane *self, const char *unit, guint task)
{
  if (self->task == task && g_strcmp0 (self->unit, unit) == 0)
    return;
  if (self->unit != NULL)
    ys_assess_pane_settle (self);
  g_free (self->unit);
  self->unit = g_strdup (unit);
  self->task = task;
  tell_problem (self, NULL);
  ys_assess_pane_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
ys_assess_pane_begin (YsAssessPane *self, const char *digits)
{
  if (!ys_assess_table_begin (self->table, digits))
    gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}

void
ys_assess_pane_set_wide (YsAssessPane *self, gboolean wide)
{
  ys_assess_evidence_set_height (self->evidence, wide ? CUT_OUT_WIDE : CUT_OUT_USUAL);
}

/* ---- moving ---- */

static void
on_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int columns, rows;

  g_variant_get (parameter, "(ii)", &columns, &rows);
  g_signal_emit (widget, signals[SIGNAL_STEP], 0, columns, rows);
}

static void
on_close (YsAssessPane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static gboolean
on_key (YsAssessPane *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
  return GDK_EVENT_STOP;
}

/* ---- made and gone ---- */

static void
ys_assess_pane_dispose (GObject *object)
{
  YsAssessPane *self = YS_ASSESS_PANE (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_assess_pane_parent_class)->dispose (object);
}

static void
ys_assess_pane_finalize (GObject *object)
{
  g_free (YS_ASSESS_PANE (object)->unit);
  G_OBJECT_CLASS (ys_assess_pane_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, unit_label);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, number);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, title);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, doubted);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, problem);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, closed);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, stack);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, record_place);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, evidence_place);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, table_place);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, look_button);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, look_popover);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, look_title);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, look_reason);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, computed_button);
  gtk_widget_class_bind_template_child (widget_class, YsAssessPane, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_computed);
  gtk_widget_class_bind_template_callback (widget_class, on_raise);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_look);
  gtk_widget_class_bind_template_callback (widget_class, on_look_shown);
}

static void
ys_assess_pane_class_init (YsAssessPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_assess_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_assess_pane_finalize;
  signals[SIGNAL_STEP] = g_signal_new ("step", YS_TYPE_ASSESS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_NEXT] =
      g_signal_new ("next", YS_TYPE_ASSESS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_BACK] =
      g_signal_new ("back", YS_TYPE_ASSESS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE] =
      g_signal_new ("close", YS_TYPE_ASSESS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "cell.step", "(ii)", on_step);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-assess-pane.ui");
  bind_children (widget_class);
}

static void
ys_assess_pane_init (YsAssessPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ys_status_page_skip_inside (self->nothing_page);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ys_assess_pane_new (YsWorkspace *workspace)
{
  YsAssessPane *self = g_object_new (YS_TYPE_ASSESS_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  self->record = YS_ASSESS_RECORD (ys_assess_record_new ());
  self->claims = YS_ASSESS_CLAIMS (ys_assess_claims_new ());
  self->people = YS_ASSESS_PEOPLE (ys_assess_people_new ());
  self->round = YS_ASSESS_ROUND (ys_assess_round_new ());
  self->evidence = YS_ASSESS_EVIDENCE (ys_assess_evidence_new (workspace));
  self->table = YS_ASSESS_TABLE (ys_assess_table_new ());
  gtk_box_append (self->record_place, GTK_WIDGET (self->record));
  gtk_box_append (self->record_place, GTK_WIDGET (self->claims));
  gtk_box_append (self->evidence_place, GTK_WIDGET (self->evidence));
  gtk_box_append (self->table_place, GTK_WIDGET (self->table));
  gtk_box_append (self->table_place, GTK_WIDGET (self->people));
  gtk_box_append (self->table_place, GTK_WIDGET (self->round));
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "assess-people");
  gtk_widget_add_css_class (GTK_WIDGET (self->round), "assess-people");
  g_signal_connect_object (self->table, "commit", G_CALLBACK (on_commit), self, G_CONNECT_SWAPPED);
  ys_assess_pane_connect_changes (self);
  return GTK_WIDGET (self);
}
