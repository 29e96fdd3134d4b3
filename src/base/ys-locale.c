/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the locale of a program and binds its message catalogue, also for a build that is not installed.
 * Office systems often lack the locale they ask for; that must not turn a Chinese program into an English one. */
#include "ys-locale.h"

#include <libintl.h>
#include <locale.h>

#include "ys-config.h"

/* The language that the environment asks for, by the order of setlocale(); NULL for none. */
static const char *
asked_language (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

void
ys_locale_init (void)
{
  const char *folder = g_getenv ("YANSHOU_LOCALEDIR");

  if (setlocale (LC_ALL, "") == NULL)
    {
      const char *language = asked_language ();

      /* gettext() reads LANGUAGE in every locale but C, so C.UTF-8 with it speaks any language. */
      if (setlocale (LC_ALL, "C.UTF-8") != NULL && language != NULL)
        g_setenv ("LANGUAGE", language, FALSE);
    }
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : YS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
