/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the register: which way it went, what it is, to whom or from whom, when, how large, and what became of it. */
#include "ys-register-row.h"

#include <glib/gi18n-lib.h>

#include "ys-id.h"
#include "ys-register-words.h"

struct _YsRegisterRow {
  GObject parent_instance;
  YsPackageInfo *info;
  char *title, *detail, *searched;
};

G_DEFINE_FINAL_TYPE (YsRegisterRow, ys_register_row, G_TYPE_OBJECT)

YsRegisterRow *
ys_register_row_new (YsWorkspace *workspace, const YsPackageInfo *info)
{
  YsRegisterRow *self = g_object_new (YS_TYPE_REGISTER_ROW, NULL);
  g_autofree char *number = ys_register_dup_number (info->kind, info->number, info->revision);
  g_autofree char *time = ys_time_to_display (info->at);
  g_autofree char *size = g_format_size (info->size);
  g_autofree char *digest = ys_digest_to_groups (info->digest);
  const char *other = ys_register_unit_name (workspace, info->incoming ? info->from : info->to);

  self->info = ys_package_info_copy (info);
  self->title = g_strdup_printf ("%s %s", ys_register_kind_label (info->kind), number);
  self->detail = g_strdup_printf (info->incoming ? _("from %s · %s · %s") : _("to %s · %s · %s"), other, time, size);
  g_autofree char *all = g_strjoin (" ", self->title, self->detail, digest, info->digest, info->name, info->state, NULL);
  self->searched = ys_text_fold (all);
  return self;
}

const YsPackageInfo *
ys_register_row_get_info (YsRegisterRow *self)
{
  return self->info;
}

gboolean
ys_register_row_matches (YsRegisterRow *self, const char *folded)
{
  return strstr (self->searched, folded) != NULL;
}

static void
ys_register_row_finalize (GObject *object)
{
  YsRegisterRow *self = YS_REGISTER_ROW (object);

  g_clear_pointer (&self->info, ys_package_info_free);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->searched);
  G_OBJECT_CLASS (ys_register_row_parent_class)->finalize (object);
}

static void
ys_register_row_class_init (YsRegisterRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_register_row_finalize;
}

static void
ys_register_row_init (YsRegisterRow *self)
{
}

/* ---- on screen ---- */

struct _YsRegisterCell {
  GtkBox parent_instance;
  GtkWidget *icon, *title, *detail, *digest, *state;
};

G_DEFINE_FINAL_TYPE (YsRegisterCell, ys_register_cell, GTK_TYPE_BOX)

void
ys_register_cell_set_row (YsRegisterCell *self, YsRegisterRow *row)
{
  const YsPackageInfo *info = row->info;
  g_autofree char *groups = ys_digest_to_groups (info->digest);
  g_autofree char *digest = g_strdup_printf ("%.19s …", groups);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", row->title, row->detail, info->state);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                info->incoming ? "ys-package-in-symbolic" : "ys-package-out-symbolic");
  gtk_label_set_text (GTK_LABEL (self->title), row->title);
  gtk_label_set_text (GTK_LABEL (self->detail), row->detail);
  gtk_label_set_text (GTK_LABEL (self->digest), digest);
  gtk_widget_set_tooltip_text (self->digest, groups);
  gtk_label_set_text (GTK_LABEL (self->state), info->state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_label (GtkWidget *box, const char *style, float align)
{
  GtkWidget *label = gtk_label_new ("");
  g_auto (GStrv) names = g_strsplit (style, " ", -1);

  gtk_widget_set_css_classes (label, (const char **) names);
  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
ys_register_cell_class_init (YsRegisterCellClass *class)
{
}

static void
ys_register_cell_init (YsRegisterCell *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), words);
  self->title = add_label (words, "package-title", 0);
  self->detail = add_label (words, "small quiet num", 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  self->digest = add_label (GTK_WIDGET (self), "small quiet digest", 1);
  self->state = add_label (GTK_WIDGET (self), "chip", 0.5f);
}

GtkWidget *
ys_register_cell_new (void)
{
  return g_object_new (YS_TYPE_REGISTER_CELL, NULL);
}
