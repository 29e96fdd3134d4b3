/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped plan, for those above who may not see how documents are read. */
#include "ys-workspace-plan.h"
#include "ys-data.h"
#include "ys-facts-xml.h"

#include <glib/gi18n-lib.h>

GBytes *
ys_plan_load_shipped (const char *name, GError **error)
{
  return ys_data_load_bytes (name, error);
}

YsAssessment *
ys_plan_load_assessment (const char *assessment_file, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) local = NULL;
  YsAssessment *assessment;
  char *content;
  gsize size;

  if (assessment_file == NULL)
    return ys_data_load_default_assessment (error);
  if (!g_file_get_contents (assessment_file, &content, &size, &local))
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), assessment_file, _("Reading the round"));
      return NULL;
    }
  document = g_bytes_new_take (content, size);
  assessment = ys_assessment_read_xml (document, assessment_file, faults);
  if (assessment == NULL)
    ys_set_error_from_faults (error, faults);
  return assessment;
}
