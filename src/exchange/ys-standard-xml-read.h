/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: what the two files that read standard.xml share.
 * Names of the enumerations stand here once, for the reader and the writer. */
#pragma once

#include "ys-standard-parts.h"
#include "ys-xml-walk.h"

G_BEGIN_DECLS

extern const char *const ys_standard_xml_bounds[];   /* by YsBoundKind; the number is "" */
extern const char *const ys_standard_xml_as[];       /* by YsMetricAs */
extern const char *const ys_standard_xml_partial[];  /* by YsPartial */
extern const char *const ys_standard_xml_na[];       /* by YsNotApplicable */
extern const char *const ys_standard_xml_combine[];  /* by YsCombine */
extern const char *const ys_standard_xml_clauses[];  /* by YsClauseKind */

/* Attributes bound and plus; FALSE where there is no bound. */
gboolean ys_standard_xml_read_bound (YsXmlWalk *walk, YsBound *bound);
/* A measure element of a point or gate; FALSE where @name is none. */
gboolean ys_standard_xml_read_measure (YsXmlWalk *walk, const char *name, YsMeasure *measure);
void ys_standard_xml_read_gate (YsXmlWalk *walk, GPtrArray *gates);
/* A clause of steps or of a threshold item; FALSE where @name is none. */
gboolean ys_standard_xml_read_clause (YsXmlWalk *walk, const char *name, GPtrArray *clauses, gboolean threshold);
void ys_standard_xml_read_point (YsXmlWalk *walk, GPtrArray *points);

G_END_DECLS
