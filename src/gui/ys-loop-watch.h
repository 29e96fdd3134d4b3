/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches the main loop under YANSHOU_DEBUG=loop. */
#pragma once

/* Writes a line whenever the main loop did not come round for 100 ms. Nothing without that topic. */
void ys_loop_watch_start (void);
