/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles are compared at once, in memory; the text of the pages is searched on a thread. */
#include "ys-evidence-results.h"

#include "ys-id.h"
#include "ys-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_HITS 300

struct _YsEvidenceResults
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkLabel *summary;
  GtkButton *unsearchable;
  GtkListBox *list;
  GCancellable *searching;
  char *query;
  guint n_titles;
};

G_DEFINE_FINAL_TYPE (YsEvidenceResults, ys_evidence_results, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  LIST_UNSEARCHABLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- rows ---- */

/* The snippet as markup, the words that were searched for in bold where they stand in it as typed. */
static char *
dup_markup (const char *snippet, const char *query)
{
  const char *found = strstr (snippet, query);
  g_autofree char *before = NULL, *hit = NULL, *after = NULL;

  if (found == NULL)
    return g_markup_escape_text (snippet, -1);
  before = g_markup_escape_text (snippet, found - snippet);
  hit = g_markup_escape_text (found, (gssize)strlen (query));
  after = g_markup_escape_text (found + strlen (query), -1);
  return g_strconcat (before, "<b>", hit, "</b>", after, NULL);
}

static void
add_row (YsEvidenceResults *self, const char *digest, const char *title, guint page, const char *snippet)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *name = gtk_label_new (title);
  GtkWidget *text = gtk_label_new (NULL), *where = gtk_label_new (NULL);
  g_autofree char *markup = dup_markup (snippet, self->query);
  g_autofree char *place = page > 0 ? g_strdup_printf (_ ("Page %u"), page) : g_strdup (_ ("Title"));
  g_autofree char *label = g_strdup_printf (_ ("%s, %s: %s"), title, place, snippet);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "small");
  gtk_label_set_text (GTK_LABEL (where), place);
  gtk_widget_add_css_class (where, "small");
  gtk_widget_add_css_class (where, "num");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  if (page > 0)
    gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), where);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "line");
  g_object_set_data_full (G_OBJECT (row), "digest", g_strdup (digest), g_free);
  g_object_set_data (G_OBJECT (row), "page", GUINT_TO_POINTER (page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
on_row (YsEvidenceResults *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "digest"),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "page")));
}

static void
clear (YsEvidenceResults *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->unsearchable), FALSE);
}

/* ---- titles ---- */

static gboolean
title_matches (const YsEvidenceInfo *info, const char *folded)
{
  g_autofree char *all = g_strjoin ("\n", info->title, info->number != NULL ? info->number : "",
                                    info->original_name != NULL ? info->original_name : "", NULL);
  g_autofree char *words = ys_text_fold (all);
  g_autofree char *initials = ys_text_pinyin_initials (info->title);

  return strstr (words, folded) != NULL || (g_ascii_isalpha (*folded) && strstr (initials, folded) != NULL);
}

static void
add_titles (YsEvidenceResults *self)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_evidence (self->workspace);
  g_autofree char *folded = ys_text_fold (self->query);

  self->n_titles = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (all, i);

      if (!title_matches (info, folded))
        continue;
      add_row (self, info->digest, info->title, 0, info->title);
      self->n_titles++;
    }
}

/* ---- text ---- */

typedef struct
{
  GPtrArray *hits;         /* of YsTextHit */
  GPtrArray *unsearchable; /* of char* */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->hits);
  g_clear_pointer (&found->unsearchable, g_ptr_array_unref);
  g_free (found);
}

static gpointer
search_job (YsWorkspace *workspace, gpointer query, GCancellable *cancellable, GError **error)
{
  GPtrArray *unsearchable = NULL;
  GPtrArray *hits = ys_workspace_search_text (workspace, query, MOST_HITS, &unsearchable, cancellable, error);
  Found *found;

  if (hits == NULL)
    return NULL;
  found = g_new0 (Found, 1);
  found->hits = hits;
  found->unsearchable = unsearchable;
  return found;
}

static void
show_summary (YsEvidenceResults *self, const Found *found)
{
  guint n_hits = found->hits->len, n_unsearchable = found->unsearchable != NULL ? found->unsearchable->len : 0;
  g_autofree char *hits = n_hits >= MOST_HITS
                              ? g_strdup_printf (_ ("The first %u hits in the text"), n_hits)
                              : g_strdup_printf (ngettext ("%u hit in the text", "%u hits in the text", n_hits), n_hits);
  g_autofree char *titles
      = g_strdup_printf (ngettext ("%u title", "%u titles", self->n_titles), self->n_titles);
  g_autofree char *all = g_strdup_printf ("%s · %s", titles, hits);
  g_autofree char *blind = g_strdup_printf (ngettext ("%u PDF could not be searched: no text", "%u PDFs could not be searched: no text",
                                                      n_unsearchable),
                                            n_unsearchable);

  gtk_label_set_text (self->summary, all);
  gtk_button_set_label (self->unsearchable, blind);
  gtk_widget_set_visible (GTK_WIDGET (self->unsearchable), n_unsearchable > 0);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsEvidenceResults) self = data;
  g_autoptr (GError) error = NULL;
  Found *found = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->searching) /* other words were typed since */
    {
      g_clear_pointer (&found, found_free);
      return;
    }
  g_clear_object (&self->searching);
  if (found == NULL)
    {
      gtk_label_set_text (self->summary, error->message);
      return;
    }
  for (guint i = 0; i < found->hits->len; i++)
    {
      const YsTextHit *hit = g_ptr_array_index (found->hits, i);
      g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (self->workspace, hit->digest);

      if (info != NULL)
        add_row (self, hit->digest, info->title, hit->page, hit->snippet);
    }
  show_summary (self, found);
  found_free (found);
}

void
ys_evidence_results_search (YsEvidenceResults *self, const char *query)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_free (self->query);
  self->query = g_strstrip (g_strdup (query));
  clear (self);
  if (*self->query == '\0')
    return;
  add_titles (self);
  gtk_label_set_text (self->summary, _ ("Searching…"));
  self->searching = g_cancellable_new ();
  ys_workspace_run_async (self->workspace, search_job, g_strdup (self->query), g_free, found_free, self->searching,
                          on_found, g_object_ref (self));
}

/* ---- made and gone ---- */

static void
on_unsearchable (YsEvidenceResults *self)
{
  g_signal_emit (self, signals[LIST_UNSEARCHABLE], 0);
}

void
ys_evidence_results_set_workspace (YsEvidenceResults *self, YsWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

static void
ys_evidence_results_dispose (GObject *object)
{
  YsEvidenceResults *self = YS_EVIDENCE_RESULTS (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->query, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_evidence_results_parent_class)->dispose (object);
}

static void
ys_evidence_results_class_init (YsEvidenceResultsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_evidence_results_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", YS_TYPE_EVIDENCE_RESULTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[LIST_UNSEARCHABLE] = g_signal_new ("list-unsearchable", YS_TYPE_EVIDENCE_RESULTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-evidence-results.ui");
  gtk_widget_class_bind_template_child (widget_class, YsEvidenceResults, summary);
  gtk_widget_class_bind_template_child (widget_class, YsEvidenceResults, unsearchable);
  gtk_widget_class_bind_template_child (widget_class, YsEvidenceResults, list);
}

static void
ys_evidence_results_init (YsEvidenceResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row), self);
  g_signal_connect_swapped (self->unsearchable, "clicked", G_CALLBACK (on_unsearchable), self);
}
