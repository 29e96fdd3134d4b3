/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dossier of a city of two counties: what is missing, handing in once, writing with cancelling and completing, and
 * what the province then finds in it. Figures by hand: task 7 has P7.1 6 points for done, P7.2 2 points above 96%. */
#include "city-fixture.h"

#include "ys-workspace-city.h"
#include "ys-workspace-dossier.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-opinion.h"
#include "ys-workspace-upper.h"

#include <glib/gstdio.h>
#include <string.h>

#define ROUND \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<assessment format=\"1\" id=\"two-2021\" title=\"2021年度考核\" catalogue=\"bj-2020\" catalogue-version=\"1\"" \
  " standard=\"sample-2021\" standard-version=\"1\" first=\"2021-01-01\" last=\"2021-12-31\" closing=\"2022-01-25\"" \
  " year=\"2021\" phase=\"P3\">\n<units>\n" \
  "<unit id=\"CN\" name=\"中央政法委\" kind=\"central\"/>\n" \
  "<unit id=\"61\" name=\"省委政法委\" kind=\"province\" parent=\"CN\"/>\n" \
  "<unit id=\"6103\" name=\"宝鸡市\" kind=\"city\" parent=\"61\"/>\n" \
  "<unit id=\"610302\" name=\"渭滨区\" kind=\"county\" parent=\"6103\" group=\"G1\"/>\n" \
  "<unit id=\"610303\" name=\"金台区\" kind=\"county\" parent=\"6103\" group=\"G1\"/>\n" \
  "</units>\n</assessment>\n"

typedef CityFixture Fixture;

/* Both counties hand in; the first is settled with a decision on P7.2. */
static void
settle_first (Fixture *fixture)
{
  city_fill (fixture, fixture->first, "388/400");
  city_hand_in (fixture, fixture->first);
  CITY_DONE (ys_workspace_decide_point (fixture->city, FIRST, "P7.2", "1.5", "抽样不足", error));
  CITY_DONE (ys_workspace_settle_unit (fixture->city, FIRST, "评审完毕", error));
}

static void
settle_both (Fixture *fixture)
{
  settle_first (fixture);
  city_fill (fixture, fixture->second, "360/400");
  city_hand_in (fixture, fixture->second);
  CITY_DONE (ys_workspace_settle_unit (fixture->city, SECOND, "评审完毕", error));
}

static YsDossierCheck *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsDossierCheck *result = ys_workspace_check_dossier (fixture->city, &error);

  g_assert_no_error (error);
  return result;
}

static char *
hand_in (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *id = ys_workspace_hand_in_dossier (fixture->city, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static char *
write_out (Fixture *fixture, YsWorkspace *from)
{
  g_autoptr (GError) error = NULL;
  char *folder = ys_workspace_export_dossier (from, NULL, fixture->root, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return folder;
}

/* ---- what is missing ---- */

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDossierCheck) before = check (fixture);

  g_assert_cmpuint (before->lines->len, ==, 2);
  g_assert_cmpuint (before->ready, ==, 0);
  g_assert_cmpuint (before->missing->len, ==, 3); /* two counties and the ranking */
  settle_first (fixture);
  g_autoptr (YsDossierCheck) half = check (fixture);
  const YsDossierLine *first = g_ptr_array_index (half->lines, 0);
  const YsDossierLine *second = g_ptr_array_index (half->lines, 1);
  g_assert_null (first->missing);
  g_assert_cmpuint (first->rank, ==, 1);
  g_assert_nonnull (first->package);
  g_assert_nonnull (strstr (second->missing, "610303"));
  g_assert_cmpuint (half->missing->len, ==, 1);
  CITY_REFUSED (ys_workspace_hand_in_dossier (fixture->city, NULL, NULL, NULL, error) != NULL,
                YS_ERROR_DOSSIER_INCOMPLETE);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  settle_both (fixture);
  g_autofree char *id = hand_in (fixture);
  g_autofree char *again = hand_in (fixture);
  g_autoptr (YsDossierCheck) handed = check (fixture);

  g_assert_cmpstr (again, ==, id);
  g_assert_cmpstr (handed->handed_in, ==, id);
  g_assert_false (handed->changed);
  CITY_DONE (ys_workspace_grant_appeal (fixture->city, SECOND, "市委平安办", "补充材料属实", error));
  CITY_DONE (ys_workspace_decide_point (fixture->city, SECOND, "P7.1", "5", "补充材料只到一半", error));
  CITY_DONE (ys_workspace_settle_unit (fixture->city, SECOND, "复核完毕", error));
  g_autoptr (YsDossierCheck) later = check (fixture);
  g_assert_true (later->changed);
  g_autofree char *second = hand_in (fixture);
  g_assert_cmpstr (second, !=, id);
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (fixture->city);
  const YsPackageInfo *newest = g_ptr_array_index (packages, 0);
  g_assert_cmpstr (newest->id, ==, second);
  g_assert_cmpstr (newest->replaces, ==, id);
  g_assert_cmpuint (newest->number, ==, 2);
}

/* ---- writing ---- */

typedef struct {
  GCancellable *cancellable;
  guint calls, stop;
  guint64 last, total;
} Watch;

static void
watch (guint64 done, guint64 total, gpointer data)
{
  Watch *self = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, self->last);
  self->last = done;
  self->total = total;
  if (++self->calls == self->stop)
    g_cancellable_cancel (self->cancellable);
}

/* Every file under a final name is what the workspace keeps; how many there are. */
static guint
compare_with_kept (Fixture *fixture, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *written = g_build_filename (folder, name, NULL);
      g_autofree char *kept = g_build_filename (ys_workspace_get_folder (fixture->city), "packages", name, NULL);
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      gsize size, other_size;

      g_assert_false (g_str_has_suffix (name, ".part"));
      g_assert_true (g_file_get_contents (written, &one, &size, NULL));
      g_assert_true (g_file_get_contents (kept, &other, &other_size, NULL));
      g_assert_cmpmem (one, size, other, other_size);
      n++;
    }
  return n;
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *expected = NULL;
  guint before = 0, cancelled = 0;

  settle_both (fixture);
  id = hand_in (fixture);
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (fixture->city);
  const char *name = ((const YsPackageInfo *) g_ptr_array_index (packages, 0))->name;
  g_autofree char *top = g_strndup (name, strlen (name) - strlen (".yanshou.zip"));
  expected = g_build_filename (fixture->root, top, NULL);
  for (guint stop = 1; folder == NULL; stop += 7)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Watch watching = { cancellable, 0, stop, 0, 0 };

      folder = ys_workspace_export_dossier (fixture->city, id, fixture->root, FALSE, watch, &watching, cancellable, &error);
      if (folder == NULL)
        {
          g_assert_error (error, YS_ERROR, YS_ERROR_CANCELLED);
          cancelled++;
        }
      else
        g_assert_cmpuint (watching.last, ==, watching.total);
      guint now = compare_with_kept (fixture, expected);
      g_assert_cmpuint (now, >=, before); /* what is whole stays */
      before = now;
    }
  g_assert_cmpuint (cancelled, >, 2);
  g_assert_cmpstr (folder, ==, expected);
  g_assert_cmpuint (before, ==, 3);
}

/* ---- the province ---- */

static YsDossier *
load (YsWorkspace *province, const char *id)
{
  g_autoptr (GError) error = NULL;
  YsDossier *dossier = ys_workspace_load_dossier (province, id, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
check_content (YsWorkspace *province, YsDossier *dossier)
{
  g_autoptr (GPtrArray) citations = ys_dossier_dup_citations (dossier, FIRST, 7, NULL);
  const YsDecision *decision = ys_dossier_get_decision (dossier, FIRST, "P7.2");
  const YsItem *item = ys_dossier_get_item (dossier, SECOND, 7);
  const GPtrArray *units = ys_dossier_get_units (dossier);
  const YsDossierUnitInfo *best = g_ptr_array_index (units, 0);
  YsPoints score = 0;

  g_assert_cmpuint (units->len, ==, 2);
  g_assert_cmpstr (best->unit, ==, FIRST);
  g_assert_cmpuint (best->rank, ==, 1);
  g_assert_cmpstr (best->person, ==, LEAD);
  g_assert_true (ys_dossier_get_point_score (dossier, FIRST, "P7.1", YS_DECIDED, &score));
  g_assert_cmpint (score, ==, 6000);
  g_assert_true (ys_dossier_get_point_score (dossier, FIRST, "P7.2", YS_COMPUTED, &score));
  g_assert_cmpint (score, ==, 2000);
  g_assert_true (ys_dossier_get_point_score (dossier, FIRST, "P7.2", YS_DECIDED, &score));
  g_assert_cmpint (score, ==, 1500);
  g_assert_true (ys_dossier_get_task_score (dossier, FIRST, 7, YS_DECIDED, &score));
  g_assert_cmpint (score, ==, 7500);
  g_assert_false (ys_dossier_get_point_score (dossier, FIRST, "P999", YS_DECIDED, &score));
  g_assert_cmpstr (decision->reason, ==, "抽样不足");
  g_assert_null (ys_dossier_get_decision (dossier, SECOND, "P7.2"));
  g_assert_cmpint (item->state, ==, YS_STATE_DONE);
  g_assert_cmpuint (citations->len, ==, 1);
  const YsCitation *citation = g_ptr_array_index (citations, 0);
  g_assert_cmpstr (citation->pages, ==, "1");
  g_assert_cmpstr (citation->note, ==, "调查结论");
  g_assert_cmpstr (ys_dossier_get_evidence_title (dossier, citation->evidence), ==, "调查报告");
  g_autoptr (GError) error = NULL;
  int fd = ys_workspace_open_evidence (province, citation->evidence, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
}

static YsWorkspace *
make_upper (Fixture *fixture, const char *name, YsOfficeKind office, const char *unit)
{
  g_autofree char *round = g_steal_pointer (&fixture->round); /* an upper office has no round of its own */
  YsWorkspace *workspace = city_make (fixture, name, office, unit);

  fixture->round = g_steal_pointer (&round);
  return workspace;
}

static void
test_province (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsWorkspace) province = make_upper (fixture, "province", YS_OFFICE_PROVINCE, "61");
  g_autoptr (GError) failure = NULL;

  settle_both (fixture);
  g_autofree char *id = hand_in (fixture);
  g_autofree char *folder = write_out (fixture, fixture->city);
  g_autoptr (YsDossierReceipt) page = ys_workspace_examine_dossier (province, folder, NULL, NULL, NULL, &failure);
  g_assert_no_error (failure);
  g_assert_true (page->can_import);
  g_assert_true (page->scores_equal);
  g_assert_true (page->sample_standard);
  g_assert_cmpstr (page->city_name, ==, "宝鸡市");
  g_assert_cmpuint (page->bags->len, ==, 2);
  g_assert_cmpuint (page->evidence, ==, 2);
  g_autofree char *taken = ys_workspace_import_dossier (province, folder, NULL, NULL, NULL, &failure);
  g_assert_no_error (failure);
  g_assert_cmpstr (taken, ==, id);
  CITY_REFUSED (ys_workspace_import_dossier (province, folder, NULL, NULL, NULL, error) != NULL, YS_ERROR_PACKAGE_ORDER);
  g_autoptr (YsDossier) dossier = load (province, id);
  g_assert_cmpstr (ys_dossier_get_info (dossier)->city, ==, CITY);
  g_assert_cmpuint (ys_dossier_get_info (dossier)->packages, ==, 2);
  check_content (province, dossier);
  CITY_REFUSED (ys_workspace_load_dossier (province, "none", error) != NULL, YS_ERROR_NOT_FOUND);
  CITY_DONE (ys_workspace_close (province, error));
}

static guint
count_files (YsWorkspace *workspace)
{
  g_autofree char *path = g_build_filename (ys_workspace_get_folder (workspace), "packages", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Cancelled anywhere, nothing is here; then all of it: three packages and the receipt. */
static void
test_taking_in_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsWorkspace) province = make_upper (fixture, "province", YS_OFFICE_PROVINCE, "61");
  g_autofree char *taken = NULL;
  guint cancelled = 0;

  settle_both (fixture);
  g_autofree char *id = hand_in (fixture);
  g_autofree char *folder = write_out (fixture, fixture->city);
  for (guint stop = 1; taken == NULL; stop += 11)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) failure = NULL;
      Watch watching = { cancellable, 0, stop, 0, 0 };

      taken = ys_workspace_import_dossier (province, folder, watch, &watching, cancellable, &failure);
      g_autoptr (GPtrArray) dossiers = ys_workspace_dup_dossiers (province);
      g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (province);
      if (taken == NULL)
        g_assert_error (failure, YS_ERROR, YS_ERROR_CANCELLED);
      g_assert_cmpuint (dossiers->len, ==, taken != NULL ? 1 : 0);
      g_assert_cmpuint (packages->len, ==, taken != NULL ? 4 : 0);
      g_assert_cmpuint (count_files (province), ==, taken != NULL ? 4 : 0);
      cancelled += taken == NULL;
    }
  g_assert_cmpuint (cancelled, >, 2);
  CITY_DONE (ys_workspace_close (province, error));
}

/* One byte of the kept package of the first county is another. */
static void
spoil_kept (YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (workspace);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      g_autofree char *path = g_build_filename (ys_workspace_get_folder (workspace), "packages", info->name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (!g_str_equal (info->kind, "submission") || !g_str_equal (info->from, FIRST))
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      bytes[size / 2] ^= 1;
      g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
      return;
    }
  g_assert_not_reached ();
}

/* What is not whole any more is neither handed in nor forwarded, and no package speaks of it. */
static void
test_spoilt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsWorkspace) province = make_upper (fixture, "province", YS_OFFICE_PROVINCE, "61");
  g_autoptr (GError) failure = NULL;

  settle_both (fixture);
  g_autofree char *id = hand_in (fixture);
  g_autofree char *folder = write_out (fixture, fixture->city);
  g_free (ys_workspace_import_dossier (province, folder, NULL, NULL, NULL, &failure));
  g_assert_no_error (failure);
  CITY_DONE (ys_workspace_conclude (province, CITY, YS_CONCLUSION_PASS, "材料齐全", error));
  spoil_kept (province);
  guint before = count_files (province);
  CITY_REFUSED (ys_workspace_forward_dossier (province, id, NULL, NULL, NULL, error) != NULL, YS_ERROR_BAG_DIGEST);
  g_assert_cmpuint (count_files (province), ==, before);
  CITY_DONE (ys_workspace_close (province, error));
  spoil_kept (fixture->city);
  CITY_DONE (ys_workspace_grant_appeal (fixture->city, SECOND, "市委平安办", "补充材料属实", error));
  CITY_DONE (ys_workspace_decide_point (fixture->city, SECOND, "P7.1", "5", "补充材料只到一半", error));
  CITY_DONE (ys_workspace_settle_unit (fixture->city, SECOND, "复核完毕", error));
  CITY_REFUSED (ys_workspace_hand_in_dossier (fixture->city, NULL, NULL, NULL, error) != NULL, YS_ERROR_BAG_DIGEST);
}

/* What is taken in is there after the next start, at the central body as well. */
static void
test_central (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsWorkspace) province = make_upper (fixture, "province", YS_OFFICE_PROVINCE, "61");
  g_autoptr (YsWorkspace) central = make_upper (fixture, "central", YS_OFFICE_CENTRAL, "CN");
  g_autoptr (GError) failure = NULL;

  settle_both (fixture);
  g_autofree char *id = hand_in (fixture);
  g_autofree char *folder = write_out (fixture, fixture->city);
  g_free (ys_workspace_import_dossier (province, folder, NULL, NULL, NULL, &failure));
  g_assert_no_error (failure);
  CITY_REFUSED (ys_workspace_forward_dossier (province, "none", NULL, NULL, NULL, error) != NULL, YS_ERROR_NOT_FOUND);
  CITY_REFUSED (ys_workspace_forward_dossier (province, id, NULL, NULL, NULL, error) != NULL, YS_ERROR_STATE);
  CITY_DONE (ys_workspace_conclude (province, CITY, YS_CONCLUSION_PASS, "材料齐全", error));
  g_autofree char *head = ys_workspace_forward_dossier (province, id, NULL, NULL, NULL, &failure);
  g_assert_no_error (failure);
  g_autofree char *onward = write_out (fixture, province);
  g_autofree char *taken = ys_workspace_import_dossier (central, onward, NULL, NULL, NULL, &failure);
  g_assert_no_error (failure);
  g_assert_cmpstr (taken, ==, id);
  g_autofree char *place = g_strdup (ys_workspace_get_folder (central));
  CITY_DONE (ys_workspace_close (central, error));
  g_autoptr (YsWorkspace) again = ys_workspace_open (place, YS_OPEN_READ_ONLY, &failure);
  g_assert_no_error (failure);
  g_autoptr (YsDossier) dossier = load (again, id);
  g_assert_cmpstr (ys_dossier_get_info (dossier)->head, ==, head);
  g_assert_cmpstr (ys_dossier_get_info (dossier)->from, ==, "61");
  check_content (again, dossier);
  CITY_DONE (ys_workspace_close (again, error));
  CITY_DONE (ys_workspace_close (province, error));
}

#define DOSSIER_CASE(path, func) g_test_add (path, CityFixture, ROUND, city_set_up, func, city_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DOSSIER_CASE ("/workspace/dossier/missing", test_missing);
  DOSSIER_CASE ("/workspace/dossier/once", test_once);
  DOSSIER_CASE ("/workspace/dossier/cancelled", test_cancelled);
  DOSSIER_CASE ("/workspace/dossier/province", test_province);
  DOSSIER_CASE ("/workspace/dossier/taking-in-cancelled", test_taking_in_cancelled);
  DOSSIER_CASE ("/workspace/dossier/central", test_central);
  DOSSIER_CASE ("/workspace/dossier/spoilt", test_spoilt);
  return g_test_run ();
}
