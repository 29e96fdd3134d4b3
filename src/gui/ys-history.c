/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two stacks of locations, behind and ahead of the one in view.
 * The one in view is never kept here: its page knows best where it is now. */
#include "ys-history.h"

/* More steps back than anybody remembers; keeps the list short in a window that stays open for weeks. */
#define MOST_STEPS 100

struct _YsHistory {
  GPtrArray *behind, *ahead; /* of YsLocation */
};

YsHistory *
ys_history_new (void)
{
  YsHistory *self = g_new0 (YsHistory, 1);

  self->behind = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_location_free);
  self->ahead = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_location_free);
  return self;
}

void
ys_history_free (YsHistory *self)
{
  g_ptr_array_unref (self->behind);
  g_ptr_array_unref (self->ahead);
  g_free (self);
}

void
ys_history_leave (YsHistory *self, const YsLocation *here)
{
  g_ptr_array_add (self->behind, ys_location_copy (here));
  g_ptr_array_set_size (self->ahead, 0);
  if (self->behind->len > MOST_STEPS)
    g_ptr_array_remove_index (self->behind, 0);
}

gboolean
ys_history_can_go (const YsHistory *self, gboolean forward)
{
  return (forward ? self->ahead : self->behind)->len > 0;
}

YsLocation *
ys_history_go (YsHistory *self, const YsLocation *here, gboolean forward)
{
  GPtrArray *from = forward ? self->ahead : self->behind;
  GPtrArray *to = forward ? self->behind : self->ahead;

  if (from->len == 0)
    return NULL;
  g_ptr_array_add (to, ys_location_copy (here));
  return g_ptr_array_steal_index (from, from->len - 1);
}
