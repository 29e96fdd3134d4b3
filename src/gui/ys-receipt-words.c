/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the receipt page. Each verdict has a short sentence of its own; the detail comes from who judged it. */
#include "ys-receipt-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-register-words.h"

void
ys_verdict_words_clear (YsVerdictWords *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
}

/* ---- verdicts ---- */

typedef struct {
  const char *chip, *style, *title;
} Verdict;

static const Verdict origins[] = {
  [YS_ORIGIN_REGISTERED] = { N_ ("✓ trusted"), "ok", N_ ("The signature is valid and its key is registered here") },
  [YS_ORIGIN_UNREGISTERED] = { N_ ("! unknown key"), "open", N_ ("There is a signature whose key is not registered here") },
  [YS_ORIGIN_UNSIGNED] = { N_ ("! unsigned"), "open", N_ ("It bears no signature") },
  [YS_ORIGIN_MISMATCH] = { N_ ("✗ does not fit"), "bad", N_ ("The signature does not belong to these files") },
  [YS_ORIGIN_UNCHECKED] = { N_ ("– not judged"), NULL, N_ ("Not judged") },
};

static const Verdict orders[] = {
  [YS_ORDER_NEW] = { N_ ("✓ follows"), "ok", N_ ("In order, none is missing") },
  [YS_ORDER_REPEAT] = { N_ ("! repeated"), "open", N_ ("This package was received before") },
  [YS_ORDER_OLDER] = { N_ ("✗ older"), "bad", N_ ("It is older than what was received before") },
  [YS_ORDER_GAP] = { N_ ("! gap"), "open", N_ ("Between it and what was received before something is missing") },
  [YS_ORDER_UNCHECKED] = { N_ ("– not judged"), NULL, N_ ("Not judged") },
};

/* " The closing date is 2022-01-25: 11 days early.", for a submission in the round of @workspace; NULL where it does not apply. */
static char *
dup_lateness (const YsReceipt *receipt, YsWorkspace *workspace)
{
  YsDate closing = workspace != NULL ? ys_workspace_get_assessment (workspace)->closing : 0;

  if (closing == 0 || receipt->made_at == 0 || receipt->complete != YS_COMPLETE_SOUND || g_strcmp0 (receipt->kind, "submission") != 0)
    return NULL;
  g_autofree char *time = ys_time_to_display (receipt->made_at);
  g_autofree char *made_day = g_strndup (time, strlen ("2021-12-31"));
  g_autofree char *day = ys_date_to_text (closing);
  YsDate made = ys_date_parse (made_day);
  if (made <= closing)
    return g_strdup_printf (ngettext (" The closing date is %s: %u day early.", " The closing date is %s: %u days early.", closing - made),
                            day, (guint) (closing - made));
  return g_strdup_printf (ngettext (" The closing date is %s: %u day late.", " The closing date is %s: %u days late.", made - closing), day,
                          (guint) (made - closing));
}

static void
judge_complete (const YsReceipt *receipt, YsVerdictWords *words)
{
  gboolean sound = receipt->complete == YS_COMPLETE_SOUND;

  words->name = C_ ("verdict", "Complete");
  words->icon = "ys-package-sound-symbolic";
  words->chip = sound ? _("✓ complete") : _("✗ damaged");
  words->style = sound ? "ok" : "bad";
  if (!sound)
    {
      words->title = g_strdup (receipt->complete_detail);
      return;
    }
  words->title = g_strdup_printf (ngettext ("%u file, as the list says, and it checks",
                                            "%u files, as the list says, and each checks", receipt->files),
                                  receipt->files);
  words->detail = g_strdup_printf (_("%u pieces of evidence · %s"), receipt->evidence, receipt->complete_detail);
}

void
ys_receipt_get_verdict (const YsReceipt *receipt, YsWorkspace *workspace, YsVerdictLine line, YsVerdictWords *words)
{
  const Verdict *verdict = line == YS_VERDICT_LINE_ORIGIN ? &origins[receipt->origin] : &orders[receipt->order];
  g_autofree char *lateness = NULL;

  if (line == YS_VERDICT_LINE_COMPLETE)
    {
      judge_complete (receipt, words);
      return;
    }
  words->name = line == YS_VERDICT_LINE_ORIGIN ? C_ ("verdict", "Origin") : C_ ("verdict", "Order");
  words->icon = line == YS_VERDICT_LINE_ORIGIN ? "channel-secure-symbolic" : "document-open-recent-symbolic";
  words->chip = _ (verdict->chip);
  words->style = verdict->style;
  words->title = g_strdup (receipt->complete == YS_COMPLETE_SOUND
                             ? _ (verdict->title)
                             : _("Not judged: it is not complete, so nothing after that is"));
  if (line == YS_VERDICT_LINE_ORIGIN)
    {
      words->detail = g_strdup (receipt->origin_detail);
      return;
    }
  lateness = dup_lateness (receipt, workspace);
  words->detail = lateness != NULL ? g_strconcat (receipt->order_detail, lateness, NULL)
                                   : g_strdup (receipt->order_detail);
}

/* ---- what it is ---- */

char *
ys_receipt_dup_title (const YsReceipt *receipt)
{
  const char *from = receipt->from_name != NULL ? receipt->from_name : receipt->from;

  if (from == NULL || receipt->kind == NULL)
    return g_strdup (_("A package that does not say what it is"));
  return g_strdup_printf (g_str_equal (receipt->kind, "submission") ? _("%2$s handed in by %1$s") : _("%2$s from %1$s"),
                          from, ys_register_kind_label (receipt->kind));
}

/* "hand-in No. 3, replaces No. 2 imported 2022-01-09"; "" where it is about no revision. Full. */
static char *
dup_revision (const YsReceipt *receipt)
{
  g_autofree char *time = receipt->replaces > 0 ? ys_time_to_display (receipt->replaces_at) : NULL;

  if (receipt->revision == 0)
    return g_strdup ("");
  if (time == NULL)
    return g_strdup_printf (_("hand-in No. %u · "), receipt->revision);
  time[strlen ("2021-12-31")] = '\0'; /* the day is enough */
  return g_strdup_printf (_("hand-in No. %u, replaces No. %u imported %s · "), receipt->revision, receipt->replaces, time);
}

char *
ys_receipt_dup_subtitle (const YsReceipt *receipt)
{
  g_autofree char *size = g_format_size (receipt->size);
  g_autofree char *revision = dup_revision (receipt);

  return g_strdup_printf ("%s%s · %s", revision, receipt->name, size);
}

char *
ys_receipt_dup_import_label (const YsReceipt *receipt)
{
  return g_strcmp0 (receipt->kind, "submission") == 0
           ? g_strdup_printf (_("Import Hand-in No. %u"), receipt->revision)
           : g_strdup_printf (_("Import the %s"), ys_register_kind_label (receipt->kind));
}

char *
ys_receipt_dup_office (const char *name, const char *code)
{
  if (name != NULL && code != NULL)
    return g_strdup_printf (_("%s (%s)"), name, code);
  return g_strdup (name != NULL ? name : code != NULL ? code : "");
}

char *
ys_receipt_dup_fault (const YsFault *fault)
{
  const char *place = fault->where != NULL ? fault->where : fault->file;

  return place != NULL ? g_strdup_printf ("%s　%s", place, fault->message) : g_strdup (fault->message);
}
