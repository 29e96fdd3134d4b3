/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks schemas up in the resource that the build makes of data/schema; nothing is read from disk. */
#include "ys-schema.h"

#include <gio/gio.h>

#include "ys-exchange-resources.h"

GBytes *
ys_schema_get (const char *stem)
{
  g_autofree char *path = g_strdup_printf ("/io/github/yanshou/schema/%s.xsd", stem);

  return g_resource_lookup_data (ys_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
