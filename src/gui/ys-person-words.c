/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles in words, for the head of the window, the choice at the start and the page of people. */
#include "ys-person-words.h"

#include "ys-workspace.h"

char *
ys_person_dup_roles (guint roles)
{
  GString *words = g_string_new (NULL);

  for (guint role = YS_ROLE_CLERK; role <= YS_ROLE_REVIEWER; role <<= 1)
    if ((roles & role) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", ys_role_label (role));
  return g_string_free (words, FALSE);
}
