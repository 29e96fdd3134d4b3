/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buttons and one bar that takes the note. Whether it may be done is the workspace's to say; what it refuses stands in
 * the bar. */
#include "ys-finding-acts.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-reason-bar.h"

struct _YsFindingActs {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  char *id;
  GtkWidget *buttons, *verify, *change, *delete;
  YsReasonBar *bar;
};

enum { SIGNAL_CHANGE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsFindingActs, ys_finding_acts, GTK_TYPE_BOX)

typedef struct {
  YsFindingActs *self;
  char *id, *note; /* note NULL: take it away */
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->self);
  g_free (act->id);
  g_free (act->note);
  g_free (act);
}

static gpointer
run (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Act *act = data;

  return GINT_TO_POINTER (act->note != NULL ? ys_workspace_verify_finding (workspace, act->id, act->note, error)
                                            : ys_workspace_delete_finding (workspace, act->id, error));
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsFindingActs) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error) != NULL;

  if (self->workspace == NULL)
    return;
  if (done)
    ys_reason_bar_close (self->bar);
  else if (error != NULL && gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    ys_reason_bar_refuse (self->bar, error->message);
  else if (error != NULL)
    ys_tell_error (GTK_WIDGET (self), _("The finding could not be taken away"), error);
}

static void
start (YsFindingActs *self, const char *note)
{
  Act *act = g_new0 (Act, 1);

  act->self = g_object_ref (self);
  act->id = g_strdup (self->id);
  act->note = g_strdup (note);
  ys_workspace_run_async (self->workspace, run, act, act_free, NULL, NULL, on_run, g_object_ref (self));
}

static void
on_verify (YsFindingActs *self)
{
  ys_reason_bar_ask (self->bar, _("How was it verified? The county reads this."), _("Verified"));
}

static void
on_note (YsFindingActs *self, const char *note)
{
  start (self, note);
}

static void
on_delete (YsFindingActs *self)
{
  start (self, NULL); /* undo brings it back */
}

static void
on_change (YsFindingActs *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
}

void
ys_finding_acts_show (YsFindingActs *self, YsWorkspace *workspace, const YsFinding *finding)
{
  gboolean own = finding != NULL && g_strcmp0 (finding->office, ys_workspace_get_unit (workspace)) == 0;
  g_autofree char *why = NULL;
  gboolean can = ys_workspace_can_raise_finding (workspace, &why);

  g_set_object (&self->workspace, workspace);
  if (finding == NULL || g_strcmp0 (self->id, finding->id) != 0)
    ys_reason_bar_close (self->bar);
  g_free (self->id);
  self->id = finding != NULL ? g_strdup (finding->id) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), own && finding->state != YS_FINDING_VERIFIED);
  gtk_widget_set_sensitive (self->buttons, can);
  gtk_widget_set_tooltip_text (self->buttons, why);
  gtk_widget_set_visible (self->delete, own && finding->version == 1
                                          && ys_workspace_is_finding_unsent (workspace, finding->id));
}

static void
ys_finding_acts_dispose (GObject *object)
{
  YsFindingActs *self = YS_FINDING_ACTS (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ys_finding_acts_parent_class)->dispose (object);
}

static void
ys_finding_acts_class_init (YsFindingActsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_finding_acts_dispose;
  signals[SIGNAL_CHANGE]
    = g_signal_new ("change", YS_TYPE_FINDING_ACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (YsFindingActs *self, const char *label, GCallback func)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", func, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
ys_finding_acts_init (YsFindingActs *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->bar = YS_REASON_BAR (ys_reason_bar_new ());
  g_signal_connect_swapped (self->bar, "given", G_CALLBACK (on_note), self);
  gtk_box_append (GTK_BOX (self), self->buttons);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  self->verify = add_button (self, _("Verify…"), G_CALLBACK (on_verify));
  self->change = add_button (self, _("Change the Finding…"), G_CALLBACK (on_change));
  self->delete = add_button (self, _("Take Away"), G_CALLBACK (on_delete));
}

GtkWidget *
ys_finding_acts_new (void)
{
  return g_object_new (YS_TYPE_FINDING_ACTS, NULL);
}
