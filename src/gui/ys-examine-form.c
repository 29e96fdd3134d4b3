/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form keeps what the workspace holds beside what is typed; whether it is allowed is the workspace's to say. */
#include "ys-examine-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-examine-draft.h"
#include "ys-examine-tables.h"
#include "ys-examine-words.h"
#include "ys-fill-area.h"
#include "ys-fill-card.h"
#include "ys-fill-choice.h"

#define N_VERDICTS 3
/* Rest after the last key before what was typed is saved, in milliseconds. */
#define REST 1500

struct _YsExamineForm {
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  GtkWidget *why, *fields, *verdict[N_VERDICTS], *points_line, *points, *points_hint, *reason_hint, *reason_count, *reason;
  GtkWidget *aim_line, *problem;
  YsFillChoice *aim;
  char *aimed;            /* as chosen */
  YsExamineRow *row;      /* NULL before the first */
  YsExamineDraft stored;           /* what the workspace holds */
  GHashTable *kept;       /* subject → YsExamineDraft: what could not be saved yet */
  guint rest;
  gboolean putting;       /* the program puts something in, nobody types */
  gboolean saving, again;
};

G_DEFINE_FINAL_TYPE (YsExamineForm, ys_examine_form, GTK_TYPE_BOX)

/* ---- drafts ---- */

/* What stands in the fields. */
static void
read_fields (YsExamineForm *self, YsExamineDraft *draft)
{
  draft->verdict = YS_NO_VERDICT;
  for (int i = 0; i < N_VERDICTS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->verdict[i])))
      draft->verdict = i;
  draft->points = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->points))));
  draft->reason = g_strstrip (ys_fill_area_dup_text (YS_FILL_AREA (self->reason)));
  draft->aim = g_strdup (self->aimed);
}

static void
show_count (YsExamineForm *self)
{
  YsExamineDraft draft = { 0 };

  read_fields (self, &draft);
  g_autofree char *count = g_strdup_printf (_ ("%u characters"), (guint) g_utf8_strlen (draft.reason, -1));
  gboolean needed = draft.verdict > YS_OPINION_AGREE;
  gtk_label_set_text (GTK_LABEL (self->reason_count), count);
  if (needed && *draft.reason == '\0')
    gtk_widget_add_css_class (self->reason_hint, "lacking");
  else
    gtk_widget_remove_css_class (self->reason_hint, "lacking");
  ys_examine_draft_clear (&draft);
}

static void
set_aim (YsExamineForm *self, const char *aim)
{
  g_autofree char *copy = g_strdup (aim);

  g_free (self->aimed);
  self->aimed = g_steal_pointer (&copy);
  ys_fill_choice_set_value (self->aim, self->aimed);
}

static void
put (YsExamineForm *self, const YsExamineDraft *draft)
{
  g_autofree char *reason = g_strstrip (ys_fill_area_dup_text (YS_FILL_AREA (self->reason)));

  self->putting = TRUE;
  for (int i = 0; i < N_VERDICTS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->verdict[i]), draft->verdict == i);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->points)), draft->points) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->points), draft->points);
  if (g_strcmp0 (reason, draft->reason) != 0)
    ys_fill_area_set_text (YS_FILL_AREA (self->reason), draft->reason, -1);
  set_aim (self, draft->aim);
  self->putting = FALSE;
  show_count (self);
}

static void
show_problem (YsExamineForm *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, text != NULL);
}

/* ---- saving ---- */

typedef struct { YsExamineForm *form; char *subject; } Saving;

static void save (YsExamineForm *self);

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  YsExamineForm *self = saving->form;
  g_autoptr (GError) error = NULL;
  gboolean done = ys_saying_run_finish (YS_WORKSPACE (source), result, &error);
  g_autofree char *now = self->row != NULL ? ys_examine_dup_subject (self->row) : NULL;

  self->saving = FALSE;
  if (g_strcmp0 (now, saving->subject) == 0)
    show_problem (self, done || error == NULL ? NULL : error->message);
  if (self->again)
    save (self);
  g_free (saving->subject);
  g_object_unref (self);
  g_free (saving);
}

/* Saves what is typed where it differs and may be saved; keeps it here where it may not. */
static void
save (YsExamineForm *self)
{
  g_auto (YsExamineDraft) draft = { 0 };
  g_autofree char *subject = NULL;
  gboolean wanting;

  g_clear_handle_id (&self->rest, g_source_remove);
  self->again = self->saving;
  if (self->row == NULL || self->saving || !gtk_widget_get_visible (self->fields))
    return;
  read_fields (self, &draft);
  subject = ys_examine_dup_subject (self->row);
  wanting = draft.verdict > YS_OPINION_AGREE && ys_examine_is_blank (draft.reason);
  if (ys_examine_draft_equal (&draft, &self->stored))
    {
      g_hash_table_remove (self->kept, subject);
      return;
    }
  YsExamineDraft *copy = g_new0 (YsExamineDraft, 1);
  *copy = (YsExamineDraft){ draft.verdict, g_strdup (draft.points), g_strdup (draft.reason), g_strdup (draft.aim) };
  g_hash_table_replace (self->kept, g_strdup (subject), copy);
  if (wanting || (draft.verdict == YS_NO_VERDICT && self->stored.verdict == YS_NO_VERDICT))
    return;
  Saving *saving = g_new0 (Saving, 1);
  saving->form = g_object_ref (self);
  saving->subject = g_strdup (subject);
  self->saving = TRUE;
  ys_saying_run_async (self->workspace, ys_examine_saying_of (self->row, &draft), on_saved, saving);
}

static gboolean
on_rest (gpointer data)
{
  YsExamineForm *self = data;

  self->rest = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (YsExamineForm *self)
{
  if (self->putting)
    return;
  show_count (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, on_rest, self);
}

void
ys_examine_form_settle (YsExamineForm *self)
{
  save (self);
}

/* ---- the verdict ---- */

static void
on_verdict (GtkToggleButton *button, YsExamineForm *self)
{
  if (self->putting)
    return;
  self->putting = TRUE;
  for (int i = 0; i < N_VERDICTS && gtk_toggle_button_get_active (button); i++)
    if (self->verdict[i] != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->verdict[i]), FALSE);
  self->putting = FALSE;
  show_problem (self, NULL);
  show_count (self);
  save (self);
}

void
ys_examine_form_choose (YsExamineForm *self, YsOpinionVerdict verdict)
{
  if (!gtk_widget_get_visible (self->fields))
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->verdict[verdict]), TRUE);
  if (verdict != YS_OPINION_AGREE)
    gtk_widget_grab_focus (self->reason);
}

gboolean
ys_examine_form_is_complete (YsExamineForm *self)
{
  g_auto (YsExamineDraft) draft = { 0 };

  if (!gtk_widget_get_visible (self->fields)) /* nothing can be said here */
    return TRUE;
  read_fields (self, &draft);
  if (draft.verdict == YS_NO_VERDICT)
    {
      show_problem (self, _ ("Choose agree, query or disagree first."));
      gtk_widget_grab_focus (self->verdict[0]);
      return FALSE;
    }
  if (draft.verdict != YS_OPINION_AGREE && ys_examine_is_blank (draft.reason))
    {
      show_problem (self, _ ("Write the reason: the city answers to it."));
      gtk_widget_grab_focus (self->reason);
      return FALSE;
    }
  return TRUE;
}

void
ys_examine_form_begin (YsExamineForm *self)
{
  for (int i = 0; i < N_VERDICTS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->verdict[i])))
      {
        gtk_widget_grab_focus (self->verdict[i]);
        return;
      }
  gtk_widget_grab_focus (self->verdict[0]);
}

/* ---- what it is aimed at ---- */

static void
on_aim (YsExamineForm *self, const char *aim)
{
  set_aim (self, aim);
  save (self);
}

void
ys_examine_form_aim (YsExamineForm *self, const char *point)
{
  if (self->row == NULL || !gtk_widget_get_visible (self->aim_line))
    return;
  g_autofree char *aim = ys_examine_dup_aim (self->row, point);
  on_aim (self, aim);
}

static void
offer_aims (YsExamineForm *self)
{
  guint task = ys_examine_row_get_task (self->row);
  const YsSheetUnit *unit = ys_sheet_get_unit (ys_dossier_get_sheet (self->row->data->dossier), self->row->unit);
  const YsSheetTask *sheet = unit != NULL && task != 0 ? ys_sheet_unit_get_task (unit, task) : NULL;

  ys_fill_choice_clear (self->aim);
  ys_fill_choice_add (self->aim, "", _ ("the task as a whole"), NULL);
  for (guint i = 0; sheet != NULL && i < sheet->details->len; i++)
    {
      const YsPoint *point = ((const YsSheetPoint *) g_ptr_array_index (sheet->details, i))->point;
      g_autofree char *aim = ys_examine_dup_aim (self->row, point->id), *label = NULL;
      const char *pages = strchr (aim, '|') + 1;

      label = *pages != '\0' ? g_strdup_printf (_ ("%s · page %s"), point->title, pages) : g_strdup (point->title);
      ys_fill_choice_add (self->aim, aim, label, NULL);
    }
  gtk_widget_set_visible (self->aim_line, sheet != NULL);
}

/* ---- another subject ---- */

static void
show_limits (YsExamineForm *self)
{
  const YsQueueEntry *entry = self->row->entry;

  gtk_widget_set_visible (self->points_line, entry != NULL);
  if (entry == NULL)
    return;
  g_autofree char *possible = ys_points_to_display (entry->possible), *decided = ys_points_to_display (entry->decided);
  g_autofree char *text = entry->deduction ? g_strdup_printf (_ ("the city deducts %s"), decided)
                                           : g_strdup_printf (_ ("/ %s · the city decided %s"), possible, decided);
  gtk_label_set_text (GTK_LABEL (self->points_hint), text);
}

static void
show_subject (YsExamineForm *self)
{
  g_autofree char *why = NULL, *subject = ys_examine_dup_subject (self->row);
  gboolean can = ys_examine_data_can_speak (self->row->data, self->workspace, self->row->unit, &why);
  const YsExamineDraft *kept = g_hash_table_lookup (self->kept, subject);

  gtk_widget_set_visible (self->fields, can);
  gtk_label_set_text (GTK_LABEL (self->why), why);
  gtk_widget_set_visible (self->why, !can);
  show_problem (self, NULL);
  show_limits (self);
  offer_aims (self);
  ys_examine_draft_clear (&self->stored);
  ys_examine_draft_read (self->workspace, self->row, &self->stored);
  put (self, kept != NULL ? kept : &self->stored);
}

void
ys_examine_form_show (YsExamineForm *self, YsExamineRow *row)
{
  g_autofree char *before = self->row != NULL ? ys_examine_dup_subject (self->row) : NULL, *now = ys_examine_dup_subject (row);
  g_auto (YsExamineDraft) typed = { 0 }, stored = { 0 };
  gboolean pending;

  if (g_strcmp0 (before, now) != 0)
    {
      save (self);
      self->again = FALSE;
      g_set_object (&self->row, row);
      show_subject (self);
      return;
    }
  g_set_object (&self->row, row);
  read_fields (self, &typed);
  pending = !ys_examine_draft_equal (&typed, &self->stored);
  ys_examine_draft_read (self->workspace, self->row, &stored);
  ys_examine_draft_clear (&self->stored);
  self->stored = (YsExamineDraft){ stored.verdict, g_strdup (stored.points), g_strdup (stored.reason), g_strdup (stored.aim) };
  if (ys_examine_draft_equal (&typed, &stored))
    g_hash_table_remove (self->kept, now);
  else if (!pending)
    put (self, &stored);
  if (gtk_widget_get_visible (self->fields) != ys_examine_data_can_speak (row->data, self->workspace, row->unit, NULL))
    show_subject (self);
}

/* ---- made and gone ---- */

static GtkWidget *
add_line (GtkWidget *box, int spacing)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_box_append (GTK_BOX (box), line);
  return line;
}

static void
make_verdicts (YsExamineForm *self)
{
  GtkWidget *line = add_line (self->fields, 0);

  gtk_widget_add_css_class (line, "linked");
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  for (int i = 0; i < N_VERDICTS; i++)
    {
      self->verdict[i] = gtk_toggle_button_new_with_label (ys_examine_verdict_label ((YsOpinionVerdict) i));
      gtk_widget_add_css_class (self->verdict[i], "seg");
      g_signal_connect_object (self->verdict[i], "toggled", G_CALLBACK (on_verdict), self, 0);
      gtk_box_append (GTK_BOX (line), self->verdict[i]);
    }
}

static void
watch_focus (YsExamineForm *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static void
make_points (YsExamineForm *self)
{
  self->points_line = add_line (self->fields, 8);
  gtk_box_append (GTK_BOX (self->points_line), ys_fill_label (_ ("Points held right"), "small quiet"));
  self->points = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->points), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->points), 7);
  gtk_entry_set_alignment (GTK_ENTRY (self->points), 1);
  gtk_widget_add_css_class (self->points, "num");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->points), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Points held right"), -1);
  g_signal_connect_object (self->points, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  watch_focus (self, self->points);
  gtk_box_append (GTK_BOX (self->points_line), self->points);
  self->points_hint = ys_fill_label (NULL, "small quiet num");
  gtk_label_set_ellipsize (GTK_LABEL (self->points_hint), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->points_line), self->points_hint);
}

static void
make_reason (YsExamineForm *self)
{
  GtkWidget *line = add_line (self->fields, 8), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("Reason"), "h2"));
  self->reason_hint = ys_fill_label (_ ("needed to query or disagree"), "small quiet");
  gtk_widget_set_hexpand (self->reason_hint, TRUE);
  gtk_box_append (GTK_BOX (line), self->reason_hint);
  self->reason_count = ys_fill_label (NULL, "small quiet num");
  gtk_box_append (GTK_BOX (line), self->reason_count);
  self->reason = ys_fill_area_new ();
  gtk_widget_set_size_request (self->reason, -1, 66);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)), "changed", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
  watch_focus (self, self->reason);
  gtk_widget_add_css_class (card, "reason");
  gtk_box_append (GTK_BOX (card), self->reason);
  gtk_box_append (GTK_BOX (self->fields), card);
}

static void
make_aim (YsExamineForm *self)
{
  self->aim_line = add_line (self->fields, 8);
  gtk_box_append (GTK_BOX (self->aim_line), ys_fill_label (_ ("Aimed at"), "small quiet"));
  self->aim = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _ ("Aimed at"), "hexpand", TRUE, NULL);
  g_signal_connect_object (self->aim, "chosen", G_CALLBACK (on_aim), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->aim_line), GTK_WIDGET (self->aim));
}

static void
ys_examine_form_dispose (GObject *object)
{
  YsExamineForm *self = YS_EXAMINE_FORM (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (ys_examine_form_parent_class)->dispose (object);
}

static void
ys_examine_form_finalize (GObject *object)
{
  YsExamineForm *self = YS_EXAMINE_FORM (object);

  g_hash_table_unref (self->kept);
  ys_examine_draft_clear (&self->stored);
  g_free (self->aimed);
  G_OBJECT_CLASS (ys_examine_form_parent_class)->finalize (object);
}

static void
ys_examine_form_class_init (YsExamineFormClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_examine_form_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_examine_form_finalize;
}

static void
ys_examine_form_init (YsExamineForm *self)
{
  self->stored = (YsExamineDraft){ .verdict = YS_NO_VERDICT };
  self->aimed = g_strdup ("");
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ys_examine_draft_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), ys_fill_label (_ ("Opinion of this round"), "h2"));
  self->why = ys_fill_label (NULL, "note");
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->why), 24);
  gtk_box_append (GTK_BOX (self), self->why);
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self), self->fields);
  make_verdicts (self);
  make_points (self);
  make_reason (self);
  make_aim (self);
  self->problem = ys_fill_label (NULL, "problem");
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 24);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (self), self->problem);
}

GtkWidget *
ys_examine_form_new (YsWorkspace *workspace)
{
  YsExamineForm *self = g_object_new (YS_TYPE_EXAMINE_FORM, NULL);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}
