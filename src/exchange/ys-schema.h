/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped schemas, one self-contained XSD for each document, from the resources of this library. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The schema data/schema/<@stem>.xsd ("package", "submission", …), or NULL where there is none of that name.
 * Thread safe. Free with g_bytes_unref(). */
GBytes *ys_schema_get (const char *stem);

G_END_DECLS
