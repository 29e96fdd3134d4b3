/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing a scoring standard: resolves it against its catalogue and finds all faults of scoring.md 13 at
 * once. First all ids are gathered, then parts, tasks and points are checked in turn. */
#include "ys-standard-seal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
seal_heads (YsSealing *self)
{
  YsStandard *standard = self->standard;
  GPtrArray *named[] = { standard->groups, standard->severities };

  for (guint k = 0; k < G_N_ELEMENTS (named); k++)
    {
      for (guint i = 0; i < named[k]->len; i++)
        {
          const YsUnitGroup *thing = g_ptr_array_index (named[k], i);

          ys_seal_id (self, thing->id, thing->line);
        }
    }
  if (standard->groups->len > 64)
    ys_seal_fault (self, ((YsUnitGroup *)g_ptr_array_index (standard->groups, 64))->line, "groups",
                   _ ("A standard can have at most 64 groups of units."));
  for (guint i = 0; i < standard->factors->len; i++)
    {
      const YsFactor *factor = g_ptr_array_index (standard->factors, i);

      ys_seal_id (self, factor->id, factor->line);
      if (factor->name == NULL || *factor->name == '\0')
        ys_seal_fault (self, factor->line, factor->id, _ ("Factor %s has no name."), factor->id);
    }
  ys_seal_permille (self, "late", 0, _ ("permille for a month"), standard->late_month);
  ys_seal_permille (self, "late", 0, _ ("permille of the cap"), standard->late_cap);
  ys_seal_permille (self, "evidence", 0, _ ("permille without evidence"), standard->evidence_without);
  ys_seal_decimals (self, "standard", 0, _ ("maximum"), standard->maximum);
  if (standard->has_bonus)
    ys_seal_decimals (self, "bonus", 0, _ ("cap"), standard->bonus_cap);
  if (standard->decimals > 3)
    ys_seal_fault (self, 0, "standard", _ ("The decimals of a standard are from 0 to 3."));
}

static void
seal_grades (YsSealing *self)
{
  GPtrArray *grades = self->standard->grades;
  YsPoints above = G_MAXINT64;

  if (grades->len == 0)
    ys_seal_fault (self, 0, "grades", _ ("The standard has no grades."));
  for (guint i = 0; i < grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (grades, i);
      gboolean last = i + 1 == grades->len;

      ys_seal_id (self, grade->id, grade->line);
      if (grade->from >= above || grade->from < 0)
        ys_seal_fault (self, grade->line, grade->id, _ ("Grade %s does not begin below the one before it."),
                       grade->id);
      if (last && grade->from != 0)
        ys_seal_fault (self, grade->line, grade->id, _ ("The last grade, %s, must begin at 0."), grade->id);
      if (last && (grade->has_places || grade->has_places_permille))
        ys_seal_fault (self, grade->line, grade->id,
                       _ ("The last grade, %s, cannot have a number of places."), grade->id);
      if (grade->has_places && grade->has_places_permille)
        ys_seal_fault (self, grade->line, grade->id,
                       _ ("Grade %s has places both as a number and in permille."), grade->id);
      above = grade->from;
    }
}

/* The parts of the standard in the catalogue's order; faults for what lacks, is unknown or stands twice. */
static void
order_parts (YsSealing *self)
{
  GPtrArray *wanted = self->catalogue->parts, *given = self->standard->parts;
  g_autofree YsPartStandard **ordered = g_new0 (YsPartStandard *, wanted->len + 1);
  guint known = 0;

  for (guint i = 0; i < given->len; i++)
    {
      YsPartStandard *part = g_ptr_array_index (given, i);
      guint place = 0;

      while (place < wanted->len
             && g_strcmp0 (((YsHeading *)g_ptr_array_index (wanted, place))->id, part->id) != 0)
        place++;
      if (place == wanted->len)
        ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, part->line, part->id,
                       _ ("The catalogue has no part %s."), part->id);
      else if (ordered[place] != NULL)
        ys_seal_fault (self, part->line, part->id, _ ("Part %s stands twice."), part->id);
      else
        {
          ordered[place] = part;
          known++;
        }
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      const YsHeading *heading = g_ptr_array_index (wanted, i);

      if (ordered[i] == NULL)
        ys_seal_fault (self, 0, heading->id, _ ("The standard lacks part %s."), heading->id);
    }
  if (known == wanted->len && given->len == wanted->len)
    memcpy (given->pdata, ordered, known * sizeof *ordered);
}

/* Resolves the tasks of one part and gathers the ids of their points. */
static void
place_tasks (YsSealing *self, YsPartStandard *part)
{
  for (guint i = 0; i < part->tasks->len; i++)
    {
      YsTaskStandard *task = g_ptr_array_index (part->tasks, i);
      g_autofree char *where = g_strdup_printf ("%u", task->number);
      const YsHeading *heading;

      task->task = ys_catalogue_get_task (self->catalogue, task->number);
      if (task->task == NULL && task->number != 0) /* 0: no number, which was told while reading */
        ys_faults_add (self->faults, YS_ERROR_UNKNOWN_REFERENCE, self->file, task->line, where,
                       _ ("The catalogue has no task %u."), task->number);
      else if (task->task != NULL && g_ptr_array_index (self->standard->by_task, task->task->index) != NULL)
        ys_seal_fault (self, task->line, where, _ ("Task %u stands twice."), task->number);
      else if (task->task != NULL)
        {
          g_ptr_array_index (self->standard->by_task, task->task->index) = task;
          heading = g_ptr_array_index (self->catalogue->parts, task->task->part);
          if (g_strcmp0 (heading->id, part->id) != 0)
            ys_seal_fault (self, task->line, where, _ ("Task %u belongs to part %s, not to %s."),
                           task->number, heading->id, part->id);
        }
      for (guint j = 0; j < task->items->len; j++)
        {
          YsPoint *point = g_ptr_array_index (task->items, j);

          point->task = task->task;
          ys_seal_point_ids (self, point, FALSE);
        }
    }
}

static void
list_points (YsSealing *self)
{
  YsStandard *standard = self->standard;

  for (guint i = 0; i < standard->by_task->len; i++)
    {
      const YsTaskStandard *task = g_ptr_array_index (standard->by_task, i);

      if (task == NULL)
        {
          const YsTask *lacking = g_ptr_array_index (self->catalogue->tasks, i);
          g_autofree char *where = g_strdup_printf ("%u", lacking->number);

          ys_seal_fault (self, 0, where, _ ("The standard lacks task %u."), lacking->number);
          continue;
        }
      for (guint j = 0; j < task->items->len; j++)
        {
          YsPoint *point = g_ptr_array_index (task->items, j);

          point->index = standard->points->len;
          g_ptr_array_add (standard->points, point);
        }
    }
}

static void
seal_task (YsSealing *self, const YsTaskStandard *task)
{
  g_autofree char *where = g_strdup_printf (_ ("Task %u"), task->number);
  YsPoints sum = 0;

  self->of_city_task = task->task != NULL && !task->task->counties;
  ys_seal_amount (self, where, task->line, _ ("points"), task->points);
  for (guint i = 0; i < task->items->len; i++)
    {
      YsPoint *point = g_ptr_array_index (task->items, i);

      ys_seal_point (self, point);
      sum += CLAMP (point->points, -YS_POINTS_MAX, YS_POINTS_MAX);
    }
  if (sum != task->points)
    {
      g_autofree char *found = ys_points_to_short (sum);
      g_autofree char *wanted = ys_points_to_short (task->points);

      ys_seal_fault (self, task->line, where, _ ("The points of task %u add up to %s, not %s."), task->number,
                     found, wanted);
    }
  ys_seal_gates (self, task->gates, NULL, task->task, YS_LEVEL_TASK, where);
  self->of_city_task = FALSE;
}

static void
seal_part (YsSealing *self, const YsPartStandard *part)
{
  if (part->points <= 0)
    ys_seal_fault (self, part->line, part->id, _ ("Part %s has no points."), part->id);
  else
    ys_seal_amount (self, part->id, part->line, _ ("points"), part->points);
  for (guint i = 0; i < part->tasks->len; i++)
    seal_task (self, g_ptr_array_index (part->tasks, i));
  ys_seal_gates (self, part->gates, NULL, NULL, YS_LEVEL_PART, part->id);
}

static void
gather (YsSealing *self)
{
  YsStandard *standard = self->standard;

  g_ptr_array_set_size (standard->points, 0);
  g_ptr_array_set_size (standard->clauses, 0);
  g_ptr_array_set_size (standard->by_task, 0);
  g_ptr_array_set_size (standard->by_task, (int)self->catalogue->tasks->len);
  g_hash_table_remove_all (standard->point_by_id);
  g_hash_table_remove_all (standard->clause_by_id);
  seal_heads (self);
  seal_grades (self);
  order_parts (self);
  for (guint i = 0; i < standard->parts->len; i++)
    place_tasks (self, g_ptr_array_index (standard->parts, i));
  for (guint i = 0; i < standard->bonus->len; i++)
    {
      YsPoint *point = g_ptr_array_index (standard->bonus, i);

      point->index = i;
      ys_seal_point_ids (self, point, TRUE);
    }
  list_points (self);
}

gboolean
ys_standard_seal (YsStandard *self, YsCatalogue *catalogue, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (self != NULL && catalogue != NULL && faults != NULL, FALSE);

  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  YsSealing sealing = { self, catalogue, file, faults, ids, FALSE };
  guint before = ys_faults_get_n (faults);

  if (self->catalogue != catalogue)
    {
      g_clear_pointer (&self->catalogue, ys_catalogue_unref);
      self->catalogue = ys_catalogue_ref (catalogue);
    }
  if (g_strcmp0 (self->catalogue_id, catalogue->id) != 0 || self->catalogue_version != catalogue->version)
    ys_faults_add (faults, YS_ERROR_UNKNOWN_REFERENCE, file, self->line, "catalogue",
                   _ ("The standard is made for catalogue %s version %u, but this is %s version %u."),
                   self->catalogue_id, self->catalogue_version, catalogue->id, catalogue->version);
  gather (&sealing);
  for (guint i = 0; i < self->parts->len; i++)
    seal_part (&sealing, g_ptr_array_index (self->parts, i));
  ys_seal_gates (&sealing, self->total_gates, NULL, NULL, YS_LEVEL_TOTAL, "total");
  for (guint i = 0; i < self->bonus->len; i++)
    ys_seal_bonus_point (&sealing, g_ptr_array_index (self->bonus, i));
  ys_seal_negative (&sealing);
  return ys_faults_get_n (faults) == before;
}
