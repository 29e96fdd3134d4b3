/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One slot a page, with the picture there is and the one that is being made. The pixels that the worker sent become
 * the texture without a copy. */
#include "ys-pdf-pictures.h"

#include <math.h>

typedef struct
{
  GdkTexture *texture;
  GError *error;
  YsPdfView view; /* last wanted */
  GCancellable *making;
} Slot;

struct _YsPdfPictures
{
  GObject parent_instance;
  YsPdfDocument *document;
  GHashTable *slots; /* page -> Slot */
  gboolean told_of_fonts;
};

G_DEFINE_FINAL_TYPE (YsPdfPictures, ys_pdf_pictures, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FONTS_MISSING,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
stop_making (Slot *slot)
{
  if (slot->making != NULL)
    g_cancellable_cancel (slot->making);
  g_clear_object (&slot->making);
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  stop_making (slot);
  g_clear_object (&slot->texture);
  g_clear_error (&slot->error);
  g_free (slot);
}

static gboolean
same_view (const YsPdfView *one, const YsPdfView *other)
{
  return one->page == other->page && one->rotation == other->rotation && fabs (one->scale - other->scale) < 1e-9
         && one->x == other->x && one->y == other->y && one->width == other->width && one->height == other->height;
}

/* A picture on its way; it holds nothing but itself, for who wanted it may be gone. */
typedef struct
{
  GWeakRef pictures;
  GCancellable *cancellable;
  guint page;
} Making;

static GdkTexture *
make_texture (const YsPdfPicture *picture)
{
  return gdk_memory_texture_new ((int)picture->width, (int)picture->height, GDK_MEMORY_DEFAULT, picture->pixels,
                                 picture->stride);
}

static void
take_picture (YsPdfPictures *self, Slot *slot, guint page, YsPdfPicture *picture, GError *error)
{
  g_clear_object (&slot->making);
  g_clear_error (&slot->error);
  if (picture != NULL)
    g_clear_object (&slot->texture);
  slot->texture = picture != NULL ? make_texture (picture) : slot->texture;
  slot->error = error != NULL ? g_error_copy (error) : NULL;
  g_signal_emit (self, signals[CHANGED], 0, page);
  if (picture == NULL || !(picture->fonts_missing || picture->maps_missing) || self->told_of_fonts)
    return;
  self->told_of_fonts = TRUE;
  g_signal_emit (self, signals[FONTS_MISSING], 0, picture->maps_missing);
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  Making *making = data;
  g_autoptr (YsPdfPictures) self = g_weak_ref_get (&making->pictures);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPdfPicture) picture = ys_pdf_document_render_finish (YS_PDF_DOCUMENT (source), result, &error);
  Slot *slot = self != NULL ? g_hash_table_lookup (self->slots, GUINT_TO_POINTER (making->page)) : NULL;

  if (slot != NULL && slot->making == making->cancellable)
    take_picture (self, slot, making->page, picture, error);
  g_weak_ref_clear (&making->pictures);
  g_object_unref (making->cancellable);
  g_free (making);
}

void
ys_pdf_pictures_want (YsPdfPictures *self, const YsPdfView *view, int priority)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (view->page));
  Making *making;

  if (slot == NULL)
    {
      slot = g_new0 (Slot, 1);
      g_hash_table_insert (self->slots, GUINT_TO_POINTER (view->page), slot);
    }
  else if (same_view (&slot->view, view))
    return;
  stop_making (slot);
  slot->view = *view;
  slot->making = g_cancellable_new ();
  making = g_new0 (Making, 1);
  g_weak_ref_init (&making->pictures, self);
  making->cancellable = g_object_ref (slot->making);
  making->page = view->page;
  ys_pdf_document_render_async (self->document, view, priority, slot->making, on_rendered, making);
}

void
ys_pdf_pictures_keep (YsPdfPictures *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    if (GPOINTER_TO_UINT (page) < first || GPOINTER_TO_UINT (page) > last)
      g_hash_table_iter_remove (&iter);
}

GdkTexture *
ys_pdf_pictures_get (YsPdfPictures *self, guint page)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (page));

  return slot != NULL ? slot->texture : NULL;
}

const GError *
ys_pdf_pictures_get_error (YsPdfPictures *self, guint page)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (page));

  return slot != NULL ? slot->error : NULL;
}

static void
ys_pdf_pictures_dispose (GObject *object)
{
  YsPdfPictures *self = YS_PDF_PICTURES (object);

  g_hash_table_remove_all (self->slots);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ys_pdf_pictures_parent_class)->dispose (object);
}

static void
ys_pdf_pictures_finalize (GObject *object)
{
  g_hash_table_unref (YS_PDF_PICTURES (object)->slots);
  G_OBJECT_CLASS (ys_pdf_pictures_parent_class)->finalize (object);
}

static void
ys_pdf_pictures_class_init (YsPdfPicturesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_pdf_pictures_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_pdf_pictures_finalize;
  signals[CHANGED] = g_signal_new ("changed", YS_TYPE_PDF_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FONTS_MISSING] = g_signal_new ("fonts-missing", YS_TYPE_PDF_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
ys_pdf_pictures_init (YsPdfPictures *self)
{
  self->slots = g_hash_table_new_full (NULL, NULL, NULL, slot_free);
}

YsPdfPictures *
ys_pdf_pictures_new (YsPdfDocument *document)
{
  YsPdfPictures *self = g_object_new (YS_TYPE_PDF_PICTURES, NULL);

  self->document = g_object_ref (document);
  return self;
}
