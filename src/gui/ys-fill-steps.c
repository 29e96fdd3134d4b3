/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of undo inside one field, kept as whole texts: fields are short, and a whole text can't be put
 * together wrongly. The toolkit's own undo joins everything between two blanks, which in Chinese is a whole
 * paragraph. */
#include "ys-fill-steps.h"

#include <string.h>

/* More steps than anyone takes back one by one; the oldest go. */
#define STEPS_MAX 200

struct _YsFillSteps
{
  GPtrArray *texts; /* of char*, oldest first */
  guint at;         /* the one that stands */
  glong end;        /* where the last joined letter ended, in characters; -1: nothing may join */
};

YsFillSteps *
ys_fill_steps_new (void)
{
  YsFillSteps *self = g_new0 (YsFillSteps, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  ys_fill_steps_reset (self, "");
  return self;
}

void
ys_fill_steps_free (YsFillSteps *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self);
}

void
ys_fill_steps_reset (YsFillSteps *self, const char *text)
{
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_add (self->texts, g_strdup (text));
  self->at = 0;
  self->end = -1;
}

/* What differs between two texts: a run of characters from @start, @removed of the old and @added of the new.
 */
typedef struct
{
  glong start, removed, added;
  gunichar first_added;
} Difference;

static Difference
compare (const char *old_text, const char *new_text)
{
  glong old_length = g_utf8_strlen (old_text, -1), new_length = g_utf8_strlen (new_text, -1);
  const char *a = old_text, *b = new_text;
  const char *a_end = old_text + strlen (old_text), *b_end = new_text + strlen (new_text);
  Difference found = { 0 };
  glong same_end = 0;

  while (*a != '\0' && *b != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      found.start++;
    }
  while (a_end > a && b_end > b
         && g_utf8_get_char (g_utf8_prev_char (a_end)) == g_utf8_get_char (g_utf8_prev_char (b_end)))
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
      same_end++;
    }
  found.removed = old_length - found.start - same_end;
  found.added = new_length - found.start - same_end;
  found.first_added = found.added > 0 ? g_utf8_get_char (b) : 0;
  return found;
}

/* A key of the keyboard, not a word that an input method commits. */
static gboolean
is_letter (gunichar c)
{
  return c < 0x250 && g_unichar_isgraph (c);
}

void
ys_fill_steps_note (YsFillSteps *self, const char *text)
{
  Difference change = compare (g_ptr_array_index (self->texts, self->at), text);
  gboolean one_letter = change.added == 1 && change.removed == 0 && is_letter (change.first_added);
  gboolean one_erased = change.added == 0 && change.removed == 1;
  gboolean joins =
      self->at > 0 && self->end >= 0
      && ((one_letter && change.start == self->end) || (one_erased && change.start + 1 == self->end));

  if (change.added == 0 && change.removed == 0)
    return;
  g_ptr_array_set_size (self->texts, (int)self->at + 1);
  if (joins)
    g_ptr_array_remove_index (self->texts, self->at);
  g_ptr_array_add (self->texts, g_strdup (text));
  if (self->texts->len > STEPS_MAX)
    g_ptr_array_remove_index (self->texts, 0);
  self->at = self->texts->len - 1;
  self->end = one_letter ? change.start + 1 : one_erased ? change.start : -1;
}

const char *
ys_fill_steps_move (YsFillSteps *self, gboolean redo, guint *caret)
{
  const char *from = g_ptr_array_index (self->texts, self->at);
  const char *to;
  Difference change;

  if (redo ? self->at + 1 >= self->texts->len : self->at == 0)
    return NULL;
  self->at = redo ? self->at + 1 : self->at - 1;
  self->end = -1;
  to = g_ptr_array_index (self->texts, self->at);
  change = compare (from, to);
  if (caret != NULL)
    *caret = (guint)(change.start + change.added);
  return to;
}
