/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standard.xml into records: head, parts, tasks, negative list, bonus; points are in ys-standard-point-xml.c.
 * Sealing against the catalogue comes afterwards. */
#include "ys-standard-xml-read.h"

#include "ys-standard-xml.h"

static void
visit_note (YsXmlWalk *walk, const char *name, gpointer into)
{
  g_autofree char *text = ys_xml_content (walk);

  g_strv_builder_add (into, text);
}

static void
visit_group (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsUnitGroup *group = ys_unit_group_new ();

  g_ptr_array_add (into, group);
  group->line = ys_xml_walk_line (walk);
  group->id = ys_xml_text (walk, "id");
  group->name = ys_xml_text (walk, "name");
}

static void
visit_severity (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsSeverity *severity = ys_severity_new ();

  g_ptr_array_add (into, severity);
  severity->line = ys_xml_walk_line (walk);
  severity->id = ys_xml_text (walk, "id");
  severity->name = ys_xml_text (walk, "name");
}

static void
visit_factor (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsFactor *factor = ys_factor_new ();

  g_ptr_array_add (into, factor);
  factor->line = ys_xml_walk_line (walk);
  factor->id = ys_xml_text (walk, "id");
  factor->name = ys_xml_text (walk, "name");
  factor->permille = ys_xml_whole (walk, "permille");
}

static void
visit_grade (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsGrade *grade = ys_grade_new ();
  gint64 places = 0, permille = 0;

  g_ptr_array_add (into, grade);
  grade->line = ys_xml_walk_line (walk);
  grade->id = ys_xml_text (walk, "id");
  grade->name = ys_xml_text (walk, "name");
  grade->from = ys_xml_points (walk, "from");
  grade->has_places = ys_xml_has_whole (walk, "places", &places);
  grade->places = (guint)MIN (places, G_MAXUINT);
  grade->has_places_permille = ys_xml_has_whole (walk, "places-permille", &permille);
  grade->places_permille = (guint)MIN (permille, G_MAXUINT);
}

static void
visit_gate (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "gate"))
    ys_standard_xml_read_gate (walk, into);
}

static void
visit_task_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsTaskStandard *task = into;

  if (g_str_equal (name, "gate"))
    ys_standard_xml_read_gate (walk, task->gates);
  else if (g_str_equal (name, "point"))
    ys_standard_xml_read_point (walk, task->items);
}

static void
visit_part_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsPartStandard *part = into;
  YsTaskStandard *task;

  if (g_str_equal (name, "gate"))
    ys_standard_xml_read_gate (walk, part->gates);
  if (!g_str_equal (name, "task"))
    return;
  task = ys_task_standard_new ();
  g_ptr_array_add (part->tasks, task);
  task->line = ys_xml_walk_line (walk);
  task->number = ys_xml_whole (walk, "ref");
  task->points = ys_xml_points (walk, "points");
  ys_xml_walk_children (walk, visit_task_child, task);
}

static void
read_part (YsXmlWalk *walk, YsStandard *standard)
{
  YsPartStandard *part = ys_part_standard_new ();

  g_ptr_array_add (standard->parts, part);
  part->line = ys_xml_walk_line (walk);
  part->id = ys_xml_text (walk, "ref");
  part->points = ys_xml_points (walk, "points");
  ys_xml_walk_children (walk, visit_part_child, part);
}

static void
visit_item_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsNegativeRule *rule = into;
  YsPoints points;

  if (!g_str_equal (name, "amount"))
    {
      ys_standard_xml_read_clause (walk, name, rule->clauses, TRUE);
      return;
    }
  points = ys_xml_points (walk, "points");
  g_ptr_array_add (rule->severity_ids, ys_xml_text (walk, "severity"));
  g_array_append_val (rule->amounts, points);
}

static void
read_item (YsXmlWalk *walk, YsStandard *standard)
{
  YsNegativeRule *rule = ys_negative_rule_new ();

  g_ptr_array_add (standard->negative, rule);
  rule->line = ys_xml_walk_line (walk);
  rule->item_id = ys_xml_text (walk, "ref");
  rule->has_cap = ys_xml_has_points (walk, "cap", &rule->cap);
  rule->grade_id = ys_xml_optional (walk, "grade");
  rule->has_holds_up_to = ys_xml_has_whole (walk, "holds-up-to", &rule->holds_up_to);
  ys_xml_walk_children (walk, visit_item_child, rule);
}

static void
read_group_cap (YsXmlWalk *walk, YsStandard *standard)
{
  g_autoptr (YsGroupCap) cap = ys_group_cap_new ();

  cap->line = ys_xml_walk_line (walk);
  cap->group_id = ys_xml_text (walk, "ref");
  cap->has_cap = ys_xml_has_points (walk, "cap", &cap->cap);
  g_ptr_array_add (standard->group_caps, g_steal_pointer (&cap));
}

static void
visit_negative (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "group"))
    read_group_cap (walk, into);
  else if (g_str_equal (name, "item"))
    read_item (walk, into);
}

static void
visit_bonus_point (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "point"))
    ys_standard_xml_read_point (walk, into);
}

static void
read_settings (YsXmlWalk *walk, const char *name, YsStandard *standard)
{
  static const char *const states[] = { "done", "mostly", "partly", "not" };

  if (g_str_equal (name, "states"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (states); i++)
        standard->state_permille[i] = ys_xml_whole (walk, states[i]);
    }
  else if (g_str_equal (name, "late"))
    {
      standard->late_month = ys_xml_whole (walk, "month");
      standard->late_cap = ys_xml_whole (walk, "cap");
    }
  else if (g_str_equal (name, "evidence"))
    standard->evidence_without = ys_xml_whole (walk, "without");
  else if (g_str_equal (name, "review"))
    {
      standard->combine = (YsCombine)ys_xml_choice (walk, "combine", ys_standard_xml_combine);
      standard->tolerance = ys_xml_whole (walk, "tolerance");
    }
}

static void
read_notes (YsXmlWalk *walk, YsStandard *standard)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  ys_xml_walk_children (walk, visit_note, notes);
  g_strfreev (standard->notes);
  standard->notes = g_strv_builder_end (notes);
}

static void
visit_section (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsStandard *standard = into;

  if (g_str_equal (name, "notes"))
    read_notes (walk, standard);
  else if (g_str_equal (name, "groups"))
    ys_xml_walk_children (walk, visit_group, standard->groups);
  else if (g_str_equal (name, "severities"))
    ys_xml_walk_children (walk, visit_severity, standard->severities);
  else if (g_str_equal (name, "factors"))
    ys_xml_walk_children (walk, visit_factor, standard->factors);
  else if (g_str_equal (name, "grades"))
    ys_xml_walk_children (walk, visit_grade, standard->grades);
  else if (g_str_equal (name, "total"))
    ys_xml_walk_children (walk, visit_gate, standard->total_gates);
  else if (g_str_equal (name, "part"))
    read_part (walk, standard);
  else if (g_str_equal (name, "negative"))
    {
      standard->has_negative_cap = ys_xml_has_points (walk, "cap", &standard->negative_cap);
      ys_xml_walk_children (walk, visit_negative, standard);
    }
  else if (g_str_equal (name, "bonus"))
    {
      standard->has_bonus = TRUE;
      standard->bonus_cap = ys_xml_points (walk, "cap");
      ys_xml_walk_children (walk, visit_bonus_point, standard->bonus);
    }
  else
    read_settings (walk, name, standard);
}

static void
visit_standard (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsStandard *standard = into;

  standard->line = ys_xml_walk_line (walk);
  standard->id = ys_xml_text (walk, "id");
  standard->version = ys_xml_whole (walk, "version");
  standard->title = ys_xml_text (walk, "title");
  standard->number = ys_xml_optional (walk, "number");
  standard->sample = ys_xml_true (walk, "sample");
  standard->catalogue_id = ys_xml_text (walk, "catalogue");
  standard->catalogue_version = ys_xml_whole (walk, "catalogue-version");
  standard->maximum = ys_xml_points (walk, "maximum");
  standard->decimals = ys_xml_whole (walk, "decimals");
  ys_xml_walk_children (walk, visit_section, standard);
}

YsStandard *
ys_standard_read_xml (GBytes *document, const char *file, YsCatalogue *catalogue, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && catalogue != NULL && faults != NULL, NULL);

  g_autoptr (YsStandard) standard = ys_standard_new ();
  guint before = ys_faults_get_n (faults);
  gboolean sound =
      ys_xml_walk_document (document, file, "standard", YS_XML_READ_ALL, faults, visit_standard, standard);

  if (!ys_xml_faults_are_mild (faults, before))
    return NULL;
  if (standard->notes == NULL)
    standard->notes = g_new0 (char *, 1);
  if (!ys_standard_seal (standard, catalogue, file, faults) || !sound)
    return NULL;
  return g_steal_pointer (&standard);
}
