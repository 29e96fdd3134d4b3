/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of verbs. Each group stands in a file of its own and ends with a verb without words. */
#pragma once

#include "ys-cli.h"

G_BEGIN_DECLS

extern const YsVerb ys_verbs_plan[];
extern const YsVerb ys_verbs_score[];
extern const YsVerb ys_verbs_item[];
extern const YsVerb ys_verbs_evidence[];
extern const YsVerb ys_verbs_negative[];
extern const YsVerb ys_verbs_people[];
extern const YsVerb ys_verbs_states[];
extern const YsVerb ys_verbs_review[];
extern const YsVerb ys_verbs_city[];
extern const YsVerb ys_verbs_opinion[];
extern const YsVerb ys_verbs_finding[];
extern const YsVerb ys_verbs_package[];
extern const YsVerb ys_verbs_dossier[];
extern const YsVerb ys_verbs_report[];
extern const YsVerb ys_verbs_keeping[];
extern const YsVerb ys_verbs_sample[];

/* All verbs in the order of the help; of const YsVerb *. Full: free the array. */
GPtrArray *ys_verbs_list (void);
const YsVerb *ys_verbs_find (const char *words); /* NULL if unknown */

G_END_DECLS
