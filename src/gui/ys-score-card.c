/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card 得分: rows of scoring points, then what comes off them as lines of their own, then the total. */
#include "ys-score-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-score-row.h"

struct _YsScoreCard
{
  GtkBox parent_instance;
  GtkWidget *summary, *card, *rows, *extras, *total_possible, *total_computed, *total_self;
  char *shown_extras;
};

static void ys_score_card_iface (YsFillCardInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsScoreCard, ys_score_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_FILL_CARD, ys_score_card_iface))

static void
build (YsFillCard *card, const YsFillView *view)
{
  YsScoreCard *self = YS_SCORE_CARD (card);

  ys_fill_clear_box (self->rows);
  for (guint i = 0; view->in_standard != NULL && i < view->in_standard->items->len; i++)
    gtk_box_append (GTK_BOX (self->rows),
                    ys_score_row_new (view, g_ptr_array_index (view->in_standard->items, i)));
}

/* ---- what comes off the sum ---- */

static void
add_extra (YsScoreCard *self, const char *name, const char *amount, const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = ys_fill_label (name, "quiet"), *figure, *self_figure;

  gtk_widget_add_css_class (box, "score-row");
  gtk_widget_add_css_class (line, "score-line");
  gtk_widget_add_css_class (line, "plain");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  figure = ys_score_figure_new ("num", YS_SCORE_COLUMN);
  gtk_label_set_text (GTK_LABEL (figure), amount);
  gtk_box_append (GTK_BOX (line), figure);
  self_figure = ys_score_figure_new ("num", YS_SCORE_COLUMN_SELF);
  gtk_box_append (GTK_BOX (line), self_figure);
  gtk_box_append (GTK_BOX (box), line);
  if (*sentence != '\0')
    {
      GtkWidget *why = ys_fill_label (sentence, "small quiet score-why");
      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (why), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (why), GTK_NATURAL_WRAP_NONE);
      gtk_box_append (GTK_BOX (box), why);
    }
  gtk_box_append (GTK_BOX (self->extras), box);
}

static const char *
extra_name (const YsWhy *why)
{
  switch (why->code)
    {
    case YS_WHY_LATE:
    case YS_WHY_LATE_POINT:
      return _ ("Loss for lateness");
    case YS_WHY_EVIDENCE_NONE:
    case YS_WHY_EVIDENCE_JUDGED:
      return _ ("Evidence");
    case YS_WHY_SET:
    case YS_WHY_GATE:
      return _ ("Settled outright");
    case YS_WHY_GATE_WAITS:
      return _ ("Waits");
    case YS_WHY_TASK_NOT_COUNTIES:
    case YS_WHY_TASK_CLAIM:
    case YS_WHY_TASK_NOT_DUE:
    case YS_WHY_TASK_EMPTY:
      return _ ("Not applicable");
    default:
      return NULL;
    }
}

static char *
dup_amount (const YsSheetTask *task, const YsWhy *why)
{
  g_autofree char *loss = NULL;

  if (why->code == YS_WHY_LATE)
    {
      loss = ys_points_to_display (task->late[YS_COMPUTED]);
      return g_strdup_printf ("−%s", loss);
    }
  if (why->code == YS_WHY_EVIDENCE_NONE || why->code == YS_WHY_EVIDENCE_JUDGED)
    {
      YsPoints lost = task->sum[YS_COMPUTED] - task->late[YS_COMPUTED] - task->score[YS_COMPUTED];
      loss = ys_points_to_display (MAX (lost, 0));
      return g_strdup_printf ("−%s", loss);
    }
  return g_strdup ("");
}

static void
show_extras (YsScoreCard *self, const YsSheetTask *task)
{
  g_autofree char *now = task != NULL ? ys_sheet_why_to_text (task->why) : g_strdup ("");

  if (g_strcmp0 (now, self->shown_extras) == 0)
    return;
  g_free (self->shown_extras);
  self->shown_extras = g_steal_pointer (&now);
  ys_fill_clear_box (self->extras);
  for (guint i = 0; task != NULL && i < task->why->len; i++)
    {
      const YsWhy *why = g_ptr_array_index (task->why, i);
      const char *name = extra_name (why);

      if (name == NULL)
        continue;
      g_autofree char *amount = dup_amount (task, why);
      g_autofree char *sentence = ys_why_to_text (why);
      add_extra (self, name, amount, sentence);
    }
}

/* ---- figures ---- */

static void
show_points (GtkWidget *label, const YsSheetTask *task, YsPoints points)
{
  g_autofree char *text = task != NULL ? ys_points_to_display (points) : g_strdup ("—");

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
update (YsFillCard *card, const YsFillView *view)
{
  YsScoreCard *self = YS_SCORE_CARD (card);
  const YsSheetTask *task = view->sheet_task;
  g_autofree char *summary =
      g_strdup_printf (_ ("%s, version %u"), view->standard->sample ? _ ("Sample standard") : _ ("Standard"),
                       view->standard->version);

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ys_score_row_update (YS_SCORE_ROW (row), view);
  show_extras (self, task);
  show_points (self->total_possible, task, task != NULL ? task->points : 0);
  show_points (self->total_computed, task, task != NULL ? task->score[YS_COMPUTED] : 0);
  show_points (self->total_self, task, task != NULL ? task->score[YS_SELF] : 0);
}

static char *
dup_anchor (YsFillCard *card, const YsFillView *view)
{
  g_autofree char *points = NULL;

  if (view->sheet_task == NULL)
    return g_strdup (_ ("Score"));
  points = ys_points_to_display (view->sheet_task->score[YS_COMPUTED]);
  return g_strdup_printf (_ ("Score %s"), points);
}

static YsScoreRow *
find_row (YsScoreCard *self, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (ys_score_row_get_point (YS_SCORE_ROW (row))->id, id))
      return YS_SCORE_ROW (row);
  return NULL;
}

/* "point:ID", and the reasons, which stand in a row that may be closed. */
static gboolean
focus_key (YsFillCard *card, const char *key)
{
  YsScoreCard *self = YS_SCORE_CARD (card);
  g_autofree char *id = NULL;
  YsScoreRow *row;

  if (g_str_has_prefix (key, "point:"))
    id = g_strdup (key + strlen ("point:"));
  else if (g_str_has_prefix (key, "self.") && g_str_has_suffix (key, ".reason"))
    id = g_strndup (key + strlen ("self."), strlen (key) - strlen ("self.") - strlen (".reason"));
  else if (g_str_has_prefix (key, "claim."))
    id = g_strdup (key + strlen ("claim."));
  row = id != NULL ? find_row (self, id) : NULL;
  if (row == NULL)
    return FALSE;
  ys_score_row_open (row, TRUE, TRUE);
  if (g_str_has_prefix (key, "claim."))
    ys_score_row_show_claim (row);
  return g_str_has_prefix (key, "point:"); /* the field itself is found by its key now that it is there */
}

/* ---- made and gone ---- */

static GtkWidget *
make_line (const char *name, const char *classes, GtkWidget *possible, GtkWidget *computed, GtkWidget *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = ys_fill_label (name, classes);

  gtk_widget_add_css_class (line, "score-line");
  gtk_widget_add_css_class (line, "plain");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), possible);
  gtk_box_append (GTK_BOX (line), computed);
  gtk_box_append (GTK_BOX (line), self);
  return line;
}

static GtkWidget *
make_head (void)
{
  GtkWidget *heads[] = { ys_score_figure_new ("small quiet", YS_SCORE_COLUMN),
                         ys_score_figure_new ("small quiet", YS_SCORE_COLUMN),
                         ys_score_figure_new ("small quiet", YS_SCORE_COLUMN_SELF) };
  GtkWidget *line = make_line (_ ("Scoring point"), "small quiet", heads[0], heads[1], heads[2]);

  gtk_label_set_text (GTK_LABEL (heads[0]), _ ("Possible"));
  gtk_label_set_text (GTK_LABEL (heads[1]), _ ("Computed"));
  gtk_label_set_text (GTK_LABEL (heads[2]), _ ("Self"));
  gtk_widget_add_css_class (line, "head");
  return line;
}

static void
ys_score_card_finalize (GObject *object)
{
  g_free (YS_SCORE_CARD (object)->shown_extras);
  G_OBJECT_CLASS (ys_score_card_parent_class)->finalize (object);
}

static void
ys_score_card_iface (YsFillCardInterface *iface)
{
  iface->build = build;
  iface->update = update;
  iface->dup_anchor = dup_anchor;
  iface->focus_key = focus_key;
}

static void
ys_score_card_class_init (YsScoreCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_score_card_finalize;
}

static void
ys_score_card_init (YsScoreCard *self)
{
  GtkWidget *total;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->summary = ys_fill_label ("", "small quiet");
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Score"), self->summary));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_css_classes (self->card, (const char *[]){ "card", "tight", NULL });
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->card), make_head ());
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->card), self->rows);
  self->extras = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->card), self->extras);
  self->total_possible = ys_score_figure_new ("num strong", YS_SCORE_COLUMN);
  self->total_computed = ys_score_figure_new ("num strong", YS_SCORE_COLUMN);
  self->total_self = ys_score_figure_new ("num strong", YS_SCORE_COLUMN_SELF);
  total = make_line (_ ("Sum of the task"), "strong", self->total_possible, self->total_computed,
                     self->total_self);
  gtk_widget_add_css_class (total, "sum");
  gtk_box_append (GTK_BOX (self->card), total);
  gtk_box_append (GTK_BOX (self), self->card);
}
