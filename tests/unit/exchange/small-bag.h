/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small sound bag for tests, made from the parts of the library: as an archive in memory or as a folder. */
#pragma once

#include <glib.h>

/* What the tests of bags share: name → GBytes, in archive order. */
GPtrArray *small_bag_names (void);
GBytes *small_bag_content (const char *name);
/* The bag as a canonical zip under @top in an anonymous file; close the descriptor. */
int small_bag_zip (const char *top);
/* The whole file behind @fd. */
GBytes *small_bag_bytes (int fd);
/* An anonymous file with @length bytes of @data. */
int small_bag_fd (const void *data, gsize length);
/* Writes the bag as a new folder under the temporary folder; its path (full). */
char *small_bag_folder (const char *name);
/* Removes a folder with all it holds. */
void small_bag_remove (const char *folder);
