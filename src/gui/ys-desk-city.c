/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the city's desk. Figures are the sheet's own or sums of them; nothing is scored here. */
#include "ys-desk-city.h"

#include <glib/gi18n-lib.h>

static YsLocation *
to_filter (YsPlaceId place, const char *filter)
{
  YsLocation *to = ys_location_new (place);

  to->key = g_strdup_printf ("filter:%s", filter);
  return to;
}

/* ---- counting ---- */

static void
count_task (const YsSheetTask *task, guint *points, guint *decided)
{
  for (guint i = 0; task->applicable && i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);

      *points += point->applies;
      *decided += point->applies && point->is_decided;
    }
}

static void
count_points (const YsSheetPart *part, guint *points, guint *decided)
{
  for (guint i = 0; i < part->tasks->len; i++)
    count_task (g_ptr_array_index (part->tasks, i), points, decided);
}

static void
count_unit (const YsSheetUnit *unit, guint *points, guint *decided)
{
  *points = *decided = 0;
  for (guint i = 0; i < unit->parts->len; i++)
    count_points (g_ptr_array_index (unit->parts, i), points, decided);
}

void
ys_desk_city_count (const YsSheet *sheet, YsCityProgress *progress)
{
  *progress = (YsCityProgress){ 0 };
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (sheet->units, i);
      guint points, decided;

      if (unit->submission == NULL)
        continue;
      count_unit (unit, &points, &decided);
      progress->received++;
      progress->scored += unit->state == YS_SUBMISSION_SCORED || unit->state == YS_SUBMISSION_FINAL;
      progress->settled += unit->state == YS_SUBMISSION_FINAL;
      progress->points += points;
      progress->decided += decided;
    }
}

/* Received, scored, settled: of how many counties. */
void
ys_desk_city_show_totals (YsDeskTotals *totals, const YsSheet *sheet, const YsSummary *summary)
{
  YsCityProgress progress;
  guint units = summary != NULL ? summary->units : sheet->units->len;

  ys_desk_city_count (sheet, &progress);
  g_autofree char *of = g_strdup_printf (_("of %u counties"), units);
  g_autofree char *received = g_strdup_printf ("%u", progress.received);
  g_autofree char *scored = g_strdup_printf ("%u", progress.scored);
  g_autofree char *settled = g_strdup_printf ("%u", progress.settled);
  g_autofree char *missing = g_strdup_printf (_("%u still missing"), units - MIN (units, progress.received));
  g_autofree char *decided = g_strdup_printf (_("%u/%u decided"), progress.decided, progress.points);
  g_autofree char *waiting = g_strdup_printf (_("%u ready"), progress.scored - progress.settled);

  ys_desk_totals_set_title (totals, _("Counties"), of);
  ys_desk_totals_set (totals, 0, _("Received"), received, missing);
  ys_desk_totals_set (totals, 1, _("Reviewed"), scored, decided);
  ys_desk_totals_set (totals, 2, _("Settled"), settled, waiting);
}

/* ---- what waits ---- */

static void
add_line (GPtrArray *lines, const char *icon, const char *style, const char *title, const char *detail, guint count,
          YsLocation *to)
{
  if (count > 0)
    g_ptr_array_add (lines, ys_desk_line_new (icon, style, g_strdup (title), g_strdup (detail),
                                              g_strdup_printf ("%u", count), to));
  else
    ys_location_free (to);
}

GPtrArray *
ys_desk_city_to_do (const YsSummary *summary, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();
  YsCityProgress progress;

  if (summary == NULL)
    return lines;
  g_autofree char *received = g_strdup_printf (_ ("received %u of %u"), summary->received, summary->units);
  add_line (lines, "ys-package-in-symbolic", NULL, _ ("Submissions not yet received"), received,
            summary->units > summary->received ? summary->units - summary->received : 0,
            to_filter (YS_PLACE_REGISTER, "incoming"));
  add_line (lines, "ys-state-not-symbolic", NULL, _ ("Tasks that wait for a score"),
            _ ("assigned to you and not scored; without assignments, all not decided"),
            summary->review[YS_MATRIX_WAITING], to_filter (YS_PLACE_ASSESS, "waiting"));
  add_line (lines, "ys-must-symbolic", "error", _ ("Tasks for the lead"),
            _ ("assessors too far apart, a second look asked for, a claim to be answered"),
            summary->review[YS_MATRIX_SPREAD], to_filter (YS_PLACE_ASSESS, "spread"));
  add_line (lines, "ys-evidence-symbolic", "warning", _ ("Evidence in doubt"), _ ("judged insufficient or mismatched"),
            summary->review[YS_MATRIX_DOUBTED], to_filter (YS_PLACE_ASSESS, "doubted"));
  if (data == NULL || data->sheet == NULL)
    return lines;
  ys_desk_city_count (data->sheet, &progress);
  add_line (lines, "ys-ranking-symbolic", NULL, _ ("Counties to be settled"), _ ("their review is done"),
            progress.scored - progress.settled, ys_location_new (YS_PLACE_RANKING));
  return lines;
}

/* ---- counties ---- */

/* "已受理 · 评定 12/208": where it is, and how many of its points are decided. Full. */
static char *
dup_progress (const YsSheetUnit *unit)
{
  guint points, decided;

  count_unit (unit, &points, &decided);
  if (unit->has_rank)
    return g_strdup_printf (_ ("%s · place %u"), ys_submission_state_label (unit->state), unit->rank);
  return g_strdup_printf (_ ("%s · %u/%u decided"), ys_submission_state_label (unit->state), decided, points);
}

/* The city's counties that the sheet knows nothing of. */
static void
add_missing (GPtrArray *lines, YsWorkspace *workspace, const YsSheet *sheet)
{
  const YsAssessment *assessment = ys_workspace_get_assessment (workspace);

  for (guint i = 0; i < assessment->units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (assessment->units, i);
      YsDeskLine *line;

      if (unit->kind != YS_OFFICE_COUNTY || g_strcmp0 (unit->parent, ys_workspace_get_unit (workspace)) != 0
          || ys_sheet_get_unit (sheet, unit->id) != NULL)
        continue;
      line = ys_desk_line_new (NULL, NULL, g_strdup (unit->name), NULL, g_strdup ("—"),
                               ys_location_new (YS_PLACE_REGISTER));
      line->count = g_strdup (_ ("nothing received yet"));
      g_ptr_array_add (lines, line);
    }
}

/* Where the review of a county goes on: its first task that is not decided, else its first. */
static guint
find_task (const YsSheetUnit *unit)
{
  guint first = 0;

  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);

      for (guint j = 0; j < part->tasks->len; j++)
        {
          const YsSheetTask *task = g_ptr_array_index (part->tasks, j);
          guint points = 0, decided = 0;

          count_task (task, &points, &decided);
          if (decided < points)
            return task->standard->number;
          if (first == 0 && points > 0)
            first = task->standard->number;
        }
    }
  return first;
}

GPtrArray *
ys_desk_city_counties (YsWorkspace *workspace, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();
  g_autoptr (GArray) counties = NULL;

  if (data == NULL || data->sheet == NULL)
    return lines;
  counties = ys_chart_counties_from_sheet (data->sheet);
  for (guint i = 0; i < counties->len; i++)
    {
      const YsChartCounty *county = &g_array_index (counties, YsChartCounty, i);
      const YsSheetUnit *unit = g_ptr_array_index (data->sheet->units, i);
      YsLocation *to = ys_location_new (YS_PLACE_ASSESS);
      YsDeskLine *line
          = ys_desk_line_new (NULL, NULL, g_strdup (county->name), NULL, ys_points_to_display (county->total), to);

      to->item = unit->unit != NULL ? g_strdup (unit->unit->id) : NULL;
      to->task = find_task (unit);
      line->count = dup_progress (unit);
      ys_desk_line_take_chart (line, ys_chart_view_new_county (data->sheet, county));
      g_ptr_array_add (lines, line);
    }
  add_missing (lines, workspace, data->sheet);
  return lines;
}

char *
ys_desk_city_dup_note (const YsStandard *standard)
{
  GString *text = g_string_new (_ ("Hollow: no place yet; thin line: where the total may still come to; dashed:"));
  gboolean first = TRUE;

  for (guint i = 0; i < standard->grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (standard->grades, i);
      g_autofree char *from = ys_points_to_short (grade->from);

      if (grade->from <= 0) /* the last grade begins at nothing */
        continue;
      g_string_append_printf (text, "%s%s ≥ %s", first ? " " : " · ", grade->name, from);
      first = FALSE;
    }
  return g_string_free (text, FALSE);
}

/* ---- parts ---- */

static void
add_unit (YsChartPart *sum, const YsSheetUnit *unit, guint index)
{
  const YsSheetPart *part = g_ptr_array_index (unit->parts, index);

  sum->points += part->points;
  sum->score += part->score[unit->figure];
  count_points (part, &sum->all, &sum->done);
}

GPtrArray *
ys_desk_city_parts (const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();
  const YsSheet *sheet = data != NULL ? data->sheet : NULL;
  const YsSheetUnit *first = sheet != NULL && sheet->units->len > 0 ? g_ptr_array_index (sheet->units, 0) : NULL;

  for (guint index = 0; first != NULL && index < first->parts->len; index++)
    {
      YsChartPart sum = { .name = ((const YsSheetPart *)g_ptr_array_index (first->parts, index))->heading->name };
      YsDeskLine *line;

      for (guint i = 0; i < sheet->units->len; i++)
        add_unit (&sum, g_ptr_array_index (sheet->units, i), index);
      if (sum.points == 0)
        continue;
      g_autofree char *possible = ys_points_to_short (sum.points);
      line = ys_desk_line_new (NULL, NULL, g_strdup (sum.name), NULL, ys_points_to_display (sum.score),
                               ys_location_new (YS_PLACE_ASSESS));
      line->count = g_strdup_printf (_ ("%u/%u decided"), sum.done, sum.all);
      line->possible = g_strdup_printf ("/%s", possible);
      ys_desk_line_take_chart (line, ys_chart_view_new_part (&sum));
      g_ptr_array_add (lines, line);
    }
  return lines;
}
