/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk: the next deadline with one main button, what is still to be done, totals, parts, packages.
 * It is gathered anew off the main loop after each change, and only while it is in view. */
#include "ys-desk-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-config.h"
#include "ys-debug.h"
#include "ys-desk-city.h"
#include "ys-desk-lines.h"
#include "ys-desk-totals.h"
#include "ys-desk-upper.h"
#include "ys-output-menu.h"
#include "ys-places.h"
#include "ys-sheet-window.h"

struct _YsDeskPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GSettings *settings;
  GtkScrolledWindow *scrolled;
  GtkLabel *days, *days_unit, *deadline, *deadline_detail;
  GtkWidget *main_button;
  YsOutputMenu *output;
  YsDeskSection *to_do, *returned, *changed, *parts, *packages, *units;
  YsDeskTotals *totals;
  GtkBox *left, *right;
  YsDeskData *data;
  YsLocation *main_jump; /* where the main button leads */
  double wanted_scroll;
  gboolean reading, again, told;
};

static void ys_desk_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsDeskPage, ys_desk_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_desk_page_place_init))

/* ---- deadline ---- */

/* The task to go on with: the one that was open last if there is work on it, else the first unfinished. */
static guint
task_to_go_on (YsDeskPage *self, const YsSummary *summary)
{
  guint last = (guint) g_settings_get_int (self->settings, "selected-task");
  const YsSheetUnit *own = self->data != NULL ? self->data->own : NULL;
  const YsSheetTask *task = own != NULL && last != 0 ? ys_sheet_unit_get_task (own, last) : NULL;

  if (task != NULL && task->applicable && own->submission != NULL
      && ys_task_is_unfinished (ys_submission_get_item (own->submission, last)))
    return last;
  return summary->first_unfinished;
}

static void
set_main (YsDeskPage *self, char *label, YsLocation *to)
{
  g_clear_pointer (&self->main_jump, ys_location_free);
  self->main_jump = to;
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->main_button), label);
  gtk_widget_set_visible (self->main_button, to != NULL && ys_places_get (to->place) != NULL);
  g_free (label);
}

/* Nothing more to do for the county until the city answers. */
static gboolean
is_handed_in (YsDeskPage *self)
{
  YsSubmissionState state = ys_workspace_get_state (self->workspace);

  return ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY && state != YS_SUBMISSION_DRAFT
         && state != YS_SUBMISSION_PENDING && state != YS_SUBMISSION_APPROVED;
}

static void
show_main (YsDeskPage *self, const YsSummary *summary)
{
  YsOfficeKind office = ys_workspace_get_office (self->workspace);
  guint task;

  if (summary == NULL)
    set_main (self, NULL, NULL);
  else if (office == YS_OFFICE_CITY && summary->review[YS_MATRIX_WAITING] > 0)
    {
      YsLocation *to = ys_location_new (YS_PLACE_ASSESS);
      to->key = g_strdup ("filter:waiting");
      set_main (self, g_strdup (_("Go On with the Review")), to);
    }
  else if (office != YS_OFFICE_COUNTY)
    set_main (self, g_strdup (_("Look at Packages")), ys_location_new (YS_PLACE_REGISTER));
  else if (ys_workspace_can_edit (self->workspace, NULL) && (task = task_to_go_on (self, summary)) != 0)
    set_main (self, g_strdup_printf (_("Go On with Task %u"), task), ys_location_new_task (task, NULL));
  else if (is_handed_in (self))
    set_main (self, g_strdup (_("Look at Packages")), ys_location_new (YS_PLACE_REGISTER));
  else
    set_main (self, g_strdup (_("Check and Hand In")), ys_location_new (YS_PLACE_CHECK));
}

static char *
dup_deadline_detail (YsDeskPage *self, const YsSummary *summary)
{
  if (summary == NULL)
    return g_strdup ("");
  if (ys_workspace_get_office (self->workspace) != YS_OFFICE_COUNTY)
    return g_strdup_printf (_("%u of %u submissions received"), summary->received, summary->units);
  if (is_handed_in (self))
    return g_strdup_printf (_("Revision %u: %s"), ys_workspace_get_revision (self->workspace),
                            ys_submission_state_label (ys_workspace_get_state (self->workspace)));
  if (summary->unfinished == 0 && summary->musts == 0)
    return g_strdup (_("Everything is filled in; it can be approved and handed in"));
  if (ys_workspace_get_assessment (self->workspace)->closing < ys_clock_today ())
    return summary->musts == 0
             ? g_strdup_printf (_("%u tasks unfinished"), summary->unfinished)
             : g_strdup_printf (_("%u tasks unfinished, %u to be put right"), summary->unfinished, summary->musts);
  if (summary->musts == 0)
    return g_strdup_printf (_("%u tasks unfinished; leave time for approval"), summary->unfinished);
  return g_strdup_printf (_("%u tasks unfinished, %u to be put right; leave time for approval"), summary->unfinished,
                          summary->musts);
}

/* Above the cities no day presses. */
static void
show_upper (YsDeskPage *self, const YsSummary *summary)
{
  g_auto (YsDeskUpperHead) head = { 0 };

  ys_desk_upper_get_head (summary, &head);
  gtk_label_set_text (self->days, head.figure);
  gtk_label_set_text (self->days_unit, head.unit);
  gtk_label_set_text (self->deadline, head.title);
  gtk_label_set_text (self->deadline_detail, head.detail);
  set_main (self, g_steal_pointer (&head.label), g_steal_pointer (&head.to));
  gtk_widget_set_visible (self->main_button, TRUE);
}

static void
show_deadline (YsDeskPage *self, const YsSummary *summary)
{
  YsDate closing = ys_workspace_get_assessment (self->workspace)->closing, today = ys_clock_today ();
  g_autofree char *day = ys_date_to_text (closing);
  g_autofree char *detail = dup_deadline_detail (self, summary);
  g_autofree char *days = g_strdup_printf ("%u", closing >= today ? closing - today : today - closing);
  g_autofree char *title = NULL;

  if (is_handed_in (self))
    title = g_strdup (_("The self-check is handed in"));
  else if (ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY)
    title = g_strdup_printf (closing >= today ? _("Hand in the self-check by %s") : _("The self-check was due by %s"), day);
  else
    title = g_strdup_printf (closing >= today ? _("Counties hand in by %s") : _("Counties were to hand in by %s"), day);
  gtk_label_set_text (self->days, days);
  gtk_label_set_text (self->days_unit, closing >= today ? _("days") : _("days over"));
  gtk_label_set_text (self->deadline, title);
  gtk_label_set_text (self->deadline_detail, detail);
  show_main (self, summary);
}

/* ---- totals ---- */

static void
show_total (YsDeskPage *self, YsScoreFigure which, gboolean has, const char *note)
{
  static const char *const names[] = { N_ ("Computed"), N_ ("Self score"), N_ ("Decided") };
  const YsSheetUnit *own = self->data->own;
  g_autofree char *figure = has ? ys_points_to_display (own->total_by_figure[which]) : g_strdup ("—");

  ys_desk_totals_set (self->totals, which, _ (names[which]), figure, note);
}

static gboolean
has_self_scores (const YsSheetUnit *own)
{
  for (guint i = 0; own->submission != NULL && i < own->submission->items->len; i++)
    if (((const YsItem *) g_ptr_array_index (own->submission->items, i))->self->len > 0)
      return TRUE;
  return FALSE;
}

static void
show_county_totals (YsDeskPage *self)
{
  const YsSheetUnit *own = self->data->own;
  const YsStandard *standard = ys_workspace_get_standard (self->workspace);
  YsPoints gap = own->total_by_figure[YS_SELF] - own->total_by_figure[YS_COMPUTED];
  g_autofree char *maximum = ys_points_to_short (standard->maximum);
  g_autofree char *aside = g_strdup_printf (_("of %s"), maximum);
  g_autofree char *size = ys_points_to_display (ABS (gap));
  g_autofree char *note = NULL;
  gboolean has_self = has_self_scores (own);
  gboolean decided = own->state == YS_SUBMISSION_SCORED || own->state == YS_SUBMISSION_FINAL;

  ys_desk_totals_set_title (self->totals, _("Total"), aside);
  show_total (self, YS_COMPUTED, TRUE, standard->sample ? _("under the sample standard") : _("by the standard"));
  if (has_self)
    note = gap == 0 ? g_strdup (_("as computed"))
                    : g_strdup_printf (gap > 0 ? _("%s above the computed") : _("%s below the computed"), size);
  show_total (self, YS_SELF, has_self, has_self ? note : _("none given yet"));
  show_total (self, YS_DECIDED, decided, decided ? _("by the city") : _("given by the city's review"));
}

static void
show_totals (YsDeskPage *self, const YsSummary *summary)
{
  gboolean city = ys_workspace_get_office (self->workspace) == YS_OFFICE_CITY;
  gboolean has = self->data != NULL && self->data->sheet != NULL && (city || self->data->own != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->totals), has);
  if (has && city)
    ys_desk_city_show_totals (self->totals, self->data->sheet, summary);
  else if (has)
    show_county_totals (self);
  if (has && !self->told) /* what the measurement of the start waits for */
    ys_debug (YS_DEBUG_GUI, "the desk shows its totals");
  self->told |= has;
}

static void
on_total (YsDeskPage *self, guint which)
{
  static const YsPlaceId places[] = { YS_PLACE_REGISTER, YS_PLACE_ASSESS, YS_PLACE_RANKING };

  if (ys_workspace_get_office (self->workspace) == YS_OFFICE_CITY)
    {
      g_autoptr (YsLocation) to = ys_location_new (places[which]);
      ys_go (GTK_WIDGET (self), to);
    }
  else if (self->data != NULL && self->data->own != NULL)
    gtk_window_present (ys_sheet_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->data->sheet,
                                             self->data->own, which));
}

/* ---- all of it ---- */

/* Tasks done of all: what the bars of the parts come to together. */
static void
show_progress (YsDeskPage *self)
{
  g_autoptr (GArray) parts = NULL;
  guint done = 0, all = 0;

  if (self->data == NULL || self->data->own == NULL)
    return;
  parts = ys_chart_parts_from_sheet (self->data->own);
  for (guint i = 0; i < parts->len; i++)
    {
      done += g_array_index (parts, YsChartPart, i).done;
      all += g_array_index (parts, YsChartPart, i).all;
    }
  g_autofree char *progress = g_strdup_printf (_("%u/%u tasks"), done, all);
  ys_desk_section_set_aside (self->parts, progress);
  ys_desk_section_set_note (self->parts, _("Thick: points got; thin: tasks done"));
}

static void
show_of_city (YsDeskPage *self)
{
  g_autofree char *note = ys_desk_city_dup_note (ys_workspace_get_standard (self->workspace));

  ys_desk_section_take_lines (self->units, ys_desk_city_counties (self->workspace, self->data), NULL);
  ys_desk_section_set_note (self->units, note);
  ys_desk_section_take_lines (self->parts, ys_desk_city_parts (self->data), NULL);
  ys_desk_section_set_aside (self->parts, _("all counties received together"));
  ys_desk_section_set_note (self->parts, _("Thick: points got; thin: points decided"));
}

static void
show (YsDeskPage *self)
{
  const YsSummary *summary = ys_overview_get_summary (ys_overview_of (self->workspace));

  if (ys_desk_is_upper (self->workspace))
    show_upper (self, summary);
  else
    show_deadline (self, summary);
  show_totals (self, summary);
  ys_desk_section_take_lines (self->to_do, ys_desk_lines_to_do (self->workspace, summary, self->data),
                              summary != NULL ? _("Nothing is left to be done here.") : NULL);
  ys_desk_section_take_lines (self->returned, ys_desk_lines_returned (self->workspace, self->data), NULL);
  ys_desk_section_take_lines (self->changed, ys_desk_lines_changed (self->workspace, self->data), NULL);
  ys_desk_section_take_lines (self->packages, ys_desk_lines_packages (self->workspace, self->data),
                              self->data != NULL ? _("No package was sent or received yet.") : NULL);
  if (ys_workspace_get_office (self->workspace) == YS_OFFICE_CITY)
    show_of_city (self);
  else
    {
      ys_desk_section_take_lines (self->parts, ys_desk_lines_parts (self->workspace, self->data), NULL);
      ys_desk_section_take_lines (self->units, ys_desk_upper_dossiers (self->workspace), NULL);
      show_progress (self);
    }
  if (self->data != NULL && self->data->returned_revision > 0)
    {
      g_autofree char *aside = g_strdup_printf (_("draft %u"), self->data->returned_revision);
      ys_desk_section_set_aside (self->returned, aside);
    }
}

static void read_data (YsDeskPage *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsDeskPage) self = data;
  g_autoptr (GError) error = NULL;
  YsDeskData *read = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  self->reading = FALSE;
  if (self->workspace == NULL)
    {
      g_clear_pointer (&read, ys_desk_data_free);
      return;
    }
  if (read != NULL)
    {
      g_clear_pointer (&self->data, ys_desk_data_free);
      self->data = read;
      show (self);
    }
  else if (error != NULL)
    ys_tell_error (GTK_WIDGET (self), _("The desk could not be read"), error);
  if (self->wanted_scroll > 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), self->wanted_scroll);
  self->wanted_scroll = 0;
  if (self->again)
    read_data (self);
}

static void
read_data (YsDeskPage *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  ys_workspace_run_async (self->workspace, ys_desk_data_read, NULL, NULL, (GDestroyNotify) ys_desk_data_free, NULL,
                          on_read, g_object_ref (self));
}

/* New counts come after every change, so they are the sign to gather the rest too. */
static void
on_counted (YsDeskPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_data (self);
}

static void
on_main (YsDeskPage *self)
{
  if (self->main_jump != NULL)
    ys_go (GTK_WIDGET (self), self->main_jump);
  else if (ys_desk_is_upper (self->workspace))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", NULL);
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsDeskPage *self = YS_DESK_PAGE (place);

  self->wanted_scroll = location->scroll;
  read_data (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsLocation *here = ys_location_new (YS_PLACE_DESK);

  here->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (YS_DESK_PAGE (place)->scrolled));
  return here;
}

static void
print (YsPlace *place)
{
  ys_output_menu_print (YS_DESK_PAGE (place)->output);
}

static void
ys_desk_page_place_init (YsPlaceInterface *iface)
{
  iface->print = print;
  iface->show_location = show_location;
  iface->dup_location = dup_location;
}

static void
ys_desk_page_dispose (GObject *object)
{
  YsDeskPage *self = YS_DESK_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->data, ys_desk_data_free);
  g_clear_pointer (&self->main_jump, ys_location_free);
  G_OBJECT_CLASS (ys_desk_page_parent_class)->dispose (object);
}

static void
ys_desk_page_class_init (YsDeskPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_desk_page_dispose;
  g_type_ensure (YS_TYPE_DESK_SECTION);
  g_type_ensure (YS_TYPE_DESK_TOTALS);
  g_type_ensure (YS_TYPE_OUTPUT_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, days);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, days_unit);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, deadline);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, deadline_detail);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, main_button);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, output);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, to_do);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, returned);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, changed);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, parts);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, packages);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, units);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, totals);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, left);
  gtk_widget_class_bind_template_child (widget_class, YsDeskPage, right);
  gtk_widget_class_bind_template_callback (widget_class, on_main);
  gtk_widget_class_bind_template_callback (widget_class, on_total);
}

static void
ys_desk_page_init (YsDeskPage *self)
{
  self->settings = g_settings_new (YS_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_desk_section_set_title (self->to_do, _("Still to Be Done"));
  ys_desk_section_set_title (self->returned, _("Returned"));
  ys_desk_section_set_title (self->changed, _("Last Changed"));
  ys_desk_section_set_title (self->parts, _("Progress by Part"));
  ys_desk_section_set_title (self->packages, _("Packages"));
  ys_desk_section_set_jump (self->packages, _("All Packages"), ys_location_new (YS_PLACE_REGISTER));
  ys_desk_section_set_title (self->units, _("Totals of the Counties"));
}

static void
move_left (YsDeskPage *self, YsDeskSection *section)
{
  g_object_ref (section);
  gtk_box_remove (self->right, GTK_WIDGET (section));
  gtk_box_append (self->left, GTK_WIDGET (section));
  g_object_unref (section);
}

/* A city's counties fill the right column. */
static void
arrange (YsDeskPage *self)
{
  if (ys_desk_is_upper (self->workspace))
    ys_desk_section_set_title (self->units, _("Dossiers"));
  if (ys_workspace_get_office (self->workspace) != YS_OFFICE_CITY)
    return;
  ys_desk_section_set_title (self->parts, _("Points and Review by Part"));
  move_left (self, self->parts);
  move_left (self, self->packages);
}

static void
offer_outputs (YsDeskPage *self)
{
  static const YsOutput of_county[] = { YS_OUTPUT_SELF_CHECK, YS_OUTPUT_SCORES, YS_OUTPUT_NEGATIVE };
  static const YsOutput of_city[] = { YS_OUTPUT_CITY, YS_OUTPUT_RANKING, YS_OUTPUT_SELF_CHECK, YS_OUTPUT_SCORES,
                                      YS_OUTPUT_NEGATIVE };
  YsOfficeKind office = ys_workspace_get_office (self->workspace);

  gtk_widget_set_visible (GTK_WIDGET (self->output), office == YS_OFFICE_COUNTY || office == YS_OFFICE_CITY);
  if (office == YS_OFFICE_COUNTY)
    ys_output_menu_set_up (self->output, self->workspace, of_county, G_N_ELEMENTS (of_county));
  else if (office == YS_OFFICE_CITY)
    ys_output_menu_set_up (self->output, self->workspace, of_city, G_N_ELEMENTS (of_city));
}

GtkWidget *
ys_desk_page_new (YsWorkspace *workspace)
{
  YsDeskPage *self = g_object_new (YS_TYPE_DESK_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  offer_outputs (self);
  arrange (self);
  g_signal_connect_object (ys_overview_of (workspace), "changed", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
