/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opinions, answers and findings as packages: each holds what its receiver has not got yet, and is minted once.
 * What goes down to a county is only what concerns it. */
#include "ys-workspace-opinion-private.h"

#include "ys-opinion-xml.h"
#include "ys-workspace-mint.h"
#include "ys-workspace-upper.h"

#include <glib/gi18n-lib.h>

/* What one package would hold. */
typedef struct {
  YsOpinions *opinions;
  YsFindings *findings;
  GPtrArray *cited; /* digests of PDFs, unowned */
} Parcel;

static void
parcel_clear (Parcel *self)
{
  g_clear_pointer (&self->opinions, ys_opinions_free);
  g_clear_pointer (&self->findings, ys_findings_free);
  g_clear_pointer (&self->cited, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parcel, parcel_clear)

static guint
parcel_size (const Parcel *self)
{
  return self->opinions->opinions->len + self->opinions->answers->len + self->opinions->conclusions->len
         + self->findings->findings->len;
}

/* ---- what has not got there; all with the lock held ---- */

static gboolean
concerns (YsWorkspace *self, const char *unit, const char *to)
{
  return g_str_equal (unit, to) || ys_workspace_is_above (self, to, unit);
}

static void
gather_opinions (YsWorkspace *self, const char *to, YsOpinions *into)
{
  const YsOpinions *said = self->opinions->said;
  gboolean upper = ys_workspace_is_upper (self);

  for (guint i = 0; i < said->opinions->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (said->opinions, i);
      if (concerns (self, opinion->unit, to) && (!upper || g_str_equal (opinion->office, self->unit))
          && !ys_workspace_was_exchanged (self, opinion->id, 0, to))
        g_ptr_array_add (into->opinions, ys_opinion_copy (opinion));
    }
  for (guint i = 0; i < said->answers->len && !upper; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (said->answers, i);
      const YsOpinion *opinion = ys_opinion_desk_get_opinion (self->opinions, answer->to);
      if (opinion != NULL && concerns (self, opinion->unit, to) && !g_str_equal (answer->office, to)
          && !ys_workspace_was_exchanged (self, answer->id, 0, to))
        g_ptr_array_add (into->answers, ys_answer_copy (answer));
    }
  for (guint i = 0; i < said->conclusions->len && upper; i++)
    {
      const YsConclusion *conclusion = g_ptr_array_index (said->conclusions, i);
      if (g_str_equal (conclusion->unit, to) && g_str_equal (conclusion->office, self->unit)
          && !ys_workspace_was_exchanged (self, conclusion->id, 0, to))
        g_ptr_array_add (into->conclusions, ys_conclusion_copy (conclusion));
    }
}

/* A county's answers go to its city whoever asked; the city's and its counties' to the office that asked. */
static void
gather_answers (YsWorkspace *self, const char *to, YsOpinions *into)
{
  const GPtrArray *answers = self->opinions->said->answers;

  for (guint i = 0; i < answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (answers, i);
      const char *author = ys_opinion_desk_get_author (self->opinions, answer->to);
      gboolean due = self->office == YS_OFFICE_COUNTY
                       ? g_str_equal (answer->office, self->unit) && ys_workspace_is_parent (self, to, self->unit)
                       : self->office == YS_OFFICE_CITY && g_strcmp0 (author, to) == 0
                           && ys_workspace_is_above (self, to, self->unit);
      if (due && !ys_workspace_was_exchanged (self, answer->id, 0, to))
        g_ptr_array_add (into->answers, ys_answer_copy (answer));
    }
}

/* What a county says itself of its own results. */
static void
gather_appeals (YsWorkspace *self, const char *to, YsOpinions *into)
{
  const GPtrArray *opinions = self->opinions->said->opinions;

  for (guint i = 0; i < opinions->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (opinions, i);
      if (g_str_equal (opinion->office, self->unit) && ys_workspace_is_parent (self, to, self->unit)
          && !ys_workspace_was_exchanged (self, opinion->id, 0, to))
        g_ptr_array_add (into->opinions, ys_opinion_copy (opinion));
    }
}

static void
gather_findings (YsWorkspace *self, const char *to, YsFindings *into)
{
  for (guint i = 0; i < self->opinions->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (self->opinions->findings, i);
      if (concerns (self, finding->unit, to) && ys_workspace_is_above (self, self->unit, to)
          && !ys_workspace_was_exchanged (self, finding->id, finding->version, to))
        g_ptr_array_add (into->findings, ys_finding_copy (finding));
    }
}

static void
add_evidence (YsWorkspace *self, const GPtrArray *citations, GPtrArray *evidence, GPtrArray *cited)
{
  for (guint c = 0; c < citations->len; c++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, c);

      if (g_ptr_array_find_with_equal_func (cited, citation->evidence, g_str_equal, NULL))
        continue;
      for (guint i = 0; i < self->evidence->len; i++)
        {
          const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
          if (!g_str_equal (row->digest, citation->evidence))
            continue;
          g_ptr_array_add (evidence, ys_workspace_copy_evidence (self, row));
          g_ptr_array_add (cited, citation->evidence);
        }
    }
}

/* All that a package of @kind for @to would hold. */
static void
gather (YsWorkspace *self, YsPackageKind kind, const char *to, Parcel *parcel)
{
  parcel->opinions = ys_opinions_new ();
  parcel->findings = ys_findings_new ();
  parcel->cited = g_ptr_array_new ();
  const YsOpinionRound *round = ys_workspace_peek_round_of (self, to);
  const char *assessment = round != NULL ? round->assessment->id : self->assessment->id;
  parcel->opinions->assessment = g_strdup (assessment);
  parcel->findings->assessment = g_strdup (assessment);
  if (kind == YS_PACKAGE_OPINION)
    gather_opinions (self, to, parcel->opinions);
  else if (kind == YS_PACKAGE_ANSWER)
    gather_answers (self, to, parcel->opinions);
  else if (kind == YS_PACKAGE_APPEAL)
    gather_appeals (self, to, parcel->opinions);
  else
    gather_findings (self, to, parcel->findings);
  for (guint i = 0; i < parcel->opinions->answers->len; i++)
    add_evidence (self, ((YsAnswer *) g_ptr_array_index (parcel->opinions->answers, i))->citations,
                  parcel->opinions->evidence, parcel->cited);
  for (guint i = 0; i < parcel->findings->findings->len; i++)
    add_evidence (self, ((YsFinding *) g_ptr_array_index (parcel->findings->findings, i))->citations,
                  parcel->findings->evidence, parcel->cited);
}

/* ---- to whom ---- */

/* Units that this office may send a package of @kind to at all: codes, unowned. */
static GPtrArray *
list_neighbours (YsWorkspace *self, YsPackageKind kind)
{
  GPtrArray *list = g_ptr_array_new ();
  gboolean upwards = kind == YS_PACKAGE_ANSWER || kind == YS_PACKAGE_APPEAL;
  YsOfficeKind below = self->office == YS_OFFICE_CITY ? YS_OFFICE_COUNTY : YS_OFFICE_CITY;

  /* an upper office: cities whose dossiers are here; without any, those of the own round */
  for (guint i = 0; i < self->opinions->rounds->len; i++)
    g_ptr_array_add (list, ((YsOpinionRound *) g_ptr_array_index (self->opinions->rounds, i))->city);
  if (list->len > 0)
    return list;
  for (guint i = 0; i < self->assessment->units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (self->assessment->units, i);

      if (upwards ? ys_workspace_is_above (self, unit->id, self->unit)
                  : unit->kind == below && ys_workspace_is_above (self, self->unit, unit->id))
        g_ptr_array_add (list, unit->id);
    }
  return list;
}

GPtrArray *
ys_workspace_dup_addressees (YsWorkspace *self, const char *kind)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  YsPackageKind of_kind;

  if (!ys_package_kind_from_nick (kind, &of_kind))
    return list;
  g_mutex_lock (&self->lock);
  g_autoptr (GPtrArray) neighbours = list_neighbours (self, of_kind);
  for (guint i = 0; i < neighbours->len; i++)
    {
      g_auto (Parcel) parcel = { 0 };

      gather (self, of_kind, g_ptr_array_index (neighbours, i), &parcel);
      if (parcel_size (&parcel) > 0)
        g_ptr_array_add (list, g_strdup (g_ptr_array_index (neighbours, i)));
    }
  g_mutex_unlock (&self->lock);
  return list;
}

/* ---- sending ---- */

typedef struct {
  YsWorkspace *workspace;
  const Parcel *parcel;
  const YsMinting *minting;
  const char *dossier; /* that it is joined to: id of the package that names the others; NULL */
} Sending;

static gboolean
store_sent (YsConnection *connection, gpointer data, GError **error)
{
  const Sending *sending = data;
  const char *package = sending->minting->facts->id;
  const YsOpinions *opinions = sending->parcel->opinions;
  const GPtrArray *findings = sending->parcel->findings->findings;
  const GPtrArray *const said[] = { opinions->opinions, opinions->answers, opinions->conclusions };

  if (!ys_minting_register (sending->minting, connection, "待送出", error))
    return FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS (said); k++)
    for (guint i = 0; i < said[k]->len; i++) /* the id is the first member of all of them */
      if (!ys_delivery_add (connection, *(char **) g_ptr_array_index (said[k], i), 0, package, error))
        return FALSE;
  for (guint i = 0; i < opinions->answers->len; i++)
    {
      const YsAnswer *answer = g_ptr_array_index (opinions->answers, i);
      if (!ys_workspace_mark_answered (sending->workspace, connection, answer->to, sending->minting->facts->to, package,
                                       error))
        return FALSE;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (findings, i);
      if (!ys_delivery_add (connection, finding->id, finding->version, package, error))
        return FALSE;
    }
  /* a province's opinions go with the dossier when that is forwarded */
  return (sending->dossier == NULL
          || ys_dossier_bag_add (connection, sending->dossier, package, sending->minting->facts->to, error))
         && ys_connection_run (connection, error, "undo-forget-said", "");
}

static gboolean
mint (YsMinting *minting, YsWorkspace *self, YsPackageKind kind, const char *to, const Parcel *parcel, GError **error)
{
  g_autoptr (YsStandard) standard = NULL;
  g_autoptr (YsAssessment) assessment = NULL;

  ys_workspace_dup_round_of (self, to, &standard, &assessment);
  if (!ys_minting_begin_in_round (minting, self, assessment, kind, to, 0, error))
    return FALSE;
  if (!ys_minting_add (minting, kind == YS_PACKAGE_FINDING ? "finding" : "opinion",
                       kind == YS_PACKAGE_FINDING ? ys_findings_write_xml (parcel->findings, error)
                                                  : ys_opinions_write_xml (parcel->opinions, error)))
    return FALSE;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const YsEvidenceRow *row = g_ptr_array_index (self->evidence, i);
      if (g_ptr_array_find_with_equal_func (parcel->cited, row->digest, g_str_equal, NULL))
        ys_minting_add_evidence (minting, self, row);
    }
  g_mutex_unlock (&self->lock);
  return ys_minting_add_journal (minting, self, G_MAXUINT64, error)
         && ys_minting_write (minting, self, NULL, NULL, NULL, error);
}

/* The head of the newest dossier of @city that came in, for a province's opinions. Full; NULL: none. */
static char *
dup_joined_dossier (YsWorkspace *self, YsPackageKind kind, const char *city)
{
  g_autoptr (GPtrArray) dossiers = ys_workspace_dup_dossiers (self);

  for (guint i = 0; kind == YS_PACKAGE_OPINION && self->office == YS_OFFICE_PROVINCE && i < dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (dossiers, i);
      if (g_str_equal (info->city, city) && !info->replaced)
        return g_strdup (info->head);
    }
  return NULL;
}

static guint
sending_role (YsWorkspace *self)
{
  return self->office == YS_OFFICE_COUNTY ? YS_ROLE_APPROVER
         : self->office == YS_OFFICE_CITY ? YS_ROLE_LEAD : YS_ROLE_REVIEWER;
}

gboolean
ys_workspace_send_said (YsWorkspace *self, YsPackageKind kind, const char *to, const char *verb, GError **error)
{
  g_auto (Parcel) parcel = { 0 };
  g_auto (YsMinting) minting = { 0 };
  gboolean neighbour;

  if (!ys_workspace_must_be_writable (self, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  g_autoptr (GPtrArray) neighbours = list_neighbours (self, kind);
  neighbour = g_ptr_array_find_with_equal_func (neighbours, to, g_str_equal, NULL);
  gather (self, kind, to, &parcel);
  g_mutex_unlock (&self->lock);
  if ((ys_workspace_get_person_roles (self) & sending_role (self)) == 0 || !neighbour)
    {
      ys_set_error (error, YS_ERROR_ROLE, to, neighbour ? _("Your role does not send this")
                                                        : _("This office sends no such package there"));
      return FALSE;
    }
  if (parcel_size (&parcel) == 0)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, to, _("There is nothing to send that has not been sent"));
      return FALSE;
    }
  g_autofree char *dossier = dup_joined_dossier (self, kind, to);
  if (mint (&minting, self, kind, to, &parcel, error))
    {
      g_autofree char *after = g_strdup_printf ("%u条 %s", parcel_size (&parcel), minting.digest);
      Sending sending = { self, &parcel, &minting, dossier };
      YsAction action = { .role_needed = sending_role (self),
                          .what = YS_CHANGE_OPINIONS | YS_CHANGE_PACKAGES,
                          .record = { .action = verb, .subject = minting.facts->to_name, .after = after } };
      if (ys_workspace_act (self, &action, store_sent, &sending, error))
        return TRUE;
    }
  ys_minting_drop (&minting);
  return FALSE;
}

gboolean
ys_workspace_send_opinions (YsWorkspace *self, const char *to, GError **error)
{
  if (self->office == YS_OFFICE_COUNTY)
    {
      ys_set_error (error, YS_ERROR_ROLE, to, _("A county answers opinions; it sends none"));
      return FALSE;
    }
  return ys_workspace_send_said (self, YS_PACKAGE_OPINION, to,
                                 self->office == YS_OFFICE_CITY ? "转交审核意见" : "发送审核意见", error);
}

gboolean
ys_workspace_send_answers (YsWorkspace *self, const char *to, GError **error)
{
  g_autoptr (GPtrArray) all = ys_workspace_dup_addressees (self, "answer");

  if (to == NULL && all->len > 1)
    {
      g_ptr_array_add (all, NULL);
      g_autofree char *names = g_strjoinv ("、", (char **) all->pdata);
      ys_set_error (error, YS_ERROR_USAGE, "to", _("Say to which office: there are answers for %s"), names);
      return FALSE;
    }
  if (to == NULL && all->len == 0)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, NULL, _("There is nothing to send that has not been sent"));
      return FALSE;
    }
  return ys_workspace_send_said (self, YS_PACKAGE_ANSWER, to != NULL ? to : g_ptr_array_index (all, 0), "报送答复", error);
}

gboolean
ys_workspace_send_findings (YsWorkspace *self, const char *to, GError **error)
{
  if (self->office == YS_OFFICE_COUNTY)
    {
      ys_set_error (error, YS_ERROR_ROLE, to, _("Findings go from an upper office down"));
      return FALSE;
    }
  return ys_workspace_send_said (self, YS_PACKAGE_FINDING, to, "下发问题", error);
}
