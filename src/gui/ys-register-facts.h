/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small table of facts, name and value, as the register and the receipt show them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ys_register_facts_new (void);
void ys_register_facts_clear (GtkWidget *facts);
/* @value NULL or "": no row. @style: css class of the value, NULL for usual text. */
void ys_register_facts_add (GtkWidget *facts, const char *name, const char *value, const char *style);

G_END_DECLS
