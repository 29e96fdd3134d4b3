/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A city with its lead and two assessors, and two of its counties, in a folder of their own.
 * Packages travel between them as files; the folder and all in it go when the test ends. */
#pragma once

#include "ys-workspace-review.h"
#include "ys-workspace-submit.h"

/* 渭滨区 and 金台区 of the shipped round; the lead and the two assessors of the city. */
#define FIRST "610302"
#define SECOND "610303"
#define CITY "6103"
#define LEAD "李建国"
#define ONE "周明远"
#define OTHER "吴静怡"

typedef struct {
  char *root, *round; /* round: file of the assessment; NULL: the shipped one */
  guint packages; /* exported so far, for their names */
  YsWorkspace *city, *first, *second;
} CityFixture;

/* @data: (nullable): text of another round with the same units in it */
void city_set_up (CityFixture *fixture, gconstpointer data);
void city_tear_down (CityFixture *fixture, gconstpointer data);
/* Makes and opens a workspace in the folder @name. */
YsWorkspace *city_make (CityFixture *fixture, const char *name, YsOfficeKind office, const char *unit);
/* Who acts at the city from here on. */
void city_act_as (CityFixture *fixture, const char *person);
/* Task 7 done in time, 满意率 of @ratio, one PDF cited for the task: P7.1 6 points, P7.2 by the ratio, P7.3 a word. */
void city_fill (CityFixture *fixture, YsWorkspace *county, const char *ratio);
/* Approves, submits and brings the package to the city, which imports it. */
void city_hand_in (CityFixture *fixture, YsWorkspace *county);
/* Exports the package of @kind from @from and imports it at @to. */
void city_carry (CityFixture *fixture, YsWorkspace *from, YsWorkspace *to, const char *kind);
/* Path of the exported package of @kind for @to. Full. */
char *city_export (CityFixture *fixture, YsWorkspace *from, const char *to, const char *kind);
/* Returns the county's submission for task 7 and brings the return home, so that a new revision begins. */
void city_send_back (CityFixture *fixture, YsWorkspace *county);

/* What must succeed. */
void city_assign (CityFixture *fixture, const char *unit, guint task, const char *person);
void city_score (CityFixture *fixture, const char *person, const char *unit, const char *point, const char *value,
                 const char *reason);
/* The unit's sheet as the city scores it now; @sheet keeps it. */
YsSheetUnit *city_sheet (CityFixture *fixture, const char *unit, YsSheet **sheet);

#define CITY_CASE(path, func) g_test_add (path, CityFixture, NULL, city_set_up, func, city_tear_down)
/* Asserts that @call fails with @expected. */
#define CITY_REFUSED(call, expected)                                                                                    \
  G_STMT_START                                                                                                          \
  {                                                                                                                     \
    g_autoptr (GError) refusal = NULL;                                                                                  \
    GError **error = &refusal;                                                                                          \
    g_assert_false (call);                                                                                              \
    g_assert_error (refusal, YS_ERROR, (int) (expected));                                                               \
  }                                                                                                                     \
  G_STMT_END
/* Asserts that @call succeeds. */
#define CITY_DONE(call)                                                                                                 \
  G_STMT_START                                                                                                          \
  {                                                                                                                     \
    g_autoptr (GError) refusal = NULL;                                                                                  \
    GError **error = &refusal;                                                                                          \
    gboolean done = (call);                                                                                             \
    g_assert_no_error (refusal);                                                                                        \
    g_assert_true (done);                                                                                               \
  }                                                                                                                     \
  G_STMT_END
