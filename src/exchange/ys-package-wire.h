/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library and the confined reader say to each other: framed GVariants over a socketpair, some of
 * them with a descriptor. Either side takes only what is in normal form, of the agreed type and below the
 * agreed size. */
#pragma once

#include <gio/gio.h>

#include "ys-error.h"

G_BEGIN_DECLS

typedef enum
{
  /* library → reader */
  YS_WIRE_ARCHIVE, /* "()" with a descriptor: read this zip */
  YS_WIRE_FOLDER,  /* "a(st)": name and size of each file of a folder, in archive order */
  YS_WIRE_FILE,    /* "b" with a descriptor where TRUE: answer to OPEN */
  /* reader → library */
  YS_WIRE_OPEN,     /* "u": wants file of that index */
  YS_WIRE_PROGRESS, /* "t": bytes read so far */
  YS_WIRE_FAULT,    /* "(ususs)": code, file, line, where, message; "" for NULL */
  YS_WIRE_BAG,   /* "(busss)": sound, YsSignatureState, digest, top as it may be shown, id in bag-info.txt */
  YS_WIRE_FILES, /* "a(stts)": name, size, offset, SHA-256 ("" where not sound) of each file */
  YS_WIRE_DOCUMENT, /* "(say)": name and bytes of a document that passed gate and schema */
  YS_WIRE_END,      /* "()" */
  YS_N_WIRE_KINDS
} YsWireKind;

/* Called before anything is read from @socket that may have to be waited for; FALSE with @error to give up.
 */
typedef gboolean (*YsWireWait) (int socket, gpointer user_data, GError **error);

/* Sends one message. @payload is consumed if floating; @fd (or -1) is passed along and stays the caller's. */
gboolean ys_wire_send (int socket, YsWireKind kind, GVariant *payload, int fd, GError **error);
/* Receives one message; @wait may be NULL. The caller owns @fd (-1 if none came). PACKAGE_READER for anything
 * that is not a well-formed message, and where the other side is gone. */
gboolean ys_wire_receive (int socket, YsWireKind *kind, GVariant **payload, int *fd, YsWireWait wait,
                          gpointer user_data, GError **error);

G_END_DECLS
