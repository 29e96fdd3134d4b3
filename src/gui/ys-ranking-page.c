/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page takes one view of a sheet and makes its rows from it; a further figure is scored off the main loop.
 * What is open and what has the focus stays so when a new sheet comes. */
#include "ys-ranking-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-fill-card.h"
#include "ys-output-menu.h"
#include "ys-ranking-bar.h"
#include "ys-ranking-detail.h"
#include "ys-ranking-row.h"
#include "ys-ranking-view.h"
#include "ys-ranking-waiting.h"
#include "ys-settle-window.h"

struct _YsRankingPage
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsRankingView *view; /* NULL before the first sheet */
  GCancellable *scoring;
  YsScoreFigure figure;
  GHashTable *open; /* codes of the units whose rows are open */
  YsRankingColumns columns;
  GtkToggleButton *switches[YS_N_FIGURES];
  GtkWidget *switch_box, *head, *chips, *scroller, *list, *nothing, *waiting_box, *waiting, *waiting_scroller, *legend, *grades;
  GtkLabel *subtitle;
  YsOutputMenu *output;
  double scroll;
  guint scroll_idle;
};

static void ys_ranking_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsRankingPage, ys_ranking_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_ranking_page_iface))

static const char *const figure_nicks[] = { "computed", "self", "decided" };

/* ---- rows ---- */

static YsRankingRow *
find_row (YsRankingPage *self, const char *unit)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (YS_IS_RANKING_ROW (row) && g_strcmp0 (ys_ranking_row_get_unit (YS_RANKING_ROW (row)), unit) == 0)
      return YS_RANKING_ROW (row);
  return NULL;
}

static void
open_row (YsRankingPage *self, YsRankingRow *row)
{
  const char *unit = ys_ranking_row_get_unit (row);
  const YsRankingEntry *entry = ys_ranking_view_get_ranked (self->view, unit);

  ys_ranking_row_set_open (row, TRUE);
  g_hash_table_add (self->open, g_strdup (unit));
  gtk_list_box_insert (GTK_LIST_BOX (self->list), ys_ranking_detail_new (self->view, entry),
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
}

static void
close_row (YsRankingPage *self, YsRankingRow *row)
{
  GtkListBoxRow *detail
      = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  ys_ranking_row_set_open (row, FALSE);
  g_hash_table_remove (self->open, ys_ranking_row_get_unit (row));
  if (detail != NULL && !YS_IS_RANKING_ROW (detail))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (detail));
}

static void
on_row_activated (YsRankingPage *self, GtkListBoxRow *row)
{
  if (!YS_IS_RANKING_ROW (row))
    return;
  if (ys_ranking_row_get_open (YS_RANKING_ROW (row)))
    close_row (self, YS_RANKING_ROW (row));
  else
    open_row (self, YS_RANKING_ROW (row));
}

static void
add_row (YsRankingPage *self, const YsRankingEntry *entry)
{
  GtkWidget *row = ys_ranking_row_new (self->view, entry, &self->columns);

  if (entry->group != NULL)
    g_object_set_data_full (G_OBJECT (row), "group", g_strdup (entry->group), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (g_hash_table_contains (self->open, entry->info->id))
    open_row (self, YS_RANKING_ROW (row));
}

/* The name of a group stands above its first row, where the round has several. */
static void
on_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = g_object_get_data (G_OBJECT (row), "group");

  gtk_list_box_row_set_header (row, group != NULL ? ys_fill_label (group, "item-group") : NULL);
}

/* The unit in whose row the focus is; NULL: none. */
static const char *
get_focused_unit (YsRankingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL && focus != self->list; focus = gtk_widget_get_parent (focus))
    if (YS_IS_RANKING_ROW (focus))
      return ys_ranking_row_get_unit (YS_RANKING_ROW (focus));
  return NULL;
}

static void
show_rows (YsRankingPage *self)
{
  g_autofree char *focused = g_strdup (get_focused_unit (self));
  YsRankingRow *again;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->view->ranked->len; i++)
    add_row (self, g_ptr_array_index (self->view->ranked, i));
  again = focused != NULL ? find_row (self, focused) : NULL;
  if (again != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (again));
}

static void
show_waiting (YsRankingPage *self)
{
  gboolean alone = self->view->ranked->len == 0;

  ys_fill_clear_box (self->waiting);
  for (guint i = 0; i < self->view->waiting->len; i++)
    gtk_box_append (GTK_BOX (self->waiting),
                    ys_ranking_waiting_row_new (self->view, g_ptr_array_index (self->view->waiting, i)));
  gtk_widget_set_visible (self->waiting_box, self->view->waiting->len > 0);
  gtk_widget_set_visible (self->nothing, alone);
  gtk_widget_set_visible (self->scroller, !alone);
  gtk_widget_set_visible (self->head, !alone);
  /* with nothing above them the page is theirs */
  gtk_widget_set_vexpand (self->waiting_scroller, alone);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->waiting_scroller), alone ? -1 : 100);
}

/* ---- head and foot ---- */

static void
add_chip (YsRankingPage *self, const char *kind, char *text, const char *key)
{
  g_autofree char *words = text;
  GtkWidget *chip = ys_fill_label ("", "chip num"), *button;
  YsLocation *to;

  ys_fill_chip_set (chip, kind, words);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  if (key == NULL)
    {
      gtk_box_append (GTK_BOX (self->chips), chip);
      return;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), chip);
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "chip-door", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  to = ys_location_new (YS_PLACE_NEGATIVE);
  to->key = g_strdup (key);
  g_object_set_data_full (G_OBJECT (button), "to", to, (GDestroyNotify)ys_location_free);
  g_signal_connect_data (button, "clicked", G_CALLBACK (ys_go), to, NULL, 0);
  gtk_box_append (GTK_BOX (self->chips), button);
}

static void
show_chips (YsRankingPage *self)
{
  const YsRankingView *view = self->view;

  ys_fill_clear_box (self->chips);
  if (view->open_thresholds > 0)
    add_chip (self, "open",
              g_strdup_printf (ngettext ("… %u threshold figure missing", "… %u threshold figures missing",
                                         view->open_thresholds),
                               view->open_thresholds),
              "filter:open");
  if (view->suspected > 0)
    add_chip (self, "open",
              g_strdup_printf (ngettext ("%u occurrence suspected", "%u occurrences suspected", view->suspected),
                               view->suspected),
              "filter:suspected");
  if (view->open_points > 0)
    add_chip (self, "plain",
              g_strdup_printf (ngettext ("%u scoring point open", "%u scoring points open", view->open_points),
                               view->open_points),
              NULL);
}

static void
show_foot (YsRankingPage *self)
{
  const GPtrArray *grades = self->view->sheet->standard->grades;
  GString *text = g_string_new (_ ("Grades: "));

  for (guint i = 0; i + 1 < grades->len; i++)
    {
      const YsGrade *grade = g_ptr_array_index (grades, i);
      g_autofree char *from = ys_points_to_display (grade->from);
      g_string_append_printf (text, "%s%s ≥ %s", i > 0 ? " · " : "", grade->name, from);
    }
  gtk_label_set_text (GTK_LABEL (self->grades), text->str);
  g_string_free (text, TRUE);
  ys_fill_clear_box (self->legend);
  if (self->view->sheet->units->len > 0)
    gtk_box_append (GTK_BOX (self->legend), ys_ranking_legend_new (g_ptr_array_index (self->view->sheet->units, 0)));
}

static void
show_subtitle (YsRankingPage *self)
{
  static const char *const titles[] = { N_ ("by the computed score, whatever the state · "),
                                        N_ ("by the self score, whatever the state · "), N_ ("by the decided score · ") };
  g_autofree char *text
      = g_strconcat (_ (titles[self->figure]), _ ("of one total the smaller deduction, then the higher base first"), NULL);

  gtk_label_set_text (self->subtitle, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), text);
}

static void
take_sheet (YsRankingPage *self, YsSheet *sheet)
{
  g_clear_pointer (&self->view, ys_ranking_view_free);
  self->view = ys_ranking_view_new (self->workspace, sheet, self->figure);
  show_rows (self);
  show_waiting (self);
  show_chips (self);
  show_foot (self);
  show_subtitle (self);
}

/* ---- which figure ---- */

static gpointer
score (YsWorkspace *workspace, gpointer figure, GCancellable *cancellable, GError **error)
{
  return ys_workspace_score (workspace, (YsScoreFigure)GPOINTER_TO_UINT (figure), TRUE, error);
}

static void
on_scored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsRankingPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSheet) sheet = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (sheet != NULL && self->workspace != NULL && sheet->standard != NULL)
    {
      g_clear_object (&self->scoring);
      take_sheet (self, sheet);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_tell_error (GTK_WIDGET (self), _ ("The ranking could not be computed"), error);
}

/* By the decided score as the states have it; by another one whatever the states, which the workspace scores anew. */
static void
update (YsRankingPage *self)
{
  g_autoptr (YsSheet) sheet = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->scoring);
  g_clear_object (&self->scoring);
  if (self->figure != YS_DECIDED)
    {
      self->scoring = g_cancellable_new ();
      ys_workspace_run_async (self->workspace, score, GUINT_TO_POINTER (self->figure), NULL,
                              (GDestroyNotify)ys_sheet_unref, self->scoring, on_scored, g_object_ref (self));
      return;
    }
  sheet = ys_workspace_dup_sheet (self->workspace);
  if (sheet != NULL)
    take_sheet (self, sheet);
}

static void
on_switched (YsRankingPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < YS_N_FIGURES; i++)
    if (self->switches[i] == button)
      self->figure = (YsScoreFigure)i;
  update (self);
}

static void
on_settle (YsRankingPage *self)
{
  ys_settle_window_present (GTK_WIDGET (self), self->workspace, get_focused_unit (self));
}

static void
on_show_computed (YsRankingPage *self)
{
  gtk_toggle_button_set_active (self->switches[YS_COMPUTED], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->switches[YS_COMPUTED]));
}

static void
make_switches (YsRankingPage *self)
{
  for (guint i = 0; i < YS_N_FIGURES; i++)
    {
      self->switches[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (ys_score_figure_label ((YsScoreFigure)i)));
      if (i > 0)
        gtk_toggle_button_set_group (self->switches[i], self->switches[0]);
      gtk_box_append (GTK_BOX (self->switch_box), GTK_WIDGET (self->switches[i]));
    }
  gtk_toggle_button_set_active (self->switches[YS_DECIDED], TRUE);
  self->figure = YS_DECIDED;
  for (guint i = 0; i < YS_N_FIGURES; i++)
    g_signal_connect_object (self->switches[i], "toggled", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
}

/* ---- the place ---- */

static gboolean
on_scroll_idle (gpointer data)
{
  YsRankingPage *self = data;

  self->scroll_idle = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), self->scroll);
  return G_SOURCE_REMOVE;
}

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsRankingPage *self = YS_RANKING_PAGE (place);
  YsRankingRow *row;

  for (guint i = 0; location->key != NULL && i < YS_N_FIGURES; i++)
    if (g_str_has_prefix (location->key, "figure:")
        && g_str_equal (location->key + strlen ("figure:"), figure_nicks[i]))
      gtk_toggle_button_set_active (self->switches[i], TRUE);
  update (self);
  row = location->item != NULL ? find_row (self, location->item) : NULL;
  if (location->item != NULL && row == NULL)
    g_hash_table_add (self->open, g_strdup (location->item)); /* opened when it comes */
  if (row != NULL && !ys_ranking_row_get_open (row))
    open_row (self, row);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->scroll = location->scroll;
  if (self->scroll > 0 && self->scroll_idle == 0) /* after the rows were laid out */
    self->scroll_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_scroll_idle, self, NULL);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsRankingPage *self = YS_RANKING_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_RANKING);

  here->key = g_strconcat ("figure:", figure_nicks[self->figure], NULL);
  here->item = g_strdup (get_focused_unit (self));
  here->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  return here;
}

static void
print (YsPlace *place)
{
  ys_output_menu_print (YS_RANKING_PAGE (place)->output);
}

static void
ys_ranking_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->print = print;
}

/* ---- made and gone ---- */

static void
ys_ranking_page_dispose (GObject *object)
{
  YsRankingPage *self = YS_RANKING_PAGE (object);

  g_cancellable_cancel (self->scoring);
  g_clear_object (&self->scoring);
  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_object (&self->workspace);
  ys_ranking_columns_clear (&self->columns);
  G_OBJECT_CLASS (ys_ranking_page_parent_class)->dispose (object);
}

static void
ys_ranking_page_finalize (GObject *object)
{
  YsRankingPage *self = YS_RANKING_PAGE (object);

  g_clear_pointer (&self->view, ys_ranking_view_free);
  g_hash_table_unref (self->open);
  G_OBJECT_CLASS (ys_ranking_page_parent_class)->finalize (object);
}

static void
ys_ranking_page_class_init (YsRankingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_ranking_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_ranking_page_finalize;
  g_type_ensure (YS_TYPE_OUTPUT_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, switch_box);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, head);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, waiting_box);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, waiting_scroller);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, legend);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, grades);
  gtk_widget_class_bind_template_child (widget_class, YsRankingPage, output);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_computed);
  gtk_widget_class_bind_template_callback (widget_class, on_settle);
}

static void
ys_ranking_page_init (YsRankingPage *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ys_ranking_columns_init (&self->columns);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->head), ys_ranking_columns_make_head (&self->columns));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), on_header, NULL, NULL);
  make_switches (self);
  g_signal_connect_swapped (self, "map", G_CALLBACK (update), self);
}

GtkWidget *
ys_ranking_page_new (YsWorkspace *workspace)
{
  static const YsOutput outputs[]
      = { YS_OUTPUT_CITY, YS_OUTPUT_RANKING, YS_OUTPUT_SELF_CHECK, YS_OUTPUT_SCORES, YS_OUTPUT_NEGATIVE };
  YsRankingPage *self = g_object_new (YS_TYPE_RANKING_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  ys_output_menu_set_up (self->output, workspace, outputs, G_N_ELEMENTS (outputs));
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
