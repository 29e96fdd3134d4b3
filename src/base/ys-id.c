/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UUIDs of version 7 (RFC 9562, 5.7): unique without asking anyone, and sorting by the time they were made.
 * Within a process each is greater than the one before, also in one millisecond and under a fixed clock. */
#include "ys-id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "ys-date.h"

#define ID_LENGTH 36
#define COUNTER_BITS 12
#define COUNTER_END (1u << COUNTER_BITS)
/* A clock set back by no more than this is a correction and the order goes on; by more it is another time. */
#define CORRECTION_MILLISECONDS (60 * 1000)

static GMutex order_lock;
static gint64 last_millisecond = -1;
static guint last_counter;

static guint64 given_seed, given_counter; /* guarded by order_lock */

static void
fill_random (void *bytes, gsize length)
{
  /* Up to 256 bytes come whole or not at all; before the system's pool is ready the call waits. */
  while (getrandom (bytes, length, 0) != (gssize)length)
    {
      if (errno != EINTR)
        g_error ("getrandom: %s", g_strerror (errno));
    }
}

static char *
format_id (gint64 millisecond, guint counter, const guint8 random[8])
{
  guint64 time = (guint64)millisecond & G_GUINT64_CONSTANT (0xffffffffffff);

  return g_strdup_printf ("%08x-%04x-7%03x-%02x%02x-%02x%02x%02x%02x%02x%02x", (guint)(time >> 16),
                          (guint)(time & 0xffff), counter & (COUNTER_END - 1), 0x80 | (random[0] & 0x3f),
                          random[1], random[2], random[3], random[4], random[5], random[6], random[7]);
}

char *
ys_id_new (void)
{
  gint64 now = ys_clock_now () / 1000;
  guint8 random[8];
  guint16 start;

  g_mutex_lock (&order_lock);
  guint64 seed = given_seed;
  guint64 number = given_seed != 0 ? ++given_counter : 0;
  g_mutex_unlock (&order_lock);
  if (seed != 0)
    return ys_id_new_seeded (seed, number, ys_clock_now ());
  fill_random (random, sizeof random);
  fill_random (&start, sizeof start);

  g_mutex_lock (&order_lock);
  if (now > last_millisecond || now < last_millisecond - CORRECTION_MILLISECONDS)
    {
      /* The upper half of the counter stays free for the others of this millisecond. */
      last_millisecond = now;
      last_counter = start & (COUNTER_END / 2 - 1);
    }
  else if (++last_counter == COUNTER_END)
    {
      last_millisecond++;
      last_counter = 0;
    }
  gint64 millisecond = last_millisecond;
  guint counter = last_counter;
  g_mutex_unlock (&order_lock);

  return format_id (millisecond, counter, random);
}

char *
ys_id_new_seeded (guint64 seed, guint64 counter, gint64 microseconds)
{
  guint64 source[] = { GUINT64_TO_BE (seed), GUINT64_TO_BE (counter), GUINT64_TO_BE ((guint64)microseconds) };
  g_autofree char *digest = ys_digest_of_bytes (source, sizeof source);
  guint8 bytes[8];

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8)(g_ascii_xdigit_value (digest[2 * i]) * 16 + g_ascii_xdigit_value (digest[2 * i + 1]));
  return format_id (microseconds / 1000, (guint)(counter % COUNTER_END), bytes);
}

gboolean
ys_id_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != ID_LENGTH)
    return FALSE;

  for (gsize i = 0; i < ID_LENGTH; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? text[i] != '-' : !g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;
    }
  return text[14] == '7' && strchr ("89ab", text[19]) != NULL;
}

gint64
ys_id_get_time (const char *text)
{
  g_return_val_if_fail (ys_id_is_valid (text), 0);

  /* the first 48 bits, a dash between them */
  g_autofree char *high = g_strndup (text, 8), *low = g_strndup (text + 9, 4);
  guint64 millisecond = g_ascii_strtoull (high, NULL, 16) << 16 | g_ascii_strtoull (low, NULL, 16);

  return (gint64)millisecond * 1000;
}

void
ys_id_set_seed (guint64 seed)
{
  g_mutex_lock (&order_lock);
  given_seed = seed;
  given_counter = 0;
  g_mutex_unlock (&order_lock);
}
