/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cited pages of a record one after the other: a bar that tells which, and the page below it at reading size. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-upper.h"

G_BEGIN_DECLS

#define YS_TYPE_CITED_PAGE (ys_cited_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCitedPage, ys_cited_page, YS, CITED_PAGE, GtkBox)

GtkWidget *ys_cited_page_new (YsWorkspace *workspace);
/* @citations (taken): of YsCitation of @dossier, which is kept. The first one is opened. */
void ys_cited_page_take (YsCitedPage *self, YsDossier *dossier, GPtrArray *citations);
/* Goes to the first one of a scoring point, where there is one. */
void ys_cited_page_aim (YsCitedPage *self, const char *point);

G_END_DECLS
