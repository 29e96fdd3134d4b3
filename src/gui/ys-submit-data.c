/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what is needed around handing in. The self score needs a scoring of its own, for a sheet keeps the bonus of
 * the figure that it rests on only. */
#include "ys-submit-data.h"

#include "ys-workspace-evidence.h"

void
ys_submit_data_free (YsSubmitData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheet, ys_sheet_unref);
  g_clear_pointer (&self->self_sheet, ys_sheet_unref);
  g_clear_pointer (&self->transitions, g_ptr_array_unref);
  g_clear_pointer (&self->returns, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->package, ys_package_info_free);
  g_free (self);
}

static YsPackageInfo *
find_package (YsWorkspace *workspace)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (workspace);
  guint revision = ys_workspace_get_revision (workspace);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      if (!info->incoming && g_strcmp0 (info->kind, "submission") == 0 && info->revision == revision)
        return g_ptr_array_steal_index (packages, i);
    }
  return NULL;
}

static void
find_return (YsSubmitData *self)
{
  for (guint i = 0; i < self->transitions->len; i++)
    {
      const YsTransition *transition = g_ptr_array_index (self->transitions, i);
      if (transition->state != YS_SUBMISSION_RETURNED)
        continue;
      self->returned_revision = transition->revision;
      self->returned_at = transition->at;
    }
}

gpointer
ys_submit_data_read (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  YsSubmitData *self = g_new0 (YsSubmitData, 1);
  g_autoptr (GPtrArray) evidence = ys_workspace_dup_evidence (workspace);

  /* where facts contradict themselves there is no sheet; the check list says so */
  self->sheet = ys_workspace_score (workspace, YS_COMPUTED, TRUE, NULL);
  self->self_sheet = ys_workspace_score (workspace, YS_SELF, TRUE, NULL);
  self->own = self->sheet != NULL ? ys_workspace_get_own_unit (workspace, self->sheet) : NULL;
  self->own_self = self->self_sheet != NULL ? ys_workspace_get_own_unit (workspace, self->self_sheet) : NULL;
  self->transitions = ys_workspace_dup_transitions (workspace);
  self->returns = ys_workspace_dup_return_reasons (workspace);
  self->people = ys_workspace_dup_people (workspace);
  self->size = ys_workspace_estimate_package (workspace, NULL);
  self->package = find_package (workspace);
  for (guint i = 0; i < evidence->len; i++)
    self->evidence += ((const YsEvidenceInfo *) g_ptr_array_index (evidence, i))->citations > 0;
  find_return (self);
  return self;
}

const YsTransition *
ys_submit_data_find (const YsSubmitData *self, guint revision, YsSubmissionState state)
{
  for (guint i = self->transitions->len; i > 0; i--)
    {
      const YsTransition *transition = g_ptr_array_index (self->transitions, i - 1);
      if (transition->revision != revision || transition->state == YS_SUBMISSION_DRAFT)
        return NULL;
      if (transition->state == state)
        return transition;
    }
  return NULL;
}
