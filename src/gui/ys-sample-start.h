/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trying the sample: made once in the person's data folder, then opened like any other workspace. */
#pragma once

#include "ys-window.h"

G_BEGIN_DECLS

/* Makes the sample if there is none, with progress in @window and a way to stop it, then opens its first county. */
void ys_sample_start (YsWindow *window);

G_END_DECLS
