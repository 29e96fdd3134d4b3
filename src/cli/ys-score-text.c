/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet as text for people. The reasons are the sheet's own Chinese sentences; figures go through the one formatter. */
#include "ys-score-text.h"

#include <glib/gi18n-lib.h>

#define LABEL_WIDTH 24

static const char *
figure_label (YsScoreFigure figure)
{
  static const char *const labels[YS_N_FIGURES] = { NC_ ("figure", "computed"), NC_ ("figure", "self-assessed"),
                                                 NC_ ("figure", "decided") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", labels[figure]);
}

static void
print_points (YsCli *cli, const char *label, YsPoints points)
{
  g_autofree char *text = ys_points_to_display (points);

  ys_cli_print_pair (cli, label, LABEL_WIDTH, text);
}

static void
print_of (YsCli *cli, const char *label, YsPoints points, YsPoints most)
{
  g_autofree char *got = ys_points_to_display (points);
  g_autofree char *possible = ys_points_to_short (most);
  g_autofree char *text = g_strdup_printf ("%s / %s", got, possible);

  ys_cli_print_pair (cli, label, LABEL_WIDTH, text);
}

/* Sentences of @why, one a line, pushed in. */
static void
print_why (YsCli *cli, const GPtrArray *why, const char *indent)
{
  for (guint i = 0; i < why->len; i++)
    {
      g_autofree char *sentence = ys_why_to_text (g_ptr_array_index (why, i));

      ys_cli_print (cli, "%s%s", indent, sentence);
    }
}

static void
print_point (YsCli *cli, const YsSheetPoint *point, YsScoreFigure figure)
{
  g_autofree char *got = ys_points_to_display (point->score[figure]);
  g_autofree char *possible = ys_points_to_short (point->point->points);
  const char *open = point->open[figure] != YS_OPEN_NOT ? ys_open_label (point->open[figure]) : NULL;

  ys_cli_print (cli, "    %s %s: %s / %s%s%s", point->point->id, point->point->title, got, possible,
                open != NULL ? " · " : "", open != NULL ? open : "");
  print_why (cli, point->why, "      ");
  if (figure == YS_DECIDED)
    print_why (cli, point->why_decided, "      ");
}

static void
print_task (YsCli *cli, const YsSheet *sheet, const YsSheetUnit *unit, const YsSheetTask *task)
{
  const YsTask *in_catalogue = ys_catalogue_get_task (sheet->standard->catalogue, task->standard->number);
  g_autofree char *got = ys_points_to_display (task->score[unit->figure]);
  g_autofree char *possible = ys_points_to_short (task->standard->points);

  ys_cli_print (cli, "\n  %u %s: %s / %s", task->standard->number, in_catalogue != NULL ? in_catalogue->title : "", got,
                possible);
  for (guint i = 0; i < task->details->len; i++)
    print_point (cli, g_ptr_array_index (task->details, i), unit->figure);
  print_why (cli, task->why, "    ");
}

static void
print_parts (YsCli *cli, const YsSheet *sheet, const YsSheetUnit *unit, guint task, gboolean explain)
{
  for (guint i = 0; i < unit->parts->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (unit->parts, i);

      if (task == 0)
        print_of (cli, part->heading->name, part->score[unit->figure], part->points);
      if (task == 0 && explain)
        print_why (cli, part->why, "  ");
      for (guint j = 0; (explain || task != 0) && j < part->tasks->len; j++)
        {
          const YsSheetTask *one = g_ptr_array_index (part->tasks, j);

          if (task == 0 || one->standard->number == task)
            print_task (cli, sheet, unit, one);
        }
    }
}

static void
print_negative (YsCli *cli, const YsSheetUnit *unit)
{
  for (guint i = 0; i < unit->bonus_details->len; i++)
    print_point (cli, g_ptr_array_index (unit->bonus_details, i), YS_COMPUTED);
  for (guint i = 0; i < unit->occurrences->len; i++)
    {
      const YsSheetOccurrence *one = g_ptr_array_index (unit->occurrences, i);
      g_autofree char *deduction = ys_points_to_display (one->deduction);

      ys_cli_print (cli, "  %s（%s）: −%s", one->occurrence->title, ys_verification_label (one->occurrence->state), deduction);
      print_why (cli, one->why, "    ");
    }
  for (guint i = 0; i < unit->thresholds->len; i++)
    {
      const YsSheetThreshold *one = g_ptr_array_index (unit->thresholds, i);
      g_autofree char *deduction = ys_points_to_display (one->deduction);

      ys_cli_print (cli, "  %s %s: −%s", one->item->id, one->item->name, deduction);
      print_why (cli, one->why, "    ");
    }
}

static void
print_strings (YsCli *cli, const char *heading, const GPtrArray *strings)
{
  if (strings->len > 0)
    ys_cli_print (cli, "%s", heading);
  for (guint i = 0; i < strings->len; i++)
    ys_cli_print (cli, "  %s", (const char *) g_ptr_array_index (strings, i));
}

static char *
rank_text (const YsSheetUnit *unit)
{
  if (unit->has_rank)
    return g_strdup_printf (_ ("rank %u"), unit->rank);
  return g_strdup (unit->no_rank_reason != NULL ? unit->no_rank_reason : _ ("no rank"));
}

static void
print_sample (YsCli *cli, const YsSheet *sheet)
{
  if (sheet->standard->sample)
    ys_cli_print (cli, "%s", _ ("This rests on a sample standard, not on an official one."));
}

void
ys_score_text_unit (YsCli *cli, const YsSheet *sheet, const YsSheetUnit *unit, guint task, gboolean explain)
{
  const YsGrade *grade = g_ptr_array_index (sheet->standard->grades, unit->grade);
  g_autofree char *low = ys_points_to_display (unit->low);
  g_autofree char *high = ys_points_to_display (unit->high);
  g_autofree char *rank = rank_text (unit);

  ys_cli_print (cli, "%s %s（%s）", unit->submission->unit, unit->unit != NULL ? unit->unit->name : "",
                figure_label (unit->figure));
  print_sample (cli, sheet);
  print_points (cli, _ ("Total"), unit->total);
  ys_cli_print_pair (cli, _ ("Grade"), LABEL_WIDTH, grade->name);
  ys_cli_print_pair (cli, _ ("Rank"), LABEL_WIDTH, rank);
  if (unit->open_points > 0)
    ys_cli_print (cli, _ ("Between %s and %s, as %u scoring points are open"), low, high, unit->open_points);
  print_points (cli, _ ("Base"), unit->base);
  print_points (cli, _ ("Bonus"), unit->bonus);
  print_points (cli, _ ("Deduction"), unit->deduction);
  if (explain && task == 0)
    print_why (cli, unit->why, "  ");
  print_parts (cli, sheet, unit, task, explain);
  if (explain && task == 0)
    print_negative (cli, unit);
  print_strings (cli, _ ("Warnings:"), unit->warnings);
  print_strings (cli, _ ("Open:"), unit->open);
  ys_cli_print (cli, "%s", "");
}

void
ys_score_text_ranks (YsCli *cli, const YsSheet *sheet)
{
  print_sample (cli, sheet);
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const YsSheetUnit *unit = g_ptr_array_index (sheet->units, i);
      const YsGrade *grade = g_ptr_array_index (sheet->standard->grades, unit->grade);
      g_autofree char *total = ys_points_to_display (unit->total);
      g_autofree char *rank = rank_text (unit);
      g_autofree char *name = g_strdup_printf ("%s %s", unit->submission->unit, unit->unit != NULL ? unit->unit->name : "");
      g_autofree char *rest = g_strdup_printf ("%s  %s  %s（%s）", total, grade->name, rank, figure_label (unit->figure));

      ys_cli_print_pair (cli, name, LABEL_WIDTH, rest);
    }
}
