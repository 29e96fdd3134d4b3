/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a package says, held against what this workspace sent and where it stands: a schema can't know that.
 * A sender may lie or be mistaken; neither may move a submission that it does not speak of. */
#include "ys-workspace-import-content.h"

#include "ys-facts-xml.h"
#include "ys-workspace-feedback.h"

#include <glib/gi18n-lib.h>

#define REVIEW_FILE "review.xml"
#define PACKAGE_FILE "package.xml"

/* ---- return ---- */

static void
check_reasons (YsWorkspace *self, const YsUnitReview *unit, YsFaults *faults)
{
  for (guint i = 0; i < unit->returns->len; i++)
    {
      const YsReturnReason *reason = g_ptr_array_index (unit->returns, i);
      if (reason->task != 0 && ys_catalogue_get_task (self->standard->catalogue, reason->task) == NULL)
        ys_faults_add (faults, YS_ERROR_PACKAGE_CONTENT, REVIEW_FILE, unit->line, "return",
                       _ ("The catalogue has no task %u."), reason->task);
    }
}

static void
check_return (YsWorkspace *self, const YsPackageReading *reading, YsFaults *faults)
{
  g_autoptr (YsReview) review
    = ys_review_read_xml (ys_package_reading_get_document (reading, "review"), REVIEW_FILE, faults);

  if (review == NULL)
    return;
  const YsUnitReview *unit = ys_review_get_unit (review, self->unit);
  if (unit == NULL || review->units->len != 1 || unit->state != YS_SUBMISSION_RETURNED
      || unit->revision != ys_package_reading_get_facts (reading)->revision
      || g_strcmp0 (review->assessment, self->assessment->id) != 0)
    ys_faults_add (faults, YS_ERROR_PACKAGE_CONTENT, REVIEW_FILE, 0, self->unit,
                   _ ("This return is not about the present submission of %s alone"), self->unit_name);
  else
    check_reasons (self, unit, faults);
}

/* ---- receipt ---- */

/* With the lock held: what was sent from here under that id; NULL. */
static const YsPackageRow *
peek_sent (YsWorkspace *self, const char *id)
{
  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      if (!row->incoming && g_strcmp0 (row->id, id) == 0)
        return row;
    }
  return NULL;
}

static void
check_receipt (YsWorkspace *self, const YsPackageReading *reading, YsFaults *faults)
{
  const YsPackageFacts *facts = ys_package_reading_get_facts (reading);
  const YsPackageReceipt *receipt = facts->receipt;
  gboolean sent, fits;

  g_mutex_lock (&self->lock);
  const YsPackageRow *row = receipt != NULL ? peek_sent (self, receipt->package) : NULL;
  sent = row != NULL && g_strcmp0 (row->receiver, facts->from) == 0;
  fits = sent && g_strcmp0 (row->digest, receipt->digest) == 0 && row->number == receipt->number
         && g_strcmp0 (row->kind, ys_package_kind_nick (receipt->kind)) == 0 && row->revision == facts->revision;
  g_mutex_unlock (&self->lock);
  if (!sent)
    ys_faults_add (faults, YS_ERROR_PACKAGE_CONTENT, PACKAGE_FILE, 0, "receipt",
                   _ ("This receipt is for a package that was not sent from here to %s"), facts->from_name);
  else if (!fits)
    ys_faults_add (faults, YS_ERROR_PACKAGE_CONTENT, PACKAGE_FILE, 0, "receipt",
                   _ ("This receipt is for another package than the one that was sent: its digest or number differs"));
  else if (g_strcmp0 (receipt->complete, ys_package_complete_nick (YS_PACKAGE_SOUND)) != 0)
    ys_faults_add (faults, YS_ERROR_PACKAGE_CONTENT, PACKAGE_FILE, 0, "receipt",
                   _ ("By this receipt the package arrived damaged; it was not accepted"));
}

/* ---- all kinds ---- */

gboolean
ys_import_check_content (YsWorkspace *self, const YsPackageReading *reading, GError **error)
{
  YsPackageKind kind = ys_package_reading_get_facts (reading)->kind;
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_auto (YsFeedbackContent) feedback = { 0 };

  if (kind == YS_PACKAGE_FEEDBACK)
    return ys_feedback_content_read (&feedback, self, ys_package_reading_get_document (reading, "review"),
                                     ys_package_reading_get_document (reading, "occurrences"), error);
  if (kind == YS_PACKAGE_RETURN)
    check_return (self, reading, faults);
  else if (kind == YS_PACKAGE_RECEIPT)
    check_receipt (self, reading, faults);
  if (ys_faults_get_n (faults) == 0)
    return TRUE;
  ys_set_error_from_faults (error, faults);
  return FALSE;
}

void
ys_import_add_error (YsFaults *faults, const GError *error)
{
  const YsFaults *listed = ys_error_get_faults (error);

  for (guint i = 0; listed != NULL && i < ys_faults_get_n (listed); i++)
    {
      const YsFault *fault = ys_faults_get (listed, i);
      ys_faults_add (faults, fault->code, fault->file, fault->line, fault->where, "%s", fault->message);
    }
  if (listed == NULL)
    ys_faults_add (faults, (YsErrorCode) error->code, ys_error_get_where (error), 0, NULL, "%s", error->message);
}
