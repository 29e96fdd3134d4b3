/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane beside a form: which evidence, its pages, and citing. It is never dead: what can't be opened is said in
 * words, with what to do, and the controls that choose another evidence stay. */
#include "ys-pdf-pane-private.h"

#include "ys-error-dialog.h"
#include "ys-error.h"
#include "ys-pdf-citations.h"
#include "ys-pdf-notices.h"
#include "ys-pdf-window.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (YsPdfPane, ys_pdf_pane, GTK_TYPE_WIDGET)

enum
{
  CITED,
  CLOSE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- which evidence ---- */

static void
update_which (YsPdfPane *self)
{
  g_autoptr (GPtrArray) digests = ys_pdf_citations_dup_digests (self->workspace, self->task, self->digest);
  g_autoptr (GMenu) menu = g_menu_new ();
  guint at = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < digests->len; i++)
    {
      const char *digest = g_ptr_array_index (digests, i);
      g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self->workspace, digest);
      g_autoptr (GMenuItem) item = g_menu_item_new (info != NULL ? info->title : digest, NULL);

      if (g_strcmp0 (digest, self->digest) == 0)
        at = i;
      g_menu_item_set_action_and_target (item, "pane.evidence", "s", digest);
      g_menu_append_item (menu, item);
    }
  label = g_strdup_printf ("%u/%u", at + 1, digests->len);
  gtk_menu_button_set_label (self->which, label);
  gtk_menu_button_set_menu_model (self->which, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->which), digests->len > 1);
}

static void
on_fonts_missing (YsPdfPane *self, gboolean maps)
{
  ys_pdf_notices_add_fonts (self->notices, maps);
}

/* ---- opening ---- */

static void
show_marks (YsPdfPane *self)
{
  g_autoptr (GArray) marks
      = ys_pdf_citations_dup_pages (self->workspace, self->task, self->digest, self->opened->pages->len);

  ys_pdf_canvas_set_marks (self->canvas, marks);
}

static void
go_to_wanted (YsPdfPane *self)
{
  guint page = self->page;

  if (page == 0 && self->task != 0)
    page = ys_pdf_citations_get_first_page (self->workspace, self->task, self->digest);
  page = CLAMP (page, 1, self->opened->pages->len);
  if (self->search_words != NULL)
    ys_pdf_find_bar_search (self->find, self->search_words, page - 1);
  g_clear_pointer (&self->search_words, g_free);
  ys_pdf_canvas_go_to (self->canvas, page - 1);
}

static void
on_inspected (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPdfPane) self = data;
  g_autoptr (YsPdfInfo) info = ys_pdf_document_inspect_finish (YS_PDF_DOCUMENT (source), result, NULL);

  if (info != NULL && self->opened != NULL && self->opened->document == YS_PDF_DOCUMENT (source))
    ys_pdf_notices_show (self->notices, info);
}

/* What it says of itself; all of it where attaching had found something that takes a look at every page. */
static void
show_notices (YsPdfPane *self)
{
  g_autoptr (YsEvidenceInfo) known = ys_workspace_dup_evidence_info (self->workspace, self->digest);

  ys_pdf_notices_show (self->notices, self->opened->info);
  if (known != NULL && (known->has_scripts || known->attachments > 0))
    ys_pdf_document_inspect_async (self->opened->document, NULL, on_inspected, g_object_ref (self));
}

static void
show_opened (YsPdfPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, "pages");
  self->texts = ys_pdf_texts_new (self->opened->document, self->opened->pages->len);
  ys_pdf_canvas_set_document (self->canvas, self->opened->document, self->opened->pages, self->texts);
  ys_pdf_toolbar_set_pages (self->toolbar, self->opened->pages);
  ys_pdf_find_bar_set_texts (self->find, self->texts);
  ys_pdf_cite_bar_set_evidence (self->cite, self->digest, self->opened->pages,
                                (self->opened->info->flags & YS_PDF_NO_COPYING) == 0);
  show_notices (self);
  show_marks (self);
  go_to_wanted (self);
}

static void
show_trouble (YsPdfPane *self, const GError *error)
{
  g_autofree char *text = ys_error_dup_text (error);

  gtk_label_set_text (self->trouble_text, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
ask_password (YsPdfPane *self, const GError *error)
{
  gtk_label_set_text (self->password_text, error->message);
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  gtk_stack_set_visible_child_name (self->stack, "password");
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPdfPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPdfOpened) opened = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || self->opening == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->opening) /* another one was asked for since */
    return;
  g_clear_object (&self->opening);
  if (opened == NULL)
    {
      if (g_error_matches (error, YS_ERROR, YS_ERROR_PDF_PASSWORD))
        ask_password (self, error);
      else
        show_trouble (self, error);
      return;
    }
  self->opened = g_steal_pointer (&opened);
  show_opened (self);
}

static void
forget_opened (YsPdfPane *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  ys_pdf_canvas_set_document (self->canvas, NULL, NULL, NULL);
  ys_pdf_toolbar_set_pages (self->toolbar, NULL);
  ys_pdf_find_bar_set_texts (self->find, NULL);
  ys_pdf_cite_bar_set_evidence (self->cite, NULL, NULL, FALSE);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->opened, ys_pdf_opened_free);
  ys_pdf_notices_clear (self->notices);
}

static void
open_pdf (YsPdfPane *self, const char *password)
{
  forget_opened (self);
  if (self->digest == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  self->opening = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ys_pdf_open_async (self->workspace, self->digest, password, self->opening, on_opened, g_object_ref (self));
}

static void
on_password (YsPdfPane *self)
{
  g_autofree char *password = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->password)));

  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  if (*password != '\0')
    open_pdf (self, password);
}

static void
on_retry (YsPdfPane *self)
{
  open_pdf (self, NULL);
}

static void
update_title (YsPdfPane *self)
{
  g_autoptr (YsEvidenceInfo) info = self->digest != NULL
                                        ? ys_workspace_dup_evidence_info (self->workspace, self->digest)
                                        : NULL;
  const char *title = info != NULL ? info->title : _ ("Evidence");

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_visible (GTK_WIDGET (self->window), self->digest != NULL && !self->in_window);
  update_which (self);
}

void
ys_pdf_pane_show (YsPdfPane *self, guint task, const char *digest, guint page)
{
  g_autoptr (GPtrArray) digests = NULL;
  g_autofree char *before = g_steal_pointer (&self->digest);

  self->task = task;
  self->page = page;
  digests = ys_pdf_citations_dup_digests (self->workspace, task, digest);
  self->digest = g_strdup (digest != NULL ? digest : digests->len > 0 ? g_ptr_array_index (digests, 0) : NULL);
  gtk_label_set_text (self->nothing_text, task != 0 ? _ ("No PDF is cited for this task yet.")
                                                    : _ ("Choose a PDF to read it here."));
  gtk_widget_set_visible (GTK_WIDGET (self->add), task != 0 && ys_workspace_can_edit (self->workspace, NULL));
  update_title (self);
  if (self->opened != NULL && g_strcmp0 (before, self->digest) == 0)
    {
      show_marks (self);
      go_to_wanted (self);
      return;
    }
  open_pdf (self, NULL);
}

void
ys_pdf_pane_set_target (YsPdfPane *self, guint task, const char *point)
{
  ys_pdf_cite_bar_set_target (self->cite, task, point);
}

void
ys_pdf_pane_search (YsPdfPane *self, const char *words, guint page)
{
  self->page = page;
  g_free (self->search_words);
  self->search_words = g_strdup (words);
  if (self->opened != NULL)
    go_to_wanted (self);
}

void
ys_pdf_pane_set_in_window (YsPdfPane *self)
{
  self->in_window = TRUE;
  update_title (self);
}

const char *
ys_pdf_pane_get_digest (YsPdfPane *self)
{
  return self->digest;
}

guint
ys_pdf_pane_get_page (YsPdfPane *self)
{
  return self->opened != NULL ? ys_pdf_canvas_get_page (self->canvas) + 1 : 0;
}

/* ---- the workspace ---- */

static void
on_workspace_changed (YsPdfPane *self, guint what)
{
  if ((what & (YS_CHANGE_EVIDENCE | YS_CHANGE_STATE | YS_CHANGE_PEOPLE)) == 0)
    return;
  ys_pdf_cite_bar_update (self->cite);
  update_title (self);
  if (self->opened != NULL)
    show_marks (self);
}

static void
on_cited (YsPdfPane *self, const char *citation)
{
  g_signal_emit (self, signals[CITED], 0, citation);
}

/* ---- buttons and keys ---- */

static void
on_close (YsPdfPane *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
on_window (YsPdfPane *self)
{
  ys_pdf_window_present (GTK_WIDGET (self), self->workspace, self->task, self->digest, ys_pdf_pane_get_page (self),
                         ys_pdf_cite_bar_get_point (self->cite));
}

static guint
get_task (gpointer data)
{
  return YS_PDF_PANE (data)->task;
}

static void
on_add (YsPdfPane *self)
{
  ys_attach_with_dialog (GTK_WIDGET (self), self->workspace, self->task);
}

/* ---- made and gone ---- */

static void
ys_pdf_pane_dispose (GObject *object)
{
  YsPdfPane *self = YS_PDF_PANE (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->opened, ys_pdf_opened_free);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->search_words, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_pdf_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, box);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, title);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, which);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, window);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, close);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, toolbar);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, find);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, notices);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, stack);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, canvas);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, retry);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, nothing_text);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, add);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, password_text);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, password);
  gtk_widget_class_bind_template_child (widget_class, YsPdfPane, cite);
}

static void
ys_pdf_pane_class_init (YsPdfPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_pdf_pane_dispose;
  signals[CITED] = g_signal_new ("cited", YS_TYPE_PDF_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[CLOSE] = g_signal_new ("close", YS_TYPE_PDF_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (YS_TYPE_PDF_TOOLBAR);
  g_type_ensure (YS_TYPE_PDF_FIND_BAR);
  g_type_ensure (YS_TYPE_PDF_CANVAS);
  g_type_ensure (YS_TYPE_PDF_CITE_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_pdf_pane_add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-pdf-pane.ui");
  bind_children (widget_class);
}

static void
ys_pdf_pane_init (YsPdfPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_pdf_pane_add_global_keys (self);
  ys_pdf_find_bar_set_canvas (self->find, self->canvas);
  ys_pdf_toolbar_set_canvas (self->toolbar, self->canvas, ys_pdf_find_bar_get_bar (self->find));
  g_signal_connect_object (self->canvas, "fonts-missing", G_CALLBACK (on_fonts_missing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cite, "cited", G_CALLBACK (on_cited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "activate", G_CALLBACK (on_password), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retry, "clicked", G_CALLBACK (on_retry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->close, "clicked", G_CALLBACK (on_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "clicked", G_CALLBACK (on_window), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ys_pdf_pane_new (YsWorkspace *workspace)
{
  YsPdfPane *self = g_object_new (YS_TYPE_PDF_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  ys_pdf_cite_bar_set_canvas (self->cite, workspace, self->canvas);
  ys_attach_accept (GTK_WIDGET (self), workspace, get_task, self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  ys_pdf_pane_show (self, 0, NULL, 0);
  return GTK_WIDGET (self);
}
