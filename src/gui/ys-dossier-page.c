/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place 上报材料. The check scores all counties anew, so it runs off the main loop, after a change only while the
 * page is in view. */
#include "ys-dossier-page.h"

#include <glib/gi18n-lib.h>

#include "ys-desk-section.h"
#include "ys-dossier-data.h"
#include "ys-dossier-pane.h"
#include "ys-dossier-paper.h"
#include "ys-id.h"
#include "ys-output-menu.h"

struct _YsDossierPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsDossierData *data; /* NULL before the first check */
  AdwFlap *flap;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *subtitle;
  YsDeskSection *missing, *ready;
  YsDossierPane *pane;
  YsOutputMenu *output;
  AdwStatusPage *failed;
  GtkWidget *pane_button;
  double scroll;
  gboolean reading, again;
};

static void ys_dossier_page_iface (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsDossierPage, ys_dossier_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_dossier_page_iface))

/* ---- lines ---- */

static GPtrArray *
list_missing (YsDossierPage *self)
{
  GPtrArray *lines = ys_desk_lines_new ();

  for (guint i = 0; i < self->data->gaps->len; i++)
    {
      const YsDossierGap *gap = g_ptr_array_index (self->data->gaps, i);
      YsDeskLine *line = ys_desk_line_new ("ys-must-symbolic", "error", g_strdup (gap->what), NULL, NULL,
                                           gap->to != NULL ? ys_location_copy (gap->to) : NULL);
      line->count = g_strdup (gap->action);
      line->count_is_jump = TRUE;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* "金台区 · 第1名 · 优秀". Full. */
static char *
dup_title (const YsDossierLine *line)
{
  if (line->rank > 0)
    return g_strdup_printf (_("%s · place %u · %s"), line->name, line->rank, line->grade);
  return g_strdup_printf (_("%s · without a place: %s"), line->name, line->unranked != NULL ? line->unranked : "—");
}

static GPtrArray *
list_ready (YsDossierPage *self)
{
  GPtrArray *lines = ys_desk_lines_new ();

  for (guint i = 0; i < self->data->check->lines->len; i++)
    {
      const YsDossierLine *line = g_ptr_array_index (self->data->check->lines, i);
      const YsPackageInfo *package = ys_dossier_data_find_package (self->data, line->package);
      YsLocation *to;
      YsDeskLine *shown;

      if (line->missing != NULL)
        continue;
      to = ys_location_new (YS_PLACE_REGISTER);
      to->item = package != NULL ? g_strdup (package->id) : NULL;
      shown = ys_desk_line_new ("ys-state-done-symbolic", "success", dup_title (line), ys_digest_to_groups (line->digest),
                                ys_points_to_display (line->total), to);
      g_autofree char *size = g_format_size (line->size);
      shown->count = g_strdup_printf (_("handing-in %u · %s"), line->revision, size);
      g_ptr_array_add (lines, shown);
    }
  return lines;
}

static void
show (YsDossierPage *self)
{
  const YsDossierCheck *check = self->data->check;
  g_autofree char *size = g_format_size (check->size);
  g_autofree char *subtitle
    = g_strdup_printf (_("%u of %u counties are ready · %s"), check->ready, check->lines->len, size);
  g_autofree char *missing = g_strdup_printf (_("Still Missing %u"), self->data->gaps->len);
  g_autofree char *ready = g_strdup_printf (_("Ready %u"), check->ready);

  gtk_label_set_text (self->subtitle, subtitle);
  ys_desk_section_set_title (self->missing, missing);
  ys_desk_section_set_aside (self->missing, _("can't be handed in before"));
  ys_desk_section_take_lines (self->missing, list_missing (self), NULL);
  ys_desk_section_set_title (self->ready, ready);
  ys_desk_section_set_aside (self->ready, _("package and digest of each"));
  ys_desk_section_take_lines (self->ready, list_ready (self), _("No county is ready yet."));
  ys_dossier_pane_show (self->pane, self->workspace, self->data);
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (self->scroll > 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->scroll);
  self->scroll = 0;
}

static void read_data (YsDossierPage *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsDossierPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsDossierData *data = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);
  YsDossierData *before = self->data;

  self->reading = FALSE;
  if (self->workspace == NULL)
    {
      ys_dossier_data_free (data);
      return;
    }
  if (data != NULL)
    {
      self->data = data;
      show (self);
      ys_dossier_data_free (before); /* only now: the pane read it until then */
    }
  else if (before == NULL && error != NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (self->again)
    read_data (self);
}

static void
read_data (YsDossierPage *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  ys_workspace_run_async (self->workspace, ys_dossier_data_read, NULL, NULL, (GDestroyNotify) ys_dossier_data_free, NULL,
                          on_read, g_object_ref (self));
}

static void
on_changed (YsDossierPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_data (self);
}

static YsPaper *
make_paper (GtkWidget *page)
{
  YsDossierPage *self = YS_DOSSIER_PAGE (page);

  return self->data != NULL ? ys_dossier_paper_new (self->workspace, self->data) : NULL;
}

static void
on_folded (YsDossierPage *self)
{
  gtk_widget_set_visible (self->pane_button, adw_flap_get_folded (self->flap));
}

static void
on_toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsDossierPage *self = YS_DOSSIER_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsDossierPage *self = YS_DOSSIER_PAGE (place);

  self->scroll = location->scroll;
  read_data (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsLocation *here = ys_location_new (YS_PLACE_DOSSIER);

  here->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (YS_DOSSIER_PAGE (place)->scroller));
  return here;
}

static gboolean
next_pane (YsPlace *place, gboolean backward)
{
  YsDossierPage *self = YS_DOSSIER_PAGE (place);
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
  ys_output_menu_print (YS_DOSSIER_PAGE (place)->output);
}

static void
ys_dossier_page_iface (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
  iface->next_pane = next_pane;
  iface->print = print;
}

/* ---- made and gone ---- */

static void
ys_dossier_page_dispose (GObject *object)
{
  g_clear_object (&YS_DOSSIER_PAGE (object)->workspace);
  G_OBJECT_CLASS (ys_dossier_page_parent_class)->dispose (object);
}

static void
ys_dossier_page_finalize (GObject *object)
{
  g_clear_pointer (&YS_DOSSIER_PAGE (object)->data, ys_dossier_data_free);
  G_OBJECT_CLASS (ys_dossier_page_parent_class)->finalize (object);
}

static void
ys_dossier_page_class_init (YsDossierPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_dossier_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_dossier_page_finalize;
  g_type_ensure (YS_TYPE_DESK_SECTION);
  g_type_ensure (YS_TYPE_DOSSIER_PANE);
  g_type_ensure (YS_TYPE_OUTPUT_MENU);
  gtk_widget_class_install_action (widget_class, "place.toggle-evidence", NULL, on_toggle_pane);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-dossier-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, flap);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, missing);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, ready);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, pane);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, output);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, failed);
  gtk_widget_class_bind_template_child (widget_class, YsDossierPage, pane_button);
}

static void
ys_dossier_page_init (YsDossierPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ys_dossier_page_new (YsWorkspace *workspace)
{
  static const YsOutput outputs[] = { YS_OUTPUT_PAPER, YS_OUTPUT_CITY, YS_OUTPUT_RANKING };
  YsDossierPage *self = g_object_new (YS_TYPE_DOSSIER_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  ys_output_menu_set_paper (self->output, _("List of the Dossier"), make_paper, GTK_WIDGET (self));
  ys_output_menu_set_up (self->output, workspace, outputs, G_N_ELEMENTS (outputs));
  g_signal_connect_object (workspace, "sheet-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
