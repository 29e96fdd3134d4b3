/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's plan package as what a county begins with: catalogue, standard and round come from it, nobody types them. */
#pragma once

#include "ys-package-read.h"
#include "ys-workspace-private.h"

G_BEGIN_DECLS

/* Reads and judges the plan package at @path: it must be sound, of this kind and for @unit (NULL: for whomever it is
 * for). NULL with the faults of the package, or PACKAGE_KIND. Full. Disk. */
YsPackageReading *ys_plan_package_open (const char *path, const char *unit, GError **error);
/* Inside the change that makes the workspace: the row of the register for the bag kept as @name. */
gboolean ys_plan_package_register (const YsPackageReading *reading, YsConnection *connection, const char *name,
                                   GError **error);


/* City: makes the plan package for county @to, unless the newest one says the same (the city may have added to the
 * round since). Disk. */
gboolean ys_workspace_prepare_plan (YsWorkspace *self, const char *to, GError **error);
/* Inside the change: a newer plan of the same round at a county, whose catalogue and standard are the same. */
gboolean ys_plan_package_renew (const YsPackageReading *reading, YsConnection *connection, GError **error);

G_END_DECLS
