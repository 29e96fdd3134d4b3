/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a package: the bag is kept as it came, its evidence goes into the vault, and one change takes it all in.
 * Files are safe on disk before the change; what a crash leaves is swept as orphans. */
#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-workspace-city-declared.h"
#include "ys-workspace-city-revision.h"
#include "ys-workspace-feedback.h"
#include "ys-workspace-import.h"
#include "ys-workspace-mint.h"
#include "ys-workspace-opinion-import.h"
#include "ys-workspace-plan-package.h"
#include "ys-workspace-receipt.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct {
  YsWorkspace *self;
  const YsPackageReading *reading;
  const YsPackageFacts *facts;
  YsMinting *receipt;   /* the answer of the city; NULL */
  YsReview *review;     /* of a return; NULL */
  YsLedger *ledger;     /* of a submission; NULL */
  YsFeedbackContent feedback;
  YsOpinionContent said;
  YsUnitReview *carried; /* what holds of the review of the revision before; NULL */
  const char *person, *digest;
  char *name;           /* of the kept bag in packages/ */
} Import;

/* ---- what each kind changes ---- */

static gboolean
register_package (Import *import, YsConnection *connection, const char *state, const char *reply, GError **error)
{
  return ys_import_register (import->reading, import->name, state, reply, connection, error);
}

static gboolean
move_submission (Import *import, YsConnection *connection, const char *unit, guint revision, YsSubmissionState state,
                 const char *package, const char *reason, GError **error)
{
  YsTransitionRow row = { revision, state, (char *) import->person, (char *) reason, ys_clock_now () };

  return ys_submission_set (connection, unit, revision, state, package, error)
         && ys_transition_add (connection, unit, &row, error);
}

static gboolean
store_submission (YsConnection *connection, gpointer data, GError **error)
{
  static const char *const stems[] = { "catalogue", "standard", "assessment", "submission", "occurrences", "sheet",
                                       "journal" };
  Import *import = data;
  const YsPackageFacts *facts = import->facts;

  if (!register_package (import, connection, "已受理", import->receipt->facts->id, error)
      || !move_submission (import, connection, facts->from, facts->revision, YS_SUBMISSION_ACCEPTED, facts->id, NULL,
                           error)
      || !ys_import_store_evidence (import->facts, connection, error) || !ys_declared_store (import->ledger, facts->from, connection, error)
      || !ys_minting_register (import->receipt, connection, "待送出", error)
      || (import->carried != NULL && !ys_carried_review_store (connection, import->carried, error)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      GBytes *document = ys_package_reading_get_document (import->reading, stems[i]);
      if (document != NULL && !ys_received_set (connection, facts->id, stems[i], document, error))
        return FALSE;
    }
  return TRUE;
}

/* A new revision begins as a copy of the returned one: its form and its citations. */
static gboolean
begin_revision (Import *import, YsConnection *connection, guint from, GError **error)
{
  g_autoptr (GPtrArray) citations = ys_citation_list (connection, from, error);

  if (citations == NULL || !ys_entry_copy (connection, from, from + 1, error))
    return FALSE;
  for (guint i = 0; i < citations->len; i++)
    {
      YsCitation *citation = g_ptr_array_index (citations, i);
      g_free (citation->id);
      citation->id = ys_id_new ();
      if (!ys_citation_set (connection, from + 1, citation, error))
        return FALSE;
    }
  return move_submission (import, connection, import->self->unit, from + 1, YS_SUBMISSION_DRAFT, NULL, NULL, error);
}

/* The id of the own package that @facts answers, NULL where there is none. */
static char *
find_answered (YsWorkspace *self, const YsPackageFacts *facts)
{
  char *id = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->packages->len && id == NULL; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      if (!row->incoming && g_strcmp0 (row->kind, "submission") == 0 && row->revision == facts->revision)
        id = g_strdup (row->id);
    }
  g_mutex_unlock (&self->lock);
  return id;
}

static gboolean
store_return (YsConnection *connection, gpointer data, GError **error)
{
  Import *import = data;
  const YsPackageFacts *facts = import->facts;
  const YsUnitReview *unit = ys_review_get_unit (import->review, import->self->unit);
  g_autofree char *answered = find_answered (import->self, facts);
  const char *first = unit != NULL && unit->returns->len > 0
                        ? ((YsReturnReason *) g_ptr_array_index (unit->returns, 0))->reason : NULL;

  if (!register_package (import, connection, "已导入", NULL, error)
      || !move_submission (import, connection, import->self->unit, facts->revision, YS_SUBMISSION_RETURNED, NULL,
                           first, error)
      || (answered != NULL && !ys_package_set_state (connection, answered, "已退回", facts->id, error)))
    return FALSE;
  for (guint i = 0; unit != NULL && i < unit->returns->len; i++)
    if (!ys_return_add (connection, import->self->unit, facts->revision, g_ptr_array_index (unit->returns, i), error))
      return FALSE;
  return begin_revision (import, connection, facts->revision, error)
         && ys_connection_run (connection, error, "undo-clear", "");
}

/* The own package that a receipt is about, where it is no county's; NULL where it is none of ours. */
static char *
find_receipted (YsWorkspace *self, const YsPackageFacts *facts)
{
  char *id = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->packages->len && id == NULL; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      if (!row->incoming && facts->receipt != NULL && g_strcmp0 (row->id, facts->receipt->package) == 0)
        id = g_strdup (row->id);
    }
  g_mutex_unlock (&self->lock);
  return id;
}

static gboolean
store_receipt (YsConnection *connection, gpointer data, GError **error)
{
  Import *import = data;
  const YsPackageFacts *facts = import->facts;
  g_autofree char *answered = import->self->office == YS_OFFICE_COUNTY ? find_answered (import->self, facts)
                                                                        : find_receipted (import->self, facts);

  return register_package (import, connection, "已导入", NULL, error)
         && (answered == NULL || ys_package_set_state (connection, answered, "已受理", facts->id, error))
         && (import->self->office != YS_OFFICE_COUNTY
             || move_submission (import, connection, import->self->unit, facts->revision, YS_SUBMISSION_ACCEPTED,
                                 NULL, NULL, error));
}

/* How the county's own package stands after the city's word on it. */
static const char *
word_of_state (YsSubmissionState state)
{
  return state == YS_SUBMISSION_FINAL ? "已定档" : state == YS_SUBMISSION_SCORED ? "已评审" : "已受理";
}

static gboolean
store_feedback (YsConnection *connection, gpointer data, GError **error)
{
  static const char *const stems[] = { "sheet", "review", "occurrences" };
  Import *import = data;
  const YsPackageFacts *facts = import->facts;
  const YsUnitReview *unit = ys_review_get_unit (import->feedback.review, import->self->unit);
  g_autofree char *answered = find_answered (import->self, facts);

  if (!register_package (import, connection, "已导入", NULL, error)
      || !move_submission (import, connection, import->self->unit, facts->revision, unit->state, NULL, NULL, error)
      || (answered != NULL
          && !ys_package_set_state (connection, answered, word_of_state (unit->state), facts->id, error))
      || !ys_import_store_evidence (import->facts, connection, error)
      || !ys_feedback_content_store (&import->feedback, connection, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      GBytes *document = ys_package_reading_get_document (import->reading, stems[i]);
      if (document != NULL && !ys_received_set (connection, facts->id, stems[i], document, error))
        return FALSE;
    }
  return ys_connection_run (connection, error, "undo-clear", "");
}

static gboolean
store_plan (YsConnection *connection, gpointer data, GError **error)
{
  Import *import = data;

  return register_package (import, connection, "已导入", NULL, error)
         && ys_plan_package_renew (import->reading, connection, error);
}

static gboolean
store_said (YsConnection *connection, gpointer data, GError **error)
{
  static const char *const stems[] = { "opinion", "finding" };
  Import *import = data;

  if (!register_package (import, connection, "已导入", NULL, error) || !ys_import_store_evidence (import->facts, connection, error)
      || !ys_opinion_content_store (&import->said, import->self, connection, import->facts, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      GBytes *document = ys_package_reading_get_document (import->reading, stems[i]);
      if (document != NULL && !ys_received_set (connection, import->facts->id, stems[i], document, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the act ---- */

/* Keeps the bag as it came; one that lies there already from an attempt that was cut short is the same content. */
static char *
keep_bag (Import *import, GCancellable *cancellable, GError **error)
{
  YsPackageOutputOptions options = { .force = TRUE, .cancellable = cancellable };
  g_autofree char *folder = g_build_filename (import->self->folder, "packages", NULL);

  return ys_package_reading_keep (import->reading, folder, &options, error);
}

static gboolean
commit (Import *import, GError **error)
{
  YsPackageKind kind = import->facts->kind;
  YsStoreFunc func = kind == YS_PACKAGE_SUBMISSION ? store_submission
                     : kind == YS_PACKAGE_RETURN   ? store_return
                     : kind == YS_PACKAGE_FEEDBACK ? store_feedback
                     : kind == YS_PACKAGE_PLAN     ? store_plan
                     : ys_opinion_is_kind (kind)   ? store_said : store_receipt;
  g_autofree char *subject = g_strdup_printf ("%s %s 第%u号", import->facts->from_name,
                                              ys_package_kind_label (kind), import->facts->number);
  YsAction action = { .what = YS_CHANGE_ALL,
                      .record = { .action = "导入数据包", .subject = subject, .after = import->digest } };

  return ys_workspace_act (import->self, &action, func, import, error);
}

static gboolean
prepare (Import *import, YsMinting *minting, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsSubmission) submission = NULL;

  if (!ys_import_take_evidence (import->self, import->reading, cancellable, error))
    return FALSE;
  if (import->facts->kind == YS_PACKAGE_RETURN)
    {
      import->review = ys_review_read_xml (ys_package_reading_get_document (import->reading, "review"), "review.xml",
                                           faults);
      if (import->review == NULL)
        {
          ys_set_error_from_faults (error, faults);
          return FALSE;
        }
    }
  if (import->facts->kind == YS_PACKAGE_FEEDBACK)
    return ys_feedback_content_read (&import->feedback, import->self,
                                     ys_package_reading_get_document (import->reading, "review"),
                                     ys_package_reading_get_document (import->reading, "occurrences"), error);
  if (ys_opinion_is_kind (import->facts->kind))
    return ys_opinion_content_read (&import->said, import->self, import->reading, error);
  if (import->facts->kind != YS_PACKAGE_SUBMISSION)
    return TRUE;
  submission = ys_submission_read_xml (ys_package_reading_get_document (import->reading, "submission"),
                                       "submission.xml", import->self->standard->catalogue, faults);
  import->ledger = ys_ledger_new ();
  if (submission == NULL
      || !ys_ledger_read_xml (import->ledger, ys_package_reading_get_document (import->reading, "occurrences"),
                           "occurrences.xml", import->self->standard->catalogue, faults))
    {
      ys_set_error_from_faults (error, faults);
      return FALSE;
    }
  ys_declared_clean (import->ledger, import->facts->from);
  import->carried = ys_workspace_carry_review (import->self, submission, import->ledger);
  import->receipt = minting;
  return ys_import_mint_receipt (minting, import->self, import->self->assessment, import->reading,
                                 ys_submission_state_nick (YS_SUBMISSION_ACCEPTED), error);
}

gboolean
ys_workspace_import (YsWorkspace *self, const char *path, YsProgressFunc progress, gpointer data,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (YsPackageReading) reading = ys_package_read (path, progress, data, cancellable, error);
  g_autofree char *person = ys_workspace_dup_person (self);
  g_auto (YsMinting) minting = { 0 };
  g_autofree char *kept = NULL;
  Import import = { .self = self, .reading = reading, .person = person };
  gboolean done;

  if (reading == NULL)
    return FALSE;
  YsReceipt *receipt = ys_receipt_new_for_reading (self, path, reading);
  if (!receipt->can_import)
    {
      if (ys_faults_get_n (receipt->faults) > 0)
        ys_set_error_from_faults (error, receipt->faults);
      else
        ys_set_error (error, receipt->order == YS_ORDER_REPEAT || receipt->order == YS_ORDER_OLDER
                               ? YS_ERROR_PACKAGE_ORDER
                               : receipt->has_scores && !receipt->scores_equal ? YS_ERROR_PACKAGE_SCORES
                                                                               : YS_ERROR_PACKAGE_KIND,
                      receipt->name, "%s", receipt->why_not);
      ys_receipt_free (receipt);
      return FALSE;
    }
  ys_receipt_free (receipt);
  import.facts = ys_package_reading_get_facts (reading);
  import.digest = ys_package_reading_get_digest (reading);
  kept = keep_bag (&import, cancellable, error);
  import.name = kept != NULL ? g_path_get_basename (kept) : NULL;
  done = kept != NULL && prepare (&import, &minting, cancellable, error) && commit (&import, error);
  if (!done)
    {
      ys_minting_drop (&minting);
      if (kept != NULL)
        g_unlink (kept);
    }
  g_free (import.name);
  g_clear_pointer (&import.review, ys_review_unref);
  g_clear_pointer (&import.ledger, ys_ledger_unref);
  g_clear_pointer (&import.carried, ys_unit_review_free);
  ys_feedback_content_clear (&import.feedback);
  ys_opinion_content_clear (&import.said);
  return done;
}
