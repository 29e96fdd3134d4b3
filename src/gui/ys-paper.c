/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain pages laid out by the reports' own pages, so that printer and PDF get the same. What is put on them is kept as
 * it came; looking up fonts and laying out take too long for the main loop and happen on a worker thread. */
#include "ys-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-error.h"
#include "ys-folio.h"
#include "ys-print.h"
#include "ys-save-file.h"

#define TEXT_SIZE 10.5
#define SMALL_SIZE 9.0
#define LINE_SPACING 1.6
#define AFTER_TEXT 4.0
#define GAP 8.0 /* what a paragraph without words leaves free */
/* A form has to fit on one page with its stamps: less lavish than a report's title. */
static const YsFolioStyle title_style
    = { .font = YS_FONT_TITLE, .size = 18, .line = 27, .align = YS_FOLIO_CENTRE, .after = 10, .keep = TRUE };

/* A title (no shares, @is_title), a paragraph (no shares) or a row of cells. */
typedef struct
{
  GStrv cells;
  double *shares;
  guint n;
  YsPaperStyle style;
  double least_height;
  gboolean is_title;
} Piece;

struct _YsPaper
{
  gatomicrefcount references;
  char *name;
  GPtrArray *pieces; /* of Piece */
  YsFolio *folio;    /* once laid out */
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_strfreev (piece->cells);
  g_free (piece->shares);
  g_free (piece);
}

YsPaper *
ys_paper_new (const char *name)
{
  YsPaper *self = g_new0 (YsPaper, 1);

  g_atomic_ref_count_init (&self->references);
  self->name = g_strdup (name);
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
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
  g_ptr_array_unref (self->pieces);
  ys_folio_free (self->folio);
  g_free (self);
}

/* ---- contents ---- */

static Piece *
add_piece (YsPaper *self, const char *const *cells, guint n, YsPaperStyle style)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    piece->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  piece->n = n;
  piece->style = style;
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

void
ys_paper_add_row (YsPaper *self, const double *shares, const char *const *cells, guint n, YsPaperStyle style,
                  double least_height)
{
  Piece *piece;

  g_return_if_fail (n <= YS_FOLIO_MAX_COLUMNS);
  piece = add_piece (self, cells, n, style);
  piece->shares = g_memdup2 (shares, n * sizeof *shares);
  piece->least_height = least_height;
}

void
ys_paper_add_title (YsPaper *self, const char *text)
{
  add_piece (self, &text, 1, YS_PAPER_PLAIN)->is_title = TRUE;
}

void
ys_paper_add_text (YsPaper *self, const char *text, YsPaperStyle style)
{
  add_piece (self, &text, 1, style);
}

/* ---- laying out ---- */

static double
size_of (const Piece *piece)
{
  return (piece->style & YS_PAPER_SMALL) != 0 ? SMALL_SIZE : TEXT_SIZE;
}

/* Rows of the same widths and size below each other are one table. */
static gboolean
goes_on (const Piece *before, const Piece *piece)
{
  return before != NULL && before->shares != NULL && before->n == piece->n
         && (before->style & YS_PAPER_SMALL) == (piece->style & YS_PAPER_SMALL)
         && memcmp (before->shares, piece->shares, piece->n * sizeof *piece->shares) == 0;
}

static void
lay_out_row (YsFolio *folio, const Piece *before, const Piece *piece)
{
  YsFolioColumn columns[YS_FOLIO_MAX_COLUMNS] = { 0 };
  guint flags = ((piece->style & YS_PAPER_STRONG) != 0 ? YS_FOLIO_ROW_STRONG : 0)
                | ((piece->style & YS_PAPER_CENTERED) != 0 ? YS_FOLIO_ROW_CENTRED : 0);

  for (guint i = 0; i < piece->n; i++)
    columns[i].weight = piece->shares[i];
  if (!goes_on (before, piece))
    ys_folio_begin_table (folio, columns, piece->n, size_of (piece));
  ys_folio_add_tall_row (folio, flags, (const char *const *)piece->cells, piece->least_height);
}

static void
lay_out_text (YsFolio *folio, const Piece *piece)
{
  gboolean strong = (piece->style & YS_PAPER_STRONG) != 0;
  const YsFolioStyle style
      = { .font = strong ? YS_FONT_HEAD : YS_FONT_TEXT,
          .size = size_of (piece),
          .line = size_of (piece) * LINE_SPACING,
          .align = (piece->style & YS_PAPER_CENTERED) != 0 ? YS_FOLIO_CENTRE : YS_FOLIO_LEFT,
          .after = AFTER_TEXT,
          .keep = strong };

  ys_folio_end_table (folio);
  if (piece->is_title)
    ys_folio_add_text (folio, &title_style, piece->cells[0]);
  else if (*piece->cells[0] == '\0')
    ys_folio_add_space (folio, GAP);
  else
    ys_folio_add_text (folio, &style, piece->cells[0]);
}

static YsFolio *
get_folio (YsPaper *self)
{
  const Piece *before = NULL;

  if (self->folio != NULL)
    return self->folio;
  self->folio = ys_folio_new (self->name);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->shares != NULL)
        lay_out_row (self->folio, before, piece);
      else
        lay_out_text (self->folio, piece);
      before = piece;
    }
  ys_folio_end_table (self->folio);
  return self->folio;
}

/* ---- to the printer ---- */

static void
draw (gpointer data, guint page, cairo_t *cr)
{
  ys_folio_draw_page (((YsPaper *)data)->folio, page, cr);
}

static void
unref (gpointer data)
{
  ys_paper_unref (data);
}

static void
lay_out (GTask *task, gpointer from, gpointer data, GCancellable *cancellable)
{
  get_folio (data);
  g_task_return_boolean (task, TRUE);
}

static void
on_laid_out (GObject *from, GAsyncResult *result, gpointer data)
{
  YsPaper *self = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    ys_print (self->name, ys_folio_count_pages (self->folio), draw, ys_paper_ref (self), unref, GTK_WIDGET (from));
}

void
ys_paper_print (YsPaper *self, GtkWidget *from)
{
  g_autoptr (GTask) task = g_task_new (from, NULL, on_laid_out, NULL);

  g_task_set_task_data (task, ys_paper_ref (self), unref);
  g_task_run_in_thread (task, lay_out);
}

/* ---- to a file ---- */

gboolean
ys_paper_save (YsPaper *self, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = ys_folio_dup_pdf (get_folio (self), NULL, NULL, error);
  GError *local = NULL;

  if (pdf == NULL)
    return FALSE;
  if (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &local))
    return TRUE;
  ys_set_error_from_foreign (error, local, path, _ ("Writing the PDF"));
  return FALSE;
}

static gboolean
save (gpointer data, const char *path, gboolean force, char **note, GError **error)
{
  YsPaper *self = data;

  if (!force && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ys_set_error (error, YS_ERROR_EXISTS, path, _ ("There is a file of this name already."));
      return FALSE;
    }
  if (!ys_paper_save (self, path, error))
    return FALSE;
  *note = ys_fonts_dup_missing (ys_folio_get_fonts (self->folio));
  return TRUE;
}

void
ys_paper_save_with_dialog (YsPaper *self, GtkWidget *from)
{
  ys_save_file (from, _ ("Keep as PDF"), self->name, ".pdf", save, ys_paper_ref (self), unref);
}
