/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of it lies in memory: no dossier is loaded for the desk. */
#include "ys-desk-upper.h"

#include <glib/gi18n-lib.h>

#include "ys-examine-words.h"

gboolean
ys_desk_is_upper (YsWorkspace *workspace)
{
  YsOfficeKind office = ys_workspace_get_office (workspace);

  return office == YS_OFFICE_PROVINCE || office == YS_OFFICE_CENTRAL;
}

/* ---- counting ---- */

/* The newest conclusion of this office on @city, NULL: none. Of @conclusions. */
static const YsConclusion *
find_conclusion (YsWorkspace *workspace, const GPtrArray *conclusions)
{
  for (guint i = conclusions->len; i > 0; i--)
    {
      const YsConclusion *one = g_ptr_array_index (conclusions, i - 1);
      if (g_strcmp0 (one->office, ys_workspace_get_unit (workspace)) == 0)
        return one;
    }
  return NULL;
}

void
ys_desk_upper_count (YsSummary *summary, YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) dossiers = ys_workspace_dup_dossiers (workspace);
  YsOpinionCounts counts;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);

      if (info->replaced)
        continue;
      g_autoptr (GPtrArray) conclusions = ys_workspace_dup_conclusions (workspace, info->city);
      summary->dossiers++;
      summary->unconcluded += find_conclusion (workspace, conclusions) == NULL;
    }
  ys_workspace_count_opinions (workspace, NULL, &counts);
  summary->opinions.agree = counts.agree;
  summary->opinions.query = counts.query;
  summary->opinions.disagree = counts.disagree;
  summary->opinions.answered = counts.answered;
  summary->opinions.contradictions = counts.contradictions;
  summary->opinions.unsent = counts.unsent;
}

/* ---- head ---- */

void
ys_desk_upper_head_clear (YsDeskUpperHead *head)
{
  g_free (head->figure);
  g_free (head->unit);
  g_free (head->title);
  g_free (head->detail);
  g_free (head->label);
  g_clear_pointer (&head->to, ys_location_free);
}

void
ys_desk_upper_get_head (const YsSummary *summary, YsDeskUpperHead *head)
{
  guint dossiers = summary != NULL ? summary->dossiers : 0;

  head->figure = g_strdup_printf ("%u", dossiers);
  head->unit = g_strdup (ngettext ("dossier here", "dossiers here", dossiers));
  if (dossiers == 0)
    {
      head->title = g_strdup (_ ("No dossier came in yet"));
      head->detail = g_strdup (_ ("Open the folder that a city handed in; it is looked at before anything is imported."));
      head->label = g_strdup (_ ("Open a Dossier Folder…"));
      return;
    }
  head->title = summary->unconcluded > 0
                  ? g_strdup_printf (ngettext ("%u city waits for a conclusion", "%u cities wait for a conclusion", summary->unconcluded),
                                     summary->unconcluded)
                  : g_strdup (_ ("A conclusion is drawn on every city"));
  head->detail = g_strdup_printf (_ ("opinions: agreed %u, queried %u, disagreed %u"), summary->opinions.agree,
                                  summary->opinions.query, summary->opinions.disagree);
  head->label = g_strdup (C_ ("dossier", "Go On with the Review"));
  head->to = ys_location_new (YS_PLACE_EXAMINE);
}

/* ---- lines ---- */

static void
add (GPtrArray *lines, const char *icon, const char *style, const char *title, const char *detail, guint count,
     YsPlaceId place, const char *key)
{
  YsLocation *to;

  if (count == 0)
    return;
  to = ys_location_new (place);
  to->key = g_strdup (key);
  g_ptr_array_add (lines, ys_desk_line_new (icon, style, g_strdup (title), g_strdup (detail), g_strdup_printf ("%u", count), to));
}

GPtrArray *
ys_desk_upper_to_do (const YsSummary *summary)
{
  GPtrArray *lines = ys_desk_lines_new ();
  guint waiting;

  if (summary == NULL)
    return lines;
  waiting = summary->opinions.query + summary->opinions.disagree;
  add (lines, "ys-review-symbolic", NULL, _ ("Dossiers without a conclusion"), _ ("their counties are looked at one by one"),
       summary->unconcluded, YS_PLACE_EXAMINE, NULL);
  add (lines, "ys-package-in-symbolic", NULL, _ ("Answers that came back"), _ ("read them, and say whether they suffice"),
       summary->opinions.answered, YS_PLACE_OPINIONS, "filter:answered");
  add (lines, "ys-must-symbolic", "error", _ ("Opinions that contradict each other"), _ ("two offices say different things"),
       summary->opinions.contradictions, YS_PLACE_OPINIONS, "filter:contradicted");
  add (lines, "ys-package-out-symbolic", "warning", _ ("Opinions not sent yet"), _ ("they go to the city in one package"),
       summary->opinions.unsent, YS_PLACE_OPINIONS, "filter:unsent");
  add (lines, "ys-open-symbolic", NULL, _ ("Queried or disagreed"), _ ("the city answers to them"), waiting, YS_PLACE_OPINIONS,
       "filter:all");
  return lines;
}

/* "No. 2 · 13 packages · taken in …", with how many older ones of the city and round it took the place of; those stay in
 * the register. Full. */
static char *
describe_dossier (const GPtrArray *dossiers, const YsDossierInfo *info)
{
  g_autofree char *day = ys_examine_dup_day (info->at);
  guint older = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const YsDossierInfo *other = g_ptr_array_index (dossiers, i);
      older += other->replaced && g_strcmp0 (other->city, info->city) == 0 && g_strcmp0 (other->round, info->round) == 0;
    }
  if (older == 0)
    return g_strdup_printf (_ ("No. %u · %u packages · taken in %s"), info->number, info->packages + 1, day);
  return g_strdup_printf (_ ("No. %u, in the place of %u older · %u packages · taken in %s"), info->number, older,
                          info->packages + 1, day);
}

GPtrArray *
ys_desk_upper_dossiers (YsWorkspace *workspace)
{
  GPtrArray *lines = ys_desk_lines_new ();
  g_autoptr (GPtrArray) dossiers = ys_workspace_dup_dossiers (workspace);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      YsLocation *to;

      if (info->replaced)
        continue;
      g_autoptr (GPtrArray) conclusions = ys_workspace_dup_conclusions (workspace, info->city);
      const YsConclusion *conclusion = find_conclusion (workspace, conclusions);
      to = ys_location_new (YS_PLACE_EXAMINE);
      to->item = g_strdup (info->city);
      to->evidence = g_strdup (info->id);
      g_ptr_array_add (lines,
                       ys_desk_line_new ("ys-package-in-symbolic", NULL, g_strdup (info->city_name),
                                         describe_dossier (dossiers, info),
                                         g_strdup (conclusion != NULL ? ys_examine_conclusion_label (conclusion->verdict)
                                                                      : _ ("no conclusion yet")),
                                         to));
    }
  return lines;
}
