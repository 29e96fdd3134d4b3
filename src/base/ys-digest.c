/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 over OpenSSL's EVP: incremental, of bytes, and of a file that is already open.
 * The digest is how a PDF is known and how a change of a package is found. */
#include "ys-id.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <openssl/evp.h>
#include <string.h>
#include <unistd.h>

#include "ys-error.h"

#define READ_SIZE (256 * 1024)
#define GROUP_LENGTH 4

struct _YsDigest
{
  EVP_MD_CTX *context; /* NULL once finished */
};

YsDigest *
ys_digest_new (void)
{
  YsDigest *self = g_new0 (YsDigest, 1);

  self->context = EVP_MD_CTX_new ();
  /* Fails only where OpenSSL is configured without SHA-256: nothing of ours could hold its word then. */
  if (self->context == NULL || EVP_DigestInit_ex (self->context, EVP_sha256 (), NULL) != 1)
    g_error ("OpenSSL gives no SHA-256");
  return self;
}

void
ys_digest_update (YsDigest *self, const void *data, gsize length)
{
  g_return_if_fail (self != NULL && self->context != NULL && (data != NULL || length == 0));

  if (EVP_DigestUpdate (self->context, data, length) != 1)
    g_error ("OpenSSL failed in SHA-256");
}

char *
ys_digest_finish (YsDigest *self)
{
  g_return_val_if_fail (self != NULL && self->context != NULL, NULL);

  guint8 bytes[YS_SHA256_HEX_LENGTH / 2];
  g_autoptr (GString) hex = g_string_sized_new (YS_SHA256_HEX_LENGTH);

  if (EVP_DigestFinal_ex (self->context, bytes, NULL) != 1)
    g_error ("OpenSSL failed in SHA-256");
  g_clear_pointer (&self->context, EVP_MD_CTX_free);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (g_steal_pointer (&hex), FALSE);
}

void
ys_digest_free (YsDigest *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->context, EVP_MD_CTX_free);
  g_free (self);
}

char *
ys_digest_of_bytes (const void *data, gsize length)
{
  g_autoptr (YsDigest) digest = ys_digest_new ();

  ys_digest_update (digest, data, length);
  return ys_digest_finish (digest);
}

char *
ys_digest_of_fd (int fd, GError **error)
{
  g_autoptr (YsDigest) digest = ys_digest_new ();
  g_autofree guint8 *buffer = g_malloc (READ_SIZE);
  off_t offset = 0;

  while (TRUE)
    {
      gssize got = pread (fd, buffer, READ_SIZE, offset);

      if (got == 0)
        return ys_digest_finish (digest);
      if (got > 0)
        {
          ys_digest_update (digest, buffer, (gsize)got);
          offset += got;
        }
      else if (errno != EINTR)
        {
          ys_set_error_from_errno (error, errno, NULL, _ ("Reading a file for its digest failed"));
          return NULL;
        }
    }
}

gboolean
ys_digest_is_valid (const char *hex)
{
  return hex != NULL && strlen (hex) == YS_SHA256_HEX_LENGTH
         && strspn (hex, "0123456789abcdef") == YS_SHA256_HEX_LENGTH;
}

char *
ys_digest_to_groups (const char *hex)
{
  g_return_val_if_fail (hex != NULL, NULL);

  g_autoptr (GString) groups = g_string_new (NULL);

  for (gsize i = 0; i < YS_SHA256_HEX_LENGTH && hex[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP_LENGTH == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, hex[i]);
    }
  return g_string_free (g_steal_pointer (&groups), FALSE);
}
