/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of YsPdfDocument share. Private to src/evidence. */
#pragma once

#include "ys-pdf-document.h"
#include "ys-pdf-pool.h"

/* The flags that a worker may set; the others are the client's. */
#define YS_PDF_ALL_FOUND (YS_PDF_PASSWORD_USED - 1)
