/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that makes a whole fictional city. */
#include "ys-id.h"
#include "ys-sample.h"
#include "ys-verbs.h"

#include <glib/gi18n-lib.h>

static gboolean
run_sample (YsCli *cli, GError **error)
{
  guint64 counties = YS_SAMPLE_MAX_COUNTIES, seed = 1;
  const char *folder = ys_cli_argument (cli, 0);
  g_autofree char *shown = ys_text_from_filename (folder);

  if (!ys_cli_number (cli, "counties", 1, YS_SAMPLE_MAX_COUNTIES, &counties, error)
      || !ys_cli_number (cli, "seed", 1, G_MAXUINT64, &seed, error)
      || !ys_sample_make (folder, (guint) counties, seed, ys_cli_progress, cli, cli->cancellable, error))
    return FALSE;
  ys_cli_print (cli, _ ("Made a fictional city of %u counties in %s"), (guint) counties, shown);
  ys_json_string (&cli->fields, "folder", shown);
  ys_json_integer (&cli->fields, "counties", (gint64) counties);
  return TRUE;
}

static const YsVerbOption options[] = {
  { "counties", YS_OPTION_NUMBER, N_ ("N"), N_ ("how many counties, 1 to 12; left out: 12") },
  { "seed", YS_OPTION_NUMBER, N_ ("N"), N_ ("the same number gives the same city; left out: 1") },
  { NULL },
};

const YsVerb ys_verbs_sample[] = {
  { "sample", N_ ("FOLDER"), 1, 1, N_ ("make a fictional city to try things in"), options, FALSE, run_sample },
  { NULL },
};
