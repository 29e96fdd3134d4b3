/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a package that was read, in words that say what holds and what was not looked at. */
#include "ys-package-verdict.h"

#include "ys-date.h"

#include <glib/gi18n-lib.h>

void
ys_package_verdict_clear (YsPackageVerdict *self)
{
  g_clear_pointer (&self->complete_detail, g_free);
  g_clear_pointer (&self->origin_detail, g_free);
  g_clear_pointer (&self->order_detail, g_free);
}

const char *
ys_package_complete_nick (YsPackageComplete complete)
{
  return complete == YS_PACKAGE_SOUND ? "sound" : "damaged";
}

const char *
ys_package_origin_nick (YsPackageOrigin origin)
{
  static const char *const nicks[] = { "registered", "unregistered", "unsigned", "mismatch", "unchecked" };

  return nicks[origin];
}

const char *
ys_package_order_nick (YsPackageOrder order)
{
  static const char *const nicks[] = { "new", "repeat", "older", "gap", "unchecked" };

  return nicks[order];
}

/* Takes the sentence @detail into @place. */
static void
set_detail (char **place, char *detail)
{
  g_free (*place);
  *place = detail;
}

void
ys_package_verdict_judge_complete (YsPackageVerdict *self, gboolean sound, guint n_faults, guint n_ignored)
{
  self->complete = sound ? YS_PACKAGE_SOUND : YS_PACKAGE_DAMAGED;
  if (!sound)
    set_detail (&self->complete_detail,
                g_strdup_printf (ngettext ("The package is not as it was exported: %u fault.",
                                           "The package is not as it was exported: %u faults.", n_faults),
                                 n_faults));
  else if (n_ignored > 0)
    set_detail (&self->complete_detail,
                g_strdup_printf (
                    ngettext ("Every file is as it was exported; %u system file beside them was ignored.",
                              "Every file is as it was exported; %u system files beside them were ignored.",
                              n_ignored),
                    n_ignored));
  else
    set_detail (&self->complete_detail, g_strdup (_ ("Every file is as it was exported.")));
}

/* No key is registered yet, so a signature that fits says only that its maker is unknown. */
static YsPackageOrigin
origin_of (YsSignatureState signature)
{
  switch (signature)
    {
    case YS_SIGNATURE_NONE:
      return YS_PACKAGE_UNSIGNED;
    case YS_SIGNATURE_UNCHECKED:
    case YS_SIGNATURE_FITS:
      return YS_PACKAGE_UNREGISTERED;
    case YS_SIGNATURE_DIFFERS:
    case YS_SIGNATURE_AS_TEXT:
    case YS_N_SIGNATURE_STATES:
    default:
      return YS_PACKAGE_MISMATCH;
    }
}

static const char *
origin_sentence (YsSignatureState signature)
{
  switch (signature)
    {
    case YS_SIGNATURE_NONE:
      return _ ("Unsigned; compare the digest with the stamped hand-over form.");
    case YS_SIGNATURE_UNCHECKED:
      return _ ("There is a signature; its key is not registered here and it was not verified.");
    case YS_SIGNATURE_FITS:
      return _ ("There is a signature that fits the files; its key is not registered here, so its maker is "
                "not verified.");
    case YS_SIGNATURE_AS_TEXT:
      return _ (
          "The signature does not fit the files; it may have been made as text (openssl without -binary).");
    case YS_SIGNATURE_DIFFERS:
    case YS_N_SIGNATURE_STATES:
    default:
      return _ ("The signature does not fit the files.");
    }
}

void
ys_package_verdict_judge_origin (YsPackageVerdict *self, gboolean sound, YsSignatureState signature)
{
  self->origin = sound ? origin_of (signature) : YS_PACKAGE_ORIGIN_UNCHECKED;
  set_detail (&self->origin_detail, g_strdup (sound ? origin_sentence (signature)
                                                    : _ ("Not judged, since the package is damaged.")));
}

/* ---- order ---- */

static void
set_order (YsPackageVerdict *self, YsPackageOrder order, char *detail)
{
  self->order = order;
  set_detail (&self->order_detail, detail);
}

static const YsPackageHeld *
newest_of (const YsPackageHeld *held, guint n_held)
{
  const YsPackageHeld *newest = NULL;

  for (guint i = 0; i < n_held; i++)
    {
      if (newest == NULL || held[i].number > newest->number)
        newest = &held[i];
    }
  return newest;
}

/* The package held that has the same digest, number or id; NULL if none has. */
static const YsPackageHeld *
find_same (const YsPackageFacts *facts, const char *digest, const YsPackageHeld *held, guint n_held)
{
  const YsPackageHeld *similar = NULL;

  g_return_val_if_fail (held != NULL || n_held == 0, NULL);
  for (guint i = 0; i < n_held; i++)
    {
      if (g_strcmp0 (held[i].digest, digest) == 0)
        return &held[i];
      if (held[i].number == facts->number || g_strcmp0 (held[i].id, facts->id) == 0)
        similar = &held[i];
    }
  return similar;
}

/* One of the two clocks is wrong, so deadlines and what came after what are in doubt; told, for a person to ask. */
static void
tell_future (YsPackageVerdict *self, const YsPackageFacts *facts)
{
  g_autofree char *made = NULL;

  if (!ys_clock_is_future (facts->time))
    return;
  made = ys_time_to_display (facts->time);
  set_order (self, self->order,
             g_strdup_printf (_ ("%s It was made at %s, later than the clock of this computer says; check the date on "
                                 "both computers."),
                              self->order_detail, made));
}

/* Revisions are counted from 1 by who hands in: between the newest that came and this one none may be left out. */
static guint
count_missing_revisions (const YsPackageFacts *facts, const YsPackageHeld *held, guint n_held)
{
  guint last = 0;

  if (facts->kind != YS_PACKAGE_SUBMISSION)
    return 0;
  for (guint i = 0; i < n_held; i++)
    last = MAX (last, held[i].revision);
  return facts->revision > last + 1 ? facts->revision - last - 1 : 0;
}

static void
judge_successor (YsPackageVerdict *self, const YsPackageFacts *facts, const YsPackageHeld *newest,
                 guint missing_revisions)
{
  guint last = newest != NULL ? newest->number : 0;

  if (facts->number > last + 1)
    set_order (
        self, YS_PACKAGE_GAP,
        g_strdup_printf (_ ("It is number %u; the newest received before is number %u, so %u are missing."),
                         facts->number, last, facts->number - last - 1));
  else if (newest != NULL && facts->previous != NULL && g_strcmp0 (facts->previous, newest->digest) != 0)
    set_order (
        self, YS_PACKAGE_GAP,
        g_strdup_printf (_ ("It follows a number %u with another digest than the one received here."), last));
  else if (missing_revisions > 0)
    set_order (self, YS_PACKAGE_GAP,
               g_strdup_printf (_ ("It is revision %u; %u revisions before it were never received here."),
                                facts->revision, missing_revisions));
  else if (newest != NULL)
    set_order (self, YS_PACKAGE_NEW,
               g_strdup_printf (_ ("It is number %u and follows number %u, which was received."),
                                facts->number, last));
  else
    set_order (self, YS_PACKAGE_NEW, g_strdup (_ ("It is the first of its kind from this sender.")));
}

void
ys_package_verdict_judge_order (YsPackageVerdict *self, const YsPackageFacts *facts, const char *digest,
                                const YsPackageHeld *held, guint n_held)
{
  const YsPackageHeld *newest = newest_of (held, n_held);
  const YsPackageHeld *same;

  if (facts == NULL || digest == NULL || self->complete == YS_PACKAGE_DAMAGED
      || (held == NULL && n_held == 0))
    {
      set_order (self, YS_PACKAGE_ORDER_UNCHECKED,
                 g_strdup (self->complete == YS_PACKAGE_DAMAGED
                               ? _ ("Not judged, since the package is damaged.")
                               : _ ("Not judged, since there is no register of packages to compare with.")));
      return;
    }
  same = find_same (facts, digest, held, n_held);
  if (same != NULL && g_strcmp0 (same->digest, digest) == 0)
    set_order (self, YS_PACKAGE_REPEAT,
               g_strdup_printf (_ ("The very same package was received before as number %u."), same->number));
  else if (same != NULL)
    set_order (self, YS_PACKAGE_OLDER,
               g_strdup_printf (
                   _ ("Another package with this number (%u) or id was received before; its digest differs."),
                   same->number));
  else if (newest != NULL && facts->number <= newest->number)
    set_order (self, YS_PACKAGE_OLDER,
               g_strdup_printf (_ ("It is number %u; number %u was received before."), facts->number,
                                newest->number));
  else
    judge_successor (self, facts, newest, count_missing_revisions (facts, held, n_held));
  tell_future (self, facts);
}
