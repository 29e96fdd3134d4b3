/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that was said, as it stands in memory: loading it, and looking up what the other files of opinions ask.
 * What travelled is known by its deliveries, own and received alike. */
#include "ys-workspace-opinion-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The array is never changed once it is made: a reference is enough while another thread puts a new desk in its place. */
static GPtrArray *
dup_held_rounds (YsWorkspace *workspace)
{
  GPtrArray *held;

  g_mutex_lock (&workspace->lock);
  held = workspace->opinions != NULL ? g_ptr_array_ref (workspace->opinions->rounds) : NULL;
  g_mutex_unlock (&workspace->lock);
  return held;
}

static char *
subject_key (const YsOpinion *opinion)
{
  return g_strdup_printf ("%s %u %s", opinion->unit, opinion->task, opinion->item != NULL ? opinion->item : "");
}

/* Takes @key. */
static void
index_one (GHashTable *index, char *key, gpointer element)
{
  GPtrArray *list = g_hash_table_lookup (index, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, g_strdup (key), list);
    }
  g_ptr_array_add (list, element);
  g_free (key);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
index_said (YsOpinionDesk *self)
{
  self->travelled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answers_to = new_index ();
  self->about = new_index ();
  for (guint i = 0; i < self->deliveries->len; i++)
    {
      const YsDeliveryRow *row = g_ptr_array_index (self->deliveries, i);
      g_hash_table_add (self->travelled, g_strdup_printf ("%u %s", row->version, row->statement));
    }
  for (guint i = 0; i < self->said->opinions->len; i++)
    {
      YsOpinion *opinion = g_ptr_array_index (self->said->opinions, i);
      index_one (self->about, subject_key (opinion), opinion);
    }
  for (guint i = 0; i < self->said->answers->len; i++)
    {
      YsAnswer *answer = g_ptr_array_index (self->said->answers, i);
      index_one (self->answers_to, g_strdup (answer->to), answer);
    }
}

YsOpinionDesk *
ys_opinion_desk_load (YsConnection *connection, YsWorkspace *workspace, GError **error)
{
  g_autoptr (YsOpinionDesk) self = g_new0 (YsOpinionDesk, 1);

  self->said = ys_opinions_new ();
  if (!ys_opinions_load (connection, self->said, error)
      || !(self->findings = ys_finding_list (connection, error))
      || !(self->deliveries = ys_delivery_list (connection, error)))
    return NULL;
  if (ys_workspace_is_upper (workspace))
    {
      g_autoptr (GPtrArray) held = dup_held_rounds (workspace);
      self->rounds = ys_opinion_rounds_load (connection, held, error);
    }
  else
    self->rounds = g_ptr_array_new ();
  if (self->rounds == NULL)
    return NULL;
  index_said (self);
  return g_steal_pointer (&self);
}

void
ys_opinion_desk_free (YsOpinionDesk *self)
{
  if (self == NULL)
    return;
  ys_opinions_free (self->said);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->deliveries, g_ptr_array_unref);
  g_clear_pointer (&self->travelled, g_hash_table_unref);
  g_clear_pointer (&self->answers_to, g_hash_table_unref);
  g_clear_pointer (&self->about, g_hash_table_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_free (self);
}

/* ---- looking up ---- */

const YsOpinion *
ys_opinion_desk_get_opinion (const YsOpinionDesk *self, const char *id)
{
  for (guint i = 0; i < self->said->opinions->len; i++)
    {
      const YsOpinion *opinion = g_ptr_array_index (self->said->opinions, i);
      if (g_strcmp0 (opinion->id, id) == 0)
        return opinion;
    }
  return NULL;
}

const YsFinding *
ys_opinion_desk_get_finding (const YsOpinionDesk *self, const char *id)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (self->findings, i);
      if (g_strcmp0 (finding->id, id) == 0)
        return finding;
    }
  return NULL;
}

const GPtrArray *
ys_opinion_desk_list_about (const YsOpinionDesk *self, const YsOpinion *like)
{
  g_autofree char *key = subject_key (like);

  return g_hash_table_lookup (self->about, key);
}

const GPtrArray *
ys_opinion_desk_list_answers (const YsOpinionDesk *self, const char *id)
{
  return g_hash_table_lookup (self->answers_to, id);
}

const YsOpinion *
ys_opinion_desk_get_newest (const YsOpinionDesk *self, const char *office, const YsOpinion *like)
{
  const GPtrArray *about = ys_opinion_desk_list_about (self, like);

  for (guint i = about != NULL ? about->len : 0; i > 0; i--) /* by id, which sorts by time */
    {
      const YsOpinion *opinion = g_ptr_array_index (about, i - 1);
      if (g_strcmp0 (opinion->office, office) == 0)
        return opinion;
    }
  return NULL;
}

const YsAnswer *
ys_opinion_desk_get_unsent_answer (const YsOpinionDesk *self, const char *subject, const char *office)
{
  const GPtrArray *answers = ys_opinion_desk_list_answers (self, subject);

  for (guint i = answers != NULL ? answers->len : 0; i > 0; i--)
    {
      const YsAnswer *answer = g_ptr_array_index (answers, i - 1);
      if (g_strcmp0 (answer->office, office) == 0
          && !ys_opinion_desk_has_travelled (self, answer->id, 0))
        return answer;
    }
  return NULL;
}

gboolean
ys_opinion_desk_has_travelled (const YsOpinionDesk *self, const char *statement, guint version)
{
  g_autofree char *key = g_strdup_printf ("%u %s", version, statement);

  return g_hash_table_contains (self->travelled, key);
}

static const YsPackageRow *
find_package (YsWorkspace *self, const char *id)
{
  for (guint i = 0; i < self->packages->len; i++)
    {
      const YsPackageRow *row = g_ptr_array_index (self->packages, i);
      if (g_str_equal (row->id, id))
        return row;
    }
  return NULL;
}

gboolean
ys_workspace_was_exchanged (YsWorkspace *self, const char *statement, guint version, const char *unit)
{
  const GPtrArray *deliveries = self->opinions->deliveries;

  for (guint i = 0; i < deliveries->len; i++)
    {
      const YsDeliveryRow *row = g_ptr_array_index (deliveries, i);
      const YsPackageRow *package;

      if (row->version != version || !g_str_equal (row->statement, statement))
        continue;
      package = find_package (self, row->package);
      if (package != NULL && g_strcmp0 (package->incoming ? package->sender : package->receiver, unit) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
ys_workspace_mark_answered (YsWorkspace *self, YsConnection *connection, const char *subject, const char *with,
                            const char *reply, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->opinions->deliveries->len; i++)
    {
      const YsDeliveryRow *row = g_ptr_array_index (self->opinions->deliveries, i);
      const YsPackageRow *package = g_str_equal (row->statement, subject) ? find_package (self, row->package) : NULL;

      if (package != NULL && g_strcmp0 (package->incoming ? package->sender : package->receiver, with) == 0)
        g_ptr_array_add (ids, g_strdup (package->id));
    }
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < ids->len; i++)
    if (!ys_package_set_state (connection, g_ptr_array_index (ids, i), "已答复", reply, error))
      return FALSE;
  return TRUE;
}

const char *
ys_opinion_desk_get_subject_unit (const YsOpinionDesk *self, const char *id)
{
  const YsOpinion *opinion = ys_opinion_desk_get_opinion (self, id);
  const YsFinding *finding = opinion == NULL ? ys_opinion_desk_get_finding (self, id) : NULL;

  return opinion != NULL ? opinion->unit : finding != NULL ? finding->unit : NULL;
}

const char *
ys_opinion_desk_get_author (const YsOpinionDesk *self, const char *id)
{
  const YsOpinion *opinion = ys_opinion_desk_get_opinion (self, id);
  const YsFinding *finding = opinion == NULL ? ys_opinion_desk_get_finding (self, id) : NULL;

  return opinion != NULL ? opinion->office : finding != NULL ? finding->office : NULL;
}

/* ---- offices ---- */

char *
ys_workspace_dup_office_name (YsWorkspace *self, const char *code)
{
  const YsOpinionRound *round = ys_workspace_peek_round_of (self, code);
  const YsUnitInfo *unit = ys_assessment_get_unit (round != NULL ? round->assessment : self->assessment, code);

  if (unit != NULL)
    return g_strdup (unit->name);
  return g_strdup (g_strcmp0 (code, self->unit) == 0 ? self->unit_name : code);
}

YsOfficeKind
ys_workspace_get_kind_of (YsWorkspace *self, const char *code)
{
  const YsUnitInfo *unit = ys_assessment_get_unit (self->assessment, code);
  gsize length = strlen (code);

  if (unit != NULL)
    return unit->kind;
  if (g_str_equal (code, "CN"))
    return YS_OFFICE_CENTRAL;
  return length == 2 ? YS_OFFICE_PROVINCE : length == 4 ? YS_OFFICE_CITY : YS_OFFICE_COUNTY;
}

/* The office right above @code: the round says it, else the form of the code (domain.md, Ids). Full; NULL: none. */
static char *
dup_parent (YsWorkspace *self, const char *code)
{
  const YsUnitInfo *unit = ys_assessment_get_unit (self->assessment, code);
  gsize length = strlen (code);

  if (unit != NULL && unit->parent != NULL)
    return g_strdup (unit->parent);
  if (g_str_equal (code, "CN"))
    return NULL;
  return length == 2 ? g_strdup ("CN") : g_strndup (code, length - 2);
}

gboolean
ys_workspace_is_parent (YsWorkspace *self, const char *upper, const char *unit)
{
  g_autofree char *parent = dup_parent (self, unit);

  return g_strcmp0 (parent, upper) == 0;
}

gboolean
ys_workspace_is_above (YsWorkspace *self, const char *upper, const char *unit)
{
  g_autofree char *above = dup_parent (self, unit);

  /* four offices, one above the other */
  for (guint steps = 0; above != NULL && steps < 4; steps++)
    {
      char *next;

      if (g_str_equal (above, upper))
        return TRUE;
      next = dup_parent (self, above);
      g_free (above);
      above = next;
    }
  return FALSE;
}

gboolean
ys_workspace_is_upper (YsWorkspace *self)
{
  return self->office == YS_OFFICE_PROVINCE || self->office == YS_OFFICE_CENTRAL;
}

static const char *
find_occurrence_title (YsWorkspace *self, const char *id)
{
  for (guint i = 0; self->occurrences != NULL && i < self->occurrences->len; i++)
    {
      const YsOccurrence *occurrence = ((YsOccurrenceRow *) g_ptr_array_index (self->occurrences, i))->occurrence;
      if (g_strcmp0 (occurrence->id, id) == 0)
        return occurrence->title;
    }
  for (guint l = 0; self->received_ledgers != NULL && l < self->received_ledgers->len; l++)
    {
      const YsLedger *ledger = g_ptr_array_index (self->received_ledgers, l);
      for (guint i = 0; i < ledger->occurrences->len; i++)
        {
          const YsOccurrence *occurrence = g_ptr_array_index (ledger->occurrences, i);
          if (g_strcmp0 (occurrence->id, id) == 0)
            return occurrence->title;
        }
    }
  return NULL;
}

char *
ys_workspace_dup_subject_title (YsWorkspace *self, const char *unit, guint task, const char *item)
{
  g_autofree char *name = ys_workspace_dup_office_name (self, unit);
  const YsOpinionRound *round = ys_workspace_peek_round_of (self, unit);
  const YsCatalogue *catalogue = round != NULL ? round->standard->catalogue : self->standard->catalogue;
  const YsTask *found = task != 0 ? ys_catalogue_get_task (catalogue, task) : NULL;
  const YsNegativeItem *negative = item != NULL ? ys_catalogue_get_item (catalogue, item) : NULL;

  if (task != 0)
    return g_strdup_printf ("%s 第%u项 %s", name, task, found != NULL ? found->title : "");
  if (negative != NULL)
    return g_strdup_printf ("%s %s %s", name, negative->id, negative->name);
  if (item != NULL)
    {
      const char *title = find_occurrence_title (self, item);
      return g_strdup_printf ("%s %s", name, title != NULL ? title : "负面情形");
    }
  return g_steal_pointer (&name);
}

gboolean
ys_workspace_must_be_writable (YsWorkspace *self, GError **error)
{
  if (!ys_workspace_is_read_only (self))
    return TRUE;
  ys_set_error (error, YS_ERROR_STATE, NULL, _("This workspace is open for reading only."));
  return FALSE;
}

gboolean
ys_workspace_must_hold_cited (YsWorkspace *self, const GPtrArray *citations, GError **error)
{
  const char *missing = NULL;

  g_mutex_lock (&self->lock);
  for (guint c = 0; c < citations->len && missing == NULL; c++)
    {
      const YsCitation *citation = g_ptr_array_index (citations, c);
      missing = citation->evidence;
      for (guint i = 0; i < self->evidence->len && missing != NULL; i++)
        if (g_strcmp0 (((YsEvidenceRow *) g_ptr_array_index (self->evidence, i))->digest, missing) == 0)
          missing = NULL;
    }
  g_mutex_unlock (&self->lock);
  if (missing == NULL)
    return TRUE;
  ys_set_error (error, YS_ERROR_NOT_FOUND, missing, _("This evidence is not in the workspace"));
  return FALSE;
}

gboolean
ys_workspace_has_travelled (YsWorkspace *self, const char *id)
{
  g_mutex_lock (&self->lock);
  gboolean travelled = ys_opinion_desk_has_travelled (self->opinions, id, 0);
  g_mutex_unlock (&self->lock);
  return travelled;
}
