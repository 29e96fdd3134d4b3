/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Submitting and returning: the acts that mint a package. And the register of packages with its exports.
 * What a county hands in is sealed: a later change is a new revision with a new package. */
#include "ys-facts-xml.h"
#include "ys-id.h"
#include "ys-sheet-xml.h"
#include "ys-workspace-form.h"
#include "ys-workspace-mint.h"
#include "ys-workspace-plan-package.h"
#include "ys-workspace-city.h"
#include "ys-workspace-submit.h"

#include <glib/gi18n-lib.h>

void
ys_package_info_free (YsPackageInfo *self)
{
  if (self == NULL)
    return;
  char *const texts[] = { self->id, self->kind, self->from, self->to, self->round,
                          self->digest, self->name, self->state, self->replaces, self->reply };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

YsPackageInfo *
ys_package_info_copy (const YsPackageInfo *self)
{
  YsPackageInfo *copy = g_new0 (YsPackageInfo, 1);

  *copy = *self;
  char **const texts[] = { &copy->id,     &copy->kind, &copy->from,  &copy->to,       &copy->round,
                           &copy->digest, &copy->name, &copy->state, &copy->replaces, &copy->reply };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (*texts[i]);
  return copy;
}

GPtrArray *
ys_workspace_dup_packages (YsWorkspace *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_package_info_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      YsPackageInfo *info = g_new0 (YsPackageInfo, 1);

      info->id = g_strdup (row->id);
      info->kind = g_strdup (row->kind);
      info->from = g_strdup (row->sender);
      info->to = g_strdup (row->receiver);
      info->round = g_strdup (row->round);
      info->digest = g_strdup (row->digest);
      info->name = g_strdup (row->name);
      info->incoming = row->incoming;
      info->number = row->number;
      info->revision = row->revision;
      info->size = row->size;
      info->at = row->at;
      info->state = g_strdup (row->state);
      info->replaces = g_strdup (row->replaces);
      info->reply = g_strdup (row->reply);
      g_ptr_array_add (list, info);
    }
  g_mutex_unlock (&self->lock);
  return list;
}

/* Digests of the PDFs that this revision cites. */
static GHashTable *
cited_digests (YsWorkspace *self)
{
  GHashTable *digests = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->citations->len; i++)
    g_hash_table_add (digests, ((YsCitation *) g_ptr_array_index (self->citations, i))->evidence);
  return digests;
}

guint64
ys_workspace_estimate_package (YsWorkspace *self, guint *files)
{
  /* documents and schemas of a package without evidence: a fifth of a megabyte and some */
  guint64 size = 400000;
  guint n_files = 17;

  g_mutex_lock (&self->lock);
  g_autoptr (GHashTable) cited = cited_digests (self);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (!g_hash_table_contains (cited, row->digest))
        continue;
      size += row->size;
      n_files++;
    }
  g_mutex_unlock (&self->lock);
  if (files != NULL)
    *files = n_files;
  return size;
}

/* ---- submitting ---- */

static gboolean
compose_submission (YsMinting *minting, YsWorkspace *self, GError **error)
{
  g_autoptr (YsFacts) facts = ys_workspace_dup_facts (self);
  g_autoptr (YsSheet) sheet = ys_workspace_score (self, YS_COMPUTED, TRUE, error);
  YsCatalogue *catalogue = self->standard->catalogue;

  if (sheet == NULL || !ys_minting_add_plan (minting, self, error)
      || !ys_minting_add (minting, "submission",
                          ys_submission_write_xml (g_ptr_array_index (facts->submissions, 0), catalogue, error))
      || !ys_minting_add (minting, "occurrences",
                          ys_ledger_write_xml (facts->ledger, self->assessment->id, self->unit, error))
      || !ys_minting_add (minting, "sheet", ys_sheet_write_xml (sheet, self->unit, error))
      || !ys_minting_add_journal (minting, self, 0, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  g_autoptr (GHashTable) cited = cited_digests (self);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (g_hash_table_contains (cited, row->digest))
        ys_minting_add_evidence (minting, self, row);
    }
  g_mutex_unlock (&self->lock);
  return TRUE;
}

typedef struct {
  YsWorkspace *self;
  const YsMinting *minting;
  const char *unit, *state_word;
  YsTransitionRow row;
  GPtrArray *reasons; /* of a return; NULL */
} Settlement;

static gboolean
store_settlement (YsConnection *connection, gpointer data, GError **error)
{
  const Settlement *settlement = data;

  if (!ys_minting_register (settlement->minting, connection, settlement->state_word, error)
      || !ys_submission_set (connection, settlement->unit, settlement->row.revision, settlement->row.state,
                             settlement->reasons == NULL ? settlement->minting->facts->id : NULL, error)
      || !ys_transition_add (connection, settlement->unit, &settlement->row, error))
    return FALSE;
  for (guint i = 0; settlement->reasons != NULL && i < settlement->reasons->len; i++)
    if (!ys_return_add (connection, settlement->unit, settlement->row.revision,
                        g_ptr_array_index (settlement->reasons, i), error))
      return FALSE;
  /* sealed records are never undone, only followed by a correction */
  return ys_connection_run (connection, error, "undo-clear", "");
}

gboolean
ys_workspace_submit (YsWorkspace *self, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                     GError **error)
{
  g_auto (YsMinting) minting = { 0 };
  const YsUnitInfo *own = ys_assessment_get_unit (self->assessment, self->unit);
  g_autofree char *person = ys_workspace_dup_person (self);
  guint revision = ys_workspace_get_revision (self);
  g_autofree char *subject = g_strdup_printf ("第%u次报送", revision);
  g_autofree char *why = NULL;

  if (!ys_workspace_can_step (self, YS_STEP_SUBMIT, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, ys_submission_state_label (ys_workspace_get_state (self)), "%s", why);
      return FALSE;
    }
  if (!ys_workspace_must_pass_checks (self, error)
      || !ys_minting_begin (&minting, self, YS_PACKAGE_SUBMISSION, own->parent, revision, error)
      || !compose_submission (&minting, self, error)
      || !ys_minting_write (&minting, self, progress, data, cancellable, error))
    return FALSE;
  Settlement settlement = { self, &minting, self->unit, "待送出",
                            { revision, YS_SUBMISSION_SUBMITTED, person, NULL, ys_clock_now () }, NULL };
  YsAction action = { .what = YS_CHANGE_STATE | YS_CHANGE_PACKAGES,
                      .record = { .action = "报送", .subject = subject, .after = minting.digest } };
  if (ys_workspace_act (self, &action, store_settlement, &settlement, error))
    return TRUE;
  ys_minting_drop (&minting);
  return FALSE;
}

/* ---- returning (city) ---- */

static GBytes *
write_returns (YsWorkspace *self, const char *unit, guint revision, GPtrArray *reasons, GError **error)
{
  g_autoptr (YsReview) review = ys_review_new ();
  YsUnitReview *of_unit = ys_unit_review_new ();

  review->assessment = g_strdup (self->assessment->id);
  of_unit->unit = g_strdup (unit);
  of_unit->state = YS_SUBMISSION_RETURNED;
  of_unit->revision = revision;
  for (guint i = 0; i < reasons->len; i++)
    {
      const YsReturnReason *reason = g_ptr_array_index (reasons, i);
      YsReturnReason *copy = ys_return_reason_new ();
      copy->task = reason->task;
      copy->reason = ys_text_clean (reason->reason, -1);
      g_ptr_array_add (of_unit->returns, copy);
    }
  g_ptr_array_add (review->units, of_unit);
  return ys_review_write_xml (review, error);
}

/* The newest received revision of @unit, or 0. */
static guint
received_revision (YsWorkspace *self, const char *unit, YsSubmissionState *state)
{
  guint revision = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->submissions->len && revision == 0; i++)
    {
      const YsSubmissionRow *row = g_ptr_array_index (self->submissions, i);
      if (g_strcmp0 (row->unit, unit) != 0)
        continue;
      revision = row->revision;
      *state = row->state;
    }
  g_mutex_unlock (&self->lock);
  return revision;
}

static gboolean
may_return (YsWorkspace *self, const char *unit, GPtrArray *reasons, guint *revision, GError **error)
{
  YsSubmissionState state = YS_SUBMISSION_DRAFT;

  if (self->office != YS_OFFICE_CITY)
    {
      ys_set_error (error, YS_ERROR_ROLE, NULL, _("Only the city returns submissions"));
      return FALSE;
    }
  *revision = received_revision (self, unit, &state);
  if (*revision == 0)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, unit, _("No submission of unit %s was received"), unit);
      return FALSE;
    }
  if (state == YS_SUBMISSION_RETURNED || state == YS_SUBMISSION_FINAL)
    {
      ys_set_error (error, YS_ERROR_STATE, unit, _("This submission is %s and can't be returned"),
                    ys_submission_state_label (state));
      return FALSE;
    }
  for (guint i = 0; i < reasons->len; i++)
    {
      const YsReturnReason *reason = g_ptr_array_index (reasons, i);
      if (reason->reason != NULL && reason->reason[0] != '\0'
          && (reason->task == 0 || ys_catalogue_get_task (self->standard->catalogue, reason->task) != NULL))
        continue;
      ys_set_error (error, YS_ERROR_VALUE, "reason", _("Each return needs a reason, for the whole or for a task of the catalogue"));
      return FALSE;
    }
  if (reasons->len == 0)
    ys_set_error (error, YS_ERROR_VALUE, "reason", _("A return needs a reason"));
  return reasons->len > 0;
}

gboolean
ys_workspace_return_submission (YsWorkspace *self, const char *unit, GPtrArray *reasons, GError **error)
{
  g_auto (YsMinting) minting = { 0 };
  g_autofree char *person = ys_workspace_dup_person (self);
  const YsUnitInfo *info = ys_assessment_get_unit (self->assessment, unit);
  guint revision = 0;

  if (!may_return (self, unit, reasons, &revision, error)
      || !ys_minting_begin (&minting, self, YS_PACKAGE_RETURN, unit, revision, error)
      || !ys_minting_add (&minting, "review", write_returns (self, unit, revision, reasons, error))
      || !ys_minting_add_journal (&minting, self, G_MAXUINT64, error)
      || !ys_minting_write (&minting, self, NULL, NULL, NULL, error))
    return FALSE;
  g_autofree char *subject = g_strdup_printf ("%s第%u次报送", info->name, revision);
  const char *first = ((YsReturnReason *) g_ptr_array_index (reasons, 0))->reason;
  Settlement settlement = { self, &minting, unit, "待送出",
                            { revision, YS_SUBMISSION_RETURNED, person, (char *) first, ys_clock_now () }, reasons };
  YsAction action = { .what = YS_CHANGE_STATE | YS_CHANGE_PACKAGES,
                      .record = { .action = "退回", .subject = subject, .reason = first } };
  if (ys_workspace_act (self, &action, store_settlement, &settlement, error))
    return TRUE;
  ys_minting_drop (&minting);
  return FALSE;
}

/* ---- passing on ---- */

static gboolean
mark_exported (YsConnection *connection, gpointer data, GError **error)
{
  return ys_package_set_state (connection, data, "已导出", NULL, error);
}

static YsPackageInfo *
find_outgoing (YsWorkspace *self, const char *kind, const char *to)
{
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (self);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      if (!info->incoming && g_strcmp0 (info->kind, kind) == 0 && (to == NULL || g_strcmp0 (info->to, to) == 0))
        return g_ptr_array_steal_index (packages, i);
    }
  return NULL;
}

gboolean
ys_workspace_mark_exported (YsWorkspace *self, const YsPackageInfo *info, GError **error)
{
  YsAction action = { .what = YS_CHANGE_PACKAGES,
                      .record = { .action = "导出数据包", .subject = info->name, .after = info->digest } };
  g_autoptr (GError) local = NULL;

  if (info->incoming || ys_workspace_is_read_only (self) || g_strcmp0 (info->state, "待送出") != 0)
    return TRUE;
  /* with the disk of the workspace full one can still export: the package is written and verified all the same */
  if (ys_workspace_act (self, &action, mark_exported, info->id, &local)
      || g_error_matches (local, YS_ERROR, YS_ERROR_NO_SPACE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static char *
pass_on (YsWorkspace *self, const YsPackageInfo *info, const char *output, gboolean as_folder,
         YsPackageOutputOptions *options, GError **error)
{
  g_autofree char *source = g_build_filename (self->folder, "packages", info->name, NULL);
  g_autofree char *written = ys_package_export (source, output, as_folder, options, error);

  return written != NULL && ys_workspace_mark_exported (self, info, error) ? g_steal_pointer (&written) : NULL;
}

/* Plans and feedback are made when they are asked for, and anew where they would say something else. */
static gboolean
prepare_outgoing (YsWorkspace *self, const char *kind, const char *to, GError **error)
{
  if (self->office != YS_OFFICE_CITY || to == NULL)
    return TRUE;
  if (g_strcmp0 (kind, "plan") == 0)
    return ys_workspace_prepare_plan (self, to, error);
  return g_strcmp0 (kind, "feedback") != 0 || ys_workspace_prepare_feedback (self, to, error);
}

char *
ys_workspace_export (YsWorkspace *self, const char *kind, const char *to, const char *output, gboolean as_folder,
                     gboolean force, YsProgressFunc progress, gpointer data, GCancellable *cancellable,
                     GError **error)
{
  YsPackageOutputOptions options = { force, progress, data, cancellable };
  g_autoptr (YsPackageInfo) info = NULL;

  if (!prepare_outgoing (self, kind, to, error))
    return NULL;
  info = find_outgoing (self, kind, to);
  if (info == NULL)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, kind,
                    _("There is no package of this kind yet; it is made when the thing itself is done"));
      return NULL;
    }
  return pass_on (self, info, output, as_folder, &options, error);
}

char *
ys_workspace_export_package (YsWorkspace *self, const char *id, const char *output, gboolean as_folder, gboolean force,
                             YsProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error)
{
  YsPackageOutputOptions options = { force, progress, data, cancellable };
  g_autoptr (GPtrArray) packages = ys_workspace_dup_packages (self);

  for (guint i = 0; i < packages->len; i++)
    {
      const YsPackageInfo *info = g_ptr_array_index (packages, i);
      if (g_strcmp0 (info->id, id) == 0)
        return pass_on (self, info, output, as_folder, &options, error);
    }
  ys_set_error (error, YS_ERROR_NOT_FOUND, id, _("The register holds no such package"));
  return NULL;
}
