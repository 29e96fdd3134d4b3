/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Left what lost points, right the appeals. The feedback is read off the main loop; rows are made anew from it. */
#include "ys-feedback-window.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-negative-view.h"
#include "ys-reason-bar.h"
#include "ys-workspace-appeal-days.h"
#include "ys-workspace-appeal.h"
#include "ys-workspace-city.h"

struct _YsFeedbackWindow
{
  AdwWindow parent_instance;
  YsWorkspace *workspace;
  YsFeedback *feedback; /* NULL: none */
  AdwToastOverlay *toasts;
  GtkWidget *result, *parts, *list, *until, *points_line, *points, *appeals, *send;
  YsReasonBar *bar;
};

G_DEFINE_FINAL_TYPE (YsFeedbackWindow, ys_feedback_window, ADW_TYPE_WINDOW)

static void read_feedback (YsFeedbackWindow *self);

/* ---- filing, withdrawing, sending ---- */

typedef struct
{
  enum { FILE_IT, WITHDRAW_IT, SEND_ALL } act;
  guint task;
  char *item, *points, *reason, *appeal;
} Filing;

static void
filing_free (gpointer data)
{
  Filing *filing = data;

  g_free (filing->item);
  g_free (filing->points);
  g_free (filing->reason);
  g_free (filing->appeal);
  g_free (filing);
}

/* Non-NULL: it was done, and which of the three it was. */
static gpointer
file (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Filing *filing = data;
  g_autofree char *id = NULL;
  gboolean done;

  if (filing->act == FILE_IT)
    {
      id = filing->item != NULL
               ? ys_workspace_appeal_item (workspace, filing->item, filing->reason, error)
               : ys_workspace_appeal (workspace, filing->task, NULL, filing->points, filing->reason, error);
      done = id != NULL;
    }
  else if (filing->act == WITHDRAW_IT)
    done = ys_workspace_withdraw_appeal (workspace, filing->appeal, error);
  else
    done = ys_workspace_send_appeals (workspace, error);
  return done ? GINT_TO_POINTER (filing->act + 1) : NULL;
}

static void
tell (YsFeedbackWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
on_filed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsFeedbackWindow) self = data;
  g_autoptr (GError) error = NULL;
  int done = GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error));
  const char *const words[] = { _ ("The appeal is filed; send it when all are written."), _ ("The appeal is withdrawn."),
                                _ ("The appeals are packed; they lie in the register of packages, ready to send.") };

  if (done == 0 && gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    ys_reason_bar_refuse (self->bar, error->message);
  else if (done == 0)
    tell (self, error->message);
  if (done == 0)
    return;
  ys_reason_bar_close (self->bar);
  gtk_widget_set_visible (self->points_line, FALSE);
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  tell (self, words[done - 1]);
}

static void
run (YsFeedbackWindow *self, Filing *filing)
{
  ys_workspace_run_async (self->workspace, file, filing, filing_free, NULL, NULL, on_filed, g_object_ref (self));
}

static void
on_given (YsFeedbackWindow *self, const char *reason)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  Filing *filing;

  if (row == NULL)
    return;
  filing = g_new0 (Filing, 1);
  filing->act = FILE_IT;
  filing->task = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "task"));
  filing->item = g_strdup (g_object_get_data (G_OBJECT (row), "item"));
  filing->points = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->points)));
  filing->reason = g_strdup (reason);
  run (self, filing);
}

static void
on_withdraw (GtkWidget *button, YsFeedbackWindow *self)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->act = WITHDRAW_IT;
  filing->appeal = g_strdup (g_object_get_data (G_OBJECT (button), "appeal"));
  run (self, filing);
}

static void
on_send (YsFeedbackWindow *self)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->act = SEND_ALL;
  run (self, filing);
}

static void
on_row_activated (YsFeedbackWindow *self, GtkListBoxRow *row)
{
  if (!ys_workspace_can_appeal (self->workspace, NULL)) /* why not stands above the list */
    return;
  gboolean of_task = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "task")) != 0;

  gtk_editable_set_text (GTK_EDITABLE (self->points), "");
  gtk_widget_set_visible (self->points_line, of_task);
  ys_reason_bar_ask (self->bar, g_object_get_data (G_OBJECT (row), "title"), _ ("File the Appeal"));
}

static void
on_left (YsFeedbackWindow *self)
{
  gtk_widget_set_visible (self->points_line, FALSE);
}

/* ---- what lost points ---- */

static void
add_row (YsFeedbackWindow *self, const char *title, const char *figure, guint task, const char *item)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *name = ys_fill_label (title, "name");
  g_autofree char *all = g_strdup_printf ("%s %s", title, figure);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), ys_fill_label (figure, "num"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data (G_OBJECT (row), "task", GUINT_TO_POINTER (task));
  g_object_set_data_full (G_OBJECT (row), "item", g_strdup (item), g_free);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_tasks (YsFeedbackWindow *self, const YsSheetUnit *unit)
{
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);
      for (guint t = 0; t < part->tasks->len; t++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, t);
          const YsTask *known = task->standard->task;
          YsPoints decided = task->score[YS_DECIDED]; /* what nobody decided stands at the computed figure */

          if (!task->applicable)
            continue;
          ys_feedback_get_task (self->feedback, known->number, &decided);
          if (decided >= task->points)
            continue;
          g_autofree char *got = ys_points_to_display (decided), *of = ys_points_to_short (task->points);
          g_autofree char *title = g_strdup_printf ("%u %s", known->number, known->title);
          g_autofree char *figure = g_strdup_printf (_ ("got %s of %s"), got, of);
          add_row (self, title, figure, known->number, NULL);
        }
    }
}

static void
show_list (YsFeedbackWindow *self, const YsNegativeView *view)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < view->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (view->occurrences, i);
      g_autofree char *amount = ys_occurrence_dup_deduction (shown);
      if (shown->deduction > 0)
        add_row (self, shown->occurrence->title, amount, 0, shown->occurrence->id);
    }
  if (view->unit != NULL)
    add_tasks (self, view->unit);
}

static void
show_result (YsFeedbackWindow *self)
{
  const YsFeedback *feedback = self->feedback;
  g_autofree char *total = ys_points_to_display (feedback->total), *base = ys_points_to_display (feedback->base);
  g_autofree char *bonus = ys_points_to_display (feedback->bonus), *taken = ys_deduction_dup_text (feedback->deduction);
  const char *state = ys_submission_state_label (feedback->state), *grade = feedback->grade != NULL ? feedback->grade : "";
  g_autofree char *result
      = feedback->rank > 0 ? g_strdup_printf (_ ("%s · %s points · %s · place %u"), state, total, grade, feedback->rank)
                           : g_strdup_printf (_ ("%s · %s points · %s"), state, total, grade);
  g_autofree char *parts = g_strdup_printf (_ ("%s · base %s · bonus %s · deduction %s"),
                                            ys_workspace_get_unit_name (self->workspace), base, bonus, taken);

  g_autofree char *sample = g_strconcat (parts, " · ", _ ("Sample standard: the scores are for practice only"), NULL);

  gtk_label_set_text (GTK_LABEL (self->result), result);
  gtk_label_set_text (GTK_LABEL (self->parts), ys_workspace_get_standard (self->workspace)->sample ? sample : parts);
}

/* ---- appeals ---- */

/* Until when one may appeal, or why one may not. */
static void
show_until (YsFeedbackWindow *self)
{
  YsAppealDays days;
  g_autofree char *why = NULL, *until = NULL, *text = NULL;
  gboolean may = ys_workspace_can_appeal (self->workspace, &why);

  ys_workspace_get_appeal_days (self->workspace, ys_workspace_get_unit (self->workspace), &days);
  until = ys_date_to_text (days.until);
  text = !may                ? g_strdup (why)
         : days.until != 0 ? g_strdup_printf (_ ("One may appeal until %s."), until)
                             : g_strdup (_ ("The round sets no last day for an appeal."));
  gtk_label_set_text (GTK_LABEL (self->until), text);
  gtk_widget_remove_css_class (self->until, may ? "error" : "quiet");
  gtk_widget_add_css_class (self->until, may ? "quiet" : "error");
}

static GtkWidget *
make_words (const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static void
add_appeal (YsFeedbackWindow *self, const YsAppeal *appeal)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *button;
  g_autofree char *answer = appeal->answer != NULL ? g_strdup_printf (_ ("Answered: %s"), appeal->answer) : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s", _ ("Withdraw"), appeal->title);
  const char *state = appeal->sent ? _ ("sent, not answered yet") : _ ("not sent yet");

  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), make_words (appeal->title, "strong"));
  gtk_box_append (GTK_BOX (card), make_words (appeal->reason, "name"));
  gtk_box_append (GTK_BOX (card), make_words (answer != NULL ? answer : state, "small quiet"));
  gtk_box_append (GTK_BOX (self->appeals), card);
  if (appeal->sent)
    return;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (_ ("Withdraw")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "lowb");
  g_object_set_data_full (G_OBJECT (button), "appeal", g_strdup (appeal->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_withdraw), self, 0);
  gtk_box_append (GTK_BOX (card), button);
}

static void
show_appeals (YsFeedbackWindow *self)
{
  g_autoptr (GPtrArray) appeals = ys_workspace_dup_appeals (self->workspace, ys_workspace_get_unit (self->workspace));
  gboolean unsent = FALSE;

  ys_fill_clear_box (self->appeals);
  for (guint i = 0; i < appeals->len; i++)
    {
      add_appeal (self, g_ptr_array_index (appeals, i));
      unsent |= !((const YsAppeal *)g_ptr_array_index (appeals, i))->sent;
    }
  if (appeals->len == 0)
    gtk_box_append (GTK_BOX (self->appeals), make_words (_ ("You have filed no appeal."), "small quiet"));
  gtk_widget_set_sensitive (self->send, unsent && ys_workspace_can_appeal (self->workspace, NULL));
  show_until (self);
}

/* ---- reading ---- */

static gpointer
read_it (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return ys_workspace_dup_feedback (workspace, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsFeedbackWindow) self = data;
  g_autoptr (GError) error = NULL;
  YsFeedback *feedback = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);
  g_autoptr (YsNegativeView) view = NULL;

  if (self->workspace == NULL || feedback == NULL)
    {
      if (self->workspace != NULL)
        gtk_label_set_text (GTK_LABEL (self->result), error != NULL ? error->message : _ ("No feedback of the city came in yet."));
      g_clear_pointer (&feedback, ys_feedback_free);
      return;
    }
  g_clear_pointer (&self->feedback, ys_feedback_free);
  self->feedback = feedback;
  view = ys_negative_view_new (self->workspace);
  show_result (self);
  show_list (self, view);
}

static void
read_feedback (YsFeedbackWindow *self)
{
  show_appeals (self);
  ys_workspace_run_async (self->workspace, read_it, NULL, NULL, (GDestroyNotify)ys_feedback_free, NULL, on_read,
                          g_object_ref (self));
}

static void
on_changed (YsFeedbackWindow *self, guint what)
{
  if ((what & (YS_CHANGE_STATE | YS_CHANGE_REVIEW)) != 0)
    read_feedback (self);
  else if ((what & YS_CHANGE_OPINIONS) != 0)
    show_appeals (self);
}

/* ---- made and gone ---- */

static GtkWidget *
make_scroller (GtkWidget *child, const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return scroller;
}

static GtkWidget *
make_left (YsFeedbackWindow *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "lines");
  gtk_widget_add_css_class (self->list, "occurrences");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Feedback of the city"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->points_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->points = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->points), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Points that you hold right"), -1);
  gtk_box_append (GTK_BOX (self->points_line), ys_fill_label (_ ("Points that you hold right"), "small quiet"));
  gtk_box_append (GTK_BOX (self->points_line), self->points);
  gtk_widget_set_visible (self->points_line, FALSE);
  self->bar = YS_REASON_BAR (ys_reason_bar_new ());
  g_signal_connect_swapped (self->bar, "given", G_CALLBACK (on_given), self);
  g_signal_connect_swapped (self->bar, "left", G_CALLBACK (on_left), self);
  gtk_box_append (GTK_BOX (left), make_words (_ ("Choose what you hold wrong, then say why. Only what lost points is listed."),
                                              "small quiet"));
  self->until = make_words ("", "small quiet num");
  gtk_label_set_max_width_chars (GTK_LABEL (self->until), 60);
  gtk_box_append (GTK_BOX (left), self->until);
  gtk_box_append (GTK_BOX (left), make_scroller (self->list, _ ("Feedback of the city")));
  gtk_box_append (GTK_BOX (left), self->points_line);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->bar));
  gtk_widget_set_hexpand (left, TRUE);
  return left;
}

static GtkWidget *
make_right (YsFeedbackWindow *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->appeals = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->send = gtk_button_new_with_label (_ ("Send the Appeals"));
  gtk_widget_add_css_class (self->send, "suggested-action");
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (on_send), self);
  gtk_box_append (GTK_BOX (right), ys_fill_label (_ ("Appeals"), "h2"));
  gtk_box_append (GTK_BOX (right), make_scroller (self->appeals, _ ("Appeals")));
  gtk_box_append (GTK_BOX (right), make_words (_ ("What you appeal against goes to the city when you send it; until then "
                                                  "it can be withdrawn."),
                                               "small quiet"));
  gtk_box_append (GTK_BOX (right), self->send);
  gtk_widget_set_size_request (right, 300, -1);
  return right;
}

static void
build (YsFeedbackWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  self->result = make_words ("", "h1 num");
  self->parts = make_words ("", "small quiet num");
  gtk_label_set_max_width_chars (GTK_LABEL (self->parts), 60);
  gtk_box_append (GTK_BOX (box), self->result);
  gtk_box_append (GTK_BOX (box), self->parts);
  gtk_box_append (GTK_BOX (both), make_left (self));
  gtk_box_append (GTK_BOX (both), make_right (self));
  gtk_box_append (GTK_BOX (box), both);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), all);
}

static void
ys_feedback_window_dispose (GObject *object)
{
  YsFeedbackWindow *self = YS_FEEDBACK_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->feedback, ys_feedback_free);
  G_OBJECT_CLASS (ys_feedback_window_parent_class)->dispose (object);
}

static void
ys_feedback_window_class_init (YsFeedbackWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_feedback_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_feedback_window_init (YsFeedbackWindow *self)
{
}

void
ys_feedback_window_present (GtkWidget *from, YsWorkspace *workspace)
{
  YsFeedbackWindow *self
      = g_object_new (YS_TYPE_FEEDBACK_WINDOW, "title", _ ("Feedback of the city"), "modal", TRUE, "default-width", 860,
                      "default-height", 620, "transient-for", gtk_widget_get_root (from), NULL);

  self->workspace = g_object_ref (workspace);
  build (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_feedback (self);
  gtk_window_present (GTK_WINDOW (self));
}
