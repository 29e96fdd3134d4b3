/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to base: what every call of ICU needs.
 * ICU's tables come with its library; where they lack, the program is broken and says so at once. */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

static inline void
ys_icu_require (UErrorCode status, const char *what)
{
  if (U_FAILURE (status))
    g_error ("ICU: %s: %s", what, u_errorName (status));
}

G_END_DECLS
