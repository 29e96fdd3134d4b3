/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What upper offices say of what was handed up, and what has to be put right: opinions 审核意见 with their answers 答复,
 * conclusions 结论, findings 问题. Plain records; ids are UUIDv7, so that what was said later sorts later. */
#pragma once

#include "ys-facts-parts.h"

G_BEGIN_DECLS

typedef enum { YS_OPINION_AGREE, YS_OPINION_QUERY, YS_OPINION_DISAGREE } YsOpinionVerdict;
typedef enum { YS_CONCLUSION_PASS, YS_CONCLUSION_RECTIFY, YS_CONCLUSION_FAIL } YsConclusionVerdict;
typedef enum { YS_FINDING_REMINDER, YS_FINDING_CRITICISM, YS_FINDING_SUMMONS, YS_FINDING_SUPERVISION } YsFindingSeverity;
typedef enum { YS_FINDING_OPEN, YS_FINDING_ANSWERED, YS_FINDING_VERIFIED } YsFindingState;
typedef enum { YS_FINDING_OF_REVIEW, YS_FINDING_OF_OPINION, YS_FINDING_OF_INSPECTION } YsFindingSource;

/* One office's word on one subject: @unit alone is the city or a county as a whole; with @task a task of that county
 * (of the city: of what it says of all counties); with @item a negative item or an occurrence of the unit. */
typedef struct {
  char *id, *office, *person;
  gint64 at;            /* microseconds UTC, whole seconds */
  char *unit, *item;    /* item: NULL */
  guint task;           /* 0: none */
  guint revision;       /* of the submission that was looked at; 0: none */
  YsOpinionVerdict verdict;
  gboolean has_points;
  YsPoints points;      /* that the office holds right */
  char *reason;         /* NULL where it agrees without one */
  char *point, *pages;  /* what it is aimed at 针对; NULL */
  guint line;
} YsOpinion;
/* The answer of a lower office to an opinion or a finding. */
typedef struct {
  char *id, *to, *office, *person; /* to: id of the opinion or finding */
  gint64 at;
  char *text;
  char *changed;        /* scoring point or record that was changed because of it; NULL */
  GPtrArray *citations; /* YsCitation */
  guint line;
} YsAnswer;
typedef struct {
  char *id, *office, *person, *unit;
  gint64 at;
  YsConclusionVerdict verdict;
  char *reason;         /* NULL */
  guint line;
} YsConclusion;
/* Something to put right. A later version of the same id takes the place of the one before. */
typedef struct {
  char *id, *office, *person, *unit;
  gint64 at;
  guint version, task;  /* task 0: none */
  char *point, *opinion; /* scoring point; opinion that it comes from; NULL */
  YsFindingSource source;
  YsFindingSeverity severity;
  YsFindingState state;
  char *title, *text;   /* text: what is wrong */
  char *owner, *measures; /* who sees to it; what is to be done; NULL */
  YsDate due;           /* 0: none */
  char *verified_by, *verified_reason; /* NULL until verified */
  gint64 verified_at;
  GPtrArray *citations; /* YsCitation */
  guint line;
} YsFinding;

YS_DECLARE_PART (YsOpinion, opinion)
YS_DECLARE_PART (YsAnswer, answer)
YS_DECLARE_PART (YsConclusion, conclusion)
YS_DECLARE_PART (YsFinding, finding)
YsOpinion *ys_opinion_copy (const YsOpinion *self);
YsAnswer *ys_answer_copy (const YsAnswer *self);
YsConclusion *ys_conclusion_copy (const YsConclusion *self);
YsFinding *ys_finding_copy (const YsFinding *self);

/* What an opinion.xml holds, or all that a workspace knows. */
typedef struct {
  char *assessment;
  GPtrArray *evidence;    /* YsEvidence */
  GPtrArray *opinions;    /* YsOpinion */
  GPtrArray *answers;     /* YsAnswer */
  GPtrArray *conclusions; /* YsConclusion */
} YsOpinions;
/* What a finding.xml holds. */
typedef struct {
  char *assessment;
  GPtrArray *evidence;    /* YsEvidence */
  GPtrArray *findings;    /* YsFinding */
} YsFindings;
YS_DECLARE_PART (YsOpinions, opinions)
YS_DECLARE_PART (YsFindings, findings)

/* A county's own word on itself: an appeal 申诉, no opinion of an upper office. */
gboolean ys_opinion_is_appeal (const YsOpinion *self);
/* The same subject: unit, task and item. */
gboolean ys_opinion_same_subject (const YsOpinion *self, const YsOpinion *other);
/* Said alike, whoever carries it: a copy that came another way. */
gboolean ys_opinion_equal (const YsOpinion *self, const YsOpinion *other);
gboolean ys_answer_equal (const YsAnswer *self, const YsAnswer *other);
gboolean ys_conclusion_equal (const YsConclusion *self, const YsConclusion *other);
/* The same words of one version; how it stands is left out, for answers move that. */
gboolean ys_finding_equal (const YsFinding *self, const YsFinding *other);

/* Finds all that can't be at once: units, tasks, points, items that the round, catalogue or standard lacks (OPINION_GONE),
 * reasons missing where one queries or disagrees, points outside their limits (VALUE), two of one office on one subject
 * (OPINION_CONFLICT). @standard is sealed. FALSE if any. */
gboolean ys_opinions_check (const YsOpinions *self, const YsStandard *standard, const YsAssessment *assessment,
                            const char *file, YsFaults *faults);
gboolean ys_findings_check (const YsFindings *self, const YsStandard *standard, const YsAssessment *assessment,
                            const char *file, YsFaults *faults);
/* The least and the most that an opinion may hold right for its subject. */
void ys_opinion_get_limits (const YsOpinion *self, const YsStandard *standard, YsPoints *least, YsPoints *most);

/* Stable names as in XML and on the command line ("agree", "rectify", "criticism", "verified", "review") and back. */
const char *ys_opinion_verdict_nick (YsOpinionVerdict verdict);
gboolean ys_opinion_verdict_from_nick (const char *nick, YsOpinionVerdict *verdict);
const char *ys_conclusion_verdict_nick (YsConclusionVerdict verdict);
gboolean ys_conclusion_verdict_from_nick (const char *nick, YsConclusionVerdict *verdict);
const char *ys_finding_severity_nick (YsFindingSeverity severity);
gboolean ys_finding_severity_from_nick (const char *nick, YsFindingSeverity *severity);
const char *ys_finding_state_nick (YsFindingState state);
gboolean ys_finding_state_from_nick (const char *nick, YsFindingState *state);
const char *ys_finding_source_nick (YsFindingSource source);
gboolean ys_finding_source_from_nick (const char *nick, YsFindingSource *source);
/* What people read, always Chinese: 同意, 整改后通过, 通报, 已核验, 评审 … */
const char *ys_opinion_verdict_label (YsOpinionVerdict verdict);
const char *ys_conclusion_verdict_label (YsConclusionVerdict verdict);
const char *ys_finding_severity_label (YsFindingSeverity severity);
const char *ys_finding_state_label (YsFindingState state);
const char *ys_finding_source_label (YsFindingSource source);

G_END_DECLS
