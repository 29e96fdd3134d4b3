/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every line of every small document taken out or doubled, and every quoted value emptied or replaced:
 * nothing crashes, and what is refused has a fault. */
#include <string.h>

#include "small-documents.h"

static const char *const names[] = { "catalogue",  "standard",    "assessment",
                                     "submission", "occurrences", "review" };

/* Reads @text in the place of the document @name, with all others as they are. TRUE if it is sound. */
static gboolean
read_in_place (const YsStandard *standard, const char *name, const char *text, YsFaults *faults)
{
  g_autoptr (GBytes) bytes = small_document_bytes (text);

  if (g_str_equal (name, "catalogue"))
    {
      g_autoptr (YsCatalogue) catalogue = ys_catalogue_read_xml (bytes, "catalogue.xml", faults);

      return catalogue != NULL;
    }
  if (g_str_equal (name, "standard"))
    {
      g_autoptr (YsStandard) read = ys_standard_read_xml (bytes, "standard.xml", standard->catalogue, faults);

      return read != NULL;
    }
  g_autoptr (YsFacts) facts = small_facts (standard, name, text, faults);

  return facts != NULL;
}

static void
try_text (const YsStandard *standard, const char *name, const char *text, guint *refused)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  gboolean sound = read_in_place (standard, name, text, faults);

  g_assert_cmpint (sound, ==, ys_faults_get_n (faults) == 0);
  *refused += !sound;
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);

      g_assert_cmpuint (strlen (fault->message), >, 5);
      g_assert_true (g_utf8_validate (fault->message, -1, NULL));
    }
}

static void
test_lines (gconstpointer data)
{
  const char *name = data;
  g_autoptr (YsStandard) standard = small_standard ();
  g_autofree char *text = small_document_load (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint refused = 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      char *kept = lines[i];
      g_autofree char *doubled = g_strconcat (kept, "\n", kept, NULL);
      g_autofree char *without = NULL, *with_two = NULL;

      lines[i] = (char *)"";
      without = g_strjoinv ("\n", lines);
      lines[i] = doubled;
      with_two = g_strjoinv ("\n", lines);
      lines[i] = kept;
      try_text (standard, name, without, &refused);
      try_text (standard, name, with_two, &refused);
    }
  g_assert_cmpuint (refused, >, g_strv_length (lines));
}

static void
test_values (gconstpointer data)
{
  const char *name = data;
  g_autoptr (YsStandard) standard = small_standard ();
  g_autofree char *text = small_document_load (name);
  guint refused = 0;

  for (const char *at = strstr (text, "=\""); at != NULL; at = strstr (at + 2, "=\""))
    {
      const char *end = strchr (at + 2, '"');
      g_autofree char *before = g_strndup (text, (gsize)(at + 2 - text));
      g_autofree char *emptied = g_strconcat (before, end, NULL);
      g_autofree char *other = g_strconcat (before, "C5", end, NULL);

      try_text (standard, name, emptied, &refused);
      try_text (standard, name, other, &refused);
    }
  g_assert_cmpuint (refused, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *lines = g_strconcat ("/exchange/lines/", names[i], NULL);
      g_autofree char *values = g_strconcat ("/exchange/values/", names[i], NULL);

      g_test_add_data_func (lines, names[i], test_lines);
      g_test_add_data_func (values, names[i], test_values);
    }
  return g_test_run ();
}
