/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns what libxml2 reports (code, place, quoted names) into our own translated sentences. */
#pragma once

#include <libxml/xmlerror.h>

#include "ys-error.h"

G_BEGIN_DECLS

/* Adds one fault for @error; the text of libxml2 itself is never shown, only names and values quoted in it.
 */
void ys_xml_message_add (YsFaults *faults, const char *file, const xmlError *error);

G_END_DECLS
