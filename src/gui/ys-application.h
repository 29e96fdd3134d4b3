/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as the desktop sees it: one window, opened with a workspace folder or a package. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_APPLICATION (ys_application_get_type ())
G_DECLARE_FINAL_TYPE (YsApplication, ys_application, YS, APPLICATION, AdwApplication)

YsApplication *ys_application_new (void);

G_END_DECLS
