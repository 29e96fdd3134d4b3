/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids that need no one's permission (UUIDv7), SHA-256 over OpenSSL EVP, and text rules shared by all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new UUIDv7 in lower case, sorting by ys_clock_now(); random bits from the system. Each is greater than the one
 * before in this process, also in one millisecond and after the clock was set back by up to a minute. Thread safe.
 * Free with g_free(). */
char *ys_id_new (void);
/* Same form, but all derived from @seed and @counter and @microseconds: for the sample only. */
char *ys_id_new_seeded (guint64 seed, guint64 counter, gint64 microseconds);
/* While @seed is not 0, ys_id_new() of this process gives ids derived from it and a counter, in order; 0 ends that.
 * For the sample only. */
void ys_id_set_seed (guint64 seed);
gboolean ys_id_is_valid (const char *text);
/* When the valid id @text was made, in microseconds since 1970, to the millisecond. */
gint64 ys_id_get_time (const char *text);

#define YS_SHA256_HEX_LENGTH 64
/* Incremental SHA-256 (EVP). */
typedef struct _YsDigest YsDigest;
YsDigest *ys_digest_new (void);
void ys_digest_update (YsDigest *self, const void *data, gsize length);
/* 64 lower case hex digits; the object is finished afterwards. */
char *ys_digest_finish (YsDigest *self);
void ys_digest_free (YsDigest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDigest, ys_digest_free)
char *ys_digest_of_bytes (const void *data, gsize length);
/* Of everything readable on @fd from offset 0 by pread; the file position is untouched. */
char *ys_digest_of_fd (int fd, GError **error);
gboolean ys_digest_is_valid (const char *hex); /* 64 lower case hex digits */
/* "ab12 cd34 …": 16 groups of four, for print and screen. Shows the first 64 hex digits. */
char *ys_digest_to_groups (const char *hex);

/* Cleans text once at entry: valid UTF-8, CR and U+000B and U+000C and U+2028/9 to line feed, other characters
 * that XML 1.0 forbids dropped. Never NULL. */
char *ys_text_clean (const char *text, gssize length);
/* As ys_text_clean(), and on one line: line breaks and tabs to a blank, outer blanks cut. */
char *ys_text_clean_line (const char *text, gssize length);
/* TRUE if @text is UTF-8 and holds only characters XML 1.0 allows. */
gboolean ys_text_is_xml_safe (const char *text);
/* A display name of bytes that may be no UTF-8: tries UTF-8, GB18030, then substitutes. */
char *ys_text_from_filename (const char *bytes);

/* Order of names, the same under every locale: numbers by value, Chinese by pinyin (ICU zh), then code point. */
int ys_text_collate (const char *a, const char *b);
/* Initial letters of the pinyin of each Chinese character, lower case, other letters and digits kept:
 * "综治中心" → "zzzx". For search, with the common words in which a character has its other reading. */
char *ys_text_pinyin_initials (const char *text);
/* Case- and width-folded NFKC text for searching, without invisible characters; Kangxi radicals, and others that look
 * like an ideograph, become it. The length may change. */
char *ys_text_fold (const char *text);

G_END_DECLS
