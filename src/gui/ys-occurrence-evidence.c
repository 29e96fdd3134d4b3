/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations of an occurrence. */
#include "ys-occurrence-evidence.h"

#include <glib/gi18n-lib.h>

#include "ys-cite-menu.h"
#include "ys-fill-card.h"
#include "ys-id.h"
#include "ys-place.h"

struct _YsOccurrenceEvidence
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *occurrence, *shown;
  GtkWidget *list, *cite, *nothing;
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
on_chosen (YsOccurrenceEvidence *self, const YsCiteChoice *choice)
{
  Citing *citing;

  if (self->occurrence == NULL)
    return;
  citing = g_new0 (Citing, 1);
  citing->digest = g_strdup (choice->digest);
  citing->path = g_strdup (choice->path);
  citing->pages = g_strdup (choice->pages);
  run (self, citing);
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
  ys_cite_menu_set_workspace (YS_CITE_MENU (self->cite), self->workspace);
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
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_evidence_finalize;
}

static void
ys_occurrence_evidence_init (YsOccurrenceEvidence *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->nothing = ys_fill_label (_ ("No PDF is cited for it yet."), "small quiet");
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->nothing);
  self->cite = ys_cite_menu_new (_ ("Cite…"), _ ("Cite evidence for it"));
  g_signal_connect_object (self->cite, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->cite);
}
