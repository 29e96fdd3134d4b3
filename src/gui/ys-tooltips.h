/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the toolkit's tooltips fit for Chinese. Called once, before the first window. */
#pragma once

/* GTK 4.8 makes the label of a tooltip as narrow as it may be wrapped, and Chinese may be wrapped after any character:
 * 菜单 stands in two lines. From now on a tooltip is as wide as its words, up to the toolkit's own limit. */
void ys_tooltips_mend (void);
