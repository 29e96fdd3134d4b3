/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what is in view of the matrix: cells, then the heads of rows, then those of columns, each clipped to
 * its own part so that nothing shows through. One layout writes all words. */
#include "ys-matrix-private.h"

#include <glib/gi18n-lib.h>

#define MARGIN 8
#define CORNER 7      /* the triangle of a cell */
#define NUMBER_END 30 /* numbers of tasks end here, in a head of usual width */
#define ARROW 12

/* tones, as in style.css */
#define FAINT .64
#define QUIET .8
#define LINE_SOFT .07
#define LINE_HARD .17
#define GROUND_HEADING .05
#define GROUND_PICKED .13

enum
{
  WORDS_USUAL,
  WORDS_BOLD,
  WORDS_SMALL
};

typedef struct
{
  YsMatrix *self;
  GtkSnapshot *snapshot;
  int width, height;
  GdkRGBA ink, accent, warning;
  int first_row, last_row, first_column, last_column; /* in view */
} Paint;

static GdkRGBA
with_alpha (const GdkRGBA *colour, float alpha)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, colour->alpha * alpha };
}

static void
fill (const Paint *paint, const GdkRGBA *colour, float alpha, float x, float y, float width, float height)
{
  GdkRGBA shade = with_alpha (colour, alpha);

  gtk_snapshot_append_color (paint->snapshot, &shade, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
clip (const Paint *paint, float x, float y, float width, float height)
{
  gtk_snapshot_push_clip (paint->snapshot, &GRAPHENE_RECT_INIT (x, y, MAX (width, 0), MAX (height, 0)));
}

/* Writes @text in the middle of a line @height high: from @x on, or (@to_right) ending there. @most: cut off
 * after so many pixels, -1: never. */
static void
write_words (const Paint *paint, const char *text, int look, float alpha, float x, float y, int height,
             gboolean to_right, int most)
{
  PangoLayout *layout = paint->self->layout;
  GdkRGBA colour = with_alpha (&paint->ink, alpha);
  int width, high;

  pango_layout_set_attributes (layout, paint->self->attributes[look]);
  pango_layout_set_width (layout, most < 0 ? -1 : most * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, most < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &high);
  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (paint->snapshot,
                          &GRAPHENE_POINT_INIT (to_right ? x - width : x, y + (height - high) / 2));
  gtk_snapshot_append_layout (paint->snapshot, layout, &colour);
  gtk_snapshot_restore (paint->snapshot);
}

/* ---- cells ---- */

static void
draw_marks (const Paint *paint, const YsMatrixCell *cell, const GdkRectangle *area)
{
  const float right = area->x + area->width - 1, top = area->y;

  if (cell->differs)
    {
      const GdkRGBA none = with_alpha (&paint->accent, 0);
      const GskColorStop stops[] = { { 0, none }, { .5, none }, { .5, paint->accent }, { 1, paint->accent } };

      gtk_snapshot_append_linear_gradient (paint->snapshot,
                                           &GRAPHENE_RECT_INIT (right - CORNER, top, CORNER, CORNER),
                                           &GRAPHENE_POINT_INIT (right - CORNER, top + CORNER),
                                           &GRAPHENE_POINT_INIT (right, top), stops, G_N_ELEMENTS (stops));
    }
  if (cell->review.doubted)
    {
      Paint warned = *paint;
      warned.ink = paint->warning;
      write_words (&warned, "?", WORDS_SMALL, 1, area->x + 4, top + 1, paint->self->line_height - 4, FALSE,
                   -1);
    }
}

static void
draw_cell (const Paint *paint, int row, int column)
{
  YsMatrix *self = paint->self;
  const YsMatrixCell *cell = ys_matrix_get_cell_at (self, row, column);
  gboolean heading = ys_matrix_get_row (self, row)->heading;
  GdkRectangle area;

  ys_matrix_get_cell_area (self, row, column, &area);
  if (!heading && self->query.filter != YS_MATRIX_ALL && cell->review.received
      && ys_review_cell_passes (&cell->review, self->query.has_own, self->query.filter))
    fill (paint, &paint->accent, .09, area.x, area.y, area.width, area.height);
  if (cell->text[0] != '\0')
    write_words (paint, cell->text, heading ? WORDS_BOLD : WORDS_USUAL, cell->decided || heading ? 1 : FAINT,
                 area.x + area.width - MARGIN, area.y, area.height, TRUE, -1);
  if (!heading)
    draw_marks (paint, cell, &area);
}

static void
draw_lines (const Paint *paint)
{
  GdkRectangle area;

  for (int column = paint->first_column; column <= paint->last_column; column++)
    {
      ys_matrix_get_cell_area (paint->self, 0, column, &area);
      fill (paint, &paint->ink, LINE_SOFT, area.x + area.width - 1, 0, 1, paint->height);
    }
  for (int row = paint->first_row; row <= paint->last_row; row++)
    {
      ys_matrix_get_cell_area (paint->self, row, 0, &area);
      fill (paint, &paint->ink, LINE_SOFT, 0, area.y + area.height - 1, paint->width, 1);
    }
}

static void
draw_ground_of_headings (const Paint *paint)
{
  GdkRectangle area;

  for (int row = paint->first_row; row <= paint->last_row; row++)
    if (ys_matrix_get_row (paint->self, row)->heading)
      {
        ys_matrix_get_cell_area (paint->self, row, 0, &area);
        fill (paint, &paint->ink, GROUND_HEADING, 0, area.y, paint->width, area.height);
      }
}

static void
draw_cells (const Paint *paint)
{
  YsMatrix *self = paint->self;

  clip (paint, self->row_head, self->head_height, paint->width - self->row_head,
        paint->height - self->head_height);
  draw_ground_of_headings (paint);
  for (int row = paint->first_row; row <= paint->last_row; row++)
    for (int column = paint->first_column; column <= paint->last_column; column++)
      draw_cell (paint, row, column);
  draw_lines (paint);
  if (self->row != YS_MATRIX_HEADS)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->cursor, paint->snapshot);
  gtk_snapshot_pop (paint->snapshot);
}

/* ---- heads of rows ---- */

static void
draw_arrow (const Paint *paint, gboolean folded, float x, float y, int height)
{
  GtkWidget *widget = GTK_WIDGET (paint->self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, folded ? "pan-end-symbolic" : "pan-down-symbolic", NULL, ARROW,
                                  gtk_widget_get_scale_factor (widget), GTK_TEXT_DIR_LTR, 0);

  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (paint->snapshot, &GRAPHENE_POINT_INIT (x, y + (height - ARROW) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), paint->snapshot, ARROW, ARROW,
                                            &paint->ink, 1);
  gtk_snapshot_restore (paint->snapshot);
}

static void
draw_row_head (const Paint *paint, int row)
{
  YsMatrix *self = paint->self;
  const YsMatrixRow *of = ys_matrix_get_row (self, row);
  int number_end = NUMBER_END * self->line_height / 20 + (self->row_head > 250 ? 4 : 0),
      end = self->row_head - MARGIN;
  int points = 40 * self->line_height / 20;
  GdkRectangle area;

  ys_matrix_get_cell_area (self, row, 0, &area);
  if (row == self->row && self->column >= 0)
    fill (paint, &paint->accent, GROUND_PICKED, 0, area.y, self->row_head, area.height);
  if (of->heading)
    {
      g_autofree char *title = g_strdup_printf ("%s %s", of->id, of->title);
      draw_arrow (paint, g_hash_table_contains (self->folded, of->id), 8, area.y, area.height);
      write_words (paint, title, WORDS_BOLD, 1, 28, area.y, area.height, FALSE, end - points - 28);
    }
  else
    {
      char number[16];
      g_snprintf (number, sizeof number, "%u", of->number);
      write_words (paint, number, WORDS_USUAL, QUIET, number_end, area.y, area.height, TRUE, -1);
      write_words (paint, of->title, WORDS_USUAL, 1, number_end + 6, area.y, area.height, FALSE,
                   end - points - number_end - 6);
    }
  write_words (paint, of->points, WORDS_USUAL, FAINT, end, area.y, area.height, TRUE, -1);
}

static void
draw_row_heads (const Paint *paint)
{
  YsMatrix *self = paint->self;

  clip (paint, 0, self->head_height, self->row_head, paint->height - self->head_height);
  draw_ground_of_headings (paint);
  for (int row = paint->first_row; row <= paint->last_row; row++)
    {
      GdkRectangle area;
      draw_row_head (paint, row);
      ys_matrix_get_cell_area (self, row, 0, &area);
      fill (paint, &paint->ink, LINE_SOFT, 0, area.y + area.height - 1, self->row_head, 1);
    }
  fill (paint, &paint->ink, LINE_HARD, self->row_head - 1, self->head_height, 1, paint->height);
  gtk_snapshot_pop (paint->snapshot);
}

/* ---- heads of columns ---- */

static void
draw_column_head (const Paint *paint, int column)
{
  YsMatrix *self = paint->self;
  const YsMatrixColumn *of = g_ptr_array_index (self->data->columns, column);
  const int line = self->line_height;
  GdkRectangle area;

  ys_matrix_get_cell_area (self, YS_MATRIX_HEADS, column, &area);
  const float end = area.x + area.width - MARGIN;
  if (column == self->column)
    fill (paint, &paint->accent, GROUND_PICKED, area.x, 0, area.width, area.height);
  write_words (paint, of->short_name, WORDS_BOLD, of->received ? 1 : FAINT, end, 4, line, TRUE, -1);
  write_words (paint, of->received ? of->total : "—", WORDS_USUAL, QUIET, end, 4 + line, line, TRUE, -1);
  write_words (paint, of->progress, WORDS_USUAL, FAINT, end, 4 + 2 * line, line, TRUE, -1);
  fill (paint, &paint->ink, LINE_SOFT, area.x + area.width - 1, 0, 1, area.height);
}

static void
draw_heads (const Paint *paint)
{
  YsMatrix *self = paint->self;
  const int line = self->line_height;

  clip (paint, self->row_head, 0, paint->width - self->row_head, self->head_height);
  fill (paint, &paint->ink, GROUND_HEADING, 0, 0, paint->width, self->head_height);
  for (int column = paint->first_column; column <= paint->last_column; column++)
    draw_column_head (paint, column);
  if (self->row == YS_MATRIX_HEADS)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->cursor, paint->snapshot);
  gtk_snapshot_pop (paint->snapshot);

  clip (paint, 0, 0, self->row_head, self->head_height);
  fill (paint, &paint->ink, GROUND_HEADING, 0, 0, self->row_head, self->head_height);
  write_words (paint, _ ("Task"), WORDS_USUAL, QUIET, MARGIN, 4, line, FALSE, -1);
  write_words (paint, _ ("Possible"), WORDS_USUAL, QUIET, self->row_head - MARGIN, 4, line, TRUE, -1);
  write_words (paint, _ ("Total"), WORDS_BOLD, 1, MARGIN, 4 + line, line, FALSE, -1);
  write_words (paint, _ ("Decided so far"), WORDS_USUAL, QUIET, MARGIN, 4 + 2 * line, line, FALSE, -1);
  fill (paint, &paint->ink, LINE_HARD, self->row_head - 1, 0, 1, self->head_height);
  gtk_snapshot_pop (paint->snapshot);
  fill (paint, &paint->ink, LINE_HARD, 0, self->head_height - 1, paint->width, 1);
}

/* ---- all of it ---- */

static void
find_view (Paint *paint)
{
  YsMatrix *self = paint->self;
  int x = (int)gtk_adjustment_get_value (self->adjustments[0]),
      y = (int)gtk_adjustment_get_value (self->adjustments[1]);

  paint->first_row = y / self->row_height;
  paint->last_row =
      MIN ((y + paint->height - self->head_height) / self->row_height, (int)self->rows->len - 1);
  paint->first_column = x / self->column_width;
  paint->last_column =
      MIN ((x + paint->width - self->row_head) / self->column_width, ys_matrix_get_n_columns (self) - 1);
}

void
ys_matrix_draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsMatrix *self = YS_MATRIX (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Paint paint = { .self = self,
                  .snapshot = snapshot,
                  .width = gtk_widget_get_width (widget),
                  .height = gtk_widget_get_height (widget) };

  if (self->data == NULL)
    return;
  gtk_style_context_get_color (style, &paint.ink);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &paint.accent))
    paint.accent = paint.ink;
  if (!gtk_style_context_lookup_color (style, "warning_color", &paint.warning))
    paint.warning = paint.ink;
  find_view (&paint);
  draw_cells (&paint);
  draw_row_heads (&paint);
  draw_heads (&paint);
}
