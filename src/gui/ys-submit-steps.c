/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a submission stands. A step that was taken says who took it and when; one that is to come, who takes it. */
#include "ys-submit-steps.h"

#include <glib/gi18n-lib.h>

enum { STEP_FILL, STEP_APPROVE, STEP_SUBMIT, STEP_ACCEPT, N_STEPS };

struct _YsSubmitSteps {
  GtkBox parent_instance;
  GtkWidget *rows[N_STEPS], *signs[N_STEPS], *titles[N_STEPS], *who[N_STEPS], *when[N_STEPS];
};

G_DEFINE_FINAL_TYPE (YsSubmitSteps, ys_submit_steps, GTK_TYPE_BOX)

static const char *const titles[] = { N_ ("Fill In"), N_ ("Approve"), N_ ("Hand In"), N_ ("Accept") };

/* The step that is next in @state; N_STEPS: all are taken. */
static guint
current_step (YsSubmissionState state)
{
  switch (state)
    {
    case YS_SUBMISSION_PENDING:
      return STEP_APPROVE;
    case YS_SUBMISSION_APPROVED:
      return STEP_SUBMIT;
    case YS_SUBMISSION_SUBMITTED:
      return STEP_ACCEPT;
    case YS_SUBMISSION_ACCEPTED:
    case YS_SUBMISSION_SCORED:
    case YS_SUBMISSION_FINAL:
      return N_STEPS;
    case YS_SUBMISSION_DRAFT:
    case YS_SUBMISSION_RETURNED:
    default:
      return STEP_FILL;
    }
}

/* "李建国等 4 人": those of @people with @role. Full. */
static char *
dup_people (const GPtrArray *people, guint role)
{
  const char *first = NULL;
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (people, i);
      if ((person->roles & role) == 0)
        continue;
      first = first != NULL ? first : person->name;
      n++;
    }
  if (n == 0)
    return g_strdup (_("nobody yet"));
  return n == 1 ? g_strdup (first) : g_strdup_printf (_("%s and others, %u in all"), first, n);
}

/* "2022-01-12 10:32 审核通过". Full. */
static char *
dup_taken (const YsTransition *transition, const char *what)
{
  g_autofree char *time = ys_time_to_display (transition->at);

  return g_strdup_printf ("%s %s", time, what);
}

static char *
dup_closing (YsWorkspace *workspace)
{
  YsDate closing = ys_workspace_get_assessment (workspace)->closing, today = ys_clock_today ();
  g_autofree char *day = ys_date_to_text (closing);

  if (closing == 0)
    return g_strdup ("");
  if (closing < today)
    return g_strdup_printf (ngettext ("closing date %s, over by %u day", "closing date %s, over by %u days",
                                      today - closing),
                            day, today - closing);
  return g_strdup_printf (ngettext ("closing date %s, %u day left", "closing date %s, %u days left", closing - today),
                          day, closing - today);
}

static void
show_row (YsSubmitSteps *self, guint step, guint current, const char *who, const char *when, gboolean warn)
{
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", _ (titles[step]),
                                           step < current    ? _("done")
                                           : step == current ? _("now")
                                                             : _("to come"),
                                           who, when);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->signs[step]), step < current    ? "ys-state-done-symbolic"
                                                               : step == current ? "ys-state-partly-symbolic"
                                                                                 : "ys-state-not-symbolic");
  gtk_label_set_text (GTK_LABEL (self->who[step]), who);
  gtk_label_set_text (GTK_LABEL (self->when[step]), when);
  gtk_widget_set_css_classes (self->titles[step], (const char *[]){ step == current ? "strong" : "step", NULL });
  gtk_widget_set_css_classes (self->when[step], (const char *[]){ "small", warn ? "problem" : "quiet", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_fill (YsSubmitSteps *self, YsWorkspace *workspace, const YsSubmitData *data, guint current)
{
  g_autofree char *who = dup_people (data->people, YS_ROLE_CLERK);
  g_autofree char *when = NULL;
  gint64 at = 0;

  ys_workspace_get_save_state (workspace, &at, NULL);
  if (current == STEP_FILL && data->returned_revision > 0)
    {
      g_autofree char *time = ys_time_to_display (data->returned_at);
      when = g_strdup_printf (_("draft %u, after the return of %s"), ys_workspace_get_revision (workspace), time);
    }
  else if (current == STEP_FILL && at != 0)
    {
      g_autofree char *time = ys_time_to_display (at);
      when = g_strdup_printf (_("%s last changed"), time);
    }
  show_row (self, STEP_FILL, current, who, when != NULL ? when : "", FALSE);
}

static void
show_approval (YsSubmitSteps *self, const YsSubmitData *data, guint revision, guint current, guint musts)
{
  const YsTransition *approved = ys_submit_data_find (data, revision, YS_SUBMISSION_APPROVED);
  const YsTransition *asked = ys_submit_data_find (data, revision, YS_SUBMISSION_PENDING);
  g_autofree char *who = approved != NULL && approved->person != NULL ? g_strdup (approved->person)
                                                                      : dup_people (data->people, YS_ROLE_APPROVER);
  g_autofree char *when = NULL;

  if (approved != NULL)
    when = dup_taken (approved, _("approved"));
  else if (asked != NULL)
    when = dup_taken (asked, _("put forward"));
  else if (musts > 0)
    when = g_strdup_printf (ngettext ("%u thing must be put right first", "%u things must be put right first", musts),
                            musts);
  show_row (self, STEP_APPROVE, current, who, when != NULL ? when : "", approved == NULL && asked == NULL && musts > 0);
}

void
ys_submit_steps_show (YsSubmitSteps *self, YsWorkspace *workspace, const YsSubmitData *data, guint musts)
{
  const YsAssessment *assessment = ys_workspace_get_assessment (workspace);
  const YsUnitInfo *own = ys_assessment_get_unit (assessment, ys_workspace_get_unit (workspace));
  const YsUnitInfo *upper = own != NULL && own->parent != NULL ? ys_assessment_get_unit (assessment, own->parent) : NULL;
  guint revision = ys_workspace_get_revision (workspace);
  guint current = current_step (ys_workspace_get_state (workspace));
  const YsTransition *handed_in = ys_submit_data_find (data, revision, YS_SUBMISSION_SUBMITTED);
  const YsTransition *accepted = ys_submit_data_find (data, revision, YS_SUBMISSION_ACCEPTED);
  const char *city = upper != NULL ? upper->name : "";
  g_autofree char *when_handed_in = handed_in != NULL ? dup_taken (handed_in, _("handed in")) : dup_closing (workspace);
  g_autofree char *when_accepted = accepted != NULL ? dup_taken (accepted, _("accepted"))
                                                    : g_strdup (_("noted once the city's receipt was imported"));

  show_fill (self, workspace, data, current);
  show_approval (self, data, revision, current, musts);
  show_row (self, STEP_SUBMIT, current, handed_in != NULL && handed_in->person != NULL ? handed_in->person : city,
            when_handed_in, FALSE);
  show_row (self, STEP_ACCEPT, current, city, when_accepted, FALSE);
}

/* ---- made ---- */

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
make_row (YsSubmitSteps *self, guint step)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->rows[step] = row;
  self->signs[step] = gtk_image_new ();
  gtk_widget_set_margin_top (self->signs[step], 2);
  gtk_box_append (GTK_BOX (rail), self->signs[step]);
  if (step + 1 < N_STEPS)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_add_css_class (line, "stepline");
      gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
      gtk_widget_set_vexpand (line, TRUE);
      gtk_box_append (GTK_BOX (rail), line);
    }
  self->titles[step] = make_label ("step");
  gtk_label_set_text (GTK_LABEL (self->titles[step]), _ (titles[step]));
  self->who[step] = make_label ("small");
  gtk_widget_set_hexpand (self->who[step], TRUE);
  self->when[step] = make_label ("small");
  gtk_box_append (GTK_BOX (first), self->titles[step]);
  gtk_box_append (GTK_BOX (first), self->who[step]);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), self->when[step]);
  gtk_widget_set_size_request (words, -1, 48);
  gtk_box_append (GTK_BOX (row), rail);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self), row);
}

static void
ys_submit_steps_class_init (YsSubmitStepsClass *class)
{
}

static void
ys_submit_steps_init (YsSubmitSteps *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  for (guint step = 0; step < N_STEPS; step++)
    make_row (self, step);
}
