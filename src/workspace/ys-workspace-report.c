/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports and workbooks as files: made in memory from a fresh sheet, then put in place whole. */
#include "ys-workspace-report.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ys-package-part.h"
#include "ys-report.h"
#include "ys-workbook.h"
#include "ys-workspace-opinion-report.h"
#include "ys-workspace-opinion.h"

const char *const *
ys_workspace_report_kinds (void)
{
  static const char *kinds[YS_N_REPORTS + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < YS_N_REPORTS; i++)
        kinds[i] = ys_report_kind_nick ((YsReportKind)i);
      g_once_init_leave (&filled, 1);
    }
  return kinds;
}

static gboolean
write_all (int fd, GBytes *bytes, const char *path, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      ssize_t written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          ys_set_error_from_errno (error, errno, path, _ ("Writing the file"));
          return FALSE;
        }
      data += written;
      size -= (gsize)written;
    }
  return TRUE;
}

/* Beside its place, to the device, then into its place: what is there is whole. */
static gboolean
put_in_place (GBytes *bytes, const char *path, gboolean force, GError **error)
{
  g_autoptr (YsPackagePart) part
      = ys_package_part_open (path, FALSE, force, (guint64)g_bytes_get_size (bytes), 1, error);

  return part != NULL && write_all (part->fd, bytes, path, error) && ys_package_part_sync (part->fd, path, error)
         && ys_package_part_commit (part, force, error);
}

/* @unit, or the workspace's own where none is named and there is one. */
static const char *
default_unit (YsWorkspace *self, const char *unit)
{
  if (unit == NULL && ys_workspace_get_office (self) == YS_OFFICE_COUNTY)
    return ys_workspace_get_unit (self);
  return unit;
}

gboolean
ys_workspace_write_report (YsWorkspace *self, const char *kind, const char *unit, const char *path, gboolean force,
                           char **missing, GError **error)
{
  YsReportKind chosen;
  g_autoptr (YsSheet) sheet = NULL;
  g_autoptr (YsReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (!ys_report_kind_from_nick (kind, &chosen))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, kind, _ ("There is no report of this kind."));
      return FALSE;
    }
  unit = default_unit (self, unit);
  if (unit == NULL && ys_report_kind_needs_unit (chosen))
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, kind, _ ("This report is of one unit; name it."));
      return FALSE;
    }
  sheet = ys_workspace_dup_reviewed_sheet (self, unit, error);
  report = sheet != NULL ? ys_workspace_new_report (self, chosen, sheet, unit, error) : NULL;
  pdf = report != NULL ? ys_report_dup_pdf (report, error) : NULL;
  if (pdf == NULL || !put_in_place (pdf, path, force, error))
    return FALSE;
  if (missing != NULL)
    *missing = ys_report_dup_missing (report);
  return TRUE;
}

gboolean
ys_workspace_write_workbook (YsWorkspace *self, const char *unit, const char *path, gboolean force, GError **error)
{
  g_autoptr (YsSheet) sheet = ys_workspace_score (self, YS_COMPUTED, FALSE, error);
  g_autoptr (GBytes) workbook = NULL;

  unit = default_unit (self, unit);
  if (sheet != NULL)
    workbook = unit != NULL ? ys_workbook_of_unit (sheet, unit, error) : ys_workbook_of_ranking (sheet, error);
  return workbook != NULL && put_in_place (workbook, path, force, error);
}
