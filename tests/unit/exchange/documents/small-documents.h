/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small documents of tests/data/xml, as they are or with one place changed.
 * A test changes one thing and then knows every fault that must come. */
#pragma once

#include "ys-catalogue-xml.h"
#include "ys-facts-xml.h"

/* Text of tests/data/xml/<name>.xml. Full. */
char *small_document_load (const char *name);
/* The same with @find, which must occur, replaced by @replace at its first place. Full. */
char *small_document_change (const char *name, const char *find, const char *replace);
GBytes *small_document_bytes (const char *text);
/* Sound ones; a fault ends the test. Full. */
YsCatalogue *small_catalogue (void);
YsStandard *small_standard (void);
/* All facts of the folder, where the document @name is replaced by @text; NULL with faults. Full. */
YsFacts *small_facts (const YsStandard *standard, const char *name, const char *text, YsFaults *faults);
/* A fault's line in a printable form, for messages of failing tests. Full. */
char *small_faults_to_text (YsFaults *faults);
/* 1-based line on which @part begins in @text. */
guint small_line_of (const char *text, const char *part);
