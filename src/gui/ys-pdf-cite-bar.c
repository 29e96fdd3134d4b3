/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citing takes one click and can be taken back from the message; who wants other pages or a note opens the list beside
 * the button. A selection becomes the note. */
#include "ys-pdf-cite-bar.h"

#include "ys-fill-choice.h"
#include "ys-pdf-open.h"
#include "ys-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_QUOTATION 200 /* characters of a selection that go into the note */
#define WHOLE_TASK ""

struct _YsPdfCiteBar
{
  GtkBox parent_instance;
  YsFillChoice *target;
  GtkButton *cite, *cite_with;
  GtkMenuButton *more;
  GtkPopover *popover;
  GtkEntry *range, *note;
  GtkCheckButton *whole;
  GtkLabel *why_not;
  YsWorkspace *workspace;
  YsPdfCanvas *canvas; /* unowned */
  char *digest, *point;
  GPtrArray *pages;
  guint task;
  gboolean copying, citing;
};

G_DEFINE_FINAL_TYPE (YsPdfCiteBar, ys_pdf_cite_bar, GTK_TYPE_BOX)

enum
{
  CITED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- what is cited ---- */

static void
get_pages (YsPdfCiteBar *self, guint *first, guint *last)
{
  if (!ys_pdf_canvas_get_selected_pages (self->canvas, first, last))
    *first = *last = ys_pdf_canvas_get_page (self->canvas);
}

static char *
dup_range (guint first, guint last)
{
  return first == last ? g_strdup_printf ("%u", first + 1) : g_strdup_printf ("%u-%u", first + 1, last + 1);
}

/* The selected words as one line; none of a PDF whose maker forbids to copy them. */
static char *
dup_quotation (YsPdfCiteBar *self)
{
  g_autofree char *text = self->copying ? ys_pdf_canvas_dup_selected_text (self->canvas) : NULL;

  if (text == NULL)
    return NULL;
  g_strdelimit (text, "\n\r\t", ' ');
  if (g_utf8_strlen (text, -1) > LONGEST_QUOTATION)
    {
      g_autofree char *begin = g_utf8_substring (text, 0, LONGEST_QUOTATION);
      return g_strconcat (begin, "…", NULL);
    }
  return g_steal_pointer (&text);
}

/* ---- citing ---- */

typedef struct
{
  char *digest, *point, *pages, *labels, *note;
  guint task;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->digest);
  g_free (job->point);
  g_free (job->pages);
  g_free (job->labels);
  g_free (job->note);
  g_free (job);
}

static gpointer
cite_job (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  const YsCitationTarget target = { .task = job->task, .point = job->point };

  return ys_workspace_cite (workspace, job->digest, &target, job->pages, job->labels, job->note, error);
}

static gpointer
uncite_job (YsWorkspace *workspace, gpointer id, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_workspace_uncite (workspace, id, error));
}

static void
on_uncited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);
  if (error != NULL)
    ys_tell_error (self, _ ("The citation could not be taken away"), error);
}

static void
take_back (GtkWidget *from, gpointer id)
{
  YsPdfCiteBar *self = YS_PDF_CITE_BAR (from);

  ys_workspace_run_async (self->workspace, uncite_job, g_strdup (id), g_free, NULL, NULL, on_uncited,
                          g_object_ref (self));
}

static void
on_cited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPdfCiteBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  self->citing = FALSE;
  ys_pdf_cite_bar_update (self);
  if (id == NULL)
    {
      ys_tell_error (GTK_WIDGET (self), _ ("The page could not be cited"), error);
      return;
    }
  g_autofree char *message = g_strdup_printf (_ ("Cited for task %u"), self->task);
  ys_tell_offering (GTK_WIDGET (self), message, _ ("Undo"), take_back, g_strdup (id), g_free);
  g_signal_emit (self, signals[CITED], 0, id);
}

/* @pages, @labels and @note are taken; @pages NULL: the whole file. */
static void
start (YsPdfCiteBar *self, char *pages, char *labels, char *note)
{
  Job *job = g_new0 (Job, 1);

  job->digest = g_strdup (self->digest);
  job->task = self->task;
  job->point = g_strdup (self->point);
  job->pages = pages;
  job->labels = labels;
  job->note = note;
  self->citing = TRUE;
  ys_pdf_cite_bar_update (self);
  ys_workspace_run_async (self->workspace, cite_job, job, job_free, g_free, NULL, on_cited, g_object_ref (self));
}

void
ys_pdf_cite_bar_cite (YsPdfCiteBar *self)
{
  guint first, last;

  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->cite)) || self->digest == NULL)
    return;
  get_pages (self, &first, &last);
  start (self, dup_range (first, last), ys_pdf_pages_dup_labels (self->pages, first, last), dup_quotation (self));
}

/* ---- with other pages, with a note ---- */

static void
on_popover (YsPdfCiteBar *self)
{
  guint first, last;

  if (self->digest == NULL)
    return;
  get_pages (self, &first, &last);
  g_autofree char *range = dup_range (first, last);
  g_autofree char *quotation = dup_quotation (self);
  gtk_editable_set_text (GTK_EDITABLE (self->range), range);
  gtk_editable_set_text (GTK_EDITABLE (self->note), quotation != NULL ? quotation : "");
  gtk_check_button_set_active (self->whole, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
on_whole (YsPdfCiteBar *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->range), !gtk_check_button_get_active (self->whole));
}

/* Printed numbers are known for a page or a range of them; for "3 7-9" the file's own have to do. */
static char *
dup_typed_labels (YsPdfCiteBar *self, const char *range)
{
  char *end = NULL;
  guint64 first = g_ascii_strtoull (range, &end, 10), last = first;

  if (*end == '-')
    last = g_ascii_strtoull (end + 1, &end, 10);
  if (*end != '\0' || first < 1 || last < first || last > self->pages->len)
    return NULL;
  return ys_pdf_pages_dup_labels (self->pages, (guint)first - 1, (guint)last - 1);
}

static void
on_cite_with (YsPdfCiteBar *self)
{
  const char *range = gtk_editable_get_text (GTK_EDITABLE (self->range));
  gboolean whole = gtk_check_button_get_active (self->whole);

  gtk_popover_popdown (self->popover);
  start (self, whole ? NULL : g_strdup (range), whole ? NULL : dup_typed_labels (self, range),
         g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));
}

/* ---- what for ---- */

static void
fill_target (YsPdfCiteBar *self)
{
  YsStandard *standard = ys_workspace_get_standard (self->workspace);
  const YsTask *in_catalogue = ys_catalogue_get_task (standard->catalogue, self->task);
  const YsTaskStandard *task = in_catalogue != NULL ? g_ptr_array_index (standard->by_task, in_catalogue->index) : NULL;

  ys_fill_choice_clear (self->target);
  ys_fill_choice_add (self->target, WHOLE_TASK, _ ("The whole task"), NULL);
  for (guint i = 0; task != NULL && i < task->items->len; i++)
    {
      const YsPoint *point = g_ptr_array_index (task->items, i);
      ys_fill_choice_add (self->target, point->id, point->title, NULL);
    }
}

static void
on_target (YsPdfCiteBar *self, const char *value)
{
  g_free (self->point);
  self->point = *value != '\0' ? g_strdup (value) : NULL;
  ys_fill_choice_set_value (self->target, value);
}

void
ys_pdf_cite_bar_set_target (YsPdfCiteBar *self, guint task, const char *point)
{
  gboolean other = self->task != task;

  self->task = task;
  if (other)
    fill_target (self);
  on_target (self, point != NULL ? point : WHOLE_TASK);
  ys_pdf_cite_bar_update (self);
}

const char *
ys_pdf_cite_bar_get_point (YsPdfCiteBar *self)
{
  return self->point;
}

void
ys_pdf_cite_bar_set_evidence (YsPdfCiteBar *self, const char *digest, GPtrArray *pages, gboolean copying)
{
  g_free (self->digest);
  self->digest = g_strdup (digest);
  if (pages != NULL)
    g_ptr_array_ref (pages);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = pages;
  self->copying = copying;
  ys_pdf_cite_bar_update (self);
}

void
ys_pdf_cite_bar_update (YsPdfCiteBar *self)
{
  guint first, last;
  gboolean selected = self->digest != NULL && ys_pdf_canvas_get_selected_pages (self->canvas, &first, &last);
  g_autofree char *why = NULL;
  gboolean allowed = ys_workspace_can_edit (self->workspace, &why);

  gtk_widget_set_visible (GTK_WIDGET (self), self->task != 0 && self->digest != NULL);
  gtk_button_set_label (self->cite, selected ? _ ("Cite selection") : _ ("Cite this page"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cite), allowed && !self->citing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), !self->citing);
  gtk_widget_set_visible (GTK_WIDGET (self->more), allowed);
  gtk_widget_set_visible (GTK_WIDGET (self->target), allowed);
  gtk_widget_set_visible (GTK_WIDGET (self->why_not), !allowed);
  gtk_label_set_text (self->why_not, why != NULL ? why : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->why_not), why);
}

/* ---- made and gone ---- */

void
ys_pdf_cite_bar_set_canvas (YsPdfCiteBar *self, YsWorkspace *workspace, YsPdfCanvas *canvas)
{
  self->workspace = g_object_ref (workspace);
  self->canvas = canvas;
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (ys_pdf_cite_bar_update), self, G_CONNECT_SWAPPED);
  ys_pdf_cite_bar_update (self);
}

static void
ys_pdf_cite_bar_dispose (GObject *object)
{
  YsPdfCiteBar *self = YS_PDF_CITE_BAR (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->point, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_pdf_cite_bar_parent_class)->dispose (object);
}

static void
ys_pdf_cite_bar_class_init (YsPdfCiteBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_pdf_cite_bar_dispose;
  g_type_ensure (YS_TYPE_FILL_CHOICE);
  signals[CITED] = g_signal_new ("cited", YS_TYPE_PDF_CITE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-pdf-cite-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, target);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, cite);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, cite_with);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, more);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, popover);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, range);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, note);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, whole);
  gtk_widget_class_bind_template_child (widget_class, YsPdfCiteBar, why_not);
}

static void
ys_pdf_cite_bar_init (YsPdfCiteBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->target, "chosen", G_CALLBACK (on_target), self);
  g_signal_connect_swapped (self->cite, "clicked", G_CALLBACK (ys_pdf_cite_bar_cite), self);
  g_signal_connect_swapped (self->cite_with, "clicked", G_CALLBACK (on_cite_with), self);
  g_signal_connect_swapped (self->range, "activate", G_CALLBACK (on_cite_with), self);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (on_cite_with), self);
  g_signal_connect_swapped (self->whole, "toggled", G_CALLBACK (on_whole), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover), self);
}
