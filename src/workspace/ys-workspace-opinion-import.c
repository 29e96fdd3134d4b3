/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking in what other offices said. Nobody speaks for another office, nothing is said of what is not here, and what was
 * once said stays as it was: all faults are found before anything changes. */
#include "ys-workspace-opinion-import.h"

#include "ys-opinion-xml.h"

#include <glib/gi18n-lib.h>

#define OPINION_FILE "opinion.xml"
#define FINDING_FILE "finding.xml"

void
ys_opinion_content_clear (YsOpinionContent *self)
{
  g_clear_pointer (&self->opinions, ys_opinions_free);
  g_clear_pointer (&self->findings, ys_findings_free);
}

gboolean
ys_opinion_is_kind (YsPackageKind kind)
{
  return kind == YS_PACKAGE_OPINION || kind == YS_PACKAGE_ANSWER || kind == YS_PACKAGE_FINDING
         || kind == YS_PACKAGE_APPEAL;
}

const char *
ys_opinion_kind_refusal (YsWorkspace *self, const YsPackageFacts *facts)
{
  if (facts->kind == YS_PACKAGE_APPEAL)
    return self->office == YS_OFFICE_CITY && ys_workspace_is_parent (self, self->unit, facts->from)
             ? NULL : "申诉包由市里接收，只能由本市县区报来";
  if (facts->kind == YS_PACKAGE_ANSWER)
    return self->office == YS_OFFICE_COUNTY                      ? "答复包由上级接收，本工作区是县区工作区"
           : ys_workspace_is_above (self, self->unit, facts->from) ? NULL
                                                                   : "答复只能由下级单位报来";
  if (ys_workspace_is_upper (self))
    return facts->kind == YS_PACKAGE_OPINION ? "审核意见包由市、县区接收" : "问题包由市、县区接收";
  return ys_workspace_is_above (self, facts->from, self->unit) ? NULL : "只能由上级单位发来";
}

/* ---- checks ---- */

typedef struct {
  YsWorkspace *self;
  const YsPackageFacts *facts;
  const YsOpinionContent *content;
  YsFaults *faults;
} Check;

static gboolean
is_ours (YsWorkspace *self, const char *unit)
{
  return g_str_equal (unit, self->unit) || ys_workspace_is_above (self, self->unit, unit);
}

static const YsAnswer *
find_answer (const YsOpinionDesk *desk, const char *id)
{
  for (guint i = 0; i < desk->said->answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (desk->said->answers, i);
      if (g_str_equal (answer->id, id))
        return answer;
    }
  return NULL;
}

static const YsConclusion *
find_conclusion (const YsOpinionDesk *desk, const char *id)
{
  for (guint i = 0; i < desk->said->conclusions->len; i++)
    {
      const YsConclusion *conclusion = g_ptr_array_index (desk->said->conclusions, i);
      if (g_str_equal (conclusion->id, id))
        return conclusion;
    }
  return NULL;
}

/* An id stands for one thing: @held is what of its own kind is here under it, NULL if nothing is. */
static void
check_kind (const Check *check, const char *file, guint line, const char *id, gconstpointer held)
{
  const YsOpinionDesk *desk = check->self->opinions;
  const gconstpointer all[] = { ys_opinion_desk_get_opinion (desk, id), find_answer (desk, id),
                                find_conclusion (desk, id), ys_opinion_desk_get_finding (desk, id) };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL && all[i] != held)
      ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, file, line, id,
                     _ ("Something else is here under the id %s already."), id);
}

/* What was once said stays as it was. */
static void
check_held_opinion (const Check *check, const YsOpinion *opinion)
{
  const YsOpinion *held = ys_opinion_desk_get_opinion (check->self->opinions, opinion->id);

  if (held != NULL && !ys_opinion_equal (held, opinion))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, opinion->line, opinion->id,
                   _ ("This opinion is here already and says something else."));
  check_kind (check, OPINION_FILE, opinion->line, opinion->id, held);
}

static void
check_held_conclusion (const Check *check, const YsConclusion *conclusion)
{
  const YsConclusion *held = find_conclusion (check->self->opinions, conclusion->id);

  if (held != NULL && !ys_conclusion_equal (held, conclusion))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, conclusion->line, conclusion->id,
                   _ ("This conclusion is here already and says something else."));
  check_kind (check, OPINION_FILE, conclusion->line, conclusion->id, held);
}

static void
check_opinion (const Check *check, const YsOpinion *opinion)
{
  YsWorkspace *self = check->self;

  /* from above the office itself; passed on by the city: whoever is above it */
  if (!g_str_equal (opinion->office, check->facts->from)
      && (self->office != YS_OFFICE_COUNTY || !ys_workspace_is_above (self, opinion->office, check->facts->from)))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, opinion->line, opinion->id,
                   _ ("The sender passes on an opinion of %s, which it can't speak for."), opinion->office);
  if (check->facts->kind == YS_PACKAGE_APPEAL && !g_str_equal (opinion->unit, check->facts->from))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, opinion->line, opinion->id,
                   _ ("An appeal is about the results of who makes it."));
  if (!is_ours (self, opinion->unit))
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, OPINION_FILE, opinion->line, opinion->unit,
                   _ ("An opinion here is about %s, which does not belong to %s."), opinion->unit, self->unit_name);
  check_held_opinion (check, opinion);
}

/* What is answered must be here, or come with it. */
static void
check_answer (const Check *check, const YsAnswer *answer)
{
  YsWorkspace *self = check->self;
  const char *author = ys_opinion_desk_get_author (self->opinions, answer->to);
  const char *unit = ys_opinion_desk_get_subject_unit (self->opinions, answer->to);
  const GPtrArray *with_it = check->content->opinions->opinions;

  for (guint i = 0; author == NULL && i < with_it->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (with_it, i);
      if (g_str_equal (opinion->id, answer->to))
        {
          author = opinion->office;
          unit = opinion->unit;
        }
    }
  if (author == NULL)
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, OPINION_FILE, answer->line, answer->to,
                   _ ("What is answered here is not in this workspace; nothing was taken in."));
  else if (check->facts->kind == YS_PACKAGE_OPINION && !g_str_equal (answer->office, check->facts->from))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, answer->line, answer->id,
                   _ ("The sender passes on an answer of %s, which it can't speak for."), answer->office);
  else if (check->facts->kind == YS_PACKAGE_ANSWER
           && ((ys_workspace_is_upper (self) && !g_str_equal (author, self->unit))
               || (!g_str_equal (answer->office, check->facts->from)
                   && !ys_workspace_is_above (self, check->facts->from, answer->office))
               || (!g_str_equal (unit, answer->office) && !ys_workspace_is_above (self, answer->office, unit))))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, answer->line, answer->id,
                   _ ("%s answers what was not put to it."), answer->office);
}

/* What is cited came along, or is here. */
static void
check_evidence (const Check *check, const char *file, const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidence *one = g_ptr_array_index (evidence, i);
      gboolean found = !one->present || ys_vault_has (check->self->vault, one->digest);

      for (guint k = 0; !found && k < check->facts->evidence->len; k++)
        found = g_str_equal (((YsPackageEvidence *) g_ptr_array_index (check->facts->evidence, k))->id, one->digest);
      if (!found)
        ys_faults_add (check->faults, YS_ERROR_PACKAGE_CONTENT, file, one->line, one->digest,
                       _ ("The evidence \"%s\" is cited as present and did not come along."), one->title);
    }
}

static void
check_conclusion (const Check *check, const YsConclusion *conclusion)
{
  if (!g_str_equal (conclusion->office, check->facts->from) || !is_ours (check->self, conclusion->unit))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, conclusion->line, conclusion->id,
                   _ ("This conclusion is not the sender's on this office."));
  check_held_conclusion (check, conclusion);
}

static void
check_opinions (const Check *check)
{
  const YsOpinions *opinions = check->content->opinions;

  for (guint i = 0; i < opinions->opinions->len; i++)
    check_opinion (check, g_ptr_array_index (opinions->opinions, i));
  for (guint i = 0; i < opinions->answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (opinions->answers, i);
      const YsAnswer *held = find_answer (check->self->opinions, answer->id);

      check_answer (check, answer);
      check_kind (check, OPINION_FILE, answer->line, answer->id, held);
      if (held != NULL && !ys_answer_equal (held, answer))
        ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, answer->line, answer->id,
                       _ ("This answer is here already and says something else."));
    }
  for (guint i = 0; i < opinions->conclusions->len; i++)
    check_conclusion (check, g_ptr_array_index (opinions->conclusions, i));
  check_evidence (check, OPINION_FILE, opinions->evidence);
  if (check->facts->kind == YS_PACKAGE_APPEAL && opinions->answers->len + opinions->conclusions->len > 0)
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, 0, NULL,
                   _ ("A package of appeals holds something else."));
  if (check->facts->kind == YS_PACKAGE_ANSWER && opinions->opinions->len + opinions->conclusions->len > 0)
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, 0, NULL,
                   _ ("A package of answers holds opinions."));
}

static void
check_findings (const Check *check)
{
  const GPtrArray *findings = check->content->findings->findings;

  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (findings, i);
      const YsFinding *held = ys_opinion_desk_get_finding (check->self->opinions, finding->id);

      if (!is_ours (check->self, finding->unit))
        ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, FINDING_FILE, finding->line, finding->unit,
                       _ ("A finding here is about %s, which does not belong to %s."), finding->unit,
                       check->self->unit_name);
      if (!g_str_equal (finding->office, check->facts->from)
          && !ys_workspace_is_above (check->self, finding->office, check->facts->from))
        ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, FINDING_FILE, finding->line, finding->id,
                       _ ("The sender passes on a finding of %s, which it can't speak for."), finding->office);
      if (held != NULL && (held->version > finding->version || g_strcmp0 (held->office, finding->office) != 0))
        ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, FINDING_FILE, finding->line, finding->id,
                       _ ("A newer version of this finding is here already."));
      else if (held != NULL && held->version == finding->version && !ys_finding_equal (held, finding))
        ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, FINDING_FILE, finding->line, finding->id,
                       _ ("This version of the finding is here already and says something else."));
      check_kind (check, FINDING_FILE, finding->line, finding->id, held);
    }
  check_evidence (check, FINDING_FILE, check->content->findings->evidence);
}

gboolean
ys_opinion_content_read (YsOpinionContent *self, YsWorkspace *workspace, const YsPackageReading *reading, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  GBytes *opinion = ys_package_reading_get_document (reading, "opinion");
  GBytes *finding = ys_package_reading_get_document (reading, "finding");
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsAssessment) assessment = NULL;
  Check check = { workspace, ys_package_reading_get_facts (reading), self, faults };

  self->opinions = opinion != NULL ? ys_opinions_read_xml (opinion, OPINION_FILE, faults) : ys_opinions_new ();
  self->findings = finding != NULL ? ys_findings_read_xml (finding, FINDING_FILE, faults) : ys_findings_new ();
  if (ys_faults_get_n (faults) == 0)
    {
      ys_workspace_dup_round_of (workspace, check.facts->from, &standard, &assessment);
      ys_opinions_check (self->opinions, standard, assessment, OPINION_FILE, faults);
      ys_findings_check (self->findings, standard, assessment, FINDING_FILE, faults);
      g_mutex_lock (&workspace->lock);
      check_opinions (&check);
      check_findings (&check);
      g_mutex_unlock (&workspace->lock);
    }
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

/* ---- beside a dossier ---- */

/* @what of @office about @unit: the sender's own, and about @city or what belongs to it. */
static void
check_bag_line (const Check *check, const YsAssessment *round, const char *city, const char *office, const char *unit,
                const char *id, guint line)
{
  const YsUnitInfo *subject = ys_assessment_get_unit (round, unit);

  if (!g_str_equal (office, check->facts->from))
    ys_faults_add (check->faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, line, id,
                   _ ("The sender passes on an opinion of %s, which it can't speak for."), office);
  if (subject != NULL && !g_str_equal (unit, city) && g_strcmp0 (subject->parent, city) != 0)
    ys_faults_add (check->faults, YS_ERROR_OPINION_GONE, OPINION_FILE, line, id,
                   _ ("An opinion here is about %s, which does not belong to %s."), unit, city);
}

void
ys_opinion_check_bag (YsWorkspace *workspace, const YsPackageReading *reading, const char *city,
                      const YsStandard *standard, const YsAssessment *round, YsFaults *faults)
{
  const YsUnitInfo *own = ys_assessment_get_unit (round, city);
  Check check = { workspace, ys_package_reading_get_facts (reading), NULL, faults };
  GBytes *document = ys_package_reading_get_document (reading, "opinion");
  g_autoptr (YsOpinions) said = NULL;

  if (check.facts->kind != YS_PACKAGE_OPINION || document == NULL)
    return;
  said = ys_opinions_read_xml (document, OPINION_FILE, faults);
  if (said == NULL)
    return;
  if (own == NULL || g_strcmp0 (own->parent, check.facts->from) != 0 || said->answers->len > 0)
    ys_faults_add (faults, YS_ERROR_OPINION_CONFLICT, OPINION_FILE, 0, check.facts->from,
                   _ ("Beside a dossier lie only the opinions of the city's province; \"%s\" is something else."),
                   ys_package_reading_get_name (reading));
  ys_opinions_check (said, standard, round, OPINION_FILE, faults);
  if (workspace != NULL)
    g_mutex_lock (&workspace->lock);
  for (guint i = 0; i < said->opinions->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (said->opinions, i);
      check_bag_line (&check, round, city, opinion->office, opinion->unit, opinion->id, opinion->line);
      if (workspace != NULL)
        check_held_opinion (&check, opinion);
    }
  for (guint i = 0; i < said->conclusions->len; i++)
    {
      const YsConclusion *conclusion = g_ptr_array_index (said->conclusions, i);
      check_bag_line (&check, round, city, conclusion->office, conclusion->unit, conclusion->id, conclusion->line);
      if (workspace != NULL)
        check_held_conclusion (&check, conclusion);
    }
  if (workspace != NULL)
    g_mutex_unlock (&workspace->lock);
}

/* ---- taking in ---- */

/* The finding that @answer puts into another state; NULL: an opinion is answered, or nothing changes. Full. */
static YsFinding *
dup_answered_finding (YsWorkspace *self, const YsAnswer *answer)
{
  YsFinding *finding = NULL;

  if (self == NULL)
    return NULL;
  g_mutex_lock (&self->lock);
  const YsFinding *held = ys_opinion_desk_get_finding (self->opinions, answer->to);
  if (held != NULL && held->state == YS_FINDING_OPEN)
    {
      finding = ys_finding_copy (held);
      finding->state = YS_FINDING_ANSWERED;
    }
  g_mutex_unlock (&self->lock);
  return finding;
}

/* @workspace NULL: opinions of a dossier, with which no answers come. */
static gboolean
store_opinions (const YsOpinions *opinions, YsWorkspace *workspace, YsConnection *connection, const char *package,
                GError **error)
{
  for (guint i = 0; i < opinions->opinions->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (opinions->opinions, i);
      if (!ys_opinion_set (connection, opinion, error) || !ys_delivery_add (connection, opinion->id, 0, package, error))
        return FALSE;
    }
  for (guint i = 0; i < opinions->answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (opinions->answers, i);
      g_autoptr (YsFinding) finding = dup_answered_finding (workspace, answer);
      if (!ys_answer_set (connection, answer, error) || !ys_delivery_add (connection, answer->id, 0, package, error)
          || (finding != NULL && !ys_finding_set (connection, finding, error)))
        return FALSE;
    }
  for (guint i = 0; i < opinions->conclusions->len; i++)
    {
      const YsConclusion *conclusion = g_ptr_array_index (opinions->conclusions, i);
      if (!ys_conclusion_set (connection, conclusion, error)
          || !ys_delivery_add (connection, conclusion->id, 0, package, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_opinion_content_store (const YsOpinionContent *self, YsWorkspace *workspace, YsConnection *connection,
                          const YsPackageFacts *facts, GError **error)
{
  const char *package = facts->id;

  if (!store_opinions (self->opinions, workspace, connection, package, error))
    return FALSE;
  for (guint i = 0; i < self->opinions->answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (self->opinions->answers, i);
      if (!ys_workspace_mark_answered (workspace, connection, answer->to, facts->from, package, error))
        return FALSE;
    }
  for (guint i = 0; i < self->findings->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (self->findings->findings, i);
      if (!ys_finding_set (connection, finding, error)
          || !ys_delivery_add (connection, finding->id, finding->version, package, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_opinion_store_bag (const YsPackageReading *reading, YsConnection *connection, GError **error)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsOpinions) opinions = NULL;

  if (facts->kind != YS_PACKAGE_OPINION)
    return TRUE;
  opinions = ys_opinions_read_xml (ys_package_reading_get_document (reading, "opinion"), OPINION_FILE, faults);
  if (opinions != NULL)
    return store_opinions (opinions, NULL, connection, facts->id, error);
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

/* ---- in words ---- */

/* What is taken in all the same, and told: it harms nothing, and only people can say what is right. */
static void
list_doubts (const YsOpinionContent *self, YsWorkspace *workspace, GPtrArray *changes)
{
  guint future = 0, unknown = 0;

  for (guint i = 0; i < self->opinions->opinions->len; i++)
    future += ys_clock_is_future (((YsOpinion *) g_ptr_array_index (self->opinions->opinions, i))->at);
  for (guint i = 0; i < self->opinions->answers->len; i++)
    future += ys_clock_is_future (((YsAnswer *) g_ptr_array_index (self->opinions->answers, i))->at);
  for (guint i = 0; i < self->opinions->conclusions->len; i++)
    future += ys_clock_is_future (((YsConclusion *) g_ptr_array_index (self->opinions->conclusions, i))->at);
  g_mutex_lock (&workspace->lock);
  for (guint i = 0; i < self->findings->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (self->findings->findings, i);
      future += ys_clock_is_future (finding->at);
      unknown += finding->opinion != NULL && ys_opinion_desk_get_opinion (workspace->opinions, finding->opinion) == NULL;
    }
  g_mutex_unlock (&workspace->lock);
  if (future > 0)
    g_ptr_array_add (changes, g_strdup_printf ("注意：其中 %u 条的日期晚于本机今天的日期，请核对双方电脑的日期", future));
  if (unknown > 0)
    g_ptr_array_add (changes, g_strdup_printf ("注意：其中 %u 个问题所依据的审核意见还没有收到，请向发件单位索取", unknown));
}

void
ys_opinion_content_list_changes (const YsOpinionContent *self, YsWorkspace *workspace, gboolean is_appeal, GPtrArray *changes)
{
  guint verdicts[3] = { 0, 0, 0 };

  for (guint i = 0; i < self->opinions->opinions->len; i++)
    verdicts[((YsOpinion *) g_ptr_array_index (self->opinions->opinions, i))->verdict]++;
  if (self->opinions->opinions->len > 0 && is_appeal)
    g_ptr_array_add (changes, g_strdup_printf ("收下申诉 %u 条", self->opinions->opinions->len));
  else if (self->opinions->opinions->len > 0)
    g_ptr_array_add (changes, g_strdup_printf ("收下审核意见 %u 条：同意 %u、质询 %u、不同意 %u",
                                               self->opinions->opinions->len, verdicts[YS_OPINION_AGREE],
                                               verdicts[YS_OPINION_QUERY], verdicts[YS_OPINION_DISAGREE]));
  if (self->opinions->answers->len > 0)
    g_ptr_array_add (changes, g_strdup_printf ("收下答复 %u 条", self->opinions->answers->len));
  for (guint i = 0; i < self->opinions->conclusions->len; i++)
    g_ptr_array_add (changes,
                     g_strdup_printf ("收下审核结论：%s",
                                      ys_conclusion_verdict_label (
                                        ((YsConclusion *) g_ptr_array_index (self->opinions->conclusions, i))->verdict)));
  if (self->findings->findings->len > 0)
    g_ptr_array_add (changes, g_strdup_printf ("收下问题 %u 个", self->findings->findings->len));
  list_doubts (self, workspace, changes);
  if (changes->len > 0)
    g_ptr_array_add (changes, g_strdup ("得分不因此变动"));
}
