/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line for each, and for the lead a popover with two fields: the new value, and the reason or source.
 * Lines are made anew only where something changed, so that nobody loses a field in use. */
#include "ys-assess-round.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

struct _YsAssessRound
{
  GtkBox parent_instance;
  char *described;
};

enum
{
  SIGNAL_EXTEND,
  SIGNAL_BOUND,
  SIGNAL_SETTLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAssessRound, ys_assess_round, GTK_TYPE_BOX)

/* What one popover changes. */
typedef struct
{
  YsAssessRound *round; /* unowned: owns the popover */
  GtkWidget *popover, *value, *reason;
  char *metric; /* of a bound */
  gboolean growth, published;
  char *record; /* of an amount; neither: the due date */
} Editor;

/* What its fields are called. */
typedef struct
{
  const char *value, *value_hint, *reason, *reason_hint, *button;
} EditorWords;

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_free (editor->metric);
  g_free (editor->record);
  g_free (editor);
}

static void
on_save (Editor *editor)
{
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor->value))));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor->reason))));
  gboolean needed = editor->metric == NULL || *value != '\0'; /* a figure is taken back without a source */

  if (needed && *reason == '\0')
    {
      gtk_widget_grab_focus (editor->reason);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (editor->popover));
  if (editor->record != NULL)
    g_signal_emit (editor->round, signals[SIGNAL_SETTLE], 0, editor->record, value, reason);
  else if (editor->metric == NULL)
    g_signal_emit (editor->round, signals[SIGNAL_EXTEND], 0, value, reason);
  else
    g_signal_emit (editor->round, signals[SIGNAL_BOUND], 0, editor->metric, editor->growth, editor->published,
                   value, reason);
}

static GtkWidget *
add_entry (GtkWidget *box, Editor *editor, const char *title, const char *hint, const char *text)
{
  GtkWidget *entry = gtk_entry_new (), *label = ys_fill_label (title, "small quiet");

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 22);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_save), editor);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/* The button at the end of a line; takes @editor. */
static GtkWidget *
make_button (Editor *editor, const EditorWords *words, const char *name, const char *value,
             const char *reason)
{
  GtkWidget *menu = gtk_menu_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *save = gtk_button_new_with_label (_ ("Save"));
  g_autofree char *label = g_strdup_printf (_ ("Change: %s"), name);

  editor->popover = gtk_popover_new ();
  gtk_widget_set_halign (editor->popover, GTK_ALIGN_END);
  g_object_set_data_full (G_OBJECT (editor->popover), "editor", editor, editor_free);
  editor->value = add_entry (box, editor, words->value, words->value_hint, value);
  editor->reason = add_entry (box, editor, words->reason, words->reason_hint, reason);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save), editor);
  gtk_box_append (GTK_BOX (box), save);
  gtk_popover_set_child (GTK_POPOVER (editor->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), editor->popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), words->button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (menu, "jump-menu");
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  return menu;
}

static void
add_line (YsAssessRound *self, const char *text, const char *detail, GtkWidget *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = ys_fill_label (text, "small quiet");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, detail != NULL ? detail : text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self), line);
}

/* ---- shown ---- */

static Editor *
editor_new (YsAssessRound *self)
{
  Editor *editor = g_new0 (Editor, 1);

  editor->round = self;
  return editor;
}

static void
add_due (YsAssessRound *self, const YsAssessView *view)
{
  g_autofree char *planned = ys_date_to_text (view->task->due), *due = ys_date_to_text (view->due);
  const EditorWords words = { _ ("New due date"), _ ("2021-12-31; empty: as planned"),
                              _ ("Reason for the extension"), _ ("Reason, needed"), _ ("Extend…") };
  g_autofree char *text =
      view->due == view->task->due
          ? g_strdup_printf (_ ("Due %s"), planned)
          : g_strdup_printf (_ ("Due %s, extended to %s: %s"), planned, due, view->extension_reason);

  if (view->task->due != 0)
    add_line (self, text, NULL,
              view->lead ? make_button (editor_new (self), &words, _ ("due date"),
                                        view->due != view->task->due ? due : NULL, NULL)
                         : NULL);
}

static char *
dup_bound_name (const YsTaskBound *bound)
{
  const char *metric = bound->metric->name;

  if (bound->published)
    return g_strdup_printf (bound->growth ? _ ("Published growth of %s") : _ ("Published figure of %s"),
                            metric);
  return g_strdup_printf (bound->growth ? _ ("Own target for the growth of %s") : _ ("Own target for %s"),
                          metric);
}

static void
add_bound (YsAssessRound *self, const YsAssessView *view, const YsTaskBound *bound)
{
  g_autofree char *name = dup_bound_name (bound);
  g_autofree char *text =
      g_strdup_printf (_ ("%s: %s"), name, bound->value != NULL ? bound->value : _ ("not entered"));
  g_autofree char *detail =
      bound->source != NULL ? g_strdup_printf (_ ("%s (source: %s)"), text, bound->source) : NULL;
  Editor *editor;

  if (!view->lead)
    {
      add_line (self, text, detail, NULL);
      return;
    }
  editor = editor_new (self);
  editor->metric = g_strdup (bound->metric->id);
  editor->growth = bound->growth;
  editor->published = bound->published;
  const EditorWords words = { name, _ ("a figure; empty: none"), _ ("Source of the figure"),
                              _ ("Source, needed"), _ ("Enter…") };
  add_line (self, text, detail, make_button (editor, &words, name, bound->value, bound->source));
}

/* "市级通报 · 已认定 · 0.50": the amount where the clause gives a range, with what it may be. */
static void
add_record (YsAssessRound *self, const YsAssessView *view, const YsRecord *record)
{
  const YsStandard *standard = ys_workspace_get_standard (view->workspace);
  const YsClause *clause = ys_standard_get_clause (standard, record->clause)->clause;
  gboolean is_range = clause != NULL && clause->is_range;
  g_autofree char *amount = is_range && record->has_settled ? ys_points_to_display (record->settled) : NULL;
  g_autofree char *text = g_strdup_printf ("%s · %s%s%s", record->title,
                                           ys_verification_label (record->state), is_range ? " · " : "",
                                           !is_range        ? ""
                                           : amount != NULL ? amount
                                                            : _ ("amount open"));
  Editor *editor;

  if (!is_range || (!view->lead && !view->mine))
    {
      add_line (self, text, record->settled_reason, NULL);
      return;
    }
  editor = editor_new (self);
  editor->record = g_strdup (record->id);
  g_autofree char *from = ys_points_to_display (clause->amount),
                  *to = ys_points_to_display (clause->amount_to);
  g_autofree char *hint = g_strdup_printf (_ ("%s to %s; empty: open"), from, to);
  const EditorWords words = { _ ("Amount"), hint, _ ("Reason for the amount"), _ ("Reason, needed"),
                              C_ ("record", "Settle…") };
  add_line (self, text, record->settled_reason,
            make_button (editor, &words, record->title, amount, record->settled_reason));
}

static char *
describe (const YsAssessView *view, const GPtrArray *bounds)
{
  GString *text = g_string_new (view->unit->id);

  g_string_append_printf (text, " %u %d %u", view->task->number, view->lead, (guint)view->due);
  for (guint i = 0; i < bounds->len; i++)
    {
      const YsTaskBound *bound = g_ptr_array_index (bounds, i);
      g_string_append_printf (text, "\n%s %d %d %s %s", bound->metric->id, bound->growth, bound->published,
                              bound->value != NULL ? bound->value : "",
                              bound->source != NULL ? bound->source : "");
    }
  for (guint i = 0; i < view->records->len; i++)
    {
      const YsRecord *record = g_ptr_array_index (view->records, i);
      g_string_append_printf (text, "\n%s %s %d %d %d %d %s", record->id, record->title, (int)record->state,
                              view->mine, record->has_settled, (int)record->settled,
                              record->settled_reason != NULL ? record->settled_reason : "");
    }
  return g_string_free (text, FALSE);
}

void
ys_assess_round_show (YsAssessRound *self, const YsAssessView *view)
{
  g_autoptr (GPtrArray) bounds =
      ys_workspace_dup_task_bounds (view->workspace, view->unit->id, view->task->number);
  g_autofree char *now = describe (view, bounds);

  if (g_strcmp0 (now, self->described) == 0)
    return;
  g_free (self->described);
  self->described = g_steal_pointer (&now);
  ys_fill_clear_box (GTK_WIDGET (self));
  add_due (self, view);
  for (guint i = 0; i < bounds->len; i++)
    add_bound (self, view, g_ptr_array_index (bounds, i));
  for (guint i = 0; i < view->records->len; i++)
    add_record (self, view, g_ptr_array_index (view->records, i));
}

/* ---- made and gone ---- */

static void
ys_assess_round_finalize (GObject *object)
{
  g_free (YS_ASSESS_ROUND (object)->described);
  G_OBJECT_CLASS (ys_assess_round_parent_class)->finalize (object);
}

static void
ys_assess_round_class_init (YsAssessRoundClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_assess_round_finalize;
  signals[SIGNAL_EXTEND] = g_signal_new ("extend", YS_TYPE_ASSESS_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_BOUND] =
      g_signal_new ("bound", YS_TYPE_ASSESS_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                    G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_SETTLE] = g_signal_new ("settle", YS_TYPE_ASSESS_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
ys_assess_round_init (YsAssessRound *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

GtkWidget *
ys_assess_round_new (void)
{
  return g_object_new (YS_TYPE_ASSESS_ROUND, NULL);
}
