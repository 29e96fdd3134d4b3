/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are made anew when their words change. Which ones are likely the workspace says; here they are only shown. */
#include "ys-occurrence-kin.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-merge-window.h"
#include "ys-place.h"
#include "ys-reason-bar.h"

struct _YsOccurrenceKin
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *id, *shown, *splits; /* @splits: what a reason is asked for */
  GtkWidget *rows;
  YsReasonBar *bar;
};

G_DEFINE_FINAL_TYPE (YsOccurrenceKin, ys_occurrence_kin, GTK_TYPE_BOX)

/* ---- going, splitting, merging ---- */

static const char *
get_other (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "occurrence");
}

static void
on_show (GtkWidget *button)
{
  g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_NEGATIVE);

  to->item = g_strdup (get_other (button));
  ys_go (button, to);
}

static void
on_compare (GtkWidget *button, YsOccurrenceKin *self)
{
  g_autoptr (YsNegativeView) view = ys_negative_view_new (self->workspace);

  if (ys_negative_view_get_occurrence (view, self->id) != NULL
      && ys_negative_view_get_occurrence (view, get_other (button)) != NULL)
    ys_merge_window_present (button, view, self->id, get_other (button));
}

static void
on_split (GtkWidget *button, YsOccurrenceKin *self)
{
  g_free (self->splits);
  self->splits = g_strdup (get_other (button));
  ys_reason_bar_ask (self->bar,
                     _ ("It stands for itself again, as it was before; the other one keeps what it is ticked under."),
                     _ ("Split"));
}

typedef struct
{
  char *id, *reason;
} Splitting;

static void
splitting_free (gpointer data)
{
  Splitting *splitting = data;

  g_free (splitting->id);
  g_free (splitting->reason);
  g_free (splitting);
}

static gpointer
split (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Splitting *splitting = data;

  return GINT_TO_POINTER (ys_workspace_split_occurrence (workspace, splitting->id, splitting->reason, error));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOccurrenceKin) self = data;
  g_autoptr (GError) error = NULL;

  if (GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)))
    {
      ys_reason_bar_close (self->bar);
      gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
    }
  else if (error != NULL)
    ys_reason_bar_refuse (self->bar, error->message);
}

static void
on_given (YsOccurrenceKin *self, const char *reason)
{
  Splitting *splitting = g_new0 (Splitting, 1);

  splitting->id = g_strdup (self->splits);
  splitting->reason = g_strdup (reason);
  ys_workspace_run_async (self->workspace, split, splitting, splitting_free, NULL, NULL, on_done,
                          g_object_ref (self));
}

/* ---- rows ---- */

static GtkWidget *
make_button (YsOccurrenceKin *self, const char *text, const char *title, const char *id, GCallback callback)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf ("%s %s", text, title);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "lowb");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "occurrence", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* "2021-09-15 title（state）", which leads to it, and what can be done with it. */
static GtkWidget *
make_row (YsOccurrenceKin *self, const YsOccurrence *other, const char *act, GCallback callback, const char *acts_on)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *jump, *label;
  g_autofree char *date = ys_occurrence_dup_date (other);
  g_autofree char *text = g_strdup_printf ("%s %s（%s）", date, other->title, ys_verification_label (other->state));

  jump = ys_fill_named_jump (text, text);
  label = gtk_button_get_child (GTK_BUTTON (jump));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (jump, TRUE);
  gtk_widget_set_halign (jump, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (jump), "occurrence", g_strdup (other->id), g_free);
  g_signal_connect (jump, "clicked", G_CALLBACK (on_show), NULL);
  gtk_box_append (GTK_BOX (row), jump);
  if (act != NULL)
    gtk_box_append (GTK_BOX (row), make_button (self, act, other->title, acts_on, callback));
  return row;
}

static GtkWidget *
add_note (YsOccurrenceKin *self, const char *title)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (note, "note");
  gtk_box_append (GTK_BOX (note), ys_fill_label (title, "strong small"));
  gtk_box_append (GTK_BOX (self->rows), note);
  return note;
}

/* ---- shown ---- */

static void
show_merged (YsOccurrenceKin *self, const YsOccurrenceView *view)
{
  const YsSheetOccurrence *into = ys_negative_view_get_occurrence (view->page, view->occurrence->merged_into);
  GtkWidget *note = NULL;
  const char *act = view->page->can_edit ? _ ("Split…") : NULL;

  if (into != NULL)
    gtk_box_append (GTK_BOX (add_note (self, _ ("Merged into; it counts there and nowhere else"))),
                    make_row (self, into->occurrence, act, G_CALLBACK (on_split), view->id));
  for (guint i = 0; i < view->page->occurrences->len; i++)
    {
      const YsOccurrence *other = ((const YsSheetOccurrence *)g_ptr_array_index (view->page->occurrences, i))->occurrence;

      if (g_strcmp0 (other->merged_into, view->id) != 0)
        continue;
      if (note == NULL)
        note = add_note (self, _ ("Merged into this one"));
      gtk_box_append (GTK_BOX (note), make_row (self, other, act, G_CALLBACK (on_split), other->id));
    }
}

static void
show_likely (YsOccurrenceKin *self, const YsOccurrenceView *view, const GPtrArray *likely)
{
  GtkWidget *note = likely->len > 0 ? add_note (self, _ ("May be the same occurrence")) : NULL;

  for (guint i = 0; i < likely->len; i++)
    {
      const char *id = g_ptr_array_index (likely, i);
      const YsSheetOccurrence *other = ys_negative_view_get_occurrence (view->page, id);
      if (other != NULL)
        gtk_box_append (GTK_BOX (note), make_row (self, other->occurrence, view->page->can_edit ? _ ("Compare…") : NULL,
                                                  G_CALLBACK (on_compare), id));
    }
}

/* What of other occurrences stands in the rows. */
static char *
describe (const YsOccurrenceView *view, const GPtrArray *likely)
{
  GString *text = g_string_new (view->id);

  g_string_append_printf (text, "%d %s", view->page->can_edit, view->occurrence->merged_into);
  for (guint i = 0; i < view->page->occurrences->len; i++)
    {
      const YsOccurrence *other = ((const YsSheetOccurrence *)g_ptr_array_index (view->page->occurrences, i))->occurrence;
      g_string_append_printf (text, "\n%s %s %u %d %s", other->id, other->title, other->date, other->state,
                              other->merged_into);
    }
  for (guint i = 0; i < likely->len; i++)
    g_string_append_printf (text, "\n%s", (const char *)g_ptr_array_index (likely, i));
  return g_string_free (text, FALSE);
}

void
ys_occurrence_kin_update (YsOccurrenceKin *self, const YsOccurrenceView *view)
{
  g_autoptr (GPtrArray) likely = NULL;
  g_autofree char *now = NULL;

  if (!view->page->is_city || view->shown == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      g_clear_pointer (&self->shown, g_free);
      return;
    }
  likely = ys_workspace_dup_duplicates (view->page->workspace, view->id);
  now = describe (view, likely);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  self->workspace = view->page->workspace;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  g_free (self->id);
  self->id = g_strdup (view->id);
  ys_reason_bar_close (self->bar);
  ys_fill_clear_box (self->rows);
  show_merged (self, view);
  show_likely (self, view, likely);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->rows) != NULL);
}

/* ---- made and gone ---- */

static void
ys_occurrence_kin_finalize (GObject *object)
{
  YsOccurrenceKin *self = YS_OCCURRENCE_KIN (object);

  g_free (self->id);
  g_free (self->shown);
  g_free (self->splits);
  G_OBJECT_CLASS (ys_occurrence_kin_parent_class)->finalize (object);
}

static void
ys_occurrence_kin_class_init (YsOccurrenceKinClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_kin_finalize;
}

static void
ys_occurrence_kin_init (YsOccurrenceKin *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self), self->rows);
  self->bar = YS_REASON_BAR (ys_reason_bar_new ());
  g_signal_connect_swapped (self->bar, "given", G_CALLBACK (on_given), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
}
