/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ordered, reference counted list of faults, for functions that find everything wrong at once.
 * References may be held by several threads; appending is for the one thread that checks. */
#include "ys-error.h"

struct _YsFaults
{
  gatomicrefcount references;
  GPtrArray *list; /* of YsFault */
};

static void
fault_free (gpointer data)
{
  YsFault *fault = data;

  g_free (fault->file);
  g_free (fault->where);
  g_free (fault->message);
  g_free (fault);
}

YsFaults *
ys_faults_new (void)
{
  YsFaults *self = g_new0 (YsFaults, 1);

  g_atomic_ref_count_init (&self->references);
  self->list = g_ptr_array_new_with_free_func (fault_free);
  return self;
}

YsFaults *
ys_faults_ref (YsFaults *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ys_faults_unref (YsFaults *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

void
ys_faults_add (YsFaults *self, YsErrorCode code, const char *file, guint line, const char *where,
               const char *format, ...)
{
  g_return_if_fail (self != NULL);

  YsFault *fault = g_new0 (YsFault, 1);
  fault->code = code;
  fault->file = file != NULL ? g_utf8_make_valid (file, -1) : NULL;
  fault->line = line;
  fault->where = g_strdup (where);

  va_list arguments;
  va_start (arguments, format);
  fault->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->list, fault);
}

guint
ys_faults_get_n (const YsFaults *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->list->len;
}

const YsFault *
ys_faults_get (const YsFaults *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->list->len, NULL);
  return g_ptr_array_index (self->list, index);
}

void
ys_faults_steal_all (YsFaults *self, YsFaults *other)
{
  g_return_if_fail (self != NULL && other != NULL && self != other);
  g_ptr_array_extend_and_steal (self->list, g_steal_pointer (&other->list));
  other->list = g_ptr_array_new_with_free_func (fault_free);
}
