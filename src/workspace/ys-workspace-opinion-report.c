/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the opinion sheet says: each matter's newest opinion of one office, the answers to it, the conclusion. */
#include "ys-workspace-opinion-report.h"

#include "ys-workspace-opinion-private.h"

#include <string.h>

/* Texts made for the report, which only borrows them. */
typedef struct {
  GArray *opinions; /* YsReportOpinion */
  GPtrArray *texts;
} Gathering;

static const char *
keep (Gathering *gathering, char *text)
{
  g_ptr_array_add (gathering->texts, text);
  return text;
}

static const char *
keep_day (Gathering *gathering, gint64 at)
{
  g_autofree char *time = ys_time_to_display (at);

  return keep (gathering, g_strndup (time, strlen ("2022-01-12")));
}

/* "金台区：已补齐\n宝鸡市：已核减（P7.1）"; NULL: nobody answered. */
static const char *
keep_answers (Gathering *gathering, const YsOpinionThread *thread, const YsStatement *opinion)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < thread->statements->len; i++)
    {
      const YsStatement *answer = g_ptr_array_index (thread->statements, i);

      if (g_strcmp0 (answer->to, opinion->id) != 0)
        continue;
      g_string_append_printf (text, "%s%s：%s", text->len > 0 ? "\n" : "", answer->office_name, answer->text);
      if (answer->changed != NULL)
        g_string_append_printf (text, "（已改动 %s）", answer->changed);
    }
  return text->len > 0 ? keep (gathering, g_strdup (text->str)) : NULL;
}

static void
add_opinion (Gathering *gathering, const YsOpinionThread *thread, const char *office)
{
  const YsStatement *opinion = NULL;

  for (guint i = 0; i < thread->statements->len; i++)
    {
      const YsStatement *statement = g_ptr_array_index (thread->statements, i);
      if (statement->is_opinion && g_str_equal (statement->office, office))
        opinion = statement;
    }
  if (opinion == NULL)
    return;
  YsReportOpinion row = { .subject = keep (gathering, g_strdup (thread->title)),
                          .verdict = ys_opinion_verdict_label (opinion->verdict),
                          .has_points = opinion->has_points, .points = opinion->points,
                          .reason = keep (gathering, g_strdup (opinion->text)),
                          .answer = keep_answers (gathering, thread, opinion),
                          .by = keep (gathering, g_strdup (opinion->person)),
                          .at = keep_day (gathering, opinion->at) };
  g_array_append_val (gathering->opinions, row);
}

/* This office where it reviews; else the highest that said anything. Full; NULL: nobody. */
static char *
dup_office (YsWorkspace *self, const GPtrArray *threads)
{
  const char *highest = NULL;

  if (ys_workspace_is_upper (self))
    return g_strdup (self->unit);
  for (guint i = 0; i < threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (threads, i);
      if (ys_workspace_get_kind_of (self, thread->standing->office) > YS_OFFICE_PROVINCE)
        continue; /* a county's appeal */
      if (highest == NULL || ys_workspace_is_above (self, thread->standing->office, highest))
        highest = thread->standing->office;
    }
  return g_strdup (highest);
}

static void
add_conclusion (YsWorkspace *self, Gathering *gathering, const YsAssessment *round, const char *office,
                YsReportOpinions *report)
{
  g_autoptr (GPtrArray) conclusions = ys_workspace_dup_conclusions (self, NULL);

  for (guint i = 0; i < conclusions->len; i++) /* the newest holds */
    {
      const YsConclusion *conclusion = g_ptr_array_index (conclusions, i);

      if (!g_str_equal (conclusion->office, office) || ys_assessment_get_unit (round, conclusion->unit) == NULL)
        continue;
      report->conclusion = ys_conclusion_verdict_label (conclusion->verdict);
      report->conclusion_reason = keep (gathering, g_strdup (conclusion->reason));
      report->conclusion_by = keep (gathering, g_strdup (conclusion->person));
      report->conclusion_at = keep_day (gathering, conclusion->at);
    }
}

YsReport *
ys_workspace_new_report (YsWorkspace *self, YsReportKind kind, YsSheet *sheet, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (GArray) opinions = g_array_new (FALSE, TRUE, sizeof (YsReportOpinion));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Gathering gathering = { opinions, texts };
  YsReportOpinions report = { 0 };

  if (kind != YS_REPORT_OPINION)
    return ys_report_new (kind, sheet, unit, NULL, error);
  if (unit != NULL && ys_workspace_get_kind_of (self, unit) == YS_OFFICE_CITY)
    unit = NULL; /* the whole */
  threads = ys_workspace_dup_opinion_threads (self, unit);
  g_autofree char *office = dup_office (self, threads);
  if (office == NULL)
    return ys_report_new (kind, sheet, unit, NULL, error);
  g_mutex_lock (&self->lock);
  g_autofree char *name = ys_workspace_dup_office_name (self, office);
  g_mutex_unlock (&self->lock);
  report.office = name;
  report.stage = ys_workspace_get_kind_of (self, office) == YS_OFFICE_CENTRAL ? "复审验收" : "初审";
  for (guint i = 0; i < threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (threads, i);
      if (ys_assessment_get_unit (sheet->facts->assessment, thread->unit) != NULL)
        add_opinion (&gathering, thread, office);
    }
  if (unit == NULL)
    add_conclusion (self, &gathering, sheet->facts->assessment, office, &report);
  report.opinions = (const YsReportOpinion *) opinions->data;
  report.n_opinions = opinions->len;
  return ys_report_new (kind, sheet, unit, &report, error);
}
