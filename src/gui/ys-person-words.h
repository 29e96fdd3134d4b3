/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's roles in words. */
#pragma once

#include <glib.h>

/* "填报人、审核人"; "" for none. @roles: bits of YsRole. Full. */
char *ys_person_dup_roles (guint roles);
