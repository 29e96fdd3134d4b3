/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the pane tell becomes a change of the review each: verdicts, answers to claims, who
 * assesses, what is added to the round. */
#include "ys-assess-pane-private.h"
#include "ys-cite-menu.h"

static void
on_verdict (YsAssessPane *self, const char *citation, int verdict)
{
  YsAssessChange *change = ys_assess_change_new (YS_ASSESS_VERDICT, self->unit, citation, NULL, NULL);

  change->number = verdict;
  ys_assess_pane_run_one (self, change);
}

static void
on_cite (YsAssessPane *self, const YsCiteChoice *choice)
{
  YsAssessChange *change = ys_assess_change_new (YS_ASSESS_CITE, self->unit, choice->target,
                                                 choice->path != NULL ? choice->path : choice->digest, choice->pages);

  change->task = self->task;
  change->number = choice->path != NULL;
  ys_assess_pane_run_one (self, change);
}

static void
on_uncite (YsAssessPane *self, const char *citation)
{
  ys_assess_pane_run_one (self, ys_assess_change_new (YS_ASSESS_UNCITE, self->unit, citation, NULL, NULL));
}

static void
on_answer (YsAssessPane *self, const char *point, gboolean accepted, const char *reason)
{
  YsAssessChange *change = ys_assess_change_new (YS_ASSESS_CLAIM, self->unit, point, NULL, reason);

  change->task = point == NULL ? self->task : 0;
  change->number = accepted;
  ys_assess_pane_run_one (self, change);
}

static void
on_assign (YsAssessPane *self, const char *person, int scope)
{
  YsAssessChange *change = ys_assess_change_new (
      YS_ASSESS_ASSIGN, scope == YS_ASSESS_SCOPE_ALL ? NULL : self->unit, NULL, NULL, NULL);

  change->task = scope == YS_ASSESS_SCOPE_TASK ? self->task : 0;
  change->person = g_strdup (person);
  ys_assess_pane_run_one (self, change);
}

static void
on_release (YsAssessPane *self, const char *person, const char *reason)
{
  YsAssessChange *change = ys_assess_change_new (YS_ASSESS_RELEASE, self->unit, NULL, NULL, reason);

  change->task = self->task;
  change->person = g_strdup (person);
  ys_assess_pane_run_one (self, change);
}

static void
on_own_unit (YsAssessPane *self, const char *person, gboolean own)
{
  YsAssessChange *change = ys_assess_change_new (YS_ASSESS_OWN_UNIT, self->unit, NULL, NULL, NULL);

  change->person = g_strdup (person);
  change->number = own;
  ys_assess_pane_run_one (self, change);
}

static void
on_extend (YsAssessPane *self, const char *date, const char *reason)
{
  YsAssessChange *change = ys_assess_change_new (YS_ASSESS_EXTEND, self->unit, NULL, date, reason);

  change->task = self->task;
  ys_assess_pane_run_one (self, change);
}

static void
on_bound (YsAssessPane *self, const char *metric, gboolean growth, gboolean published, const char *value,
          const char *source)
{
  YsAssessChange *change =
      ys_assess_change_new (YS_ASSESS_BOUND, published ? NULL : self->unit, metric, value, source);

  change->number = growth;
  ys_assess_pane_run_one (self, change);
}

static void
on_settle (YsAssessPane *self, const char *record, const char *value, const char *reason)
{
  ys_assess_pane_run_one (self, ys_assess_change_new (YS_ASSESS_SETTLE, self->unit, record, value, reason));
}

void
ys_assess_pane_connect_changes (YsAssessPane *self)
{
  g_signal_connect_object (self->evidence, "verdict", G_CALLBACK (on_verdict), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->evidence, "cite", G_CALLBACK (on_cite), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->evidence, "uncite", G_CALLBACK (on_uncite), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->claims, "answer", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "assign", G_CALLBACK (on_assign), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "own-unit", G_CALLBACK (on_own_unit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "release", G_CALLBACK (on_release), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "extend", G_CALLBACK (on_extend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "bound", G_CALLBACK (on_bound), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "settle", G_CALLBACK (on_settle), self, G_CONNECT_SWAPPED);
}
