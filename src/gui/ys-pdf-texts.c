/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps every text that was read: a page's characters and their places are small beside its picture. */
#include "ys-pdf-texts.h"

typedef struct
{
  YsPdfText *text;
  gboolean asked, known;
} Slot;

struct _YsPdfTexts
{
  GObject parent_instance;
  YsPdfDocument *document;
  GCancellable *cancellable;
  Slot *slots;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (YsPdfTexts, ys_pdf_texts, G_TYPE_OBJECT)

enum
{
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A question on its way does not keep the texts alive: when nobody is left who wants them, it is cancelled. */
typedef struct
{
  GWeakRef texts;
  guint page;
} Asked;

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (YsPdfTexts) self = g_weak_ref_get (&asked->texts);
  g_autoptr (YsPdfText) text = ys_pdf_document_load_text_finish (YS_PDF_DOCUMENT (source), result, NULL);

  g_weak_ref_clear (&asked->texts);
  if (self == NULL)
    return;
  self->slots[asked->page].text = g_steal_pointer (&text);
  self->slots[asked->page].known = TRUE;
  g_signal_emit (self, signals[LOADED], 0, asked->page);
}

void
ys_pdf_texts_want (YsPdfTexts *self, guint page, int priority)
{
  Asked *asked;

  if (page >= self->n_pages || self->slots[page].asked)
    return;
  self->slots[page].asked = TRUE;
  asked = g_new0 (Asked, 1);
  g_weak_ref_init (&asked->texts, self);
  asked->page = page;
  ys_pdf_document_load_text_async (self->document, page, priority, self->cancellable, on_text, asked);
}

gboolean
ys_pdf_texts_is_known (YsPdfTexts *self, guint page)
{
  return page < self->n_pages && self->slots[page].known;
}

YsPdfText *
ys_pdf_texts_get (YsPdfTexts *self, guint page)
{
  return page < self->n_pages ? self->slots[page].text : NULL;
}

guint
ys_pdf_texts_get_n_pages (YsPdfTexts *self)
{
  return self->n_pages;
}

static void
ys_pdf_texts_dispose (GObject *object)
{
  YsPdfTexts *self = YS_PDF_TEXTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ys_pdf_texts_parent_class)->dispose (object);
}

static void
ys_pdf_texts_finalize (GObject *object)
{
  YsPdfTexts *self = YS_PDF_TEXTS (object);

  for (guint i = 0; i < self->n_pages; i++)
    g_clear_pointer (&self->slots[i].text, ys_pdf_text_unref);
  g_free (self->slots);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ys_pdf_texts_parent_class)->finalize (object);
}

static void
ys_pdf_texts_class_init (YsPdfTextsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_pdf_texts_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_pdf_texts_finalize;
  signals[LOADED] = g_signal_new ("loaded", YS_TYPE_PDF_TEXTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ys_pdf_texts_init (YsPdfTexts *self)
{
  self->cancellable = g_cancellable_new ();
}

YsPdfTexts *
ys_pdf_texts_new (YsPdfDocument *document, guint n_pages)
{
  YsPdfTexts *self = g_object_new (YS_TYPE_PDF_TEXTS, NULL);

  self->document = g_object_ref (document);
  self->n_pages = n_pages;
  self->slots = g_new0 (Slot, n_pages);
  return self;
}
