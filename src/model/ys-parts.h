/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the plain records of the model are made and freed: every record has ys_<thing>_new(), which makes its arrays,
 * and ys_<thing>_free(), which takes NULL and everything that the record owns. */
#pragma once

#include <glib.h>

/* Declares the two functions of one record and its autoptr. */
#define YS_DECLARE_PART(Type, stem) \
  Type *ys_##stem##_new (void); \
  void ys_##stem##_free (Type *self); \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, ys_##stem##_free)

/* Defines them; @make and @clear are statements over `self`. */
#define YS_DEFINE_PART(Type, stem, make, clear) \
  Type *ys_##stem##_new (void) \
  { \
    Type *self = g_new0 (Type, 1); \
    make; \
    return self; \
  } \
  void ys_##stem##_free (Type *self) \
  { \
    if (self == NULL) \
      return; \
    clear; \
    g_free (self); \
  }

/* An array that owns its parts. */
#define YS_PARTS(stem) g_ptr_array_new_with_free_func ((GDestroyNotify) ys_##stem##_free)
