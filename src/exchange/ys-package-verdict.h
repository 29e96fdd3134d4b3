/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lines of a receipt page: complete 完整, origin 来源, order 时序. Never one padlock. */
#pragma once

#include "ys-package-facts.h"
#include "ys-package-signature.h"

G_BEGIN_DECLS

/* Every byte is as the manifests say. */
typedef enum
{
  YS_PACKAGE_SOUND,
  YS_PACKAGE_DAMAGED
} YsPackageComplete;

/* Who made it; judged only where the package is sound. */
typedef enum
{
  YS_PACKAGE_REGISTERED,       /* signed with a key that is registered here */
  YS_PACKAGE_UNREGISTERED,     /* signed, but the key is not registered */
  YS_PACKAGE_UNSIGNED,         /* normal; the stamped hand-over form is the root */
  YS_PACKAGE_MISMATCH,         /* the signature does not fit */
  YS_PACKAGE_ORIGIN_UNCHECKED, /* damaged, so not judged */
} YsPackageOrigin;

/* Where it stands among what was received before. */
typedef enum
{
  YS_PACKAGE_NEW,
  YS_PACKAGE_REPEAT, /* the very same package was received before */
  YS_PACKAGE_OLDER,  /* its number is not above the newest held */
  YS_PACKAGE_GAP,    /* one before it is missing, or it follows another one than is held */
  YS_PACKAGE_ORDER_UNCHECKED,
} YsPackageOrder;

/* Each with a translated sentence (owned, never NULL once judged). */
typedef struct
{
  YsPackageComplete complete;
  YsPackageOrigin origin;
  YsPackageOrder order;
  char *complete_detail, *origin_detail, *order_detail;
} YsPackageVerdict;

/* A package received before from the same sender for the same receiver, kind and round. */
typedef struct
{
  const char *id;
  const char *digest;
  guint number;
  guint revision;
} YsPackageHeld;

void ys_package_verdict_clear (YsPackageVerdict *self);

/* "sound", "damaged" · "registered", … · "new", …: as in cli.md and package.xsd. */
const char *ys_package_complete_nick (YsPackageComplete complete);
const char *ys_package_origin_nick (YsPackageOrigin origin);
const char *ys_package_order_nick (YsPackageOrder order);

/* @n_ignored: system files in the folder that were not read. */
void ys_package_verdict_judge_complete (YsPackageVerdict *self, gboolean sound, guint n_faults,
                                        guint n_ignored);
void ys_package_verdict_judge_origin (YsPackageVerdict *self, gboolean sound, YsSignatureState signature);
/* @facts and @digest NULL, or @held NULL: not judged. @held need not be sorted. */
void ys_package_verdict_judge_order (YsPackageVerdict *self, const YsPackageFacts *facts, const char *digest,
                                     const YsPackageHeld *held, guint n_held);

G_END_DECLS
