/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every state is told by a sign and a word; colour comes last. */
#include "ys-examine-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
ys_examine_verdict_label (YsOpinionVerdict verdict)
{
  static const char *const labels[] = { N_ ("✓ Agree"), N_ ("? Query"), N_ ("✗ Disagree") };

  return _ (labels[verdict]);
}

const char *
ys_examine_verdict_class (YsOpinionVerdict verdict)
{
  static const char *const classes[] = { "ok", "open", "bad" };

  return classes[verdict];
}

const char *
ys_examine_verdict_sign (YsOpinionVerdict verdict)
{
  static const char *const signs[] = { "✓", "?", "✗" };

  return signs[verdict];
}

const char *
ys_examine_conclusion_label (YsConclusionVerdict verdict)
{
  static const char *const labels[] = { N_ ("✓ Pass"), N_ ("! Pass once put right"), N_ ("✗ Fail") };

  return _ (labels[verdict]);
}

const char *
ys_examine_conclusion_class (YsConclusionVerdict verdict)
{
  static const char *const classes[] = { "ok", "open", "bad" };

  return classes[verdict];
}

char *
ys_examine_dup_number (const YsExamineData *data, const YsQueueEntry *entry)
{
  const YsSheetUnit *unit = ys_sheet_get_unit (ys_dossier_get_sheet (data->dossier), entry->unit);

  if (entry->task != 0)
    return g_strdup_printf ("%u", entry->task);
  for (guint i = 0; unit != NULL && i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *one = g_ptr_array_index (unit->occurrences, i);
      if (g_strcmp0 (one->occurrence->id, entry->item) == 0)
        return g_strdup (one->own != NULL ? one->own->id : "");
    }
  return g_strdup (entry->item);
}

char *
ys_examine_dup_detail (const YsQueueEntry *entry)
{
  g_autofree char *decided = ys_points_to_display (entry->decided), *possible = ys_points_to_short (entry->possible);
  g_autofree char *figure = entry->deduction ? g_strdup_printf (_ ("deducts %s"), decided)
                                             : g_strdup_printf (_ ("decided %s / %s"), decided, possible);
  const char *state = !entry->has_opinion                         ? _ ("to be looked at")
                      : entry->verdict == YS_OPINION_AGREE        ? _ ("agreed")
                      : entry->verdict == YS_OPINION_QUERY        ? _ ("queried")
                                                                  : _ ("disagreed");

  if (entry->answered)
    return g_strdup_printf (_ ("%s · %s · answered"), figure, state);
  if (entry->has_opinion && entry->round > 1)
    return g_strdup_printf (_ ("%s · %s, round %u"), figure, state, entry->round);
  return g_strdup_printf ("%s · %s", figure, state);
}

const char *
ys_examine_mark (const YsQueueEntry *entry, const char **class)
{
  *class = entry->deduction ? "late" : NULL;
  if (entry->deduction)
    return C_ ("mark", "Deduction");
  if (entry->doubtful)
    return C_ ("mark", "Doubtful");
  if (entry->sampled)
    return C_ ("mark", "Sampled");
  return entry->high ? C_ ("mark", "High points") : NULL;
}

char *
ys_examine_dup_day (gint64 microseconds)
{
  g_autofree char *time = ys_time_to_display (microseconds);

  return g_strndup (time, strlen ("2021-12-31"));
}

static const char *const chip_titles[]
  = { N_ ("All"), N_ ("Deductions"), N_ ("High points"), N_ ("Doubtful"), N_ ("Sampled") };
static const char *const chip_tooltips[]
  = { N_ ("All tasks and deductions of the city's counties"), N_ ("What takes points from a county"),
      N_ ("Tasks with at least twice the points of the county's mean"),
      N_ ("Evidence judged insufficient or not matching, or none although points were got"),
      N_ ("One task in ten, drawn by rule: nobody chooses, all offices draw the same") };

const char *
ys_examine_filter_title (YsQueueFilter filter)
{
  return _ (chip_titles[filter]);
}

const char *
ys_examine_filter_tooltip (YsQueueFilter filter)
{
  return _ (chip_tooltips[filter]);
}
