/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, copying and naming opinions, answers, conclusions and findings.
 * The words never pass gettext: they go into packages, reports and the journal too. */
#include "ys-opinion.h"

YS_DEFINE_PART (YsOpinion, opinion, {}, {
  g_free (self->id);
  g_free (self->office);
  g_free (self->person);
  g_free (self->unit);
  g_free (self->item);
  g_free (self->reason);
  g_free (self->point);
  g_free (self->pages);
})

YS_DEFINE_PART (YsAnswer, answer, { self->citations = YS_PARTS (citation); }, {
  g_free (self->id);
  g_free (self->to);
  g_free (self->office);
  g_free (self->person);
  g_free (self->text);
  g_free (self->changed);
  g_ptr_array_unref (self->citations);
})

YS_DEFINE_PART (YsConclusion, conclusion, {}, {
  g_free (self->id);
  g_free (self->office);
  g_free (self->person);
  g_free (self->unit);
  g_free (self->reason);
})

YS_DEFINE_PART (
    YsFinding, finding,
    {
      self->version = 1;
      self->citations = YS_PARTS (citation);
    },
    {
      g_free (self->id);
      g_free (self->office);
      g_free (self->person);
      g_free (self->unit);
      g_free (self->point);
      g_free (self->opinion);
      g_free (self->title);
      g_free (self->text);
      g_free (self->owner);
      g_free (self->measures);
      g_free (self->verified_by);
      g_free (self->verified_reason);
      g_ptr_array_unref (self->citations);
    })

YS_DEFINE_PART (
    YsOpinions, opinions,
    {
      self->evidence = YS_PARTS (evidence);
      self->opinions = YS_PARTS (opinion);
      self->answers = YS_PARTS (answer);
      self->conclusions = YS_PARTS (conclusion);
    },
    {
      g_free (self->assessment);
      g_ptr_array_unref (self->evidence);
      g_ptr_array_unref (self->opinions);
      g_ptr_array_unref (self->answers);
      g_ptr_array_unref (self->conclusions);
    })

YS_DEFINE_PART (
    YsFindings, findings,
    {
      self->evidence = YS_PARTS (evidence);
      self->findings = YS_PARTS (finding);
    },
    {
      g_free (self->assessment);
      g_ptr_array_unref (self->evidence);
      g_ptr_array_unref (self->findings);
    })

/* ---- copies ---- */

static void
copy_citations (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, ys_citation_copy (g_ptr_array_index (from, i)));
}

YsOpinion *
ys_opinion_copy (const YsOpinion *self)
{
  YsOpinion *copy = ys_opinion_new ();

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->unit = g_strdup (self->unit);
  copy->item = g_strdup (self->item);
  copy->reason = g_strdup (self->reason);
  copy->point = g_strdup (self->point);
  copy->pages = g_strdup (self->pages);
  return copy;
}

YsAnswer *
ys_answer_copy (const YsAnswer *self)
{
  YsAnswer *copy = ys_answer_new ();

  copy->id = g_strdup (self->id);
  copy->to = g_strdup (self->to);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->at = self->at;
  copy->text = g_strdup (self->text);
  copy->changed = g_strdup (self->changed);
  copy_citations (copy->citations, self->citations);
  return copy;
}

YsConclusion *
ys_conclusion_copy (const YsConclusion *self)
{
  YsConclusion *copy = ys_conclusion_new ();

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->unit = g_strdup (self->unit);
  copy->reason = g_strdup (self->reason);
  return copy;
}

YsFinding *
ys_finding_copy (const YsFinding *self)
{
  YsFinding *copy = ys_finding_new ();
  GPtrArray *citations = copy->citations;

  *copy = *self;
  copy->citations = citations;
  copy->id = g_strdup (self->id);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->unit = g_strdup (self->unit);
  copy->point = g_strdup (self->point);
  copy->opinion = g_strdup (self->opinion);
  copy->title = g_strdup (self->title);
  copy->text = g_strdup (self->text);
  copy->owner = g_strdup (self->owner);
  copy->measures = g_strdup (self->measures);
  copy->verified_by = g_strdup (self->verified_by);
  copy->verified_reason = g_strdup (self->verified_reason);
  copy_citations (citations, self->citations);
  return copy;
}

/* ---- comparing ---- */

gboolean
ys_opinion_is_appeal (const YsOpinion *self)
{
  return g_strcmp0 (self->office, self->unit) == 0;
}

gboolean
ys_opinion_same_subject (const YsOpinion *self, const YsOpinion *other)
{
  return self->task == other->task && g_strcmp0 (self->unit, other->unit) == 0
         && g_strcmp0 (self->item, other->item) == 0;
}

gboolean
ys_opinion_equal (const YsOpinion *self, const YsOpinion *other)
{
  return ys_opinion_same_subject (self, other) && g_strcmp0 (self->id, other->id) == 0
         && g_strcmp0 (self->office, other->office) == 0 && g_strcmp0 (self->person, other->person) == 0
         && self->at == other->at && self->revision == other->revision && self->verdict == other->verdict
         && self->has_points == other->has_points && (!self->has_points || self->points == other->points)
         && g_strcmp0 (self->reason, other->reason) == 0 && g_strcmp0 (self->point, other->point) == 0
         && g_strcmp0 (self->pages, other->pages) == 0;
}

static gboolean
citations_equal (const GPtrArray *one, const GPtrArray *other)
{
  for (guint i = 0; one->len == other->len && i < one->len; i++)
    {
      const YsCitation *left = g_ptr_array_index (one, i);
      gboolean found = FALSE;

      for (guint k = 0; k < other->len && !found; k++)
        {
          const YsCitation *right = g_ptr_array_index (other, k);
          found = g_strcmp0 (left->id, right->id) == 0 && g_strcmp0 (left->evidence, right->evidence) == 0
                  && g_strcmp0 (left->pages, right->pages) == 0 && g_strcmp0 (left->note, right->note) == 0;
        }
      if (!found)
        return FALSE;
    }
  return one->len == other->len;
}

gboolean
ys_answer_equal (const YsAnswer *self, const YsAnswer *other)
{
  return g_strcmp0 (self->id, other->id) == 0 && g_strcmp0 (self->to, other->to) == 0
         && g_strcmp0 (self->office, other->office) == 0 && g_strcmp0 (self->person, other->person) == 0
         && self->at == other->at && g_strcmp0 (self->text, other->text) == 0
         && g_strcmp0 (self->changed, other->changed) == 0 && citations_equal (self->citations, other->citations);
}

gboolean
ys_conclusion_equal (const YsConclusion *self, const YsConclusion *other)
{
  return g_strcmp0 (self->id, other->id) == 0 && g_strcmp0 (self->office, other->office) == 0
         && g_strcmp0 (self->person, other->person) == 0 && g_strcmp0 (self->unit, other->unit) == 0
         && self->at == other->at && self->verdict == other->verdict && g_strcmp0 (self->reason, other->reason) == 0;
}

gboolean
ys_finding_equal (const YsFinding *self, const YsFinding *other)
{
  return g_strcmp0 (self->id, other->id) == 0 && g_strcmp0 (self->office, other->office) == 0
         && g_strcmp0 (self->unit, other->unit) == 0 && self->version == other->version && self->task == other->task
         && g_strcmp0 (self->point, other->point) == 0 && self->severity == other->severity && self->due == other->due
         && g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->text, other->text) == 0
         && g_strcmp0 (self->owner, other->owner) == 0 && g_strcmp0 (self->measures, other->measures) == 0
         && citations_equal (self->citations, other->citations);
}

/* ---- names ---- */

typedef struct
{
  const char *nick, *label;
} Name;

static gboolean
find_nick (const Name *names, guint n_names, const char *nick, guint *index)
{
  for (*index = 0; *index < n_names; (*index)++)
    if (g_strcmp0 (names[*index].nick, nick) == 0)
      return TRUE;
  return FALSE;
}

/* The three functions of one enumeration over its table. */
#define DEFINE_NAMES(Type, name, ...)                                       \
  static const Name name##_names[] = { __VA_ARGS__ };                       \
  const char *ys_##name##_nick (Type value)                                 \
  {                                                                         \
    return name##_names[value].nick;                                        \
  }                                                                         \
  const char *ys_##name##_label (Type value)                                \
  {                                                                         \
    return name##_names[value].label;                                       \
  }                                                                         \
  gboolean ys_##name##_from_nick (const char *nick, Type *value)            \
  {                                                                         \
    guint index;                                                            \
    gboolean found = find_nick (name##_names, G_N_ELEMENTS (name##_names), nick, &index); \
                                                                            \
    if (found)                                                              \
      *value = (Type) index;                                                \
    return found;                                                           \
  }

DEFINE_NAMES (YsOpinionVerdict, opinion_verdict, { "agree", "同意" }, { "query", "质询" }, { "disagree", "不同意" })
DEFINE_NAMES (YsConclusionVerdict, conclusion_verdict, { "pass", "通过" }, { "rectify", "整改后通过" },
              { "fail", "不通过" })
DEFINE_NAMES (YsFindingSeverity, finding_severity, { "reminder", "提醒" }, { "criticism", "通报" }, { "summons", "约谈" },
              { "supervision", "挂牌督办" })
DEFINE_NAMES (YsFindingState, finding_state, { "open", "待整改" }, { "answered", "已答复" }, { "verified", "已核验" })
DEFINE_NAMES (YsFindingSource, finding_source, { "review", "评审" }, { "opinion", "审核意见" },
              { "inspection", "督导检查" })
