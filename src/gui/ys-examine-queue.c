/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is made of rows that stay as long as the same subjects are shown: a new opinion renews them in place, so that
 * scroll, selection and focus stay. */
#include "ys-examine-queue.h"

#include <glib/gi18n-lib.h>

#include "ys-examine-words.h"
#include "ys-fill-choice.h"
#include "ys-id.h"

#define N_FILTERS 5

struct _YsExamineQueue {
  GtkBox parent_instance;
  YsExamineData *data;   /* NULL before the first reading */
  GtkWidget *cities, *search, *chips, *chip[N_FILTERS], *list, *nothing, *scroller;
  GListStore *rows;
  GtkSingleSelection *selection;
  YsQueueFilter filter;
  char *words;           /* searched, folded; "" for none */
  char *open;            /* county whose rows are shown */
  gboolean filling;      /* the model is being changed by the program */
  guint focus_idle;
};

enum { SIGNAL_SELECTED, SIGNAL_ACTIVATED, SIGNAL_VERDICT, SIGNAL_DOSSIER, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsExamineQueue, ys_examine_queue, GTK_TYPE_BOX)

/* ---- rows ---- */

static gboolean
matches (YsExamineQueue *self, const YsQueueEntry *entry)
{
  if (!ys_queue_entry_passes (entry, self->filter))
    return FALSE;
  return *self->words == '\0' || ys_examine_data_matches (self->data, entry, self->words);
}

static gboolean
narrowed (YsExamineQueue *self)
{
  return self->filter != YS_QUEUE_ALL || *self->words != '\0';
}

/* The rows that are to be shown: the city, each county with something to show, the entries of those that are open. */
static GPtrArray *
make_rows (YsExamineQueue *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  const GPtrArray *units = ys_dossier_get_units (self->data->dossier);

  if (!narrowed (self))
    g_ptr_array_add (rows, ys_examine_row_new (self->data, ys_dossier_get_info (self->data->dossier)->city, NULL));
  for (guint u = 0; u < units->len; u++)
    {
      const YsDossierUnitInfo *unit = g_ptr_array_index (units, u);
      YsExamineRow *head = ys_examine_row_new (self->data, unit->unit, NULL);
      gboolean any = !narrowed (self);

      head->open = narrowed (self) || g_strcmp0 (self->open, unit->unit) == 0;
      g_ptr_array_add (rows, head);
      for (guint i = 0; head->open && i < self->data->queue->len; i++)
        {
          const YsQueueEntry *entry = g_ptr_array_index (self->data->queue, i);
          if (!g_str_equal (entry->unit, unit->unit) || !matches (self, entry))
            continue;
          any = TRUE;
          g_ptr_array_add (rows, ys_examine_row_new (self->data, unit->unit, entry));
        }
      if (!any)
        g_ptr_array_remove_index (rows, rows->len - 1);
    }
  return rows;
}

static YsExamineRow *
peek_row (YsExamineQueue *self, guint position)
{
  g_autoptr (YsExamineRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row; /* the store holds it */
}

static guint
find_row (YsExamineQueue *self, const char *unit, guint task, const char *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    if (ys_examine_row_is (peek_row (self, i), unit, task, item))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
same_rows (YsExamineQueue *self, const GPtrArray *rows)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      YsExamineRow *row = g_ptr_array_index (rows, i);
      if (!ys_examine_row_is (peek_row (self, i), row->unit, ys_examine_row_get_task (row), ys_examine_row_get_item (row)))
        return FALSE;
    }
  return TRUE;
}

static void
scroll_to (YsExamineQueue *self, guint position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* Shows what is to be shown; the selected row stays selected where it still is. */
static void
refill (YsExamineQueue *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (YsExamineRow) kept = NULL;
  guint position;

  if (self->data == NULL || self->data->dossier == NULL)
    return;
  rows = make_rows (self);
  if (same_rows (self, rows))
    {
      for (guint i = 0; i < rows->len; i++)
        ys_examine_row_renew (peek_row (self, i), g_ptr_array_index (rows, i));
      return;
    }
  g_set_object (&kept, ys_examine_queue_get_selected (self));
  self->filling = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  position = kept != NULL ? find_row (self, kept->unit, ys_examine_row_get_task (kept), ys_examine_row_get_item (kept))
                          : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  gtk_widget_set_visible (self->scroller, rows->len > 0);
  gtk_widget_set_visible (self->nothing, rows->len == 0);
}

YsExamineRow *
ys_examine_queue_get_selected (YsExamineQueue *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
set_open (YsExamineQueue *self, const char *unit)
{
  g_free (self->open);
  self->open = g_strdup (unit);
}

gboolean
ys_examine_queue_select (YsExamineQueue *self, const char *unit, guint task, const char *item)
{
  guint position = find_row (self, unit, task, item);

  if (position == GTK_INVALID_LIST_POSITION && self->data != NULL && self->data->dossier != NULL)
    {
      g_autofree char *county = g_strdup (unit), *of = g_strdup (item);
      if (narrowed (self))
        {
          gtk_editable_set_text (GTK_EDITABLE (self->search), "");
          ys_examine_queue_set_filter (self, YS_QUEUE_ALL);
        }
      set_open (self, county);
      refill (self);
      position = find_row (self, county, task, of);
    }
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  return TRUE;
}

gboolean
ys_examine_queue_step (YsExamineQueue *self, gboolean backward, gboolean open)
{
  YsExamineRow *now = ys_examine_queue_get_selected (self);
  const GPtrArray *queue = self->data != NULL ? self->data->queue : NULL;
  int at = -1;

  if (queue == NULL)
    return FALSE;
  for (guint i = 0; now != NULL && i < queue->len; i++)
    {
      const YsQueueEntry *entry = g_ptr_array_index (queue, i);
      if (now->entry == entry || (now->entry == NULL && g_str_equal (entry->unit, now->unit)))
        {
          at = now->entry != NULL ? (int) i : (int) i + (backward ? 0 : -1);
          break;
        }
    }
  for (int i = at + (backward ? -1 : 1); i >= 0 && i < (int) queue->len; i += backward ? -1 : 1)
    {
      const YsQueueEntry *entry = g_ptr_array_index (queue, (guint) i);
      if (matches (self, entry) && (!open || !entry->has_opinion))
        return ys_examine_queue_select (self, entry->unit, entry->task, entry->item);
    }
  return FALSE;
}

/* ---- filters ---- */

static void
show_chips (YsExamineQueue *self)
{
  guint counts[N_FILTERS] = { 0 };

  for (guint i = 0; i < self->data->queue->len; i++)
    for (guint f = 0; f < N_FILTERS; f++)
      counts[f] += ys_queue_entry_passes (g_ptr_array_index (self->data->queue, i), (YsQueueFilter) f);
  for (guint f = 0; f < N_FILTERS; f++)
    {
      g_autofree char *label
        = counts[f] > 0 ? g_strdup_printf ("%s %u", ys_examine_filter_title ((YsQueueFilter) f), counts[f]) : g_strdup (ys_examine_filter_title ((YsQueueFilter) f));
      gtk_button_set_label (GTK_BUTTON (self->chip[f]), label);
    }
}

static void
on_chip (GtkToggleButton *chip, YsExamineQueue *self)
{
  for (guint f = 0; f < N_FILTERS; f++)
    if (self->chip[f] == GTK_WIDGET (chip) && gtk_toggle_button_get_active (chip) && self->filter != f)
      {
        self->filter = (YsQueueFilter) f;
        refill (self);
        if (ys_examine_queue_get_selected (self) == NULL)
          ys_examine_queue_step (self, FALSE, FALSE);
      }
}

YsQueueFilter
ys_examine_queue_get_filter (YsExamineQueue *self)
{
  return self->filter;
}

void
ys_examine_queue_set_filter (YsExamineQueue *self, YsQueueFilter filter)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[filter]), TRUE);
}

static void
on_search (YsExamineQueue *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_free (self->words);
  self->words = ys_text_fold (words);
  refill (self);
}

static void
on_stop_search (YsExamineQueue *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ys_examine_queue_focus_list (self);
}

static void
on_dossier (YsExamineQueue *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_DOSSIER], 0, id);
}

/* The dossiers that are here, where there is more than one. */
static void
show_dossiers (YsExamineQueue *self)
{
  YsFillChoice *choice = YS_FILL_CHOICE (self->cities);

  ys_fill_choice_clear (choice);
  for (guint i = 0; i < self->data->dossiers->len; i++)
    {
      const YsDossierInfo *info = g_ptr_array_index (self->data->dossiers, i);
      g_autofree char *label = ys_examine_data_dup_label (self->data, info);
      ys_fill_choice_add (choice, info->id, label, NULL);
    }
  ys_fill_choice_set_value (choice, ys_dossier_get_info (self->data->dossier)->id);
  gtk_widget_set_visible (self->cities, self->data->dossiers->len > 1);
}

void
ys_examine_queue_set_data (YsExamineQueue *self, YsExamineData *data)
{
  gboolean first = self->data == NULL || self->data->dossier == NULL || self->data->dossier != data->dossier;
  g_autoptr (YsExamineData) old = self->data;

  self->data = ys_examine_data_ref (data);
  if (data->dossier == NULL)
    return;
  show_dossiers (self);
  show_chips (self);
  if (first && ys_dossier_get_units (data->dossier)->len > 0)
    set_open (self, ((const YsDossierUnitInfo *) g_ptr_array_index (ys_dossier_get_units (data->dossier), 0))->unit);
  refill (self);
}

/* ---- list ---- */

static void
on_selected (YsExamineQueue *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* Enter or a click on a county opens it; on anything else one goes to the opinion. */
static void
on_activate (YsExamineQueue *self, guint position)
{
  YsExamineRow *row = peek_row (self, position);

  if (row->entry == NULL && !row->is_city && !narrowed (self))
    {
      g_autofree char *unit = g_strdup (row->unit);
      set_open (self, row->open ? NULL : unit);
      refill (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static gboolean
on_key (YsExamineQueue *self, guint key, guint code, GdkModifierType state)
{
  YsExamineRow *row = ys_examine_queue_get_selected (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_1 && key <= GDK_KEY_3)
    g_signal_emit (self, signals[SIGNAL_VERDICT], 0, (int) (key - GDK_KEY_1));
  else if ((key == GDK_KEY_Left || key == GDK_KEY_Right) && !narrowed (self) && !row->is_city
           && (key == GDK_KEY_Right) != (g_strcmp0 (self->open, row->unit) == 0))
    {
      g_autofree char *unit = g_strdup (row->unit);
      set_open (self, key == GDK_KEY_Right ? unit : NULL);
      refill (self);
      ys_examine_queue_select (self, unit, 0, NULL);
      ys_examine_queue_focus_list (self);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The list can't be told which row gets the focus, so its row is asked for itself, once it is there. */
static gboolean
on_focus_idle (gpointer data)
{
  YsExamineQueue *self = data;
  YsExamineRow *selected = ys_examine_queue_get_selected (self);

  self->focus_idle = 0;
  if (selected == NULL || !ys_examine_cell_focus (self->list, selected))
    gtk_widget_grab_focus (self->list);
  return G_SOURCE_REMOVE;
}

void
ys_examine_queue_focus_list (YsExamineQueue *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  gtk_widget_grab_focus (self->list);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  if (self->focus_idle == 0) /* after the rows were laid out */
    self->focus_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_focus_idle, self, NULL);
}

static void
make_list (YsExamineQueue *self)
{
  GtkListItemFactory *factory = ys_examine_cell_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_list_store_new (YS_TYPE_EXAMINE_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "tasks");
  gtk_widget_add_css_class (self->list, "examine");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Queue"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
}

/* ---- made and gone ---- */

static void
ys_examine_queue_dispose (GObject *object)
{
  g_clear_handle_id (&YS_EXAMINE_QUEUE (object)->focus_idle, g_source_remove);
  G_OBJECT_CLASS (ys_examine_queue_parent_class)->dispose (object);
}

static void
ys_examine_queue_finalize (GObject *object)
{
  YsExamineQueue *self = YS_EXAMINE_QUEUE (object);

  g_clear_pointer (&self->data, ys_examine_data_unref);
  g_object_unref (self->rows);
  g_object_unref (self->selection);
  g_free (self->words);
  g_free (self->open);
  G_OBJECT_CLASS (ys_examine_queue_parent_class)->finalize (object);
}

static void
ys_examine_queue_class_init (YsExamineQueueClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_examine_queue_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_examine_queue_finalize;
  signals[SIGNAL_SELECTED]
    = g_signal_new ("selected", YS_TYPE_EXAMINE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED]
    = g_signal_new ("activated", YS_TYPE_EXAMINE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VERDICT] = g_signal_new ("verdict", YS_TYPE_EXAMINE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DOSSIER] = g_signal_new ("dossier", YS_TYPE_EXAMINE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_STRING);
}

static void
make_chips (YsExamineQueue *self)
{
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_css_classes (self->chips, (const char *[]){ "filter", "examine-filter", NULL });
  for (guint f = 0; f < N_FILTERS; f++)
    {
      self->chip[f] = gtk_toggle_button_new_with_label (ys_examine_filter_title ((YsQueueFilter) f));
      gtk_widget_set_tooltip_text (self->chip[f], ys_examine_filter_tooltip ((YsQueueFilter) f));
      if (f > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[f]), GTK_TOGGLE_BUTTON (self->chip[0]));
      gtk_box_append (GTK_BOX (self->chips), self->chip[f]);
      g_signal_connect_object (self->chip[f], "toggled", G_CALLBACK (on_chip), self, 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[0]), TRUE);
}

static void
ys_examine_queue_init (YsExamineQueue *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->words = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (head, "examine-head");
  self->cities = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _ ("City"), NULL);
  gtk_widget_set_visible (self->cities, FALSE);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("County, task, number"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the queue"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_stop_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cities, "chosen", G_CALLBACK (on_dossier), self, G_CONNECT_SWAPPED);
  make_chips (self);
  gtk_box_append (GTK_BOX (head), self->cities);
  gtk_box_append (GTK_BOX (head), self->search);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->chips);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_focusable (self->scroller, FALSE);
  make_list (self);
  gtk_box_append (GTK_BOX (self), self->scroller);
  self->nothing = gtk_label_new (_ ("Nothing here: try other words or another filter."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nothing), 20);
  gtk_widget_set_css_classes (self->nothing, (const char *[]){ "quiet", "reading", NULL });
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (self), self->nothing);
}

GtkWidget *
ys_examine_queue_new (void)
{
  return g_object_new (YS_TYPE_EXAMINE_QUEUE, NULL);
}
