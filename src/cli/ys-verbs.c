/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of verbs: its groups in the order in which an office needs them.
 * A new group is one file and one line here. */
#include "ys-verbs.h"

static const YsVerb *const groups[] = {
  ys_verbs_plan,   ys_verbs_item,   ys_verbs_evidence, ys_verbs_negative, ys_verbs_score,
  ys_verbs_people, ys_verbs_states, ys_verbs_review,   ys_verbs_city,     ys_verbs_opinion,
  ys_verbs_finding, ys_verbs_package, ys_verbs_dossier, ys_verbs_report,  ys_verbs_keeping,
  ys_verbs_sample,
};

GPtrArray *
ys_verbs_list (void)
{
  GPtrArray *verbs = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const YsVerb *verb = groups[i]; verb->words != NULL; verb++)
      g_ptr_array_add (verbs, (gpointer) verb);
  return verbs;
}

const YsVerb *
ys_verbs_find (const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const YsVerb *verb = groups[i]; verb->words != NULL; verb++)
      if (g_str_equal (verb->words, words))
        return verb;
  return NULL;
}
