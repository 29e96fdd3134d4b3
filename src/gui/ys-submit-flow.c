/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a submission, run off the main loop. Only handing in asks first, for only that can't be taken back. */
#include "ys-submit-flow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-progress-box.h"
#include "ys-register-words.h"

/* ---- which step ---- */

YsSubmitAct
ys_submit_get_act (YsWorkspace *workspace, guint musts, gboolean *can, char **why)
{
  YsSubmissionState state = ys_workspace_get_state (workspace);
  YsSubmitAct act = state == YS_SUBMISSION_DRAFT      ? YS_SUBMIT_REQUEST
                    : state == YS_SUBMISSION_PENDING  ? YS_SUBMIT_APPROVE
                    : state == YS_SUBMISSION_APPROVED ? YS_SUBMIT_HAND_IN
                                                      : YS_SUBMIT_EXPORT;
  static const YsStep steps[] = { [YS_SUBMIT_REQUEST] = YS_STEP_REQUEST, [YS_SUBMIT_APPROVE] = YS_STEP_APPROVE,
                                  [YS_SUBMIT_HAND_IN] = YS_STEP_SUBMIT };

  *why = NULL;
  *can = act == YS_SUBMIT_EXPORT || ys_workspace_can_step (workspace, steps[act], why);
  if (*can && act != YS_SUBMIT_EXPORT && musts > 0)
    {
      *can = FALSE;
      *why = g_strdup_printf (ngettext ("%u thing must be put right, then it can go on",
                                        "%u things must be put right, then it can go on", musts),
                              musts);
    }
  return act;
}

const char *
ys_submit_act_label (YsSubmitAct act)
{
  static const char *const labels[] = { [YS_SUBMIT_REQUEST] = N_ ("Put Forward for Approval"),
                                        [YS_SUBMIT_APPROVE] = N_ ("Approve It"),
                                        [YS_SUBMIT_HAND_IN] = N_ ("Hand In…"),
                                        [YS_SUBMIT_EXPORT] = N_ ("Export Package…") };

  return _ (labels[act]);
}

/* ---- steps that can be taken back ---- */

typedef struct {
  GtkWidget *from;
  const char *failed, *done; /* msgids */
} Telling;

static Telling *
telling_new (GtkWidget *from, const char *failed, const char *done)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->from = g_object_ref (from);
  telling->failed = failed;
  telling->done = done;
  return telling;
}

static void
on_told (GObject *source, GAsyncResult *result, gpointer data)
{
  Telling *telling = data;
  g_autoptr (GError) error = NULL;

  if (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error) != NULL)
    ys_tell (telling->from, _ (telling->done));
  else if (error != NULL)
    ys_tell_error (telling->from, _ (telling->failed), error);
  g_object_unref (telling->from);
  g_free (telling);
}

static gpointer
request (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_request_approval (workspace, error));
}

static gpointer
approve (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_approve (workspace, error));
}

static gpointer
take_back (YsWorkspace *workspace, gpointer reason, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_take_back (workspace, reason, error));
}

void
ys_submit_take_step (GtkWidget *from, YsWorkspace *workspace, YsSubmitAct act)
{
  if (act == YS_SUBMIT_REQUEST)
    ys_workspace_run_async (workspace, request, NULL, NULL, NULL, NULL, on_told,
                            telling_new (from, N_ ("It could not be put forward"), N_ ("Put forward for approval")));
  else
    ys_workspace_run_async (workspace, approve, NULL, NULL, NULL, NULL, on_told,
                            telling_new (from, N_ ("It could not be approved"), N_ ("Approved; it can be handed in")));
}

static void
on_take_back_answer (AdwMessageDialog *dialog, const char *response, GtkWidget *from)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  YsWorkspace *workspace = g_object_get_data (G_OBJECT (dialog), "workspace");

  if (g_str_equal (response, "take-back"))
    ys_workspace_run_async (workspace, take_back, g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))), g_free, NULL,
                            NULL, on_told,
                            telling_new (from, N_ ("Taking back failed"),
                                         N_ ("Taken back; it can be filled in again")));
}

void
ys_submit_take_back (GtkWidget *from, YsWorkspace *workspace)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Take Back?"),
                                              _("It becomes a draft again and has to be put forward and approved anew. "
                                                "The reason stays in the journal."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  g_object_set (entry, "placeholder-text", _("Reason"), NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "take-back", _("_Take Back"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_object_set_data_full (G_OBJECT (dialog), "workspace", g_object_ref (workspace), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_take_back_answer), from, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* ---- handing in ---- */

typedef struct {
  GtkStack *stack;
  GtkWidget *before, *box; /* unowned: of the stack */
} HandingIn;

static gpointer
hand_in (YsWorkspace *workspace, gpointer box, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_submit (workspace, ys_progress_box_report, box, cancellable, error));
}

static void
on_handed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  HandingIn *handing = data;
  g_autoptr (GtkStack) stack = handing->stack;
  g_autoptr (GError) error = NULL;
  gboolean done = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error) != NULL;

  ys_progress_box_finish (YS_PROGRESS_BOX (handing->box));
  gtk_stack_set_visible_child (stack, handing->before);
  gtk_stack_remove (stack, handing->box);
  g_free (handing);
  if (!done && error != NULL)
    ys_tell_error (GTK_WIDGET (stack), _("It could not be handed in"), error);
}

static void
start (GtkStack *stack, YsWorkspace *workspace)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HandingIn *handing = g_new0 (HandingIn, 1);

  handing->stack = g_object_ref (stack);
  handing->before = gtk_stack_get_visible_child (stack);
  handing->box = ys_progress_box_new (_("Writing the package and reading it back…"), cancellable);
  ys_progress_box_set_bytes (YS_PROGRESS_BOX (handing->box), TRUE);
  gtk_stack_add_named (stack, handing->box, "progress");
  gtk_stack_set_visible_child (stack, handing->box);
  ys_workspace_run_async (workspace, hand_in, g_object_ref (handing->box), g_object_unref, NULL, cancellable,
                          on_handed_in, handing);
}

static void
on_hand_in_answer (AdwMessageDialog *dialog, const char *response, GtkStack *stack)
{
  if (g_str_equal (response, "hand-in"))
    start (stack, g_object_get_data (G_OBJECT (dialog), "workspace"));
}

/* What will happen, in numbers. Full. */
static char *
dup_question (YsWorkspace *workspace, const YsSubmitData *data)
{
  const YsUnitInfo *own
    = ys_assessment_get_unit (ys_workspace_get_assessment (workspace), ys_workspace_get_unit (workspace));
  g_autofree char *size = g_format_size (data->size);
  g_autofree char *total = data->own != NULL ? ys_points_to_display (data->own->total) : g_strdup ("—");
  g_autofree char *self = data->own_self != NULL ? ys_points_to_display (data->own_self->total) : g_strdup ("—");
  guint points = 0;

  for (guint i = 0; data->own != NULL && i < data->own->n_points; i++)
    points += data->own->points[i].applies;
  g_autofree char *goes = g_strdup_printf (
    _("%u scoring points and %u PDFs, about %s, go to %s as one package. Stated are %s computed and %s as self score."),
    points, data->evidence, size, ys_register_unit_name (workspace, own->parent), total, self);
  g_autofree char *sealed = g_strdup_printf (
    _("Draft %u is sealed with that and can't be changed any more; only after a return by the city a new draft begins."),
    ys_workspace_get_revision (workspace));

  return g_strdup_printf ("%s\n\n%s", goes, sealed);
}

void
ys_submit_hand_in (GtkStack *stack, YsWorkspace *workspace, const YsSubmitData *data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (stack));
  g_autofree char *title = g_strdup_printf (_("Hand in the self-check for the %uth time?"),
                                            ys_workspace_get_revision (workspace));
  g_autofree char *question = dup_question (workspace, data);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, question);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not Yet"), "hand-in", _("_Hand In"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "hand-in", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "workspace", g_object_ref (workspace), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_hand_in_answer), stack, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
