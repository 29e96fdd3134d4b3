/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row: sign, title over number and file name, marks, pages, size, day, cited by, menu. A tile: picture of the first page
 * over title and counts. Both have the same parts, laid out differently. */
#include "ys-evidence-cell.h"

#include "ys-evidence-cites.h"

#include <glib/gi18n-lib.h>

#define TILE_WIDTH 150
#define TILE_PICTURE 168

struct _YsEvidenceCell
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsEvidenceEntry *entry;
  GtkWidget *picture, *title, *detail, *marks, *pages, *size, *day, *cited, *menu;
  gboolean tile;
};

G_DEFINE_FINAL_TYPE (YsEvidenceCell, ys_evidence_cell, GTK_TYPE_BOX)

/* ---- what is shown ---- */

static void
show_marks (YsEvidenceCell *self)
{
  g_auto (GStrv) marks = ys_evidence_entry_dup_marks (self->entry);
  g_autofree char *all = g_strjoinv ("\n", marks);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->marks)) != NULL)
    gtk_box_remove (GTK_BOX (self->marks), child);
  gtk_widget_set_tooltip_text (self->marks, all);
  for (guint i = 0; marks[i] != NULL; i++)
    {
      GtkWidget *chip;

      if (i == 1) /* one in words, the others counted */
        {
          g_autofree char *more = g_strdup_printf ("+%u", g_strv_length (marks) - 1);
          chip = gtk_label_new (more);
        }
      else if (i == 0)
        chip = gtk_label_new (marks[i]);
      else
        break;
      gtk_label_set_ellipsize (GTK_LABEL (chip), i == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
      gtk_label_set_max_width_chars (GTK_LABEL (chip), 16);
      gtk_widget_add_css_class (chip, "chip");
      gtk_widget_add_css_class (chip, "open");
      gtk_box_append (GTK_BOX (self->marks), chip);
    }
}

static void
show_detail (YsEvidenceCell *self, const YsEvidenceInfo *info)
{
  gboolean named = info->original_name != NULL && !g_str_has_prefix (info->original_name, info->title);
  g_autofree char *text = info->number != NULL && named
                              ? g_strdup_printf ("%s · %s", info->number, info->original_name)
                              : g_strdup (info->number != NULL ? info->number : named ? info->original_name : "");

  gtk_label_set_text (GTK_LABEL (self->detail), text);
  gtk_widget_set_visible (self->detail, *text != '\0' && !self->tile);
}

static void
show_menu (YsEvidenceCell *self, const YsEvidenceInfo *info)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_ ("Actions for %s"), info->title);
  static const char *const items[][2] = { { N_ ("Change title and number…"), "evidence.rename" },
                                          { N_ ("Take out of the list"), "evidence.remove" } };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i][0]), NULL);

      g_menu_item_set_action_and_target (item, items[i][1], "s", info->digest);
      if (i == 0 || info->citations == 0) /* what is cited can't be taken out */
        g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_thumbnail (YsEvidenceCell *self)
{
  GdkTexture *thumbnail = ys_evidence_entry_get_thumbnail (self->entry);

  if (!self->tile)
    return;
  if (thumbnail != NULL)
    gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (thumbnail));
  else
    gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
}

static void
show (YsEvidenceCell *self)
{
  const YsEvidenceInfo *info = ys_evidence_entry_get_info (self->entry);
  g_autofree char *name = ys_evidence_entry_dup_name (self->entry);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", info->pages), info->pages);
  g_autofree char *size = g_format_size (info->size);
  g_autoptr (GDateTime) added = g_date_time_new_from_unix_local (info->added_at / G_USEC_PER_SEC);
  g_autofree char *day = added != NULL ? g_date_time_format (added, "%Y-%m-%d") : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->title), info->title);
  gtk_widget_set_tooltip_text (self->title, info->title);
  gtk_label_set_text (GTK_LABEL (self->pages), pages);
  gtk_label_set_text (GTK_LABEL (self->size), size);
  gtk_label_set_text (GTK_LABEL (self->day), day);
  show_detail (self, info);
  show_marks (self);
  show_menu (self, info);
  show_thumbnail (self);
  ys_evidence_cites_set (GTK_MENU_BUTTON (self->cited), info);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL) /* the list's own row takes the focus */
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ys_evidence_cell_set_entry (YsEvidenceCell *self, YsEvidenceEntry *entry)
{
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  g_signal_connect_object (entry, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "thumbnail", G_CALLBACK (show_thumbnail), self, G_CONNECT_SWAPPED);
  show (self);
}

/* ---- made and gone ---- */

static GtkWidget *
make_label (const char *class, int width, float align)
{
  GtkWidget *label = gtk_label_new ("");

  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_widget_add_css_class (label, "num");
  gtk_widget_set_size_request (label, width, -1);
  gtk_label_set_xalign (GTK_LABEL (label), align);
  return label;
}

static void
make_parts (YsEvidenceCell *self)
{
  self->title = make_label (NULL, -1, 0);
  self->detail = make_label ("small", -1, 0);
  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->pages = make_label ("small", 52, 1);
  self->size = make_label ("small", 66, 1);
  self->day = make_label ("small", 78, 1);
  gtk_widget_add_css_class (self->detail, "quiet");
  gtk_widget_add_css_class (self->size, "quiet");
  gtk_widget_add_css_class (self->day, "quiet");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_MIDDLE);
  self->cited = ys_evidence_cites_new (self->workspace);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_valign (self->marks, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->cited, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
}

static void
lay_out_row (YsEvidenceCell *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *const parts[] = { words, self->marks, self->pages, self->size, self->day, self->cited, self->menu };

  self->picture = gtk_image_new_from_icon_name ("ys-evidence-symbolic");
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence-row");
  gtk_box_append (GTK_BOX (self), self->picture);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->detail);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_size_request (self->cited, 76, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (self), parts[i]);
}

static void
lay_out_tile (YsEvidenceCell *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence-tile");
  gtk_widget_set_size_request (GTK_WIDGET (self), TILE_WIDTH, -1);
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, -1, TILE_PICTURE);
  gtk_widget_set_vexpand (self->picture, TRUE);
  gtk_widget_add_css_class (frame, "thumbnail");
  gtk_box_append (GTK_BOX (frame), self->picture);
  gtk_box_append (GTK_BOX (self), frame);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->title), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 10);
  gtk_label_set_yalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_size_request (self->title, -1, 40);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_widget_set_size_request (self->pages, -1, -1);
  gtk_box_append (GTK_BOX (foot), self->pages);
  gtk_widget_set_hexpand (self->cited, TRUE);
  gtk_widget_set_halign (self->cited, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), self->cited);
  gtk_box_append (GTK_BOX (foot), self->menu);
  gtk_box_append (GTK_BOX (self), foot);
  gtk_box_append (GTK_BOX (self), self->marks);
  gtk_widget_set_size_request (self->marks, -1, 22);
  /* a tile has no room for these */
  gtk_box_append (GTK_BOX (self), self->size);
  gtk_box_append (GTK_BOX (self), self->day);
  gtk_box_append (GTK_BOX (self), self->detail);
  gtk_widget_set_visible (self->size, FALSE);
  gtk_widget_set_visible (self->day, FALSE);
}

static void
ys_evidence_cell_dispose (GObject *object)
{
  YsEvidenceCell *self = YS_EVIDENCE_CELL (object);

  ys_evidence_cell_set_entry (self, NULL);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_evidence_cell_parent_class)->dispose (object);
}

static void
ys_evidence_cell_class_init (YsEvidenceCellClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_evidence_cell_dispose;
}

static void
ys_evidence_cell_init (YsEvidenceCell *self)
{
}

GtkWidget *
ys_evidence_cell_new (YsWorkspace *workspace, gboolean tile)
{
  YsEvidenceCell *self = g_object_new (YS_TYPE_EVIDENCE_CELL, NULL);

  self->workspace = g_object_ref (workspace);
  self->tile = tile;
  make_parts (self);
  if (tile)
    lay_out_tile (self);
  else
    lay_out_row (self);
  return GTK_WIDGET (self);
}

/* ---- lists of them ---- */

typedef struct
{
  YsWorkspace *workspace;
  YsEvidenceThumbnails *thumbnails;
} Making;

static void
making_free (gpointer data, GClosure *closure)
{
  Making *making = data;

  g_object_unref (making->workspace);
  g_clear_object (&making->thumbnails);
  g_free (making);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, Making *making)
{
  gtk_list_item_set_child (item, ys_evidence_cell_new (making->workspace, making->thumbnails != NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, YsEvidenceThumbnails *thumbnails)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  YsEvidenceEntry *entry = gtk_list_item_get_item (item);

  ys_evidence_cell_set_entry (YS_EVIDENCE_CELL (cell), entry);
  if (thumbnails != NULL)
    ys_evidence_thumbnails_want (thumbnails, entry, gtk_widget_get_scale_factor (cell));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ys_evidence_cell_set_entry (YS_EVIDENCE_CELL (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
ys_evidence_cell_factory_new (YsWorkspace *workspace, YsEvidenceThumbnails *thumbnails)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Making *making = g_new0 (Making, 1);

  making->workspace = g_object_ref (workspace);
  g_set_object (&making->thumbnails, thumbnails);
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), making, making_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), thumbnails); /* making keeps them */
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
