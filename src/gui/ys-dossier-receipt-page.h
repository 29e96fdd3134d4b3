/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier 上报材料 that came in as a folder of packages: whether all of them are there, from whom, what they hold.
 * It is read anew each time it is shown; nothing changes before it is imported. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

#define YS_TYPE_DOSSIER_RECEIPT_PAGE (ys_dossier_receipt_page_get_type ())
G_DECLARE_FINAL_TYPE (YsDossierReceiptPage, ys_dossier_receipt_page, YS, DOSSIER_RECEIPT_PAGE, GtkBox)

/* Whether the folder @path holds packages beside each other and is neither a package nor a workspace itself. Disk, short. */
gboolean ys_dossier_is_folder (const char *path);

G_END_DECLS
