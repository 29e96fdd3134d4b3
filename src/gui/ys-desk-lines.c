/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and jumps of the desk's lines. Each figure leads to the list that it counts, filtered alike. */
#include "ys-desk-lines.h"

#include <glib/gi18n-lib.h>

#include "ys-desk-city.h"
#include "ys-desk-upper.h"
#include "ys-negative-view.h"
#include "ys-register-words.h"

#define PACKAGES_SHOWN 4
/* Kinds of faults named in the line of what must be put right. */
#define KINDS_NAMED 4

static YsLocation *
to_filter (YsPlaceId place, const char *filter)
{
  YsLocation *to = ys_location_new (place);

  to->key = g_strdup_printf ("filter:%s", filter);
  return to;
}

static char *
dup_count (guint n)
{
  return g_strdup_printf ("%u", n);
}

/* ---- what is still to be done ---- */

/* What a must lacks, in a word. */
static const char *
name_must (const YsCheck *check)
{
  static const struct { const char *nick, *name; } names[] = {
    { "unreadable", N_("Can't be read") },     { "unreadable-threshold", N_("Can't be read") },
    { "state-without-date", N_("No date") },   { "na-without-reason", N_("No reason") },
    { "missing-file", N_("Missing file") },    { "contradiction", N_("Contradiction") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].nick, check->nick))
      return _ (names[i].name);
  return check->action;
}

/* "缺日期 1 · 缺理由 1": what the musts lack, and how often. Full. */
static char *
dup_musts (const GPtrArray *checks)
{
  GString *text = g_string_new (NULL);
  const char *names[KINDS_NAMED] = { NULL };
  guint counts[KINDS_NAMED] = { 0 };

  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      if (check->level != YS_CHECK_MUST || check->action == NULL)
        continue;
      for (guint kind = 0; kind < KINDS_NAMED; kind++)
        if (names[kind] == NULL || g_str_equal (names[kind], name_must (check)))
          {
            names[kind] = name_must (check);
            counts[kind]++;
            break;
          }
    }
  for (guint kind = 0; kind < KINDS_NAMED && names[kind] != NULL; kind++)
    g_string_append_printf (text, "%s%s %u", kind > 0 ? " · " : "", names[kind], counts[kind]);
  return g_string_free (text, FALSE);
}

static char *
dup_states (const YsSummary *summary)
{
  static const YsItemState states[] = { YS_STATE_PARTLY, YS_STATE_MOSTLY, YS_STATE_NOT };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (summary->by_state[states[i]] > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "", ys_item_state_label (states[i]),
                              summary->by_state[states[i]]);
  return g_string_free (text, FALSE);
}

static void
add_county_lines (GPtrArray *lines, YsWorkspace *workspace, const YsSummary *summary)
{
  const YsStandard *standard = ys_workspace_get_standard (workspace);

  if (summary->musts > 0)
    g_ptr_array_add (lines, ys_desk_line_new ("ys-must-symbolic", "error", g_strdup (_("Must be put right")),
                                              dup_musts (summary->checks), dup_count (summary->musts),
                                              to_filter (YS_PLACE_CHECK, "must")));
  if (summary->late > 0)
    g_ptr_array_add (lines, ys_desk_line_new (
                              "ys-late-symbolic", "error", g_strdup (_("Overdue tasks")),
                              g_strdup_printf (ngettext ("task %u is overdue longest, by %u day",
                                                         "task %u is overdue longest, by %u days",
                                                         summary->latest_days),
                                               summary->latest_task, summary->latest_days),
                              dup_count (summary->late), to_filter (YS_PLACE_FILL, "late")));
  if (summary->without_evidence > 0)
    g_ptr_array_add (lines,
                     ys_desk_line_new ("ys-evidence-symbolic", "warning", g_strdup (_("Tasks without evidence")),
                                       standard->evidence_without == 0
                                         ? g_strdup (_("nothing cited: no points"))
                                         : g_strdup_printf (_("nothing cited: at most %u%% of the task's points"),
                                                            standard->evidence_without / 10),
                                       dup_count (summary->without_evidence),
                                       to_filter (YS_PLACE_FILL, "evidence")));
  if (summary->unfinished > 0)
    g_ptr_array_add (lines, ys_desk_line_new ("ys-state-partly-symbolic", NULL, g_strdup (_("Unfinished tasks")),
                                              dup_states (summary), dup_count (summary->unfinished),
                                              to_filter (YS_PLACE_FILL, "unfinished")));
}

/* What came down to be answered, what was answered and is to be verified. */
static void
add_said_lines (GPtrArray *lines, const YsSummary *summary)
{
  if (summary->said[YS_SAID_TO_ANSWER] > 0)
    g_ptr_array_add (lines, ys_desk_line_new ("ys-rectify-symbolic", "warning", g_strdup (_("Opinions and findings to answer")),
                                              summary->said[YS_SAID_OVERDUE] > 0
                                                ? g_strdup_printf (_("findings overdue: %u"), summary->said[YS_SAID_OVERDUE])
                                                : g_strdup (_("the office that asked waits for an answer")),
                                              dup_count (summary->said[YS_SAID_TO_ANSWER]),
                                              to_filter (YS_PLACE_RECTIFY, "answer")));
  if (summary->said[YS_SAID_TO_VERIFY] > 0)
    g_ptr_array_add (lines, ys_desk_line_new ("ys-rectify-symbolic", NULL, g_strdup (_("Findings to verify")),
                                              g_strdup (_("counties say that they are put right")),
                                              dup_count (summary->said[YS_SAID_TO_VERIFY]),
                                              to_filter (YS_PLACE_RECTIFY, "verify")));
  if (summary->said[YS_SAID_UNSENT] > 0)
    g_ptr_array_add (lines, ys_desk_line_new ("ys-package-out-symbolic", NULL, g_strdup (_("Answers and findings not sent")),
                                              g_strdup (_("make the packages and pass them on")),
                                              dup_count (summary->said[YS_SAID_UNSENT]),
                                              to_filter (YS_PLACE_RECTIFY, "unsent")));
}

GPtrArray *
ys_desk_lines_to_do (YsWorkspace *workspace, const YsSummary *summary, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();

  if (summary == NULL)
    return lines;
  if (ys_workspace_get_office (workspace) == YS_OFFICE_COUNTY)
    add_county_lines (lines, workspace, summary);
  else if (ys_workspace_get_office (workspace) == YS_OFFICE_CITY)
    {
      g_autoptr (GPtrArray) of_city = ys_desk_city_to_do (summary, data);
      g_ptr_array_extend_and_steal (lines, g_steal_pointer (&of_city));
    }
  else
    {
      g_autoptr (GPtrArray) of_upper = ys_desk_upper_to_do (summary);
      g_ptr_array_extend_and_steal (lines, g_steal_pointer (&of_upper));
    }
  add_said_lines (lines, summary);
  if (summary->unsettled > 0)
    g_ptr_array_add (lines, ys_desk_line_new ("ys-negative-symbolic", "warning",
                                              g_strdup (_("Occurrences to be verified")),
                                              g_strdup (_("suspected ones deduct nothing yet")),
                                              dup_count (summary->unsettled),
                                              to_filter (YS_PLACE_NEGATIVE, "suspected")));
  if (summary->open_thresholds > 0)
    g_ptr_array_add (lines,
                     ys_desk_line_new ("ys-open-symbolic", "warning", g_strdup (_("Threshold figures missing")),
                                       g_strdup (summary->open_threshold != NULL ? summary->open_threshold : ""),
                                       dup_count (summary->open_thresholds), to_filter (YS_PLACE_NEGATIVE, "open")));
  return lines;
}

/* ---- returned, changed ---- */

/* "第20项 镇街与村社协商", in the reader's language. Full. */
static char *
dup_task_title (YsWorkspace *workspace, guint number)
{
  const YsTask *task = ys_catalogue_get_task (ys_workspace_get_standard (workspace)->catalogue, number);

  return g_strdup_printf (_("Task %u %s"), number, task != NULL ? task->title : "");
}

GPtrArray *
ys_desk_lines_returned (YsWorkspace *workspace, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();

  for (guint i = 0; data != NULL && data->returns != NULL && i < data->returns->len; i++)
    {
      const YsReturnReason *reason = g_ptr_array_index (data->returns, i);
      char *title = reason->task != 0 ? dup_task_title (workspace, reason->task)
                                      : g_strdup (_("The submission as a whole"));
      g_autofree char *when = ys_desk_dup_when (data->returned_at);
      YsLocation *to = reason->task != 0 ? ys_location_new_task (reason->task, NULL) : ys_location_new (YS_PLACE_CHECK);
      g_ptr_array_add (lines, ys_desk_line_new ("ys-returned-symbolic", NULL, title,
                                                g_strdup_printf ("%s · %s", reason->reason, when), NULL, to));
    }
  return lines;
}

char *
ys_desk_dup_when (gint64 microseconds)
{
  g_autofree char *time = ys_time_to_display (microseconds);
  g_autofree char *today = ys_date_to_text (ys_clock_today ());
  g_autofree char *yesterday = ys_date_to_text (ys_clock_today () - 1);

  if (g_str_has_prefix (time, today))
    return g_strdup (time + strlen (today) + 1);
  if (g_str_has_prefix (time, yesterday))
    return g_strdup_printf (_("yesterday %s"), time + strlen (yesterday) + 1);
  return g_strndup (time, strlen (today));
}

static const char *
state_icon (const YsDeskData *data, guint task)
{
  static const char *const icons[] = {
    [YS_STATE_DONE] = "ys-state-done-symbolic", [YS_STATE_MOSTLY] = "ys-state-mostly-symbolic",
    [YS_STATE_PARTLY] = "ys-state-partly-symbolic", [YS_STATE_NOT] = "ys-state-not-symbolic",
    [YS_STATE_NA] = "ys-state-na-symbolic",
  };
  const YsItem *item = data->own != NULL && data->own->submission != NULL
                         ? ys_submission_get_item (data->own->submission, task) : NULL;

  return icons[item != NULL ? item->state : YS_STATE_NOT];
}

GPtrArray *
ys_desk_lines_changed (YsWorkspace *workspace, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();

  if (ys_desk_is_upper (workspace)) /* a change there is about one of many counties, which its task does not tell */
    return lines;
  for (guint i = 0; data != NULL && i < data->changes->len; i++)
    {
      const YsDeskChange *change = &g_array_index (data->changes, YsDeskChange, i);
      g_ptr_array_add (lines, ys_desk_line_new (state_icon (data, change->task), NULL,
                                                dup_task_title (workspace, change->task), NULL,
                                                ys_desk_dup_when (change->at),
                                                ys_location_new_task (change->task, NULL)));
    }
  return lines;
}

/* ---- parts and points ---- */

/* The task that the part's line leads to: the first unfinished, else its first. */
static guint
find_task (const YsSheetUnit *own, const YsSheetPart *part)
{
  for (guint i = 0; i < part->tasks->len; i++)
    {
      const YsSheetTask *task = g_ptr_array_index (part->tasks, i);
      if (task->applicable && ys_task_is_unfinished (ys_submission_get_item (own->submission, task->standard->number)))
        return task->standard->number;
    }
  return part->tasks->len > 0 ? ((const YsSheetTask *) g_ptr_array_index (part->tasks, 0))->standard->number : 0;
}

static YsDeskLine *
part_line (const YsSheetUnit *own, const YsSheetPart *part, const YsChartPart *shown)
{
  g_autofree char *possible = ys_points_to_short (shown->points);
  YsDeskLine *line = ys_desk_line_new (NULL, NULL, g_strdup (shown->name), NULL, ys_points_to_display (shown->score),
                                       ys_location_new_task (find_task (own, part), NULL));

  line->count = g_strdup_printf (_("%u/%u tasks"), shown->done, shown->all);
  line->possible = g_strdup_printf ("/%s", possible);
  ys_desk_line_take_chart (line, ys_chart_view_new_part (shown));
  return line;
}

/* The parts as the report shows them. */
static void
add_parts (GPtrArray *lines, const YsSheetUnit *own)
{
  g_autoptr (GArray) shown = ys_chart_parts_from_sheet (own);
  guint next = 0;

  for (guint i = 0; i < own->parts->len && next < shown->len; i++)
    {
      const YsSheetPart *part = g_ptr_array_index (own->parts, i);
      if (part->has_content)
        g_ptr_array_add (lines, part_line (own, part, &g_array_index (shown, YsChartPart, next++)));
    }
}

GPtrArray *
ys_desk_lines_parts (YsWorkspace *workspace, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();
  const YsSheetUnit *own = data != NULL ? data->own : NULL;
  const YsStandard *standard = ys_workspace_get_standard (workspace);
  guint open = 0, with_bonus = 0;

  if (own == NULL)
    return lines;
  for (guint i = 0; i < own->bonus_details->len; i++)
    with_bonus += ((const YsSheetPoint *) g_ptr_array_index (own->bonus_details, i))->score[own->figure] > 0;
  add_parts (lines, own);
  if (standard->has_bonus)
    {
      g_autofree char *cap = ys_points_to_short (standard->bonus_cap);
      YsDeskLine *line = ys_desk_line_new (NULL, NULL, g_strdup (_("Bonus")), NULL,
                                           ys_points_to_display (own->bonus), ys_location_new (YS_PLACE_CHECK));
      line->count = g_strdup_printf (ngettext ("%u point with bonus", "%u points with bonus", with_bonus), with_bonus);
      line->possible = g_strdup_printf ("/%s", cap);
      g_ptr_array_add (lines, line);
    }
  for (guint i = 0; i < own->thresholds->len; i++)
    open += ((const YsSheetThreshold *) g_ptr_array_index (own->thresholds, i))->open;
  YsDeskLine *line = ys_desk_line_new (NULL, NULL, g_strdup (_("Deduction")), NULL,
                                       ys_deduction_dup_text (own->deduction), ys_location_new (YS_PLACE_NEGATIVE));
  line->count = g_strdup_printf (_("%u thresholds open · %u occurrences"), open, own->occurrences->len);
  g_ptr_array_add (lines, line);
  return lines;
}

/* ---- packages ---- */

GPtrArray *
ys_desk_lines_packages (YsWorkspace *workspace, const YsDeskData *data)
{
  GPtrArray *lines = ys_desk_lines_new ();
  const YsAssessment *assessment = ys_workspace_get_assessment (workspace);

  for (guint i = 0; data != NULL && data->packages != NULL && i < data->packages->len && i < PACKAGES_SHOWN; i++)
    {
      const YsPackageInfo *package = g_ptr_array_index (data->packages, i);
      const char *other = package->incoming ? package->from : package->to;
      const YsUnitInfo *unit = other != NULL ? ys_assessment_get_unit (assessment, other) : NULL;
      g_autofree char *time = ys_time_to_display (package->at);
      YsLocation *to = ys_location_new (YS_PLACE_REGISTER);
      to->item = g_strdup (package->id);
      g_ptr_array_add (lines, ys_desk_line_new (
                                package->incoming ? "ys-package-in-symbolic" : "ys-package-out-symbolic", NULL,
                                g_strdup_printf (package->incoming ? _("Received: %s") : _("Sent: %s"),
                                                 ys_register_kind_label (package->kind)),
                                g_strdup_printf ("%s · %s%s%s", time, unit != NULL ? unit->name : "",
                                                 unit != NULL ? " · " : "", package->state),
                                NULL, to));
    }
  return lines;
}
