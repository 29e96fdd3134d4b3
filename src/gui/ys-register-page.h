/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 往来登记: every package that went out or came in. */
#pragma once

#include <adwaita.h>

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_REGISTER_PAGE (ys_register_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRegisterPage, ys_register_page, YS, REGISTER_PAGE, GtkBox)

G_END_DECLS
