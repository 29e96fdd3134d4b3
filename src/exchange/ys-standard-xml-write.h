/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: what the two files that write standard.xml share. */
#pragma once

#include "ys-standard.h"
#include "ys-xml-writer.h"

G_BEGIN_DECLS

void ys_standard_xml_write_gates (YsXmlWriter *writer, const GPtrArray *gates);
void ys_standard_xml_write_point (YsXmlWriter *writer, const YsPoint *point, gboolean bonus);
void ys_standard_xml_write_clause (YsXmlWriter *writer, const YsClause *clause, gboolean threshold);

G_END_DECLS
