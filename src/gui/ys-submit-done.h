/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page after handing in: the package, its digest, and what is to be done with it. */
#pragma once

#include <gtk/gtk.h>

#include "ys-submit-data.h"

G_BEGIN_DECLS

#define YS_TYPE_SUBMIT_DONE (ys_submit_done_get_type ())
G_DECLARE_FINAL_TYPE (YsSubmitDone, ys_submit_done, YS, SUBMIT_DONE, GtkBox)

/* Shows what was handed in; @data has its package. */
void ys_submit_done_show (YsSubmitDone *self, YsWorkspace *workspace, const YsSubmitData *data);

G_END_DECLS
