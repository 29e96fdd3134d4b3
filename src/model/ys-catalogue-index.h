/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model: what stands behind an id in catalogue->by_id.
 * Ids are unique over all kinds, so one table serves all look-ups. */
#pragma once

#include <glib.h>

typedef enum {
  YS_CATALOGUE_HEADING, YS_CATALOGUE_TASK, YS_CATALOGUE_DOCUMENT, YS_CATALOGUE_METRIC, YS_CATALOGUE_GROUP,
  YS_CATALOGUE_ITEM, YS_CATALOGUE_PHASE
} YsCatalogueKind;

typedef struct {
  YsCatalogueKind kind;
  gpointer thing;
} YsCatalogueEntry;
