/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document of a sheet that `score --json` and `rank --json` print (cli.md).
 * It stands in model so that the command line and the tests of scoring share one writer. */
#pragma once

#include "ys-sheet.h"

G_BEGIN_DECLS

/* {"ok":true,"sample":…,"units":[…]}: exact figures as strings, with all sentences the sheet has. Full. */
char *ys_sheet_to_json (const YsSheet *self);
/* {"ok":false,"errors":[…]}: each fault with code, where ("FILE:LINE" or field), message and advice. Full. */
char *ys_faults_to_json (const YsFaults *faults);

G_END_DECLS
