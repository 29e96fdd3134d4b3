/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a dossier in: every package is kept as it came and its PDFs go into the vault, then one change takes
 * in rows and documents of all of them. What a crash leaves before that change is swept as orphans. */
#include "ys-workspace-upper-private.h"

#include "ys-bag-names.h"
#include "ys-facts-xml.h"
#include "ys-workspace-import.h"
#include "ys-workspace-opinion-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* One package of the dossier; the naming one is the last. */
typedef struct
{
  const YsPackageReading *reading;
  const char *unit;  /* whose it is */
  char *kept, *name; /* path and name in packages/; NULL where it was here before */
} Bag;

typedef struct
{
  YsWorkspace *self;
  const YsDossierReading *reading;
  GPtrArray *bags;    /* Bag */
  YsMinting *receipt; /* for who sent it */
  YsProgressFunc progress;
  gpointer progress_data;
  guint64 kept; /* bytes of the packages that are kept already */
} Import;

static void
bag_free (gpointer data)
{
  Bag *bag = data;

  g_free (bag->kept);
  g_free (bag->name);
  g_free (bag);
}

static void
add_bag (Import *import, const YsPackageReading *reading, const char *unit)
{
  Bag *bag = g_new0 (Bag, 1);

  bag->reading = reading;
  bag->unit = unit;
  g_ptr_array_add (import->bags, bag);
}

static void
list_bags (Import *import)
{
  const YsDossierIndex *index = ys_dossier_reading_get_index (import->reading);

  for (guint i = 0; i < index->bags->len; i++)
    {
      YsPackageReading *bag = NULL;
      ys_dossier_reading_get_bag (import->reading, i, &bag);
      add_bag (import, bag, ((const YsDossierBag *)g_ptr_array_index (index->bags, i))->unit);
    }
  add_bag (import, ys_dossier_reading_get_head (import->reading), index->city);
}

/* ---- progress: reading counts once, keeping twice, for what is written is read back ---- */

static void
tell_reading (guint64 done, guint64 total, gpointer data)
{
  const Import *import = data;

  if (import->progress != NULL)
    import->progress (done, 3 * total, import->progress_data);
}

static void
tell_keeping (guint64 done, guint64 total, gpointer data)
{
  const Import *import = data;
  guint64 size = ys_dossier_reading_get_size (import->reading);

  if (import->progress != NULL)
    import->progress (MIN (size + 2 * import->kept + done, 3 * size), 3 * size, import->progress_data);
}

/* ---- files ---- */

/* Whether the package is here already: a newer dossier names again what did not change. Refused where another
 * one has its id or its name. */
static gboolean
find_held (YsWorkspace *self, const YsPackageReading *reading, gboolean *held, GError **error)
{
  if (!ys_import_clashes (self, reading, held))
    return TRUE;
  ys_set_error (error, YS_ERROR_EXISTS, ys_package_reading_get_name (reading),
                _ ("Another package of this name or id is here already"));
  return FALSE;
}

static gboolean
keep_bag (Import *import, Bag *bag, GCancellable *cancellable, GError **error)
{
  YsPackageOutputOptions options = { TRUE, tell_keeping, import, cancellable };
  g_autofree char *folder = g_build_filename (import->self->folder, "packages", NULL);
  gboolean held;

  if (!find_held (import->self, bag->reading, &held, error))
    return FALSE;
  if (!held)
    {
      bag->kept = ys_package_reading_keep (bag->reading, folder, &options, error);
      if (bag->kept == NULL)
        return FALSE;
      bag->name = g_path_get_basename (bag->kept);
    }
  import->kept += ys_package_reading_get_size (bag->reading);
  tell_keeping (0, 0, import);
  return ys_import_take_evidence (import->self, bag->reading, cancellable, error);
}

static gboolean
keep_bags (Import *import, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < import->bags->len; i++)
    if (!keep_bag (import, g_ptr_array_index (import->bags, i), cancellable, error))
      return FALSE;
  return TRUE;
}

static void
drop_bags (Import *import)
{
  for (guint i = 0; i < import->bags->len; i++)
    {
      const Bag *bag = g_ptr_array_index (import->bags, i);
      if (bag->kept != NULL)
        g_unlink (bag->kept);
    }
}

/* ---- the change ---- */

static gboolean
store_bag (const Bag *bag, const char *reply, YsConnection *connection, GError **error)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (bag->reading);
  const char *const *stems = ys_bag_document_stems ();

  if (bag->name == NULL)
    return TRUE;
  if (!ys_import_register (bag->reading, bag->name, "已导入", reply, connection, error)
      || !ys_import_store_evidence (facts, connection, error)
      || !ys_opinion_store_bag (bag->reading, connection, error))
    return FALSE;
  for (guint i = 0; stems[i] != NULL; i++)
    {
      GBytes *document = ys_package_reading_get_document (bag->reading, stems[i]);
      if (document != NULL && !ys_received_set (connection, facts->id, stems[i], document, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_dossier (YsConnection *connection, gpointer data, GError **error)
{
  const Import *import = data;
  const YsDossierIndex *index = ys_dossier_reading_get_index (import->reading);
  const YsPackageFacts *head = ys_package_reading_get_facts (ys_dossier_reading_get_head (import->reading));
  const YsPackageFacts *own = ys_package_reading_get_facts (ys_dossier_reading_get_city (import->reading));
  YsDossierRow row = { head->id, own->id, index->city, index->city_name, head->round_title };

  for (guint i = 0; i < import->bags->len; i++)
    if (!store_bag (g_ptr_array_index (import->bags, i),
                    i + 1 == import->bags->len ? import->receipt->facts->id : NULL, connection, error))
      return FALSE;
  if (!ys_minting_register (import->receipt, connection, "待送出", error)
      || !ys_dossier_add (connection, &row, error))
    return FALSE;
  for (guint i = 0; i + 1 < import->bags->len; i++)
    {
      const Bag *bag = g_ptr_array_index (import->bags, i);
      if (!ys_dossier_bag_add (connection, head->id, ys_package_reading_get_facts (bag->reading)->id,
                               bag->unit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mint_receipt (Import *import, GError **error)
{
  GBytes *document =
      ys_package_reading_get_document (ys_dossier_reading_get_city (import->reading), "assessment");
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsAssessment) round = ys_assessment_read_xml (document, "assessment.xml", faults);

  if (round != NULL)
    return ys_import_mint_receipt (import->receipt, import->self, round,
                                   ys_dossier_reading_get_head (import->reading), NULL, error);
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

static gboolean
commit (Import *import, GError **error)
{
  const YsPackageReading *head = ys_dossier_reading_get_head (import->reading);
  const YsPackageFacts *facts = ys_package_reading_get_facts (head);
  const YsDossierIndex *index = ys_dossier_reading_get_index (import->reading);
  g_autofree char *subject =
      g_strdup_printf ("%s %s（%u个数据包）", index->city_name, facts->round_title, index->bags->len + 1);
  YsAction action = {
    .role_needed = YS_ROLE_REVIEWER,
    .what = YS_CHANGE_ALL,
    .record = { .action = "导入上报材料", .subject = subject, .after = ys_package_reading_get_digest (head) }
  };

  return ys_workspace_act (import->self, &action, store_dossier, import, error);
}

/* FALSE with what keeps it out. */
static gboolean
may_import (YsWorkspace *self, const char *path, YsDossierReading *reading, GError **error)
{
  g_autoptr (YsDossierReceipt) receipt = ys_dossier_receipt_new (self, path, reading);

  if (receipt->can_import)
    return ys_workspace_must_hold (self, YS_ROLE_REVIEWER, error);
  if (ys_faults_get_n (receipt->faults) > 0)
    ys_set_error_from_faults (error, receipt->faults);
  else
    ys_set_error (error, receipt->refusal, receipt->name, "%s", receipt->why_not);
  return FALSE;
}

char *
ys_workspace_import_dossier (YsWorkspace *self, const char *path, YsProgressFunc progress, gpointer data,
                             GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) bags = g_ptr_array_new_with_free_func (bag_free);
  g_auto (YsMinting) receipt = { 0 };
  Import import = { self, NULL, bags, &receipt, progress, data, 0 };
  g_autoptr (YsDossierReading) reading = ys_dossier_read (path, tell_reading, &import, cancellable, error);

  import.reading = reading;
  if (reading == NULL || !may_import (self, path, reading, error))
    return NULL;
  list_bags (&import);
  if (keep_bags (&import, cancellable, error) && mint_receipt (&import, error) && commit (&import, error))
    return g_strdup (ys_package_reading_get_facts (ys_dossier_reading_get_city (reading))->id);
  ys_minting_drop (&receipt);
  drop_bags (&import);
  return NULL;
}
