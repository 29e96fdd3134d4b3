/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page reads its dossier once and its queue after every change, off the main loop; queue, record and pane each renew
 * themselves in place, so that one goes on where one is. */
#include "ys-examine-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-error-dialog.h"
#include "ys-examine-pane.h"
#include "ys-examine-queue.h"
#include "ys-examine-record.h"
#include "ys-pane-holder.h"
#include "ys-width-watch.h"

/* From this width of the window up list and pane are broader. */
#define WIDTH_WIDE 1600
#define QUEUE_USUAL 306
#define QUEUE_WIDE 400
#define PANE_USUAL 372
#define PANE_WIDE 500
/* The record needs this much, or the pane folds. */
#define RECORD_LEAST 500

struct _YsExaminePage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkStack *stack;
  AdwFlap *flap;
  GtkWidget *content, *empty_page, *failed_page, *show_pane;
  YsExamineQueue *queue;
  YsPaneHolder *queue_holder, *pane_holder;
  YsExamineRecord *record;
  YsExaminePane *pane;
  YsExamineData *data;  /* NULL before the first reading */
  char *dossier, *unit; /* id of the chosen one, else the newest that has the unit; NULL: the newest */
  YsLocation *wanted;   /* to be shown once there is a queue */
  gboolean reading, again, wants_focus;
};

static void ys_examine_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsExaminePage, ys_examine_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_examine_page_place_init))

/* ---- the row in view ---- */

static void
show_row (YsExaminePage *self)
{
  YsExamineRow *row = ys_examine_queue_get_selected (self->queue);

  if (row == NULL)
    return;
  ys_examine_record_show (self->record, row);
  ys_examine_pane_show (self->pane, row);
}

static void
reveal_pane (YsExaminePage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_activated (YsExaminePage *self)
{
  reveal_pane (self);
  ys_examine_pane_begin (self->pane);
}

static void
on_verdict (YsExaminePage *self, int verdict)
{
  reveal_pane (self);
  ys_examine_pane_choose (self->pane, (YsOpinionVerdict) verdict);
}

static void
step (YsExaminePage *self, gboolean backward)
{
  if (!ys_examine_queue_step (self->queue, backward, FALSE))
    ys_tell (GTK_WIDGET (self), backward ? _ ("This is the first of the queue.") : _ ("This is the last of the queue."));
}

static void
on_record_step (YsExaminePage *self, int direction)
{
  step (self, direction < 0);
}

static void
on_unit (YsExaminePage *self, const char *unit)
{
  ys_examine_queue_select (self->queue, unit, 0, NULL);
  ys_examine_queue_focus_list (self->queue);
}

static void
on_aimed (YsExaminePage *self, const char *point)
{
  ys_examine_pane_aim (self->pane, point);
}

/* The next that nothing was said of yet; of a whole queue that is done the one after. */
static void
on_next (YsExaminePage *self)
{
  if (ys_examine_queue_step (self->queue, FALSE, TRUE) || ys_examine_queue_step (self->queue, FALSE, FALSE))
    ys_examine_pane_begin (self->pane);
  else
    ys_tell (GTK_WIDGET (self), _ ("This is the last of the queue."));
}

static void
on_back (YsExaminePage *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  ys_examine_queue_focus_list (self->queue);
}

static void
on_conclude (YsExaminePage *self)
{
  ys_examine_pane_settle (self->pane);
  if (self->data != NULL && self->data->dossier != NULL
      && ys_examine_queue_select (self->queue, ys_dossier_get_info (self->data->dossier)->city, 0, NULL))
    ys_examine_pane_begin (self->pane);
}

static void
on_revealed (YsExaminePage *self)
{
  gtk_widget_set_visible (self->show_pane, !adw_flap_get_reveal_flap (self->flap));
  if (!adw_flap_get_reveal_flap (self->flap))
    ys_examine_pane_settle (self->pane);
}

static void
on_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (YS_EXAMINE_PAGE (widget), g_str_equal (name, "place.previous-task"));
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* ---- reading ---- */

/* Where one wanted to go; at first the first entry that nothing was said of. */
static void
go_to_wanted (YsExaminePage *self, gboolean first)
{
  g_autoptr (YsLocation) to = g_steal_pointer (&self->wanted);
  static const char filter[] = "filter:";

  if (to != NULL && to->key != NULL && g_str_has_prefix (to->key, filter))
    for (YsQueueFilter f = YS_QUEUE_ALL; f <= YS_QUEUE_SAMPLED; f++)
      if (g_str_equal (to->key + strlen (filter), ys_queue_filter_nick (f)))
        ys_examine_queue_set_filter (self->queue, f);
  if (to != NULL && to->task == 0 && to->text == NULL && to->item != NULL)
    ys_examine_queue_select (self->queue, to->item, 0, NULL);
  else if (to != NULL && to->item != NULL)
    ys_examine_queue_select (self->queue, to->item, to->task, to->text);
  if (first && ys_examine_queue_get_selected (self->queue) == NULL && !ys_examine_queue_step (self->queue, FALSE, TRUE))
    ys_examine_queue_step (self->queue, FALSE, FALSE);
}

static void
take_data (YsExaminePage *self, YsExamineData *data)
{
  gboolean first = self->data == NULL || self->data->dossier != data->dossier;
  g_autoptr (YsExamineData) old = self->data;

  self->data = data;
  gtk_stack_set_visible_child_name (self->stack, data->dossier != NULL ? "queue" : "empty");
  ys_place_reading_changed (YS_PLACE (self));
  if (data->dossier == NULL)
    return;
  ys_examine_queue_set_data (self->queue, data);
  go_to_wanted (self, first);
  show_row (self);
  if (self->wants_focus)
    ys_examine_queue_focus_list (self->queue);
  self->wants_focus = FALSE;
}

static void read_data (YsExaminePage *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsExaminePage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsExamineData *data = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  self->reading = FALSE;
  if (self->workspace == NULL)
    {
      g_clear_pointer (&data, ys_examine_data_unref);
      return;
    }
  if (data != NULL)
    take_data (self, data);
  else if (error != NULL)
    {
      g_autofree char *text = ys_error_dup_text (error), *escaped = g_markup_escape_text (text, -1);
      adw_status_page_set_description (ADW_STATUS_PAGE (self->failed_page), escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (self->again)
    read_data (self);
}

static void
read_data (YsExaminePage *self)
{
  YsDossier *held = self->data != NULL && self->data->dossier != NULL ? ys_dossier_ref (self->data->dossier) : NULL;

  self->again = self->reading;
  if (self->reading)
    {
      g_clear_pointer (&held, ys_dossier_unref);
      return;
    }
  self->reading = TRUE;
  ys_workspace_run_async (self->workspace, ys_examine_data_read, ys_examine_wish_new (self->dossier, self->unit, held), ys_examine_wish_free,
                          (GDestroyNotify) ys_examine_data_unref, NULL, on_read, g_object_ref (self));
}

static void
on_changed (YsExaminePage *self, guint what)
{
  if ((what & (YS_CHANGE_OPINIONS | YS_CHANGE_PACKAGES | YS_CHANGE_PEOPLE | YS_CHANGE_STATE)) != 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_data (self);
}

static void
on_again (YsExaminePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "reading");
  read_data (self);
}

static void
on_dossier (YsExaminePage *self, const char *id)
{
  ys_examine_pane_settle (self->pane);
  g_free (self->dossier);
  self->dossier = g_strdup (id);
  on_again (self);
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (place);

  g_clear_pointer (&self->wanted, ys_location_free);
  self->wanted = ys_location_copy (location);
  if (location->evidence != NULL || location->item != NULL) /* the dossier, where one comes back; else whose it is */
    {
      g_free (self->dossier);
      g_free (self->unit);
      self->dossier = g_strdup (location->evidence);
      self->unit = g_strdup (location->item);
    }
  read_data (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_EXAMINE);
  YsExamineRow *row = ys_examine_queue_get_selected (self->queue);

  here->key = g_strconcat ("filter:", ys_queue_filter_nick (ys_examine_queue_get_filter (self->queue)), NULL);
  if (self->data != NULL && self->data->dossier != NULL)
    here->evidence = g_strdup (ys_dossier_get_info (self->data->dossier)->id);
  if (row == NULL)
    return here;
  here->item = g_strdup (row->unit);
  here->task = ys_examine_row_get_task (row);
  here->text = g_strdup (ys_examine_row_get_item (row));
  return here;
}

static void
settle (YsPlace *place)
{
  ys_examine_pane_settle (YS_EXAMINE_PAGE (place)->pane);
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (place);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *panes[] = { GTK_WIDGET (self->queue), GTK_WIDGET (self->record), GTK_WIDGET (self->pane) };
  int at = 0, last = adw_flap_get_reveal_flap (self->flap) ? 2 : 1;

  if (focus == NULL || self->data == NULL || self->data->dossier == NULL)
    return FALSE;
  while (at <= last && focus != panes[at] && !gtk_widget_is_ancestor (focus, panes[at]))
    at++;
  at += backward ? -1 : 1;
  if (at < 0 || at > last)
    return FALSE;
  if (at > 0)
    return gtk_widget_child_focus (panes[at], GTK_DIR_TAB_FORWARD);
  ys_examine_queue_focus_list (self->queue);
  return TRUE;
}

static YsReading *
dup_reading (YsPlace *place)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (place);
  YsLocation *origin;

  if (self->data == NULL || self->data->dossier == NULL)
    return NULL;
  const YsDossierInfo *info = ys_dossier_get_info (self->data->dossier);
  g_autofree char *day = ys_date_to_text (ys_time_to_date (info->at));
  origin = ys_location_new (YS_PLACE_REGISTER);
  origin->item = g_strdup (info->head);
  return ys_reading_new (g_strdup_printf (_ ("what %s handed in, received on %s"), info->city_name, day), origin,
                         ys_dossier_get_standard (self->data->dossier)->sample);
}

static void
ys_examine_page_place_init (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->settle = settle;
  iface->next_pane = next_pane;
  iface->dup_reading = dup_reading;
}

static void
on_width (GtkWidget *widget, int width)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (widget);
  gboolean wide = width >= WIDTH_WIDE;

  ys_pane_holder_set_width (self->queue_holder, wide ? QUEUE_WIDE : QUEUE_USUAL);
  ys_pane_holder_set_width (self->pane_holder, wide ? PANE_WIDE : PANE_USUAL);
}

/* ---- made and gone ---- */

static gboolean
grab_focus (GtkWidget *widget)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (widget);
  gboolean there = self->data != NULL && self->data->dossier != NULL;

  self->wants_focus = !there;
  if (there)
    ys_examine_queue_focus_list (self->queue);
  return there;
}

static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD && gtk_widget_grab_focus (widget))
    return TRUE;
  return GTK_WIDGET_CLASS (ys_examine_page_parent_class)->focus (widget, direction);
}

static void
ys_examine_page_dispose (GObject *object)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (object);

  g_clear_pointer (&self->wanted, ys_location_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_examine_page_parent_class)->dispose (object);
}

static void
ys_examine_page_finalize (GObject *object)
{
  YsExaminePage *self = YS_EXAMINE_PAGE (object);

  g_clear_pointer (&self->data, ys_examine_data_unref);
  g_free (self->dossier);
  g_free (self->unit);
  G_OBJECT_CLASS (ys_examine_page_parent_class)->finalize (object);
}

static void
ys_examine_page_class_init (YsExaminePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_examine_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_examine_page_finalize;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = focus;
  gtk_widget_class_install_action (widget_class, "place.next-task", NULL, on_step_action);
  gtk_widget_class_install_action (widget_class, "place.previous-task", NULL, on_step_action);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-examine-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsExaminePage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsExaminePage, flap);
  gtk_widget_class_bind_template_child (widget_class, YsExaminePage, content);
  gtk_widget_class_bind_template_child (widget_class, YsExaminePage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, YsExaminePage, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
}

static void
ys_examine_page_init (YsExaminePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_status_page_skip_inside (self->empty_page);
  ys_status_page_skip_inside (self->failed_page);
}

static void
make_panes (YsExaminePage *self)
{
  self->queue = YS_EXAMINE_QUEUE (ys_examine_queue_new ());
  self->record = YS_EXAMINE_RECORD (ys_examine_record_new (self->workspace));
  self->pane = YS_EXAMINE_PANE (ys_examine_pane_new (self->workspace));
  self->queue_holder = YS_PANE_HOLDER (ys_pane_holder_new (GTK_WIDGET (self->queue), QUEUE_USUAL));
  self->pane_holder = YS_PANE_HOLDER (ys_pane_holder_new (GTK_WIDGET (self->pane), PANE_USUAL));
  self->show_pane = gtk_button_new_from_icon_name ("sidebar-show-right-symbolic");
  gtk_widget_set_css_classes (self->show_pane, (const char *[]){ "flat", NULL });
  gtk_widget_set_valign (self->show_pane, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->show_pane, _ ("Show the opinion beside (F9)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_pane), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show the opinion beside"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_pane), "place.toggle-evidence");
  ys_examine_record_set_pane_button (self->record, self->show_pane);
  gtk_widget_add_css_class (GTK_WIDGET (self->queue), "pane-edge");
  gtk_widget_set_size_request (GTK_WIDGET (self->record), RECORD_LEAST, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->record), TRUE);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->queue_holder));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->record));
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->pane_holder));
}

static void
connect_panes (YsExaminePage *self)
{
  g_signal_connect_object (self->queue, "selected", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "verdict", G_CALLBACK (on_verdict), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "dossier", G_CALLBACK (on_dossier), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "step", G_CALLBACK (on_record_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "aimed", G_CALLBACK (on_aimed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "unit", G_CALLBACK (on_unit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "next", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "back", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "conclude", G_CALLBACK (on_conclude), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_revealed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ys_examine_page_new (YsWorkspace *workspace)
{
  YsExaminePage *self = g_object_new (YS_TYPE_EXAMINE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  make_panes (self);
  connect_panes (self);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ys_width_watch (GTK_WIDGET (self), on_width);
  return GTK_WIDGET (self);
}
