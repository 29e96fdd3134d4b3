/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue, scoring standard and round that are shipped with the program.
 * They lie in the folder of the environment's YANSHOU_DATADIR, else where the program was installed. */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

/* Bytes of a shipped file ("catalogue.xml"). NULL with NOT_FOUND or IO. Full. */
GBytes *ys_data_load_bytes (const char *name, GError **error);
/* Each reads its shipped file and seals it; faults become one error with all of them attached. Full. */
YsCatalogue *ys_data_load_default_catalogue (GError **error);
YsStandard *ys_data_load_default_standard (YsCatalogue *catalogue, GError **error);
YsAssessment *ys_data_load_default_assessment (GError **error);

G_END_DECLS
