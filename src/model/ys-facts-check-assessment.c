/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of the round itself and of submissions: units, days, targets, figures, own scores (scoring.md, 13).
 * A submission is looked at by itself; that there is one for a unit only is asked in ys-facts-check.c. */
#include <glib/gi18n-lib.h>

#include "ys-facts-check.h"

static void
check_round (YsChecking *self)
{
  const YsAssessment *assessment = self->facts->assessment;
  const YsStandard *standard = self->standard;
  YsPlace place = { assessment->file, assessment->line, assessment->id };
  gboolean phase_known = assessment->phase == NULL;

  if (g_strcmp0 (assessment->catalogue_id, self->catalogue->id) != 0
      || assessment->catalogue_version != self->catalogue->version)
    ys_check_facts (self, &place,
                    _ ("The assessment is of catalogue %s version %u, but this is %s version %u."),
                    assessment->catalogue_id, assessment->catalogue_version, self->catalogue->id,
                    self->catalogue->version);
  if (g_strcmp0 (assessment->standard_id, standard->id) != 0
      || assessment->standard_version != standard->version)
    ys_check_facts (self, &place,
                    _ ("The assessment is of standard %s version %u, but this is %s version %u."),
                    assessment->standard_id, assessment->standard_version, standard->id, standard->version);
  if (assessment->first == 0 || assessment->last == 0 || assessment->closing == 0
      || assessment->first > assessment->last || assessment->closing < assessment->first)
    ys_check_facts (self, &place,
                    _ ("The days of the round cannot be: it begins, ends, and closes in this order."));
  if (assessment->year < 1900 || assessment->year > 2999)
    ys_check_facts (self, &place, _ ("The data year cannot be."));
  for (guint i = 0; i < self->catalogue->phases->len; i++)
    {
      const YsPhase *phase = g_ptr_array_index (self->catalogue->phases, i);

      phase_known = phase_known || g_strcmp0 (phase->id, assessment->phase) == 0;
    }
  if (!phase_known)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("The catalogue has no phase %s."),
                    assessment->phase);
}

static void
check_units (YsChecking *self)
{
  const YsAssessment *assessment = self->facts->assessment;

  for (guint i = 0; i < assessment->units->len; i++)
    {
      YsUnitInfo *unit = g_ptr_array_index (assessment->units, i);
      YsPlace place = { assessment->file, unit->line, unit->id };
      gboolean group_known = unit->group_id == NULL;

      if (!g_hash_table_insert (self->units, unit->id, unit))
        ys_check_fault (self, YS_ERROR_ID_TWICE, &place, _ ("Unit %s is given twice."), unit->id);
      for (guint j = 0; j < self->standard->groups->len; j++)
        {
          const YsUnitGroup *group = g_ptr_array_index (self->standard->groups, j);

          group_known = group_known || g_strcmp0 (group->id, unit->group_id) == 0;
        }
      if (!group_known)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("The standard has no group %s."),
                        unit->group_id);
    }
}

static void
check_bounds (YsChecking *self, const GPtrArray *bounds, gboolean of_units)
{
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < bounds->len; i++)
    {
      const YsNamedBound *bound = g_ptr_array_index (bounds, i);
      YsPlace place = { self->facts->assessment->file, bound->line, bound->metric };
      const YsDecimal limit = YS_FIGURE_LIMIT * YS_DECIMAL_ONE;

      ys_check_metric (self, &place, bound->metric);
      if (of_units)
        ys_check_unit (self, &place, bound->unit);
      if (of_units)
        ys_check_once (self, seen, &place, _ ("The own target of unit %s for metric %s (%s)"), bound->unit,
                       bound->metric, bound->growth ? _ ("growth") : _ ("value"));
      else
        ys_check_once (self, seen, &place, _ ("The published figure of metric %s (%s)"), bound->metric,
                       bound->growth ? _ ("growth") : _ ("value"));
      if (bound->value > limit || bound->value < -limit)
        ys_check_facts (self, &place, _ ("Figure %s: the value is too large."), bound->metric);
    }
}

static void
check_extensions (YsChecking *self)
{
  const YsAssessment *assessment = self->facts->assessment;
  g_autoptr (GHashTable) seen = ys_check_new_set ();

  for (guint i = 0; i < assessment->extensions->len; i++)
    {
      const YsExtension *extension = g_ptr_array_index (assessment->extensions, i);
      YsPlace place = { assessment->file, extension->line, extension->unit };

      ys_check_unit (self, &place, extension->unit);
      ys_check_task (self, &place, extension->task);
      ys_check_once (self, seen, &place, _ ("The extension of task %u for unit %s"), extension->task,
                     extension->unit);
      ys_check_reason (self, &place, _ ("The extension"), extension->reason);
      if (extension->due == 0)
        ys_check_facts (self, &place, _ ("The extension of task %u has no date that can be."),
                        extension->task);
    }
}

void
ys_check_assessment (YsChecking *self)
{
  check_round (self);
  check_units (self);
  check_bounds (self, self->facts->assessment->targets, TRUE);
  check_bounds (self, self->facts->assessment->published, FALSE);
  check_extensions (self);
}

typedef struct
{
  const YsSubmission *submission;
  GHashTable *evidence, *figures, *documents, *selves, *claims, *citations;
} Sets;

static void
check_figures (YsChecking *self, const Sets *sets, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const YsRecordedFigure *figure = g_ptr_array_index (figures, i);
      YsPlace place = { sets->submission->file, figure->line, figure->metric };
      const YsMetric *metric = ys_check_metric (self, &place, figure->metric);

      if (metric != NULL)
        ys_check_key_once (self, sets->figures,
                           GUINT_TO_POINTER (metric->index * 4096 + (guint)figure->year % 4096), &place,
                           N_ ("The figure of metric %s of %d"), figure->metric, figure->year);
      if (figure->year < 1900 || figure->year > 2999)
        ys_check_facts (self, &place, _ ("Figure %s: the year %d cannot be."), figure->metric, figure->year);
      if (metric != NULL)
        ys_check_figure (self, &place, &figure->figure, metric->unit);
    }
}

static void
check_documents (YsChecking *self, const Sets *sets, const YsItem *item)
{
  for (guint i = 0; i < item->documents->len; i++)
    {
      const YsIssuedDocument *document = g_ptr_array_index (item->documents, i);
      YsPlace place = { sets->submission->file, document->line, document->document };

      if (ys_catalogue_get_document (self->catalogue, document->document) == NULL)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("The catalogue has no document %s."),
                        document->document);
      ys_check_key_once (self, sets->documents, document->document, &place, N_ ("Document %s"),
                         document->document);
      if (document->unnumbered && document->number != NULL)
        ys_check_facts (self, &place, _ ("Document %s has a number and is said to have none."),
                        document->document);
    }
}

/* A point named in an item is one of its task. */
static YsPoint *
point_of_item (YsChecking *self, const YsPlace *place, const char *id, const YsItem *item)
{
  YsPoint *point = ys_check_point (self, place, id);

  if (point != NULL && point->task->number != item->task)
    ys_check_facts (self, place, _ ("Point %s belongs to task %u, not to task %u."), id, point->task->number,
                    item->task);
  return point;
}

static void
check_scores (YsChecking *self, const Sets *sets, const YsItem *item)
{
  for (guint i = 0; i < item->self->len; i++)
    {
      const YsSelfScore *score = g_ptr_array_index (item->self, i);
      YsPlace place = { sets->submission->file, score->line, score->point };
      const YsPoint *point = point_of_item (self, &place, score->point, item);

      ys_check_key_once (self, sets->selves, score->point, &place, N_ ("The own score of point %s"),
                         score->point);
      if (point != NULL && score->has_points)
        ys_check_limits (self, &place, point, score->points);
    }
  for (guint i = 0; i < item->claims->len; i++)
    {
      const YsPointClaim *claim = g_ptr_array_index (item->claims, i);
      YsPlace place = { sets->submission->file, claim->line, claim->point };

      point_of_item (self, &place, claim->point, item);
      ys_check_key_once (self, sets->claims, claim->point, &place, N_ ("The claim for point %s"),
                         claim->point);
    }
}

static void
check_items (YsChecking *self, const Sets *sets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sets->submission->items->len; i++)
    {
      const YsItem *item = g_ptr_array_index (sets->submission->items, i);
      g_autofree char *where = g_strdup_printf ("%u", item->task);
      YsPlace place = { sets->submission->file, item->line, where };

      ys_check_task (self, &place, item->task);
      ys_check_key_once (self, seen, GUINT_TO_POINTER (item->task), &place, N_ ("Task %u"), item->task);
      check_figures (self, sets, item->figures);
      check_documents (self, sets, item);
      check_scores (self, sets, item);
      for (guint j = 0; j < item->citations->len; j++)
        ys_check_citation (self, sets->submission->file, g_ptr_array_index (item->citations, j),
                           sets->evidence, sets->citations);
    }
}

void
ys_check_submission (YsChecking *self, const YsSubmission *submission)
{
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) figures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) documents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) selves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) claims = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) citations = g_hash_table_new (g_str_hash, g_str_equal);
  Sets sets = { submission, evidence, figures, documents, selves, claims, citations };
  YsPlace place = { submission->file, submission->line, submission->unit };

  ys_check_unit (self, &place, submission->unit);
  if (g_strcmp0 (submission->assessment, self->facts->assessment->id) != 0)
    ys_check_facts (self, &place, _ ("The submission is of assessment %s, not of %s."),
                    submission->assessment, self->facts->assessment->id);
  ys_check_evidence (self, submission->file, submission->evidence, evidence);
  check_figures (self, &sets, submission->figures);
  check_items (self, &sets);
}
