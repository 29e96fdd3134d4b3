/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as manifest, tag manifest and bag-info.txt; what is accepted must be written again as it was. */
#include <glib.h>

#include "fuzz.h"
#include "ys-bag-names.h"
#include "ys-bag-text.h"

static void
try_manifest (GBytes *text, const char *file)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) again = NULL;

  if (!ys_bag_parse_manifest (text, file, digests, faults))
    {
      g_assert_cmpuint (ys_faults_get_n (faults), >, 0);
      return;
    }
  again = ys_bag_text_manifest (digests);
  g_assert_true (g_bytes_equal (text, again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) text = g_bytes_new_static (data, size);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_auto (YsBagInfo) info = { 0 };
  gboolean sound;

  try_manifest (text, YS_BAG_MANIFEST_NAME);
  try_manifest (text, YS_BAG_TAG_MANIFEST_NAME);
  sound = ys_bag_parse_info (text, &info, faults);
  g_assert_true (sound == (ys_faults_get_n (faults) == 0));
  g_assert_true (info.source_organization == NULL || g_utf8_validate (info.source_organization, -1, NULL));
  return 0;
}
