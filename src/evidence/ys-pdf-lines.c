/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting a page's text into lines and following each line to the one below it in its column. The PDF
 * library's own order goes across columns that stand close together, so that a phrase broken at a column's
 * line end is torn. */
#include "ys-pdf-lines.h"

/* A gap this many line heights wide on one line separates columns. */
#define COLUMN_GAP 1.5f
/* The next line of a paragraph or column begins within this many line heights. */
#define LINE_GAP 1.6f
/* Lines of a column share at least this part of the narrower one's width. */
#define SHARED_WIDTH 0.5f

static gboolean
has_area (const YsPdfFrame *frame)
{
  return frame->x2 > frame->x1 && frame->y2 > frame->y1;
}

static void
extend (YsPdfFrame *frame, const YsPdfFrame *by)
{
  frame->x1 = MIN (frame->x1, by->x1);
  frame->y1 = MIN (frame->y1, by->y1);
  frame->x2 = MAX (frame->x2, by->x2);
  frame->y2 = MAX (frame->y2, by->y2);
}

/* Whether a character at @frame belongs to another column than @line, on the same height. */
static gboolean
is_across_gap (const YsPdfLine *line, const YsPdfFrame *frame)
{
  return frame->x1 - line->frame.x2 > COLUMN_GAP * (line->frame.y2 - line->frame.y1);
}

static GArray *
cut_into_lines (const YsPdfText *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (YsPdfLine));
  const YsPdfFrame *frames = ys_pdf_text_get_frames (text);
  YsPdfLine *line = NULL;
  guint index = 0;

  for (const char *at = ys_pdf_text_get_raw (text); *at; at = g_utf8_next_char (at), index++)
    {
      if (*at == '\n')
        line = NULL;
      else if (!g_ascii_isspace (*at) && has_area (&frames[index]))
        {
          if (line == NULL || is_across_gap (line, &frames[index]))
            {
              YsPdfLine fresh = { .first = index, .frame = frames[index] };
              g_array_append_val (lines, fresh);
              line = &g_array_index (lines, YsPdfLine, lines->len - 1);
            }
          extend (&line->frame, &frames[index]);
        }
      if (line)
        line->end = index + 1;
    }
  return lines;
}

/* How far @below stands under @line in the same column, in points; negative if it doesn't. */
static float
get_gap_below (const YsPdfLine *line, const YsPdfLine *below)
{
  const float height = line->frame.y2 - line->frame.y1;
  const float narrower = MIN (line->frame.x2 - line->frame.x1, below->frame.x2 - below->frame.x1);
  const float shared = MIN (line->frame.x2, below->frame.x2) - MAX (line->frame.x1, below->frame.x1);
  /* Line boxes may touch or overlap a little. */
  const float gap = below->frame.y1 - line->frame.y2 + height * 0.3f;
  return shared >= SHARED_WIDTH * narrower && gap <= LINE_GAP * height ? gap : -1;
}

/* For each line the index of the one that follows it in its column, or the number of lines. */
static guint *
find_followers (const GArray *lines)
{
  guint *followers = g_new (guint, lines->len + 1);
  g_autofree float *taken =
      g_new (float, lines->len + 1); /* the gap above each line that has a predecessor */
  g_autofree guint *predecessors = g_new (guint, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    {
      followers[i] = predecessors[i] = lines->len;
      taken[i] = G_MAXFLOAT;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const YsPdfLine *line = &g_array_index (lines, YsPdfLine, i);
      guint best = lines->len;
      float best_gap = G_MAXFLOAT;
      for (guint k = 0; k < lines->len; k++)
        {
          float gap = k == i ? -1 : get_gap_below (line, &g_array_index (lines, YsPdfLine, k));
          if (gap >= 0 && gap < best_gap && gap < taken[k])
            {
              best = k;
              best_gap = gap;
            }
        }
      if (best == lines->len)
        continue;
      if (predecessors[best] < lines->len)
        followers[predecessors[best]] = lines->len;
      predecessors[best] = i;
      followers[i] = best;
      taken[best] = best_gap;
    }
  return followers;
}

/* Digits and the signs that people put around page numbers, at most a dozen. */
static gboolean
reads_as_page_number (const YsPdfText *text, const YsPdfLine *line)
{
  const char *at = g_utf8_offset_to_pointer (ys_pdf_text_get_raw (text), line->first);
  gboolean digits = FALSE;

  if (line->end - line->first > 14)
    return FALSE;
  for (guint i = line->first; i < line->end; i++, at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (g_unichar_isdigit (character))
        digits = TRUE;
      else if (!g_unichar_isspace (character) && g_unichar_type (character) != G_UNICODE_DASH_PUNCTUATION
               && !g_utf8_strchr ("—－·•~/第页共", -1, character))
        return FALSE;
    }
  return digits;
}

/* Page numbers are the outermost lines of a page only. */
static void
mark_page_numbers (const YsPdfText *text, GArray *lines)
{
  YsPdfLine *top = NULL, *bottom = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      YsPdfLine *line = &g_array_index (lines, YsPdfLine, i);
      top = !top || line->frame.y1 < top->frame.y1 ? line : top;
      bottom = !bottom || line->frame.y2 > bottom->frame.y2 ? line : bottom;
    }
  if (top == NULL || bottom == NULL || lines->len < 2)
    return;
  top->is_page_number = reads_as_page_number (text, top);
  bottom->is_page_number = reads_as_page_number (text, bottom);
}

/* Enough for any page of print; beyond it (a wall of single letters) the library's order has to do. */
#define MAX_ORDERED_LINES 2000

GArray *
ys_pdf_lines_in_order (const YsPdfText *text)
{
  g_autoptr (GArray) lines = cut_into_lines (text);
  GArray *ordered;
  g_autofree guint *followers = NULL;
  g_autofree gboolean *done = NULL;

  if (lines->len == 0 || lines->len > MAX_ORDERED_LINES)
    return g_steal_pointer (&lines);
  mark_page_numbers (text, lines);
  followers = find_followers (lines);
  done = g_new0 (gboolean, lines->len + 1);
  ordered = g_array_sized_new (FALSE, FALSE, sizeof (YsPdfLine), lines->len);
  for (int numbers = 0; numbers <= 1; numbers++)
    {
      for (guint i = 0; i < lines->len; i++)
        {
          for (guint at = i; at < lines->len && !done[at]; at = followers[at])
            {
              const YsPdfLine *line = &g_array_index (lines, YsPdfLine, at);
              if (line->is_page_number != numbers)
                break;
              done[at] = TRUE;
              g_array_append_val (ordered, *line);
            }
        }
    }
  return ordered;
}

char *
ys_pdf_text_dup_reading (const YsPdfText *self)
{
  g_autoptr (GArray) lines = ys_pdf_lines_in_order (self);
  g_autoptr (GString) reading = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const YsPdfLine *line = &g_array_index (lines, YsPdfLine, i);
      g_autofree char *words = NULL;
      if (line->is_page_number)
        continue;
      words = ys_pdf_text_dup_quotation (self, line->first, line->end - line->first);
      g_string_append (reading, words);
      g_string_append_c (reading, '\n');
    }
  return g_string_free (g_steal_pointer (&reading), FALSE);
}
