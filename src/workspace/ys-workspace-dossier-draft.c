/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's dossier as it would be now: one set of facts gives sheet, review, occurrences and index alike.
 * A county is ready when it is settled, its total still is what was settled, and its package lies where it
 * was kept. */
#include "ys-workspace-dossier-private.h"

#include "ys-facts-xml.h"
#include "ys-scoring.h"
#include "ys-sheet-xml.h"
#include "ys-workspace-review-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
line_free (gpointer data)
{
  YsDossierLine *line = data;
  char *const texts[] = { line->unit,    line->name,   line->grade,  line->unranked,
                          line->package, line->digest, line->missing };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (line);
}

void
ys_dossier_draft_clear (YsDossierDraft *self)
{
  g_clear_pointer (&self->facts, ys_facts_unref);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->index, ys_dossier_index_free);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

/* ---- one county ---- */

/* What the county's newest received revision is, with the package it came in. With the lock held. */
static const YsPackageRow *
read_received (YsWorkspace *workspace, YsDossierLine *line)
{
  const YsSubmissionRow *row = ys_workspace_peek_received (workspace, line->unit);
  const YsPackageRow *package = row != NULL ? ys_workspace_peek_package (workspace, row->package) : NULL;

  if (row == NULL)
    return NULL;
  line->state = row->state;
  line->revision = row->revision;
  if (package != NULL)
    {
      line->package = g_strdup (package->name);
      line->digest = g_strdup (package->digest);
      line->size = package->size;
    }
  return package;
}

static void
read_score (const YsDossierDraft *self, const YsStandard *standard, YsDossierLine *line)
{
  const YsSheetUnit *unit = ys_sheet_get_unit (self->sheet, line->unit);

  if (unit == NULL)
    return;
  line->has_total = TRUE;
  line->total = unit->total;
  line->rank = unit->has_rank ? unit->rank : 0;
  line->grade = g_strdup (((const YsGrade *)g_ptr_array_index (standard->grades, unit->grade))->name);
  line->unranked = unit->has_rank ? NULL : g_strdup (unit->no_rank_reason);
}

/* The newest time that the unit was settled, or NULL. With the lock held. */
static const YsSettlementRow *
find_settlement (YsWorkspace *workspace, const char *unit)
{
  for (guint i = workspace->settlements->len; i > 0; i--)
    {
      const YsSettlementRow *row = g_ptr_array_index (workspace->settlements, i - 1);
      if (g_strcmp0 (row->unit, unit) == 0)
        return row;
    }
  return NULL;
}

static char *
find_missing (YsWorkspace *workspace, const YsDossierLine *line, const YsSettlementRow *settlement)
{
  g_autofree char *path =
      line->package != NULL ? ys_workspace_build_package_path (workspace, line->package) : NULL;
  g_autofree char *settled = settlement != NULL ? ys_points_to_display (settlement->total) : NULL;
  g_autofree char *total = ys_points_to_display (line->total);
  GStatBuf status;

  if (line->revision == 0)
    return g_strdup_printf (_ ("%s (%s): nothing was received yet"), line->name, line->unit);
  if (line->state != YS_SUBMISSION_FINAL || settlement == NULL)
    return g_strdup_printf (_ ("%s (%s): %s, not settled yet"), line->name, line->unit,
                            ys_submission_state_label (line->state));
  if (!line->has_total || settlement->total != line->total)
    return g_strdup_printf (_ ("%s (%s): settled with %s points, now %s; settle it again"), line->name,
                            line->unit, settled, total);
  if (path == NULL || g_stat (path, &status) != 0)
    return g_strdup_printf (_ ("%s (%s): the package it handed in (%s) is no longer in this workspace"),
                            line->name, line->unit, line->package != NULL ? line->package : "");
  if ((guint64)status.st_size != line->size)
    return g_strdup_printf (_ ("%s (%s): the package it handed in (%s) was changed"), line->name, line->unit,
                            line->package);
  return NULL;
}

static void
index_unit (YsDossierDraft *self, YsWorkspace *workspace, const YsDossierLine *line,
            const YsPackageRow *package, const YsSettlementRow *settlement)
{
  const YsSheetUnit *scored = ys_sheet_get_unit (self->sheet, line->unit);
  YsDossierUnit *unit = ys_dossier_index_add_unit (self->index);
  YsDossierBag *bag = ys_dossier_index_add_bag (self->index);

  unit->id = g_strdup (line->unit);
  unit->name = g_strdup (line->name);
  unit->revision = line->revision;
  unit->rank = line->rank;
  unit->unranked = g_strdup (line->unranked);
  unit->grade =
      g_strdup (((const YsGrade *)g_ptr_array_index (workspace->standard->grades, scored->grade))->id);
  unit->total = scored->total;
  unit->base = scored->base;
  unit->bonus = scored->bonus;
  unit->deduction = scored->deduction;
  unit->settled = settlement->at / G_USEC_PER_SEC * G_USEC_PER_SEC;
  unit->person = g_strdup (settlement->person);
  bag->kind = YS_PACKAGE_SUBMISSION;
  bag->unit = g_strdup (line->unit);
  bag->id = g_strdup (package->id);
  bag->file = g_strdup (package->name);
  bag->digest = g_strdup (package->digest);
  bag->size = package->size;
}

/* With the lock held. */
static void
add_line (YsDossierDraft *self, YsWorkspace *workspace, const YsUnitInfo *info)
{
  YsDossierLine *line = g_new0 (YsDossierLine, 1);
  const YsSettlementRow *settlement = find_settlement (workspace, info->id);
  const YsPackageRow *package;

  g_ptr_array_add (self->lines, line);
  line->unit = g_strdup (info->id);
  line->name = g_strdup (info->name);
  package = read_received (workspace, line);
  read_score (self, workspace->standard, line);
  line->missing = find_missing (workspace, line, settlement);
  if (line->missing == NULL)
    index_unit (self, workspace, line, package, settlement);
}

/* ---- evidence ---- */

static void
add_cited (GHashTable *cited, const GPtrArray *citations)
{
  for (guint i = 0; i < citations->len; i++)
    g_hash_table_add (cited, g_strdup (((const YsCitation *)g_ptr_array_index (citations, i))->evidence));
}

static void
forget (GHashTable *cited, const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    g_hash_table_remove (cited, ((const YsEvidence *)g_ptr_array_index (evidence, i))->digest);
}

/* What the city's own review, occurrences and records cite and no county sent. With the lock held. */
static GHashTable *
list_added (YsWorkspace *workspace, const YsFacts *facts)
{
  GHashTable *cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->review->units->len; i++)
    add_cited (cited, ((const YsUnitReview *)g_ptr_array_index (facts->review->units, i))->citations);
  for (guint i = 0; i < facts->ledger->occurrences->len; i++)
    add_cited (cited, ((const YsOccurrence *)g_ptr_array_index (facts->ledger->occurrences, i))->citations);
  for (guint i = 0; i < facts->ledger->records->len; i++)
    add_cited (cited, ((const YsRecord *)g_ptr_array_index (facts->ledger->records, i))->citations);
  for (guint i = 0; i < workspace->received->len; i++)
    {
      forget (cited, ((const YsSubmission *)g_ptr_array_index (workspace->received, i))->evidence);
      forget (cited, ((const YsLedger *)g_ptr_array_index (workspace->received_ledgers, i))->evidence);
    }
  return cited;
}

/* ---- the whole ---- */

gboolean
ys_dossier_draft_compose (YsDossierDraft *self, YsWorkspace *workspace, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  const GPtrArray *units = workspace->assessment->units;

  if (workspace->office != YS_OFFICE_CITY)
    {
      ys_set_error (error, YS_ERROR_ROLE, NULL, _ ("Only a city hands a dossier in"));
      return FALSE;
    }
  g_mutex_lock (&workspace->lock);
  self->facts = ys_workspace_build_facts (workspace);
  g_clear_pointer (&self->facts->review, ys_review_unref);
  self->facts->review = ys_workspace_build_review (workspace, NULL);
  self->added = list_added (workspace, self->facts);
  g_mutex_unlock (&workspace->lock);
  self->sheet = ys_score (workspace->standard, self->facts, YS_SCORE_WITH_REASONS, faults);
  if (self->sheet == NULL)
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  self->index = ys_dossier_index_new ();
  self->index->assessment = g_strdup (workspace->assessment->id);
  self->index->city = g_strdup (workspace->unit);
  self->index->city_name = g_strdup (workspace->unit_name);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  g_mutex_lock (&workspace->lock);
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *info = g_ptr_array_index (units, i);
      if (info->kind == YS_OFFICE_COUNTY && g_strcmp0 (info->parent, workspace->unit) == 0)
        add_line (self, workspace, info);
    }
  g_mutex_unlock (&workspace->lock);
  return TRUE;
}

void
ys_dossier_draft_list_missing (const YsDossierDraft *self, YsWorkspace *workspace, GPtrArray *missing)
{
  const YsUnitInfo *own = ys_assessment_get_unit (workspace->assessment, workspace->unit);
  guint ranked = 0;

  if (own == NULL || ys_assessment_get_unit (workspace->assessment, own->parent) == NULL)
    g_ptr_array_add (missing, g_strdup (_ ("The round does not name the province that the dossier goes to")));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const YsDossierLine *line = g_ptr_array_index (self->lines, i);

      if (line->missing != NULL)
        g_ptr_array_add (missing, g_strdup (line->missing));
      ranked += line->rank != 0;
    }
  if (ranked == 0)
    g_ptr_array_add (missing, g_strdup (_ ("There is no ranking yet: no county has a place")));
}

static gboolean
fill_documents (const YsDossierDraft *self, YsMinting *minting, YsWorkspace *workspace, GError **error)
{
  return ys_minting_add_plan (minting, workspace, error)
         && ys_minting_add (minting, "review", ys_review_write_xml (self->facts->review, error))
         && ys_minting_add (minting, "occurrences",
                            ys_ledger_write_xml (self->facts->ledger, workspace->assessment->id, NULL, error))
         && ys_minting_add (minting, "sheet", ys_sheet_write_xml (self->sheet, NULL, error))
         && ys_minting_add (minting, "dossier", ys_dossier_index_write_xml (self->index, error))
         && ys_minting_add_journal (minting, workspace, 0, error);
}

gboolean
ys_dossier_draft_fill (const YsDossierDraft *self, YsMinting *minting, YsWorkspace *workspace, GError **error)
{
  const YsUnitInfo *own = ys_assessment_get_unit (workspace->assessment, workspace->unit);

  if (!ys_minting_begin (minting, workspace, YS_PACKAGE_DOSSIER, own->parent, 0, error)
      || !fill_documents (self, minting, workspace, error))
    return FALSE;
  g_mutex_lock (&workspace->lock);
  const YsDossierRow *before = ys_workspace_peek_own_dossier (workspace, workspace->unit);
  if (before != NULL)
    minting->facts->replaces = g_strdup (before->package);
  for (guint i = 0; i < workspace->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (workspace->evidence, i);
      if (g_hash_table_contains (self->added, row->digest))
        ys_minting_add_evidence (minting, workspace, row);
    }
  g_mutex_unlock (&workspace->lock);
  return TRUE;
}
