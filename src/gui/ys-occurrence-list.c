/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a GtkListBox whose columns keep their widths by size groups; titles wrap, nothing is cut. */
#include "ys-occurrence-list.h"

#include <glib/gi18n-lib.h>

#include "ys-fill-card.h"

enum
{
  FILTER_ALL,
  FILTER_SUSPECTED,
  FILTER_CONFIRMED,
  FILTER_CLEARED,
  N_FILTERS
};
enum
{
  COLUMN_STATE,
  COLUMN_DATE,
  COLUMN_COUNTY, /* the city's list only */
  COLUMN_TITLE,
  COLUMN_ITEMS,
  COLUMN_DEDUCTION,
  N_COLUMNS
};
enum
{
  SIGNAL_SELECTED,
  SIGNAL_REGISTER,
  N_SIGNALS
};

static const char *const filter_nicks[N_FILTERS] = { "all", "suspected", "confirmed", "cleared" };
static guint signals[N_SIGNALS];

struct _YsOccurrenceList
{
  GtkBox parent_instance;
  GtkWidget *filters[N_FILTERS], *enter, *card, *list, *nothing;
  GtkWidget *nothing_button, *nothing_text, *county_head;
  GtkSizeGroup *columns[N_COLUMNS];
  char *selected, *shown; /* id; what the rows stand for */
  guint filter;
  gboolean showing; /* rows are being made or marked by the program */
};

G_DEFINE_FINAL_TYPE (YsOccurrenceList, ys_occurrence_list, GTK_TYPE_BOX)

/* ---- filters ---- */

/* Under which state it stands; one that was merged away stands under all only. */
static guint
filter_of (const YsOccurrence *occurrence)
{
  return occurrence->merged_into != NULL ? FILTER_ALL : FILTER_SUSPECTED + (guint)occurrence->state;
}

static gboolean
passes (guint filter, const YsOccurrence *occurrence)
{
  return filter == FILTER_ALL || filter == filter_of (occurrence);
}

static const char *
get_id (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "occurrence") : NULL;
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  guint filter = YS_OCCURRENCE_LIST (data)->filter;

  return filter == FILTER_ALL || filter == GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "filter"));
}

static void
on_filter (GtkToggleButton *button, YsOccurrenceList *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_FILTERS; i++)
    if (self->filters[i] == GTK_WIDGET (button))
      self->filter = i;
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

gboolean
ys_occurrence_list_set_filter (YsOccurrenceList *self, const char *nick)
{
  for (guint i = 0; i < N_FILTERS; i++)
    if (g_str_equal (nick, filter_nicks[i]))
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[i]), TRUE);
        return TRUE;
      }
  return FALSE;
}

static void
show_counts (YsOccurrenceList *self, const YsNegativeView *view)
{
  const char *const names[] = { _ ("All"), ys_verification_label (YS_VERIFY_SUSPECTED),
                                ys_verification_label (YS_VERIFY_CONFIRMED),
                                ys_verification_label (YS_VERIFY_CLEARED) };

  for (guint filter = 0; filter < N_FILTERS; filter++)
    {
      guint count = 0;
      g_autofree char *text = NULL;

      for (guint i = 0; i < view->occurrences->len; i++)
        count += passes (filter,
                         ((const YsSheetOccurrence *)g_ptr_array_index (view->occurrences, i))->occurrence);
      text = count > 0 ? g_strdup_printf ("%s %u", names[filter], count) : g_strdup (names[filter]);
      gtk_button_set_label (GTK_BUTTON (self->filters[filter]), text);
    }
}

/* ---- rows ---- */

static void
put (YsOccurrenceList *self, GtkWidget *row, int column, GtkWidget *cell)
{
  gtk_size_group_add_widget (self->columns[column], cell);
  if (column == COLUMN_TITLE)
    gtk_widget_set_hexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (row), cell);
}

static GtkWidget *
make_state (const YsOccurrence *occurrence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *icon = gtk_image_new_from_icon_name (ys_verification_icon (occurrence->state));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 13);
  gtk_widget_add_css_class (icon, ys_verification_class (occurrence->state));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), ys_fill_label (ys_verification_label (occurrence->state), "name"));
  return box;
}

static GtkWidget *
make_wrapping (const char *text, const char *classes, int width)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  return label;
}

static GtkWidget *
make_row (YsOccurrenceList *self, const YsNegativeView *view, const YsSheetOccurrence *shown)
{
  const YsOccurrence *occurrence = shown->occurrence;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *date = ys_occurrence_dup_date (occurrence);
  g_autofree char *items = ys_occurrence_dup_items (occurrence);
  g_autofree char *deduction = ys_occurrence_dup_deduction (shown);
  const char *county = ys_negative_view_get_unit_name (view, occurrence->unit);
  g_autofree char *title
      = view->is_city ? g_strdup_printf ("%s %s", county, occurrence->title) : g_strdup (occurrence->title);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, %s, items %s, deduction %s"), title,
                                           ys_verification_label (occurrence->state), date, items, deduction);
  GtkWidget *amount = ys_fill_label (deduction, shown->counted != NULL ? "num strong" : "num quiet");

  put (self, box, COLUMN_STATE, make_state (occurrence));
  put (self, box, COLUMN_DATE, ys_fill_label (date, occurrence->date != 0 ? "num" : "lacking"));
  if (view->is_city)
    put (self, box, COLUMN_COUNTY, ys_fill_label (county, "name"));
  put (self, box, COLUMN_TITLE, make_wrapping (occurrence->title, occurrence->merged_into != NULL ? "quiet" : "name", 40));
  put (self, box, COLUMN_ITEMS, make_wrapping (items, "small quiet num", 12));
  gtk_label_set_xalign (GTK_LABEL (amount), 1);
  put (self, box, COLUMN_DEDUCTION, amount);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "occurrence", g_strdup (occurrence->id), g_free);
  g_object_set_data (G_OBJECT (row), "filter", GUINT_TO_POINTER (filter_of (occurrence)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static char *
describe (const YsNegativeView *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->occurrences->len; i++)
    {
      const YsSheetOccurrence *shown = g_ptr_array_index (view->occurrences, i);
      g_autofree char *items = ys_occurrence_dup_items (shown->occurrence);
      g_autofree char *deduction = ys_occurrence_dup_deduction (shown);

      g_string_append_printf (text, "%s\t%s\t%u\t%d\t%s\t%s\n", shown->occurrence->id,
                              shown->occurrence->title, shown->occurrence->date, shown->occurrence->state,
                              items, deduction);
    }
  return g_string_free (text, FALSE);
}

/* The rows are made anew only when their words change; the focus stays in the row of the same occurrence. */
static void
make_rows (YsOccurrenceList *self, const YsNegativeView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  GtkWidget *row;

  self->showing = TRUE;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < view->occurrences->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, view, g_ptr_array_index (view->occurrences, i)));
  self->showing = FALSE;
  ys_occurrence_list_select (self, self->selected);
  row = GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (row);
}

void
ys_occurrence_list_update (YsOccurrenceList *self, const YsNegativeView *view)
{
  g_autofree char *now = describe (view);
  gboolean any = view->occurrences->len > 0;

  gtk_widget_set_visible (self->card, any);
  gtk_widget_set_visible (self->nothing, !any);
  gtk_widget_set_visible (self->enter, any);
  gtk_widget_set_sensitive (self->enter, view->can_edit);
  gtk_widget_set_sensitive (self->nothing_button, view->can_edit);
  gtk_widget_set_tooltip_text (self->enter, view->why_not);
  gtk_widget_set_visible (self->county_head, view->is_city);
  gtk_label_set_text (GTK_LABEL (self->nothing_text),
                      view->is_city ? _ ("Nothing is registered. What counties declare arrives with their packages; what "
                                         "the city learns of is registered here once, under every item it falls under.")
                                    : _ ("Nothing is registered. What happened is registered once, under every item it "
                                         "falls under; what did not happen is declared below."));
  show_counts (self, view);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  make_rows (self, view);
}

/* ---- which one ---- */

static GtkListBoxRow *
find_row (YsOccurrenceList *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (get_id (row), id) == 0)
      return row;
  return NULL;
}

void
ys_occurrence_list_select (YsOccurrenceList *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  GtkListBoxRow *row = id != NULL ? find_row (self, id) : NULL;

  g_free (self->selected);
  self->selected = g_steal_pointer (&copy);
  self->showing = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  else
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  self->showing = FALSE;
}

const char *
ys_occurrence_list_get_next (YsOccurrenceList *self, gboolean backward)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) : backward ? 0 : -1;

  do
    {
      at += backward ? -1 : 1;
      row = at >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at) : NULL;
    }
  while (row != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (row)));
  return get_id (row);
}

static void
on_selected (YsOccurrenceList *self, GtkListBoxRow *row)
{
  const char *id = get_id (row);

  if (self->showing || id == NULL)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, self->selected);
}

/* A row that is selected already still opens the folded pane. */
static void
on_activated (YsOccurrenceList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, get_id (row));
}

static void
on_register (YsOccurrenceList *self)
{
  g_signal_emit (self, signals[SIGNAL_REGISTER], 0);
}

/* ---- made and gone ---- */

static GtkWidget *
make_filters (YsOccurrenceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_widget_add_css_class (box, "filter");
  gtk_widget_set_hexpand (box, TRUE);
  for (guint i = 0; i < N_FILTERS; i++)
    {
      self->filters[i] = gtk_toggle_button_new_with_label ("");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->filters[i]),
                                     GTK_TOGGLE_BUTTON (self->filters[0]));
      g_signal_connect_object (self->filters[i], "toggled", G_CALLBACK (on_filter), self, 0);
      gtk_box_append (GTK_BOX (box), self->filters[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[0]), TRUE);
  return box;
}

static GtkWidget *
make_register_button (YsOccurrenceList *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("Register an occurrence")));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Register an occurrence"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_register), self);
  return button;
}

static GtkWidget *
make_head_row (YsOccurrenceList *self)
{
  const char *const heads[] = { _ ("State"), _ ("Date"), _ ("County"), _ ("Occurrence"), _ ("Items"), _ ("Deduction") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (row, "occurrence-head");
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = ys_fill_label (heads[i], "small quiet");
      gtk_label_set_xalign (GTK_LABEL (label), i == COLUMN_DEDUCTION ? 1 : 0);
      put (self, row, i, label);
      if (i == COLUMN_COUNTY)
        self->county_head = label;
    }
  return row;
}

static void
make_card (YsOccurrenceList *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "tight");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->card), make_head_row (self));
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "lines");
  gtk_widget_add_css_class (self->list, "occurrences");
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Occurrences"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (self->card), self->list);
  gtk_box_append (GTK_BOX (self), self->card);
}

static void
make_nothing (YsOccurrenceList *self)
{
  self->nothing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (self->nothing, "card");
  gtk_box_append (GTK_BOX (self->nothing), gtk_image_new_from_icon_name ("ys-negative-symbolic"));
  self->nothing_text = make_wrapping ("", "quiet", 60);
  gtk_widget_set_hexpand (self->nothing_text, TRUE);
  gtk_box_append (GTK_BOX (self->nothing), self->nothing_text);
  self->nothing_button = gtk_button_new_with_label (_ ("Register…"));
  gtk_widget_set_valign (self->nothing_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->nothing_button, "clicked", G_CALLBACK (on_register), self);
  gtk_box_append (GTK_BOX (self->nothing), self->nothing_button);
  gtk_box_append (GTK_BOX (self), self->nothing);
}

static void
ys_occurrence_list_finalize (GObject *object)
{
  YsOccurrenceList *self = YS_OCCURRENCE_LIST (object);

  for (int i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_free (self->selected);
  g_free (self->shown);
  G_OBJECT_CLASS (ys_occurrence_list_parent_class)->finalize (object);
}

static void
ys_occurrence_list_class_init (YsOccurrenceListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_occurrence_list_finalize;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", YS_TYPE_OCCURRENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REGISTER] = g_signal_new ("register", YS_TYPE_OCCURRENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_occurrence_list_init (YsOccurrenceList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (int i = 0; i < N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  make_card (self);
  gtk_box_append (GTK_BOX (head), ys_fill_label (_ ("Occurrences"), "h2"));
  gtk_box_append (GTK_BOX (head), make_filters (self));
  self->enter = make_register_button (self);
  gtk_box_append (GTK_BOX (head), self->enter);
  gtk_box_prepend (GTK_BOX (self), head);
  make_nothing (self);
}
