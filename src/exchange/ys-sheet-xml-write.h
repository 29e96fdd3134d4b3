/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to exchange: what the files that write sheet.xml share. */
#pragma once

#include "ys-sheet.h"
#include "ys-xml-writer.h"

G_BEGIN_DECLS

/* The names of the three figures, by YsScoreFigure. */
extern const char *const ys_sheet_xml_figures[YS_N_FIGURES];

/* @figure: whose reasons they are, or NULL. */
void ys_sheet_xml_write_why (YsXmlWriter *writer, const YsWhy *why, const char *figure);
void ys_sheet_xml_write_whys (YsXmlWriter *writer, const GPtrArray *whys, const char *figure);
void ys_sheet_xml_write_gates (YsXmlWriter *writer, const GPtrArray *gates, const YsStandard *standard);
void ys_sheet_xml_write_waiting (YsXmlWriter *writer, const GPtrArray *waiting, const char *point);
const char *ys_sheet_xml_grade (const YsStandard *standard, guint grade);
/* Whether people gave the task this figure; the computed one is always there. */
gboolean ys_sheet_xml_has_figure (const YsSheetTask *task, YsScoreFigure figure);
void ys_sheet_xml_write_parts (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard);
void ys_sheet_xml_write_bonus (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard);
void ys_sheet_xml_write_negative (YsXmlWriter *writer, const YsSheetUnit *unit, const YsStandard *standard);

G_END_DECLS
