/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standard.xml: reading with all faults at once, and writing canonical bytes.
 * A standard is read for its catalogue, for nearly all of it names things there. */
#pragma once

#include "ys-standard.h"

G_BEGIN_DECLS

/* Reads a standard and seals it against @catalogue. @file is its name for faults. NULL with every fault of schema
 * and meaning that can be found, each with its line. Full: ys_standard_unref(). */
YsStandard *ys_standard_read_xml (GBytes *document, const char *file, YsCatalogue *catalogue, YsFaults *faults);
/* Canonical bytes of a sealed standard: the same content gives the same ones. NULL with VALUE if a text holds what
 * XML forbids. */
GBytes *ys_standard_write_xml (const YsStandard *standard, GError **error);

G_END_DECLS
