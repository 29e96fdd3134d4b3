/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of opinions are plain texts; what they mean is read by the workspace when they are given. */
#include "ys-examine-draft.h"

#include "ys-assess-words.h"

void
ys_examine_draft_clear (YsExamineDraft *draft)
{
  g_free (draft->points);
  g_free (draft->reason);
  g_free (draft->aim);
  *draft = (YsExamineDraft){ .verdict = YS_NO_VERDICT };
}

void
ys_examine_draft_free (gpointer data)
{
  ys_examine_draft_clear (data);
  g_free (data);
}

gboolean
ys_examine_draft_equal (const YsExamineDraft *one, const YsExamineDraft *other)
{
  return one->verdict == other->verdict && ys_assess_is_same_value (one->points, other->points)
         && g_strcmp0 (one->reason, other->reason) == 0 && g_strcmp0 (one->aim, other->aim) == 0;
}

char *
ys_examine_dup_subject (YsExamineRow *row)
{
  const char *item = ys_examine_row_get_item (row);

  return g_strdup_printf ("%s %u %s", row->unit, ys_examine_row_get_task (row), item != NULL ? item : "");
}

/* What this office said of the subject and did not send yet. */
void
ys_examine_draft_read (YsWorkspace *workspace, YsExamineRow *row, YsExamineDraft *draft)
{
  g_autoptr (YsOpinionThread) thread
    = ys_workspace_dup_opinion_thread (workspace, row->unit, ys_examine_row_get_task (row),
                                       ys_examine_row_get_item (row));
  const YsStatement *own = NULL;

  for (guint i = 0; thread != NULL && i < thread->statements->len; i++)
    {
      const YsStatement *one = g_ptr_array_index (thread->statements, i);
      if (one->own && one->is_opinion)
        own = one;
    }
  *draft = (YsExamineDraft){ .verdict = YS_NO_VERDICT };
  if (own != NULL && own->sent)
    own = NULL;
  draft->verdict = own != NULL ? (int) own->verdict : YS_NO_VERDICT;
  draft->points = own != NULL && own->has_points ? ys_points_to_display (own->points) : g_strdup ("");
  draft->reason = g_strdup (own != NULL && own->text != NULL ? own->text : "");
  draft->aim = own != NULL && (own->point != NULL || own->pages != NULL)
                 ? g_strdup_printf ("%s|%s", own->point != NULL ? own->point : "", own->pages != NULL ? own->pages : "")
                 : g_strdup ("");
}

gboolean
ys_examine_is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

YsSaying *
ys_examine_saying_of (YsExamineRow *row, const YsExamineDraft *draft)
{
  YsSaying *saying = ys_saying_new (draft->verdict == YS_NO_VERDICT ? YS_SAYING_CLEAR : YS_SAYING_OPINION, row->unit);
  g_auto (GStrv) aim = g_strsplit (draft->aim, "|", 2);

  saying->task = ys_examine_row_get_task (row);
  saying->item = g_strdup (ys_examine_row_get_item (row));
  saying->verdict = draft->verdict;
  saying->points = g_strdup (draft->points);
  saying->reason = g_strdup (draft->reason);
  saying->point = aim[0] != NULL && !ys_examine_is_blank (aim[0]) ? g_strdup (aim[0]) : NULL;
  saying->pages = aim[0] != NULL && !ys_examine_is_blank (aim[1]) ? g_strdup (aim[1]) : NULL;
  return saying;
}

/* The value of the first choice for @point; full. */
char *
ys_examine_dup_aim (YsExamineRow *row, const char *point)
{
  g_autoptr (GPtrArray) citations
    = ys_dossier_dup_citations (row->data->dossier, row->unit, ys_examine_row_get_task (row), point);

  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      if (g_strcmp0 (citation->point, point) == 0 && citation->pages != NULL)
        return g_strdup_printf ("%s|%s", point, citation->pages);
    }
  return g_strdup_printf ("%s|", point);
}
