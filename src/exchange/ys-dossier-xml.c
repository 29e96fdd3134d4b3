/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dossier.xml, written canonically and read back before it counts as written.
 * File names in it are of a closed grammar: nobody is ever led out of the folder by one. */
#include "ys-dossier-xml.h"

#include <glib/gi18n-lib.h>

#include "ys-xml-walk.h"
#include "ys-xml-writer.h"

static void
dossier_unit_free (gpointer data)
{
  YsDossierUnit *unit = data;

  g_free (unit->id);
  g_free (unit->name);
  g_free (unit->grade);
  g_free (unit->person);
  g_free (unit->unranked);
  g_free (unit);
}

static void
dossier_bag_free (gpointer data)
{
  YsDossierBag *bag = data;

  g_free (bag->unit);
  g_free (bag->id);
  g_free (bag->file);
  g_free (bag->digest);
  g_free (bag);
}

YsDossierIndex *
ys_dossier_index_new (void)
{
  YsDossierIndex *self = g_new0 (YsDossierIndex, 1);

  self->units = g_ptr_array_new_with_free_func (dossier_unit_free);
  self->bags = g_ptr_array_new_with_free_func (dossier_bag_free);
  return self;
}

void
ys_dossier_index_free (YsDossierIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->assessment);
  g_free (self->city);
  g_free (self->city_name);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->bags);
  g_free (self);
}

YsDossierUnit *
ys_dossier_index_add_unit (YsDossierIndex *self)
{
  YsDossierUnit *unit = g_new0 (YsDossierUnit, 1);

  g_ptr_array_add (self->units, unit);
  return unit;
}

YsDossierBag *
ys_dossier_index_add_bag (YsDossierIndex *self)
{
  YsDossierBag *bag = g_new0 (YsDossierBag, 1);

  g_ptr_array_add (self->bags, bag);
  return bag;
}

const YsDossierBag *
ys_dossier_index_find_bag (const YsDossierIndex *self, const char *digest, const char *file)
{
  for (guint i = 0; i < self->bags->len; i++)
    {
      const YsDossierBag *bag = g_ptr_array_index (self->bags, i);

      if ((digest != NULL && g_str_equal (bag->digest, digest))
          || (file != NULL && g_str_equal (bag->file, file)))
        return bag;
    }
  return NULL;
}

/* ---- writing ---- */

static int
compare_units (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsDossierUnit *one = a, *other = b;
  guint rank = one->rank != 0 ? one->rank : G_MAXUINT;
  guint other_rank = other->rank != 0 ? other->rank : G_MAXUINT;

  return rank != other_rank ? (rank < other_rank ? -1 : 1) : g_strcmp0 (one->id, other->id);
}

static int
compare_bags (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsDossierBag *one = a, *other = b;
  int by_unit = g_strcmp0 (one->unit, other->unit);

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return by_unit != 0 ? by_unit : g_strcmp0 (one->file, other->file);
}

static void
write_unit (YsXmlWriter *writer, const YsDossierUnit *unit)
{
  g_autofree char *settled = ys_time_to_xml (unit->settled);

  ys_xml_writer_start (writer, "unit");
  ys_xml_writer_text (writer, "id", unit->id);
  ys_xml_writer_text (writer, "name", unit->name);
  ys_xml_writer_whole (writer, "revision", unit->revision);
  if (unit->rank != 0)
    ys_xml_writer_whole (writer, "rank", unit->rank);
  ys_xml_writer_optional (writer, "unranked", unit->unranked);
  ys_xml_writer_text (writer, "grade", unit->grade);
  ys_xml_writer_points (writer, "total", unit->total);
  ys_xml_writer_points (writer, "base", unit->base);
  ys_xml_writer_points (writer, "bonus", unit->bonus);
  ys_xml_writer_points (writer, "deduction", unit->deduction);
  ys_xml_writer_text (writer, "settled", settled);
  ys_xml_writer_text (writer, "person", unit->person);
  ys_xml_writer_end (writer);
}

static void
write_bag (YsXmlWriter *writer, const YsDossierBag *bag)
{
  ys_xml_writer_start (writer, "bag");
  ys_xml_writer_text (writer, "kind", ys_package_kind_nick (bag->kind));
  ys_xml_writer_text (writer, "unit", bag->unit);
  ys_xml_writer_text (writer, "id", bag->id);
  ys_xml_writer_text (writer, "file", bag->file);
  ys_xml_writer_text (writer, "digest", bag->digest);
  ys_xml_writer_whole (writer, "size", (gint64)bag->size);
  ys_xml_writer_end (writer);
}

GBytes *
ys_dossier_index_write_xml (const YsDossierIndex *self, GError **error)
{
  g_autoptr (YsXmlWriter) writer = ys_xml_writer_new ();
  g_autoptr (GPtrArray) units = ys_xml_writer_sorted (self->units, compare_units, NULL);
  g_autoptr (GPtrArray) bags = ys_xml_writer_sorted (self->bags, compare_bags, NULL);
  g_autoptr (GBytes) document = NULL;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsDossierIndex) again = NULL;

  ys_xml_writer_start_root (writer, "dossier");
  ys_xml_writer_text (writer, "assessment", self->assessment);
  ys_xml_writer_text (writer, "city", self->city);
  ys_xml_writer_text (writer, "name", self->city_name);
  for (guint i = 0; i < units->len; i++)
    write_unit (writer, g_ptr_array_index (units, i));
  for (guint i = 0; i < bags->len; i++)
    write_bag (writer, g_ptr_array_index (bags, i));
  ys_xml_writer_end (writer);
  document = ys_xml_writer_finish (writer, error);
  if (document == NULL)
    return NULL;
  again = ys_dossier_index_read_xml (document, "dossier.xml", faults);
  if (again != NULL)
    return g_steal_pointer (&document);
  ys_set_error_from_faults (error, faults);
  return NULL;
}

/* ---- reading ---- */

static void
read_unit (YsXmlWalk *walk, YsDossierUnit *unit)
{
  g_autofree char *settled = ys_xml_text (walk, "settled");

  unit->line = ys_xml_walk_line (walk);
  unit->id = ys_xml_text (walk, "id");
  unit->name = ys_xml_text (walk, "name");
  unit->revision = ys_xml_whole (walk, "revision");
  unit->rank = ys_xml_whole (walk, "rank");
  unit->unranked = ys_xml_optional (walk, "unranked");
  unit->grade = ys_xml_text (walk, "grade");
  unit->total = ys_xml_points (walk, "total");
  unit->base = ys_xml_points (walk, "base");
  unit->bonus = ys_xml_points (walk, "bonus");
  unit->deduction = ys_xml_points (walk, "deduction");
  unit->person = ys_xml_text (walk, "person");
  if (!ys_time_parse_xml (settled, &unit->settled))
    ys_xml_walk_fault (walk, "settled", _ ("\"%s\" is no real time."), settled);
}

static void
read_bag (YsXmlWalk *walk, YsDossierBag *bag)
{
  g_autofree char *kind = ys_xml_text (walk, "kind");
  gint64 size = 0;

  bag->line = ys_xml_walk_line (walk);
  if (!ys_package_kind_from_nick (kind, &bag->kind))
    ys_xml_walk_fault (walk, "kind", _ ("\"%s\" is no kind of package."), kind);
  bag->unit = ys_xml_text (walk, "unit");
  bag->id = ys_xml_text (walk, "id");
  bag->file = ys_xml_text (walk, "file");
  bag->digest = ys_xml_text (walk, "digest");
  if (ys_xml_has_whole (walk, "size", &size))
    bag->size = (guint64)size;
}

static void
visit_child (YsXmlWalk *walk, const char *name, gpointer into)
{
  if (g_str_equal (name, "unit"))
    read_unit (walk, ys_dossier_index_add_unit (into));
  else if (g_str_equal (name, "bag"))
    read_bag (walk, ys_dossier_index_add_bag (into));
}

static void
visit_dossier (YsXmlWalk *walk, const char *name, gpointer into)
{
  YsDossierIndex *index = into;

  index->assessment = ys_xml_text (walk, "assessment");
  index->city = ys_xml_text (walk, "city");
  index->city_name = ys_xml_text (walk, "name");
  ys_xml_walk_children (walk, visit_child, index);
}

YsDossierIndex *
ys_dossier_index_read_xml (GBytes *document, const char *file, YsFaults *faults)
{
  g_return_val_if_fail (document != NULL && faults != NULL, NULL);

  g_autoptr (YsDossierIndex) self = ys_dossier_index_new ();

  if (!ys_xml_walk_document (document, file, "dossier", YS_XML_STOP_AT_FIRST, faults, visit_dossier, self))
    return NULL;
  return g_steal_pointer (&self);
}
