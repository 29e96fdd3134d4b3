/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads are few enough for a list of widgets and lie in memory; they are shown anew after every change, and the one that
 * was chosen stays chosen. */
#include "ys-opinions-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-examine-words.h"
#include "ys-fill-card.h"
#include "ys-opinion-thread.h"
#include "ys-pane-holder.h"
#include "ys-receipt-widgets.h"

typedef enum { SHOW_ALL, SHOW_WAITING, SHOW_ANSWERED, SHOW_CONTRADICTED, SHOW_UNSENT, N_SHOWN } Shown;

struct _YsOpinionsPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkStack *stack;
  GtkBox *chips;
  GtkWidget *chip[N_SHOWN], *list, *detail, *title, *jump, *empty;
  GPtrArray *threads;   /* YsOpinionThread: all of them */
  Shown shown;
  char *chosen;         /* key of the thread in view */
  gboolean filling;
};

static void ys_opinions_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsOpinionsPage, ys_opinions_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_opinions_page_place_init))

static const char *const chip_titles[N_SHOWN]
  = { N_ ("All"), N_ ("Waiting for an answer"), N_ ("Answered"), N_ ("Contradicting"), N_ ("Not sent") };
static const char *const shown_nicks[N_SHOWN] = { "all", "waiting", "answered", "contradicted", "unsent" };

/* ---- which threads ---- */

static const YsStatement *
last_opinion (const YsOpinionThread *thread)
{
  const YsStatement *last = NULL;

  for (guint i = 0; i < thread->statements->len; i++)
    {
      const YsStatement *one = g_ptr_array_index (thread->statements, i);
      if (one->is_opinion)
        last = one;
    }
  return last;
}

static gboolean
has_unsent (const YsOpinionThread *thread)
{
  for (guint i = 0; i < thread->statements->len; i++)
    {
      const YsStatement *one = g_ptr_array_index (thread->statements, i);
      if (one->own && !one->sent)
        return TRUE;
    }
  return FALSE;
}

static gboolean
passes (const YsOpinionThread *thread, Shown shown)
{
  const YsStatement *last = last_opinion (thread);

  switch (shown)
    {
    case SHOW_WAITING:
      return last != NULL && last->own && last->sent && last->verdict != YS_OPINION_AGREE && !thread->answered;
    case SHOW_ANSWERED:
      return thread->answered;
    case SHOW_CONTRADICTED:
      return thread->contradiction != NULL;
    case SHOW_UNSENT:
      return has_unsent (thread);
    case SHOW_ALL:
    case N_SHOWN:
    default:
      return TRUE;
    }
}

static char *
dup_key (const YsOpinionThread *thread)
{
  return g_strdup_printf ("%s %u %s", thread->unit, thread->task, thread->item != NULL ? thread->item : "");
}

static const YsOpinionThread *
find_thread (YsOpinionsPage *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->threads->len; i++)
    {
      g_autofree char *of = dup_key (g_ptr_array_index (self->threads, i));
      if (g_str_equal (of, key))
        return g_ptr_array_index (self->threads, i);
    }
  return NULL;
}

/* ---- the thread in view ---- */

static void
show_detail (YsOpinionsPage *self)
{
  const YsOpinionThread *thread = find_thread (self, self->chosen);
  GtkWidget *view = thread != NULL ? ys_opinion_thread_view_new (thread, FALSE) : NULL;

  ys_fill_clear_box (self->detail);
  gtk_label_set_text (GTK_LABEL (self->title), thread != NULL ? thread->title : _ ("Choose a thread"));
  gtk_widget_set_visible (self->jump, thread != NULL);
  if (view != NULL)
    gtk_box_append (GTK_BOX (self->detail), view);
}

static void
on_jump (YsOpinionsPage *self)
{
  const YsOpinionThread *thread = find_thread (self, self->chosen);
  g_autoptr (YsLocation) to = ys_location_new (YS_PLACE_EXAMINE);

  if (thread == NULL)
    return;
  to->item = g_strdup (thread->unit);
  to->task = thread->task;
  to->text = g_strdup (thread->item);
  ys_go (GTK_WIDGET (self), to);
}

static void
on_selected (YsOpinionsPage *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (row), "key"));
  show_detail (self);
}

/* ---- rows ---- */

static GtkWidget *
make_row (const YsOpinionThread *thread)
{
  const YsStatement *last = last_opinion (thread), *newest = g_ptr_array_index (thread->statements, thread->statements->len - 1);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *title = ys_fill_label (thread->title, ""), *detail;
  g_autofree char *day = ys_examine_dup_day (newest->at), *key = dup_key (thread);
  const char *state = thread->answered ? _ ("answered") : has_unsent (thread) ? C_ ("opinion", "not sent yet") : passes (thread, SHOW_WAITING) ? _ ("waiting for an answer") : _ ("sent");
  g_autofree char *text = g_strdup_printf ("%s · %s%s%s", day, state, newest->text != NULL ? " · " : "", newest->text != NULL ? newest->text : "");
  const char *verdict = last != NULL ? ys_examine_verdict_label (last->verdict) : "";
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", thread->title, verdict, text);

  detail = ys_fill_label (text, "small quiet num");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, thread->title);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_box_append (GTK_BOX (box), lines);
  if (last != NULL)
    gtk_box_append (GTK_BOX (box), ys_chip_new (verdict, ys_examine_verdict_class (last->verdict)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "key", g_steal_pointer (&key), g_free);
  ys_name_widget (row, name);
  return row;
}

static void
show_chips (YsOpinionsPage *self)
{
  for (guint s = 0; s < N_SHOWN; s++)
    {
      guint count = 0;

      for (guint i = 0; i < self->threads->len; i++)
        count += passes (g_ptr_array_index (self->threads, i), (Shown) s);
      g_autofree char *label = count > 0 ? g_strdup_printf ("%s %u", _ (chip_titles[s]), count) : g_strdup (_ (chip_titles[s]));
      gtk_button_set_label (GTK_BUTTON (self->chip[s]), label);
    }
}

static void
show_list (YsOpinionsPage *self)
{
  GtkWidget *row;
  gboolean first = TRUE;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->threads->len; i++)
    {
      const YsOpinionThread *thread = g_ptr_array_index (self->threads, i);
      g_autofree char *key = dup_key (thread);

      if (thread->statements->len == 0 || !passes (thread, self->shown))
        continue;
      row = make_row (thread);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (g_strcmp0 (key, self->chosen) == 0 || (first && find_thread (self, self->chosen) == NULL))
        {
          g_free (self->chosen);
          self->chosen = g_steal_pointer (&key);
          gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
        }
      first = FALSE;
    }
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, self->threads->len > 0 ? "threads" : "empty");
  show_detail (self);
}

static void
on_chip (GtkToggleButton *chip, YsOpinionsPage *self)
{
  for (guint s = 0; s < N_SHOWN; s++)
    if (self->chip[s] == GTK_WIDGET (chip) && gtk_toggle_button_get_active (chip) && self->shown != s)
      {
        self->shown = (Shown) s;
        show_list (self);
      }
}

static void
update (YsOpinionsPage *self)
{
  g_clear_pointer (&self->threads, g_ptr_array_unref);
  self->threads = ys_workspace_dup_opinion_threads (self->workspace, NULL);
  show_chips (self);
  show_list (self);
}

static void
on_changed (YsOpinionsPage *self, guint what)
{
  if ((what & (YS_CHANGE_OPINIONS | YS_CHANGE_PACKAGES)) != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsOpinionsPage *self = YS_OPINIONS_PAGE (place);
  static const char filter[] = "filter:";

  for (guint s = 0; location->key != NULL && g_str_has_prefix (location->key, filter) && s < N_SHOWN; s++)
    if (g_str_equal (location->key + strlen (filter), shown_nicks[s]))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[s]), TRUE);
  if (location->text != NULL)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (location->text);
    }
  update (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsOpinionsPage *self = YS_OPINIONS_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_OPINIONS);

  here->key = g_strconcat ("filter:", shown_nicks[self->shown], NULL);
  here->text = g_strdup (self->chosen);
  return here;
}

static void
ys_opinions_page_place_init (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
}

/* ---- made and gone ---- */

static void
ys_opinions_page_dispose (GObject *object)
{
  g_clear_object (&YS_OPINIONS_PAGE (object)->workspace);
  G_OBJECT_CLASS (ys_opinions_page_parent_class)->dispose (object);
}

static void
ys_opinions_page_finalize (GObject *object)
{
  YsOpinionsPage *self = YS_OPINIONS_PAGE (object);

  g_clear_pointer (&self->threads, g_ptr_array_unref);
  g_free (self->chosen);
  G_OBJECT_CLASS (ys_opinions_page_parent_class)->finalize (object);
}

static void
ys_opinions_page_class_init (YsOpinionsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_opinions_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_opinions_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-opinions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, jump);
  gtk_widget_class_bind_template_child (widget_class, YsOpinionsPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_jump);
}

static void
ys_opinions_page_init (YsOpinionsPage *self)
{
  self->threads = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint s = 0; s < N_SHOWN; s++)
    {
      self->chip[s] = gtk_toggle_button_new_with_label (_ (chip_titles[s]));
      if (s > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chip[s]), GTK_TOGGLE_BUTTON (self->chip[0]));
      gtk_box_append (self->chips, self->chip[s]);
      g_signal_connect_object (self->chip[s], "toggled", G_CALLBACK (on_chip), self, 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[SHOW_ALL]), TRUE);
  ys_status_page_skip_inside (self->empty);
}

GtkWidget *
ys_opinions_page_new (YsWorkspace *workspace)
{
  YsOpinionsPage *self = g_object_new (YS_TYPE_OPINIONS_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
