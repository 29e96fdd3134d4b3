/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores that a submission will state: parts, bonus, deduction and total, computed beside the county's own. */
#pragma once

#include <gtk/gtk.h>

#include "ys-submit-data.h"

G_BEGIN_DECLS

#define YS_TYPE_SUBMIT_SCORES (ys_submit_scores_get_type ())
G_DECLARE_FINAL_TYPE (YsSubmitScores, ys_submit_scores, YS, SUBMIT_SCORES, GtkBox)

/* @data is not kept. */
void ys_submit_scores_show (YsSubmitScores *self, YsWorkspace *workspace, const YsSubmitData *data);

G_END_DECLS
