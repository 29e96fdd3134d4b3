/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reading of workspace and sheet for the pane. Everything here is in memory. */
#include "ys-assess-view.h"

#include <glib/gi18n-lib.h>

#include "ys-facts-parts.h"

char *
ys_assess_value_dup (gboolean has_points, YsPoints points, const char *word)
{
  return has_points ? ys_points_to_display (points) : g_strdup (word);
}

const char *
ys_assess_verdict_label (YsVerdict verdict)
{
  switch (verdict)
    {
    case YS_VERDICT_SUFFICIENT:
      return _ ("✓ Sufficient");
    case YS_VERDICT_PARTIAL:
      return _ ("◑ Partial");
    case YS_VERDICT_INSUFFICIENT:
      return _ ("? Insufficient");
    case YS_VERDICT_MISMATCHED:
    default:
      return _ ("✗ Mismatched");
    }
}

const char *
ys_assess_verdict_class (YsVerdict verdict)
{
  return verdict == YS_VERDICT_SUFFICIENT ? "ok" : verdict == YS_VERDICT_MISMATCHED ? "bad" : "open";
}

/* ---- points ---- */

static void
point_free (gpointer data)
{
  YsAssessPoint *point = data;

  ys_point_review_free (point->review);
  g_free (point->own);
  g_free (point->own_reason);
  g_free (point->decided);
  g_free (point->decided_reason);
  g_strfreev (point->words);
  g_free (point);
}

static GStrv
dup_words (const YsPoint *point)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; point->measure.kind == YS_MEASURE_WORD && i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);
      if (row->kind != YS_ROW_WORD)
        continue;
      g_strv_builder_add (words, row->word);
      any = TRUE;
    }
  return any ? g_strv_builder_end (words) : NULL;
}

static YsAssessPoint *
make_point (const YsAssessView *self, const YsSheetPoint *sheet)
{
  YsAssessPoint *point = g_new0 (YsAssessPoint, 1);

  point->sheet = sheet;
  point->review = ys_workspace_dup_point_review (self->workspace, self->unit->id, sheet->point->id);
  point->words = dup_words (sheet->point);
  for (guint i = 0; self->own_id != NULL && point->review != NULL && i < point->review->scores->len; i++)
    {
      const YsReviewScore *score = g_ptr_array_index (point->review->scores, i);
      if (!g_str_equal (score->assessor, self->own_id))
        continue;
      point->own = ys_assess_value_dup (score->has_points, score->points, score->word);
      point->own_reason = g_strdup (score->reason);
    }
  const YsDecision *decision = point->review != NULL ? point->review->decision : NULL;
  if (decision != NULL)
    {
      point->decided = ys_assess_value_dup (decision->has_points, decision->points, decision->word);
      point->decided_reason = g_strdup (decision->reason);
    }
  return point;
}

/* ---- made and gone ---- */

static void
find_own (YsAssessView *self)
{
  self->person = ys_workspace_dup_person (self->workspace);
  self->assessors = ys_workspace_dup_assessors (self->workspace);
  self->lead = (ys_workspace_get_person_roles (self->workspace) & YS_ROLE_LEAD) != 0;
  for (guint i = 0; i < self->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->assessors, i);
      if (g_strcmp0 (assessor->name, self->person) == 0)
        self->own_id = g_strdup (assessor->id);
    }
}

static void
collect_citations (YsAssessView *self)
{
  for (guint i = 0; self->item != NULL && i < self->item->citations->len; i++)
    g_ptr_array_add (self->citations, g_ptr_array_index (self->item->citations, i));
  for (guint i = 0; self->review != NULL && i < self->review->citations->len; i++)
    {
      YsCitation *citation = g_ptr_array_index (self->review->citations, i);
      const YsStandard *standard = ys_workspace_get_standard (self->workspace);
      const YsPoint *point =
          citation->point != NULL ? ys_standard_get_point (standard, citation->point) : NULL;

      if (citation->task == self->task->number || (point != NULL && point->task == self->task))
        g_ptr_array_add (self->citations, citation);
    }
}

static gboolean
counts_records (const YsAssessView *self)
{
  const GPtrArray *clauses = ys_workspace_get_standard (self->workspace)->clauses;

  for (guint i = 0; i < clauses->len; i++)
    if (((const YsRecordClause *)g_ptr_array_index (clauses, i))->point->task == self->task)
      return TRUE;
  return FALSE;
}

static void
collect_records (YsAssessView *self)
{
  const YsStandard *standard = ys_workspace_get_standard (self->workspace);

  self->records = g_ptr_array_new ();
  if (!counts_records (self))
    return;
  self->facts = ys_workspace_dup_facts (self->workspace);
  for (guint i = 0; i < self->facts->ledger->records->len; i++)
    {
      YsRecord *record = g_ptr_array_index (self->facts->ledger->records, i);
      const YsRecordClause *clause = ys_standard_get_clause (standard, record->clause);

      if (g_str_equal (record->unit, self->unit->id) && clause != NULL && clause->point->task == self->task)
        g_ptr_array_add (self->records, record);
    }
}

/* What the acting person may do with the unit as it stands. */
static void
find_leave (YsAssessView *self)
{
  g_autofree char *why_no_score = NULL, *why_no_decision = NULL;

  self->may_score = ys_workspace_can_score (self->workspace, self->unit->id, &why_no_score) && self->mine;
  self->may_decide =
      ys_workspace_can_decide (self->workspace, self->unit->id, &why_no_decision) && self->lead;
  if (self->lead && why_no_decision != NULL)
    self->why_not = g_steal_pointer (&why_no_decision);
  else if (self->mine && why_no_score != NULL)
    self->why_not = g_steal_pointer (&why_no_score);
}

YsAssessView *
ys_assess_view_new (YsWorkspace *workspace, const char *unit, guint task)
{
  g_autoptr (YsAssessment) assessment = ys_workspace_dup_effective_assessment (workspace);
  YsAssessView *self = g_new0 (YsAssessView, 1);
  const YsExtension *extension = ys_assessment_get_extension (assessment, unit, task);

  self->workspace = workspace;
  self->unit = ys_assessment_get_unit (ys_workspace_get_assessment (workspace), unit);
  self->task = ys_catalogue_get_task (ys_workspace_get_standard (workspace)->catalogue, task);
  self->extension_reason = extension != NULL ? g_strdup (extension->reason) : NULL;
  self->due = extension != NULL ? extension->due : self->task->due;
  self->sheet = ys_workspace_dup_sheet (workspace);
  self->sheet_unit = self->sheet != NULL ? ys_sheet_get_unit (self->sheet, unit) : NULL;
  self->sheet_task = self->sheet_unit != NULL ? ys_sheet_unit_get_task (self->sheet_unit, task) : NULL;
  if (self->sheet_unit != NULL && self->sheet_unit->submission != NULL)
    self->item = ys_submission_get_item (self->sheet_unit->submission, task);
  self->review = ys_workspace_dup_unit_review (workspace, unit);
  self->citations = g_ptr_array_new ();
  self->points = g_ptr_array_new_with_free_func (point_free);
  find_own (self);
  collect_citations (self);
  collect_records (self);
  for (guint i = 0; self->review != NULL && self->sheet_task != NULL && i < self->sheet_task->details->len;
       i++)
    {
      const YsSheetPoint *detail = g_ptr_array_index (self->sheet_task->details, i);
      if (detail->applies)
        g_ptr_array_add (self->points, make_point (self, detail));
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      const YsAssessPoint *point = g_ptr_array_index (self->points, i);
      self->mine |= point->review != NULL && point->review->mine;
    }
  find_leave (self);
  return self;
}

void
ys_assess_view_free (YsAssessView *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->citations);
  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->facts, ys_facts_unref);
  g_ptr_array_unref (self->assessors);
  g_clear_pointer (&self->review, ys_unit_review_free);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_free (self->person);
  g_free (self->own_id);
  g_free (self->extension_reason);
  g_free (self->why_not);
  g_free (self);
}

/* ---- asked ---- */

char *
ys_assess_view_dup_title (const YsAssessView *self, const YsCitation *citation)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self->workspace, citation->evidence);
  const YsSubmission *submission = self->sheet_unit != NULL ? self->sheet_unit->submission : NULL;
  const YsEvidence *sent =
      submission != NULL ? ys_submission_get_evidence (submission, citation->evidence) : NULL;

  if (sent != NULL && sent->title != NULL)
    return g_strdup (sent->title);
  return g_strdup (info != NULL ? info->title : citation->evidence);
}

const char *
ys_assess_view_get_name (const YsAssessView *self, const char *id)
{
  for (guint i = 0; i < self->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->assessors, i);
      if (g_strcmp0 (assessor->id, id) == 0)
        return assessor->name;
    }
  return _ ("An assessor");
}

static gboolean
is_lead (const YsAssessView *self, const char *id)
{
  for (guint i = 0; i < self->assessors->len; i++)
    {
      const YsAssessor *assessor = g_ptr_array_index (self->assessors, i);
      if (g_strcmp0 (assessor->id, id) == 0)
        return assessor->lead;
    }
  return FALSE;
}

gboolean
ys_assess_view_get_verdict (const YsAssessView *self, const char *citation, YsVerdict *verdict)
{
  int best = -1;

  for (guint i = 0; self->review != NULL && i < self->review->verdicts->len; i++)
    {
      const YsCitationVerdict *one = g_ptr_array_index (self->review->verdicts, i);
      int weight = g_strcmp0 (one->assessor, self->own_id) == 0 ? 2 : is_lead (self, one->assessor) ? 1 : 0;

      if (!g_str_equal (one->citation, citation) || weight < best)
        continue;
      best = weight;
      *verdict = one->verdict;
    }
  return best >= 0;
}
