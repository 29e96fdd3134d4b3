/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds for each gap of the dossier the place where it is closed: the first task that still has no decided score, the
 * ranking where a county is settled, the register where a package is missing. */
#include "ys-dossier-data.h"

#include <glib/gi18n-lib.h>

#include "ys-workspace-review.h"

static void
gap_free (gpointer data)
{
  YsDossierGap *gap = data;

  g_free (gap->what);
  g_clear_pointer (&gap->to, ys_location_free);
  g_free (gap);
}

void
ys_dossier_data_free (YsDossierData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->check, ys_dossier_check_free);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_free (self->to);
  g_free (self);
}

const YsPackageInfo *
ys_dossier_data_find_package (const YsDossierData *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (self->packages, i);
      if (g_strcmp0 (info->name, name) == 0)
        return info;
    }
  return NULL;
}

/* ---- where a gap is closed ---- */

/* The first task of @unit on which a point waits for its score; 0: none. */
static guint
find_open_task (YsWorkspace *workspace, YsSheet *sheet, const char *unit)
{
  const GPtrArray *tasks = ys_workspace_get_standard (workspace)->catalogue->tasks;
  g_autoptr (GArray) cells = sheet != NULL ? ys_workspace_dup_review_cells (workspace, sheet, unit) : NULL;

  for (guint i = 0; cells != NULL && i < cells->len && i < tasks->len; i++)
    {
      const YsReviewCell *cell = &g_array_index (cells, YsReviewCell, i);
      if (cell->decided < cell->points)
        return ((const YsTask *) g_ptr_array_index (tasks, i))->number;
    }
  return 0;
}

static void
point_to (YsDossierGap *gap, YsPlaceId place, const char *item, const char *action)
{
  gap->to = ys_location_new (place);
  gap->to->item = g_strdup (item);
  gap->action = action;
}

static void
close_line (const YsDossierData *self, YsDossierGap *gap, const YsDossierLine *line, YsWorkspace *workspace,
            YsSheet *sheet)
{
  const YsPackageInfo *package = ys_dossier_data_find_package (self, line->package);
  guint open = line->revision > 0 ? find_open_task (workspace, sheet, line->unit) : 0;

  if (line->revision == 0)
    {
      point_to (gap, YS_PLACE_REGISTER, NULL, _("Take It In"));
      gap->to->key = g_strdup ("filter:incoming");
    }
  else if (line->state != YS_SUBMISSION_FINAL && open != 0)
    {
      point_to (gap, YS_PLACE_ASSESS, line->unit, _("Review It"));
      gap->to->task = open;
    }
  else if (line->state == YS_SUBMISSION_FINAL && line->has_total && package != NULL && line->unranked == NULL)
    point_to (gap, YS_PLACE_REGISTER, package->id, _("Look at It"));
  else
    point_to (gap, YS_PLACE_RANKING, line->unit, _("Settle It"));
}

static void
add_lines (YsDossierData *self, YsWorkspace *workspace)
{
  g_autoptr (YsSheet) sheet = ys_workspace_dup_sheet (workspace);

  for (guint i = 0; i < self->check->lines->len; i++)
    {
      const YsDossierLine *line = g_ptr_array_index (self->check->lines, i);
      YsDossierGap *gap;

      if (line->missing == NULL)
        continue;
      gap = g_new0 (YsDossierGap, 1);
      gap->what = g_strdup (line->missing);
      close_line (self, gap, line, workspace, sheet);
      g_ptr_array_add (self->gaps, gap);
    }
}

static gboolean
is_of_a_line (const YsDossierData *self, const char *what)
{
  for (guint i = 0; i < self->check->lines->len; i++)
    if (g_strcmp0 (((const YsDossierLine *) g_ptr_array_index (self->check->lines, i))->missing, what) == 0)
      return TRUE;
  return FALSE;
}

/* What is missing in the whole: where no county has a place, the ranking is where one sees why. */
static void
add_whole (YsDossierData *self)
{
  guint ranked = 0;

  for (guint i = 0; i < self->check->lines->len; i++)
    ranked += ((const YsDossierLine *) g_ptr_array_index (self->check->lines, i))->rank > 0;
  for (guint i = 0; i < self->check->missing->len; i++)
    {
      const char *what = g_ptr_array_index (self->check->missing, i);
      YsDossierGap *gap;

      if (is_of_a_line (self, what))
        continue;
      gap = g_new0 (YsDossierGap, 1);
      gap->what = g_strdup (what);
      if (ranked == 0 && self->to != NULL)
        point_to (gap, YS_PLACE_RANKING, NULL, _("See the Ranking"));
      g_ptr_array_add (self->gaps, gap);
    }
}

gpointer
ys_dossier_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  YsDossierData *self;
  YsDossierCheck *check = ys_workspace_check_dossier (workspace, error);
  const YsAssessment *assessment = ys_workspace_get_assessment (workspace);
  const YsUnitInfo *own = ys_assessment_get_unit (assessment, ys_workspace_get_unit (workspace));

  if (check == NULL)
    return NULL;
  self = g_new0 (YsDossierData, 1);
  self->check = check;
  self->packages = ys_workspace_dup_packages (workspace);
  self->to = own != NULL ? g_strdup (own->parent) : NULL;
  for (guint i = 0; i < self->packages->len && self->handed_in == NULL; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (self->packages, i);
      if (g_strcmp0 (info->id, check->handed_in) == 0)
        self->handed_in = info;
    }
  self->gaps = g_ptr_array_new_with_free_func (gap_free);
  add_lines (self, workspace);
  add_whole (self);
  return self;
}
