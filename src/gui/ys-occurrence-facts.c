/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields bound to the form keys of an occurrence, and two lists of checks behind buttons or in a line. */
#include "ys-occurrence-facts.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"
#include "ys-fill-choice.h"

static const struct
{
  const char *field, *title, *placeholder;
  gboolean multiline, numeric;
  int column, row, width;
} places[] = {
  { "title", N_ ("What happened"), NULL, FALSE, FALSE, 0, 0, 3 },
  { "date", N_ ("Date"), N_ ("like 2021-12-31"), FALSE, FALSE, 0, 1, 1 },
  { "count", N_ ("Times"), "1", FALSE, TRUE, 1, 1, 1 },
  { "deaths", N_ ("Deaths"), NULL, FALSE, TRUE, 2, 1, 1 },
  { "summary", N_ ("Summary"), NULL, TRUE, FALSE, 0, 2, 3 },
};

struct _YsOccurrenceFacts
{
  GtkBox parent_instance;
  YsEntryField *fields[G_N_ELEMENTS (places)]; /* unowned */
  GtkWidget *county, *factors, *also, *also_list; /* @county: the city chooses it for a new one */
  gboolean showing; /* checks are being set by the program */
};

G_DEFINE_FINAL_TYPE (YsOccurrenceFacts, ys_occurrence_facts, GTK_TYPE_BOX)

/* ---- checks ---- */

static void
on_check (GtkCheckButton *check, YsOccurrenceFacts *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  gboolean is_factor = gtk_widget_is_ancestor (GTK_WIDGET (check), self->factors);

  if (!self->showing)
    ys_occurrence_edit_from (GTK_WIDGET (self),
                             is_factor ? YS_OCCURRENCE_EDIT_FACTOR : YS_OCCURRENCE_EDIT_ALSO, id, NULL,
                             gtk_check_button_get_active (check));
}

static void
add_check (YsOccurrenceFacts *self, GtkWidget *box, const char *id, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), check);
}

static void
show_checks (YsOccurrenceFacts *self, GtkWidget *box, const GStrv names, gboolean sensitive)
{
  self->showing = TRUE;
  for (GtkWidget *at = gtk_widget_get_first_child (box); at != NULL; at = gtk_widget_get_next_sibling (at))
    {
      const char *id = g_object_get_data (G_OBJECT (at), "id");
      if (id == NULL)
        continue;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (at),
                                   names != NULL && g_strv_contains ((const char *const *)names, id));
      gtk_widget_set_sensitive (at, sensitive);
    }
  self->showing = FALSE;
}

/* Factors and units are those of the round: made once. */
static void
make_checks (YsOccurrenceFacts *self, const YsNegativeView *page)
{
  const GPtrArray *factors = page->standard->factors, *units = page->assessment->units;

  if (gtk_widget_get_first_child (self->also_list) != NULL)
    return;
  for (guint i = 0; i < factors->len; i++)
    {
      const YsFactor *factor = g_ptr_array_index (factors, i);
      g_autofree char *name = g_strdup_printf ("%s ×%u.%02u", factor->name, factor->permille / 1000,
                                               factor->permille % 1000 / 10);
      add_check (self, self->factors, factor->id, name);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->factors), factors->len > 0);
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      if (unit->kind == YS_OFFICE_COUNTY
          && g_strcmp0 (unit->id, ys_workspace_get_unit (page->workspace)) != 0)
        add_check (self, self->also_list, unit->id, unit->name);
    }
  for (guint i = 0; page->is_city && i < page->counties->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (page->counties, i);
      ys_fill_choice_add (YS_FILL_CHOICE (self->county), unit->id, unit->name, NULL);
    }
}

static void
show_also (YsOccurrenceFacts *self, const YsOccurrenceView *view)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; view->occurrence->also != NULL && view->occurrence->also[i] != NULL; i++)
    {
      const YsUnitInfo *unit = ys_assessment_get_unit (view->page->assessment, view->occurrence->also[i]);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                              unit != NULL ? unit->name : view->occurrence->also[i]);
    }
  if (names->len == 0)
    g_string_append (names, _ ("no other"));
  g_autofree char *text = g_string_free (names, FALSE);
  g_autofree char *name = g_strdup_printf (_ ("Other counties concerned: %s"), text);
  GtkWidget *label = gtk_menu_button_get_child (GTK_MENU_BUTTON (self->also));
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->also)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- shown ---- */

void
ys_occurrence_facts_build (YsOccurrenceFacts *self, const YsOccurrenceView *view)
{
  make_checks (self, view->page);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *key = ys_occurrence_view_dup_key (view, places[i].field);
      ys_entry_field_bind (self->fields[i], view->page->workspace, 0, key, _ (places[i].title));
    }
}

/* Whose it is; the other counties that it concerns are others. */
static void
show_county (YsOccurrenceFacts *self, const YsOccurrenceView *view)
{
  const char *own = view->occurrence->unit;

  gtk_widget_set_visible (gtk_widget_get_parent (self->county), view->page->is_city && view->shown == NULL);
  ys_fill_choice_set_value (YS_FILL_CHOICE (self->county), own != NULL ? own : "");
  for (GtkWidget *at = gtk_widget_get_first_child (self->also_list); at != NULL; at = gtk_widget_get_next_sibling (at))
    gtk_widget_set_visible (at, g_strcmp0 (g_object_get_data (G_OBJECT (at), "id"), own) != 0);
}

void
ys_occurrence_facts_update (YsOccurrenceFacts *self, const YsOccurrenceView *view)
{
  show_county (self, view);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    ys_entry_field_set_editable (self->fields[i], view->can_edit);
  show_checks (self, self->factors, view->occurrence->factors, view->can_edit);
  show_checks (self, self->also_list, view->occurrence->also, view->can_edit);
  show_also (self, view);
}

void
ys_occurrence_facts_focus_title (YsOccurrenceFacts *self)
{
  ys_entry_field_reveal (self->fields[0]);
}

/* ---- made ---- */

static void
add_field (YsOccurrenceFacts *self, GtkGrid *grid, gsize i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *field = ys_entry_field_new (places[i].multiline);

  self->fields[i] = YS_ENTRY_FIELD (field);
  if (places[i].numeric)
    ys_entry_field_set_numeric (self->fields[i], TRUE);
  if (places[i].multiline)
    {
      gtk_widget_add_css_class (field, "reason");
      gtk_widget_set_size_request (field, -1, 72);
    }
  if (places[i].placeholder != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (ys_entry_field_get_input (self->fields[i])),
                                    _ (places[i].placeholder));
  gtk_box_append (GTK_BOX (box), ys_fill_label (_ (places[i].title), "small quiet"));
  gtk_box_append (GTK_BOX (box), field);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_grid_attach (grid, box, places[i].column, places[i].row, places[i].width, 1);
}

static void
make_also (YsOccurrenceFacts *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *popover = gtk_popover_new ();
  GtkWidget *label = ys_fill_label ("", "name"), *scroller = gtk_scrolled_window_new ();

  self->also_list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->also_list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  self->also = gtk_menu_button_new ();
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->also), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->also), popover);
  gtk_widget_add_css_class (self->also, "jump-menu");
  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("Other counties concerned"), "small quiet"));
  gtk_box_append (GTK_BOX (line), self->also);
  gtk_box_append (GTK_BOX (self), line);
}

static void
on_county (YsOccurrenceFacts *self, const char *unit)
{
  ys_occurrence_edit_from (GTK_WIDGET (self), YS_OCCURRENCE_EDIT_UNIT, NULL, unit, TRUE);
}

static void
make_county (YsOccurrenceFacts *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->county = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _ ("County"), NULL);
  gtk_widget_set_hexpand (self->county, TRUE);
  g_signal_connect_object (self->county, "chosen", G_CALLBACK (on_county), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("County"), "small quiet"));
  gtk_box_append (GTK_BOX (line), self->county);
  gtk_box_append (GTK_BOX (self), line);
}

static void
ys_occurrence_facts_class_init (YsOccurrenceFactsClass *class)
{
}

static void
ys_occurrence_facts_init (YsOccurrenceFacts *self)
{
  GtkWidget *grid = gtk_grid_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  make_county (self);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    add_field (self, GTK_GRID (grid), i);
  gtk_box_append (GTK_BOX (self), grid);
  self->factors = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_box_append (GTK_BOX (line), ys_fill_label (_ ("Factors"), "small quiet"));
  gtk_box_append (GTK_BOX (line), self->factors);
  gtk_box_append (GTK_BOX (self), line);
  make_also (self);
}
