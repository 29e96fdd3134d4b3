/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and roles: who acts, and whether he may. No passwords: an office knows its own people, the journal names them.
 * What a role may not do is refused here, for window and command line alike. */
#include "ys-workspace-private.h"
#include "ys-id.h"
#include "ys-workspace-form.h"

#include <glib/gi18n-lib.h>

static const struct {
  YsRole role;
  const char *nick, *label;
} roles[] = {
  { YS_ROLE_CLERK, "clerk", "填报人" },       { YS_ROLE_APPROVER, "approver", "审核人" },
  { YS_ROLE_ASSESSOR, "assessor", "评审员" }, { YS_ROLE_LEAD, "lead", "组长" },
  { YS_ROLE_REVIEWER, "reviewer", "审核员" },
};

const char *
ys_role_nick (YsRole role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].role == role)
      return roles[i].nick;
  return NULL;
}

gboolean
ys_role_from_nick (const char *nick, YsRole *role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (roles[i].nick, nick) == 0 || g_strcmp0 (roles[i].label, nick) == 0)
      {
        *role = roles[i].role;
        return TRUE;
      }
  return FALSE;
}

const char *
ys_role_label (YsRole role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].role == role)
      return roles[i].label;
  return "";
}

guint
ys_roles_of_office (YsOfficeKind kind)
{
  switch (kind)
    {
    case YS_OFFICE_COUNTY:
      return YS_ROLE_CLERK | YS_ROLE_APPROVER;
    case YS_OFFICE_CITY:
      return YS_ROLE_ASSESSOR | YS_ROLE_LEAD;
    case YS_OFFICE_PROVINCE:
    case YS_OFFICE_CENTRAL:
    default:
      return YS_ROLE_REVIEWER;
    }
}

static void
person_free (gpointer data)
{
  YsPerson *person = data;

  g_free (person->name);
  g_free (person);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  return ys_text_collate ((*(YsPerson *const *) a)->name, (*(YsPerson *const *) b)->name);
}

GPtrArray *
ys_workspace_dup_people (YsWorkspace *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->people->len; i++)
    {
      const YsPersonRow *row = g_ptr_array_index (self->people, i);
      YsPerson *person = g_new0 (YsPerson, 1);
      person->name = g_strdup (row->name);
      person->roles = row->roles;
      g_ptr_array_add (people, person);
    }
  g_mutex_unlock (&self->lock);
  g_ptr_array_sort (people, compare_people);
  return people;
}

char *
ys_workspace_dup_person (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  char *person = g_strdup (self->person);
  g_mutex_unlock (&self->lock);
  return person;
}

guint
ys_workspace_get_person_roles (YsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  guint held = self->roles;
  g_mutex_unlock (&self->lock);
  return held;
}

static gboolean
store_current (YsConnection *connection, gpointer data, GError **error)
{
  return ys_setting_set (connection, "person", data, error);
}

gboolean
ys_workspace_act_as (YsWorkspace *self, const char *name, GError **error)
{
  gboolean found = FALSE;

  /* what one has typed is one's own change, not the next person's */
  if (ys_workspace_can_edit (self, NULL) && !ys_workspace_settle (self, 0, NULL, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->people->len && !found; i++)
    {
      const YsPersonRow *row = g_ptr_array_index (self->people, i);
      if (g_strcmp0 (row->name, name) != 0)
        continue;
      found = TRUE;
      g_free (self->person);
      self->person = g_strdup (name);
      self->roles = row->roles;
    }
  g_mutex_unlock (&self->lock);
  if (!found)
    {
      ys_set_error (error, YS_ERROR_NOT_FOUND, name, _("Nobody of this name works in this workspace"));
      return FALSE;
    }
  ys_workspace_want_score (self); /* what one sees of the review depends on who one is */
  ys_workspace_emit_changed (self, YS_CHANGE_PEOPLE);
  return TRUE;
}

gboolean
ys_workspace_set_person (YsWorkspace *self, const char *name, GError **error)
{
  if (!ys_workspace_act_as (self, name, error))
    return FALSE;
  /* remembered for the next start; reading only, it holds for this one */
  return ys_workspace_is_read_only (self) || ys_store_write (self->store, store_current, (gpointer) name, error);
}

typedef struct {
  const char *name;
  guint roles;
} NewPerson;

static gboolean
store_person (YsConnection *connection, gpointer data, GError **error)
{
  NewPerson *person = data;

  return ys_person_set (connection, person->name, person->roles, error);
}

static char *
describe_roles (guint held)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (held & roles[i].role)
      g_ptr_array_add (labels, (gpointer) roles[i].label);
  g_ptr_array_add (labels, NULL);
  return g_strjoinv ("、", (char **) labels->pdata);
}

static gboolean
save_person (YsWorkspace *self, const char *name, guint held, const char *verb, GError **error)
{
  g_autofree char *clean = ys_text_clean_line (name, -1);
  g_autofree char *after = describe_roles (held);
  NewPerson person = { clean, held };
  YsAction action = { .what = YS_CHANGE_PEOPLE,
                      .record = { .action = verb, .subject = clean, .after = after } };

  if (clean[0] == '\0')
    {
      ys_set_error (error, YS_ERROR_VALUE, "name", _("A person needs a name"));
      return FALSE;
    }
  if (held == 0 || (held & ~ys_roles_of_office (self->office)) != 0)
    {
      ys_set_error (error, YS_ERROR_ROLE, clean, _("This role does not exist in this office"));
      return FALSE;
    }
  return ys_workspace_act (self, &action, store_person, &person, error);
}

gboolean
ys_workspace_add_person (YsWorkspace *self, const char *name, guint held, GError **error)
{
  g_autofree char *clean = ys_text_clean_line (name, -1);
  gboolean twice = FALSE;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->people->len; i++)
    twice |= g_strcmp0 (((YsPersonRow *) g_ptr_array_index (self->people, i))->name, clean) == 0;
  g_mutex_unlock (&self->lock);
  if (twice)
    {
      ys_set_error (error, YS_ERROR_EXISTS, clean, _("A person of this name is there already"));
      return FALSE;
    }
  return save_person (self, name, held, "增加人员", error);
}

gboolean
ys_workspace_set_person_roles (YsWorkspace *self, const char *name, guint held, GError **error)
{
  return save_person (self, name, held, "修改人员角色", error);
}

/* The acting person's role that lets him do this, in words for the journal. */
static const char *
acting_role (guint held, guint needed)
{
  guint fitting = needed != 0 ? held & needed : held;

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (fitting & roles[i].role)
      return roles[i].label;
  return NULL;
}

const char *
ys_workspace_acting_role (YsWorkspace *self)
{
  const char *role = acting_role (ys_workspace_get_person_roles (self), 0);

  return role != NULL ? role : "";
}

/* The role in which the person acts, for the journal; NULL with ROLE where there is none. */
static const char *
find_role (YsWorkspace *self, const char *person, guint needed, GError **error)
{
  const char *role = acting_role (ys_workspace_get_person_roles (self), needed);

  if (person == NULL)
    ys_set_error (error, YS_ERROR_ROLE, NULL, _("It is not yet chosen who is working here"));
  else if (role == NULL)
    ys_set_error (error, YS_ERROR_ROLE, person, _("%s does not hold the role that this needs"), person);
  return person != NULL ? role : NULL;
}

gboolean
ys_workspace_must_hold (YsWorkspace *self, guint roles_needed, GError **error)
{
  g_autofree char *person = ys_workspace_dup_person (self);

  return find_role (self, person, roles_needed, error) != NULL;
}

gboolean
ys_workspace_act (YsWorkspace *self, YsAction *action, YsStoreFunc func, gpointer data, GError **error)
{
  g_autofree char *person = ys_workspace_dup_person (self);
  const char *role = find_role (self, person, action->role_needed, error);
  g_autofree char *why = NULL;

  if (role == NULL)
    return FALSE;
  if (action->edits_form && !ys_workspace_can_edit (self, &why))
    {
      ys_set_error (error, YS_ERROR_STATE, NULL, "%s", why);
      return FALSE;
    }
  action->record.person = person;
  action->record.role = role;
  gboolean done = ys_store_change (self->store, &action->record, func, data, error)
                  && ys_workspace_reload (self, action->what, error);
  action->record.person = action->record.role = NULL;
  if (done)
    {
      ys_workspace_set_save_state (self, YS_SAVE_SAVED, NULL);
      ys_workspace_want_score (self);
      ys_workspace_emit_changed (self, action->what);
    }
  return done;
}
