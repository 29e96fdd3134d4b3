/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of the card 应出台文件. The two lines show what the newest sheet has; the fields write their
 * keys. */
#include "ys-fill-document-row.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"

static const struct
{
  const char *part, *title;
  int width;
} fields[] = {
  { "title", N_ ("Title"), 3 },
  { "number", N_ ("Document number"), 1 },
  { "issuer", N_ ("Issued by"), 1 },
  { "date", N_ ("Date"), 1 },
};

struct _YsFillDocumentRow
{
  GtkBox parent_instance;
  const YsCatalogueDocument *document;
  YsEntryField *fields[G_N_ELEMENTS (fields)];
  GtkWidget *sign, *title, *details, *word, *page, *edit, *form;
  char *digest;
  guint page_number;
};

G_DEFINE_FINAL_TYPE (YsFillDocumentRow, ys_fill_document_row, GTK_TYPE_BOX)

static const YsIssuedDocument *
get_issued (const YsFillView *view, const YsCatalogueDocument *document)
{
  for (guint i = 0; view->item != NULL && i < view->item->documents->len; i++)
    {
      const YsIssuedDocument *issued = g_ptr_array_index (view->item->documents, i);
      if (g_str_equal (issued->document, document->id))
        return issued;
    }
  return NULL;
}

gboolean
ys_fill_document_is_recorded (const YsFillView *view, const YsCatalogueDocument *document)
{
  const YsIssuedDocument *issued = get_issued (view, document);

  return issued != NULL && (issued->number != NULL || issued->unnumbered) && issued->date != 0;
}

static void
show_details (YsFillDocumentRow *self, const YsIssuedDocument *issued)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (issued != NULL)
    {
      g_ptr_array_add (parts, issued->unnumbered       ? g_strdup (_ ("no number"))
                              : issued->number != NULL ? g_strdup (issued->number)
                                                       : g_strdup (_ ("number missing")));
      if (issued->issuer != NULL)
        g_ptr_array_add (parts, g_strdup (issued->issuer));
      g_ptr_array_add (parts,
                       issued->date != 0 ? ys_date_to_text (issued->date) : g_strdup (_ ("date missing")));
    }
  g_ptr_array_add (parts, NULL);
  text = issued != NULL ? g_strjoinv (" · ", (char **)parts->pdata) : g_strdup (_ ("nothing recorded yet"));
  gtk_label_set_text (GTK_LABEL (self->details), text);
}

static void
show_citation (YsFillDocumentRow *self, const YsFillView *view)
{
  const YsSheetPoint *point = ys_fill_view_get_document_point (view, self->document);
  const YsCitation *citation = ys_fill_view_get_citation (view, point != NULL ? point->point->id : NULL);

  gtk_widget_set_visible (self->page, citation != NULL);
  g_clear_pointer (&self->digest, g_free);
  gtk_label_set_text (GTK_LABEL (self->word),
                      point != NULL && point->measure_text != NULL ? point->measure_text : "");
  if (citation == NULL)
    return;
  g_autofree char *pages = ys_citation_dup_pages (citation);
  g_autofree char *text = g_strdup_printf (_ ("cites %s"), pages);
  gtk_button_set_label (GTK_BUTTON (self->page), text);
  self->digest = g_strdup (citation->evidence);
  self->page_number = ys_citation_get_first_page (citation);
}

void
ys_fill_document_row_update (YsFillDocumentRow *self, const YsFillView *view)
{
  const YsIssuedDocument *issued = get_issued (view, self->document);
  gboolean recorded = ys_fill_document_is_recorded (view, self->document);
  const char *title = issued != NULL && issued->title != NULL ? issued->title : self->document->title;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign),
                                recorded ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (self->sign, (const char *[]){ recorded ? "success" : "warning", NULL });
  gtk_label_set_text (GTK_LABEL (self->title), title);
  show_details (self, issued);
  show_citation (self, view);
  gtk_widget_set_sensitive (self->edit, view->can_edit);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    ys_entry_field_set_editable (self->fields[i], view->can_edit);
}

gboolean
ys_fill_document_row_focus_key (YsFillDocumentRow *self, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (ys_entry_field_get_key (self->fields[i]), key) == 0)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit), TRUE);
        ys_entry_field_reveal (self->fields[i]);
        return TRUE;
      }
  return FALSE;
}

static void
on_page (YsFillDocumentRow *self)
{
  if (self->digest != NULL)
    ys_fill_show_page (GTK_WIDGET (self), self->digest, self->page_number);
}

/* ---- made and gone ---- */

static GtkWidget *
make_lines (YsFillDocumentRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = ys_fill_label ("", "name");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->title), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (lines), self->title);
  self->details = ys_fill_label ("", "small quiet num");
  gtk_label_set_ellipsize (GTK_LABEL (self->details), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (second), self->details);
  self->page = ys_fill_jump ("");
  g_signal_connect_swapped (self->page, "clicked", G_CALLBACK (on_page), self);
  gtk_box_append (GTK_BOX (second), self->page);
  self->word = ys_fill_label ("", "small faint");
  gtk_box_append (GTK_BOX (second), self->word);
  gtk_box_append (GTK_BOX (lines), second);
  gtk_widget_set_hexpand (lines, TRUE);
  return lines;
}

static GtkWidget *
make_form (YsFillDocumentRow *self, const YsFillView *view)
{
  GtkWidget *grid = gtk_grid_new ();
  int column = 0, row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_set_margin_top (grid, 6);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = g_strdup_printf ("document.%s.%s", self->document->id, fields[i].part);
      g_autofree char *name = g_strdup_printf ("%s %s", self->document->title, _ (fields[i].title));

      self->fields[i] = YS_ENTRY_FIELD (ys_entry_field_new (FALSE));
      ys_entry_field_bind (self->fields[i], view->workspace, view->task->number, key, name);
      gtk_grid_attach (GTK_GRID (grid), ys_fill_label (_ (fields[i].title), "small quiet"), column, row,
                       fields[i].width, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->fields[i]), column, row + 1, fields[i].width, 1);
      column += fields[i].width;
      if (column >= 3)
        {
          column = 0;
          row += 2;
        }
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (ys_entry_field_get_input (self->fields[1])),
                                  _ ("or: no number"));
  return grid;
}

static void
ys_fill_document_row_finalize (GObject *object)
{
  g_free (YS_FILL_DOCUMENT_ROW (object)->digest);
  G_OBJECT_CLASS (ys_fill_document_row_parent_class)->finalize (object);
}

static void
ys_fill_document_row_class_init (YsFillDocumentRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_fill_document_row_finalize;
}

static void
ys_fill_document_row_init (YsFillDocumentRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
ys_fill_document_row_new (const YsFillView *view, const YsCatalogueDocument *document)
{
  YsFillDocumentRow *self = g_object_new (YS_TYPE_FILL_DOCUMENT_ROW, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = g_strdup_printf (_ ("Edit %s"), document->title);

  self->document = document;
  self->sign = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->sign), 14);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->sign, 3);
  gtk_box_append (GTK_BOX (head), self->sign);
  gtk_box_append (GTK_BOX (head), make_lines (self));
  self->edit = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->edit), "document-edit-symbolic");
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_widget_set_valign (self->edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->edit, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (head), self->edit);
  gtk_box_append (GTK_BOX (self), head);
  self->form = make_form (self, view);
  g_object_bind_property (self->edit, "active", self->form, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self), self->form);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit),
                                view->can_edit && get_issued (view, document) == NULL);
  return GTK_WIDGET (self);
}
