/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling what went wrong: all faults, each with its place and what to do, and the exit status they amount to.
 * Names of files may be any bytes; what is told of them is readable all the same. */
#include "ys-cli-private.h"
#include "ys-id.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static char *
readable (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL) ? g_strdup (text) : ys_text_from_filename (text);
}

static void
add_fault (YsFaults *faults, const YsFault *fault)
{
  g_autofree char *file = readable (fault->file);
  g_autofree char *where = readable (fault->where);
  g_autofree char *message = readable (fault->message);

  ys_faults_add (faults, fault->code, file, fault->line, where, "%s", message);
}

YsFaults *
ys_cli_list_faults (const GError *error)
{
  YsFaults *list = ys_faults_new ();
  gboolean ours = error->domain == YS_ERROR;
  const YsFaults *attached = ours ? ys_error_get_faults (error) : NULL;
  const YsFault single = { .code = ours ? (YsErrorCode) error->code : YS_ERROR_FAILED,
                           .where = (char *) (ours ? ys_error_get_where (error) : NULL),
                           .message = error->message };

  if (attached == NULL)
    add_fault (list, &single);
  for (guint i = 0; attached != NULL && i < ys_faults_get_n (attached); i++)
    add_fault (list, ys_faults_get (attached, i));
  return list;
}

/* Sentences are written without their stop where something follows; here the advice does. */
static gboolean
has_stop (const char *sentence)
{
  static const char *const stops[] = { ".", "!", "?", "。", "！", "？" };

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (sentence, stops[i]))
      return TRUE;
  return FALSE;
}

void
ys_cli_tell_faults (const YsFaults *faults)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);

      g_string_append (text, "yanshou-cli: ");
      if (fault->file != NULL)
        g_string_append_printf (text, "%s:", fault->file);
      if (fault->file != NULL && fault->line > 0)
        g_string_append_printf (text, "%u:", fault->line);
      if (fault->where != NULL)
        g_string_append_printf (text, "%s%s:", fault->file != NULL ? " " : "", fault->where);
      if (fault->file != NULL || fault->where != NULL)
        g_string_append_c (text, ' ');
      /* Translators: what is wrong, and what to do about it, as two sentences; in Chinese without a blank between */
      g_string_append_printf (text, has_stop (fault->message) ? _ ("%s %s") : _ ("%s. %s"), fault->message,
                              ys_error_code_advice (fault->code));
      g_string_append_c (text, '\n');
    }
  /* where standard error is gone too, there is nobody left to tell */
  const char *rest = text->str;
  for (gssize written = 0; *rest != '\0' && written >= 0; rest += MAX (written, 0))
    {
      written = write (STDERR_FILENO, rest, strlen (rest));
      if (written < 0 && errno == EINTR)
        written = 0;
    }
}

int
ys_cli_exit_status (const GError *error)
{
  g_autoptr (YsFaults) faults = ys_cli_list_faults (error);
  int status = 1;

  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    status = MAX (status, ys_error_code_exit_status (ys_faults_get (faults, i)->code));
  return status;
}

gboolean
ys_cli_write (const char *text, gboolean plain, GError **error)
{
  const char *charset;
  /* a terminal without any encoding of its own (C) most likely shows UTF-8; one that has one gets it */
  gboolean convert = !plain && !g_get_charset (&charset) && !g_str_has_prefix (charset, "ANSI");
  g_autofree char *converted = convert ? g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL) : NULL;
  const char *rest = converted != NULL ? converted : text;

  for (gsize left = strlen (rest); left > 0;)
    {
      gssize written = write (STDOUT_FILENO, rest, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          ys_set_error_from_errno (error, errno, NULL, _ ("Writing the answer"));
          return FALSE;
        }
      rest += written;
      left -= (gsize) written;
    }
  return TRUE;
}
