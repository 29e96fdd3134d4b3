/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for libFuzzer in the ordinary suite: gives the target every sample of the folders named on the
 * command line, and a fixed number of changed copies of each, the same ones every time. */
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "fuzz.h"

#define CHANGED_COPIES 400

/* One to four changes of single bytes, a cut, or a piece moved. */
static gsize
change (GRand *random, guint8 *data, gsize length)
{
  gint32 n = g_rand_int_range (random, 1, 5);

  if (length < 2)
    return length;
  if (g_rand_int_range (random, 0, 8) == 0)
    return (gsize)g_rand_int_range (random, 0, (gint32)length);
  if (g_rand_int_range (random, 0, 8) == 0)
    {
      gsize from = (gsize)g_rand_int_range (random, 0, (gint32)length);
      gsize to = (gsize)g_rand_int_range (random, 0, (gint32)length);
      gsize piece = (gsize)g_rand_int_range (random, 1, 64);

      memmove (data + to, data + from, MIN (piece, length - MAX (from, to)));
      return length;
    }
  for (gint32 i = 0; i < n; i++)
    data[g_rand_int_range (random, 0, (gint32)length)] = (guint8)g_rand_int_range (random, 0, 256);
  return length;
}

static void
replay (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &sample, &length, &error))
    g_error ("%s", error->message);
  LLVMFuzzerTestOneInput ((const uint8_t *)sample, length);
  for (guint i = 0; i < CHANGED_COPIES; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (sample, length);
      gsize changed = change (random, copy, length);
      /* Of exactly that size, so that sanitizers see a read beyond it. */
      g_autofree guint8 *exact = g_memdup2 (copy, changed);

      LLVMFuzzerTestOneInput (exact, changed);
    }
}

static void
replay_folder (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      replay (path);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *base = g_path_get_basename (argv[i]);
      g_autofree char *name = g_strconcat ("/fuzz/", base, NULL);

      g_test_add_data_func (name, argv[i], replay_folder);
    }
  return g_test_run ();
}
