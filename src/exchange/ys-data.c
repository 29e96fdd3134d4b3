/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads what is shipped beside the programs.
 * The files are read like any other: they too pass gate, schema and meaning. */
#include "ys-data.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ys-catalogue-xml.h"
#include "ys-config.h"
#include "ys-facts-xml.h"

GBytes *
ys_data_load_bytes (const char *name, GError **error)
{
  const char *folder = g_getenv ("YANSHOU_DATADIR");
  g_autofree char *path =
      g_build_filename (folder != NULL && *folder != '\0' ? folder : YS_PKGDATADIR, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) foreign = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &foreign);

  if (bytes == NULL)
    ys_set_error_from_foreign (error, g_steal_pointer (&foreign), path, _ ("reading a file of the program"));
  return bytes;
}

YsCatalogue *
ys_data_load_default_catalogue (GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) bytes = ys_data_load_bytes ("catalogue.xml", error);
  YsCatalogue *catalogue;

  if (bytes == NULL)
    return NULL;
  catalogue = ys_catalogue_read_xml (bytes, "catalogue.xml", faults);
  if (catalogue == NULL)
    ys_set_error_from_faults (error, faults);
  return catalogue;
}

YsStandard *
ys_data_load_default_standard (YsCatalogue *catalogue, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) bytes = ys_data_load_bytes ("standard.xml", error);
  YsStandard *standard;

  if (bytes == NULL)
    return NULL;
  standard = ys_standard_read_xml (bytes, "standard.xml", catalogue, faults);
  if (standard == NULL)
    ys_set_error_from_faults (error, faults);
  return standard;
}

YsAssessment *
ys_data_load_default_assessment (GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) bytes = ys_data_load_bytes ("assessment.xml", error);
  YsAssessment *assessment;

  if (bytes == NULL)
    return NULL;
  assessment = ys_assessment_read_xml (bytes, "assessment.xml", faults);
  if (assessment == NULL)
    ys_set_error_from_faults (error, faults);
  return assessment;
}
