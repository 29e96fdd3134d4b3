/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row keeps what the workspace holds beside what is typed, and tells the difference as changes. Whether a
 * score is allowed is the workspace's to say; here the reason is only asked for early, where it will be
 * needed. */
#include "ys-assess-row-private.h"

#include <glib/gi18n-lib.h>

#include "ys-assess-job.h"
#include "ys-assess-words.h"

enum
{
  SIGNAL_COMMIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessRow, ys_assess_row, GTK_TYPE_BOX)

const char *
ys_assess_row_get_point (YsAssessRow *self)
{
  return self->point;
}

const char *
ys_assess_row_get_title (YsAssessRow *self)
{
  return self->title;
}

/* ---- what is typed against what is stored ---- */

static char *
dup_typed (YsAssessRow *self, Field field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry[field]))));
}

char *
ys_assess_row_dup_reason (YsAssessRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

gboolean
ys_assess_row_is_field_changed (YsAssessRow *self, Field field)
{
  g_autofree char *typed = dup_typed (self, field);

  return self->may[field] && !ys_assess_is_same_value (typed, self->stored[field]);
}

static gboolean
differs_from_computed (YsAssessRow *self, Field field)
{
  g_autofree char *typed = dup_typed (self, field);
  YsPoints points;

  return *typed != '\0'
         && (!self->has_computed || !ys_assess_read_points (typed, &points)
             || points != self->computed_points);
}

/* The field that the reason is for: the changed one, else the one that has a reason. */
gboolean
ys_assess_row_find_reasoned (YsAssessRow *self, Field *field)
{
  for (int i = N_FIELDS - 1; i >= 0; i--)
    if (ys_assess_row_is_field_changed (self, (Field)i)
        && (i == FIELD_DECIDED || differs_from_computed (self, FIELD_OWN)))
      {
        *field = (Field)i;
        return TRUE;
      }
  for (int i = N_FIELDS - 1; i >= 0; i--)
    if (self->may[i] && *self->stored_reason[i] != '\0')
      {
        *field = (Field)i;
        return TRUE;
      }
  return FALSE;
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

void
ys_assess_row_show_reason (YsAssessRow *self)
{
  Field field = FIELD_OWN;
  gboolean shown = ys_assess_row_find_reasoned (self, &field);

  gtk_widget_set_visible (self->reason_box, shown);
  gtk_label_set_text (GTK_LABEL (self->reason_hint), field == FIELD_DECIDED ? _ ("needed for every decision")
                                                     : self->has_computed
                                                         ? _ ("differs from the computed one, needed")
                                                         : _ ("scored by hand, needed"));
  for (int i = 0; i < N_FIELDS; i++)
    set_class (self->entry[i], "changed", differs_from_computed (self, (Field)i));
  set_class (GTK_WIDGET (self), "sel", shown || gtk_widget_get_visible (self->why));
}

static gboolean
collect_field (YsAssessRow *self, Field field, gboolean ask, GPtrArray *changes)
{
  g_autofree char *typed = dup_typed (self, field), *reason = ys_assess_row_dup_reason (self);
  gboolean needed = field == FIELD_DECIDED || differs_from_computed (self, field);
  gboolean changed = ys_assess_row_is_field_changed (self, field);
  Field reasoned;

  if (!self->may[field])
    return TRUE;
  if (!changed
      && (!needed || !ys_assess_row_find_reasoned (self, &reasoned) || reasoned != field
          || *self->stored[field] == '\0' || g_str_equal (reason, self->stored_reason[field])))
    return TRUE;
  if (needed && *reason == '\0')
    {
      if (ask)
        gtk_widget_grab_focus (self->reason);
      return FALSE;
    }
  g_ptr_array_add (changes, ys_assess_change_new (field == FIELD_OWN ? YS_ASSESS_SCORE : YS_ASSESS_DECIDE,
                                                  self->unit, self->point, typed, needed ? reason : NULL));
  return TRUE;
}

gboolean
ys_assess_row_collect (YsAssessRow *self, gboolean ask, GPtrArray *changes)
{
  return collect_field (self, FIELD_OWN, ask, changes) && collect_field (self, FIELD_DECIDED, ask, changes);
}

gboolean
ys_assess_row_is_changed (YsAssessRow *self)
{
  return ys_assess_row_is_field_changed (self, FIELD_OWN)
         || ys_assess_row_is_field_changed (self, FIELD_DECIDED);
}

gboolean
ys_assess_row_focus_changed (YsAssessRow *self)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (ys_assess_row_is_field_changed (self, (Field)i))
      return gtk_widget_grab_focus (self->entry[i]);
  return FALSE;
}

/* What was typed here before and not saved. */
static void
put_typed (YsAssessRow *self)
{
  g_autoptr (YsTypedScore) typed = ys_workspace_dup_typed_score (self->workspace, self->unit, self->point);

  if (typed == NULL)
    return;
  self->putting = TRUE;
  if (self->may[FIELD_OWN])
    gtk_editable_set_text (GTK_EDITABLE (self->entry[FIELD_OWN]), typed->score);
  if (self->may[FIELD_DECIDED])
    gtk_editable_set_text (GTK_EDITABLE (self->entry[FIELD_DECIDED]), typed->decision);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)), typed->reason, -1);
  self->putting = FALSE;
  ys_assess_row_show_reason (self);
}

void
ys_assess_row_keep_typed (YsAssessRow *self)
{
  g_autofree char *score = dup_typed (self, FIELD_OWN), *decision = dup_typed (self, FIELD_DECIDED);
  g_autofree char *reason = ys_assess_row_dup_reason (self);
  const YsTypedScore typed = { score, decision, reason };

  ys_workspace_type_score (self->workspace, self->unit, self->point, &typed);
}

gboolean
ys_assess_row_is_open (YsAssessRow *self)
{
  return self->may[FIELD_OWN] && *self->stored[FIELD_OWN] == '\0';
}

gboolean
ys_assess_row_is_waiting (YsAssessRow *self)
{
  return ys_assess_row_is_open (self)
         || (!self->may[FIELD_OWN] && self->may[FIELD_DECIDED] && self->for_lead);
}

/* ---- typing ---- */

gboolean
ys_assess_row_begin (YsAssessRow *self, const char *digits)
{
  GtkWidget *entry = self->may[FIELD_OWN] ? self->entry[FIELD_OWN] : self->entry[FIELD_DECIDED];

  if (!self->may[FIELD_OWN] && !self->may[FIELD_DECIDED])
    return FALSE;
  gtk_widget_grab_focus (entry);
  if (digits != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), digits);
      gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    }
  return TRUE;
}

/* ---- shown ---- */

static void
set_figure (GtkWidget *label, YsPoints points)
{
  g_autofree char *text = ys_points_to_display (points);

  gtk_label_set_text (GTK_LABEL (label), text);
}

/* Puts in what is stored, unless somebody is typing there. */
static void
set_stored (YsAssessRow *self, Field field, const char *value, const char *reason)
{
  gboolean pending = ys_assess_row_is_field_changed (self, field);

  g_free (self->stored[field]);
  self->stored[field] = g_strdup (value != NULL ? value : "");
  g_free (self->stored_reason[field]);
  self->stored_reason[field] = g_strdup (reason != NULL ? reason : "");
  if ((!pending || !ys_assess_row_is_field_changed (self, field))
      && !gtk_widget_has_focus (self->entry[field])
      && gtk_widget_get_focus_child (self->entry[field]) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry[field]), self->stored[field]);
}

static void
set_reason (YsAssessRow *self)
{
  Field field = self->may[FIELD_OWN] && *self->stored_reason[FIELD_OWN] != '\0' ? FIELD_OWN : FIELD_DECIDED;

  if (!gtk_widget_has_focus (self->reason) && !ys_assess_row_is_field_changed (self, FIELD_OWN)
      && !ys_assess_row_is_field_changed (self, FIELD_DECIDED))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)),
                              self->may[field] ? self->stored_reason[field] : "", -1);
}

static void
show_fields (YsAssessRow *self, const YsAssessPoint *point)
{
  const YsSheetPoint *sheet = point->sheet;
  g_autofree char *scores = ys_assess_dup_scores (point);
  g_autofree char *computed = ys_points_to_display (sheet->score[YS_COMPUTED]);
  g_autofree char *decided =
      sheet->is_decided ? ys_points_to_display (sheet->score[YS_DECIDED]) : g_strdup ("—");

  gtk_label_set_text (GTK_LABEL (self->label[FIELD_OWN]), scores);
  gtk_label_set_text (GTK_LABEL (self->label[FIELD_DECIDED]), decided);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry[FIELD_OWN]), self->has_computed ? computed : "—");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry[FIELD_DECIDED]), decided);
  for (int i = 0; i < N_FIELDS; i++)
    {
      gtk_widget_set_visible (self->entry[i], self->may[i]);
      gtk_widget_set_visible (self->label[i], !self->may[i]);
    }
}

/* Whether nobody but the lead can bring it forward: not what assessors are still to score. */
static gboolean
is_for_lead (const YsAssessPoint *point)
{
  const YsPointReview *review = point->review;

  if (review == NULL || review->decision != NULL)
    return FALSE;
  return review->for_lead || review->second_looks->len > 0
         || (!point->sheet->is_decided && (review->all_in || review->assigned == 0));
}

void
ys_assess_row_update (YsAssessRow *self, const YsAssessView *view, const YsAssessPoint *point)
{
  const YsSheetPoint *sheet = point->sheet;
  g_autofree char *note = ys_assess_dup_note (view, point), *why = ys_assess_dup_why (view, point);
  g_autofree char *possible = ys_points_to_display (sheet->point->points);

  self->has_computed = sheet->open[YS_COMPUTED] != YS_OPEN_MANUAL && sheet->open[YS_COMPUTED] != YS_OPEN_WORD;
  self->computed_points = sheet->score[YS_COMPUTED];
  self->may[FIELD_OWN] = point->review != NULL && point->review->mine && view->may_score;
  self->may[FIELD_DECIDED] = point->review != NULL && view->may_decide;
  gtk_label_set_text (GTK_LABEL (self->possible), possible);
  if (sheet->has_self)
    set_figure (self->self_score, sheet->score[YS_SELF]);
  else
    gtk_label_set_text (GTK_LABEL (self->self_score), "—");
  if (self->has_computed)
    set_figure (self->computed, sheet->score[YS_COMPUTED]);
  else
    gtk_label_set_text (GTK_LABEL (self->computed), "—");
  self->putting = TRUE;
  set_stored (self, FIELD_OWN, point->own, point->own_reason);
  set_stored (self, FIELD_DECIDED, point->decided, point->decided_reason);
  set_reason (self);
  self->putting = FALSE;
  show_fields (self, point);
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  set_class (self->note, "problem", point->review != NULL && point->review->for_lead);
  self->for_lead = is_for_lead (point);
  set_class (self->entry[FIELD_DECIDED], "settled", sheet->is_decided);
  gtk_label_set_text (GTK_LABEL (self->why), why);
  gtk_widget_set_visible (self->words,
                          point->words != NULL && (self->may[FIELD_OWN] || self->may[FIELD_DECIDED]));
  ys_assess_row_show_reason (self);
}

/* ---- made and gone ---- */

static void
ys_assess_row_finalize (GObject *object)
{
  YsAssessRow *self = YS_ASSESS_ROW (object);

  g_clear_object (&self->workspace);
  g_free (self->unit);
  g_free (self->point);
  g_free (self->title);
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_free (self->stored[i]);
      g_free (self->stored_reason[i]);
    }
  G_OBJECT_CLASS (ys_assess_row_parent_class)->finalize (object);
}

static void
ys_assess_row_class_init (YsAssessRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_assess_row_finalize;
  signals[SIGNAL_COMMIT] =
      g_signal_new ("commit", YS_TYPE_ASSESS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_assess_row_init (YsAssessRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "score-row");
  for (int i = 0; i < N_FIELDS; i++)
    {
      self->stored[i] = g_strdup ("");
      self->stored_reason[i] = g_strdup ("");
    }
}

GtkWidget *
ys_assess_row_new (const YsAssessView *view, const YsAssessPoint *point)
{
  YsAssessRow *self = g_object_new (YS_TYPE_ASSESS_ROW, NULL);

  self->workspace = g_object_ref (view->workspace);
  self->unit = g_strdup (view->unit->id);
  self->point = g_strdup (point->sheet->point->id);
  self->title = g_strdup (point->sheet->point->title);
  ys_assess_row_make (self, point->words);
  ys_assess_row_update (self, view, point);
  put_typed (self);
  return GTK_WIDGET (self);
}
