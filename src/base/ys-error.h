/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of Yanshou. Every code has a stable name (for --json), a sentence and an advice. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YsErrorCode:
 *
 * All codes, generated from ys-error-codes.def; a code is YS_ERROR_<NAME>. Each row of that table gives the
 * stable name used in machine output ("zip-not-canonical"), the exit class (1 refused or failed because of
 * the input or the state, 2 wrong use, 3 trouble of the machine) and the advice: what to do, in English,
 * translated by gettext like every message.
 */
typedef enum {
#define YS_ERROR_CODE(NAME, nick, exit_status, advice) YS_ERROR_##NAME,
#include "ys-error-codes.def"
#undef YS_ERROR_CODE
  YS_N_ERRORS
} YsErrorCode;

#define YS_ERROR (ys_error_quark ())
GQuark ys_error_quark (void);

/* The stable name of @code, e.g. "xml-schema". Never NULL for a valid code. */
const char *ys_error_code_nick (YsErrorCode code);
/* 1, 2 or 3: see YsErrorCode. */
int ys_error_code_exit_status (YsErrorCode code);
/* Translated advice for @code: what the person can do now. Never empty. */
const char *ys_error_code_advice (YsErrorCode code);

/**
 * YsFault: one thing that is wrong, with its place.
 * @code: what kind
 * @file: (nullable): file name as the caller gave it, valid UTF-8 for display
 * @line: 1-based line, 0 where there is none
 * @where: (nullable): field, XPath-like place or entry name inside @file
 * @message: one translated sentence, without advice and without place
 */
typedef struct {
  YsErrorCode code;
  char *file;
  guint line;
  char *where;
  char *message;
} YsFault;

/**
 * YsFaults: an ordered, reference counted list of faults. Functions that find all faults at once append here
 * and return FALSE; nothing in them stops at the first.
 */
typedef struct _YsFaults YsFaults;

YsFaults *ys_faults_new (void);
YsFaults *ys_faults_ref (YsFaults *self);
void ys_faults_unref (YsFaults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFaults, ys_faults_unref)

/* Appends a fault; @format is an already translated printf format of the sentence. */
void ys_faults_add (YsFaults *self, YsErrorCode code, const char *file, guint line, const char *where,
                    const char *format, ...) G_GNUC_PRINTF (6, 7);
guint ys_faults_get_n (const YsFaults *self);
const YsFault *ys_faults_get (const YsFaults *self, guint index);
/* Moves all faults of @other to the end of @self, leaving @other empty. */
void ys_faults_steal_all (YsFaults *self, YsFaults *other);

/**
 * ys_set_error: sets @error to @code with a translated message. @where may be NULL.
 * The place is kept beside the message: see ys_error_get_where().
 */
void ys_set_error (GError **error, YsErrorCode code, const char *where, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
/* Sets @error from all @faults (at least one); code and message are the first one's, the list stays attached. */
void ys_set_error_from_faults (GError **error, YsFaults *faults);
/* Sets @error from errno after a failed system call: ENOSPC, EROFS, EACCES … get their own codes (exit 3).
 * @doing says what was being done, translated; @where the path or thing. */
void ys_set_error_from_errno (GError **error, int errno_value, const char *where, const char *doing);
/* Turns any other error (GIO, GLib) into one of ours, keeping its text as detail. Takes @foreign. */
void ys_set_error_from_foreign (GError **error, GError *foreign, const char *where, const char *doing);

/* Where it happened (file, field, entry) or NULL. @error must be of domain YS_ERROR. */
const char *ys_error_get_where (const GError *error);
/* All faults of @error: the attached list, or NULL where it is a single error. */
const YsFaults *ys_error_get_faults (const GError *error);

G_END_DECLS
