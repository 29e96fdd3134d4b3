/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said and has not travelled yet: one package for each office and kind, made after asking, then copied to a
 * stick. */
#pragma once

#include <gtk/gtk.h>

#include "ys-workspace-finding.h"

G_BEGIN_DECLS

#define YS_TYPE_SAID_SEND (ys_said_send_get_type ())
G_DECLARE_FINAL_TYPE (YsSaidSend, ys_said_send, YS, SAID_SEND, GtkBox)

/* Shows what can be sent now. */
void ys_said_send_update (YsSaidSend *self, YsWorkspace *workspace);

G_END_DECLS
