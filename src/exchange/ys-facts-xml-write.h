/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: elements that are written alike in several documents of facts, and their order. */
#pragma once

#include "ys-facts.h"
#include "ys-xml-writer.h"

G_BEGIN_DECLS

void ys_facts_xml_write_evidence (YsXmlWriter *writer, const GPtrArray *evidence);
/* @with_task: the city's own citations name the task too. */
void ys_facts_xml_write_citations (YsXmlWriter *writer, const GPtrArray *citations, gboolean with_task);
void ys_facts_xml_write_figure (YsXmlWriter *writer, const YsFigure *figure);
/* Orders structs by the text that is their first member. */
int ys_facts_xml_compare_first (gconstpointer a, gconstpointer b, gpointer data);

G_END_DECLS
