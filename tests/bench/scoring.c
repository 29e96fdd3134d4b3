/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times scoring on made-up rounds of the shipped catalogue and standard: CATALOGUE STANDARD.
 * Prints one line for each measurement, the shortest of several runs in microseconds: units, with reasons,
 * time. */
#include <stdio.h>
#include <time.h>

#include "ys-catalogue-xml.h"
#include "ys-facts-parts.h"
#include "ys-scoring.h"

#define RUNS 5

static GBytes *
load (const char *path)
{
  char *text;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (text, length);
}

/* Figures of all metrics for the data year and the one before, different for each unit. */
static void
add_figures (YsItem *item, const YsTask *task, guint unit)
{
  for (guint i = 0; i < task->metrics->len; i++)
    {
      const YsMetric *metric = g_ptr_array_index (task->metrics, i);

      for (guint year = 2020; year <= 2021; year++)
        {
          YsRecordedFigure *figure = ys_recorded_figure_new ();
          gboolean count = metric->unit == YS_UNIT_COUNT;

          figure->metric = g_strdup (metric->id);
          figure->year = (int)year;
          figure->figure.kind = count ? YS_FIGURE_COUNT : YS_FIGURE_RATIO;
          figure->figure.has_numerator = TRUE;
          figure->figure.has_denominator = !count;
          figure->figure.numerator = 900 + (unit * 7 + i * 13 + year) % 100;
          figure->figure.denominator = count ? 0 : 1000 + (unit * 11) % 97;
          g_ptr_array_add (item->figures, figure);
        }
    }
}

static void
add_self (YsItem *item, const YsTaskStandard *standard)
{
  for (guint i = 0; i < standard->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (standard->items, i);
      YsSelfScore *score = ys_self_score_new ();

      score->point = g_strdup (point->id);
      score->points = point->points;
      score->has_points = TRUE;
      score->reason = g_strdup ("自评");
      g_ptr_array_add (item->self, score);
    }
}

static void
add_evidence (YsSubmission *submission, YsItem *item, const YsTaskStandard *standard, guint unit)
{
  YsEvidence *evidence = ys_evidence_new ();
  YsCitation *citation = ys_citation_new ();

  evidence->digest =
      g_strdup_printf ("%016" G_GINT64_MODIFIER "x%048u",
                       (guint64)(unit * 1000 + item->task) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), 0);
  evidence->title = g_strdup ("佐证");
  evidence->pages = 3;
  evidence->size = 1000;
  evidence->present = TRUE;
  g_ptr_array_add (submission->evidence, evidence);
  citation->id = g_strdup_printf ("c-%u-%u", unit, item->task);
  citation->evidence = g_strdup (evidence->digest);
  citation->task = item->task;
  citation->point = g_strdup (((YsPoint *)g_ptr_array_index (standard->items, 0))->id);
  citation->pages = g_strdup ("1");
  g_ptr_array_add (item->citations, citation);
}

static YsSubmission *
make_submission (const YsStandard *standard, guint unit, const char *id)
{
  YsSubmission *submission = ys_submission_new ();

  submission->assessment = g_strdup ("bench");
  submission->unit = g_strdup (id);
  submission->revision = 1;
  for (guint i = 0; i < standard->catalogue->tasks->len; i++)
    {
      const YsTask *task = g_ptr_array_index (standard->catalogue->tasks, i);
      const YsTaskStandard *rules = g_ptr_array_index (standard->by_task, i);
      YsItem *item;

      if (!task->counties || rules->items->len == 0)
        continue;
      item = ys_submission_ensure_item (submission, task->number);
      item->state = (YsItemState)((unit + i) % 4);
      item->completed = item->state == YS_STATE_DONE ? task->due + (unit * 5 + i) % 40 : 0;
      add_figures (item, task, unit);
      add_self (item, rules);
      add_evidence (submission, item, rules, unit);
    }
  return submission;
}

static YsFacts *
make_facts (const YsStandard *standard, guint n_units)
{
  YsFacts *facts = ys_facts_new ();

  if (facts->ledger == NULL)
    facts->ledger = ys_ledger_new ();
  facts->assessment = ys_assessment_new ();
  facts->assessment->id = g_strdup ("bench");
  facts->assessment->title = g_strdup ("bench");
  facts->assessment->catalogue_id = g_strdup (standard->catalogue->id);
  facts->assessment->catalogue_version = standard->catalogue->version;
  facts->assessment->standard_id = g_strdup (standard->id);
  facts->assessment->standard_version = standard->version;
  facts->assessment->first = ys_date_new (2021, 1, 1);
  facts->assessment->last = ys_date_new (2021, 12, 31);
  facts->assessment->closing = ys_date_new (2022, 1, 25);
  facts->assessment->year = 2021;
  for (guint i = 0; i < n_units; i++)
    {
      YsUnitInfo *info = ys_unit_info_new ();

      info->id = g_strdup_printf ("%06u", 100000 + i);
      info->name = g_strdup (info->id);
      info->kind = YS_OFFICE_COUNTY;
      info->group_id = g_strdup (((YsUnitGroup *)g_ptr_array_index (standard->groups, 0))->id);
      g_ptr_array_add (facts->assessment->units, info);
      g_ptr_array_add (facts->submissions, make_submission (standard, i, info->id));
    }
  return facts;
}

/* Microseconds of one core that this thread has used, so that other programs do not count. */
static gint64
used_time (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static void
measure (YsStandard *standard, guint n_units, YsScoreFlags flags)
{
  g_autoptr (YsFacts) facts = make_facts (standard, n_units);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gint64 best = G_MAXINT64, best_check = G_MAXINT64;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = used_time (), checked, end;
      YsSheet *sheet;

      ys_facts_check (facts, standard, faults);
      checked = used_time ();
      sheet = ys_score (standard, facts, flags, faults);
      end = used_time ();
      if (sheet == NULL)
        g_error ("%s", ys_faults_get (faults, 0)->message);
      best = MIN (best, end - checked);
      best_check = MIN (best_check, checked - start);
      ys_sheet_unref (sheet);
    }
  printf ("%u %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", n_units,
          (flags & YS_SCORE_WITH_REASONS) != 0 ? 1 : 0, best, best_check);
}

int
main (int argc, char **argv)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) catalogue_document = NULL, standard_document = NULL;
  g_autoptr (YsCatalogue) catalogue = NULL;
  g_autoptr (YsStandard) standard = NULL;

  if (argc != 3)
    return 2;
  catalogue_document = load (argv[1]);
  standard_document = load (argv[2]);
  catalogue = ys_catalogue_read_xml (catalogue_document, argv[1], faults);
  standard = catalogue != NULL ? ys_standard_read_xml (standard_document, argv[2], catalogue, faults) : NULL;
  if (standard == NULL)
    g_error ("%s", ys_faults_get (faults, 0)->message);
  measure (standard, 1, YS_SCORE_WITH_REASONS);
  measure (standard, 12, YS_SCORE_FIGURE_COMPUTED);
  measure (standard, 3000, YS_SCORE_FIGURE_COMPUTED);
  return 0;
}
