/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three steps: complete, handed in, written. "Written" is said only after every package was read back from the stick;
 * where that was stopped the same folder can be gone on with. */
#include "ys-dossier-pane.h"

#include <glib/gi18n-lib.h>

#include "ys-dossier-flow.h"
#include "ys-error.h"
#include "ys-register-export.h"
#include "ys-register-facts.h"
#include "ys-register-words.h"

enum { STEP_COMPLETE, STEP_HAND_IN, STEP_WRITE, N_STEPS };

struct _YsDossierPane {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  const YsDossierData *data;
  char *stopped_in;    /* folder in which writing was stopped; NULL: none */
  char *written_to;    /* NULL: not since this window is open */
  GtkWidget *steps, *signs[N_STEPS], *titles[N_STEPS], *details[N_STEPS], *rows[N_STEPS];
  GtkBox *facts_box;
  GtkWidget *facts;
  GtkLabel *reason, *note;
  GtkWidget *act_button, *other_button, *form_button;
  GtkStack *foot;
  gboolean writes;     /* the first button writes; else it hands in */
};

G_DEFINE_FINAL_TYPE (YsDossierPane, ys_dossier_pane, GTK_TYPE_BOX)

static const char *const step_titles[] = { N_ ("Made Complete"), N_ ("Handed Up"), N_ ("Written") };

/* ---- steps ---- */

static gboolean
is_current (YsDossierPane *self)
{
  return self->data->handed_in != NULL && !self->data->check->changed;
}

static void
show_step (YsDossierPane *self, guint step, gboolean done, gboolean now, const char *detail)
{
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", _ (step_titles[step]),
                                           done  ? _("done")
                                           : now ? _("now")
                                                 : _("to come"),
                                           detail);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->signs[step]), done  ? "ys-state-done-symbolic"
                                                               : now ? "ys-state-partly-symbolic"
                                                                     : "ys-state-not-symbolic");
  gtk_label_set_text (GTK_LABEL (self->details[step]), detail);
  gtk_widget_set_css_classes (self->titles[step], (const char *[]){ now ? "strong" : "step", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_steps (YsDossierPane *self)
{
  const YsDossierCheck *check = self->data->check;
  gboolean complete = self->data->gaps->len == 0, current = is_current (self);
  g_autofree char *ready = g_strdup_printf (_("%u of %u counties are ready"), check->ready, check->lines->len);
  g_autofree char *gaps = g_strdup_printf (ngettext ("%s; %u thing is missing", "%s; %u things are missing",
                                                     self->data->gaps->len),
                                           ready, self->data->gaps->len);
  g_autofree char *time = self->data->handed_in != NULL ? ys_time_to_display (self->data->handed_in->at) : NULL;
  g_autofree char *handed_in
    = time == NULL   ? g_strdup (_("by the team lead, once it is complete"))
      : current      ? g_strdup_printf (_("no. %u, %s"), self->data->handed_in->number, time)
                     : g_strdup_printf (_("no. %u, %s; something was changed since"), self->data->handed_in->number, time);
  const char *written = self->written_to != NULL   ? _("read back and found whole")
                        : self->stopped_in != NULL ? _("stopped; what is whole stays")
                                                   : _("onto a stick, as often as one likes");

  show_step (self, STEP_COMPLETE, complete, !complete, complete ? ready : gaps);
  show_step (self, STEP_HAND_IN, current, complete && !current, handed_in);
  show_step (self, STEP_WRITE, current && self->written_to != NULL, current && self->written_to == NULL, written);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
make_step (YsDossierPane *self, guint step)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows[step] = row;
  self->signs[step] = gtk_image_new ();
  gtk_widget_set_valign (self->signs[step], GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->signs[step], 2);
  self->titles[step] = make_label ("step");
  gtk_label_set_text (GTK_LABEL (self->titles[step]), _ (step_titles[step]));
  self->details[step] = make_label ("small");
  gtk_widget_add_css_class (self->details[step], "quiet");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->titles[step]);
  gtk_box_append (GTK_BOX (words), self->details[step]);
  gtk_box_append (GTK_BOX (row), self->signs[step]);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self->steps), row);
}

/* ---- facts ---- */

static void
show_facts (YsDossierPane *self)
{
  const YsDossierData *data = self->data;
  const YsPackageInfo *info = data->handed_in;
  g_autofree char *size = g_format_size (data->check->size);
  g_autofree char *about = info != NULL ? NULL : g_strdup_printf (_("about %s"), size);
  g_autofree char *packages = g_strdup_printf ("%u", data->check->ready + (data->to != NULL));
  g_autofree char *to
    = data->to != NULL ? g_strdup_printf ("%s（%s）", ys_register_unit_name (self->workspace, data->to), data->to) : NULL;
  g_autofree char *digest = info != NULL ? ys_register_dup_digest_lines (info->digest) : NULL;

  ys_register_facts_clear (self->facts);
  ys_register_facts_add (self->facts, _("For"), to, NULL);
  ys_register_facts_add (self->facts, _("In packages"), packages, NULL);
  ys_register_facts_add (self->facts, _("Size"), about != NULL ? about : size, NULL);
  if (info == NULL)
    return;
  ys_register_facts_add (self->facts, _("City's own"), info->name, NULL);
  ys_register_facts_add (self->facts, _("Digest"), digest, "digest");
}

/* ---- the button ---- */

static char *
dup_refusal (YsDossierPane *self)
{
  char *why = NULL;
  guint gaps = self->data->gaps->len;

  if (self->writes)
    return NULL;
  if (gaps > 0)
    return g_strdup_printf (ngettext ("%u thing is missing; then it can be handed in",
                                      "%u things are missing; then it can be handed in", gaps),
                            gaps);
  ys_workspace_can_hand_in_dossier (self->workspace, &why);
  return why;
}

static void
show_act (YsDossierPane *self)
{
  g_autofree char *why = NULL;

  self->writes = is_current (self);
  why = dup_refusal (self);
  gtk_button_set_label (GTK_BUTTON (self->act_button), !self->writes                ? _("Hand the Dossier In…")
                                                       : self->stopped_in != NULL   ? _("Go On Writing")
                                                                                    : _("Write to a Stick…"));
  gtk_widget_set_sensitive (self->act_button, why == NULL);
  gtk_label_set_text (self->reason, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), why != NULL);
  /* what was handed in before can be written although something was changed since; stopped in one folder, to another */
  gtk_button_set_label (GTK_BUTTON (self->other_button), self->writes ? _("To Another Folder…")
                                                                      : _("Write the Earlier One to a Stick…"));
  gtk_widget_set_visible (self->other_button, self->writes ? self->stopped_in != NULL : self->data->handed_in != NULL);
  gtk_widget_set_visible (self->form_button, self->data->handed_in != NULL);
}

static void
show (YsDossierPane *self)
{
  show_steps (self);
  show_facts (self);
  show_act (self);
}

void
ys_dossier_pane_show (YsDossierPane *self, YsWorkspace *workspace, const YsDossierData *data)
{
  g_set_object (&self->workspace, workspace);
  self->data = data;
  show (self);
}

void
ys_dossier_pane_focus_act (YsDossierPane *self)
{
  gtk_widget_grab_focus (self->act_button);
}

static void
set_note (YsDossierPane *self, char *text)
{
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
  g_free (text);
}

static void
on_written (GtkWidget *owner, const char *folder, const char *path, const GError *error)
{
  YsDossierPane *self = YS_DOSSIER_PANE (owner);
  g_autofree char *shown = g_filename_display_name (path != NULL ? path : folder);

  if (self->workspace == NULL) /* closed meanwhile */
    return;
  g_free (self->stopped_in);
  self->stopped_in = path == NULL ? g_strdup (folder) : NULL;
  g_free (self->written_to);
  self->written_to = g_strdup (path);
  if (path != NULL)
    set_note (self, g_strdup_printf (_("✓ Written to %s; each package was read back and found whole. Take the stick off the "
                                       "desktop, then unplug it."),
                                     shown));
  else if (g_error_matches (error, YS_ERROR, YS_ERROR_CANCELLED))
    set_note (self, g_strdup_printf (_("Stopped. In %s stays what is whole; going on writes only the rest."), shown));
  else
    {
      set_note (self, g_strdup_printf (_("✗ Not done: %s Going on writes only the rest."), error->message));
      ys_tell_error (owner, _("The dossier could not be written"), error);
    }
  show (self);
  gtk_widget_grab_focus (self->act_button);
}

static void
write_to (YsDossierPane *self, const char *folder)
{
  set_note (self, NULL);
  ys_dossier_write (self->foot, self->workspace, self->data->handed_in->id, folder, on_written, GTK_WIDGET (self));
}

static void
on_act (YsDossierPane *self)
{
  if (self->data == NULL)
    return;
  if (self->writes)
    write_to (self, self->stopped_in);
  else
    ys_dossier_hand_in (self->foot, self->workspace, self->data);
}

static void
on_other (YsDossierPane *self)
{
  if (self->data != NULL && self->data->handed_in != NULL)
    write_to (self, NULL);
}

static void
on_form (YsDossierPane *self)
{
  if (self->data != NULL && self->data->handed_in != NULL)
    ys_register_print_form (GTK_WIDGET (self), self->workspace, self->data->handed_in, FALSE);
}

/* ---- made and gone ---- */

static void
ys_dossier_pane_dispose (GObject *object)
{
  YsDossierPane *self = YS_DOSSIER_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stopped_in, g_free);
  g_clear_pointer (&self->written_to, g_free);
  self->data = NULL;
  G_OBJECT_CLASS (ys_dossier_pane_parent_class)->dispose (object);
}

static void
ys_dossier_pane_class_init (YsDossierPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_dossier_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-dossier-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, steps);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, facts_box);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, reason);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, note);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, act_button);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, other_button);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, form_button);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPane, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_act);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  gtk_widget_class_bind_template_callback (widget_class, on_form);
}

static void
ys_dossier_pane_init (YsDossierPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = ys_register_facts_new ();
  gtk_box_append (self->facts_box, self->facts);
  for (guint step = 0; step < N_STEPS; step++)
    make_step (self, step);
}
