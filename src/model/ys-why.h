/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons as data: a code of the table ys-why.def with its rule number and its named inputs (scoring.md 12).
 * One function turns a reason into the sentence that an official can read out, always Chinese. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
#define YS_WHY_CODE(NAME, nick, rule, template) YS_WHY_##NAME,
#include "ys-why.def"
#undef YS_WHY_CODE
  YS_N_WHYS
} YsWhyCode;

typedef struct
{
  char *name;      /* as in the template, e.g. "value" */
  char *text;      /* formatted by base */
  char *record_id; /* the record, citation, metric or occurrence it comes from; may be NULL */
} YsWhyInput;

/* One reason. */
typedef struct
{
  guint code;        /* YsWhyCode */
  GPtrArray *inputs; /* YsWhyInput */
} YsWhy;

/* A reason with its inputs, as triples: name, text (transfer full, may be NULL: empty), record id (may be
 * NULL); NULL ends the list. */
YsWhy *ys_why_new (YsWhyCode code, ...) G_GNUC_NULL_TERMINATED;
void ys_why_free (YsWhy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWhy, ys_why_free)
/* A further input, one that the template need not name (a citation that the figure rests on). */
void ys_why_take_input (YsWhy *self, const char *name, char *text, const char *record_id);

/* Rule number of scoring.md, e.g. "3" or "9". */
const char *ys_why_get_rule (const YsWhy *self);
/* Stable name of the code. */
const char *ys_why_get_nick (const YsWhy *self);
/* The code of a stable name; FALSE if there is none. */
gboolean ys_why_code_from_nick (const char *nick, YsWhyCode *code);
/* The sentence that an official can read out, always Chinese. Full. */
char *ys_why_to_text (const YsWhy *self);

G_END_DECLS
