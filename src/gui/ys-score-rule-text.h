/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scoring point's rule in words, as the standard has it: what one has to reach for how many points.
 * What came of it stands in the sheet's own reasons. */
#pragma once

#include "ys-standard.h"

G_BEGIN_DECLS

/* One line, for people; full. @standard gives the table of states where the point has no rows of its own. */
char *ys_point_dup_rule_text (const YsStandard *standard, const YsPoint *point);

G_END_DECLS
