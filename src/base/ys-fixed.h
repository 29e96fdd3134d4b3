/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to base: whole numbers of some decimal places, and rounding of rationals to them.
 * Points and decimals are both such numbers; the rules for text and rounding exist once, here. */
#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

/* 10 to the power of @places, which is at most 18. */
gint64 ys_fixed_unit (guint places);
/* Sign, digits, point, at most @places places, in plain ASCII; FALSE for anything else or beyond gint64. */
gboolean ys_fixed_parse (const char *text, guint places, gint64 *value);
/* @value in units of 10^-@places with at least @least of its places, further ones only where not zero. */
char *ys_fixed_to_text (gint64 value, guint places, guint least);
/* @rop (initialised) = @value / 10^@places. */
void ys_fixed_to_rational (mpq_ptr rop, gint64 value, guint places);
/* @rop (initialised) = @value in units of 10^-@places, rounded half up by size. */
void ys_fixed_round_to_integer (mpz_ptr rop, mpq_srcptr value, guint places);
/* The same as gint64; beyond its range the nearest end of it. */
gint64 ys_fixed_round (mpq_srcptr value, guint places);

G_END_DECLS
