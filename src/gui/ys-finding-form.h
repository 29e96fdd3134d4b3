/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which a finding 问题 is put together or changed. What is typed is kept until it is raised or given up. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-finding.h"

G_BEGIN_DECLS

#define YS_TYPE_FINDING_FORM (ys_finding_form_get_type ())
G_DECLARE_FINAL_TYPE (YsFindingForm, ys_finding_form, YS, FINDING_FORM, GtkBox)
/* Signals: "saved" (char *id), "left" (). */

/* @finding: its beginning (id NULL), or the one to change. */
void ys_finding_form_show (YsFindingForm *self, YsWorkspace *workspace, const YsFinding *finding);

G_END_DECLS
