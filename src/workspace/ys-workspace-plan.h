/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan that is shipped with the program: catalogue, sample standard, default round. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of "catalogue.xml", "standard.xml" or "assessment.xml" as shipped. NULL with NOT_FOUND or IO. Full. */
GBytes *ys_plan_load_shipped (const char *name, GError **error);

G_END_DECLS
