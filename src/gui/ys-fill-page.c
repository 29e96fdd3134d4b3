/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 自查填报. It listens to the workspace for all of its parts: one view of the task is taken after
 * each new sheet, and the list takes its figures from the same sheet. */
#include "ys-fill-page.h"

#include <string.h>

#include "ys-fill-form.h"
#include "ys-task-list.h"
#include "ys-width-grip.h"
#include "ys-width-watch.h"
#include "ys-workspace-form.h"

/* From this width of the window up the list shows persons, and the evidence is broader. */
#define WIDTH_WIDE 1600
#define LIST_USUAL 322
#define LIST_WIDE 420
#define EVIDENCE_USUAL 390
#define EVIDENCE_WIDE 620
/* Least width of the window with all panes at their usual widths and the broad navigation. */
#define WIDTH_ALL 1410

struct _YsFillPage
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsTaskList *list;
  YsFillForm *form;
  AdwFlap *flap;
  YsPdfPane *pane; /* of the flap */
  GSettings *settings;
  guint number;
};

static void ys_fill_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsFillPage, ys_fill_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_fill_page_iface))

/* ---- going to a task ---- */

static void
show_task (YsFillPage *self, guint number)
{
  if (self->number != number)
    {
      ys_pdf_pane_show (self->pane, number, NULL, 0);
      ys_pdf_pane_set_target (self->pane, number, NULL);
    }
  self->number = number;
  ys_fill_form_show_task (self->form, self->workspace, number);
}

static void
on_selected (YsFillPage *self, guint number)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  ys_workspace_settle_soon (self->workspace, 0, NULL);
  show_task (self, number);
  if (root != NULL
      && gtk_root_get_focus (root) == NULL) /* the field that had it was one of the task before */
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
go_to_key (YsFillPage *self, const char *key)
{
  YsTaskFilter filter;

  if (g_str_has_prefix (key, "filter:"))
    {
      if (ys_task_filter_from_nick (key + strlen ("filter:"), &filter))
        ys_task_list_set_filter (self->list, filter);
      return;
    }
  ys_fill_form_focus_key (self->form, key);
}

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsFillPage *self = YS_FILL_PAGE (place);
  gboolean first = self->number == 0;

  if (location->key != NULL && g_str_has_prefix (location->key, "filter:"))
    go_to_key (self, location->key);
  show_task (self, ys_task_list_select (self->list, location->task != 0 ? location->task : self->number));
  if (location->scroll > 0)
    ys_fill_form_set_scroll (self->form, location->scroll);
  else if (first && location->task == 0) /* where one was when the window was closed */
    ys_fill_form_set_scroll (self->form, g_settings_get_double (self->settings, "fill-scroll"));
  if (location->key != NULL && !g_str_has_prefix (location->key, "filter:"))
    go_to_key (self, location->key);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsFillPage *self = YS_FILL_PAGE (place);
  YsLocation *here = ys_location_new_task (self->number, NULL);

  here->scroll = ys_fill_form_get_scroll (self->form);
  return here;
}

static void
settle (YsPlace *place)
{
  YsFillPage *self = YS_FILL_PAGE (place);

  ys_workspace_settle_soon (self->workspace, 0, NULL);
  g_settings_set_double (self->settings, "fill-scroll", ys_fill_form_get_scroll (self->form));
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsFillPage *self = YS_FILL_PAGE (place);
  GtkWidget *const panes[] = { GTK_WIDGET (self->list), GTK_WIDGET (self->form), GTK_WIDGET (self->pane) };
  int n_panes = adw_flap_get_reveal_flap (self->flap) ? 3 : 2;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = 0, next;

  for (int i = 0; i < n_panes; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  next = backward ? at - 1 : at + 1;
  return next >= 0 && next < n_panes && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD);
}

/* ---- the workspace ---- */

static void
on_sheet_changed (YsFillPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  ys_fill_form_update (self->form);
  ys_task_list_update (self->list);
}

static void
on_workspace_changed (YsFillPage *self, guint what)
{
  if ((what & (YS_CHANGE_EVIDENCE | YS_CHANGE_STATE | YS_CHANGE_PEOPLE)) != 0)
    on_sheet_changed (self);
}

/* ---- actions ---- */

static void
on_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_task_list_step (YS_FILL_PAGE (widget)->list, g_str_equal (name, "place.previous-task"));
}

static void
on_toggle_evidence (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsFillPage *self = YS_FILL_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "evidence-shown", adw_flap_get_reveal_flap (self->flap));
}

static void
on_show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsFillPage *self = YS_FILL_PAGE (widget);
  const char *digest;
  guint page;

  g_variant_get (parameter, "(&su)", &digest, &page);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ys_pdf_pane_show (self->pane, self->number, digest, page);
}

static void
on_close_pane (YsFillPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* What is cited next is most likely for what one is writing. */
static void
on_focus (YsFillPage *self, GParamSpec *pspec, GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  g_autofree char *point = NULL;

  if (focus == NULL || self->number == 0 || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form)))
    return;
  point = ys_fill_form_dup_point_at (self->form, focus);
  ys_pdf_pane_set_target (self->pane, self->number, point);
}

/* ---- width ---- */

static void
on_width (GtkWidget *widget, int width)
{
  YsFillPage *self = YS_FILL_PAGE (widget);

  int list = width >= WIDTH_WIDE ? LIST_WIDE : LIST_USUAL;
  int spare = MAX (width - WIDTH_ALL, 0), left = MAX (spare - (list - LIST_USUAL), 0);
  int evidence = width >= WIDTH_WIDE ? MIN (EVIDENCE_USUAL + left, EVIDENCE_WIDE) : EVIDENCE_USUAL;

  ys_task_list_set_wide (self->list, width >= WIDTH_WIDE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list),
                               ys_width_grip_get_kept ("list-width", list, LIST_USUAL + spare / 2), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->pane),
                               ys_width_grip_get_kept ("evidence-width", evidence, EVIDENCE_USUAL + spare), -1);
  ys_fill_form_width_changed (self->form);
}

static void
on_map (YsFillPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (GTK_WIDGET (self)), on_focus, self);
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::focus-widget",
                           G_CALLBACK (on_focus), self, G_CONNECT_SWAPPED);
  on_sheet_changed (self);
}

static void
on_folded (YsFillPage *self)
{
  ys_fill_form_set_folded (self->form,
                           adw_flap_get_folded (self->flap) || !adw_flap_get_reveal_flap (self->flap));
}

/* ---- made and gone ---- */

static void
ys_fill_page_dispose (GObject *object)
{
  YsFillPage *self = YS_FILL_PAGE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_fill_page_parent_class)->dispose (object);
}

static void
ys_fill_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->settle = settle;
  iface->next_pane = next_pane;
}

static void
ys_fill_page_class_init (YsFillPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_fill_page_dispose;
  g_type_ensure (YS_TYPE_TASK_LIST);
  g_type_ensure (YS_TYPE_FILL_FORM);
  gtk_widget_class_install_action (widget_class, "place.next-task", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "place.previous-task", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_evidence);
  gtk_widget_class_install_action (widget_class, "place.show-page", "(su)", on_show_page);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-fill-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFillPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsFillPage, form);
  gtk_widget_class_bind_template_child (widget_class, YsFillPage, flap);
}

static void
ys_fill_page_init (YsFillPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.yanshou.Yanshou");
  g_signal_connect_object (self->list, "selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "map", G_CALLBACK (on_map), self);
  ys_width_watch (GTK_WIDGET (self), on_width);
}

GtkWidget *
ys_fill_page_new (YsWorkspace *workspace)
{
  YsFillPage *self = g_object_new (YS_TYPE_FILL_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->pane = YS_PDF_PANE (ys_pdf_pane_new (workspace));
  gtk_widget_add_css_class (GTK_WIDGET (self->pane), "pane");
  gtk_widget_add_css_class (GTK_WIDGET (self->pane), "pane-edge-left");
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), EVIDENCE_USUAL, -1);
  g_signal_connect_object (self->pane, "close", G_CALLBACK (on_close_pane), self, G_CONNECT_SWAPPED);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->pane));
  adw_flap_set_separator (self->flap, ys_width_grip_new (GTK_WIDGET (self), GTK_WIDGET (self->pane),
                                                         GTK_WIDGET (self->form), TRUE, "evidence-width"));
  gtk_box_insert_child_after (GTK_BOX (self), ys_width_grip_new (GTK_WIDGET (self), GTK_WIDGET (self->list),
                                                                 GTK_WIDGET (self->form), FALSE, "list-width"),
                              GTK_WIDGET (self->list));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "evidence-shown"));
  on_folded (self);
  ys_task_list_set_workspace (self->list, workspace);
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (on_sheet_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
