/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around the places of an open workspace. Pages are made when first entered and kept, so that each comes
 * back as it was left. */
#include "ys-frame.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-header.h"
#include "ys-history.h"
#include "ys-id.h"
#include "ys-navigation.h"
#include "ys-overview.h"
#include "ys-places.h"
#include "ys-search-index.h"
#include "ys-strip.h"

/* Below this the navigation keeps its icons only; from WIDTH_WIDE up it is broader (gui.md, Frame). */
#define WIDTH_FOLDS 960
#define WIDTH_WIDE 1600
/* After the first page has been drawn. */
#define LEISURE_MILLISECONDS 700

struct _YsFrame {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsHistory *history;
  YsNavigation *navigation;
  YsHeader *header;
  YsStrip *strip;
  GtkStack *pages;
  GtkWidget *made[YS_N_PLACES]; /* unowned: of the stack */
  YsPlaceId place;
  guint leisure, prepared; /* source; how far ys_search_index_prepare() is */
};

enum { SIGNAL_PLACE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsFrame, ys_frame, GTK_TYPE_BOX)

YsWorkspace *
ys_frame_get_workspace (YsFrame *self)
{
  return self->workspace;
}

YsPlace *
ys_frame_get_place (YsFrame *self)
{
  return self->made[self->place] != NULL ? YS_PLACE (self->made[self->place]) : NULL;
}

YsPlaceId
ys_frame_get_place_id (YsFrame *self)
{
  return self->place;
}

/* Where one is, as the page tells it; a page that tells nothing is at its beginning. Full. */
static YsLocation *
dup_here (YsFrame *self)
{
  YsLocation *here = ys_place_dup_location (ys_frame_get_place (self));

  return here != NULL ? here : ys_location_new (self->place);
}

/* The strip says what the page in view reads; another page's is not of interest. */
static void
on_reading_changed (YsFrame *self, YsPlace *page)
{
  if (page == ys_frame_get_place (self))
    ys_strip_set_reading (self->strip, ys_place_dup_reading (page));
}

static void
make_page (YsFrame *self, YsPlaceId place)
{
  const YsPlaceRow *row = ys_places_get (place);

  if (self->made[place] != NULL)
    return;
  self->made[place] = row->make (self->workspace);
  gtk_widget_set_visible (self->made[place], FALSE);
  gtk_stack_add_named (self->pages, self->made[place], row->nick);
  g_signal_connect_object (self->made[place], "reading-changed", G_CALLBACK (on_reading_changed), self, G_CONNECT_SWAPPED);
}

static void
enter (YsFrame *self, const YsLocation *to)
{
  make_page (self, to->place);
  gtk_widget_set_visible (self->made[to->place], TRUE);
  gtk_stack_set_visible_child (self->pages, self->made[to->place]);
  /* a page out of view is not there for a screen reader either, which a stack alone does not tell it */
  if (self->place != to->place && self->made[self->place] != NULL)
    gtk_widget_set_visible (self->made[self->place], FALSE);
  self->place = to->place;
  ys_navigation_set_place (self->navigation, to->place);
  ys_place_show_location (YS_PLACE (self->made[to->place]), to);
  on_reading_changed (self, YS_PLACE (self->made[to->place]));
  g_signal_emit (self, signals[SIGNAL_PLACE_CHANGED], 0);
}

void
ys_frame_go (YsFrame *self, const YsLocation *to)
{
  if (ys_places_get (to->place) == NULL)
    {
      ys_tell (GTK_WIDGET (self), _("This page is not part of this program."));
      return;
    }
  if (ys_frame_get_place (self) != NULL)
    {
      g_autoptr (YsLocation) here = dup_here (self);
      ys_place_settle (ys_frame_get_place (self));
      ys_history_leave (self->history, here);
    }
  enter (self, to);
}

gboolean
ys_frame_can_go_history (YsFrame *self, gboolean forward)
{
  return ys_history_can_go (self->history, forward);
}

void
ys_frame_go_history (YsFrame *self, gboolean forward)
{
  if (ys_frame_get_place (self) == NULL)
    return;
  g_autoptr (YsLocation) here = dup_here (self);
  g_autoptr (YsLocation) to = ys_history_go (self->history, here, forward);
  if (to == NULL)
    return;
  ys_place_settle (ys_frame_get_place (self));
  enter (self, to);
}

/* ---- panes ---- */

static gboolean
has_focus (YsFrame *self, GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

void
ys_frame_next_pane (YsFrame *self, gboolean backward)
{
  GtkWidget *page = GTK_WIDGET (ys_frame_get_place (self));
  GtkWidget *const round[] = { page, GTK_WIDGET (self->navigation), GTK_WIDGET (self->header) };
  guint now = 0;

  if (page == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (round); i++)
    if (has_focus (self, round[i]))
      now = i;
  if (now == 0 && has_focus (self, page) && ys_place_next_pane (YS_PLACE (page), backward))
    return;
  for (guint step = 1; step <= G_N_ELEMENTS (round); step++)
    {
      guint next = (now + (backward ? G_N_ELEMENTS (round) - step : step)) % G_N_ELEMENTS (round);
      if (gtk_widget_child_focus (round[next], GTK_DIR_TAB_FORWARD))
        return;
    }
}

void
ys_frame_set_width (YsFrame *self, int width, gboolean folded)
{
  ys_navigation_set_width (self->navigation, folded || (width > 0 && width < WIDTH_FOLDS), width >= WIDTH_WIDE);
}

/* ---- beforehand ---- */

/* A little of what would keep a first entry waiting, while nothing else is to be done. */
static gboolean
on_leisure (gpointer data)
{
  YsFrame *self = data;

  if (ys_search_index_prepare (self->workspace, &self->prepared))
    return G_SOURCE_CONTINUE;
  if (ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY && ys_places_get (YS_PLACE_FILL) != NULL)
    make_page (self, YS_PLACE_FILL);
  self->leisure = 0;
  return G_SOURCE_REMOVE;
}

/* The table of readings takes longer to make than a window may hang: it is made beside the main loop. */
static void
make_readings (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_free (ys_text_pinyin_initials ("县"));
}

static void
on_readings_made (GObject *source, GAsyncResult *result, gpointer data)
{
  YsFrame *self = YS_FRAME (source);

  if (self->workspace != NULL)
    self->leisure = g_idle_add_full (G_PRIORITY_LOW, on_leisure, self, NULL);
}

static gboolean
on_settled (gpointer data)
{
  YsFrame *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_readings_made, NULL);

  self->leisure = 0;
  g_task_run_in_thread (task, make_readings);
  return G_SOURCE_REMOVE;
}

/* ---- made and gone ---- */

static void
on_counted (YsFrame *self)
{
  ys_navigation_set_summary (self->navigation, ys_overview_get_summary (ys_overview_of (self->workspace)));
}

static void
ys_frame_dispose (GObject *object)
{
  YsFrame *self = YS_FRAME (object);

  g_clear_handle_id (&self->leisure, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_frame_parent_class)->dispose (object);
}

static void
ys_frame_finalize (GObject *object)
{
  ys_history_free (YS_FRAME (object)->history);
  G_OBJECT_CLASS (ys_frame_parent_class)->finalize (object);
}

static void
ys_frame_class_init (YsFrameClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_frame_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_frame_finalize;
  signals[SIGNAL_PLACE_CHANGED]
    = g_signal_new ("place-changed", YS_TYPE_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (YS_TYPE_NAVIGATION);
  g_type_ensure (YS_TYPE_HEADER);
  g_type_ensure (YS_TYPE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFrame, navigation);
  gtk_widget_class_bind_template_child (widget_class, YsFrame, header);
  gtk_widget_class_bind_template_child (widget_class, YsFrame, strip);
  gtk_widget_class_bind_template_child (widget_class, YsFrame, pages);
}

static void
ys_frame_init (YsFrame *self)
{
  self->history = ys_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_frame_new (YsWorkspace *workspace)
{
  YsFrame *self = g_object_new (YS_TYPE_FRAME, NULL);

  self->workspace = g_object_ref (workspace);
  ys_navigation_set_office (self->navigation, ys_workspace_get_office (workspace));
  ys_header_set_workspace (self->header, workspace);
  ys_strip_set_workspace (self->strip, workspace);
  g_signal_connect_object (ys_overview_of (workspace), "changed", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  on_counted (self);
  self->leisure = g_timeout_add (LEISURE_MILLISECONDS, on_settled, self);
  return GTK_WIDGET (self);
}
