/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's language: locale and message catalogue of a program, set once at its start. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ys_locale_init: to be called first in main(), before any thread.
 *
 * Takes the locale of the environment and binds the catalogue: from the folder that YANSHOU_LOCALEDIR names
 * (a build that is not installed), else from where the program was installed; messages are UTF-8. Where the
 * system lacks the locale that the environment asks for, its language is still used, with the rules of
 * C.UTF-8.
 */
void ys_locale_init (void);

G_END_DECLS
