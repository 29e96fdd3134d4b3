/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample's plan: the shipped catalogue and standard with invented places, and a round of invented units. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* Writes catalogue.xml, standard.xml and assessment.xml of the round into @folder (made). */
gboolean ys_sample_write_plan (const char *folder, guint counties, GError **error);

G_END_DECLS
