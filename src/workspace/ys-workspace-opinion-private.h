/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of opinions and findings share: all that was said, as it stands in memory, and who may say what. */
#pragma once

#include "ys-package-facts.h"
#include "ys-repository-opinion.h"
#include "ys-workspace-finding.h"
#include "ys-workspace-private.h"

G_BEGIN_DECLS

/* Steps of undo over what was said carry this and the id as key: they go when it travels. */
#define YS_SAID_KEY "said."

/* The round that an upper office looks at: of the newest dossier of a city. */
typedef struct {
  char *dossier, *city; /* id of the city's own package; its code */
  YsStandard *standard;
  YsAssessment *assessment;
  GHashTable *revisions; /* county → the revision that the city settled, as number */
} YsOpinionRound;

/* All that the workspace knows of opinions and findings. */
struct _YsOpinionDesk {
  YsOpinions *said;
  GPtrArray *findings;   /* YsFinding */
  GPtrArray *deliveries; /* YsDeliveryRow */
  GHashTable *travelled; /* "version id" of all in @deliveries */
  GHashTable *answers_to; /* id of opinion or finding → GPtrArray of its YsAnswer, by id; unowned */
  GHashTable *about;      /* "unit task item" → GPtrArray of YsOpinion, by id; unowned */
  GPtrArray *rounds;     /* upper offices: YsOpinionRound, one a city; else empty */
};
/* On the store's thread. @workspace: takes over from its desk the rounds that are still the newest. NULL with @error. Full. */
YsOpinionDesk *ys_opinion_desk_load (YsConnection *connection, YsWorkspace *workspace, GError **error);
void ys_opinion_round_free (YsOpinionRound *self);
/* The rounds of the newest dossier of each city, parsed; @held: those that need not be parsed again. NULL with @error. Full. */
GPtrArray *ys_opinion_rounds_load (YsConnection *connection, const GPtrArray *held, GError **error);
void ys_opinion_desk_free (YsOpinionDesk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOpinionDesk, ys_opinion_desk_free)

/* ---- looking up; all with the lock held, all unowned ---- */
const YsOpinion *ys_opinion_desk_get_opinion (const YsOpinionDesk *self, const char *id);
const YsFinding *ys_opinion_desk_get_finding (const YsOpinionDesk *self, const char *id);
/* All on the subject of @like, by id, and answers to the opinion or finding @id; NULL: none. */
const GPtrArray *ys_opinion_desk_list_about (const YsOpinionDesk *self, const YsOpinion *like);
const GPtrArray *ys_opinion_desk_list_answers (const YsOpinionDesk *self, const char *id);
/* The newest opinion of @office on the subject of @like; NULL: none. */
const YsOpinion *ys_opinion_desk_get_newest (const YsOpinionDesk *self, const char *office, const YsOpinion *like);
/* The own answer to @subject that has not travelled; NULL: none. */
const YsAnswer *ys_opinion_desk_get_unsent_answer (const YsOpinionDesk *self, const char *subject, const char *office);
/* Whether it stands in any package, or in one from or to @unit. */
gboolean ys_opinion_desk_has_travelled (const YsOpinionDesk *self, const char *statement, guint version);
gboolean ys_workspace_was_exchanged (YsWorkspace *self, const char *statement, guint version, const char *unit);
/* Inside the change: the register says of the packages exchanged with @with that carried @subject that @reply answers them.
 * On the store's thread; takes the lock. */
gboolean ys_workspace_mark_answered (YsWorkspace *self, YsConnection *connection, const char *subject, const char *with,
                                     const char *reply, GError **error);
/* What has this unit as the subject of an opinion or finding; NULL where @id is neither. */
const char *ys_opinion_desk_get_subject_unit (const YsOpinionDesk *self, const char *id);
/* The office that gave the opinion or raised the finding; NULL where @id is neither. */
const char *ys_opinion_desk_get_author (const YsOpinionDesk *self, const char *id);

/* ---- offices ---- */
/* The round that @unit stands in: at an upper office the dossier's, NULL: this workspace's own. With the lock held. */
const YsOpinionRound *ys_workspace_peek_round_of (YsWorkspace *self, const char *unit);
/* Standard and assessment of that round, references. Takes the lock. */
void ys_workspace_dup_round_of (YsWorkspace *self, const char *unit, YsStandard **standard, YsAssessment **assessment);
/* Name of an office or unit, its code where nobody knows it. With the lock held. Full. */
char *ys_workspace_dup_office_name (YsWorkspace *self, const char *code);
/* 0 central, 1 province, 2 city, 3 county: by the round, else by the form of the code. */
YsOfficeKind ys_workspace_get_kind_of (YsWorkspace *self, const char *code);
/* @upper is the office right above @unit, or any above it. */
gboolean ys_workspace_is_above (YsWorkspace *self, const char *upper, const char *unit);
gboolean ys_workspace_is_parent (YsWorkspace *self, const char *upper, const char *unit);
gboolean ys_workspace_is_upper (YsWorkspace *self);
/* "渭滨区 第32项 综治中心规范化", "宝鸡市", "陈仓区 虢镇建材市场火灾事故". With the lock held. Full. */
char *ys_workspace_dup_subject_title (YsWorkspace *self, const char *unit, guint task, const char *item);

/* ---- saying ---- */
/* What @draft says as this office's word: in the row of its own that has not travelled, or in a new one. NULL with VALUE or
 * OPINION_GONE. Takes the lock. Full. */
YsOpinion *ys_workspace_new_opinion (YsWorkspace *self, const YsOpinionDraft *draft, GError **error);
/* The change that keeps it, journalled as @verb by a person with one of @roles. */
gboolean ys_workspace_save_opinion (YsWorkspace *self, const YsOpinion *opinion, const char *verb, guint roles,
                                    GError **error);
/* Mints the package of @kind with what @to has not got, journalled as @verb. */
gboolean ys_workspace_send_said (YsWorkspace *self, YsPackageKind kind, const char *to, const char *verb, GError **error);

/* FALSE with NOT_FOUND where a PDF cited in @citations is not in the workspace. Takes the lock. */
gboolean ys_workspace_must_hold_cited (YsWorkspace *self, const GPtrArray *citations, GError **error);
/* FALSE with ROLE or STATE where the workspace is for reading only or nobody works here. */
gboolean ys_workspace_must_be_writable (YsWorkspace *self, GError **error);

G_END_DECLS
