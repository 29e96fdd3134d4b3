/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the command line: its verb, what was given to it, and what it answers.
 * Verbs write their answer twice, as text for people and as fields of one document; the run prints the one asked for. */
#pragma once

#include "ys-error.h"
#include "ys-json.h"
#include "ys-workspace.h"

G_BEGIN_DECLS

/* Exit status of a wrong use of the command (cli.md, Manner). */
#define YS_CLI_WRONG_USE 2

typedef struct _YsCli YsCli;
typedef gboolean (*YsVerbFunc) (YsCli *cli, GError **error);

typedef enum {
  YS_OPTION_FLAG,
  YS_OPTION_TEXT, /* UTF-8, in whatever the locale writes it */
  YS_OPTION_FILE, /* bytes of the file system */
  YS_OPTION_NUMBER
} YsOptionKind;
typedef struct {
  const char *name; /* without its dashes */
  YsOptionKind kind;
  const char *value; /* shown behind "=", marked for translation; NULL for a flag */
  const char *help;  /* marked for translation */
} YsVerbOption;

typedef struct {
  const char *words;           /* "item set" */
  const char *arguments;       /* as the help shows them, marked for translation */
  guint least, most;           /* how many arguments; @most 0: any number */
  const char *summary;         /* one line, marked for translation */
  const YsVerbOption *options; /* ended by one without a name; NULL: none but the common ones */
  gboolean acts;               /* takes --as */
  YsVerbFunc run;
} YsVerb;

struct _YsCli {
  const YsVerb *verb;
  gboolean json;
  GPtrArray *arguments;  /* char*, bytes as given */
  GHashTable *options;   /* name → value ("" for a flag) */
  GCancellable *cancellable; /* ends by SIGINT, SIGTERM, SIGHUP */
  YsWorkspace *workspace;    /* opened by ys_cli_open(), closed by the run */
  GString *text;             /* the answer for people */
  YsJson fields;             /* the answer's fields beside "ok" */
  char *document;            /* a whole document in their place, or NULL */
  gboolean answers_anyway;   /* the answer is shown beside the error: verdicts */
};

/* ---- what was given ---- */
const char *ys_cli_argument (YsCli *self, guint index); /* bytes; NULL beyond the last */
/* As UTF-8, full; NULL with USAGE where it is none in this locale. */
char *ys_cli_dup_text (const char *bytes, GError **error);
gboolean ys_cli_has (YsCli *self, const char *option);
const char *ys_cli_option (YsCli *self, const char *option); /* NULL where it was not given */
/* A number from @least on; FALSE with USAGE otherwise. @number stays as it is where the option was not given. */
gboolean ys_cli_number (YsCli *self, const char *option, guint64 least, guint64 most, guint64 *number, GError **error);
gboolean ys_cli_parse_number (const char *text, const char *where, guint64 least, guint64 most, guint64 *number,
                              GError **error);
/* Which of @words (NULL-terminated) @word is; -1 with USAGE, naming the nearest and all. @where: the option's name. */
int ys_cli_choose (const char *word, const char *where, const char *const *words, GError **error);
/* The option must be there. */
const char *ys_cli_need (YsCli *self, const char *option, GError **error);

/* ---- the workspace ---- */
/* Opens the workspace that is the first argument, to read (beside other readers) or, with @change, to change, which takes
 * the lock and sets who acts (--as). Both are refused while somebody else may change it. Owned by the run, which closes it. NULL with @error. */
YsWorkspace *ys_cli_open (YsCli *self, gboolean change, GError **error);

/* ---- the answer ---- */
void ys_cli_print (YsCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3); /* a line for people */
/* A line of two columns: @label filled up to @width columns of a terminal, Chinese counting two. */
void ys_cli_print_pair (YsCli *self, const char *label, guint width, const char *value);
/* How far long work is: a line on standard error where that is a terminal. Of type YsProgressFunc; @cli is a YsCli. */
void ys_cli_progress (guint64 done, guint64 total, gpointer cli);

/* ---- the run ---- */
/* Parses, runs, prints; returns the exit status. @argv: without the program's name. */
int ys_cli_run (int argc, char **argv);

G_END_DECLS
