/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence of an answer or a finding: chosen from the vault, kept as it is chosen; and doors to what was cited. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-evidence.h"

G_BEGIN_DECLS

#define YS_TYPE_SAID_CITES (ys_said_cites_get_type ())
G_DECLARE_FINAL_TYPE (YsSaidCites, ys_said_cites, YS, SAID_CITES, GtkBox)

GtkWidget *ys_said_cites_new (void);
/* What is chosen is kept under @key (ys-workspace-typed.h). */
void ys_said_cites_bind (YsSaidCites *self, YsWorkspace *workspace, const char *key);
/* Of YsCitation, each the whole file. Full. */
GPtrArray *ys_said_cites_dup_citations (YsSaidCites *self);

/* A box of doors to the pages of @citations (of YsCitation); NULL where there are none. Full. */
GtkWidget *ys_said_cites_new_doors (YsWorkspace *workspace, const GPtrArray *citations);

G_END_DECLS
