/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain: codes with names and advice, faults, and GErrors that carry their place. */
#include "ys-error.h"
G_DEFINE_QUARK (ys-error-quark, ys_error)
