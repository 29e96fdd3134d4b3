/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has no rule here is no part of a package; names are compared byte for byte. */
#include "ys-bag-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-id.h"

#define KIB G_GUINT64_CONSTANT (1024)
#define MIB (KIB * 1024)

static const struct
{
  const char *name; /* NULL: several files */
  guint64 limit;
} roles[] = {
  [YS_BAG_DECLARATION] = { "bagit.txt", 1 * KIB },
  [YS_BAG_INFO] = { "bag-info.txt", 64 * KIB },
  [YS_BAG_README] = { "README.txt", 64 * KIB },
  [YS_BAG_MANIFEST] = { YS_BAG_MANIFEST_NAME, 16 * MIB },
  [YS_BAG_TAG_MANIFEST] = { YS_BAG_TAG_MANIFEST_NAME, 4 * KIB },
  [YS_BAG_SIGNATURE] = { YS_BAG_SIGNATURE_NAME, 64 * KIB },
  [YS_BAG_PACKAGE] = { YS_BAG_PACKAGE_NAME, 64 * MIB },
  [YS_BAG_DOCUMENT] = { NULL, 64 * MIB },
  [YS_BAG_SCHEMA] = { NULL, 1 * MIB },
  [YS_BAG_EVIDENCE] = { NULL, 4096 * MIB },
  [YS_BAG_UNKNOWN] = { NULL, 0 },
};

static const char *const stems[] = { "catalogue", "standard",    "assessment", "submission",
                                     "sheet",     "occurrences", "review",     "finding",
                                     "dossier",   "opinion",     "journal",    NULL };

/* Position of "<@prefix><stem><@suffix>" in the list of stems, -1 if @name is none. */
static int
stem_index (const char *name, const char *prefix, const char *suffix)
{
  for (guint i = 0; stems[i] != NULL; i++)
    {
      g_autofree char *full = g_strconcat (prefix, stems[i], suffix, NULL);

      if (strcmp (full, name) == 0)
        return (int)i;
    }
  return -1;
}

static gboolean
is_evidence (const char *name)
{
  const char *base = name + strlen ("data/evidence/");
  g_autofree char *hex = NULL;

  if (!g_str_has_prefix (name, "data/evidence/") || strlen (base) != YS_SHA256_HEX_LENGTH + 4
      || !g_str_has_suffix (base, ".pdf"))
    return FALSE;
  hex = g_strndup (base, YS_SHA256_HEX_LENGTH);
  return ys_digest_is_valid (hex);
}

YsBagRole
ys_bag_role_of (const char *name)
{
  for (YsBagRole role = YS_BAG_DECLARATION; role < YS_BAG_UNKNOWN; role++)
    {
      if (g_strcmp0 (roles[role].name, name) == 0)
        return role;
    }
  if (is_evidence (name))
    return YS_BAG_EVIDENCE;
  if (stem_index (name, "data/", ".xml") >= 0)
    return YS_BAG_DOCUMENT;
  if (strcmp (name, "data/schema/package.xsd") == 0 || stem_index (name, "data/schema/", ".xsd") >= 0)
    return YS_BAG_SCHEMA;
  return YS_BAG_UNKNOWN;
}

gboolean
ys_bag_role_is_payload (YsBagRole role)
{
  return role >= YS_BAG_PACKAGE && role < YS_BAG_UNKNOWN;
}

const char *
ys_bag_role_get_name (YsBagRole role)
{
  return roles[role].name;
}

guint64
ys_bag_role_get_limit (YsBagRole role)
{
  return roles[role].limit;
}

int
ys_bag_compare_names (const char *a, const char *b)
{
  YsBagRole role_a = ys_bag_role_of (a);
  YsBagRole role_b = ys_bag_role_of (b);

  if (role_a != role_b)
    return role_a < role_b ? -1 : 1;
  if (role_a == YS_BAG_DOCUMENT)
    return stem_index (a, "data/", ".xml") - stem_index (b, "data/", ".xml");
  return strcmp (a, b);
}

const char *const *
ys_bag_document_stems (void)
{
  return stems;
}

const char *
ys_bag_explain_unknown (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (strcmp (lower, "fetch.txt") == 0)
    return _ ("a package never names files to be fetched from elsewhere");
  if (g_str_has_suffix (lower, ".zip") || g_str_has_suffix (lower, "bagit.txt"))
    return _ ("a package never holds another package");
  if (strstr (lower, "manifest-") != NULL)
    return _ ("only SHA-256 manifests are used");
  return _ ("no rule names such a file");
}

gboolean
ys_bag_is_system_file (const char *base)
{
  return g_ascii_strcasecmp (base, "Thumbs.db") == 0 || g_ascii_strcasecmp (base, "desktop.ini") == 0
         || strcmp (base, ".DS_Store") == 0;
}
