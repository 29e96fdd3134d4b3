/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue.xml into records: each function takes one kind of element.
 * Sealing, which sets the back pointers, comes afterwards. */
#include "ys-catalogue-xml.h"

#include <glib/gi18n-lib.h>

#include "ys-catalogue-parts.h"
#include "ys-xml-walk.h"

typedef struct
{
  YsCatalogue *catalogue;
  YsTask *task; /* the one being read, with its lists */
  GStrvBuilder *leads, *responsibles;
} Reading;

/* Gathers the contents of the children of one list. */
static void
visit_text (YsXmlWalk *walk, const char *name, gpointer into)
{
  g_autofree char *text = ys_xml_content (walk);

  g_strv_builder_add (into, text);
}

static GStrv
read_texts (YsXmlWalk *walk)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  ys_xml_walk_children (walk, visit_text, texts);
  return g_strv_builder_end (texts);
}

static void
visit_phase (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  YsPhase *phase = ys_phase_new ();

  g_ptr_array_add (reading->catalogue->phases, phase);
  phase->line = ys_xml_walk_line (walk);
  phase->id = ys_xml_text (walk, "id");
  phase->name = ys_xml_text (walk, "name");
  phase->first = ys_xml_date (walk, "first");
  phase->last = ys_xml_date (walk, "last");
  phase->who = ys_xml_text (walk, "who");
  phase->what = ys_xml_text (walk, "what");
  phase->outputs = read_texts (walk);
}

static void
read_document (YsXmlWalk *walk, YsTask *task)
{
  static const char *const by[] = { "city", "county", NULL };
  YsCatalogueDocument *document = ys_catalogue_document_new ();

  g_ptr_array_add (task->documents, document);
  document->line = ys_xml_walk_line (walk);
  document->id = ys_xml_text (walk, "id");
  document->title = ys_xml_text (walk, "title");
  document->by_county = ys_xml_choice (walk, "by", by) == 1;
  document->implements = ys_xml_optional (walk, "implements");
}

static void
visit_task_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;

  if (g_str_equal (name, "requirement"))
    {
      g_free (reading->task->requirement);
      reading->task->requirement = ys_xml_content (walk);
    }
  else if (g_str_equal (name, "lead"))
    visit_text (walk, name, reading->leads);
  else if (g_str_equal (name, "responsible"))
    visit_text (walk, name, reading->responsibles);
  else if (g_str_equal (name, "document"))
    read_document (walk, reading->task);
}

static void
read_task (YsXmlWalk *walk, Reading *reading, YsHeading *heading)
{
  g_autoptr (GStrvBuilder) leads = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) responsibles = g_strv_builder_new ();
  YsTask *task = ys_task_new ();

  g_ptr_array_add (reading->catalogue->tasks, task);
  g_ptr_array_add (heading->tasks, task);
  task->line = ys_xml_walk_line (walk);
  task->number = ys_xml_whole (walk, "id");
  task->title = ys_xml_text (walk, "title");
  task->due = ys_xml_date (walk, "due");
  task->counties = ys_xml_true (walk, "counties");
  reading->task = task;
  reading->leads = leads;
  reading->responsibles = responsibles;
  ys_xml_walk_children (walk, visit_task_child, reading);
  if (task->requirement == NULL)
    task->requirement = g_strdup ("");
  task->leads = g_strv_builder_end (leads);
  task->responsibles = g_strv_builder_end (responsibles);
}

typedef struct
{
  Reading *reading;
  YsHeading *heading;
} Place;

static YsHeading *
new_heading (YsXmlWalk *walk, GPtrArray *array)
{
  YsHeading *heading = ys_heading_new ();

  g_ptr_array_add (array, heading);
  heading->line = ys_xml_walk_line (walk);
  heading->id = ys_xml_text (walk, "id");
  heading->name = ys_xml_text (walk, "name");
  return heading;
}

static void
visit_heading_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  Place *place = into;

  if (g_str_equal (name, "heading"))
    {
      Place inner = { place->reading, new_heading (walk, place->heading->children) };

      ys_xml_walk_children (walk, visit_heading_child, &inner);
    }
  else if (g_str_equal (name, "task"))
    read_task (walk, place->reading, place->heading);
}

static void
visit_part (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;

  if (g_str_equal (name, "part"))
    {
      Place place = { reading, new_heading (walk, reading->catalogue->parts) };

      ys_xml_walk_children (walk, visit_heading_child, &place);
    }
}

static void
visit_note (YsXmlWalk *walk, const char *name, gpointer into)
{
  char **note = into;

  g_free (*note);
  *note = ys_xml_note (walk);
}

static YsComparator
read_comparator (YsXmlWalk *walk)
{
  g_autofree char *nick = ys_xml_text (walk, "comparator");
  YsComparator comparator = YS_COMPARE_GE;

  ys_comparator_from_nick (nick, &comparator);
  return comparator;
}

static YsUnit
read_unit (YsXmlWalk *walk)
{
  g_autofree char *nick = ys_xml_text (walk, "unit");
  YsUnit unit = YS_UNIT_COUNT;

  ys_unit_from_nick (nick, &unit);
  return unit;
}

static void
visit_metric (YsXmlWalk *walk, const char *name, gpointer into)
{
  static const char *const by[] = { "county", "city", "department", NULL };
  static const char *const better[] = { "low", "high", NULL };
  Reading *reading = into;
  YsMetric *metric = ys_metric_new ();

  g_ptr_array_add (reading->catalogue->metrics, metric);
  metric->line = ys_xml_walk_line (walk);
  metric->id = ys_xml_text (walk, "id");
  metric->task_number = ys_xml_whole (walk, "task");
  metric->name = ys_xml_text (walk, "name");
  metric->comparator = read_comparator (walk);
  metric->has_target = ys_xml_has_decimal (walk, "target", &metric->target);
  metric->unit = read_unit (walk);
  metric->high_is_better = ys_xml_choice (walk, "better", better) == 1;
  metric->answered_by = (YsAnsweredBy)ys_xml_choice (walk, "answered-by", by);
  metric->numerator = ys_xml_optional (walk, "numerator");
  metric->denominator = ys_xml_optional (walk, "denominator");
  ys_xml_walk_children (walk, visit_note, &metric->note);
}

/* The schema cannot tie these attributes to the kind. */
static void
check_item (YsXmlWalk *walk, const YsNegativeItem *item, gboolean has_target)
{
  g_autofree char *comparator = ys_xml_optional (walk, "comparator");
  g_autofree char *unit = ys_xml_optional (walk, "unit");

  if (item->threshold && (comparator == NULL || unit == NULL || !has_target))
    ys_xml_walk_fault (walk, item->id, _ ("Threshold item %s must name comparator, target and unit."),
                       item->id);
  if (!item->threshold && (comparator != NULL || unit != NULL || has_target))
    ys_xml_walk_fault (walk, item->id, _ ("Item %s is an event and compares with nothing."), item->id);
}

static void
visit_item (YsXmlWalk *walk, const char *name, gpointer into)
{
  static const char *const kinds[] = { "event", "threshold", NULL };
  Reading *reading = into;
  YsNegativeItem *item = ys_negative_item_new ();
  gboolean has_target;

  g_ptr_array_add (reading->catalogue->items, item);
  item->line = ys_xml_walk_line (walk);
  item->id = ys_xml_text (walk, "id");
  item->threshold = ys_xml_choice (walk, "kind", kinds) == 1;
  item->name = ys_xml_text (walk, "name");
  item->comparator = read_comparator (walk);
  has_target = ys_xml_has_decimal (walk, "target", &item->target);
  item->unit = read_unit (walk);
  item->numerator = ys_xml_optional (walk, "numerator");
  item->denominator = ys_xml_optional (walk, "denominator");
  item->group = reading->catalogue->groups->len - 1;
  check_item (walk, item, has_target);
  ys_xml_walk_children (walk, visit_note, &item->note);
}

static void
visit_group (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  YsNegativeGroup *group = ys_negative_group_new ();

  g_ptr_array_add (reading->catalogue->groups, group);
  group->line = ys_xml_walk_line (walk);
  group->id = ys_xml_text (walk, "id");
  group->name = ys_xml_text (walk, "name");
  ys_xml_walk_children (walk, visit_item, reading);
}

static void
visit_section (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;

  if (g_str_equal (name, "notes") && reading->catalogue->notes == NULL)
    reading->catalogue->notes = read_texts (walk);
  else if (g_str_equal (name, "phases"))
    ys_xml_walk_children (walk, visit_phase, reading);
  else if (g_str_equal (name, "tasks"))
    ys_xml_walk_children (walk, visit_part, reading);
  else if (g_str_equal (name, "metrics"))
    ys_xml_walk_children (walk, visit_metric, reading);
  else if (g_str_equal (name, "negative"))
    ys_xml_walk_children (walk, visit_group, reading);
}

static void
visit_catalogue (YsXmlWalk *walk, const char *name, gpointer into)
{
  Reading *reading = into;
  YsCatalogue *catalogue = reading->catalogue;

  catalogue->id = ys_xml_text (walk, "id");
  catalogue->version = ys_xml_whole (walk, "version");
  catalogue->title = ys_xml_text (walk, "title");
  catalogue->plan = ys_xml_text (walk, "plan");
  catalogue->issued = ys_xml_date (walk, "issued");
  ys_xml_walk_children (walk, visit_section, reading);
}

YsCatalogue *
ys_catalogue_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsCatalogue) catalogue = ys_catalogue_new ();
  Reading reading = { .catalogue = catalogue };
  guint before = ys_faults_get_n (faults);
  gboolean sound =
      ys_xml_walk_document (document, file, "catalogue", YS_XML_READ_ALL, faults, visit_catalogue, &reading);

  if (!ys_xml_faults_are_mild (faults, before))
    return NULL;
  if (catalogue->notes == NULL)
    catalogue->notes = g_new0 (char *, 1);
  if (!ys_catalogue_seal (catalogue, file, faults) || !sound)
    return NULL;
  return g_steal_pointer (&catalogue);
}
