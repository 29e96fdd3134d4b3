/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run: parses, lets the verb work, closes the workspace, prints the one answer and gives the exit status.
 * A verb that failed leaves no answer but what is wrong, unless its answer is a verdict. */
#include "ys-cli-private.h"
#include "ys-sheet-json.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

static void
cli_init (YsCli *self)
{
  *self = (YsCli){ 0 };
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  self->text = g_string_new (NULL);
  self->fields = (YsJson){ .text = g_string_new (NULL), .comma = TRUE };
}

static void
cli_clear (YsCli *self)
{
  g_ptr_array_unref (self->arguments);
  g_hash_table_unref (self->options);
  g_object_unref (self->cancellable);
  g_clear_object (&self->workspace);
  g_string_free (self->text, TRUE);
  g_string_free (self->fields.text, TRUE);
  g_free (self->document);
}

/* An interrupted work may fail for a reason that only follows from it: its helper was stopped too. */
static void
tell_interruption (YsCli *self, GError **error)
{
  if (*error == NULL || !g_cancellable_is_cancelled (self->cancellable)
      || g_error_matches (*error, YS_ERROR, YS_ERROR_CANCELLED))
    return;
  g_clear_error (error);
  ys_set_error (error, YS_ERROR_CANCELLED, NULL, _ ("This was interrupted"));
}

static gboolean
work (YsCli *self, GError **error)
{
  gboolean done = self->verb->run (self, error);

  /* also after a failure: what was done before it is kept, and the lock is freed in order */
  if (self->workspace != NULL && !ys_workspace_close (self->workspace, done ? error : NULL))
    done = FALSE;
  if (!done)
    tell_interruption (self, error);
  return done;
}

/* {"ok":…,fields,"errors":[…]} */
static char *
make_document (YsCli *self, const YsFaults *faults)
{
  YsJson json = { .text = g_string_new (NULL) };

  if (faults == NULL && self->document != NULL)
    {
      g_string_append (json.text, self->document);
      return g_string_free (json.text, FALSE);
    }
  ys_json_begin (&json, NULL, '{');
  ys_json_boolean (&json, "ok", faults == NULL);
  if (faults == NULL || self->answers_anyway)
    g_string_append (json.text, self->fields.text->str);
  if (faults != NULL)
    ys_faults_write_json (faults, &json);
  ys_json_end (&json, '}');
  return g_string_free (json.text, FALSE);
}

static int
answer (YsCli *self, const GError *failure)
{
  g_autoptr (YsFaults) faults = failure != NULL ? ys_cli_list_faults (failure) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean written = TRUE;

  if (self->json)
    {
      g_autofree char *document = make_document (self, faults);
      g_autofree char *line = g_strconcat (document, "\n", NULL);

      written = ys_cli_write (line, TRUE, &error);
    }
  else if (failure == NULL || self->answers_anyway)
    written = ys_cli_write (self->text->str, FALSE, &error);
  if (!written)
    {
      g_autoptr (YsFaults) trouble = ys_cli_list_faults (error);

      ys_cli_tell_faults (trouble);
      return ys_cli_exit_status (error);
    }
  if (failure != NULL && !self->json)
    ys_cli_tell_faults (faults);
  return failure != NULL ? ys_cli_exit_status (failure) : 0;
}

static void
show_help (YsCli *self, const char *words)
{
  g_autofree char *help = ys_cli_help (words);

  g_string_append (self->text, help);
  ys_json_string (&self->fields, "help", help);
}

int
ys_cli_run (int argc, char **argv)
{
  YsCli self;
  gboolean help = FALSE;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  cli_init (&self);
  ys_cli_catch_signals (self.cancellable);
  if (ys_cli_parse (&self, argc, argv, &help, &words, &error))
    {
      if (help)
        show_help (&self, words);
      else
        work (&self, &error);
    }
  status = answer (&self, error);
  cli_clear (&self);
  return status;
}
