/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing a catalogue: indexes and back pointers, and that ids are unique and references resolve.
 * All faults are found at once; what libxml2's schema can say is not asked again here. */
#include <glib/gi18n-lib.h>

#include "ys-catalogue-index.h"
#include "ys-catalogue.h"

typedef struct
{
  YsCatalogue *catalogue;
  const char *file;
  YsFaults *faults;
} Sealing;

static void
enter (Sealing *sealing, const char *id, YsCatalogueKind kind, gpointer thing, guint line)
{
  YsCatalogueEntry *entry;

  if (g_hash_table_contains (sealing->catalogue->by_id, id))
    {
      ys_faults_add (sealing->faults, YS_ERROR_ID_TWICE, sealing->file, line, id,
                     _ ("The id %s is given twice."), id);
      return;
    }
  entry = g_new0 (YsCatalogueEntry, 1);
  entry->kind = kind;
  entry->thing = thing;
  g_hash_table_insert (sealing->catalogue->by_id, g_strdup (id), entry);
}

static void
seal_heading (Sealing *sealing, YsHeading *heading, YsHeading *parent, guint part)
{
  heading->parent = parent;
  heading->level = parent != NULL ? parent->level + 1 : 1;
  enter (sealing, heading->id, YS_CATALOGUE_HEADING, heading, heading->line);
  for (guint i = 0; i < heading->tasks->len; i++)
    {
      YsTask *task = g_ptr_array_index (heading->tasks, i);

      task->heading = heading;
      task->part = part;
    }
  for (guint i = 0; i < heading->children->len; i++)
    seal_heading (sealing, g_ptr_array_index (heading->children, i), heading, part);
}

static void
seal_task (Sealing *sealing, YsTask *task)
{
  char id[16];

  g_snprintf (id, sizeof id, "%u", task->number);
  enter (sealing, id, YS_CATALOGUE_TASK, task, task->line);
  g_ptr_array_set_size (task->metrics, 0);
  if (task->due == 0)
    ys_faults_add (sealing->faults, YS_ERROR_VALUE, sealing->file, task->line, id,
                   _ ("Task %u has no due date that can be."), task->number);
  for (guint i = 0; i < task->documents->len; i++)
    {
      YsCatalogueDocument *document = g_ptr_array_index (task->documents, i);

      document->task = task;
      enter (sealing, document->id, YS_CATALOGUE_DOCUMENT, document, document->line);
    }
}

static void
check_target (Sealing *sealing, const YsMetric *metric)
{
  gboolean wants = metric->comparator != YS_COMPARE_FALLING && metric->comparator != YS_COMPARE_REPORT;

  if (wants && !metric->has_target)
    ys_faults_add (sealing->faults, YS_ERROR_VALUE, sealing->file, metric->line, metric->id,
                   _ ("Metric %s compares with a target but names none."), metric->id);
  if (metric->target > YS_DECIMAL_MAX || metric->target < -YS_DECIMAL_MAX)
    ys_faults_add (sealing->faults, YS_ERROR_VALUE, sealing->file, metric->line, metric->id,
                   _ ("The target of metric %s is too large."), metric->id);
}

static void
seal_metric (Sealing *sealing, YsMetric *metric)
{
  enter (sealing, metric->id, YS_CATALOGUE_METRIC, metric, metric->line);
  check_target (sealing, metric);
  if (metric->task_number == 0)
    return;

  YsTask *task = ys_catalogue_get_task (sealing->catalogue, metric->task_number);

  if (task != NULL)
    g_ptr_array_add (task->metrics, metric);
  else
    ys_faults_add (sealing->faults, YS_ERROR_UNKNOWN_REFERENCE, sealing->file, metric->line, metric->id,
                   _ ("Metric %s belongs to task %u, which is not in the catalogue."), metric->id,
                   metric->task_number);
}

static void
seal_item (Sealing *sealing, YsNegativeItem *item)
{
  enter (sealing, item->id, YS_CATALOGUE_ITEM, item, item->line);
  if (!item->threshold)
    return;
  if (item->comparator > YS_COMPARE_LT)
    ys_faults_add (sealing->faults, YS_ERROR_VALUE, sealing->file, item->line, item->id,
                   _ ("Threshold item %s must compare by ge, gt, le or lt."), item->id);
  if (item->target > YS_DECIMAL_MAX || item->target < -YS_DECIMAL_MAX)
    ys_faults_add (sealing->faults, YS_ERROR_VALUE, sealing->file, item->line, item->id,
                   _ ("The target of item %s is too large."), item->id);
}

/* A document that carries out another one must name a document of the city. */
static void
check_implements (Sealing *sealing, const YsTask *task)
{
  for (guint i = 0; i < task->documents->len; i++)
    {
      const YsCatalogueDocument *document = g_ptr_array_index (task->documents, i);
      const YsCatalogueDocument *other;

      if (document->implements == NULL)
        continue;
      other = ys_catalogue_get_document (sealing->catalogue, document->implements);
      if (other == NULL || other->by_county || !document->by_county)
        ys_faults_add (sealing->faults, YS_ERROR_UNKNOWN_REFERENCE, sealing->file, document->line,
                       document->id, _ ("Document %s carries out %s, which is no document of the city."),
                       document->id, document->implements);
    }
}

static void
seal_rest (Sealing *sealing)
{
  YsCatalogue *self = sealing->catalogue;

  for (guint i = 0; i < self->metrics->len; i++)
    {
      YsMetric *metric = g_ptr_array_index (self->metrics, i);

      metric->index = i;
      seal_metric (sealing, metric);
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      YsNegativeGroup *group = g_ptr_array_index (self->groups, i);

      enter (sealing, group->id, YS_CATALOGUE_GROUP, group, group->line);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      YsNegativeItem *item = g_ptr_array_index (self->items, i);

      item->index = i;
      seal_item (sealing, item);
    }
  for (guint i = 0; i < self->phases->len; i++)
    {
      YsPhase *phase = g_ptr_array_index (self->phases, i);

      enter (sealing, phase->id, YS_CATALOGUE_PHASE, phase, phase->line);
      if (phase->first > phase->last)
        ys_faults_add (sealing->faults, YS_ERROR_VALUE, sealing->file, phase->line, phase->id,
                       _ ("Phase %s ends before it begins."), phase->id);
    }
}

gboolean
ys_catalogue_seal (YsCatalogue *self, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (self != NULL && faults != NULL, FALSE);

  Sealing sealing = { self, file, faults };
  guint before = ys_faults_get_n (faults);

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->parts->len; i++)
    seal_heading (&sealing, g_ptr_array_index (self->parts, i), NULL, i);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      YsTask *task = g_ptr_array_index (self->tasks, i);

      task->index = i;
      seal_task (&sealing, task);
    }
  seal_rest (&sealing);
  for (guint i = 0; i < self->tasks->len; i++)
    check_implements (&sealing, g_ptr_array_index (self->tasks, i));
  return ys_faults_get_n (faults) == before;
}
