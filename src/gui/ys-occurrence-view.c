/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of ticks, units and factors as small records, so that they can be made off the main loop. */
#include "ys-occurrence-view.h"

#include "ys-facts-parts.h"
#include "ys-occurrence-pane.h"

char *
ys_occurrence_view_dup_key (const YsOccurrenceView *self, const char *field)
{
  return g_strdup_printf ("occurrence.%s.%s", self->id, field);
}

YsOccurrenceEdit *
ys_occurrence_edit_new (YsOccurrenceEditKind kind, const char *id, const char *value, gboolean on)
{
  YsOccurrenceEdit *self = g_new0 (YsOccurrenceEdit, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->value = g_strdup (value);
  self->on = on;
  return self;
}

void
ys_occurrence_edit_free (YsOccurrenceEdit *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->value);
  g_free (self);
}

static guint
find_tick (const YsOccurrence *occurrence, const char *item)
{
  guint i = 0;

  while (i < occurrence->ticks->len
         && !g_str_equal (((const YsTick *)g_ptr_array_index (occurrence->ticks, i))->item, item))
    i++;
  return i;
}

static void
apply_tick (const YsOccurrenceEdit *self, YsOccurrence *occurrence)
{
  guint at = find_tick (occurrence, self->id);
  YsTick *tick;

  if (!self->on && at < occurrence->ticks->len)
    g_ptr_array_remove_index (occurrence->ticks, at);
  if (!self->on || at < occurrence->ticks->len)
    return;
  tick = ys_tick_new ();
  tick->item = g_strdup (self->id);
  tick->has_cases = self->kind == YS_OCCURRENCE_EDIT_CONTAINER;
  tick->cases = tick->has_cases ? 1 : 0;
  g_ptr_array_add (occurrence->ticks, tick);
}

/* @names with or without @name; takes @names. Full, NULL where none is left. */
static GStrv
change_names (GStrv names, const char *name, gboolean on)
{
  g_auto (GStrv) before = names;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = on;

  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!g_str_equal (before[i], name))
      {
        g_strv_builder_add (builder, before[i]);
        any = TRUE;
      }
  if (on)
    g_strv_builder_add (builder, name);
  return any ? g_strv_builder_end (builder) : NULL;
}

void
ys_occurrence_edit_apply (const YsOccurrenceEdit *self, YsOccurrence *occurrence)
{
  guint at;

  switch (self->kind)
    {
    case YS_OCCURRENCE_EDIT_UNIT:
      g_free (occurrence->unit);
      occurrence->unit = g_strdup (self->value);
      break;
    case YS_OCCURRENCE_EDIT_ITEM:
    case YS_OCCURRENCE_EDIT_CONTAINER:
      apply_tick (self, occurrence);
      break;
    case YS_OCCURRENCE_EDIT_SEVERITY:
      at = find_tick (occurrence, self->id);
      if (at == occurrence->ticks->len)
        break;
      YsTick *tick = g_ptr_array_index (occurrence->ticks, at);
      g_free (tick->severity);
      tick->severity = *self->value != '\0' ? g_strdup (self->value) : NULL;
      break;
    case YS_OCCURRENCE_EDIT_ALSO:
      occurrence->also = change_names (occurrence->also, self->id, self->on);
      break;
    case YS_OCCURRENCE_EDIT_FACTOR:
    default:
      occurrence->factors = change_names (occurrence->factors, self->id, self->on);
      break;
    }
}

void
ys_occurrence_edit_from (GtkWidget *from, YsOccurrenceEditKind kind, const char *id, const char *value,
                         gboolean on)
{
  GtkWidget *pane = gtk_widget_get_ancestor (from, YS_TYPE_OCCURRENCE_PANE);

  if (pane != NULL)
    ys_occurrence_pane_edit (YS_OCCURRENCE_PANE (pane), ys_occurrence_edit_new (kind, id, value, on));
}
