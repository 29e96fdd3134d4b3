/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue as records: making, sharing and looking up.
 * What holds between the records is checked in ys-catalogue-seal.c. */
#include "ys-catalogue-parts.h"

#include <string.h>

#include "ys-catalogue-index.h"

YS_DEFINE_PART (
    YsHeading, heading,
    {
      self->children = YS_PARTS (heading);
      self->tasks = g_ptr_array_new ();
    },
    {
      g_free (self->id);
      g_free (self->name);
      g_ptr_array_unref (self->children);
      g_ptr_array_unref (self->tasks);
    })

YS_DEFINE_PART (YsCatalogueDocument, catalogue_document, {}, {
  g_free (self->id);
  g_free (self->title);
  g_free (self->implements);
})

YS_DEFINE_PART (YsMetric, metric, {}, {
  g_free (self->id);
  g_free (self->name);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->note);
})

YS_DEFINE_PART (
    YsTask, task,
    {
      self->documents = YS_PARTS (catalogue_document);
      self->metrics = g_ptr_array_new ();
    },
    {
      g_free (self->title);
      g_free (self->requirement);
      g_strfreev (self->leads);
      g_strfreev (self->responsibles);
      g_ptr_array_unref (self->documents);
      g_ptr_array_unref (self->metrics);
    })

YS_DEFINE_PART (YsNegativeItem, negative_item, {}, {
  g_free (self->id);
  g_free (self->name);
  g_free (self->note);
  g_free (self->numerator);
  g_free (self->denominator);
})

YS_DEFINE_PART (YsNegativeGroup, negative_group, {}, {
  g_free (self->id);
  g_free (self->name);
})

YS_DEFINE_PART (YsPhase, phase, {}, {
  g_free (self->id);
  g_free (self->name);
  g_free (self->who);
  g_free (self->what);
  g_strfreev (self->outputs);
})

YsCatalogue *
ys_catalogue_new (void)
{
  YsCatalogue *self = g_atomic_rc_box_new0 (YsCatalogue);

  self->phases = YS_PARTS (phase);
  self->parts = YS_PARTS (heading);
  self->tasks = YS_PARTS (task);
  self->metrics = YS_PARTS (metric);
  self->groups = YS_PARTS (negative_group);
  self->items = YS_PARTS (negative_item);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

YsCatalogue *
ys_catalogue_ref (YsCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_catalogue (gpointer data)
{
  YsCatalogue *self = data;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->metrics);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->phases);
  g_strfreev (self->notes);
  g_free (self->id);
  g_free (self->title);
  g_free (self->plan);
}

void
ys_catalogue_unref (YsCatalogue *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_catalogue);
}

static gpointer
look_up (const YsCatalogue *self, const char *id, YsCatalogueKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  const YsCatalogueEntry *entry = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return entry != NULL && entry->kind == kind ? entry->thing : NULL;
}

YsTask *
ys_catalogue_get_task (const YsCatalogue *self, guint number)
{
  char id[16];

  /* Most catalogues number their tasks from 1 in order, and scoring asks often. */
  if (number >= 1 && number <= self->tasks->len)
    {
      YsTask *task = g_ptr_array_index (self->tasks, number - 1);

      if (task->number == number)
        return task;
    }
  g_snprintf (id, sizeof id, "%u", number);
  return look_up (self, id, YS_CATALOGUE_TASK);
}

YsMetric *
ys_catalogue_get_metric (const YsCatalogue *self, const char *id)
{
  return look_up (self, id, YS_CATALOGUE_METRIC);
}

YsNegativeItem *
ys_catalogue_get_item (const YsCatalogue *self, const char *id)
{
  return look_up (self, id, YS_CATALOGUE_ITEM);
}

YsCatalogueDocument *
ys_catalogue_get_document (const YsCatalogue *self, const char *id)
{
  return look_up (self, id, YS_CATALOGUE_DOCUMENT);
}

YsHeading *
ys_catalogue_get_heading (const YsCatalogue *self, const char *id)
{
  return look_up (self, id, YS_CATALOGUE_HEADING);
}

GPtrArray *
ys_catalogue_dup_second_headings (const YsCatalogue *self)
{
  GPtrArray *second = g_ptr_array_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      const YsHeading *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->children->len; j++)
        g_ptr_array_add (second, g_ptr_array_index (part->children, j));
    }
  return second;
}

static const struct
{
  const char *nick, *sign;
} comparators[] = {
  [YS_COMPARE_GE] = { "ge", "≥" },
  [YS_COMPARE_GT] = { "gt", ">" },
  [YS_COMPARE_LE] = { "le", "≤" },
  [YS_COMPARE_LT] = { "lt", "<" },
  [YS_COMPARE_EQ] = { "eq", "=" },
  [YS_COMPARE_FALLING] = { "falling", "逐年下降" },
  [YS_COMPARE_REPORT] = { "report", "如实填报" },
};

const char *
ys_comparator_nick (YsComparator comparator)
{
  g_return_val_if_fail ((guint)comparator < G_N_ELEMENTS (comparators), NULL);
  return comparators[comparator].nick;
}

gboolean
ys_comparator_from_nick (const char *nick, YsComparator *comparator)
{
  for (guint i = 0; i < G_N_ELEMENTS (comparators); i++)
    {
      if (g_strcmp0 (nick, comparators[i].nick) == 0)
        {
          *comparator = (YsComparator)i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
ys_comparator_sign (YsComparator comparator)
{
  g_return_val_if_fail ((guint)comparator < G_N_ELEMENTS (comparators), NULL);
  return comparators[comparator].sign;
}

const char *
ys_unit_sign (YsUnit unit)
{
  static const char *const signs[] = {
    [YS_UNIT_PERCENT] = "%",     [YS_UNIT_PERMILLE] = "‰", [YS_UNIT_PER10K] = "/万",
    [YS_UNIT_PER100K] = "/10万", [YS_UNIT_COUNT] = "",
  };

  g_return_val_if_fail ((guint)unit < G_N_ELEMENTS (signs), "");
  return signs[unit];
}
