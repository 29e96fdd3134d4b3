/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of opinions and of findings share: answers, packages, statements as fields. */
#pragma once

#include "ys-cli.h"
#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

/* --text, --changed, --evidence, --pages */
extern const YsVerbOption ys_said_answer_options[];
/* Answers the opinion or finding that the second argument names. */
gboolean ys_said_answer (YsCli *cli, GError **error);
/* Runs @send for the unit that the second argument names, and tells the package of @kind that it made. */
gboolean ys_said_send (YsCli *cli, gboolean (*send) (YsWorkspace *workspace, const char *to, GError **error),
                       const char *kind, GError **error);
/* Tells the newest outgoing package of @kind. */
void ys_said_tell_package (YsCli *cli, YsWorkspace *workspace, const char *kind);
void ys_said_statement_to_json (YsJson *json, const YsStatement *statement);
/* "citations": [{"evidence":…,"pages":…}] of YsCitation. */
void ys_said_citations_to_json (YsJson *json, const GPtrArray *citations);
/* A citation of --evidence and --pages, in an array; empty where none is given. Full. */
GPtrArray *ys_said_dup_citations (YsCli *cli);

G_END_DECLS
