/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier as it lies on a stick: a folder with the package that names the others, and those beside it.
 * Written package by package, so that what was interrupted can be completed later. */
#pragma once

#include "ys-package-output.h"

G_BEGIN_DECLS

/**
 * ys_dossier_folder_write: puts the kept archives @sources (NULL-terminated paths) under their own names into
 * the folder @folder, which is made if need be; the last one, which names the others, comes last.
 *
 * Each is verified before it goes, written as `<name>.part`, read back and verified, then named; bytes are
 * never changed. What is there already with the same bytes is kept, so that the same call completes a folder
 * that was interrupted or cancelled. With @options' force a file of the same name that differs is replaced.
 * Errors, beside those of ys_package_output_copy(): EXISTS where a file of the same name is another one,
 * DOSSIER_STRANGE where something lies in the folder that does not belong to it (nothing was written then),
 * NO_SPACE for all that is still to be written (checked first).
 */
gboolean ys_dossier_folder_write (const char *folder, const char *const *sources,
                                  const YsPackageOutputOptions *options, GError **error);

/* TRUE for "<name>.yanshou.zip" and nothing else behind it. */
gboolean ys_dossier_is_package_name (const char *base);

G_END_DECLS
