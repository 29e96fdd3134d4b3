/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 佐证材料: one row a citation with title, what it is cited for, pages and note; the pages open
 * beside the form. Taking a citation away is undoable and asks nothing. */
#include "ys-fill-evidence-card.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"

struct _YsFillEvidenceCard
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the form */
  guint task;
  GtkWidget *summary, *card, *list, *nothing, *drop;
  char *shown; /* what the rows stand for, so that they are made anew only when that changes */
};

static void ys_fill_evidence_card_iface (YsFillCardInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsFillEvidenceCard, ys_fill_evidence_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_FILL_CARD, ys_fill_evidence_card_iface))

/* ---- taking a citation away ---- */

static gpointer
uncite (YsWorkspace *workspace, gpointer id, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_uncite (workspace, id, error));
}

static void
on_uncited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)) && error != NULL)
    ys_tell_error (self, _ ("The citation could not be taken away"), error);
}

static void
on_remove (GtkWidget *button, YsFillEvidenceCard *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "citation");

  ys_workspace_run_async (self->workspace, uncite, g_strdup (id), g_free, NULL, NULL, on_uncited,
                          g_object_ref (self));
}

static void
on_page (GtkWidget *button)
{
  ys_fill_show_page (button, g_object_get_data (G_OBJECT (button), "evidence"),
                     GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "page")));
}

/* ---- rows ---- */

static char *
dup_note_line (const YsFillView *view, const YsCitation *citation)
{
  const YsPoint *point =
      citation->point != NULL ? ys_standard_get_point (view->standard, citation->point) : NULL;
  const char *what = point != NULL ? point->title : _ ("whole task");

  if (citation->note != NULL && *citation->note != '\0')
    return g_strdup_printf ("%s · %s", what, citation->note);
  return g_strdup (what);
}

static GtkWidget *
make_row (YsFillEvidenceCard *self, const YsFillView *view, const YsCitation *citation)
{
  g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (view->workspace, citation->evidence);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = ys_fill_label (info != NULL ? info->title : citation->evidence, "name");
  g_autofree char *note = dup_note_line (view, citation);
  g_autofree char *pages = ys_citation_dup_pages (citation);
  GtkWidget *detail = ys_fill_label (note, "small quiet");
  GtkWidget *page = ys_fill_jump (pages), *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Take away: %s, %s"), info != NULL ? info->title : "", pages);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), detail);
  if (info != NULL && !info->present)
    gtk_box_append (GTK_BOX (lines),
                    ys_fill_label (_ ("The file is missing in the workspace."), "small problem"));
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("ys-evidence-symbolic"));
  gtk_box_append (GTK_BOX (row), lines);
  g_object_set_data_full (G_OBJECT (page), "evidence", g_strdup (citation->evidence), g_free);
  g_object_set_data (G_OBJECT (page), "page", GUINT_TO_POINTER (ys_citation_get_first_page (citation)));
  g_signal_connect (page, "clicked", G_CALLBACK (on_page), NULL);
  gtk_box_append (GTK_BOX (row), page);
  g_object_set_data_full (G_OBJECT (remove), "citation", g_strdup (citation->id), g_free);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (remove, view->can_edit && !citation->by_city);
  gtk_widget_set_tooltip_text (remove, _ ("Take the citation away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static guint
count_files (const GPtrArray *citations)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < citations->len; i++)
    g_hash_table_add (seen, ((const YsCitation *)g_ptr_array_index (citations, i))->evidence);
  return g_hash_table_size (seen);
}

/* What the rows show, as one text: the rows follow typing in other fields otherwise, and lose the focus. */
static char *
describe (const YsFillView *view)
{
  GString *text = g_string_new (view->can_edit ? "edit" : "");

  g_string_append_printf (text, "%u", view->task->number);
  for (guint i = 0; i < view->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (view->citations, i);
      g_autoptr (YsEvidenceInfo) info = ys_workspace_dup_evidence_info (view->workspace, citation->evidence);

      g_string_append_printf (
          text, "\n%s\t%s\t%s\t%s\t%s\t%d", citation->id, citation->pages != NULL ? citation->pages : "",
          citation->note != NULL ? citation->note : "", citation->point != NULL ? citation->point : "",
          info != NULL ? info->title : "", info != NULL && info->present);
    }
  return g_string_free (text, FALSE);
}

static void
update (YsFillCard *card, const YsFillView *view)
{
  YsFillEvidenceCard *self = YS_FILL_EVIDENCE_CARD (card);
  g_autofree char *now = describe (view);
  g_autofree char *text = NULL;

  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  text = g_strdup_printf (_ ("%u files, %u citations"), count_files (view->citations), view->citations->len);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
  ys_fill_clear_box (self->list);
  for (guint i = 0; i < view->citations->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, view, g_ptr_array_index (view->citations, i)));
  gtk_widget_set_visible (self->list, view->citations->len > 0);
  gtk_widget_set_visible (self->nothing, view->citations->len == 0);
  gtk_widget_set_visible (self->drop, view->can_edit);
}

/* ---- attaching ---- */

static guint
get_task (gpointer data)
{
  return YS_FILL_EVIDENCE_CARD (data)->task;
}

static void
on_add (YsFillEvidenceCard *self)
{
  ys_attach_with_dialog (GTK_WIDGET (self), self->workspace, self->task);
}

static GtkWidget *
make_drop (YsFillEvidenceCard *self)
{
  GtkWidget *drop = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *add = ys_fill_jump (_ ("Add files…"));

  gtk_widget_add_css_class (drop, "dropzone");
  gtk_box_append (GTK_BOX (drop), ys_fill_label (_ ("Drop PDFs here, or"), "small quiet"));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (drop), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_first_child (drop)), 1);
  gtk_widget_set_hexpand (add, TRUE);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (drop), add);
  return drop;
}

static void
build (YsFillCard *card, const YsFillView *view)
{
  YsFillEvidenceCard *self = YS_FILL_EVIDENCE_CARD (card);

  if (self->workspace == NULL)
    ys_attach_accept (self->card, view->workspace, get_task, self);
  self->workspace = view->workspace;
  self->task = view->task->number;
}

static char *
dup_anchor (YsFillCard *card, const YsFillView *view)
{
  return g_strdup_printf (_ ("Evidence %u"), view->citations->len);
}

static gboolean
focus_key (YsFillCard *card, const char *key)
{
  YsFillEvidenceCard *self = YS_FILL_EVIDENCE_CARD (card);

  return g_str_equal (key, "evidence") && gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* ---- made and gone ---- */

static void
ys_fill_evidence_card_finalize (GObject *object)
{
  g_free (YS_FILL_EVIDENCE_CARD (object)->shown);
  G_OBJECT_CLASS (ys_fill_evidence_card_parent_class)->finalize (object);
}

static void
ys_fill_evidence_card_iface (YsFillCardInterface *iface)
{
  iface->build = build;
  iface->update = update;
  iface->dup_anchor = dup_anchor;
  iface->focus_key = focus_key;
}

static void
ys_fill_evidence_card_class_init (YsFillEvidenceCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_fill_evidence_card_finalize;
}

static void
ys_fill_evidence_card_init (YsFillEvidenceCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->summary = ys_fill_label ("", "small quiet num");
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Evidence"), self->summary));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->card, "card");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->card), self->list);
  self->nothing = ys_fill_label (_ ("No PDF is cited for this task yet."), "quiet");
  gtk_box_append (GTK_BOX (self->card), self->nothing);
  self->drop = make_drop (self);
  gtk_box_append (GTK_BOX (self->card), self->drop);
  gtk_box_append (GTK_BOX (self), self->card);
}
