/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the county recorded for a task, to be read beside its score: state, date, figures with verdicts,
 * documents, texts, and the claim that it does not apply. */
#pragma once

#include <gtk/gtk.h>

#include "ys-assess-view.h"

G_BEGIN_DECLS

#define YS_TYPE_ASSESS_RECORD (ys_assess_record_get_type ())
G_DECLARE_FINAL_TYPE (YsAssessRecord, ys_assess_record, YS, ASSESS_RECORD, GtkBox)

GtkWidget *ys_assess_record_new (void);
void ys_assess_record_show (YsAssessRecord *self, const YsAssessView *view);

G_END_DECLS
