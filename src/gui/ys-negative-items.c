/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of event items. A declaration is set off the main loop; until the store has it, the box shows what was
 * asked. */
#include "ys-negative-items.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"
#include "ys-place.h"

typedef struct
{
  const YsNegativeItem *item;
  GtkWidget *check, *why, *happened; /* unowned */
  char *shown;                       /* what stands in @happened */
  YsNegativeItems *owner;            /* unowned */
  gboolean showing;                  /* the box is being set by the program */
} Row;

struct _YsNegativeItems
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkWidget *summary, *card;
  GPtrArray *rows; /* Row */
};

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsNegativeItems, ys_negative_items, GTK_TYPE_BOX)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->shown);
  g_free (row);
}

/* ---- declaring ---- */

typedef struct
{
  char *item;
  gboolean none;
} Declaring;

static void
declaring_free (gpointer data)
{
  Declaring *declaring = data;

  g_free (declaring->item);
  g_free (declaring);
}

static gpointer
declare (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Declaring *declaring = data;

  return GINT_TO_POINTER (ys_workspace_declare_none (workspace, declaring->item, declaring->none, error));
}

static void
show_check (Row *row, YsWorkspace *workspace)
{
  row->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check),
                               ys_workspace_is_declared_none (workspace, row->item->id));
  row->showing = FALSE;
}

static void
on_declared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsNegativeItems) self = data;
  g_autoptr (GError) error = NULL;

  if (GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error))
      || self->workspace == NULL)
    return;
  ys_tell_error (GTK_WIDGET (self), _ ("The declaration could not be changed"), error);
  for (guint i = 0; i < self->rows->len; i++)
    show_check (g_ptr_array_index (self->rows, i), self->workspace);
}

static void
on_toggled (Row *row)
{
  Declaring *declaring;

  if (row->showing)
    return;
  declaring = g_new0 (Declaring, 1);
  declaring->item = g_strdup (row->item->id);
  declaring->none = gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check));
  ys_workspace_run_async (row->owner->workspace, declare, declaring, declaring_free, NULL, NULL, on_declared,
                          g_object_ref (row->owner));
}

/* ---- what is registered under an item ---- */

static void
on_occurrence (GtkWidget *button, YsNegativeItems *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, g_object_get_data (G_OBJECT (button), "occurrence"));
}

static GtkWidget *
make_jump (YsNegativeItems *self, const YsOccurrence *occurrence)
{
  g_autofree char *date = ys_occurrence_dup_date (occurrence);
  g_autofree char *text =
      g_strdup_printf ("%s %s · %s", date, occurrence->title, ys_verification_label (occurrence->state));
  GtkWidget *jump = ys_fill_jump (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (jump));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (jump, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (jump), "occurrence", g_strdup (occurrence->id), g_free);
  g_signal_connect_object (jump, "clicked", G_CALLBACK (on_occurrence), self, 0);
  return jump;
}

/* The number of occurrences that are not cleared. */
static guint
show_happened (Row *row, const YsNegativeView *view)
{
  GString *now = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; i < view->occurrences->len; i++)
    {
      const YsOccurrence *occurrence =
          ((const YsSheetOccurrence *)g_ptr_array_index (view->occurrences, i))->occurrence;
      if (!ys_occurrence_has_item (occurrence, row->item->id))
        continue;
      count += occurrence->state != YS_VERIFY_CLEARED;
      g_string_append_printf (now, "%s\t%s\t%u\t%d\n", occurrence->id, occurrence->title, occurrence->date,
                              occurrence->state);
    }
  g_autofree char *text = g_string_free (now, FALSE);
  if (g_strcmp0 (text, row->shown) == 0)
    return count;
  g_free (row->shown);
  row->shown = g_steal_pointer (&text);
  ys_fill_clear_box (row->happened);
  for (guint i = 0; i < view->occurrences->len; i++)
    {
      const YsOccurrence *occurrence =
          ((const YsSheetOccurrence *)g_ptr_array_index (view->occurrences, i))->occurrence;
      if (ys_occurrence_has_item (occurrence, row->item->id))
        gtk_box_append (GTK_BOX (row->happened), make_jump (row->owner, occurrence));
    }
  return count;
}

static void
update_row (Row *row, const YsNegativeView *view, guint *declared, guint *registered)
{
  guint count = show_happened (row, view);
  gboolean is_none = ys_workspace_is_declared_none (view->workspace, row->item->id);
  g_autofree char *why = NULL;
  gboolean can = ys_workspace_can_declare_none (view->workspace, row->item->id, &why);

  /* a declaration that what happened contradicts can still be taken back */
  gtk_widget_set_visible (row->check, count == 0 || is_none);
  gtk_widget_set_sensitive (row->check, can || (is_none && view->can_edit));
  gtk_widget_set_tooltip_text (row->check, can ? NULL : why);
  gtk_widget_set_visible (row->why, count > 0 && is_none);
  gtk_widget_set_visible (row->happened, gtk_widget_get_first_child (row->happened) != NULL);
  show_check (row, view->workspace);
  *declared += is_none && count == 0;
  *registered += count > 0;
}

void
ys_negative_items_update (YsNegativeItems *self, const YsNegativeView *view)
{
  guint declared = 0, registered = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    update_row (g_ptr_array_index (self->rows, i), view, &declared, &registered);
  text = g_strdup_printf (_ ("of %u items %u declared as nothing, %u with an occurrence, %u neither"),
                          self->rows->len, declared, registered, self->rows->len - declared - registered);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

gboolean
ys_negative_items_focus (YsNegativeItems *self, const char *item)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      GtkWidget *jump = gtk_widget_get_first_child (row->happened);

      if (g_str_equal (row->item->id, item))
        return gtk_widget_grab_focus (jump != NULL ? jump : row->check);
    }
  return FALSE;
}

/* ---- made and gone ---- */

static GtkWidget *
make_name (const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_row (YsNegativeItems *self, const YsNegativeItem *item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10),
            *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *id = ys_fill_label (item->id, "small quiet num"),
            *end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name =
      g_strdup_printf (_ ("%s %s: declare that nothing of the kind happened"), item->id, item->name);

  row->item = item;
  row->owner = self;
  gtk_widget_add_css_class (line, "item-row");
  gtk_label_set_width_chars (GTK_LABEL (id), 5);
  gtk_box_append (GTK_BOX (line), id);
  gtk_box_append (GTK_BOX (lines), make_name (item->name, "name"));
  row->happened = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (lines), row->happened);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), lines);
  row->check = gtk_check_button_new_with_label (_ ("Nothing of the kind"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (row->check, "toggled", G_CALLBACK (on_toggled), row);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (end), row->check);
  row->why = ys_fill_label (_ ("contradicts what is registered"), "small problem");
  gtk_box_append (GTK_BOX (end), row->why);
  gtk_box_append (GTK_BOX (line), end);
  gtk_box_append (GTK_BOX (self->card), line);
  g_ptr_array_add (self->rows, row);
}

void
ys_negative_items_build (YsNegativeItems *self, YsWorkspace *workspace)
{
  const YsCatalogue *catalogue = ys_workspace_get_standard (workspace)->catalogue;

  self->workspace = g_object_ref (workspace);
  for (guint group = 0; group < catalogue->groups->len; group++)
    {
      const YsNegativeGroup *head = g_ptr_array_index (catalogue->groups, group);
      gboolean first = TRUE;

      for (guint i = 0; i < catalogue->items->len; i++)
        {
          const YsNegativeItem *item = g_ptr_array_index (catalogue->items, i);
          if (item->threshold || item->group != group)
            continue;
          if (first)
            {
              g_autofree char *text = g_strdup_printf ("%s %s", head->id, head->name);
              gtk_box_append (GTK_BOX (self->card), make_name (text, "item-group"));
            }
          first = FALSE;
          add_row (self, item);
        }
    }
}

static void
ys_negative_items_dispose (GObject *object)
{
  YsNegativeItems *self = YS_NEGATIVE_ITEMS (object);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      if (row->check != NULL)
        g_signal_handlers_disconnect_by_data (row->check, row);
      row->check = NULL;
    }
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_negative_items_parent_class)->dispose (object);
}

static void
ys_negative_items_finalize (GObject *object)
{
  g_ptr_array_unref (YS_NEGATIVE_ITEMS (object)->rows);
  G_OBJECT_CLASS (ys_negative_items_parent_class)->finalize (object);
}

static void
ys_negative_items_class_init (YsNegativeItemsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_negative_items_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_negative_items_finalize;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", YS_TYPE_NEGATIVE_ITEMS, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ys_negative_items_init (YsNegativeItems *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->summary = ys_fill_label ("", "small quiet num");
  gtk_box_append (GTK_BOX (self), ys_fill_card_head (_ ("Item by item"), self->summary));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "tight");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), self->card);
}
