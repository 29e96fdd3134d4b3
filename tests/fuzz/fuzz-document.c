/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as package.xml, journal.xml, opinion.xml and finding.xml, through the lexical gate and the schema; what is
 * accepted must be written again. */
#include <glib.h>

#include "fuzz.h"
#include "ys-opinion-xml.h"
#include "ys-package-facts.h"
#include "ys-package-journal.h"

static void
try_package (GBytes *document)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsPackageFacts) facts = ys_package_facts_from_xml (document, "package.xml", faults);
  g_autoptr (GBytes) again = NULL;

  g_assert_true ((facts != NULL) == (ys_faults_get_n (faults) == 0));
  if (facts == NULL)
    return;
  again = ys_package_facts_to_xml (facts, NULL);
  g_assert_nonnull (again);
}

static void
try_journal (GBytes *document)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsPackageJournal) journal = ys_package_journal_from_xml (document, "journal.xml", faults);
  g_autoptr (GBytes) again = NULL;

  g_assert_true ((journal != NULL) == (ys_faults_get_n (faults) == 0));
  if (journal == NULL)
    return;
  again = ys_package_journal_to_xml (journal, NULL);
  g_assert_nonnull (again);
}

static void
try_opinion (GBytes *document)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsOpinions) opinions = ys_opinions_read_xml (document, "opinion.xml", faults);
  g_autoptr (GBytes) again = NULL;

  g_assert_true ((opinions != NULL) == (ys_faults_get_n (faults) == 0));
  if (opinions == NULL)
    return;
  again = ys_opinions_write_xml (opinions, NULL);
  g_assert_nonnull (again);
}

static void
try_finding (GBytes *document)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsFindings) findings = ys_findings_read_xml (document, "finding.xml", faults);
  g_autoptr (GBytes) again = NULL;

  g_assert_true ((findings != NULL) == (ys_faults_get_n (faults) == 0));
  if (findings == NULL)
    return;
  again = ys_findings_write_xml (findings, NULL);
  g_assert_nonnull (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) document = g_bytes_new_static (data, size);

  try_package (document);
  try_journal (document);
  try_opinion (document);
  try_finding (document);
  return 0;
}
