/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of packages that has been taken over: it takes the request as the real one does and then answers
 * in the way that HOSTILE_READER names. Started by the real client through YANSHOU_READ; used by
 * test-hostile-reader.c. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ys-package-signature.h"
#include "ys-package-wire.h"

#define SOCKET 3
#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
say (YsWireKind kind, GVariant *payload)
{
  ys_wire_send (SOCKET, kind, payload, -1, NULL);
}

static void
say_raw (const void *data, gsize length)
{
  if (send (SOCKET, data, length, MSG_NOSIGNAL) < 0)
    _exit (1);
}

static void
say_frame (guint32 kind, guint32 length)
{
  guint32 frame[2] = { kind, length };

  say_raw (frame, sizeof frame);
}

static void
say_bag (gboolean sound, const char *digest)
{
  say (YS_WIRE_BAG, g_variant_new ("(busss)", sound, (guint32)YS_SIGNATURE_NONE, digest, "top", ""));
}

static void
say_fault (guint32 code, const char *message)
{
  say (YS_WIRE_FAULT, g_variant_new ("(ususs)", code, "file", 1u, "", message));
}

static void
say_document (const char *name, const char *text)
{
  GVariant *bytes = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, text, strlen (text), 1);

  say (YS_WIRE_DOCUMENT, g_variant_new ("(s@ay)", name, bytes));
}

static void
say_file (const char *name, guint64 size, guint64 offset, const char *digest)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(stts)"));

  g_variant_builder_add (&builder, "(stts)", name, size, offset, digest);
  say (YS_WIRE_FILES, g_variant_builder_end (&builder));
}

static void
say_end (void)
{
  say (YS_WIRE_END, g_variant_new_tuple (NULL, 0));
}

/* ---- frames that are none ---- */

static gboolean
break_frames (const char *mode)
{
  guint8 garbage[4096];
  const guint8 no_boolean = 2;

  memset (garbage, 0xa5, sizeof garbage);
  if (strcmp (mode, "garbage") == 0)
    say_raw (garbage, sizeof garbage);
  else if (strcmp (mode, "huge") == 0)
    say_frame (YS_WIRE_FILES, 0xffffffff);
  else if (strcmp (mode, "unknown kind") == 0)
    say_frame (YS_N_WIRE_KINDS, 0);
  else if (strcmp (mode, "half a frame") == 0)
    say_raw (garbage, 3);
  else if (strcmp (mode, "half a payload") == 0)
    {
      say_frame (YS_WIRE_BAG, 1000);
      say_raw (garbage, 10);
    }
  else if (strcmp (mode, "not normal") == 0)
    {
      say_frame (YS_WIRE_FILE, 1);
      say_raw (&no_boolean, 1);
    }
  else if (strcmp (mode, "garbage payload") == 0)
    {
      say_frame (YS_WIRE_FILES, sizeof garbage);
      say_raw (garbage, sizeof garbage);
    }
  else if (strcmp (mode, "descriptor") == 0)
    ys_wire_send (SOCKET, YS_WIRE_PROGRESS, g_variant_new_uint64 (1), STDIN_FILENO, NULL);
  else
    return FALSE;
  return TRUE;
}

/* ---- records that lie ---- */

static gboolean
lie_about_bag (const char *mode)
{
  if (strcmp (mode, "end at once") == 0)
    say_end ();
  else if (strcmp (mode, "sound without digest") == 0)
    say_bag (TRUE, "");
  else if (strcmp (mode, "no digest") == 0)
    say_bag (TRUE, "../../../../etc/passwd");
  else if (strcmp (mode, "bag twice") == 0)
    {
      say_bag (TRUE, DIGEST);
      say_bag (TRUE, DIGEST);
    }
  else if (strcmp (mode, "sound with faults") == 0)
    {
      say_fault (1, "wrong");
      say_bag (TRUE, DIGEST);
    }
  else if (strcmp (mode, "document of a damaged one") == 0)
    {
      say_fault (1, "wrong");
      say_bag (FALSE, DIGEST);
      say_document ("data/journal.xml", "<journal format='1'/>");
    }
  else if (strcmp (mode, "unknown code") == 0)
    say_fault (100000, "wrong");
  else if (strcmp (mode, "empty fault") == 0)
    say_fault (1, "");
  else if (strcmp (mode, "endless faults") == 0)
    for (guint i = 0; i < 100000; i++)
      say_fault (1, "wrong");
  else
    return FALSE;
  return TRUE;
}

static gboolean
lie_about_files (const char *mode)
{
  if (strcmp (mode, "files first") == 0)
    say_file ("data/package.xml", 1, 0, DIGEST);
  else if (strcmp (mode, "open in an archive") == 0)
    say (YS_WIRE_OPEN, g_variant_new_uint32 (0));
  else
    {
      say_bag (TRUE, DIGEST);
      if (strcmp (mode, "beyond the end") == 0)
        say_file ("data/package.xml", 1, G_GUINT64_CONSTANT (1) << 40, DIGEST);
      else if (strcmp (mode, "overflow") == 0)
        say_file ("data/package.xml", G_MAXUINT64, 2, DIGEST);
      else if (strcmp (mode, "climbing") == 0)
        say_file ("../../evil", 1, 0, DIGEST);
      else if (strcmp (mode, "climbing document") == 0)
        say_document ("data/../../evil.xml", "<evil/>");
      else if (strcmp (mode, "evidence as document") == 0)
        say_document ("data/evidence/" DIGEST ".pdf", "<evil/>");
      else
        return FALSE;
    }
  return TRUE;
}

/* These are well-formed as records; what they carry must not be believed either. */
static void
lie_about_documents (const char *mode)
{
  if (strcmp (mode, "document type") == 0)
    say_document ("data/package.xml", "<!DOCTYPE package SYSTEM 'file:///etc/passwd'><package/>");
  else if (strcmp (mode, "crash") == 0)
    raise (SIGSEGV);
  else if (strcmp (mode, "silence") == 0)
    pause ();
  say_end ();
}

int
main (void)
{
  const char *mode = g_getenv ("HOSTILE_READER");
  g_autoptr (GVariant) request = NULL;
  YsWireKind kind;
  int fd;

  if (mode == NULL || !ys_wire_receive (SOCKET, &kind, &request, &fd, NULL, NULL, NULL))
    return EXIT_FAILURE;
  if (!break_frames (mode) && !lie_about_bag (mode) && !lie_about_files (mode))
    lie_about_documents (mode);
  return EXIT_SUCCESS;
}
