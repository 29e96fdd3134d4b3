/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped catalogue, standard and round load without a fault, and say what the plan says.
 * Figures are those of the plan's own tables. */
#include <string.h>

#include "ys-catalogue-xml.h"
#include "ys-data.h"
#include "ys-facts-xml.h"

static YsStandard *
load_standard (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogue) catalogue = ys_data_load_default_catalogue (&error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);

  YsStandard *standard = ys_data_load_default_standard (catalogue, &error);

  g_assert_no_error (error);
  g_assert_nonnull (standard);
  return standard;
}

static void
test_catalogue (void)
{
  g_autoptr (YsStandard) standard = load_standard ();
  const YsCatalogue *catalogue = standard->catalogue;
  g_autoptr (GPtrArray) second = ys_catalogue_dup_second_headings (catalogue);
  const YsTask *task = ys_catalogue_get_task (catalogue, 44);
  guint third = 0;

  for (guint i = 0; i < second->len; i++)
    third += ((YsHeading *)g_ptr_array_index (second, i))->children->len;
  g_assert_cmpuint (catalogue->parts->len, ==, 3);
  g_assert_cmpuint (second->len, ==, 17);
  g_assert_cmpuint (third, ==, 40);
  g_assert_cmpuint (catalogue->tasks->len, ==, 112);
  g_assert_cmpuint (catalogue->metrics->len, ==, 39);
  g_assert_cmpuint (catalogue->items->len, ==, 17);
  g_assert_cmpuint (catalogue->groups->len, ==, 6);
  g_assert_cmpuint (catalogue->phases->len, ==, 4);
  g_assert_nonnull (task);
  g_assert_false (task->counties);
  g_assert_cmpstr (((YsHeading *)g_ptr_array_index (catalogue->parts, task->part))->id, ==, "I-2");
  g_assert_true (ys_catalogue_get_metric (catalogue, "M007")->high_is_better);
  g_assert_null (ys_catalogue_get_metric (catalogue, "N1.1"));
}

static void
test_standard (void)
{
  g_autoptr (YsStandard) standard = load_standard ();
  YsPoints sum = 0;

  for (guint i = 0; i < standard->parts->len; i++)
    sum += ((YsPartStandard *)g_ptr_array_index (standard->parts, i))->points;
  g_assert_cmpint (sum, ==, 1000 * YS_POINTS_ONE);
  g_assert_true (standard->sample);
  g_assert_cmpint (standard->maximum, ==, 1000 * YS_POINTS_ONE);
  g_assert_cmpuint (standard->negative->len, ==, 17);
  g_assert_cmpuint (standard->by_task->len, ==, 112);
  for (guint i = 0; i < standard->points->len; i++)
    g_assert_cmpuint (((YsPoint *)g_ptr_array_index (standard->points, i))->index, ==, i);
}

static void
test_assessment (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsAssessment) assessment = ys_data_load_default_assessment (&error);
  const YsUnitInfo *unit;

  g_assert_no_error (error);
  g_assert_cmpuint (assessment->units->len, ==, 15);
  unit = ys_assessment_get_unit (assessment, "610302");
  g_assert_nonnull (unit);
  g_assert_cmpint (unit->kind, ==, YS_OFFICE_COUNTY);
  g_assert_cmpstr (unit->parent, ==, "6103");
}

/* Loading catalogue and standard is part of every start. */
/* Microseconds; a sanitizer makes everything several times slower. */
#ifdef __SANITIZE_ADDRESS__
#define SPEED_LIMIT 500000
#else
#define SPEED_LIMIT 50000
#endif

static void
test_speed (void)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 5; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (YsStandard) standard = load_standard ();

      best = MIN (best, g_get_monotonic_time () - began);
    }
  g_test_minimized_result ((double)best / 1000, "load catalogue and standard: %.1f ms", (double)best / 1000);
  g_assert_cmpint (best, <, SPEED_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/shipped/catalogue", test_catalogue);
  g_test_add_func ("/exchange/shipped/standard", test_standard);
  g_test_add_func ("/exchange/shipped/assessment", test_assessment);
  g_test_add_func ("/exchange/shipped/speed", test_speed);
  return g_test_run ();
}
