/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and buttons made anew from what was read; the reason bar stays while something is being asked. What can't be taken
 * back, settling, asks in a dialog whose safe button has the focus. */
#include "ys-settle-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-place.h"
#include "ys-reason-bar.h"
#include "ys-settle-data.h"
#include "ys-workspace-opinion.h"

struct _YsSettlePane
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *unit;
  YsSettleData *data;
  GtkWidget *title, *result, *days, *lacking, *history, *appeals, *approver_line, *approver;
  GtkWidget *buttons[YS_N_SETTLE_ACTS];
  YsReasonBar *bar;
  YsSettleAct asked;
  char *appeal;           /* id of the one that is being answered */
  gboolean reading, again, refocus;
};

enum
{
  SIGNAL_TOLD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsSettlePane, ys_settle_pane, GTK_TYPE_BOX)

static const YsCityStep step_of_act[] = { [YS_SETTLE_FINISH] = YS_CITY_FINISH, [YS_SETTLE_SETTLE] = YS_CITY_SETTLE,
                                          [YS_SETTLE_REOPEN] = YS_CITY_REOPEN, [YS_SETTLE_APPEAL] = YS_CITY_APPEAL };

/* ---- doing it ---- */

static const char *
words_after (YsSettleAct act)
{
  static const char *const words[]
      = { N_ ("The review is finished."), N_ ("Settled; its feedback lies in the register of packages, ready to send."),
          N_ ("The feedback lies in the register of packages, ready to send."), N_ ("The assessors go on."),
          N_ ("Opened again because of the appeal; settle it anew when it is decided."),
          N_ ("Answered; the package for the county lies in the register of packages.") };

  return _ (words[act]);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsSettlePane) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error));

  if (!done && error != NULL)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (self->bar)))
        ys_reason_bar_refuse (self->bar, error->message);
      else
        ys_tell_error (GTK_WIDGET (self), _ ("It was not done"), error);
      return;
    }
  ys_reason_bar_close (self->bar);
  gtk_widget_set_visible (self->approver_line, FALSE);
  self->refocus = TRUE; /* the field that had the focus is gone */
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, words_after (self->asked));
  ys_settle_pane_update (self);
}

static void
take (YsSettlePane *self, YsSettleAct act, const char *reason)
{
  YsSettleStep *step = g_new0 (YsSettleStep, 1);

  self->asked = act;
  step->act = act;
  step->unit = g_strdup (self->unit);
  step->reason = g_strdup (reason);
  step->approver = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->approver)));
  step->appeal = g_strdup (self->appeal);
  ys_workspace_run_async (self->workspace, ys_settle_step_take, step, ys_settle_step_free, NULL, NULL, on_taken,
                          g_object_ref (self));
}

static void
on_given (YsSettlePane *self, const char *reason)
{
  take (self, self->asked, reason);
}

static void
on_left (YsSettlePane *self)
{
  gtk_widget_set_visible (self->approver_line, FALSE);
}

/* ---- asking ---- */

static void
ask (YsSettlePane *self, YsSettleAct act, const char *what, const char *accept)
{
  self->asked = act;
  gtk_widget_set_visible (self->approver_line, act == YS_SETTLE_APPEAL);
  ys_reason_bar_ask (self->bar, what, accept);
  if (act == YS_SETTLE_APPEAL)
    gtk_widget_grab_focus (self->approver);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, YsSettlePane *self)
{
  GtkWidget *reason = g_object_get_data (G_OBJECT (dialog), "reason");

  if (g_str_equal (response, "settle"))
    take (self, YS_SETTLE_SETTLE, reason != NULL ? gtk_editable_get_text (GTK_EDITABLE (reason)) : NULL);
}

/* In numbers what will happen; with a field for the reason where something stands against it. */
static void
ask_to_settle (YsSettlePane *self)
{
  const YsUnitInfo *info = ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace), self->unit);
  g_autofree char *heading = g_strdup_printf (_ ("Settle %s?"), info->name);
  g_autofree char *result = ys_settle_data_dup_result (self->data);
  g_autofree char *rest = ys_settle_data_dup_caveats (self->data);
  g_autofree char *body = g_strdup_printf (
      _ ("It stands with %s. Scores and negative list of this county are locked, and its feedback is made; later only a "
         "granted appeal changes anything.%s"),
      result, rest);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "settle", _ ("_Settle"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "settle", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (self->data->against->len > 0)
    {
      GtkWidget *reason = gtk_entry_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (reason), _ ("Reason; it stands in the journal"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), reason);
      g_object_set_data (G_OBJECT (dialog), "reason", reason);
    }
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  /* the safe button, not the field for the reason, whose Return would answer nothing */
  if (gtk_window_get_default_widget (GTK_WINDOW (dialog)) != NULL)
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
on_button (GtkWidget *button, YsSettlePane *self)
{
  g_autofree char *unfinished = NULL, *before = NULL;
  YsSettleAct act = YS_SETTLE_FINISH;

  while (self->buttons[act] != button)
    act++;
  if (self->data == NULL)
    return;
  if (act == YS_SETTLE_SETTLE)
    ask_to_settle (self);
  else if (act == YS_SETTLE_FEEDBACK || (act == YS_SETTLE_FINISH && self->data->unfinished->len == 0))
    take (self, act, NULL);
  else if (act == YS_SETTLE_FINISH)
    {
      unfinished = g_strdup_printf (_ ("%u points are not finished; say why the review ends all the same."),
                                    self->data->unfinished->len);
      ask (self, act, unfinished, _ ("Finish"));
    }
  else if (act == YS_SETTLE_REOPEN)
    ask (self, act, _ ("The assessors go on; the county has no place until its review is finished again."), _ ("Reopen"));
  else
    {
      before = ys_settle_data_dup_result (self->data);
      g_autofree char *what = g_strdup_printf (
          _ ("Settled with %s. Name who approved the appeal and say why; old and new result are kept."), before);
      ask (self, act, what, _ ("Grant"));
    }
}

static void
on_answer (GtkWidget *button, YsSettlePane *self)
{
  g_free (self->appeal);
  self->appeal = g_strdup (g_object_get_data (G_OBJECT (button), "appeal"));
  ask (self, YS_SETTLE_ANSWER, _ ("Your answer goes to the county as a package; it changes no score by itself."),
       _ ("Answer"));
}

/* ---- shown ---- */

static GtkWidget *
add_words (GtkWidget *box, const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
dup_day (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

/* "2022-03-01 10:00 82.07分 良好 顾文涛", after an appeal also the result before, approver and reason. */
static void
add_settlement (YsSettlePane *self, guint index)
{
  const YsSettlement *one = g_ptr_array_index (self->data->settlements, index);
  g_autofree char *day = dup_day (one->at), *total = ys_points_to_display (one->total);
  g_autofree char *line
      = g_strdup_printf (_ ("%s · %s points, %s · by %s"), day, total, one->grade, one->person);

  add_words (self->history, line, "num");
  if (one->approver == NULL || index == 0)
    return;
  const YsSettlement *old = g_ptr_array_index (self->data->settlements, index - 1);
  g_autofree char *old_total = ys_points_to_display (old->total);
  g_autofree char *change
      = g_strdup_printf (_ ("after an appeal: %s %s → %s %s; approved by %s: %s"), old_total, old->grade, total, one->grade,
                         one->approver, one->reason != NULL ? one->reason : "");
  add_words (self->history, change, "small quiet num");
}

static void
add_appeal (YsSettlePane *self, const YsAppeal *appeal)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *day = dup_day (appeal->at);
  g_autofree char *points = appeal->has_points ? ys_points_to_display (appeal->points) : NULL;
  g_autofree char *head = points != NULL
                              ? g_strdup_printf (_ ("%s · %s · holds %s right"), day, appeal->title, points)
                              : g_strdup_printf ("%s · %s", day, appeal->title);

  gtk_widget_add_css_class (card, "note");
  add_words (card, head, "strong small num");
  if (appeal->late)
    add_words (card, _ ("Late: it was sent after the last day for an appeal."), "small error");
  add_words (card, appeal->reason, "name");
  if (appeal->answer != NULL)
    {
      g_autofree char *answer = g_strdup_printf (_ ("Answered: %s"), appeal->answer);
      add_words (card, answer, "small quiet");
    }
  else if (ys_workspace_can_answer (self->workspace, appeal->id, NULL))
    {
      GtkWidget *button = gtk_button_new (), *label = gtk_label_new (_ ("Answer…"));
      g_autofree char *name = g_strdup_printf ("%s %s", _ ("Answer…"), appeal->title);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "lowb");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (button), "appeal", g_strdup (appeal->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_answer), self, 0);
      gtk_box_append (GTK_BOX (card), button);
    }
  gtk_box_append (GTK_BOX (self->appeals), card);
}

static void
show_buttons (YsSettlePane *self)
{
  for (guint act = 0; act < YS_SETTLE_ANSWER; act++)
    {
      g_autofree char *why = NULL;
      gboolean can = act == YS_SETTLE_FEEDBACK
                         ? self->data->revision > 0 && !ys_workspace_is_read_only (self->workspace)
                         : ys_workspace_can_city_step (self->workspace, step_of_act[act], self->unit, &why);

      gtk_widget_set_sensitive (self->buttons[act], can);
      gtk_widget_set_tooltip_text (self->buttons[act], why);
    }
  gtk_widget_set_visible (self->buttons[YS_SETTLE_APPEAL], self->data->state == YS_SUBMISSION_FINAL);
  gtk_widget_set_visible (self->buttons[YS_SETTLE_SETTLE], self->data->state != YS_SUBMISSION_FINAL);
  gtk_widget_set_visible (self->buttons[YS_SETTLE_REOPEN], self->data->state == YS_SUBMISSION_SCORED);
  gtk_widget_set_visible (self->buttons[YS_SETTLE_FINISH], self->data->state == YS_SUBMISSION_ACCEPTED);
  for (guint act = 0; self->refocus && act < YS_SETTLE_ANSWER; act++)
    self->refocus = !gtk_widget_is_visible (self->buttons[act]) || !gtk_widget_grab_focus (self->buttons[act]);
}

static void
show_data (YsSettlePane *self)
{
  const YsUnitInfo *info = ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace), self->unit);
  const char *state = self->data->revision > 0 ? ys_submission_state_label (self->data->state) : _ ("not received");
  g_autofree char *title = g_strdup_printf ("%s · %s", info->name, state);
  g_autofree char *result = ys_settle_data_dup_result (self->data);
  g_autofree char *days = ys_settle_data_dup_days (self->data);
  g_autofree char *stands = g_strdup_printf (_ ("As decided so far: %s"), result);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->result), stands);
  gtk_label_set_text (GTK_LABEL (self->days), days);
  gtk_widget_set_visible (self->days, days[0] != '\0');
  ys_fill_clear_box (self->lacking);
  for (guint i = 0; i < self->data->unfinished->len; i++)
    add_words (self->lacking, g_ptr_array_index (self->data->unfinished, i), "small");
  if (self->data->unfinished->len == 0)
    add_words (self->lacking, self->data->revision > 0 ? _ ("Nothing is missing; points nobody was assigned to stand at "
                                                            "the computed figure.")
                                                       : _ ("Nothing came in from this county."),
               "small quiet");
  ys_fill_clear_box (self->history);
  for (guint i = 0; i < self->data->settlements->len; i++)
    add_settlement (self, i);
  if (self->data->settlements->len == 0)
    add_words (self->history, _ ("Not settled yet."), "small quiet");
  ys_fill_clear_box (self->appeals);
  for (guint i = 0; i < self->data->appeals->len; i++)
    add_appeal (self, g_ptr_array_index (self->data->appeals, i));
  if (self->data->appeals->len == 0)
    add_words (self->appeals, _ ("No appeal came in."), "small quiet");
  show_buttons (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsSettlePane) self = user_data;
  g_autoptr (YsSettleData) data = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  self->reading = FALSE;
  if (self->workspace == NULL)
    return;
  if (data != NULL && g_strcmp0 (data->unit, self->unit) == 0)
    {
      g_clear_pointer (&self->data, ys_settle_data_free);
      self->data = g_steal_pointer (&data);
      show_data (self);
    }
  if (self->again)
    ys_settle_pane_update (self);
}

void
ys_settle_pane_update (YsSettlePane *self)
{
  self->again = self->reading;
  if (self->reading || self->unit == NULL)
    return;
  self->reading = TRUE;
  ys_workspace_run_async (self->workspace, ys_settle_data_read, g_strdup (self->unit), g_free,
                          (GDestroyNotify)ys_settle_data_free, NULL, on_read, g_object_ref (self));
}

void
ys_settle_pane_show (YsSettlePane *self, YsWorkspace *workspace, const char *unit)
{
  g_set_object (&self->workspace, workspace);
  g_free (self->unit);
  self->unit = g_strdup (unit);
  ys_reason_bar_close (self->bar);
  gtk_widget_set_visible (self->approver_line, FALSE);
  ys_settle_pane_update (self);
}

/* ---- made and gone ---- */

static void
ys_settle_pane_dispose (GObject *object)
{
  YsSettlePane *self = YS_SETTLE_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->data, ys_settle_data_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->appeal, g_free);
  G_OBJECT_CLASS (ys_settle_pane_parent_class)->dispose (object);
}

static void
ys_settle_pane_class_init (YsSettlePaneClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_settle_pane_dispose;
  signals[SIGNAL_TOLD] = g_signal_new ("told", YS_TYPE_SETTLE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_STRING);
}

static void
add_section (GtkWidget *box, const char *title, GtkWidget **into)
{
  gtk_box_append (GTK_BOX (box), ys_fill_label (title, "h2"));
  *into = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), *into);
}

static GtkWidget *
make_buttons (YsSettlePane *self)
{
  const char *const labels[] = { _ ("Finish the Review"), _ ("Settle…"), _ ("Make Feedback"), _ ("Reopen the Review…"),
                                 _ ("Grant an Appeal…") };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (guint act = 0; act < YS_SETTLE_ANSWER; act++)
    {
      self->buttons[act] = gtk_button_new_with_label (labels[act]);
      g_signal_connect_object (self->buttons[act], "clicked", G_CALLBACK (on_button), self, 0);
      gtk_widget_set_sensitive (self->buttons[act], FALSE);
      gtk_box_append (GTK_BOX (line), self->buttons[act]);
    }
  gtk_widget_add_css_class (self->buttons[YS_SETTLE_SETTLE], "suggested-action");
  return line;
}

static void
make_approver (YsSettlePane *self)
{
  self->approver_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->approver = gtk_entry_new ();
  gtk_widget_set_hexpand (self->approver, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->approver), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Approved by"), -1);
  gtk_box_append (GTK_BOX (self->approver_line), ys_fill_label (_ ("Approved by"), "small quiet"));
  gtk_box_append (GTK_BOX (self->approver_line), self->approver);
  gtk_widget_set_visible (self->approver_line, FALSE);
}

static void
ys_settle_pane_init (YsSettlePane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  self->title = ys_fill_label ("", "h1");
  self->result = ys_fill_label ("", "num");
  self->days = ys_fill_label ("", "small quiet num");
  self->bar = YS_REASON_BAR (ys_reason_bar_new ());
  g_signal_connect_swapped (self->bar, "given", G_CALLBACK (on_given), self);
  g_signal_connect_swapped (self->bar, "left", G_CALLBACK (on_left), self);
  make_approver (self);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->result);
  gtk_box_append (GTK_BOX (box), self->days);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_box_append (GTK_BOX (box), self->approver_line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  add_section (box, _ ("What the review lacks"), &self->lacking);
  add_section (box, _ ("How it was settled"), &self->history);
  add_section (box, _ ("Appeals"), &self->appeals);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Settle and appeals"), -1);
  gtk_box_append (GTK_BOX (self), scroller);
}

GtkWidget *
ys_settle_pane_new (void)
{
  return g_object_new (YS_TYPE_SETTLE_PANE, NULL);
}
