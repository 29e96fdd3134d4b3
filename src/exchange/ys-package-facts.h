/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a package says of itself in data/package.xml: kind, number, sender, receiver, round, contents. */
#pragma once

#include "ys-error.h"

G_BEGIN_DECLS

/* domain.md, Package 数据包. */
typedef enum
{
  YS_PACKAGE_PLAN,
  YS_PACKAGE_SUBMISSION,
  YS_PACKAGE_RETURN,
  YS_PACKAGE_RECEIPT,
  YS_PACKAGE_FEEDBACK,
  YS_PACKAGE_FINDING,
  YS_PACKAGE_APPEAL,
  YS_PACKAGE_ANSWER,
  YS_PACKAGE_DOSSIER,
  YS_PACKAGE_OPINION,
  YS_N_PACKAGE_KINDS
} YsPackageKind;

/* "plan", "submission", … as in names and XML. */
const char *ys_package_kind_nick (YsPackageKind kind);
gboolean ys_package_kind_from_nick (const char *nick, YsPackageKind *kind);
/* 方案包, 申报包, …: always Chinese. */
const char *ys_package_kind_label (YsPackageKind kind);
/* The stems of the documents that a package of @kind holds beside package and journal, NULL-terminated
 * (packages.md, Container). */
const char *const *ys_package_kind_stems (YsPackageKind kind);

/* One PDF of the evidence index. */
typedef struct
{
  char *id;     /* SHA-256 hex, also its file name */
  char *title;  /* full, also where file names had to be cut */
  char *number; /* 文号; NULL */
  char *file;   /* name of the file as it was attached, decoded; NULL */
  guint pages;
  guint64 size; /* bytes */
} YsPackageEvidence;

/* One document under data/. */
typedef struct
{
  char *name; /* "submission.xml" */
  char *digest;
  guint64 size;
} YsPackageDocument;

/* What a receipt 回执 says of the package that was received; words as in package.xsd. */
typedef struct
{
  char *package; /* its id */
  YsPackageKind kind;
  guint number;
  char *digest;
  char *complete, *origin, *order; /* verdict nicks */
  char *state;                     /* state of the submission afterwards; NULL */
  gint64 time;
} YsPackageReceipt;

/* The facts; owned texts, NULL where absent. */
typedef struct
{
  char *id; /* UUIDv7 */
  YsPackageKind kind;
  guint year;        /* of the round's last day */
  guint number;      /* from 1 for each sender, receiver, kind and round */
  guint revision;    /* of the submission that it is about; 0: none */
  gint64 time;       /* microseconds UTC, whole seconds */
  char *person;      /* who made it; NULL */
  char *replaces;    /* id of the package that this one takes the place of; NULL */
  char *previous;    /* digest of the package with the number before; NULL for the first */
  char *group;       /* id shared by the parts of a split package; NULL */
  guint part, parts; /* 1-based; 0 where it is whole */
  char *from, *from_name, *to, *to_name; /* unit codes and names */
  char *round, *round_title;             /* assessment */
  YsPackageReceipt *receipt;             /* NULL but for receipts */
  guint64 journal_number;                /* head of the sender's journal; digest NULL where it has none */
  char *journal_digest;
  GPtrArray *documents; /* YsPackageDocument, in archive order */
  GPtrArray *evidence;  /* YsPackageEvidence, sorted by id */
} YsPackageFacts;

YsPackageFacts *ys_package_facts_new (void);
void ys_package_facts_free (YsPackageFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPackageFacts, ys_package_facts_free)
void ys_package_receipt_free (YsPackageReceipt *self);

/* Adds to the evidence index; texts are copied and cleaned. The same id twice is ignored. */
void ys_package_facts_add_evidence (YsPackageFacts *self, const char *id, const char *title,
                                    const char *number, const char *file, guint pages, guint64 size);

/* "<unit>-<kind>-<year>-<number>-<last 4 hex digits of the id>": the top folder and stem of the file name. */
char *ys_package_facts_dup_top (const YsPackageFacts *self);

/* package.xml of @self: same facts, same bytes. VALUE where a text holds what XML forbids or a required one
 * is missing (the result is read back against package.xsd). */
GBytes *ys_package_facts_to_xml (const YsPackageFacts *self, GError **error);
/* Reads package.xml through lexical gate and schema; NULL with faults. @file: its name for faults. */
YsPackageFacts *ys_package_facts_from_xml (GBytes *document, const char *file, YsFaults *faults);

G_END_DECLS
