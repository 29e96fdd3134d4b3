/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations of an occurrence. What is typed as pages is checked by the workspace when it is cited. */
#include "ys-occurrence-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-fill-card.h"
#include "ys-id.h"
#include "ys-place.h"

struct _YsOccurrenceEvidence
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *occurrence, *shown;
  GtkWidget *list, *cite, *popover, *files, *pages, *search, *nothing;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (YsOccurrenceEvidence, ys_occurrence_evidence, GTK_TYPE_BOX)

/* ---- citing, off the main loop ---- */

typedef struct
{
  char *occurrence, *digest, *path, *pages, *citation; /* one of @path, @digest, @citation says what to do */
} Citing;

static void
citing_free (gpointer data)
{
  Citing *citing = data;

  g_free (citing->occurrence);
  g_free (citing->digest);
  g_free (citing->path);
  g_free (citing->pages);
  g_free (citing->citation);
  g_free (citing);
}

static gpointer
cite (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Citing *citing = data;
  const YsCitationTarget target = { .occurrence = citing->occurrence };
  g_autofree char *digest = g_strdup (citing->digest);

  if (citing->citation != NULL)
    return GINT_TO_POINTER (ys_workspace_uncite (workspace, citing->citation, error));
  if (citing->path != NULL)
    {
      g_autofree char *base = g_path_get_basename (citing->path);
      g_autofree char *name = ys_text_from_filename (base);
      digest =
          ys_workspace_attach (workspace, citing->path, name, NULL, NULL, NULL, NULL, cancellable, error);
      if (digest == NULL)
        return NULL;
    }
  g_autofree char *id = ys_workspace_cite (workspace, digest, &target, citing->pages, NULL, NULL, error);
  return GINT_TO_POINTER (id != NULL);
}

static void
on_cited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)) && error != NULL)
    ys_tell_error (self, _ ("The citation could not be changed"), error);
}

static void
run (YsOccurrenceEvidence *self, Citing *citing)
{
  citing->occurrence = g_strdup (self->occurrence);
  ys_workspace_run_async (self->workspace, cite, citing, citing_free, NULL, NULL, on_cited,
                          g_object_ref (self));
}

static void
on_remove (GtkWidget *button, YsOccurrenceEvidence *self)
{
  Citing *citing = g_new0 (Citing, 1);

  citing->citation = g_strdup (g_object_get_data (G_OBJECT (button), "citation"));
  run (self, citing);
}

static void
on_page (GtkWidget *button)
{
  ys_fill_show_page (button, g_object_get_data (G_OBJECT (button), "evidence"),
                     GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "page")));
}

/* ---- choosing a PDF of the workspace ---- */

static gboolean
filter_file (GtkListBoxRow *row, gpointer data)
{
  YsOccurrenceEvidence *self = data;
  g_autofree char *wanted = ys_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  return strstr (folded, wanted) != NULL;
}

static void
on_popover (YsOccurrenceEvidence *self)
{
  g_autoptr (GPtrArray) evidence = ys_workspace_dup_evidence (self->workspace);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->files), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->files), GTK_WIDGET (row));
  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (evidence, i);
      GtkWidget *label = ys_fill_label (info->title, "name"), *item = gtk_list_box_row_new ();

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), label);
      gtk_widget_set_tooltip_text (item, info->title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, info->title, -1);
      g_object_set_data_full (G_OBJECT (item), "evidence", g_strdup (info->digest), g_free);
      g_object_set_data_full (G_OBJECT (item), "folded", ys_text_fold (info->title), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->files), item);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->pages), "");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_file (YsOccurrenceEvidence *self, GtkListBoxRow *row)
{
  Citing *citing = g_new0 (Citing, 1);
  const char *pages = gtk_editable_get_text (GTK_EDITABLE (self->pages));

  citing->digest = g_strdup (g_object_get_data (G_OBJECT (row), "evidence"));
  citing->pages = *pages != '\0' ? g_strdup (pages) : NULL;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  run (self, citing);
}

static void
on_chosen (YsOccurrenceEvidence *self, int response)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL && self->occurrence != NULL)
    {
      Citing *citing = g_new0 (Citing, 1);
      citing->path = g_file_get_path (file);
      run (self, citing);
    }
  g_clear_object (&self->chooser);
}

static void
on_add (YsOccurrenceEvidence *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->chooser =
      gtk_file_chooser_native_new (_ ("Add a PDF"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Add"), _ ("Cancel"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_object_unref (filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- rows ---- */

static GtkWidget *
make_row (YsOccurrenceEvidence *self, const YsCitation *citation, gboolean can_edit)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self->workspace, citation->evidence);
  const char *title = info != NULL ? info->title : citation->evidence;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = ys_fill_label (title, "name");
  g_autofree char *pages = ys_citation_dup_pages (citation);
  g_autofree char *jump = g_strdup_printf ("%s %s", title, pages);
  g_autofree char *name = g_strdup_printf (_ ("Take away: %s, %s"), title, pages);
  GtkWidget *page = ys_fill_named_jump (pages, jump),
            *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("ys-evidence-symbolic"));
  gtk_box_append (GTK_BOX (row), label);
  g_object_set_data_full (G_OBJECT (page), "evidence", g_strdup (citation->evidence), g_free);
  g_object_set_data (G_OBJECT (page), "page", GUINT_TO_POINTER (ys_citation_get_first_page (citation)));
  g_signal_connect (page, "clicked", G_CALLBACK (on_page), NULL);
  gtk_box_append (GTK_BOX (row), page);
  g_object_set_data_full (G_OBJECT (remove), "citation", g_strdup (citation->id), g_free);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_visible (remove, can_edit);
  gtk_widget_set_tooltip_text (remove, _ ("Take the citation away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

/* The office's own. Those of the sheet's facts lag behind a citation that was just made: the workspace is asked. */
static GPtrArray *
dup_citations (const YsOccurrenceView *view)
{
  GPtrArray *all = ys_workspace_dup_citations (view->page->workspace, 0, NULL);

  for (guint i = all->len; i > 0; i--)
    if (g_strcmp0 (((const YsCitation *)g_ptr_array_index (all, i - 1))->occurrence, view->id) != 0)
      g_ptr_array_remove_index (all, i - 1);
  return all;
}

static gboolean
is_own (const GPtrArray *own, const YsCitation *citation)
{
  for (guint i = 0; i < own->len; i++)
    if (g_strcmp0 (((const YsCitation *)g_ptr_array_index (own, i))->id, citation->id) == 0)
      return TRUE;
  return FALSE;
}

/* What another office cited for it, and what is cited for those that were merged into it. Unowned, of the facts. */
static GPtrArray *
list_others (const YsOccurrenceView *view, const GPtrArray *own)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < view->page->occurrences->len; i++)
    {
      const YsOccurrence *one = ((const YsSheetOccurrence *)g_ptr_array_index (view->page->occurrences, i))->occurrence;
      gboolean itself = g_strcmp0 (one->id, view->id) == 0;

      for (guint c = 0; (itself || g_strcmp0 (one->merged_into, view->id) == 0) && c < one->citations->len; c++)
        {
          YsCitation *citation = g_ptr_array_index (one->citations, c);
          if (!is_own (own, citation) && (!itself || citation->by_city != view->page->is_city))
            g_ptr_array_add (others, citation);
        }
    }
  return others;
}

static void
describe (GString *text, const GPtrArray *citations)
{
  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      g_string_append_printf (text, "\n%s %s", citation->id, citation->pages != NULL ? citation->pages : "");
    }
  g_string_append_c (text, '.');
}

void
ys_occurrence_evidence_update (YsOccurrenceEvidence *self, const YsOccurrenceView *view)
{
  g_autoptr (GPtrArray) citations = dup_citations (view);
  g_autoptr (GPtrArray) others = list_others (view, citations);
  GString *words = g_string_new (view->id);

  g_string_append_c (words, view->can_edit ? '+' : '-');
  describe (words, citations);
  describe (words, others);
  g_autofree char *now = g_string_free (words, FALSE);
  self->workspace = view->page->workspace;
  gtk_widget_set_visible (self->cite, view->can_edit);
  gtk_widget_set_sensitive (self->cite, view->shown != NULL);
  gtk_widget_set_tooltip_text (
      self->cite, view->shown == NULL ? _ ("Register it first, then cite what proves it.") : NULL);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  g_free (self->occurrence);
  self->occurrence = g_strdup (view->id);
  ys_fill_clear_box (self->list);
  for (guint i = 0; i < citations->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, g_ptr_array_index (citations, i), view->can_edit));
  for (guint i = 0; i < others->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, g_ptr_array_index (others, i), FALSE));
  gtk_widget_set_visible (self->nothing, citations->len + others->len == 0);
}

/* ---- made and gone ---- */

static void
make_popover (YsOccurrenceEvidence *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a PDF…"));

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search by title"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search by title"), -1);
  self->pages = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->pages), _ ("Pages, like 3-5; empty: whole file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages to cite"), -1);
  self->files = gtk_list_box_new ();
  gtk_widget_add_css_class (self->files, "choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->files), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Evidence"),
                                  -1);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->files), filter_file, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->files),
                                ys_fill_label (_ ("No PDF of this name"), "quiet"));
  g_signal_connect_swapped (self->files, "row-activated", G_CALLBACK (on_file), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->files);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->files);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 320, 200);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Evidence"), -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->pages);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), add);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover), self);
}

static void
ys_occurrence_evidence_dispose (GObject *object)
{
  g_clear_object (&YS_OCCURRENCE_EVIDENCE (object)->chooser);
  G_OBJECT_CLASS (ys_occurrence_evidence_parent_class)->dispose (object);
}

static void
ys_occurrence_evidence_finalize (GObject *object)
{
  YsOccurrenceEvidence *self = YS_OCCURRENCE_EVIDENCE (object);

  g_free (self->occurrence);
  g_free (self->shown);
  G_OBJECT_CLASS (ys_occurrence_evidence_parent_class)->finalize (object);
}

static void
ys_occurrence_evidence_class_init (YsOccurrenceEvidenceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_occurrence_evidence_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_evidence_finalize;
}

static void
ys_occurrence_evidence_init (YsOccurrenceEvidence *self)
{
  GtkWidget *label = gtk_label_new (_ ("Cite…"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->nothing = ys_fill_label (_ ("No PDF is cited for it yet."), "small quiet");
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->nothing);
  make_popover (self);
  self->cite = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->cite), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->cite), self->popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->cite)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cite evidence for it"), -1);
  gtk_widget_add_css_class (self->cite, "jump-menu");
  gtk_widget_set_halign (self->cite, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->cite);
}
