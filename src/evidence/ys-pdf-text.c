/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a page and geometry of its characters; pure, no worker here. */
#include "ys-pdf-text.h"
#include "ys-pdf-fold.h"
#include "ys-pdf-repair.h"

#include <math.h>
#include <string.h>

/* Below this share of letters a page is taken for symbols without meaning. */
#define LETTERS_PER_HUNDRED 30

struct _YsPdfText
{
  gatomicrefcount references;
  char *raw;
  YsPdfFrame *frames;
  gunichar *characters;
  guint page, n_characters;
  YsPdfFrame box;
};

G_DEFINE_BOXED_TYPE (YsPdfText, ys_pdf_text, ys_pdf_text_ref, ys_pdf_text_unref)

YsPdfText *
ys_pdf_text_new (guint page, const char *text, const YsPdfFrame *frames, const YsPdfFrame *box)
{
  YsPdfText *self = g_new0 (YsPdfText, 1);
  glong n_characters = 0;

  g_atomic_ref_count_init (&self->references);
  self->page = page;
  self->characters = g_utf8_to_ucs4_fast (text, -1, &n_characters);
  self->frames = g_memdup2 (frames, (gsize)n_characters * sizeof (YsPdfFrame));
  self->n_characters = ys_pdf_repair_gbk (self->characters, self->frames, (guint)n_characters);
  self->raw = g_ucs4_to_utf8 (self->characters, self->n_characters, NULL, NULL, NULL);
  self->box = *box;
  return self;
}

YsPdfText *
ys_pdf_text_ref (YsPdfText *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ys_pdf_text_unref (YsPdfText *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->raw);
  g_free (self->characters);
  g_free (self->frames);
  g_free (self);
}

guint
ys_pdf_text_get_page (const YsPdfText *self)
{
  return self->page;
}

const char *
ys_pdf_text_get_raw (const YsPdfText *self)
{
  return self->raw;
}

guint
ys_pdf_text_get_n_characters (const YsPdfText *self)
{
  return self->n_characters;
}

const YsPdfFrame *
ys_pdf_text_get_frames (const YsPdfText *self)
{
  return self->frames;
}

const YsPdfFrame *
ys_pdf_text_get_box (const YsPdfText *self)
{
  return &self->box;
}

gboolean
ys_pdf_text_is_usable (const YsPdfText *self)
{
  guint letters = 0, visible = 0;

  for (guint i = 0; i < self->n_characters; i++)
    {
      gunichar character = self->characters[i];
      if (g_unichar_isspace (character))
        continue;
      visible++;
      letters += g_unichar_isalnum (character) && g_unichar_type (character) != G_UNICODE_PRIVATE_USE;
    }
  return visible > 0 && letters * 100 >= visible * LETTERS_PER_HUNDRED;
}

char *
ys_pdf_text_dup_quotation (const YsPdfText *self, guint first, guint n)
{
  g_autoptr (GString) quotation = g_string_new (NULL);
  const guint end = MIN (self->n_characters, first > G_MAXUINT - n ? G_MAXUINT : first + n);

  for (guint i = first; i < end; i++)
    {
      gunichar character = self->characters[i];
      gunichar radical = ys_pdf_fold_radical (character);
      if (g_unichar_isspace (character))
        {
          gunichar before =
              quotation->len ? g_utf8_get_char (g_utf8_prev_char (quotation->str + quotation->len)) : 0;
          guint next = i + 1;
          while (next < end && g_unichar_isspace (self->characters[next]))
            next++;
          if (before && next < end && !ys_pdf_fold_joins (before, self->characters[next]))
            g_string_append_c (quotation, ' ');
          i = next - 1;
          continue;
        }
      /* The radical and its character for one sign: keep the character. */
      if (radical != character && i + 1 < self->n_characters && self->characters[i + 1] == radical)
        continue;
      g_string_append_unichar (quotation, radical);
    }
  return g_string_free (g_steal_pointer (&quotation), FALSE);
}

static gboolean
has_area (const YsPdfFrame *frame)
{
  return frame->x2 > frame->x1 && frame->y2 > frame->y1;
}

static float
distance_to (float value, float low, float high)
{
  return value < low ? low - value : value > high ? value - high : 0;
}

guint
ys_pdf_text_find_nearest (const YsPdfText *self, float x, float y)
{
  guint nearest = self->n_characters;
  float best = INFINITY;

  for (guint i = 0; i < self->n_characters; i++)
    {
      const YsPdfFrame *frame = &self->frames[i];
      float across, along, distance;
      if (!has_area (frame))
        continue;
      along = distance_to (x, frame->x1, frame->x2);
      across = distance_to (y, frame->y1, frame->y2);
      /* The same line comes first: a person drags along lines. */
      distance = along + 4 * across;
      if (distance < best)
        {
          best = distance;
          nearest = i;
        }
    }
  return nearest;
}

static float
get_shared (float low, float high, float other_low, float other_high)
{
  return MIN (high, other_high) - MAX (low, other_low);
}

/* Whether @frame goes on the line that @line covers; of a page that is shown turned, lines run down or up. */
static gboolean
continues_line (const YsPdfFrame *line, const YsPdfFrame *frame)
{
  const float height = frame->y2 - frame->y1, width = frame->x2 - frame->x1;
  const gboolean beside =
      get_shared (line->y1, line->y2, frame->y1, frame->y2) > MAX (line->y2 - line->y1, height) / 2
      && get_shared (line->x1, line->x2, frame->x1, frame->x2) > -2 * height;
  const gboolean along =
      get_shared (line->x1, line->x2, frame->x1, frame->x2) > MAX (line->x2 - line->x1, width) / 2
      && get_shared (line->y1, line->y2, frame->y1, frame->y2) > -width / 4;
  return beside || along;
}

GArray *
ys_pdf_text_dup_cover (const YsPdfText *self, guint first, guint n)
{
  GArray *cover = g_array_new (FALSE, FALSE, sizeof (YsPdfFrame));

  for (guint i = first; i < self->n_characters && i - first < n; i++)
    {
      const YsPdfFrame *frame = &self->frames[i];
      YsPdfFrame *line = cover->len ? &g_array_index (cover, YsPdfFrame, cover->len - 1) : NULL;
      if (!has_area (frame))
        continue;
      if (line && continues_line (line, frame))
        *line = (YsPdfFrame){ MIN (line->x1, frame->x1), MIN (line->y1, frame->y1), MAX (line->x2, frame->x2),
                              MAX (line->y2, frame->y2) };
      else
        g_array_append_val (cover, *frame);
    }
  return cover;
}
