/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small writer of JSON text: objects and arrays with their commas, strings escaped, figures as exact
 * strings. It only writes; nothing in this program reads JSON. */
#pragma once

#include "ys-points.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  gboolean comma; /* the next value is not the first of its object or array */
} YsJson;

/* @name NULL: an element of an array. */
void ys_json_begin (YsJson *self, const char *name, char bracket);       /* '{' or '[' */
void ys_json_end (YsJson *self, char bracket);                           /* '}' or ']' */
void ys_json_string (YsJson *self, const char *name, const char *value); /* NULL: null */
void ys_json_take_string (YsJson *self, const char *name, char *value);
void ys_json_boolean (YsJson *self, const char *name, gboolean value);
void ys_json_integer (YsJson *self, const char *name, gint64 value);
void ys_json_points (YsJson *self, const char *name, YsPoints value); /* "87.350" */
void ys_json_null (YsJson *self, const char *name);

G_END_DECLS
