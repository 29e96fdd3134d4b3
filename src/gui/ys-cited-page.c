/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF is opened by the confined worker, off the main loop; going on before it is there cancels it. */
#include "ys-cited-page.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-pdf-canvas.h"
#include "ys-pdf-open.h"
#include "ys-pdf-window.h"

struct _YsCitedPage {
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  YsDossier *dossier;     /* NULL: nothing is shown */
  GPtrArray *citations;   /* YsCitation, unowned: of the dossier */
  guint at;
  GtkWidget *bar, *title, *place, *back, *next, *enlarge, *scroller, *trouble, *nothing;
  YsPdfCanvas *canvas;
  YsPdfTexts *texts;
  YsPdfOpened *opened;
  GCancellable *opening;
  char *digest;           /* shown or on its way */
};

G_DEFINE_FINAL_TYPE (YsCitedPage, ys_cited_page, GTK_TYPE_BOX)

static void
forget (YsCitedPage *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  ys_pdf_canvas_set_document (self->canvas, NULL, NULL, NULL);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->opened, ys_pdf_opened_free);
  g_clear_pointer (&self->digest, g_free);
}

static const YsCitation *
get_citation (YsCitedPage *self)
{
  return self->citations != NULL && self->at < self->citations->len ? g_ptr_array_index (self->citations, self->at) : NULL;
}

static void
go_to_page (YsCitedPage *self)
{
  const YsCitation *citation = get_citation (self);
  guint page = citation != NULL ? MAX (ys_citation_get_first_page (citation), 1) : 1;

  if (self->opened != NULL)
    ys_pdf_canvas_go_to (self->canvas, CLAMP (page, 1, self->opened->pages->len) - 1);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsCitedPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPdfOpened) opened = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (self->opening == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return; /* another one was asked for since */
  g_clear_object (&self->opening);
  gtk_widget_set_visible (self->trouble, opened == NULL);
  gtk_widget_set_visible (self->scroller, opened != NULL);
  if (opened == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->trouble), error->message);
      return;
    }
  self->opened = g_steal_pointer (&opened);
  self->texts = ys_pdf_texts_new (self->opened->document, self->opened->pages->len);
  ys_pdf_canvas_set_document (self->canvas, self->opened->document, self->opened->pages, self->texts);
  go_to_page (self);
}

static void
open_pdf (YsCitedPage *self, const char *digest)
{
  if (g_strcmp0 (digest, self->digest) == 0)
    {
      go_to_page (self);
      return;
    }
  forget (self);
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_visible (self->scroller, TRUE);
  self->digest = g_strdup (digest);
  self->opening = g_cancellable_new ();
  ys_pdf_open_async (self->workspace, digest, NULL, self->opening, on_opened, g_object_ref (self));
}

static void
show_citation (YsCitedPage *self)
{
  const YsCitation *citation = get_citation (self);
  const char *title;

  gtk_widget_set_visible (self->bar, citation != NULL);
  gtk_widget_set_visible (self->nothing, citation == NULL && self->dossier != NULL);
  gtk_widget_set_visible (self->scroller, citation != NULL);
  gtk_widget_set_visible (self->trouble, FALSE);
  if (citation == NULL)
    {
      forget (self);
      return;
    }
  title = ys_dossier_get_evidence_title (self->dossier, citation->evidence);
  g_autofree char *pages = ys_citation_dup_pages (citation);
  g_autofree char *words
    = g_strdup_printf ("%s %s%s", title != NULL ? title : _ ("Evidence"), pages, citation->by_city ? _ (" · cited by the city") : "");
  g_autofree char *place = g_strdup_printf (_ ("citation %u/%u"), self->at + 1, self->citations->len);
  gtk_label_set_text (GTK_LABEL (self->title), words);
  gtk_widget_set_tooltip_text (self->title, citation->note != NULL ? citation->note : words);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_widget_set_sensitive (self->back, self->at > 0);
  gtk_widget_set_sensitive (self->next, self->at + 1 < self->citations->len);
  open_pdf (self, citation->evidence);
}

void
ys_cited_page_take (YsCitedPage *self, YsDossier *dossier, GPtrArray *citations)
{
  g_autoptr (YsDossier) old = self->dossier;

  self->dossier = dossier != NULL ? ys_dossier_ref (dossier) : NULL;
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  self->citations = citations;
  self->at = 0;
  show_citation (self);
}

void
ys_cited_page_aim (YsCitedPage *self, const char *point)
{
  for (guint i = 0; self->citations != NULL && i < self->citations->len; i++)
    if (g_strcmp0 (((const YsCitation *) g_ptr_array_index (self->citations, i))->point, point) == 0)
      {
        self->at = i;
        show_citation (self);
        return;
      }
}

static void
on_step (GtkWidget *button, YsCitedPage *self)
{
  self->at += button == self->next ? 1 : -1;
  show_citation (self);
}

static void
on_enlarge (YsCitedPage *self)
{
  const YsCitation *citation = get_citation (self);

  if (citation != NULL)
    ys_pdf_window_present (GTK_WIDGET (self), self->workspace, 0, citation->evidence, ys_citation_get_first_page (citation), NULL);
}

/* ---- made and gone ---- */

static GtkWidget *
add_button (YsCitedPage *self, const char *icon, const char *name, GCallback func, GConnectFlags flags)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", func, self, flags);
  gtk_box_append (GTK_BOX (self->bar), button);
  return button;
}

static void
ys_cited_page_dispose (GObject *object)
{
  YsCitedPage *self = YS_CITED_PAGE (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->opened, ys_pdf_opened_free);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, ys_dossier_unref);
  g_clear_pointer (&self->digest, g_free);
  G_OBJECT_CLASS (ys_cited_page_parent_class)->dispose (object);
}

static void
ys_cited_page_class_init (YsCitedPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_cited_page_dispose;
}

static void
make_bar (YsCitedPage *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->bar, "cited-bar");
  gtk_box_append (GTK_BOX (self->bar), g_object_new (GTK_TYPE_IMAGE, "icon-name", "ys-evidence-symbolic", "accessible-role",
                                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->title = ys_fill_label (NULL, "");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self->bar), self->title);
  self->place = ys_fill_label (NULL, "strong num");
  gtk_box_append (GTK_BOX (self->bar), self->place);
  self->back = add_button (self, "go-previous-symbolic", _ ("Citation before"), G_CALLBACK (on_step), 0);
  self->next = add_button (self, "go-next-symbolic", _ ("Citation after"), G_CALLBACK (on_step), 0);
  self->enlarge = add_button (self, "view-fullscreen-symbolic", _ ("Open the whole PDF"), G_CALLBACK (on_enlarge),
                              G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->bar);
}

static void
ys_cited_page_init (YsCitedPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  make_bar (self);
  self->canvas = YS_PDF_CANVAS (ys_pdf_canvas_new ());
  ys_pdf_canvas_set_fit (self->canvas, YS_PDF_FIT_TEXT, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->canvas));
  gtk_widget_add_css_class (self->scroller, "desk");
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cited page"), -1);
  gtk_box_append (GTK_BOX (self), self->scroller);
  self->trouble = ys_fill_label (NULL, "problem reading");
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  gtk_box_append (GTK_BOX (self), self->trouble);
  self->nothing = ys_fill_label (_ ("No evidence is cited for it."), "quiet reading");
  gtk_box_append (GTK_BOX (self), self->nothing);
}

GtkWidget *
ys_cited_page_new (YsWorkspace *workspace)
{
  YsCitedPage *self = g_object_new (YS_TYPE_CITED_PAGE, NULL);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}
