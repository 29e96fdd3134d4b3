/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the city's plan package before there is a workspace, and keeping it as the first one of its register.
 * It is read by the confined reader like everything that others made. */
#include "ys-workspace-plan-package.h"

#include "ys-facts-xml.h"
#include "ys-id.h"

#include <glib/gi18n-lib.h>

/* Why this package can't be what a county of @unit begins with; FALSE with @error. */
static gboolean
judge (const YsPackageReading *reading, const char *unit, GError **error)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  const YsPackageVerdict *verdict = ys_package_reading_get_verdict (reading);
  const YsFaults *faults = ys_package_reading_get_faults (reading);
  const char *name = ys_package_reading_get_name (reading);

  if (ys_faults_get_n (faults) > 0)
    {
      g_autoptr (YsFaults) copy = ys_faults_new ();
      for (guint i = 0; i < ys_faults_get_n (faults); i++)
        {
          const YsFault *fault = ys_faults_get (faults, i);
          ys_faults_add (copy, fault->code, fault->file, fault->line, fault->where, "%s", fault->message);
        }
      ys_set_error_from_faults (error, copy);
      return FALSE;
    }
  if (facts == NULL || !ys_package_reading_is_usable (reading) || verdict->origin == YS_PACKAGE_MISMATCH)
    ys_set_error (error, YS_ERROR_BAG_DIGEST, name, _("This package is not whole or was changed"));
  else if (facts->kind != YS_PACKAGE_PLAN)
    ys_set_error (error, YS_ERROR_PACKAGE_KIND, name, _("This is a package of another kind (%s), not a plan"),
                  ys_package_kind_label (facts->kind));
  else if (unit != NULL && g_strcmp0 (facts->to, unit) != 0)
    ys_set_error (error, YS_ERROR_PACKAGE_KIND, name, _("This plan is for %s (%s), not for %s"), facts->to_name,
                  facts->to, unit);
  else
    return TRUE;
  return FALSE;
}

YsPackageReading *
ys_plan_package_open (const char *path, const char *unit, GError **error)
{
  g_autoptr (YsPackageReading) reading = ys_package_read (path, NULL, NULL, NULL, error);

  return reading != NULL && judge (reading, unit, error) ? g_steal_pointer (&reading) : NULL;
}

gboolean
ys_plan_package_register (const YsPackageReading *reading, YsConnection *connection, const char *name, GError **error)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  YsPackageRow row = { .id = facts->id, .kind = (char *) ys_package_kind_nick (facts->kind), .incoming = TRUE,
                       .sender = facts->from, .receiver = facts->to, .round = facts->round,
                       .digest = (char *) ys_package_reading_get_digest (reading), .name = (char *) name,
                       .state = (char *) "已导入", .replaces = facts->replaces, .number = facts->number,
                       .size = ys_package_reading_get_size (reading), .at = ys_clock_now () };

  return ys_package_add (connection, &row, error);
}

gboolean
ys_plan_package_renew (const YsPackageReading *reading, YsConnection *connection, GError **error)
{
  return ys_plan_set (connection, "assessment", ys_package_reading_get_document (reading, "assessment"), error);
}

YsAssessment *
ys_workspace_read_plan_package (const char *path, char **unit, GError **error)
{
  g_autoptr (YsPackageReading) reading = ys_plan_package_open (path, NULL, error);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  YsAssessment *assessment;

  if (reading == NULL)
    return NULL;
  assessment = ys_assessment_read_xml (ys_package_reading_get_document (reading, "assessment"), "assessment.xml", faults);
  if (assessment == NULL)
    ys_set_error_from_faults (error, faults);
  else
    *unit = g_strdup (ys_package_reading_get_facts (reading)->to);
  return assessment;
}
