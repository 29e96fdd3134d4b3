/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions, answers, conclusions and findings. Citations of all of them stand in one table, under whose they are. */
#include "ys-repository-opinion.h"
#include "ys-repository-private.h"

/* ---- reading ---- */

/* What all of them begin with: which it is, and who said it when. */
static void
read_author (sqlite3_stmt *row, char **id, char **office, char **person, gint64 *at)
{
  *id = ys_column_dup_text (row, 0);
  *office = ys_column_dup_text (row, 1);
  *person = ys_column_dup_text (row, 2);
  *at = sqlite3_column_int64 (row, 3);
}

static gpointer
read_opinion (sqlite3_stmt *row)
{
  YsOpinion *opinion = ys_opinion_new ();

  read_author (row, &opinion->id, &opinion->office, &opinion->person, &opinion->at);
  opinion->unit = ys_column_dup_text (row, 4);
  opinion->task = (guint) sqlite3_column_int64 (row, 5);
  opinion->item = ys_column_dup_text (row, 6);
  opinion->point = ys_column_dup_text (row, 7);
  opinion->pages = ys_column_dup_text (row, 8);
  opinion->revision = (guint) sqlite3_column_int64 (row, 9);
  ys_opinion_verdict_from_nick ((const char *) sqlite3_column_text (row, 10), &opinion->verdict);
  opinion->has_points = sqlite3_column_type (row, 11) != SQLITE_NULL
                        && ys_points_parse ((const char *) sqlite3_column_text (row, 11), &opinion->points);
  opinion->reason = ys_column_dup_text (row, 12);
  return opinion;
}

static gpointer
read_answer (sqlite3_stmt *row)
{
  YsAnswer *answer = ys_answer_new ();

  answer->id = ys_column_dup_text (row, 0);
  answer->to = ys_column_dup_text (row, 1);
  answer->office = ys_column_dup_text (row, 2);
  answer->person = ys_column_dup_text (row, 3);
  answer->at = sqlite3_column_int64 (row, 4);
  answer->text = ys_column_dup_text (row, 5);
  answer->changed = ys_column_dup_text (row, 6);
  return answer;
}

static gpointer
read_conclusion (sqlite3_stmt *row)
{
  YsConclusion *conclusion = ys_conclusion_new ();

  read_author (row, &conclusion->id, &conclusion->office, &conclusion->person, &conclusion->at);
  conclusion->unit = ys_column_dup_text (row, 4);
  ys_conclusion_verdict_from_nick ((const char *) sqlite3_column_text (row, 5), &conclusion->verdict);
  conclusion->reason = ys_column_dup_text (row, 6);
  return conclusion;
}

static gpointer
read_finding (sqlite3_stmt *row)
{
  YsFinding *finding = ys_finding_new ();

  read_author (row, &finding->id, &finding->office, &finding->person, &finding->at);
  finding->version = (guint) sqlite3_column_int64 (row, 4);
  finding->unit = ys_column_dup_text (row, 5);
  finding->task = (guint) sqlite3_column_int64 (row, 6);
  finding->point = ys_column_dup_text (row, 7);
  finding->opinion = ys_column_dup_text (row, 8);
  ys_finding_source_from_nick ((const char *) sqlite3_column_text (row, 9), &finding->source);
  ys_finding_severity_from_nick ((const char *) sqlite3_column_text (row, 10), &finding->severity);
  ys_finding_state_from_nick ((const char *) sqlite3_column_text (row, 11), &finding->state);
  finding->title = ys_column_dup_text (row, 12);
  finding->text = ys_column_dup_text (row, 13);
  finding->owner = ys_column_dup_text (row, 14);
  finding->measures = ys_column_dup_text (row, 15);
  finding->due = ys_date_from_column (row, 16);
  finding->verified_by = ys_column_dup_text (row, 17);
  finding->verified_at = sqlite3_column_int64 (row, 18);
  finding->verified_reason = ys_column_dup_text (row, 19);
  return finding;
}

/* Puts each citation to the statement whose it is; @citations_of: id → array of citations. */
static gboolean
add_citations (YsConnection *connection, GHashTable *citations_of, GError **error)
{
  sqlite3_stmt *row = ys_connection_query (connection, error, "statement-citation-list", "");
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  while (ys_connection_step (connection, row, &local))
    {
      GPtrArray *citations = g_hash_table_lookup (citations_of, sqlite3_column_text (row, 0));
      YsCitation *citation;

      if (citations == NULL)
        continue;
      citation = ys_citation_new ();
      citation->id = ys_column_dup_text (row, 1);
      citation->evidence = ys_column_dup_text (row, 2);
      citation->pages = ys_column_dup_text (row, 3);
      citation->labels = ys_column_dup_text (row, 4);
      citation->note = ys_column_dup_text (row, 5);
      g_ptr_array_add (citations, citation);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Moves the rows of @statement to the end of @into. */
static gboolean
append_rows (YsConnection *connection, const char *statement, YsRowFunc read, GDestroyNotify free_row, GPtrArray *into,
             GError **error)
{
  GPtrArray *rows = ys_repository_collect (connection, ys_connection_query (connection, error, statement, ""), read,
                                           free_row, error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (into, rows);
  return TRUE;
}

gboolean
ys_opinions_load (YsConnection *connection, YsOpinions *into, GError **error)
{
  g_autoptr (GHashTable) citations_of = g_hash_table_new (g_str_hash, g_str_equal);

  if (!append_rows (connection, "opinion-list", read_opinion, (GDestroyNotify) ys_opinion_free, into->opinions, error)
      || !append_rows (connection, "answer-list", read_answer, (GDestroyNotify) ys_answer_free, into->answers, error)
      || !append_rows (connection, "conclusion-list", read_conclusion, (GDestroyNotify) ys_conclusion_free,
                       into->conclusions, error))
    return FALSE;
  for (guint i = 0; i < into->answers->len; i++)
    {
      YsAnswer *answer = g_ptr_array_index (into->answers, i);
      g_hash_table_insert (citations_of, answer->id, answer->citations);
    }
  return add_citations (connection, citations_of, error);
}

GPtrArray *
ys_finding_list (YsConnection *connection, GError **error)
{
  g_autoptr (GHashTable) citations_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows
    = ys_repository_collect (connection, ys_connection_query (connection, error, "finding-list", ""), read_finding,
                             (GDestroyNotify) ys_finding_free, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      YsFinding *finding = g_ptr_array_index (rows, i);
      g_hash_table_insert (citations_of, finding->id, finding->citations);
    }
  return add_citations (connection, citations_of, error) ? g_steal_pointer (&rows) : NULL;
}

/* ---- writing ---- */

static gboolean
set_citations (YsConnection *connection, const char *statement, const GPtrArray *citations, GError **error)
{
  if (!ys_connection_run (connection, error, "statement-citation-delete", "s", statement))
    return FALSE;
  for (guint i = 0; i < citations->len; i++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, i);
      if (!ys_connection_run (connection, error, "statement-citation-set", "ssssss", statement, citation->id,
                              citation->evidence, citation->pages, citation->labels, citation->note))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_opinion_set (YsConnection *connection, const YsOpinion *opinion, GError **error)
{
  g_autofree char *points = opinion->has_points ? ys_points_to_exact (opinion->points) : NULL;

  return ys_connection_run (connection, error, "opinion-set", "sssisisssisss", opinion->id, opinion->office,
                            opinion->person, opinion->at, opinion->unit, (gint64) opinion->task, opinion->item,
                            opinion->point, opinion->pages, (gint64) opinion->revision,
                            ys_opinion_verdict_nick (opinion->verdict), points, opinion->reason);
}

gboolean
ys_answer_set (YsConnection *connection, const YsAnswer *answer, GError **error)
{
  return ys_connection_run (connection, error, "answer-set", "ssssiss", answer->id, answer->to, answer->office,
                            answer->person, answer->at, answer->text, answer->changed)
         && set_citations (connection, answer->id, answer->citations, error);
}

gboolean
ys_conclusion_set (YsConnection *connection, const YsConclusion *conclusion, GError **error)
{
  return ys_connection_run (connection, error, "conclusion-set", "sssisss", conclusion->id, conclusion->office,
                            conclusion->person, conclusion->at, conclusion->unit,
                            ys_conclusion_verdict_nick (conclusion->verdict), conclusion->reason);
}

gboolean
ys_finding_set (YsConnection *connection, const YsFinding *finding, GError **error)
{
  g_autofree char *due = ys_date_to_column (finding->due);

  return ys_connection_run (connection, error, "finding-set", "sssiisisssssssssssis", finding->id, finding->office,
                            finding->person, finding->at, (gint64) finding->version, finding->unit,
                            (gint64) finding->task, finding->point, finding->opinion,
                            ys_finding_source_nick (finding->source), ys_finding_severity_nick (finding->severity),
                            ys_finding_state_nick (finding->state), finding->title, finding->text, finding->owner,
                            finding->measures, due, finding->verified_by, finding->verified_at,
                            finding->verified_reason)
         && set_citations (connection, finding->id, finding->citations, error);
}

gboolean
ys_opinion_delete (YsConnection *connection, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "opinion-delete", "s", id);
}

gboolean
ys_answer_delete (YsConnection *connection, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "statement-citation-delete", "s", id)
         && ys_connection_run (connection, error, "answer-delete", "s", id);
}

gboolean
ys_conclusion_delete (YsConnection *connection, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "conclusion-delete", "s", id);
}

gboolean
ys_finding_delete (YsConnection *connection, const char *id, GError **error)
{
  return ys_connection_run (connection, error, "statement-citation-delete", "s", id)
         && ys_connection_run (connection, error, "finding-delete", "s", id);
}

/* ---- deliveries ---- */

void
ys_delivery_row_free (YsDeliveryRow *self)
{
  if (self == NULL)
    return;
  g_free (self->statement);
  g_free (self->package);
  g_free (self);
}

static gpointer
read_delivery (sqlite3_stmt *row)
{
  YsDeliveryRow *delivery = g_new0 (YsDeliveryRow, 1);

  delivery->statement = ys_column_dup_text (row, 0);
  delivery->version = (guint) sqlite3_column_int64 (row, 1);
  delivery->package = ys_column_dup_text (row, 2);
  return delivery;
}

GPtrArray *
ys_delivery_list (YsConnection *connection, GError **error)
{
  return ys_repository_collect (connection, ys_connection_query (connection, error, "delivery-list", ""), read_delivery,
                                (GDestroyNotify) ys_delivery_row_free, error);
}

gboolean
ys_delivery_add (YsConnection *connection, const char *statement, guint version, const char *package, GError **error)
{
  return ys_connection_run (connection, error, "delivery-add", "sis", statement, (gint64) version, package);
}
