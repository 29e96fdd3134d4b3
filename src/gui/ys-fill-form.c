/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form. Cards are made once and filled anew for another task; new figures of the same task change labels
 * in place, so that typing is never disturbed. */
#include "ys-fill-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-entry-field.h"
#include "ys-fill-clock.h"
#include "ys-fill-document-card.h"
#include "ys-fill-evidence-card.h"
#include "ys-fill-head.h"
#include "ys-fill-metric-card.h"
#include "ys-fill-state-card.h"
#include "ys-fill-text-card.h"
#include "ys-score-card.h"

#define N_CARDS 6
/* A card counts as reached when its head is this near to the top. */
#define ANCHOR_SLACK 24

struct _YsFillForm
{
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsFillHead *head;
  GtkWidget *anchors, *why_not, *scroller, *cards, *details;
  GtkLabel *possible, *computed, *self_score, *decided;
  GtkWidget *card[N_CARDS], *anchor[N_CARDS], *state_sign; /* unowned */
  guint number, scroll_idle;
  double scroll;
  gboolean following; /* the anchors follow the scrolling, not the other way round */
};

G_DEFINE_FINAL_TYPE (YsFillForm, ys_fill_form, GTK_TYPE_BOX)

/* ---- anchors ---- */

static double
get_top (YsFillForm *self, GtkWidget *card)
{
  graphene_point_t zero = GRAPHENE_POINT_INIT (0, 0), top = zero;

  return gtk_widget_compute_point (card, self->cards, &zero, &top) ? top.y : 0;
}

static GtkAdjustment *
get_adjustment (YsFillForm *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
on_scrolled (YsFillForm *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = gtk_adjustment_get_value (adjustment);
  gboolean at_end =
      value > 0
      && value + gtk_adjustment_get_page_size (adjustment) + 1 >= gtk_adjustment_get_upper (adjustment);
  int reached = 0;

  for (int i = 0; i < N_CARDS; i++)
    if (gtk_widget_get_visible (self->card[i])
        && (at_end || get_top (self, self->card[i]) <= value + ANCHOR_SLACK))
      reached = i;
  self->following = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->anchor[reached]), TRUE);
  self->following = FALSE;
}

static void
on_anchor (GtkToggleButton *button, YsFillForm *self)
{
  if (self->following || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < N_CARDS; i++)
    if (self->anchor[i] == GTK_WIDGET (button))
      gtk_adjustment_set_value (get_adjustment (self), get_top (self, self->card[i]));
}

/* An anchor that is already the current one still leads to its card. */
static void
on_anchor_clicked (GtkButton *button, YsFillForm *self)
{
  on_anchor (GTK_TOGGLE_BUTTON (button), self);
}

static void
show_anchors (YsFillForm *self, const YsFillView *view)
{
  for (int i = 0; i < N_CARDS; i++)
    {
      g_autofree char *text = ys_fill_card_dup_anchor (YS_FILL_CARD (self->card[i]), view);

      gtk_widget_set_visible (self->anchor[i], text != NULL);
      if (text == NULL)
        continue;
      gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (self->anchor[i]), "text")), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->anchor[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_sign),
                                ys_item_state_icon (ys_fill_view_get_state (view)));
}

/* ---- figures ---- */

static void
show_figure (GtkLabel *label, gboolean known, YsPoints points)
{
  g_autofree char *text = known ? ys_points_to_display (points) : g_strdup ("—");

  gtk_label_set_text (label, text);
}

static gboolean
is_decided (const YsSheetTask *task)
{
  for (guint i = 0; i < task->details->len; i++)
    {
      const YsSheetPoint *point = g_ptr_array_index (task->details, i);
      if (point->applies && !point->is_decided)
        return FALSE;
    }
  return task->details->len > 0;
}

static void
show_foot (YsFillForm *self, const YsFillView *view)
{
  const YsSheetTask *task = view->sheet_task;
  g_autofree char *points = task != NULL ? ys_points_to_display (task->points) : g_strdup ("—");
  g_autofree char *possible = g_strdup_printf (_ ("of %s"), points);

  gtk_label_set_text (self->possible, possible);
  show_figure (self->computed, task != NULL, task != NULL ? task->score[YS_COMPUTED] : 0);
  show_figure (self->self_score, task != NULL && view->item != NULL && view->item->self->len > 0,
               task != NULL ? task->score[YS_SELF] : 0);
  show_figure (self->decided, task != NULL && is_decided (task), task != NULL ? task->score[YS_DECIDED] : 0);
}

static void
show_why_not (YsFillForm *self)
{
  g_autofree char *why = NULL;
  gboolean can = ys_workspace_can_edit (self->workspace, &why);

  gtk_widget_set_visible (self->why_not, !can);
  gtk_label_set_text (GTK_LABEL (self->why_not), why != NULL ? why : "");
}

void
ys_fill_form_update (YsFillForm *self)
{
  g_autoptr (YsFillView) view = self->number != 0 ? ys_fill_view_new (self->workspace, self->number) : NULL;

  if (view == NULL)
    return;
  show_foot (self, view);
  ys_fill_clock_stop ();
  ys_fill_head_update (self->head, view);
  for (int i = 0; i < N_CARDS; i++)
    ys_fill_card_update (YS_FILL_CARD (self->card[i]), view);
  show_anchors (self, view);
  show_why_not (self);
}

void
ys_fill_form_show_task (YsFillForm *self, YsWorkspace *workspace, guint number)
{
  g_autoptr (YsFillView) view = ys_fill_view_new (workspace, number);

  g_set_object (&self->workspace, workspace);
  if (view == NULL || number == self->number)
    return;
  self->number = number;
  ys_fill_head_build (self->head, view);
  for (int i = 0; i < N_CARDS; i++)
    ys_fill_card_build (YS_FILL_CARD (self->card[i]), view);
  ys_fill_form_update (self);
  ys_fill_form_set_scroll (self, 0);
}

/* ---- places in the form ---- */

gboolean
ys_fill_form_focus_key (YsFillForm *self, const char *key)
{
  for (int i = 0; i < N_CARDS; i++)
    if (ys_fill_card_focus_key (YS_FILL_CARD (self->card[i]), key))
      return TRUE;
  return FALSE;
}

char *
ys_fill_form_dup_point_at (YsFillForm *self, GtkWidget *focus)
{
  GtkWidget *field = gtk_widget_get_ancestor (focus, YS_TYPE_ENTRY_FIELD);
  const char *key = field != NULL ? ys_entry_field_get_key (YS_ENTRY_FIELD (field)) : NULL;
  const char *begin = key != NULL ? strchr (key, '.') : NULL;
  g_autoptr (YsFillView) view = begin != NULL ? ys_fill_view_new (self->workspace, self->number) : NULL;
  const YsSheetPoint *point = NULL;
  g_autofree char *id = NULL;

  if (view == NULL)
    return NULL;
  id = g_strndup (begin + 1, strcspn (begin + 1, ".@"));
  if (g_str_has_prefix (key, "metric."))
    point = ys_fill_view_get_metric_point (view, ys_catalogue_get_metric (view->standard->catalogue, id));
  else if (g_str_has_prefix (key, "document."))
    point = ys_fill_view_get_document_point (view, ys_catalogue_get_document (view->standard->catalogue, id));
  else if (g_str_has_prefix (key, "self.") && view->unit != NULL)
    point = ys_sheet_unit_get_point (view->unit, begin + 1); /* ids of points have points in them */
  return point != NULL ? g_strdup (point->point->id) : NULL;
}

double
ys_fill_form_get_scroll (YsFillForm *self)
{
  return gtk_adjustment_get_value (get_adjustment (self));
}

static gboolean
on_scroll_idle (gpointer data)
{
  YsFillForm *self = data;

  self->scroll_idle = 0;
  gtk_adjustment_set_value (get_adjustment (self), self->scroll);
  on_scrolled (self);
  return G_SOURCE_REMOVE;
}

void
ys_fill_form_set_scroll (YsFillForm *self, double scroll)
{
  self->scroll = scroll;
  if (self->scroll_idle == 0) /* after the cards were laid out */
    self->scroll_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_scroll_idle, self, NULL);
}

void
ys_fill_form_set_folded (YsFillForm *self, gboolean folded)
{
  ys_fill_head_set_folded (self->head, folded);
}

void
ys_fill_form_width_changed (YsFillForm *self)
{
  ys_fill_head_width_changed (self->head);
}

static void
on_details (YsFillForm *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->anchor[N_CARDS - 1]), TRUE);
  gtk_adjustment_set_value (get_adjustment (self), get_top (self, self->card[N_CARDS - 1]));
}

/* ---- made and gone ---- */

static void
make_anchor (YsFillForm *self, int i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *text = gtk_label_new ("");

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (text, "num");
  gtk_box_append (GTK_BOX (box), text);
  if (i == 0)
    {
      self->state_sign = gtk_image_new ();
      gtk_image_set_pixel_size (GTK_IMAGE (self->state_sign), 13);
      gtk_box_append (GTK_BOX (box), self->state_sign);
    }
  self->anchor[i] = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->anchor[i]), box);
  g_object_set_data (G_OBJECT (self->anchor[i]), "text", text);
  if (i > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->anchor[i]), GTK_TOGGLE_BUTTON (self->anchor[0]));
  g_signal_connect_object (self->anchor[i], "toggled", G_CALLBACK (on_anchor), self, 0);
  g_signal_connect_object (self->anchor[i], "clicked", G_CALLBACK (on_anchor_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->anchors), self->anchor[i]);
}

static void
ys_fill_form_dispose (GObject *object)
{
  YsFillForm *self = YS_FILL_FORM (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_fill_form_parent_class)->dispose (object);
}

static void
ys_fill_form_class_init (YsFillFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_fill_form_dispose;
  g_type_ensure (YS_TYPE_FILL_HEAD);
  g_type_ensure (YS_TYPE_FILL_STATE_CARD);
  g_type_ensure (YS_TYPE_FILL_METRIC_CARD);
  g_type_ensure (YS_TYPE_FILL_DOCUMENT_CARD);
  g_type_ensure (YS_TYPE_FILL_TEXT_CARD);
  g_type_ensure (YS_TYPE_FILL_EVIDENCE_CARD);
  g_type_ensure (YS_TYPE_SCORE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-fill-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, head);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, anchors);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, why_not);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, cards);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, possible);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, computed);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, self_score);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, decided);
  gtk_widget_class_bind_template_child (widget_class, YsFillForm, details);
}

static void
ys_fill_form_init (YsFillForm *self)
{
  GtkWidget *card;
  int n = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (card = gtk_widget_get_first_child (self->cards); card != NULL && n < N_CARDS;
       card = gtk_widget_get_next_sibling (card))
    self->card[n++] = card;
  for (int i = 0; i < N_CARDS; i++)
    make_anchor (self, i);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "clicked", G_CALLBACK (on_details), self, G_CONNECT_SWAPPED);
}
