/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package may say what it likes: what only the city can say does not enter the city's ledger with it. */
#include "ys-workspace-city-declared.h"

#include "ys-facts-parts.h"

static YsLedger *
hostile_ledger (void)
{
  YsLedger *ledger = ys_ledger_new ();
  const char *const units[] = { "610302", "610303" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      YsOccurrence *occurrence = ys_occurrence_new ();
      YsRecord *record = ys_record_new ();
      YsThresholdValue *own = ys_threshold_value_new (), *by_city = ys_threshold_value_new ();

      occurrence->id = g_strdup_printf ("O%zu", i);
      occurrence->unit = g_strdup (units[i]);
      occurrence->state = YS_VERIFY_CLEARED;
      occurrence->merged_into = g_strdup ("O9");
      g_ptr_array_add (ledger->occurrences, occurrence);
      record->id = g_strdup_printf ("R%zu", i);
      record->unit = g_strdup (units[i]);
      record->state = YS_VERIFY_CONFIRMED;
      record->selected = record->has_settled = TRUE;
      record->settled_reason = g_strdup ("自评");
      g_ptr_array_add (ledger->records, record);
      own->unit = g_strdup (units[i]);
      by_city->unit = g_strdup (units[i]);
      by_city->by_city = TRUE;
      g_ptr_array_add (ledger->thresholds, own);
      g_ptr_array_add (ledger->thresholds, by_city);
    }
  return ledger;
}

static void
test_only_what_a_county_can_say (void)
{
  g_autoptr (YsLedger) ledger = hostile_ledger ();

  ys_declared_clean (ledger, "610302");
  g_assert_cmpuint (ledger->occurrences->len, ==, 1);
  const YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, 0);
  g_assert_cmpstr (occurrence->id, ==, "O0");
  g_assert_cmpint (occurrence->state, ==, YS_VERIFY_SUSPECTED);
  g_assert_null (occurrence->merged_into);
  g_assert_cmpuint (ledger->records->len, ==, 1);
  const YsRecord *record = g_ptr_array_index (ledger->records, 0);
  g_assert_cmpint (record->state, ==, YS_VERIFY_SUSPECTED);
  g_assert_false (record->selected || record->has_settled);
  g_assert_null (record->settled_reason);
  g_assert_cmpuint (ledger->thresholds->len, ==, 1);
  g_assert_false (((YsThresholdValue *) g_ptr_array_index (ledger->thresholds, 0))->by_city);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/declared/clean", test_only_what_a_county_can_say);
  return g_test_run ();
}
