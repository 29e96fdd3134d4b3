/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents without a workspace: checking a catalogue or a standard, and scoring the documents that packages carry.
 * Files are told apart by their root element, never by name; their order changes nothing. */
#pragma once

#include "ys-sheet.h"

G_BEGIN_DECLS

/* Reads and checks a file; names of files are bytes of the file system. NULL with all faults, each with its line. Full.
 * Disk. */
YsCatalogue *ys_check_catalogue_file (const char *path, YsFaults *faults);
/* @catalogue NULL: the shipped one. */
YsStandard *ys_check_standard_file (const char *path, const char *catalogue, YsFaults *faults);

/**
 * ys_score_files:
 * @paths: NULL-terminated: one assessment.xml, a submission.xml for each unit, any number of occurrences.xml (united; the
 *   same id twice is a fault), at most one review.xml; a sheet.xml is passed over unread
 * @figure: rested on, where @figure_given; else decided where the unit is scored or final, else computed
 * @faults: all faults of all files at once, then those of the facts together
 *
 * Returns: (transfer full): the sheet with its reasons, or NULL with @faults. Disk.
 */
YsSheet *ys_score_files (const char *catalogue, const char *standard, const char *const *paths, YsScoreFigure figure,
                         gboolean figure_given, YsFaults *faults);

G_END_DECLS
