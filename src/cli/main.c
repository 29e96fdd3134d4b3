/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line program. The locale comes first, before any thread; everything else stands in ys-cli-run.c. */
#include "ys-cli.h"
#include "ys-locale.h"

int
main (int argc, char **argv)
{
  ys_locale_init ();
  g_set_prgname ("yanshou-cli");
  return ys_cli_run (argc - 1, argv + 1);
}
