/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Failed system calls and errors of GLib and GIO as errors of ours. Our own sentences for the causes that
 * people meet, because strerror() speaks the reader's language only where the C library's catalogues are
 * installed. */
#include "ys-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  int number; /* an errno or a GIOErrorEnum */
  YsErrorCode code;
  const char *reason; /* NULL: the system's own words */
} CauseRow;

static const CauseRow errno_causes[] = {
  { ENOSPC, YS_ERROR_NO_SPACE, N_ ("the disk is full") },
  { EDQUOT, YS_ERROR_NO_SPACE, N_ ("the space granted to this user is used up") },
  { EROFS, YS_ERROR_READ_ONLY, N_ ("the disk or stick is write-protected") },
  { EACCES, YS_ERROR_NO_PERMISSION, N_ ("access is denied") },
  { EPERM, YS_ERROR_NO_PERMISSION, N_ ("this is not permitted") },
  { ENOENT, YS_ERROR_NOT_FOUND, N_ ("there is no such file or folder") },
  { ENOTDIR, YS_ERROR_NOT_FOUND, N_ ("a part of the path is not a folder") },
  { EISDIR, YS_ERROR_NOT_FOUND, N_ ("this is a folder, not a file") },
  { ENAMETOOLONG, YS_ERROR_NOT_FOUND, N_ ("the name is too long") },
  { ELOOP, YS_ERROR_NOT_FOUND, N_ ("links lead in a circle or are not followed here") },
  { EEXIST, YS_ERROR_EXISTS, N_ ("there is already something of this name") },
  { ENOTEMPTY, YS_ERROR_EXISTS, N_ ("the folder is not empty") },
  { EFBIG, YS_ERROR_TOO_LARGE, N_ ("the file is too large for this disk or stick") },
  { EIO, YS_ERROR_IO, N_ ("reading or writing the disk or stick failed") },
  { ENODEV, YS_ERROR_IO, N_ ("the disk or stick is no longer there") },
  { ENXIO, YS_ERROR_IO, N_ ("the disk or stick is no longer there") },
  { ECANCELED, YS_ERROR_CANCELLED, N_ ("it was cancelled") },
};

static const CauseRow gio_causes[] = {
  { G_IO_ERROR_NO_SPACE, YS_ERROR_NO_SPACE, N_ ("the disk is full") },
  { G_IO_ERROR_READ_ONLY, YS_ERROR_READ_ONLY, N_ ("the disk or stick is write-protected") },
  { G_IO_ERROR_PERMISSION_DENIED, YS_ERROR_NO_PERMISSION, N_ ("access is denied") },
  { G_IO_ERROR_NOT_FOUND, YS_ERROR_NOT_FOUND, N_ ("there is no such file or folder") },
  { G_IO_ERROR_NOT_DIRECTORY, YS_ERROR_NOT_FOUND, N_ ("a part of the path is not a folder") },
  { G_IO_ERROR_IS_DIRECTORY, YS_ERROR_NOT_FOUND, N_ ("this is a folder, not a file") },
  { G_IO_ERROR_NOT_REGULAR_FILE, YS_ERROR_NOT_FOUND, N_ ("this is not a plain file") },
  { G_IO_ERROR_FILENAME_TOO_LONG, YS_ERROR_NOT_FOUND, N_ ("the name is too long") },
  { G_IO_ERROR_EXISTS, YS_ERROR_EXISTS, N_ ("there is already something of this name") },
  { G_IO_ERROR_NOT_EMPTY, YS_ERROR_EXISTS, N_ ("the folder is not empty") },
  { G_IO_ERROR_CANCELLED, YS_ERROR_CANCELLED, N_ ("it was cancelled") },
};

static const CauseRow *
find_cause (const CauseRow *rows, gsize n_rows, int number)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      if (rows[i].number == number)
        return &rows[i];
    }
  return NULL;
}

/* Translators: first what was being done, then why it failed. */
static void
set_from_cause (GError **error, YsErrorCode code, const char *where, const char *doing, const char *reason)
{
  ys_set_error (error, code, where, _ ("%s: %s"), doing, reason);
}

void
ys_set_error_from_errno (GError **error, int errno_value, const char *where, const char *doing)
{
  g_return_if_fail (doing != NULL);

  const CauseRow *cause = find_cause (errno_causes, G_N_ELEMENTS (errno_causes), errno_value);

  if (cause != NULL)
    set_from_cause (error, cause->code, where, doing, _ (cause->reason));
  else
    set_from_cause (error, YS_ERROR_IO, where, doing, g_strerror (errno_value));
}

void
ys_set_error_from_foreign (GError **error, GError *foreign, const char *where, const char *doing)
{
  g_return_if_fail (foreign != NULL && doing != NULL);

  g_autoptr (GError) owned = foreign;
  const CauseRow *cause = NULL;
  YsErrorCode code = YS_ERROR_FAILED;

  if (owned->domain == YS_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }
  if (owned->domain == G_IO_ERROR)
    {
      cause = find_cause (gio_causes, G_N_ELEMENTS (gio_causes), owned->code);
      code = YS_ERROR_IO;
    }
  else if (owned->domain == G_FILE_ERROR)
    {
      /* GFileError has no way back to errno, but its text ends in strerror()'s, which is kept as detail. */
      for (gsize i = 0; i < G_N_ELEMENTS (errno_causes) && cause == NULL; i++)
        {
          if ((int)g_file_error_from_errno (errno_causes[i].number) == owned->code
              && owned->code != G_FILE_ERROR_FAILED)
            cause = &errno_causes[i];
        }
      code = YS_ERROR_IO;
    }
  else if (owned->domain == G_CONVERT_ERROR)
    {
      code = YS_ERROR_VALUE;
    }
  if (cause != NULL)
    code = cause->code;

  /* The foreign text names what we may not know (which file, which step), so it is always kept. */
  if (cause != NULL)
    ys_set_error (error, code, where, _ ("%s: %s (%s)"), doing, _ (cause->reason), owned->message);
  else
    set_from_cause (error, code, where, doing, owned->message);
}
