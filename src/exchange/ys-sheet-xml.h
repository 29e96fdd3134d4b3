/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.xml: writing what scoring gave, and reading back the figures that a sender states, to compare them with the
 * recomputed ones. A sheet that was read is never used for anything else. */
#pragma once

#include "ys-sheet.h"

G_BEGIN_DECLS

/* Canonical bytes. @unit: only this unit's sheet, as a county gets it back; NULL for all. NULL with VALUE if a text
 * holds what XML forbids. Full. */
GBytes *ys_sheet_write_xml (const YsSheet *sheet, const char *unit, GError **error);

/* The figures that a sheet.xml states. */
typedef struct _YsStatedSheet YsStatedSheet;

/* NULL with faults. */
YsStatedSheet *ys_stated_sheet_read_xml (GBytes *document, const char *file, YsFaults *faults);
void ys_stated_sheet_free (YsStatedSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStatedSheet, ys_stated_sheet_free)
/* Compares base, bonus, deduction and total, base and total of each figure, and each task's three scores with those of
 * @recomputed. One PACKAGE_SCORES fault for each difference, and for each unit that only the sender names. TRUE if
 * there is none. */
gboolean ys_stated_sheet_compare (const YsStatedSheet *self, const YsSheet *recomputed, YsFaults *faults);

G_END_DECLS
