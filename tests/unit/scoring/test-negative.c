/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9: occurrences once under their largest item, thresholds, contained cases, caps, suspected ones,
 * vetoes and merging. */
#include "round.h"

#define OCCURRENCE(id, attributes, content) \
  "<occurrence id='" id "' unit='990101' title='事" id "' " attributes ">" content "</occurrence>"
#define CONFIRMED "date='2021-06-01' count='1' state='confirmed'"
#define TICK(item, severity) "<tick item='" item "' severity='" severity "'/>"
#define THRESHOLD(item, figure) \
  "<threshold unit='990101' item='" item "' year='2021' " figure " source='统计局' by='city'/>"
#define MET THRESHOLD ("N1.1", "value='97'") THRESHOLD ("N1.2", "numerator='0' denominator='200000'")
#define EVENTS                                                                                   \
  "<item ref='N2.1'><amount severity='S1' points='5'/><amount severity='S2' points='2'/></item>" \
  "<item ref='N2.2'><amount severity='S1' points='1'/><amount severity='S2' points='8'/></item>"
#define NO_THRESHOLDS "<item ref='N1.1'/><item ref='N1.2'/>"

static YsSheetOccurrence *
occurrence (YsSheet *sheet, guint index)
{
  return g_ptr_array_index (ys_sheet_get_unit (sheet, A)->occurrences, index);
}

static void
check_ledger (const char *negative, const char *cap, const char *ledger, const char *thresholds,
              const char *expected)
{
  Round round = { .negative = negative,
                  .negative_cap = cap,
                  .ledger = ledger,
                  .thresholds = thresholds,
                  .maximum = "100",
                  .submission = { "" } };
  g_autoptr (YsSheet) sheet = round_score (&round, YS_SCORE_DEFAULT);

  assert_amount (ys_sheet_get_unit (sheet, A)->deduction, expected);
}

/* Both threshold figures met. */
static void
check_deduction (const char *negative, const char *cap, const char *ledger, const char *expected)
{
  check_ledger (negative, cap, ledger, MET, expected);
}

static void
check_thresholds (const char *negative, const char *thresholds, const char *expected)
{
  check_ledger (negative, NULL, NULL, thresholds, expected);
}

static void
test_once (void)
{
  Round round = { .negative = NO_THRESHOLDS EVENTS, .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL, chosen = NULL;

  round.thresholds = MET;
  round.ledger = OCCURRENCE ("o1", CONFIRMED, TICK ("N2.1", "S1") TICK ("N2.2", "S2"));
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (sheet, A)->deduction, "8.000"); /* 5 and 8: the larger once */
  g_assert_cmpstr (occurrence (sheet, 0)->counted->id, ==, "N2.2");
  g_assert_cmpuint (occurrence (sheet, 0)->candidates->len, ==, 2);
  round.review =
      "<unit ref='990101' state='submitted'><chosen occurrence='o1' item='N2.1'>上限所致</chosen></unit>";
  chosen = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (chosen, A)->deduction, "5.000");
  g_assert_cmpstr (occurrence (chosen, 0)->counted->id, ==, "N2.1");
}

static void
test_what_counts (void)
{
#define TICKED TICK ("N2.1", "S1")
#define AMOUNT_5 NO_THRESHOLDS EVENTS
  check_deduction (AMOUNT_5, NULL, OCCURRENCE ("o1", "date='2021-01-01' count='1' state='confirmed'", TICKED),
                   "5.000");
  check_deduction (AMOUNT_5, NULL, OCCURRENCE ("o1", "date='2020-12-31' count='1' state='confirmed'", TICKED),
                   "0.000");
  check_deduction (AMOUNT_5, NULL, OCCURRENCE ("o1", "date='2022-01-01' count='1' state='confirmed'", TICKED),
                   "0.000");
  check_deduction (AMOUNT_5, NULL, OCCURRENCE ("o1", "date='2021-06-01' count='1' state='cleared'", TICKED),
                   "0.000");
  check_deduction (AMOUNT_5, NULL, OCCURRENCE ("o1", CONFIRMED, ""), "0.000");
  /* count 3, twice over by F1, a quarter by F2: 5 × 3 × 2 × 0.25 */
  check_deduction (AMOUNT_5, NULL,
                   OCCURRENCE ("o1", "date='2021-06-01' count='3' state='confirmed' factors='F1 F2'", TICKED),
                   "7.500");
  check_deduction (AMOUNT_5, NULL,
                   OCCURRENCE ("o1", CONFIRMED, TICKED) OCCURRENCE (
                       "o2", "date='2021-06-01' count='1' state='confirmed' merged-into='o1'", TICKED),
                   "5.000");
}

static void
test_caps (void)
{
  const char *two =
      OCCURRENCE ("o1", CONFIRMED, TICK ("N2.1", "S1")) OCCURRENCE ("o2", CONFIRMED, TICK ("N2.2", "S2"));

#define CAPPED_ITEM                                                                              \
  "<item ref='N2.1'><amount severity='S1' points='5'/><amount severity='S2' points='2'/></item>" \
  "<item ref='N2.2' cap='3'><amount severity='S1' points='1'/><amount severity='S2' points='8'/></item>"
  check_deduction (NO_THRESHOLDS EVENTS, NULL, two, "13.000");
  check_deduction (NO_THRESHOLDS CAPPED_ITEM, NULL, two, "8.000");
  check_deduction ("<group ref='N2' cap='6'/>" NO_THRESHOLDS EVENTS, NULL, two, "6.000");
  check_deduction (NO_THRESHOLDS EVENTS, "4", two, "4.000");
}

static void
test_suspected (void)
{
  Round round = { .negative = NO_THRESHOLDS EVENTS, .negative_cap = "10", .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL;

  round.thresholds = MET;
  round.ledger = OCCURRENCE ("o1", CONFIRMED, TICK ("N2.2", "S2")) OCCURRENCE (
      "o2", "count='1' state='suspected'", "<tick item='N2.1'/>") /* no severity: the largest, 5 */
      OCCURRENCE ("o3", "date='2020-06-01' count='1' state='suspected'", TICK ("N2.1", "S1"));
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  assert_amount (ys_sheet_get_unit (sheet, A)->deduction, "8.000");
  g_assert_true (occurrence (sheet, 1)->has_would_deduct);
  assert_amount (occurrence (sheet, 1)->would_deduct, "2.000"); /* the cap of 10 leaves 2 */
  assert_amount (occurrence (sheet, 2)->would_deduct, "0.000"); /* not of this round */
  g_assert_false (occurrence (sheet, 0)->has_would_deduct);
}

static void
test_thresholds (void)
{
#define NO_EVENTS                                                                                \
  "<item ref='N2.1'><amount severity='S1' points='0'/><amount severity='S2' points='0'/></item>" \
  "<item ref='N2.2'><amount severity='S1' points='0'/><amount severity='S2' points='0'/></item>"
#define RULE                                                                      \
  "<item ref='N1.1'><flat amount='2'/><once amount='3' side='below' bound='90'/>" \
  "<step amount='0.5' by='1' partial='started'/></item>"
#define OTHER_MET THRESHOLD ("N1.2", "numerator='0' denominator='200000'")
  const char *rule = RULE "<item ref='N1.2'/>" NO_EVENTS;

  check_thresholds (rule, OTHER_MET THRESHOLD ("N1.1", "value='96'"), "0.000");
  check_thresholds (rule, OTHER_MET THRESHOLD ("N1.1", "value='94.5'"),
                    "3.000");                                                   /* 2 + 2 steps begun × 0.5 */
  check_thresholds (rule, OTHER_MET THRESHOLD ("N1.1", "value='90'"), "5.000"); /* 2 + 6 × 0.5 */
  check_thresholds (rule, OTHER_MET THRESHOLD ("N1.1", "value='89'"), "8.500"); /* 2 + 3 + 7 × 0.5 */
  check_thresholds (rule, OTHER_MET, "5.000");                                  /* missing: 2 + 3, no steps */
  check_thresholds (rule, OTHER_MET THRESHOLD ("N1.1", "numerator='9'"), "5.000");
}

static void
test_holds_up_to (void)
{
  const char *rule = "<item ref='N1.1'/><item ref='N1.2' holds-up-to='1'><flat amount='4'/></item>" NO_EVENTS;

#define FIRST_MET THRESHOLD ("N1.1", "value='97'")
  check_thresholds (rule, FIRST_MET THRESHOLD ("N1.2", "numerator='1' denominator='20000'"),
                    "0.000"); /* 5, but one */
  check_thresholds (rule, FIRST_MET THRESHOLD ("N1.2", "numerator='2' denominator='20000'"), "4.000");
  check_thresholds (rule, FIRST_MET THRESHOLD ("N1.2", "numerator='1' denominator='0'"),
                    "4.000");                                                  /* missing first */
  check_thresholds (rule, FIRST_MET THRESHOLD ("N1.2", "value='5'"), "4.000"); /* no numerator to go by */
}

static void
check_larger_without_cases (const char *flat, const char *deduction)
{
  g_autofree char *negative = g_strdup_printf ("<item ref='N1.1'/><item ref='N1.2'><flat amount='%s'/>"
                                               "<step amount='1' by='1' partial='full'/></item>" EVENTS,
                                               flat);
  Round round = { .negative = negative, .maximum = "100", .submission = { "" } };
  g_autoptr (YsSheet) sheet = NULL;
  const YsSheetContained *contained;

  /* 4 in 200,000 are 2 in 100,000, one step above 1; without the one case 1.5: no whole step */
  round.thresholds = FIRST_MET THRESHOLD ("N1.2", "numerator='4' denominator='200000'");
  round.ledger = OCCURRENCE ("o1", CONFIRMED, TICK ("N2.1", "S1") "<tick item='N1.2' cases='1'/>");
  sheet = round_score (&round, YS_SCORE_DEFAULT);
  contained = g_ptr_array_index (ys_sheet_get_unit (sheet, A)->contained, 0);
  g_assert_false (contained->with_cases_holds);
  g_assert_false (occurrence (sheet, 0)->contained);
  assert_amount (ys_sheet_get_unit (sheet, A)->deduction, deduction);
}

static void
test_contained (void)
{
  Round round = { .negative = "<item ref='N1.1'/><item ref='N1.2'><flat amount='5'/></item>" EVENTS,
                  .maximum = "100",
                  .submission = { "" } };
  g_autoptr (YsSheet) equal = NULL;

  /* with all cases 2 + 1; the occurrence 5 and 2 without its case: 7 are more */
  check_larger_without_cases ("2", "7.000");
  {
    /* without the two cases the rate is 1: met; so 5 flat against 5 of the occurrence: equal, the figure
     * holds */
    round.thresholds = FIRST_MET THRESHOLD ("N1.2", "numerator='4' denominator='200000'");
    round.ledger = OCCURRENCE ("o1", CONFIRMED, TICK ("N2.1", "S1") "<tick item='N1.2' cases='2'/>");
    equal = round_score (&round, YS_SCORE_DEFAULT);
    assert_amount (ys_sheet_get_unit (equal, A)->deduction, "5.000");
    g_assert_true (occurrence (equal, 0)->contained);
    g_assert_null (occurrence (equal, 0)->counted);
  }
  round.thresholds = FIRST_MET THRESHOLD ("N1.2", "numerator='1' denominator='200000'");
  round.ledger = OCCURRENCE ("o1", CONFIRMED, TICK ("N2.1", "S1") "<tick item='N1.2' cases='2'/>");
  {
    g_autoptr (YsFaults) faults = round_refuse (&round); /* more cases than the figure has */

    g_assert_cmpint (ys_faults_get (faults, 0)->code, ==, YS_ERROR_FACTS);
  }
}

static void
test_veto (void)
{
#define VETO_EVENT                                                                                         \
  "<item ref='N2.1' grade='C'><amount severity='S1' points='0'/><amount severity='S2' points='0'/></item>" \
  "<item ref='N2.2'><amount severity='S1' points='1'/><amount severity='S2' points='8'/></item>"
  Round round = { .submission = { "", "" } };
  g_autoptr (YsSheet) event = NULL, suspected = NULL, failing = NULL, missing = NULL;

  round.negative = NO_THRESHOLDS VETO_EVENT;
  round.thresholds = MET;
  round.ledger = OCCURRENCE ("o1", CONFIRMED, TICK ("N2.1", "S1") TICK ("N2.2", "S2"));
  event = round_score (&round, YS_SCORE_DEFAULT);
  g_assert_true (
      ys_sheet_get_unit (event, A)->vetoed); /* deducted under the other item, vetoed all the same */
  g_assert_false (ys_sheet_get_unit (event, B)->vetoed);
  g_assert_cmpuint (ys_sheet_get_unit (event, A)->grade, ==, 2);
  round.thresholds = MET;
  round.ledger = OCCURRENCE ("o1", "date='2021-06-01' count='1' state='suspected'", TICK ("N2.1", "S1"));
  suspected = round_score (&round, YS_SCORE_DEFAULT);
  g_assert_false (ys_sheet_get_unit (suspected, A)->vetoed);
  round.negative = "<item ref='N1.1' grade='C'/><item ref='N1.2'/>" EVENTS;
  round.ledger = "";
  round.thresholds = THRESHOLD ("N1.1", "value='95.9'");
  failing = round_score (&round, YS_SCORE_DEFAULT);
  g_assert_true (ys_sheet_get_unit (failing, A)->vetoed);
  round.thresholds = "";
  missing = round_score (&round, YS_SCORE_DEFAULT);
  g_assert_false (ys_sheet_get_unit (missing, A)->vetoed); /* never for a missing figure */
}

static void
test_city_value_holds (void)
{
  check_thresholds (
      "<item ref='N1.1'><flat amount='2'/></item><item ref='N1.2'/>" NO_EVENTS,
      "<threshold unit='990101' item='N1.1' year='2021' value='99' source='自报' by='county'/>" THRESHOLD (
          "N1.1", "value='90'"),
      "2.000");
  check_thresholds ("<item ref='N1.1'><flat amount='2'/></item><item ref='N1.2'/>" NO_EVENTS,
                    "<threshold unit='990101' item='N1.1' year='2020' value='99' source='自报' by='county'/>",
                    "2.000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/negative/once", test_once);
  g_test_add_func ("/scoring/negative/what-counts", test_what_counts);
  g_test_add_func ("/scoring/negative/caps", test_caps);
  g_test_add_func ("/scoring/negative/suspected", test_suspected);
  g_test_add_func ("/scoring/negative/thresholds", test_thresholds);
  g_test_add_func ("/scoring/negative/holds-up-to", test_holds_up_to);
  g_test_add_func ("/scoring/negative/contained", test_contained);
  g_test_add_func ("/scoring/negative/veto", test_veto);
  g_test_add_func ("/scoring/negative/city-value", test_city_value_holds);
  return g_test_run ();
}
