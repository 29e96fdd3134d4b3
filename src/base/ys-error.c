/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain: codes with names and advice, and GErrors that carry their place and their faults.
 * The table of codes is ys-error-codes.def; what a failed system call means for a person is
 * ys-error-system.c. */
#include "ys-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *where;
  YsFaults *faults;
} YsErrorPrivate;

typedef struct
{
  const char *nick;
  int exit_status;
  const char *advice;
} CodeRow;

static const CodeRow code_rows[YS_N_ERRORS] = {
#define YS_ERROR_CODE(NAME, nick, exit_status, advice) [YS_ERROR_##NAME] = { nick, exit_status, advice },
#include "ys-error-codes.def"
#undef YS_ERROR_CODE
};

/* The private part is NULL only for an error of another domain, which the assertions tell the compiler. */

static void
ys_error_private_init (YsErrorPrivate *self)
{
  g_assert (self != NULL);
  self->where = NULL;
  self->faults = NULL;
}

static void
ys_error_private_copy (const YsErrorPrivate *source, YsErrorPrivate *copy)
{
  g_assert (source != NULL && copy != NULL);
  copy->where = g_strdup (source->where);
  copy->faults = source->faults != NULL ? ys_faults_ref (source->faults) : NULL;
}

static void
ys_error_private_clear (YsErrorPrivate *self)
{
  g_assert (self != NULL);
  g_clear_pointer (&self->where, g_free);
  g_clear_pointer (&self->faults, ys_faults_unref);
}

G_DEFINE_EXTENDED_ERROR (YsError, ys_error)

/* As ys_error_get_private(), never NULL: callers have made or checked the domain. */
static YsErrorPrivate *
private_of (const GError *error)
{
  YsErrorPrivate *private = ys_error_get_private (error);

  g_assert (private != NULL);
  return private;
}

static const CodeRow *
code_row (YsErrorCode code)
{
  g_return_val_if_fail ((guint)code < YS_N_ERRORS, &code_rows[YS_ERROR_FAILED]);
  return &code_rows[code];
}

const char *
ys_error_code_nick (YsErrorCode code)
{
  return code_row (code)->nick;
}

int
ys_error_code_exit_status (YsErrorCode code)
{
  return code_row (code)->exit_status;
}

const char *
ys_error_code_advice (YsErrorCode code)
{
  return _ (code_row (code)->advice);
}

void
ys_set_error (GError **error, YsErrorCode code, const char *where, const char *format, ...)
{
  if (error == NULL)
    return;

  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  GError *made = g_error_new_literal (YS_ERROR, (int)code, message);
  private_of (made)->where = g_strdup (where);
  g_propagate_error (error, made);
}

/* "plan.xml:12, units/unit[3]" with only those parts that are known; NULL where none is. */
static char *
place_of_fault (const YsFault *fault)
{
  g_autoptr (GString) place = g_string_new (fault->file);

  if (fault->line > 0)
    g_string_append_printf (place, ":%u", fault->line);
  if (fault->where != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", fault->where);
  return place->len > 0 ? g_strdup (place->str) : NULL;
}

void
ys_set_error_from_faults (GError **error, YsFaults *faults)
{
  g_return_if_fail (ys_faults_get_n (faults) > 0);

  if (error == NULL)
    return;

  const YsFault *first = ys_faults_get (faults, 0);
  g_autofree char *where = place_of_fault (first);
  GError *made = NULL;

  ys_set_error (&made, first->code, where, "%s", first->message);
  private_of (made)->faults = ys_faults_ref (faults);
  g_propagate_error (error, made);
}

const char *
ys_error_get_where (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == YS_ERROR, NULL);
  return private_of (error)->where;
}

const YsFaults *
ys_error_get_faults (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == YS_ERROR, NULL);
  return private_of (error)->faults;
}
