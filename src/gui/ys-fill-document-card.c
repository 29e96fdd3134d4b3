/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 应出台文件: its rows, and in the title how many of them are recorded. */
#include "ys-fill-document-card.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-document-row.h"

struct _YsFillDocumentCard
{
  GtkBox parent_instance;
  GtkWidget *summary, *card;
};

static void ys_fill_document_card_iface (YsFillCardInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsFillDocumentCard, ys_fill_document_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_FILL_CARD, ys_fill_document_card_iface))

static guint
count (const YsFillView *view, guint *all)
{
  g_auto (GStrv) ids = ys_fill_view_dup_documents (view);
  guint recorded = 0;

  for (*all = 0; ids[*all] != NULL; (*all)++)
    recorded +=
        ys_fill_document_is_recorded (view, ys_catalogue_get_document (view->standard->catalogue, ids[*all]));
  return recorded;
}

static void
build (YsFillCard *card, const YsFillView *view)
{
  YsFillDocumentCard *self = YS_FILL_DOCUMENT_CARD (card);
  g_auto (GStrv) ids = ys_fill_view_dup_documents (view);

  gtk_widget_set_visible (GTK_WIDGET (self), ids[0] != NULL);
  ys_fill_clear_box (self->card);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_box_append (
        GTK_BOX (self->card),
        ys_fill_document_row_new (view, ys_catalogue_get_document (view->standard->catalogue, ids[i])));
}

static void
update (YsFillCard *card, const YsFillView *view)
{
  YsFillDocumentCard *self = YS_FILL_DOCUMENT_CARD (card);
  guint all = 0, recorded = count (view, &all);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u recorded"), recorded, all);

  gtk_label_set_text (GTK_LABEL (self->summary), text);
  for (GtkWidget *row = gtk_widget_get_first_child (self->card); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ys_fill_document_row_update (YS_FILL_DOCUMENT_ROW (row), view);
}

static char *
dup_anchor (YsFillCard *card, const YsFillView *view)
{
  guint all = 0, recorded = count (view, &all);

  return all > 0 ? g_strdup_printf (_ ("Documents %u/%u"), recorded, all) : NULL;
}

static gboolean
focus_key (YsFillCard *card, const char *key)
{
  YsFillDocumentCard *self = YS_FILL_DOCUMENT_CARD (card);

  for (GtkWidget *row = gtk_widget_get_first_child (self->card); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ys_fill_document_row_focus_key (YS_FILL_DOCUMENT_ROW (row), key))
      return TRUE;
  return FALSE;
}

static void
ys_fill_document_card_iface (YsFillCardInterface *iface)
{
  iface->build = build;
  iface->update = update;
  iface->dup_anchor = dup_anchor;
  iface->focus_key = focus_key;
}

static void
ys_fill_document_card_class_init (YsFillDocumentCardClass *class)
{
}

static void
ys_fill_document_card_init (YsFillDocumentCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->summary = ys_fill_label ("", "small quiet num");
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Documents to issue"), self->summary));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->card, "card");
  gtk_box_append (GTK_BOX (self), self->card);
}
