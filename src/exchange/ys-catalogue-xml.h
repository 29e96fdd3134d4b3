/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue.xml: reading with all faults at once, and writing canonical bytes.
 * The formats are those of docs/formats.md; the schemas are embedded. */
#pragma once

#include "ys-standard-xml.h"

G_BEGIN_DECLS

/* Reads and seals a catalogue. @file is its name for faults. NULL with every fault of schema and meaning that can
 * be found, each with its line. Full: ys_catalogue_unref(). */
YsCatalogue *ys_catalogue_read_xml (GBytes *document, const char *file, YsFaults *faults);
/* Canonical bytes: the same content gives the same ones. NULL with VALUE if a text holds what XML forbids. */
GBytes *ys_catalogue_write_xml (const YsCatalogue *catalogue, GError **error);

G_END_DECLS
