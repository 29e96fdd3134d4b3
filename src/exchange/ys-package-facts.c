/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of a package as plain records, their names and what each kind holds. */
#include "ys-package-facts.h"

#include <string.h>

#include "ys-id.h"

static const struct
{
  const char *nick, *label;
  const char *stems[8];
} kinds[YS_N_PACKAGE_KINDS] = {
  [YS_PACKAGE_PLAN] = { "plan", "方案包", { "catalogue", "standard", "assessment" } },
  [YS_PACKAGE_SUBMISSION] = { "submission",
                              "申报包",
                              { "catalogue", "standard", "assessment", "submission", "occurrences",
                                "sheet" } },
  [YS_PACKAGE_RETURN] = { "return", "退回包", { "review" } },
  [YS_PACKAGE_RECEIPT] = { "receipt", "回执", { NULL } },
  [YS_PACKAGE_FEEDBACK] = { "feedback", "反馈包", { "sheet", "review", "occurrences" } },
  [YS_PACKAGE_FINDING] = { "finding", "问题包", { "finding" } },
  [YS_PACKAGE_APPEAL] = { "appeal", "申诉包", { "opinion" } },
  [YS_PACKAGE_ANSWER] = { "answer", "答复包", { "opinion" } },
  [YS_PACKAGE_DOSSIER] = { "dossier",
                           "档案包",
                           { "catalogue", "standard", "assessment", "review", "occurrences", "sheet",
                             "dossier" } },
  [YS_PACKAGE_OPINION] = { "opinion", "审核意见包", { "opinion" } },
};

const char *
ys_package_kind_nick (YsPackageKind kind)
{
  return kinds[kind].nick;
}

const char *
ys_package_kind_label (YsPackageKind kind)
{
  return kinds[kind].label;
}

const char *const *
ys_package_kind_stems (YsPackageKind kind)
{
  return kinds[kind].stems;
}

gboolean
ys_package_kind_from_nick (const char *nick, YsPackageKind *kind)
{
  for (guint i = 0; i < YS_N_PACKAGE_KINDS; i++)
    {
      if (g_strcmp0 (kinds[i].nick, nick) == 0)
        {
          *kind = (YsPackageKind)i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
package_evidence_free (YsPackageEvidence *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->number);
  g_free (self->file);
  g_free (self);
}

static void
package_document_free (YsPackageDocument *self)
{
  g_free (self->name);
  g_free (self->digest);
  g_free (self);
}

void
ys_package_receipt_free (YsPackageReceipt *self)
{
  g_free (self->package);
  g_free (self->digest);
  g_free (self->complete);
  g_free (self->origin);
  g_free (self->order);
  g_free (self->state);
  g_free (self);
}

YsPackageFacts *
ys_package_facts_new (void)
{
  YsPackageFacts *self = g_new0 (YsPackageFacts, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify)package_document_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify)package_evidence_free);
  return self;
}

void
ys_package_facts_free (YsPackageFacts *self)
{
  g_free (self->id);
  g_free (self->person);
  g_free (self->replaces);
  g_free (self->previous);
  g_free (self->group);
  g_free (self->from);
  g_free (self->from_name);
  g_free (self->to);
  g_free (self->to_name);
  g_free (self->round);
  g_free (self->round_title);
  g_clear_pointer (&self->receipt, ys_package_receipt_free);
  g_free (self->journal_digest);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

/* Cleaned and on one line; NULL for nothing. */
static char *
clean_or_null (const char *text)
{
  g_autofree char *clean = text != NULL ? ys_text_clean_line (text, -1) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

void
ys_package_facts_add_evidence (YsPackageFacts *self, const char *id, const char *title, const char *number,
                               const char *file, guint pages, guint64 size)
{
  YsPackageEvidence *evidence;
  guint at = self->evidence->len;

  while (at > 0)
    {
      const YsPackageEvidence *before = g_ptr_array_index (self->evidence, at - 1);
      int order = strcmp (before->id, id);

      if (order == 0)
        return;
      if (order < 0)
        break;
      at--;
    }
  evidence = g_new0 (YsPackageEvidence, 1);
  evidence->id = g_strdup (id);
  evidence->title = clean_or_null (title);
  evidence->number = clean_or_null (number);
  evidence->file = clean_or_null (file);
  evidence->pages = pages;
  evidence->size = size;
  if (evidence->title == NULL)
    evidence->title = g_strndup (id, 12);
  g_ptr_array_insert (self->evidence, (int)at, evidence);
}

char *
ys_package_facts_dup_top (const YsPackageFacts *self)
{
  const char *last = self->id + strlen (self->id) - 4;

  return g_strdup_printf ("%s-%s-%04u-%04u-%s", self->from, ys_package_kind_nick (self->kind), self->year,
                          self->number, last);
}
