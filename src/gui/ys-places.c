/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places, in the order of the navigation. A page that lands adds its row here, and nothing else in
 * the frame changes. */
#include "ys-places.h"

#include <glib/gi18n-lib.h>

#define COUNTY (1u << YS_OFFICE_COUNTY)
#define CITY (1u << YS_OFFICE_CITY)
#define UPPER (1u << YS_OFFICE_PROVINCE | 1u << YS_OFFICE_CENTRAL)
#define ALL (COUNTY | CITY | UPPER)

static const YsPlaceRow rows[] = {
  { YS_PLACE_DESK, "desk", N_ ("Desk"), "ys-home-symbolic", ys_desk_page_new, ALL },
  { YS_PLACE_ASSESS, "assess", N_ ("Review of Counties"), "ys-matrix-symbolic", ys_assess_page_new, CITY },
  { YS_PLACE_FILL, "fill", N_ ("Self-check"), "ys-fill-symbolic", ys_fill_page_new, COUNTY },
  { YS_PLACE_EVIDENCE, "evidence", N_ ("Evidence"), "ys-evidence-symbolic", ys_evidence_page_new, COUNTY },
  { YS_PLACE_NEGATIVE, "negative", N_ ("Negative list"), "ys-negative-symbolic", ys_negative_page_new, COUNTY | CITY },
  { YS_PLACE_CHECK, "check", N_ ("Check and Hand In"), "ys-check-symbolic", ys_check_page_new, COUNTY },
  { YS_PLACE_RECTIFY, "rectify", N_ ("Rectification"), "ys-rectify-symbolic", ys_rectify_page_new, CITY },
  { YS_PLACE_RANKING, "ranking", N_ ("Ranking"), "ys-ranking-symbolic", ys_ranking_page_new, CITY },
  { YS_PLACE_DOSSIER, "dossier", N_ ("Dossier for the Province"), "ys-package-out-symbolic", ys_dossier_page_new, CITY },
  { YS_PLACE_EXAMINE, "examine", N_ ("Review of Dossiers"), "ys-review-symbolic", ys_examine_page_new, UPPER },
  { YS_PLACE_OPINIONS, "opinions", N_ ("Opinions"), "ys-opinion-symbolic", ys_opinions_page_new, UPPER },
  { YS_PLACE_REGISTER, "register", N_ ("Register of Packages"), "ys-register-symbolic", ys_register_page_new, ALL },
  /* a county has it last, so that Alt and a number lead where they led before */
  { YS_PLACE_RECTIFY, "rectify", N_ ("Rectification"), "ys-rectify-symbolic", ys_rectify_page_new, COUNTY },
  { YS_PLACE_JOURNAL, "journal", N_ ("Journal"), "ys-journal-symbolic", ys_journal_page_new, 0 },
  { YS_PLACE_PEOPLE, "people", N_ ("People"), "system-users-symbolic", ys_people_page_new, 0 },
  { YS_PLACE_DOSSIER_RECEIPT, "dossier-receipt", N_ ("Received dossier"), "ys-package-in-symbolic", ys_dossier_receipt_page_new, 0 },
  { YS_PLACE_RECEIPT, "receipt", N_ ("Received package"), "ys-package-in-symbolic", ys_receipt_page_new, 0 },
};

const YsPlaceRow *
ys_places_get (YsPlaceId id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].id == id)
      return &rows[i];
  return NULL;
}

const YsPlaceRow *
ys_places_get_by_nick (const char *nick)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].nick, nick))
      return &rows[i];
  return NULL;
}

const YsPlaceRow *
ys_places_get_in_navigation (YsOfficeKind office, guint index)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((rows[i].navigation & 1u << office) != 0 && index-- == 0)
      return &rows[i];
  return NULL;
}
