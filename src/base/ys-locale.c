/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the locale of a program and binds its message catalogue, also for a build that is not installed.
 * Office systems often lack the locale they ask for; that must not turn a Chinese program into an English
 * one. */
#include "ys-locale.h"

#include <libintl.h>
#include <locale.h>

#include "ys-config.h"

/* In the order in which setlocale() looks at them. */
static const char *const locale_variables[] = { "LC_ALL", "LC_MESSAGES", "LANG", NULL };
static const char *const language_variables[] = { "LANGUAGE", NULL };

/* The value of the first of @variables that is set to something, or NULL. */
static const char *
first_set (const char *const *variables)
{
  for (; *variables != NULL; variables++)
    {
      const char *value = g_getenv (*variables);

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
      const char *language = first_set (locale_variables);

      /* gettext() reads LANGUAGE in every locale but C, so C.UTF-8 with it speaks any language. */
      if (setlocale (LC_ALL, "C.UTF-8") != NULL && first_set (language_variables) == NULL && language != NULL)
        g_setenv ("LANGUAGE", language, TRUE);
    }
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : YS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
