/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for the journal and for undo: which field of which task, always Chinese.
 * And the one place where a whole figure is split into the halves that the form has. */
#include "ys-workspace-form.h"
#include "ys-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *key, *label;
} plain_keys[] = {
  { "state", "完成状态" },        { "na_reason", "不适用理由" },  { "completed", "完成日期" },
  { "person", "负责人" },         { "narrative.effect", "成效" }, { "narrative.problem", "问题" },
  { "narrative.measure", "措施" },
};

/* "metric.M005@2020.numerator" → id M005, rest "numerator", year text "2020". */
static void
split_metric_key (const char *key, char **id, char **year, char **rest)
{
  const char *begin = key + strlen ("metric.");
  const char *dot = strrchr (begin, '.');
  const char *at = strchr (begin, '@');
  gboolean is_part = dot != NULL
                     && (g_str_equal (dot, ".numerator") || g_str_equal (dot, ".denominator")
                         || g_str_equal (dot, ".value") || g_str_equal (dot, ".source"));
  const char *end = is_part ? dot : begin + strlen (begin);

  *rest = is_part ? g_strdup (dot + 1) : NULL;
  *year = at != NULL && at < end ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
  *id = g_strndup (begin, (gsize) ((at != NULL && at < end ? at : end) - begin));
}

static char *
label_metric (const YsStandard *standard, const char *key)
{
  g_autofree char *id = NULL;
  g_autofree char *year = NULL;
  g_autofree char *rest = NULL;
  const char *part = "";
  const YsMetric *metric;

  split_metric_key (key, &id, &year, &rest);
  metric = ys_catalogue_get_metric (standard->catalogue, id);
  if (g_strcmp0 (rest, "numerator") == 0)
    part = "分子";
  else if (g_strcmp0 (rest, "denominator") == 0)
    part = "分母";
  else if (g_strcmp0 (rest, "value") == 0)
    part = "公布数值";
  else if (g_strcmp0 (rest, "source") == 0)
    part = "数据来源";
  return g_strdup_printf ("%s%s%s%s", metric != NULL ? metric->name : id, year != NULL ? year : "",
                          year != NULL ? "年" : "", part);
}

static char *
label_document (const YsStandard *standard, const char *key)
{
  const char *begin = key + strlen ("document.");
  const char *dot = strrchr (begin, '.');
  g_autofree char *id = dot != NULL ? g_strndup (begin, (gsize) (dot - begin)) : g_strdup (begin);
  const YsCatalogueDocument *document = ys_catalogue_get_document (standard->catalogue, id);
  const char *part = "";

  if (dot != NULL && g_str_equal (dot, ".title"))
    part = "标题";
  else if (dot != NULL && g_str_equal (dot, ".number"))
    part = "文号";
  else if (dot != NULL && g_str_equal (dot, ".issuer"))
    part = "发文单位";
  else if (dot != NULL && g_str_equal (dot, ".date"))
    part = "日期";
  return g_strdup_printf ("《%s》%s", document != NULL ? document->title : id, part);
}

static char *
label_point (const YsStandard *standard, const char *id_and_rest, const char *what)
{
  gboolean reason = g_str_has_suffix (id_and_rest, ".reason");
  g_autofree char *id = reason ? g_strndup (id_and_rest, strlen (id_and_rest) - strlen (".reason"))
                               : g_strdup (id_and_rest);
  const YsPoint *point = ys_standard_get_point (standard, id);

  return g_strdup_printf ("%s%s%s", point != NULL ? point->title : id, what, reason ? "理由" : "");
}

static char *
label_negative (const YsStandard *standard, const char *key)
{
  const char *dot = strchr (key, '.');
  gboolean source = g_str_has_suffix (key, ".source");
  g_autofree char *id = source ? g_strndup (dot + 1, strlen (dot + 1) - strlen (".source")) : g_strdup (dot + 1);
  const YsNegativeItem *item = ys_catalogue_get_item (standard->catalogue, id);
  const char *own = item == NULL ? strchr (id, '.') : NULL; /* the city's: threshold.UNIT.ITEM */

  if (own != NULL)
    item = ys_catalogue_get_item (standard->catalogue, own + 1);
  const char *what = g_str_has_prefix (key, "none.") ? "无此情形" : source ? "数据来源" : "数值";

  return g_strdup_printf ("%s %s %s", id, item != NULL ? item->name : "", what);
}

static char *
label_field (const YsStandard *standard, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    if (g_str_equal (key, plain_keys[i].key))
      return g_strdup (plain_keys[i].label);
  if (g_str_has_prefix (key, "metric."))
    return label_metric (standard, key);
  if (g_str_has_prefix (key, "document."))
    return label_document (standard, key);
  if (g_str_has_prefix (key, "self."))
    return label_point (standard, key + strlen ("self."), "自评");
  if (g_str_has_prefix (key, "claim."))
    return label_point (standard, key + strlen ("claim."), "不适用说明");
  if (strchr (key, '.') != NULL)
    return label_negative (standard, key);
  return g_strdup (key);
}

char *
ys_entry_label (const YsStandard *standard, guint task, const char *key)
{
  g_autofree char *field = label_field (standard, key);

  return task != 0 ? g_strdup_printf ("第%u项%s", task, field) : g_steal_pointer (&field);
}

char *
ys_workspace_dup_entry_label (YsWorkspace *self, const char *key)
{
  g_autofree char *label = label_field (self->standard, key);

  return g_str_equal (label, key) ? NULL : g_steal_pointer (&label);
}

static void
add_part (GPtrArray *keys, GPtrArray *texts, const char *key, const char *part, char *text)
{
  g_ptr_array_add (keys, g_strconcat (key, ".", part, NULL));
  g_ptr_array_add (texts, text);
}

gboolean
ys_entry_expand (const char *key, const char *text, GPtrArray *keys, GPtrArray *texts, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *year = NULL;
  g_autofree char *rest = NULL;
  const char *slash;

  if (g_str_has_prefix (key, "metric."))
    split_metric_key (key, &id, &year, &rest);
  if (id == NULL || rest != NULL)
    {
      g_ptr_array_add (keys, g_strdup (key));
      g_ptr_array_add (texts, g_strdup (text));
      return TRUE;
    }
  slash = strchr (text, '/');
  if (text[0] == '=')
    {
      add_part (keys, texts, key, "numerator", g_strdup (""));
      add_part (keys, texts, key, "denominator", g_strdup (""));
      add_part (keys, texts, key, "value", g_strdup (text + 1));
    }
  else
    {
      add_part (keys, texts, key, "numerator",
                slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text));
      add_part (keys, texts, key, "denominator", g_strdup (slash != NULL ? slash + 1 : ""));
      add_part (keys, texts, key, "value", g_strdup (""));
    }
  return TRUE;
}
