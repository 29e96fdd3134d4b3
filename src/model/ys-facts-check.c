/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking facts against their standard: the entrance, and the small checks that all parts share.
 * What is contradictory is refused with all its faults, never repaired (scoring.md, P4 and 13). */
#include "ys-facts-check.h"

#include <glib/gi18n-lib.h>
#include "ys-id.h"

void
ys_check_fault (YsChecking *self, YsErrorCode code, const YsPlace *place, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ys_faults_add (self->faults, code, place->file, place->line, place->where, "%s", sentence);
}

GHashTable *
ys_check_new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

gboolean
ys_check_once (YsChecking *self, GHashTable *seen, const YsPlace *place, const char *format, ...)
{
  char *key;
  va_list arguments;

  va_start (arguments, format);
  key = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (!g_hash_table_contains (seen, key))
    {
      g_hash_table_add (seen, key);
      return TRUE;
    }
  ys_check_fault (self, YS_ERROR_ID_TWICE, place, _ ("%s is given twice."), key);
  g_free (key);
  return FALSE;
}

gboolean
ys_check_key_once (YsChecking *self, GHashTable *seen, gconstpointer key, const YsPlace *place,
                   const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (g_hash_table_add (seen, (gpointer)key))
    return TRUE;
  va_start (arguments, format);
  what = g_strdup_vprintf (_ (format), arguments);
  va_end (arguments);
  ys_check_fault (self, YS_ERROR_ID_TWICE, place, _ ("%s is given twice."), what);
  return FALSE;
}

gboolean
ys_check_unit (YsChecking *self, const YsPlace *place, const char *unit)
{
  if (unit != NULL && g_hash_table_contains (self->units, unit))
    return TRUE;
  ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("Unit %s is not part of this assessment."),
                  unit != NULL ? unit : "");
  return FALSE;
}

YsTask *
ys_check_task (YsChecking *self, const YsPlace *place, guint number)
{
  YsTask *task = ys_catalogue_get_task (self->catalogue, number);

  if (task == NULL)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("The catalogue has no task %u."), number);
  return task;
}

YsMetric *
ys_check_metric (YsChecking *self, const YsPlace *place, const char *id)
{
  YsMetric *metric = ys_catalogue_get_metric (self->catalogue, id);

  if (metric == NULL)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("The catalogue has no metric %s."),
                    id != NULL ? id : "");
  return metric;
}

YsPoint *
ys_check_point (YsChecking *self, const YsPlace *place, const char *id)
{
  YsPoint *point = ys_standard_get_point (self->standard, id);

  if (point == NULL)
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("The standard has no scoring point %s."),
                    id != NULL ? id : "");
  else if (point->task == NULL)
    ys_check_facts (self, place, _ ("%s is a bonus point; nobody scores it."), id);
  return point != NULL && point->task != NULL ? point : NULL;
}

void
ys_check_reason (YsChecking *self, const YsPlace *place, const char *what, const char *reason)
{
  g_autofree char *text = g_strdup (reason != NULL ? reason : "");

  if (*g_strstrip (text) == '\0')
    ys_check_facts (self, place, _ ("%s lacks a reason."), what);
}

void
ys_check_limits (YsChecking *self, const YsPlace *place, const YsPoint *point, YsPoints points)
{
  g_autofree char *given = NULL, *least = NULL, *most = NULL;

  if (points >= point->least && points <= point->most)
    return;
  given = ys_points_to_short (points);
  least = ys_points_to_short (point->least);
  most = ys_points_to_short (point->most);
  ys_check_facts (self, place, _ ("Point %s can have from %s to %s points, not %s."), point->id, least, most,
                  given);
}

void
ys_check_points_or_word (YsChecking *self, const YsPlace *place, const YsPoint *point, gboolean has_points,
                         YsPoints points, const char *word)
{
  if (has_points == (word != NULL))
    ys_check_facts (self, place, _ ("Point %s is given either points or a word."), point->id);
  if (has_points)
    ys_check_limits (self, place, point, points);
  if (word == NULL)
    return;
  for (guint i = 0; point->measure.kind == YS_MEASURE_WORD && i < point->rows->len; i++)
    {
      const YsBandRow *row = g_ptr_array_index (point->rows, i);

      if (g_strcmp0 (row->word, word) == 0)
        return;
    }
  ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("\"%s\" is no word of point %s."), word,
                  point->id);
}

void
ys_check_figure (YsChecking *self, const YsPlace *place, const YsFigure *figure, YsUnit unit)
{
  const YsDecimal limit = YS_FIGURE_LIMIT * YS_DECIMAL_ONE;
  gboolean is_count = unit == YS_UNIT_COUNT;

  if ((figure->has_numerator && (figure->numerator < 0 || figure->numerator > YS_FIGURE_LIMIT))
      || (figure->has_denominator && (figure->denominator < 0 || figure->denominator > YS_FIGURE_LIMIT)))
    ys_check_facts (self, place,
                    _ ("Figure %s: numerator and denominator are whole numbers from 0 to 10^12."),
                    place->where);
  if (figure->kind == YS_FIGURE_VALUE && (figure->has_numerator || figure->has_denominator))
    ys_check_facts (self, place, _ ("Figure %s is both a value and a numerator or denominator."),
                    place->where);
  if (figure->kind == YS_FIGURE_VALUE && (figure->value > limit || figure->value < -limit))
    ys_check_facts (self, place, _ ("Figure %s: the value is too large."), place->where);
  if (is_count && figure->kind != YS_FIGURE_VALUE && figure->has_denominator)
    ys_check_facts (self, place, _ ("Figure %s is a count, so it has no denominator."), place->where);
  if (!is_count && figure->kind == YS_FIGURE_COUNT)
    ys_check_facts (self, place, _ ("Figure %s is a ratio, but recorded as a count."), place->where);
}

void
ys_check_factors (YsChecking *self, const YsPlace *place, const GStrv factors)
{
  guint n = factors != NULL ? g_strv_length (factors) : 0;

  if (n > 2)
    ys_check_facts (self, place, _ ("%s has more than two factors."), place->where);
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < self->standard->factors->len; j++)
        {
          const YsFactor *factor = g_ptr_array_index (self->standard->factors, j);

          known = known || g_strcmp0 (factor->id, factors[i]) == 0;
        }
      if (!known)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, place, _ ("The standard has no factor %s."),
                        factors[i]);
    }
}

void
ys_check_evidence (YsChecking *self, const char *file, const GPtrArray *evidence, GHashTable *known)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidence *one = g_ptr_array_index (evidence, i);
      YsPlace place = { file, one->line, one->digest };

      if (one->digest == NULL || !ys_digest_is_valid (one->digest))
        {
          ys_check_facts (self, &place, _ ("Evidence is named by its SHA-256, 64 hexadecimal digits."));
          continue;
        }
      if (!g_hash_table_add (seen, one->digest))
        ys_check_fault (self, YS_ERROR_ID_TWICE, &place, _ ("%s is given twice."), one->digest);
      g_hash_table_add (known, one->digest);
    }
}

void
ys_check_citation (YsChecking *self, const char *file, const YsCitation *citation, GHashTable *evidence,
                   GHashTable *ids)
{
  YsPlace place = { file, citation->line, citation->id };

  ys_check_key_once (self, ids, citation->id, &place, N_ ("Citation %s"), citation->id);
  if (citation->evidence == NULL || !g_hash_table_contains (evidence, citation->evidence))
    ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place,
                    _ ("Citation %s names evidence that is not listed."), citation->id);
  if (citation->task != 0)
    ys_check_task (self, &place, citation->task);
  if (citation->point != NULL)
    {
      const YsPoint *point = ys_standard_get_point (self->standard, citation->point);

      if (point == NULL)
        ys_check_fault (self, YS_ERROR_UNKNOWN_REFERENCE, &place, _ ("The standard has no scoring point %s."),
                        citation->point);
      else if (citation->task != 0 && point->task != NULL && point->task->number != citation->task)
        ys_check_facts (self, &place, _ ("Point %s belongs to task %u, not to task %u."), point->id,
                        point->task->number, citation->task);
    }
}

static void
check_submissions (YsChecking *self)
{
  const GPtrArray *submissions = self->facts->submissions;

  for (guint i = 0; i < submissions->len; i++)
    {
      YsSubmission *submission = g_ptr_array_index (submissions, i);
      YsPlace place = { submission->file, submission->line, submission->unit };

      if (g_hash_table_contains (self->submissions, submission->unit))
        ys_check_fault (self, YS_ERROR_ID_TWICE, &place, _ ("There are two submissions of unit %s."),
                        submission->unit);
      else
        g_hash_table_insert (self->submissions, submission->unit, submission);
      ys_check_submission (self, submission);
    }
}

gboolean
ys_facts_check (const YsFacts *self, const YsStandard *standard, YsFaults *faults)
{
  g_return_val_if_fail (self != NULL && standard != NULL && standard->catalogue != NULL && faults != NULL,
                        FALSE);

  YsChecking checking = {
    .facts = self, .standard = standard, .catalogue = standard->catalogue, .faults = faults
  };
  guint before = ys_faults_get_n (faults);

  if (self->assessment == NULL)
    {
      ys_faults_add (faults, YS_ERROR_FACTS, NULL, 0, NULL, _ ("There is no assessment among the facts."));
      return FALSE;
    }
  checking.units = g_hash_table_new (g_str_hash, g_str_equal);
  checking.submissions = g_hash_table_new (g_str_hash, g_str_equal);
  checking.occurrences = g_hash_table_new (g_str_hash, g_str_equal);
  checking.assessors = g_hash_table_new (g_str_hash, g_str_equal);
  checking.thresholds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ys_check_assessment (&checking);
  check_submissions (&checking);
  ys_check_ledger (&checking);
  ys_check_merges (&checking);
  ys_check_contained (&checking);
  if (self->review != NULL)
    ys_check_review (&checking);
  g_hash_table_unref (checking.thresholds);
  g_hash_table_unref (checking.assessors);
  g_hash_table_unref (checking.occurrences);
  g_hash_table_unref (checking.submissions);
  g_hash_table_unref (checking.units);
  return ys_faults_get_n (faults) == before;
}
