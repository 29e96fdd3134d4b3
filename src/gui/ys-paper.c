/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain pages drawn with pango. One layout serves printer and PDF: both are drawn in points, so both break alike. */
#include "ys-paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "ys-error.h"
#include "ys-place.h"

/* Points: A4, margins of an official document narrowed for tables, sizes of words. */
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define MARGIN 54.0
#define FOOT 24.0
#define TITLE_SIZE 18.0
#define TEXT_SIZE 10.5
#define SMALL_SIZE 9.0
#define CELL_PADDING 5.0
#define AFTER_TITLE 14.0
#define AFTER_TEXT 6.0

typedef struct {
  GStrv cells;
  double *shares;
  YsPaperStyle style;
  double size, least_height, after;
  /* laid out */
  guint page;
  double top, height;
} Row;

struct _YsPaper {
  gatomicrefcount references;
  char *name;
  GPtrArray *rows; /* of Row */
  guint pages;
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
  g_free (row->shares);
  g_free (row);
}

YsPaper *
ys_paper_new (const char *name)
{
  YsPaper *self = g_new0 (YsPaper, 1);

  g_atomic_ref_count_init (&self->references);
  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

YsPaper *
ys_paper_ref (YsPaper *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ys_paper_unref (YsPaper *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* ---- contents ---- */

void
ys_paper_add_row (YsPaper *self, const double *shares, const char *const *cells, guint n, YsPaperStyle style,
                  double least_height)
{
  Row *row = g_new0 (Row, 1);

  row->cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  row->shares = g_memdup2 (shares, n * sizeof *shares);
  row->style = style;
  row->size = (style & YS_PAPER_SMALL) != 0 ? SMALL_SIZE : TEXT_SIZE;
  row->least_height = least_height;
  g_ptr_array_add (self->rows, row);
}

static Row *
add_line (YsPaper *self, const char *text, YsPaperStyle style)
{
  const double whole = 1;

  ys_paper_add_row (self, &whole, &text, 1, style, 0);
  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

void
ys_paper_add_title (YsPaper *self, const char *text)
{
  Row *row = add_line (self, text, YS_PAPER_STRONG | YS_PAPER_CENTERED);

  row->size = TITLE_SIZE;
  row->after = AFTER_TITLE;
}

void
ys_paper_add_text (YsPaper *self, const char *text, YsPaperStyle style)
{
  add_line (self, text, style)->after = AFTER_TEXT;
}

/* ---- laying out ---- */

static PangoContext *
make_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);

  pango_cairo_context_set_resolution (context, 72); /* the unit is the point */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static PangoLayout *
make_layout (PangoContext *context, const char *text, double size, YsPaperStyle style, double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  PangoLayout *layout;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if ((style & YS_PAPER_STRONG) != 0)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  layout = pango_layout_new (context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if ((style & YS_PAPER_CENTERED) != 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
padding_of (const Row *row)
{
  return (row->style & YS_PAPER_RULED) != 0 ? CELL_PADDING : 0;
}

static double
measure (PangoContext *context, const Row *row, double width)
{
  double height = row->least_height, padding = padding_of (row);

  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout
        = make_layout (context, row->cells[i], row->size, row->style, width * row->shares[i] - 2 * padding);
      int cell_height = 0;
      pango_layout_get_size (layout, NULL, &cell_height);
      height = MAX (height, (double) cell_height / PANGO_SCALE + 2 * padding);
    }
  return height;
}

static void
lay_out (YsPaper *self, cairo_t *cr, double width, double height)
{
  PangoContext *context = make_context (cr);
  double top = 0;

  self->pages = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      row->height = measure (context, row, width);
      if (top > 0 && top + row->height > height)
        {
          self->pages++;
          top = 0;
        }
      row->page = self->pages - 1;
      row->top = top;
      top += row->height + row->after;
    }
  g_object_unref (context);
}

/* ---- drawing ---- */

static void
draw_row (cairo_t *cr, PangoContext *context, const Row *row, double width)
{
  double left = 0, padding = padding_of (row);

  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      double cell_width = width * row->shares[i];
      g_autoptr (PangoLayout) layout
        = make_layout (context, row->cells[i], row->size, row->style, cell_width - 2 * padding);
      cairo_move_to (cr, left + padding, row->top + padding);
      pango_cairo_show_layout (cr, layout);
      if ((row->style & YS_PAPER_RULED) != 0)
        {
          cairo_set_line_width (cr, 0.5);
          cairo_rectangle (cr, left, row->top, cell_width, row->height);
          cairo_stroke (cr);
        }
      left += cell_width;
    }
}

static void
draw_page (YsPaper *self, cairo_t *cr, guint page, double width, double height)
{
  g_autofree char *foot = g_strdup_printf ("%s　第 %u 页，共 %u 页", self->name, page + 1, self->pages);
  PangoContext *context = make_context (cr);
  g_autoptr (PangoLayout) layout = make_layout (context, foot, SMALL_SIZE, YS_PAPER_CENTERED, width);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      if (row->page == page)
        draw_row (cr, context, row, width);
    }
  cairo_move_to (cr, 0, height - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (context);
}

/* ---- to the printer ---- */

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, YsPaper *self)
{
  lay_out (self, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
           gtk_print_context_get_height (context) - FOOT);
  gtk_print_operation_set_n_pages (operation, (int) self->pages);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, YsPaper *self)
{
  draw_page (self, gtk_print_context_get_cairo_context (context), (guint) page, gtk_print_context_get_width (context),
             gtk_print_context_get_height (context));
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    ys_tell_error (from, _("It could not be printed"), error);
}

static void
unref_paper (gpointer data, GClosure *closure)
{
  ys_paper_unref (data);
}

void
ys_paper_print (YsPaper *self, GtkWidget *from)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkRoot *root = gtk_widget_get_root (from);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN - FOOT, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, self->name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), ys_paper_ref (self), unref_paper, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), from, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* ---- to a file ---- */

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
ys_paper_save (YsPaper *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double width = A4_WIDTH - 2 * MARGIN, height = A4_HEIGHT - 2 * MARGIN + FOOT;
  GError *local = NULL;

  lay_out (self, cr, width, height - FOOT);
  for (guint page = 0; page < self->pages; page++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      draw_page (self, cr, page, width, height);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, &local))
    return TRUE;
  ys_set_error_from_foreign (error, local, path, _("Writing the PDF"));
  return FALSE;
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, YsPaper *self)
{
  GtkWidget *from = g_object_get_data (G_OBJECT (dialog), "from");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      if (ys_paper_save (self, path, &error))
        {
          g_autofree char *shown = g_filename_display_name (path);
          g_autofree char *message = g_strdup_printf (_("Kept as %s"), shown);
          ys_tell (from, message);
        }
      else
        ys_tell_error (from, _("The PDF could not be written"), error);
    }
  g_object_unref (dialog);
}

void
ys_paper_save_with_dialog (YsPaper *self, GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_("Keep as PDF"), window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = g_strconcat (self->name, ".pdf", NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "from", g_object_ref (from), g_object_unref);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_place_chosen), ys_paper_ref (self), unref_paper, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
