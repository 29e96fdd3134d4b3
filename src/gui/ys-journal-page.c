/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal, some lines at a time: older ones come when asked for. A line about a task leads to it. */
#include "ys-journal-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-journal-words.h"
#include "ys-keeping-actions.h"
#include "ys-places.h"
#include "ys-workspace-keeping.h"

#define LINES_AT_A_TIME 50
#define LINES_OF_A_CHANGE 4

struct _YsJournalPage {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  GtkSearchEntry *filter;
  GtkListBox *list;
  GtkStack *stack;
  GtkWidget *older;
  GtkScrolledWindow *scrolled;
  GCancellable *reading; /* NULL unless lines are on their way */
  guint64 oldest;        /* number of the last line shown; 0: none yet */
};

typedef struct {
  guint64 before;
  char *filter;
} Reading;

static void ys_journal_page_place_init (YsPlaceInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (YsJournalPage, ys_journal_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (YS_TYPE_PLACE, ys_journal_page_place_init))

/* ---- one line ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* No more lines than one takes in at a glance; the rest is in the tooltip. Full. */
static char *
dup_first_lines (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < LINES_OF_A_CHANGE && end != NULL; i++)
    end = strchr (end + (i > 0), '\n');
  return end != NULL ? g_strdup_printf ("%.*s …", (int) (end - text), text) : g_strdup (text);
}

static GtkWidget *
make_row (YsJournalPage *self, const YsJournalEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->number);
  g_autofree char *time = ys_time_to_display (entry->at);
  g_autofree char *what = ys_journal_dup_subject (entry);
  g_autofree char *change = ys_journal_dup_change (self->workspace, entry);
  g_autofree char *name
    = g_strdup_printf ("%s, %s, %s, %s, %s", number, time, entry->person != NULL ? entry->person : "", what, change);
  GtkWidget *count = add_label (box, number, "quiet", FALSE);

  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (count, "num");
  gtk_widget_set_size_request (count, 48, -1);
  add_label (middle, what, "strong", TRUE);
  if (*change != '\0')
    {
      g_autofree char *shown = dup_first_lines (change);
      gtk_widget_add_css_class (add_label (middle, shown, "small", TRUE), "quiet");
    }
  gtk_label_set_xalign (GTK_LABEL (add_label (right, entry->person != NULL ? entry->person : "", "body", FALSE)), 1);
  GtkWidget *when = add_label (right, time, "small", FALSE);
  gtk_widget_add_css_class (when, "num");
  gtk_widget_add_css_class (when, "quiet");
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), right);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (right, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->task != 0);
  g_object_set_data (G_OBJECT (row), "task", GUINT_TO_POINTER (entry->task));
  gtk_widget_set_tooltip_text (row, *change != '\0' ? change : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
on_row_activated (YsJournalPage *self, GtkListBoxRow *row)
{
  guint task = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "task"));
  g_autoptr (YsLocation) to = ys_location_new_task (task, NULL);

  if (task != 0 && ys_places_get (to->place) != NULL)
    ys_go (GTK_WIDGET (self), to);
}

/* ---- reading ---- */

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->filter);
  g_free (reading);
}

static gpointer
read_lines (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;

  return ys_workspace_dup_journal (workspace, reading->before, LINES_AT_A_TIME, reading->filter, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsJournalPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->reading);
  if (lines == NULL)
    {
      if (error != NULL)
        ys_tell_error (GTK_WIDGET (self), _("The journal could not be read"), error);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const YsJournalEntry *entry = g_ptr_array_index (lines, i);
      gtk_list_box_append (self->list, make_row (self, entry));
      self->oldest = entry->number;
    }
  gtk_widget_set_visible (self->older, lines->len == LINES_AT_A_TIME);
  gtk_stack_set_visible_child_name (self->stack, self->oldest != 0 ? "lines" : "nothing");
}

static void
read_more (YsJournalPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->before = self->oldest;
  reading->filter = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  self->reading = g_cancellable_new ();
  ys_workspace_run_async (self->workspace, read_lines, reading, reading_free, (GDestroyNotify) g_ptr_array_unref,
                          self->reading, on_read, g_object_ref (self));
}

static void
read_anew (YsJournalPage *self)
{
  GtkListBoxRow *row;

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->oldest = 0;
  read_more (self);
}

static void
on_older (YsJournalPage *self)
{
  if (self->reading == NULL)
    read_more (self);
}

static void
on_verify (YsJournalPage *self)
{
  ys_keeping_verify (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace);
}

/* ---- as a place ---- */

static void
show_location (YsPlace *place, const YsLocation *location)
{
  YsJournalPage *self = YS_JOURNAL_PAGE (place);

  if (location->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->filter), location->text);
  read_anew (self);
}

static YsLocation *
dup_location (YsPlace *place)
{
  YsJournalPage *self = YS_JOURNAL_PAGE (place);
  YsLocation *here = ys_location_new (YS_PLACE_JOURNAL);

  here->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  here->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  return here;
}

static void
ys_journal_page_place_init (YsPlaceInterface *iface)
{
  iface->show_location = show_location;
  iface->dup_location = dup_location;
}

static void
ys_journal_page_dispose (GObject *object)
{
  YsJournalPage *self = YS_JOURNAL_PAGE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ys_journal_page_parent_class)->dispose (object);
}

static void
ys_journal_page_class_init (YsJournalPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_journal_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsJournalPage, filter);
  gtk_widget_class_bind_template_child (widget_class, YsJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, YsJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsJournalPage, older);
  gtk_widget_class_bind_template_child (widget_class, YsJournalPage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_older);
  gtk_widget_class_bind_template_callback (widget_class, on_verify);
  gtk_widget_class_bind_template_callback (widget_class, read_anew);
}

static void
ys_journal_page_init (YsJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self->list), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ys_journal_page_new (YsWorkspace *workspace)
{
  YsJournalPage *self = g_object_new (YS_TYPE_JOURNAL_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
