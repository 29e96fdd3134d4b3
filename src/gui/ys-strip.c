/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings in one line, as long as they hold: sample standard, read only, a form that is closed, open thresholds.
 * It is made anew only when its words change, so that focus in it survives a refresh. */
#include "ys-strip.h"

#include <glib/gi18n-lib.h>

#include "ys-places.h"

struct _YsStrip {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsReading *reading; /* what the page in view reads; NULL: nothing from elsewhere */
  char *shown;        /* the words that stand there */
};

typedef struct {
  char *text;
  const char *jump;   /* what its button says */
  const char *action; /* detailed action name; NULL: it goes to @to */
  YsLocation *to;
} Warning;

G_DEFINE_FINAL_TYPE (YsStrip, ys_strip, GTK_TYPE_BOX)

static void
warning_free (gpointer data)
{
  Warning *warning = data;

  g_free (warning->text);
  g_clear_pointer (&warning->to, ys_location_free);
  g_free (warning);
}

/* Takes @text and @to. */
static void
add (GPtrArray *warnings, char *text, const char *jump, const char *action, YsLocation *to)
{
  Warning *warning = g_new0 (Warning, 1);

  warning->text = text;
  warning->jump = jump;
  warning->action = action;
  warning->to = to;
  g_ptr_array_add (warnings, warning);
}

static YsLocation *
place_with_filter (YsPlaceId place, const char *filter)
{
  YsLocation *to = ys_location_new (place);

  to->key = g_strdup (filter);
  return to;
}

/* What is missing or unverified in the figures. */
static void
collect_open (GPtrArray *warnings, const YsSummary *summary)
{
  if (summary->open_thresholds > 0)
    add (warnings,
         g_strdup_printf (ngettext ("%u threshold figure is missing", "%u threshold figures are missing",
                                    summary->open_thresholds),
                          summary->open_thresholds),
         _("Add It"), NULL, place_with_filter (YS_PLACE_NEGATIVE, "filter:open"));
  if (summary->unsettled > 0)
    add (warnings,
         g_strdup_printf (ngettext ("%u occurrence is being verified", "%u occurrences are being verified", summary->unsettled),
                          summary->unsettled),
         _("See Them"), NULL, place_with_filter (YS_PLACE_NEGATIVE, "filter:suspected"));
}

static GPtrArray *
collect (YsStrip *self)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (warning_free);
  const YsSummary *summary = ys_overview_get_summary (ys_overview_of (self->workspace));
  g_autofree char *why = NULL;

  if (ys_workspace_is_read_only (self->workspace))
    add (warnings, g_strdup (_("Read only")), _("Why"), "win.why-read-only", NULL);
  else if (ys_workspace_get_office (self->workspace) == YS_OFFICE_COUNTY
           && ys_workspace_get_state (self->workspace) != YS_SUBMISSION_DRAFT
           && !ys_workspace_can_edit (self->workspace, &why))
    add (warnings, g_strdup (why), _("See Where It Stands"), NULL, ys_location_new (YS_PLACE_CHECK));
  if (self->reading != NULL)
    add (warnings, g_strdup_printf (_("Read only: %s"), self->reading->text), _("Where It Came From"), NULL,
         ys_location_copy (self->reading->origin));
  if (ys_workspace_get_standard (self->workspace)->sample || (self->reading != NULL && self->reading->sample))
    add (warnings, g_strdup (_("Sample standard: the scores are for practice only")), _("Show Standard"), "win.standard",
         NULL);
  if (summary != NULL)
    collect_open (warnings, summary);
  return warnings;
}

static void
on_jump (GtkButton *button, gpointer data)
{
  ys_go (GTK_WIDGET (button), data);
}

static void
free_location (gpointer location, GClosure *closure)
{
  ys_location_free (location);
}

static void
append (YsStrip *self, const Warning *warning, gboolean first)
{
  GtkWidget *text = gtk_label_new (warning->text);

  if (!first)
    gtk_box_append (GTK_BOX (self), gtk_label_new ("·"));
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (text, warning->text);
  gtk_box_append (GTK_BOX (self), text);
  if (warning->action == NULL && ys_places_get (warning->to->place) == NULL)
    return;
  GtkWidget *jump = gtk_button_new_with_label (warning->jump);
  gtk_widget_add_css_class (jump, "jump");
  gtk_widget_set_valign (jump, GTK_ALIGN_CENTER);
  g_autofree char *name = g_strdup_printf ("%s · %s", warning->jump, warning->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (jump), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (warning->action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (jump), warning->action);
  else
    g_signal_connect_data (jump, "clicked", G_CALLBACK (on_jump), ys_location_copy (warning->to), free_location, 0);
  gtk_box_append (GTK_BOX (self), jump);
}

static void
refresh (YsStrip *self)
{
  g_autoptr (GPtrArray) warnings = collect (self);
  GString *words = g_string_new (NULL);
  GtkWidget *child;

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (words, "%s\n", ((const Warning *) g_ptr_array_index (warnings, i))->text);
  if (g_strcmp0 (words->str, self->shown) == 0)
    {
      g_string_free (words, TRUE);
      return;
    }
  g_free (self->shown);
  self->shown = g_string_free (words, FALSE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_box_append (GTK_BOX (self), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  for (guint i = 0; i < warnings->len; i++)
    append (self, g_ptr_array_index (warnings, i), i == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), warnings->len > 0);
}

void
ys_strip_set_workspace (YsStrip *self, YsWorkspace *workspace)
{
  g_return_if_fail (self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ys_overview_of (workspace), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
ys_strip_set_reading (YsStrip *self, YsReading *reading)
{
  g_clear_pointer (&self->reading, ys_reading_free);
  self->reading = reading;
  refresh (self);
}

static void
ys_strip_dispose (GObject *object)
{
  YsStrip *self = YS_STRIP (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->reading, ys_reading_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (ys_strip_parent_class)->dispose (object);
}

static void
ys_strip_class_init (YsStripClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_strip_dispose;
}

static void
ys_strip_init (YsStrip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "strip");
  gtk_box_set_spacing (GTK_BOX (self), 8);
}
