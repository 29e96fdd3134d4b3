/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions, answers, conclusions and findings as rows, and which package brought or took them.
 * All run on the store's thread inside a call or change; FALSE or NULL comes with @error. */
#pragma once

#include "ys-opinion.h"
#include "ys-repository.h"

G_BEGIN_DECLS

/* Appends all that is kept to @into, each list by id; evidence stays empty. */
gboolean ys_opinions_load (YsConnection *connection, YsOpinions *into, GError **error);
/* Of YsFinding, by id. */
GPtrArray *ys_finding_list (YsConnection *connection, GError **error);
/* Each takes the place of what has its id, citations too. */
gboolean ys_opinion_set (YsConnection *connection, const YsOpinion *opinion, GError **error);
gboolean ys_answer_set (YsConnection *connection, const YsAnswer *answer, GError **error);
gboolean ys_conclusion_set (YsConnection *connection, const YsConclusion *conclusion, GError **error);
gboolean ys_finding_set (YsConnection *connection, const YsFinding *finding, GError **error);
gboolean ys_opinion_delete (YsConnection *connection, const char *id, GError **error);
gboolean ys_answer_delete (YsConnection *connection, const char *id, GError **error);
gboolean ys_conclusion_delete (YsConnection *connection, const char *id, GError **error);
gboolean ys_finding_delete (YsConnection *connection, const char *id, GError **error);

/* One statement in one package, whichever way it went; version: of a finding, else 0. */
typedef struct { char *statement, *package; guint version; } YsDeliveryRow;
void ys_delivery_row_free (YsDeliveryRow *self);
GPtrArray *ys_delivery_list (YsConnection *connection, GError **error);
/* Twice the same is once. */
gboolean ys_delivery_add (YsConnection *connection, const char *statement, guint version, const char *package,
                          GError **error);

G_END_DECLS
