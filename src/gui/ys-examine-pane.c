/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts with a rule between; those that have nothing to say for a row are not there. */
#include "ys-examine-pane.h"

#include <glib/gi18n-lib.h>

#include "ys-examine-conclusion.h"
#include "ys-examine-form.h"
#include "ys-examine-tables.h"
#include "ys-examine-words.h"
#include "ys-fill-card.h"
#include "ys-opinion-thread.h"
#include "ys-receipt-widgets.h"
#include "ys-sheet-window.h"

struct _YsExaminePane {
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  YsExamineRow *row;      /* NULL before the first */
  YsExamineForm *form;
  YsExamineConclusion *conclusion;
  GtkWidget *scroller, *conclusion_part, *city_part, *reasons, *settled, *earlier_part, *earlier, *progress, *progress_name;
  GtkWidget *progress_count, *counts, *conclude, *next;
};

enum { SIGNAL_NEXT, SIGNAL_BACK, SIGNAL_CONCLUDE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsExaminePane, ys_examine_pane, GTK_TYPE_BOX)

/* ---- parts ---- */

static void
show_city (YsExaminePane *self)
{
  const YsDossierUnitInfo *info
    = self->row != NULL ? ys_examine_data_get_unit (self->row->data, self->row->unit) : NULL;
  g_autofree char *reasons = NULL, *day = NULL, *settled = NULL;

  gtk_widget_set_visible (self->city_part, info != NULL);
  if (info == NULL)
    return;
  reasons = ys_examine_dup_reasons (self->row->data, self->row->unit, ys_examine_row_get_task (self->row),
                                    ys_examine_row_get_item (self->row));
  day = info->settled != 0 ? ys_examine_dup_day (info->settled) : NULL;
  settled = g_strdup_printf ("%s%s%s", info->person != NULL ? info->person : "", info->person != NULL && day != NULL ? " · " : "",
                             day != NULL ? day : "");
  gtk_label_set_text (GTK_LABEL (self->reasons),
                      *reasons != '\0'                                                  ? reasons
                      : self->row->entry != NULL && self->row->entry->deduction ? _ ("Verified by the city, deducted by the standard.")
                                                                                : _ ("Decided as computed, without a reason of its own."));
  gtk_label_set_text (GTK_LABEL (self->settled), settled);
}

static void
show_earlier (YsExaminePane *self)
{
  g_autoptr (YsOpinionThread) thread
    = ys_workspace_dup_opinion_thread (self->workspace, self->row->unit, ys_examine_row_get_task (self->row),
                                       ys_examine_row_get_item (self->row));
  GtkWidget *view = thread != NULL ? ys_opinion_thread_view_new (thread, TRUE) : NULL;

  ys_fill_clear_box (self->earlier);
  if (view != NULL)
    gtk_box_append (GTK_BOX (self->earlier), view);
  gtk_widget_set_visible (self->earlier_part, view != NULL);
}

static void
show_progress (YsExaminePane *self)
{
  g_autofree char *name = g_strdup_printf (_ ("Review of %s"), ys_examine_data_get_name (self->row->data, self->row->unit));
  YsExamineCounts counts;

  ys_examine_data_count (self->row->data, self->row->is_city ? NULL : self->row->unit, &counts);
  guint done = counts.agree + counts.query + counts.disagree;
  g_autofree char *count = g_strdup_printf ("%u / %u", done, counts.all);
  g_autofree char *text = g_strdup_printf (_ ("agreed %u · queried %u · disagreed %u · to be looked at %u"), counts.agree,
                                           counts.query, counts.disagree, counts.all - done);
  gtk_label_set_text (GTK_LABEL (self->progress_name), name);
  gtk_label_set_text (GTK_LABEL (self->progress_count), count);
  gtk_label_set_text (GTK_LABEL (self->counts), text);
}

void
ys_examine_pane_show (YsExaminePane *self, YsExamineRow *row)
{
  g_return_if_fail (row != NULL);

  gboolean other = self->row == NULL || !ys_examine_row_is (self->row, row->unit, ys_examine_row_get_task (row), ys_examine_row_get_item (row));

  if (other && self->row != NULL && self->row->is_city)
    ys_examine_conclusion_settle (self->conclusion);
  g_set_object (&self->row, row);
  ys_examine_form_show (self->form, row);
  gtk_widget_set_visible (self->conclusion_part, row->is_city);
  gtk_widget_set_sensitive (self->conclude, !row->is_city);
  if (row->is_city)
    ys_examine_conclusion_show (self->conclusion, row->data, row->unit);
  show_city (self);
  show_earlier (self);
  show_progress (self);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
ys_examine_pane_settle (YsExaminePane *self)
{
  ys_examine_form_settle (self->form);
  if (self->row != NULL && self->row->is_city)
    ys_examine_conclusion_settle (self->conclusion);
}

void
ys_examine_pane_begin (YsExaminePane *self)
{
  if (self->row != NULL && self->row->is_city)
    ys_examine_conclusion_begin (self->conclusion);
  else
    ys_examine_form_begin (self->form);
}

void
ys_examine_pane_choose (YsExaminePane *self, YsOpinionVerdict verdict)
{
  ys_examine_form_choose (self->form, verdict);
}

void
ys_examine_pane_aim (YsExaminePane *self, const char *point)
{
  ys_examine_form_aim (self->form, point);
}

/* ---- what one does ---- */

static void
on_next (YsExaminePane *self)
{
  if (self->row == NULL)
    return;
  if (!self->row->is_city && !ys_examine_form_is_complete (self->form))
    return;
  ys_examine_pane_settle (self);
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
on_conclude (YsExaminePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CONCLUDE], 0);
}

static gboolean
on_key (YsExaminePane *self, guint key, guint code, GdkModifierType state)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    on_next (self);
  else if (key == GDK_KEY_Escape)
    g_signal_emit (self, signals[SIGNAL_BACK], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_sheet (YsExaminePane *self)
{
  YsSheet *sheet = ys_dossier_get_sheet (self->row->data->dossier);
  const YsSheetUnit *unit = ys_sheet_get_unit (sheet, self->row->unit);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (unit != NULL)
    gtk_window_present (ys_sheet_window_new (GTK_WINDOW (root), sheet, unit, YS_DECIDED));
}

/* ---- made and gone ---- */

static GtkWidget *
new_part (GtkWidget *box)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (part, "pane-part");
  gtk_box_append (GTK_BOX (box), part);
  return part;
}

static GtkWidget *
new_words (const char *classes)
{
  GtkWidget *words = ys_words_new (NULL, classes);

  gtk_label_set_max_width_chars (GTK_LABEL (words), 24);
  return words;
}

static void
make_parts (YsExaminePane *self, GtkWidget *box)
{
  GtkWidget *part, *jump = ys_fill_jump (_ ("Score in Detail")), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->conclusion_part = new_part (box);
  gtk_box_append (GTK_BOX (self->conclusion_part), GTK_WIDGET (self->conclusion));
  part = new_part (box);
  gtk_box_append (GTK_BOX (part), GTK_WIDGET (self->form));
  self->city_part = new_part (box);
  gtk_widget_set_valign (jump, GTK_ALIGN_CENTER);
  g_signal_connect_object (jump, "clicked", G_CALLBACK (on_sheet), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->city_part), ys_fill_card_head (_ ("What the city decided"), jump));
  self->reasons = new_words (NULL);
  self->settled = new_words ("small quiet num");
  gtk_box_append (GTK_BOX (self->city_part), self->reasons);
  gtk_box_append (GTK_BOX (self->city_part), self->settled);
  self->earlier_part = new_part (box);
  gtk_box_append (GTK_BOX (self->earlier_part), ys_fill_label (_ ("Earlier rounds"), "h2"));
  self->earlier = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->earlier_part), self->earlier);
  self->progress = new_part (box);
  self->progress_name = ys_fill_label (NULL, "h2");
  gtk_widget_set_hexpand (self->progress_name, TRUE);
  self->progress_count = ys_fill_label (NULL, "quiet num");
  gtk_box_append (GTK_BOX (line), self->progress_name);
  gtk_box_append (GTK_BOX (line), self->progress_count);
  gtk_box_append (GTK_BOX (self->progress), line);
  self->counts = new_words ("small num");
  gtk_box_append (GTK_BOX (self->progress), self->counts);
}

static void
make_foot (YsExaminePane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (foot, "pane-foot");
  self->conclude = gtk_button_new_with_label (_ ("Conclusion…"));
  gtk_widget_set_hexpand (self->conclude, TRUE);
  gtk_widget_set_halign (self->conclude, GTK_ALIGN_START);
  g_signal_connect_object (self->conclude, "clicked", G_CALLBACK (on_conclude), self, G_CONNECT_SWAPPED);
  self->next = gtk_button_new_with_label (_ ("Note It, Next"));
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_set_tooltip_text (self->next, _ ("Ctrl+Enter"));
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), self->conclude);
  gtk_box_append (GTK_BOX (foot), self->next);
  gtk_box_append (GTK_BOX (self), foot);
}

static void
ys_examine_pane_dispose (GObject *object)
{
  g_clear_object (&YS_EXAMINE_PANE (object)->row);
  G_OBJECT_CLASS (ys_examine_pane_parent_class)->dispose (object);
}

static void
ys_examine_pane_class_init (YsExaminePaneClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_examine_pane_dispose;
  signals[SIGNAL_NEXT] = g_signal_new ("next", YS_TYPE_EXAMINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_BACK] = g_signal_new ("back", YS_TYPE_EXAMINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CONCLUDE]
    = g_signal_new ("conclude", YS_TYPE_EXAMINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_examine_pane_init (YsExaminePane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pane");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pane-edge-left");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ys_examine_pane_new (YsWorkspace *workspace)
{
  YsExaminePane *self = g_object_new (YS_TYPE_EXAMINE_PANE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workspace = workspace;
  self->form = YS_EXAMINE_FORM (ys_examine_form_new (workspace));
  self->conclusion = YS_EXAMINE_CONCLUSION (ys_examine_conclusion_new (workspace));
  make_parts (self, box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Opinion"), -1);
  gtk_box_append (GTK_BOX (self), self->scroller);
  make_foot (self);
  return GTK_WIDGET (self);
}
