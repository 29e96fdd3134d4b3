/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is filled anew each time the popover opens. What is typed as pages is checked by the workspace when it is
 * cited. */
#include "ys-cite-menu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-fill-card.h"
#include "ys-fill-choice.h"
#include "ys-id.h"

struct _YsCiteMenu
{
  GtkBox parent_instance;
  YsWorkspace *workspace; /* unowned: outlives the page */
  GtkFileChooserNative *chooser;
  char *target; /* chosen, NULL: the first */
  YsFillChoice *targets;
  GtkWidget *button, *popover, *files, *pages, *search;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsCiteMenu, ys_cite_menu, GTK_TYPE_BOX)

static void
choose (YsCiteMenu *self, const char *digest, const char *path)
{
  g_autofree char *pages = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->pages)));
  YsCiteChoice choice = { digest, path, *pages != '\0' ? pages : NULL, self->target };

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, &choice);
}

static gboolean
filter_file (GtkListBoxRow *row, gpointer data)
{
  YsCiteMenu *self = data;
  g_autofree char *wanted = ys_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  return strstr (folded, wanted) != NULL;
}

static void
on_popover (YsCiteMenu *self)
{
  g_autoptr (GPtrArray) evidence = ys_workspace_dup_evidence (self->workspace);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->files), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->files), GTK_WIDGET (row));
  for (guint i = 0; i < evidence->len; i++)
    {
      const YsEvidenceInfo *info = g_ptr_array_index (evidence, i);
      GtkWidget *label = ys_fill_label (info->title, "name"), *item = gtk_list_box_row_new ();

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), label);
      gtk_widget_set_tooltip_text (item, info->title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, info->title, -1);
      g_object_set_data_full (G_OBJECT (item), "evidence", g_strdup (info->digest), g_free);
      g_object_set_data_full (G_OBJECT (item), "folded", ys_text_fold (info->title), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->files), item);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->pages), "");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_file (YsCiteMenu *self, GtkListBoxRow *row)
{
  g_autofree char *digest = g_strdup (g_object_get_data (G_OBJECT (row), "evidence"));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  choose (self, digest, NULL);
}

static void
on_chosen (YsCiteMenu *self, int response)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    choose (self, NULL, path);
  g_clear_object (&self->chooser);
}

static void
on_add (YsCiteMenu *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->chooser =
      gtk_file_chooser_native_new (_ ("Add a PDF"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Add"), _ ("Cancel"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_object_unref (filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
ys_cite_menu_set_workspace (YsCiteMenu *self, YsWorkspace *workspace)
{
  self->workspace = workspace;
}

void
ys_cite_menu_set_targets (YsCiteMenu *self, const char *const *ids, const char *const *titles)
{
  g_clear_pointer (&self->target, g_free);
  ys_fill_choice_clear (self->targets);
  for (guint i = 0; ids[i] != NULL; i++)
    ys_fill_choice_add (self->targets, ids[i], titles[i], NULL);
  ys_fill_choice_set_value (self->targets, ids[0]);
  gtk_widget_set_visible (GTK_WIDGET (self->targets), ids[0] != NULL && ids[1] != NULL);
}

static void
on_target (YsCiteMenu *self, const char *id)
{
  g_free (self->target);
  self->target = *id != '\0' ? g_strdup (id) : NULL;
  ys_fill_choice_set_value (self->targets, id);
}

/* ---- made and gone ---- */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_files (YsCiteMenu *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->files = gtk_list_box_new ();
  gtk_widget_add_css_class (self->files, "choices");
  set_name (self->files, _ ("Evidence"));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->files), filter_file, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->files),
                                ys_fill_label (_ ("No PDF of this name"), "quiet"));
  g_signal_connect_swapped (self->files, "row-activated", G_CALLBACK (on_file), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->files);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 320, 200);
  set_name (scroller, _ ("Evidence"));
  return scroller;
}

static void
make_popover (YsCiteMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a PDF…"));

  self->targets = g_object_new (YS_TYPE_FILL_CHOICE, "name-of", _ ("What it is cited for"), "visible", FALSE, NULL);
  g_signal_connect_object (self->targets, "chosen", G_CALLBACK (on_target), self, G_CONNECT_SWAPPED);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search by title"), NULL);
  set_name (self->search, _ ("Search by title"));
  self->pages = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->pages), _ ("Pages, like 3-5; empty: whole file"));
  set_name (self->pages, _ ("Pages to cite"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->targets));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->pages);
  gtk_box_append (GTK_BOX (box), make_files (self));
  gtk_box_append (GTK_BOX (box), add);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->files);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover), self);
}

static void
ys_cite_menu_dispose (GObject *object)
{
  g_clear_object (&YS_CITE_MENU (object)->chooser);
  G_OBJECT_CLASS (ys_cite_menu_parent_class)->dispose (object);
}

static void
ys_cite_menu_finalize (GObject *object)
{
  g_free (YS_CITE_MENU (object)->target);
  G_OBJECT_CLASS (ys_cite_menu_parent_class)->finalize (object);
}

static void
ys_cite_menu_class_init (YsCiteMenuClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ys_cite_menu_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_cite_menu_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", YS_TYPE_CITE_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ys_cite_menu_init (YsCiteMenu *self)
{
  make_popover (self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "jump-menu");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->button);
}

GtkWidget *
ys_cite_menu_new (const char *label, const char *name)
{
  YsCiteMenu *self = g_object_new (YS_TYPE_CITE_MENU, NULL);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), gtk_label_new (label));
  set_name (gtk_widget_get_first_child (self->button), name);
  return GTK_WIDGET (self);
}
