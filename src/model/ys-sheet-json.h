/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document of a sheet that `score --json` and `rank --json` print (cli.md).
 * It stands in model so that the command line and the tests of scoring share one writer. */
#pragma once

#include "ys-json.h"
#include "ys-sheet.h"

G_BEGIN_DECLS

/* {"ok":true,"sample":…,"units":[…]}: exact figures as strings, with all sentences the sheet has. Full. */
char *ys_sheet_to_json (const YsSheet *self);
/* The same with the one unit only (NULL: all) and the one task only (0: all). Full. */
char *ys_sheet_part_to_json (const YsSheet *self, const char *unit, guint task);
/* {"ok":false,"errors":[…]}: each fault with code, where ("FILE:LINE" or field), message and advice. Full. */
char *ys_faults_to_json (const YsFaults *faults);
/* Its "errors" alone, as a field of the object that @json is writing. */
void ys_faults_write_json (const YsFaults *faults, YsJson *json);

G_END_DECLS
