/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round that a new workspace would get, read before there is one: the assistant lists its units. */
#include "ys-workspace.h"
#include "ys-data.h"
#include "ys-facts-xml.h"

#include <glib/gi18n-lib.h>

YsAssessment *
ys_workspace_read_round (const char *assessment_file, GError **error)
{
  g_autoptr (YsFaults) faults = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;
  YsAssessment *assessment;
  char *content;
  gsize size;

  if (assessment_file == NULL)
    return ys_data_load_default_assessment (error);
  if (!g_file_get_contents (assessment_file, &content, &size, &local))
    {
      ys_set_error_from_foreign (error, g_steal_pointer (&local), assessment_file, _("Reading the file"));
      return NULL;
    }
  bytes = g_bytes_new_take (content, size);
  faults = ys_faults_new ();
  assessment = ys_assessment_read_xml (bytes, assessment_file, faults);
  if (assessment == NULL)
    ys_set_error_from_faults (error, faults);
  return assessment;
}
