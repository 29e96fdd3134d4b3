/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stated scores against recomputed ones: from the package's own catalogue, standard and facts, and, in a second line,
 * from what this workspace knows besides (the city's figures, groups, occurrences). */
#include "ys-catalogue-xml.h"
#include "ys-facts-xml.h"
#include "ys-scoring.h"
#include "ys-sheet-xml.h"
#include "ys-standard-xml.h"
#include "ys-stated-scores.h"
#include "ys-workspace-city-declared.h"
#include "ys-workspace-receipt.h"

#include <glib/gi18n-lib.h>

typedef struct {
  YsStandard *standard;
  YsFacts *facts;
} Content;

static void
content_clear (Content *content)
{
  g_clear_pointer (&content->standard, ys_standard_unref);
  g_clear_pointer (&content->facts, ys_facts_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static GBytes *
document (const YsPackageReading *reading, const char *stem)
{
  return ys_package_reading_get_document (reading, stem);
}

/* Everything that the package brings, parsed; FALSE with faults. */
static gboolean
read_content (Content *content, const YsPackageReading *reading, YsFaults *faults)
{
  g_autoptr (YsCatalogue) catalogue = ys_catalogue_read_xml (document (reading, "catalogue"), "catalogue.xml", faults);
  YsSubmission *submission;
  YsFacts *facts;

  if (catalogue == NULL)
    return FALSE;
  content->standard = ys_standard_read_xml (document (reading, "standard"), "standard.xml", catalogue, faults);
  if (content->standard == NULL)
    return FALSE;
  facts = content->facts = ys_facts_new ();
  g_clear_pointer (&facts->assessment, ys_assessment_unref);
  facts->assessment = ys_assessment_read_xml (document (reading, "assessment"), "assessment.xml", faults);
  submission = ys_submission_read_xml (document (reading, "submission"), "submission.xml", catalogue, faults);
  if (facts->assessment == NULL || submission == NULL)
    {
      g_clear_pointer (&submission, ys_submission_unref);
      return FALSE;
    }
  g_ptr_array_add (facts->submissions, submission);
  if (facts->ledger == NULL)
    facts->ledger = ys_ledger_new ();
  return ys_ledger_read_xml (facts->ledger, document (reading, "occurrences"), "occurrences.xml", catalogue, faults);
}

/* One column of the comparison. */
typedef struct {
  const char *name;
  YsPoints possible, stated, recomputed, self;
} ScoreRow;

static void
add_row (YsReceipt *receipt, guint *row, ScoreRow score)
{
  if (*row >= G_N_ELEMENTS (receipt->stated))
    return;
  receipt->score_names[*row] = g_strdup (score.name);
  receipt->possible[*row] = score.possible;
  receipt->stated[*row] = score.stated;
  receipt->recomputed[*row] = score.recomputed;
  receipt->self[*row] = score.self;
  (*row)++;
}

static YsPoints
stated_part (const YsStatedScores *stated, const char *id)
{
  for (guint i = 0; i < stated->parts->len; i++)
    if (g_strcmp0 (g_array_index (stated->parts, YsStatedScore, i).id, id) == 0)
      return g_array_index (stated->parts, YsStatedScore, i).score;
  return 0;
}

static void
compare (YsReceipt *receipt, const YsStatedScores *stated, const YsStatedSheet *sheet, const YsSheet *recomputed,
         YsSheetUnit *unit)
{
  guint row = 0;

  for (guint i = 0; i < unit->parts->len && i < 3; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);
      add_row (receipt, &row,
               (ScoreRow) { part->heading->name, part->points, stated_part (stated, part->heading->id),
                            part->score[unit->figure], part->score[YS_SELF] });
    }
  /* bonus and deduction rest on facts: they are the same in every figure (scoring.md 10) */
  add_row (receipt, &row,
           (ScoreRow) { "加分", recomputed->standard->bonus_cap, stated->bonus, unit->bonus, unit->bonus });
  add_row (receipt, &row, (ScoreRow) { "扣分", 0, stated->deduction, unit->deduction, unit->deduction });
  add_row (receipt, &row,
           (ScoreRow) { "总分", recomputed->standard->maximum, stated->total, unit->total,
                        unit->total_by_figure[YS_SELF] });
  receipt->has_scores = TRUE;
  /* every task and point too: faults that cancel out are faults */
  receipt->scores_equal = ys_stated_sheet_compare (sheet, recomputed, receipt->faults);
  for (guint i = 0; i < row; i++)
    receipt->scores_equal &= receipt->stated[i] == receipt->recomputed[i];
}

/* What @unit said of itself before gives way to what it says now; what the city found out stays. */
static void
drop_own_statements (YsFacts *facts, const char *unit)
{
  for (guint i = facts->submissions->len; i > 0; i--)
    if (g_strcmp0 (((YsSubmission *) g_ptr_array_index (facts->submissions, i - 1))->unit, unit) == 0)
      g_ptr_array_remove_index (facts->submissions, i - 1);
  /* its review is of the revision before */
  for (guint i = facts->review != NULL ? facts->review->units->len : 0; i > 0; i--)
    if (g_strcmp0 (((YsUnitReview *) g_ptr_array_index (facts->review->units, i - 1))->unit, unit) == 0)
      g_ptr_array_remove_index (facts->review->units, i - 1);
  for (guint i = facts->ledger->thresholds->len; i > 0; i--)
    {
      const YsThresholdValue *value = g_ptr_array_index (facts->ledger->thresholds, i - 1);
      if (!value->by_city && g_strcmp0 (value->unit, unit) == 0)
        g_ptr_array_remove_index (facts->ledger->thresholds, i - 1);
    }
}

/* It may have been made under another catalogue: read anew under this workspace's own. NULL with faults. */
static YsSubmission *
read_submission_here (YsWorkspace *self, const YsPackageReading *reading, YsLedger *ledger, YsFaults *faults)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  YsCatalogue *catalogue = self->standard->catalogue;
  g_autoptr (YsSubmission) submission
    = ys_submission_read_xml (document (reading, "submission"), "submission.xml", catalogue, faults);

  if (submission == NULL
      || !ys_ledger_read_xml (ledger, document (reading, "occurrences"), "occurrences.xml", catalogue, faults))
    return NULL;
  if (g_strcmp0 (submission->unit, facts->from) == 0 && submission->revision == facts->revision)
    return g_steal_pointer (&submission);
  ys_faults_add (faults, YS_ERROR_PACKAGE_CONTENT, "submission.xml", 0, "revision",
                 _("The submission is of %s, revision %u; the package says %s, revision %u"), submission->unit,
                 submission->revision, facts->from, facts->revision);
  return NULL;
}

/* The total that this workspace would show for the unit with all that it knows. What can't be scored together with the
 * other units' facts would leave none of them scored: it is a fault of the package. */
static void
score_here (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading)
{
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);
  g_autoptr (YsSheet) sheet = NULL;
  g_autoptr (YsLedger) ledger = ys_ledger_new ();
  g_autoptr (YsLedger) declared = ys_ledger_new ();
  g_autoptr (YsSubmission) submission = read_submission_here (self, reading, ledger, receipt->faults);
  YsSheetUnit *unit;

  if (submission == NULL)
    return;
  drop_own_statements (facts, submission->unit);
  g_ptr_array_add (facts->submissions, ys_submission_ref (submission));
  ys_workspace_unite_ledger (declared, ledger);
  ys_declared_clean (declared, submission->unit);
  ys_workspace_unite_ledger (facts->ledger, declared);
  sheet = ys_score (self->standard, facts, YS_SCORE_FIGURE_COMPUTED, receipt->faults);
  unit = sheet != NULL ? ys_sheet_get_unit (sheet, submission->unit) : NULL;
  if (unit == NULL)
    return;
  receipt->has_here = TRUE;
  receipt->here_total = unit->total;
}

void
ys_receipt_recompute (YsWorkspace *self, YsReceipt *receipt, const YsPackageReading *reading)
{
  g_auto (Content) content = { 0 };
  g_autoptr (YsStatedScores) stated = NULL;
  g_autoptr (YsStatedSheet) stated_sheet = NULL;
  g_autoptr (YsSheet) sheet = NULL;
  YsSheetUnit *unit;

  if (g_strcmp0 (receipt->kind, "submission") != 0)
    return;
  if (!read_content (&content, reading, receipt->faults))
    return;
  receipt->standard = ys_standard_dup_name (content.standard);
  stated = ys_stated_scores_read_xml (document (reading, "sheet"), "sheet.xml", receipt->faults);
  stated_sheet = ys_stated_sheet_read_xml (document (reading, "sheet"), "sheet.xml", receipt->faults);
  sheet = ys_score (content.standard, content.facts, YS_SCORE_FIGURE_COMPUTED, receipt->faults);
  unit = sheet != NULL ? ys_sheet_get_unit (sheet, receipt->from) : NULL;
  if (stated == NULL || stated_sheet == NULL || unit == NULL)
    {
      receipt->has_scores = TRUE; /* stated, but not confirmed: not to be imported */
      return;
    }
  compare (receipt, stated, stated_sheet, sheet, unit);
  if (self != NULL && self->office == YS_OFFICE_CITY && g_strcmp0 (receipt->to, self->unit) == 0
      && g_strcmp0 (receipt->round, self->assessment->id) == 0)
    score_here (self, receipt, reading);
}

/* ---- own plan ---- */

typedef struct {
  const char *stem;
  GBytes *document;
} PlanDocument;

static gboolean
read_plan_document (YsConnection *connection, gpointer data, GError **error)
{
  PlanDocument *plan = data;

  plan->document = ys_plan_get (connection, plan->stem, error);
  return plan->document != NULL;
}

GBytes *
ys_workspace_dup_plan_document (YsWorkspace *self, const char *stem)
{
  PlanDocument plan = { stem, NULL };

  ys_store_call (self->store, read_plan_document, &plan, NULL);
  return plan.document;
}
