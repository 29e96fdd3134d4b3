/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city returns a submission from the register, with its reasons. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-submit.h"

G_BEGIN_DECLS

/* Whether @info is the newest submission of a county, in a city's workspace, and was not returned yet. */
gboolean ys_register_can_return (YsWorkspace *workspace, const YsPackageInfo *info, const GPtrArray *packages);
/* Asks for the reasons, one a line ("20 缺文号": of task 20; without a number: of the whole), and returns it. */
void ys_register_return (GtkWidget *from, YsWorkspace *workspace, const YsPackageInfo *info);

/* The reasons typed as @text; of YsReturnReason. Full. */
GPtrArray *ys_register_parse_reasons (const char *text);

G_END_DECLS
