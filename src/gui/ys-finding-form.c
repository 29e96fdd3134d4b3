/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields bound to drafts (ys-workspace-typed.h). What can't be read as a date or a task is said when it is to be
 * raised, and stays as typed. */
#include "ys-finding-form.h"

#include <glib/gi18n-lib.h>

#include "ys-entry-field.h"
#include "ys-fill-card.h"
#include "ys-fill-choice.h"
#include "ys-receipt-widgets.h"
#include "ys-said-cites.h"
#include "ys-said-row.h"
#include "ys-workspace-typed.h"

#define N_SEVERITIES 4

enum { FIELD_TITLE, FIELD_TEXT, FIELD_TASK, FIELD_OWNER, FIELD_DUE, FIELD_MEASURES, N_FIELDS };

static const struct {
  const char *what, *name, *placeholder;
  gboolean multiline;
} places[N_FIELDS] = {
  [FIELD_TITLE] = { "title", N_ ("What is to be put right"), NULL, FALSE },
  [FIELD_TEXT] = { "text", N_ ("What was found wrong"), NULL, TRUE },
  [FIELD_TASK] = { "task", N_ ("Task"), N_ ("number, may be left out"), FALSE },
  [FIELD_OWNER] = { "owner", N_ ("Who sees to it"), NULL, FALSE },
  [FIELD_DUE] = { "due", N_ ("Deadline"), N_ ("like 2021-12-31"), FALSE },
  [FIELD_MEASURES] = { "measures", N_ ("What is to be done"), NULL, TRUE },
};

struct _YsFindingForm {
  GtkBox parent_instance;
  YsWorkspace *workspace;
  YsFinding *finding;        /* what it begins with */
  char *unit, *keys[N_FIELDS + 1]; /* the last: of the evidence */
  YsEntryField *fields[N_FIELDS];
  YsFillChoice *unit_choice;
  YsSaidCites *cites;
  GtkToggleButton *severities[N_SEVERITIES];
  GtkWidget *head, *save, *refusal;
};

enum { SIGNAL_SAVED, SIGNAL_LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsFindingForm, ys_finding_form, GTK_TYPE_BOX)

/* ---- what it says ---- */

static void
refuse (YsFindingForm *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), message != NULL ? message : "");
  gtk_widget_set_visible (self->refusal, message != NULL);
}

static YsFindingSeverity
get_severity (YsFindingForm *self)
{
  for (guint i = 0; i < N_SEVERITIES; i++)
    if (gtk_toggle_button_get_active (self->severities[i]))
      return (YsFindingSeverity) i;
  return YS_FINDING_REMINDER;
}

/* Reads the two fields that are no plain words; FALSE where one can't be read, which is said. */
static gboolean
read_values (YsFindingForm *self, YsFinding *finding)
{
  g_autofree char *task = g_strstrip (ys_entry_field_dup_text (self->fields[FIELD_TASK]));
  g_autofree char *due = g_strstrip (ys_entry_field_dup_text (self->fields[FIELD_DUE]));
  const YsCatalogue *catalogue = ys_workspace_get_standard (self->workspace)->catalogue;
  guint64 number = 0;

  if (*task != '\0'
      && (!g_ascii_string_to_unsigned (task, 10, 1, 9999, &number, NULL)
          || ys_catalogue_get_task (catalogue, (guint) number) == NULL))
    {
      refuse (self, _("There is no task with this number."));
      gtk_widget_grab_focus (ys_entry_field_get_input (self->fields[FIELD_TASK]));
      return FALSE;
    }
  finding->task = (guint) number;
  finding->due = *due != '\0' ? ys_date_parse (due) : 0;
  if (*due == '\0' || finding->due != 0)
    return TRUE;
  refuse (self, _("The deadline can't be read as a date; write it like 2021-12-31."));
  gtk_widget_grab_focus (ys_entry_field_get_input (self->fields[FIELD_DUE]));
  return FALSE;
}

/* NULL where something can't be read. Full. */
static YsFinding *
dup_finding (YsFindingForm *self)
{
  g_autoptr (YsFinding) finding = ys_finding_copy (self->finding);
  char **const texts[] = { [FIELD_TITLE] = &finding->title, [FIELD_TEXT] = &finding->text, [FIELD_TASK] = NULL,
                           [FIELD_OWNER] = &finding->owner, [FIELD_DUE] = NULL, [FIELD_MEASURES] = &finding->measures };
  g_autoptr (GPtrArray) citations = ys_said_cites_dup_citations (self->cites);

  if (!read_values (self, finding))
    return NULL;
  if (finding->task != self->finding->task) /* the point belonged to the other task */
    g_clear_pointer (&finding->point, g_free);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (texts[i] == NULL)
        continue;
      g_free (*texts[i]);
      *texts[i] = ys_entry_field_dup_text (self->fields[i]);
    }
  g_free (finding->unit);
  finding->unit = g_strdup (self->unit);
  finding->severity = get_severity (self);
  for (guint i = 0; i < citations->len; i++)
    g_ptr_array_add (finding->citations, ys_citation_copy (g_ptr_array_index (citations, i)));
  return g_steal_pointer (&finding);
}

/* ---- raised, given up ---- */

typedef struct {
  YsFindingForm *self;
  YsFinding *finding;  /* NULL: given up */
  char *keys[N_FIELDS + 1];
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->self);
  g_clear_pointer (&saving->finding, ys_finding_free);
  for (guint i = 0; i <= N_FIELDS; i++)
    g_free (saving->keys[i]);
  g_free (saving);
}

static gpointer
save (YsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;
  g_autofree char *id
    = saving->finding != NULL ? ys_workspace_save_finding (workspace, saving->finding, error) : g_strdup ("");

  for (guint i = 0; id != NULL && i <= N_FIELDS; i++)
    if (!ys_workspace_forget_typed (workspace, saving->keys[i], error))
      return NULL;
  return g_steal_pointer (&id);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsFindingForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ys_workspace_run_finish (YS_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  refuse (self, error != NULL ? error->message : NULL);
  if (id == NULL)
    return;
  if (*id != '\0')
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  else
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* Takes @finding. */
static void
start (YsFindingForm *self, YsFinding *finding)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->finding = finding;
  for (guint i = 0; i <= N_FIELDS; i++)
    saving->keys[i] = g_strdup (self->keys[i]);
  ys_workspace_run_async (self->workspace, save, saving, saving_free, g_free, NULL, on_saved, g_object_ref (self));
}

static void
on_save (YsFindingForm *self)
{
  YsFinding *finding = dup_finding (self);

  if (finding != NULL)
    start (self, finding);
}

static void
on_leave (YsFindingForm *self)
{
  start (self, NULL);
}

/* ---- shown ---- */

static void
on_unit (YsFindingForm *self, const char *unit)
{
  g_autofree char *chosen = g_strdup (unit);

  g_free (self->unit);
  self->unit = g_steal_pointer (&chosen);
  ys_fill_choice_set_value (self->unit_choice, self->unit);
}

static void
list_units (YsFindingForm *self)
{
  const GPtrArray *units = ys_workspace_get_assessment (self->workspace)->units;

  ys_fill_choice_clear (self->unit_choice);
  for (guint i = 0; i < units->len; i++)
    {
      const YsUnitInfo *unit = g_ptr_array_index (units, i);
      if (unit->kind == YS_OFFICE_COUNTY)
        ys_fill_choice_add (self->unit_choice, unit->id, unit->name, NULL);
    }
}

/* The text that the field begins with, where nothing was typed yet. */
static void
begin_field (YsFindingForm *self, guint field, const char *text)
{
  g_autofree char *typed = ys_workspace_dup_entry (self->workspace, 0, self->keys[field]);

  if (*typed == '\0' && text != NULL && *text != '\0')
    ys_workspace_type (self->workspace, 0, self->keys[field], text);
  ys_entry_field_bind (self->fields[field], self->workspace, 0, self->keys[field], _ (places[field].name));
}

void
ys_finding_form_show (YsFindingForm *self, YsWorkspace *workspace, const YsFinding *finding)
{
  g_autofree char *task = finding->task != 0 ? g_strdup_printf ("%u", finding->task) : NULL;
  g_autofree char *due = finding->due != 0 ? ys_date_to_text (finding->due) : NULL;
  g_autofree char *about = finding->id != NULL ? g_strdup (finding->id)
                                               : g_strdup_printf ("new-%s-%u", finding->unit != NULL ? finding->unit : "",
                                                                  finding->task);
  const char *const texts[] = { finding->title, finding->text, task, finding->owner, due, finding->measures };

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->finding, ys_finding_free);
  self->finding = ys_finding_copy (finding);
  for (guint i = 0; i <= N_FIELDS; i++)
    {
      g_free (self->keys[i]);
      self->keys[i] = ys_workspace_dup_typed_key (workspace, i < N_FIELDS ? places[i].what : "cites", about);
    }
  list_units (self);
  on_unit (self, finding->unit);
  for (guint i = 0; i < N_FIELDS; i++)
    begin_field (self, i, texts[i]);
  ys_said_cites_bind (self->cites, workspace, self->keys[N_FIELDS]);
  gtk_toggle_button_set_active (self->severities[finding->severity], TRUE);
  gtk_label_set_text (GTK_LABEL (self->head), finding->id != NULL ? _("Change the Finding") : _("Raise a Finding"));
  gtk_button_set_label (GTK_BUTTON (self->save), finding->id != NULL ? _("Change It") : _("Raise It"));
  refuse (self, NULL);
  gtk_widget_grab_focus (ys_entry_field_get_input (self->fields[FIELD_TITLE]));
}

/* ---- made and gone ---- */

static void
ys_finding_form_dispose (GObject *object)
{
  YsFindingForm *self = YS_FINDING_FORM (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->finding, ys_finding_free);
  g_clear_pointer (&self->unit, g_free);
  for (guint i = 0; i <= N_FIELDS; i++)
    g_clear_pointer (&self->keys[i], g_free);
  G_OBJECT_CLASS (ys_finding_form_parent_class)->dispose (object);
}

static void
ys_finding_form_class_init (YsFindingFormClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_finding_form_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", YS_TYPE_FINDING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEFT]
    = g_signal_new ("left", YS_TYPE_FINDING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_row (GtkGrid *grid, int row, const char *name, GtkWidget *widget)
{
  GtkWidget *label = ys_fill_label (name, "small quiet");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 7);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

static GtkWidget *
make_severities (YsFindingForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      const char *style;
      g_autofree char *label = ys_said_dup_severity_chip ((YsFindingSeverity) i, &style);
      self->severities[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (label));
      gtk_widget_add_css_class (GTK_WIDGET (self->severities[i]), "seg");
      if (i > 0)
        gtk_toggle_button_set_group (self->severities[i], self->severities[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->severities[i]));
    }
  return box;
}

static GtkWidget *
make_foot (YsFindingForm *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *leave = gtk_button_new_with_label (_("Give Up"));

  self->save = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (foot, GTK_ALIGN_END);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_save), self);
  gtk_box_append (GTK_BOX (foot), leave);
  gtk_box_append (GTK_BOX (foot), self->save);
  return foot;
}

static void
ys_finding_form_init (YsFindingForm *self)
{
  static const guint order[] = { FIELD_TITLE, FIELD_TEXT, FIELD_TASK, FIELD_OWNER, FIELD_DUE, FIELD_MEASURES };
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->head = ys_fill_label ("", "h1");
  self->unit_choice = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _("County"), NULL);
  g_signal_connect_swapped (self->unit_choice, "chosen", G_CALLBACK (on_unit), self);
  gtk_widget_add_css_class (grid, "card");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  add_row (GTK_GRID (grid), row++, _("County"), GTK_WIDGET (self->unit_choice));
  add_row (GTK_GRID (grid), row++, _("Severity"), make_severities (self));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint field = order[i];
      self->fields[field] = YS_ENTRY_FIELD (ys_entry_field_new (places[field].multiline));
      if (places[field].placeholder != NULL)
        g_object_set (ys_entry_field_get_input (self->fields[field]), "placeholder-text", _ (places[field].placeholder), NULL);
      add_row (GTK_GRID (grid), row++, _ (places[field].name), GTK_WIDGET (self->fields[field]));
    }
  self->cites = YS_SAID_CITES (ys_said_cites_new ());
  add_row (GTK_GRID (grid), row++, _("Evidence"), GTK_WIDGET (self->cites));
  self->refusal = ys_words_new ("", "small problem");
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), grid);
  gtk_box_append (GTK_BOX (self), self->refusal);
  gtk_box_append (GTK_BOX (self), make_foot (self));
}
