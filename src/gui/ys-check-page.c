/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 检查报送. Checks come from the overview, which recomputes them after each change for all of the window; what
 * the pane needs besides is gathered here, off the main loop, while the page is in view. */
#include "ys-check-page.h"

#include <glib/gi18n-lib.h>

#include "ys-check-list.h"
#include "ys-check-paper.h"
#include "ys-output-menu.h"
#include "ys-overview.h"
#include "ys-submit-done.h"
#include "ys-submit-pane.h"

struct _YsCheckPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsCheckList *list;
  YsSubmitPane *pane;
  YsSubmitDone *done;
  AdwFlap *flap;
  GtkStack *stack;
  GtkLabel *title, *subtitle;
  GtkWidget *chips, *pane_button;
  YsOutputMenu *output;
  GtkWidget *chip[YS_N_CHECK_GROUPS + 1]; /* the last: all */
  gint64 checked_at;
  gboolean reading, again, has_data;
  YsSubmitData *waiting; /* for the pane, until the list has been drawn for the first time */
  guint frames;          /* that were begun since */
};

static void ys_check_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsCheckPage, ys_check_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_check_page_iface))

/* ---- the list ---- */

static gboolean
is_handed_in (YsCheckPage *self)
{
  YsSubmissionState state = ys_workspace_get_state (self->workspace);

  return state >= YS_SUBMISSION_SUBMITTED && state != YS_SUBMISSION_RETURNED;
}

static void
add_returns (YsCheckPage *self, GPtrArray *rows, const YsSubmitData *data)
{
  const YsCatalogue *catalogue = ys_workspace_get_standard (self->workspace)->catalogue;
  g_autofree char *time = ys_time_to_display (data->returned_at);
  g_autofree char *when = g_strdup_printf (_("handing-in %u, returned %s"), data->returned_revision, time);

  if (data->returned_revision + 1 != ys_workspace_get_revision (self->workspace))
    return; /* what was returned before is settled by handing in again */
  for (guint i = 0; i < data->returns->len; i++)
    {
      const YsReturnReason *reason = g_ptr_array_index (data->returns, i);
      const YsTask *task = reason->task != 0 ? ys_catalogue_get_task (catalogue, reason->task) : NULL;
      g_ptr_array_add (rows, ys_check_row_new_return (reason, task != NULL ? task->title : NULL, when));
    }
}

static void
show_chips (YsCheckPage *self)
{
  for (guint i = 0; i <= YS_N_CHECK_GROUPS; i++)
    {
      guint count = ys_check_list_get_count (self->list, (YsCheckGroup) i);
      const char *title = i == YS_N_CHECK_GROUPS ? _("All") : ys_check_group_title ((YsCheckGroup) i);
      g_autofree char *label = count > 0 ? g_strdup_printf ("%s %u", title, count) : g_strdup (title);
      gtk_button_set_label (GTK_BUTTON (self->chip[i]), label);
      if (i == YS_CHECK_GROUP_RETURNED)
        gtk_widget_set_visible (self->chip[i], count > 0);
    }
}

static void
show_head (YsCheckPage *self, const YsSummary *summary, guint evidence)
{
  gboolean handed_in = is_handed_in (self);
  g_autofree char *time = ys_time_to_display (self->checked_at);
  const char *blank = strchr (time, ' ');
  const YsCatalogue *catalogue = ys_workspace_get_standard (self->workspace)->catalogue;
  guint thresholds = 0;

  for (guint i = 0; i < catalogue->items->len; i++)
    thresholds += ((const YsNegativeItem *) g_ptr_array_index (catalogue->items, i))->threshold;
  g_autofree char *subtitle
    = g_strdup_printf (_("checked at %s · %u tasks, %u thresholds, %u PDFs"), blank != NULL ? blank + 1 : time,
                       summary->tasks, thresholds, evidence);
  gtk_label_set_text (self->title, handed_in ? _("Handed In") : _("Checks before Handing In"));
  gtk_label_set_text (self->subtitle, handed_in ? "" : subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), subtitle);
  gtk_widget_set_visible (self->chips, !handed_in);
}

static GPtrArray *
dup_rows (YsCheckPage *self, const YsSummary *summary, const YsSubmitData *data)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_returns (self, rows, data);
  for (guint i = 0; summary->checks != NULL && i < summary->checks->len; i++)
    g_ptr_array_add (rows, ys_check_row_new_check (g_ptr_array_index (summary->checks, i)));
  return rows;
}

/* List and pane in one frame would keep the window waiting when the page is entered first: the pane comes one later. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  YsCheckPage *self = YS_CHECK_PAGE (widget);
  const YsSummary *summary;

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  summary = self->workspace != NULL ? ys_overview_get_summary (ys_overview_of (self->workspace)) : NULL;
  if (self->waiting != NULL && summary != NULL)
    ys_submit_pane_show (self->pane, self->workspace, g_steal_pointer (&self->waiting), summary->musts);
  return G_SOURCE_REMOVE;
}

static void
show_pane (YsCheckPage *self, YsSubmitData *data, guint musts, gboolean first)
{
  gboolean waits = self->waiting != NULL;

  g_clear_pointer (&self->waiting, ys_submit_data_free);
  if (!first && !waits)
    {
      ys_submit_pane_show (self->pane, self->workspace, data, musts);
      return;
    }
  self->waiting = data;
  if (!waits)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

/* Takes @data. */
static void
show (YsCheckPage *self, YsSubmitData *data)
{
  gboolean first = !self->has_data;
  const YsSummary *summary = ys_overview_get_summary (ys_overview_of (self->workspace));

  if (summary == NULL)
    {
      ys_submit_data_free (data);
      return;
    }
  g_autoptr (GPtrArray) rows = dup_rows (self, summary, data);
  self->has_data = TRUE;
  ys_check_list_set_rows (self->list, rows);
  show_chips (self);
  show_head (self, summary, data->evidence);
  if (is_handed_in (self) && data->package != NULL)
    ys_submit_done_show (self->done, self->workspace, data);
  gtk_stack_set_visible_child_name (self->stack, is_handed_in (self) && data->package != NULL ? "done"
                                                 : rows->len > 0                              ? "list"
                                                                                              : "nothing");
  show_pane (self, data, summary->musts, first);
}

static void read_data (YsCheckPage *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCheckPage) self = user_data;
  YsSubmitData *data = ys_workspace_run_finish (YS_WORKSPACE (source), result, NULL);

  self->reading = FALSE;
  if (self->workspace == NULL)
    g_clear_pointer (&data, ys_submit_data_free);
  if (data != NULL)
    show (self, data);
  if (self->workspace != NULL && self->again)
    read_data (self);
}

static void
read_data (YsCheckPage *self)
{
  self->again = self->reading;
  if (self->reading || ys_overview_get_summary (ys_overview_of (self->workspace)) == NULL)
    return;
  self->reading = TRUE;
  ys_workspace_run_async (self->workspace, ys_submit_data_read, NULL, NULL, (GDestroyNotify) ys_submit_data_free, NULL,
                          on_read, g_object_ref (self));
}

/* New checks come after every change of the workspace. */
static void
on_counted (YsCheckPage *self)
{
  self->checked_at = ys_clock_now ();
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_data (self);
}

/* ---- choosing what to see ---- */

static void
on_chip (GtkToggleButton *chip, YsCheckPage *self)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  for (guint i = 0; i <= YS_N_CHECK_GROUPS; i++)
    if (self->chip[i] == GTK_WIDGET (chip))
      ys_check_list_set_filter (self->list, (YsCheckGroup) i);
}

static YsPaper *
make_paper (GtkWidget *page)
{
  YsCheckPage *self = YS_CHECK_PAGE (page);

  return self->has_data ? ys_check_paper_new (self->workspace, ys_check_list_get_rows (self->list)) : NULL;
}

static void
on_go_on (YsCheckPage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ys_submit_pane_focus_act (self->pane);
}

static void
on_folded (YsCheckPage *self)
{
  gtk_widget_set_visible (self->pane_button, adw_flap_get_folded (self->flap));
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCheckPage *self = YS_CHECK_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsCheckPage *self = YS_CHECK_PAGE (place);

  for (guint i = 0; location->key != NULL && i < YS_N_CHECK_GROUPS; i++)
    {
      g_autofree char *key = g_strconcat ("filter:", ys_check_group_nick ((YsCheckGroup) i), NULL);
      if (g_str_equal (location->key, key))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[i]), TRUE);
    }
  ys_check_list_set_scroll (self->list, location->scroll);
  read_data (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsCheckPage *self = YS_CHECK_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_CHECK);

  for (guint i = 0; i < YS_N_CHECK_GROUPS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chip[i])))
      here->key = g_strconcat ("filter:", ys_check_group_nick ((YsCheckGroup) i), NULL);
  here->scroll = ys_check_list_get_scroll (self->list);
  return here;
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsCheckPage *self = YS_CHECK_PAGE (place);
  GtkWidget *const panes[] = { GTK_WIDGET (self->stack), GTK_WIDGET (self->pane) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int next = (focus != NULL && gtk_widget_is_ancestor (focus, panes[1]) ? 1 : 0) + (backward ? -1 : 1);

  if (next == 1 && adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  return next >= 0 && next < (int) G_N_ELEMENTS (panes) && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD);
}

static void
print (YsPlace *place)
{
  ys_output_menu_print (YS_CHECK_PAGE (place)->output);
}

static void
ys_check_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->next_pane = next_pane;
  iface->print = print;
}

/* ---- made and gone ---- */

static void
ys_check_page_dispose (GObject *object)
{
  YsCheckPage *self = YS_CHECK_PAGE (object);

  g_clear_pointer (&self->waiting, ys_submit_data_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_check_page_parent_class)->dispose (object);
}

static void
ys_check_page_class_init (YsCheckPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_check_page_dispose;
  g_type_ensure (YS_TYPE_CHECK_LIST);
  g_type_ensure (YS_TYPE_OUTPUT_MENU);
  g_type_ensure (YS_TYPE_SUBMIT_PANE);
  g_type_ensure (YS_TYPE_SUBMIT_DONE);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, pane);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, done);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, flap);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, output);
  gtk_widget_class_bind_template_child (widget_class, YsCheckPage, pane_button);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on);
}

/* The chip of all stands first. */
static void
make_chips (YsCheckPage *self)
{
  for (int i = YS_N_CHECK_GROUPS; i >= 0; i--)
    {
      self->chip[i] = gtk_toggle_button_new ();
      if (i < YS_N_CHECK_GROUPS)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[i]),
                                     GTK_TOGGLE_BUTTON (self->chip[YS_N_CHECK_GROUPS]));
      gtk_box_prepend (GTK_BOX (self->chips), self->chip[i]);
      g_signal_connect_object (self->chip[i], "toggled", G_CALLBACK (on_chip), self, 0);
    }
  gtk_box_reorder_child_after (GTK_BOX (self->chips), self->chip[YS_N_CHECK_GROUPS], NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[YS_N_CHECK_GROUPS]), TRUE);
}

static void
ys_check_page_init (YsCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_chips (self);
  show_chips (self);
  gtk_label_set_text (self->title, _("Checks before Handing In"));
  self->checked_at = ys_clock_now ();
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ys_check_page_new (YsWorkspace *workspace)
{
  static const YsOutput outputs[] = { YS_OUTPUT_PAPER, YS_OUTPUT_SELF_CHECK, YS_OUTPUT_SCORES, YS_OUTPUT_NEGATIVE };
  YsCheckPage *self = g_object_new (YS_TYPE_CHECK_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  ys_output_menu_set_paper (self->output, _("Check List"), make_paper, GTK_WIDGET (self));
  ys_output_menu_set_up (self->output, workspace, outputs, G_N_ELEMENTS (outputs));
  g_signal_connect_object (ys_overview_of (workspace), "changed", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
