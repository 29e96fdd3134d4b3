/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits of a row follows from what the workspace says may be done with it: an answer of this office that is still
 * to be given, a finding of this office that was answered and is to be verified. */
#include "ys-said-row.h"

#include <glib/gi18n-lib.h>

struct _YsSaidRow {
  GObject parent_instance;
  char *key, *id, *unit, *item, *title, *chip, *detail;
  const char *chip_style;
  guint task;
  gboolean finding;
  gboolean of[YS_N_SAID_FILTERS];
  YsDate due;           /* 0: none */
};

G_DEFINE_FINAL_TYPE (YsSaidRow, ys_said_row, G_TYPE_OBJECT)

const char *
ys_said_filter_nick (YsSaidFilter filter)
{
  static const char *const nicks[] = { "all", "answer", "verify", "overdue", "unsent" };

  return nicks[filter];
}

const char *
ys_said_filter_title (YsSaidFilter filter)
{
  static const char *const titles[] = { N_ ("All"), N_ ("To Answer"), N_ ("To Verify"), N_ ("Overdue"), N_ ("To Send") };

  return _ (titles[filter]);
}

/* ---- words ---- */

char *
ys_said_dup_verdict_chip (YsOpinionVerdict verdict, const char **style)
{
  static const char *const signs[] = { "✓", "?", "✗" }, *const styles[] = { "ok", "open", "bad" };

  *style = styles[verdict];
  return g_strdup_printf ("%s %s", signs[verdict], ys_opinion_verdict_label (verdict));
}

char *
ys_said_dup_severity_chip (YsFindingSeverity severity, const char **style)
{
  static const char *const signs[] = { "i", "!", "!!", "■" }, *const styles[] = { "plain", "open", "bad", "bad" };

  *style = styles[severity];
  return g_strdup_printf ("%s %s", signs[severity], ys_finding_severity_label (severity));
}

char *
ys_said_dup_due (const YsFinding *finding)
{
  YsDate today = ys_clock_today ();
  g_autofree char *day = finding->due != 0 ? ys_date_to_text (finding->due) : NULL;

  if (day == NULL)
    return NULL;
  if (finding->state == YS_FINDING_VERIFIED)
    return g_strdup_printf (_("due %s"), day);
  if (finding->due < today)
    return g_strdup_printf (ngettext ("due %s, %u day overdue", "due %s, %u days overdue", today - finding->due), day,
                            (guint) (today - finding->due));
  return g_strdup_printf (ngettext ("due %s, %u day left", "due %s, %u days left", finding->due - today), day,
                          (guint) (finding->due - today));
}

/* ---- made of a thread, of a finding ---- */

static YsSaidRow *
new_row (const char *unit, guint task, const char *item)
{
  YsSaidRow *self = g_object_new (YS_TYPE_SAID_ROW, NULL);

  self->unit = g_strdup (unit);
  self->task = task;
  self->item = g_strdup (item);
  self->of[YS_SAID_ALL] = TRUE;
  return self;
}

static YsSaidRow *
row_of_thread (const YsOpinionThread *thread)
{
  YsSaidRow *self = new_row (thread->unit, thread->task, thread->item);
  const YsStatement *standing = thread->standing;
  g_autofree char *time = ys_time_to_display (standing->at);

  self->key = g_strdup_printf ("opinion:%s:%u:%s", thread->unit, thread->task, thread->item != NULL ? thread->item : "");
  self->id = g_strdup (standing->id);
  self->title = g_strdup (thread->title);
  self->chip = ys_said_dup_verdict_chip (standing->verdict, &self->chip_style);
  self->of[YS_SAID_TO_ANSWER] = thread->waiting;
  for (guint i = 0; i < thread->statements->len; i++)
    {
      const YsStatement *statement = g_ptr_array_index (thread->statements, i);
      self->of[YS_SAID_UNSENT] |= statement->own && !statement->sent;
    }
  self->detail = g_strdup_printf ("%s · %s · %s", standing->office_name, time,
                                  thread->waiting             ? _("to be answered")
                                  : self->of[YS_SAID_UNSENT]  ? _("answered, not sent")
                                  : thread->answered          ? _("answered")
                                                              : _("nothing to answer"));
  return self;
}

/* An answer of this office to @finding waits to be sent. */
static gboolean
has_unsent_answer (YsWorkspace *workspace, const YsFinding *finding)
{
  g_autoptr (GPtrArray) answers = ys_workspace_dup_answers (workspace, finding->id);

  for (guint i = 0; i < answers->len; i++)
    {
      const YsStatement *answer = g_ptr_array_index (answers, i);
      if (answer->own && !answer->sent)
        return TRUE;
    }
  return FALSE;
}

static YsSaidRow *
row_of_finding (YsWorkspace *workspace, const YsFinding *finding)
{
  YsSaidRow *self = new_row (finding->unit, finding->task, NULL);
  gboolean own = g_strcmp0 (finding->office, ys_workspace_get_unit (workspace)) == 0;
  const YsUnitInfo *unit = ys_assessment_get_unit (ys_workspace_get_assessment (workspace), finding->unit);
  g_autofree char *due = ys_said_dup_due (finding);

  self->finding = TRUE;
  self->key = g_strconcat ("finding:", finding->id, NULL);
  self->id = g_strdup (finding->id);
  self->title = g_strdup (finding->title);
  self->chip = ys_said_dup_severity_chip (finding->severity, &self->chip_style);
  self->due = finding->due;
  self->of[YS_SAID_TO_ANSWER] = !own && finding->state == YS_FINDING_OPEN;
  self->of[YS_SAID_TO_VERIFY] = own && finding->state == YS_FINDING_ANSWERED;
  self->of[YS_SAID_OVERDUE] = finding->state != YS_FINDING_VERIFIED && finding->due != 0 && finding->due < ys_clock_today ();
  self->of[YS_SAID_UNSENT] = (own && ys_workspace_is_finding_unsent (workspace, finding->id))
                             || (!own && has_unsent_answer (workspace, finding));
  self->detail = g_strdup_printf ("%s%s%s · %s%s", unit != NULL ? unit->name : finding->unit, due != NULL ? " · " : "",
                                  due != NULL ? due : "", ys_finding_state_label (finding->state),
                                  self->of[YS_SAID_UNSENT] ? _(", not sent") : "");
  return self;
}

/* What waits first, then what is overdue, then by deadline; what is left keeps the order of the workspace. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YsSaidRow *one = *(YsSaidRow *const *) a, *other = *(YsSaidRow *const *) b;
  gboolean one_waits = one->of[YS_SAID_TO_ANSWER] || one->of[YS_SAID_TO_VERIFY];
  gboolean other_waits = other->of[YS_SAID_TO_ANSWER] || other->of[YS_SAID_TO_VERIFY];

  if (one_waits != other_waits)
    return one_waits ? -1 : 1;
  if (one->of[YS_SAID_OVERDUE] != other->of[YS_SAID_OVERDUE])
    return one->of[YS_SAID_OVERDUE] ? -1 : 1;
  if (one->due != other->due)
    return one->due == 0 ? 1 : other->due == 0 ? -1 : one->due < other->due ? -1 : 1;
  return g_strcmp0 (one->key, other->key);
}

GPtrArray *
ys_said_rows_list (YsWorkspace *workspace)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) threads = ys_workspace_dup_opinion_threads (workspace, NULL);
  g_autoptr (GPtrArray) findings = ys_workspace_dup_findings (workspace, NULL);

  for (guint i = 0; i < threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (threads, i);
      if (thread->standing != NULL)
        g_ptr_array_add (rows, row_of_thread (thread));
    }
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (rows, row_of_finding (workspace, g_ptr_array_index (findings, i)));
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

void
ys_said_rows_count (YsWorkspace *workspace, guint counts[YS_N_SAID_FILTERS])
{
  g_autoptr (GPtrArray) rows = ys_said_rows_list (workspace);

  for (guint filter = 0; filter < YS_N_SAID_FILTERS; filter++)
    {
      counts[filter] = 0;
      for (guint i = 0; i < rows->len; i++)
        counts[filter] += ys_said_row_is_of (g_ptr_array_index (rows, i), (YsSaidFilter) filter);
    }
}

/* ---- what it is ---- */

const char *
ys_said_row_get_key (YsSaidRow *self)
{
  return self->key;
}

gboolean
ys_said_row_is_finding (YsSaidRow *self)
{
  return self->finding;
}

const char *
ys_said_row_get_id (YsSaidRow *self)
{
  return self->id;
}

const char *
ys_said_row_get_unit (YsSaidRow *self)
{
  return self->unit;
}

guint
ys_said_row_get_task (YsSaidRow *self)
{
  return self->task;
}

const char *
ys_said_row_get_item (YsSaidRow *self)
{
  return self->item;
}

const char *
ys_said_row_get_title (YsSaidRow *self)
{
  return self->title;
}

const char *
ys_said_row_get_chip (YsSaidRow *self)
{
  return self->chip;
}

const char *
ys_said_row_get_chip_style (YsSaidRow *self)
{
  return self->chip_style;
}

const char *
ys_said_row_get_detail (YsSaidRow *self)
{
  return self->detail;
}

gboolean
ys_said_row_is_of (YsSaidRow *self, YsSaidFilter filter)
{
  return self->of[filter];
}

gboolean
ys_said_row_equal (YsSaidRow *self, YsSaidRow *other)
{
  for (guint filter = 0; filter < YS_N_SAID_FILTERS; filter++)
    if (self->of[filter] != other->of[filter])
      return FALSE;
  return g_strcmp0 (self->key, other->key) == 0 && g_strcmp0 (self->id, other->id) == 0
         && g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->chip, other->chip) == 0
         && g_strcmp0 (self->detail, other->detail) == 0;
}

static void
ys_said_row_finalize (GObject *object)
{
  YsSaidRow *self = YS_SAID_ROW (object);
  char *const texts[] = { self->key, self->id, self->unit, self->item, self->title, self->chip, self->detail };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  G_OBJECT_CLASS (ys_said_row_parent_class)->finalize (object);
}

static void
ys_said_row_class_init (YsSaidRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_said_row_finalize;
}

static void
ys_said_row_init (YsSaidRow *self)
{
}
