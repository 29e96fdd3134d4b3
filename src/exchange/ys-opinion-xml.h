/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opinion.xml and finding.xml: reading what schema and values allow, and writing canonical bytes.
 * Whether what they say makes sense in a round is asked by ys_opinions_check() and ys_findings_check(). */
#pragma once

#include "ys-opinion.h"

G_BEGIN_DECLS

/* @file is the document's name for faults. They stop at the first node that breaks the schema, since others made these
 * files. NULL with faults. Full. */
YsOpinions *ys_opinions_read_xml (GBytes *document, const char *file, YsFaults *faults);
YsFindings *ys_findings_read_xml (GBytes *document, const char *file, YsFaults *faults);

/* Sorted by id: the same content gives the same bytes. NULL with VALUE if a text holds what XML forbids. Full. */
GBytes *ys_opinions_write_xml (const YsOpinions *opinions, GError **error);
GBytes *ys_findings_write_xml (const YsFindings *findings, GError **error);

G_END_DECLS
