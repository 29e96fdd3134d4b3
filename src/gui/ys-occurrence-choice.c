/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the candidates above a reason bar. What stands comes back when the reason is left. */
#include "ys-occurrence-choice.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-fill-choice.h"
#include "ys-place.h"
#include "ys-reason-bar.h"
#include "ys-workspace-review.h"

struct _YsOccurrenceChoice
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  char *id, *offered;     /* what the list shows, to leave it alone where nothing changed */
  GStrv items, amounts;
  guint stands, largest, wanted;
  YsFillChoice *list;
  YsReasonBar *bar;
};

G_DEFINE_FINAL_TYPE (YsOccurrenceChoice, ys_occurrence_choice, GTK_TYPE_BOX)

static void
mark (YsOccurrenceChoice *self)
{
  ys_fill_choice_set_value (self->list, self->items[self->stands]);
}

/* ---- changing it ---- */

typedef struct
{
  char *occurrence, *item, *reason; /* item NULL: the largest again */
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_free (choosing->occurrence);
  g_free (choosing->item);
  g_free (choosing->reason);
  g_free (choosing);
}

static gpointer
choose (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Choosing *choosing = data;

  return GINT_TO_POINTER (
      ys_workspace_choose_item (workspace, choosing->occurrence, choosing->item, choosing->reason, error));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsOccurrenceChoice) self = data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error)))
    {
      if (error != NULL)
        ys_reason_bar_refuse (self->bar, error->message);
      return;
    }
  self->stands = self->wanted;
  ys_reason_bar_close (self->bar);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_given (YsOccurrenceChoice *self, const char *reason)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->occurrence = g_strdup (self->id);
  choosing->item = self->wanted != self->largest ? g_strdup (self->items[self->wanted]) : NULL;
  choosing->reason = g_strdup (reason);
  ys_workspace_run_async (self->workspace, choose, choosing, choosing_free, NULL, NULL, on_chosen, g_object_ref (self));
}

static void
on_left (YsOccurrenceChoice *self)
{
  mark (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_selected (YsOccurrenceChoice *self, const char *item)
{
  g_autofree char *what = NULL;

  for (self->wanted = 0; self->items[self->wanted] != NULL && !g_str_equal (self->items[self->wanted], item);)
    self->wanted++;
  g_return_if_fail (self->items[self->wanted] != NULL);
  ys_fill_choice_set_value (self->list, item);
  if (self->wanted == self->stands)
    {
      ys_reason_bar_close (self->bar);
      return;
    }
  what = g_strdup_printf (_ ("It deducts under %s, %s instead of %s."), item, self->amounts[self->wanted],
                          self->amounts[self->stands]);
  ys_reason_bar_ask (self->bar, what, _ ("Choose"));
}

/* ---- showing it ---- */

static void
fill (YsOccurrenceChoice *self, const YsSheetOccurrence *shown)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new (), amounts = g_strv_builder_new ();
  YsPoints most = -1;

  self->stands = self->largest = 0;
  ys_fill_choice_clear (self->list);
  for (guint i = 0; i < shown->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (shown->candidates, i);
      g_autofree char *amount = ys_deduction_dup_text (candidate->deduction);
      g_autofree char *line = g_strdup_printf ("%s %s", candidate->item->id, amount);

      if (candidate->deduction > most) /* of equal ones the first of the catalogue, as rule 9 has it */
        {
          most = candidate->deduction;
          self->largest = i;
        }
      if (candidate->item == shown->own)
        self->stands = i;
      g_strv_builder_add (items, candidate->item->id);
      g_strv_builder_add (amounts, amount);
      ys_fill_choice_add (self->list, candidate->item->id, line, NULL);
    }
  g_strfreev (self->items);
  g_strfreev (self->amounts);
  self->items = g_strv_builder_end (items);
  self->amounts = g_strv_builder_end (amounts);
  mark (self);
}

static char *
describe (const YsOccurrenceView *view)
{
  GString *text = g_string_new (view->id);

  for (guint i = 0; i < view->shown->candidates->len; i++)
    {
      const YsSheetCandidate *candidate = g_ptr_array_index (view->shown->candidates, i);
      g_string_append_printf (text, "\n%s %" G_GINT64_FORMAT " %d", candidate->item->id, candidate->deduction,
                              candidate->item == view->shown->own);
    }
  return g_string_free (text, FALSE);
}

void
ys_occurrence_choice_update (YsOccurrenceChoice *self, const YsOccurrenceView *view)
{
  gboolean fits = view->page->is_city && view->shown != NULL && view->occurrence->merged_into == NULL
                  && view->shown->candidates->len > 1;
  g_autofree char *now = fits ? describe (view) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), fits);
  if (!fits)
    return;
  self->workspace = view->page->workspace;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), view->page->can_edit);
  if (g_strcmp0 (now, self->offered) == 0)
    return;
  g_free (self->offered);
  self->offered = g_steal_pointer (&now);
  g_free (self->id);
  self->id = g_strdup (view->id);
  ys_reason_bar_close (self->bar);
  fill (self, view->shown);
}

/* ---- made and gone ---- */

static void
ys_occurrence_choice_finalize (GObject *object)
{
  YsOccurrenceChoice *self = YS_OCCURRENCE_CHOICE (object);

  g_free (self->id);
  g_free (self->offered);
  g_strfreev (self->items);
  g_strfreev (self->amounts);
  G_OBJECT_CLASS (ys_occurrence_choice_parent_class)->finalize (object);
}

static void
ys_occurrence_choice_class_init (YsOccurrenceChoiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_choice_finalize;
}

static void
ys_occurrence_choice_init (YsOccurrenceChoice *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->list = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _ ("Item under which it deducts"), NULL);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("Deduct under"), "small quiet"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), line);
  self->bar = YS_REASON_BAR (ys_reason_bar_new ());
  g_signal_connect_swapped (self->bar, "given", G_CALLBACK (on_given), self);
  g_signal_connect_swapped (self->bar, "left", G_CALLBACK (on_left), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
}
