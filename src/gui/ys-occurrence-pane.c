/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane puts its parts together and carries their changes to the workspace, one after the other: each
 * reads what stands, changes it, and stores the whole. */
#include "ys-occurrence-pane.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-facts-parts.h"
#include "ys-fill-card.h"
#include "ys-occurrence-choice.h"
#include "ys-occurrence-deduction.h"
#include "ys-occurrence-evidence.h"
#include "ys-occurrence-facts.h"
#include "ys-occurrence-kin.h"
#include "ys-occurrence-state.h"
#include "ys-occurrence-ticks.h"
#include "ys-place.h"

struct _YsOccurrencePane
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *id;            /* NULL: nothing */
  YsOccurrence *fresh; /* what is put together, not registered yet */
  gboolean built;
  GtkStack *stack;
  GtkLabel *title, *origin, *state_text, *foot_why;
  GtkImage *state_icon;
  GtkWidget *scroller, *answer_box, *answer, *enter, *withdraw, *go_answer, *begin;
  YsOccurrenceFacts *facts;
  YsOccurrenceTicks *ticks;
  YsOccurrenceEvidence *evidence;
  YsOccurrenceDeduction *deduction;
  YsOccurrenceChoice *choice; /* the city's, as are @state and @kin */
  YsOccurrenceState *state;
  YsOccurrenceKin *kin;
};

enum
{
  SIGNAL_STEP,
  SIGNAL_CLOSE,
  SIGNAL_REGISTERED,
  SIGNAL_WITHDRAWN,
  SIGNAL_REGISTER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsOccurrencePane, ys_occurrence_pane, GTK_TYPE_BOX)

static gboolean
is_new (YsOccurrencePane *self)
{
  return g_strcmp0 (self->id, YS_OCCURRENCE_NEW) == 0;
}

const char *
ys_occurrence_pane_get_id (YsOccurrencePane *self)
{
  return self->id;
}

/* ---- changes of a registered one ---- */

typedef struct
{
  char *id;
  YsOccurrenceEdit *edit;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->id);
  ys_occurrence_edit_free (change->edit);
  g_free (change);
}

static gpointer
change_occurrence (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  static GMutex one_at_a_time; /* or a second tick would store the occurrence as it was before the first */
  const Change *change = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&one_at_a_time);
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (workspace);
  const GPtrArray *occurrences = facts->ledger->occurrences;

  for (guint i = 0; i < occurrences->len; i++)
    {
      YsOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if (g_strcmp0 (occurrence->id, change->id) != 0)
        continue;
      ys_occurrence_edit_apply (change->edit, occurrence);
      return ys_workspace_save_occurrence (workspace, occurrence, error);
    }
  return NULL;
}

/* What was refused is shown as it stands again. */
static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOccurrencePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (error == NULL || self->workspace == NULL)
    return;
  ys_tell_error (GTK_WIDGET (self), _ ("The occurrence could not be changed"), error);
  g_autoptr (YsNegativeView) page = ys_negative_view_new (self->workspace);
  ys_occurrence_pane_update (self, page);
}

void
ys_occurrence_pane_edit (YsOccurrencePane *self, YsOccurrenceEdit *edit)
{
  g_autoptr (YsNegativeView) page = NULL;
  Change *change;

  if (is_new (self))
    {
      page = ys_negative_view_new (self->workspace);
      ys_occurrence_edit_apply (edit, self->fresh);
      ys_occurrence_edit_free (edit);
      ys_occurrence_pane_update (self, page);
      return;
    }
  change = g_new0 (Change, 1);
  change->id = g_strdup (self->id);
  change->edit = edit;
  ys_workspace_run_async (self->workspace, change_occurrence, change, change_free, g_free, NULL, on_changed,
                          g_object_ref (self));
}

void
ys_occurrence_pane_tick (YsOccurrencePane *self, const char *item)
{
  if (is_new (self) && !ys_occurrence_has_item (self->fresh, item))
    ys_occurrence_pane_edit (self, ys_occurrence_edit_new (YS_OCCURRENCE_EDIT_ITEM, item, NULL, TRUE));
}

/* ---- registering and withdrawing ---- */

static gpointer
register_occurrence (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return ys_workspace_register_occurrence (workspace, data, error);
}

static void
on_registered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOccurrencePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (error != NULL)
    ys_tell_error (GTK_WIDGET (self), _ ("The occurrence could not be registered"), error);
  if (id != NULL && self->workspace != NULL)
    g_signal_emit (self, signals[SIGNAL_REGISTERED], 0, id);
}

static void
on_enter (YsOccurrencePane *self)
{
  ys_workspace_run_async (self->workspace, register_occurrence, ys_workspace_copy_occurrence (self->fresh),
                          (GDestroyNotify)ys_occurrence_free, g_free, NULL, on_registered,
                          g_object_ref (self));
}

static gpointer
withdraw (YsWorkspace *workspace, gpointer id, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_delete_occurrence (workspace, id, error));
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOccurrencePane) self = data;
  g_autoptr (GError) error = NULL;

  if (GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)))
    g_signal_emit (self, signals[SIGNAL_WITHDRAWN], 0);
  else if (error != NULL)
    ys_tell_error (GTK_WIDGET (self), _ ("The occurrence could not be withdrawn"), error);
}

static void
on_withdraw (YsOccurrencePane *self)
{
  if (is_new (self)) /* what was typed stays until it is registered or typed over */
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
  else
    ys_workspace_run_async (self->workspace, withdraw, g_strdup (self->id), g_free, NULL, NULL, on_withdrawn,
                            g_object_ref (self));
}

/* ---- shown ---- */

static void
show_head (YsOccurrencePane *self, const YsOccurrenceView *view)
{
  const YsOccurrence *occurrence = view->occurrence;
  g_autofree char *date = ys_occurrence_dup_date (occurrence);
  g_autofree char *origin = NULL;

  if (view->page->is_city)
    origin = g_strdup_printf ("%s · %s · %s", ys_negative_view_get_unit_name (view->page, occurrence->unit), date,
                              view->is_own ? _ ("entered by the city") : _ ("declared by the county"));
  else
    origin = g_strdup_printf ("%s · %s", date, view->is_own ? _ ("declared by this county") : _ ("entered by the city"));

  gtk_label_set_text (self->title, view->shown != NULL ? occurrence->title : _ ("New occurrence"));
  gtk_label_set_text (self->origin, view->shown != NULL ? origin : _ ("not registered yet"));
  gtk_image_set_from_icon_name (self->state_icon, ys_verification_icon (occurrence->state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon),
                              (const char *[]){ ys_verification_class (occurrence->state), NULL });
  gtk_label_set_text (self->state_text, ys_verification_label (occurrence->state));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->state_text)),
                          view->shown != NULL && !view->page->is_city);
}

/* Why the button at the foot can't be pressed now, NULL: it can. Full. */
static char *
dup_foot_why (const YsOccurrenceView *view)
{
  g_autofree char *key = ys_occurrence_view_dup_key (view, "title");
  g_autofree char *title = ys_workspace_dup_entry (view->page->workspace, 0, key);
  char *why = NULL;

  if (!ys_workspace_can_edit_occurrence (view->page->workspace, view->id, &why))
    return why;
  if (view->shown == NULL && view->page->is_city && view->occurrence->unit == NULL)
    return g_strdup (_ ("Choose the county first."));
  if (view->shown == NULL && *title == '\0')
    return g_strdup (_ ("Say first what happened."));
  if (view->shown == NULL && view->occurrence->ticks->len == 0)
    return g_strdup (_ ("Tick at least one item."));
  return NULL;
}

/* What the city entered or decided is answered, not changed. */
static gboolean
is_answered (const YsOccurrenceView *view)
{
  return !view->page->is_city && view->shown != NULL && (!view->is_own || view->occurrence->state != YS_VERIFY_SUSPECTED);
}

static void
on_go_answer (YsOccurrencePane *self)
{
  ys_entry_field_reveal (YS_ENTRY_FIELD (self->answer));
}

static void
show_foot (YsOccurrencePane *self, const YsOccurrenceView *view)
{
  g_autofree char *why = dup_foot_why (view);
  gboolean fresh = view->shown == NULL;

  gtk_widget_set_visible (self->enter, fresh);
  gtk_widget_set_sensitive (self->enter, why == NULL);
  gtk_button_set_label (GTK_BUTTON (self->withdraw), fresh ? _ ("Leave it") : _ ("Withdraw"));
  /* the city clears with a reason; nothing is withdrawn there */
  gtk_widget_set_visible (self->withdraw, fresh || (!is_answered (view) && !view->page->is_city));
  gtk_widget_set_sensitive (self->withdraw, fresh || why == NULL);
  gtk_widget_set_visible (self->go_answer, is_answered (view) && view->page->can_edit);
  gtk_label_set_text (self->foot_why, why != NULL           ? why
                                      : fresh               ? ""
                                      : view->page->is_city ? _ ("Saved as you type.")
                                                            : _ ("Saved as you type; withdrawing can be undone."));
}

/* An answer that is there is always shown. */
static void
show_answer (YsOccurrencePane *self, const YsOccurrenceView *view)
{
  g_autofree char *key = ys_occurrence_view_dup_key (view, "answer");
  g_autofree char *answer = ys_workspace_dup_entry (view->page->workspace, 0, key);

  gtk_widget_set_visible (self->answer_box, is_answered (view) || (*answer != '\0' && !view->page->is_city));
  ys_entry_field_set_editable (YS_ENTRY_FIELD (self->answer), view->page->can_edit);
}

static void
build (YsOccurrencePane *self, const YsOccurrenceView *view)
{
  g_autofree char *key = ys_occurrence_view_dup_key (view, "answer");

  self->built = TRUE;
  ys_occurrence_facts_build (self->facts, view);
  ys_occurrence_ticks_build (self->ticks, view);
  ys_entry_field_bind (YS_ENTRY_FIELD (self->answer), view->page->workspace, 0, key,
                       _ ("Answer to the city"));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
ys_occurrence_pane_update (YsOccurrencePane *self, const YsNegativeView *page)
{
  const YsSheetOccurrence *shown = is_new (self) ? NULL : ys_negative_view_get_occurrence (page, self->id);
  YsOccurrenceView view = { .page = page, .shown = shown, .id = self->id };

  gtk_widget_set_sensitive (self->begin, page->can_edit);
  gtk_widget_set_tooltip_text (self->begin, page->why_not);
  gtk_stack_set_visible_child_name (self->stack, is_new (self) || shown != NULL ? "one" : "nothing");
  if (!is_new (self) && shown == NULL)
    return;
  view.occurrence = shown != NULL ? shown->occurrence : self->fresh;
  view.is_own = shown == NULL || ys_workspace_is_own_occurrence (page->workspace, self->id);
  view.can_edit = ys_workspace_can_edit_occurrence (page->workspace, self->id, NULL);
  if (!self->built)
    build (self, &view);
  show_head (self, &view);
  ys_occurrence_facts_update (self->facts, &view);
  ys_occurrence_ticks_update (self->ticks, &view);
  ys_occurrence_evidence_update (self->evidence, &view);
  ys_occurrence_deduction_update (self->deduction, &view);
  ys_occurrence_choice_update (self->choice, &view);
  ys_occurrence_state_update (self->state, &view);
  ys_occurrence_kin_update (self->kin, &view);
  show_answer (self, &view);
  show_foot (self, &view);
}

void
ys_occurrence_pane_show (YsOccurrencePane *self, YsWorkspace *workspace, const char *id)
{
  g_autoptr (YsNegativeView) page = ys_negative_view_new (workspace);
  g_autofree char *copy = g_strdup (id);

  g_set_object (&self->workspace, workspace);
  if (g_strcmp0 (id, self->id) != 0)
    {
      g_free (self->id);
      self->id = g_steal_pointer (&copy);
      self->built = FALSE;
      if (is_new (self))
        {
          ys_occurrence_free (self->fresh);
          self->fresh = ys_occurrence_new ();
        }
    }
  ys_occurrence_pane_update (self, page);
  if (is_new (self))
    ys_occurrence_facts_focus_title (self->facts);
}

void
ys_occurrence_pane_focus (YsOccurrencePane *self)
{
  ys_occurrence_facts_focus_title (self->facts);
}

/* ---- made and gone ---- */

static void
on_previous (YsOccurrencePane *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, TRUE);
}

static void
on_next (YsOccurrencePane *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, FALSE);
}

static void
on_close (YsOccurrencePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
on_register (YsOccurrencePane *self)
{
  g_signal_emit (self, signals[SIGNAL_REGISTER], 0);
}

static void
ys_occurrence_pane_dispose (GObject *object)
{
  g_clear_object (&YS_OCCURRENCE_PANE (object)->workspace);
  G_OBJECT_CLASS (ys_occurrence_pane_parent_class)->dispose (object);
}

static void
ys_occurrence_pane_finalize (GObject *object)
{
  YsOccurrencePane *self = YS_OCCURRENCE_PANE (object);

  g_free (self->id);
  ys_occurrence_free (self->fresh);
  G_OBJECT_CLASS (ys_occurrence_pane_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, stack);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, title);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, origin);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, state_icon);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, state_text);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, scroller);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, facts);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, ticks);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, evidence);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, deduction);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, choice);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, state);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, kin);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, answer_box);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, answer);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, foot_why);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, enter);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, withdraw);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, go_answer);
  gtk_widget_class_bind_template_child (class, YsOccurrencePane, begin);
  gtk_widget_class_bind_template_callback (class, on_go_answer);
  gtk_widget_class_bind_template_callback (class, on_previous);
  gtk_widget_class_bind_template_callback (class, on_next);
  gtk_widget_class_bind_template_callback (class, on_close);
  gtk_widget_class_bind_template_callback (class, on_register);
  gtk_widget_class_bind_template_callback (class, on_enter);
  gtk_widget_class_bind_template_callback (class, on_withdraw);
}

static void
ys_occurrence_pane_class_init (YsOccurrencePaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_occurrence_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_pane_finalize;
  g_type_ensure (YS_TYPE_ENTRY_FIELD);
  g_type_ensure (YS_TYPE_OCCURRENCE_FACTS);
  g_type_ensure (YS_TYPE_OCCURRENCE_TICKS);
  g_type_ensure (YS_TYPE_OCCURRENCE_EVIDENCE);
  g_type_ensure (YS_TYPE_OCCURRENCE_DEDUCTION);
  g_type_ensure (YS_TYPE_OCCURRENCE_STATE);
  g_type_ensure (YS_TYPE_OCCURRENCE_CHOICE);
  g_type_ensure (YS_TYPE_OCCURRENCE_KIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/yanshou/Yanshou/ys-occurrence-pane.ui");
  bind_children (widget_class);
  signals[SIGNAL_STEP] = g_signal_new ("step", YS_TYPE_OCCURRENCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_CLOSE] =
      g_signal_new ("close", YS_TYPE_OCCURRENCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REGISTERED] = g_signal_new ("registered", YS_TYPE_OCCURRENCE_PANE, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WITHDRAWN] = g_signal_new ("withdrawn", YS_TYPE_OCCURRENCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REGISTER] = g_signal_new ("register", YS_TYPE_OCCURRENCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_occurrence_pane_init (YsOccurrencePane *self)
{
  self->fresh = ys_occurrence_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
