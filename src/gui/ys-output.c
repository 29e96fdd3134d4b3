/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is made here but names of files: the pages printed are those of the PDF, both from the same report. */
#include "ys-output.h"

#include <glib/gi18n-lib.h>

#include "ys-place.h"
#include "ys-print.h"
#include "ys-save-file.h"
#include "ys-workspace-opinion-report.h"
#include "ys-workspace-opinion.h"
#include "ys-workspace-report.h"

typedef struct
{
  GtkWidget *from;
  YsWorkspace *workspace;
  YsReportKind kind;
  char *unit;
  YsOutputDone done;
  gpointer data;
} Output;

static Output *
output_new (GtkWidget *from, YsWorkspace *workspace, YsReportKind kind, const char *unit)
{
  Output *output = g_new0 (Output, 1);
  gboolean county = ys_workspace_get_office (workspace) == YS_OFFICE_COUNTY;

  output->from = g_object_ref (from);
  output->workspace = g_object_ref (workspace);
  output->kind = kind;
  output->unit = g_strdup (unit == NULL && county ? ys_workspace_get_unit (workspace) : unit);
  return output;
}

static void
output_free (gpointer data)
{
  Output *output = data;

  g_object_unref (output->from);
  g_object_unref (output->workspace);
  g_free (output->unit);
  g_free (output);
}

/* ---- to the printer ---- */

static gpointer
make_report (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Output *output = data;
  g_autoptr (YsSheet) sheet = ys_workspace_dup_reviewed_sheet (workspace, output->unit, error);

  return sheet != NULL ? ys_workspace_new_report (workspace, output->kind, sheet, output->unit, error) : NULL;
}

static void
free_report (gpointer report)
{
  ys_report_free (report);
}

static void
on_report_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;
  g_autoptr (GError) error = NULL;
  YsReport *report = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (report != NULL)
    ys_print_report (report, output->from);
  else
    ys_tell_error (output->from, _ ("The report could not be made"), error);
  if (output->done != NULL)
    output->done (output->data);
  output_free (output);
}

void
ys_output_print_report (GtkWidget *from, YsWorkspace *workspace, YsReportKind kind, const char *unit,
                        YsOutputDone done, gpointer data)
{
  Output *output = output_new (from, workspace, kind, unit);

  output->done = done;
  output->data = data;
  ys_workspace_run_async (workspace, make_report, output, NULL, free_report, NULL, on_report_made, output);
}

/* ---- to a file ---- */

static gboolean
write_report (gpointer data, const char *path, gboolean force, char **note, GError **error)
{
  const Output *output = data;

  return ys_workspace_write_report (output->workspace, ys_report_kind_nick (output->kind), output->unit, path, force,
                                    note, error);
}

static gboolean
write_workbook (gpointer data, const char *path, gboolean force, char **note, GError **error)
{
  const Output *output = data;

  return ys_workspace_write_workbook (output->workspace, output->unit, path, force, error);
}

/* "渭滨区2021年度考核自查报告": always Chinese, for it leaves the office. Full. */
static char *
dup_name (const Output *output, const char *what)
{
  const YsAssessment *assessment = ys_workspace_get_assessment (output->workspace);
  const YsUnitInfo *unit = output->unit != NULL ? ys_assessment_get_unit (assessment, output->unit) : NULL;

  return g_strconcat (unit != NULL ? unit->name : ys_workspace_get_unit_name (output->workspace), assessment->title,
                      what, NULL);
}

void
ys_output_save_report (GtkWidget *from, YsWorkspace *workspace, YsReportKind kind, const char *unit)
{
  Output *output = output_new (from, workspace, kind, unit);
  g_autofree char *name = dup_name (output, ys_report_kind_label (kind));

  ys_save_file (from, _ ("Export as PDF"), name, ".pdf", write_report, output, output_free);
}

void
ys_output_save_workbook (GtkWidget *from, YsWorkspace *workspace, const char *unit)
{
  Output *output = output_new (from, workspace, YS_REPORT_SELF_CHECK, unit);
  g_autofree char *name = dup_name (output, output->unit != NULL ? "评分表" : "排名表");

  ys_save_file (from, _ ("Export as Excel Workbook"), name, ".xlsx", write_workbook, output, output_free);
}
