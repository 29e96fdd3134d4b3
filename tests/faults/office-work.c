/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types, settles, attaches, cites and undoes by a seed until it is killed, and tells before and after each step.
 * Every line is flushed, so that what stands in the pipe is what the program had acknowledged. */
#include "office.h"

#include "ys-id.h"
#include "ys-workspace-evidence.h"
#include "ys-workspace-form.h"
#include "ys-workspace-negative.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  YsWorkspace *workspace;
  GRand *random;
  const char *pdf;
  char *copy;      /* where the next PDF is made */
  guint step, undoable;
  GPtrArray *digests;
} Work;

static const char *const keys[] = { "person", "narrative.effect", "narrative.problem", "narrative.measure" };
static const char *const items[] = { "N2.1", "N2.2", "N3.1", "N3.2" };

static void
begin (Work *work, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
begin (Work *work, const char *format, ...)
{
  va_list arguments;
  g_autofree char *what = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  printf ("begin\t%u\t%s\n", ++work->step, what);
  fflush (stdout);
}

static void
done (Work *work)
{
  printf ("done\t%u\n", work->step);
  fflush (stdout);
}

static guint
any_task (Work *work)
{
  return (guint) g_rand_int_range (work->random, 1, 4);
}

static char *
any_text (Work *work)
{
  return g_strdup_printf ("第%u步写下的话%0*d", work->step + 1, (int) g_rand_int_range (work->random, 1, 900), 7);
}

static gboolean
set_several (Work *work, GError **error)
{
  guint task = any_task (work);
  g_autofree char *first = any_text (work);
  g_autofree char *second = any_text (work);
  g_autofree char *third = any_text (work);
  const char *const some[] = { keys[1], keys[2], keys[3], NULL };
  const char *const texts[] = { first, second, third, NULL };

  begin (work, "set\t%u\t%s=%s\t%s=%s\t%s=%s", task, some[0], first, some[1], second, some[2], third);
  if (!ys_workspace_set_entries (work->workspace, task, some, texts, FALSE, error))
    return FALSE;
  work->undoable++;
  done (work);
  return TRUE;
}

/* Typing is acknowledged when the save state says so; then leaving the field closes it. */
static gboolean
type_and_settle (Work *work, GError **error)
{
  guint task = any_task (work);
  const char *key = keys[g_rand_int_range (work->random, 0, G_N_ELEMENTS (keys))];
  g_autofree char *text = any_text (work);

  gboolean waits = g_rand_boolean (work->random);
  begin (work, "%s\t%u\t%s\t%s", waits ? "type" : "fill", task, key, text);
  for (const char *end = g_utf8_next_char (text);; end = g_utf8_next_char (end))
    {
      g_autofree char *so_far = g_strndup (text, (gsize) (end - text));
      ys_workspace_type (work->workspace, task, key, so_far);
      if (*end == '\0')
        break;
    }
  if (waits)
    {
      while (ys_workspace_get_save_state (work->workspace, NULL, NULL) == YS_SAVE_PENDING)
        g_usleep (1000);
      done (work);
      begin (work, "settle\t%u\t%s", task, key);
    }
  if (!ys_workspace_settle (work->workspace, task, key, error))
    return FALSE;
  work->undoable++;
  done (work);
  return TRUE;
}

/* A PDF of its own for each step: what follows the end of the file does not hurt a reader. */
static gboolean
attach (Work *work, GError **error)
{
  g_autofree char *content = NULL;
  g_autofree char *more = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *told = NULL;
  gsize length;

  if (!g_file_get_contents (work->pdf, &content, &length, error))
    return FALSE;
  more = g_strdup_printf ("%.*s%% %u\n", (int) length, content, work->step);
  if (!g_file_set_contents (work->copy, more, -1, error))
    return FALSE;
  told = ys_digest_of_bytes (more, strlen (more));
  begin (work, "attach\t%s", told);
  digest = ys_workspace_attach (work->workspace, work->copy, NULL, NULL, NULL, NULL, NULL, NULL, error);
  if (digest == NULL)
    return FALSE;
  done (work);
  g_ptr_array_add (work->digests, g_steal_pointer (&digest));
  return TRUE;
}

static gboolean
cite (Work *work, GError **error)
{
  const YsCitationTarget target = { .task = any_task (work) };
  g_autofree char *id = NULL;

  if (work->digests->len == 0)
    return attach (work, error);
  const char *digest = g_ptr_array_index (work->digests, g_rand_int_range (work->random, 0, (gint32) work->digests->len));
  begin (work, "cite\t%s\t%u", digest, target.task);
  id = ys_workspace_cite (work->workspace, digest, &target, "1", NULL, NULL, error);
  if (id == NULL)
    return FALSE;
  work->undoable++;
  done (work);
  return TRUE;
}

static gboolean
declare (Work *work, GError **error)
{
  const char *item = items[g_rand_int_range (work->random, 0, G_N_ELEMENTS (items))];
  gboolean none = !ys_workspace_is_declared_none (work->workspace, item);

  begin (work, "none\t%s\t%s", item, none ? "yes" : "no");
  if (!ys_workspace_declare_none (work->workspace, item, none, error))
    return FALSE;
  work->undoable++;
  done (work);
  return TRUE;
}

static gboolean
undo (Work *work, GError **error)
{
  if (work->undoable == 0)
    return set_several (work, error);
  begin (work, "undo");
  if (!ys_workspace_undo (work->workspace, NULL, NULL, error))
    return FALSE;
  work->undoable--;
  done (work);
  return TRUE;
}

gboolean
office_work (YsWorkspace *workspace, char **words, GError **error)
{
  static gboolean (*const steps[]) (Work *, GError **) = { set_several, type_and_settle, type_and_settle, attach,
                                                            cite, declare, undo };
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_ascii_strtoull (words[0], NULL, 10));
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *copy = g_strconcat (words[1], ".copy.pdf", NULL);
  Work work = { workspace, random, words[1], copy, 0, 0, digests };

  printf ("ready\n");
  fflush (stdout);
  while (steps[g_rand_int_range (random, 0, G_N_ELEMENTS (steps))](&work, error))
    continue;
  return FALSE;
}
