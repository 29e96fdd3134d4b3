/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier made sense of: the city's plan, review and ledger with the counties' submissions, scored anew.
 * What the city states must be what these facts give when it comes in; nothing of the sheet that came along
 * is used. */
#include "ys-workspace-upper-private.h"

#include "ys-catalogue-xml.h"
#include "ys-facts-xml.h"
#include "ys-scoring.h"
#include "ys-sheet-xml.h"
#include "ys-standard-xml.h"

#include <glib/gi18n-lib.h>

/* ---- units as they are stated ---- */

void
ys_dossier_unit_info_free (YsDossierUnitInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->name);
  g_free (self->grade);
  g_free (self->person);
  g_free (self->unranked);
  g_free (self);
}

static const char *
grade_name (const YsStandard *standard, const char *id)
{
  for (guint i = 0; standard != NULL && i < standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (standard->grades, i);
      if (g_strcmp0 (grade->id, id) == 0)
        return grade->name;
    }
  return id;
}

GPtrArray *
ys_dossier_list_units (const YsDossierIndex *index, const YsStandard *standard)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_dossier_unit_info_free);

  for (guint i = 0; i < index->units->len; i++)
    {
      const YsDossierUnit *stated = g_ptr_array_index (index->units, i);
      YsDossierUnitInfo *unit = g_new0 (YsDossierUnitInfo, 1);

      unit->unit = g_strdup (stated->id);
      unit->name = g_strdup (stated->name);
      unit->grade = g_strdup (grade_name (standard, stated->grade));
      unit->person = g_strdup (stated->person);
      unit->unranked = g_strdup (stated->unranked);
      unit->revision = stated->revision;
      unit->rank = stated->rank;
      unit->total = stated->total;
      unit->base = stated->base;
      unit->bonus = stated->bonus;
      unit->deduction = stated->deduction;
      unit->settled = stated->settled;
      g_ptr_array_add (units, unit);
    }
  return units;
}

/* ---- reading ---- */

typedef struct
{
  const char *city;
  YsDossierDocumentFunc get;
  gpointer data;
  YsFaults *faults;
} Source;

static GBytes *
get_own (const Source *source, const char *stem)
{
  GBytes *document = source->get (source->city, stem, source->data);

  if (document == NULL)
    ys_faults_add (source->faults, YS_ERROR_BAG_LAYOUT, "dossier", 0, stem,
                   _ ("The city's package holds no %s.xml"), stem);
  return document;
}

static gboolean
read_plan (YsDossier *self, const Source *source)
{
  g_autoptr (GBytes) catalogue_bytes = get_own (source, "catalogue");
  g_autoptr (GBytes) standard_bytes = get_own (source, "standard");
  g_autoptr (GBytes) assessment_bytes = get_own (source, "assessment");
  g_autoptr (YsCatalogue) catalogue = NULL;

  if (catalogue_bytes == NULL || standard_bytes == NULL || assessment_bytes == NULL)
    return FALSE;
  catalogue = ys_catalogue_read_xml (catalogue_bytes, "catalogue.xml", source->faults);
  if (catalogue != NULL)
    self->standard = ys_standard_read_xml (standard_bytes, "standard.xml", catalogue, source->faults);
  g_clear_pointer (&self->facts->assessment, ys_assessment_unref);
  self->facts->assessment = ys_assessment_read_xml (assessment_bytes, "assessment.xml", source->faults);
  return self->standard != NULL && self->facts->assessment != NULL;
}

static gboolean
read_city (YsDossier *self, const Source *source)
{
  g_autoptr (GBytes) review = get_own (source, "review");
  g_autoptr (GBytes) occurrences = get_own (source, "occurrences");
  g_autoptr (GBytes) index = get_own (source, "dossier");

  if (review == NULL || occurrences == NULL || index == NULL)
    return FALSE;
  if (self->facts->ledger == NULL)
    self->facts->ledger = ys_ledger_new ();
  self->facts->review = ys_review_read_xml (review, "review.xml", source->faults);
  self->index = ys_dossier_index_read_xml (index, "dossier.xml", source->faults);
  return self->facts->review != NULL && self->index != NULL
         && ys_ledger_read_xml (self->facts->ledger, occurrences, "occurrences.xml",
                                self->standard->catalogue, source->faults);
}

static gboolean
read_counties (YsDossier *self, const Source *source)
{
  gboolean read = TRUE;

  for (guint i = 0; i < self->index->bags->len; i++)
    {
      const YsDossierBag *bag = g_ptr_array_index (self->index->bags, i);
      g_autoptr (GBytes) document = NULL;
      YsSubmission *submission;

      if (bag->kind != YS_PACKAGE_SUBMISSION)
        continue;
      document = source->get (bag->id, "submission", source->data);
      submission = document != NULL ? ys_submission_read_xml (document, bag->file, self->standard->catalogue,
                                                              source->faults)
                                    : NULL;
      if (document == NULL)
        ys_faults_add (source->faults, YS_ERROR_DOSSIER_MISSING, bag->file, 0, bag->unit,
                       _ ("\"%s\" is missing: the dossier names it."), bag->file);
      if (submission != NULL)
        g_ptr_array_add (self->facts->submissions, submission);
      read = read && submission != NULL;
    }
  return read;
}

/* ---- stated and given ---- */

static void
compare_unit (YsDossier *self, const YsDossierUnit *stated, YsFaults *faults)
{
  const YsSheetUnit *unit = ys_sheet_get_unit (self->sheet, stated->id);
  g_autofree char *said = ys_points_to_display (stated->total);
  g_autofree char *given = unit != NULL ? ys_points_to_display (unit->total) : NULL;
  const char *grade =
      unit != NULL ? ((const YsGrade *)g_ptr_array_index (self->standard->grades, unit->grade))->id : NULL;

  if (unit == NULL)
    ys_faults_add (faults, YS_ERROR_PACKAGE_SCORES, "dossier.xml", stated->line, stated->id,
                   _ ("%s has a place in the ranking and no submission"), stated->name);
  else if (unit->total != stated->total || unit->base != stated->base || unit->bonus != stated->bonus
           || unit->deduction != stated->deduction)
    ys_faults_add (faults, YS_ERROR_PACKAGE_SCORES, "dossier.xml", stated->line, stated->id,
                   _ ("%s: %s points stated, %s recomputed"), stated->name, said, given);
  else if ((unit->has_rank ? unit->rank : 0) != stated->rank || g_strcmp0 (grade, stated->grade) != 0)
    ys_faults_add (faults, YS_ERROR_PACKAGE_SCORES, "dossier.xml", stated->line, stated->id,
                   _ ("%s: place or grade are not what the points give"), stated->name);
}

static gboolean
names_unit (const YsDossierIndex *index, const char *unit)
{
  for (guint i = 0; i < index->units->len; i++)
    if (g_strcmp0 (((const YsDossierUnit *)g_ptr_array_index (index->units, i))->id, unit) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ys_dossier_compare_scores (YsDossier *self, GBytes *sheet, YsFaults *faults)
{
  guint before = ys_faults_get_n (faults);
  g_autoptr (YsStatedSheet) stated = ys_stated_sheet_read_xml (sheet, "sheet.xml", faults);

  if (stated != NULL)
    ys_stated_sheet_compare (stated, self->sheet, faults);
  for (guint i = 0; i < self->index->units->len; i++)
    compare_unit (self, g_ptr_array_index (self->index->units, i), faults);
  for (guint i = 0; i < self->sheet->units->len; i++)
    {
      const YsUnitInfo *unit = ((const YsSheetUnit *)g_ptr_array_index (self->sheet->units, i))->unit;
      if (!names_unit (self->index, unit->id))
        ys_faults_add (faults, YS_ERROR_PACKAGE_SCORES, "dossier.xml", 0, unit->id,
                       _ ("%s handed in and is not in the ranking"), unit->name);
    }
  return ys_faults_get_n (faults) == before;
}

static void
add_titles (GHashTable *titles, const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidence *one = g_ptr_array_index (evidence, i);
      g_hash_table_insert (titles, one->digest, one->title);
    }
}

/* Texts stay with the facts. */
static void
list_titles (YsDossier *self)
{
  const YsFacts *facts = self->facts;

  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < facts->review->units->len; i++)
    add_titles (self->titles, ((const YsUnitReview *)g_ptr_array_index (facts->review->units, i))->evidence);
  add_titles (self->titles, facts->ledger->evidence);
  for (guint i = 0; i < facts->submissions->len; i++)
    add_titles (self->titles, ((const YsSubmission *)g_ptr_array_index (facts->submissions, i))->evidence);
}

YsDossier *
ys_dossier_build (const char *city, YsDossierDocumentFunc get, gpointer data, YsFaults *faults)
{
  g_autoptr (YsDossier) self = g_new0 (YsDossier, 1);
  const Source source = { city, get, data, faults };

  g_atomic_ref_count_init (&self->references);
  self->facts = ys_facts_new ();
  if (!read_plan (self, &source) || !read_city (self, &source) || !read_counties (self, &source))
    return NULL;
  self->sheet = ys_score (self->standard, self->facts, YS_SCORE_WITH_REASONS, faults);
  if (self->sheet == NULL)
    return NULL;
  self->units = ys_dossier_list_units (self->index, self->standard);
  list_titles (self);
  return g_steal_pointer (&self);
}

YsDossier *
ys_dossier_ref (YsDossier *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ys_dossier_unref (YsDossier *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->info, ys_dossier_info_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->facts, ys_facts_unref);
  g_clear_pointer (&self->standard, ys_standard_unref);
  g_clear_pointer (&self->index, ys_dossier_index_free);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_free (self);
}
