/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four short steps to a new workspace. The round is read off the main loop as soon as the page is there, because the
 * units to choose from stand in it; what can't be used is said at the step it belongs to. */
#include "ys-setup-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-busy-page.h"
#include "ys-setup-place.h"
#include "ys-window-private.h"

enum { STEP_OFFICE, STEP_UNIT, STEP_PEOPLE, STEP_PLAN, N_STEPS };
enum { FILE_CATALOGUE, FILE_STANDARD, FILE_ASSESSMENT, N_FILES };

struct _YsSetupPage {
  GtkBox parent_instance;
  GtkStack *steps;
  GtkLabel *title, *hint;
  GtkListBox *offices, *units;
  AdwEntryRow *name;
  GtkBox *roles;
  AdwActionRow *file_rows[N_FILES];
  AdwActionRow *folder_row;
  GtkWidget *next;
  YsAssessment *round;
  GPtrArray *choice; /* of YsUnitInfo, of the round: what the list of units shows */
  char *files[N_FILES];
  char *folder;
  gboolean folder_chosen;
  guint step;
};

typedef struct {
  YsWorkspaceSetup setup;
  char *unit, *person, *folder;
  char *files[N_FILES];
  gboolean chosen;
} Making;

G_DEFINE_FINAL_TYPE (YsSetupPage, ys_setup_page, GTK_TYPE_BOX)

static const YsOfficeKind offices[] = { YS_OFFICE_COUNTY, YS_OFFICE_CITY, YS_OFFICE_PROVINCE, YS_OFFICE_CENTRAL };

static void show_step (YsSetupPage *self, guint step);

static YsOfficeKind
chosen_office (YsSetupPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->offices);

  return offices[row != NULL ? gtk_list_box_row_get_index (row) : 0];
}

static const YsUnitInfo *
chosen_unit (YsSetupPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->units);

  return row != NULL ? g_ptr_array_index (self->choice, gtk_list_box_row_get_index (row)) : NULL;
}

/* ---- making it ---- */

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->unit);
  g_free (making->person);
  g_free (making->folder);
  for (gsize i = 0; i < N_FILES; i++)
    g_free (making->files[i]);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;

  making->setup.unit = making->unit;
  making->setup.person = making->person;
  making->setup.catalogue_file = making->files[FILE_CATALOGUE];
  making->setup.standard_file = making->files[FILE_STANDARD];
  making->setup.assessment_file = making->files[FILE_ASSESSMENT];
  if (!making->chosen)
    making->folder = ys_setup_take_free_folder (making->folder);
  if (ys_workspace_create (making->folder, &making->setup, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  YsWindow *window = YS_WINDOW (source);
  g_autoptr (YsSetupPage) self = data;
  const Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      ys_window_open_folder (window, making->folder);
      return;
    }
  ys_window_set_page (window, GTK_WIDGET (self));
  ys_tell_error (GTK_WIDGET (self), _("The workspace could not be made"), error);
}

static guint
chosen_roles (YsSetupPage *self)
{
  guint roles = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      roles |= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "role"));
  return roles;
}

static void
make (YsSetupPage *self)
{
  YsWindow *window = YS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const YsUnitInfo *unit = chosen_unit (self);

  g_return_if_fail (unit != NULL);
  g_autoptr (GTask) task = g_task_new (window, NULL, on_made, g_object_ref (self));
  Making *making = g_new0 (Making, 1);

  making->setup.office = chosen_office (self);
  making->setup.roles = chosen_roles (self);
  making->setup.ballast = TRUE;
  making->unit = g_strdup (unit->id);
  making->person = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  making->folder = g_strdup (self->folder);
  making->chosen = self->folder_chosen;
  for (gsize i = 0; i < N_FILES; i++)
    making->files[i] = g_strdup (self->files[i]);
  g_task_set_task_data (task, making, making_free);
  ys_window_set_page (window, ys_busy_page_new (_("Making the workspace…"), self->folder, NULL));
  g_task_run_in_thread (task, make_in_thread);
}

/* ---- steps ---- */

static void
fill_units (YsSetupPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->units, 0)) != NULL)
    gtk_list_box_remove (self->units, GTK_WIDGET (row));
  g_ptr_array_set_size (self->choice, 0);
  for (guint i = 0; self->round != NULL && i < self->round->units->len; i++)
    {
      YsUnitInfo *unit = g_ptr_array_index (self->round->units, i);
      if (unit->kind != chosen_office (self))
        continue;
      GtkWidget *line = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), unit->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), unit->id);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      gtk_list_box_append (self->units, line);
      g_ptr_array_add (self->choice, unit);
    }
  row = gtk_list_box_get_row_at_index (self->units, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->units, row);
}

static void
fill_roles (YsSetupPage *self)
{
  guint all = ys_roles_of_office (chosen_office (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->roles))) != NULL)
    gtk_box_remove (self->roles, child);
  for (guint role = YS_ROLE_CLERK; role <= YS_ROLE_REVIEWER; role <<= 1)
    {
      if ((all & role) == 0)
        continue;
      child = gtk_check_button_new_with_label (ys_role_label (role));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
      g_object_set_data (G_OBJECT (child), "role", GUINT_TO_POINTER (role));
      gtk_box_append (self->roles, child);
    }
}

static void
show_folder (YsSetupPage *self)
{
  const YsUnitInfo *unit = chosen_unit (self);

  if (!self->folder_chosen && unit != NULL)
    {
      g_free (self->folder);
      self->folder = ys_setup_dup_default_folder (unit->name, self->round->year);
    }
  g_autofree char *shown = self->folder != NULL ? g_filename_display_name (self->folder) : g_strdup ("");
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  adw_action_row_set_subtitle (self->folder_row, escaped);
}

static void
check_step (YsSetupPage *self)
{
  gtk_widget_set_sensitive (self->next, self->step != STEP_UNIT || chosen_unit (self) != NULL);
}

/* Whether the step can be left; where not, says why. Asked when it is left, not while one types. */
static gboolean
is_complete (YsSetupPage *self)
{
  g_autofree char *person = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (self->step != STEP_PEOPLE)
    return TRUE;
  if (*person == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      ys_tell (GTK_WIDGET (self), _("Type the person's name first."));
    }
  else if (chosen_roles (self) == 0)
    ys_tell (GTK_WIDGET (self), _("Tick at least one role."));
  return *person != '\0' && chosen_roles (self) != 0;
}

static void
show_step (YsSetupPage *self, guint step)
{
  static const char *const names[N_STEPS] = { "office", "unit", "people", "plan" };
  static const char *const titles[N_STEPS] = { N_ ("Which office is this?"), N_ ("Which unit?"),
                                               N_ ("Who works with it?"), N_ ("Catalogue, standard and folder") };
  g_autofree char *hint = g_strdup_printf (_("Step %u of %u"), step + 1, (guint) N_STEPS);

  self->step = step;
  gtk_label_set_text (self->title, _ (titles[step]));
  gtk_label_set_text (self->hint, hint);
  gtk_stack_set_visible_child_name (self->steps, names[step]);
  gtk_button_set_label (GTK_BUTTON (self->next), step + 1 < N_STEPS ? _("Next") : _("Make the Workspace"));
  if (step == STEP_PLAN)
    show_folder (self);
  check_step (self);
  if (step == STEP_PEOPLE)
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_next (YsSetupPage *self)
{
  if (!is_complete (self))
    return;
  if (self->step + 1 < N_STEPS)
    show_step (self, self->step + 1);
  else
    make (self);
}

static void
on_back (YsSetupPage *self)
{
  if (self->step > 0)
    show_step (self, self->step - 1);
  else
    ys_window_show_first (YS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_office_selected (YsSetupPage *self)
{
  fill_units (self);
  fill_roles (self);
  check_step (self);
}

/* ---- the round ---- */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  YsAssessment *round = ys_workspace_read_round (data, &error);

  if (round != NULL)
    g_task_return_pointer (task, round, (GDestroyNotify) ys_assessment_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  YsSetupPage *self = YS_SETUP_PAGE (source);
  g_autoptr (GError) error = NULL;
  YsAssessment *round = g_task_propagate_pointer (G_TASK (result), &error);

  if (round == NULL)
    {
      ys_tell_error (GTK_WIDGET (self), _("The round could not be read"), error);
      return;
    }
  g_clear_pointer (&self->round, ys_assessment_unref);
  self->round = round;
  fill_units (self);
  check_step (self);
}

static void
read_round (YsSetupPage *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);

  g_task_set_task_data (task, g_strdup (self->files[FILE_ASSESSMENT]), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* ---- files and folder ---- */

static void
on_file_chosen (GtkNativeDialog *chooser, int response, YsSetupPage *self)
{
  gsize which = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (chooser), "which"));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file == NULL)
    return;
  if (which == N_FILES)
    {
      g_free (self->folder);
      self->folder = g_file_get_path (file);
      self->folder_chosen = TRUE;
      show_folder (self);
      return;
    }
  g_free (self->files[which]);
  self->files[which] = g_file_get_path (file);
  g_autofree char *shown = g_filename_display_name (self->files[which]);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  adw_action_row_set_subtitle (self->file_rows[which], escaped);
  if (which == FILE_ASSESSMENT)
    read_round (self);
}

static void
choose (YsSetupPage *self, gsize which, const char *title)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    which == N_FILES ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
    _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "which", GSIZE_TO_POINTER (which));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_row_activated (YsSetupPage *self, AdwActionRow *row)
{
  if (row == self->folder_row)
    choose (self, N_FILES, _("Folder of the workspace"));
  for (gsize i = 0; i < N_FILES; i++)
    if (row == self->file_rows[i])
      choose (self, i, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* ---- class ---- */

static void
ys_setup_page_finalize (GObject *object)
{
  YsSetupPage *self = YS_SETUP_PAGE (object);

  g_clear_pointer (&self->round, ys_assessment_unref);
  g_ptr_array_unref (self->choice);
  for (gsize i = 0; i < N_FILES; i++)
    g_free (self->files[i]);
  g_free (self->folder);
  G_OBJECT_CLASS (ys_setup_page_parent_class)->finalize (object);
}

static void
ys_setup_page_class_init (YsSetupPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  static const char *const rows[N_FILES] = { "catalogue_row", "standard_row", "assessment_row" };

  G_OBJECT_CLASS (class)->finalize = ys_setup_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, steps);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, hint);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, offices);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, units);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, name);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, roles);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, YsSetupPage, next);
  for (gsize i = 0; i < N_FILES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, rows[i], FALSE,
                                               G_STRUCT_OFFSET (YsSetupPage, file_rows)
                                                 + (gssize) (i * sizeof (AdwActionRow *)));
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_office_selected);
  gtk_widget_class_bind_template_callback (widget_class, check_step);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ys_setup_page_init (YsSetupPage *self)
{
  self->choice = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      GtkWidget *line = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), ys_office_kind_label (offices[i]));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      gtk_list_box_append (self->offices, line);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->name), ys_setup_get_default_person ());
  gtk_list_box_select_row (self->offices, gtk_list_box_get_row_at_index (self->offices, 0));
  show_step (self, STEP_OFFICE);
  read_round (self);
}

GtkWidget *
ys_setup_page_new (void)
{
  return g_object_new (YS_TYPE_SETUP_PAGE, NULL);
}
