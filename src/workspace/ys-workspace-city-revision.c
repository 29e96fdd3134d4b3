/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews belong to a revision: on a new one they carry over for points whose facts and citations did not change, the
 * others are open again with the old score shown (scoring.md, 11). What a point's facts are is written down as text here
 * and compared. */
#include "ys-workspace-city-revision.h"

#include "ys-workspace-review-private.h"

#include <string.h>

/* ---- a point's facts as text ---- */

typedef struct {
  const YsSubmission *submission;
  const YsLedger *ledger;
} Side;

static void
add_line (GPtrArray *lines, const char *kind, const char *const *fields, gsize n_fields)
{
  GString *line = g_string_new (kind);

  for (gsize i = 0; i < n_fields; i++)
    g_string_append_printf (line, "\x1f%s", fields[i] != NULL ? fields[i] : "");
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}
#define ADD_LINE(lines, kind, ...)                                                                                      \
  G_STMT_START                                                                                                          \
  {                                                                                                                     \
    const char *const added[] = { __VA_ARGS__ };                                                                        \
    add_line (lines, kind, added, G_N_ELEMENTS (added));                                                                \
  }                                                                                                                     \
  G_STMT_END

static void
add_figures (GPtrArray *lines, const GPtrArray *figures, const char *metric)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const YsRecordedFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *text = ys_figure_to_text (&figure->figure);
      g_autofree char *year = g_strdup_printf ("%d", figure->year);

      if (metric == NULL || g_strcmp0 (figure->metric, metric) == 0)
        ADD_LINE (lines, "figure", figure->metric, year, text, figure->source);
    }
}

static void
add_documents (GPtrArray *lines, const GPtrArray *documents, const char *id)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const YsIssuedDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *date = ys_date_to_text (document->date);

      if (id == NULL || g_strcmp0 (document->document, id) == 0)
        ADD_LINE (lines, "document", document->document, document->title, document->number, document->issuer,
                  document->unnumbered ? "unnumbered" : "", date);
    }
}

static void
add_citations (GPtrArray *lines, const Side *side, const YsItem *item, const char *point)
{
  for (guint i = 0; i < item->citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (item->citations, i);
      const YsEvidence *evidence = ys_submission_get_evidence (side->submission, citation->evidence);

      if (citation->point == NULL || g_strcmp0 (citation->point, point) == 0)
        ADD_LINE (lines, "citation", citation->evidence, citation->point, citation->pages, citation->note,
                  evidence != NULL && evidence->present ? "present" : "");
    }
}

/* Records under the clauses of the point. */
static void
add_records (GPtrArray *lines, const YsStandard *standard, const Side *side, const YsPoint *point)
{
  for (guint i = 0; i < side->ledger->records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (side->ledger->records, i);
      const YsRecordClause *clause = ys_standard_get_clause (standard, record->clause);
      g_autofree char *date = ys_date_to_text (record->date);
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, record->count);
      g_autofree char *factors = record->factors != NULL ? g_strjoinv (" ", record->factors) : NULL;

      if (clause != NULL && clause->point == point && g_strcmp0 (record->unit, side->submission->unit) == 0)
        ADD_LINE (lines, "record", record->id, record->clause, record->title, record->level, record->matter, date, count,
                  factors);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Everything that a score of @point rests on, in an order of its own. Full. */
static char *
facts_of_point (const YsStandard *standard, const YsPoint *point, const Side *side)
{
  const YsItem *item = ys_submission_get_item (side->submission, point->task->number);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  /* what a person judges may rest on anything that the task says */
  gboolean judged = point->rule == YS_RULE_MANUAL || point->measure.kind == YS_MEASURE_WORD;

  add_records (lines, standard, side, point);
  if (point->measure.kind == YS_MEASURE_METRIC)
    add_figures (lines, side->submission->figures, point->measure.reference);
  if (item != NULL)
    {
      g_autofree char *completed = ys_date_to_text (item->completed);

      ADD_LINE (lines, "item", ys_item_state_nick (item->state), completed, item->na_reason);
      if (judged)
        ADD_LINE (lines, "text", item->effect, item->problem, item->measure);
      for (guint i = 0; i < item->claims->len; i++)
        {
          const YsPointClaim *claim = g_ptr_array_index (item->claims, i);
          if (g_strcmp0 (claim->point, point->id) == 0)
            ADD_LINE (lines, "claim", claim->reason);
        }
      if (judged || point->measure.kind == YS_MEASURE_METRIC)
        add_figures (lines, item->figures, judged ? NULL : point->measure.reference);
      if (judged || point->measure.kind == YS_MEASURE_DOCUMENT)
        add_documents (lines, item->documents, judged ? NULL : point->measure.reference);
      add_citations (lines, side, item, point->id);
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* ---- carrying over ---- */

typedef struct {
  const YsStandard *standard;
  Side old, fresh;
  GHashTable *same; /* points whose facts are the same: id → GINT 1 same, 2 not */
} Carrying;

static gboolean
is_same (Carrying *self, const char *id)
{
  const YsPoint *point = ys_standard_get_point (self->standard, id);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (self->same, id));

  if (known == 0 && point != NULL && point->task != NULL)
    {
      g_autofree char *before = facts_of_point (self->standard, point, &self->old);
      g_autofree char *after = facts_of_point (self->standard, point, &self->fresh);
      known = g_str_equal (before, after) ? 1 : 2;
      g_hash_table_insert (self->same, g_strdup (id), GINT_TO_POINTER (known));
    }
  return known == 1;
}

/* The citation of the fresh revision that says the same as @id of the old one; NULL where there is none. */
static const char *
find_same_citation (const Carrying *self, const char *id)
{
  const YsCitation *old = NULL;
  const YsItem *item = NULL;

  for (guint i = 0; i < self->old.submission->items->len && old == NULL; i++)
    {
      item = g_ptr_array_index (self->old.submission->items, i);
      for (guint c = 0; c < item->citations->len && old == NULL; c++)
        if (g_strcmp0 (((YsCitation *) g_ptr_array_index (item->citations, c))->id, id) == 0)
          old = g_ptr_array_index (item->citations, c);
    }
  item = old != NULL ? ys_submission_get_item (self->fresh.submission, item->task) : NULL;
  for (guint c = 0; item != NULL && c < item->citations->len; c++)
    {
      const YsCitation *fresh = g_ptr_array_index (item->citations, c);
      if (g_strcmp0 (fresh->evidence, old->evidence) == 0 && g_strcmp0 (fresh->point, old->point) == 0
          && g_strcmp0 (fresh->pages, old->pages) == 0)
        return fresh->id;
    }
  return NULL;
}

static gboolean
is_city_citation (const YsUnitReview *review, const char *id)
{
  for (guint i = 0; i < review->citations->len; i++)
    if (g_strcmp0 (((YsCitation *) g_ptr_array_index (review->citations, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
carry_verdicts (const Carrying *self, const YsUnitReview *old, YsUnitReview *carried)
{
  for (guint i = 0; i < old->verdicts->len; i++)
    {
      const YsCitationVerdict *verdict = g_ptr_array_index (old->verdicts, i);
      const char *id = is_city_citation (old, verdict->citation) ? verdict->citation
                                                                 : find_same_citation (self, verdict->citation);
      YsCitationVerdict *copy;

      if (id == NULL)
        continue;
      copy = ys_citation_verdict_copy (verdict);
      g_free (copy->citation);
      copy->citation = g_strdup (id);
      g_ptr_array_add (carried->verdicts, copy);
    }
}

/* A claim for a task holds while the county still makes it for the same reason; one for a point as its facts do. */
static gboolean
claim_holds (Carrying *self, const YsAcceptedClaim *claim)
{
  const YsItem *old, *fresh;

  if (claim->point != NULL)
    return is_same (self, claim->point);
  old = ys_submission_get_item (self->old.submission, claim->task);
  fresh = ys_submission_get_item (self->fresh.submission, claim->task);
  return old != NULL && fresh != NULL && fresh->state == old->state
         && g_strcmp0 (fresh->na_reason, old->na_reason) == 0;
}

static YsUnitReview *
carry (Carrying *self, const YsUnitReview *old)
{
  YsUnitReview *carried = ys_unit_review_new ();

  carried->unit = g_strdup (old->unit);
  carried->revision = self->fresh.submission->revision;
  carried->state = YS_SUBMISSION_ACCEPTED;
  for (guint i = 0; i < old->scores->len; i++)
    if (is_same (self, ((YsReviewScore *) g_ptr_array_index (old->scores, i))->point))
      g_ptr_array_add (carried->scores, ys_review_score_copy (g_ptr_array_index (old->scores, i)));
  for (guint i = 0; i < old->decisions->len; i++)
    if (is_same (self, ((YsDecision *) g_ptr_array_index (old->decisions, i))->point))
      g_ptr_array_add (carried->decisions, ys_decision_copy (g_ptr_array_index (old->decisions, i)));
  for (guint i = 0; i < old->claims->len; i++)
    if (claim_holds (self, g_ptr_array_index (old->claims, i)))
      g_ptr_array_add (carried->claims, ys_accepted_claim_copy (g_ptr_array_index (old->claims, i)));
  for (guint i = 0; i < old->citations->len; i++)
    g_ptr_array_add (carried->citations, ys_citation_copy (g_ptr_array_index (old->citations, i)));
  carry_verdicts (self, old, carried);
  return carried;
}

YsUnitReview *
ys_workspace_carry_review (YsWorkspace *self, const YsSubmission *fresh, const YsLedger *ledger)
{
  g_autoptr (GHashTable) same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  YsUnitReview *carried = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->received->len; i++)
    {
      const YsSubmission *old = g_ptr_array_index (self->received, i);
      const YsUnitReview *review = ys_workspace_peek_review (self, fresh->unit, old->revision);
      Carrying carrying = { self->standard, { old, g_ptr_array_index (self->received_ledgers, i) }, { fresh, ledger },
                            same };

      if (g_strcmp0 (old->unit, fresh->unit) == 0 && review != NULL)
        carried = carry (&carrying, review);
    }
  g_mutex_unlock (&self->lock);
  return carried;
}

gboolean
ys_carried_review_store (YsConnection *connection, const YsUnitReview *carried, GError **error)
{
  const char *unit = carried->unit;
  guint revision = carried->revision;
  gboolean done = TRUE;

  for (guint i = 0; i < carried->scores->len && done; i++)
    done = ys_review_score_set (connection, unit, revision, g_ptr_array_index (carried->scores, i), error);
  for (guint i = 0; i < carried->decisions->len && done; i++)
    done = ys_decision_set (connection, unit, revision, g_ptr_array_index (carried->decisions, i), error);
  for (guint i = 0; i < carried->claims->len && done; i++)
    done = ys_claim_set (connection, unit, revision, g_ptr_array_index (carried->claims, i), error);
  for (guint i = 0; i < carried->citations->len && done; i++)
    done = ys_city_citation_set (connection, unit, revision, g_ptr_array_index (carried->citations, i), error);
  for (guint i = 0; i < carried->verdicts->len && done; i++)
    done = ys_verdict_set (connection, unit, revision, g_ptr_array_index (carried->verdicts, i), error);
  return done;
}
