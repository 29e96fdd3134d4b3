/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame is kind and length (two 32-bit numbers in host order, both ends being one build) and the serialised
 * variant; a descriptor travels with the first byte of the frame. */
#include "ys-package-wire.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MIB (1024 * 1024)

static const struct
{
  const char *type;
  guint32 limit; /* bytes */
} messages[YS_N_WIRE_KINDS] = {
  [YS_WIRE_ARCHIVE] = { "()", 16 },
  [YS_WIRE_FOLDER] = { "a(st)", 16 * MIB },
  [YS_WIRE_FILE] = { "b", 16 },
  [YS_WIRE_OPEN] = { "u", 16 },
  [YS_WIRE_PROGRESS] = { "t", 16 },
  [YS_WIRE_FAULT] = { "(ususs)", 64 * 1024 },
  [YS_WIRE_BAG] = { "(busss)", 64 * 1024 },
  [YS_WIRE_FILES] = { "a(stts)", 32 * MIB },
  [YS_WIRE_DOCUMENT] = { "(say)", 64 * MIB + 4096 },
  [YS_WIRE_END] = { "()", 16 },
};

static gboolean
lost (GError **error)
{
  ys_set_error (error, YS_ERROR_PACKAGE_READER, NULL,
                _ ("The program that reads packages stopped or sent garbage."));
  return FALSE;
}

/* ---- sending ---- */

static gssize
send_some (int socket, const void *data, gsize length, int fd)
{
  struct iovec part = { (void *)data, length };
  union
  {
    char bytes[CMSG_SPACE (sizeof (int))];
    struct cmsghdr align;
  } control = { 0 };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };

  if (fd >= 0)
    {
      struct cmsghdr *header;

      message.msg_control = control.bytes;
      message.msg_controllen = sizeof control.bytes;
      header = CMSG_FIRSTHDR (&message);
      header->cmsg_level = SOL_SOCKET;
      header->cmsg_type = SCM_RIGHTS;
      header->cmsg_len = CMSG_LEN (sizeof (int));
      memcpy (CMSG_DATA (header), &fd, sizeof fd);
    }
  return sendmsg (socket, &message, MSG_NOSIGNAL);
}

static gboolean
send_all (int socket, const void *data, gsize length, int fd, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = send_some (socket, (const char *)data + done, length - done, done == 0 ? fd : -1);

      if (n > 0)
        done += (gsize)n;
      else if (n == 0 || errno != EINTR)
        return lost (error);
    }
  return TRUE;
}

gboolean
ys_wire_send (int socket, YsWireKind kind, GVariant *payload, int fd, GError **error)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (payload);
  guint32 header[2] = { kind, (guint32)g_variant_get_size (variant) };

  g_assert (g_variant_is_of_type (variant, G_VARIANT_TYPE (messages[kind].type)));
  if (g_variant_get_size (variant) > messages[kind].limit)
    {
      ys_set_error (error, YS_ERROR_TOO_LARGE, NULL, _ ("A part of the package is too large to be read."));
      return FALSE;
    }
  return send_all (socket, header, sizeof header, fd, error)
         && send_all (socket, g_variant_get_data (variant), header[1], -1, error);
}

/* ---- receiving ---- */

static void
take_descriptor (struct msghdr *message, int *fd)
{
  for (struct cmsghdr *header = CMSG_FIRSTHDR (message); header != NULL;
       header = CMSG_NXTHDR (message, header))
    {
      int received;

      if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS
          || header->cmsg_len != CMSG_LEN (sizeof (int)))
        continue;
      memcpy (&received, CMSG_DATA (header), sizeof received);
      if (*fd >= 0)
        close (*fd);
      *fd = received;
    }
}

static gboolean
receive_all (int socket, void *data, gsize length, int *fd, YsWireWait wait, gpointer user_data,
             GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      struct iovec part = { (char *)data + done, length - done };
      union
      {
        char bytes[CMSG_SPACE (sizeof (int))];
        struct cmsghdr align;
      } control = { 0 };
      struct msghdr message = { .msg_iov = &part,
                                .msg_iovlen = 1,
                                .msg_control = control.bytes,
                                .msg_controllen = sizeof control.bytes };
      gssize n;

      if (wait != NULL && !wait (socket, user_data, error))
        return FALSE;
      n = recvmsg (socket, &message, MSG_CMSG_CLOEXEC);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return lost (error);
      take_descriptor (&message, fd);
      done += (gsize)n;
    }
  return TRUE;
}

static GVariant *
receive_payload (int socket, YsWireKind kind, guint32 length, int *fd, YsWireWait wait, gpointer user_data,
                 GError **error)
{
  g_autofree guint8 *data = g_malloc (length + 1);
  g_autoptr (GVariant) variant = NULL;

  if (!receive_all (socket, data, length, fd, wait, user_data, error))
    return NULL;
  variant = g_variant_new_from_data (G_VARIANT_TYPE (messages[kind].type), data, length, FALSE, g_free, data);
  data = NULL;
  g_variant_ref_sink (variant);
  if (g_variant_is_normal_form (variant))
    return g_steal_pointer (&variant);
  lost (error);
  return NULL;
}

gboolean
ys_wire_receive (int socket, YsWireKind *kind, GVariant **payload, int *fd, YsWireWait wait,
                 gpointer user_data, GError **error)
{
  guint32 header[2];

  *fd = -1;
  *payload = NULL;
  if (receive_all (socket, header, sizeof header, fd, wait, user_data, error))
    {
      if (header[0] >= YS_N_WIRE_KINDS || header[1] > messages[header[0]].limit)
        lost (error);
      else
        *payload = receive_payload (socket, (YsWireKind)header[0], header[1], fd, wait, user_data, error);
    }
  if (*payload == NULL)
    {
      if (*fd >= 0)
        close (*fd);
      *fd = -1;
      return FALSE;
    }
  *kind = (YsWireKind)header[0];
  return TRUE;
}
