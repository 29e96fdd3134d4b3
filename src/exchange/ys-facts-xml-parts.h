/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: elements that stand in several of the documents of facts. */
#pragma once

#include "ys-facts-parts.h"
#include "ys-xml-walk.h"

G_BEGIN_DECLS

void ys_facts_xml_read_evidence (YsXmlWalk *walk, GPtrArray *evidence);
/* The citation's own attributes and note; what it is tied to is for the caller. Unowned. */
YsCitation *ys_facts_xml_read_citation (YsXmlWalk *walk, GPtrArray *citations);
/* Attributes numerator, denominator, value. @is_count: the unit is a count, so that a denominator is refused and a
 * numerator alone is whole; else it is a ratio. @where names the figure in faults. */
void ys_facts_xml_read_figure (YsXmlWalk *walk, const char *where, gboolean is_count, gboolean is_known,
                               YsFigure *figure);

G_END_DECLS
