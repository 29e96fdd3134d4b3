/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what the workspace told of the PDF; the lists are filled anew only when files come or go. */
#include "ys-evidence-entry.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick, *label;
} filters[YS_N_EVIDENCE_FILTERS] = {
  [YS_EVIDENCE_ALL] = { "all", N_ ("All") },
  [YS_EVIDENCE_UNUSED] = { "unused", N_ ("Not cited") },
  [YS_EVIDENCE_REPEATED] = { "repeated", N_ ("Same title") },
  [YS_EVIDENCE_PERSONAL] = { "personal", N_ ("Personal data") },
  [YS_EVIDENCE_NO_TEXT] = { "no-text", N_ ("No text to search") },
};

const char *
ys_evidence_filter_nick (YsEvidenceFilter filter)
{
  return filters[filter].nick;
}

gboolean
ys_evidence_filter_from_nick (const char *nick, YsEvidenceFilter *filter)
{
  for (guint i = 0; i < YS_N_EVIDENCE_FILTERS; i++)
    if (g_str_equal (filters[i].nick, nick))
      {
        *filter = (YsEvidenceFilter)i;
        return TRUE;
      }
  return FALSE;
}

const char *
ys_evidence_filter_label (YsEvidenceFilter filter)
{
  return _ (filters[filter].label);
}

struct _YsEvidenceEntry
{
  GObject parent_instance;
  YsEvidenceInfo *info;
  gboolean repeated;
  GdkTexture *thumbnail;
};

G_DEFINE_FINAL_TYPE (YsEvidenceEntry, ys_evidence_entry, G_TYPE_OBJECT)

enum
{
  CHANGED,
  THUMBNAIL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

const YsEvidenceInfo *
ys_evidence_entry_get_info (YsEvidenceEntry *self)
{
  return self->info;
}

static gboolean
same_info (const YsEvidenceInfo *one, const YsEvidenceInfo *other)
{
  return g_strcmp0 (one->title, other->title) == 0 && g_strcmp0 (one->number, other->number) == 0
         && one->citations == other->citations && one->present == other->present;
}

void
ys_evidence_entry_update (YsEvidenceEntry *self, YsEvidenceInfo *info, gboolean repeated)
{
  gboolean same = same_info (self->info, info) && self->repeated == repeated;

  ys_evidence_info_free (self->info);
  self->info = info;
  self->repeated = repeated;
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
ys_evidence_entry_passes (YsEvidenceEntry *self, YsEvidenceFilter filter)
{
  switch (filter)
    {
    case YS_EVIDENCE_UNUSED:
      return self->info->citations == 0;
    case YS_EVIDENCE_REPEATED:
      return self->repeated;
    case YS_EVIDENCE_PERSONAL:
      return self->info->personal > 0;
    case YS_EVIDENCE_NO_TEXT:
      return !self->info->has_text;
    case YS_EVIDENCE_ALL:
    case YS_N_EVIDENCE_FILTERS:
    default:
      return TRUE;
    }
}

GStrv
ys_evidence_entry_dup_marks (YsEvidenceEntry *self)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  const YsEvidenceInfo *info = self->info;

  if (!info->present)
    g_strv_builder_add (marks, _ ("File missing"));
  if (info->restricted)
    g_strv_builder_add (marks, _ ("Not indexed: copying forbidden"));
  else if (!info->has_text)
    g_strv_builder_add (marks, _ ("No text to search"));
  if (info->attachments > 0)
    {
      g_autofree char *files = g_strdup_printf (ngettext ("%u file inside", "%u files inside", info->attachments),
                                                info->attachments);
      g_strv_builder_add (marks, files);
    }
  if (info->has_scripts)
    g_strv_builder_add (marks, _ ("Has scripts, never run"));
  if (info->personal > 0)
    {
      g_autofree char *places = g_strdup_printf (ngettext ("Personal data in %u place", "Personal data in %u places",
                                                           info->personal),
                                                 info->personal);
      g_strv_builder_add (marks, places);
    }
  if (self->repeated)
    g_strv_builder_add (marks, _ ("Same title"));
  return g_strv_builder_end (marks);
}

char *
ys_evidence_entry_dup_name (YsEvidenceEntry *self)
{
  g_auto (GStrv) marks = ys_evidence_entry_dup_marks (self);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", self->info->pages), self->info->pages);
  g_autofree char *cited = self->info->citations > 0 ? g_strdup_printf (_ ("cited %u times"), self->info->citations)
                                                     : g_strdup (_ ("not cited"));
  g_autofree char *all = g_strjoinv (_ (", "), marks);

  return g_strjoin (_ (", "), self->info->title, pages, cited, *all != '\0' ? all : NULL, NULL);
}

void
ys_evidence_entry_set_thumbnail (YsEvidenceEntry *self, GdkTexture *thumbnail)
{
  if (g_set_object (&self->thumbnail, thumbnail))
    g_signal_emit (self, signals[THUMBNAIL], 0);
}

GdkTexture *
ys_evidence_entry_get_thumbnail (YsEvidenceEntry *self)
{
  return self->thumbnail;
}

static void
ys_evidence_entry_finalize (GObject *object)
{
  YsEvidenceEntry *self = YS_EVIDENCE_ENTRY (object);

  ys_evidence_info_free (self->info);
  g_clear_object (&self->thumbnail);
  G_OBJECT_CLASS (ys_evidence_entry_parent_class)->finalize (object);
}

static void
ys_evidence_entry_class_init (YsEvidenceEntryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_evidence_entry_finalize;
  signals[CHANGED] = g_signal_new ("changed", YS_TYPE_EVIDENCE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[THUMBNAIL] = g_signal_new ("thumbnail", YS_TYPE_EVIDENCE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
ys_evidence_entry_init (YsEvidenceEntry *self)
{
}

YsEvidenceEntry *
ys_evidence_entry_new (YsEvidenceInfo *info)
{
  YsEvidenceEntry *self = g_object_new (YS_TYPE_EVIDENCE_ENTRY, NULL);

  self->info = info;
  return self;
}
