/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scoring standard as canonical standard.xml: head, parts, tasks, negative list, bonus.
 * Mirrors ys-standard-xml.c element by element; points are in ys-standard-point-xml-write.c. */
#include "ys-standard-xml.h"
#include "ys-standard-xml-write.h"
#include "ys-standard-xml-read.h"

static void
write_notes (YsXmlWriter *writer, const GStrv notes)
{
  if (notes == NULL || notes[0] == NULL)
    return;
  ys_xml_writer_start (writer, "notes");
  for (guint i = 0; notes[i] != NULL; i++)
    ys_xml_writer_element (writer, "note", notes[i]);
  ys_xml_writer_end (writer);
}

/* Groups and severities are alike: an id and a name. */
static void
write_named (YsXmlWriter *writer, const char *list, const char *element, const GPtrArray *array)
{
  if (array->len == 0)
    return;
  ys_xml_writer_start (writer, list);
  for (guint i = 0; i < array->len; i++)
    {
      const YsUnitGroup *thing = g_ptr_array_index (array, i);

      ys_xml_writer_start (writer, element);
      ys_xml_writer_text (writer, "id", thing->id);
      ys_xml_writer_text (writer, "name", thing->name);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

static void
write_factors (YsXmlWriter *writer, const GPtrArray *factors)
{
  if (factors->len == 0)
    return;
  ys_xml_writer_start (writer, "factors");
  for (guint i = 0; i < factors->len; i++)
    {
      const YsFactor *factor = g_ptr_array_index (factors, i);

      ys_xml_writer_start (writer, "factor");
      ys_xml_writer_text (writer, "id", factor->id);
      ys_xml_writer_text (writer, "name", factor->name);
      ys_xml_writer_whole (writer, "permille", factor->permille);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

static void
write_settings (YsXmlWriter *writer, const YsStandard *standard)
{
  static const char *const states[] = { "done", "mostly", "partly", "not" };

  ys_xml_writer_start (writer, "states");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    ys_xml_writer_whole (writer, states[i], standard->state_permille[i]);
  ys_xml_writer_end (writer);
  ys_xml_writer_start (writer, "late");
  ys_xml_writer_whole (writer, "month", standard->late_month);
  ys_xml_writer_whole (writer, "cap", standard->late_cap);
  ys_xml_writer_end (writer);
  ys_xml_writer_start (writer, "evidence");
  ys_xml_writer_whole (writer, "without", standard->evidence_without);
  ys_xml_writer_end (writer);
  ys_xml_writer_start (writer, "review");
  ys_xml_writer_text (writer, "combine", ys_standard_xml_combine[standard->combine]);
  ys_xml_writer_whole (writer, "tolerance", standard->tolerance);
  ys_xml_writer_end (writer);
}

static void
write_grades (YsXmlWriter *writer, const GPtrArray *grades)
{
  ys_xml_writer_start (writer, "grades");
  for (guint i = 0; i < grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (grades, i);

      ys_xml_writer_start (writer, "grade");
      ys_xml_writer_text (writer, "id", grade->id);
      ys_xml_writer_text (writer, "name", grade->name);
      ys_xml_writer_points (writer, "from", grade->from);
      if (grade->has_places)
        ys_xml_writer_whole (writer, "places", grade->places);
      if (grade->has_places_permille)
        ys_xml_writer_whole (writer, "places-permille", grade->places_permille);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

static void
write_part (YsXmlWriter *writer, const YsPartStandard *part)
{
  ys_xml_writer_start (writer, "part");
  ys_xml_writer_text (writer, "ref", part->id);
  ys_xml_writer_points (writer, "points", part->points);
  ys_standard_xml_write_gates (writer, part->gates);
  for (guint i = 0; i < part->tasks->len; i++)
    {
      const YsTaskStandard *task = g_ptr_array_index (part->tasks, i);

      ys_xml_writer_start (writer, "task");
      ys_xml_writer_whole (writer, "ref", task->number);
      ys_xml_writer_points (writer, "points", task->points);
      ys_standard_xml_write_gates (writer, task->gates);
      for (guint j = 0; j < task->items->len; j++)
        ys_standard_xml_write_point (writer, g_ptr_array_index (task->items, j), FALSE);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
}

static void
write_item (YsXmlWriter *writer, const YsStandard *standard, const YsNegativeRule *rule)
{
  ys_xml_writer_start (writer, "item");
  ys_xml_writer_text (writer, "ref", rule->item_id);
  if (rule->has_cap)
    ys_xml_writer_points (writer, "cap", rule->cap);
  ys_xml_writer_optional (writer, "grade", rule->grade_id);
  if (rule->has_holds_up_to)
    ys_xml_writer_whole (writer, "holds-up-to", rule->holds_up_to);
  /* Sealed: amounts stand by severity, whatever the order they were written in. */
  for (guint i = 0; !rule->item->threshold && i < rule->amounts->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (standard->severities, i);

      ys_xml_writer_start (writer, "amount");
      ys_xml_writer_text (writer, "severity", severity->id);
      ys_xml_writer_points (writer, "points", g_array_index (rule->amounts, YsPoints, i));
      ys_xml_writer_end (writer);
    }
  for (guint i = 0; i < rule->clauses->len; i++)
    ys_standard_xml_write_clause (writer, g_ptr_array_index (rule->clauses, i), TRUE);
  ys_xml_writer_end (writer);
}

static int
compare_caps (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = ((const YsGroupCap *)a)->group, other = ((const YsGroupCap *)b)->group;

  return one < other ? -1 : one > other;
}

static void
write_negative (YsXmlWriter *writer, const YsStandard *standard)
{
  g_autoptr (GPtrArray) caps = ys_xml_writer_sorted (standard->group_caps, compare_caps, NULL);

  if (standard->negative->len == 0)
    return;
  ys_xml_writer_start (writer, "negative");
  if (standard->has_negative_cap)
    ys_xml_writer_points (writer, "cap", standard->negative_cap);
  for (guint i = 0; i < caps->len; i++)
    {
      const YsGroupCap *cap = g_ptr_array_index (caps, i);

      ys_xml_writer_start (writer, "group");
      ys_xml_writer_text (writer, "ref", cap->group_id);
      ys_xml_writer_points (writer, "cap", cap->cap);
      ys_xml_writer_end (writer);
    }
  for (guint i = 0; i < standard->negative->len; i++)
    write_item (writer, standard, g_ptr_array_index (standard->negative, i));
  ys_xml_writer_end (writer);
}

static void
write_head (YsXmlWriter *writer, const YsStandard *standard)
{
  ys_xml_writer_text (writer, "id", standard->id);
  ys_xml_writer_whole (writer, "version", standard->version);
  ys_xml_writer_text (writer, "title", standard->title);
  ys_xml_writer_optional (writer, "number", standard->number);
  ys_xml_writer_boolean (writer, "sample", standard->sample);
  ys_xml_writer_text (writer, "catalogue", standard->catalogue_id);
  ys_xml_writer_whole (writer, "catalogue-version", standard->catalogue_version);
  ys_xml_writer_points (writer, "maximum", standard->maximum);
  ys_xml_writer_whole (writer, "decimals", standard->decimals);
}

GBytes *
ys_standard_write_xml (const YsStandard *standard, GError **error)
{
  g_return_val_if_fail (standard != NULL && standard->catalogue != NULL, NULL);

  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();

  ys_xml_writer_start_root (writer, "standard");
  write_head (writer, standard);
  write_notes (writer, standard->notes);
  write_named (writer, "groups", "group", standard->groups);
  write_named (writer, "severities", "severity", standard->severities);
  write_factors (writer, standard->factors);
  write_settings (writer, standard);
  write_grades (writer, standard->grades);
  if (standard->total_gates->len > 0)
    {
      ys_xml_writer_start (writer, "total");
      ys_standard_xml_write_gates (writer, standard->total_gates);
      ys_xml_writer_end (writer);
    }
  for (guint i = 0; i < standard->parts->len; i++)
    write_part (writer, g_ptr_array_index (standard->parts, i));
  write_negative (writer, standard);
  if (standard->has_bonus)
    {
      ys_xml_writer_start (writer, "bonus");
      ys_xml_writer_points (writer, "cap", standard->bonus_cap);
      for (guint i = 0; i < standard->bonus->len; i++)
        ys_standard_xml_write_point (writer, g_ptr_array_index (standard->bonus, i), TRUE);
      ys_xml_writer_end (writer);
    }
  ys_xml_writer_end (writer);
  return ys_xml_writer_finish (writer, error);
}
