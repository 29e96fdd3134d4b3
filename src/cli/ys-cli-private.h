/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the run share: parsing, help, interruption, and telling what went wrong. */
#pragma once

#include "ys-cli.h"
#include "ys-verbs.h"

G_BEGIN_DECLS

/* Sorts @argv into verb, arguments and options. FALSE with USAGE; @help is set where --help was among them: then the
 * verb may be missing, and @words holds what was given of it. */
gboolean ys_cli_parse (YsCli *self, int argc, char **argv, gboolean *help, char **words, GError **error);
/* The help of all verbs (@words ""), of those that begin with @words, or of one. Full. */
char *ys_cli_help (const char *words);

/* The known word that is nearest to @word, or NULL where none is near. */
const char *ys_cli_nearest (const char *word, const char *const *words);

/* From here on SIGINT, SIGTERM and SIGHUP cancel @cancellable instead of ending the process. */
void ys_cli_catch_signals (GCancellable *cancellable);

/* All that is wrong in @error as one list; places and texts are valid UTF-8. Full. */
YsFaults *ys_cli_list_faults (const GError *error);
/* On standard error, one line for each. */
void ys_cli_tell_faults (const YsFaults *faults);
/* The exit status of @error: the worst of its faults. */
int ys_cli_exit_status (const GError *error);
/* Writes @text in the encoding of the locale, or as it is where @plain. FALSE with @error where the reader is gone. */
gboolean ys_cli_write (const char *text, gboolean plain, GError **error);

/* Width on a terminal: Chinese counts two columns. */
guint ys_cli_columns (const char *text);

G_END_DECLS
