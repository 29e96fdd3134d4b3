/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makers and frees of what a catalogue consists of, for its reader and for tests.
 * The arrays of the catalogue own these; see ys-catalogue.h for their meaning. */
#pragma once

#include "ys-catalogue.h"
#include "ys-parts.h"

G_BEGIN_DECLS

YS_DECLARE_PART (YsHeading, heading)
YS_DECLARE_PART (YsCatalogueDocument, catalogue_document)
YS_DECLARE_PART (YsMetric, metric)
YS_DECLARE_PART (YsTask, task)
YS_DECLARE_PART (YsNegativeItem, negative_item)
YS_DECLARE_PART (YsNegativeGroup, negative_group)
YS_DECLARE_PART (YsPhase, phase)

G_END_DECLS
