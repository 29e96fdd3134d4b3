/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that the pane of 县区评审 sends to the workspace, several in one go, off the main loop. The first
 * one that is refused ends the job; what was stored before it stays. */
#pragma once

#include "ys-workspace-review.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ASSESS_SCORE,    /* @point, @value, @reason; an empty value takes the score back */
  YS_ASSESS_COMPUTED, /* all of @point (ids divided by blanks) that are still open */
  YS_ASSESS_LOOK,     /* @point, @reason */
  YS_ASSESS_DECIDE,   /* @point, @value, @reason; an empty value takes the decision back */
  YS_ASSESS_VERDICT,  /* @point: the citation; @number: YsVerdict, -1 takes it back */
  YS_ASSESS_CITE,     /* the city's own: @value: a digest or, where @number is 1, a path; @task, @point or NULL; @reason: pages */
  YS_ASSESS_UNCITE,   /* @point: the city's citation */
  YS_ASSESS_CLAIM,    /* @task or @point, @reason; @number 0 takes the acceptance back */
  YS_ASSESS_ASSIGN,   /* @person; @task, 0: all that counties answer for; @unit NULL: all counties */
  YS_ASSESS_RELEASE,  /* @task, @person, @reason */
  YS_ASSESS_OWN_UNIT, /* @person belongs to @unit himself; @number 0: to none */
  YS_ASSESS_EXTEND,   /* @task, @value: the date as typed, empty takes it back; @reason */
  YS_ASSESS_SETTLE,   /* @point: the record, @value: its amount, empty takes it back; @reason */
  YS_ASSESS_BOUND, /* @point: the metric, @number: its growth; @value, empty takes it back; @reason: source;
                    * @unit NULL: published */
} YsAssessChangeKind;

typedef struct
{
  YsAssessChangeKind kind;
  char *unit, *point, *value, *reason, *person;
  guint task;
  int number;
} YsAssessChange;

YsAssessChange *ys_assess_change_new (YsAssessChangeKind kind, const char *unit, const char *point,
                                      const char *value, const char *reason);
void ys_assess_change_free (gpointer change);

/* What came of it: how many points took the computed score. */
typedef struct
{
  guint accepted;
} YsAssessDone;

/* Takes @changes (GPtrArray of YsAssessChange): those of who acts now. Finish with ys_assess_run_finish(). */
void ys_assess_run_async (YsWorkspace *workspace, GPtrArray *changes, GAsyncReadyCallback callback,
                          gpointer user_data);
/* FALSE with @error where one was refused; @done (nullable) is filled where none was. */
gboolean ys_assess_run_finish (YsWorkspace *workspace, GAsyncResult *result, YsAssessDone *done,
                               GError **error);

G_END_DECLS
