/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Defaults of the assistant: where a new workspace goes and who works in it. */
#pragma once

#include <glib.h>

/* 文档/验收/‹unit›‹year› of the person's documents folder (gui.md, First start). Always Chinese. Full. */
char *ys_setup_dup_default_folder (const char *unit, int year);
/* @folder, or it with the first free number behind where it is taken. Takes @folder; full. Looks at the disk. */
char *ys_setup_take_free_folder (char *folder);
/* The name of the person logged in, "" where the system knows none. */
const char *ys_setup_get_default_person (void);
