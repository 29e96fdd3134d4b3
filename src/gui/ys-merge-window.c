/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of three columns, field and both records, and below it what will stand. What is typed is read when the button
 * is pressed; what can't be read is said there. */
#include "ys-merge-window.h"

#include <glib/gi18n-lib.h>

#include "ys-facts-parts.h"
#include "ys-fill-card.h"
#include "ys-fill-choice.h"
#include "ys-id.h"
#include "ys-place.h"

struct _YsMergeWindow
{
  AdwWindow parent_instance;
  YsWorkspace *workspace;
  YsStandard *standard; /* unowned */
  YsOccurrence *sides[2];
  YsOccurrence *kept; /* what will stand */
  GtkWidget *keep[2]; /* which one stays */
  GtkWidget *date, *count, *state, *severities, *reason, *refusal, *merge;
};

G_DEFINE_FINAL_TYPE (YsMergeWindow, ys_merge_window, ADW_TYPE_WINDOW)

static guint
get_kept_side (YsMergeWindow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep[0])) ? 0 : 1;
}

/* ---- what will stand ---- */

static void
on_severity (YsFillChoice *choice, const char *value, YsMergeWindow *self)
{
  const char *item = g_object_get_data (G_OBJECT (choice), "item");

  for (guint i = 0; i < self->kept->ticks->len; i++)
    {
      YsTick *tick = g_ptr_array_index (self->kept->ticks, i);
      if (!g_str_equal (tick->item, item))
        continue;
      g_free (tick->severity);
      tick->severity = *value != '\0' ? g_strdup (value) : NULL;
      ys_fill_choice_set_value (choice, value);
    }
}

static void
on_state (YsFillChoice *choice, const char *value, YsMergeWindow *self)
{
  if (ys_verification_from_nick (value, &self->kept->state))
    ys_fill_choice_set_value (choice, value);
}

static GtkWidget *
make_severity (YsMergeWindow *self, const YsTick *tick)
{
  const YsNegativeItem *item = ys_catalogue_get_item (self->standard->catalogue, tick->item);
  const YsNegativeRule *rule = g_ptr_array_index (self->standard->negative, item->index);
  g_autofree char *name = g_strdup_printf (_ ("%s severity"), item->id);
  YsFillChoice *choice = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", name, NULL);

  ys_fill_choice_add (choice, "", _ ("not settled"), NULL);
  for (guint i = 0; i < self->standard->severities->len && i < rule->amounts->len; i++)
    {
      const YsSeverity *severity = g_ptr_array_index (self->standard->severities, i);
      g_autofree char *amount = ys_deduction_dup_text (g_array_index (rule->amounts, YsPoints, i));
      g_autofree char *text = g_strdup_printf ("%s %s", severity->name, amount);
      ys_fill_choice_add (choice, severity->id, text, NULL);
    }
  ys_fill_choice_set_value (choice, tick->severity != NULL ? tick->severity : "");
  g_object_set_data_full (G_OBJECT (choice), "item", g_strdup (tick->item), g_free);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (on_severity), self, 0);
  gtk_widget_set_size_request (GTK_WIDGET (choice), 130, -1);
  return GTK_WIDGET (choice);
}

static void
add_severity (YsMergeWindow *self, const YsTick *tick)
{
  const YsNegativeItem *item = ys_catalogue_get_item (self->standard->catalogue, tick->item);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label;
  g_autofree char *title = g_strdup_printf ("%s %s", item->id, item->name);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, tick->cases);
  g_autofree char *cases = g_strdup_printf (_ ("%s cases in the figure"), number);

  label = ys_fill_label (title, "name");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), item->threshold ? ys_fill_label (cases, "small quiet num") : make_severity (self, tick));
  gtk_box_append (GTK_BOX (self->severities), line);
}

/* The ticks of both, those of the one that stays first. */
static void
begin_kept (YsMergeWindow *self)
{
  guint side = get_kept_side (self);
  g_autoptr (YsOccurrence) other = ys_workspace_copy_occurrence (self->sides[1 - side]);
  g_autofree char *date = NULL, *count = NULL;

  g_clear_pointer (&self->kept, ys_occurrence_free);
  self->kept = ys_workspace_copy_occurrence (self->sides[side]);
  while (other->ticks->len > 0)
    {
      YsTick *tick = g_ptr_array_steal_index (other->ticks, 0);
      if (ys_occurrence_has_item (self->kept, tick->item))
        ys_tick_free (tick);
      else
        g_ptr_array_add (self->kept->ticks, tick);
    }
  date = ys_date_to_text (self->kept->date);
  count = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (self->kept->count, 1));
  gtk_editable_set_text (GTK_EDITABLE (self->date), date);
  gtk_editable_set_text (GTK_EDITABLE (self->count), count);
  ys_fill_choice_set_value (YS_FILL_CHOICE (self->state), ys_verification_nick (self->kept->state));
  ys_fill_clear_box (self->severities);
  for (guint i = 0; i < self->kept->ticks->len; i++)
    add_severity (self, g_ptr_array_index (self->kept->ticks, i));
}

/* ---- merging ---- */

static void
refuse (YsMergeWindow *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), message);
  gtk_widget_set_visible (self->refusal, TRUE);
}

typedef struct
{
  char *merged, *reason;
  YsOccurrence *kept;
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  g_free (merging->merged);
  g_free (merging->reason);
  ys_occurrence_free (merging->kept);
  g_free (merging);
}

static gpointer
merge (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Merging *merging = data;

  return GINT_TO_POINTER (
      ys_workspace_merge_restated (workspace, merging->merged, merging->kept, merging->reason, error));
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsMergeWindow) self = data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gboolean done = GPOINTER_TO_INT (ys_workspace_run_finish (YS_WORKSPACE (source), result, &error));

  if (self->workspace == NULL) /* closed meanwhile */
    return;
  gtk_widget_set_sensitive (self->merge, TRUE);
  if (!done)
    {
      refuse (self, error->message);
      return;
    }
  if (parent != NULL)
    {
      g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_NEGATIVE);
      to->item = g_strdup (self->kept->id);
      ys_go (GTK_WIDGET (parent), to);
      ys_tell (GTK_WIDGET (parent), _ ("Merged: it counts once from now on. Ctrl+Z takes it back."));
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* Takes what was typed; FALSE where something can't be read. */
static gboolean
take_texts (YsMergeWindow *self)
{
  const char *date = gtk_editable_get_text (GTK_EDITABLE (self->date));
  g_autofree char *plain = ys_number_normalize (gtk_editable_get_text (GTK_EDITABLE (self->count)), NULL);
  YsFigure figure;

  self->kept->date = ys_date_parse_typed (date);
  if (self->kept->date == 0 && *date != '\0')
    {
      refuse (self, _ ("This is no date; write it like 2021-12-31."));
      gtk_widget_grab_focus (self->date);
      return FALSE;
    }
  if (plain == NULL || !ys_figure_parse (plain, &figure) || figure.kind != YS_FIGURE_COUNT || figure.numerator < 1)
    {
      refuse (self, _ ("This is no whole number."));
      gtk_widget_grab_focus (self->count);
      return FALSE;
    }
  self->kept->count = figure.numerator;
  return TRUE;
}

static void
on_merge (YsMergeWindow *self)
{
  Merging *merging;

  gtk_widget_set_visible (self->refusal, FALSE);
  if (!take_texts (self))
    return;
  merging = g_new0 (Merging, 1);
  merging->merged = g_strdup (self->sides[1 - get_kept_side (self)]->id);
  merging->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  merging->kept = ys_workspace_copy_occurrence (self->kept);
  gtk_widget_set_sensitive (self->merge, FALSE);
  ys_workspace_run_async (self->workspace, merge, merging, merging_free, NULL, NULL, on_merged, g_object_ref (self));
}

/* ---- side by side ---- */

static GtkWidget *
make_text (const char *text, const char *classes)
{
  GtkWidget *label = ys_fill_label (text, classes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static char *
dup_ticks (const YsMergeWindow *self, const YsOccurrence *occurrence)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < occurrence->ticks->len; i++)
    {
      const YsTick *tick = g_ptr_array_index (occurrence->ticks, i);
      const YsNegativeItem *item = ys_catalogue_get_item (self->standard->catalogue, tick->item);
      const char *severity = ys_standard_get_severity_name (self->standard, tick->severity);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", item->id, item->name);
      if (!item->threshold)
        g_string_append_printf (text, "（%s）", severity != NULL ? severity : _ ("not settled"));
    }
  return g_string_free (text, FALSE);
}

/* The text of row @row for a record. Full. */
static char *
dup_cell (const YsMergeWindow *self, const YsOccurrence *occurrence, guint row)
{
  switch (row)
    {
    case 0:
      return ys_occurrence_dup_date (occurrence);
    case 1:
      return g_strdup (occurrence->summary != NULL ? occurrence->summary : "—");
    case 2:
      return occurrence->has_deaths ? g_strdup_printf ("%" G_GINT64_FORMAT, occurrence->deaths) : g_strdup ("—");
    case 3:
      return dup_ticks (self, occurrence);
    case 4:
      return g_strdup (ys_verification_label (occurrence->state));
    default:
      return g_strdup_printf ("%u", occurrence->citations->len);
    }
}

static GtkWidget *
make_sides (YsMergeWindow *self)
{
  const char *const heads[] = { _ ("Date"), _ ("Summary"), _ ("Deaths"), _ ("Items"), _ ("State"), _ ("Evidence") };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "card");
  gtk_grid_attach (GTK_GRID (grid), make_text (_ ("Stays"), "small quiet"), 0, 0, 1, 1);
  for (int side = 0; side < 2; side++)
    {
      GtkWidget *title = make_text (self->sides[side]->title, "strong");

      self->keep[side] = gtk_check_button_new ();
      gtk_check_button_set_child (GTK_CHECK_BUTTON (self->keep[side]), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep[side]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->sides[side]->title, -1);
      gtk_widget_set_hexpand (self->keep[side], TRUE);
      gtk_grid_attach (GTK_GRID (grid), self->keep[side], side + 1, 0, 1, 1);
      for (guint row = 0; row < G_N_ELEMENTS (heads); row++)
        {
          g_autofree char *text = dup_cell (self, self->sides[side], row);
          gtk_grid_attach (GTK_GRID (grid), make_text (text, "name"), side + 1, (int)row + 1, 1, 1);
        }
    }
  for (guint row = 0; row < G_N_ELEMENTS (heads); row++)
    {
      GtkWidget *head = make_text (heads[row], "small quiet");
      gtk_grid_attach (GTK_GRID (grid), head, 0, (int)row + 1, 1, 1);
    }
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->keep[1]), GTK_CHECK_BUTTON (self->keep[0]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->keep[0]), TRUE);
  g_signal_connect_object (self->keep[0], "toggled", G_CALLBACK (begin_kept), self, G_CONNECT_SWAPPED);
  return grid;
}

/* ---- made and gone ---- */

static GtkWidget *
make_entry (GtkWidget *line, const char *name, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (line), ys_fill_label (name, "small quiet"));
  gtk_box_append (GTK_BOX (line), entry);
  return entry;
}

static GtkWidget *
make_restated (YsMergeWindow *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const YsVerification states[] = { YS_VERIFY_SUSPECTED, YS_VERIFY_CONFIRMED };

  gtk_widget_add_css_class (card, "card");
  self->date = make_entry (line, _ ("Date"), 12);
  self->count = make_entry (line, _ ("Times"), 4);
  self->state = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _ ("State"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    ys_fill_choice_add (YS_FILL_CHOICE (self->state), ys_verification_nick (states[i]),
                        ys_verification_label (states[i]), ys_verification_icon (states[i]));
  gtk_widget_set_size_request (self->state, 120, -1);
  g_signal_connect_object (self->state, "chosen", G_CALLBACK (on_state), self, 0);
  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("State"), "small quiet"));
  gtk_box_append (GTK_BOX (line), self->state);
  gtk_box_append (GTK_BOX (card), line);
  self->severities = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (card), self->severities);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason; it stands in the journal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (on_merge), self);
  gtk_box_append (GTK_BOX (card), self->reason);
  return card;
}

static GtkWidget *
make_foot (YsMergeWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *leave = gtk_button_new_with_label (_ ("Cancel"));

  self->refusal = make_text ("", "small error");
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_widget_set_valign (self->refusal, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->refusal, TRUE);
  self->merge = gtk_button_new_with_label (_ ("Merge"));
  gtk_widget_add_css_class (self->merge, "suggested-action");
  gtk_widget_add_css_class (foot, "foot");
  gtk_widget_set_valign (leave, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->merge, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (leave, GTK_ALIGN_END);
  gtk_widget_set_hexpand (leave, TRUE);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->merge, "clicked", G_CALLBACK (on_merge), self);
  gtk_box_append (GTK_BOX (foot), self->refusal);
  gtk_box_append (GTK_BOX (foot), leave);
  gtk_box_append (GTK_BOX (foot), self->merge);
  return foot;
}

static void
build (YsMergeWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_sides (self));
  gtk_box_append (GTK_BOX (box), ys_fill_label (_ ("What stands after merging"), "h2"));
  gtk_box_append (GTK_BOX (box), make_restated (self));
  gtk_box_append (GTK_BOX (box), make_text (_ ("It takes the items and the evidence of both and deducts once. The other "
                                               "one stays readable and counts nowhere; splitting brings it back."),
                                            "small quiet"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Compare and merge"), -1);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), scroller);
  gtk_box_append (GTK_BOX (all), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), all);
  begin_kept (self);
}

static void
ys_merge_window_dispose (GObject *object)
{
  YsMergeWindow *self = YS_MERGE_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->sides[0], ys_occurrence_free);
  g_clear_pointer (&self->sides[1], ys_occurrence_free);
  g_clear_pointer (&self->kept, ys_occurrence_free);
  G_OBJECT_CLASS (ys_merge_window_parent_class)->dispose (object);
}

static void
ys_merge_window_class_init (YsMergeWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_merge_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_merge_window_init (YsMergeWindow *self)
{
}

void
ys_merge_window_present (GtkWidget *from, const YsNegativeView *view, const char *one, const char *other)
{
  const YsSheetOccurrence *first = ys_negative_view_get_occurrence (view, one);
  const YsSheetOccurrence *second = ys_negative_view_get_occurrence (view, other);
  YsMergeWindow *self;

  g_return_if_fail (first != NULL && second != NULL);
  self = g_object_new (YS_TYPE_MERGE_WINDOW, "title", _ ("Compare and merge"), "modal", TRUE, "default-width", 720,
                       "default-height", 620, "transient-for", gtk_widget_get_root (from), NULL);
  self->workspace = g_object_ref (view->workspace);
  self->standard = view->standard;
  self->sides[0] = ys_workspace_copy_occurrence (first->occurrence);
  self->sides[1] = ys_workspace_copy_occurrence (second->occurrence);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
}
