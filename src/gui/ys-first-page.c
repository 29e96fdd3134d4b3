/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First start: a new workspace, a received package or the sample; below them the recent workspaces.
 * Which folders still are there is looked up once, when the page is made. */
#include "ys-first-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ys-config.h"
#include "ys-date.h"
#include "ys-recent.h"
#include "ys-sample-start.h"
#include "ys-setup-page.h"
#include "ys-window-private.h"

struct _YsFirstPage {
  GtkBox parent_instance;
  GtkListBox *recent;
  GtkWidget *none;
  GPtrArray *all; /* of YsRecent */
};

G_DEFINE_FINAL_TYPE (YsFirstPage, ys_first_page, GTK_TYPE_BOX)

/* ---- choosing ---- */

static void
on_chosen (GtkNativeDialog *chooser, int response, gpointer window)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  /* also where what makes it one is missing: its page says so */
  if (path != NULL && g_object_get_data (G_OBJECT (chooser), "dossier") != NULL)
    ys_window_open_dossier (YS_WINDOW (window), path);
  else if (file != NULL)
    ys_window_open (YS_WINDOW (window), file);
  g_object_unref (chooser);
}

static void
add_package_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) packages = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (packages, _("Packages (*.yanshou.zip)"));
  gtk_file_filter_add_pattern (packages, "*.yanshou.zip");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, packages);
  gtk_file_chooser_add_filter (chooser, all);
}

void
ys_first_page_choose (GtkWindow *window, YsToOpen what)
{
  static const char *const titles[] = { N_ ("Open a Workspace Folder"), N_ ("Open a Received Package"),
                                        N_ ("Open the Folder of a Dossier") };
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ (titles[what]), window,
                                   what == YS_OPEN_A_PACKAGE ? GTK_FILE_CHOOSER_ACTION_OPEN
                                                             : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                   _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (what == YS_OPEN_A_PACKAGE)
    add_package_filter (GTK_FILE_CHOOSER (chooser));
  if (what == YS_OPEN_A_DOSSIER)
    g_object_set_data (G_OBJECT (chooser), "dossier", chooser);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static YsWindow *
window_of (YsFirstPage *self)
{
  return YS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
on_new (GtkButton *button, YsFirstPage *self)
{
  YsWindow *window = window_of (self);

  ys_window_set_page (window, ys_setup_page_new ());
}

static void
on_package (GtkButton *button, YsFirstPage *self)
{
  ys_first_page_choose (GTK_WINDOW (window_of (self)), YS_OPEN_A_PACKAGE);
}

static void
on_sample (GtkButton *button, YsFirstPage *self)
{
  ys_sample_start (window_of (self));
}

static void
on_other (GtkButton *button, YsFirstPage *self)
{
  ys_first_page_choose (GTK_WINDOW (window_of (self)), YS_OPEN_A_WORKSPACE);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, YsFirstPage *self)
{
  const YsRecent *one = g_ptr_array_index (self->all, gtk_list_box_row_get_index (row));

  ys_window_open_folder (window_of (self), one->folder);
}

/* ---- the recent ones ---- */

/* The folder as people name it: below their home without the way to it. Full. */
static char *
dup_short_path (const char *folder)
{
  const char *home = g_get_home_dir ();
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_str_has_prefix (folder, home) && folder[strlen (home)] == G_DIR_SEPARATOR)
    return g_filename_display_name (folder + strlen (home) + 1);
  return g_steal_pointer (&shown);
}

static char *
dup_when (gint64 seconds)
{
  g_autofree char *time = ys_time_to_display (seconds * G_USEC_PER_SEC);
  g_autofree char *today = ys_date_to_text (ys_clock_today ());

  if (g_str_has_prefix (time, today))
    return g_strdup_printf (_("today %s"), time + strlen (today) + 1);
  return g_strndup (time, strlen (today));
}

static GtkWidget *
add_cell (GtkWidget *box, const char *text, const char *style, int width, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_set_hexpand (label, expand);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_recent (YsFirstPage *self, const YsRecent *one)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *path = dup_short_path (one->folder);
  g_autofree char *when = dup_when (one->used);
  g_autofree char *name = g_strdup_printf (_("%s, %s, %s, last used %s, %s"), one->unit, one->round, path, when,
                                           one->state);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("folder-symbolic"));
  add_cell (box, one->unit, "strong", 120, FALSE);
  add_cell (box, one->round, "body", 150, FALSE);
  add_cell (box, one->state, "quiet", 60, FALSE);
  add_cell (box, path, "quiet", 200, TRUE);
  gtk_label_set_xalign (GTK_LABEL (add_cell (box, when, "quiet", 90, FALSE)), 1);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "line");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->recent, row);
}

static void
ys_first_page_finalize (GObject *object)
{
  g_ptr_array_unref (YS_FIRST_PAGE (object)->all);
  G_OBJECT_CLASS (ys_first_page_parent_class)->finalize (object);
}

static void
ys_first_page_class_init (YsFirstPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_first_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanshou/Yanshou/ys-first-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFirstPage, recent);
  gtk_widget_class_bind_template_child (widget_class, YsFirstPage, none);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_package);
  gtk_widget_class_bind_template_callback (widget_class, on_sample);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ys_first_page_init (YsFirstPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (YS_APP_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self->recent), GTK_OVERFLOW_HIDDEN);
  self->all = ys_recent_dup_all (settings);
  for (guint i = 0; i < self->all->len; i++)
    add_recent (self, g_ptr_array_index (self->all, i));
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->all->len > 0);
  gtk_widget_set_visible (self->none, self->all->len == 0);
}

GtkWidget *
ys_first_page_new (void)
{
  return g_object_new (YS_TYPE_FIRST_PAGE, NULL);
}
