/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop program. Everything stands in YsApplication; the locale comes first, before any thread. */
#include "ys-application.h"
#include "ys-locale.h"

int
main (int argc, char **argv)
{
  ys_locale_init ();
  g_autoptr (GApplication) application = G_APPLICATION (ys_application_new ());
  return g_application_run (application, argc, argv);
}
