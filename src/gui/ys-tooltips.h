/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the toolkit's tooltips fit for Chinese. Called once, before the first window. */
#pragma once

/* GTK 4.8 lets a tooltip be as wide as its number of characters in Latin letters, which holds half as many Chinese ones:
 * 菜单 stands in two lines. From now on a tooltip is as wide as its words, up to some 36 characters. */
void ys_tooltips_mend (void);
