/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and strictly reads bagit.txt, bag-info.txt and the manifests; README.txt stands in ys-bag-readme.c.
 */
#include "ys-bag-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-bag-names.h"
#include "ys-id.h"

#define DECLARATION "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
#define MAX_FAULTS_OF_FILE 20

void
ys_bag_info_clear (YsBagInfo *self)
{
  g_clear_pointer (&self->source_organization, g_free);
  g_clear_pointer (&self->bagging_date, g_free);
  g_clear_pointer (&self->external_identifier, g_free);
  g_clear_pointer (&self->software_agent, g_free);
  g_clear_pointer (&self->group_identifier, g_free);
  g_clear_pointer (&self->count, g_free);
}

GBytes *
ys_bag_text_declaration (void)
{
  return g_bytes_new_static (DECLARATION, strlen (DECLARATION));
}

static void
append_label (GString *text, const char *label, const char *value)
{
  g_autofree char *line = value != NULL ? ys_text_clean_line (value, -1) : NULL;

  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s: %s\n", label, line);
}

GBytes *
ys_bag_text_info (const YsBagInfo *info)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_label (text, "Source-Organization", info->source_organization);
  append_label (text, "Bagging-Date", info->bagging_date);
  append_label (text, "External-Identifier", info->external_identifier);
  g_string_append_printf (text, "Payload-Oxum: %" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT "\n",
                          info->payload_bytes, info->payload_files);
  append_label (text, "Bag-Group-Identifier", info->group_identifier);
  append_label (text, "Bag-Count", info->count);
  append_label (text, "Bag-Software-Agent", info->software_agent);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

GBytes *
ys_bag_text_manifest (GHashTable *digests)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (digests), (GCompareFunc)strcmp);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const GList *link = names; link != NULL; link = link->next)
    g_string_append_printf (text, "%s  %s\n", (const char *)g_hash_table_lookup (digests, link->data),
                            (const char *)link->data);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* ---- reading ---- */

/* The lines of @text without their line feeds; NULL with one fault where the text as a whole is not
 * acceptable. */
static GStrv
split_lines (GBytes *text, const char *file, YsFaults *faults)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autofree char *copy = g_strndup (length > 0 ? data : "", length);
  const char *problem = NULL;

  if (length == 0 || (length == 1 && *data == '\n'))
    problem = _ ("it is empty");
  else if (memchr (data, '\0', length) != NULL || !g_utf8_validate (data, (gssize)length, NULL))
    problem = _ ("it is not UTF-8 text");
  else if (g_str_has_prefix (copy, "\xef\xbb\xbf"))
    problem = _ ("it begins with a byte order mark");
  else if (strchr (copy, '\r') != NULL)
    problem = _ ("its lines end with CR LF instead of LF");
  else if (data[length - 1] != '\n')
    problem = _ ("its last line is cut off");
  if (problem != NULL)
    {
      ys_faults_add (faults, YS_ERROR_BAG_LAYOUT, file, 0, NULL, _ ("%s cannot be used: %s."), file, problem);
      return NULL;
    }
  copy[length - 1] = '\0';
  return g_strsplit (copy, "\n", -1);
}

static void
refuse_line (YsFaults *faults, const char *file, guint line, const char *problem)
{
  if (ys_faults_get_n (faults) < MAX_FAULTS_OF_FILE)
    ys_faults_add (faults, YS_ERROR_BAG_LAYOUT, file, line, NULL, "%s", problem);
}

gboolean
ys_bag_parse_declaration (GBytes *text, YsFaults *faults)
{
  g_autoptr (GBytes) expected = ys_bag_text_declaration ();

  if (g_bytes_equal (text, expected))
    return TRUE;
  ys_faults_add (faults, YS_ERROR_BAG_LAYOUT, "bagit.txt", 0, NULL,
                 _ ("bagit.txt does not say exactly that this is a BagIt 1.0 bag in UTF-8."));
  return FALSE;
}

/* A decimal without sign or leading zero. */
static gboolean
parse_count (const char *text, guint64 *value)
{
  if (!g_ascii_isdigit (*text) || (*text == '0' && text[1] != '\0'))
    return FALSE;
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, value, NULL);
}

static gboolean
parse_oxum (const char *value, YsBagInfo *info)
{
  g_auto (GStrv) halves = g_strsplit (value, ".", -1);

  return g_strv_length (halves) == 2 && parse_count (halves[0], &info->payload_bytes)
         && parse_count (halves[1], &info->payload_files);
}

/* Where the value of @label goes; NULL for a label that is not used. */
static char **
place_of_label (YsBagInfo *info, const char *label)
{
  const struct
  {
    const char *label;
    char **place;
  } places[] = {
    { "Source-Organization", &info->source_organization }, { "Bagging-Date", &info->bagging_date },
    { "External-Identifier", &info->external_identifier }, { "Bag-Software-Agent", &info->software_agent },
    { "Bag-Group-Identifier", &info->group_identifier },   { "Bag-Count", &info->count },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (strcmp (places[i].label, label) == 0)
        return places[i].place;
    }
  return NULL;
}

/* NULL if the line was taken, else what is wrong with it. */
static const char *
take_info_line (const char *line, YsBagInfo *info, gboolean *has_oxum)
{
  const char *colon = strstr (line, ": ");
  g_autofree char *label = colon != NULL ? g_strndup (line, (gsize)(colon - line)) : NULL;
  char **place;

  if (label == NULL || colon[2] == '\0' || colon[2] == ' ' || !ys_text_is_xml_safe (line)
      || strchr (line, '\t'))
    return _ ("This line is not written as \"Label: value\".");
  if (strcmp (label, "Payload-Oxum") == 0)
    {
      if (*has_oxum)
        return _ ("This label occurs twice.");
      *has_oxum = TRUE;
      return parse_oxum (colon + 2, info) ? NULL : _ ("Payload-Oxum is not written as bytes.files.");
    }
  place = place_of_label (info, label);
  if (place == NULL)
    return _ ("This label is not used in packages.");
  if (*place != NULL)
    return _ ("This label occurs twice.");
  *place = g_strdup (colon + 2);
  return NULL;
}

gboolean
ys_bag_parse_info (GBytes *text, YsBagInfo *info, YsFaults *faults)
{
  g_autoptr (YsFaults) own = ys_faults_new ();
  g_auto (GStrv) lines = split_lines (text, "bag-info.txt", own);
  gboolean has_oxum = FALSE;
  gboolean sound;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const char *problem = take_info_line (lines[i], info, &has_oxum);

      if (problem != NULL)
        refuse_line (own, "bag-info.txt", i + 1, problem);
    }
  if (lines != NULL && !has_oxum)
    refuse_line (own, "bag-info.txt", 0, _ ("bag-info.txt lacks the line Payload-Oxum."));
  sound = ys_faults_get_n (own) == 0;
  ys_faults_steal_all (faults, own);
  return sound;
}

/* NULL if the line was taken, else what is wrong with it. @previous: name of the line before. */
static const char *
take_manifest_line (const char *line, const char *previous, gboolean of_payload, GHashTable *digests)
{
  g_autofree char *digest = NULL;
  const char *name;
  YsBagRole role;

  if (strlen (line) < YS_SHA256_HEX_LENGTH + 3 || strncmp (line + YS_SHA256_HEX_LENGTH, "  ", 2) != 0)
    return _ ("This line is not written as a SHA-256, two blanks and a name.");
  digest = g_strndup (line, YS_SHA256_HEX_LENGTH);
  name = line + YS_SHA256_HEX_LENGTH + 2;
  role = ys_bag_role_of (name);
  if (!ys_digest_is_valid (digest))
    return _ ("This line does not begin with a SHA-256 in small letters.");
  if (role == YS_BAG_UNKNOWN || ys_bag_role_is_payload (role) != of_payload || role == YS_BAG_TAG_MANIFEST
      || role == YS_BAG_SIGNATURE)
    return _ ("This line names a file that may not be listed here.");
  if (g_hash_table_contains (digests, name))
    return _ ("This line names a file a second time.");
  if (previous != NULL && strcmp (previous, name) >= 0)
    return _ ("This line is out of order; names must be sorted.");
  g_hash_table_insert (digests, g_strdup (name), g_steal_pointer (&digest));
  return NULL;
}

gboolean
ys_bag_parse_manifest (GBytes *text, const char *file, GHashTable *digests, YsFaults *faults)
{
  g_autoptr (YsFaults) own = ys_faults_new ();
  g_auto (GStrv) lines = split_lines (text, file, own);
  gboolean of_payload = strcmp (file, YS_BAG_MANIFEST_NAME) == 0;
  const char *previous = NULL;
  gboolean sound;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const char *problem = take_manifest_line (lines[i], previous, of_payload, digests);

      if (problem != NULL)
        refuse_line (own, file, i + 1, problem);
      else
        previous = lines[i] + YS_SHA256_HEX_LENGTH + 2;
    }
  sound = ys_faults_get_n (own) == 0;
  ys_faults_steal_all (faults, own);
  return sound;
}
