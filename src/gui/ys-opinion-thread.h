/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread of opinions and answers as widgets: who said what and when, oldest first. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-opinion.h"

G_BEGIN_DECLS

/* @earlier: without what this office can still change. NULL where nothing is left to show. */
GtkWidget *ys_opinion_thread_view_new (const YsOpinionThread *thread, gboolean earlier);

G_END_DECLS
