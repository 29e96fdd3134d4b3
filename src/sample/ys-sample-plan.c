/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample's plan documents: real facts of the plan, no real place.
 * Names of places in the shipped texts are replaced, and the ids with them, so that the two never mix. */
#include "ys-sample-plan.h"
#include "ys-sample-city.h"
#include "ys-workspace-plan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Longer names first: a part of a name is never replaced on its own. */
static const struct {
  const char *real, *invented;
} places[] = {
  { "宝鸡文理学院", "云泽学院" },     { "宝鸡职业技术学院", "云泽职业技术学院" },
  { "政务宝满意", "政务云满意" },     { "宝鸡", "云泽" },
  { "宝发〔", "云发〔" },             { "在宝活动", "在云泽活动" },
  { "来陕考察", "来省考察" },         { "渭滨", "澜川" },
  { "陇县", "安陵" },                 { "金台", "青浦" },
  { "麟游", "松岗" },                 { "秦岭", "云岭" },
  { "\"bj-2020\"", "\"yz-2020\"" },   { "\"sample-2021\"", "\"yz-sample-2021\"" },
};

static char *
replace_places (const char *text)
{
  GString *result = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_string_replace (result, places[i].real, places[i].invented, 0);
  return g_string_free (result, FALSE);
}

static gboolean
write_file (const char *folder, const char *name, const char *content, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local = NULL;

  if (g_file_set_contents (path, content, -1, &local))
    return TRUE;
  ys_set_error_from_foreign (error, g_steal_pointer (&local), path, _("Writing the sample"));
  return FALSE;
}

static gboolean
write_shipped (const char *folder, const char *name, GError **error)
{
  g_autoptr (GBytes) shipped = ys_plan_load_shipped (name, error);
  g_autofree char *text = NULL;
  g_autofree char *replaced = NULL;

  if (shipped == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));
  replaced = replace_places (text);
  return write_file (folder, name, replaced, error);
}

static void
add_unit (GString *xml, const char *code, const char *name, const char *kind, const char *parent, const char *more)
{
  g_string_append_printf (xml, "    <unit id=\"%s\" name=\"%s\" kind=\"%s\"%s%s%s%s/>\n", code, name, kind,
                          parent != NULL ? " parent=\"" : "", parent != NULL ? parent : "", parent != NULL ? "\"" : "",
                          more);
}

static char *
compose_assessment (guint counties)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append (xml, "<assessment format=\"1\" id=\"yz-2021\" title=\"2021年度考核\" catalogue=\"yz-2020\""
                        " catalogue-version=\"1\" standard=\"yz-sample-2021\" standard-version=\"1\""
                        " first=\"2021-01-01\" last=\"2021-12-31\" closing=\"2022-01-25\" year=\"2021\" phase=\"P3\""
                        " appeal-days=\"7\">\n"
                        "  <units>\n");
  add_unit (xml, "CN", "中央政法委", "central", NULL, "");
  add_unit (xml, YS_SAMPLE_PROVINCE_CODE, "省委政法委", "province", "CN", "");
  add_unit (xml, YS_SAMPLE_CITY_CODE, YS_SAMPLE_CITY_NAME, "city", YS_SAMPLE_PROVINCE_CODE, "");
  for (guint i = 0; i < counties; i++)
    add_unit (xml, ys_sample_county (i)->code, ys_sample_county (i)->name, "county", YS_SAMPLE_CITY_CODE,
              " group=\"G1\"");
  g_string_append (xml, "  </units>\n");
  g_string_append_printf (xml, "  <extension unit=\"%s\" task=\"32\" due=\"2021-06-30\">%s</extension>\n",
                          ys_sample_county (counties - 1)->code, "场所因汛期受损重建，市委平安办同意延期半年");
  g_string_append (xml, "</assessment>\n");
  return g_string_free (xml, FALSE);
}

gboolean
ys_sample_write_plan (const char *folder, guint counties, GError **error)
{
  g_autofree char *assessment = compose_assessment (counties);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      ys_set_error_from_errno (error, errno, folder, _("Writing the sample"));
      return FALSE;
    }
  return write_shipped (folder, "catalogue.xml", error) && write_shipped (folder, "standard.xml", error)
         && write_file (folder, "assessment.xml", assessment, error);
}
