/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan cuts text into groups of digits and tries whole groups only, alone or joined over single blanks
 * and hyphens: nothing is ever cut out of a longer number. */
#include "ys-personal-data.h"

#include "ys-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_LENGTH 18
#define OLD_ID_LENGTH 15
#define PHONE_LENGTH 11
/* Longer groups are kept by their length only. */
#define MAX_DIGITS 20
/* An identity card is written in at most this many groups. */
#define MAX_GROUPS 5

typedef enum
{
  JOINT_NONE,
  JOINT_LINE,
  JOINT_BLANK,
  JOINT_HYPHEN
} Joint;

/* A run of digits, half or full width, with what stands next to it. */
typedef struct
{
  gsize start, end; /* bytes */
  char digits[MAX_DIGITS + 1];
  guint length;
  gboolean ends_in_x; /* an X after the digits, not in @length */
  Joint joint;        /* to the group before */
  gboolean plus_before, letter_before, letter_after, fraction;
} Group;

void
ys_personal_find_free (YsPersonalFind *self)
{
  g_free (self->masked);
  g_free (self);
}

/* ---- cutting ---- */

static int
get_digit (gunichar character)
{
  if (character >= '0' && character <= '9')
    return (int)(character - '0');
  return character >= 0xFF10 && character <= 0xFF19 ? (int)(character - 0xFF10) : -1;
}

static gboolean
is_x (gunichar character)
{
  return character == 'x' || character == 'X' || character == 0xFF38 || character == 0xFF58;
}

static gboolean
is_latin (gunichar character)
{
  return (character < 0x80 && g_ascii_isalpha ((char)character))
         || (character >= 0xFF21 && character <= 0xFF5A);
}

static Joint
get_joint (gunichar character)
{
  switch (character)
    {
    case '\n':
      return JOINT_LINE;
    case ' ':
    case 0xA0:
    case 0x3000:
      return JOINT_BLANK;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
    case 0xFF0D:
      return JOINT_HYPHEN;
    default:
      return JOINT_NONE;
    }
}

/* Reads the group that begins at @at, and steps behind it. */
static const char *
read_group (const char *text, const char *at, Group *group)
{
  group->start = (gsize)(at - text);
  while (*at && get_digit (g_utf8_get_char (at)) >= 0)
    {
      if (group->length < MAX_DIGITS)
        group->digits[group->length] = (char)('0' + get_digit (g_utf8_get_char (at)));
      group->length++;
      at = g_utf8_next_char (at);
    }
  if (*at && is_x (g_utf8_get_char (at)))
    {
      const char *next = g_utf8_next_char (at);
      gunichar after = *next ? g_utf8_get_char (next) : 0;
      group->ends_in_x = !is_latin (after) && get_digit (after) < 0;
      if (group->ends_in_x)
        at = next;
    }
  group->letter_after = *at && is_latin (g_utf8_get_char (at));
  group->end = (gsize)(at - text);
  return at;
}

static GArray *
cut_into_groups (const char *text)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  gunichar before = 0, before_that = 0;

  for (const char *at = text; *at;)
    {
      gunichar character = g_utf8_get_char (at);
      Group group = { 0 };
      if (get_digit (character) < 0)
        {
          before_that = before;
          before = character;
          at = g_utf8_next_char (at);
          continue;
        }
      group.plus_before = before == '+' || before == 0xFF0B;
      group.letter_before = is_latin (before);
      group.fraction = before == '.' && get_digit (before_that) >= 0;
      if (get_digit (before_that) >= 0 && groups->len > 0)
        group.joint = get_joint (before);
      at = read_group (text, at, &group);
      g_array_append_val (groups, group);
      /* What stands before the next group is its last digit, and for joints a digit in any case. */
      before_that = 0;
      before = '0';
    }
  return groups;
}

/* ---- judging ---- */

static gboolean
has_province (const char *digits)
{
  static const char *const provinces =
      "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 "
      "61 62 63 64 65 71 81 82 83 91 ";
  const char needle[] = { digits[0], digits[1], ' ', '\0' };
  return strstr (provinces, needle) != NULL;
}

static int
to_number (const char *digits, guint length)
{
  int number = 0;
  for (guint i = 0; i < length; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/* GB 11643: weights 2^(17-i) modulo 11. @digits: 17 digits and a check character. */
static gboolean
is_id_card (const char *digits)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  if (!has_province (digits)
      || ys_date_new (to_number (digits + 6, 4), to_number (digits + 10, 2), to_number (digits + 12, 2)) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (digits[i] - '0');
  return digits[ID_LENGTH - 1] == "10X98765432"[sum % 11];
}

static gboolean
is_old_id_card (const char *digits)
{
  return has_province (digits)
         && ys_date_new (1900 + to_number (digits + 6, 2), to_number (digits + 8, 2),
                         to_number (digits + 10, 2))
                != 0;
}

static gboolean
is_phone (const char *digits)
{
  return digits[0] == '1' && digits[1] >= '3';
}

/* Behind the last group stands one without digits that is joined to nothing. */
static const Group *
get_group (const GArray *groups, guint index)
{
  static const Group nothing;
  return index < groups->len ? &g_array_index (groups, Group, index) : &nothing;
}

static gboolean
is_country_code (const Group *group)
{
  return (group->length == 2 && strcmp (group->digits, "86") == 0)
         || (group->length == 4 && strcmp (group->digits, "0086") == 0);
}

/* Joins groups @from to @to into @digits. FALSE if that is longer than @digits holds or an X stands inside.
 */
static gboolean
join (const GArray *groups, guint from, guint to, char digits[MAX_DIGITS + 2])
{
  guint length = 0;

  for (guint i = from; i <= to; i++)
    {
      const Group *group = get_group (groups, i);
      if (length + group->length > MAX_DIGITS || (group->ends_in_x && i != to))
        return FALSE;
      memcpy (digits + length, group->digits, group->length);
      length += group->length;
      if (group->ends_in_x)
        digits[length++] = 'X';
    }
  digits[length] = '\0';
  return TRUE;
}

/* Whether hyphens tie the groups to further ones: then they are part of some longer number. */
static gboolean
is_tied (const GArray *groups, guint from, guint to)
{
  const Group *first = get_group (groups, from), *next = get_group (groups, to + 1);
  gboolean before = first->joint == JOINT_HYPHEN && !is_country_code (get_group (groups, from - 1));
  return before || next->joint == JOINT_HYPHEN;
}

static gboolean
is_phone_grouping (const GArray *groups, guint from, guint to)
{
  static const guint usual[][3] = { { 11, 0, 0 }, { 3, 4, 4 }, { 3, 8, 0 }, { 7, 4, 0 }, { 4, 3, 4 } };
  const Group *next = get_group (groups, to + 1);

  for (gsize k = 0; k < G_N_ELEMENTS (usual); k++)
    {
      gboolean same = to - from < 3;
      for (guint i = 0; same && i < 3; i++)
        same = usual[k][i] == (from + i <= to ? get_group (groups, from + i)->length : 0);
      if (!same)
        continue;
      /* Alone it may stand in a row of numbers; in groups, a further group makes it something else. */
      return k == 0
             || (next->joint <= JOINT_LINE
                 && (get_group (groups, from)->joint <= JOINT_LINE
                     || is_country_code (get_group (groups, from - 1))));
    }
  return FALSE;
}

static gboolean
judge (const GArray *groups, guint from, guint to, const char *digits, YsPersonalKind *kind)
{
  const Group *first = get_group (groups, from), *last = get_group (groups, to);
  const gsize length = strlen (digits);
  const gboolean in_word = first->letter_before || last->letter_after;

  if (first->fraction || is_tied (groups, from, to))
    return FALSE;
  /* A right check digit weighs more than a letter beside it. */
  *kind = YS_PERSONAL_ID_CARD;
  if (length == ID_LENGTH && is_id_card (digits))
    return TRUE;
  *kind = YS_PERSONAL_ID_CARD_OLD;
  if (length == OLD_ID_LENGTH && !last->ends_in_x && !in_word && is_old_id_card (digits))
    return TRUE;
  *kind = YS_PERSONAL_PHONE;
  return length == PHONE_LENGTH && !last->ends_in_x && !in_word && is_phone (digits)
         && is_phone_grouping (groups, from, to);
}

/* "+8613800138000", "008613800138000": the country code in one group with the number. */
static gboolean
is_phone_with_country_code (const Group *group)
{
  const gboolean plus =
      group->plus_before && group->length == PHONE_LENGTH + 2 && g_str_has_prefix (group->digits, "86");
  const gboolean zeros = group->length == PHONE_LENGTH + 4 && g_str_has_prefix (group->digits, "0086");
  return !group->ends_in_x && !group->letter_after && (plus || zeros)
         && is_phone (group->digits + group->length - PHONE_LENGTH);
}

/* ---- finding ---- */

static void
add_find (GPtrArray *finds, YsPersonalKind kind, const Group *first, const Group *last, const char *digits)
{
  YsPersonalFind *find = g_new0 (YsPersonalFind, 1);
  const gsize length = strlen (digits);
  const gsize shown = kind == YS_PERSONAL_PHONE ? 3 : 6;

  find->kind = kind;
  find->start = first->start;
  find->length = last->end - first->start;
  find->masked = g_strdup (digits);
  memset (find->masked + shown, '*', length - shown - 2);
  g_ptr_array_add (finds, find);
}

/* Tries groups from @from on, the longest run first; the number of groups that a find took. */
static guint
try_groups (const GArray *groups, guint from, GPtrArray *finds)
{
  const Group *first = get_group (groups, from);
  guint to = from;
  char digits[MAX_DIGITS + 2];

  while (to + 1 < groups->len && to + 1 - from < MAX_GROUPS
         && get_group (groups, to + 1)->joint != JOINT_NONE)
    to++;
  for (;; to--)
    {
      YsPersonalKind kind;
      if (join (groups, from, to, digits) && judge (groups, from, to, digits, &kind))
        {
          add_find (finds, kind, first, get_group (groups, to), digits);
          return to - from + 1;
        }
      if (to == from)
        break;
    }
  if (!is_phone_with_country_code (first) || is_tied (groups, from, from))
    return 0;
  add_find (finds, YS_PERSONAL_PHONE, first, first, first->digits + first->length - PHONE_LENGTH);
  return 1;
}

GPtrArray *
ys_personal_scan (const char *text)
{
  g_autoptr (GArray) groups = cut_into_groups (text);
  GPtrArray *finds = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_personal_find_free);

  for (guint i = 0; i < groups->len;)
    {
      guint taken = try_groups (groups, i, finds);
      i += MAX (1, taken);
    }
  return finds;
}

const char *
ys_personal_kind_get_label (YsPersonalKind kind)
{
  switch (kind)
    {
    case YS_PERSONAL_ID_CARD:
      return _ ("Identity card number");
    case YS_PERSONAL_ID_CARD_OLD:
      return _ ("Perhaps an old identity card number");
    case YS_PERSONAL_PHONE:
    default:
      return _ ("Mobile telephone number");
    }
}

char *
ys_personal_mask (const char *text)
{
  g_autoptr (GPtrArray) finds = ys_personal_scan (text);
  g_autoptr (GString) masked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < finds->len; i++)
    {
      const YsPersonalFind *find = finds->pdata[i];
      g_string_append_len (masked, text + done, (gssize)(find->start - done));
      g_string_append (masked, find->masked);
      done = find->start + find->length;
    }
  g_string_append (masked, text + done);
  return g_string_free (g_steal_pointer (&masked), FALSE);
}
