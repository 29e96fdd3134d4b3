/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample as a whole: plan, counties, the packages between them and the city, in the order in which it would happen.
 * The clock is the sample's own; ids come from the seed. Nothing is left behind unless all of it was made. */
#include "ys-sample.h"
#include "ys-facts-parts.h"
#include "ys-id.h"
#include "ys-sample-form.h"
#include "ys-sample-plan.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"
#include "ys-workspace-submit.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct {
  const char *root;
  guint counties;
  guint64 seed;
  char *catalogue, *standard, *assessment, *scratch;
  YsWorkspace *city;
  YsProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Making;

const char *
ys_sample_first_county (void)
{
  return "county-990102";
}

static void
set_clock (int month, int day, int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2022, month, day, hour, 12, 0);

  ys_clock_set_override (g_date_time_to_unix (time) * G_USEC_PER_SEC);
}

static gboolean
check_cancelled (Making *making, GError **error)
{
  if (!g_cancellable_is_cancelled (making->cancellable))
    return FALSE;
  ys_set_error (error, YS_ERROR_CANCELLED, NULL, _("Making the sample was stopped"));
  return TRUE;
}

static YsWorkspace *
make_workspace (Making *making, const char *name, YsOfficeKind office, const char *unit, const char *person,
                guint roles, GError **error)
{
  g_autofree char *folder = g_build_filename (making->root, name, NULL);
  const YsWorkspaceSetup setup = { .office = office, .unit = unit, .catalogue_file = making->catalogue,
                                   .standard_file = making->standard, .assessment_file = making->assessment,
                                   .person = person, .roles = roles };

  if (!ys_workspace_create (folder, &setup, error))
    return NULL;
  return ys_workspace_open (folder, YS_OPEN_READ_WRITE, error);
}

/* ---- between county and city ---- */

static gboolean
carry (Making *making, YsWorkspace *from, YsWorkspace *to, const char *kind, GError **error)
{
  g_autofree char *folder = g_build_filename (making->root, "packages", NULL);
  g_autofree char *path = ys_workspace_export (from, kind, ys_workspace_get_unit (to), folder, FALSE, FALSE, NULL, NULL,
                                               making->cancellable, error);

  return path != NULL && ys_workspace_import (to, path, NULL, NULL, making->cancellable, error);
}

static gboolean
hand_in (Making *making, YsWorkspace *county, const char *approver, const char *clerk, GError **error)
{
  return ys_workspace_request_approval (county, error) && ys_workspace_set_person (county, approver, error)
         && ys_workspace_approve (county, error)
         && ys_workspace_submit (county, NULL, NULL, making->cancellable, error)
         && ys_workspace_set_person (county, clerk, error);
}

static gboolean
return_and_hand_in_again (Making *making, YsWorkspace *county, const char *approver, const char *clerk, YsDice *dice,
                          GError **error)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_return_reason_free);
  static const struct { guint task; const char *text; } said[] = {
    { 20, "协商事项清单没有文号，请补正式印发件或注明无文号及发文单位" },
    { 48, "自评高于测算，请说明理由" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      YsReturnReason *reason = ys_return_reason_new ();
      reason->task = said[i].task;
      reason->reason = g_strdup (said[i].text);
      g_ptr_array_add (reasons, reason);
    }
  set_clock (1, 13, 2);
  if (!ys_workspace_return_submission (making->city, ys_workspace_get_unit (county), reasons, error)
      || !carry (making, making->city, county, "return", error))
    return FALSE;
  set_clock (1, 19, 1);
  const char *const keys[] = { "narrative.measure", NULL };
  const char *const texts[] = { "已按市里退回意见补充说明，并附正式印发件。", NULL };
  ys_sample_tick (dice);
  return ys_workspace_set_entries (county, 48, (const char *const *) keys, (const char *const *) texts, TRUE, error)
         && hand_in (making, county, approver, clerk, error);
}

static gboolean
send_to_city (Making *making, YsWorkspace *county, const YsSampleCounty *info, const char *approver, const char *clerk,
              YsDice *dice, GError **error)
{
  set_clock (1, info->stage == YS_STAGE_LATE ? 28 : 11, 8);
  if (!hand_in (making, county, approver, clerk, error))
    return FALSE;
  ys_sample_tick (dice);
  if (!carry (making, county, making->city, "submission", error))
    return FALSE;
  if (info->stage == YS_STAGE_RETURNED
      && (!return_and_hand_in_again (making, county, approver, clerk, dice, error)
          || !carry (making, county, making->city, "submission", error)))
    return FALSE;
  ys_sample_tick (dice);
  return carry (making, making->city, county, "receipt", error);
}

/* ---- one county ---- */

static gboolean
fill_county (Making *making, YsWorkspace *county, const YsSampleCounty *info, YsDice *dice, GError **error)
{
  YsSampleEvidence evidence = { { NULL }, { 0 } };
  gboolean done = ys_sample_attach (county, info, making->scratch, dice, &evidence, error)
                  && ys_sample_fill (county, info, &evidence, dice, error)
                  && ys_sample_fill_negative (county, info, dice, error);

  ys_sample_evidence_clear (&evidence);
  return done;
}

static gboolean
make_county (Making *making, const YsSampleCounty *info, GError **error)
{
  g_autofree char *name = g_strconcat ("county-", info->code, NULL);
  g_autoptr (YsWorkspace) county = NULL;
  YsDice dice;

  ys_dice_init (&dice, making->seed, info->code);
  set_clock (1, 4, 1);
  const char *clerk = ys_sample_person (&dice);
  const char *approver;
  do
    approver = ys_sample_person (&dice);
  while (approver == clerk);
  county = make_workspace (making, name, YS_OFFICE_COUNTY, info->code, clerk, YS_ROLE_CLERK, error);
  if (county == NULL || !ys_workspace_add_person (county, approver, YS_ROLE_APPROVER, error)
      || !fill_county (making, county, info, &dice, error))
    return FALSE;
  if (info->stage != YS_STAGE_FILLING && !send_to_city (making, county, info, approver, clerk, &dice, error))
    return FALSE;
  return ys_workspace_close (county, error);
}

/* ---- the city afterwards ---- */

/* The city confirms most of what was declared and clears one; the rest is still being verified. */
static gboolean
verify_troubles (Making *making, GError **error)
{
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (making->city);

  set_clock (2, 8, 3);
  for (guint i = 0; i < facts->ledger->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = g_ptr_array_index (facts->ledger->occurrences, i);
      YsVerification state = i % 4 == 3 ? YS_VERIFY_CLEARED : YS_VERIFY_CONFIRMED;

      if (i % 5 == 2)
        continue;
      if (!ys_workspace_set_occurrence_state (making->city, occurrence->id, state,
                                              state == YS_VERIFY_CLEARED ? "经核查不属于清单所列情形" : "与主管部门核对属实",
                                              error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_all (Making *making, GError **error)
{
  g_autofree char *plan = g_build_filename (making->root, "plan", NULL);
  g_autofree char *packages = g_build_filename (making->root, "packages", NULL);

  if (!ys_sample_write_plan (plan, making->counties, error))
    return FALSE;
  if (g_mkdir_with_parents (packages, 0755) != 0 || g_mkdir_with_parents (making->scratch, 0755) != 0)
    {
      ys_set_error_from_errno (error, errno, packages, _("Making the sample"));
      return FALSE;
    }
  set_clock (1, 4, 0);
  making->city = make_workspace (making, "city", YS_OFFICE_CITY, YS_SAMPLE_CITY_CODE, "顾文涛", 0, error);
  if (making->city == NULL)
    return FALSE;
  for (guint i = 0; i < making->counties; i++)
    {
      if (check_cancelled (making, error) || !make_county (making, ys_sample_county (i), error))
        return FALSE;
      if (making->progress != NULL)
        making->progress (i + 1, making->counties, making->progress_data);
    }
  return verify_troubles (making, error) && ys_workspace_close (making->city, error);
}

/* ---- whole or not at all ---- */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static gboolean
is_free (const char *folder, GError **error)
{
  if (!g_file_test (folder, G_FILE_TEST_EXISTS) || g_rmdir (folder) == 0)
    return TRUE;
  ys_set_error (error, YS_ERROR_EXISTS, folder, _("There is something in this folder already"));
  return FALSE;
}

gboolean
ys_sample_make (const char *folder, guint counties, guint64 seed, YsProgressFunc progress, gpointer data,
                GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strdup_printf ("%s.part-%d", folder, (int) g_random_int_range (100000, 999999));
  Making making = { .root = part, .counties = counties, .seed = seed, .progress = progress, .progress_data = data,
                    .cancellable = cancellable };
  gboolean done;

  if (counties < 1 || counties > YS_SAMPLE_MAX_COUNTIES)
    {
      ys_set_error (error, YS_ERROR_USAGE, "counties", _("A sample city has 1 to %d counties"), YS_SAMPLE_MAX_COUNTIES);
      return FALSE;
    }
  if (!is_free (folder, error))
    return FALSE;
  making.catalogue = g_build_filename (part, "plan", "catalogue.xml", NULL);
  making.standard = g_build_filename (part, "plan", "standard.xml", NULL);
  making.assessment = g_build_filename (part, "plan", "assessment.xml", NULL);
  making.scratch = g_build_filename (part, "scratch", NULL);
  ys_id_set_seed (seed != 0 ? seed : 1);
  done = make_all (&making, error);
  ys_id_set_seed (0);
  ys_clock_set_override (0);
  g_clear_object (&making.city);
  g_rmdir (making.scratch);
  if (done && g_rename (part, folder) != 0)
    {
      ys_set_error_from_errno (error, errno, folder, _("Making the sample"));
      done = FALSE;
    }
  if (!done)
    remove_tree (part);
  g_free (making.catalogue);
  g_free (making.standard);
  g_free (making.assessment);
  g_free (making.scratch);
  return done;
}
