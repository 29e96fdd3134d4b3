/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The known word that somebody probably meant: the one with the fewest letters added, left out, changed or swapped.
 * Words have few letters, so the plain table of distances is enough. */
#include "ys-cli-private.h"

#include <string.h>

/* Letters to change from @a to @b; two neighbours that changed places count as one. */
static guint
distance (const char *a, const char *b)
{
  gsize rows = strlen (a) + 1, columns = strlen (b) + 1;
  g_autofree guint *table = g_new (guint, rows * columns);

  for (gsize i = 0; i < rows; i++)
    for (gsize j = 0; j < columns; j++)
      {
        guint *cell = &table[i * columns + j];

        if (i == 0 || j == 0)
          {
            *cell = (guint) (i + j);
            continue;
          }
        *cell = MIN (cell[-1], cell[-(gssize) columns]) + 1;
        *cell = MIN (*cell, cell[-(gssize) columns - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          *cell = MIN (*cell, table[(i - 2) * columns + j - 2] + 1);
      }
  return table[rows * columns - 1];
}

const char *
ys_cli_nearest (const char *word, const char *const *words)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (; *words != NULL; words++)
    {
      guint apart = distance (word, *words);

      /* farther than that it is another word, not a slip */
      if (apart < least && apart * 5 <= MAX (strlen (word), strlen (*words)) * 3)
        {
          least = apart;
          nearest = *words;
        }
    }
  return nearest;
}
