/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A received package looked at before any workspace is open. */
#pragma once

#include "ys-place.h"

G_BEGIN_DECLS

/* @receipt: the page of the receipt made without a workspace; taken, and led to @location. */
GtkWidget *ys_package_page_new (GtkWidget *receipt, const YsLocation *location);

G_END_DECLS
