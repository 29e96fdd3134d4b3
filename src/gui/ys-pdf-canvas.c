/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas scrolls itself (GtkScrollable): a place on a page stays where it is while sizes change, be it that the
 * window grows, the zoom changes or the margins of a page become known. */
#include "ys-pdf-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 12
#define WAIT_MS 60   /* while sizes still change, the old picture is drawn larger or smaller */
#define LEAST_PERCENT 10
#define MOST_PERCENT 400

enum
{
  PROP_0,
  PROP_ACROSS,
  PROP_DOWN,
  PROP_ACROSS_POLICY,
  PROP_DOWN_POLICY
};
enum
{
  PAGE_CHANGED,
  ZOOM_CHANGED,
  SELECTION_CHANGED,
  FONTS_MISSING,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (YsPdfCanvas, ys_pdf_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- which pages are in view ---- */

static void
get_range (YsPdfCanvas *self, guint *first, guint *last)
{
  double top = gtk_adjustment_get_value (self->down);

  *first = ys_pdf_layout_find_page (self->layout, top);
  *last = ys_pdf_layout_find_page (self->layout, top + gtk_adjustment_get_page_size (self->down));
}

/* Texts come first where the margins are cut by them; a page is drawn once its place is settled. */
static gboolean
want_pages (gpointer data)
{
  YsPdfCanvas *self = data;
  guint first, last, n_pages = ys_pdf_layout_get_n_pages (self->layout);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->wanting = 0;
  get_range (self, &first, &last);
  ys_pdf_pictures_keep (self->pictures, first - MIN (first, 2), MIN (last + 2, n_pages - 1));
  for (guint step = 0; step <= last - first + 2; step++)
    {
      /* those in view from the top, then the one below, then the one above */
      guint page = step <= last - first + 1 ? first + step : first - 1;
      gboolean in_view = page >= first && page <= last;
      YsPdfView view;

      if (page >= n_pages)
        continue;
      ys_pdf_texts_want (self->texts, page, in_view ? G_PRIORITY_HIGH : G_PRIORITY_DEFAULT);
      if (self->fit == YS_PDF_FIT_TEXT && !ys_pdf_texts_is_known (self->texts, page))
        continue;
      ys_pdf_layout_get_view (self->layout, page, factor, &view);
      ys_pdf_pictures_want (self->pictures, &view, in_view ? G_PRIORITY_HIGH : G_PRIORITY_DEFAULT);
    }
  return G_SOURCE_REMOVE;
}

static void
want_soon (YsPdfCanvas *self)
{
  gboolean shown = self->pictures != NULL && ys_pdf_pictures_get (self->pictures, self->page) != NULL;

  if (self->layout == NULL || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return;
  g_clear_handle_id (&self->wanting, g_source_remove);
  self->wanting = g_timeout_add (shown ? WAIT_MS : 0, want_pages, self);
}

/* ---- names for the screen reader ---- */

static void
name_page (YsPdfCanvas *self)
{
  g_autofree char *name = self->layout != NULL
                              ? g_strdup_printf (_ ("Page %u of %u"), self->page + 1,
                                                 ys_pdf_layout_get_n_pages (self->layout))
                              : g_strdup (_ ("PDF pages"));
  YsPdfText *text = self->texts != NULL ? ys_pdf_texts_get (self->texts, self->page) : NULL;
  g_autofree char *reading = text != NULL ? ys_pdf_text_dup_reading (text) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reading, -1);
}

/* Controls change their words by this, which must not happen while sizes are given. */
static gboolean
on_tell (gpointer data)
{
  YsPdfCanvas *self = data;

  self->telling = 0;
  name_page (self);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
  g_signal_emit (self, signals[ZOOM_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (YsPdfCanvas *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_tell, self, NULL);
}

/* ---- scrolling ---- */

static void
note_page (YsPdfCanvas *self)
{
  /* else the page that fills the upper third counts as the one that is read */
  double third = gtk_adjustment_get_value (self->down) + gtk_adjustment_get_page_size (self->down) / 3;
  guint page = self->asked ? self->anchor_page : ys_pdf_layout_find_page (self->layout, third);

  if (page == self->page)
    return;
  self->page = page;
  tell_soon (self);
}

static void
on_scrolled (YsPdfCanvas *self)
{
  if (self->layout == NULL)
    return;
  if (!self->placing)
    {
      double top = gtk_adjustment_get_value (self->down);
      const YsPdfSheet *sheet;

      self->anchor_page = ys_pdf_layout_find_page (self->layout, top);
      sheet = ys_pdf_layout_get_sheet (self->layout, self->anchor_page);
      self->anchor_offset = top < sheet->y ? -1 : (top - sheet->y) / sheet->scale;
      self->asked = FALSE;
      note_page (self);
    }
  want_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure (GtkAdjustment *adjustment, double value, double whole, double view)
{
  value = round (CLAMP (value, 0, MAX (whole - view, 0)));
  gtk_adjustment_configure (adjustment, value, 0, MAX (whole, view), view * 0.1, view * 0.9, view);
}

/* Lays out and puts the anchor back to where it was. */
static void
place (YsPdfCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double middle = 0.5, upper = gtk_adjustment_get_upper (self->across);
  const YsPdfSheet *sheet;

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;
  if (upper > gtk_adjustment_get_page_size (self->across))
    middle = (gtk_adjustment_get_value (self->across) + gtk_adjustment_get_page_size (self->across) / 2) / upper;
  ys_pdf_layout_update (self->layout, width, height);
  sheet = ys_pdf_layout_get_sheet (self->layout, self->anchor_page);
  self->placing = TRUE;
  configure (self->across, middle * ys_pdf_layout_get_width (self->layout) - width / 2.0,
             ys_pdf_layout_get_width (self->layout), width);
  configure (self->down,
             self->anchor_offset < 0 ? sheet->y - GAP : sheet->y + self->anchor_offset * sheet->scale,
             ys_pdf_layout_get_height (self->layout), height);
  self->placing = FALSE;
  note_page (self);
  tell_soon (self); /* the percent may be another one */
  want_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* After a change of zoom the place at the top stays, and the new percent is told. */
static void
refit (YsPdfCanvas *self)
{
  if (self->layout == NULL)
    return;
  ys_pdf_layout_set_fit (self->layout, self->fit, self->percent, self->rotation);
  place (self);
  tell_soon (self);
}

void
ys_pdf_canvas_go_to (YsPdfCanvas *self, guint page)
{
  if (self->layout == NULL)
    return;
  self->anchor_page = MIN (page, ys_pdf_layout_get_n_pages (self->layout) - 1);
  self->anchor_offset = -1;
  self->asked = TRUE;
  place (self);
}

void
ys_pdf_canvas_reveal (YsPdfCanvas *self, guint page, const YsPdfFrame *frame)
{
  graphene_rect_t rectangle;

  if (self->layout == NULL || page >= ys_pdf_layout_get_n_pages (self->layout))
    return;
  ys_pdf_layout_to_desk (self->layout, page, frame, &rectangle);
  gtk_adjustment_clamp_page (self->down, rectangle.origin.y - 4 * GAP,
                             rectangle.origin.y + rectangle.size.height + 4 * GAP);
  gtk_adjustment_clamp_page (self->across, rectangle.origin.x - GAP, rectangle.origin.x + rectangle.size.width + GAP);
}

guint
ys_pdf_canvas_get_page (YsPdfCanvas *self)
{
  return self->page;
}

/* ---- zoom ---- */

void
ys_pdf_canvas_set_fit (YsPdfCanvas *self, YsPdfFit fit, double percent)
{
  self->fit = fit;
  self->percent = CLAMP (percent, LEAST_PERCENT, MOST_PERCENT);
  refit (self);
}

YsPdfFit
ys_pdf_canvas_get_fit (YsPdfCanvas *self)
{
  return self->fit;
}

double
ys_pdf_canvas_get_percent (YsPdfCanvas *self)
{
  if (self->layout == NULL || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return self->percent;
  return ys_pdf_layout_get_percent (self->layout, self->page);
}

void
ys_pdf_canvas_zoom (YsPdfCanvas *self, gboolean larger)
{
  static const double steps[] = { 10, 25, 37, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400 };
  double now = ys_pdf_canvas_get_percent (self), next = now;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double step = steps[larger ? i : G_N_ELEMENTS (steps) - 1 - i];

      if (larger ? step > now + 0.5 : step < now - 0.5)
        {
          next = step;
          break;
        }
    }
  ys_pdf_canvas_set_fit (self, YS_PDF_FIT_PERCENT, next);
}

void
ys_pdf_canvas_rotate (YsPdfCanvas *self)
{
  self->rotation = (self->rotation + 90) % 360;
  self->anchor_offset = -1;
  refit (self);
}

/* ---- selection ---- */

void
ys_pdf_canvas_selection_changed (YsPdfCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

gboolean
ys_pdf_canvas_get_selected_pages (YsPdfCanvas *self, guint *first, guint *last)
{
  return self->selection != NULL && ys_pdf_selection_get_pages (self->selection, first, last);
}

char *
ys_pdf_canvas_dup_selected_text (YsPdfCanvas *self)
{
  return self->selection != NULL ? ys_pdf_selection_dup_text (self->selection) : NULL;
}

void
ys_pdf_canvas_find_place (YsPdfCanvas *self, double x, double y, guint *page, float *page_x, float *page_y)
{
  x += gtk_adjustment_get_value (self->across);
  y += gtk_adjustment_get_value (self->down);
  *page = ys_pdf_layout_find_page (self->layout, y);
  ys_pdf_layout_to_page (self->layout, *page, x, y, page_x, page_y);
}

/* ---- the document ---- */

static void
on_text (YsPdfCanvas *self, guint page)
{
  YsPdfText *text = ys_pdf_texts_get (self->texts, page);
  static const YsPdfFrame nothing;

  if (page == self->page)
    name_page (self);
  if (ys_pdf_layout_set_box (self->layout, page, text != NULL ? ys_pdf_text_get_box (text) : &nothing))
    place (self);
  else
    want_soon (self);
}

static void
on_fonts_missing (YsPdfCanvas *self, gboolean maps)
{
  g_signal_emit (self, signals[FONTS_MISSING], 0, maps);
}

static void
forget_document (YsPdfCanvas *self)
{
  g_clear_handle_id (&self->wanting, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->texts != NULL)
    g_signal_handlers_disconnect_by_data (self->texts, self);
  if (self->pictures != NULL)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->selection, ys_pdf_selection_free);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->layout, ys_pdf_layout_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
}

void
ys_pdf_canvas_set_document (YsPdfCanvas *self, YsPdfDocument *document, GPtrArray *pages, YsPdfTexts *texts)
{
  forget_document (self);
  self->page = self->anchor_page = self->rotation = 0;
  self->anchor_offset = -1;
  self->asked = TRUE;
  if (document != NULL)
    {
      self->layout = ys_pdf_layout_new (pages);
      self->texts = g_object_ref (texts);
      self->pictures = ys_pdf_pictures_new (document);
      self->selection = ys_pdf_selection_new (texts);
      g_signal_connect_swapped (self->texts, "loaded", G_CALLBACK (on_text), self);
      g_signal_connect_swapped (self->pictures, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
      g_signal_connect_swapped (self->pictures, "fonts-missing", G_CALLBACK (on_fonts_missing), self);
      refit (self);
    }
  tell_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the widget ---- */

static void
set_adjustment (YsPdfCanvas *self, GtkAdjustment **adjustment, GtkAdjustment *new)
{
  if (new != NULL && *adjustment == new)
    return;
  if (*adjustment != NULL)
    g_signal_handlers_disconnect_by_data (*adjustment, self);
  g_clear_object (adjustment);
  *adjustment = g_object_ref_sink (new != NULL ? new : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
}

static void
ys_pdf_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsPdfCanvas *self = YS_PDF_CANVAS (object);

  if (id == PROP_ACROSS)
    set_adjustment (self, &self->across, g_value_get_object (value));
  else if (id == PROP_DOWN)
    set_adjustment (self, &self->down, g_value_get_object (value));
  else if (id == PROP_ACROSS_POLICY)
    self->across_policy = (GtkScrollablePolicy)g_value_get_enum (value);
  else
    self->down_policy = (GtkScrollablePolicy)g_value_get_enum (value);
}

static void
ys_pdf_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YsPdfCanvas *self = YS_PDF_CANVAS (object);

  if (id == PROP_ACROSS || id == PROP_DOWN)
    g_value_set_object (value, id == PROP_ACROSS ? self->across : self->down);
  else
    g_value_set_enum (value, (int)(id == PROP_ACROSS_POLICY ? self->across_policy : self->down_policy));
}

static void
ys_pdf_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = 360;
}

static void
ys_pdf_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place (YS_PDF_CANVAS (widget));
}

static void
ys_pdf_canvas_dispose (GObject *object)
{
  YsPdfCanvas *self = YS_PDF_CANVAS (object);

  forget_document (self);
  if (self->across != NULL)
    g_signal_handlers_disconnect_by_data (self->across, self);
  if (self->down != NULL)
    g_signal_handlers_disconnect_by_data (self->down, self);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  G_OBJECT_CLASS (ys_pdf_canvas_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_arguments)
{
  return g_signal_new (name, YS_TYPE_PDF_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_arguments,
                       G_TYPE_BOOLEAN);
}

static void
ys_pdf_canvas_class_init (YsPdfCanvasClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = ys_pdf_canvas_set_property;
  object_class->get_property = ys_pdf_canvas_get_property;
  object_class->dispose = ys_pdf_canvas_dispose;
  widget_class->measure = ys_pdf_canvas_measure;
  widget_class->size_allocate = ys_pdf_canvas_size_allocate;
  widget_class->snapshot = ys_pdf_canvas_snapshot;
  g_object_class_override_property (object_class, PROP_ACROSS, "hadjustment");
  g_object_class_override_property (object_class, PROP_DOWN, "vadjustment");
  g_object_class_override_property (object_class, PROP_ACROSS_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_DOWN_POLICY, "vscroll-policy");
  signals[PAGE_CHANGED] = add_signal ("page-changed", 0);
  signals[ZOOM_CHANGED] = add_signal ("zoom-changed", 0);
  signals[SELECTION_CHANGED] = add_signal ("selection-changed", 0);
  signals[FONTS_MISSING] = add_signal ("fonts-missing", 1);
  ys_pdf_canvas_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pdf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
ys_pdf_canvas_init (YsPdfCanvas *self)
{
  self->percent = 100;
  self->anchor_offset = -1;
  set_adjustment (self, &self->across, NULL);
  set_adjustment (self, &self->down, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (want_soon), NULL);
  ys_pdf_canvas_add_gestures (self);
  name_page (self);
}

GtkWidget *
ys_pdf_canvas_new (void)
{
  return g_object_new (YS_TYPE_PDF_CANVAS, NULL);
}
