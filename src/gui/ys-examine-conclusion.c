/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing leaves before it was said in numbers what will be sent; what was sent is kept in the register and exported from
 * there as often as one likes. */
#include "ys-examine-conclusion.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-examine-job.h"
#include "ys-examine-words.h"
#include "ys-fill-area.h"
#include "ys-fill-card.h"
#include "ys-place.h"
#include "ys-receipt-widgets.h"
#include "ys-register-export.h"

#define N_VERDICTS 3
#define NO_VERDICT (-1)

struct _YsExamineConclusion {
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *city;
  GtkWidget *fields, *verdict[N_VERDICTS], *reason, *problem, *send, *send_note, *export, *earlier;
  int stored;             /* verdict that the workspace holds unsent, NO_VERDICT: none */
  char *stored_reason;
  gboolean putting;
};

G_DEFINE_FINAL_TYPE (YsExamineConclusion, ys_examine_conclusion, GTK_TYPE_BOX)

/* ---- what stands ---- */

static int
get_verdict (YsExamineConclusion *self)
{
  for (int i = 0; i < N_VERDICTS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->verdict[i])))
      return i;
  return NO_VERDICT;
}

static char *
dup_reason (YsExamineConclusion *self)
{
  return g_strstrip (ys_fill_area_dup_text (YS_FILL_AREA (self->reason)));
}

static void
show_problem (YsExamineConclusion *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, text != NULL);
}

/* Whether a package for the city would hold anything; its unsent parts are told by the counts. */
static gboolean
can_send (YsExamineConclusion *self)
{
  g_autoptr (GPtrArray) addressees = ys_workspace_dup_addressees (self->workspace, "opinion");

  return g_ptr_array_find_with_equal_func (addressees, self->city, g_str_equal, NULL);
}

/* The newest opinion package for the city; NULL: none. Full. */
static YsPackageInfo *
dup_sent (YsExamineConclusion *self)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (self->workspace);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      if (!info->incoming && g_strcmp0 (info->kind, "opinion") == 0 && g_strcmp0 (info->to, self->city) == 0)
        return ys_package_info_copy (info);
    }
  return NULL;
}

static void
show_sending (YsExamineConclusion *self)
{
  g_autoptr (YsPackageInfo) sent = dup_sent (self);
  gboolean can = can_send (self);
  YsOpinionCounts counts;

  ys_workspace_count_opinions (self->workspace, NULL, &counts);
  g_autofree char *when = sent != NULL ? ys_time_to_display (sent->at) : NULL;
  g_autofree char *note = can          ? g_strdup_printf (_ ("%u opinions not sent yet; a conclusion goes with them"), counts.unsent)
                          : sent != NULL ? g_strdup_printf (_ ("Package made %s; nothing new to send"), when)
                                         : g_strdup (_ ("Nothing was said yet that could be sent"));
  gtk_label_set_text (GTK_LABEL (self->send_note), note);
  gtk_widget_set_sensitive (self->send, can);
  gtk_widget_set_visible (self->export, sent != NULL);
}

static GtkWidget *
make_earlier (const YsConclusion *one, const char *office)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *day = ys_examine_dup_day (one->at), *who = g_strdup_printf ("%s · %s", office, one->person);
  GtkWidget *when = ys_fill_label (day, "small quiet num");

  gtk_widget_add_css_class (box, "round");
  gtk_widget_set_hexpand (when, TRUE);
  gtk_box_append (GTK_BOX (head), ys_fill_label (who, "strong"));
  gtk_box_append (GTK_BOX (head), when);
  gtk_box_append (GTK_BOX (head), ys_chip_new (ys_examine_conclusion_label (one->verdict), ys_examine_conclusion_class (one->verdict)));
  gtk_box_append (GTK_BOX (box), head);
  if (one->reason != NULL)
    {
      GtkWidget *reason = ys_words_new (one->reason, NULL);
      gtk_label_set_max_width_chars (GTK_LABEL (reason), 24);
      gtk_box_append (GTK_BOX (box), reason);
    }
  return box;
}

static const char *
office_name (YsExamineConclusion *self, const char *office)
{
  const YsUnitInfo *unit = ys_assessment_get_unit (ys_workspace_get_assessment (self->workspace), office);

  return unit != NULL ? unit->name : office;
}

static void
put (YsExamineConclusion *self, int verdict, const char *reason)
{
  g_autofree char *typed = dup_reason (self);
  gboolean pending = get_verdict (self) != self->stored || g_strcmp0 (typed, self->stored_reason) != 0;

  if (!pending)
    {
      self->putting = TRUE;
      for (int i = 0; i < N_VERDICTS; i++)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->verdict[i]), verdict == i);
      if (g_strcmp0 (typed, reason) != 0)
        ys_fill_area_set_text (YS_FILL_AREA (self->reason), reason, -1);
      self->putting = FALSE;
    }
  self->stored = verdict;
  g_free (self->stored_reason);
  self->stored_reason = g_strdup (reason);
}

void
ys_examine_conclusion_show (YsExamineConclusion *self, const YsExamineData *data, const char *city)
{
  g_autoptr (GPtrArray) conclusions = NULL;
  const char *own = ys_workspace_get_unit (self->workspace);
  const YsConclusion *newest = NULL;

  if (g_strcmp0 (self->city, city) != 0)
    {
      g_free (self->city);
      self->city = g_strdup (city);
      show_problem (self, NULL);
    }
  conclusions = ys_workspace_dup_conclusions (self->workspace, self->city);
  ys_fill_clear_box (self->earlier);
  for (guint i = 0; i < conclusions->len; i++)
    {
      const YsConclusion *one = g_ptr_array_index (conclusions, i);
      if (g_strcmp0 (one->office, own) == 0)
        newest = one;
      gtk_box_append (GTK_BOX (self->earlier), make_earlier (one, office_name (self, one->office)));
    }
  gtk_widget_set_visible (self->earlier, conclusions->len > 0);
  put (self, newest != NULL ? (int) newest->verdict : NO_VERDICT, newest != NULL && newest->reason != NULL ? newest->reason : "");
  gtk_widget_set_visible (self->fields, ys_examine_data_can_speak (data, self->workspace, self->city, NULL));
  show_sending (self);
}

/* ---- drawing it ---- */

static void
on_concluded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsExamineConclusion) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ys_saying_run_finish (YS_WORKSPACE (source), result, &error);

  show_problem (self, done || error == NULL ? NULL : error->message);
}

void
ys_examine_conclusion_settle (YsExamineConclusion *self)
{
  g_autofree char *reason = dup_reason (self);
  int verdict = get_verdict (self);
  YsSaying *saying;

  if (self->city == NULL || verdict == NO_VERDICT || !gtk_widget_get_visible (self->fields)
      || (verdict == self->stored && g_strcmp0 (reason, self->stored_reason) == 0))
    return;
  if (verdict != YS_CONCLUSION_PASS && *reason == '\0')
    {
      show_problem (self, _ ("This conclusion needs a reason."));
      return;
    }
  saying = ys_saying_new (YS_SAYING_CONCLUSION, self->city);
  saying->verdict = verdict;
  saying->reason = g_strdup (reason);
  ys_saying_run_async (self->workspace, saying, on_concluded, g_object_ref (self));
}

static void
on_verdict (GtkToggleButton *button, YsExamineConclusion *self)
{
  g_autofree char *reason = NULL;

  if (self->putting)
    return;
  self->putting = TRUE;
  for (int i = 0; i < N_VERDICTS && gtk_toggle_button_get_active (button); i++)
    if (self->verdict[i] != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->verdict[i]), FALSE);
  self->putting = FALSE;
  show_problem (self, NULL);
  reason = dup_reason (self);
  if (get_verdict (self) > YS_CONCLUSION_PASS && *reason == '\0')
    gtk_widget_grab_focus (self->reason);
  else
    ys_examine_conclusion_settle (self);
}

/* ---- sending ---- */

static void
on_export (YsExamineConclusion *self)
{
  g_autoptr (YsPackageInfo) sent = dup_sent (self);

  if (sent != NULL)
    ys_register_export (GTK_WIDGET (self), self->workspace, sent);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsExamineConclusion) self = data;
  g_autoptr (GError) error = NULL;

  if (ys_saying_run_finish (YS_WORKSPACE (source), result, &error))
    on_export (self);
  else if (error != NULL)
    ys_tell_error (GTK_WIDGET (self), _ ("It was not sent; nothing was changed"), error);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, YsExamineConclusion *self)
{
  if (g_str_equal (response, "send"))
    ys_saying_run_async (self->workspace, ys_saying_new (YS_SAYING_SEND, self->city), on_sent, g_object_ref (self));
}

static void
on_send (YsExamineConclusion *self)
{
  YsOpinionCounts counts;
  const char *conclusion = self->stored != NO_VERDICT ? ys_conclusion_verdict_label ((YsConclusionVerdict) self->stored)
                                                      : _ ("none drawn");

  ys_workspace_count_opinions (self->workspace, NULL, &counts);
  g_autofree char *body
    = g_strdup_printf (_ ("Opinions that go with it: %u. Conclusion: %s.\n\nThe package is made once. What is in it can't be changed any "
                          "more; a later opinion begins a new round."),
                       counts.unsent, conclusion);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Send the Opinions?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "send", _ ("_Send"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "send", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ys_examine_conclusion_begin (YsExamineConclusion *self)
{
  int verdict = get_verdict (self);

  gtk_widget_grab_focus (self->verdict[verdict != NO_VERDICT ? verdict : 0]);
}

/* ---- made and gone ---- */

static void
ys_examine_conclusion_finalize (GObject *object)
{
  YsExamineConclusion *self = YS_EXAMINE_CONCLUSION (object);

  g_free (self->city);
  g_free (self->stored_reason);
  G_OBJECT_CLASS (ys_examine_conclusion_parent_class)->finalize (object);
}

static void
ys_examine_conclusion_class_init (YsExamineConclusionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_examine_conclusion_finalize;
}

static void
make_fields (YsExamineConclusion *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (line, "linked");
  for (int i = 0; i < N_VERDICTS; i++)
    {
      self->verdict[i] = gtk_toggle_button_new_with_label (ys_examine_conclusion_label ((YsConclusionVerdict) i));
      gtk_widget_add_css_class (self->verdict[i], "seg");
      g_signal_connect_object (self->verdict[i], "toggled", G_CALLBACK (on_verdict), self, 0);
      gtk_box_append (GTK_BOX (line), self->verdict[i]);
    }
  gtk_box_append (GTK_BOX (self->fields), line);
  gtk_box_append (GTK_BOX (self->fields), ys_fill_label (_ ("Reason of the conclusion"), "small quiet"));
  self->reason = ys_fill_area_new ();
  gtk_widget_set_size_request (self->reason, -1, 56);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason of the conclusion"), -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (ys_examine_conclusion_settle), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->reason, focus);
  gtk_widget_add_css_class (card, "reason");
  gtk_box_append (GTK_BOX (card), self->reason);
  gtk_box_append (GTK_BOX (self->fields), card);
}

static void
make_sending (YsExamineConclusion *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->send_note = ys_words_new (NULL, "small quiet num");
  gtk_label_set_max_width_chars (GTK_LABEL (self->send_note), 24);
  gtk_box_append (GTK_BOX (self), self->send_note);
  self->send = gtk_button_new_with_label (_ ("Send to the City…"));
  gtk_widget_add_css_class (self->send, "suggested-action");
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  self->export = gtk_button_new_with_label (_ ("Export Again…"));
  g_signal_connect_object (self->export, "clicked", G_CALLBACK (on_export), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->send);
  gtk_box_append (GTK_BOX (line), self->export);
  gtk_box_append (GTK_BOX (self), line);
}

static void
ys_examine_conclusion_init (YsExamineConclusion *self)
{
  self->stored = NO_VERDICT;
  self->stored_reason = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), ys_fill_label (_ ("Conclusion"), "h2"));
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self), self->fields);
  make_fields (self);
  self->problem = ys_words_new (NULL, "problem");
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 24);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (self), self->problem);
  make_sending (self);
  self->earlier = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->earlier);
}

GtkWidget *
ys_examine_conclusion_new (YsWorkspace *workspace)
{
  YsExamineConclusion *self = g_object_new (YS_TYPE_EXAMINE_CONCLUSION, NULL);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}
