/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first hit shown is the first from the page in view on, as one expects who searches while reading. */
#include "ys-pdf-find-bar.h"

#include "ys-pdf-search.h"

#include <glib/gi18n-lib.h>

struct _YsPdfFindBar
{
  GtkBox parent_instance;
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count, *unusable;
  GtkButton *previous, *next;
  YsPdfCanvas *canvas; /* unowned */
  YsPdfSearch *search;
  guint n_pages, current;
  guint from_page;    /* where to begin */
  gboolean placed;    /* a hit was shown for these words */
};

G_DEFINE_FINAL_TYPE (YsPdfFindBar, ys_pdf_find_bar, GTK_TYPE_BOX)

static gboolean
is_open (YsPdfFindBar *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}

static void
show_count (YsPdfFindBar *self)
{
  guint n_hits = ys_pdf_search_get_hits (self->search)->len;
  guint n_unusable = ys_pdf_search_get_n_unusable (self->search);
  gboolean done = ys_pdf_search_is_done (self->search);
  g_autofree char *count = NULL, *unusable = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    count = g_strdup ("");
  else if (n_hits > 0)
    count = g_strdup_printf ("%u/%u%s", self->current + 1, n_hits, done ? "" : "…");
  else if (done)
    count = g_strdup (_ ("Not found"));
  else
    count = g_strdup_printf (_ ("Page %u…"), ys_pdf_search_get_n_read (self->search));
  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous), n_hits > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), n_hits > 1);
  if (n_unusable == self->n_pages)
    unusable = g_strdup (_ ("This PDF has no text to search (a scan, or fonts without characters)."));
  else
    unusable = g_strdup_printf (ngettext ("%u page has no text to search.", "%u pages have no text to search.", n_unusable),
                                n_unusable);
  gtk_label_set_text (self->unusable, unusable);
  gtk_widget_set_visible (GTK_WIDGET (self->unusable), is_open (self) && n_unusable > 0);
}

static void
show_hit (YsPdfFindBar *self)
{
  GPtrArray *hits = ys_pdf_search_get_hits (self->search);

  ys_pdf_canvas_set_hits (self->canvas, is_open (self) ? hits : NULL, self->current);
  if (self->current < hits->len && is_open (self))
    {
      const YsPdfHit *hit = g_ptr_array_index (hits, self->current);
      const YsPdfPlace *place = &g_array_index (hit->places, YsPdfPlace, 0);
      ys_pdf_canvas_reveal (self->canvas, place->page, &place->frame);
    }
  show_count (self);
}

static void
on_search_changed (YsPdfFindBar *self)
{
  GPtrArray *hits = ys_pdf_search_get_hits (self->search);

  for (guint i = 0; !self->placed && i < hits->len; i++)
    {
      const YsPdfHit *hit = g_ptr_array_index (hits, i);

      if (g_array_index (hit->places, YsPdfPlace, 0).page < self->from_page
          && !(i + 1 == hits->len && ys_pdf_search_is_done (self->search)))
        continue;
      self->current = g_array_index (hit->places, YsPdfPlace, 0).page < self->from_page ? 0 : i;
      self->placed = TRUE;
      show_hit (self);
      return;
    }
  ys_pdf_canvas_set_hits (self->canvas, is_open (self) ? hits : NULL, self->current);
  show_count (self);
}

static void
ask (YsPdfFindBar *self, guint from_page)
{
  self->placed = FALSE;
  self->current = 0;
  self->from_page = from_page;
  if (self->search != NULL)
    ys_pdf_search_set_query (self->search, is_open (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL);
}

static void
on_words (YsPdfFindBar *self)
{
  ask (self, ys_pdf_canvas_get_page (self->canvas));
}

static void
on_mode (YsPdfFindBar *self)
{
  on_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self), is_open (self));
  if (!is_open (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
ys_pdf_find_bar_step (YsPdfFindBar *self, gboolean backward)
{
  guint n_hits = self->search != NULL ? ys_pdf_search_get_hits (self->search)->len : 0;

  if (n_hits == 0)
    return;
  self->current = (self->current + (backward ? n_hits - 1 : 1)) % n_hits;
  show_hit (self);
}

static void
on_step (GtkButton *button, YsPdfFindBar *self)
{
  ys_pdf_find_bar_step (self, button == self->previous);
}

static void
on_next (YsPdfFindBar *self)
{
  ys_pdf_find_bar_step (self, FALSE);
}

static void
on_previous (YsPdfFindBar *self)
{
  ys_pdf_find_bar_step (self, TRUE);
}

static void
on_stop (YsPdfFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

void
ys_pdf_find_bar_open (YsPdfFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
ys_pdf_find_bar_search (YsPdfFindBar *self, const char *words, guint page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkWidget) focus = NULL;

  /* the one who goes through a list of hits keeps the focus there, which the bar would take when it opens */
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL)
    g_object_ref (focus);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  ask (self, page);
}

GtkSearchBar *
ys_pdf_find_bar_get_bar (YsPdfFindBar *self)
{
  return self->bar;
}

void
ys_pdf_find_bar_set_canvas (YsPdfFindBar *self, YsPdfCanvas *canvas)
{
  self->canvas = canvas;
}

void
ys_pdf_find_bar_set_texts (YsPdfFindBar *self, YsPdfTexts *texts)
{
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  gtk_label_set_text (self->count, "");
  gtk_widget_hide (GTK_WIDGET (self->unusable));
  if (texts == NULL)
    return;
  self->n_pages = ys_pdf_texts_get_n_pages (texts);
  self->search = ys_pdf_search_new (texts);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (on_search_changed), self);
  ask (self, 0);
}

static void
ys_pdf_find_bar_dispose (GObject *object)
{
  YsPdfFindBar *self = YS_PDF_FIND_BAR (object);

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  G_OBJECT_CLASS (ys_pdf_find_bar_parent_class)->dispose (object);
}

static void
ys_pdf_find_bar_class_init (YsPdfFindBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_pdf_find_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-pdf-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPdfFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, YsPdfFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, YsPdfFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, YsPdfFindBar, unusable);
  gtk_widget_class_bind_template_child (widget_class, YsPdfFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, YsPdfFindBar, next);
}

static void
ys_pdf_find_bar_init (YsPdfFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (on_mode), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_words), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (on_stop), self);
  g_signal_connect (self->previous, "clicked", G_CALLBACK (on_step), self);
  g_signal_connect (self->next, "clicked", G_CALLBACK (on_step), self);
}
