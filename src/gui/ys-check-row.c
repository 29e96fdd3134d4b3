/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the check list. A row never changes: a new list takes over the rows that are equal, so that focus and
 * scroll place survive a recomputation. */
#include "ys-check-row.h"

#include <glib/gi18n-lib.h>

#include "ys-places.h"

struct _YsCheckRow {
  GObject parent_instance;
  char *number, *what, *why, *action;
  YsLocation *to;
  YsCheckGroup group;
  guint count;
  gboolean head, first, last;
};

G_DEFINE_FINAL_TYPE (YsCheckRow, ys_check_row, G_TYPE_OBJECT)

static const struct {
  const char *nick, *title, *hint;
} groups[] = {
  [YS_CHECK_GROUP_RETURNED] = { "returned", N_ ("Sent back"), N_ ("what the city asked to be put right") },
  [YS_CHECK_GROUP_MUST] = { "must", N_ ("Must"), N_ ("can't be handed in until put right") },
  [YS_CHECK_GROUP_SHOULD] = { "should", N_ ("Should"), N_ ("can be handed in, but costs points or will be asked back") },
  [YS_CHECK_GROUP_HINT] = { "hint", N_ ("Hint"), N_ ("worth a look") },
};

YsCheckGroup
ys_check_group_of (YsCheckLevel level)
{
  return level == YS_CHECK_MUST     ? YS_CHECK_GROUP_MUST
         : level == YS_CHECK_SHOULD ? YS_CHECK_GROUP_SHOULD
                                    : YS_CHECK_GROUP_HINT;
}

const char *
ys_check_group_nick (YsCheckGroup group)
{
  return groups[group].nick;
}

const char *
ys_check_group_title (YsCheckGroup group)
{
  return _ (groups[group].title);
}

const char *
ys_check_group_hint (YsCheckGroup group)
{
  return _ (groups[group].hint);
}

/* ---- made ---- */

YsCheckRow *
ys_check_row_new_head (YsCheckGroup group, guint count)
{
  YsCheckRow *self = g_object_new (YS_TYPE_CHECK_ROW, NULL);

  self->head = TRUE;
  self->group = group;
  self->count = count;
  return self;
}

/* Where the field is that mends @check; NULL where there is none. Full. */
static YsLocation *
find_field (const YsCheck *check)
{
  YsLocation *to;

  if (check->task != 0)
    return ys_location_new_task (check->task, check->key);
  if (check->item != NULL)
    {
      to = ys_location_new (YS_PLACE_NEGATIVE);
      to->item = g_strdup (check->item);
      return to;
    }
  if (check->evidence != NULL || (check->key != NULL && g_str_has_prefix (check->key, "filter:")))
    {
      to = ys_location_new (YS_PLACE_EVIDENCE);
      to->evidence = g_strdup (check->evidence);
      to->key = g_strdup (check->key);
      return to;
    }
  if (check->key != NULL) /* entries without a task are those of the negative list */
    {
      to = ys_location_new (YS_PLACE_NEGATIVE);
      to->key = g_strdup (check->key);
      return to;
    }
  return NULL;
}

/* Takes @to; a jump to a place that is not there is none. */
static void
set_jump (YsCheckRow *self, YsLocation *to, const char *action)
{
  g_autoptr (YsLocation) taken = to;

  if (taken == NULL || ys_places_get (taken->place) == NULL)
    return;
  self->to = g_steal_pointer (&taken);
  self->action = g_strdup (action);
}

YsCheckRow *
ys_check_row_new_check (const YsCheck *check)
{
  YsCheckRow *self = g_object_new (YS_TYPE_CHECK_ROW, NULL);

  self->group = ys_check_group_of (check->level);
  self->number = check->task != 0 ? g_strdup_printf ("%u", check->task) : g_strdup (check->item);
  self->what = g_strdup (check->what);
  self->why = g_strdup (check->why);
  set_jump (self, find_field (check), check->action);
  return self;
}

YsCheckRow *
ys_check_row_new_return (const YsReturnReason *reason, const char *title, const char *when)
{
  YsCheckRow *self = g_object_new (YS_TYPE_CHECK_ROW, NULL);

  self->group = YS_CHECK_GROUP_RETURNED;
  self->number = reason->task != 0 ? g_strdup_printf ("%u", reason->task) : NULL;
  self->what = g_strdup (reason->reason);
  self->why = g_strdup_printf ("%s · %s", title != NULL ? title : _("the submission as a whole"), when);
  if (reason->task != 0)
    set_jump (self, ys_location_new_task (reason->task, NULL), _("Put it right"));
  return self;
}

/* ---- asked ---- */

YsCheckGroup
ys_check_row_get_group (YsCheckRow *self)
{
  return self->group;
}

gboolean
ys_check_row_is_head (YsCheckRow *self)
{
  return self->head;
}

guint
ys_check_row_get_count (YsCheckRow *self)
{
  return self->count;
}

const char *
ys_check_row_get_number (YsCheckRow *self)
{
  return self->number != NULL ? self->number : "";
}

const char *
ys_check_row_get_what (YsCheckRow *self)
{
  return self->what;
}

const char *
ys_check_row_get_why (YsCheckRow *self)
{
  return self->why;
}

const char *
ys_check_row_get_action (YsCheckRow *self)
{
  return self->action;
}

const YsLocation *
ys_check_row_get_location (YsCheckRow *self)
{
  return self->to;
}

char *
ys_check_row_dup_name (YsCheckRow *self)
{
  if (self->head)
    return g_strdup_printf (ngettext ("%s: %u line, %s", "%s: %u lines, %s", self->count),
                            ys_check_group_title (self->group), self->count, ys_check_group_hint (self->group));
  return g_strdup_printf ("%s%s%s, %s%s%s", self->number != NULL ? self->number : "",
                          self->number != NULL ? " " : "", self->what, self->why, self->action != NULL ? ", " : "",
                          self->action != NULL ? self->action : "");
}

void
ys_check_row_set_edges (YsCheckRow *self, gboolean first, gboolean last)
{
  self->first = first;
  self->last = last;
}

gboolean
ys_check_row_is_first (YsCheckRow *self)
{
  return self->first;
}

gboolean
ys_check_row_is_last (YsCheckRow *self)
{
  return self->last;
}

static gboolean
same_place (const YsLocation *one, const YsLocation *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return one->place == other->place && one->task == other->task && g_strcmp0 (one->key, other->key) == 0
         && g_strcmp0 (one->item, other->item) == 0 && g_strcmp0 (one->evidence, other->evidence) == 0;
}

gboolean
ys_check_row_equal (YsCheckRow *self, YsCheckRow *other)
{
  return self->head == other->head && self->group == other->group && self->count == other->count
         && self->first == other->first && self->last == other->last
         && g_strcmp0 (self->number, other->number) == 0 && g_strcmp0 (self->what, other->what) == 0
         && g_strcmp0 (self->why, other->why) == 0 && g_strcmp0 (self->action, other->action) == 0
         && same_place (self->to, other->to);
}

static void
ys_check_row_finalize (GObject *object)
{
  YsCheckRow *self = YS_CHECK_ROW (object);

  g_free (self->number);
  g_free (self->what);
  g_free (self->why);
  g_free (self->action);
  g_clear_pointer (&self->to, ys_location_free);
  G_OBJECT_CLASS (ys_check_row_parent_class)->finalize (object);
}

static void
ys_check_row_class_init (YsCheckRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_check_row_finalize;
}

static void
ys_check_row_init (YsCheckRow *self)
{
}
