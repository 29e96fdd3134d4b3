/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makers and frees of what a scoring standard consists of, for its reader, its editor and for tests.
 * The arrays of the standard own these; see ys-standard.h for their meaning. */
#pragma once

#include "ys-parts.h"
#include "ys-standard.h"

G_BEGIN_DECLS

YS_DECLARE_PART (YsBandRow, band_row)
YS_DECLARE_PART (YsClause, clause)
YS_DECLARE_PART (YsGate, gate)
YS_DECLARE_PART (YsPoint, point)
YS_DECLARE_PART (YsTaskStandard, task_standard)
YS_DECLARE_PART (YsPartStandard, part_standard)
YS_DECLARE_PART (YsUnitGroup, unit_group)
YS_DECLARE_PART (YsSeverity, severity)
YS_DECLARE_PART (YsFactor, factor)
YS_DECLARE_PART (YsGrade, grade)
YS_DECLARE_PART (YsNegativeRule, negative_rule)
YS_DECLARE_PART (YsGroupCap, group_cap)
YS_DECLARE_PART (YsRecordClause, record_clause)

G_END_DECLS
