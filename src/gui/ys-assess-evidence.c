/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page is opened by the confined worker, off the main loop; going to another cell before it is there
 * cancels it. */
#include "ys-assess-evidence.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-cite-menu.h"
#include "ys-fill-card.h"
#include "ys-pdf-canvas.h"
#include "ys-pdf-open.h"
#include "ys-place.h"

#define N_VERDICTS 4

struct _YsAssessEvidence
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  GtkWidget *frame, *overlay, *trouble, *list, *nothing, *cite;
  YsPdfCanvas *canvas;
  YsPdfTexts *texts;
  YsPdfOpened *opened;
  GCancellable *opening;
  char *digest;    /* shown or on its way */
  guint page;      /* 1-based */
  char *described; /* what the rows show, to leave them alone where nothing changed */
};

enum
{
  SIGNAL_VERDICT,
  SIGNAL_CITE,
  SIGNAL_UNCITE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessEvidence, ys_assess_evidence, GTK_TYPE_BOX)

/* ---- the page ---- */

static void
forget (YsAssessEvidence *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  ys_pdf_canvas_set_document (self->canvas, NULL, NULL, NULL);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->opened, ys_pdf_opened_free);
  g_clear_pointer (&self->digest, g_free);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsAssessEvidence) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPdfOpened) opened = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (self->opening == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return; /* another one was asked for since */
  g_clear_object (&self->opening);
  gtk_widget_set_visible (self->trouble, opened == NULL);
  gtk_widget_set_visible (self->overlay, opened != NULL);
  if (opened == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->trouble), error->message);
      return;
    }
  self->opened = g_steal_pointer (&opened);
  self->texts = ys_pdf_texts_new (self->opened->document, self->opened->pages->len);
  ys_pdf_canvas_set_document (self->canvas, self->opened->document, self->opened->pages, self->texts);
  ys_pdf_canvas_go_to (self->canvas, CLAMP (self->page, 1, self->opened->pages->len) - 1);
}

static void
show_page (YsAssessEvidence *self, const char *digest, guint page)
{
  self->page = MAX (page, 1);
  gtk_widget_set_visible (self->frame, digest != NULL);
  if (digest != NULL && g_strcmp0 (digest, self->digest) == 0)
    {
      if (self->opened != NULL)
        ys_pdf_canvas_go_to (self->canvas, CLAMP (self->page, 1, self->opened->pages->len) - 1);
      return;
    }
  forget (self);
  if (digest == NULL)
    return;
  gtk_widget_hide (self->trouble);
  gtk_widget_show (self->overlay);
  self->digest = g_strdup (digest);
  self->opening = g_cancellable_new ();
  ys_pdf_open_async (self->workspace, digest, NULL, self->opening, on_opened, g_object_ref (self));
}

static gboolean
on_window_key (GtkWindow *window, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (window);
  return GDK_EVENT_STOP;
}

/* The whole PDF in a window of its own, at the page. */
static void
on_enlarge (YsAssessEvidence *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window, *pane, *box, *bar;
  GtkEventController *keys;

  if (self->digest == NULL)
    return;
  window = adw_window_new ();
  pane = ys_pdf_pane_new (self->workspace);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  bar = adw_header_bar_new ();
  keys = gtk_event_controller_key_new ();
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), pane);
  gtk_widget_set_vexpand (pane, TRUE);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Evidence"));
  gtk_window_set_default_size (GTK_WINDOW (window), 820, 700);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_window_key), window);
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (pane, "close", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);
  ys_pdf_pane_show (YS_PDF_PANE (pane), 0, self->digest, self->page);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_page (GtkWidget *button, YsAssessEvidence *self)
{
  const char *digest = g_object_get_data (G_OBJECT (button), "evidence");
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "page"));

  if (g_strcmp0 (digest, self->digest) == 0 && page == self->page)
    on_enlarge (self);
  else
    show_page (self, digest, page);
}

/* ---- verdicts ---- */

static void
on_verdict (GtkWidget *choice, YsAssessEvidence *self)
{
  GtkWidget *menu = gtk_widget_get_ancestor (choice, GTK_TYPE_MENU_BUTTON);
  const char *citation = g_object_get_data (G_OBJECT (choice), "citation");
  int verdict = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (choice), "verdict"));

  if (menu != NULL)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  g_signal_emit (self, signals[SIGNAL_VERDICT], 0, citation, verdict);
}

static void
add_choice (YsAssessEvidence *self, GtkWidget *box, const YsCitation *citation, const char *label,
            int verdict)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data_full (G_OBJECT (button), "citation", g_strdup (citation->id), g_free);
  g_object_set_data (G_OBJECT (button), "verdict", GINT_TO_POINTER (verdict));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_verdict), self, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_verdict (YsAssessEvidence *self, const YsAssessView *view, const YsCitation *citation, const char *title)
{
  YsVerdict verdict = YS_VERDICT_SUFFICIENT;
  gboolean judged = ys_assess_view_get_verdict (view, citation->id, &verdict);
  const char *label = judged ? ys_assess_verdict_label (verdict) : C_ ("evidence", "Not judged");
  g_autofree char *name = g_strdup_printf (_ ("Verdict on %s: %s"), title, label);
  GtkWidget *menu, *popover, *box;

  if (!view->may_score && !view->may_decide)
    {
      menu = ys_fill_label (label, "chip");
      if (judged)
        gtk_widget_add_css_class (menu, ys_assess_verdict_class (verdict));
      gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
      return menu;
    }
  menu = gtk_menu_button_new ();
  popover = gtk_popover_new ();
  gtk_widget_set_halign (popover, GTK_ALIGN_END);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (int i = 0; i < N_VERDICTS; i++)
    add_choice (self, box, citation, ys_assess_verdict_label ((YsVerdict)i), i);
  if (judged)
    add_choice (self, box, citation, _ ("Take it back"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (menu, "verdict-menu");
  if (judged)
    gtk_widget_add_css_class (menu, ys_assess_verdict_class (verdict));
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  return menu;
}

/* ---- the city's own ---- */

static void
on_chosen (YsAssessEvidence *self, const YsCiteChoice *choice)
{
  g_signal_emit (self, signals[SIGNAL_CITE], 0, choice);
}

static void
on_remove (GtkWidget *button, YsAssessEvidence *self)
{
  g_signal_emit (self, signals[SIGNAL_UNCITE], 0, g_object_get_data (G_OBJECT (button), "citation"));
}

static GtkWidget *
make_remove (YsAssessEvidence *self, const YsCitation *citation, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Take the city's citation away: %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Take the city's citation away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "citation", g_strdup (citation->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  return button;
}

/* What the city may cite for: the whole task, or one of its points that apply. */
static void
offer (YsAssessEvidence *self, const YsAssessView *view)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new (), titles = g_ptr_array_new ();

  gtk_widget_set_visible (self->cite, view->may_score || view->may_decide);
  g_ptr_array_add (ids, (gpointer) "");
  g_ptr_array_add (titles, (gpointer)_ ("For the whole task"));
  for (guint i = 0; i < view->points->len; i++)
    {
      const YsPoint *point = ((const YsAssessPoint *)g_ptr_array_index (view->points, i))->sheet->point;

      g_ptr_array_add (ids, point->id);
      g_ptr_array_add (titles, point->title);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (titles, NULL);
  ys_cite_menu_set_workspace (YS_CITE_MENU (self->cite), view->workspace);
  ys_cite_menu_set_targets (YS_CITE_MENU (self->cite), (const char *const *)ids->pdata,
                            (const char *const *)titles->pdata);
}

/* ---- rows ---- */

static GtkWidget *
make_row (YsAssessEvidence *self, const YsAssessView *view, const YsCitation *citation)
{
  const YsPoint *point =
      citation->point != NULL
          ? ys_standard_get_point (ys_workspace_get_standard (view->workspace), citation->point)
          : NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6),
            *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = ys_assess_view_dup_title (view, citation),
                  *pages = ys_citation_dup_pages (citation);
  g_autofree char *what =
      g_strdup_printf ("%s%s%s%s", point != NULL ? point->title : _ ("whole task"),
                       citation->by_city ? _ (" · cited by the city") : "",
                       citation->note != NULL ? " · " : "", citation->note != NULL ? citation->note : "");
  g_autofree char *name = g_strdup_printf (_ ("Show %s, %s"), title, pages);
  GtkWidget *label = ys_fill_label (title, ""), *detail = ys_fill_label (what, "small quiet");
  GtkWidget *page = ys_fill_named_jump (pages, name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (lines, title);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), label);
  gtk_box_append (GTK_BOX (lines), detail);
  g_object_set_data_full (G_OBJECT (page), "evidence", g_strdup (citation->evidence), g_free);
  g_object_set_data (G_OBJECT (page), "page", GUINT_TO_POINTER (ys_citation_get_first_page (citation)));
  g_signal_connect_object (page, "clicked", G_CALLBACK (on_page), self, 0);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), page);
  gtk_box_append (GTK_BOX (row), make_verdict (self, view, citation, title));
  if (citation->by_city && (view->may_score || view->may_decide))
    gtk_box_append (GTK_BOX (row), make_remove (self, citation, title));
  return row;
}

static char *
describe (const YsAssessView *view)
{
  GString *text = g_string_new (view->unit->id);

  g_string_append_printf (text, " %u %d", view->task->number, view->may_score || view->may_decide);
  for (guint i = 0; i < view->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (view->citations, i);
      YsVerdict verdict = YS_VERDICT_SUFFICIENT;
      gboolean judged = ys_assess_view_get_verdict (view, citation->id, &verdict);

      g_string_append_printf (text, "\n%s %s %s %d", citation->id, citation->evidence,
                              citation->pages != NULL ? citation->pages : "", judged ? (int)verdict : -1);
    }
  return g_string_free (text, FALSE);
}

void
ys_assess_evidence_show (YsAssessEvidence *self, const YsAssessView *view)
{
  g_autofree char *now = describe (view);
  gboolean same_cell = FALSE;

  if (g_strcmp0 (now, self->described) == 0)
    return;
  if (self->described != NULL)
    {
      g_autofree char *cell = g_strdup_printf ("%s %u ", view->unit->id, view->task->number);
      same_cell = g_str_has_prefix (self->described, cell);
    }
  g_free (self->described);
  self->described = g_steal_pointer (&now);
  offer (self, view);
  ys_fill_clear_box (self->list);
  for (guint i = 0; i < view->citations->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, view, g_ptr_array_index (view->citations, i)));
  gtk_widget_set_visible (self->nothing, view->citations->len == 0);
  if (same_cell && self->digest != NULL) /* only a verdict changed: the page stays where one reads it */
    return;
  if (view->citations->len > 0)
    {
      const YsCitation *first = g_ptr_array_index (view->citations, 0);
      show_page (self, first->evidence, ys_citation_get_first_page (first));
    }
  else
    show_page (self, NULL, 0);
}

void
ys_assess_evidence_set_height (YsAssessEvidence *self, int height)
{
  gtk_widget_set_size_request (self->overlay, -1, height);
}

/* ---- made and gone ---- */

static void
make_frame (YsAssessEvidence *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (),
            *enlarge = gtk_button_new_from_icon_name ("view-fullscreen-symbolic");

  self->canvas = YS_PDF_CANVAS (ys_pdf_canvas_new ());
  ys_pdf_canvas_set_fit (self->canvas, YS_PDF_FIT_TEXT, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_widget_add_css_class (scroller, "desk");
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cited page"),
                                  -1);
  gtk_widget_add_css_class (enlarge, "osd");
  gtk_widget_add_css_class (enlarge, "small-button");
  gtk_widget_set_halign (enlarge, GTK_ALIGN_END);
  gtk_widget_set_valign (enlarge, GTK_ALIGN_START);
  gtk_widget_set_margin_top (enlarge, 6);
  gtk_widget_set_margin_end (enlarge, 18);
  gtk_widget_set_tooltip_text (enlarge, _ ("Open the whole PDF"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (enlarge), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open the whole PDF"), -1);
  g_signal_connect_object (enlarge, "clicked", G_CALLBACK (on_enlarge), self, G_CONNECT_SWAPPED);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), enlarge);
  self->trouble = ys_fill_label ("", "small problem");
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->trouble), 30);
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->frame), self->overlay);
  gtk_box_append (GTK_BOX (self->frame), self->trouble);
  gtk_box_append (GTK_BOX (self), self->frame);
}

static void
ys_assess_evidence_dispose (GObject *object)
{
  YsAssessEvidence *self = YS_ASSESS_EVIDENCE (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->opened, ys_pdf_opened_free);
  G_OBJECT_CLASS (ys_assess_evidence_parent_class)->dispose (object);
}

static void
ys_assess_evidence_finalize (GObject *object)
{
  YsAssessEvidence *self = YS_ASSESS_EVIDENCE (object);

  g_free (self->digest);
  g_free (self->described);
  G_OBJECT_CLASS (ys_assess_evidence_parent_class)->finalize (object);
}

static void
ys_assess_evidence_class_init (YsAssessEvidenceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_assess_evidence_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_assess_evidence_finalize;
  signals[SIGNAL_VERDICT] = g_signal_new ("verdict", YS_TYPE_ASSESS_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_CITE] = g_signal_new ("cite", YS_TYPE_ASSESS_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_UNCITE] = g_signal_new ("uncite", YS_TYPE_ASSESS_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ys_assess_evidence_init (YsAssessEvidence *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  make_frame (self);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->list);
  self->nothing = ys_fill_label (_ ("No evidence is cited for this task."), "small problem");
  gtk_box_append (GTK_BOX (self), self->nothing);
  self->cite = ys_cite_menu_new (_ ("Evidence of the city…"), _ ("Cite evidence of the city"));
  g_signal_connect_object (self->cite, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->cite);
  ys_assess_evidence_set_height (self, 90);
}

GtkWidget *
ys_assess_evidence_new (YsWorkspace *workspace)
{
  YsAssessEvidence *self = g_object_new (YS_TYPE_ASSESS_EVIDENCE, NULL);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}
